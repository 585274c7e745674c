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
         n.counterparty_account, n.counterparty_tax_id, n.reference, n.state, n.booked_minor, n.is_reversal, n.reverses, n.repeats, \
         n.set_aside_reason AS aside_reason"
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
        amount_minor, currency, title, counterparty, counterparty_account, counterparty_tax_id, reference, state, is_reversal, repeat_key) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (account_key, fingerprint) DO NOTHING";
    /// The accounts of an organisation, the first one first.
    pub LIST_ACCOUNTS = "SELECT account, currency FROM payment_accounts WHERE organisation_id = $1 ORDER BY place, id";
    /// The accounts of all organisations whose books account $1 keeps at $2.
    pub LIST_KEPT_ACCOUNTS = concat!(branch!(), "SELECT a.organisation_id, a.account, a.currency FROM payment_accounts a \
        WHERE a.organisation_id IN (SELECT id FROM branch) ORDER BY a.organisation_id, a.place, a.id");
    /// Whose account it is, and in which currency.
    pub FIND_BY_ACCOUNT = "SELECT organisation_id, currency FROM payment_accounts WHERE account_key = $1";
    /// An account of an organisation by its key, or all of them without, and what the columns of its CSV mean (JSON); the
    /// first one first.
    pub LIST_OWN_ACCOUNTS = "SELECT account, csv_mapping FROM payment_accounts WHERE organisation_id = $1 \
        AND ($2 = '' OR account_key = $2) ORDER BY place, id";
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
        ORDER BY s.imported_at DESC, s.id DESC");
    /// Statements of an account that no organisation had named.
    pub CLAIM_STATEMENTS = "UPDATE statements SET organisation_id = $2 WHERE account_key = $1 AND organisation_id IS NULL";
    /// Their entries are looked at anew.
    pub CLAIM_ENTRIES = "UPDATE statement_entries SET organisation_id = $2 \
        WHERE account_key = $1 AND organisation_id IS NULL";

    /// Entries that nothing has looked at, in order.
    pub LIST_NEW = concat!("SELECT ", entry!(), " FROM statement_entries n WHERE n.state = 'new' \
        AND n.organisation_id IS NOT NULL AND n.id > $1 ORDER BY n.id LIMIT 500");
    /// Entries in state $3 in the branch of account $1 at $2, oldest first.
    pub LIST_QUEUE = concat!(branch!(), "SELECT ", entry!(), " FROM statement_entries n \
        WHERE n.organisation_id IN (SELECT id FROM branch) AND n.state = $3 ORDER BY n.booked_on, n.id");
    /// How many they are.
    pub COUNT_QUEUE = concat!(branch!(), "SELECT COUNT(*) FROM statement_entries n \
        WHERE n.organisation_id IN (SELECT id FROM branch) AND n.state = $3");
    /// The entries that a statement brought, in the order of the file.
    pub LIST_OF_STATEMENT = concat!("SELECT ", entry!(), " FROM statement_entries n WHERE n.statement_id = $1 \
        ORDER BY n.id LIMIT $2 OFFSET $3");
    /// Whose a statement is, its account, its file and how many entries it brought.
    pub FIND_STATEMENT = "SELECT s.organisation_id, s.account, s.file_name, s.fresh FROM statements s WHERE s.id = $1";
    /// New entries from $1 to $2 that an earlier statement of the account has already, each with the first such entry.
    pub LIST_REPEATED = "SELECT n.id, (SELECT MIN(o.id) FROM statement_entries o WHERE o.repeat_key = n.repeat_key \
        AND o.statement_id < n.statement_id) AS other FROM statement_entries n WHERE n.id >= $1 AND n.id <= $2 AND n.state = 'new' \
        AND n.repeat_key IS NOT NULL AND EXISTS (SELECT 1 FROM statement_entries o WHERE o.repeat_key = n.repeat_key \
        AND o.statement_id < n.statement_id)";
    /// Notes what an entry probably repeats; a person looks at it.
    pub MARK_REPEAT = "UPDATE statement_entries SET repeats = $2, state = 'to_match' WHERE id = $1 AND state = 'new'";
    /// Entries of the account of entry $1 that it may take back: as much came until its day, and it is booked on charges
    /// from which nothing went back; the newest first.
    pub LIST_TAKEN_BACK = concat!("SELECT ", entry!(), " FROM statement_entries n JOIN statement_entries m ON m.id = $1 \
        WHERE n.account_key = m.account_key AND n.amount_minor = -m.amount_minor AND n.booked_on <= m.booked_on \
        AND EXISTS (SELECT 1 FROM bookings b JOIN charges c ON c.id = b.charge_id WHERE b.entry_id = n.id AND b.undone_at IS NULL \
        AND c.state IN ('due', 'overdue', 'booked')) ORDER BY n.booked_on DESC, n.id DESC LIMIT 50");
    /// Notes what an entry takes back; a person looks at it.
    pub MARK_REVERSAL = "UPDATE statement_entries SET reverses = $2, state = 'to_match' WHERE id = $1 AND state = 'new'";
    /// An entry.
    pub FIND_ENTRY = concat!("SELECT ", entry!(), " FROM statement_entries n WHERE n.id = $1");
    /// Entries by their ids.
    pub LIST_ENTRIES_AMONG = concat!("SELECT ", entry!(), " FROM statement_entries n WHERE n.id IN ", database::among!());
    /// Moves an entry from state $2 to $3.
    pub MOVE_ENTRY = "UPDATE statement_entries SET state = $3 WHERE id = $1 AND state = $2";
    /// Sets aside what is left of an entry.
    pub SET_ASIDE = "UPDATE statement_entries SET state = 'set_aside', set_aside_reason = $2, aside_kind = $3 WHERE id = $1 \
        AND state = 'to_match'";
    /// Takes it up again.
    pub TAKE_UP = "UPDATE statement_entries SET state = 'to_match', set_aside_reason = NULL, aside_kind = '' WHERE id = $1 \
        AND state = 'set_aside'";
    /// Books money of an entry; nothing when there is not so much left.
    pub BOOK_ENTRY = "UPDATE statement_entries SET booked_minor = booked_minor + $2, \
        state = CASE WHEN booked_minor + $2 = amount_minor THEN 'booked' ELSE 'to_match' END \
        WHERE id = $1 AND state IN ('new', 'to_match') AND booked_minor + $2 <= amount_minor";
    /// Gives money back to an entry.
    pub UNBOOK_ENTRY = "UPDATE statement_entries SET booked_minor = booked_minor - $2, state = 'to_match', \
        set_aside_reason = NULL, aside_kind = '' WHERE id = $1";

    /// A booking, unless this entry was booked on this charge before, beside the amount $7 that whoever books knows of.
    pub INSERT_BOOKING = "INSERT INTO bookings (entry_id, charge_id, amount_minor, booked_at, closed_on, booked_by, after_minor) \
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id";
    /// Undoes a booking of a charge, once.
    pub UNDO_BOOKING = "UPDATE bookings SET undone_at = $3, undone_by = $4, undone_reason = $5, undone_on = $6 WHERE id = $1 AND charge_id = $2 \
        AND undone_at IS NULL RETURNING entry_id, amount_minor";
    /// The bookings of a charge that hold, oldest first.
    pub LIST_HELD = "SELECT id, entry_id, amount_minor FROM bookings WHERE charge_id = $1 AND undone_at IS NULL ORDER BY id";
    /// The bookings of a charge, oldest first.
    pub LIST_BOOKINGS_OF_CHARGE = concat!(bookings!(), " WHERE b.charge_id = $1 ORDER BY b.id");
    /// The bookings of an entry.
    pub LIST_BOOKINGS_OF_ENTRY = concat!(bookings!(), " WHERE b.entry_id = $1 ORDER BY b.id");
    /// What happened on day $3 in the branch of account $1 at $2: bookings, bookings that were undone and money that went
    /// back. What is done later does not change it.
    pub LIST_DAY = concat!(branch!(), "SELECT d.kind, d.id, d.charge_id, d.amount_minor, d.currency, d.booked_on, d.title, \
        d.counterparty, u.name AS done_by, p.given_name, p.surname, k.title AS training FROM (\
        SELECT 'booked' AS kind, b.id, b.charge_id, b.amount_minor, n.currency, n.booked_on, n.title, n.counterparty, \
        b.booked_by AS account_id, b.booked_at AS done_at FROM bookings b JOIN statement_entries n ON n.id = b.entry_id \
        WHERE b.closed_on = $3 \
        UNION ALL SELECT 'undone' AS kind, b.id, b.charge_id, -b.amount_minor AS amount_minor, n.currency, n.booked_on, n.title, \
        n.counterparty, b.undone_by AS account_id, b.undone_at AS done_at FROM bookings b JOIN statement_entries n ON n.id = b.entry_id \
        WHERE b.undone_on = $3 \
        UNION ALL SELECT 'refunded' AS kind, r.id, r.charge_id, -r.amount_minor AS amount_minor, c.currency, r.closed_on AS booked_on, \
        '' AS title, '' AS counterparty, r.refunded_by AS account_id, r.refunded_at AS done_at FROM charge_refunds r \
        JOIN charges c ON c.id = r.charge_id WHERE r.closed_on = $3) d \
        JOIN charges c ON c.id = d.charge_id JOIN enrolments e ON e.id = c.enrolment_id JOIN people p ON p.id = e.person_id \
        JOIN groups g ON g.id = e.group_id JOIN courses k ON k.id = g.course_id LEFT JOIN accounts u ON u.id = d.account_id \
        WHERE c.organisation_id IN (SELECT id FROM branch) ORDER BY d.done_at, d.kind, d.id");
    /// Notes money that went back.
    pub INSERT_REFUND = "INSERT INTO charge_refunds (charge_id, amount_minor, refunded_at, closed_on, refunded_by) \
        VALUES ($1, $2, $3, $4, $5)";
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

/// What happened to a charge on a day, as its closing lists it.
#[derive(Clone, Debug)]
pub struct DayLine {
    /// `booked`, `undone` or `refunded`.
    pub kind: String,
    /// Among those of its kind.
    pub id: i64,
    /// The charge.
    pub charge_id: ChargeId,
    /// How much; what was undone or went back is negative.
    pub amount_minor: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// The bank's day.
    pub booked_on: Date,
    /// What the payer wrote.
    pub title: String,
    /// Who paid.
    pub counterparty: String,
    /// Who did it; none is by itself.
    pub done_by: Option<String>,
    /// The participant's given name.
    pub given_name: String,
    /// The participant's surname.
    pub surname: String,
    /// Title of the training.
    pub training: String,
}

from_row!(DayLine {
    kind,
    id,
    charge_id,
    amount_minor,
    currency,
    booked_on,
    title,
    counterparty,
    done_by,
    given_name,
    surname,
    training
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
