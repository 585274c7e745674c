//! SQL of requests.

/// Columns of a [`super::Request`].
macro_rules! request {
    () => {
        "SELECT id, organisation_id, account_id, name, email, language, subject, state, created_at FROM requests"
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

database::statements! {
    /// Whom people can write to.
    pub LIST_ASKED = "SELECT id, name FROM organisations WHERE closed_at IS NULL AND (kind IN ('training_centre', 'support_centre') \
        OR EXISTS (SELECT 1 FROM roles r WHERE r.organisation_id = organisations.id AND r.role = 'operator')) ORDER BY name, id";
    /// Name, address and telephone of an organisation.
    pub FIND_ASKED = "SELECT name, email, phone FROM organisations WHERE id = $1";
    /// A new request.
    pub INSERT_REQUEST = "INSERT INTO requests (organisation_id, account_id, name, email, language, subject, state, created_at, \
        changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8) RETURNING id";
    /// A request.
    pub FIND_REQUEST = concat!(request!(), " WHERE id = $1");
    /// Requests by their ids.
    pub LIST_AMONG = concat!(request!(), " WHERE id IN ", database::among!());
    /// The requests of an account, newest first.
    pub LIST_OF_ACCOUNT = "SELECT id, organisation_id, name, subject, state, changed_at FROM requests WHERE account_id = $1 \
        ORDER BY id DESC LIMIT 200";
    /// Requests of the branch of account $1 at $2 in state $3, those that wait longest at the top.
    pub LIST_OF_BRANCH = concat!(branch!(), "SELECT q.id, q.organisation_id, q.name, q.subject, q.state, q.changed_at FROM requests q \
        WHERE q.organisation_id IN (SELECT id FROM branch) AND q.state = $3 ORDER BY q.changed_at, q.id LIMIT 500");
    /// How many of them are in which state.
    pub COUNT_OF_BRANCH = concat!(branch!(), "SELECT q.state, COUNT(*) FROM requests q \
        WHERE q.organisation_id IN (SELECT id FROM branch) GROUP BY q.state");
    /// Moves a request from state $2 to $3; nothing when it stands elsewhere meanwhile.
    pub MOVE_REQUEST = "UPDATE requests SET state = $3, changed_at = $4 WHERE id = $1 AND state = $2";
    /// A new message of a thread.
    pub INSERT_MESSAGE = "INSERT INTO request_messages (request_id, answered_by, text, written_at) VALUES ($1, $2, $3, $4)";
    /// A thread, oldest first.
    pub LIST_MESSAGES = "SELECT m.text, m.written_at, a.name AS answered_by FROM request_messages m \
        LEFT JOIN accounts a ON a.id = m.answered_by WHERE m.request_id = $1 ORDER BY m.id";
    /// Messages of requests that nobody confirmed in time.
    pub PURGE_MESSAGES = "DELETE FROM request_messages WHERE request_id IN (SELECT id FROM requests WHERE state = 'unconfirmed' \
        AND created_at < $1)";
    /// Requests that nobody confirmed in time.
    pub PURGE_REQUESTS = "DELETE FROM requests WHERE state = 'unconfirmed' AND created_at < $1";
}
