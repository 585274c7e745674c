//! What the page of joining says: about its button, about what else there is, and why one can not join.

use jiff::Timestamp;

use super::join::asks_age;
use super::joining::Seen;
use crate::catalogue::rules as dates;
use crate::catalogue::{Allocation, Offer};
use crate::enrolment::rules::{self, CanNotJoin};
use crate::enrolment::{Overlap, when};
use crate::i18n::Translator;
use crate::web::Context;

/// What the page says about its button.
pub(super) struct Says {
    pub about: String,
    pub button: String,
    /// Somebody was a moment faster, but there is the list.
    pub too_late: bool,
}

/// Why one can not join, in words.
pub(super) struct Obstacle {
    pub kind: &'static str,
    pub text: String,
}

/// What else there is at the same time; with the child's name where it is about a child.
pub(super) fn overlaps(t: Translator, offer: &Offer, seen: &Seen) -> Vec<String> {
    let line = |one: &Overlap| {
        let said = t
            .get("enrolment-overlap-line")
            .text("title", &one.title)
            .text(
                "when",
                when::span(t, &offer.detail, one.starts_at, one.ends_at),
            )
            .to_string();
        let mut all = seen.candidates.iter();
        let child = all.find(|who| who.person_id == one.person_id && who.account_id.is_none());
        child.map_or(said.clone(), |child| {
            format!("{}: {said}", child.given_name)
        })
    };
    seen.overlaps.iter().map(line).collect()
}

pub(super) fn says(
    t: Translator,
    offer: &Offer,
    position: Option<i64>,
    (too_late, now): (bool, Timestamp),
) -> Says {
    let detail = &offer.detail;
    if detail.group.is_undrawn() {
        let until = t.date_time(detail.group.closes_at, &detail.organisation.zone);
        let key = match detail.group.allocation {
            Allocation::Ranked => "draws-join-ranked-about",
            _ => "draws-join-about",
        };
        return Says {
            about: t.get(key).text("until", until).to_string(),
            button: t.get("enrolment-apply-button").to_string(),
            too_late,
        };
    }
    let about = match (position, detail.group.needs_approval) {
        (None, approval) if asks_age(offer) => {
            let key = if approval {
                "enrolment-child-apply-about"
            } else {
                "enrolment-child-join-about"
            };
            let day = t.day_of(rules::answered_by(detail, now));
            t.get(key).text("day", day)
        }
        (Some(position), _) => t
            .get("enrolment-line-about")
            .int("position", position)
            .int("hours", detail.organisation.offer_hours),
        (None, true) => t.get("enrolment-apply-about"),
        (None, false) => t.get("enrolment-join-about"),
    };
    let button = match (position, detail.group.needs_approval) {
        (Some(_), _) => "enrolment-line-button",
        (None, approval) if approval || asks_age(offer) => "enrolment-apply-button",
        (None, _) => "enrolment-join-button",
    };
    Says {
        about: about.to_string(),
        button: t.get(button).to_string(),
        too_late,
    }
}

/// Until when the viewer could resign after joining now.
pub(super) fn resigning(ctx: &Context, offer: &Offer) -> String {
    let (t, detail) = (ctx.t(), &offer.detail);
    match (
        dates::last_day_to_resign(detail),
        dates::resign_before(detail),
    ) {
        (Some(_), Some(ends)) if ctx.now() >= ends => {
            t.get("enrolment-resign-too-late").to_string()
        }
        (Some(day), _) => {
            let until = t
                .get("enrolment-resign-until")
                .text("day", t.day_of(day))
                .to_string();
            format!("{until} {}", t.get("enrolment-resign-later"))
        }
        _ => t.get("enrolment-resign-any-time").to_string(),
    }
}

pub(super) fn heading_of(why: CanNotJoin) -> &'static str {
    match why {
        CanNotJoin::NotOffered | CanNotJoin::Cancelled => "enrolment-cancelled-title",
        CanNotJoin::NotYetOpen(_) => "enrolment-not-yet-title",
        CanNotJoin::Closed => "enrolment-closed-title",
        CanNotJoin::Full => "enrolment-full-title",
        CanNotJoin::Age => "enrolment-age-title",
    }
}

pub(super) fn obstacle(ctx: &Context, offer: &Offer, why: CanNotJoin, pressed: bool) -> Obstacle {
    let (t, group) = (ctx.t(), &offer.detail.group);
    let zone = &offer.detail.organisation.zone;
    let text = match why {
        CanNotJoin::NotOffered | CanNotJoin::Cancelled => t.get("enrolment-cancelled-text"),
        CanNotJoin::NotYetOpen(at) => t
            .get("enrolment-not-yet-text")
            .text("when", t.date_time(at, zone)),
        CanNotJoin::Closed if ctx.now() < group.closes_at => t.get("enrolment-begun-text"),
        CanNotJoin::Closed => t
            .get("enrolment-closed-text")
            .text("when", t.date_time(group.closes_at, zone)),
        CanNotJoin::Age => match offer.detail.course.ages() {
            Some((from, to)) => t.get("enrolment-age-text").int("from", from).int("to", to),
            None => t.get("enrolment-age-adults"),
        },
        CanNotJoin::Full if pressed => t.get("enrolment-full-text"),
        CanNotJoin::Full => t.get("enrolment-full-seen"),
    };
    Obstacle {
        kind: match why {
            CanNotJoin::NotOffered | CanNotJoin::Cancelled => "problem",
            CanNotJoin::Full => "attention",
            _ => "information",
        },
        text: text.to_string(),
    }
}
