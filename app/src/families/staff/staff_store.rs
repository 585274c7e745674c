//! SQL of what staff does for families.

/// The organisations whose children account $1 sees at $2; a support centre serves the municipality that it belongs to.
macro_rules! branch {
    () => {
        "WITH RECURSIVE branch (id) AS (SELECT o.id FROM organisations o JOIN roles r ON (r.organisation_id IS NULL \
         OR o.id = r.organisation_id OR o.id = (SELECT s.parent_id FROM organisations s WHERE s.id = r.organisation_id \
         AND s.kind = 'support_centre')) WHERE r.account_id = $1 AND (r.ends_at IS NULL OR r.ends_at > $2) \
         AND r.role IN ('installation_administrator', 'organisation_administrator', 'operator', 'support_centre') \
         UNION SELECT o.id FROM organisations o JOIN branch b ON o.parent_id = b.id) "
    };
}

pub(crate) use branch;

/// States of an enrolment that is on its way.
macro_rules! open {
    () => {
        "('applied', 'waiting', 'offered', 'confirmed', 'attending')"
    };
}

pub(crate) use open;

/// Whether a child `p` is of the branch.
macro_rules! of_branch {
    () => {
        concat!(
            "(p.municipality_id IN (SELECT id FROM branch) OR (p.municipality_id IS NULL AND EXISTS (SELECT 1 FROM roles r \
             WHERE r.account_id = $1 AND r.organisation_id IS NULL AND (r.ends_at IS NULL OR r.ends_at > $2) \
             AND r.role = 'installation_administrator')) OR p.id IN (SELECT e.person_id FROM enrolments e \
             JOIN groups g ON g.id = e.group_id JOIN courses c ON c.id = g.course_id WHERE e.state IN ", open!(),
            " AND c.organisation_id IN (SELECT id FROM branch)))"
        )
    };
}

pub(crate) use of_branch;

/// Whether an account asks to act for a child `p`.
macro_rules! asked {
    () => {
        "EXISTS (SELECT 1 FROM guardianships h JOIN accounts a ON a.id = h.account_id WHERE h.person_id = p.id \
         AND h.state = 'asked' AND a.state = 'active')"
    };
}

/// Whether a child `p` resembles a record that was here before, and nobody has decided about the two. Whoever came later waits;
/// otherwise anybody who types something alike would hold up a child that has long been here.
macro_rules! doubted {
    () => {
        "EXISTS (SELECT 1 FROM duplicate_cases d WHERE d.state = 'open' AND d.person_id = p.id)"
    };
}

