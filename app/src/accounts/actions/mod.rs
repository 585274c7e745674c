//! What is done to accounts, a transaction's work each.

mod change_email;
mod change_password;
mod create;
mod end_sign_ins;
mod name;
mod purge;
mod register;
mod reset_password;
mod sign_in;

pub use change_email::{ask_new_email, confirm_new_email};
pub use change_password::change_password;
pub use create::{create_active, grant_role};
pub use end_sign_ins::{end_all, end_one, sign_out};
pub use name::set_name_and_language;
pub use purge::purge;
pub use register::{Registered, activate, ask_activation, register};
pub use reset_password::{ask_reset, reset_password};
pub use sign_in::{SignIn, sign_in};
