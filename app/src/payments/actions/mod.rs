//! What is done to charges: one file per verb, one transaction each, with its audit rows and letters.

mod bill;
pub(in crate::payments) use bill::Bill;
mod book;
mod charge;
mod import;
mod institution;
mod let_go;
mod manage;
mod matched;
mod moved;
mod online;
mod reverse;
mod settings;
mod silent;
mod sweep;

pub use book::{BookError, Order, book, unbook};
pub use charge::{after_join, after_leaving};
pub use import::{ImportError, Imported, Source, Taken, import};
pub use institution::{AnswerError, answer, answer_for, find_asked};
pub use let_go::after_cancelling;
pub use manage::{ManageError, pay_back, refund, save_prices, set_aside, take_up, waive};
pub use matched::match_new;
pub use online::{NoticeError, OnlineError, can_pay_online, confirm_waiting, set_out, take_notice};
pub use reverse::reverse;
pub use settings::{save_mapping, save_settings};
pub use silent::seek_silent;
pub use sweep::sweep;

/// Days to pay where the organisation has not set its own.
const USUAL_DAYS: i64 = 14;
