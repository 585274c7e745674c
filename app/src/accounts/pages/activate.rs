//! "Check your mail", the link that makes an account ready, and asking for another one.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::{email_of, link_problem, secret_address, spend_time, to_check_mail, within_letters};
use crate::accounts::actions;
use crate::accounts::letters::Writer;
use crate::accounts::links::{self, Purpose, Standing};
use crate::app::Shared;
use crate::forms::Form;
use crate::secrets::Token;
use crate::web::{self, AppError, Context, Page, Posted};

#[derive(Template)]
#[template(path = "accounts/check_mail.html")]
struct CheckMail {
    page: Page,
    form: Form,
    to: Option<String>,
}

/// Whose mail to look into, masked.
#[derive(Debug, Deserialize)]
pub(super) struct To {
    #[serde(default)]
    to: String,
}

/// "Check your mail".
pub(super) async fn check_mail(
    ctx: Context,
    Query(To { to }): Query<To>,
) -> Result<Response, AppError> {
    // Only what looks like a masked address is shown: the query is anybody's to write.
    let masked = to.len() <= 300 && to.contains("•••@") && !to.contains(char::is_whitespace);
    web::show(&CheckMail {
        page: ctx.page(ctx.t().get("accounts-check-mail-title")),
        form: Form::new(),
        to: masked.then_some(to),
    })
}

#[derive(Template)]
#[template(path = "accounts/ask_activation.html")]
struct AskPage {
    page: Page,
    form: Form,
}

/// The form that asks for another activation link.
pub(super) async fn ask_page(ctx: Context) -> Result<Response, AppError> {
    web::show(&AskPage {
        page: ctx.page(ctx.t().get("accounts-ask-activation-title")),
        form: Form::new(),
    })
}

/// Sends another activation link; answers the same for every address.
pub(super) async fn ask(
    State(app): State<Shared>,
    ctx: Context,
    posted: Posted,
) -> Result<Response, AppError> {
    let mut form = posted.form;
    let email = email_of(&mut form);
    if let Some(email) = &email {
        within_letters(&app, &ctx, &mut form, email);
    }
    let (Some(email), true) = (email, form.is_fine()) else {
        return web::show_refused(&AskPage {
            page: ctx.page(ctx.t().get("accounts-ask-activation-title")),
            form,
        });
    };
    spend_time(&app).await;
    let (key, token, writer, now) = (
        email.key.clone(),
        Token::new(&app.random),
        Writer::new(&app),
        ctx.now(),
    );
    let work = app.db.write(move |tx| {
        Box::pin(async move { actions::ask_activation(tx, &key, &token, &writer, now).await })
    });
    work.await?;
    Ok(to_check_mail(&email))
}

#[derive(Template)]
#[template(path = "accounts/activate.html")]
struct ActivatePage {
    page: Page,
}

/// The page of the link: one button, since mail programs open links by themselves.
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    let now = ctx.now();
    let look = app.db.read(move |tx| {
        Box::pin(async move { links::look(tx, &token, Purpose::Activate, now).await })
    });
    match look.await? {
        Standing::Good => {
            let page = ctx.page(ctx.t().get("accounts-activate-title"));
            Ok(secret_address(web::show(&ActivatePage { page })?))
        }
        other => refuse(&ctx, other),
    }
}

/// Makes the account ready and leads to signing in.
pub(super) async fn activate(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
    _: Posted,
) -> Result<Response, AppError> {
    let now = ctx.now();
    let work = app
        .db
        .write(move |tx| Box::pin(async move { actions::activate(tx, &token, now).await }));
    match work.await? {
        Ok(_) => Ok(web::go_saying(&app, "/sign-in", "activated")),
        Err(standing) => refuse(&ctx, standing),
    }
}

fn refuse(ctx: &Context, standing: Standing) -> Result<Response, AppError> {
    let ask = (standing != Standing::Used).then_some("/activate");
    link_problem(ctx, "activate", standing, ask)
}
