//! Files that pages make and hand out.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::files::attachment;

/// A list that spreadsheets open.
pub const CSV: &str = "text/csv; charset=utf-8";
/// Entries for a calendar (RFC 5545).
pub const ICS: &str = "text/calendar; charset=utf-8";
/// A document to print.
pub const PDF: &str = "application/pdf";
/// A workbook.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Files in one.
pub const ZIP: &str = "application/zip";

/// An answer that browsers save under this name, in whatever alphabet.
pub fn download(kind: &'static str, name: &str, content: impl IntoResponse) -> Response {
    let headers = [
        (CONTENT_TYPE, kind.to_owned()),
        (CONTENT_DISPOSITION, attachment(name)),
    ];
    (headers, content).into_response()
}
