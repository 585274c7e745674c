//! SQL of merges; what moves rows of other rooms stands in `references_store`.

use database::from_row;
use jiff::Timestamp;

use super::types::{MergeId, MergeState};
use crate::accounts::{AccountId, OrganisationId};
use crate::people::PersonId;

/// Columns of a [`Merge`].
macro_rules! merge {
    () => {
        "m.id, m.gone_account_id, m.kept_account_id, m.gone_person_id, m.kept_person_id, m.state, m.chosen, m.known_before, m.reason, \
         m.organisation_id, m.opened_at, m.opened_by, m.decided_at, m.undone_at"
    };
}

/// The organisations that account $1 serves at $2 as an administrator, or as a support centre, which serves the municipality
/// that it belongs to.
macro_rules! branch {
    () => {
        "WITH RECURSIVE branch (id) AS (SELECT o.id FROM organisations o JOIN roles r ON (r.organisation_id IS NULL \
         OR o.id = r.organisation_id OR o.id = (SELECT s.parent_id FROM organisations s WHERE s.id = r.organisation_id \
         AND s.kind = 'support_centre')) WHERE r.account_id = $1 AND (r.ends_at IS NULL OR r.ends_at > $2) \
         AND r.role IN ('installation_administrator', 'organisation_administrator', 'support_centre') \
         UNION SELECT o.id FROM organisations o JOIN branch b ON o.parent_id = b.id) "
    };
}

pub(crate) use branch;

