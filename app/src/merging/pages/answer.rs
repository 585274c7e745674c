//! What the holder of the kept account is asked: whether the other account is theirs.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use crate::accounts::Actor;
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::merging::actions::{MergeError, agree, decline};
use crate::merging::permissions::{AnswerMerge, may_answer};
use crate::merging::store::{self, Holder, Merge, OpenOne};
use crate::merging::types::{MergeId, MergeState};
use crate::permit::Permit;
use crate::text::mask_email;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "merging/answer.html")]
struct AnswerPage {
    page: Page,
    form: Form,
    here: String,
    masked: String,
    reason: String,
    open: Vec<String>,
}

struct Found {
    permit: Permit<AnswerMerge>,
    merge: Merge,
    gone: Holder,
    open: Vec<OpenOne>,
}

async fn load(app: &Shared, actor: &Actor, id: &str) -> Result<Found, AppError> {
    let id: MergeId = id.parse().map_err(|_| AppError::NotFound)?;
    let actor = actor.clone();
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let merge: Merge = tx.one(store::FIND_MERGE, &[&id]).await?;
            let asked = merge
                .kept_account_id
                .filter(|_| merge.state == MergeState::Asked);
            let permit = may_answer(&actor, asked, id).ok_or(DbError::NotFound)?;
            let gone = merge.gone_account_id.ok_or(DbError::NotFound)?;
            Ok::<_, DbError>(Found {
                permit,
                gone: tx.one(store::FIND_ACCOUNT_BY_ID, &[&gone]).await?,
                open: tx.all(store::LIST_OPEN, &[&gone]).await?,
                merge,
            })
        })
    });
    Ok(read.await?)
}

fn view(ctx: &Context, found: &Found, form: Form) -> AnswerPage {
    let open = found.open.iter().map(|one| one.title.clone());
    AnswerPage {
        page: ctx.page(ctx.t().get("merging-answer-title")),
        here: format!("/my/merges/{}", found.merge.id),
        masked: mask_email(&found.gone.email),
        reason: found.merge.reason.clone(),
        open: open.collect(),
        form,
    }
}

/// `GET /my/merges/{merge}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let found = load(&app, ctx.actor()?, &id).await?;
    show(&view(&ctx, &found, Form::new()))
}

/// `POST /my/merges/{merge}`: `answer` is `mine` or `not_mine`.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let found = load(&app, &actor, &id).await?;
    if !form.is_fine() {
        return show_refused(&view(&ctx, &found, form));
    }
    let now = ctx.now();
    let (done, said) = match form.value("answer") {
        "mine" => {
            let done = agree(&app, &found.permit, now).await;
            (done, ("/my/trainings", "merging-agreed"))
        }
        "not_mine" => {
            let Found { permit, .. } = found;
            let write = app
                .db
                .write(move |tx| Box::pin(async move { decline(tx, &permit, now).await }));
            return match write.await {
                Ok(()) => Ok(go_saying(&app, "/my/trainings", "merging-declined")),
                Err(MergeError::Database(error)) => Err(error.into()),
                Err(_) => Err(AppError::NotFound),
            };
        }
        _ => {
            form.refuse(FieldError::new("answer", "choose"));
            return show_refused(&view(&ctx, &found, form));
        }
    };
    match done {
        Ok(()) => Ok(go_saying(&app, said.0, said.1)),
        Err(MergeError::Database(error)) => Err(error.into()),
        Err(_) => {
            form.refuse(FieldError::new("", "merge_meanwhile"));
            show_refused(&view(&ctx, &found, form))
        }
    }
}
