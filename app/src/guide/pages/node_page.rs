//! The page of one question or end as it is written: its form, where it leads and what leads there, how it will look.

use askama::Template;

use super::HERE;
use super::shown::Shown;
use super::staff::{kind_of, place_of};
use crate::app::Shared;
use crate::forms::Form;
use crate::guide::writing::{ANSWERS, KINDS};
use crate::guide::{Draft, ENTRANCES, Guide, Node, PLACES, Whom, address_of, draft};
use crate::i18n::{Lang, Translator};
use crate::requests::RequestKind;
use crate::web::{AppError, Context, Page};

/// Empty rows for more answers.
const MORE_ROWS: usize = 2;

/// The fields of an answer.
struct Row {
    number: usize,
    pl: &'static str,
    ru: &'static str,
    en: &'static str,
    to: &'static str,
}

#[derive(Template)]
#[template(path = "guide/node.html")]
pub(super) struct NodePage {
    page: Page,
    form: Form,
    action: String,
    is_new: bool,
    /// Its address on the site; empty for a new one.
    address: String,
    kind: String,
    /// Name, address, whether it is this one.
    kinds: Vec<(String, String, bool)>,
    rows: Vec<Row>,
    /// What answers can lead to: last part of the address, and title.
    targets: Vec<(String, String)>,
    places: Vec<(&'static str, String)>,
    whoms: Vec<(&'static str, String)>,
    /// Kinds of messages.
    requests: Vec<(&'static str, String)>,
    /// In each language, when nothing is wrong with it.
    shown: Vec<Shown>,
    /// Whether pages of the program lead there.
    is_entrance: bool,
    /// Address and title of the questions that lead there.
    leading: Vec<(String, String)>,
}

/// What is written: one that is there, or a new one.
pub(super) struct Opened {
    pub(super) draft: Draft,
    /// The last part of its address; none for a new one.
    pub(super) slug: Option<String>,
}

impl Opened {
    pub(super) async fn read(app: &Shared, slug: Option<String>) -> Result<Self, AppError> {
        let read = app.db.read(|tx| Box::pin(draft(tx)));
        let draft = read.await?;
        match &slug {
            Some(slug) if draft.guide.find(slug).is_none() => Err(AppError::NotFound),
            _ => Ok(Self { draft, slug }),
        }
    }

    pub(super) fn node(&self) -> Option<&Node> {
        self.draft.guide.find(self.slug.as_deref()?)
    }

    fn address(&self) -> String {
        match &self.slug {
            Some(slug) => place_of(slug),
            None => format!("{HERE}/new"),
        }
    }

    /// The page with this form; what is fine is shown as it will look.
    pub(super) fn page(&self, ctx: &Context, form: Form, node: Option<&Node>) -> NodePage {
        let (t, guide, action) = (ctx.t(), &self.draft.guide, self.address());
        let kind = form.value("kind").to_owned();
        let tab = |one: &str| {
            let href = format!("{action}?kind={one}");
            (kind_of(t, one), href, one == kind)
        };
        let slug = self.slug.as_deref().unwrap_or_default();
        let title = match self.node() {
            Some(node) => node.title.of(t.lang()).to_owned(),
            None => t.get("guide-new").to_string(),
        };
        let shown = node.map(|node| {
            let of = |lang| Shown::new(node, lang, |slug| format!("{HERE}/preview/{slug}"));
            Vec::from(Lang::ALL.map(of))
        });
        NodePage {
            page: ctx.page(title).dense(),
            kinds: KINDS.iter().map(|one| tab(one)).collect(),
            rows: rows(&form),
            targets: targets(t, guide, slug),
            places: places(t),
            requests: RequestKind::ALL
                .map(|kind| (kind.code(), t.get(&kind.key()).to_string()))
                .into(),
            whoms: Whom::ALL
                .map(|one| {
                    (
                        one.code(),
                        t.get(&format!("guide-whom-{}", one.code())).to_string(),
                    )
                })
                .into(),
            shown: shown.unwrap_or_default(),
            is_new: self.slug.is_none(),
            is_entrance: ENTRANCES.contains(&slug),
            leading: leading(t, guide, slug),
            address: self.slug.as_deref().map_or_else(String::new, address_of),
            action,
            kind,
            form,
        }
    }
}

/// As many as have something in them, and some more.
fn rows(form: &Form) -> Vec<Row> {
    let is_filled = |fields: &[&str; 4]| fields.iter().any(|field| !form.value(field).is_empty());
    let filled = ANSWERS
        .iter()
        .rposition(is_filled)
        .map_or(0, |last| last + 1);
    let rows = ANSWERS.iter().enumerate().take(filled + MORE_ROWS);
    rows.map(|(index, &[pl, ru, en, to])| Row {
        number: index + 1,
        pl,
        ru,
        en,
        to,
    })
    .collect()
}

fn targets(t: Translator, guide: &Guide, slug: &str) -> Vec<(String, String)> {
    let others = guide.nodes.iter().filter(|one| one.slug != slug);
    let named = |one: &Node| {
        (
            one.slug.clone(),
            format!("{} ({})", one.title.of(t.lang()), one.slug),
        )
    };
    others.map(named).collect()
}

fn places(t: Translator) -> Vec<(&'static str, String)> {
    let place = |(code, address): &(&'static str, &str)| {
        let name = t.get(&format!("guide-place-{code}")).to_string();
        (*code, format!("{name} ({address})"))
    };
    PLACES.iter().map(place).collect()
}

fn leading(t: Translator, guide: &Guide, slug: &str) -> Vec<(String, String)> {
    guide
        .leading_to(slug)
        .map(|one| (place_of(&one.slug), one.title.of(t.lang()).to_owned()))
        .collect()
}
