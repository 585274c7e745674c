//! How a file goes out: always to be saved, never to be run in the browser, whole or in parts.

use axum::body::Body;
use axum::http::header::{
    ACCEPT_RANGES, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_SECURITY_POLICY,
    CONTENT_TYPE, ETAG, IF_RANGE, RANGE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};

use super::names::attachment;
use super::ranges::{Wanted, wanted};
use super::{Files, Kind};
use crate::web::AppError;

/// A file as it is handed out.
#[derive(Clone, Debug)]
pub struct Served<'a> {
    /// Its key in the store.
    pub key: &'a str,
    /// The name under which browsers save it.
    pub name: &'a str,
    /// What it is.
    pub kind: &'static Kind,
    /// Bytes.
    pub size: u64,
    /// SHA-256 in hexadecimal digits: its version.
    pub hash: &'a str,
}

/// The answer to a request for a file, with its ranges (206, 416, `If-Range`). Who may have it was asked before, for this
/// very request.
///
/// # Errors
/// [`AppError::Unavailable`] when the store does not give it.
pub async fn send(
    files: &Files,
    file: &Served<'_>,
    asked: &HeaderMap,
) -> Result<Response, AppError> {
    let etag = format!("\"{}\"", file.hash);
    let text = |name: HeaderName| asked.get(name).and_then(|value| value.to_str().ok());
    let part = match wanted(text(RANGE), text(IF_RANGE), &etag, file.size) {
        Wanted::Nowhere => {
            let headers = [
                (CONTENT_RANGE, format!("bytes */{}", file.size)),
                // Not a page: programs ask for ranges, and read the status.
                (CONTENT_TYPE, "application/octet-stream".to_owned()),
            ];
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, headers).into_response());
        }
        Wanted::Whole => None,
        Wanted::Part(part) => Some(part),
    };
    let content = files.read(file.key, part.clone()).await;
    let content = content.map_err(|error| {
        tracing::error!(%error, "a file can not be read");
        AppError::Unavailable
    })?;
    let length = part
        .as_ref()
        .map_or(file.size, |part| part.end - part.start);
    let headers = [
        (CONTENT_TYPE, file.kind.media_type.to_owned()),
        (CONTENT_DISPOSITION, attachment(file.name)),
        (CONTENT_LENGTH, length.to_string()),
        (ACCEPT_RANGES, "bytes".to_owned()),
        (ETAG, etag),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox".to_owned(),
        ),
    ];
    let mut response = (headers, Body::from_stream(content)).into_response();
    if let Some(part) = part {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
        let said = format!("bytes {}-{}/{}", part.start, part.end - 1, file.size);
        if let Ok(said) = said.parse() {
            response.headers_mut().insert(CONTENT_RANGE, said);
        }
    }
    Ok(response)
}
