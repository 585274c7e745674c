//! SQL of those who ask to act for a child, as staff decides about them.

use database::from_row;
use jiff::Timestamp;

use crate::accounts::AccountId;
use crate::families::types::GuardianshipState;

database::codes! {
    /// What shows that somebody may act for a child.
    Proof {
        /// The child's birth certificate, which names the person.
        BirthCertificate = "birth_certificate",
        /// A decision of a court.
        CourtDecision = "court_decision",
        /// An act of an authority of guardianship.
        GuardianshipAct = "guardianship_act",
        /// Any other document.
        Other = "other",
    }
}

database::statements! {
    /// Account $2, which asks to act for child $1, was not let in, or was let in by somebody.
    pub FIND_ASKING = "SELECT a.id AS account_id, a.name, a.email, g.state, g.asked_at, g.decided_at, COALESCE(d.name, '') AS decided_by \
        FROM guardianships g JOIN accounts a ON a.id = g.account_id LEFT JOIN accounts d ON d.id = g.decided_by \
        WHERE g.person_id = $1 AND g.account_id = $2 AND a.state = 'active' \
        AND (g.state IN ('asked', 'refused') OR (g.state = 'holds' AND g.decided_by <> g.account_id))";
    /// Those who were not let in to a child.
    pub LIST_REFUSED = "SELECT a.id AS account_id, a.name, a.email, g.state FROM guardianships g \
        JOIN accounts a ON a.id = g.account_id WHERE g.person_id = $1 AND g.state = 'refused' AND a.state = 'active' ORDER BY g.id";
    /// Decides about an account; nothing when it does not stand as $6 any more, or acts for the child.
    pub DECIDE_ASKING = "UPDATE guardianships SET state = $3, decided_at = $4, decided_by = $5 WHERE person_id = $1 AND account_id = $2 \
        AND state = $6 AND state IN ('asked', 'refused')";
}

/// An account that asks to act for a child, or was not let in.
#[derive(Clone, Debug)]
pub struct Asking {
    /// Which.
    pub account_id: AccountId,
    /// The holder.
    pub name: String,
    /// Where letters go.
    pub email: String,
    /// Whether it asks, was refused, or acts for the child by now.
    pub state: GuardianshipState,
    /// When it asked.
    pub asked_at: Timestamp,
    /// When that was decided.
    pub decided_at: Option<Timestamp>,
    /// By whom; empty where nobody has decided.
    pub decided_by: String,
}

from_row!(Asking {
    account_id,
    name,
    email,
    state,
    asked_at,
    decided_at,
    decided_by
});
