//! Pages of the tree and its staff.

mod close;
mod edit;
mod fields;
mod invitation;
mod list;
mod one;
mod place;
mod staff;
mod staff_list;
mod stand_in;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};
use database::DbError;
use jiff::Timestamp;

use super::branch_store::FIND_SHEET;
use super::permissions::{administers, keeps_branches};
use super::staff_store::LIST_OWN;
use super::types::{Sheet, StaffRole};
use crate::accounts::{Actor, OrganisationId, Role};
use crate::app::Shared;
use crate::i18n::Translator;
use crate::organisations::{Kind, Organisation, Tree};
use crate::web::{AppError, Context};

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/staff/organisations", get(list::page))
        .route(
            "/staff/organisations/new",
            get(edit::new).post(edit::send_new),
        )
        .route("/staff/organisations/{organisation}", get(one::page))
        .route(
            "/staff/organisations/{organisation}/edit",
            get(edit::page).post(edit::send),
        )
        .route(
            "/staff/organisations/{organisation}/move",
            get(place::page).post(place::send),
        )
        .route(
            "/staff/organisations/{organisation}/close",
            get(close::page).post(close::send),
        )
        .route(
            "/staff/organisations/{organisation}/reopen",
            post(close::reopen),
        )
        .route(
            "/staff/organisations/{organisation}/staff",
            get(staff::page).post(staff::send),
        )
        .route(
            "/staff/standing-in",
            get(stand_in::page).post(stand_in::send),
        )
        .route(
            "/invited/{token}",
            get(invitation::page).post(invitation::send),
        )
}

/// Where the tree is.
const HERE: &str = "/staff/organisations";

/// Where one of its organisations is.
fn place_of(id: OrganisationId) -> String {
    format!("{HERE}/{id}")
}

/// The name of a kind.
fn kind_name(t: Translator, kind: Kind) -> String {
    t.get(&format!("branches-kind-{}", kind.code())).to_string()
}

/// Staff who look after a branch; for others there is no such page.
fn keeper(ctx: &Context) -> Result<&Arc<Actor>, AppError> {
    let actor = ctx.staff()?;
    if keeps_branches(actor) {
        Ok(actor)
    } else {
        Err(AppError::NotFound)
    }
}

/// An organisation that the actor administers, or that lies directly below one.
async fn open(app: &Shared, actor: &Actor, id: &str) -> Result<(Sheet, Arc<Tree>), AppError> {
    let id: OrganisationId = id.parse().map_err(|_| AppError::NotFound)?;
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.opt(FIND_SHEET, &[&id]).await }));
    let found: Option<Sheet> = read.await.map_err(|error: DbError| error)?;
    let sheet = found.ok_or(AppError::NotFound)?;
    let tree = app.organisations.current();
    let is_theirs =
        administers(actor, &tree, Some(id)) || administers(actor, &tree, sheet.parent_id);
    if is_theirs {
        Ok((sheet, tree))
    } else {
        Err(AppError::NotFound)
    }
}

/// The actor with the own roles alone: those by which they stand in for nobody.
async fn on_own_account(
    app: &Shared,
    actor: &Actor,
    now: Timestamp,
) -> Result<(Actor, Vec<StaffRole>), AppError> {
    let id = actor.account_id;
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.all(LIST_OWN, &[&now, &id]).await }));
    let roles: Vec<StaffRole> = read.await.map_err(|error: DbError| error)?;
    let own = roles.iter().map(|role| Role {
        kind: role.kind(),
        branch: role.organisation_id,
    });
    let own = Actor {
        roles: own.collect(),
        ..actor.clone()
    };
    Ok((own, roles))
}

/// Organisations of the tree by name, as forms choose among them.
fn choices<'a>(all: impl Iterator<Item = &'a Organisation>) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = all
        .map(|one| {
            let name = match one.city.as_str() {
                "" => one.name.clone(),
                city => format!("{}, {city}", one.name),
            };
            (one.id.to_string(), name)
        })
        .collect();
    found.sort_by_key(|(_, name)| crate::text::fold(name));
    found
}

/// The steps from the top to an organisation, for the way back.
fn steps(t: Translator, parent: Option<(String, String)>) -> Vec<(String, String)> {
    let mut steps = vec![(HERE.to_owned(), t.get("branches-title").to_string())];
    steps.extend(parent);
    steps
}
