//! SQL of accounts, links, sessions, kept forms and roles.

use database::{DbError, FromRow, Row};
use jiff::Timestamp;

use super::{AccountId, AccountState, OrganisationId, SessionId};
use crate::i18n::Lang;

database::statements! {
    /// A live session with its account, by the token's hash.
    pub FIND_SESSION = "SELECT s.id, s.account_id, s.seen_at, a.name, a.email, a.language, EXISTS (SELECT 1 FROM linked_sign_ins l \
        WHERE l.account_id = a.id AND l.state = 'linked') AS is_linked FROM sessions s \
        JOIN accounts a ON a.id = s.account_id WHERE s.token_hash = $1 AND s.expires_at > $2 AND a.state = 'active'";
    /// Roles of an account that hold at an instant.
    pub FIND_ROLES = "SELECT role, organisation_id FROM roles WHERE account_id = $1 AND (ends_at IS NULL OR ends_at > $2) ORDER BY id";
    /// Those of them that are the account's own: it does not stand in for anybody.
    pub FIND_OWN_ROLES = "SELECT role, organisation_id FROM roles WHERE account_id = $1 AND (ends_at IS NULL OR ends_at > $2) \
        AND for_role IS NULL ORDER BY id";
    /// A new account, unless its address is taken.
    pub INSERT_ACCOUNT = "INSERT INTO accounts (email, email_key, password_hash, name, state, language, created_at, activated_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (email_key) DO NOTHING RETURNING id";
    /// What an account has of its own: a person, roles, children, a record that somebody else holds.
    pub COUNT_BELONGINGS = "SELECT (SELECT COUNT(*) FROM people p WHERE p.account_id = $1) + (SELECT COUNT(*) FROM roles r \
        WHERE r.account_id = $1) + (SELECT COUNT(*) FROM guardianships g WHERE g.account_id = $1) + (SELECT COUNT(*) \
        FROM linked_sign_ins l WHERE l.account_id = $1 AND l.state = 'linked')";
    /// A new role.
    pub INSERT_ROLE = "INSERT INTO roles (account_id, organisation_id, role, granted_at, granted_by) VALUES ($1, $2, $3, $4, $5)";
    /// A new session.
    pub INSERT_SESSION = "INSERT INTO sessions (token_hash, account_id, device, network, created_at, seen_at, expires_at) \
        VALUES ($1, $2, $3, $4, $5, $5, $6)";
    /// Notes that a session is in use, unless it was ended meanwhile.
    pub TOUCH_SESSION = "UPDATE sessions SET seen_at = $2, expires_at = $3 WHERE id = $1 AND expires_at > $2";
    /// Keeps a form.
    pub INSERT_DRAFT = "INSERT INTO form_drafts (token_hash, account_id, path, fields, expires_at) VALUES ($1, $2, $3, $4, $5)";
    /// Leaves only the four newest kept forms of an account.
    pub TRIM_DRAFTS = "DELETE FROM form_drafts WHERE account_id = $1 AND token_hash NOT IN (SELECT token_hash FROM form_drafts \
        WHERE account_id = $1 ORDER BY expires_at DESC, token_hash LIMIT 4)";
    /// A kept form.
    pub FIND_DRAFT = "SELECT account_id, path, fields FROM form_drafts WHERE token_hash = $1 AND expires_at > $2";
    /// A session by its token's hash.
    pub FIND_SESSION_ID = "SELECT id FROM sessions WHERE token_hash = $1";
    /// The account of a session, also of one that has expired.
    pub FIND_OWNER_OF_SESSION = "SELECT account_id FROM sessions WHERE token_hash = $1";
    /// An account by its address.
    pub FIND_ACCOUNT_BY_EMAIL = "SELECT id, email, email_key, password_hash, state, name, language FROM accounts WHERE email_key = $1";
    /// An account by id.
    pub FIND_ACCOUNT = "SELECT id, email, email_key, password_hash, state, name, language FROM accounts WHERE id = $1";
    /// Registers an account anew that was never activated.
    pub REPLACE_PENDING = "UPDATE accounts SET email = $2, password_hash = $3, name = $4, language = $5 WHERE id = $1 AND state = 'pending'";
    /// Makes a pending account ready, with this password.
    pub ACTIVATE_ACCOUNT = "UPDATE accounts SET state = 'active', activated_at = $2, password_hash = $3 \
        WHERE id = $1 AND state = 'pending'";
    /// An account that was made ready a moment ago waits again.
    pub DEACTIVATE_ACCOUNT = "UPDATE accounts SET state = 'pending', activated_at = NULL WHERE id = $1 AND state = 'active'";
    /// A new password.
    pub SET_PASSWORD = "UPDATE accounts SET password_hash = $2 WHERE id = $1";
    /// A new address, unless another account has it.
    pub SET_EMAIL = "UPDATE accounts SET email = $2, email_key = $3 WHERE id = $1 \
        AND NOT EXISTS (SELECT 1 FROM accounts AS other WHERE other.email_key = $3 AND other.id <> $1)";
    /// What waits for an account makes room for wish $2, unless it is the same wish and younger than $3.
    pub SUPERSEDE_REPLACEMENT = "UPDATE email_replacements SET superseded_at = $4 WHERE account_id = $1 AND done_at IS NULL \
        AND superseded_at IS NULL AND (wish <> $2 OR asked_at <= $3)";
    /// An address that staff replaces; nothing when one waits already.
    pub INSERT_REPLACEMENT = "INSERT INTO email_replacements (token_hash, account_id, asked_by, asked_at, document, reason, wish, \
        organisation_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
    /// A replacement is in force, and who has replaced it; nothing when the link was the holder's own wish.
    pub FINISH_REPLACEMENT = "UPDATE email_replacements SET done_at = $2 WHERE token_hash = $1 AND done_at IS NULL \
        RETURNING account_id, organisation_id";
    /// How many roles of an account hold.
    pub COUNT_ROLES = "SELECT COUNT(*) FROM roles WHERE account_id = $1 AND (ends_at IS NULL OR ends_at > $2)";
    /// A new name and language.
    pub SET_NAME_AND_LANGUAGE = "UPDATE accounts SET name = $2, language = $3 WHERE id = $1";
    /// A new link.
    pub INSERT_LINK = "INSERT INTO links (token_hash, account_id, purpose, new_email, password_hash, registration, created_at, expires_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// 1 when an activation that can be used brings no password, or when somebody else may have typed it: the address was
    /// registered more than once.
    pub COUNT_WITHOUT_PASSWORD = "SELECT COUNT(*) FROM links WHERE token_hash = $1 AND purpose = 'activate' AND used_at IS NULL \
        AND (password_hash IS NULL OR EXISTS (SELECT 1 FROM links AS other WHERE other.account_id = links.account_id \
        AND other.token_hash <> $1 AND other.purpose = 'activate' AND other.password_hash IS NOT NULL))";
    /// What was typed at an account's last registration.
    pub FIND_REGISTRATION = "SELECT registration FROM links WHERE account_id = $1 AND purpose = 'activate' \
        AND registration IS NOT NULL ORDER BY created_at DESC, token_hash LIMIT 1";
    /// Forgets what was typed at the registrations of an account: it is a person now.
    pub FORGET_REGISTRATIONS = "UPDATE links SET registration = NULL, password_hash = NULL WHERE account_id = $1 AND purpose = 'activate'";
    /// Forgets what was typed at registrations that nobody finished in time.
    pub FORGET_UNFINISHED = "UPDATE links SET registration = NULL, password_hash = NULL \
        WHERE purpose = 'activate' AND registration IS NOT NULL AND created_at < $1";
    /// Empties the accounts of registrations that nobody finished: their addresses are free again.
    pub ERASE_UNFINISHED = "UPDATE accounts SET state = 'erased', email = '', email_key = 'erased:' || CAST(id AS TEXT), name = '', \
        password_hash = '' WHERE state = 'pending' AND created_at < $1 AND NOT EXISTS (SELECT 1 FROM links \
        WHERE links.account_id = accounts.id AND links.registration IS NOT NULL)";
    /// Where a link stands.
    pub FIND_LINK = "SELECT expires_at, used_at FROM links WHERE token_hash = $1 AND purpose = $2";
    /// Uses a link; of two at the same moment one gets the row.
    pub USE_LINK = "UPDATE links SET used_at = $3 WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3 \
        RETURNING account_id, new_email, password_hash, registration";
    /// Makes an account's other links of a purpose useless.
    pub VOID_LINKS = "UPDATE links SET used_at = $3 WHERE account_id = $1 AND purpose = $2 AND used_at IS NULL";
    /// Sign-ins of an account that hold, the one used last first.
    pub LIST_SESSIONS = "SELECT id, device, network, created_at, seen_at FROM sessions WHERE account_id = $1 AND expires_at > $2 \
        ORDER BY seen_at DESC, id DESC";
    /// How many sign-ins an account has had, and how many of them on a device.
    pub COUNT_SIGN_INS = "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN device = $2 THEN 1 ELSE 0 END), 0) AS BIGINT) \
        FROM sessions WHERE account_id = $1";
    /// Ends one sign-in of an account; the row stays, since a kept form may still look for its owner.
    pub END_SESSION = "UPDATE sessions SET expires_at = $3 WHERE id = $1 AND account_id = $2 AND expires_at > $3";
    /// Ends the sign-in of a token.
    pub END_SESSION_OF_TOKEN = "UPDATE sessions SET expires_at = $2 WHERE token_hash = $1 AND expires_at > $2 RETURNING account_id";
    /// Ends every sign-in of an account but one (0 spares none).
    pub END_OTHER_SESSIONS = "UPDATE sessions SET expires_at = $3 WHERE account_id = $1 AND id <> $2 AND expires_at > $3";
    /// Deletes sign-ins that ended before an instant.
    pub PURGE_SESSIONS = "DELETE FROM sessions WHERE expires_at < $1";
    /// Deletes links that ended before an instant.
    pub PURGE_LINKS = "DELETE FROM links WHERE expires_at < $1";
    /// A token that holds, with its account.
    pub FIND_TOKEN = "SELECT k.id, k.account_id, k.used_at, a.name, a.email, a.language, EXISTS (SELECT 1 FROM linked_sign_ins l \
        WHERE l.account_id = a.id AND l.state = 'linked') AS is_linked FROM api_tokens k \
        JOIN accounts a ON a.id = k.account_id WHERE k.token_hash = $1 AND k.expires_at > $2 AND a.state = 'active'";
    /// Notes that a token is in use.
    pub NOTE_TOKEN = "UPDATE api_tokens SET used_at = $2 WHERE id = $1";
    /// The tokens of an account that hold.
    pub LIST_TOKENS = "SELECT id, name, created_at, expires_at, used_at FROM api_tokens WHERE account_id = $1 AND expires_at > $2 \
        ORDER BY id DESC";
    /// A new token.
    pub INSERT_TOKEN = "INSERT INTO api_tokens (account_id, name, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5) \
        RETURNING id";
    /// Ends a token of an account.
    pub END_TOKEN = "UPDATE api_tokens SET expires_at = $3 WHERE id = $1 AND account_id = $2 AND expires_at > $3";
    /// Ends all tokens of an account.
    pub END_TOKENS = "UPDATE api_tokens SET expires_at = $2 WHERE account_id = $1 AND expires_at > $2";
    /// Deletes tokens that ended before an instant.
    pub PURGE_TOKENS = "DELETE FROM api_tokens WHERE expires_at < $1";
    /// Deletes kept forms that ended before an instant.
    pub PURGE_DRAFTS = "DELETE FROM form_drafts WHERE expires_at < $1";
}

