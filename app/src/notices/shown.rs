//! The notices of a page, in the reader's words.

use std::collections::HashSet;

use database::DbError;
use jiff::civil::Date;

use super::notice_store::{self as store, Joined};
use super::rules::{concerns, concerns_staff, is_public_at};
use super::{AnnouncementId, Notice};
use crate::accounts::{AccountId, Actor, OrganisationId};
use crate::app::Shared;
use crate::clock::zone;
use crate::i18n::Translator;
use crate::organisations::Tree;
use crate::text::linked;
use crate::web::{Announced, AppError, Context};

/// What everybody sees at the pages of an organisation. Asks the database for nothing where a visitor looks, or nothing is
/// announced.
///
/// # Errors
/// The database does not answer.
pub async fn at_organisation(
    app: &Shared,
    ctx: &Context,
    organisation: OrganisationId,
) -> Result<Vec<Announced>, AppError> {
    let tree = app.organisations.current();
    let found = on_this_day(app, ctx, |notice| is_public_at(notice, &tree, organisation));
    shown(app, ctx, &tree, &found).await
}

/// What concerns whoever is signed in as somebody who takes part, or has children who do.
///
/// # Errors
/// The database does not answer.
pub async fn for_account(app: &Shared, ctx: &Context) -> Result<Vec<Announced>, AppError> {
    let Some(account_id) = ctx.viewer().map(|actor| actor.account_id) else {
        return Ok(Vec::new());
    };
    let found = on_this_day(app, ctx, |_| true);
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let read = app.db.read(move |tx| {
        Box::pin(async move { tx.all::<Joined>(store::LIST_JOINED, &[&account_id]).await })
    });
    let joined = read.await.map_err(|error: DbError| error)?;
    let tree = app.organisations.current();
    let meant = found
        .into_iter()
        .filter(|notice| concerns(notice, &tree, &joined));
    let found: Vec<Notice> = meant.collect();
    shown(app, ctx, &tree, &found).await
}

/// What concerns a member of the staff.
///
/// # Errors
/// The database does not answer.
pub async fn for_staff(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
) -> Result<Vec<Announced>, AppError> {
    let tree = app.organisations.current();
    let found = on_this_day(app, ctx, |notice| concerns_staff(notice, &tree, actor));
    shown(app, ctx, &tree, &found).await
}

fn today(ctx: &Context) -> Date {
    ctx.now().to_zoned(zone()).date()
}

fn on_this_day(app: &Shared, ctx: &Context, is_meant: impl Fn(&Notice) -> bool) -> Vec<Notice> {
    let kept = app.notices.current();
    let found = kept.on(today(ctx)).filter(|notice| is_meant(notice));
    found.cloned().collect()
}

/// Those that the reader has not put away, in the reader's words.
async fn shown(
    app: &Shared,
    ctx: &Context,
    tree: &Tree,
    found: &[Notice],
) -> Result<Vec<Announced>, AppError> {
    let viewer = ctx.viewer().map(|actor| actor.account_id);
    let gone = match viewer {
        Some(account_id) if !found.is_empty() => put_away(app, account_id).await?,
        _ => HashSet::new(),
    };
    let left = found.iter().filter(|notice| !gone.contains(&notice.id));
    Ok(left
        .map(|notice| announced(ctx.t(), tree, notice, viewer.is_some()))
        .collect())
}

async fn put_away(
    app: &Shared,
    account_id: AccountId,
) -> Result<HashSet<AnnouncementId>, AppError> {
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            tx.all::<AnnouncementId>(store::LIST_PUT_AWAY, &[&account_id])
                .await
        })
    });
    let ids = read.await.map_err(|error: DbError| error)?;
    Ok(ids.into_iter().collect())
}

/// A notice as a page shows it.
pub fn announced(t: Translator, tree: &Tree, notice: &Notice, can_be_put_away: bool) -> Announced {
    let found = notice.texts.for_reader(t.lang(), notice.language);
    let (lang, text) = found.map_or((notice.language, None), |(lang, text)| (lang, Some(text)));
    let whose = tree.find(notice.organisation_id);
    let lines = text.map_or("", |text| text.text.as_str()).lines();
    Announced {
        id: notice.id.to_string(),
        title: text.map(|text| text.title.clone()).unwrap_or_default(),
        lang: lang.code(),
        paragraphs: lines
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(linked)
            .collect(),
        whose: whose.map(|one| one.name.clone()).unwrap_or_default(),
        until: t
            .get("announcements-shown-until")
            .text("day", t.day_of(notice.until_on))
            .to_string(),
        put_away: can_be_put_away.then(|| format!("/notices/{}/put-away", notice.id)),
    }
}
