//! The staff's first page: what waits.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;
use jiff::{SignedDuration, Timestamp};

use crate::accounts::{Actor, OrganisationId, RoleKind};
use crate::app::Shared;
use crate::catalogue::editing::pages::Ways;
use crate::catalogue::editing::permissions::EDITORS;
use crate::consoles::types::Reader;
use crate::consoles::{lines, words};
use crate::enrolment::permissions::may_decide;
use crate::enrolment::staff::agenda::{Entry, agenda};
use crate::enrolment::staff::pages::{around, zone_of};
use crate::enrolment::staff::staff_store::{
    FinishedGroup, LIST_FINISHED_GROUPS, LIST_LIVE_GROUPS, LiveGroup,
};
use crate::i18n::Translator;
use crate::notices;
use crate::organisations::{self, Tree};
use crate::web::{AppError, Context, Page, show};

/// A group that starts within this time is shown.
const SOON: SignedDuration = SignedDuration::from_hours(24 * 14);

/// A group that ended within this time is shown.
const RECENT: SignedDuration = SignedDuration::from_hours(24 * 90);

/// Something that waits, as its line says it.
struct Waiting {
    href: String,
    what: String,
    when: String,
    is_overdue: bool,
}

struct Line {
    href: String,
    title: String,
    code: String,
    when: String,
    taken: i64,
    capacity: i64,
    unmarked: i64,
    to_decide: i64,
    is_below_minimum: bool,
}

/// A group that is over.
struct Over {
    href: String,
    title: String,
    code: String,
    when: String,
    sum: String,
}

#[derive(Template)]
#[template(path = "staff/today.html")]
struct Today {
    page: Page,
    ways: Ways,
    /// What waits today, in every room.
    waits: Vec<Waiting>,
    /// Meetings of this day.
    meetings: Vec<Entry>,
    to_decide: Vec<Line>,
    to_finish: Vec<Line>,
    to_mark: Vec<Line>,
    soon: Vec<Line>,
    later: Vec<Line>,
    finished: Vec<Over>,
}

/// GET /staff
pub(super) async fn today(
    State(app): State<Shared>,
    context: Context,
) -> Result<Response, AppError> {
    let (actor, now, t) = (context.staff()?, context.now(), context.t());
    let (account, tree) = (actor.account_id, app.organisations.current());
    let since = now - RECENT;
    let (reader, own) = (Reader::of(actor), tree.clone());
    let found = app.db.read_long(move |tx| {
        Box::pin(async move {
            let waiting = lines::waiting(tx, &own, &reader, now).await?;
            let live = tx.all(LIST_LIVE_GROUPS, &[&account, &now]).await?;
            let over: database::Params<'_> = &[&account, &now, &since];
            Ok((waiting, live, tx.all(LIST_FINISHED_GROUPS, over).await?))
        })
    });
    let (waiting, groups, over): (Vec<_>, Vec<LiveGroup>, Vec<FinishedGroup>) =
        found.await.map_err(|error: DbError| error)?;
    let day = now.to_zoned(zone_of(&app, actor)).date();
    let mut meetings = agenda(&app, actor, t, around(day, 1), now).await?;
    meetings.retain(|one| one.day == day);
    let announced = notices::for_staff(&app, &context, actor).await?;
    let mut today = Today {
        page: context
            .page(t.get("staff-today-title"))
            .announcing(announced)
            .dense(),
        ways: Ways::of(actor),
        waits: waiting.iter().map(|line| said(t, line)).collect(),
        meetings,
        to_decide: Vec::new(),
        to_finish: Vec::new(),
        to_mark: Vec::new(),
        soon: Vec::new(),
        later: Vec::new(),
        finished: Vec::new(),
    };
    let over = over
        .iter()
        .filter(|group| sees(actor, &tree, group.organisation_id));
    today.finished = over.map(|group| finished(t, group, &tree)).collect();
    let seen = groups
        .iter()
        .filter(|group| sees(actor, &tree, group.organisation_id));
    for group in seen {
        if group.applied + group.late > 0 && decides(actor, &tree, group) {
            today.to_decide.push(line(t, group, &tree));
        }
        let line = line(t, group, &tree);
        if group.unmarked > 0 {
            today.to_mark.push(line);
        } else if group.ends_at.is_some_and(|ends| ends <= now) {
            today.to_finish.push(line);
        } else if starts_soon(group, now) {
            today.soon.push(line);
        } else {
            today.later.push(line);
        }
    }
    show(&today)
}

fn said(t: Translator, line: &crate::consoles::types::Line) -> Waiting {
    Waiting {
        href: line.href.clone(),
        what: words::what(t, line),
        when: words::when(t, line),
        is_overdue: line.is_overdue,
    }
}

fn starts_soon(group: &LiveGroup, now: Timestamp) -> bool {
    group
        .starts_at
        .is_some_and(|starts| starts > now && starts.duration_since(now) <= SOON)
}

fn finished(t: Translator, group: &FinishedGroup, tree: &Tree) -> Over {
    let zone = tree.find(group.organisation_id).map(|one| &one.time_zone);
    let when = zone.map(|zone| {
        let at = group.finished_at.to_zoned(zone.clone());
        t.date(at.date())
    });
    let sum = t.get("staff-took-part").int("count", group.took_part);
    Over {
        href: format!("/staff/groups/{}", group.id),
        title: group.title.clone(),
        code: group.code.clone(),
        when: when.unwrap_or_default(),
        sum: sum.int("completed", group.completed).to_string(),
    }
}

fn decides(actor: &Actor, tree: &Tree, group: &LiveGroup) -> bool {
    may_decide(actor, tree, group.organisation_id, group.id).is_some()
}

fn sees(actor: &Actor, tree: &Tree, organisation: OrganisationId) -> bool {
    let mut roles = EDITORS.to_vec();
    roles.push(RoleKind::Trainer);
    organisations::may(actor, tree, &roles, organisation)
}

fn line(t: Translator, group: &LiveGroup, tree: &Tree) -> Line {
    let zone = tree.find(group.organisation_id).map(|one| &one.time_zone);
    let when = group
        .starts_at
        .zip(zone)
        .map(|(at, zone)| t.date_time(at, zone));
    Line {
        href: format!("/staff/groups/{}", group.id),
        title: group.title.clone(),
        code: group.code.clone(),
        when: when.unwrap_or_else(|| t.get("staff-no-meetings").to_string()),
        taken: group.taken,
        capacity: group.capacity,
        unmarked: group.unmarked,
        to_decide: group.applied + group.late,
        is_below_minimum: group.taken < group.minimum,
    }
}
