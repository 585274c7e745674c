//! SQL of the outbox.

use database::{DbError, FromRow, Row};
use jiff::Timestamp;

use super::{Letter, LetterId};

database::statements! {
    /// Queues a letter; a known key changes nothing.
    pub INSERT_LETTER = "INSERT INTO outbox (dedup_key, account_id, recipient, letter, state, queued_at, due_at) \
        VALUES ($1, $2, $3, $4, 'queued', $5, $5) ON CONFLICT (dedup_key) DO NOTHING";
    /// Claims up to `$3` letters that are due at `$1`, until `$2`. The guard stands outside as well: a second node that
    /// chose the same rows waits for the first one's commit, reads the guard again and leaves them.
    pub CLAIM_LETTERS = "UPDATE outbox SET leased_until = $2 WHERE id IN (SELECT id FROM outbox \
        WHERE state = 'queued' AND due_at <= $1 AND leased_until <= $1 ORDER BY due_at, id LIMIT $3) \
        AND state = 'queued' AND leased_until <= $1 \
        RETURNING id, recipient, letter, attempts, queued_at, first_tried_at";
    /// Everything that is due reaches the mailbox page of the demo.
    pub PUT_IN_MAILBOX = "UPDATE outbox SET state = 'sent', sent_at = $1, attempts = attempts + 1 \
        WHERE state = 'queued' AND due_at <= $1";
    /// A letter has been taken by the mail server.
    pub MARK_SENT = "UPDATE outbox SET state = 'sent', sent_at = $2, attempts = attempts + 1, leased_until = 0, last_error = NULL \
        WHERE id = $1 AND state = 'queued'";
    /// Forgets the text of a letter.
    pub FORGET_TEXT = "UPDATE outbox SET letter = '{}' WHERE id = $1";
    /// An attempt failed; the next one is due at `$3`.
    pub POSTPONE = "UPDATE outbox SET due_at = $3, attempts = attempts + 1, leased_until = 0, last_error = $4, \
        first_tried_at = COALESCE(first_tried_at, $2) WHERE id = $1 AND state = 'queued'";
    /// Nobody takes this letter.
    pub GIVE_UP = "UPDATE outbox SET state = 'given_up', attempts = attempts + 1, leased_until = 0, last_error = $3, \
        first_tried_at = COALESCE(first_tried_at, $2) WHERE id = $1 AND state = 'queued'";
    /// Ends the claim on a letter that was not tried.
    pub RELEASE = "UPDATE outbox SET leased_until = 0 WHERE id = $1 AND state = 'queued'";
    /// How many letters wait, and since when the oldest does.
    pub COUNT_QUEUED = "SELECT COUNT(*), MIN(queued_at) FROM outbox WHERE state = 'queued'";
    /// How many letters were given up.
    pub COUNT_GIVEN_UP = "SELECT COUNT(*) FROM outbox WHERE state = 'given_up'";
    /// Why the letter that was tried last could not be sent.
    pub FIND_LAST_ERROR = "SELECT last_error FROM outbox WHERE state = 'queued' AND last_error IS NOT NULL \
        ORDER BY due_at DESC, id DESC LIMIT 1";
    /// Removes the text of letters sent before an instant; that they were sent stays.
    pub FORGET_TEXTS = "UPDATE outbox SET letter = '{}' WHERE state = 'sent' AND sent_at < $1 AND letter <> '{}'";
    /// The newest letters.
    pub LIST_NEWEST = "SELECT id, recipient, letter, state, queued_at, last_error FROM outbox ORDER BY id DESC LIMIT $1";
    /// The newest letters to an address.
    pub LIST_NEWEST_TO = "SELECT id, recipient, letter, state, queued_at, last_error FROM outbox WHERE recipient = $1 ORDER BY id DESC LIMIT $2";
    /// One letter.
    pub FIND_LETTER = "SELECT id, recipient, letter, state, queued_at, last_error FROM outbox WHERE id = $1";
}

/// A letter that this worker has claimed.
#[derive(Debug)]
pub struct ClaimedRow {
    /// The letter's row.
    pub id: LetterId,
    /// Address as it was when the letter was queued.
    pub recipient: String,
    /// The letter; none when what is kept can not be read, which must not keep the others from leaving.
    pub letter: Option<Letter>,
    /// Attempts made before.
    pub attempts: i64,
    /// When it was queued.
    pub queued_at: Timestamp,
    /// When it was tried first.
    pub first_tried_at: Option<Timestamp>,
}

impl FromRow for ClaimedRow {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            recipient: row.get("recipient")?,
            letter: letter(row)?,
            attempts: row.get("attempts")?,
            queued_at: row.get("queued_at")?,
            first_tried_at: row.get("first_tried_at")?,
        })
    }
}

/// A letter as the mailbox page shows it.
#[derive(Debug)]
pub struct LetterRow {
    /// The letter's row.
    pub id: LetterId,
    /// Whom it is for.
    pub recipient: String,
    /// The letter; empty when what is kept can not be read.
    pub letter: Letter,
    /// `queued`, `sent` or `given_up`.
    pub state: String,
    /// When it was queued.
    pub queued_at: Timestamp,
    /// Why it was not sent.
    pub last_error: Option<String>,
}

impl FromRow for LetterRow {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            recipient: row.get("recipient")?,
            letter: letter(row)?.unwrap_or_default(),
            state: row.get("state")?,
            queued_at: row.get("queued_at")?,
            last_error: row.get("last_error")?,
        })
    }
}

fn letter(row: &Row<'_>) -> Result<Option<Letter>, DbError> {
    Ok(serde_json::from_str(&row.get::<String>("letter")?).ok())
}
