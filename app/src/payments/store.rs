//! SQL of charges, settings and asked institutions.

use database::from_row;
use jiff::Timestamp;
use jiff::civil::Date;

use super::types::{AskState, ChargeId, ChargeState, Payer};
use crate::accounts::{AccountId, OrganisationId};
use crate::catalogue::GroupId;
use crate::enrolment::concern_store::concerning;
use crate::enrolment::{EnrolmentId, EnrolmentState};
use crate::people::PersonId;

/// Columns of a [`super::Charge`].
macro_rules! charge {
    () => {
        "c.id, c.enrolment_id, c.organisation_id, c.account_id, c.payer, c.state, c.amount_minor, c.currency, \
         c.booked_minor, c.due_on, c.created_at"
    };
}

pub(super) use charge;

/// The same, as a changing statement gives them back.
macro_rules! changed {
    () => {
        "RETURNING id, enrolment_id, organisation_id, account_id, payer, state, amount_minor, currency, booked_minor, \
         due_on, created_at"
    };
}

/// A [`ChargeLine`], without its end.
macro_rules! lines {
    () => {
        "SELECT c.id, c.enrolment_id, c.organisation_id, c.payer, c.state, c.amount_minor, c.currency, c.booked_minor, \
         c.due_on, c.created_at, p.given_name, p.surname, k.title, g.code, g.id AS group_id, \
         COALESCE(i.name, '') AS institution, COALESCE(i.tax_id, '') AS tax_id, a.state AS ask \
         FROM charges c JOIN enrolments e ON e.id = c.enrolment_id JOIN people p ON p.id = e.person_id \
         JOIN groups g ON g.id = e.group_id JOIN courses k ON k.id = g.course_id \
         LEFT JOIN enrolment_payers i ON i.enrolment_id = c.enrolment_id \
         LEFT JOIN institution_asks a ON a.charge_id = c.id"
    };
}

pub(super) use lines;

/// The organisations whose books account $1 keeps at $2.
macro_rules! branch {
    () => {
        "WITH RECURSIVE branch (id) AS (SELECT o.id FROM organisations o JOIN roles r ON (r.organisation_id = o.id \
         OR r.organisation_id IS NULL) WHERE r.account_id = $1 AND (r.ends_at IS NULL OR r.ends_at > $2) \
         AND r.role IN ('installation_administrator', 'organisation_administrator', 'accountant') \
         UNION SELECT o.id FROM organisations o JOIN branch b ON o.parent_id = b.id) "
    };
}
pub(super) use branch;

