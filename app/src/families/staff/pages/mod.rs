//! The staff's pages of children: the list of the branch, the look-up, one child, what is done for its family.

mod address;
mod case_list;
mod cases;
mod child;
mod confirm;
mod correct;
mod corrections;
mod decided;
mod email;
mod find;
mod guardian;
mod list;
mod namesake;
mod record;

pub(in crate::families) use record::{Event, looks};

use axum::Router;
use axum::routing::get;
use database::DbError;
use jiff::tz::TimeZone;

use super::looks::{self, Glance, Opened};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::families::types::PersonState;
use crate::i18n::Translator;
use crate::organisations::Tree;
use crate::people::PersonId;
use crate::web::{AppError, Context};

/// Routes of the staff's pages of children.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/staff/children", get(list::page))
        .route("/staff/children/find", get(find::page).post(find::send))
        .route(
            "/staff/children/namesake",
            get(namesake::page).post(namesake::send),
        )
        .route("/staff/children/{child}", get(child::page))
        .route(
            "/staff/children/{child}/confirm",
            get(confirm::page).post(confirm::send),
        )
        .route(
            "/staff/children/{child}/correct",
            get(correct::page).post(correct::send),
        )
        .route("/staff/cases", get(case_list::page))
        .route("/staff/cases/{case}", get(cases::page).post(cases::send))
        .route("/staff/corrections", get(corrections::list))
        .route(
            "/staff/corrections/{correction}",
            get(corrections::page).post(corrections::send),
        )
        .route(
            "/staff/children/{child}/guardians/{account}",
            get(guardian::page).post(guardian::send),
        )
        .route(
            "/staff/children/{child}/guardians/{account}/address",
            get(address::page).post(address::send),
        )
        .route(
            "/staff/children/{child}/guardians/{account}/email",
            get(email::page).post(email::send),
        )
}

/// Kinds of documents with their names.
fn documents(t: Translator) -> Vec<(String, String)> {
    let kinds = ["pesel", "snils", "birth_certificate", "other"];
    let named = |code: &str| (code.to_owned(), document_word(t, code));
    kinds.into_iter().map(named).collect()
}

fn document_word(t: Translator, code: &str) -> String {
    let key = format!("families-document-{}", code.replace('_', "-"));
    t.get(&key).to_string()
}

fn state_badge(t: Translator, state: PersonState, is_doubted: bool) -> (&'static str, String) {
    let (kind, code) = if is_doubted {
        ("attention", "doubted")
    } else {
        (state.kind(), state.code())
    };
    (kind, t.get(&format!("families-state-{code}")).to_string())
}

/// The name of an organisation; of the installation where there is none.
pub(in crate::families) fn name_of(
    app: &Shared,
    tree: &Tree,
    id: Option<OrganisationId>,
) -> String {
    let found = id.and_then(|id| tree.find(id));
    found.map_or_else(|| app.config.site_name.clone(), |one| one.name.clone())
}

/// What a role is called.
fn role_word(t: Translator, code: &str) -> String {
    let key = format!("children-role-{}", code.replace('_', "-"));
    t.get(&key).to_string()
}

/// Why somebody looked; children of the branch need no reason of their own.
fn reason_word(t: Translator, reason: &str) -> String {
    for what in Glance::ALL {
        if let Some(given) = reason.strip_prefix(what.begin()) {
            return t.get(what.key()).text("reason", given).to_string();
        }
    }
    match reason {
        "" => t.get("children-look-branch").to_string(),
        "#move" => t.get("moving-look").to_string(),
        given => given.to_owned(),
    }
}

pub(in crate::families) fn zone() -> TimeZone {
    crate::clock::zone()
}

/// A child that the actor may see now; the address has its id.
pub(in crate::families) async fn open(
    app: &Shared,
    actor: &Actor,
    id: &str,
    ctx: &Context,
) -> Result<Opened, AppError> {
    let id: PersonId = id.parse().map_err(|_| AppError::NotFound)?;
    let (own, actor, now) = (app.clone(), actor.clone(), ctx.now());
    let read = app
        .db
        .read(move |tx| Box::pin(async move { looks::open(tx, &own, &actor, id, now).await }));
    Ok(read.await.map_err(|error: DbError| error)?)
}

/// The page of another child, where it is open to the actor as well.
async fn page_of(
    app: &Shared,
    actor: &Actor,
    id: PersonId,
    ctx: &Context,
) -> Result<Option<String>, AppError> {
    match open(app, actor, &id.to_string(), ctx).await {
        Ok(opened) => Ok(Some(format!("/staff/children/{}", opened.child.id))),
        Err(AppError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The data of a child stand in a form too: that is a look, as one at its page is.
pub(in crate::families) async fn note_look(
    app: &Shared,
    actor: &Actor,
    id: PersonId,
    ctx: &Context,
) -> Result<(), AppError> {
    let (own, actor, now) = (app.clone(), actor.clone(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move { looks::look(tx, &own, &actor, id, now).await.map(drop) })
    });
    Ok(write.await.map_err(|error: DbError| error)?)
}
