//! Organisations: the tree of region, municipalities, institutions, training centres and support centres, and who of
//! the staff may act in which branch of it.

mod import;
pub mod permissions;
pub mod store;
mod tree;
mod types;

pub use crate::accounts::OrganisationId;
pub use import::{Imported, SPEC, import};
pub use permissions::may;
pub use tree::{Organisations, Tree};
pub use types::{Kind, Organisation};
