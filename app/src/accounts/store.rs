//! SQL of accounts, links, sessions, kept forms and roles.

use database::{DbError, FromRow, Row};
use jiff::Timestamp;

use super::{AccountId, OrganisationId, SessionId};

database::statements! {
    /// A live session with its account, by the token's hash.
    pub FIND_SESSION = "SELECT s.id, s.account_id, s.seen_at, a.name, a.email, a.language FROM sessions s \
        JOIN accounts a ON a.id = s.account_id WHERE s.token_hash = $1 AND s.expires_at > $2 AND a.state = 'active'";
    /// Roles of an account that hold at an instant.
    pub FIND_ROLES = "SELECT role, organisation_id FROM roles WHERE account_id = $1 AND (ends_at IS NULL OR ends_at > $2) ORDER BY id";
    /// A new account, unless its address is taken.
    pub INSERT_ACCOUNT = "INSERT INTO accounts (email, email_key, password_hash, name, state, language, created_at, activated_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (email_key) DO NOTHING RETURNING id";
    /// A new role.
    pub INSERT_ROLE = "INSERT INTO roles (account_id, organisation_id, role, granted_at, granted_by) VALUES ($1, $2, $3, $4, $5)";
    /// A new session.
    pub INSERT_SESSION = "INSERT INTO sessions (token_hash, account_id, device, network, created_at, seen_at, expires_at) \
        VALUES ($1, $2, $3, $4, $5, $5, $6)";
    /// Notes that a session is in use.
    pub TOUCH_SESSION = "UPDATE sessions SET seen_at = $2, expires_at = $3 WHERE id = $1";
    /// Keeps a form.
    pub INSERT_DRAFT = "INSERT INTO form_drafts (token_hash, account_id, path, fields, expires_at) VALUES ($1, $2, $3, $4, $5)";
    /// Gives a kept form back, once.
    pub TAKE_DRAFT = "DELETE FROM form_drafts WHERE token_hash = $1 AND expires_at > $2 RETURNING account_id, path, fields";
    /// The account of a session, also of one that has expired.
    pub FIND_OWNER_OF_SESSION = "SELECT account_id FROM sessions WHERE token_hash = $1";
}

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
