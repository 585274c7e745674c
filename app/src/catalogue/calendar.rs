//! Calendar entries after RFC 5545 and RFC 5546: one event for each meeting, known by the same UID for good, with a
//! SEQUENCE that grows with every change that people are told of. Pure; letters of other rooms attach the text.

use jiff::Timestamp;

use super::{GroupDetail, GroupState, Meeting};

/// What the receiving calendar is asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Method {
    /// To show it: a file that somebody fetched.
    Publish,
    /// To put it in, or to change it: a letter to a participant.
    Request(Invitation),
    /// To take it out.
    Cancel(Invitation),
}

/// Who invites whom; calendars match the entry by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Name of the organisation.
    pub organiser: String,
    /// Its e-mail address.
    pub organiser_email: String,
    /// The participant's e-mail address.
    pub attendee_email: String,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The same for the same meeting, for good.
    pub uid: String,
    /// Grows with every change.
    pub sequence: i64,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// Title.
    pub summary: String,
    /// Longer text.
    pub description: String,
    /// Where.
    pub location: String,
    /// Address of the page.
    pub url: String,
    /// Whether it is called off.
    pub is_cancelled: bool,
}

/// The calendar of a group's meetings, as the group is now; a cancelled group's events are cancelled whatever the
/// method. `base_url` is the installation's address, `now` the stamp.
pub fn of_group(detail: &GroupDetail, method: &Method, base_url: &str, now: Timestamp) -> String {
    let events: Vec<Event> = detail
        .meetings
        .iter()
        .map(|meeting| event(detail, meeting, base_url))
        .collect();
    write(&events, method, now)
}

/// The event of one meeting. Other rooms use it for meetings that were taken away, with `is_cancelled` set.
pub fn event(detail: &GroupDetail, meeting: &Meeting, base_url: &str) -> Event {
    let host = base_url.split("://").nth(1).unwrap_or(base_url);
    let host = host.split(['/', ':']).next().unwrap_or(host);
    let url = format!("{base_url}/courses/{}", detail.course.id);
    Event {
        uid: format!("meeting-{}@{host}", meeting.id),
        sequence: detail.group.sequence,
        starts_at: meeting.starts_at,
        ends_at: meeting.ends_at,
        summary: detail.course.title.clone(),
        description: format!("{}\n{url}", detail.organisation.name),
        location: detail.place_of(meeting).to_owned(),
        url,
        is_cancelled: detail.group.state == GroupState::Cancelled,
    }
}

/// The text of a calendar with these events.
pub fn write(events: &[Event], method: &Method, now: Timestamp) -> String {
    let mut out = Lines::default();
    out.put("BEGIN", "VCALENDAR");
    out.put("VERSION", "2.0");
    out.put("PRODID", "-//Zapis//Zapis//PL");
    out.put("CALSCALE", "GREGORIAN");
    let (name, invitation) = match method {
        Method::Publish => ("PUBLISH", None),
        Method::Request(invitation) => ("REQUEST", Some(invitation)),
        Method::Cancel(invitation) => ("CANCEL", Some(invitation)),
    };
    out.put("METHOD", name);
    for event in events {
        write_event(&mut out, event, name == "CANCEL", invitation, now);
    }
    out.put("END", "VCALENDAR");
    out.text
}

fn write_event(
    out: &mut Lines,
    event: &Event,
    is_cancelled: bool,
    invitation: Option<&Invitation>,
    now: Timestamp,
) {
    out.put("BEGIN", "VEVENT");
    out.put("UID", &escape(&event.uid));
    out.put("DTSTAMP", &utc(now));
    out.put("SEQUENCE", &event.sequence.to_string());
    out.put("DTSTART", &utc(event.starts_at));
    out.put("DTEND", &utc(event.ends_at));
    out.put("SUMMARY", &escape(&event.summary));
    for (name, value) in [
        ("DESCRIPTION", &event.description),
        ("LOCATION", &event.location),
    ] {
        if !value.is_empty() {
            out.put(name, &escape(value));
        }
    }
    out.put("URL", &one_line(&event.url));
    let is_cancelled = is_cancelled || event.is_cancelled;
    out.put(
        "STATUS",
        if is_cancelled {
            "CANCELLED"
        } else {
            "CONFIRMED"
        },
    );
    if let Some(invitation) = invitation {
        let organiser = format!("ORGANIZER;CN={}", quoted(&invitation.organiser));
        put_address(out, &organiser, &invitation.organiser_email);
        let attendee = "ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE";
        put_address(out, attendee, &invitation.attendee_email);
    }
    out.put("END", "VEVENT");
}

/// Somebody's address; without one there is no line, since calendars refuse an empty `mailto:`.
fn put_address(out: &mut Lines, name: &str, email: &str) {
    let email = one_line(email);
    if !email.is_empty() {
        out.put(name, &format!("mailto:{email}"));
    }
}

