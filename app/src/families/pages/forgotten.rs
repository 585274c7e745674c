//! "Which address did I register with?" For everybody, signed in or not.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::{Choices, fields, today};
use crate::app::Shared;
use crate::families::actions::{Claim, remind_of_address};
use crate::forms::{FieldError, Form};
use crate::people::fields::line;
use crate::text::{clean_name, fold};
use crate::web::{AppError, Context, Page, Posted, show, show_refused};

/// What is asked.
const FIELDS: [&str; 7] = [
    "surname",
    "given_name",
    "born_day",
    "born_month",
    "born_year",
    "document_kind",
    "document_number",
];

#[derive(Template)]
#[template(path = "families/forgotten.html")]
struct ForgottenPage {
    page: Page,
    form: Form,
    choices: Choices,
    /// Whether it was asked.
    is_asked: bool,
    /// Masked addresses that were found.
    found: Vec<String>,
}

impl ForgottenPage {
    fn has_found(&self) -> bool {
        !self.found.is_empty()
    }
}

fn view(app: &Shared, ctx: &Context, form: Form, found: Option<Vec<String>>) -> ForgottenPage {
    ForgottenPage {
        page: ctx.page(ctx.t().get("families-forgotten-title")),
        choices: Choices::of(ctx.t(), &app.organisations.current()),
        form,
        is_asked: found.is_some(),
        found: found.unwrap_or_default(),
    }
}

/// `GET /forgotten-address`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    show(&view(&app, &ctx, Form::new(), None))
}

/// The same for somebody who has typed most of it a page before: nothing is asked twice.
pub(super) fn with_typed(app: &Shared, ctx: &Context, typed: &Form) -> Result<Response, AppError> {
    let form = FIELDS.into_iter().fold(Form::new(), |form, field| {
        form.with(field, typed.value(field))
    });
    let mut shown = view(app, ctx, form, None);
    // Where another language leads: the page that asks has an address of its own.
    "/forgotten-address".clone_into(&mut shown.page.path);
    show(&shown)
}

fn read(form: &mut Form, ctx: &Context) -> Option<Claim> {
    let surname = line(form, "surname", clean_name);
    let given_name = line(form, "given_name", clean_name);
    let born_on = fields::read_birth(form, today(ctx));
    let document = fields::read_document(form, born_on, None);
    let is_said = ["document_kind", "document_number"]
        .iter()
        .any(|name| form.error(name).is_some());
    if document.is_none() && !is_said {
        form.refuse(FieldError::new("document_number", "required"));
    }
    let (born_on, document) = (born_on?, document?);
    form.is_fine().then_some(Claim {
        surname,
        given_name,
        born_on,
        document,
    })
}

/// `POST /forgotten-address`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Posted { mut form }: Posted,
) -> Result<Response, AppError> {
    let claim = read(&mut form, &ctx);
    if let Some(claim) = &claim {
        let about = format!("{} {}", fold(&claim.surname), claim.born_on);
        if let Err(wait) = app.limits.claim(ctx.client(), &about) {
            form.refuse(wait.on(""));
        }
    }
    let (Some(claim), true) = (claim, form.is_fine()) else {
        return show_refused(&view(&app, &ctx, form, None));
    };
    let by = ctx.viewer().map(|actor| actor.account_id);
    let (own, now) = (app.clone(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move { remind_of_address(tx, &own, by, &claim, now).await })
    });
    let found: Vec<String> = write.await.map_err(|error: DbError| error)?;
    app.outbox.wake();
    show(&view(&app, &ctx, form, Some(found)))
}
