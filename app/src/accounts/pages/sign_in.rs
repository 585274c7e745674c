//! Signing in and out.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::{demo, find_account, set_session};
use crate::accounts::actions::{self, SignIn};
use crate::accounts::domains::{self, Standing};
use crate::accounts::letters::Writer;
use crate::accounts::{AccountId, AccountState, devices, permissions};
use crate::app::Shared;
use crate::clock::zone;
use crate::forms::{FieldError, Form};
use crate::secrets::hash_of;
use crate::text::clean_email;
use crate::web::{self, AppError, Context, Page, Posted, cookies};

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct SignInPage {
    page: Page,
    form: Form,
    /// The account waits for its activation; the page offers another link.
    pending: bool,
    offered: Vec<demo::Offered>,
}

impl SignInPage {
    /// Where the guide begins for whoever can not get in.
    fn guide(&self) -> &'static str {
        let mut errors = self.form.errors().iter();
        if errors.any(|error| error.code == "account_domain") {
            "/help/mail-domain"
        } else {
            "/help/sign-in"
        }
    }
}

/// An address of our own to go on to; the start page in place of anything else.
pub(super) fn local(next: &str) -> &str {
    let harmless = |c: char| !c.is_control() && c != '\\';
    let own = next.starts_with('/') && !next.starts_with("//") && next.chars().all(harmless);
    if own && next.len() <= 2_000 {
        next
    } else {
        "/"
    }
}

/// The form.
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let next = ctx.asked("next").unwrap_or_default();
    if ctx.viewer().is_some() {
        return Ok(web::go(local(&next)));
    }
    web::show(&SignInPage {
        page: ctx.page(ctx.t().get("accounts-sign-in-title")),
        form: Form::new().with("next", local(&next)),
        pending: false,
        offered: demo::offered(&app).await?,
    })
}

/// Checks address and password, and begins a sign-in.
pub(super) async fn sign_in(
    State(app): State<Shared>,
    ctx: Context,
    headers: HeaderMap,
    posted: Posted,
) -> Result<Response, AppError> {
    let mut form = posted.form;
    let password = form.value("password").to_owned();
    form.forget("password");
    let key = clean_email(form.value("email"))
        .map(|email| email.key)
        .unwrap_or_default();
    app.limits.sign_in(ctx.client(), &key)?;
    let account = find_account(&app, &key).await?;
    let hash = account
        .as_ref()
        .map(|account| account.password_hash.clone());
    let fits = app.passwords.fits(password, hash).await;
    let state = account
        .as_ref()
        .map(crate::accounts::store::AccountRow::state);
    match (fits, account, state) {
        (true, Some(account), Some(AccountState::Active)) => {
            let rule = domains::rule_of(&app, &account.email_key).await?;
            let today = ctx.now().to_zoned(zone()).date();
            let next = match domains::standing(rule.as_ref(), today) {
                Standing::Fine => local(form.value("next")).to_owned(),
                Standing::Asked(_) => super::domain::asking(local(form.value("next"))),
                Standing::Out => return refuse(&app, &ctx, form, "account_domain").await,
            };
            begin(&app, &ctx, &headers, account.id, &next).await
        }
        (true, _, Some(AccountState::Pending)) => refuse(&app, &ctx, form, "account_pending").await,
        (true, _, Some(AccountState::Locked)) => refuse(&app, &ctx, form, "account_locked").await,
        _ => refuse(&app, &ctx, form, "sign_in").await,
    }
}

async fn refuse(
    app: &Shared,
    ctx: &Context,
    mut form: Form,
    code: &'static str,
) -> Result<Response, AppError> {
    form.refuse(FieldError::new("email", code));
    web::show_refused(&SignInPage {
        page: ctx.page(ctx.t().get("accounts-sign-in-title")),
        form,
        pending: code == "account_pending",
        offered: demo::offered(app).await?,
    })
}

/// Begins a sign-in on this browser and goes on.
pub(super) async fn begin(
    app: &Shared,
    ctx: &Context,
    headers: &HeaderMap,
    account_id: AccountId,
    next: &str,
) -> Result<Response, AppError> {
    let new = SignIn {
        account_id,
        device: devices::describe(ctx.device()),
        network: devices::network_of(ctx.client()),
        replaced: cookies::read(headers, cookies::SESSION).map(hash_of),
    };
    let (random, writer, now) = (app.random.clone(), Writer::new(app), ctx.now());
    let work = app.db.write(move |tx| {
        Box::pin(async move { actions::sign_in(tx, &random, &new, &writer, now).await })
    });
    let token = work.await?;
    if let Some(before) = ctx.viewer() {
        app.sessions.forget(before.account_id);
    }
    // Staff who came for nothing else begins with what waits today.
    let actor = app.sessions.find(&app.db, token.as_str(), now).await?;
    let next = match next {
        "/" if actor.is_some_and(|actor| actor.is_staff()) => "/staff",
        next => next,
    };
    let mut response = web::go(next);
    set_session(&mut response, app, &token);
    Ok(response)
}

/// Ends the sign-in in use. Whoever is signed out already is taken to the start page as well.
pub(super) async fn sign_out(
    State(app): State<Shared>,
    ctx: Context,
    _: Posted,
) -> Result<Response, AppError> {
    if let Some(actor) = ctx.viewer() {
        let (permit, session, now) = (
            permissions::may_end_own_sign_ins(actor),
            actor.session_id,
            ctx.now(),
        );
        let work = app.db.write(move |tx| {
            Box::pin(async move { actions::sign_out(tx, &permit, session, now).await })
        });
        work.await?;
        app.sessions.forget(actor.account_id);
    }
    let mut response = web::go_saying(&app, "/", "signed-out");
    // The cookie of the sign-in stays: it opens nothing any more, but a form that is still being typed in another tab
    // finds its owner by it.
    cookies::clear(&mut response, &app, cookies::DRAFT);
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn only_our_own_addresses_are_gone_on_to() {
        for own in ["/", "/courses?q=a&page=2", "/continue", "/my/trainings/7#x"] {
            assert_eq!(local(own), own);
        }
        for foreign in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "evil",
            "/a\r\nSet-Cookie: x",
        ] {
            assert_eq!(local(foreign), "/", "{foreign:?}");
        }
    }
}
