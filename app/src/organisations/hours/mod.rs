//! Opening hours [B10]: spans of each weekday, days on which they differ, public holidays. They stand in the tree in memory,
//! so that every page can say "open now" or when it opens next without a query.

pub mod pages;
mod rules;
mod typed;
mod types;
mod words;

pub use types::{Exception, Hours, Opening, Span};
pub use words::{line, read_at, read_later, said, usual_week, week, week_line};