/// Lines that end in CRLF, none longer than 75 octets: longer ones go on after a line break and a blank.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    const MOST_OCTETS: usize = 75;

    fn put(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for c in name.chars().chain(":".chars()).chain(value.chars()) {
            if octets + c.len_utf8() > Self::MOST_OCTETS {
                self.text.push_str("\r\n ");
                octets = 1;
            }
            self.text.push(c);
            octets += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A TEXT value: backslash, semicolon, comma and line breaks are escaped, other control characters left out.
fn escape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.replace("\r\n", "\n").chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\n' | '\r' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A value that is not TEXT: an address.
fn one_line(value: &str) -> String {
    value.chars().filter(|c| !c.is_control()).collect()
}

/// A parameter in quotation marks, which can not hold one.
fn quoted(value: &str) -> String {
    let inside: String = value
        .chars()
        .filter(|c| !c.is_control())
        .map(|c| if c == '"' { '\'' } else { c })
        .collect();
    format!("\"{inside}\"")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn event_saying(summary: &str, location: &str) -> Event {
        Event {
            uid: "meeting-7@zapis.example".into(),
            sequence: 2,
            starts_at: "2026-12-01T15:00:00Z".parse().unwrap_or_default(),
            ends_at: "2026-12-01T18:15:00Z".parse().unwrap_or_default(),
            summary: summary.into(),
            description: String::new(),
            location: location.into(),
            url: "https://zapis.example/courses/1".into(),
            is_cancelled: false,
        }
    }

    /// Puts folded lines together again and undoes the escapes of one property.
    fn read_back(text: &str, name: &str) -> String {
        let unfolded = text.replace("\r\n ", "");
        let prefix = format!("{name}:");
        let line = unfolded
            .split("\r\n")
            .find_map(|line| line.strip_prefix(prefix.as_str()))
            .unwrap_or_default();
        let (mut out, mut chars) = (String::new(), line.chars());
        while let Some(c) = chars.next() {
            match (c, c == '\\') {
                (_, true) => match chars.next() {
                    Some('n') => out.push('\n'),
                    Some(other) => out.push(other),
                    None => {}
                },
                (c, _) => out.push(c),
            }
        }
        out
    }

    #[test]
    fn an_event_is_written_as_calendars_read_it() {
        let text = write(
            &[event_saying("Ocenianie, część 1; klasy 4–8", "sala 12")],
            &Method::Publish,
            Timestamp::UNIX_EPOCH,
        );
        assert_eq!(
            text,
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Zapis//Zapis//PL\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n\
             BEGIN:VEVENT\r\nUID:meeting-7@zapis.example\r\nDTSTAMP:19700101T000000Z\r\nSEQUENCE:2\r\n\
             DTSTART:20261201T150000Z\r\nDTEND:20261201T181500Z\r\nSUMMARY:Ocenianie\\, część 1\\; klasy 4–8\r\n\
             LOCATION:sala 12\r\nURL:https://zapis.example/courses/1\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n\
             END:VCALENDAR\r\n"
        );
    }

    #[test]
    fn a_cancellation_names_both_sides() {
        let invitation = Invitation {
            organiser: "Centrum \"Ogrodowa\"".into(),
            organiser_email: "centrum@szkolenia.example".into(),
            attendee_email: "anna@poczta.example".into(),
        };
        let text = write(
            &[event_saying("Kurs", "")],
            &Method::Cancel(invitation),
            Timestamp::UNIX_EPOCH,
        )
        .replace("\r\n ", "");
        for line in [
            "METHOD:CANCEL",
            "STATUS:CANCELLED",
            "ORGANIZER;CN=\"Centrum 'Ogrodowa'\":mailto:centrum@szkolenia.example",
            "ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:anna@poczta.example",
        ] {
            assert!(
                text.split("\r\n").any(|other| other == line),
                "{line}\n{text}"
            );
        }
    }

    #[test]
    fn an_organiser_without_an_address_is_left_out() {
        let invitation = Invitation {
            organiser: "Centrum".into(),
            organiser_email: String::new(),
            attendee_email: "anna@poczta.example".into(),
        };
        let event = event_saying("Kurs", "");
        let text = write(
            &[event],
            &Method::Request(invitation),
            Timestamp::UNIX_EPOCH,
        );
        assert!(
            !text.contains("ORGANIZER") && !text.contains("mailto:\r\n"),
            "{text}"
        );
        assert!(text.contains("ATTENDEE"), "{text}");
    }

    proptest! {
        #[test]
        fn whatever_is_written_can_be_read(summary in "\\PC{0,200}", location in "[ -~ąćęłńóśźżа-я\\\\;,\n]{1,200}") {
            let text = write(&[event_saying(&summary, &location)], &Method::Publish, Timestamp::UNIX_EPOCH);
            prop_assert!(text.ends_with("END:VCALENDAR\r\n"));
            for line in text.strip_suffix("\r\n").unwrap_or(&text).split("\r\n") {
                prop_assert!(line.len() <= 75, "{}", line);
                prop_assert!(!line.contains(['\r', '\n']));
            }
            prop_assert_eq!(read_back(&text, "SUMMARY"), summary);
            prop_assert_eq!(read_back(&text, "LOCATION"), location);
        }

        #[test]
        fn no_value_adds_a_line(value in "(?s).{0,60}") {
            let plain = write(&[event_saying("a", "b")], &Method::Publish, Timestamp::UNIX_EPOCH);
            let mut event = event_saying("a", "b");
            event.uid.clone_from(&value);
            event.url.clone_from(&value);
            let text = write(&[event], &Method::Publish, Timestamp::UNIX_EPOCH).replace("\r\n ", "");
            prop_assert_eq!(text.matches("\r\n").count(), plain.replace("\r\n ", "").matches("\r\n").count());
        }
    }
}
