//! SQL of the institutions that pay: questions, the links of their letters.

use database::from_row;
use jiff::Timestamp;
use jiff::civil::Date;

use super::store::{charge, lines};
use super::types::{AskState, ChargeId};

database::statements! {
    /// An institution is asked.
    pub INSERT_ASK = "INSERT INTO institution_asks (charge_id, token_hash, state, asked_at, answer_before) \
        VALUES ($1, $2, 'awaiting_institution', $3, $4) ON CONFLICT (charge_id) DO NOTHING";
    /// The question behind a link.
    pub FIND_ASK = "SELECT charge_id, state, answer_before, answered_at FROM institution_asks \
        WHERE token_hash = $1 OR charge_id = (SELECT l.charge_id FROM institution_links l WHERE l.token_hash = $1)";
    /// The question about a charge.
    pub FIND_ASK_OF_CHARGE = "SELECT charge_id, state, answer_before, answered_at FROM institution_asks WHERE charge_id = $1";
    /// Answers it, once.
    pub ANSWER_ASK = "UPDATE institution_asks SET state = $2, answered_at = $3 WHERE charge_id = $1 AND state = 'awaiting_institution'";
    /// The link of a question, kept beside it.
    pub KEEP_LINK = "INSERT INTO institution_links (token_hash, charge_id) SELECT token_hash, charge_id FROM institution_asks \
        WHERE charge_id = $1";
    /// A question that is asked anew.
    pub FORGET_ASK = "DELETE FROM institution_asks WHERE charge_id = $1";
    /// Questions whose time is over.
    pub LIST_UNANSWERED = "SELECT charge_id FROM institution_asks WHERE state = 'awaiting_institution' AND answer_before <= $1 \
        ORDER BY charge_id LIMIT 500";
    /// What the institutions were asked to pay for which account $1 speaks at $2: chosen from the directory, or named by
    /// their tax id; what waits for an answer first.
    pub LIST_PAYING = concat!("WITH RECURSIVE branch (id) AS (SELECT o.id FROM organisations o JOIN roles r ON r.organisation_id = o.id \
        WHERE r.account_id = $1 AND (r.ends_at IS NULL OR r.ends_at > $2) AND r.role IN ('organisation_administrator', 'operator', 'accountant') \
        UNION SELECT o.id FROM organisations o JOIN branch b ON o.parent_id = b.id) ", lines!(), " WHERE a.charge_id IS NOT NULL \
        AND (i.organisation_id IN (SELECT id FROM branch) OR (i.organisation_id IS NULL AND i.tax_id IN (SELECT t.tax_id FROM organisations t \
        JOIN branch b ON b.id = t.id WHERE t.tax_id IS NOT NULL))) \
        ORDER BY CASE WHEN a.state = 'awaiting_institution' AND c.state IN ('due', 'overdue') THEN 0 \
        WHEN a.state = 'accepted' AND c.state IN ('due', 'overdue') THEN 1 ELSE 2 END, c.due_on DESC, c.id DESC LIMIT 1000");
    /// Organisations with a tax id.
    pub LIST_WITH_TAX_ID = "SELECT id FROM organisations WHERE tax_id = $1 ORDER BY id";
    /// The question about charge $2 is answered as that about charge $1 was: it is the same money.
    pub COPY_ASK = "INSERT INTO institution_asks (charge_id, token_hash, state, asked_at, answer_before, answered_at) \
        SELECT $2, $3, state, asked_at, answer_before, answered_at FROM institution_asks WHERE charge_id = $1 \
        ON CONFLICT (charge_id) DO NOTHING";
    /// What an institution has paid of a charge that the participant pays on: it agreed once, and not to the price of today.
    pub SUM_OF_INSTITUTION = "SELECT CAST(COALESCE(SUM(b.amount_minor), 0) AS BIGINT) FROM bookings b \
        JOIN institution_asks a ON a.charge_id = b.charge_id WHERE b.charge_id = $1 AND b.undone_at IS NULL \
        AND a.state IN ('declined', 'lapsed') AND b.booked_at <= a.answered_at AND EXISTS (SELECT 1 FROM audit u \
        WHERE u.subject_kind = 'charge' AND u.subject_id = b.charge_id AND u.action = 'payment.accepted')";
    /// Another link to the question about a charge.
    pub INSERT_LINK = "INSERT INTO institution_links (token_hash, charge_id) VALUES ($1, $2)";

    /// Open charges of organisation $1 in currency $2 that a buyer with tax id $3 has agreed to pay.
    pub LIST_AGREED = concat!("SELECT ", charge!(), ", i.name, i.recipient_name, i.email FROM charges c \
        JOIN enrolment_payers i ON i.enrolment_id = c.enrolment_id JOIN institution_asks a ON a.charge_id = c.id \
        WHERE c.organisation_id = $1 AND c.currency = $2 AND i.tax_id = $3 AND c.payer = 'institution' \
        AND c.state IN ('due', 'overdue') AND a.state = 'accepted' ORDER BY c.id");
    /// The title of these charges, known or new.
    pub UPSERT_TITLE = "INSERT INTO collective_titles (organisation_id, set_hash, made_at) VALUES ($1, $2, $3) \
        ON CONFLICT (organisation_id, set_hash) DO UPDATE SET organisation_id = excluded.organisation_id RETURNING id";
    /// One of its charges.
    pub INSERT_MEMBER = "INSERT INTO collective_charges (title_id, charge_id) VALUES ($1, $2) ON CONFLICT (title_id, charge_id) DO NOTHING";
    /// The charges that title $2 of organisation $1 names.
    pub LIST_NAMED = concat!("SELECT ", charge!(), " FROM charges c JOIN collective_charges m ON m.charge_id = c.id \
        JOIN collective_titles t ON t.id = m.title_id WHERE t.organisation_id = $1 AND t.id = $2 ORDER BY c.id");
}

/// A question to an institution.
#[derive(Clone, Debug)]
pub struct Ask {
    /// About which charge.
    pub charge_id: ChargeId,
    /// Where it stands.
    pub state: AskState,
    /// First instant at which it is too late.
    pub answer_before: Timestamp,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
}

from_row!(Ask {
    charge_id,
    state,
    answer_before,
    answered_at
});

impl Ask {
    /// The last day on which it can be answered.
    pub fn last_day(&self, zone: &jiff::tz::TimeZone) -> Date {
        let last = self.answer_before - jiff::SignedDuration::from_micros(1);
        last.to_zoned(zone.clone()).date()
    }
}
