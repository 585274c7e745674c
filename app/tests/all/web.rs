//! What surrounds every page, tried by somebody who means no good.

use axum::body::Body;
use axum::http::header::{
    ACCEPT_ENCODING, ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY,
    CONTENT_TYPE, COOKIE, LOCATION, ORIGIN, REFERRER_POLICY, SET_COOKIE, STRICT_TRANSPORT_SECURITY,
    VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::request::Builder;
use axum::http::{HeaderMap, HeaderName, Request};
use database::DbError;
use tower::ServiceExt;
use zapis::config::Config;

use crate::register;
use crate::site::{Site, on_both};

pub const FORM: &str = "application/x-www-form-urlencoded";
pub const US: &str = "http://127.0.0.1:8080";

pub struct Seen {
    pub status: u16,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Seen {
    pub fn header(&self, name: &HeaderName) -> String {
        let values = self.headers.get_all(name).iter();
        let values: Vec<_> = values
            .map(|value| String::from_utf8_lossy(value.as_bytes()))
            .collect();
        values.join(", ")
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// A page of ours with this status, in this language.
    #[track_caller]
    pub fn is_page(&self, status: u16, lang: &str) {
        let text = self.text();
        assert_eq!(self.status, status, "{text}");
        assert!(text.contains(&format!("<html lang=\"{lang}\">")), "{text}");
        assert!(text.contains("</html>"), "{text}");
    }
}

pub async fn ask(router: axum::Router, request: Builder, body: impl Into<Body>) -> Seen {
    let request = request.body(body.into()).unwrap();
    let response = router.oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    Seen {
        status: parts.status.as_u16(),
        headers: parts.headers,
        bytes: bytes.to_vec(),
    }
}

pub fn form(address: &str) -> Builder {
    Request::post(address).header(CONTENT_TYPE, FORM)
}

fn behind_tls() -> Config {
    Config {
        base_url: "https://zapisy.example".into(),
        ..Config::default()
    }
}

type Header<'a> = Option<(HeaderName, &'a [u8])>;

fn stylesheet(site: &Site) -> String {
    site.app.assets.address("zapis.css")
}

#[tokio::test]
async fn every_answer_has_its_headers() {
    for (config, hsts) in [
        (Config::default(), ""),
        (behind_tls(), "max-age=31536000; includeSubDomains"),
    ] {
        let site = Site::real(config).await;
        let css = stylesheet(&site);
        for address in [
            "/",
            "/courses",
            "/no/such",
            "/sign-in",
            "/?lang=en",
            "/my/profile",
            "/healthz",
            "/readyz",
            "/metrics",
            &css,
        ] {
            let seen = ask(site.router(), Request::get(address), "").await;
            let policy = seen.header(&CONTENT_SECURITY_POLICY);
            assert!(policy.starts_with("default-src 'none';"), "{address}");
            assert!(policy.contains("frame-ancestors 'none'"), "{address}");
            assert!(!policy.contains("unsafe"), "{address}");
            assert_eq!(seen.header(&X_CONTENT_TYPE_OPTIONS), "nosniff", "{address}");
            assert_eq!(seen.header(&REFERRER_POLICY), "same-origin", "{address}");
            assert_eq!(seen.header(&STRICT_TRANSPORT_SECURITY), hsts, "{address}");
            let cache = seen.header(&CACHE_CONTROL);
            let kept = if address == css {
                "public, max-age=31536000, immutable"
            } else {
                "private, no-store"
            };
            assert_eq!(cache, kept, "{address}");
        }
    }
}

/// A table becomes blocks on a phone; paper is narrow too, and has a table.
#[tokio::test]
async fn tables_stay_tables_on_paper() {
    let site = Site::real(Config::default()).await;
    let seen = ask(site.router(), Request::get(stylesheet(&site)), "").await;
    let css = String::from_utf8(seen.bytes).unwrap();
    let (before, _) = css.split_once(".fold").unwrap();
    let (_, condition) = before.rsplit_once("@media").unwrap();
    assert!(condition.starts_with(" screen and "), "{condition}");
    let paper = css.split("@media print").nth(1).unwrap();
    assert!(!paper.contains(".fold"), "{paper}");
}

#[tokio::test]
async fn pages_and_assets_are_compressed_and_say_on_what_they_depend() {
    let site = Site::real(Config::default()).await;
    let css = stylesheet(&site);
    for address in [css.as_str(), "/sign-in", "/courses"] {
        let packed = Request::get(address).header(ACCEPT_ENCODING, "gzip, br");
        let packed = ask(site.router(), packed, "").await;
        let plain = ask(site.router(), Request::get(address), "").await;
        assert_eq!(packed.header(&CONTENT_ENCODING), "gzip", "{address}");
        assert_eq!(plain.header(&CONTENT_ENCODING), "", "{address}");
        assert!(packed.bytes.len() * 2 < plain.bytes.len(), "{address}");
        let is_page = address != css;
        for seen in [packed, plain] {
            let vary = seen.header(&VARY).to_lowercase();
            assert!(vary.contains("accept-encoding"), "{address}: {vary}");
            assert_eq!(vary.contains("cookie"), is_page, "{address}: {vary}");
            assert_eq!(vary.contains("accept-language"), is_page, "{address}");
        }
    }
}

#[tokio::test]
async fn cookies_are_bound_to_this_very_host_behind_tls() {
    let site = Site::real(behind_tls()).await;
    let seen = ask(site.router(), Request::get("/sign-in"), "").await;
    let cookie = seen.header(&SET_COOKIE);
    assert!(cookie.starts_with("__Host-zapis_visitor="), "{cookie}");
    for part in ["; HttpOnly", "; SameSite=Lax", "; Secure", "; Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
    let own = Request::get("/sign-in").header(COOKIE, "a=b; __Host-zapis_visitor=abc");
    let own = ask(site.router(), own, "").await;
    assert_eq!(own.header(&SET_COOKIE), "");
    let planted = Request::get("/sign-in").header(COOKIE, "zapis_visitor=abc");
    let planted = ask(site.router(), planted, "").await;
    assert!(planted.header(&SET_COOKIE).contains("zapis_visitor="));
}

/// Whoever sends the form: another site, somebody without a token, somebody with the token of another browser.
#[tokio::test]
async fn forms_of_others_do_nothing() {
    let site = Site::real(Config::default()).await;
    let mut other = site.browser();
    other.get("/register").await;
    let foreign = other.last.input("csrf").unwrap();
    let mut mine = site.browser();
    mine.get("/register").await;
    let (token, visitor) = (
        mine.last.input("csrf").unwrap(),
        mine.cookie("zapis_visitor").unwrap().to_owned(),
    );
    let site_header = HeaderName::from_static("sec-fetch-site");
    let cases: [(&str, Header<'_>); 9] = [
        ("", None),
        (&foreign, None),
        (&token, Some((ORIGIN, b"https://evil.example"))),
        (&token, Some((ORIGIN, b"null"))),
        (&token, Some((ORIGIN, b"\xff"))),
        (
            &token,
            Some((ORIGIN, b"http://127.0.0.1:8080.evil.example")),
        ),
        (
            &token,
            Some((ORIGIN, b"http://evil.example@127.0.0.1:8080")),
        ),
        (&token, Some((site_header.clone(), b"cross-site"))),
        (&token, Some((site_header.clone(), b"same-site"))),
    ];
    for (lang, says) in [("pl", "formularza"), ("ru", "форму"), ("en", "this form")] {
        for (csrf, header) in &cases {
            let mut pairs = vec![("csrf", *csrf)];
            pairs.extend(register::typed(&[]));
            let mut request = form("/register")
                .header(ACCEPT_LANGUAGE, lang)
                .header("host", "127.0.0.1:8080")
                .header(COOKIE, format!("zapis_visitor={visitor}"));
            if let Some((name, value)) = header {
                request = request.header(name, *value);
            }
            let body = serde_urlencoded::to_string(&pairs).unwrap();
            let seen = ask(site.router(), request, body).await;
            seen.is_page(403, lang);
            assert!(seen.text().contains(says), "{}", seen.text());
            // What another site made up is not offered to be sent from here.
            assert!(!seen.text().contains("Białystok"), "{}", seen.text());
        }
    }
    let count = site.app.db.read(|tx| {
        Box::pin(async move { tx.one::<i64>("SELECT COUNT(*) FROM accounts", &[]).await })
    });
    assert_eq!(count.await.map_err(|error: DbError| error), Ok(0));
}

on_both! {
    async fn a_form_that_was_open_for_too_long_comes_back(site: Site) {
        let mut anna = site.browser();
        anna.get("/register?lang=en").await;
        anna.follow().await;
        anna.set_cookie("zapis_visitor", "another");
        anna.says_origin(US);
        anna.post("/register", &register::typed(&[("surname", "\"><script>x")])).await.is(403)
            .says("what you typed is not lost").says("Białystok").says_not("<script>x").says_not("czapla");
        let mut fields = register::typed(&[("surname", "\"><script>x"), ("password", "")]);
        fields.push(("_review", "1"));
        anna.post("/register", &fields).await.is(422).says("look it over").says("Białystok");
        anna.post("/register", &register::typed(&[])).await.is(303);
    }
}

#[tokio::test]
async fn redirects_stay_here() {
    let site = Site::real(Config::default()).await;
    for address in [
        "//evil.example/?lang=en",
        "/\\evil.example/?lang=en",
        "/\\/evil.example?lang=en&a=b",
        "/?lang=en&lang=ru",
        "/courses?q=%0d%0aSet-Cookie:x&lang=pl",
    ] {
        for request in [Request::get(address), Request::head(address)] {
            let request = request.header(COOKIE, "zapis_lang=ru");
            let seen = ask(site.router(), request, "").await;
            assert_eq!(seen.status, 303, "{address}");
            let to = seen.header(&LOCATION);
            let own = to.starts_with('/') && !to[1..].starts_with(['/', '\\']);
            assert!(own && !to.contains("lang="), "{address} leads to {to}");
        }
    }
}

#[tokio::test]
async fn garbage_is_answered_with_a_page() {
    let site = Site::real(Config::default()).await;
    let long = format!("/courses?q={}", "a%20".repeat(15_000));
    for address in [
        "/%00",
        "/%ff%fe",
        "/%",
        "/courses?q=%ff%00",
        "/courses/%00",
        "/courses/99999999999999999999",
        "/courses/-1",
        "/courses/abc",
        "/courses?page=-1&page=x",
        "/..%2f..%2fetc/passwd",
        "/assets/x/..%2f..%2fkey",
        "/sign-in?next=%ff",
        "/check-mail?to=%00",
        "/activate/%00",
        "/password/reset/%ff",
        "/my/profile/%2e%2e",
        &long,
    ] {
        for cookie in [
            "zapis_session=x",
            "zapis_session=\u{fffd}; zapis_flash=%00; ;;=;zapis_lang=xx",
        ] {
            let request = Request::get(address)
                .header(COOKIE, cookie.as_bytes())
                .header(ACCEPT_LANGUAGE, b"\xff;q=nan,ru;q=-1,en;q=9e99".as_slice());
            let seen = ask(site.router(), request, "").await;
            assert!(
                [200, 303, 404].contains(&seen.status),
                "{address}: {}",
                seen.text()
            );
        }
    }
    for method in ["PUT", "DELETE", "OPTIONS", "TRACE", "BREW"] {
        let request = Request::builder().method(method).uri("/courses");
        ask(site.router(), request, "").await.is_page(404, "pl");
    }
    let many = "a=b&".repeat(2_001);
    let big = format!("a={}", "b".repeat(300_000));
    for (kind, body, status) in [
        (FORM, b"csrf=%ff&\0=\xff".to_vec(), 403),
        (FORM, b"\xff\xfe".to_vec(), 403),
        (FORM, many.into_bytes(), 413),
        (FORM, big.into_bytes(), 413),
        ("text/plain", b"a=b".to_vec(), 400),
        ("application/json", b"{}".to_vec(), 400),
        ("multipart/form-data", b"x".to_vec(), 400),
    ] {
        let request = Request::post("/sign-in").header(CONTENT_TYPE, kind);
        ask(site.router(), request, body)
            .await
            .is_page(status, "pl");
    }
}
