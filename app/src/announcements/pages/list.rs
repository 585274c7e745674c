//! The announcements of one's branches: now, to come, over.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::page::audience_in_words;
use super::{HERE, today};
use crate::announcements::permissions::{announces_in, may_announce};
use crate::announcements::rules::{Standing, standing};
use crate::announcements::{Announcement, store};
use crate::app::Shared;
use crate::catalogue::editing::pages::Ways;
use crate::i18n::Translator;
use crate::notices::AnnouncementId;
use crate::organisations::Tree;
use crate::web::{AppError, Context, Page, show};

struct Tab {
    text: String,
    href: String,
    is_here: bool,
    count: usize,
}

/// An announcement in the list.
struct Line {
    href: String,
    title: String,
    organisation: String,
    audience: String,
    days: String,
    mailed: String,
    is_withdrawn: bool,
}

#[derive(Template)]
#[template(path = "announcements/list.html")]
struct ListPage {
    page: Page,
    ways: Ways,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
}

/// `GET /staff/announcements?show=coming`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let (actor, t, tree) = (ctx.staff()?, ctx.t(), app.organisations.current());
    if announces_in(actor, &tree).is_empty() {
        return Err(AppError::NotFound);
    }
    let read = app.db.read(|tx| {
        Box::pin(async move {
            let all: Vec<Announcement> = tx.all(store::LIST_NEWEST, &[]).await?;
            let mailed: Vec<(AnnouncementId, i64)> = tx.all(store::LIST_MAILED_PEOPLE, &[]).await?;
            Ok::<_, DbError>((all, mailed))
        })
    });
    let (mut all, mailed) = read.await?;
    let mailed: HashMap<AnnouncementId, i64> = mailed.into_iter().collect();
    all.retain(|one| may_announce(actor, &tree, one.organisation_id).is_some());
    let asked = ctx.asked("show");
    let asked = asked.and_then(|code| Standing::from_code(&code));
    let (asked, day) = (asked.unwrap_or(Standing::Current), today(&ctx));
    let tab = |one: &Standing| Tab {
        text: t
            .get(&format!("announcements-show-{}", one.code()))
            .to_string(),
        href: format!("{HERE}?show={}", one.code()),
        is_here: *one == asked,
        count: all
            .iter()
            .filter(|other| standing(other, day) == *one)
            .count(),
    };
    let here = all.iter().filter(|one| standing(one, day) == asked);
    show(&ListPage {
        page: ctx.page(t.get("announcements-title")).dense(),
        ways: Ways::of(actor),
        tabs: Standing::ALL.iter().map(tab).collect(),
        lines: here
            .map(|one| line(t, &tree, one, mailed.get(&one.id).copied()))
            .collect(),
    })
}

fn line(t: Translator, tree: &Tree, one: &Announcement, mailed: Option<i64>) -> Line {
    let draft = &one.draft;
    let text = draft.texts.for_reader(t.lang(), draft.language);
    let home = tree.find(one.organisation_id);
    Line {
        href: format!("{HERE}/{}", one.id),
        title: text.map(|(_, text)| text.title.clone()).unwrap_or_default(),
        organisation: home.map(|home| home.name.clone()).unwrap_or_default(),
        audience: audience_in_words(t, draft.audience),
        days: t.plain_period(draft.from_on, draft.until_on),
        mailed: match mailed {
            Some(people) => t
                .get("announcements-letters")
                .int("count", people)
                .to_string(),
            None => t.get("announcements-not-mailed").to_string(),
        },
        is_withdrawn: one.withdrawn_at.is_some(),
    }
}
