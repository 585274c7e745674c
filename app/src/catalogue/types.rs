use std::sync::Arc;

use database::{Column, Param, ValueRef, from_row};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::OrganisationSummary;
use crate::accounts::OrganisationId;

database::id! {
    /// What is taught: subject, hours, audience, conditions.
    CourseId;
    /// One run of a course: dates, place, seats, price.
    GroupId;
    /// One date and time of a group.
    MeetingId;
    /// A place with an address, where meetings are held.
    VenueId;
    /// A room of a venue.
    RoomId;
}

/// An enum whose variants are kept in the database, in files and in addresses as short codes.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// All of them, in this order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// As the database, files and addresses write it.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// From its code; none for others.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }

        impl Column for $name {
            fn from_value(value: ValueRef<'_>) -> Option<Self> {
                match value {
                    ValueRef::Text(code) => Self::from_code(&code),
                    _ => None,
                }
            }
        }

        impl Param for $name {
            fn to_value(&self) -> ValueRef<'_> {
                self.code().to_value()
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }
    };
}

codes! {
    /// Where a course stands.
    CourseState {
        /// Being written.
        Draft = "draft",
        /// Its published groups are on offer.
        Published = "published",
        /// No longer offered.
        Archived = "archived",
    }
}

codes! {
    /// Where a group stands: `draft → published → running → finished`, `→ cancelled` (`spec/rules.md`).
    GroupState {
        /// Being written.
        Draft = "draft",
        /// On offer.
        Published = "published",
        /// Its first meeting has begun.
        Running = "running",
        /// Over.
        Finished = "finished",
        /// Called off.
        Cancelled = "cancelled",
    }
}

codes! {
    /// Where people meet.
    Mode {
        /// In a room.
        OnSite = "on_site",
        /// Through a link that is sent to those who have a place.
        Online = "online",
        /// Some meetings so, some otherwise.
        Mixed = "mixed",
    }
}

codes! {
    /// How a group gives its places.
    Allocation {
        /// Whoever joins first.
        FirstCome = "first_come",
        /// All applications of the window are drawn when it closes.
        Draw = "draw",
        /// The same, and families rank several groups: everybody gets the best wish that they can have.
        Ranked = "ranked",
    }
}

/// What is taught.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Its id.
    pub id: CourseId,
    /// Whose offer it is.
    pub organisation_id: OrganisationId,
    /// Known by in lists; once in an organisation.
    pub code: String,
    /// Title, in the language of the course.
    pub title: String,
    /// Subject, for the filter.
    pub subject: String,
    /// Two or three sentences.
    pub summary: String,
    /// One topic a line; see [`Course::topic_lines`].
    pub topics: String,
    /// For whom, in words.
    pub audience: String,
    /// Code of the language it is taught in.
    pub language: String,
    /// Teaching hours of 45 minutes.
    pub teaching_hours: i64,
    /// The youngest age that it is for, on the day of the first meeting; none where people join without being asked.
    pub age_from: Option<i64>,
    /// The oldest; there where the youngest is.
    pub age_to: Option<i64>,
    /// Whether a family's funding certificate pays for it.
    pub takes_certificate: bool,
    /// Where it stands.
    pub state: CourseState,
    /// Grows with every save.
    pub version: i64,
}

from_row!(Course {
    id,
    organisation_id,
    code,
    title,
    subject,
    summary,
    topics,
    audience,
    language,
    teaching_hours,
    age_from,
    age_to,
    takes_certificate,
    state,
    version
});

impl Course {
    /// The youngest and the oldest age that it is for; none where it asks for no age.
    pub fn ages(&self) -> Option<(i64, i64)> {
        self.age_from.zip(self.age_to)
    }

    /// The topics, one by one.
    pub fn topic_lines(&self) -> impl Iterator<Item = &str> {
        self.topics
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
    }
}

/// One run of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its course.
    pub course_id: CourseId,
    /// Known by in lists; once in a course.
    pub code: String,
    /// Where it stands.
    pub state: GroupState,
    /// Where people meet.
    pub mode: Mode,
    /// The room and its address, in words.
    pub place: String,
    /// Address of the online room; never on a public page.
    pub online_link: String,
    /// Names of those who teach, in words.
    pub trainers: String,
    /// Places.
    pub capacity: i64,
    /// So many are needed for it to take place.
    pub minimum: i64,
    /// Places held, as of when the row was read.
    pub taken: i64,
    /// So many may wait for a place; 0 is no waiting list.
    pub waiting_places: i64,
    /// So many do, as of when the row was read.
    pub waiting: i64,
    /// Whether staff decides about every application.
    pub needs_approval: bool,
    /// First instant of the enrolment window.
    pub opens_at: Timestamp,
    /// First instant after the enrolment window.
    pub closes_at: Timestamp,
    /// Price in minor units; 0 is free.
    pub price_minor: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// Share of the teaching time that completes the training, in percent.
    pub attendance_percent: i64,
    /// Who signs certificates.
    pub signatory_name: String,
    /// As what.
    pub signatory_role: String,
    /// SEQUENCE of the calendar entry: grows with every change that people are told of.
    pub sequence: i64,
    /// Grows with every save.
    pub version: i64,
    /// When it was first published.
    pub published_at: Option<Timestamp>,
    /// When it was finished.
    pub finished_at: Option<Timestamp>,
    /// How places are given.
    pub allocation: Allocation,
    /// When its places were drawn.
    pub drawn_at: Option<Timestamp>,
}

impl Group {
    /// Whether its places are given by a draw that is still to come: until then nobody gets one, and all who apply take part
    /// equally.
    pub fn is_undrawn(&self) -> bool {
        self.allocation != Allocation::FirstCome && self.drawn_at.is_none()
    }
}

from_row!(Group {
    id,
    course_id,
    code,
    state,
    mode,
    place,
    online_link,
    trainers,
    capacity,
    minimum,
    taken,
    waiting_places,
    waiting,
    needs_approval,
    opens_at,
    closes_at,
    price_minor,
    currency,
    attendance_percent,
    signatory_name,
    signatory_role,
    sequence,
    version,
    published_at,
    finished_at,
    allocation,
    drawn_at
});

/// One date and time of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// Its group.
    pub group_id: GroupId,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// Its own place; empty is the group's.
    pub place: String,
    /// The room of the list of venues; its words stand in the place.
    pub room_id: Option<RoomId>,
}

from_row!(Meeting {
    id,
    group_id,
    starts_at,
    ends_at,
    place,
    room_id
});

/// A group with all that pages and letters say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupDetail {
    /// The group.
    pub group: Group,
    /// Its course.
    pub course: Arc<Course>,
    /// Its meetings, in order of time.
    pub meetings: Vec<Meeting>,
    /// Who offers it.
    pub organisation: Arc<OrganisationSummary>,
}

impl GroupDetail {
    /// When the first meeting begins; none without meetings.
    pub fn starts_at(&self) -> Option<Timestamp> {
        self.meetings.first().map(|meeting| meeting.starts_at)
    }

    /// When the last meeting ends; none without meetings.
    pub fn ends_at(&self) -> Option<Timestamp> {
        self.meetings.iter().map(|meeting| meeting.ends_at).max()
    }

    /// The day of an instant on the organisation's clock.
    pub fn local_date(&self, at: Timestamp) -> Date {
        at.to_zoned(self.organisation.zone.clone()).date()
    }

    /// Where a meeting takes place: its own place, or the group's.
    pub fn place_of<'a>(&'a self, meeting: &'a Meeting) -> &'a str {
        if meeting.place.is_empty() {
            &self.group.place
        } else {
            &meeting.place
        }
    }
}
