//! The letter: what is announced, in the reader's language where somebody has written it in that.

use super::Announcement;
use crate::app::App;
use crate::i18n::{Lang, Translator};
use crate::letters::Piece::{Block, Button};
use crate::letters::{Kind, Texts, Topic, Values};
use crate::outbox::Letter;

/// The kinds of letters that say what is announced.
pub static ALL: [&Kind; 1] = [&ANNOUNCEMENT];

static ANNOUNCEMENT: Kind = Kind::new(
    "announcement",
    Topic::Dates,
    "announcements-letter-subject",
    &["subject", "organisation"],
    &[
        Block("message", "letter-texts-sample-message"),
        Button("announcements-letter-open"),
        Block("why", "announcements-letter-why"),
    ],
);

/// What is announced, as somebody who reads this language gets it.
pub(super) fn letter(app: &App, one: &Announcement, lang: Lang) -> Letter {
    let t = Translator::new(lang);
    let text = one.draft.texts.for_reader(lang, one.draft.language);
    let text = text.map(|(_, text)| text.clone()).unwrap_or_default();
    let tree = app.organisations.current();
    let home = tree.find(one.organisation_id);
    let name = home.map(|home| home.name.clone()).unwrap_or_default();
    let lines = text.text.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty());
    let values = Values::new()
        .text("subject", &text.title)
        .text("organisation", &name)
        .block("message", lines.map(str::to_owned))
        .button(format!(
            "{}/institutions/{}",
            app.config.base_url, one.organisation_id
        ))
        .block(
            "why",
            [t.get("announcements-letter-why")
                .text("organisation", &name)
                .to_string()],
        );
    let texts = Texts::of(app);
    let contact = home.map(|home| [&home.name, &home.phone, &home.email].map(String::as_str));
    let contact = contact.unwrap_or_default().into_iter();
    let contact: Vec<&str> = contact.filter(|part| !part.is_empty()).collect();
    Letter {
        contact: contact.join(", "),
        sender: name,
        ..texts.letter(&ANNOUNCEMENT, lang, Some(one.organisation_id), &values)
    }
}
