//! Entering a child: the form, and where it leads.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use data_encoding::HEXLOWER;

use super::already::Already;
use super::{Choices, fields, today};
use crate::app::Shared;
use crate::families::actions::{Consents, EnterError, Entered, NewChild, enter};
use crate::families::permissions::may_enter_child;
use crate::forms::{FieldError, Form};
use crate::secrets::hash_of;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// Grows with every change of the texts that are agreed to.
pub(in crate::families) const CONSENT_VERSION: &str = "2026-11";

#[derive(Template)]
#[template(path = "families/enter.html")]
struct EnterPage {
    page: Page,
    form: Form,
    choices: Choices,
}

fn view(app: &Shared, ctx: &Context, form: Form) -> EnterPage {
    EnterPage {
        page: ctx.page(ctx.t().get("families-enter-title")),
        choices: Choices::of(ctx.t(), &app.organisations.current()),
        form,
    }
}

/// `GET /my/children/new`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    if ctx.actor()?.is_linked {
        return Err(AppError::NotFound);
    }
    show(&view(&app, &ctx, Form::new()))
}

/// `POST /my/children/new`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    if actor.is_linked {
        return Err(AppError::NotFound);
    }
    // Back from the page that says that the child is here: what was typed is there again.
    if !form.value("again").is_empty() {
        form.forget("again");
        return show(&view(&app, &ctx, form));
    }
    let tree = app.organisations.current();
    let read = fields::read(&mut form, today(&ctx), &tree);
    if form.value("consent") != "yes" {
        form.refuse(FieldError::new("consent", "consent_child"));
    }
    if form.is_fine()
        && let Err(wait) = app.limits.child(ctx.client(), actor.account_id)
    {
        form.refuse(wait.on("surname"));
    }
    let (Some(read), true) = (read, form.is_fine()) else {
        return show_refused(&view(&app, &ctx, form));
    };
    let new = NewChild {
        consents: consents(&ctx, &form),
        typed: read,
    };
    let permit = may_enter_child(&actor);
    match enter(&app, &permit, &new, ctx.now()).await {
        Ok(Entered::New(id)) => Ok(go_saying(&app, &child_at(id), "child-entered")),
        Ok(Entered::ToReview(id)) => Ok(go_saying(&app, &child_at(id), "child-to-review")),
        Ok(Entered::Own(id)) => Ok(go_saying(&app, &child_at(id), "child-own")),
        Err(EnterError::Elsewhere) => show_refused(&Already::new(&ctx, form)),
        Err(EnterError::Database(error)) => Err(error.into()),
    }
}

fn child_at(id: crate::people::PersonId) -> String {
    format!("/my/children/{id}")
}

/// What was ticked; the texts are kept as hashes, so that it stays known what was agreed to.
fn consents(ctx: &Context, form: &Form) -> Consents {
    let t = ctx.t();
    let ticked = [
        ("child", "consent", "families-consent-text"),
        ("photo", "photo", "families-photo-text"),
    ];
    let ticked = ticked
        .into_iter()
        .filter(|(_, field, _)| form.value(field) == "yes");
    let kept = ticked.map(|(purpose, _, key)| {
        let hash = HEXLOWER.encode(&hash_of(&t.get(key).to_string()));
        (purpose, CONSENT_VERSION, hash)
    });
    Consents(kept.collect())
}
