//! "A child with such data is already registered": no error, but the way on. It never says with whom.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};

use super::{Line, fields, forgotten, today, typed};
use crate::app::Shared;
use crate::families::actions::ask_to_share;
use crate::families::permissions::may_enter_child;
use crate::forms::{FieldError, Form};
use crate::text::parse_date_fields;
use crate::web::{AppError, Context, Page, PostedBy, go, go_saying, show_refused};

/// The page; what was typed stands beside it and can be returned to.
#[derive(Template)]
#[template(path = "families/already.html")]
pub(super) struct Already {
    page: Page,
    typed: Vec<Line>,
    form: Form,
    /// Where what was typed is corrected.
    back: String,
}

impl Already {
    /// The page about what was typed.
    pub(super) fn new(ctx: &Context, form: Form) -> Self {
        Self::back_to(ctx, form, "/my/children/new".to_owned())
    }

    /// The same, where what was typed is corrected on another page.
    pub(super) fn back_to(ctx: &Context, form: Form, back: String) -> Self {
        let parts = ["born_day", "born_month", "born_year"].map(|part| form.value(part));
        let born = parse_date_fields(parts[0], parts[1], parts[2], today(ctx)).ok();
        Self {
            page: ctx.page(ctx.t().get("families-already-title")),
            typed: typed(ctx.t(), &form, born),
            form,
            back,
        }
    }

    /// What was typed, to be carried on.
    fn carried(&self) -> Vec<(&'static str, &str)> {
        let all = fields::ALL.iter().chain(&["consent", "photo", "version"]);
        all.map(|field| (*field, self.form.value(field))).collect()
    }
}

/// `POST /my/children/next`: what was before decides what comes next.
pub(super) async fn next(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    if actor.is_linked {
        return Err(AppError::NotFound);
    }
    // Nobody comes here without having typed a child.
    if form.value("surname").trim().is_empty() {
        return Ok(go("/my/children/new"));
    }
    match form.value("case") {
        "email" => forgotten::with_typed(&app, &ctx, &form),
        "guardian" => {
            let tree = app.organisations.current();
            let read = fields::read(&mut form, today(&ctx), &tree);
            if let Err(wait) = app.limits.child(ctx.client(), actor.account_id) {
                form.refuse(wait.on("case"));
            }
            let (Some(read), true) = (read, form.is_fine()) else {
                return show_refused(&Already::new(&ctx, form));
            };
            ask_to_share(&app, &may_enter_child(&actor), &read, ctx.now()).await?;
            Ok(go_saying(&app, "/my/children", "child-share-asked"))
        }
        about @ ("access" | "institution" | "namesake") => {
            // With the form, so that the child's name is in no address and no log.
            let there = format!("/contact/write?about={about}");
            Ok(Redirect::temporary(&there).into_response())
        }
        _ => {
            form.refuse(FieldError::new("case", "choose"));
            show_refused(&Already::new(&ctx, form))
        }
    }
}
