//! SQL of the tree as it is looked after.

/// Columns of a [`super::types::Sheet`].
macro_rules! sheet {
    () => {
        "SELECT id, parent_id, kind, name, institution_type, street, street_number, postal_code, post_office, city, tax_id, \
         phone, email, time_zone, long_from_hours, long_from_meetings, closed_at, handed_to, version FROM organisations"
    };
}

/// The branch below $1, and open enrolments.
macro_rules! branch {
    () => {
        "WITH RECURSIVE branch (id) AS (SELECT o.id FROM organisations o WHERE o.id = $1 UNION SELECT o.id \
         FROM organisations o JOIN branch b ON o.parent_id = b.id WHERE o.closed_at IS NULL) "
    };
}

database::statements! {
    /// One organisation.
    pub FIND_SHEET = concat!(sheet!(), " WHERE id = $1");
    /// Closed ones, the last first.
    pub LIST_CLOSED = concat!(sheet!(), " WHERE closed_at IS NOT NULL ORDER BY closed_at DESC, id DESC LIMIT 200");
    /// How many organisations lie directly under one.
    pub COUNT_BELOW = "SELECT COUNT(*) FROM organisations WHERE parent_id = $1 AND closed_at IS NULL";
    /// 1 when $2 is $1 or lies above it.
    pub COUNT_ABOVE = "WITH RECURSIVE up (id, parent_id) AS (SELECT o.id, o.parent_id FROM organisations o WHERE o.id = $1 \
        UNION SELECT o.id, o.parent_id FROM organisations o JOIN up u ON o.id = u.parent_id) \
        SELECT COUNT(*) FROM up WHERE up.id = $2";
    /// A new organisation; nothing when there is one with this name and address.
    pub INSERT_ORGANISATION = "INSERT INTO organisations (parent_id, kind, name, name_folded, institution_type, street, \
        street_number, postal_code, post_office, city, tax_id, phone, email, import_key, time_zone, long_from_hours, \
        long_from_meetings, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) \
        ON CONFLICT (import_key) DO NOTHING RETURNING id";
    /// Corrects one; nothing when somebody else has meanwhile, or another one has this name and address.
    pub UPDATE_ORGANISATION = "UPDATE organisations SET kind = $3, name = $4, name_folded = $5, institution_type = $6, \
        street = $7, street_number = $8, postal_code = $9, post_office = $10, city = $11, tax_id = $12, phone = $13, \
        email = $14, import_key = $15, time_zone = $16, long_from_hours = $17, long_from_meetings = $18, version = version + 1 \
        WHERE id = $1 AND version = $2 AND closed_at IS NULL \
        AND NOT EXISTS (SELECT 1 FROM organisations AS o WHERE o.import_key = $15 AND o.id <> $1)";
    /// 1 when another organisation has this name and address.
    pub COUNT_SAME = "SELECT COUNT(*) FROM organisations WHERE import_key = $1 AND id <> $2";
    /// Puts one under another, or at the top.
    pub MOVE = "UPDATE organisations SET parent_id = $2, version = version + 1 WHERE id = $1 AND version = $3 AND closed_at IS NULL";
    /// Closes one.
    pub CLOSE = "UPDATE organisations SET closed_at = $2, handed_to = $3, version = version + 1 WHERE id = $1 AND closed_at IS NULL";
    /// Opens one again.
    pub REOPEN = "UPDATE organisations SET closed_at = NULL, handed_to = NULL, version = version + 1 \
        WHERE id = $1 AND closed_at IS NOT NULL";
    /// How much there is in a branch.
    pub COUNT_IN_BRANCH = concat!(branch!(), "SELECT (SELECT COUNT(*) FROM branch) AS organisations, \
        (SELECT COUNT(*) FROM groups g JOIN courses c ON c.id = g.course_id WHERE c.organisation_id IN (SELECT id FROM branch) \
        AND g.state IN ('draft', 'published', 'running')) AS groups, \
        (SELECT COUNT(*) FROM enrolments e JOIN groups g ON g.id = e.group_id JOIN courses c ON c.id = g.course_id \
        WHERE c.organisation_id IN (SELECT id FROM branch) \
        AND e.state IN ('applied', 'waiting', 'offered', 'confirmed', 'attending')) AS enrolments, \
        (SELECT COUNT(*) FROM requests q WHERE q.organisation_id IN (SELECT id FROM branch) AND q.state <> 'closed') AS requests, \
        (SELECT COUNT(*) FROM charges h WHERE h.organisation_id IN (SELECT id FROM branch) \
        AND h.state IN ('due', 'overdue', 'refund_due')) AS charges, \
        (SELECT COUNT(*) FROM people p WHERE p.municipality_id IN (SELECT id FROM branch) \
        AND p.state IN ('unconfirmed', 'confirmed')) AS children");
    /// How many roles hold at an organisation itself at $2.
    pub COUNT_ROLES_AT = "SELECT COUNT(*) FROM roles WHERE organisation_id = $1 AND (ends_at IS NULL OR ends_at > $2)";
}
