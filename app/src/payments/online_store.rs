//! SQL of payments through the gateway.

use database::from_row;
use jiff::Timestamp;

use super::types::{ChargeId, EntryState, OnlineId, OnlineState};
use crate::enrolment::concern_store::concerning;

/// Columns of an [`Online`].
macro_rules! online {
    () => {
        "SELECT o.id, o.charge_id, o.session, o.amount_minor, o.currency, o.state, o.address, o.started_at, o.order_number, \
         o.announced_at, o.attempts, n.state AS entry_state FROM online_payments o \
         LEFT JOIN statement_entries n ON n.id = o.entry_id"
    };
}

database::statements! {
    /// Somebody sets out to pay.
    pub INSERT_ONLINE = "INSERT INTO online_payments (charge_id, session, amount_minor, currency, state, started_at) \
        VALUES ($1, $2, $3, $4, 'started', $5) RETURNING id";
    /// Where it is paid, and when the gateway is asked about it by itself.
    pub SET_ADDRESS = "UPDATE online_payments SET address = $2, next_attempt_at = $3 WHERE id = $1";
    /// By our name for it.
    pub FIND_BY_SESSION = concat!(online!(), " WHERE o.session = $1");
    /// The latest of a charge that was started after $2, or that is being confirmed.
    pub FIND_LATEST = concat!(online!(), " WHERE o.charge_id = $1 AND (o.state = 'announced' \
        OR (o.state = 'started' AND o.address <> '' AND o.started_at > $2)) ORDER BY o.state, o.id DESC LIMIT 1");
    /// The charges that concern account $1 and whose payment is being confirmed.
    pub LIST_ANNOUNCED_OF_ACCOUNT = concat!("SELECT DISTINCT o.charge_id FROM charges c JOIN online_payments o ON o.charge_id = c.id \
        WHERE o.state = 'announced' AND c.enrolment_id IN (", concerning!(), ")");
    /// The gateway says that it was paid.
    pub ANNOUNCE = "UPDATE online_payments SET state = 'announced', order_number = $2, announced_at = $3, attempts = 0, \
        next_attempt_at = $3, closed_at = NULL WHERE id = $1 AND state IN ('started', 'refused')";
    /// Those whose confirmation is asked for next.
    pub LIST_WAITING = concat!(online!(), " WHERE o.state = 'announced' AND o.next_attempt_at <= $1 ORDER BY o.next_attempt_at, o.id LIMIT 100");
    /// Those that the gateway has said nothing about for long enough to be asked.
    pub LIST_SILENT = concat!(online!(), " WHERE o.state = 'started' AND o.next_attempt_at <= $1 ORDER BY o.next_attempt_at, o.id LIMIT 100");
    /// The gateway has no money of it; asked again at $2, or never where that is none.
    pub ASK_LATER = "UPDATE online_payments SET attempts = attempts + 1, next_attempt_at = $2 WHERE id = $1 AND state = 'started'";
    /// It was asked for in vain.
    pub PUT_OFF = "UPDATE online_payments SET attempts = attempts + 1, next_attempt_at = $2 WHERE id = $1 AND state = 'announced'";
    /// The gateway has confirmed it, for the first time.
    pub CONFIRM = "UPDATE online_payments SET state = 'confirmed', closed_at = $2, next_attempt_at = NULL WHERE id = $1 AND state = 'announced'";
    /// The gateway does not confirm it.
    pub REFUSE = "UPDATE online_payments SET state = 'refused', closed_at = $2, next_attempt_at = NULL \
        WHERE id = $1 AND state IN ('started', 'announced')";
    /// The entry that it became.
    pub SET_ENTRY = "UPDATE online_payments SET entry_id = $2 WHERE id = $1";
    /// The day's statement of an organisation's gateway.
    pub FIND_STATEMENT = "SELECT id FROM statements WHERE organisation_id = $1 AND account_key = $2 AND from_on = $3 ORDER BY id LIMIT 1";
    /// Counts another entry of it.
    pub COUNT_ENTRY = "UPDATE statements SET entries = entries + 1, fresh = fresh + 1 WHERE id = $1";
    /// An entry by what it is known again by.
    pub FIND_ENTRY = "SELECT id FROM statement_entries WHERE account_key = $1 AND fingerprint = $2";
}

/// A payment through the gateway.
#[derive(Clone, Debug)]
pub struct Online {
    /// Which.
    pub id: OnlineId,
    /// Of which charge.
    pub charge_id: ChargeId,
    /// By which the gateway names it.
    pub session: String,
    /// Minor units.
    pub amount_minor: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// Where it stands.
    pub state: OnlineState,
    /// Where it is paid; empty when the gateway has not said so.
    pub address: String,
    /// When somebody set out to pay.
    pub started_at: Timestamp,
    /// The gateway's own number.
    pub order_number: Option<i64>,
    /// When the gateway said that it was paid.
    pub announced_at: Option<Timestamp>,
    /// How often its confirmation was asked for in vain.
    pub attempts: i64,
    /// What became of the entry that it became.
    pub entry_state: Option<EntryState>,
}

from_row!(Online {
    id,
    charge_id,
    session,
    amount_minor,
    currency,
    state,
    address,
    started_at,
    order_number,
    announced_at,
    attempts,
    entry_state
});
