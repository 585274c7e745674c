//! Too much at once, too often, too slow, or broken inside: each is met with a page, and nothing else suffers.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::Request;
use axum::http::header::{
    ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, RETRY_AFTER,
};
use axum::routing::get;
use database::DbError;
use zapis::config::Config;

use crate::site::Site;
use crate::web::{FORM, US, ask, form};

/// The body counts what was pulled out of it.
#[tokio::test]
async fn an_upload_of_a_gigabyte_is_refused_unread() {
    const CHUNK: usize = 64 * 1024;
    let site = Site::real(Config::default()).await;
    for (with_length, kind) in [
        (true, FORM),
        (false, FORM),
        (true, "multipart/form-data; boundary=x"),
    ] {
        let pulled = Arc::new(AtomicUsize::new(0));
        let counter = pulled.clone();
        let chunk = Bytes::from(vec![b'a'; CHUNK]);
        let chunks = (0..1 << 14).map(move |_| {
            counter.fetch_add(CHUNK, Ordering::Relaxed);
            Ok::<_, std::io::Error>(chunk.clone())
        });
        let body = Body::from_stream(futures_util::stream::iter(chunks));
        let mut request = Request::post("/register").header(CONTENT_TYPE, kind);
        if with_length {
            request = request.header(CONTENT_LENGTH, 1_u64 << 30);
        }
        ask(site.router(), request, body).await.is_page(413, "pl");
        assert!(pulled.load(Ordering::Relaxed) < 10 * CHUNK, "{pulled:?}");
    }
}

#[tokio::test]
async fn a_handler_that_panics_or_dawdles_takes_nothing_with_it() {
    let site = Site::real(Config::default()).await;
    let pages = axum::Router::new()
        .route("/panics", get(async || -> &'static str { panic!("a bug") }))
        .route(
            "/dawdles",
            get(async || std::future::pending::<&'static str>().await),
        )
        .route("/fine", get(async || "fine"));
    let router = zapis::web::surrounded(&site.app, pages, Duration::from_millis(20));
    for lang in ["pl", "ru", "en"] {
        let request = |path: &str| Request::get(path).header(ACCEPT_LANGUAGE, lang);
        for (path, status) in [("/panics", 500), ("/dawdles", 503)] {
            let seen = ask(router.clone(), request(path), "").await;
            seen.is_page(status, lang);
            // The request's number: 16 letters and digits.
            let text = seen.text();
            let number = text.split_once("<span class=\"code\">").unwrap().1;
            assert_eq!(number.find('<'), Some(16), "{number}");
            assert!(!text.contains("a bug"), "{text}");
        }
        assert_eq!(
            ask(router.clone(), request("/fine"), "").await.text(),
            "fine"
        );
    }
}

#[tokio::test]
async fn guessing_is_slowed_down() {
    let site = Site::real(Config::default()).await;
    let mut browser = site.browser();
    browser.says_origin(US);
    browser.get("/sign-in?lang=en").await;
    browser.follow().await;
    let fields = [
        ("email", "anna@school.example"),
        ("password", "guess"),
        ("next", "/courses"),
    ];
    for _ in 0..10 {
        browser.get("/sign-in").await;
        browser.post("/sign-in", &fields).await.is(422);
    }
    browser.get("/sign-in").await;
    browser
        .post("/sign-in", &fields)
        .await
        .is(429)
        .says("Too many attempts")
        .says("anna@school.example")
        .says_not("guess");
    let token = browser.last.input("csrf").unwrap();
    let visitor = browser.cookie("zapis_visitor").unwrap();
    let request = form("/sign-in").header(COOKIE, format!("zapis_visitor={visitor}"));
    let body = format!("csrf={token}&email=anna%40school.example&password=guess");
    let seen = ask(site.router(), request, body).await;
    seen.is_page(429, "pl");
    let seconds: u64 = seen.header(&RETRY_AFTER).parse().unwrap();
    assert!((1..=60).contains(&seconds), "{seconds}");
}

#[tokio::test]
async fn machines_are_told_how_it_stands() {
    zapis::web::health::install_metrics();
    let config = Config {
        metrics_token: Some("sesame".into()),
        ..Config::default()
    };
    let site = Site::real(config).await;
    let status = async |path: &str, token: &str| {
        let request = Request::get(path).header(AUTHORIZATION, token);
        ask(site.router(), request, "").await.status
    };
    assert_eq!(status("/healthz", "").await, 200);
    assert_eq!(status("/readyz", "").await, 200);
    assert_eq!(status("/metrics", "").await, 404);
    assert_eq!(status("/metrics", "Bearer wrong").await, 404);
    assert_eq!(status("/metrics", "Bearer sesame").await, 200);
    let forget = site.app.db.write(|tx| {
        Box::pin(async move {
            tx.exec("DELETE FROM schema_migrations WHERE number = 8", &[])
                .await
        })
    });
    forget.await.map_err(|error: DbError| error).unwrap();
    assert_eq!(status("/readyz", "").await, 503);
    site.app.db.close().await;
    assert_eq!(status("/readyz", "").await, 503);
    assert_eq!(status("/healthz", "").await, 200);
    let unset = Site::real(Config::default()).await;
    assert_eq!(
        ask(unset.router(), Request::get("/metrics"), "")
            .await
            .status,
        404
    );
}
