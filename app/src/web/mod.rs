//! The web: from a request to a page. Rooms bring their routes; this room surrounds them with what all need.

mod again;
pub mod assets;
mod context;
pub mod cookies;
mod download;
mod errors;
pub mod headers;
pub mod health;
mod layers;
pub mod limits;
mod minify;
mod page;
mod patient;
mod posted;
mod routes;
mod serve;
mod statements;
mod styleguide;
mod uploaded;

use std::time::Duration;

use askama::Template;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

pub use context::Context;
pub use download::{CSV, ICS, PDF, XLSX, ZIP, download};
pub use errors::AppError;
pub use page::{Announced, Notice, Page, Viewer};
pub use posted::{Posted, PostedBy};
pub use routes::{Route, routes};
pub use serve::{Patience, serve, serve_with};
pub use uploaded::{Uploaded, UploadedByLink, UploadedFile};

use crate::app::{App, Shared};

/// The most bytes of a request; forms take less.
const MOST_BYTES: usize = 20 * 1024 * 1024;
const LONGEST: Duration = Duration::from_secs(30);
/// What surrounds a file in a request: names, the fields beside it.
const AROUND_FILE: u64 = 1024 * 1024;
/// Files come over slow lines; a line that stalls is given up long before.
const LONGEST_WITH_FILE: Duration = Duration::from_hours(1);

/// The whole site.
pub fn site(app: &Shared) -> Router {
    around(app, pages(app.demo), crate::file_routes(), LONGEST)
}

/// Pages with what surrounds every request; each is answered within `longest`.
pub fn surrounded(app: &Shared, pages: Router<Shared>, longest: Duration) -> Router {
    around(app, pages, Router::new(), longest)
}

/// Addresses of files take more bytes and more time, and what they hand out is not packed: ranges count bytes.
fn around(app: &Shared, pages: Router<Shared>, files: Router<Shared>, longest: Duration) -> Router {
    let most_of_files = usize::try_from(crate::files::MOST_BYTES + AROUND_FILE);
    let files = files
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(
            most_of_files.unwrap_or(usize::MAX),
        ))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            LONGEST_WITH_FILE,
        ));
    let pages = pages
        .fallback(async || AppError::NotFound)
        .layer(CompressionLayer::new())
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(MOST_BYTES))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            longest,
        ))
        .merge(files)
        .layer(axum::middleware::from_fn_with_state(
            app.clone(),
            layers::surround,
        ));
    // Machines ask these often; they need no session and no language.
    let machines = health::routes().layer(axum::middleware::map_response_with_state(
        app.clone(),
        headers::of_machines,
    ));
    pages.merge(machines).with_state(app.clone())
}

/// What people use.
fn pages(demo: bool) -> Router<Shared> {
    let samples = if demo {
        styleguide::routes()
    } else {
        Router::new()
    };
    crate::routes(demo)
        .merge(statements::routes())
        .merge(samples)
        .route("/assets/{hash}/{name}", get(assets::serve))
}

/// Everything, without what surrounds it.
fn all_routes(demo: bool) -> Router<Shared> {
    pages(demo)
        .merge(crate::file_routes())
        .merge(health::routes())
}

/// A page with status 200.
///
/// # Errors
/// The template fails, which is a defect.
pub fn show(page: &impl Template) -> Result<Response, AppError> {
    Ok(Html(page.render()?).into_response())
}

/// A form that was refused: status 422, with its errors and everything that was typed.
///
/// # Errors
/// As [`show`].
pub fn show_refused(page: &impl Template) -> Result<Response, AppError> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

/// To an address of our own, with status 303.
pub fn go(address: &str) -> Response {
    Redirect::to(address).into_response()
}

/// To an address of our own, where the notice `flash-<code>` says what has been done.
pub fn go_saying(app: &App, address: &str, code: &str) -> Response {
    let mut response = go(address);
    cookies::set(&mut response, app, cookies::FLASH, code, Some(60));
    response
}
