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

/// How many rows a merge moves, by the column that refers to what goes: the same row may be there as somebody's, and in
/// somebody's account. What has one name is one line.
fn moves<'a>(t: Translator, all: impl Iterator<Item = (&'a str, i64)>) -> Vec<(String, String)> {
    let mut lines: Vec<(String, i64)> = Vec::new();
    for (reference, count) in all {
        let column = reference.replace(['.', '_'], "-");
        let table = reference.split('.').next().unwrap_or_default();
        let table = table.replace('_', "-");
        let label = t.label("merging-moves-", &column);
        let label = label.or_else(|| t.label("merging-moves-", &table));
        let label = label.unwrap_or_default();
        match lines.iter_mut().find(|(other, _)| *other == label) {
            Some((_, sum)) => *sum += count,
            None => lines.push((label, count)),
        }
    }
    let line = |(label, count): (String, i64)| (label, count.to_string());
    lines.into_iter().map(line).collect()
}
