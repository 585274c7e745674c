//! The API: JSON under `/api/v1`, errors as `application/problem+json` (RFC 9457). Only shapes, and calls of the rooms.

mod catalogue;

use axum::Router;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use database::DbError;
use serde::Serialize;

use crate::app::Shared;

/// Routes of the API.
pub fn routes() -> Router<Shared> {
    catalogue::routes()
}

/// Why the API gave nothing.
#[derive(Clone, Debug)]
pub enum Problem {
    /// There is no such thing, or it is not for this caller.
    NotFound,
    /// The request can not be understood; the sentence says what is wrong.
    BadRequest(&'static str),
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

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, title) = match &self {
            Self::NotFound => (StatusCode::NOT_FOUND, "There is no such thing"),
            Self::BadRequest(_) => (StatusCode::BAD_REQUEST, "The request can not be understood"),
            Self::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "Try again in a minute"),
            Self::Internal => (StatusCode::INTERNAL_SERVER_ERROR, "This is our mistake"),
        };
        let mut body =
            serde_json::json!({ "type": "about:blank", "title": title, "status": status.as_u16() });
        if let Self::BadRequest(detail) = self {
            body["detail"] = detail.into();
        }
        (
            status,
            [(CONTENT_TYPE, "application/problem+json")],
            body.to_string(),
        )
            .into_response()
    }
}

/// An answer with status 200.
fn json(value: &impl Serialize) -> Result<Response, Problem> {
    let body = serde_json::to_string(value).map_err(|error| {
        tracing::error!(%error, "an answer of the API can not be written");
        Problem::Internal
    })?;
    Ok(([(CONTENT_TYPE, "application/json")], body).into_response())
}
