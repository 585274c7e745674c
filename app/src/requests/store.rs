//! SQL of requests.

/// Columns of a [`super::Request`].
macro_rules! request {
    () => {
        "SELECT q.id, q.organisation_id, q.account_id, q.name, q.email, q.language, q.subject, q.state, q.created_at, q.kind, q.level, \
         q.due_at, q.owner_id, w.name AS owner, q.person_id, q.is_doubtful FROM requests q LEFT JOIN accounts w ON w.id = q.owner_id"
    };
}

/// Columns of a [`super::Line`].
macro_rules! line {
    () => {
        "SELECT q.id, q.organisation_id, q.name, q.subject, q.state, q.changed_at, q.kind, q.level, q.due_at, w.name AS owner, q.is_doubtful \
         FROM requests q LEFT JOIN accounts w ON w.id = q.owner_id"
    };
}

/// The organisations whose requests account $1 answers at $2.
macro_rules! branch {
    () => {
        "WITH RECURSIVE branch (id) AS (SELECT o.id FROM organisations o JOIN roles r ON (r.organisation_id = o.id \
         OR r.organisation_id IS NULL) WHERE r.account_id = $1 AND (r.ends_at IS NULL OR r.ends_at > $2) \
         AND r.role IN ('installation_administrator', 'organisation_administrator', 'operator', 'support_centre') \
         UNION SELECT o.id FROM organisations o JOIN branch b ON o.parent_id = b.id) "
    };
}

/// Requests that the branch handed on up the ladder and that are not there now.
macro_rules! handed_on {
    () => {
        "q.organisation_id NOT IN (SELECT id FROM branch) AND q.id IN (SELECT m.request_id FROM request_messages m \
         WHERE m.from_id IN (SELECT id FROM branch))"
    };
}

