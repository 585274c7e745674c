//! What surrounds every request: its number, language, session, error page, headers and the line in the log.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, USER_AGENT};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD};
use futures_util::FutureExt;

use super::context::Inner;
use super::{AppError, Context, again, cookies, errors, headers};
use crate::app::Shared;
use crate::i18n::{Lang, Translator};

const YEAR: i64 = 365 * 24 * 3600;

/// The outermost layer.
pub(super) async fn surround(
    State(app): State<Shared>,
    mut request: Request,
    next: Next,
) -> Response {
    let started = Instant::now();
    cookies::shorten_names(request.headers_mut(), &app);
    let method = request.method().clone();
    let headers = request.headers();
    let chosen = lang_of_query(request.uri().query().unwrap_or_default());
    let keeps_cookies = headers.contains_key(COOKIE);
    let mut context = context_of(&app, &request, headers, chosen);
    // Assets are the same for everybody, and are there when the database is not.
    let is_asset = context.path().starts_with("/assets/");
    let found = if is_asset {
        Ok(())
    } else {
        find_viewer(&app, &mut context, headers, chosen).await
    };
    let is_read = method == Method::GET || method == Method::HEAD;
    let (answer, route) = match found {
        Err(error) => {
            again::keep(&context, request).await;
            (error.into_response(), None)
        }
        // Whoever keeps no cookies, as programs that search the web, would lose the language on the way.
        Ok(()) if chosen.is_some() && is_read && keeps_cookies => {
            (Redirect::to(&without_lang(&context)).into_response(), None)
        }
        Ok(()) => run(&context, request, next).await,
    };
    let mut response = present(&context, answer, &method);
    note(&context, &response, route.as_ref(), &method, started);
    set_cookies(&app, &context, chosen, &mut response);
    headers::add(&app, response.headers_mut());
    if !is_asset {
        headers::vary_by_reader(response.headers_mut());
    }
    response
}

/// Has the request answered; a handler that panics takes nothing else with it.
async fn run(
    context: &Context,
    mut request: Request,
    next: Next,
) -> (Response, Option<MatchedPath>) {
    request.extensions_mut().insert(context.clone());
    let route = request.extensions().get::<MatchedPath>().cloned();
    let answer = std::panic::AssertUnwindSafe(next.run(request))
        .catch_unwind()
        .await;
    let answer =
        answer.unwrap_or_else(|_| AppError::internal("a handler panicked").into_response());
    (answer, route)
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
            typed: OnceLock::new(),
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
    let found = app.sessions.find(&app.db, token, context.now()).await;
    if let (Some(inner), Err(_)) = (Arc::get_mut(&mut context.inner), &found) {
        // A form that is offered again belongs to this sign-in once the database is back.
        token.clone_into(&mut inner.browser);
        inner.new_visitor = false;
    }
    let actor = found?;
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
        // The last one: those before it may be the visitor's own invention.
        .and_then(|name| headers.get_all(name.as_str()).iter().next_back());
    let named = named
        .and_then(|value| value.to_str().ok())
        .and_then(|list| list.rsplit(',').next()?.trim().parse().ok());
    let connected = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|info| info.0.ip());
    // On a socket for both kinds, IPv4 addresses come as IPv6 ones, all from one network.
    named
        .or(connected)
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |address: IpAddr| {
            address.to_canonical()
        })
}

fn lang_of_query(query: &str) -> Option<Lang> {
    query
        .split('&')
        .find_map(|part| Lang::from_code(part.strip_prefix("lang=")?))
}

fn without_lang(context: &Context) -> String {
    let kept = context
        .query()
        .split('&')
        .filter(|part| !part.is_empty() && !part.starts_with("lang="));
    context.here_with(&kept.collect::<Vec<_>>().join("&"))
}

/// The page in place of an error: of a handler, or of the layers and extractors below, which only speak to machines.
fn present(context: &Context, answer: Response, method: &Method) -> Response {
    if let Some(error) = answer.extensions().get::<AppError>().cloned() {
        return errors::present(context, &error);
    }
    let kind = answer.headers().get(CONTENT_TYPE);
    let is_for_machines = kind.is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    let status = answer.status();
    if !is_for_machines || !(status.is_client_error() || status.is_server_error()) {
        return answer;
    }
    let is_read = method == Method::GET || method == Method::HEAD;
    let error = match status {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => AppError::NotFound,
        StatusCode::REQUEST_TIMEOUT => AppError::Unavailable,
        StatusCode::PAYLOAD_TOO_LARGE => AppError::TooLarge,
        // An address that can not be read leads nowhere.
        StatusCode::BAD_REQUEST if is_read => AppError::NotFound,
        status if status.is_client_error() => AppError::Unreadable,
        status => AppError::internal(format!("an answer with status {status}")),
    };
    errors::present(context, &error)
}

/// The line in the log and the count; the route's pattern, not the address: addresses hold tokens and ids.
fn note(
    context: &Context,
    answer: &Response,
    route: Option<&MatchedPath>,
    method: &Method,
    started: Instant,
) {
    let route = route.map_or("none", MatchedPath::as_str);
    let (status, elapsed) = (answer.status().as_u16(), started.elapsed());
    tracing::debug!(request_id = context.request_id(), %method, route, status, micros = u64::try_from(elapsed.as_micros()).unwrap_or(u64::MAX), "answered");
    super::health::count(route, method, status, elapsed);
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
