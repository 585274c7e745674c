//! Pages of merges: the list, the question with its dry run, one merge, and the answer of the kept account's holder.

mod answer;
mod list;
mod one;
mod plan;

use axum::Router;
use axum::routing::get;

use super::types::MergeState;
use crate::app::Shared;
use crate::i18n::Translator;

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/staff/merges", get(list::page).post(plan::send))
        .route("/staff/merges/new", get(plan::page).post(plan::look))
        .route("/staff/merges/{merge}", get(one::page).post(one::send))
        .route("/my/merges/{merge}", get(answer::page).post(answer::send))
}

fn state_badge(t: Translator, state: MergeState) -> (&'static str, String) {
    let key = format!("merging-state-{}", state.code());
    (state.kind(), t.get(&key).to_string())
}
