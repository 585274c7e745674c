//! Mail: a letter becomes a message of text and HTML, and a mail server takes it.

mod delivery;
mod letterhead;
mod message;
pub mod pages;
mod post;
mod server;
mod text;

pub use delivery::Delivery;
pub use letterhead::{Letterhead, sender};
pub use message::{Content, Unwritable, compose, html_of};
pub use pages::shown_as_mail;
pub use post::{Failure, Post};
pub use server::{Security, Server};
pub use text::text_of;

/// A text on one line: breaks and other control characters become blanks, so that nothing can begin a header of its own.
pub fn one_line(text: &str) -> String {
    const MOST: usize = 200;
    let clean = text.chars().map(|c| {
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
            ' '
        } else {
            c
        }
    });
    let clean: String = clean.collect();
    let words: Vec<&str> = clean.split_whitespace().collect();
    words.join(" ").chars().take(MOST).collect()
}
