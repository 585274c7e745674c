//! What the page of a branch's staff shows.

use askama::Template;
use database::DbError;
use jiff::Timestamp;

use super::{HERE, on_own_account, place_of, steps};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::branches::letters::{name_of, role_name, zone_of};
use crate::branches::permissions::may_keep_staff;
use crate::branches::rules::{last_day, may_be_stood_in_for, roles_for};
use crate::branches::types::{Invitation, StaffRole, StandIn};
use crate::branches::{staff_store as store, stand_in_store};
use crate::forms::Form;
use crate::i18n::Translator;
use crate::text::mask_email;
use crate::web::{AppError, Context, Page};

/// A role in the list.
pub(super) struct Line {
    name: String,
    email: String,
    role: String,
    since: String,
    until: String,
    /// For whom they stand in.
    absent: Option<String>,
    /// Where it is changed; none for those that are not changed here.
    change: Option<String>,
}

/// The role that is being changed.
pub(super) struct Changing {
    id: i64,
    what: String,
    /// Where somebody is named to stand in.
    stand_in: Option<String>,
}

struct Waiting {
    id: i64,
    email: String,
    role: String,
    until: String,
}

/// Somebody who stands in, or is asked to.
struct Standing {
    what: String,
    when: String,
    is_agreed: bool,
}

#[derive(Template)]
#[template(path = "branches/staff.html")]
pub(super) struct StaffPage {
    page: Page,
    steps: Vec<(String, String)>,
    form: Form,
    here: String,
    may_change: bool,
    lines: Vec<Line>,
    /// Roles that hold here too, since they hold for a branch above: where, and who.
    above: Vec<(String, Vec<Line>)>,
    waiting: Vec<Waiting>,
    standing: Vec<Standing>,
    changing: Option<Changing>,
    roles: Vec<(&'static str, String)>,
}

struct Found {
    roles: Vec<StaffRole>,
    above: Vec<(OrganisationId, Vec<StaffRole>)>,
    waiting: Vec<Invitation>,
    standing: Vec<StandIn>,
}

async fn load(
    app: &Shared,
    place: Option<OrganisationId>,
    now: Timestamp,
) -> Result<Found, AppError> {
    let tree = app.organisations.current();
    let mut above = Vec::new();
    let mut at = place
        .and_then(|id| tree.find(id))
        .and_then(|one| one.parent);
    while let Some(id) = at.filter(|id| !above.contains(id)) {
        above.push(id);
        at = tree.find(id).and_then(|one| one.parent);
    }
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let Some(id) = place else {
                return Ok::<_, DbError>(Found {
                    roles: tx.all(store::LIST_INSTALLATION, &[&now]).await?,
                    above: Vec::new(),
                    waiting: tx.all(store::LIST_WAITING_ALL, &[&now]).await?,
                    standing: Vec::new(),
                });
            };
            let mut higher = Vec::new();
            for one in above {
                let roles: Vec<StaffRole> = tx.all(store::LIST_AT, &[&now, &one]).await?;
                higher.push((one, roles));
            }
            Ok(Found {
                roles: tx.all(store::LIST_AT, &[&now, &id]).await?,
                above: higher,
                waiting: tx.all(store::LIST_WAITING, &[&id, &now]).await?,
                standing: tx.all(stand_in_store::LIST_AT, &[&id, &now]).await?,
            })
        })
    });
    Ok(read.await?)
}

/// Until when something holds, in words.
pub(super) fn until(
    t: Translator,
    app: &Shared,
    place: Option<OrganisationId>,
    ends_at: Option<Timestamp>,
) -> String {
    match ends_at {
        Some(at) => t.date(last_day(at, &zone_of(app, place))),
        None => t.get("branches-no-end").to_string(),
    }
}

fn line(t: Translator, app: &Shared, one: &StaffRole, here: Option<&str>) -> Line {
    let place = one.organisation_id;
    let since = one.granted_at.to_zoned(zone_of(app, place)).date();
    let change = here.filter(|_| !one.stands_in());
    Line {
        name: one.name.clone(),
        email: mask_email(&one.email),
        role: role_name(t, one.kind()),
        since: t.date(since),
        until: until(t, app, place, one.ends_at),
        absent: one.absent.clone(),
        change: change.map(|here| format!("{here}?role={}#change", one.id)),
    }
}

/// The days of standing in, in words.
pub(super) fn days(t: Translator, app: &Shared, one: &StandIn) -> String {
    let zone = zone_of(app, one.organisation_id);
    let first = one.starts_at.to_zoned(zone.clone()).date();
    t.get("branches-from-to")
        .text("from", t.date(first))
        .text("to", t.date(last_day(one.ends_at, &zone)))
        .to_string()
}

fn changing(t: Translator, one: &StaffRole) -> Changing {
    let stand_in = may_be_stood_in_for(one.kind());
    Changing {
        id: one.id.get(),
        what: t
            .get("branches-of")
            .text("name", &one.name)
            .text("role", role_name(t, one.kind()))
            .to_string(),
        stand_in: stand_in.then(|| format!("/staff/standing-in?role={}", one.id)),
    }
}

fn standing(t: Translator, app: &Shared, one: &StandIn) -> Standing {
    let what = t
        .get("branches-stands-in")
        .text("name", &one.delegate)
        .text("absent", &one.absent)
        .text("role", role_name(t, one.kind()));
    Standing {
        what: what.to_string(),
        when: days(t, app, one),
        is_agreed: one.state.code() == "agreed",
    }
}

/// The page; `role` is the one that is being changed.
pub(super) async fn view(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    place: Option<OrganisationId>,
    (form, role): (Form, Option<i64>),
) -> Result<StaffPage, AppError> {
    let (t, tree) = (ctx.t(), app.organisations.current());
    let (own, _) = on_own_account(app, actor, ctx.now()).await?;
    let may_change = may_keep_staff(&own, &tree, place).is_some();
    let found = load(app, place, ctx.now()).await?;
    let name = name_of(app, place);
    let above = place.map(|id| (place_of(id), name.clone()));
    let here = match place {
        Some(id) => format!("{}/staff", place_of(id)),
        None => format!("{HERE}/all/staff"),
    };
    let chosen = found
        .roles
        .iter()
        .find(|one| Some(one.id.get()) == role && !one.stands_in());
    let change = may_change.then_some(here.as_str());
    let zone = zone_of(app, place);
    let waiting = found.waiting.iter().map(|one| Waiting {
        id: one.id.get(),
        email: one.email.clone(),
        role: role_name(t, one.kind()),
        until: t.date_time(one.expires_at, &zone),
    });
    let higher = found.above.iter().filter(|(_, roles)| !roles.is_empty());
    let higher = higher.map(|(id, roles)| {
        let lines = roles.iter().map(|one| line(t, app, one, None));
        (name_of(app, Some(*id)), lines.collect::<Vec<Line>>())
    });
    let roles = roles_for(place.is_none()).iter();
    Ok(StaffPage {
        page: ctx
            .page(t.get("branches-staff-title").text("name", &name))
            .dense(),
        steps: steps(t, above),
        form,
        may_change,
        lines: found
            .roles
            .iter()
            .map(|one| line(t, app, one, change))
            .collect(),
        above: higher.collect(),
        waiting: waiting.collect(),
        standing: found
            .standing
            .iter()
            .map(|one| standing(t, app, one))
            .collect(),
        changing: chosen.filter(|_| may_change).map(|one| changing(t, one)),
        roles: roles
            .map(|kind| (kind.code(), role_name(t, *kind)))
            .collect(),
        here,
    })
}
