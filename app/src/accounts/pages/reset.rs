//! A forgotten password.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::by_link::{self, chosen_password, link_problem, standing_of};
use crate::accounts::actions;
use crate::accounts::letters::Writer;
use crate::accounts::links::{Purpose, Standing};
use crate::app::Shared;
use crate::forms::Form;
use crate::web::headers::secret_address;
use crate::web::{self, AppError, Context, Page, Posted, cookies};

#[derive(Template)]
#[template(path = "accounts/forgot.html")]
struct ForgotPage {
    page: Page,
    form: Form,
}

/// The form that asks for the link.
pub(super) async fn ask_page(ctx: Context) -> Result<Response, AppError> {
    web::show(&ForgotPage {
        page: ctx.page(ctx.t().get("accounts-forgot-title")),
        form: Form::new(),
    })
}

/// Sends the link; answers the same for every address.
pub(super) async fn ask(
    State(app): State<Shared>,
    ctx: Context,
    posted: Posted,
) -> Result<Response, AppError> {
    let mut form = posted.form;
    match by_link::ask(&app, &ctx, &mut form, Purpose::ResetPassword).await? {
        Some(sent) => Ok(sent),
        None => web::show_refused(&ForgotPage {
            page: ctx.page(ctx.t().get("accounts-forgot-title")),
            form,
        }),
    }
}

#[derive(Template)]
#[template(path = "accounts/reset.html")]
struct ResetPage {
    page: Page,
    form: Form,
}

/// The page of the link.
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    match standing_of(&app, &ctx, &token, Purpose::ResetPassword).await? {
        Standing::Good => {
            let page = ctx.page(ctx.t().get("accounts-reset-title"));
            let form = Form::new();
            Ok(secret_address(web::show(&ResetPage { page, form })?))
        }
        other => refuse(&ctx, other),
    }
}

/// Sets the password and ends every sign-in.
pub(super) async fn reset(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
    posted: Posted,
) -> Result<Response, AppError> {
    let mut form = posted.form;
    let standing = standing_of(&app, &ctx, &token, Purpose::ResetPassword).await?;
    if standing != Standing::Good {
        return refuse(&ctx, standing);
    }
    let Some(hash) = chosen_password(&app, &mut form).await? else {
        let page = ctx.page(ctx.t().get("accounts-reset-title"));
        return Ok(secret_address(web::show_refused(&ResetPage {
            page,
            form,
        })?));
    };
    let (writer, now) = (Writer::new(&app), ctx.now());
    let work = app.db.write(move |tx| {
        Box::pin(async move { actions::reset_password(tx, &token, &hash, &writer, now).await })
    });
    match work.await? {
        Ok(account_id) => {
            app.sessions.forget(account_id);
            let mut response = web::go_saying(&app, "/sign-in", "password-reset");
            cookies::clear(&mut response, &app, cookies::SESSION);
            Ok(response)
        }
        Err(standing) => refuse(&ctx, standing),
    }
}

fn refuse(ctx: &Context, standing: Standing) -> Result<Response, AppError> {
    link_problem(ctx, "reset", standing, Some("/password/forgot"))
}
