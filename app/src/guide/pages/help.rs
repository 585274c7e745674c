//! What everybody reads, and the same of a draft or an earlier version for whoever writes it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::offices;
use super::shown::Shown;
use super::{HERE, permit};
use crate::app::Shared;
use crate::guide::rules::way_to;
use crate::guide::{ENTRANCES, Guide, START, address_of, draft, in_force, version};
use crate::i18n::Lang;
use crate::web::{AppError, Context, Page, go, show};

#[derive(Template)]
#[template(path = "guide/help.html")]
struct HelpPage {
    page: Page,
    /// The one address of the page, for search engines.
    canonical: String,
    shown: Shown,
    /// Address and title of the questions before.
    steps: Vec<(String, String)>,
}

/// `GET /help`
pub(super) async fn start(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    shown(&app, &ctx, START).await
}

/// `GET /help/{slug}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(slug): Path<String>,
) -> Result<Response, AppError> {
    match slug.as_str() {
        START => Ok(go(&address_of(START))),
        slug => shown(&app, &ctx, slug).await,
    }
}

async fn shown(app: &Shared, ctx: &Context, slug: &str) -> Result<Response, AppError> {
    let read = app.db.read(|tx| Box::pin(in_force(tx)));
    let (_, guide) = read.await?;
    let Some(node) = guide.find(slug) else {
        // A guide that was published before this program was installed may not have what its pages lead to.
        let is_entrance = slug != START && ENTRANCES.contains(&slug);
        return if is_entrance {
            Ok(go(&address_of(START)))
        } else {
            Err(AppError::NotFound)
        };
    };
    let mut shown = Shown::new(node, ctx.lang(), address_of);
    if let Some(visit) = &mut shown.visit {
        let places = offices::find(app, (ctx.t(), ctx.now()), visit.whom, ctx.asked("q")).await?;
        visit.places = Some(places);
    }
    let page = ctx.page(&shown.title).described(shown.description());
    show(&HelpPage {
        page,
        canonical: format!("{}{}", app.config.base_url, address_of(slug)),
        steps: steps(&guide, slug, ctx.lang(), address_of),
        shown,
    })
}

/// Address and title of the questions before, on the shortest way.
fn steps(
    guide: &Guide,
    slug: &str,
    lang: Lang,
    address: impl Fn(&str) -> String,
) -> Vec<(String, String)> {
    let way = way_to(guide, slug).into_iter();
    way.map(|one| (address(&one.slug), one.title.of(lang).to_owned()))
        .collect()
}

#[derive(Template)]
#[template(path = "guide/preview.html")]
struct PreviewPage {
    page: Page,
    /// Which version it is.
    what: String,
    /// Language, address, whether it is this one.
    languages: Vec<(String, String, bool)>,
    shown: Shown,
    steps: Vec<(String, String)>,
}

/// `GET /staff/guide/preview/{slug}?version=3&in=ru`: what is being written, or a version; 0 is the guide of the program.
pub(super) async fn preview(
    State(app): State<Shared>,
    ctx: Context,
    Path(slug): Path<String>,
) -> Result<Response, AppError> {
    permit(ctx.staff()?)?;
    let number = ctx.asked("version").map(|typed| typed.parse::<i64>());
    let number = number.transpose().map_err(|_| AppError::NotFound)?;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            match number {
                Some(number) => version(tx, number).await,
                None => Ok(draft(tx).await?.guide),
            }
        })
    });
    let guide = read.await?;
    let node = guide.find(&slug).ok_or(AppError::NotFound)?;
    let asked = ctx.asked("in").and_then(|code| Lang::from_code(&code));
    let (t, lang) = (ctx.t(), asked.unwrap_or(ctx.lang()));
    let address = |slug: &str, lang: Lang| {
        let version = number.map_or_else(String::new, |number| format!("&version={number}"));
        format!("{HERE}/preview/{slug}?in={}{version}", lang.code())
    };
    let mut shown = Shown::new(node, lang, |slug| address(slug, lang));
    if let Some(visit) = &mut shown.visit {
        visit.places = Some(offices::find(&app, (shown.t, ctx.now()), visit.whom, None).await?);
    }
    let tab = |one: Lang| {
        let name = t
            .get(&format!("letter-texts-in-{}", one.code()))
            .to_string();
        (name, address(&slug, one), one == lang)
    };
    show(&PreviewPage {
        page: ctx.page(t.get("guide-preview-title")),
        what: match number {
            None => t.get("guide-preview-draft").to_string(),
            Some(0) => t.get("guide-version-standard").to_string(),
            Some(number) => t.get("guide-version").int("version", number).to_string(),
        },
        languages: Lang::ALL.into_iter().map(tab).collect(),
        steps: steps(&guide, &slug, lang, |slug| address(slug, lang)),
        shown,
    })
}
