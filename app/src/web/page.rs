//! The frame around every page: language, viewer, navigation, the line that says what has just been done.

use super::Context;
use crate::i18n::{Lang, Translator};
use crate::search_engines::in_language;
use crate::text::Bit;

/// What `layout.html` needs.
#[derive(Clone, Debug)]
pub struct Page {
    /// Speaks the reader's language.
    pub t: Translator,
    /// Whoever is signed in.
    pub viewer: Option<Viewer>,
    /// CSRF token for the forms of the page.
    pub csrf: String,
    /// Path asked for.
    pub path: String,
    /// What the page does; its `<title>` and, mostly, its heading.
    pub title: String,
    /// The staff's density.
    pub dense: bool,
    /// Whether this is the demo.
    pub demo: bool,
    /// What has just been done.
    pub notice: Option<Notice>,
    /// What organisations announce to those whom the page concerns.
    pub announced: Vec<Announced>,
    /// For search engines.
    pub description: Option<String>,
    /// Name of the installation.
    pub site_name: String,
    query: String,
    context: Context,
}

/// Whoever looks at the page.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// Given name and surname.
    pub name: String,
    /// Whether the staff pages are open.
    pub staff: bool,
    /// Whether this is a teenager's sign-in to the record that a parent holds.
    pub is_linked: bool,
}

/// One line at the top of a page.
#[derive(Clone, Debug)]
pub struct Notice {
    /// `done`, `attention`, `problem` or `information`.
    pub kind: &'static str,
    /// In the reader's language.
    pub text: String,
}

/// What an organisation announces, at the top of a page.
#[derive(Clone, Debug)]
pub struct Announced {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Code of the language that it is in.
    pub lang: &'static str,
    /// Its text: paragraphs, each in words and links.
    pub paragraphs: Vec<Vec<Bit>>,
    /// Who announces it.
    pub whose: String,
    /// Until when, in the reader's words.
    pub until: String,
    /// The address that puts it away; for visitors there is none.
    pub put_away: Option<String>,
}

impl Page {
    pub(super) fn new(context: &Context, title: String) -> Self {
        let inner = &context.inner;
        let t = inner.t;
        Self {
            t,
            viewer: inner.actor.as_ref().map(|actor| Viewer {
                name: actor.name.clone(),
                staff: actor.is_staff(),
                is_linked: actor.is_linked,
            }),
            csrf: context.csrf(),
            path: inner.path.clone(),
            title,
            dense: false,
            demo: inner.app.demo,
            notice: inner.flash.as_ref().map(|code| Notice {
                kind: "done",
                text: t.get(&format!("flash-{code}")).to_string(),
            }),
            announced: Vec::new(),
            description: None,
            site_name: inner.app.config.site_name.clone(),
            query: inner.query.clone(),
            context: context.clone(),
        }
    }

    /// The same page in the staff's density.
    #[must_use]
    pub fn dense(mut self) -> Self {
        self.dense = true;
        self
    }

    /// The same page with a description for search engines.
    #[must_use]
    pub fn described(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// The same page with what organisations announce at the top.
    #[must_use]
    pub fn announcing(mut self, announced: Vec<Announced>) -> Self {
        self.announced = announced;
        self
    }

    /// The same page with a notice at the top.
    #[must_use]
    pub fn noticed(mut self, kind: &'static str, text: impl std::fmt::Display) -> Self {
        self.notice = Some(Notice {
            kind,
            text: text.to_string(),
        });
        self
    }

    /// Whether the page lies at or below this path; the navigation marks it.
    pub fn is_at(&self, path: &str) -> bool {
        self.path
            .strip_prefix(path)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Code of the reader's language.
    pub fn lang(&self) -> &'static str {
        self.t.lang().code()
    }

    /// This page in another language; the rest of the query is kept.
    pub fn lang_link(&self, code: &str) -> String {
        let kept = self
            .query
            .split('&')
            .filter(|part| !part.is_empty() && !part.starts_with("lang="));
        let query: Vec<&str> = kept.collect();
        let separator = if query.is_empty() { "" } else { "&" };
        format!("{}?{}{separator}lang={code}", self.path, query.join("&"))
    }

    /// Where this page is in each language, for search engines: what `link` says of it, the code of a language, and the address
    /// with the language.
    pub fn addresses(&self, address: &str) -> Vec<(&'static str, &'static str, String)> {
        let own = in_language(address, self.t.lang());
        let others = Lang::ALL.map(|lang| ("alternate", lang.code(), in_language(address, lang)));
        let mut all = vec![("canonical", "", own)];
        all.extend(others);
        all.push(("alternate", "x-default", address.to_owned()));
        all
    }

    /// All languages, in the order in which they are offered.
    pub fn langs(&self) -> [Lang; 3] {
        Lang::ALL
    }

    /// Address of a stylesheet, script or picture; it changes with the content, so browsers keep it for good.
    pub fn asset(&self, name: &str) -> String {
        self.context.inner.app.assets.address(name)
    }
}