database::statements! {
    /// How much of account $3 lies outside the branch of account $1 at $2: applications, and children by where they live.
    pub COUNT_OUTSIDE = concat!(branch!(), "SELECT COUNT(*) FROM (SELECT c.organisation_id AS at FROM enrolments e \
        JOIN groups g ON g.id = e.group_id JOIN courses c ON c.id = g.course_id WHERE e.account_id = $3 \
        UNION ALL SELECT p.municipality_id FROM guardianships h JOIN people p ON p.id = h.person_id \
        WHERE h.account_id = $3 AND h.state IN ('holds', 'asked') AND p.municipality_id IS NOT NULL) x \
        WHERE x.at NOT IN (SELECT id FROM branch)");
    /// Whether account $3 is anybody's business in the branch of account $1 at $2: it has applications, children, a workplace, requests
    /// or roles there. That of nobody is the region's, and that of the whole installation.
    pub COUNT_INSIDE = concat!(branch!(), "SELECT (SELECT COUNT(*) FROM (SELECT c.organisation_id AS at FROM enrolments e \
        JOIN groups g ON g.id = e.group_id JOIN courses c ON c.id = g.course_id WHERE e.account_id = $3 \
        UNION ALL SELECT p.municipality_id FROM guardianships h JOIN people p ON p.id = h.person_id \
        WHERE h.account_id = $3 AND h.state IN ('holds', 'asked') \
        UNION ALL SELECT p.workplace_id FROM people p WHERE p.account_id = $3 \
        UNION ALL SELECT q.organisation_id FROM requests q WHERE q.account_id = $3 \
        UNION ALL SELECT w.organisation_id FROM roles w WHERE w.account_id = $3) x WHERE x.at IN (SELECT id FROM branch)) \
        + (SELECT COUNT(*) FROM branch b JOIN organisations o ON o.id = b.id WHERE o.kind = 'region') \
        + (SELECT COUNT(*) FROM roles r WHERE r.account_id = $1 AND r.role = 'installation_administrator' \
        AND r.organisation_id IS NULL AND (r.ends_at IS NULL OR r.ends_at > $2))");
    /// The name of a record.
    pub FIND_NAME = "SELECT given_name || ' ' || surname FROM people WHERE id = $1";
    /// What was opened in the branch of account $1 at $2, or by that account, the newest first.
    pub LIST_MERGES = concat!(branch!(), "SELECT m.id, COALESCE(a.name, p.given_name || ' ' || p.surname) AS gone, \
        COALESCE(b.name, q.given_name || ' ' || q.surname) AS kept, CASE WHEN m.gone_account_id IS NULL THEN 'person' ELSE 'account' END \
        AS kind, m.state, o.name AS opened_by, m.opened_at FROM merges m LEFT JOIN accounts a ON a.id = m.gone_account_id \
        LEFT JOIN accounts b ON b.id = m.kept_account_id LEFT JOIN people p ON p.id = m.gone_person_id \
        LEFT JOIN people q ON q.id = m.kept_person_id JOIN accounts o ON o.id = m.opened_by WHERE m.opened_by = $1 \
        OR m.organisation_id IN (SELECT id FROM branch) OR EXISTS (SELECT 1 FROM roles r WHERE r.account_id = $1 \
        AND r.role = 'installation_administrator' AND (r.ends_at IS NULL OR r.ends_at > $2)) ORDER BY m.id DESC LIMIT 500");
    /// Whether account $1 has merge $3 in its list at $2.
    pub COUNT_IN_REACH = concat!(branch!(), "SELECT COUNT(*) FROM merges m WHERE m.id = $3 AND (m.opened_by = $1 \
        OR m.organisation_id IN (SELECT id FROM branch) OR EXISTS (SELECT 1 FROM roles r WHERE r.account_id = $1 \
        AND r.role = 'installation_administrator' AND (r.ends_at IS NULL OR r.ends_at > $2)))");
    /// A merge.
    pub FIND_MERGE = concat!("SELECT ", merge!(), " FROM merges m WHERE m.id = $1");
    /// What account $1 is asked.
    pub LIST_ASKED = concat!("SELECT ", merge!(), " FROM merges m WHERE m.kept_account_id = $1 AND m.state = 'asked' ORDER BY m.id");
    /// Whether one of two accounts waits for an answer already.
    pub COUNT_ASKED = "SELECT COUNT(*) FROM merges WHERE state = 'asked' AND (gone_account_id IN ($1, $2) OR kept_account_id IN ($1, $2))";
    /// A new merge.
    pub INSERT_MERGE = "INSERT INTO merges (gone_account_id, kept_account_id, gone_person_id, kept_person_id, state, chosen, reason, \
        organisation_id, opened_at, opened_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id";
    /// An answer; nothing when it was answered before.
    pub DECIDE = "UPDATE merges SET state = $2, decided_at = $3 WHERE id = $1 AND state = 'asked'";
    /// What was done.
    pub FINISH = "UPDATE merges SET state = 'done', decided_at = $2, known_before = $3, gone_person_id = $4, kept_person_id = $5 WHERE id = $1";
    /// Taken apart again; nothing when that was done before.
    pub UNDO = "UPDATE merges SET state = 'undone', undone_at = $2, undone_by = $3 WHERE id = $1 AND state = 'done'";
    /// Later merges of either side, which have to be taken apart first.
    pub COUNT_LATER = "SELECT COUNT(*) FROM merges WHERE id > $1 AND state = 'done' AND (gone_account_id IN ($2, $3) \
        OR kept_account_id IN ($2, $3) OR gone_person_id IN ($4, $5) OR kept_person_id IN ($4, $5))";
    /// One row that a merge changes.
    pub INSERT_MOVE = "INSERT INTO merge_moves (merge_id, reference, row_key, was) VALUES ($1, $2, $3, $4)";
    /// What a merge moved, by reference.
    pub COUNT_MOVES = "SELECT reference, COUNT(*) FROM merge_moves WHERE merge_id = $1 GROUP BY reference ORDER BY reference";

    /// An account gives its place to another one; nothing when one of them is not in use.
    pub MERGE_ACCOUNT = "UPDATE accounts SET state = 'merged', merged_into = $2 WHERE id = $1 AND state = 'active' AND EXISTS \
        (SELECT 1 FROM accounts AS other WHERE other.id = $2 AND other.state = 'active')";
    /// It is in use again.
    pub PART_ACCOUNT = "UPDATE accounts SET state = 'active', merged_into = NULL WHERE id = $1 AND state = 'merged' AND merged_into = $2";
    /// An account in use, by its address.
    pub FIND_ACCOUNT = "SELECT id, name, email, language, created_at FROM accounts WHERE email_key = $1 AND state = 'active'";
    /// An account, by its id.
    pub FIND_ACCOUNT_BY_ID = "SELECT id, name, email, language, created_at FROM accounts WHERE id = $1";
    /// Trainings and applications of an account that are not over.
    pub LIST_OPEN = "SELECT e.id, c.title, g.code AS group_code, e.state, p.given_name || ' ' || p.surname AS person \
        FROM enrolments e JOIN groups g ON g.id = e.group_id JOIN courses c ON c.id = g.course_id JOIN people p ON p.id = e.person_id \
        WHERE e.account_id = $1 AND e.state IN ('applied', 'waiting', 'offered', 'confirmed', 'attending') ORDER BY e.id";
    /// Children that an account acts for.
    pub LIST_CHILDREN = "SELECT p.id, p.given_name || ' ' || p.surname AS name FROM guardianships g JOIN people p ON p.id = g.person_id \
        WHERE g.account_id = $1 AND g.state = 'holds' AND p.state <> 'merged' ORDER BY p.born_on, p.id";

    /// A record gives its place to another one; nothing when one of them is not in use.
    pub MERGE_PERSON = "UPDATE people SET state = 'merged', merged_into = $2, changed_at = $3 WHERE id = $1 \
        AND state IN ('unconfirmed', 'confirmed') AND EXISTS (SELECT 1 FROM people AS other WHERE other.id = $2 \
        AND other.state IN ('unconfirmed', 'confirmed'))";
    /// It stands by itself again.
    pub PART_PERSON = "UPDATE people SET state = $3, merged_into = NULL, changed_at = $4 WHERE id = $1 AND state = 'merged' AND merged_into = $2";
    /// How a record stands.
    pub FIND_PERSON_STATE = "SELECT state FROM people WHERE id = $1";
    /// The key of a record, none for adults.
    pub FIND_KEY = "SELECT identity_key FROM people WHERE id = $1 AND identity_key IS NOT NULL";
    /// A record has its own key again.
    pub SET_KEY = "UPDATE people SET identity_key = $2 WHERE id = $1";
    /// Whether another record has a key.
    pub COUNT_WITH_KEY = "SELECT COUNT(*) FROM people WHERE identity_key = $1 AND id <> $2";
    /// Who acts, acted or asked to act for a record.
    pub LIST_GUARDIANSHIPS_OF_PERSON = "SELECT id, person_id, account_id, state FROM guardianships WHERE person_id = $1 ORDER BY id";
    /// Whom an account acts, acted or asked to act for.
    pub LIST_GUARDIANSHIPS_OF_ACCOUNT = "SELECT id, person_id, account_id, state FROM guardianships WHERE account_id = $1 ORDER BY id";
    /// A guardianship as it is from now on.
    pub SET_GUARDIANSHIP = "UPDATE guardianships SET person_id = $2, account_id = $3, state = $4, decided_at = $5, decided_by = $6 WHERE id = $1";
    /// The guardianships that a merge changed, as they were.
    pub LIST_CHANGED_GUARDIANSHIPS = "SELECT row_key, was FROM merge_moves WHERE merge_id = $1 AND reference = 'guardianships' ORDER BY row_key";
    /// Record $2 is found by what record $1 was found by.
    pub COPY_KEYS = "INSERT INTO person_keys (hash, person_id, born) SELECT k.hash, p.id, CAST(REPLACE(COALESCE(p.born_on, '0'), '-', '') AS BIGINT) \
        FROM person_keys k JOIN people p ON p.id = $2 WHERE k.person_id = $1 ON CONFLICT DO NOTHING";
    /// Nothing leads to a record any more.
    pub DELETE_KEYS = "DELETE FROM person_keys WHERE person_id = $1";
    /// Notes the cases that are left with a record when the others have gone over.
    pub NOTE_CASES = "INSERT INTO merge_moves (merge_id, reference, row_key) SELECT CAST($2 AS BIGINT), 'cases', d.id FROM duplicate_cases d \
        WHERE d.state = 'open' AND (d.person_id = $1 OR d.other_id = $1)";
    /// The noted ones are decided: the kept record has the same ones.
    pub CLOSE_CASES = "UPDATE duplicate_cases SET state = 'same', decided_at = $2, decided_by = $3 WHERE id IN \
        (SELECT m.row_key FROM merge_moves m WHERE m.merge_id = $1 AND m.reference = 'cases')";
    /// They wait again.
    pub OPEN_CASES = "UPDATE duplicate_cases SET state = 'open', decided_at = NULL, decided_by = NULL, decision = '' WHERE id IN \
        (SELECT m.row_key FROM merge_moves m WHERE m.merge_id = $1 AND m.reference = 'cases')";
    /// The case between two records waits for a decision again.
    pub OPEN_CASE_BETWEEN = "UPDATE duplicate_cases SET state = 'open', decided_at = NULL, decided_by = NULL, decision = '' \
        WHERE state = 'same' AND ((person_id = $1 AND other_id = $2) OR (person_id = $2 AND other_id = $1))";
    /// What was asked for a record that is gone.
    pub CLOSE_CORRECTIONS = "UPDATE child_corrections SET state = 'refused', decided_at = $2, decided_by = $3, answer = $4 \
        WHERE person_id = $1 AND state = 'open'";
    /// Notes the enrolments of a child that are in the cabinet of nobody who acts for it.
    pub NOTE_HOLDERS = "INSERT INTO merge_moves (merge_id, reference, row_key, was) SELECT CAST($2 AS BIGINT), 'holders', e.id, \
        CAST(e.account_id AS TEXT) FROM enrolments e WHERE e.person_id = $1 AND EXISTS (SELECT 1 FROM guardianships g \
        WHERE g.person_id = $1 AND g.state = 'holds') AND NOT EXISTS (SELECT 1 FROM guardianships g WHERE g.person_id = $1 \
        AND g.account_id = e.account_id AND g.state = 'holds')";
    /// They are in that of the first who acts for it.
    pub TAKE_HOLDERS = "UPDATE enrolments SET account_id = (SELECT g.account_id FROM guardianships g WHERE g.person_id = $1 \
        AND g.state = 'holds' ORDER BY g.id LIMIT 1) WHERE id IN (SELECT m.row_key FROM merge_moves m WHERE m.merge_id = $2 \
        AND m.reference = 'holders')";
    /// They are where they were.
    pub GIVE_HOLDERS_BACK = "UPDATE enrolments SET account_id = (SELECT CAST(m.was AS BIGINT) FROM merge_moves m WHERE m.merge_id = $1 \
        AND m.reference = 'holders' AND m.row_key = enrolments.id) WHERE id IN (SELECT m.row_key FROM merge_moves m \
        WHERE m.merge_id = $1 AND m.reference = 'holders')";
    /// Groups in which both records have something open or ended, by title.
    pub LIST_DOUBLED = "SELECT DISTINCT c.title FROM enrolments e JOIN enrolments o ON o.group_id = e.group_id AND o.person_id = $2 \
        JOIN groups g ON g.id = e.group_id JOIN courses c ON c.id = g.course_id WHERE e.person_id = $1 \
        AND e.state NOT IN ('refused', 'cancelled', 'resigned', 'lapsed', 'transferred') \
        AND o.state NOT IN ('refused', 'cancelled', 'resigned', 'lapsed', 'transferred') ORDER BY c.title";
}

