//! What is done to accounts, a transaction's work each.

mod change_email;
mod change_password;
mod create;
mod domains;
mod end_sign_ins;
mod name;
mod open_by_letter;
mod purge;
mod register;
mod replace_email;
mod reset_password;
mod sign_in;

pub use change_email::{ask_new_email, confirm_new_email};
pub use change_password::change_password;
pub use create::{create_active, grant_role};
pub use domains::{set_domain, tell_holders};
pub use end_sign_ins::{end_all, end_one, sign_out};
pub use name::set_name_and_language;
pub use open_by_letter::open_by_letter;
pub use purge::purge;
pub use register::{Registered, activate, ask_activation, deactivate, register};
pub use replace_email::{Replacement, has_roles, replace_email};
pub use reset_password::{ask_reset, reset_password};
pub use sign_in::{SignIn, sign_in};
