//! The staff's tables. A table is described once, as columns and rows, and is shown as a page or taken away as a file; its
//! rows come in pages, are chosen for something that is done to many of them, and its filter is kept under a name.

pub mod bulk;
mod cell;
mod listing;
mod pager;
mod table;
pub mod views;

pub use cell::Cell;
pub use listing::{Bar, Files, Listing, Search, files};
pub use pager::Pager;
pub use table::{Column, Row, Table, Taken};

use crate::web::Context;

/// Fields of an address that say how a table is shown, not what is in it.
const OF_SHOWING: [&str; 3] = ["page", "as", "lang"];

/// What an address of a table asks for besides the page, the kind of file and the language.
fn filter_of(query: &str) -> impl Iterator<Item = (String, String)> {
    let pairs = url::form_urlencoded::parse(query.as_bytes()).into_owned();
    pairs.filter(|(name, _)| !OF_SHOWING.contains(&name.as_str()))
}

/// The page asked for with the same filter and one thing more; relative to it.
fn with(ctx: &Context, name: &str, value: &str) -> String {
    let one = (name.to_owned(), value.to_owned());
    let pairs: Vec<_> = filter_of(ctx.query())
        .filter(|(other, _)| other != name)
        .chain([one])
        .collect();
    let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
    format!("?{query}")
}
