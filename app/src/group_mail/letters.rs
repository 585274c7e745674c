//! The letter: what staff wrote, in a frame in the recipient's language.

use super::{Draft, rules};
use crate::app::App;
use crate::catalogue::GroupDetail;
use crate::i18n::{Lang, Translator};
use crate::letters::Piece::{Block, Button, Extra, Facts};
use crate::letters::{Kind, Texts, Topic, Values};
use crate::materials::Material;
use crate::outbox::{Enclosed, Letter};

/// The kinds of letters that staff writes, in the order in which they are listed.
pub static ALL: [&Kind; 1] = [&TO_GROUP];

static TO_GROUP: Kind = Kind::new(
    "group-mail",
    Topic::Dates,
    "group-mail-letter-subject",
    &["subject", "title", "organisation"],
    &[
        Block("message", "letter-texts-sample-message"),
        Facts("training", "letter-texts-sample-training"),
        Button("group-mail-letter-open"),
        Extra("files", "group-mail-letter-files"),
        Block("why", "group-mail-letter-why"),
    ],
);

/// What staff wrote as somebody who reads this language gets it.
pub(super) fn letter(
    app: &App,
    detail: &GroupDetail,
    draft: &Draft,
    files: &[Material],
    lang: Lang,
) -> Letter {
    let t = Translator::new(lang);
    let say = |key: &str| t.get(key).to_string();
    let (organisation, title) = (&detail.organisation, &detail.course.title);
    let enclosed = files.iter().map(|file| Enclosed {
        name: file.name.clone(),
        kind: file.kind.media_type.to_owned(),
        key: file.object_key.clone(),
    });
    let values = Values::new()
        .text("subject", &draft.subject)
        .text("title", title)
        .text("organisation", &organisation.name)
        .block("message", rules::paragraphs(&draft.body))
        .facts(vec![(say("group-mail-letter-training"), title.clone())])
        .button(format!("{}/my/trainings", app.config.base_url))
        .block(
            "files",
            (!files.is_empty()).then(|| say("group-mail-letter-files")),
        )
        .block("why", [say("group-mail-letter-why")]);
    let texts = Texts::of(app);
    Letter {
        sender: organisation.name.clone(),
        contact: organisation.contact(),
        enclosed: enclosed.collect(),
        ..texts.letter(&TO_GROUP, lang, Some(organisation.id), &values)
    }
}
