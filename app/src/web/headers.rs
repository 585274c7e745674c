//! The headers that every answer has, for people and for machines.

use axum::extract::State;
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, COOKIE, HeaderName, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;

use crate::app::{App, Shared};

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=()";
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const UNKEPT: &str = "private, no-store";

/// The policy of a page whose forms may lead to this origin as well.
pub fn policy_with(origin: &str) -> Option<HeaderValue> {
    let policy = POLICY.replace(
        "form-action 'self'",
        &format!("form-action 'self' {origin}"),
    );
    HeaderValue::from_str(&policy).ok()
}

/// Keeps the address of a page, which holds a token, out of every `Referer`. Not `no-referrer`: with that browsers send
/// forms with `Origin: null`, which is refused as foreign.
pub fn secret_address(mut response: Response) -> Response {
    let policy = HeaderValue::from_static("strict-origin");
    response.headers_mut().insert(REFERRER_POLICY, policy);
    response
}

/// For answers that have no reader, and so no other layer.
pub(super) async fn of_machines(State(app): State<Shared>, mut response: Response) -> Response {
    add(&app, response.headers_mut());
    response
}

/// Adds what is missing; a handler may have set a policy of its own.
pub(super) fn add(app: &App, headers: &mut HeaderMap) {
    let mut or_else = |name: HeaderName, value: &'static str| {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    };
    or_else(CONTENT_SECURITY_POLICY, POLICY);
    or_else(REFERRER_POLICY, "same-origin");
    or_else(PERMISSIONS_POLICY, PERMISSIONS);
    or_else(OPENER_POLICY, "same-origin");
    or_else(RESOURCE_POLICY, "same-origin");
    or_else(X_CONTENT_TYPE_OPTIONS, "nosniff");
    or_else(CACHE_CONTROL, UNKEPT);
    if app.config.is_behind_tls() {
        or_else(
            STRICT_TRANSPORT_SECURITY,
            "max-age=31536000; includeSubDomains",
        );
    }
}

/// Names what a page depends on; assets are the same for everybody.
pub(super) fn vary_by_reader(headers: &mut HeaderMap) {
    for name in [COOKIE, ACCEPT_LANGUAGE] {
        headers.append(VARY, HeaderValue::from(name));
    }
}
