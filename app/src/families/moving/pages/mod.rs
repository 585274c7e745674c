//! Pages of changes of municipality: opening one on a child's page, the queue, one of them with its paper and its signed copy.

mod files;
mod list;
mod one;
mod open;
mod paper;
mod telling;

pub(in crate::families) use telling::{Told, told};

use axum::Router;
use axum::routing::{get, post};
use database::DbError;

use super::moving_store as own;
use super::permissions::sees_move;
use super::types::{Move, MoveId, MoveState};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::i18n::Translator;
use crate::web::AppError;

/// Routes of pages.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/staff/children/{child}/municipality",
            get(open::page).post(open::send),
        )
        .route("/staff/moves", get(list::page))
        .route("/staff/moves/{move}", get(one::page))
        .route("/staff/moves/{move}/application.pdf", get(paper::pdf))
        .route("/staff/moves/{move}/withdraw", post(one::withdraw))
        .route("/staff/moves/{move}/decide", post(one::decide))
}

/// Routes that take and hand out files.
pub fn file_routes() -> Router<Shared> {
    Router::new().route(
        "/staff/moves/{move}/signed",
        get(files::hand_out).post(files::take),
    )
}

/// A change that the actor may see; others are not there.
async fn find(app: &Shared, actor: &Actor, id: &str) -> Result<Move, AppError> {
    let id: MoveId = id.parse().map_err(|_| AppError::NotFound)?;
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.one::<Move>(own::FIND_MOVE, &[&id]).await }));
    let one = read.await.map_err(|error: DbError| error)?;
    if sees_move(actor, &app.organisations.current(), &one) {
        Ok(one)
    } else {
        Err(AppError::NotFound)
    }
}

/// What a state is called, with its meaning.
fn badge(t: Translator, state: MoveState) -> (&'static str, String) {
    let key = format!("moving-state-{}", state.code());
    (state.kind(), t.get(&key).to_string())
}
