//! Pages of accounts: from the link in a letter to the list of devices.

mod activate;
mod by_link;
mod continuing;
mod demo;
mod devices;
mod domain;
mod email;
mod password;
mod reset;
mod sign_in;
mod tokens;

use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use database::{DbError, Tx, Work};
use jiff::Timestamp;

pub use demo::{DOMAIN as DEMO_DOMAIN, OFFERED as DEMO_OFFERED};

use super::AccountId;
use super::{sessions, store};
use crate::app::{App, Shared};
use crate::forms::{FieldError, Form};
use crate::text::{Email, clean_email};
use crate::web::{self, AppError, Context, cookies};

pub(crate) use by_link::{chosen_password, link_problem};

/// What happens in the transaction of an activation with what was typed at the registration; given by a room above. False
/// where no person was made of it, since a parent holds that person's record.
pub type AfterActivation =
    for<'a, 'c> fn(&'a mut Tx<'c>, Shared, AccountId, String, Timestamp) -> Work<'a, bool, DbError>;

/// The routes of this room; `demo` adds signing in with one click.
pub fn routes(demo: bool) -> Router<Shared> {
    let routes = Router::new()
        .route("/check-mail", get(activate::check_mail))
        .route("/activate", get(activate::ask_page).post(activate::ask))
        .route(
            "/activate/{token}",
            get(activate::page).post(activate::activate),
        )
        .route("/sign-in", get(sign_in::page).post(sign_in::sign_in))
        .route("/sign-out", post(sign_in::sign_out))
        .route("/continue", get(continuing::page))
        .route("/password/forgot", get(reset::ask_page).post(reset::ask))
        .route(
            "/password/reset/{token}",
            get(reset::page).post(reset::reset),
        )
        .route(
            "/confirm-email/{token}",
            get(email::confirm_page).post(email::confirm),
        )
        .route(
            "/my/profile/password",
            get(password::page).post(password::change),
        )
        .route("/my/profile/email", get(email::page).post(email::ask))
        .route("/my/profile/address", get(domain::asked))
        .route("/staff/mail-domains", get(domain::list).post(domain::set))
        .route("/my/profile/devices", get(devices::page).post(devices::end))
        .route("/my/profile/tokens", get(tokens::page).post(tokens::change));
    if demo {
        routes.merge(demo::routes())
    } else {
        routes
    }
}

/// The typed address, or its error in the form.
fn email_of(form: &mut Form) -> Option<Email> {
    match clean_email(form.value("email")) {
        Ok(email) => Some(email),
        Err(problem) => {
            form.refuse(problem.on("email"));
            None
        }
    }
}

/// One form that makes the system write a letter; when there were too many, the form says so and keeps what was typed.
pub(crate) fn within_letters(app: &App, ctx: &Context, form: &mut Form, email: &Email) {
    if let Err(code) = app.limits.letter(ctx.client(), &email.key) {
        form.refuse(FieldError::new("", code));
    }
}

/// The same work as checking a password, for forms that check none: what takes long hides what differs.
async fn spend_time(app: &App) {
    app.passwords.fits(String::new(), None).await;
}

/// The page after a form that sent a letter, or did not: it looks the same. `about` says what the letter is for:
/// `account`, `reset` or `message`.
pub(crate) fn to_check_mail(email: &Email, about: &str) -> Response {
    let masked = crate::text::mask_email(&email.typed);
    let masked = percent_encoding::utf8_percent_encode(&masked, percent_encoding::NON_ALPHANUMERIC);
    web::go(&format!("/check-mail?to={masked}&about={about}"))
}

/// Puts the token of a sign-in into the cookie. It lives longer than the sign-in, so that a form which was being typed
/// when the sign-in ended still finds its owner.
fn set_session(response: &mut Response, app: &App, token: &crate::secrets::Token) {
    let seconds = 6 * sessions::IDLE.as_secs();
    cookies::set(
        response,
        app,
        cookies::SESSION,
        token.as_str(),
        Some(seconds),
    );
}

/// The account by its address.
async fn find_account(app: &App, key: &str) -> Result<Option<store::AccountRow>, AppError> {
    let key = key.to_owned();
    let found = app
        .db
        .read(move |tx| {
            Box::pin(async move { tx.opt(store::FIND_ACCOUNT_BY_EMAIL, &[&key]).await })
        })
        .await?;
    Ok(found)
}
