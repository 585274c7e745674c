//! Requests [A16]: what a person asks of an organisation, with or without an account, as one thread. Staff read and answer
//! it; answers go out by mail, and replies come on the page behind the letter's link. Nobody reads what came from an address
//! that was not confirmed. What an institution can not solve climbs a ladder with what was tried [B10]; everything said on
//! the way is one thread, and the tools that solve it open from there with the child already chosen.

pub mod actions;
pub mod files;
mod kinds;
mod letters;
pub mod links;
pub mod pages;
pub mod permissions;
pub mod rules;
mod spam;
pub mod store;
pub mod templates;
mod types;

pub use actions::purge;
pub use kinds::{Level, MessageKind, RequestKind};
pub use letters::ALL as LETTERS;
pub use types::{Colleague, Deed, Line, Message, MessageId, Request, RequestId, RequestState};