/// An account as kept.
#[derive(Clone, Debug)]
pub struct AccountRow {
    /// The account.
    pub id: AccountId,
    /// Address as typed.
    pub email: String,
    /// Address as it is compared.
    pub email_key: String,
    /// PHC string of the password.
    pub password_hash: String,
    /// Code of its state.
    pub state: String,
    /// Name of its holder.
    pub name: String,
    /// Language code.
    pub language: String,
}

database::from_row!(AccountRow {
    id,
    email,
    email_key,
    password_hash,
    state,
    name,
    language
});

impl AccountRow {
    /// Where the account stands; an unknown code counts as locked.
    pub fn state(&self) -> AccountState {
        AccountState::from_code(&self.state).unwrap_or(AccountState::Locked)
    }

    /// Language of its letters.
    pub fn lang(&self) -> Lang {
        Lang::from_code(&self.language).unwrap_or_default()
    }
}

/// One sign-in for the list of devices.
#[derive(Clone, Debug)]
pub struct SignInRow {
    /// The sign-in.
    pub id: SessionId,
    /// Browser and system.
    pub device: String,
    /// First part of the network address.
    pub network: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last noted to be in use.
    pub seen_at: Timestamp,
}

database::from_row!(SignInRow {
    id,
    device,
    network,
    created_at,
    seen_at
});

/// A live session.
#[derive(Debug)]
pub struct SessionRow {
    /// The session.
    pub id: SessionId,
    /// Its account.
    pub account_id: AccountId,
    /// When it was last noted to be in use.
    pub seen_at: Timestamp,
    /// Name of the account's holder.
    pub name: String,
    /// Address as typed.
    pub email: String,
    /// Language code.
    pub language: String,
    /// A teenager's sign-in to the record that a parent holds.
    pub is_linked: bool,
}

impl FromRow for SessionRow {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            account_id: row.get("account_id")?,
            seen_at: row.get("seen_at")?,
            name: row.get("name")?,
            email: row.get("email")?,
            language: row.get("language")?,
            is_linked: row.get("is_linked")?,
        })
    }
}

/// A role as kept.
#[derive(Debug)]
pub struct RoleRow {
    /// Code of the role.
    pub role: String,
    /// Root of its branch.
    pub organisation_id: Option<OrganisationId>,
}

impl FromRow for RoleRow {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        Ok(Self {
            role: row.get("role")?,
            organisation_id: row.get("organisation_id")?,
        })
    }
}
