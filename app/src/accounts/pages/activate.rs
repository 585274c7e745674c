//! "Check your mail", the link that makes an account ready, and asking for another one.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::by_link::{self, chosen_password, link_problem, standing_of};
use crate::accounts::actions;
use crate::accounts::links::{self, Purpose, Standing};
use crate::app::Shared;
use crate::forms::Form;
use crate::web::headers::secret_address;
use crate::web::{self, AppError, Context, Page, Posted};

#[derive(Template)]
#[template(path = "accounts/check_mail.html")]
struct CheckMail {
    page: Page,
    form: Form,
    to: Option<String>,
    /// What the letter is for: `reset` a password, confirm a `message`, or, as most often, activate an account.
    about: String,
}

/// "Check your mail".
pub(super) async fn check_mail(ctx: Context) -> Result<Response, AppError> {
    let to = ctx.asked("to").unwrap_or_default();
    // Only what looks like a masked address is shown: the query is anybody's to write.
    let masked = to.len() <= 300 && to.contains("•••@") && !to.contains(char::is_whitespace);
    web::show(&CheckMail {
        page: ctx.page(ctx.t().get("accounts-check-mail-title")),
        form: Form::new(),
        to: masked.then_some(to),
        about: ctx.asked("about").unwrap_or_default(),
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
    match by_link::ask(&app, &ctx, &mut form, Purpose::Activate).await? {
        Some(sent) => Ok(sent),
        None => web::show_refused(&AskPage {
            page: ctx.page(ctx.t().get("accounts-ask-activation-title")),
            form,
        }),
    }
}

#[derive(Template)]
#[template(path = "accounts/activate.html")]
struct ActivatePage {
    page: Page,
    form: Form,
    /// The link brings no password.
    asks_for_password: bool,
}

/// The page of the link: one button, since mail programs open links by themselves.
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    let (standing, asks_for_password) = look(&app, &ctx, &token).await?;
    if standing != Standing::Good {
        return refuse(&ctx, standing);
    }
    Ok(secret_address(web::show(&ActivatePage {
        page: ctx.page(ctx.t().get("accounts-activate-title")),
        form: Form::new(),
        asks_for_password,
    })?))
}

async fn look(app: &Shared, ctx: &Context, token: &str) -> Result<(Standing, bool), AppError> {
    let standing = standing_of(app, ctx, token, Purpose::Activate).await?;
    let token = token.to_owned();
    let asks = app
        .db
        .read(move |tx| Box::pin(async move { links::asks_for_password(tx, &token).await }));
    Ok((standing, asks.await?))
}

/// Makes the account ready and leads to signing in.
pub(super) async fn activate(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
    posted: Posted,
) -> Result<Response, AppError> {
    let mut form = posted.form;
    let (standing, asks_for_password) = look(&app, &ctx, &token).await?;
    if standing != Standing::Good {
        return refuse(&ctx, standing);
    }
    let mut chosen = None;
    if asks_for_password {
        chosen = chosen_password(&app, &mut form).await?;
        if chosen.is_none() {
            let page = ctx.page(ctx.t().get("accounts-activate-title"));
            return Ok(secret_address(web::show_refused(&ActivatePage {
                page,
                form,
                asks_for_password,
            })?));
        }
    }
    let (own, now) = (app.clone(), ctx.now());
    let work = app.db.write_retrying(move |tx| {
        let (own, token, chosen) = (own.clone(), token.clone(), chosen.clone());
        Box::pin(async move {
            let activated = actions::activate(tx, &token, chosen, now).await?;
            let Ok((account_id, Some(registration))) = &activated else {
                return Ok::<_, DbError>(activated.map(|_| true));
            };
            let typed = registration.clone();
            let react = own.reactions.after_activation;
            let has_person = react(tx, own.clone(), *account_id, typed, now).await?;
            Ok(Ok(has_person))
        })
    });
    let outcome = work.await?;
    app.outbox.wake();
    match outcome {
        Ok(true) => Ok(web::go_saying(
            &app,
            "/sign-in?next=%2Fmy%2Fstart",
            "activated",
        )),
        Ok(false) => Ok(web::go("/registered")),
        Err(standing) => refuse(&ctx, standing),
    }
}

fn refuse(ctx: &Context, standing: Standing) -> Result<Response, AppError> {
    let ask = (standing != Standing::Used).then_some("/activate");
    link_problem(ctx, "activate", standing, ask)
}
