//! An installation to try things on: a fresh database, a clock that stands still, browsers without scripts.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use axum::http::header::{
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, LOCATION, ORIGIN, REFERRER_POLICY, SET_COOKIE,
    USER_AGENT,
};
use axum::http::{HeaderMap, Request, StatusCode};
use database::Db;
use jiff::Timestamp;
use tower::ServiceExt;
use zapis::app::{App, Parts, Shared};
use zapis::clock::Clock;
use zapis::config::Config;
use zapis::random::Random;
use zapis::secrets::RootKey;

/// When every story begins: Sunday, 22 November 2026, 10:00 in Warsaw.
pub const START: &str = "2026-11-22T09:00:00Z";

/// Runs one story on both databases: `name::sqlite` and `name::postgres`.
macro_rules! on_both {
    ($($(#[$meta:meta])* async fn $name:ident($site:ident: Site) $body:block)*) => {$(
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports, reason = "short stories need little")]
            use super::*;
            async fn story($site: $crate::site::Site) $body
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                story($crate::site::Site::on_sqlite().await).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                story($crate::site::Site::on_postgres().await).await;
            }
        }
    )*};
}
pub(crate) use on_both;

/// An installation.
pub struct Site {
    pub app: Shared,
    router: Router,
    _database: Box<dyn std::any::Any + Send + Sync>,
}

impl Site {
    pub async fn on_sqlite() -> Self {
        let fresh = database::testing::fresh_sqlite().await.unwrap();
        let db: Db = (*fresh).clone();
        Self::on(db, Box::new(fresh)).await
    }

    pub async fn on_postgres() -> Self {
        let fresh = database::testing::fresh_postgres().await.unwrap();
        let db: Db = (*fresh).clone();
        Self::on(db, Box::new(fresh)).await
    }

    async fn on(db: Db, guard: Box<dyn std::any::Any + Send + Sync>) -> Self {
        database::migrate(&db, zapis::MIGRATIONS).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let config = Config {
            files_url: format!("file:{}/files", folder.path().display()),
            ..Config::default()
        };
        Self::with(db, Box::new((guard, folder)), config, true).await
    }

    /// An installation on SQLite as administrators have it, without what only the demo has.
    pub async fn real(config: Config) -> Self {
        let fresh = database::testing::fresh_sqlite().await.unwrap();
        let db: Db = (*fresh).clone();
        database::migrate(&db, zapis::MIGRATIONS).await.unwrap();
        Self::with(db, Box::new(fresh), config, false).await
    }

    /// An installation on a migrated database; all have the same key.
    pub async fn with(
        db: Db,
        guard: Box<dyn std::any::Any + Send + Sync>,
        config: Config,
        demo: bool,
    ) -> Self {
        let start: Timestamp = START.parse().unwrap();
        let parts = Parts {
            config,
            db,
            clock: Clock::standing_at(start),
            random: Random::seeded(1),
            key: RootKey::from_bytes([7; 32]),
            demo,
        };
        let app = App::assemble(parts).await.unwrap();
        Self {
            router: zapis::web::site(&app),
            app,
            _database: guard,
        }
    }

    /// A browser that nobody is signed in on.
    pub fn browser(&self) -> Browser {
        Browser {
            router: self.router.clone(),
            cookies: BTreeMap::new(),
            agent: String::new(),
            origin: None,
            last: Answer::default(),
        }
    }

    /// The site without a browser.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    pub fn now(&self) -> Timestamp {
        self.app.clock.now()
    }
}

/// What came back.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    pub status: u16,
    pub location: Option<String>,
    pub kind: String,
    pub policy: String,
    pub referrer_policy: String,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    /// A header's text; empty when there is none.
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Whether these words are there, as they are read: a blank that does not break is a blank.
    fn reads(&self, words: &str) -> bool {
        let plain = |text: &str| text.replace('\u{a0}', " ");
        plain(&self.text()).contains(&plain(words))
    }

    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        assert!(
            self.reads(words),
            "status {}, no {words:?} in:\n{}",
            self.status,
            self.text()
        );
        self
    }

    #[track_caller]
    pub fn says_not(&self, words: &str) -> &Self {
        assert!(!self.reads(words), "{words:?} is in:\n{}", self.text());
        self
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(
            self.status,
            status,
            "location {:?}:\n{}",
            self.location,
            self.text()
        );
        self
    }

    /// The answer is a redirect to this address.
    #[track_caller]
    pub fn goes_to(&self, address: &str) -> &Self {
        assert_eq!(
            (self.status, self.location.as_deref()),
            (303, Some(address)),
            "{}",
            self.text()
        );
        self
    }

    /// Value of a hidden or visible input of the page.
    pub fn input(&self, name: &str) -> Option<String> {
        let text = self.text();
        let at = text.find(&format!("name=\"{name}\""))?;
        let (start, end) = (text[..at].rfind('<')?, at + text[at..].find('>')?);
        let value = text[start..end].split_once("value=\"")?.1;
        Some(unescape(&value[..value.find('"')?]))
    }
}

