//! The API: JSON under `/api/v1`, errors as `application/problem+json` (RFC 9457). Only shapes, and calls of the rooms.

pub mod answers_store;
mod bearer;
mod catalogue;
mod once;
mod payments;

use axum::Router;
use axum::http::HeaderValue;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::response::{IntoResponse, Response};
use database::DbError;
use serde::Serialize;

use crate::app::Shared;
pub use once::purge;

/// Routes of the API.
pub fn routes() -> Router<Shared> {
    catalogue::routes().merge(payments::routes())
}

/// Why the API gave nothing.
#[derive(Clone, Debug)]
pub enum Problem {
    /// There is no such thing, or it is not for this caller.
    NotFound,
    /// The request can not be understood; the sentence says what is wrong.
    BadRequest(&'static str),
    /// Nobody is known by the token, or none came.
    Unauthorized,
    /// It can be understood, and can not be done; the sentence says why.
    Unprocessable(String),
    /// Something else is on its way.
    Conflict(&'static str),
    /// More bytes than are taken.
    TooLarge(&'static str),
    /// The database is busy or away; trying again helps.
    Unavailable,
    /// A defect; the reason is in the log.
    Internal,
}

impl From<DbError> for Problem {
    fn from(error: DbError) -> Self {
        if error == DbError::NotFound {
            return Self::NotFound;
        }
        tracing::error!(%error, "the database refuses an API request");
        match error {
            DbError::Retry | DbError::ReadOnly | DbError::Full | DbError::Unavailable => {
                Self::Unavailable
            }
            _ => Self::Internal,
        }
    }
}

impl Problem {
    /// Status and body (RFC 9457).
    fn parts(&self) -> (StatusCode, String) {
        let (status, title) = match self {
            Self::NotFound => (StatusCode::NOT_FOUND, "There is no such thing"),
            Self::BadRequest(_) => (StatusCode::BAD_REQUEST, "The request can not be understood"),
            Self::Unauthorized => (StatusCode::UNAUTHORIZED, "Send a bearer token that holds"),
            Self::Unprocessable(_) => (StatusCode::UNPROCESSABLE_ENTITY, "This can not be done"),
            Self::Conflict(_) => (StatusCode::CONFLICT, "Try again in a minute"),
            Self::TooLarge(_) => (StatusCode::PAYLOAD_TOO_LARGE, "The request is too large"),
            Self::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "Try again in a minute"),
            Self::Internal => (StatusCode::INTERNAL_SERVER_ERROR, "This is our mistake"),
        };
        let mut body =
            serde_json::json!({ "type": "about:blank", "title": title, "status": status.as_u16() });
        match self {
            Self::BadRequest(detail) | Self::Conflict(detail) | Self::TooLarge(detail) => {
                body["detail"] = (*detail).into();
            }
            Self::Unprocessable(detail) => body["detail"] = detail.as_str().into(),
            _ => {}
        }
        (status, body.to_string())
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, body) = self.parts();
        answer(status, body)
    }
}

/// A body of JSON; of a problem when the status says so.
fn answer(status: StatusCode, body: String) -> Response {
    let is_problem = status.is_client_error() || status.is_server_error();
    let kind = if is_problem {
        "application/problem+json"
    } else {
        "application/json"
    };
    let mut response = (status, [(CONTENT_TYPE, kind)], body).into_response();
    if status == StatusCode::UNAUTHORIZED {
        response
            .headers_mut()
            .insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

/// An answer with status 200.
fn json(value: &impl Serialize) -> Result<Response, Problem> {
    let body = serde_json::to_string(value).map_err(|error| {
        tracing::error!(%error, "an answer of the API can not be written");
        Problem::Internal
    })?;
    Ok(answer(StatusCode::OK, body))
}
