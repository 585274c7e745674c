//! The materials of a training as its participant finds them: those that are open, and what the others wait for.

use super::card::{Card, File};
use crate::certificates::Gate;
use crate::certificates::gate::Missing;
use crate::enrolment::{EnrolmentState, Story};
use crate::i18n::Translator;
use crate::materials::Material;
use crate::materials::pages::size_in_words;
use crate::materials::rules::{Access, access};

/// Adds a group's materials to the card.
pub(super) fn add(
    t: Translator,
    card: &mut Card,
    story: &Story,
    materials: &[Material],
    gate: &Gate,
) {
    let state = story.enrolment.state;
    let mut is_any_closed = false;
    for material in materials {
        let found = access(material.from_start, state, gate);
        if found == Access::Hidden {
            continue;
        }
        is_any_closed |= found == Access::Closed;
        let href = format!("/my/trainings/{}/materials/{}", card.id, material.id);
        card.files.push(File {
            name: material.name.clone(),
            size: size_in_words(t, material.size.unsigned_abs()),
            href: if found == Access::Open {
                href
            } else {
                String::new()
            },
        });
    }
    if is_any_closed {
        card.files_wait = reason(t, state, gate);
    }
}

fn reason(t: Translator, state: EnrolmentState, gate: &Gate) -> String {
    if state == EnrolmentState::NotCompleted {
        return t.get("materials-closed-for-good").to_string();
    }
    let parts = gate.missing().iter().map(|part| match part {
        Missing::Completion => t.get("materials-missing-completion").to_string(),
        Missing::Survey => t.get("materials-missing-survey").to_string(),
        Missing::Payment => t.get("materials-missing-payment").to_string(),
    });
    let parts = parts.collect::<Vec<_>>().join(", ");
    t.get("materials-closed").text("parts", parts).to_string()
}
