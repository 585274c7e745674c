//! Forms that were sent: read, checked to come from our own page, and kept when the session had ended meanwhile.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderValue};

use super::{AppError, Context, cookies};
use crate::accounts::{Actor, drafts};
use crate::app::{App, Shared};
use crate::forms::{FieldError, Form};

/// The most bytes that a form without files may have.
pub const MOST_BYTES: usize = 256 * 1024;
/// The most fields that a form may have.
const MOST_FIELDS: usize = 2_000;

/// A form sent by anybody.
#[derive(Debug)]
pub struct Posted {
    /// What was sent.
    pub form: Form,
}

/// A form sent by somebody who is signed in. When the session has ended, what was typed is kept, and comes back after
/// signing in as the same form with the error `review`, so that nothing is sent that was not seen again.
#[derive(Debug)]
pub struct PostedBy {
    /// Who sent it.
    pub actor: Arc<Actor>,
    /// What was sent.
    pub form: Form,
}

impl FromRequest<Shared> for Posted {
    type Rejection = AppError;

    async fn from_request(request: Request, app: &Shared) -> Result<Self, AppError> {
        let context = context_of(&request)?;
        let form = read(&context, request, app).await?;
        check_token(&context, app, &form)?;
        Ok(Self { form: marked(form) })
    }
}

impl FromRequest<Shared> for PostedBy {
    type Rejection = AppError;

    async fn from_request(request: Request, app: &Shared) -> Result<Self, AppError> {
        let session = cookies::read(request.headers(), cookies::SESSION).map(str::to_owned);
        let context = context_of(&request)?;
        let form = read(&context, request, app).await?;
        let Some(actor) = context.viewer().cloned() else {
            let draft = match session {
                Some(token) => {
                    drafts::keep(app, context.now(), context.path(), &form, &token).await?
                }
                None => None,
            };
            let back_to = if draft.is_some() {
                "/continue".into()
            } else {
                context.here()
            };
            return Err(AppError::SignInFirst { back_to, draft });
        };
        check_token(&context, app, &form)?;
        Ok(Self {
            actor,
            form: marked(form),
        })
    }
}

/// A form that came back after signing in is shown again before it acts.
fn marked(mut form: Form) -> Form {
    if form.value("_review") == "1" {
        form.refuse(FieldError::new("", "review"));
    }
    form.forget("_review");
    form.forget("csrf");
    form
}

pub(super) fn check_token(context: &Context, app: &Shared, form: &Form) -> Result<(), AppError> {
    let expected = app.sessions.csrf_token(&context.inner.browser);
    if crate::secrets::same(expected.as_bytes(), form.value("csrf").as_bytes()) {
        Ok(())
    } else {
        Err(AppError::ForeignForm)
    }
}

pub(super) fn context_of(request: &Request) -> Result<Context, AppError> {
    let context = request.extensions().get::<Context>().cloned();
    context.ok_or_else(|| AppError::internal("no context"))
}

/// Reads a form. One that a page of ours sent is remembered in the context, so that an error page can give it back.
pub(super) async fn read(context: &Context, request: Request, app: &App) -> Result<Form, AppError> {
    let source = source_of(request.headers(), &app.config.base_url);
    if source == Source::Foreign {
        return Err(AppError::ForeignForm);
    }
    let kind = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(AppError::Unreadable);
    }
    let bytes = read_body(request.into_body(), MOST_BYTES).await?;
    let pairs: Vec<(String, String)> =
        serde_urlencoded::from_bytes(&bytes).map_err(|_| AppError::Unreadable)?;
    if pairs.len() > MOST_FIELDS {
        return Err(AppError::TooLarge);
    }
    let form = Form::from_pairs(pairs);
    if source == Source::Own {
        let _ = context.inner.typed.set(form.clone());
    }
    Ok(form)
}

async fn read_body(body: Body, most: usize) -> Result<Bytes, AppError> {
    axum::body::to_bytes(body, most).await.map_err(|error| {
        let mut cause: Option<&dyn std::error::Error> = Some(&error);
        while let Some(error) = cause {
            if error.to_string().contains("limit") {
                return AppError::TooLarge;
            }
            cause = error.source();
        }
        AppError::Unreadable
    })
}

/// Where a form came from, as its browser tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// A page of ours.
    Own,
    /// A page of another site: refused even if it had guessed a token.
    Foreign,
    /// The browser does not say.
    Unknown,
}

pub(super) fn source_of(headers: &HeaderMap, base_url: &str) -> Source {
    let site = headers.get("sec-fetch-site");
    if site.is_some_and(|site| site == "cross-site" || site == "same-site") {
        return Source::Foreign;
    }
    match headers.get(ORIGIN) {
        None if site.is_some_and(|site| site == "same-origin") => Source::Own,
        None => Source::Unknown,
        Some(origin) if is_ours(origin, headers.get(HOST), base_url) => Source::Own,
        Some(_) => Source::Foreign,
    }
}

/// The origin is the address of the configuration, or the host that was asked, by TLS if that is how people reach us.
fn is_ours(origin: &HeaderValue, host: Option<&HeaderValue>, base_url: &str) -> bool {
    if origin == base_url {
        return true;
    }
    let schemes: &[&str] = if base_url.starts_with("https://") {
        &["https://"]
    } else {
        &["http://", "https://"]
    };
    let (Ok(origin), Some(host)) = (origin.to_str(), host) else {
        return false;
    };
    let mut authorities = schemes
        .iter()
        .filter_map(|scheme| origin.strip_prefix(scheme));
    authorities.any(|authority| !authority.is_empty() && host == authority)
}
