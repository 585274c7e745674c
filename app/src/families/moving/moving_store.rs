//! SQL of changes of municipality.

use crate::families::staff::staff_store::branch;

/// Columns of a [`Move`](super::types::Move), with the tables that they come from.
macro_rules! moves {
    () => {
        "SELECT m.id, m.person_id, m.from_id, m.to_id, m.reason, m.state, m.organisation_id, o.name AS opened_by, m.opened_at, \
         COALESCE(g.name, '') AS signer, COALESCE(g.language, '') AS language, m.file_name, m.file_kind, m.file_size, m.file_hash, \
         m.file_key, COALESCE(s.name, '') AS submitted_by, m.submitted_at, COALESCE(d.name, '') AS decided_by, m.decided_at, m.answer \
         FROM municipality_changes m JOIN accounts o ON o.id = m.opened_by LEFT JOIN accounts g ON g.id = m.guardian_id \
         LEFT JOIN accounts s ON s.id = m.submitted_by LEFT JOIN accounts d ON d.id = m.decided_by "
    };
}

database::statements! {
    /// A new one; nothing when one of the child is open already.
    pub INSERT_MOVE = "INSERT INTO municipality_changes (person_id, from_id, to_id, reason, state, organisation_id, guardian_id, \
        opened_by, opened_at) VALUES ($1, $2, $3, $4, 'draft', $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id";
    /// The one of a child that is open.
    pub FIND_OPEN_MOVE = "SELECT id FROM municipality_changes WHERE person_id = $1 AND state IN ('draft', 'submitted')";
    /// One.
    pub FIND_MOVE = concat!(moves!(), "WHERE m.id = $1");
    /// Those of a child, the newest first.
    pub LIST_MOVES_OF_CHILD = concat!(moves!(), "WHERE m.person_id = $1 ORDER BY m.id DESC LIMIT 50");
    /// Those that account $1 sees at $2, in state $3 (empty for any): what waits for a decision first, the longest at the top.
    pub LIST_MOVES = concat!(branch!(), "SELECT m.id, p.surname, p.given_name, m.from_id, m.to_id, m.organisation_id, m.state, \
        m.opened_at, m.submitted_at FROM municipality_changes m JOIN people p ON p.id = m.person_id WHERE ($3 = '' OR m.state = $3) \
        AND (m.from_id IN (SELECT id FROM branch) OR m.organisation_id IN (SELECT id FROM branch) \
        OR (m.state = 'approved' AND m.to_id IN (SELECT id FROM branch)) OR EXISTS (SELECT 1 FROM roles r WHERE r.account_id = $1 \
        AND r.role = 'installation_administrator' AND (r.ends_at IS NULL OR r.ends_at > $2))) \
        ORDER BY CASE m.state WHEN 'submitted' THEN 0 WHEN 'draft' THEN 1 ELSE 2 END, m.id LIMIT 500");
    /// The signed copy is there; nothing when it is no draft any more.
    pub SUBMIT_MOVE = "UPDATE municipality_changes SET state = 'submitted', file_name = $2, file_kind = $3, file_size = $4, \
        file_hash = $5, file_key = $6, submitted_by = $7, submitted_at = $8 WHERE id = $1 AND state = 'draft'";
    /// Taken back; nothing when it is no draft any more.
    pub WITHDRAW_MOVE = "UPDATE municipality_changes SET state = 'withdrawn', decided_by = $2, decided_at = $3 \
        WHERE id = $1 AND state = 'draft'";
    /// Decided; nothing when it does not wait for that any more.
    pub DECIDE_MOVE = "UPDATE municipality_changes SET state = $2, decided_by = $3, decided_at = $4, answer = $5 \
        WHERE id = $1 AND state = 'submitted'";
    /// The record of child $1 gave everything to another one; what is open there as well is closed here.
    pub CLOSE_MOVES = "UPDATE municipality_changes SET state = CASE WHEN state = 'draft' THEN 'withdrawn' ELSE 'refused' END, \
        decided_at = $2, decided_by = $3, answer = $4 WHERE person_id = $1 AND state IN ('draft', 'submitted')";
    /// Whether an account acts for a child.
    pub FIND_SIGNER = "SELECT a.id FROM guardianships g JOIN accounts a ON a.id = g.account_id WHERE g.person_id = $1 \
        AND g.account_id = $2 AND g.state = 'holds' AND a.state = 'active'";
    /// Somebody read what concerns a child that is not of their branch; its page is not opened by that.
    pub INSERT_GLANCE = "INSERT INTO child_looks (person_id, account_id, role, organisation_id, reason, looked_at, open_until) \
        VALUES ($1, $2, $3, $4, $5, $6, $6)";
    /// Where the signed copies lie.
    pub LIST_COPIES = "SELECT file_key FROM municipality_changes WHERE file_key IS NOT NULL";
}
