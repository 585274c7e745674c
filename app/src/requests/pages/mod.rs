//! Pages of requests: writing one, confirming the address, the thread, the staff's list.

mod many;
mod staff;
mod thread;
mod write;

use axum::Router;
use axum::routing::get;
use jiff::tz::TimeZone;

use super::types::Message;
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::organisations::Tree;
use crate::text::clean_text;

/// The longest message.
const LONGEST: usize = 5_000;

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/contact/write", get(write::page).post(write::send))
        .route(
            "/contact/confirm/{link}",
            get(write::confirm_page).post(write::confirm_send),
        )
        .route("/requests/{link}", get(thread::page).post(thread::send))
        .route("/my/requests", get(thread::mine))
        .route("/staff/requests", get(staff::list).post(many::send))
        .route(
            "/staff/requests/{request}",
            get(staff::page).post(staff::send),
        )
}

/// One message as pages show it.
struct Said {
    who: String,
    when: String,
    stamp: String,
    text: String,
}

fn said(t: Translator, zone: &TimeZone, asker: &str, messages: Vec<Message>) -> Vec<Said> {
    let one = |message: Message| Said {
        when: t.date_time(message.written_at, zone),
        stamp: message.written_at.to_string(),
        who: message.answered_by.unwrap_or_else(|| asker.to_owned()),
        text: message.text,
    };
    messages.into_iter().map(one).collect()
}

fn zone_of(tree: &Tree, id: OrganisationId) -> TimeZone {
    let found = tree.find(id);
    found.map_or_else(crate::clock::zone, |one| one.time_zone.clone())
}

/// The message that was typed, or its error in the form.
fn message(form: &mut Form) -> Option<String> {
    match clean_text(form.value("message"), LONGEST) {
        Ok(text) if text.trim().is_empty() => {
            form.refuse(FieldError::new("message", "required"));
            None
        }
        Ok(text) => Some(text),
        Err(problem) => {
            form.refuse(problem.on("message"));
            None
        }
    }
}
