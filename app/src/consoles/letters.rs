//! The daily letter to each member of staff.

use jiff::civil::Date;

use super::types::Line;
use super::words;
use crate::app::App;
use crate::i18n::{Lang, Translator};
use crate::letters::Piece::{Block, Button, Say};
use crate::letters::{Kind, Texts, Topic, Values};
use crate::outbox::Letter;

/// The kinds of letters of this room.
pub static ALL: [&Kind; 1] = [&DIGEST];

/// To staff: what waits today.
pub static DIGEST: Kind = Kind::new(
    "consoles-digest",
    Topic::Accounts,
    "consoles-digest-subject",
    &["today"],
    &[
        Say("consoles-digest-what"),
        Block("lines", "letter-texts-sample-lines"),
        Button("consoles-digest-action"),
        Say("consoles-digest-off"),
    ],
);

/// The letter of a day: the lines of the first page.
pub(super) fn digest(app: &App, lang: Lang, day: Date, lines: &[Line]) -> Letter {
    let (t, base_url) = (Translator::new(lang), &app.config.base_url);
    let values = Values::new()
        .text("today", t.date(day))
        .block("lines", lines.iter().map(|line| words::sentence(t, line)))
        .button(format!("{base_url}/staff"));
    Letter {
        contact: format!("{base_url}/contact"),
        ..Texts::of(app).letter(&DIGEST, lang, None, &values)
    }
}
