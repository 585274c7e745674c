//! Errors that reach a person: each page says what happened, what it means and what to do, with the request's number.

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{Html, IntoResponse, Redirect, Response};
use database::DbError;

use super::{Context, Page, again, cookies};

/// Seconds after which a machine may try again when the database was away.
const SOON: u64 = 10;

/// Why a handler gave no page.
#[derive(Clone, Debug)]
pub enum AppError {
    /// There is no such page, or it is not for this viewer: both look the same.
    NotFound,
    /// Nobody is signed in; the sign-in page leads back. `draft` is the token of a form that was kept.
    SignInFirst {
        /// Where to go on after signing in.
        back_to: String,
        /// Token of the kept form.
        draft: Option<String>,
    },
    /// The form came from elsewhere, or its token is out of date.
    ForeignForm,
    /// Too many attempts; seconds to wait.
    TooMany(u64),
    /// The request can not be read.
    Unreadable,
    /// More bytes than the address takes.
    TooLarge,
    /// The database is busy or away; trying again helps.
    Unavailable,
    /// A defect. The text goes to the log, never to the page.
    Internal(String),
}

impl AppError {
    /// A defect with a text for the log; the text holds no personal data.
    pub fn internal(text: impl Into<String>) -> Self {
        Self::Internal(text.into())
    }

    pub(super) fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignInFirst { .. } => StatusCode::SEE_OTHER,
            Self::ForeignForm => StatusCode::FORBIDDEN,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::SignInFirst { .. } => "not-found",
            Self::ForeignForm => "foreign-form",
            Self::TooMany(_) => "too-many",
            Self::Unreadable => "unreadable",
            Self::TooLarge => "too-large",
            Self::Unavailable => "unavailable",
            Self::Internal(_) => "internal",
        }
    }
}

impl From<DbError> for AppError {
    fn from(error: DbError) -> Self {
        match error {
            DbError::NotFound => Self::NotFound,
            DbError::BadText => Self::Unreadable,
            DbError::Retry | DbError::ReadOnly | DbError::Full | DbError::Unavailable => {
                tracing::error!(error = %error, "the database refuses");
                Self::Unavailable
            }
            other => Self::Internal(format!("database: {other}")),
        }
    }
}

impl From<askama::Error> for AppError {
    fn from(error: askama::Error) -> Self {
        Self::Internal(format!("template: {error}"))
    }
}

/// The error travels to the outer layer, which knows the reader's language.
impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    what: String,
    next: String,
    /// The page with the form, where what was sent is too large.
    back: Option<String>,
    request_id: Option<String>,
}

/// Turns an error that a handler left into what the person sees.
pub(super) fn present(context: &Context, error: &AppError) -> Response {
    if let AppError::Internal(text) = error {
        tracing::error!(request_id = context.request_id(), text, "internal error");
    }
    if let AppError::SignInFirst { back_to, draft } = error {
        let next =
            percent_encoding::utf8_percent_encode(back_to, percent_encoding::NON_ALPHANUMERIC);
        let mut response = Redirect::to(&format!("/sign-in?next={next}")).into_response();
        if let Some(token) = draft {
            cookies::set(
                &mut response,
                &context.inner.app,
                cookies::DRAFT,
                token,
                Some(3600),
            );
        }
        return response;
    }
    let mut response = again::page(context, error).unwrap_or_else(|| plain(context, error));
    match error {
        AppError::TooMany(seconds) => {
            response
                .headers_mut()
                .insert(RETRY_AFTER, (*seconds).into());
        }
        AppError::Unavailable => {
            response.headers_mut().insert(RETRY_AFTER, SOON.into());
        }
        _ => {}
    }
    response
}

fn plain(context: &Context, error: &AppError) -> Response {
    let (t, code) = (context.t(), error.code());
    let say = |part: &str| t.get(&format!("web-error-{code}-{part}")).to_string();
    let is_too_large = matches!(error, AppError::TooLarge);
    let what = if is_too_large {
        t.get("web-error-too-large-what")
            .int("materials", crate::files::MOST_BYTES >> 20)
            .int("files", super::MOST_BYTES >> 20)
            .to_string()
    } else {
        say("what")
    };
    let body = ErrorPage {
        page: context.page(say("title")),
        what,
        back: is_too_large.then(|| context.here()),
        next: say("next"),
        request_id: (!matches!(error, AppError::NotFound)).then(|| context.request_id().to_owned()),
    };
    let html = body.render().unwrap_or_else(|_| say("title"));
    (error.status(), Html(html)).into_response()
}
