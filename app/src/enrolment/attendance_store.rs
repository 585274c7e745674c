//! SQL of attendance that people mark themselves, by the code shown in the room.

use database::from_row;
use jiff::Timestamp;

use super::EnrolmentId;
use super::concern_store::concerning;
use crate::accounts::OrganisationId;
use crate::catalogue::{GroupId, MeetingId};

/// Columns of an [`Attendable`], for account $1: of its own, and of those whom it acts for or is linked to.
macro_rules! attendable {
    () => {
        concat!("SELECT m.id AS meeting_id, e.id AS enrolment_id, g.id AS group_id, c.organisation_id, c.title, m.starts_at, \
        m.ends_at, CASE WHEN m.place <> '' THEN m.place ELSE g.place END AS place, a.present, \
        CASE WHEN p.account_id = $1 THEN '' ELSE p.given_name END AS child FROM enrolments e JOIN people p ON p.id = e.person_id \
        JOIN groups g ON g.id = e.group_id JOIN courses c ON c.id = g.course_id JOIN meetings m ON m.group_id = g.id \
        LEFT JOIN attendance a ON a.meeting_id = m.id AND a.enrolment_id = e.id WHERE e.id IN (", concerning!(), ") ")
    };
}

database::statements! {
    /// Meeting $2, for whoever takes or took part in its group: a parent has several children there, perhaps.
    pub LIST_ATTENDABLE = concat!(attendable!(), "AND m.id = $2 \
        AND e.state IN ('confirmed', 'attending', 'completed', 'not_completed') ORDER BY e.id");
    /// The same for enrolment $3.
    pub FIND_ATTENDABLE = concat!(attendable!(), "AND m.id = $2 \
        AND e.state IN ('confirmed', 'attending', 'completed', 'not_completed') AND e.id = $3");
    /// Meetings that go on at $2 and that the account takes part in.
    pub LIST_ATTENDABLE_NOW = concat!(attendable!(), "AND e.state IN ('confirmed', 'attending') \
        AND m.starts_at <= $2 AND $2 <= m.ends_at ORDER BY m.starts_at, m.id, e.id");
    /// Whether somebody is marked at a meeting, and how.
    pub FIND_MARK = "SELECT present FROM attendance WHERE meeting_id = $1 AND enrolment_id = $2";
    /// How many are marked as present at meeting $1, and how many take part in group $2.
    pub COUNT_PRESENT = "SELECT (SELECT COUNT(*) FROM attendance WHERE meeting_id = $1 AND present) AS present, \
        (SELECT COUNT(*) FROM enrolments WHERE group_id = $2 AND state IN ('confirmed', 'attending')) AS everybody";
}

/// A meeting at which somebody can be present.
#[derive(Clone, Debug)]
pub struct Attendable {
    /// The meeting.
    pub meeting_id: MeetingId,
    /// Whose enrolment.
    pub enrolment_id: EnrolmentId,
    /// Its group.
    pub group_id: GroupId,
    /// Whose offer it is.
    pub organisation_id: OrganisationId,
    /// Title of the training.
    pub title: String,
    /// Begin.
    pub starts_at: Timestamp,
    /// End.
    pub ends_at: Timestamp,
    /// Where.
    pub place: String,
    /// As marked so far.
    pub present: Option<bool>,
    /// Given name of the child that takes part; empty for the holder of the account.
    pub child: String,
}

from_row!(Attendable {
    meeting_id,
    enrolment_id,
    group_id,
    organisation_id,
    title,
    starts_at,
    ends_at,
    place,
    present,
    child
});
