//! One question of an organisation, as it is written.

use axum::extract::{Path, State};
use axum::response::Response;
use database::{DbError, Tx};

use super::writing::{Opened, open};
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::surveys::Question;
use crate::surveys::actions::{change_draft, draft};
use crate::surveys::store::{self, Published};
use crate::surveys::writing::{KINDS, form_of, put, read_question, used_codes};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(askama::Template)]
#[template(path = "surveys/question.html")]
struct QuestionPage {
    page: Page,
    form: Form,
    organisation: String,
    base: String,
    action: String,
    kinds: Vec<(&'static str, String)>,
}

fn question_page(ctx: &Context, opened: &Opened, code: &str, form: Form) -> QuestionPage {
    let t = ctx.t();
    let title = if code == "new" {
        "surveys-question-new"
    } else {
        "surveys-question-edit"
    };
    QuestionPage {
        page: ctx.page(t.get(title)).dense(),
        form,
        organisation: opened.name.clone(),
        action: format!("{}/questions/{code}", opened.base),
        base: opened.base.clone(),
        kinds: KINDS
            .iter()
            .map(|(kind, _)| (*kind, t.get(&format!("surveys-kind-{kind}")).to_string()))
            .collect(),
    }
}

/// The questions being written, and every question of every version.
async fn everything(
    tx: &mut Tx<'_>,
    id: OrganisationId,
) -> Result<(Vec<Question>, Vec<Question>), DbError> {
    let (questions, _) = draft(tx, id).await?;
    let versions: Vec<Published> = tx.all(store::LIST_OWN_VERSIONS, &[&id]).await?;
    let mut all = questions.clone();
    all.extend(versions.into_iter().flat_map(|version| version.questions));
    Ok((questions, all))
}

/// `GET /staff/surveys/{organisation}/questions/{question}`; `new` is one more.
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path((id, code)): Path<(OrganisationId, String)>,
) -> Result<Response, AppError> {
    let opened = open(&app, ctx.staff()?, id)?;
    if opened.permit.is_none() {
        return Err(AppError::NotFound);
    }
    let form = if code == "new" {
        Form::new().with("kind", "scale")
    } else {
        let read = app.db.read(move |tx| Box::pin(everything(tx, id)));
        let (questions, _) = read.await?;
        let found = questions.iter().find(|one| one.code == code);
        form_of(found.ok_or(AppError::NotFound)?)
    };
    show(&question_page(&ctx, &opened, &code, form))
}

/// `POST /staff/surveys/{organisation}/questions/{question}`
pub(super) async fn save(
    State(app): State<Shared>,
    ctx: Context,
    Path((id, code)): Path<(OrganisationId, String)>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open(&app, &actor, id)?;
    let base = opened.base.clone();
    if opened.permit.is_none() {
        return Err(AppError::NotFound);
    }
    let read = app.db.read(move |tx| Box::pin(everything(tx, id)));
    let (questions, all) = read.await?;
    let before = questions.iter().find(|one| one.code == code);
    let is_new = code == "new";
    if before.is_none() && !is_new {
        form.refuse(FieldError::new("", "survey_changed_meanwhile"));
    }
    let written = read_question(&mut form, before, used_codes(&all));
    let Some(written) = written.filter(|_| form.is_fine()) else {
        return show_refused(&question_page(&ctx, &opened, &code, form));
    };
    let (permit, now, place) = (opened.writable()?, ctx.now(), code.clone());
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let place = (!is_new).then_some(place);
            change_draft(
                tx,
                &permit,
                move |list| put(list, place.as_deref(), written),
                now,
            )
            .await
        })
    });
    match work.await {
        Ok(()) => Ok(go_saying(&app, &base, "survey-draft-saved")),
        Err(DbError::NotFound) => {
            form.refuse(FieldError::new("", "survey_changed_meanwhile"));
            let opened = open(&app, &actor, id)?;
            show_refused(&question_page(&ctx, &opened, &code, form))
        }
        Err(error) => Err(error.into()),
    }
}
