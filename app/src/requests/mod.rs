//! Requests [A16]: what a person asks of an organisation, with or without an account, as one thread. Staff read and answer
//! it; answers go out by mail, and replies come on the page behind the letter's link. Nobody reads what came from an address
//! that was not confirmed.

pub mod actions;
mod letters;
pub mod links;
pub mod pages;
pub mod permissions;
pub mod store;
mod types;

pub use actions::purge;
pub use letters::ALL as LETTERS;
pub use types::{Line, Message, Request, RequestId, RequestState};
