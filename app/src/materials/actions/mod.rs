//! What staff does with materials.

mod add;
mod arrange;
mod remove;

pub use add::{AddError, New, add};
pub use arrange::{Direction, move_one, open_from_start};
pub use remove::remove;
