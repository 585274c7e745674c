//! The staff's pages: the list, writing, mailing.

mod edit;
mod list;
mod mail;
mod new;
mod page;

use axum::Router;
use axum::routing::get;
use jiff::civil::Date;

use super::Announcement;
use super::actions::{AnnouncementError, load};
use super::permissions::{Announce, may_announce};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::clock::zone;
use crate::notices::AnnouncementId;
use crate::permit::Permit;
use crate::web::{AppError, Context};

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/staff/announcements", get(list::page))
        .route("/staff/announcements/new", get(new::page).post(new::send))
        .route(
            "/staff/announcements/{announcement}",
            get(edit::page).post(edit::send),
        )
        .route(
            "/staff/announcements/{announcement}/mail",
            get(mail::page).post(mail::send),
        )
}

/// Where the list is.
const HERE: &str = "/staff/announcements";

fn today(ctx: &Context) -> Date {
    ctx.now().to_zoned(zone()).date()
}

/// An announcement that the actor may change; for others there is none.
async fn open(
    app: &Shared,
    actor: &Actor,
    id: &str,
) -> Result<(Announcement, Permit<Announce>), AppError> {
    let id: AnnouncementId = id.parse().map_err(|_| AppError::NotFound)?;
    let read = app.db.read(move |tx| Box::pin(load(tx, id)));
    let found = read.await?.ok_or(AppError::NotFound)?;
    let tree = app.organisations.current();
    let permit = may_announce(actor, &tree, found.organisation_id).ok_or(AppError::NotFound)?;
    Ok((found, permit))
}

/// What a refusal says to the reader of a form; none for what is no refusal.
fn code_of(error: AnnouncementError) -> Result<&'static str, AppError> {
    match error {
        AnnouncementError::ChangedMeanwhile => Ok("announcement_changed"),
        AnnouncementError::Over => Ok("announcement_over"),
        AnnouncementError::Nobody => Ok("announcement_nobody"),
        AnnouncementError::OthersNow(_) => Ok("announcement_others"),
        AnnouncementError::NotThere => Err(AppError::NotFound),
        AnnouncementError::Database(error) => Err(error.into()),
    }
}
