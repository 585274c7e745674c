//! For machines that watch over the installation: `/healthz`, `/readyz`, `/metrics`.

use std::sync::OnceLock;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use crate::app::Shared;

/// Upper bounds of the histogram of durations, in seconds.
const BOUNDS: [f64; 11] = [
    0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.01, 0.05, 0.25, 1.0, 5.0, 30.0,
];

static METRICS: OnceLock<PrometheusHandle> = OnceLock::new();

/// Begins to count. A second call changes nothing.
pub fn install_metrics() {
    if METRICS.get().is_none()
        && let Ok(builder) = PrometheusBuilder::new().set_buckets(&BOUNDS)
        && let Ok(handle) = builder.install_recorder()
    {
        let _ = METRICS.set(handle);
    }
}

/// Sums up what was measured, which piles up in memory otherwise; called every few seconds.
pub(super) fn sum_up() {
    if let Some(handle) = METRICS.get() {
        handle.run_upkeep();
    }
}

/// Methods are anybody's to make up; the labels of a metric are not.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}

pub(super) fn count(route: &str, method: &Method, status: u16, elapsed: Duration) {
    let labels = [
        ("route", route.to_owned()),
        ("method", known(method).to_owned()),
        ("status", status.to_string()),
    ];
    metrics::counter!("zapis_requests_total", &labels).increment(1);
    metrics::histogram!("zapis_request_seconds", "route" => route.to_owned())
        .record(elapsed.as_secs_f64());
}

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/healthz", get(async || "ok"))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
}

async fn ready(State(app): State<Shared>) -> Response {
    let pending = database::pending(&app.db, crate::MIGRATIONS).await;
    match pending {
        Ok(list) if list.is_empty() => "ready".into_response(),
        Ok(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "migrations are pending: run zapis migrate",
        )
            .into_response(),
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer",
        )
            .into_response(),
    }
}

async fn metrics(State(app): State<Shared>, headers: HeaderMap) -> Response {
    let expected = app
        .config
        .metrics_token
        .as_ref()
        .filter(|token| !token.is_empty())
        .map(|token| format!("Bearer {token}"));
    let given = headers
        .get(AUTHORIZATION)
        .map(axum::http::HeaderValue::as_bytes)
        .unwrap_or_default();
    let open = app.demo
        || expected.is_some_and(|expected| crate::secrets::same(expected.as_bytes(), given));
    match METRICS.get() {
        Some(handle) if open => (
            [(CONTENT_TYPE, "text/plain; version=0.0.4")],
            handle.render(),
        )
            .into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}
