//! SQL of invitations to act for a child, and of leaving.

use database::from_row;
use jiff::Timestamp;

use crate::accounts::AccountId;
use crate::people::PersonId;

database::id! {
    /// An invitation to act for a child.
    InvitationId;
}

database::statements! {
    /// The invitations to act for a child that are open at $2, the oldest first.
    pub LIST_INVITATIONS = "SELECT id, person_id, email, invited_by, expires_at FROM guardian_invitations \
        WHERE person_id = $1 AND state = 'invited' AND expires_at > $2 ORDER BY id";
    /// The invitation of a link, open at $2.
    pub FIND_INVITATION = "SELECT id, person_id, email, invited_by, expires_at FROM guardian_invitations \
        WHERE token_hash = $1 AND state = 'invited' AND expires_at > $2";
    /// When the invitation of a link ends, and whether it is open.
    pub FIND_STANDING = "SELECT expires_at, state FROM guardian_invitations WHERE token_hash = $1";
    /// Invites.
    pub INSERT_INVITATION = "INSERT INTO guardian_invitations (person_id, email, token_hash, state, invited_by, invited_at, \
        expires_at) VALUES ($1, $2, $3, 'invited', $4, $5, $6)";
    /// An invitation is over; of two at the same moment one ends it. The address is kept no longer.
    pub END_INVITATION = "UPDATE guardian_invitations SET state = $2, ended_by = $3, ended_at = $4, email = '' \
        WHERE id = $1 AND state = 'invited'";
    /// Those that nobody answered in time.
    pub END_LATE = "UPDATE guardian_invitations SET state = 'ended', ended_at = $1, email = '' WHERE state = 'invited' \
        AND expires_at <= $1";
    /// A second guardian acts for a child from now on, since account $4 invited.
    pub SHARE = "INSERT INTO guardianships (person_id, account_id, state, asked_at, decided_at, decided_by) \
        VALUES ($1, $2, 'holds', $3, $3, $4) ON CONFLICT (person_id, account_id) DO UPDATE SET state = 'holds', decided_at = $3, \
        decided_by = $4";
    /// An account does not act for a child any more, as long as another one does.
    pub LEAVE = "UPDATE guardianships SET state = 'ended', decided_at = $3, decided_by = $2 WHERE person_id = $1 AND account_id = $2 \
        AND state = 'holds' AND EXISTS (SELECT 1 FROM guardianships o JOIN accounts a ON a.id = o.account_id \
        WHERE o.person_id = $1 AND o.account_id <> $2 AND o.state = 'holds' AND a.state = 'active')";
    /// Invitations of whoever left are over.
    pub END_OF_LEAVING = "UPDATE guardian_invitations SET state = 'ended', ended_by = $2, ended_at = $3, email = '' \
        WHERE person_id = $1 AND invited_by = $2 AND state = 'invited'";
}

/// An open invitation.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Which.
    pub id: InvitationId,
    /// To act for whom.
    pub person_id: PersonId,
    /// Where the letter went.
    pub email: String,
    /// Who invites.
    pub invited_by: AccountId,
    /// Until when it holds.
    pub expires_at: Timestamp,
}

from_row!(Invitation {
    id,
    person_id,
    email,
    invited_by,
    expires_at
});
