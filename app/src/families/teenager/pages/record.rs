//! What a teenager sees of the record that a parent holds: everything that is known, and nothing to change.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use crate::app::Shared;
use crate::families::letters::Guardian;
use crate::families::pages::facts_of;
use crate::families::store::{self, KeptDocument};
use crate::families::teenager::link_of_account;
use crate::families::types::Child;
use crate::web::{AppError, Context, Page, go, show};

#[derive(Template)]
#[template(path = "families/record.html")]
struct RecordPage {
    page: Page,
    name: String,
    badge: (&'static str, String),
    lines: Vec<(String, String)>,
    documents: Vec<String>,
    guardians: Vec<String>,
    may_submit: bool,
}

/// `GET /my/record`; for everybody else it is the own profile.
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let account = ctx.actor()?.account_id;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let Some(link) = link_of_account(tx, account).await? else {
                return Ok::<_, DbError>(None);
            };
            let id = link.person_id;
            let child: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
            let documents: Vec<KeptDocument> =
                tx.among(store::LIST_DOCUMENTS_AMONG, &[id.get()]).await?;
            let guardians: Vec<Guardian> = tx.all(store::LIST_GUARDIANS, &[&id]).await?;
            Ok(Some((link, child, documents, guardians)))
        })
    });
    let Some((link, child, documents, guardians)) = read.await? else {
        return Ok(go("/my/profile"));
    };
    let t = ctx.t();
    let state = child.state;
    let word = format!("families-state-{}", state.code());
    let (lines, documents) = facts_of(t, &app.organisations.current(), &child.known, &documents);
    show(&RecordPage {
        page: ctx.page(t.get("teenagers-record-title")),
        name: child.known.name(),
        badge: (state.kind(), t.get(&word).to_string()),
        lines,
        documents,
        guardians: guardians.into_iter().map(|one| one.name).collect(),
        may_submit: link.may_submit,
    })
}
