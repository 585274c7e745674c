//! Who asks, in which language, when: made once per request by the outer layer, handed to every handler.

use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jiff::Timestamp;

use super::{AppError, Page};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::forms::Form;
use crate::i18n::{Lang, Translator};

/// The request's surroundings.
#[derive(Clone)]
pub struct Context {
    pub(super) inner: Arc<Inner>,
}

pub(super) struct Inner {
    pub(super) app: Shared,
    pub(super) t: Translator,
    pub(super) now: Timestamp,
    pub(super) request_id: String,
    pub(super) actor: Option<Arc<Actor>>,
    pub(super) path: String,
    pub(super) query: String,
    pub(super) client: IpAddr,
    pub(super) device: String,
    /// What CSRF tokens of this browser are bound to: the session's token, or the visitor's cookie.
    pub(super) browser: String,
    pub(super) new_visitor: bool,
    /// Whether a page was made that may hold a form, so that a visitor needs the cookie.
    pub(super) form_shown: AtomicBool,
    pub(super) flash: Option<String>,
    pub(super) draft_token: Option<String>,
    /// The form that came with the request, if a page of ours sent it.
    pub(super) typed: OnceLock<Form>,
}

impl std::fmt::Debug for Context {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Context")
            .field("request_id", &self.inner.request_id)
            .finish_non_exhaustive()
    }
}

impl Context {
    /// The translator of the reader's language.
    pub fn t(&self) -> Translator {
        self.inner.t
    }

    /// The reader's language.
    pub fn lang(&self) -> Lang {
        self.inner.t.lang()
    }

    /// The instant of the request.
    pub fn now(&self) -> Timestamp {
        self.inner.now
    }

    /// The path asked for.
    pub fn path(&self) -> &str {
        &self.inner.path
    }

    /// The query as sent, without the question mark.
    pub fn query(&self) -> &str {
        &self.inner.query
    }

    /// A field of the query, decoded; the first of several with this name.
    pub fn asked(&self, name: &str) -> Option<String> {
        url::form_urlencoded::parse(self.inner.query.as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    }

    /// The number that is in the log and on error pages.
    pub fn request_id(&self) -> &str {
        &self.inner.request_id
    }

    /// Network address of the asking side.
    pub fn client(&self) -> IpAddr {
        self.inner.client
    }

    /// The browser's own description, cut to 200 characters.
    pub fn device(&self) -> &str {
        &self.inner.device
    }

    /// Whoever is signed in.
    pub fn viewer(&self) -> Option<&Arc<Actor>> {
        self.inner.actor.as_ref()
    }

    /// Whoever is signed in, or the way to the sign-in page and back.
    ///
    /// # Errors
    /// [`AppError::SignInFirst`] when nobody is.
    pub fn actor(&self) -> Result<&Arc<Actor>, AppError> {
        self.inner
            .actor
            .as_ref()
            .ok_or_else(|| AppError::SignInFirst {
                back_to: self.here(),
                draft: None,
            })
    }

    /// Staff who is signed in; for others the page does not exist.
    ///
    /// # Errors
    /// [`AppError::SignInFirst`] when nobody is signed in, [`AppError::NotFound`] for those without any role.
    pub fn staff(&self) -> Result<&Arc<Actor>, AppError> {
        let actor = self.actor()?;
        if actor.is_staff() {
            Ok(actor)
        } else {
            Err(AppError::NotFound)
        }
    }

    /// The address asked for, with its query. It can be gone to: it never leads to another host.
    pub fn here(&self) -> String {
        self.here_with(&self.inner.query)
    }

    /// The path asked for, with another query.
    pub(super) fn here_with(&self, query: &str) -> String {
        // Two slashes at the start would lead to another host, and browsers read a backslash as a slash.
        let path = self.inner.path.trim_start_matches(['/', '\\']);
        if query.is_empty() {
            format!("/{path}")
        } else {
            format!("/{path}?{query}")
        }
    }

    /// Whether nothing on the page speaks to this reader alone: nobody is signed in, and nothing was just done.
    pub fn is_plain_visit(&self) -> bool {
        self.inner.actor.is_none() && self.inner.flash.is_none()
    }

    /// The CSRF token of this browser.
    pub fn csrf(&self) -> String {
        self.inner.form_shown.store(true, Ordering::Relaxed);
        self.inner.app.sessions.csrf_token(&self.inner.browser)
    }

    /// The token under which a form was kept when its session had ended.
    pub fn draft_token(&self) -> Option<&str> {
        self.inner.draft_token.as_deref()
    }

    /// The frame of a page with this title.
    pub fn page(&self, title: impl std::fmt::Display) -> Page {
        Page::new(self, title.to_string())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Context {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AppError> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(|| AppError::internal("a request without its context"))
    }
}