fn unescape(text: &str) -> String {
    text.replace("&#34;", "\"")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}

/// A browser without scripts: keeps cookies, sends forms with the CSRF token of the page it is on.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    /// What the browser calls itself (`User-Agent`).
    pub agent: String,
    origin: Option<&'static str>,
    pub last: Answer,
}

impl Browser {
    pub async fn get(&mut self, address: &str) -> Answer {
        self.send(Request::get(address), Body::empty()).await
    }

    /// Asks for an address with these headers.
    pub async fn get_with(&mut self, address: &str, headers: &[(&str, &str)]) -> Answer {
        let request = headers
            .iter()
            .fold(Request::get(address), |request, (name, value)| {
                request.header(*name, *value)
            });
        self.send(request, Body::empty()).await
    }

    /// Sends a form with a file and the token of the page shown last.
    pub async fn upload(
        &mut self,
        address: &str,
        fields: &[(&str, &str)],
        (name, content): (&str, &[u8]),
    ) -> Answer {
        let csrf = self.last.input("csrf").unwrap_or_default();
        let mut body = Vec::new();
        for (field, value) in [("csrf", csrf.as_str())].iter().chain(fields) {
            let part = format!(
                "--line\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n--line--\r\n");
        self.upload_body(address, Body::from(body)).await
    }

    /// Sends a body as a form with a file; its parts are divided by `line`.
    pub async fn upload_body(&mut self, address: &str, body: Body) -> Answer {
        let kind = "multipart/form-data; boundary=line";
        let request = Request::post(address).header(CONTENT_TYPE, kind);
        self.send(request, body).await
    }

    /// Sends a form with the token of the page shown last.
    pub async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.last.input("csrf").unwrap_or_default();
        let mut pairs = vec![("csrf", csrf.as_str())];
        pairs.extend_from_slice(fields);
        self.post_raw(address, &serde_urlencoded::to_string(pairs).unwrap())
            .await
    }

    /// Opens a page and sends its form.
    pub async fn fill(&mut self, page: &str, address: &str, fields: &[(&str, &str)]) -> Answer {
        self.get(page).await.is(200);
        self.post(address, fields).await
    }

    /// Sends bytes as a form.
    pub async fn post_raw(&mut self, address: &str, body: &str) -> Answer {
        let mut request =
            Request::post(address).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(origin) = self.origin {
            request = request.header(ORIGIN, origin);
        }
        self.send(request, Body::from(body.to_owned())).await
    }

    /// Follows the redirect that came last.
    pub async fn follow(&mut self) -> Answer {
        let address = self
            .last
            .location
            .clone()
            .expect("the last answer is a redirect");
        self.get(&address).await
    }

    /// Says where forms come from, as all browsers of today do.
    pub fn says_origin(&mut self, origin: &'static str) {
        self.origin = Some(origin);
    }

    /// Goes on where this router answers, with the same cookies.
    pub fn move_to_router(&mut self, router: Router) {
        self.router = router;
    }

    /// Goes on at another site with the same cookies.
    pub fn move_to(&mut self, site: &Site) {
        self.router = site.router();
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.into(), value.into());
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: Body) -> Answer {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = request
            .header(COOKIE, cookies.join("; "))
            .header(USER_AGENT, &self.agent)
            .body(body)
            .unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        for value in response.headers().get_all(SET_COOKIE) {
            let (name, rest) = value.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap_or_default();
            if value.is_empty() {
                self.cookies.remove(name)
            } else {
                self.cookies.insert(name.into(), value.into())
            };
        }
        let header = |headers: &HeaderMap, name| {
            let value = headers.get(name).and_then(|value| value.to_str().ok());
            value.map(str::to_owned)
        };
        let referrer_policy = header(response.headers(), REFERRER_POLICY).unwrap_or_default();
        let (location, kind, policy, status) = (
            header(response.headers(), LOCATION),
            header(response.headers(), CONTENT_TYPE).unwrap_or_default(),
            header(response.headers(), CONTENT_SECURITY_POLICY).unwrap_or_default(),
            response.status(),
        );
        let headers = response.headers().clone();
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX)
            .await
            .unwrap()
            .to_vec();
        assert_ne!(
            status,
            StatusCode::INTERNAL_SERVER_ERROR,
            "{}",
            String::from_utf8_lossy(&bytes)
        );
        self.last = Answer {
            status: status.as_u16(),
            location,
            kind,
            policy,
            referrer_policy,
            headers,
            bytes,
        };
        self.last.clone()
    }
}
