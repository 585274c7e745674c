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

/// How much of each kind goes over: an enrolment that refers to the account and to the person is one.
fn by_table<S: AsRef<str>>(t: Translator, moves: &[(S, i64)]) -> Vec<(String, i64)> {
    let mut all: Vec<(String, i64)> = Vec::new();
    for (reference, count) in moves {
        let table = reference.as_ref().split('.').next().unwrap_or_default();
        let key = format!("merging-moves-{}", table.replace('_', "-"));
        let label = t.get(&key).to_string();
        match all.iter_mut().find(|(other, _)| *other == label) {
            Some((_, most)) => *most = (*most).max(*count),
            None => all.push((label, *count)),
        }
    }
    all
}
