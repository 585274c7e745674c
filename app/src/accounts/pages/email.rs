//! Changing one's own address.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::by_link::{link_problem, standing_of};
use super::{email_of, password, within_letters};
use crate::accounts::letters::Writer;
use crate::accounts::links::{Purpose, Standing};
use crate::accounts::{actions, domains, permissions};
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::secrets::Token;
use crate::web::headers::secret_address;
use crate::web::{self, AppError, Context, Page, Posted, PostedBy};

#[derive(Template)]
#[template(path = "accounts/email.html")]
struct EmailPage {
    page: Page,
    form: Form,
    current: String,
}

fn shown(ctx: &Context, form: Form, current: &str) -> EmailPage {
    EmailPage {
        page: ctx.page(ctx.t().get("accounts-email-title")),
        form,
        current: current.to_owned(),
    }
}

/// The form.
pub(super) async fn page(ctx: Context) -> Result<Response, AppError> {
    let current = ctx.actor()?.email.clone();
    web::show(&shown(&ctx, Form::new(), &current))
}

/// Sends the link to the new address.
pub(super) async fn ask(
    State(app): State<Shared>,
    ctx: Context,
    posted: PostedBy,
) -> Result<Response, AppError> {
    let (actor, mut form) = (posted.actor, posted.form);
    let email = email_of(&mut form);
    if let Some(email) = &email {
        if email.typed == actor.email {
            form.refuse(FieldError::new("email", "email_same"));
        }
        domains::refuse_blocked(&app, &mut form, "email", email).await?;
        within_letters(&app, &ctx, &mut form, email);
    }
    password::confirm(&app, &ctx, &actor, &mut form).await?;
    let (Some(email), true) = (email, form.is_fine()) else {
        return web::show_refused(&shown(&ctx, form, &actor.email));
    };
    let permit = permissions::may_change_own_email(&actor);
    let (token, writer, now) = (Token::new(&app.random), Writer::new(&app), ctx.now());
    let work = app.db.write(move |tx| {
        Box::pin(
            async move { actions::ask_new_email(tx, &permit, &email, &token, &writer, now).await },
        )
    });
    work.await?;
    Ok(web::go_saying(&app, "/my/profile", "email-asked"))
}

#[derive(Template)]
#[template(path = "accounts/confirm_email.html")]
struct ConfirmPage {
    page: Page,
}

/// The page of the link: one button, since mail programs open links by themselves.
pub(super) async fn confirm_page(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    match standing_of(&app, &ctx, &token, Purpose::ChangeEmail).await? {
        Standing::Good => {
            let page = ctx.page(ctx.t().get("accounts-confirm-email-title"));
            Ok(secret_address(web::show(&ConfirmPage { page })?))
        }
        other => link_problem(&ctx, "email", other, None),
    }
}

/// Puts the address in force.
pub(super) async fn confirm(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
    _: Posted,
) -> Result<Response, AppError> {
    let (own, now) = (app.clone(), ctx.now());
    let work = app.db.write(move |tx| {
        let (own, token) = (own.clone(), token.clone());
        Box::pin(async move { actions::confirm_new_email(tx, &own, &token, now).await })
    });
    match work.await? {
        Ok(account_id) => {
            app.sessions.forget(account_id);
            Ok(web::go_saying(&app, "/my/profile", "email-changed"))
        }
        Err(standing) => link_problem(&ctx, "email", standing, None),
    }
}
