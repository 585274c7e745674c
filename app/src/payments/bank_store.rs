//! SQL of statements, their entries and bookings.

use database::from_row;
use jiff::Timestamp;
use jiff::civil::Date;

use super::store::branch;
use super::types::{BookingId, ChargeId, EntryId, StatementId};
use crate::accounts::OrganisationId;

/// Columns of a [`super::Entry`].
macro_rules! entry {
    () => {
        "n.id, n.organisation_id, n.booked_on, n.amount_minor, n.currency, n.title, n.counterparty, \
         n.counterparty_account, n.counterparty_tax_id, n.reference, n.state, n.booked_minor"
    };
}

/// A [`BookingLine`], without its end.
macro_rules! bookings {
    () => {
        "SELECT b.id, b.entry_id, b.charge_id, b.amount_minor, n.currency, b.booked_at, b.closed_on, b.undone_at, b.undone_reason, \
         n.booked_on, n.title, n.counterparty, n.reference, u.name AS booked_by, p.given_name, p.surname, k.title AS training, \
         c.organisation_id FROM bookings b JOIN statement_entries n ON n.id = b.entry_id JOIN charges c ON c.id = b.charge_id \
         JOIN enrolments e ON e.id = c.enrolment_id JOIN people p ON p.id = e.person_id JOIN groups g ON g.id = e.group_id \
         JOIN courses k ON k.id = g.course_id LEFT JOIN accounts u ON u.id = b.booked_by"
    };
}

