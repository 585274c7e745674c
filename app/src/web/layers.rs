//! What surrounds every request: its number, language, session, error page, headers and the line in the log.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, USER_AGENT, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD};
use futures_util::FutureExt;

use super::context::Inner;
use super::{AppError, Context, cookies, errors};
use crate::app::Shared;
use crate::i18n::{Lang, Translator};

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const YEAR: i64 = 365 * 24 * 3600;

/// The outermost layer.
pub(super) async fn surround(
    State(app): State<Shared>,
    mut request: Request,
    next: Next,
) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let headers = request.headers();
    let chosen = lang_of_query(request.uri().query().unwrap_or_default());
    let mut context = context_of(&app, &request, headers, chosen);
    let mut response = match find_viewer(&app, &mut context, headers, chosen).await {
        Err(error) => errors::present(&context, error),
        Ok(()) if chosen.is_some() && method == Method::GET => {
            Redirect::to(&without_lang(&context)).into_response()
        }
        Ok(()) => {
            request.extensions_mut().insert(context.clone());
            let route = request.extensions().get::<MatchedPath>().cloned();
            let answer = std::panic::AssertUnwindSafe(next.run(request))
                .catch_unwind()
                .await;
            let answer =
                answer.unwrap_or_else(|_| AppError::internal("a handler panicked").into_response());
            let route = answer.extensions().get::<MatchedPath>().cloned().or(route);
            finish(&context, answer, route, &method, started)
        }
    };
    set_cookies(&app, &context, chosen, &mut response);
    set_headers(&app, &mut response);
    response
}

fn context_of(
    app: &Shared,
    request: &Request,
    headers: &HeaderMap,
    chosen: Option<Lang>,
) -> Context {
    let spoken = headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .and_then(Lang::from_accept_language);
    let lang = chosen
        .or_else(|| cookies::read(headers, cookies::LANG).and_then(Lang::from_code))
        .or(spoken)
        .unwrap_or_default();
    let device = headers
        .get(USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let visitor = cookies::read(headers, cookies::VISITOR).map(str::to_owned);
    let is_new_visitor = visitor.is_none();
    let flash = cookies::read(headers, cookies::FLASH)
        .filter(|code| Translator::new(lang).has(&format!("flash-{code}")));
    Context {
        inner: Arc::new(Inner {
            app: app.clone(),
            t: Translator::new(lang),
            now: app.clock.now(),
            request_id: BASE32_NOPAD.encode(&app.random.bytes::<10>()),
            actor: None,
            path: request.uri().path().to_owned(),
            query: request.uri().query().unwrap_or_default().to_owned(),
            client: client_of(app, request, headers),
            device: device.chars().take(200).collect(),
            browser: visitor.unwrap_or_else(|| BASE64URL_NOPAD.encode(&app.random.bytes::<16>())),
            new_visitor: is_new_visitor,
            form_shown: AtomicBool::new(false),
            flash: flash.map(str::to_owned),
            draft_token: cookies::read(headers, cookies::DRAFT).map(str::to_owned),
        }),
    }
}

/// Finds who is signed in; the account's language serves where neither the address nor the cookie chose one.
async fn find_viewer(
    app: &Shared,
    context: &mut Context,
    headers: &HeaderMap,
    chosen: Option<Lang>,
) -> Result<(), AppError> {
    let Some(token) = cookies::read(headers, cookies::SESSION) else {
        return Ok(());
    };
    let actor = app.sessions.find(&app.db, token, context.now()).await?;
    if let (Some(inner), Some(actor)) = (Arc::get_mut(&mut context.inner), actor) {
        if chosen.is_none() && cookies::read(headers, cookies::LANG).is_none() {
            inner.t = Translator::new(actor.lang);
        }
        token.clone_into(&mut inner.browser);
        inner.new_visitor = false;
        inner.actor = Some(actor);
    }
    Ok(())
}

fn client_of(app: &Shared, request: &Request, headers: &HeaderMap) -> IpAddr {
    let named = app
        .config
        .client_address_header
        .as_ref()
        .and_then(|name| headers.get(name.as_str()));
    let named = named
        .and_then(|value| value.to_str().ok())
        .and_then(|list| list.rsplit(',').next()?.trim().parse().ok());
    let connected = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|info| info.0.ip());
    named
        .or(connected)
        .unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
}

fn lang_of_query(query: &str) -> Option<Lang> {
    query
        .split('&')
        .find_map(|part| Lang::from_code(part.strip_prefix("lang=")?))
}

fn without_lang(context: &Context) -> String {
    let kept: Vec<&str> = context
        .query()
        .split('&')
        .filter(|part| !part.is_empty() && !part.starts_with("lang="))
        .collect();
    // Two slashes at the start would lead to another host.
    let path = format!("/{}", context.path().trim_start_matches('/'));
    if kept.is_empty() {
        path
    } else {
        format!("{path}?{}", kept.join("&"))
    }
}

fn finish(
    context: &Context,
    answer: Response,
    route: Option<MatchedPath>,
    method: &Method,
    started: Instant,
) -> Response {
    let answer = match answer.extensions().get::<AppError>().cloned() {
        Some(error) => errors::present(context, error),
        None => match answer.status() {
            StatusCode::METHOD_NOT_ALLOWED => errors::present(context, AppError::NotFound),
            StatusCode::REQUEST_TIMEOUT => errors::present(context, AppError::Unavailable),
            StatusCode::PAYLOAD_TOO_LARGE => errors::present(context, AppError::TooLarge),
            StatusCode::BAD_REQUEST
                if !answer
                    .headers()
                    .contains_key(axum::http::header::CONTENT_TYPE) =>
            {
                errors::present(context, AppError::Unreadable)
            }
            _ => answer,
        },
    };
    // The route's pattern, not the address: addresses hold tokens and ids.
    let route = route.as_ref().map_or("none", MatchedPath::as_str);
    let (status, elapsed) = (answer.status().as_u16(), started.elapsed());
    tracing::debug!(request_id = context.request_id(), %method, route, status, micros = u64::try_from(elapsed.as_micros()).unwrap_or(u64::MAX), "answered");
    super::health::count(route, method, status, elapsed);
    answer
}

fn set_cookies(app: &Shared, context: &Context, chosen: Option<Lang>, response: &mut Response) {
    if let Some(lang) = chosen {
        cookies::set(response, app, cookies::LANG, lang.code(), Some(YEAR));
    }
    let inner = &context.inner;
    if inner.new_visitor && inner.form_shown.load(Ordering::Relaxed) {
        cookies::set(response, app, cookies::VISITOR, &inner.browser, None);
    }
    if inner.flash.is_some() && !response.status().is_redirection() {
        cookies::clear(response, app, cookies::FLASH);
    }
}

fn set_headers(app: &Shared, response: &mut Response) {
    let headers = response.headers_mut();
    // A handler may have set a policy of its own.
    headers
        .entry(CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(POLICY));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // Pages whose address is a secret set a stricter one.
    if !headers.contains_key(REFERRER_POLICY) {
        headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    }
    headers.insert(
        PERMISSIONS_POLICY,
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=()"),
    );
    headers.insert(OPENER_POLICY, HeaderValue::from_static("same-origin"));
    if app.config.is_behind_tls() {
        headers.insert(
            STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        );
    }
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    }
}
