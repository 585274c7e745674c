//! SQL of waiting lists and of late resignations, and the rows as they are read.

use database::from_row;
use jiff::Timestamp;

use super::EnrolmentId;
use super::concern_store::concerning;
use crate::accounts::AccountId;

database::statements! {
    /// Puts an enrolment that waits at the end of the line, by its time of application, then its number.
    pub STAND_IN_LINE = "UPDATE enrolments SET line_at = applied_at, line_no = id WHERE id = $1";
    /// How many stand in line up to an enrolment, with it.
    pub FIND_POSITION = "SELECT COUNT(*) FROM enrolments e JOIN enrolments o ON o.group_id = e.group_id \
        AND o.state = 'waiting' AND (o.line_at < e.line_at OR (o.line_at = e.line_at AND o.line_no <= e.line_no)) \
        WHERE e.id = $1 AND e.state = 'waiting'";
    /// The same for everything that an account waits for.
    pub LIST_POSITIONS_OF_ACCOUNT = concat!("SELECT e.id, (SELECT COUNT(*) FROM enrolments o WHERE o.group_id = e.group_id \
        AND o.state = 'waiting' AND (o.line_at < e.line_at OR (o.line_at = e.line_at AND o.line_no <= e.line_no))) AS position \
        FROM enrolments e WHERE e.state = 'waiting' AND e.id IN (", concerning!(), ")");
    /// The first in line for a place in a group, with what letters need.
    pub FIND_FIRST_IN_LINE = concat!(listed!(), " WHERE e.group_id = $1 AND e.state = 'waiting' \
        ORDER BY e.line_at, e.line_no LIMIT 1");
    /// The whole line of a group, in its order.
    pub LIST_LINE = "SELECT id, line_at, line_no FROM enrolments WHERE group_id = $1 AND state = 'waiting' \
        ORDER BY line_at, line_no";
    /// Puts somebody in line elsewhere.
    pub MOVE_IN_LINE = "UPDATE enrolments SET line_at = $2, line_no = $3 WHERE id = $1 AND state = 'waiting'";
    /// Keeps others from joining or leaving the line of a group until the end of the transaction.
    pub HOLD_LINE = "UPDATE groups SET waiting = waiting WHERE id = $1 RETURNING taken, waiting";
    /// Until when the offer to an enrolment holds.
    pub SET_OFFERED_UNTIL = "UPDATE enrolments SET offered_until = $2 WHERE id = $1";
    /// Offers of a group that hold longer than this hold until then.
    pub SHORTEN_OFFERS = "UPDATE enrolments SET offered_until = $2 WHERE group_id = $1 AND state = 'offered' \
        AND offered_until > $2";
    /// Groups with offers that are over at $1.
    pub LIST_GROUPS_WITH_LAPSED = "SELECT DISTINCT group_id FROM enrolments WHERE state = 'offered' AND offered_until <= $1";
    /// Groups with a free place that somebody waits for.
    pub LIST_GROUPS_TO_FILL = "SELECT id FROM groups WHERE waiting > 0 AND taken < capacity AND state = 'published' \
        AND (allocation = 'first_come' OR drawn_at IS NOT NULL)";
    /// Offers of a group that are over at $2, oldest first, with what letters need.
    pub LIST_LAPSED = concat!(listed!(), " WHERE e.group_id = $1 AND e.state = 'offered' AND e.offered_until <= $2 \
        ORDER BY e.offered_until, e.id");

    /// Somebody asks to be withdrawn after the deadline, unless an earlier request waits for its answer.
    pub INSERT_LATE = "INSERT INTO late_resignations (enrolment_id, asked_at, reason, state) VALUES ($1, $2, $3, 'open') \
        ON CONFLICT DO NOTHING RETURNING id";
    /// The newest request of an enrolment.
    pub FIND_LATE = "SELECT enrolment_id, asked_at, reason, state, answer FROM late_resignations WHERE enrolment_id = $1 \
        ORDER BY id DESC LIMIT 1";
    /// All requests of an account, oldest first.
    pub LIST_LATE_OF_ACCOUNT = concat!("SELECT l.enrolment_id, l.asked_at, l.reason, l.state, l.answer FROM late_resignations l \
        WHERE l.enrolment_id IN (", concerning!(), ") ORDER BY l.id");
    /// Requests of a group that wait for an answer, oldest first; those of enrolments that have ended do not.
    pub LIST_LATE_OF_GROUP = "SELECT l.enrolment_id, l.asked_at, l.reason, l.state, l.answer FROM late_resignations l \
        JOIN enrolments e ON e.id = l.enrolment_id WHERE e.group_id = $1 AND l.state = 'open' \
        AND e.state IN ('applied', 'confirmed', 'attending') ORDER BY l.id";
    /// Answers the open request of an enrolment.
    pub ANSWER_LATE = "UPDATE late_resignations SET state = $2, decided_at = $3, decided_by = $4, answer = $5 \
        WHERE enrolment_id = $1 AND state = 'open'";
    /// Administrators and operators of an organisation itself, who answer its requests.
    pub LIST_KEEPERS = "SELECT DISTINCT a.id, a.email, a.language FROM accounts a JOIN roles r ON r.account_id = a.id \
        WHERE r.organisation_id = $1 AND r.role IN ('organisation_administrator', 'operator') AND a.state = 'active' \
        AND (r.ends_at IS NULL OR r.ends_at > $2) ORDER BY a.id";
    /// Administrators of the installation.
    pub LIST_INSTALLATION = "SELECT DISTINCT a.id, a.email, a.language FROM accounts a JOIN roles r ON r.account_id = a.id \
        WHERE r.role = 'installation_administrator' AND a.state = 'active' AND (r.ends_at IS NULL OR r.ends_at > $1) ORDER BY a.id";

    /// Groups with applications that came in before $1 and were not told of in every stage.
    pub LIST_GROUPS_WITH_UNDECIDED = "SELECT DISTINCT e.group_id FROM enrolments e WHERE e.state = 'applied' AND e.changed_at < $1 \
        AND NOT EXISTS (SELECT 1 FROM undecided_told u WHERE u.enrolment_id = e.id AND u.stage = 'escalation')";
    /// Applications to a group that wait for a decision, oldest first.
    pub LIST_UNDECIDED = "SELECT id, changed_at AS since FROM enrolments WHERE group_id = $1 AND state = 'applied' ORDER BY changed_at, id";
    /// Notes that an application was told of in a stage; nothing when it was before.
    pub INSERT_UNDECIDED = "INSERT INTO undecided_told (enrolment_id, stage, told_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
}