database::statements! {
    /// A statement.
    pub INSERT_STATEMENT = "INSERT INTO statements (organisation_id, account, account_key, currency, from_on, to_on, \
        opening_minor, closing_minor, file_name, entries, fresh, imported_at, imported_by) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11, $12) RETURNING id";
    /// An entry, unless it is known from another statement of the account.
    pub INSERT_ENTRY = "INSERT INTO statement_entries (statement_id, organisation_id, account_key, fingerprint, booked_on, \
        amount_minor, currency, title, counterparty, counterparty_account, counterparty_tax_id, reference, state) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (account_key, fingerprint) DO NOTHING";
    /// The accounts of an organisation, the first one first.
    pub LIST_ACCOUNTS = "SELECT account, currency FROM payment_accounts WHERE organisation_id = $1 ORDER BY place, id";
    /// The accounts of all organisations whose books account $1 keeps at $2.
    pub LIST_KEPT_ACCOUNTS = concat!(branch!(), "SELECT a.organisation_id, a.account, a.currency FROM payment_accounts a \
        WHERE a.organisation_id IN (SELECT id FROM branch) ORDER BY a.organisation_id, a.place, a.id");
    /// Whose account it is, and in which currency.
    pub FIND_BY_ACCOUNT = "SELECT organisation_id, currency FROM payment_accounts WHERE account_key = $1";
    /// An account of an organisation by its key, or its first one without, and what the columns of its CSV mean (JSON).
    pub FIND_OWN_ACCOUNT = "SELECT account, csv_mapping FROM payment_accounts WHERE organisation_id = $1 \
        AND ($2 = '' OR account_key = $2) ORDER BY place, id LIMIT 1";
    /// Writes an account at its place; nothing when another organisation has it.
    pub SAVE_ACCOUNT = "INSERT INTO payment_accounts (organisation_id, account, account_key, currency, place) \
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (account_key) DO UPDATE SET account = excluded.account, \
        currency = excluded.currency, place = excluded.place WHERE payment_accounts.organisation_id = excluded.organisation_id";
    /// All accounts of an organisation lose their places, before they are written anew.
    pub UNPLACE_ACCOUNTS = "UPDATE payment_accounts SET place = 0 WHERE organisation_id = $1";
    /// Those that were not written again go.
    pub DELETE_UNPLACED = "DELETE FROM payment_accounts WHERE organisation_id = $1 AND place = 0";
    /// Keeps what the columns mean, or forgets it.
    pub SAVE_MAPPING = "UPDATE payment_accounts SET csv_mapping = $3 WHERE organisation_id = $1 AND account_key = $2";
    /// Whether entries of an account lack their currency.
    pub HAS_NO_CURRENCY = "SELECT EXISTS (SELECT 1 FROM statement_entries WHERE account_key = $1 AND currency = '')";
    /// An entry that has lacked its currency gets it, and is looked at anew unless staff has decided about it.
    pub FILL_CURRENCY = "UPDATE statement_entries SET currency = $3, state = CASE WHEN state = 'to_match' THEN $4 ELSE state END \
        WHERE account_key = $1 AND fingerprint = $2 AND currency = ''";
    /// The same for all entries of an account; a person books them, for balances are not looked at again.
    pub FILL_ACCOUNT_CURRENCY = "UPDATE statement_entries SET currency = $2 WHERE account_key = $1 AND currency = ''";
    /// Notes how many entries were not known before.
    pub COUNT_FRESH = "UPDATE statements SET fresh = $2 WHERE id = $1";
    /// Statements of a branch, newest first.
    pub LIST_STATEMENTS = concat!(branch!(), "SELECT s.id, s.organisation_id, s.account, s.currency, s.from_on, s.to_on, s.file_name, \
        s.entries, s.fresh, s.imported_at, (SELECT COUNT(*) FROM statement_entries n WHERE n.statement_id = s.id \
        AND n.state = 'booked') AS booked, (SELECT COUNT(*) FROM statement_entries n WHERE n.statement_id = s.id \
        AND n.state = 'to_match') AS to_match FROM statements s WHERE s.organisation_id IN (SELECT id FROM branch) \
        ORDER BY s.imported_at DESC, s.id DESC LIMIT 100");
    /// Statements of an account that no organisation had named.
    pub CLAIM_STATEMENTS = "UPDATE statements SET organisation_id = $2 WHERE account_key = $1 AND organisation_id IS NULL";
    /// Their entries are looked at anew.
    pub CLAIM_ENTRIES = "UPDATE statement_entries SET organisation_id = $2 \
        WHERE account_key = $1 AND organisation_id IS NULL";

    /// Entries that nothing has looked at, in order.
    pub LIST_NEW = concat!("SELECT ", entry!(), " FROM statement_entries n WHERE n.state = 'new' \
        AND n.organisation_id IS NOT NULL AND n.id > $1 ORDER BY n.id LIMIT 500");
    /// Entries that wait for a person in the branch of account $1 at $2, oldest first.
    pub LIST_QUEUE = concat!(branch!(), "SELECT ", entry!(), " FROM statement_entries n \
        WHERE n.organisation_id IN (SELECT id FROM branch) AND n.state = 'to_match' ORDER BY n.booked_on, n.id LIMIT $3 OFFSET $4");
    /// How many they are.
    pub COUNT_QUEUE = concat!(branch!(), "SELECT COUNT(*) FROM statement_entries n \
        WHERE n.organisation_id IN (SELECT id FROM branch) AND n.state = 'to_match'");
    /// An entry.
    pub FIND_ENTRY = concat!("SELECT ", entry!(), " FROM statement_entries n WHERE n.id = $1");
    /// Entries by their ids.
    pub LIST_ENTRIES_AMONG = concat!("SELECT ", entry!(), " FROM statement_entries n WHERE n.id IN ", database::among!());
    /// Moves an entry from state $2 to $3.
    pub MOVE_ENTRY = "UPDATE statement_entries SET state = $3 WHERE id = $1 AND state = $2";
    /// Sets an entry aside of which nothing is booked.
    pub SET_ASIDE = "UPDATE statement_entries SET state = 'set_aside', set_aside_reason = $2 WHERE id = $1 \
        AND state = 'to_match' AND booked_minor = 0";
    /// Books money of an entry; nothing when there is not so much left.
    pub BOOK_ENTRY = "UPDATE statement_entries SET booked_minor = booked_minor + $2, \
        state = CASE WHEN booked_minor + $2 = amount_minor THEN 'booked' ELSE 'to_match' END \
        WHERE id = $1 AND state IN ('new', 'to_match') AND booked_minor + $2 <= amount_minor";
    /// Gives money back to an entry.
    pub UNBOOK_ENTRY = "UPDATE statement_entries SET booked_minor = booked_minor - $2, state = 'to_match' WHERE id = $1";

    /// A booking, unless this entry is booked on this charge already.
    pub INSERT_BOOKING = "INSERT INTO bookings (entry_id, charge_id, amount_minor, booked_at, closed_on, booked_by) \
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id";
    /// Undoes a booking of a charge, once.
    pub UNDO_BOOKING = "UPDATE bookings SET undone_at = $3, undone_by = $4, undone_reason = $5 WHERE id = $1 AND charge_id = $2 \
        AND undone_at IS NULL RETURNING entry_id, amount_minor";
    /// The bookings of a charge, oldest first.
    pub LIST_BOOKINGS_OF_CHARGE = concat!(bookings!(), " WHERE b.charge_id = $1 ORDER BY b.id");
    /// The bookings of an entry.
    pub LIST_BOOKINGS_OF_ENTRY = concat!(bookings!(), " WHERE b.entry_id = $1 ORDER BY b.id");
    /// The bookings that hold of a day in the branch of account $1 at $2.
    pub LIST_BOOKINGS_OF_DAY = concat!(branch!(), bookings!(), " WHERE c.organisation_id IN (SELECT id FROM branch) \
        AND b.closed_on = $3 AND b.undone_at IS NULL ORDER BY b.id");
}

