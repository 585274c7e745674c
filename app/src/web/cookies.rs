//! The cookies, all of them necessary: the session, the language, the browser's CSRF binding, the last notice, a kept form.
//!
//! Behind TLS their names begin with `__Host-`, which browsers only take from this very host over TLS: nobody on a
//! neighbouring host can plant a session or the text that CSRF tokens are bound to. The rest of the program knows the
//! short names; the outer layer translates.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use cookie::{Cookie, SameSite};

use crate::app::App;

/// Token of the sign-in.
pub const SESSION: &str = "zapis_session";
/// Chosen language.
pub const LANG: &str = "zapis_lang";
/// Random text that CSRF tokens of visitors are bound to.
pub const VISITOR: &str = "zapis_visitor";
/// Code of the notice that the next page shows.
pub const FLASH: &str = "zapis_flash";
/// Token of a form that was kept when its session had ended.
pub const DRAFT: &str = "zapis_draft";

const PREFIX: &str = "__Host-";
const OURS: &str = "zapis_";

/// Gives our cookies their short names, and drops those that came without the prefix behind TLS.
pub(super) fn shorten_names(headers: &mut HeaderMap, app: &App) {
    if !app.config.is_behind_tls() || !headers.contains_key(COOKIE) {
        return;
    }
    let pairs = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .map(str::trim)
        .filter(|pair| !pair.starts_with(OURS))
        .map(|pair| pair.strip_prefix(PREFIX).unwrap_or(pair));
    let kept = pairs.collect::<Vec<_>>().join("; ");
    match HeaderValue::from_str(&kept) {
        Ok(value) => headers.insert(COOKIE, value),
        Err(_) => headers.remove(COOKIE),
    };
}

/// The value of a cookie; empty ones count as none.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let pairs = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'));
    pairs
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| {
            (key == name && !value.is_empty() && value.len() <= 200).then_some(value)
        })
}

/// Sets a cookie; `seconds` of life, or none for as long as the browser runs.
pub fn set(
    response: &mut Response,
    app: &App,
    name: &'static str,
    value: &str,
    seconds: Option<i64>,
) {
    let is_behind_tls = app.config.is_behind_tls();
    let prefix = if is_behind_tls { PREFIX } else { "" };
    let mut cookie = Cookie::build((format!("{prefix}{name}"), value.to_owned()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax);
    if is_behind_tls {
        cookie = cookie.secure(true);
    }
    if let Some(seconds) = seconds {
        cookie = cookie.max_age(cookie::time::Duration::seconds(seconds));
    }
    if let Ok(value) = HeaderValue::from_str(&cookie.build().to_string()) {
        response.headers_mut().append(SET_COOKIE, value);
    }
}

/// Takes a cookie away.
pub fn clear(response: &mut Response, app: &App, name: &'static str) {
    set(response, app, name, "", Some(0));
}