/// A merge as kept.
#[derive(Clone, Debug)]
pub struct Merge {
    /// Which.
    pub id: MergeId,
    /// The account that goes; none where only records of a child are joined.
    pub gone_account_id: Option<AccountId>,
    /// The account that is kept.
    pub kept_account_id: Option<AccountId>,
    /// The record that goes.
    pub gone_person_id: Option<PersonId>,
    /// The record that is kept.
    pub kept_person_id: Option<PersonId>,
    /// Where it stands.
    pub state: MergeState,
    /// What was chosen: JSON of a [`Chosen`](super::types::Chosen).
    pub chosen: String,
    /// What was known before: JSON of a [`Before`](super::types::Before).
    pub known_before: String,
    /// Why.
    pub reason: String,
    /// Which organisation has opened it; none is the installation.
    pub organisation_id: Option<OrganisationId>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// By whom.
    pub opened_by: AccountId,
    /// When it was done, or declined.
    pub decided_at: Option<Timestamp>,
    /// When it was taken apart.
    pub undone_at: Option<Timestamp>,
}

from_row!(Merge {
    id,
    gone_account_id,
    kept_account_id,
    gone_person_id,
    kept_person_id,
    state,
    chosen,
    known_before,
    reason,
    organisation_id,
    opened_at,
    opened_by,
    decided_at,
    undone_at
});

