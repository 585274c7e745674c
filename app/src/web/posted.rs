//! Forms that were sent: read, checked to come from our own page, and kept when the session had ended meanwhile.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{HeaderMap, Uri};

use super::{AppError, Context, cookies};
use crate::accounts::{Actor, drafts};
use crate::app::Shared;
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
        let (context, form) = read(request, app).await?;
        check_token(&context, app, &form)?;
        Ok(Self { form: marked(form) })
    }
}

impl FromRequest<Shared> for PostedBy {
    type Rejection = AppError;

    async fn from_request(request: Request, app: &Shared) -> Result<Self, AppError> {
        let session = cookies::read(request.headers(), cookies::SESSION).map(str::to_owned);
        let (context, form) = read(request, app).await?;
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

fn check_token(context: &Context, app: &Shared, form: &Form) -> Result<(), AppError> {
    let expected = app.sessions.csrf_token(&context.inner.browser);
    if crate::secrets::same(expected.as_bytes(), form.value("csrf").as_bytes()) {
        Ok(())
    } else {
        Err(AppError::ForeignForm)
    }
}

async fn read(request: Request, app: &Shared) -> Result<(Context, Form), AppError> {
    let context = request
        .extensions()
        .get::<Context>()
        .cloned()
        .ok_or_else(|| AppError::internal("no context"))?;
    check_origin(request.headers(), &app.config.base_url)?;
    let kind = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    if !kind.starts_with("application/x-www-form-urlencoded") {
        return Err(AppError::Unreadable);
    }
    let bytes = read_body(request.into_body(), MOST_BYTES).await?;
    let pairs: Vec<(String, String)> =
        serde_urlencoded::from_bytes(&bytes).map_err(|_| AppError::Unreadable)?;
    if pairs.len() > MOST_FIELDS {
        return Err(AppError::TooLarge);
    }
    Ok((context, Form::from_pairs(pairs)))
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

/// A form of another site is refused even if it had guessed a token.
pub(super) fn check_origin(headers: &HeaderMap, base_url: &str) -> Result<(), AppError> {
    if headers
        .get("sec-fetch-site")
        .is_some_and(|site| site == "cross-site")
    {
        return Err(AppError::ForeignForm);
    }
    let Some(origin) = headers.get(ORIGIN).and_then(|value| value.to_str().ok()) else {
        return Ok(());
    };
    let host = headers
        .get(HOST)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let authority = origin
        .parse::<Uri>()
        .ok()
        .and_then(|uri| uri.authority().map(ToString::to_string))
        .unwrap_or_default();
    if origin == base_url || (!authority.is_empty() && authority == host) {
        Ok(())
    } else {
        Err(AppError::ForeignForm)
    }
}
