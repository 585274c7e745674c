//! States and events of an enrolment, as `spec/rules.md`, Enrolment, names them.

use database::{Column, ValueRef};

database::id!(
    /// One person's way through one group.
    EnrolmentId
);

/// Where an enrolment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EnrolmentState {
    /// Asked for, and holding a place until staff decides.
    Applied,
    /// In line for a place.
    Waiting,
    /// A place became free and is held for an answer.
    Offered,
    /// The place is theirs.
    Confirmed,
    /// The training has begun.
    Attending,
    /// Attended enough.
    Completed,
    /// Attended too little.
    NotCompleted,
    /// Staff said no.
    Refused,
    /// Staff withdrew it, or the group was cancelled.
    Cancelled,
    /// The participant gave the place back.
    Resigned,
    /// An offered place was not taken in time.
    Lapsed,
    /// Moved to another group of the course.
    Transferred,
}

impl EnrolmentState {
    /// All states.
    pub const ALL: [Self; 12] = [
        Self::Applied,
        Self::Waiting,
        Self::Offered,
        Self::Confirmed,
        Self::Attending,
        Self::Completed,
        Self::NotCompleted,
        Self::Refused,
        Self::Cancelled,
        Self::Resigned,
        Self::Lapsed,
        Self::Transferred,
    ];

    /// What it means to staff at a glance, as badges show it.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Confirmed | Self::Completed => "done",
            Self::Applied | Self::Offered | Self::Waiting => "attention",
            Self::Attending => "information",
            _ => "problem",
        }
    }

    /// As the database keeps it, and as message keys end.
    pub fn code(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Confirmed => "confirmed",
            Self::Attending => "attending",
            Self::Completed => "completed",
            Self::NotCompleted => "not_completed",
            Self::Refused => "refused",
            Self::Cancelled => "cancelled",
            Self::Resigned => "resigned",
            Self::Lapsed => "lapsed",
            Self::Transferred => "transferred",
        }
    }

    /// From the database's code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether one of the group's places is held; `groups.taken` counts exactly these.
    pub fn holds_a_place(self) -> bool {
        matches!(
            self,
            Self::Applied | Self::Offered | Self::Confirmed | Self::Attending
        )
    }

    /// Whether the place is theirs without further ado: the meetings are in their calendar, and they get the link of an
    /// online room.
    pub fn takes_part(self) -> bool {
        matches!(self, Self::Confirmed | Self::Attending)
    }

    /// Ended without the training: the person may join the same group anew, and no event leads out of it. The unique
    /// index `enrolments_once` leaves out exactly these.
    pub fn is_closed(self) -> bool {
        matches!(
            self,
            Self::Refused | Self::Cancelled | Self::Resigned | Self::Lapsed | Self::Transferred
        )
    }

    /// Still to come or going on: what "any open" of the rules means.
    pub fn is_open(self) -> bool {
        self.holds_a_place() || self == Self::Waiting
    }
}

impl Column for EnrolmentState {
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        String::from_value(value).and_then(|code| Self::from_code(&code))
    }
}

/// What happens to an enrolment. Who may cause it is decided by permissions, when by rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A place became free for the next in line.
    Offer,
    /// The offered place is taken, and staff has to approve it.
    AcceptForApproval,
    /// Drawn for a place that needs nothing more.
    Draw,
    /// Drawn for a place that staff has to approve.
    DrawForApproval,
    /// Another wish of the same person, a dearer one, got a place.
    Outdo,
    /// Nothing (more) needs approval: the place is theirs.
    Confirm,
    /// The offered place was not taken in time.
    Lapse,
    /// Staff says no.
    Refuse,
    /// Staff withdraws it, or the group is cancelled.
    Cancel,
    /// The participant gives the place back.
    Resign,
    /// The first meeting begins.
    Start,
    /// The end, with enough attendance; also the correction by staff.
    Complete,
    /// The end, with too little attendance; also the correction by staff.
    Fail,
    /// Staff moves it to another group.
    Transfer,
}

impl Event {
    /// All events.
    pub const ALL: [Self; 14] = [
        Self::Offer,
        Self::AcceptForApproval,
        Self::Draw,
        Self::DrawForApproval,
        Self::Outdo,
        Self::Confirm,
        Self::Lapse,
        Self::Refuse,
        Self::Cancel,
        Self::Resign,
        Self::Start,
        Self::Complete,
        Self::Fail,
        Self::Transfer,
    ];
}

/// The table of `spec/rules.md` has no such transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{from:?} has no transition for {event:?}")]
pub struct NoSuchTransition {
    /// Where the enrolment stands.
    pub from: EnrolmentState,
    /// What was to happen.
    pub event: Event,
}