/// A merge in the list.
#[derive(Clone, Debug)]
pub struct MergeLine {
    /// Which.
    pub id: MergeId,
    /// Who or what went.
    pub gone: String,
    /// Who or what was kept.
    pub kept: String,
    /// `account` or `person`.
    pub kind: String,
    /// Where it stands.
    pub state: MergeState,
    /// Who opened it.
    pub opened_by: String,
    /// When.
    pub opened_at: Timestamp,
}

from_row!(MergeLine {
    id,
    gone,
    kept,
    kind,
    state,
    opened_by,
    opened_at
});

/// An account as staff sees it who types its address.
#[derive(Clone, Debug)]
pub struct Holder {
    /// Which.
    pub id: AccountId,
    /// Whose.
    pub name: String,
    /// Where letters go.
    pub email: String,
    /// Code of the language.
    pub language: String,
    /// Since when.
    pub created_at: Timestamp,
}

from_row!(Holder {
    id,
    name,
    email,
    language,
    created_at
});

/// An application or training that is not over.
#[derive(Clone, Debug)]
pub struct OpenOne {
    /// Which enrolment.
    pub id: i64,
    /// Of what.
    pub title: String,
    /// Of which group.
    pub group_code: String,
    /// Code of its state.
    pub state: String,
    /// Whose.
    pub person: String,
}

from_row!(OpenOne {
    id,
    title,
    group_code,
    state,
    person
});

/// A child in somebody's cabinet.
#[derive(Clone, Debug)]
pub struct ChildLine {
    /// Which.
    pub id: PersonId,
    /// Its name.
    pub name: String,
}

from_row!(ChildLine { id, name });

/// An account that acts, acted or asked to act for a child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guardianship {
    /// Which row.
    pub id: i64,
    /// For whom.
    pub person_id: PersonId,
    /// Who.
    pub account_id: AccountId,
    /// Code of the state.
    pub state: String,
}

from_row!(Guardianship {
    id,
    person_id,
    account_id,
    state
});

/// Which organisation acts; none is the whole installation.
pub type By = (AccountId, Option<OrganisationId>);
