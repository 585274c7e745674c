//! Accounts: a sign-in each, one e-mail, one password. Nobody learns from an answer whether an address is known.

pub mod actions;
pub mod devices;
pub mod domain_store;
pub mod domains;
pub mod drafts;
pub mod letters;
pub mod links;
pub mod pages;
pub mod passwords;
pub mod permissions;
pub mod sessions;
pub mod store;
pub mod tokens;
mod types;

pub use pages::AfterActivation;
pub use types::{
    AccountId, AccountState, Actor, NewAccount, OrganisationId, Role, RoleKind, SessionId,
};
