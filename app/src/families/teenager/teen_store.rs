//! SQL of linked sign-ins, and of those who come of age.

use database::from_row;
use jiff::Timestamp;

use crate::accounts::AccountId;
use crate::people::PersonId;

database::id! {
    /// A teenager's sign-in to the record that a parent holds.
    LinkId;
}

database::codes! {
    /// Where a linked sign-in stands: `invited → linked → ended`, or `grown` once the record is the person's own.
    LinkState {
        /// The letter is on its way.
        Invited = "invited",
        /// In use.
        Linked = "linked",
        /// A parent has ended it.
        Ended = "ended",
        /// The person has come of age.
        Grown = "grown",
    }
}

/// Columns of a [`Link`].
macro_rules! link {
    () => {
        "l.id, l.person_id, l.email, l.email_key, l.account_id, l.state, l.may_submit, l.invited_by, l.expires_at"
    };
}

database::statements! {
    /// The linked sign-in of a person, invited or in use.
    pub FIND_OF_PERSON = concat!("SELECT ", link!(), " FROM linked_sign_ins l WHERE l.person_id = $1 AND l.state IN ('invited', 'linked')");
    /// That of an account, in use.
    pub FIND_OF_ACCOUNT = concat!("SELECT ", link!(), " FROM linked_sign_ins l WHERE l.account_id = $1 AND l.state = 'linked'");
    /// That which an invitation is for.
    pub FIND_BY_TOKEN = concat!("SELECT ", link!(), " FROM linked_sign_ins l WHERE l.token_hash = $1");
    /// Invites; nothing when there is one already.
    pub INSERT_INVITATION = "INSERT INTO linked_sign_ins (person_id, email, email_key, token_hash, state, invited_by, invited_at, expires_at) \
        VALUES ($1, $2, $3, $4, 'invited', $5, $6, $7) ON CONFLICT DO NOTHING";
    /// The invitation is accepted; of two at the same moment one is.
    pub ACCEPT = "UPDATE linked_sign_ins SET state = 'linked', account_id = $2, linked_at = $3 WHERE id = $1 AND state = 'invited' \
        AND expires_at > $3";
    /// An account of a person's own becomes linked to record $1, which account $3 holds.
    pub LINK_OWN_ACCOUNT = "INSERT INTO linked_sign_ins (person_id, email, email_key, token_hash, account_id, state, invited_by, invited_at, \
        expires_at, linked_at) SELECT $1, a.email, a.email_key, $5, a.id, 'linked', $3, $4, $4, $4 FROM accounts a \
        WHERE a.id = $2 AND a.state = 'active' ON CONFLICT DO NOTHING";
    /// Whether the teenager submits; nothing when that is so already.
    pub SET_MAY_SUBMIT = "UPDATE linked_sign_ins SET may_submit = $2 WHERE id = $1 AND may_submit <> $2";
    /// It is over.
    pub END_LINK = "UPDATE linked_sign_ins SET state = $2, ended_at = $3, ended_by = $4 WHERE id = $1 AND state IN ('invited', 'linked')";
    /// Whether a record is confirmed, and held by a parent.
    pub COUNT_HELD = "SELECT COUNT(*) FROM people p JOIN guardianships g ON g.person_id = p.id AND g.state = 'holds' \
        WHERE p.id = $1 AND p.state = 'confirmed' AND p.account_id IS NULL";
    /// The account of a person.
    pub FIND_ACCOUNT_OF_PERSON = "SELECT account_id FROM people WHERE id = $1 AND account_id IS NOT NULL";
    /// The keys by which the person of an account is found from now on; who calls themselves otherwise is to be confirmed anew.
    pub SET_KEY = "UPDATE people SET state = CASE WHEN identity_key IS NULL OR identity_key = $2 THEN state ELSE 'unconfirmed' END, \
        identity_key = $2, version = version + 1 WHERE id = $1";
    /// The person has no account any more: it is linked.
    pub TAKE_ACCOUNT_OFF = "UPDATE people SET account_id = NULL WHERE id = $1 AND account_id = $2";
    /// Who was born until $1 and is still in a parent's cabinet, or signs in to it.
    pub LIST_GROWN = "SELECT p.id FROM people p WHERE p.identity_key IS NOT NULL AND p.born_on <= $1 AND p.state IN ('unconfirmed', 'confirmed') \
        AND EXISTS (SELECT 1 FROM linked_sign_ins l WHERE l.person_id = p.id AND l.state = 'linked') ORDER BY p.id LIMIT 500";
    /// Nobody acts, or asks to act, for a person any more.
    pub END_GUARDIANSHIPS = "UPDATE guardianships SET state = 'ended', decided_at = $2 WHERE person_id = $1 AND state IN ('holds', 'asked')";
    /// The record is the person's own: it has the account that was linked.
    pub GIVE_RECORD = "UPDATE people SET account_id = $2, changed_at = $3 WHERE id = $1 AND account_id IS NULL \
        AND NOT EXISTS (SELECT 1 FROM people AS o WHERE o.account_id = $2)";
}

/// A linked sign-in as kept.
#[derive(Clone, Debug)]
pub struct Link {
    /// Which.
    pub id: LinkId,
    /// To whose record.
    pub person_id: PersonId,
    /// The teenager's own address as typed.
    pub email: String,
    /// The same as it is compared.
    pub email_key: String,
    /// The teenager's account; none before the invitation is accepted.
    pub account_id: Option<AccountId>,
    /// Where it stands.
    pub state: LinkState,
    /// Whether the teenager submits applications.
    pub may_submit: bool,
    /// Who invited.
    pub invited_by: AccountId,
    /// Until when the invitation holds.
    pub expires_at: Timestamp,
}

from_row!(Link {
    id,
    person_id,
    email,
    email_key,
    account_id,
    state,
    may_submit,
    invited_by,
    expires_at
});
