//! SQL of what waits: numbers only, one statement for each kind, of the branch of account $1 at $2. What is counted here is
//! what the lists of the rooms show.

use crate::families::staff::staff_store::{branch as served, of_branch, open};
use crate::merging::store::branch as overseen;

/// The organisations in whose branch account $1 has one of these roles at $2.
macro_rules! branch {
    ($roles:literal) => {
        concat!(
            "WITH RECURSIVE branch (id) AS (SELECT o.id FROM organisations o JOIN roles r ON (r.organisation_id = o.id \
             OR r.organisation_id IS NULL) WHERE r.account_id = $1 AND (r.ends_at IS NULL OR r.ends_at > $2) AND r.role IN (",
            $roles,
            ") UNION SELECT o.id FROM organisations o JOIN branch b ON o.parent_id = b.id) "
        )
    };
}

/// Those who decide about groups.
macro_rules! desk {
    () => {
        branch!("'installation_administrator', 'organisation_administrator', 'operator'")
    };
}

/// Those who keep books.
macro_rules! books {
    () => {
        branch!("'installation_administrator', 'organisation_administrator', 'accountant'")
    };
}

database::statements! {
    /// Applications that wait for a decision.
    pub COUNT_APPLICATIONS = concat!(desk!(), "SELECT c.organisation_id, COUNT(*) AS count, MIN(e.applied_at) AS since \
        FROM enrolments e JOIN groups g ON g.id = e.group_id JOIN courses c ON c.id = g.course_id WHERE e.state = 'applied' \
        AND c.organisation_id IN (SELECT id FROM branch) GROUP BY c.organisation_id");
    /// Requests that wait for an answer.
    pub COUNT_REQUESTS = concat!(branch!("'installation_administrator', 'organisation_administrator', 'operator', 'support_centre'"),
        "SELECT q.organisation_id, COUNT(*) AS count, MIN(q.due_at) AS since FROM requests q WHERE q.state = 'opened' \
        AND q.organisation_id IN (SELECT id FROM branch) GROUP BY q.organisation_id");
    /// Children whose data nobody has compared with documents.
    pub COUNT_CHILDREN = concat!(served!(), "SELECT p.municipality_id AS organisation_id, COUNT(*) AS count, \
        MIN(p.created_at) AS since FROM people p WHERE p.identity_key IS NOT NULL AND p.state = 'unconfirmed' AND ", of_branch!(),
        " GROUP BY p.municipality_id");
    /// Children whom another account asks to act for.
    pub COUNT_GUARDIANS = concat!(served!(), "SELECT p.municipality_id AS organisation_id, COUNT(DISTINCT p.id) AS count, \
        MIN(h.asked_at) AS since FROM guardianships h JOIN accounts a ON a.id = h.account_id JOIN people p ON p.id = h.person_id \
        WHERE h.state = 'asked' AND a.state = 'active' AND p.identity_key IS NOT NULL AND p.state <> 'merged' AND ", of_branch!(),
        " GROUP BY p.municipality_id");
    /// Corrections that guardians ask for.
    pub COUNT_CORRECTIONS = concat!(served!(), "SELECT p.municipality_id AS organisation_id, COUNT(*) AS count, \
        MIN(k.asked_at) AS since FROM child_corrections k JOIN people p ON p.id = k.person_id WHERE k.state = 'open' AND ",
        of_branch!(), " GROUP BY p.municipality_id");
    /// Cases whose records are both of the branch.
    pub COUNT_CASES = concat!(served!(), ", mine (id) AS (SELECT p.id FROM people p WHERE p.id IN (SELECT person_id FROM duplicate_cases \
        WHERE state = 'open' UNION SELECT other_id FROM duplicate_cases WHERE state = 'open') AND ", of_branch!(), ") \
        SELECT CAST(NULL AS BIGINT) AS organisation_id, COUNT(*) AS count, MIN(d.opened_at) AS since FROM duplicate_cases d \
        WHERE d.state = 'open' AND d.person_id IN (SELECT id FROM mine) AND d.other_id IN (SELECT id FROM mine)");
    /// Changes of municipality to decide: both municipalities are of the branch.
    pub COUNT_MOVES = concat!(branch!("'installation_administrator', 'organisation_administrator'"),
        "SELECT CAST(NULL AS BIGINT) AS organisation_id, COUNT(*) AS count, MIN(m.submitted_at) AS since FROM municipality_changes m \
        WHERE m.state = 'submitted' AND m.from_id IN (SELECT id FROM branch) AND m.to_id IN (SELECT id FROM branch)");
    /// Changes of municipality whose signed application is not here yet.
    pub COUNT_DRAFTS = concat!(desk!(), "SELECT m.organisation_id, COUNT(*) AS count, MIN(m.opened_at) AS since \
        FROM municipality_changes m WHERE m.state = 'draft' AND m.organisation_id IN (SELECT id FROM branch) GROUP BY m.organisation_id");
    /// Merges that wait for the holder's answer.
    pub COUNT_MERGES = concat!(overseen!(), "SELECT m.organisation_id, COUNT(*) AS count, MIN(m.opened_at) AS since FROM merges m \
        WHERE m.state = 'asked' AND (m.opened_by = $1 OR m.organisation_id IN (SELECT id FROM branch) OR EXISTS (SELECT 1 FROM roles r \
        WHERE r.account_id = $1 AND r.role = 'installation_administrator' AND (r.ends_at IS NULL OR r.ends_at > $2))) \
        GROUP BY m.organisation_id");
    /// Certificates that wait for their holders' data, by group.
    pub COUNT_CERTIFICATES = concat!(desk!(), "SELECT c.organisation_id, e.group_id, COUNT(*) AS count, MIN(w.tried_at) AS since \
        FROM certificates_waiting w JOIN enrolments e ON e.id = w.enrolment_id JOIN groups g ON g.id = e.group_id \
        JOIN courses c ON c.id = g.course_id WHERE c.organisation_id IN (SELECT id FROM branch) GROUP BY c.organisation_id, e.group_id");
    /// What the institutions for which the account speaks are asked to pay, and the first instant that is too late.
    pub COUNT_ASKED = "WITH RECURSIVE branch (id) AS (SELECT o.id FROM organisations o JOIN roles r ON r.organisation_id = o.id \
        WHERE r.account_id = $1 AND (r.ends_at IS NULL OR r.ends_at > $2) AND r.role IN ('organisation_administrator', 'operator', 'accountant') \
        UNION SELECT o.id FROM organisations o JOIN branch b ON o.parent_id = b.id) \
        SELECT i.organisation_id, COUNT(*) AS count, MIN(a.answer_before) AS since FROM institution_asks a \
        JOIN charges c ON c.id = a.charge_id JOIN enrolment_payers i ON i.enrolment_id = c.enrolment_id \
        WHERE a.state = 'awaiting_institution' AND c.state IN ('due', 'overdue') AND (i.organisation_id IN (SELECT id FROM branch) \
        OR (i.organisation_id IS NULL AND i.tax_id IN (SELECT t.tax_id FROM organisations t JOIN branch b ON b.id = t.id \
        WHERE t.tax_id IS NOT NULL))) GROUP BY i.organisation_id";
    /// Entries of statements to match.
    pub COUNT_ENTRIES = concat!(books!(), "SELECT n.organisation_id, COUNT(*) AS count, MIN(n.booked_on) AS day FROM statement_entries n \
        WHERE n.state = 'to_match' AND n.organisation_id IN (SELECT id FROM branch) GROUP BY n.organisation_id");
    /// Charges that are overdue, or to be paid back.
    pub COUNT_CHARGES = concat!(books!(), "SELECT c.organisation_id, c.state, COUNT(*) AS count, MIN(c.due_on) AS day FROM charges c \
        WHERE c.state IN ('overdue', 'refund_due') AND c.let_go_at IS NULL AND c.organisation_id IN (SELECT id FROM branch) \
        GROUP BY c.organisation_id, c.state");
    /// Letters of the whole installation that nobody took and that were first tried after $1.
    pub COUNT_UNDELIVERED = "SELECT COUNT(*) FROM outbox WHERE state = 'given_up' AND first_tried_at > $1";

    /// When the applications of the branch that wait came in.
    pub LIST_WAITING = concat!(overseen!(), "SELECT c.organisation_id, e.applied_at FROM enrolments e \
        JOIN groups g ON g.id = e.group_id JOIN courses c ON c.id = g.course_id WHERE e.state = 'applied' \
        AND c.organisation_id IN (SELECT id FROM branch)");
    /// Requests that wait in the branch.
    pub COUNT_REQUESTS_OF_EACH = concat!(overseen!(), "SELECT q.organisation_id, COUNT(*) AS count, MIN(q.changed_at) AS since \
        FROM requests q WHERE q.state = 'opened' AND q.organisation_id IN (SELECT id FROM branch) GROUP BY q.organisation_id");
    /// Children with an open application there whose data nobody has compared with documents.
    pub COUNT_UNCONFIRMED_OF_EACH = concat!(overseen!(), "SELECT c.organisation_id, COUNT(DISTINCT p.id) AS count, \
        MIN(e.applied_at) AS since FROM people p JOIN enrolments e ON e.person_id = p.id JOIN groups g ON g.id = e.group_id \
        JOIN courses c ON c.id = g.course_id WHERE p.state = 'unconfirmed' AND p.identity_key IS NOT NULL AND e.state IN ", open!(),
        " AND c.organisation_id IN (SELECT id FROM branch) GROUP BY c.organisation_id");
}
