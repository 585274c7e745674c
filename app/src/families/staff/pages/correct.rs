//! An operator puts a child's data right.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use data_encoding::HEXLOWER;

use super::{note_look, open, page_of};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::families::fields::{self, Typed};
use crate::families::pages::{Choices, differing};
use crate::families::staff::actions::{CorrectError, Deed, Outcome, correct};
use crate::families::staff::looks::Opened;
use crate::families::staff::permissions::may_correct_child;
use crate::families::types::CaseId;
use crate::forms::{FieldError, Form};
use crate::people::PersonId;
use crate::secrets::hash_of;
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
    meets: Option<Meets>,
    /// What is kept now and differs from what was typed, where somebody was faster.
    stored: Vec<(String, String)>,
}

/// Another record has the data: whoever corrects is asked whether it is the same child.
pub(super) struct Meets {
    /// The page of the other record, where it is open to whoever asks.
    pub(super) href: Option<String>,
    /// What "it is the same" is said about: an answer holds for the data that were asked about, and no others.
    pub(super) mark: String,
}

/// The mark of what was typed.
fn mark(typed: &Typed) -> String {
    HEXLOWER.encode(&hash_of(&format!("{typed:?}")))
}

/// Whether the form says that the other record with these data is the same child.
pub(super) fn says_same(form: &Form, typed: &Typed) -> bool {
    form.has("meets", &mark(typed))
}

/// The question, with the way to the other record where it is open to whoever corrects.
pub(super) async fn ask(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    (typed, other): (&Typed, PersonId),
    form: &mut Form,
) -> Result<Meets, AppError> {
    form.refuse(FieldError::new("meets", "correction_meets"));
    Ok(Meets {
        href: page_of(app, actor, other, ctx).await?,
        mark: mark(typed),
    })
}

/// A case waits. Whoever sees both records is led to it, others to the child's page, which says who decides.
pub(super) async fn lead_on(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    (child, other, case): (PersonId, PersonId, Option<CaseId>),
) -> Result<Response, AppError> {
    let is_seen = page_of(app, actor, other, ctx).await?.is_some();
    Ok(match case.filter(|_| is_seen) {
        Some(case) => go_saying(app, &format!("/staff/cases/{case}"), "children-case-opened"),
        None => go_saying(
            app,
            &format!("/staff/children/{child}"),
            "children-case-elsewhere",
        ),
    })
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
        meets: None,
        stored: Vec::new(),
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
    note_look(&app, actor, opened.child.id, &ctx).await?;
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
        CorrectError::Nothing => Ok(FieldError::new("", "nothing_changed")),
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
        is_same: says_same(&form, &typed),
        typed,
        version: form.value("version").parse().unwrap_or_default(),
        reason: why,
        by: opened.by(),
        asked: None,
    };
    let there = format!("/staff/children/{}", opened.child.id);
    match correct(&app, &permit, &deed, ctx.now()).await {
        Ok(Outcome::Done) => Ok(go_saying(&app, &there, "children-corrected")),
        Ok(Outcome::Meets(other)) => {
            let about = (&deed.typed, other);
            let meets = ask(&app, &ctx, &actor, about, &mut form).await?;
            show_refused(&CorrectPage {
                meets: Some(meets),
                ..view(&app, &ctx, &opened, form)
            })
        }
        Ok(Outcome::Collides(other, case)) => {
            lead_on(&app, &ctx, &actor, (opened.child.id, other, case)).await
        }
        Err(CorrectError::Meanwhile) => {
            let opened = open(&app, &actor, &id, &ctx).await?;
            form.refuse(refusal(CorrectError::Meanwhile)?);
            form.set_all("version", vec![opened.child.version.to_string()]);
            let known = &opened.child.known;
            let stored = differing(ctx.t(), &tree, &deed.typed.known, known);
            show_refused(&CorrectPage {
                stored,
                ..view(&app, &ctx, &opened, form)
            })
        }
        Err(error) => {
            form.refuse(refusal(error)?);
            show_refused(&view(&app, &ctx, &opened, form))
        }
    }
}