database::statements! {
    /// What decides whether an enrolment makes a charge.
    pub FIND_JOINED = "SELECT e.state, e.group_id, e.person_id, e.account_id, e.transferred_from, g.price_minor, \
        EXISTS (SELECT 1 FROM group_prices p WHERE p.group_id = g.id) AS has_prices FROM enrolments e JOIN groups g ON g.id = e.group_id WHERE e.id = $1";
    /// The workplace of a person in the directory.
    pub FIND_WORKPLACE = "SELECT workplace_id FROM people WHERE id = $1";
    /// A new charge, unless the enrolment has one.
    pub INSERT_CHARGE = concat!("INSERT INTO charges (enrolment_id, organisation_id, account_id, payer, state, amount_minor, \
        currency, due_on, created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) \
        ON CONFLICT (enrolment_id) DO NOTHING ", changed!());
    /// Gives a charge to the enrolment in whose place the person came.
    pub MOVE_TO_ENROLMENT = "UPDATE charges SET enrolment_id = $2, changed_at = $3 WHERE enrolment_id = $1";
    /// The same at another price, with another due day.
    pub REPRICE = concat!("UPDATE charges SET enrolment_id = $2, amount_minor = $3, due_on = $4, state = $5, changed_at = $6, \
        reminded_at = NULL WHERE id = $1 ", changed!());
    /// All of a charge was paid by what was booked on another one.
    pub SETTLE = concat!("UPDATE charges SET booked_minor = $2, state = 'booked', changed_at = $3 WHERE id = $1 ", changed!());
    /// Only so much is left of a charge, and goes back.
    pub KEEP_TO_RETURN = concat!("UPDATE charges SET amount_minor = $2, booked_minor = $2, state = 'refund_due', changed_at = $3 \
        WHERE id = $1 ", changed!());
    /// The rest of a charge that was paid in part need not be paid.
    pub WAIVE_REST = concat!("UPDATE charges SET amount_minor = booked_minor, state = 'booked', changed_at = $2 \
        WHERE id = $1 AND state IN ('due', 'overdue') AND booked_minor > 0 ", changed!());
    /// Charges of those who left a group and still pay, or have paid.
    pub LIST_OF_LEFT = concat!("SELECT ", charge!(), " FROM charges c JOIN enrolments e ON e.id = c.enrolment_id \
        WHERE e.group_id = $1 AND c.state IN ('due', 'overdue', 'booked') \
        AND e.state IN ('resigned', 'cancelled', 'refused', 'lapsed', 'transferred') ORDER BY c.id");
    /// The institution goes with it.
    pub COPY_PAYER = "INSERT INTO enrolment_payers (enrolment_id, organisation_id, name, tax_id, street, postal_code, city, email, recipient_name, \
        recipient_address) SELECT $2, organisation_id, name, tax_id, street, postal_code, city, email, recipient_name, recipient_address FROM enrolment_payers \
        WHERE enrolment_id = $1 ON CONFLICT (enrolment_id) DO NOTHING";
    /// A charge.
    pub FIND_CHARGE = concat!("SELECT ", charge!(), " FROM charges c WHERE c.id = $1");
    /// The charge of an enrolment.
    pub FIND_OF_ENROLMENT = concat!("SELECT ", charge!(), " FROM charges c WHERE c.enrolment_id = $1");
    /// The charges of all enrolments that concern an account, newest first.
    pub LIST_OF_ACCOUNT = concat!("SELECT ", charge!(), " FROM charges c WHERE c.enrolment_id IN (", concerning!(), ") ORDER BY c.created_at DESC, c.id DESC");
    /// Moves a charge from state $2 to $3; nothing when it stands elsewhere meanwhile.
    pub MOVE_CHARGE = "UPDATE charges SET state = $3, changed_at = $4 WHERE id = $1 AND state = $2";
    /// Adds to what is booked of an open charge; nothing when that is more than is to be paid.
    pub ADD_BOOKED = concat!("UPDATE charges SET booked_minor = booked_minor + $2, changed_at = $3 WHERE id = $1 \
        AND state IN ('due', 'overdue') AND booked_minor + $2 <= amount_minor ", changed!());
    /// Takes from what is booked.
    pub TAKE_BOOKED = concat!("UPDATE charges SET booked_minor = booked_minor - $2, changed_at = $3 WHERE id = $1 \
        AND state IN ('due', 'overdue', 'booked') ", changed!());
    /// Notes that a waived charge ended together with the place.
    pub MARK_LET_GO = "UPDATE charges SET let_go_at = $2 WHERE id = $1 AND state = 'waived'";
    /// What was paid in part and is to go back.
    pub WITHDRAW_PART = "UPDATE charges SET amount_minor = booked_minor, state = 'refund_due', changed_at = $2 \
        WHERE id = $1 AND state IN ('due', 'overdue') AND booked_minor > 0";
    /// Who pays from now on, until when.
    pub SET_PAYER = "UPDATE charges SET payer = $2, due_on = $3, changed_at = $4 WHERE id = $1 AND state IN ('due', 'overdue')";
    /// Open charges whose day comes until $1, or was, and that wait for no institution.
    pub LIST_COMING = concat!("SELECT ", charge!(), ", c.reminded_at, o.time_zone FROM charges c \
        JOIN organisations o ON o.id = c.organisation_id WHERE c.state = 'due' AND c.due_on <= $1 \
        AND NOT EXISTS (SELECT 1 FROM institution_asks a WHERE a.charge_id = c.id AND a.state = 'awaiting_institution') \
        ORDER BY c.due_on, c.id LIMIT 500");
    /// Notes the reminder.
    pub MARK_REMINDED = "UPDATE charges SET reminded_at = $2 WHERE id = $1 AND reminded_at IS NULL AND state = 'due'";

    /// How an organisation is paid in currency $2; nothing without an account in it.
    pub FIND_SETTINGS = "SELECT a.account AS iban, a.currency, s.seller_name, s.seller_tax_id, s.seller_address, \
        s.recipient_name, s.recipient_address, s.due_days, s.bank_name, s.bank_code, s.bank_account FROM payment_settings s \
        JOIN payment_accounts a ON a.organisation_id = s.organisation_id \
        WHERE s.organisation_id = $1 AND a.currency = $2 ORDER BY a.place, a.id LIMIT 1";
    /// The same on its first account, whatever the currency.
    pub FIND_FIRST_SETTINGS = "SELECT a.account AS iban, a.currency, s.seller_name, s.seller_tax_id, s.seller_address, \
        s.recipient_name, s.recipient_address, s.due_days, s.bank_name, s.bank_code, s.bank_account FROM payment_settings s \
        JOIN payment_accounts a ON a.organisation_id = s.organisation_id \
        WHERE s.organisation_id = $1 ORDER BY a.place, a.id LIMIT 1";
    /// Days from joining to the due day.
    pub FIND_DUE_DAYS = "SELECT due_days FROM payment_settings WHERE organisation_id = $1";
    /// Writes how it sells.
    pub SAVE_SETTINGS = "INSERT INTO payment_settings (organisation_id, seller_name, seller_tax_id, \
        seller_address, recipient_name, recipient_address, due_days, changed_at, bank_name, bank_code, bank_account) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
        ON CONFLICT (organisation_id) DO UPDATE SET \
        seller_name = excluded.seller_name, seller_tax_id = excluded.seller_tax_id, seller_address = excluded.seller_address, \
        recipient_name = excluded.recipient_name, recipient_address = excluded.recipient_address, due_days = excluded.due_days, \
        changed_at = excluded.changed_at, bank_name = excluded.bank_name, bank_code = excluded.bank_code, \
        bank_account = excluded.bank_account";

    /// Where letters to an account go, in which language, and the name of its person.
    pub FIND_RECIPIENT = "SELECT a.email, a.language, p.given_name, p.surname FROM enrolments e \
        JOIN accounts a ON a.id = e.account_id JOIN people p ON p.id = e.person_id WHERE e.id = $1";

    /// One charge as staff sees it.
    pub FIND_LINE = concat!(lines!(), " WHERE c.id = $1");
    /// Charges by their ids.
    pub LIST_LINES_AMONG = concat!(lines!(), " WHERE c.id IN ", database::among!());
    /// Charges in state $3 or $4 in the branch of account $1 at $2, those due first at the top.
    pub LIST_LINES = concat!(branch!(), lines!(), " WHERE c.organisation_id IN (SELECT id FROM branch) AND c.state IN ($3, $4) \
        AND c.let_go_at IS NULL ORDER BY c.due_on, c.id LIMIT 5000");
    /// Those that ended together with the place.
    pub LIST_LET_GO = concat!(branch!(), lines!(), " WHERE c.organisation_id IN (SELECT id FROM branch) \
        AND c.let_go_at IS NOT NULL ORDER BY c.due_on, c.id LIMIT 5000");
    /// Charges of the branch of account $1 at $2 that were made after charge $3, in state $4 or in any.
    pub LIST_LINES_AFTER = concat!(branch!(), lines!(), " WHERE c.organisation_id IN (SELECT id FROM branch) AND c.id > $3 \
        AND ($4 = '' OR c.state = $4) ORDER BY c.id LIMIT $5");
    /// The same of the charges that concern account $1, after charge $2.
    pub LIST_OWN_AFTER = concat!(lines!(), " WHERE c.enrolment_id IN (", concerning!(), ") AND c.id > $2 AND ($3 = '' OR c.state = $3) \
        ORDER BY c.id LIMIT $4");
    /// How many charges of a branch are in which state.
    pub COUNT_STATES = concat!(branch!(), "SELECT c.state, COUNT(*) AS count FROM charges c \
        WHERE c.organisation_id IN (SELECT id FROM branch) AND c.let_go_at IS NULL GROUP BY c.state");
    /// Open charges of an organisation, for suggestions.
    pub LIST_OPEN_LINES = concat!(lines!(), " WHERE c.organisation_id = $1 AND c.state IN ('due', 'overdue') ORDER BY c.id LIMIT 20000");
    /// Organisations whose books account $1 keeps at $2 and that sell something or are paid somewhere.
    pub LIST_SELLERS = concat!(branch!(), "SELECT o.id, o.name FROM organisations o WHERE o.id IN (SELECT id FROM branch) \
        AND (o.kind = 'training_centre' OR EXISTS (SELECT 1 FROM courses k WHERE k.organisation_id = o.id) \
        OR EXISTS (SELECT 1 FROM payment_settings s WHERE s.organisation_id = o.id)) ORDER BY o.name, o.id");
}

