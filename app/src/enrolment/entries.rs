//! The calendar entries that participants get; with the link of an online room, which only they are given.

use jiff::Timestamp;

use crate::catalogue::GroupDetail;
use crate::catalogue::calendar::{self, Event, Invitation, Method};
use crate::config::Config;
use crate::mail::sender;
use crate::outbox::Attachment;

/// Whether entries are put into a calendar or taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// For whoever got a place, or whose meetings changed.
    Put,
    /// For whoever has no place any more.
    Remove,
}

/// The group's meetings as they go with a letter to a participant. An organiser without an e-mail address has the one that
/// letters come from, since calendars take no invitation from nobody.
pub fn attachment(
    detail: &GroupDetail,
    deed: Deed,
    email: &str,
    config: &Config,
    now: Timestamp,
) -> Attachment {
    let own = detail.organisation.email.as_str();
    let invitation = Invitation {
        organiser: detail.organisation.name.clone(),
        organiser_email: if own.is_empty() {
            sender(&config.mail_from).map_or_else(|_| String::new(), |from| from.email.to_string())
        } else {
            own.to_owned()
        },
        attendee_email: email.to_owned(),
    };
    let (method, name) = match deed {
        Deed::Put => (Method::Request(invitation), "REQUEST"),
        Deed::Remove => (Method::Cancel(invitation), "CANCEL"),
    };
    Attachment {
        name: "calendar.ics".into(),
        kind: format!("text/calendar; method={name}; charset=utf-8"),
        text: calendar::write(&events(detail, &config.base_url), &method, now),
    }
}

/// The group's meetings as a file that a participant fetches.
pub fn file(detail: &GroupDetail, base_url: &str, now: Timestamp) -> String {
    calendar::write(&events(detail, base_url), &Method::Publish, now)
}

fn events(detail: &GroupDetail, base_url: &str) -> Vec<Event> {
    let link = &detail.group.online_link;
    let with_link = |meeting| {
        let mut event = calendar::event(detail, meeting, base_url);
        if !link.is_empty() {
            event.description = format!("{link}\n{}", event.description);
        }
        event
    };
    detail.meetings.iter().map(with_link).collect()
}
