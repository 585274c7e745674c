//! The letter: what staff wrote, in a frame in the recipient's language.

use super::{Draft, rules};
use crate::catalogue::GroupDetail;
use crate::i18n::{Lang, Translator};
use crate::materials::Material;
use crate::outbox::{Enclosed, Letter};

/// What staff wrote as somebody who reads this language gets it.
pub(super) fn letter(
    detail: &GroupDetail,
    draft: &Draft,
    files: &[Material],
    base_url: &str,
    lang: Lang,
) -> Letter {
    let t = Translator::new(lang);
    let say = |key: &str| t.get(key).to_string();
    let mut after = Vec::new();
    if !files.is_empty() {
        after.push(say("group-mail-letter-files"));
    }
    after.push(say("group-mail-letter-why"));
    let enclosed = files.iter().map(|file| Enclosed {
        name: file.name.clone(),
        kind: file.kind.media_type.to_owned(),
        key: file.object_key.clone(),
    });
    Letter {
        lang,
        sender: detail.organisation.name.clone(),
        subject: draft.subject.clone(),
        paragraphs: rules::paragraphs(&draft.body),
        facts: vec![(
            say("group-mail-letter-training"),
            detail.course.title.clone(),
        )],
        action: Some((
            say("group-mail-letter-open"),
            format!("{base_url}/my/trainings"),
        )),
        after,
        contact: detail.organisation.contact(),
        enclosed: enclosed.collect(),
        ..Letter::default()
    }
}