/// An application that waits for a decision.
#[derive(Clone, Copy, Debug)]
pub struct Undecided {
    /// Whose.
    pub id: EnrolmentId,
    /// Since when.
    pub since: Timestamp,
}

from_row!(Undecided { id, since });

/// Somebody's spot in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InLine {
    /// Whose.
    pub id: EnrolmentId,
    /// Time of application, unless staff moved somebody up.
    pub line_at: Timestamp,
    /// What decides between equal times.
    pub line_no: i64,
}

from_row!(InLine {
    id,
    line_at,
    line_no
});

/// A request to be withdrawn after the deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    /// From which enrolment.
    pub enrolment_id: EnrolmentId,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// Why, in the person's words.
    pub reason: String,
    /// `open`, `withdrawn` or `declined`.
    pub state: String,
    /// What staff answered.
    pub answer: String,
}

from_row!(Late {
    enrolment_id,
    asked_at,
    reason,
    state,
    answer
});

impl Late {
    /// Whether it waits for an answer.
    pub fn is_open(&self) -> bool {
        self.state == "open"
    }
}

/// Somebody who answers an organisation's requests.
#[derive(Clone, Debug)]
pub struct Keeper {
    /// The account.
    pub id: AccountId,
    /// Where letters go.
    pub email: String,
    /// Code of the language they are written in.
    pub language: String,
}

from_row!(Keeper {
    id,
    email,
    language
});