database::statements! {
    /// Children of the branch of account $1 at $2 in state $3 (empty for any, `doubted` for those with a case, `asked` for those
    /// whom another account asks to act for), whose key looks like $4, $5 and $6.
    pub LIST_OF_BRANCH = concat!(branch!(), "SELECT p.id, p.surname, p.given_name, p.born_on, p.municipality_id, p.state, \
        p.created_at, ", doubted!(), " AS is_doubted FROM people p WHERE p.identity_key IS NOT NULL AND p.state <> 'merged' \
        AND ($3 = '' OR p.state = $3 OR ($3 = 'doubted' AND ", doubted!(), ") OR ($3 = 'asked' AND ", asked!(), ")) \
        AND p.identity_key LIKE $4 \
        AND p.identity_key LIKE $5 AND p.identity_key LIKE $6 AND ", of_branch!(), " ORDER BY p.surname, p.given_name, p.id LIMIT 500");
    /// Whose groups a child has open applications in; of a merged record those of the one that it was joined with.
    pub LIST_APPLIED_AT = concat!("SELECT DISTINCT c.organisation_id FROM enrolments e JOIN groups g ON g.id = e.group_id \
        JOIN courses c ON c.id = g.course_id WHERE e.person_id = (SELECT COALESCE(q.merged_into, q.id) \
        FROM people q WHERE q.id = $1) AND e.state IN ", open!());
    /// Children with exactly this key, or its true namesakes; the one that a merged record was joined with.
    pub LIST_BY_KEY = "SELECT DISTINCT COALESCE(merged_into, id) FROM people WHERE identity_key = $1 OR identity_key LIKE $2";
    /// The child with this document.
    pub FIND_BY_DOCUMENT = "SELECT COALESCE(p.merged_into, p.id) FROM documents d JOIN people p ON p.id = d.person_id \
        WHERE d.number_hash = $1";
    /// A look.
    pub INSERT_LOOK = "INSERT INTO child_looks (person_id, account_id, role, organisation_id, reason, looked_at, open_until) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// Something of a child was read elsewhere than on its page, which is not opened by that; nothing where the same was noted
    /// after $7.
    pub INSERT_GLANCE_ONCE = "INSERT INTO child_looks (person_id, account_id, role, organisation_id, reason, looked_at, open_until) \
        SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), CAST($3 AS TEXT), CAST($4 AS BIGINT), CAST($5 AS TEXT), CAST($6 AS BIGINT), \
        CAST($6 AS BIGINT) WHERE NOT EXISTS (SELECT 1 FROM child_looks l WHERE l.account_id = $2 AND l.person_id = $1 \
        AND l.reason = $5 AND l.looked_at > $7)";
    /// The reason of a look of account $2 that holds at $3.
    pub FIND_LOOK = "SELECT reason FROM child_looks WHERE person_id = $1 AND account_id = $2 AND open_until > $3 \
        ORDER BY id DESC LIMIT 1";
    /// Who looked, the last first.
    pub LIST_LOOKS = "SELECT a.name, l.role, l.organisation_id, l.reason, l.looked_at FROM child_looks l \
        JOIN accounts a ON a.id = l.account_id WHERE l.person_id = $1 ORDER BY l.id DESC LIMIT 100";
    /// Who acts for a child, or asks to.
    pub LIST_GUARDIANS = "SELECT a.id AS account_id, a.name, a.email, g.state FROM guardianships g \
        JOIN accounts a ON a.id = g.account_id WHERE g.person_id = $1 AND g.state IN ('holds', 'asked') \
        AND a.state = 'active' ORDER BY g.id";
    /// What a child joined, the newest first.
    pub LIST_JOINED = "SELECT c.title, g.code AS group_code, c.organisation_id, e.state, e.applied_at FROM enrolments e \
        JOIN groups g ON g.id = e.group_id JOIN courses c ON c.id = g.course_id WHERE e.person_id = $1 ORDER BY e.id DESC LIMIT 200";
    /// What would end if record $1 became one with record $2: enrolments that are open in groups in which the other one is as well.
    pub LIST_WOULD_END = concat!("SELECT c.title, g.code AS group_code, c.organisation_id, e.state, e.applied_at FROM enrolments e \
        JOIN groups g ON g.id = e.group_id JOIN courses c ON c.id = g.course_id WHERE e.person_id = $1 AND e.state IN ", open!(),
        " AND EXISTS (SELECT 1 FROM enrolments o WHERE o.person_id = $2 AND o.group_id = e.group_id AND o.state NOT IN \
        ('refused', 'cancelled', 'resigned', 'lapsed', 'transferred')) ORDER BY e.group_id, e.id");
    /// What would go over to record $2: the other enrolments of record $1 that are open.
    pub LIST_WOULD_GO_OVER = concat!("SELECT c.title, g.code AS group_code, c.organisation_id, e.state, e.applied_at FROM enrolments e \
        JOIN groups g ON g.id = e.group_id JOIN courses c ON c.id = g.course_id WHERE e.person_id = $1 AND e.state IN ", open!(),
        " AND NOT EXISTS (SELECT 1 FROM enrolments o WHERE o.person_id = $2 AND o.group_id = e.group_id AND o.state NOT IN \
        ('refused', 'cancelled', 'resigned', 'lapsed', 'transferred')) ORDER BY e.group_id, e.id");
    /// What was known before each change, the newest first.
    pub LIST_VERSIONS = "SELECT v.known, v.changed_at, a.name, v.reason FROM person_versions v \
        JOIN accounts a ON a.id = v.changed_by WHERE v.person_id = $1 ORDER BY v.version DESC LIMIT 100";
    /// When the data were compared with documents, the newest first.
    pub LIST_CONFIRMATIONS = "SELECT c.organisation_id, a.name, c.confirmed_at, c.seen FROM confirmations c \
        JOIN accounts a ON a.id = c.confirmed_by WHERE c.person_id = $1 ORDER BY c.id DESC";
    /// The child's data were compared with documents; nothing when it stands elsewhere, or resembles another one.
    pub CONFIRM_CHILD = concat!("UPDATE people AS p SET state = 'confirmed', changed_at = $2 WHERE p.id = $1 AND p.state = 'unconfirmed' \
        AND NOT ", doubted!());
    /// Corrections of children of the branch of account $1 at $2 that wait, the longest first.
    pub LIST_CORRECTIONS = concat!(branch!(), "SELECT k.id, k.person_id, p.surname, p.given_name, p.municipality_id, k.asked_at, k.reason \
        FROM child_corrections k JOIN people p ON p.id = k.person_id WHERE k.state = 'open' AND ", of_branch!(), " ORDER BY k.id LIMIT 500");
    /// A correction, decided or not.
    pub FIND_CORRECTION = "SELECT k.id, k.person_id, k.asked_by, a.name, k.asked_at, k.known, k.reason, k.document_kind, k.number_hash, \
        k.sealed, k.key_number, k.state, k.decided_at, COALESCE(d.name, '') AS decided_by, k.answer FROM child_corrections k \
        JOIN accounts a ON a.id = k.asked_by LEFT JOIN accounts d ON d.id = k.decided_by WHERE k.id = $1";
    /// The corrections of a child that wait.
    pub FIND_CORRECTION_OF = "SELECT id FROM child_corrections WHERE person_id = $1 AND state = 'open'";
    /// Decides a correction; nothing when it was decided meanwhile.
    pub DECIDE_CORRECTION = "UPDATE child_corrections SET state = $2, decided_at = $3, decided_by = $4, answer = $5 \
        WHERE id = $1 AND state = 'open'";
    /// Two records that somebody has decided about before there was a doubt.
    pub INSERT_DECIDED_CASE = "INSERT INTO duplicate_cases (person_id, other_id, bits, reasons, state, opened_at, decided_at, decided_by, \
        decision, asked_from, same_from) VALUES ($1, $2, $3, $4, 'different', $5, $5, $6, $7, $8, $9)";
    /// Cases whose records are both of the branch of account $1 at $2, those that wait longest at the top.
    pub LIST_CASES = concat!(branch!(), ", mine (id) AS (SELECT p.id FROM people p WHERE p.id IN (SELECT person_id FROM duplicate_cases \
        WHERE state = 'open' UNION SELECT other_id FROM duplicate_cases WHERE state = 'open') AND ", of_branch!(), ") \
        SELECT d.id, p.surname, p.given_name, q.surname AS other_surname, q.given_name AS other_given_name, d.bits, d.opened_at \
        FROM duplicate_cases d JOIN people p ON p.id = d.person_id JOIN people q ON q.id = d.other_id WHERE d.state = 'open' \
        AND d.person_id IN (SELECT id FROM mine) AND d.other_id IN (SELECT id FROM mine) ORDER BY d.opened_at, d.id LIMIT 500");
    /// A case, decided or not.
    pub FIND_CASE = "SELECT d.id, d.person_id, d.other_id, d.bits, d.asked_from, d.same_from, d.reasons, d.opened_at, d.state, d.decided_at, \
        COALESCE(a.name, '') AS decided_by, d.decision, d.attempted, d.attempted_at, COALESCE(b.name, '') AS attempted_by \
        FROM duplicate_cases d LEFT JOIN accounts a ON a.id = d.decided_by LEFT JOIN accounts b ON b.id = d.attempted_by WHERE d.id = $1";
    /// What somebody wanted to make of record $1, which met record $2; answers with the case that waits between the two.
    pub KEEP_ATTEMPT = "UPDATE duplicate_cases SET attempted = $3, attempted_by = $4, attempted_at = $5 WHERE state = 'open' \
        AND ((person_id = $1 AND other_id = $2) OR (person_id = $2 AND other_id = $1)) RETURNING id";
    /// How many have a role for organisation $1 at $2 with which they serve families.
    pub COUNT_SERVING = "SELECT COUNT(*) FROM roles WHERE organisation_id = $1 AND (ends_at IS NULL OR ends_at > $2) \
        AND role IN ('organisation_administrator', 'operator', 'support_centre')";
    /// The cases of a child that wait.
    pub LIST_CASES_OF = "SELECT id FROM duplicate_cases WHERE state = 'open' AND (person_id = $1 OR other_id = $1) ORDER BY id";
    /// Decides a case; nothing when it was decided meanwhile.
    pub DECIDE_CASE = "UPDATE duplicate_cases SET state = $2, decided_at = $3, decided_by = $4, decision = $5 \
        WHERE id = $1 AND state = 'open'";
    /// Which guardian's household a child is compared with.
    pub FIND_FIRST_GUARDIAN = "SELECT account_id FROM guardianships WHERE person_id = $1 AND state = 'holds' ORDER BY id LIMIT 1";
    /// Who compared, where, with what.
    pub INSERT_CONFIRMATION = "INSERT INTO confirmations (person_id, organisation_id, confirmed_by, confirmed_at, seen) \
        VALUES ($1, $2, $3, $4, $5)";
}