database::statements! {
    /// Whom people can write to.
    pub LIST_ASKED = "SELECT id, name FROM organisations WHERE closed_at IS NULL AND (kind IN ('training_centre', 'support_centre') \
        OR EXISTS (SELECT 1 FROM roles r WHERE r.organisation_id = organisations.id AND r.role = 'operator')) ORDER BY name, id";
    /// Name, address and telephone of an organisation.
    pub FIND_ASKED = "SELECT name, email, phone FROM organisations WHERE id = $1";
    /// A new request.
    pub INSERT_REQUEST = "INSERT INTO requests (organisation_id, account_id, name, email, language, subject, state, created_at, \
        changed_at, kind, level, due_at, person_id, is_doubtful) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11, $12, $13) \
        RETURNING id";
    /// How many messages since $1 say the same as $2 and come from another address than $3.
    pub COUNT_SAME = "SELECT COUNT(*) FROM request_messages m JOIN requests q ON q.id = m.request_id WHERE m.written_at >= $1 \
        AND m.text = $2 AND m.answered_by IS NULL AND q.email <> $3";
    /// Somebody wrote it; nothing when nobody doubts that.
    pub TRUST = "UPDATE requests SET is_doubtful = FALSE WHERE id = $1 AND is_doubtful";
    /// A request.
    pub FIND_REQUEST = concat!(request!(), " WHERE q.id = $1");
    /// Requests by their ids.
    pub LIST_AMONG = concat!(request!(), " WHERE q.id IN ", database::among!());
    /// The requests of an account, newest first.
    pub LIST_OF_ACCOUNT = concat!(line!(), " WHERE q.account_id = $1 ORDER BY q.id DESC LIMIT 200");
    /// Requests of the branch of account $1 at $2 in state $3: those whose day comes first at the top, the others by when
    /// something happened last. An empty $4 is every kind, an empty $5 every step, $6 above 0 those of its own, $7 above 0
    /// those whose day is over. What looks like a message that nobody wrote comes last.
    pub LIST_OF_BRANCH = concat!(branch!(), line!(), " WHERE q.organisation_id IN (SELECT id FROM branch) AND q.state = $3 \
        AND ($4 = '' OR q.kind = $4) AND ($5 = '' OR q.level = $5) AND ($6 = 0 OR q.owner_id = $1) AND ($7 = 0 OR q.due_at < $2) \
        ORDER BY q.is_doubtful, COALESCE(q.due_at, q.changed_at), q.id LIMIT 500");
    /// Requests that the branch of account $1 handed on by $2 and that are not closed.
    pub LIST_HANDED_ON = concat!(branch!(), line!(), " WHERE ", handed_on!(), " AND q.state IN ('opened', 'answered') \
        AND ($3 = '' OR q.kind = $3) AND ($4 = '' OR q.level = $4) ORDER BY q.changed_at DESC, q.id LIMIT 500");
    /// How many of them are in which state.
    pub COUNT_OF_BRANCH = concat!(branch!(), "SELECT q.state, COUNT(*) FROM requests q \
        WHERE q.organisation_id IN (SELECT id FROM branch) GROUP BY q.state");
    /// How many the branch of account $1 handed on by $2.
    pub COUNT_HANDED_ON = concat!(branch!(), "SELECT COUNT(*) FROM requests q WHERE ", handed_on!(),
        " AND q.state IN ('opened', 'answered')");
    /// Moves a request from state $2 to $3, due at $5; nothing when it stands elsewhere meanwhile.
    pub MOVE_REQUEST = "UPDATE requests SET state = $3, changed_at = $4, due_at = $5 WHERE id = $1 AND state = $2";
    /// Hands a request on from organisation $2 to $3 on step $4, due at $6; nothing when it was handed on or closed meanwhile.
    pub HAND_ON = "UPDATE requests SET organisation_id = $3, level = $4, state = 'opened', owner_id = NULL, changed_at = $5, \
        due_at = $6 WHERE id = $1 AND organisation_id = $2 AND state IN ('opened', 'answered')";
    /// Account $3 has taken a request that belongs to nobody ($2 is NULL), or to $2.
    pub SET_OWNER = "UPDATE requests SET owner_id = $3 WHERE id = $1 AND COALESCE(owner_id, 0) = COALESCE(CAST($2 AS BIGINT), 0)";
    /// Who answers first has taken it, where nobody had.
    pub OWN_IF_FREE = "UPDATE requests SET owner_id = $2 WHERE id = $1 AND owner_id IS NULL";
    /// It is about this child.
    pub SET_PERSON = "UPDATE requests SET person_id = $2 WHERE id = $1";
    /// A new message of a thread.
    pub INSERT_MESSAGE = "INSERT INTO request_messages (request_id, answered_by, text, written_at, kind, from_id, to_id) \
        VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
    /// A thread, oldest first.
    pub LIST_MESSAGES = "SELECT m.id, m.text, m.written_at, a.name AS answered_by, m.kind, m.from_id, m.to_id FROM request_messages m \
        LEFT JOIN accounts a ON a.id = m.answered_by WHERE m.request_id = $1 ORDER BY m.id";
    /// Which organisations handed a request on.
    pub LIST_EARLIER = "SELECT DISTINCT m.from_id FROM request_messages m WHERE m.request_id = $1 AND m.from_id IS NOT NULL";
    /// What staff did about child $1, those who act for it, and account $2 since $3.
    pub LIST_DEEDS = "SELECT u.at, a.name AS by_name, u.action FROM audit u JOIN accounts a ON a.id = u.account_id \
        WHERE u.at >= $3 AND u.subject_kind = 'person' AND u.subject_id = $1 AND u.action IN ('child.view', 'child.change', 'child.confirm', \
        'child.correct', 'child.refuse_correction', 'case.decide', 'guardian.decide', 'move.open', 'move.submit', \
        'move.withdraw', 'move.decide') UNION ALL SELECT u.at, a.name AS by_name, u.action FROM audit u JOIN accounts a \
        ON a.id = u.account_id WHERE u.at >= $3 AND u.subject_kind = 'account' AND u.subject_id <> u.account_id AND (u.subject_id = $2 \
        OR u.subject_id IN (SELECT g.account_id FROM guardianships g WHERE g.person_id = $1)) AND u.action IN ('account.replace_email', \
        'account.merge', 'account.cancel_duplicates', 'account.show_address') ORDER BY 1 LIMIT 200";
    /// Staff who answer requests of organisation $1 at $2.
    pub LIST_COLLEAGUES = "WITH RECURSIVE above (id) AS (SELECT o.id FROM organisations o WHERE o.id = $1 UNION SELECT o.parent_id \
        FROM organisations o JOIN above b ON b.id = o.id WHERE o.parent_id IS NOT NULL) SELECT DISTINCT a.id, a.name FROM roles r \
        JOIN accounts a ON a.id = r.account_id WHERE r.role IN ('organisation_administrator', 'operator', 'support_centre') \
        AND (r.ends_at IS NULL OR r.ends_at > $2) AND r.organisation_id IN (SELECT id FROM above) ORDER BY a.name, a.id";
    /// Messages of requests that nobody confirmed in time.
    pub PURGE_MESSAGES = "DELETE FROM request_messages WHERE request_id IN (SELECT id FROM requests WHERE state = 'unconfirmed' \
        AND created_at < $1)";
    /// Requests that nobody confirmed in time.
    pub PURGE_REQUESTS = "DELETE FROM requests WHERE state = 'unconfirmed' AND created_at < $1";
}
