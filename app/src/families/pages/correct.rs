//! A guardian asks for a correction of a child whose data were compared with documents.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::child::{Opened, open};
use super::{Choices, fields, today};
use crate::app::Shared;
use crate::families::actions::{AskError, Wanted, ask_correction};
use crate::forms::{FieldError, Form};
use crate::staff_tables::bulk::reason;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "families/correct.html")]
struct CorrectPage {
    page: Page,
    form: Form,
    choices: Choices,
    back: String,
}

fn view(app: &Shared, ctx: &Context, opened: &Opened, form: Form) -> CorrectPage {
    let mut choices = Choices::of(ctx.t(), &app.organisations.current()).of_change();
    // Where the child lives is changed in another way: the institution prints a form for it.
    if opened.child.known.municipality_id.is_some() {
        choices.municipalities.clear();
    }
    CorrectPage {
        page: ctx.page(ctx.t().get("children-ask-title")),
        choices,
        back: format!("/my/children/{}", opened.child.id),
        form,
    }
}

/// `GET /my/children/{child}/correct`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let opened = open(&app, ctx.actor()?, &id).await?;
    if opened.ask.is_none() {
        return Err(AppError::NotFound);
    }
    let form = fields::fill(Form::new(), &opened.child.known);
    show(&view(&app, &ctx, &opened, form))
}

/// The form for a change that came too late, since an operator has confirmed the child meanwhile: what was typed is in it.
pub(super) fn instead(
    app: &Shared,
    ctx: &Context,
    opened: &Opened,
    form: Form,
) -> Result<Response, AppError> {
    if opened.ask.is_none() {
        return Err(AppError::NotFound);
    }
    show_refused(&view(app, ctx, opened, form))
}

/// `POST /my/children/{child}/correct`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open(&app, &actor, &id).await?;
    if opened.ask.is_none() {
        return Err(AppError::NotFound);
    }
    let known = &opened.child.known;
    let tree = app.organisations.current();
    let typed = fields::read_in(&mut form, today(&ctx), &tree, known.municipality_id);
    let why = reason(&mut form);
    if let Some(typed) = &typed
        && typed.known == *known
        && typed.document.is_none()
    {
        form.refuse(FieldError::new("", "nothing_changed"));
    }
    if form.is_fine()
        && let Err(wait) = app.limits.child(ctx.client(), actor.account_id)
    {
        form.refuse(wait.on("surname"));
    }
    let (Some(typed), true) = (typed, form.is_fine()) else {
        return show_refused(&view(&app, &ctx, &opened, form));
    };
    let wanted = Wanted { typed, reason: why };
    let Opened { child, ask, .. } = opened;
    let permit = ask.ok_or(AppError::NotFound)?;
    let (own, now) = (app.clone(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move { ask_correction(tx, &own, &permit, &wanted, now).await })
    });
    match write.await {
        Ok(()) => {
            app.outbox.wake();
            let there = format!("/my/children/{}", child.id);
            Ok(go_saying(&app, &there, "correction-asked"))
        }
        Err(AskError::Waiting) => {
            let opened = open(&app, &actor, &id).await?;
            form.refuse(FieldError::new("", "correction_waiting"));
            show_refused(&view(&app, &ctx, &opened, form))
        }
        Err(AskError::Database(error)) => Err(error.into()),
    }
}
