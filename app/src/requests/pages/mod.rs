//! Pages of requests: writing one, confirming the address, the thread, the staff's list.

mod child;
mod list;
mod many;
pub(super) mod staff;
mod templated;
pub(super) mod thread;
mod tools;
mod write;

use axum::Router;
use axum::routing::get;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::files::{self, Attached};
use super::kinds::MessageKind;
use super::rules::level_of;
use super::templates;
use super::types::{Deed, Message, MessageId, Request};
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::materials::pages::size_in_words;
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
        .merge(files::pages::routes())
        .merge(templates::pages::routes())
        .route("/my/requests", get(thread::mine))
        .route("/staff/requests", get(list::page).post(many::send))
        .route(
            "/staff/requests/{request}",
            get(staff::page).post(staff::send),
        )
        .route(
            "/staff/requests/{request}/child/{child}",
            get(child::page).post(child::send),
        )
}

/// One message, or one thing that was done, as pages show it.
struct Said {
    at: Timestamp,
    who: String,
    when: String,
    stamp: String,
    /// What it is where nobody said it to the other side: a note, a step, a deed.
    badge: Option<String>,
    text: String,
    /// Where its files are, their names and sizes.
    files: Vec<(String, String, String)>,
}

/// What was said and done, as it is read for a page.
#[derive(Default)]
struct Thread {
    messages: Vec<Message>,
    deeds: Vec<Deed>,
    files: Vec<Attached>,
}

/// The thread as one of the two sides reads it, oldest first: staff with its notes. Its files are below `here`.
fn said(
    t: Translator,
    tree: &Tree,
    request: &Request,
    Thread {
        messages,
        deeds,
        files,
    }: Thread,
    (is_staff, here): (bool, &str),
) -> Vec<Said> {
    let files_of = |id: MessageId| {
        let of_it = files.iter().filter(|one| one.message_id == id);
        of_it
            .map(|one| {
                let size = size_in_words(t, one.file.size.unsigned_abs());
                (
                    format!("{here}/files/{}", one.id),
                    one.file.name.clone(),
                    size,
                )
            })
            .collect()
    };
    let zone = zone_of(tree, request.organisation_id);
    let name_of = |id: Option<OrganisationId>| {
        let found = id.and_then(|id| tree.find(id));
        found.map_or_else(String::new, |one| one.name.clone())
    };
    let badge = |one: &Message| match one.kind {
        MessageKind::Said => None,
        MessageKind::Note => Some(t.get("requests-note-badge").to_string()),
        MessageKind::Step => {
            let said = t.get("requests-step-badge");
            Some(said.text("organisation", name_of(one.to_id)).to_string())
        }
    };
    let one = |message: Message| Said {
        at: message.written_at,
        when: t.date_time(message.written_at, &zone),
        stamp: message.written_at.to_string(),
        badge: badge(&message),
        files: files_of(message.id),
        who: message.answered_by.unwrap_or_else(|| request.name.clone()),
        text: message.text,
    };
    let deed = |deed: Deed| Said {
        at: deed.at,
        when: t.date_time(deed.at, &zone),
        stamp: deed.at.to_string(),
        badge: Some(t.get("requests-deed-badge").to_string()),
        files: Vec::new(),
        who: deed.by_name,
        text: t
            .get(&format!(
                "trace-action-{}",
                deed.action.replace(['.', '_'], "-")
            ))
            .to_string(),
    };
    let is_seen = |message: &Message| is_staff || message.kind != MessageKind::Note;
    let mut all: Vec<Said> = messages.into_iter().filter(is_seen).map(one).collect();
    all.extend(deeds.into_iter().map(deed));
    all.sort_by_key(|one| one.at);
    all
}

/// Where a request is on the ladder, from the institution up.
struct Step {
    level: String,
    /// Who has, or had, it there.
    organisation: String,
    is_here: bool,
}

fn ladder(t: Translator, tree: &Tree, request: &Request, messages: &[Message]) -> Vec<Step> {
    let step = |id: OrganisationId, is_here: bool| {
        let found = tree.find(id);
        let level = level_of(found.map(|one| one.kind).unwrap_or_default());
        Step {
            level: t.get(&level.key()).to_string(),
            organisation: found.map_or_else(String::new, |one| one.name.clone()),
            is_here,
        }
    };
    let earlier = messages.iter().filter_map(|one| one.from_id);
    let mut steps: Vec<Step> = earlier.map(|id| step(id, false)).collect();
    steps.push(step(request.organisation_id, true));
    steps
}

/// The day by which a request is answered; whether it is over.
fn due(t: Translator, tree: &Tree, request: &Request, now: Timestamp) -> Option<(String, bool)> {
    let at = request.due_at?;
    let day = at.to_zoned(zone_of(tree, request.organisation_id)).date();
    Some((t.day(day), at < now))
}

fn zone_of(tree: &Tree, id: OrganisationId) -> TimeZone {
    let found = tree.find(id);
    found.map_or_else(crate::clock::zone, |one| one.time_zone.clone())
}

/// The message that was typed, or its error in the form.
fn message(form: &mut Form) -> Option<String> {
    text_of(form, "message")
}

/// The text of a field that may not be empty, or its error in the form.
fn text_of(form: &mut Form, name: &'static str) -> Option<String> {
    match clean_text(form.value(name), LONGEST) {
        Ok(text) if text.trim().is_empty() => {
            form.refuse(FieldError::new(name, "required"));
            None
        }
        Ok(text) => Some(text),
        Err(problem) => {
            form.refuse(problem.on(name));
            None
        }
    }
}