/// A statement as staff sees it.
#[derive(Clone, Debug)]
pub struct StatementLine {
    /// Which.
    pub id: StatementId,
    /// Whose account.
    pub organisation_id: Option<OrganisationId>,
    /// The account.
    pub account: String,
    /// ISO 4217 code.
    pub currency: String,
    /// First day.
    pub from_on: Option<Date>,
    /// Last day.
    pub to_on: Option<Date>,
    /// The file it came in.
    pub file_name: String,
    /// How many entries it has.
    pub entries: i64,
    /// How many of them were not known before.
    pub fresh: i64,
    /// When it was taken in.
    pub imported_at: Timestamp,
    /// How many of the fresh ones are booked.
    pub booked: i64,
    /// How many wait for a person.
    pub to_match: i64,
}

from_row!(StatementLine {
    id,
    organisation_id,
    account,
    currency,
    from_on,
    to_on,
    file_name,
    entries,
    fresh,
    imported_at,
    booked,
    to_match
});

/// A booking as staff sees it.
#[derive(Clone, Debug)]
pub struct BookingLine {
    /// Which.
    pub id: BookingId,
    /// Money of this entry …
    pub entry_id: EntryId,
    /// … for this charge.
    pub charge_id: ChargeId,
    /// How much.
    pub amount_minor: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// When.
    pub booked_at: Timestamp,
    /// In whose closing.
    pub closed_on: Date,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
    /// Why.
    pub undone_reason: Option<String>,
    /// The bank's day.
    pub booked_on: Date,
    /// What the payer wrote.
    pub title: String,
    /// Who paid.
    pub counterparty: String,
    /// The payer's reference.
    pub reference: String,
    /// Who booked it; none is by itself.
    pub booked_by: Option<String>,
    /// The participant's given name.
    pub given_name: String,
    /// The participant's surname.
    pub surname: String,
    /// Title of the training.
    pub training: String,
    /// Who is paid.
    pub organisation_id: OrganisationId,
}

from_row!(BookingLine {
    id,
    entry_id,
    charge_id,
    amount_minor,
    currency,
    booked_at,
    closed_on,
    undone_at,
    undone_reason,
    booked_on,
    title,
    counterparty,
    reference,
    booked_by,
    given_name,
    surname,
    training,
    organisation_id
});