/// What decides whether an enrolment makes a charge.
#[derive(Clone, Debug)]
pub(super) struct JoinedRow {
    pub state: EnrolmentState,
    pub group_id: GroupId,
    pub person_id: PersonId,
    pub account_id: AccountId,
    pub transferred_from: Option<EnrolmentId>,
    pub price_minor: i64,
    /// Some pay another price.
    pub has_prices: bool,
}

from_row!(JoinedRow {
    state,
    group_id,
    person_id,
    account_id,
    transferred_from,
    price_minor,
    has_prices
});

/// A charge as staff sees it, with whose it is and for what.
#[derive(Clone, Debug)]
pub struct ChargeLine {
    /// Which.
    pub id: ChargeId,
    /// What is paid for.
    pub enrolment_id: EnrolmentId,
    /// Who is paid.
    pub organisation_id: OrganisationId,
    /// Who pays.
    pub payer: Payer,
    /// Where it stands.
    pub state: ChargeState,
    /// All that is to be paid.
    pub amount_minor: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// What has been paid.
    pub booked_minor: i64,
    /// The last day in time.
    pub due_on: Date,
    /// When it was made.
    pub created_at: Timestamp,
    /// The participant's given name.
    pub given_name: String,
    /// The participant's surname.
    pub surname: String,
    /// Title of the training.
    pub title: String,
    /// The group's code.
    pub code: String,
    /// The group.
    pub group_id: GroupId,
    /// Name of the institution that was named as payer; empty otherwise.
    pub institution: String,
    /// Its tax id.
    pub tax_id: String,
    /// Whether it was asked, and what it said.
    pub ask: Option<AskState>,
}

from_row!(ChargeLine {
    id,
    enrolment_id,
    organisation_id,
    payer,
    state,
    amount_minor,
    currency,
    booked_minor,
    due_on,
    created_at,
    given_name,
    surname,
    title,
    code,
    group_id,
    institution,
    tax_id,
    ask
});

impl ChargeLine {
    /// The participant's names.
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.surname)
    }

    /// What is still to be paid.
    pub fn remaining(&self) -> i64 {
        self.state
            .remaining_of(self.amount_minor, self.booked_minor)
    }

    /// Who pays, by name.
    pub fn payer_name(&self) -> String {
        match self.payer {
            Payer::Participant => self.name(),
            Payer::Institution => self.institution.clone(),
        }
    }
}

/// An open charge whose day comes.
#[derive(Clone, Debug)]
pub(super) struct Coming {
    pub charge: super::Charge,
    pub reminded_at: Option<Timestamp>,
    pub time_zone: String,
}

impl database::FromRow for Coming {
    fn from_row(row: &database::Row<'_>) -> Result<Self, database::DbError> {
        Ok(Self {
            charge: super::Charge::from_row(row)?,
            reminded_at: row.get("reminded_at")?,
            time_zone: row.get("time_zone")?,
        })
    }
}
