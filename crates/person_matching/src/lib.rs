//! Is this person here already?
//!
//! A person's fields become a [`PreparedPerson`] once: normal forms in which one name spelt by a parent, a clerk and a
//! passport office is one name. Its [`keys`](PreparedPerson::keys) are stored and indexed; whoever is typed next is looked
//! for by its [`probes`](PreparedPerson::probes), and each record found is [`compare`]d: evidence in bits for and against,
//! [guards](Guard) that no sum of evidence outweighs, and a [`Verdict`]. [`Register`] does the same to a whole list.
//!
//! The method is that of Fellegi and Sunter ("A Theory for Record Linkage", 1969): a field that agrees weighs the logarithm of
//! how much likelier that is for one person than for two. Twins, whose every field but one agrees, are why there are guards.
//!
//! Pure: no input, no output, no clock. Nothing here panics on any text, and equal input gives equal output on every
//! machine, so that keys may be kept.

mod form;
mod hash;
pub mod identifiers;
mod identity_key;
mod keys;
mod names;
mod normal;
mod person;
mod population;
mod prepared;
mod register;
mod score;
mod similarity;
mod verdict;

pub use hash::HashKey;
pub use identity_key::IdentityKey;
pub use normal::fold::{is_invisible, plain_letters};
pub use person::{BirthDate, DocumentKind, Person, Sex, TypedDocument};
pub use population::Population;
pub use prepared::PreparedPerson;
pub use register::{Pair, Register};
pub use score::{Agreement, Field, Guard, Match, Reason, compare, is_ruled_out};
pub use verdict::{Thresholds, Verdict};
