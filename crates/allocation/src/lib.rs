//! Who gets a place when everybody applies at once (`spec/rules.md`, Courses and groups): a draw that anybody can replay,
//! and stable matching where families rank wishes. Pure: no clock, no database, no chance of its own.
//!
//! **The draw.** Whoever draws chooses a *secret* before anybody can apply and publishes its [`commitment`]. Every
//! application gets a *code*. When the window has closed, the secret is opened, and the [`seed`] follows from it and from
//! the codes of all applications: whoever draws can not choose it, since the codes come later than the commitment, and the
//! last to apply can not either, since the secret is not known then. The [`order`] in which a group takes people follows from
//! the seed, the group and each code alone.
//!
//! **The matching.** Where families rank several groups, [`matching`] gives everybody the best wish that they can have: nobody
//! is passed over in a group that they would rather have by somebody who is behind them in its order. A draw of one group
//! is the same with one wish each, so that one [`Record`] holds, prints and [replays](Record::replay) both.

mod csv;
mod draw;
mod matching;
mod record;

pub use csv::Unreadable;
pub use draw::{commitment, order, seed};
pub use matching::{Ranking, matching};
pub use record::{Application, Disagreement, Group, Outcome, Record, Sealed, Wish};
