//! Registration (A2).

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use data_encoding::HEXLOWER;
use database::DbError;

use super::{Workplaces, limit, today};
use crate::accounts::NewAccount;
use crate::accounts::domains;
use crate::accounts::letters::Writer;
use crate::accounts::pages::{to_check_mail, within_letters};
use crate::app::{App, Shared};
use crate::forms::{FieldError, Form};
use crate::people::actions::{self, Consent, Registration};
use crate::people::{Details, fields};
use crate::secrets::{Token, hash_of};
use crate::text::{Email, clean_email};
use crate::web::{self, AppError, Context, Page, Posted};

/// Grows with every change of the text `people-consent`.
const CONSENT_VERSION: &str = "2026-11-2";

#[derive(Template)]
#[template(path = "people/register.html")]
struct RegisterPage {
    page: Page,
    form: Form,
    workplaces: Workplaces,
}

impl RegisterPage {
    /// What stands beside the password: it goes to nobody's screen, so a form that comes back asks for it once more and says so.
    fn password_hint(&self) -> &'static str {
        if self.form.pairs().next().is_none() {
            "accounts-password-hint"
        } else {
            "accounts-password-again-hint"
        }
    }

    /// Where the guide begins for what was refused.
    fn guide(&self) -> &'static str {
        let has = |code: &str| self.form.errors().iter().any(|error| error.code == code);
        if has("email_domain") {
            "/help/mail-domain"
        } else if has("too_young") {
            "/help/age-14"
        } else {
            "/help"
        }
    }
}

/// The form.
pub(super) async fn page(ctx: Context) -> Result<Response, AppError> {
    if ctx.viewer().is_some() {
        return Ok(web::go("/my/profile"));
    }
    web::show(&RegisterPage {
        page: ctx.page(ctx.t().get("people-register-title")),
        form: Form::new(),
        workplaces: Workplaces::unsearched(),
    })
}

/// Registers, or looks a workplace up when that button was pressed.
pub(super) async fn register(
    State(app): State<Shared>,
    ctx: Context,
    posted: Posted,
) -> Result<Response, AppError> {
    let mut form = posted.form;
    let password = form.value("password").to_owned();
    form.forget("password");
    let tree = app.organisations.current();
    let shown = |form: Form| RegisterPage {
        page: ctx.page(ctx.t().get("people-register-title")),
        workplaces: Workplaces::of(&ctx, &form, &tree),
        form,
    };
    if !form.value("find").is_empty() {
        return web::show(&shown(form));
    }
    let details = fields::read(&mut form, today(&ctx), &tree);
    let email = read_sign_in(&app, &mut form, &password, &details).await;
    if form.value("consent") != "yes" {
        form.refuse(FieldError::new("consent", "consent"));
    }
    if let Some(email) = &email {
        domains::refuse_blocked(&app, &mut form, "email", email).await?;
        domains::warn_once(&app, &mut form, ("email", "kept_email"), email).await?;
    }
    if let (Some(email), true) = (&email, form.is_fine()) {
        within_letters(&app, &ctx, &mut form, email);
    }
    if form.is_fine()
        && let Err(wait) = limit(&app, &details, today(&ctx))
    {
        form.refuse(wait.on("surname"));
    }
    let (Some(email), true) = (email, form.is_fine()) else {
        return web::show_refused(&shown(form));
    };
    // Hashed for a known address as well: the time must tell nothing.
    let hash = app
        .passwords
        .hash(&app.random, password)
        .await
        .ok_or(AppError::Unavailable)?;
    let (account, new) = registration(&ctx, &email, hash, details);
    let (token, writer, now) = (Token::new(&app.random), Writer::new(&app), ctx.now());
    let typed = Arc::new((account, new, token, writer));
    let work = app.db.write_retrying(move |tx| {
        let typed = typed.clone();
        Box::pin(async move {
            let (account, new, token, writer) = &*typed;
            actions::register(tx, account, new, (token, writer), now).await
        })
    });
    work.await.map_err(|error: DbError| error)?;
    app.outbox.wake();
    Ok(to_check_mail(&email, "account"))
}

#[derive(Template)]
#[template(path = "people/held.html")]
struct HeldPage {
    page: Page,
}

/// A parent holds the record of whoever wanted to register; it never says whose cabinet that is.
pub(super) async fn held(ctx: Context) -> Result<Response, AppError> {
    web::show(&HeldPage {
        page: ctx.page(ctx.t().get("teenagers-held-title")),
    })
}

async fn read_sign_in(
    app: &App,
    form: &mut Form,
    password: &str,
    details: &Details,
) -> Option<Email> {
    let email = clean_email(form.value("email"));
    let typed = form.value("email").to_owned();
    let known = [typed.as_str(), &details.given_name, &details.surname];
    let email = email
        .map_err(|problem| form.refuse(problem.on("email")))
        .ok();
    let _ = form.take("password", app.passwords.check(password, &known).await);
    email
}

fn registration(
    ctx: &Context,
    email: &Email,
    password_hash: String,
    details: Details,
) -> (NewAccount, Registration) {
    let text = ctx.t().get("people-consent-text").to_string();
    let account = NewAccount {
        email: email.typed.clone(),
        email_key: email.key.clone(),
        password_hash,
        name: details.name(),
        lang: ctx.lang(),
    };
    let registration = Registration {
        details,
        lang: ctx.lang(),
        consent: Consent {
            purpose: "account".into(),
            version: CONSENT_VERSION.into(),
            text_hash: HEXLOWER.encode(&hash_of(&text)),
            given_at: ctx.now(),
        },
    };
    (account, registration)
}
