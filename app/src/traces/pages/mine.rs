//! Who of the staff saw or changed what is known of oneself and one's children.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use crate::app::Shared;
use crate::clock::zone;
use crate::enrolment::reasons::is_told;
use crate::i18n::Translator;
use crate::organisations::Tree;
use crate::traces::rules::once_an_hour;
use crate::traces::store;
use crate::traces::types::{Held, OwnTrace};
use crate::traces::words;
use crate::web::{AppError, Context, Page, show};

/// Entries that are read for one page.
const PER_PAGE: usize = 100;
/// Looks whose reason was given for the family to read.
const LOOKS: [&str; 6] = [
    "account.compare",
    "account.replace_email",
    "account.show_address",
    "child.find",
    "child.view",
    "move.open",
];

/// Something that staff saw or did.
struct Event {
    text: String,
    when: String,
    stamp: String,
    who: String,
}

#[derive(Template)]
#[template(path = "traces/mine.html")]
struct MinePage {
    page: Page,
    events: Vec<Event>,
    /// What was earlier; empty when this is all.
    older: String,
    is_later: bool,
}

fn event(t: Translator, tree: &Tree, site: &str, held: &[Held], one: &OwnTrace) -> Event {
    let of_them: Vec<&Held> = held
        .iter()
        .filter(|role| role.account_id == one.account_id)
        .collect();
    let home = one.organisation_id.and_then(|id| tree.find(id));
    let home = home.map_or(site, |home| home.name.as_str());
    let who = t.get("children-look-who").text("name", &one.by_name);
    let who = who.text("role", words::role(t, tree, &of_them, one.organisation_id));
    Event {
        text: sentence(t, one),
        when: t.date_time(one.at, &zone()),
        stamp: one.at.to_string(),
        who: who.text("organisation", home).to_string(),
    }
}

/// What was done, about whom, and why where the reason was given for them.
fn sentence(t: Translator, one: &OwnTrace) -> String {
    let what = words::action(t, &one.action);
    let what = match one.about.as_str() {
        "" => what,
        child => {
            let named = t.get("traces-about").text("child", child);
            named.text("what", what).to_string()
        }
    };
    let is_for_them = is_told(&one.action) || LOOKS.contains(&one.action.as_str());
    let given = one.reason.as_deref().filter(|_| is_for_them);
    match given.filter(|reason| !reason.is_empty()) {
        Some(given) => {
            let because = t.get("traces-because").text("what", what);
            because.text("reason", words::reason(t, given)).to_string()
        }
        None => what,
    }
}

/// `GET /my/traces?before=`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let account = ctx.actor()?.account_id;
    let before: Option<i64> = ctx.asked("before").and_then(|id| id.parse().ok());
    let below = before.unwrap_or(i64::MAX);
    let most = i64::try_from(PER_PAGE).unwrap_or(i64::MAX) + 1;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let row: database::Params<'_> = &[&account, &below, &most];
            let found: Vec<OwnTrace> = tx.all(store::LIST_OWN, row).await?;
            let staff: BTreeSet<i64> = found.iter().map(|one| one.account_id.get()).collect();
            let staff: Vec<i64> = staff.into_iter().collect();
            let held: Vec<Held> = tx.among(store::LIST_ROLES_AMONG, &staff).await?;
            Ok::<_, DbError>((found, held))
        })
    });
    let (mut found, held) = read.await?;
    let has_more = found.len() > PER_PAGE;
    found.truncate(PER_PAGE);
    let last = found.last().filter(|_| has_more).map(|one| one.id);
    let (t, tree) = (ctx.t(), app.organisations.current());
    let site = app.config.site_name.as_str();
    let told = once_an_hour(found);
    show(&MinePage {
        page: ctx.page(t.get("traces-mine-title")),
        events: told
            .iter()
            .map(|one| event(t, &tree, site, &held, one))
            .collect(),
        older: last.map_or_else(String::new, |id| format!("/my/traces?before={id}")),
        is_later: before.is_some(),
    })
}
