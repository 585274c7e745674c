//! SQL of the reports: facts of the groups that begin in a period, in the branch of an administrator.

use database::from_row;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::accounts::OrganisationId;
use crate::catalogue::{CourseId, GroupId, GroupState};
use crate::enrolment::{EnrolmentId, EnrolmentState};
use crate::payments::{ChargeId, ChargeState};
use crate::people::PersonId;
use crate::surveys::store::complete;

/// Groups that were ever on offer and begin from $3 until $4, in the branch of which account $1 is administrator at $2.
macro_rules! begun {
    () => {
        "WITH RECURSIVE branch (id) AS (SELECT o.id FROM organisations o JOIN roles r ON (r.organisation_id = o.id \
        OR r.organisation_id IS NULL) WHERE r.account_id = $1 AND (r.ends_at IS NULL OR r.ends_at > $2) \
        AND r.role IN ('installation_administrator', 'organisation_administrator') \
        UNION SELECT o.id FROM organisations o JOIN branch b ON o.parent_id = b.id), \
        begun AS (SELECT g.id, g.code, g.state, g.capacity, c.id AS course_id, c.title, c.subject, c.organisation_id, \
        c.teaching_hours, MIN(m.starts_at) AS starts_at FROM groups g JOIN courses c ON c.id = g.course_id \
        JOIN meetings m ON m.group_id = g.id WHERE g.state <> 'draft' AND c.organisation_id IN (SELECT id FROM branch) \
        GROUP BY g.id, g.code, g.state, g.capacity, c.id, c.title, c.subject, c.organisation_id, c.teaching_hours \
        HAVING MIN(m.starts_at) >= $3 AND MIN(m.starts_at) < $4) "
    };
}

database::statements! {
    /// The groups, in the order in which they begin.
    pub LIST_GROUPS = concat!(begun!(), "SELECT id, code, state, capacity, course_id, title, subject, organisation_id, \
        teaching_hours, starts_at FROM begun ORDER BY starts_at, id");
    /// Those who take or took part in them, in no particular order: alphabets are not SQL's.
    pub LIST_PEOPLE = concat!(begun!(), "SELECT e.id, e.group_id, e.person_id, e.state, p.surname, p.given_name, \
        p.workplace_id, CASE WHEN o.id IS NULL THEN p.workplace_name WHEN o.city = '' THEN o.name ELSE o.name || ', ' || o.city END AS workplace, COALESCE(o.institution_type, '') AS stage FROM enrolments e JOIN begun b ON b.id = e.group_id \
        JOIN people p ON p.id = e.person_id LEFT JOIN organisations o ON o.id = p.workplace_id \
        WHERE e.state IN ('confirmed', 'attending', 'completed', 'not_completed')");
    /// The children who take or took part in them: a row for each place, and of a record that was merged the one that was kept.
    pub LIST_CHILDREN = concat!(begun!(), "SELECT e.group_id, k.id AS child, k.municipality_id, k.born_on, b.subject, g.price_minor, \
        c.takes_certificate FROM enrolments e JOIN begun b ON b.id = e.group_id JOIN groups g ON g.id = b.id \
        JOIN courses c ON c.id = b.course_id JOIN people p ON p.id = e.person_id JOIN people k ON k.id = COALESCE(p.merged_into, p.id) \
        WHERE e.state IN ('confirmed', 'attending', 'completed', 'not_completed') AND k.identity_key IS NOT NULL");
    /// What is and was to be paid for them.
    pub LIST_CHARGES = concat!(begun!(), "SELECT h.id, e.group_id, h.state, h.amount_minor, h.booked_minor, h.currency, \
        h.due_on, p.surname, p.given_name, h.let_go_at FROM charges h JOIN enrolments e ON e.id = h.enrolment_id \
        JOIN begun b ON b.id = e.group_id JOIN people p ON p.id = e.person_id ORDER BY h.id");
    /// What their surveys were answered with before day $5, as the surveys' own lists order it.
    pub LIST_ANSWERS = concat!(begun!(), "SELECT s.group_id, b.code, s.template_id, s.answers, b.starts_at, ", complete!("b", "$5"), " \
        FROM survey_answers s JOIN begun b ON b.id = s.group_id WHERE b.state = 'finished' AND s.answered_on < $5 \
        ORDER BY s.group_id, s.answered_on, s.id");
}

/// A group.
#[derive(Clone, Debug)]
pub struct GroupFact {
    /// Its id.
    pub id: GroupId,
    /// Known by in lists.
    pub code: String,
    /// Where it stands.
    pub state: GroupState,
    /// Places.
    pub capacity: i64,
    /// Its course.
    pub course_id: CourseId,
    /// Title of the course.
    pub title: String,
    /// Subject of the course.
    pub subject: String,
    /// Whose offer it is.
    pub organisation_id: OrganisationId,
    /// Hours of the course.
    pub teaching_hours: i64,
    /// First meeting.
    pub starts_at: Timestamp,
}

from_row!(GroupFact {
    id,
    code,
    state,
    capacity,
    course_id,
    title,
    subject,
    organisation_id,
    teaching_hours,
    starts_at
});

/// Somebody who takes or took part.
#[derive(Clone, Debug)]
pub struct PersonFact {
    /// The enrolment.
    pub id: EnrolmentId,
    /// In which group.
    pub group_id: GroupId,
    /// Who: one may take part in several groups.
    pub person_id: PersonId,
    /// Where it stands.
    pub state: EnrolmentState,
    /// Surname.
    pub surname: String,
    /// Given name.
    pub given_name: String,
    /// Workplace in the directory.
    pub workplace_id: Option<OrganisationId>,
    /// Workplace by its name and town in the directory, or as typed.
    pub workplace: String,
    /// Kind of the workplace as the directory has it; empty for one that it does not have.
    pub stage: String,
}

from_row!(PersonFact {
    id,
    group_id,
    person_id,
    state,
    surname,
    given_name,
    workplace_id,
    workplace,
    stage
});

/// An amount due.
#[derive(Clone, Debug)]
pub struct ChargeFact {
    /// The charge.
    pub id: ChargeId,
    /// For which group.
    pub group_id: GroupId,
    /// Where it stands.
    pub state: ChargeState,
    /// Minor units.
    pub amount_minor: i64,
    /// What has come in of it.
    pub booked_minor: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// Last day to pay.
    pub due_on: Date,
    /// Surname of the participant.
    pub surname: String,
    /// Given name.
    pub given_name: String,
    /// When it was let go, since the place was given back in time.
    pub let_go_at: Option<Timestamp>,
}

from_row!(ChargeFact {
    id,
    group_id,
    state,
    amount_minor,
    booked_minor,
    currency,
    due_on,
    surname,
    given_name,
    let_go_at
});

/// A place that a child has or had.
#[derive(Clone, Debug)]
pub struct ChildFact {
    /// In which group.
    pub group_id: GroupId,
    /// Which child.
    pub child: PersonId,
    /// Where it lives.
    pub municipality_id: Option<OrganisationId>,
    /// When it was born.
    pub born_on: Option<Date>,
    /// Subject of the course.
    pub subject: String,
    /// Price of the place, in minor units.
    pub price_minor: i64,
    /// Whether a family's funding certificate pays for the course.
    pub takes_certificate: bool,
}

from_row!(ChildFact {
    group_id,
    child,
    municipality_id,
    born_on,
    subject,
    price_minor,
    takes_certificate
});
