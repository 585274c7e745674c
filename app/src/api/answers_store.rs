//! SQL of answers that are given again.

database::statements! {
    /// A request begins; nothing when its key was used before.
    pub BEGIN = "INSERT INTO api_answers (account_id, request_key, request_hash, asked_at) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (account_id, request_key) DO NOTHING";
    /// What was answered to a key.
    pub FIND = "SELECT request_hash, status, body, asked_at FROM api_answers WHERE account_id = $1 AND request_key = $2";
    /// Goes on with a request that nobody has finished since $4.
    pub TAKE_OVER = "UPDATE api_answers SET asked_at = $3 WHERE account_id = $1 AND request_key = $2 AND status IS NULL AND asked_at < $4";
    /// Keeps an answer.
    pub FINISH = "UPDATE api_answers SET status = $3, body = $4 WHERE account_id = $1 AND request_key = $2";
    /// A request that came to nothing may come again.
    pub FORGET = "DELETE FROM api_answers WHERE account_id = $1 AND request_key = $2 AND status IS NULL";
    /// Deletes answers that are older than an instant.
    pub PURGE = "DELETE FROM api_answers WHERE asked_at < $1";
}
