//! What is said of an application whose place is drawn.

use crate::catalogue::pages::course;
use crate::enrolment::{EnrolmentState, Story};
use crate::i18n::Translator;

/// Whether it waits for the draw of its group.
pub(super) fn is_in_draw(story: &Story) -> bool {
    story.enrolment.state == EnrolmentState::Waiting && story.detail.group.is_undrawn()
}

/// That everybody takes part equally, until when, and by which code.
pub(super) fn until_the_draw(t: Translator, story: &Story) -> String {
    let code = story.entry.as_ref().map_or("", |entry| entry.code.as_str());
    let code = t.get("draws-code-is").text("code", code);
    format!("{} {code}", course::until_the_draw(t, &story.detail))
}

/// Whether it ended because the person got a place that they ranked higher.
pub(super) fn was_outdone(story: &Story) -> bool {
    let mut events = story.events.iter().rev();
    events.any(|event| event.action == "enrolment.outdone")
}
