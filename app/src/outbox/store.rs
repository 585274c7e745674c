//! SQL of the outbox.

database::statements! {
    /// Queues a letter; a known key changes nothing.
    pub INSERT_LETTER = "INSERT INTO outbox (dedup_key, account_id, recipient, letter, state, queued_at, due_at) \
        VALUES ($1, $2, $3, $4, 'queued', $5, $5) ON CONFLICT (dedup_key) DO NOTHING";
}
