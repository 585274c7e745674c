//! SQL of certificates and their registers.

use crate::enrolment::concern_store::concerning;

/// Columns of a [`super::Certificate`].
macro_rules! certificate {
    () => {
        "c.id, c.number, c.register_number, c.organisation_id, c.enrolment_id, c.state, c.issued_at, c.snapshot, c.code, c.layout_id"
    };
}

database::statements! {
    /// Keeps others from issuing for the same enrolment until this transaction ends; nothing unless it is completed.
    pub LOCK_ENROLMENT = "UPDATE enrolments SET changed_at = changed_at WHERE id = $1 AND state = 'completed'";
    /// The next number of an organisation's register of a year. The row stays locked until the transaction ends, so that
    /// numbers have neither gaps nor doubles.
    pub TAKE_NUMBER = "INSERT INTO certificate_registers (organisation_id, year, last) VALUES ($1, $2, 1) \
        ON CONFLICT (organisation_id, year) DO UPDATE SET last = certificate_registers.last + 1 RETURNING last";
    /// A new certificate.
    pub INSERT = "INSERT INTO certificates (number, register_number, organisation_id, enrolment_id, state, issued_at, snapshot, code, layout_id) \
        VALUES ($1, $2, $3, $4, 'issued', $5, $6, $7, $8) RETURNING id";
    /// Moves a certificate that is valid to another state.
    pub MOVE = "UPDATE certificates SET state = $2 WHERE id = $1 AND state = 'issued'";
    /// A certificate.
    pub FIND = concat!("SELECT ", certificate!(), " FROM certificates c WHERE c.id = $1");
    /// The one that holds for an enrolment.
    pub FIND_CURRENT = concat!("SELECT ", certificate!(), " FROM certificates c WHERE c.enrolment_id = $1 AND c.state = 'issued'");
    /// The one that was issued last for an enrolment, valid or not.
    pub FIND_LAST = concat!("SELECT ", certificate!(), " FROM certificates c WHERE c.enrolment_id = $1 ORDER BY c.id DESC LIMIT 1");
    /// What staff did last of what decides whether a certificate may follow a revoked one by itself.
    pub FIND_LAST_WORD = "SELECT action FROM audit WHERE subject_kind = 'enrolment' AND subject_id = $1 \
        AND action IN ('certificate.revoke', 'enrolment.correct') ORDER BY id DESC LIMIT 1";
    /// How often somebody did this to the certificate with id $1, for this reason.
    pub COUNT_DEEDS = "SELECT COUNT(*) FROM audit a JOIN certificates c ON c.number = a.before_state WHERE c.id = $1 \
        AND a.subject_kind = 'enrolment' AND a.subject_id = c.enrolment_id AND a.action = $2 AND a.account_id = $3 AND a.reason = $4";
    /// All that were ever issued for an enrolment, newest first.
    pub LIST_OF_ENROLMENT = concat!("SELECT ", certificate!(), " FROM certificates c WHERE c.enrolment_id = $1 ORDER BY c.id DESC");
    /// The one with a public number.
    pub FIND_BY_NUMBER = concat!("SELECT ", certificate!(), " FROM certificates c WHERE c.number = $1");
    /// Those with a number in any organisation's register.
    pub LIST_BY_REGISTER_NUMBER = concat!("SELECT ", certificate!(), " FROM certificates c WHERE c.register_number = $1 \
        ORDER BY c.organisation_id, c.id LIMIT 50");
    /// Those that were issued last for the enrolments that concern an account.
    pub LIST_OF_ACCOUNT = concat!("SELECT ", certificate!(), " FROM certificates c JOIN enrolments e ON e.id = c.enrolment_id \
        WHERE e.id IN (", concerning!(), ") AND c.id = (SELECT MAX(l.id) FROM certificates l WHERE l.enrolment_id = e.id)");

    /// The registers of all organisations: whose, of which year, and how many numbers are given; the newest year first.
    pub LIST_REGISTERS = "SELECT organisation_id, year, last FROM certificate_registers ORDER BY year DESC, organisation_id";
    /// The register of organisation $1: numbers that end like $2, issued between $3 and $4, newest first.
    pub LIST_REGISTER = concat!("SELECT ", certificate!(), " FROM certificates c WHERE c.organisation_id = $1 \
        AND c.register_number LIKE $2 AND c.issued_at >= $3 AND c.issued_at < $4 ORDER BY c.id DESC");
    /// Those that hold in a group.
    pub LIST_OF_GROUP = concat!("SELECT ", certificate!(), " FROM certificates c JOIN enrolments e ON e.id = c.enrolment_id \
        WHERE e.group_id = $1 AND c.state = 'issued' ORDER BY c.id");
    /// Who has completed a group and has no certificate that holds.
    pub LIST_WITHOUT = "SELECT e.id FROM enrolments e WHERE e.group_id = $1 AND e.state = 'completed' \
        AND NOT EXISTS (SELECT 1 FROM certificates c WHERE c.enrolment_id = e.id AND c.state = 'issued') ORDER BY e.applied_at, e.id";
    /// How many in a group have completed it.
    pub COUNT_COMPLETED = "SELECT COUNT(*) FROM enrolments WHERE group_id = $1 AND state = 'completed'";

    /// Town of an organisation.
    pub FIND_CITY = "SELECT city FROM organisations WHERE id = $1";
    /// Where letters to an account go, and in which language.
    pub FIND_RECIPIENT = "SELECT email, language FROM accounts WHERE id = $1";

    /// Notes that an enrolment waits for the holder's data.
    pub WAIT = "INSERT INTO certificates_waiting (enrolment_id, tried_at) VALUES ($1, $2) \
        ON CONFLICT (enrolment_id) DO UPDATE SET tried_at = excluded.tried_at";
    /// It waits no longer.
    pub WAIT_NO_LONGER = "DELETE FROM certificates_waiting WHERE enrolment_id = $1";
    /// Enrolments whose holders have changed their data since the last try.
    pub LIST_READY_AGAIN = "SELECT w.enrolment_id FROM certificates_waiting w JOIN enrolments e ON e.id = w.enrolment_id \
        JOIN people p ON p.id = e.person_id WHERE p.changed_at > w.tried_at AND p.born_on IS NOT NULL AND p.birth_place <> '' \
        ORDER BY w.enrolment_id LIMIT 200";
}
