//! An operator puts a child's data right.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::open;
use crate::app::Shared;
use crate::families::fields;
use crate::families::pages::Choices;
use crate::families::staff::actions::{CorrectError, Deed, Outcome, correct};
use crate::families::staff::looks::Opened;
use crate::families::staff::permissions::may_correct_child;
use crate::forms::{FieldError, Form};
use crate::staff_tables::bulk::reason;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "families/staff_correct.html")]
struct CorrectPage {
    page: Page,
    form: Form,
    choices: Choices,
    child: String,
    here: String,
}

fn view(app: &Shared, ctx: &Context, opened: &Opened, form: Form) -> CorrectPage {
    let mut choices = Choices::of(ctx.t(), &app.organisations.current()).of_change();
    // Where the child lives is changed by an application of its own.
    if opened.child.known.municipality_id.is_some() {
        choices.municipalities.clear();
    }
    let name = opened.child.known.name();
    CorrectPage {
        page: ctx
            .page(ctx.t().get("children-correct-title").text("child", &name))
            .dense(),
        choices,
        child: name,
        here: format!("/staff/children/{}", opened.child.id),
        form,
    }
}

/// `GET /staff/children/{child}/correct`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    let opened = open(&app, actor, &id, &ctx).await?;
    let stands = (opened.child.id, opened.child.state);
    may_correct_child(actor, stands).ok_or(AppError::NotFound)?;
    let form = fields::fill(Form::new(), &opened.child.known);
    show(&view(
        &app,
        &ctx,
        &opened,
        form.with("version", opened.child.version),
    ))
}

/// What a correction that was not made says on its form.
pub(super) fn refusal(error: CorrectError) -> Result<FieldError, AppError> {
    match error {
        CorrectError::OtherDocument => Ok(FieldError::new("born", "document_kept")),
        CorrectError::OthersDocument => Ok(FieldError::new("", "document_taken")),
        CorrectError::Meanwhile => Ok(FieldError::new("", "child_meanwhile")),
        CorrectError::Database(error) => Err(error.into()),
    }
}

/// `POST /staff/children/{child}/correct`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open(&app, &actor, &id, &ctx).await?;
    let stands = (opened.child.id, opened.child.state);
    let permit = may_correct_child(&actor, stands).ok_or(AppError::NotFound)?;
    let today = ctx.now().to_zoned(crate::clock::zone()).date();
    let (tree, lives) = (
        app.organisations.current(),
        opened.child.known.municipality_id,
    );
    let typed = fields::read_in(&mut form, today, &tree, lives);
    let why = reason(&mut form);
    let (Some(typed), true) = (typed, form.is_fine()) else {
        return show_refused(&view(&app, &ctx, &opened, form));
    };
    let deed = Deed {
        typed,
        version: form.value("version").parse().unwrap_or_default(),
        reason: why,
        by: opened.by(),
        asked: None,
    };
    let there = format!("/staff/children/{}", opened.child.id);
    match correct(&app, &permit, &deed, ctx.now()).await {
        Ok(Outcome::Done) => Ok(go_saying(&app, &there, "children-corrected")),
        Ok(Outcome::Collides) => {
            form.refuse(FieldError::new("", "correction_collides"));
            show_refused(&view(&app, &ctx, &opened, form))
        }
        Err(error) => {
            form.refuse(refusal(error)?);
            show_refused(&view(&app, &ctx, &opened, form))
        }
    }
}
