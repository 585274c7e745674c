//! The own roles, who stands in for them, and for whom one stands in oneself.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::on_own_account;
use super::staff::read_day;
use super::staff_list::{days, until};
use crate::accounts::{AccountId, Actor, OrganisationId};
use crate::app::Shared;
use crate::branches::actions::{self, Ending, NewStandIn, StandInError};
use crate::branches::letters::{name_of, role_name, zone_of};
use crate::branches::permissions::{may_answer_stand_in, may_name_stand_in};
use crate::branches::rules::{end_of, may_be_stood_in_for, period_problem, start_of};
use crate::branches::staff_store::{FIND_ROLE, LIST_COLLEAGUES};
use crate::branches::stand_in_store::{FIND, LIST_BY, LIST_FOR};
use crate::branches::types::{RoleId, StaffRole, StandIn, StandInId, StandInState};
use crate::catalogue::editing::pages::Ways;
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::organisations::Tree;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

const HERE: &str = "/staff/standing-in";

/// An own role.
struct OwnRole {
    what: String,
    until: String,
    /// Where a colleague is named; none for roles that nobody stands in for.
    name_one: Option<String>,
}

/// Standing in, seen by one of the two.
struct Line {
    id: i64,
    what: String,
    when: String,
    is_agreed: bool,
    /// Whether it is for whoever looks to answer.
    is_asked: bool,
}

/// The role for which somebody is being named.
struct Naming {
    role: i64,
    what: String,
    /// An administrator does not ask.
    is_set: bool,
    colleagues: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "branches/stand_in.html")]
struct StandInPage {
    page: Page,
    ways: Ways,
    form: Form,
    roles: Vec<OwnRole>,
    for_me: Vec<Line>,
    by_me: Vec<Line>,
    naming: Option<Naming>,
}

fn of_role(t: Translator, app: &Shared, one: &StaffRole) -> String {
    t.get("branches-role-at")
        .text("role", role_name(t, one.kind()))
        .text("organisation", name_of(app, one.organisation_id))
        .to_string()
}

fn own_role(t: Translator, app: &Shared, one: &StaffRole) -> OwnRole {
    let can = may_be_stood_in_for(one.kind());
    OwnRole {
        what: of_role(t, app, one),
        until: until(t, app, one.organisation_id, one.ends_at),
        name_one: can.then(|| format!("{HERE}?role={}", one.id)),
    }
}

fn line((t, app): (Translator, &Shared), one: &StandIn, is_mine: bool) -> Line {
    let role = t
        .get("branches-role-at")
        .text("role", role_name(t, one.kind()))
        .text("organisation", name_of(app, one.organisation_id))
        .to_string();
    let (key, name) = if is_mine {
        ("branches-by-colleague", &one.delegate)
    } else {
        ("branches-for-colleague", &one.absent)
    };
    let is_agreed = one.state == StandInState::Agreed;
    Line {
        id: one.id.get(),
        what: t.get(key).text("name", name).text("role", role).to_string(),
        when: days(t, app, one),
        is_agreed,
        is_asked: !is_mine && !is_agreed,
    }
}

/// Those who work in the branch of a role, each once, without its holder.
fn colleagues(tree: &Tree, all: &[StaffRole], role: &StaffRole) -> Vec<(String, String)> {
    let is_inside = |place: Option<OrganisationId>| match (role.organisation_id, place) {
        (None, _) => true,
        (Some(branch), Some(place)) => tree.is_within(place, branch),
        (Some(_), None) => false,
    };
    let mut found: Vec<(String, String)> = Vec::new();
    for one in all {
        let id = one.account_id.to_string();
        let is_other = one.account_id != role.account_id && is_inside(one.organisation_id);
        if is_other && !found.iter().any(|(known, _)| *known == id) {
            found.push((id, one.name.clone()));
        }
    }
    found
}

/// The role for which the actor may name somebody.
async fn named(
    app: &Shared,
    ctx: &Context,
    own: &Actor,
    id: RoleId,
) -> Result<(StaffRole, Naming), AppError> {
    let now = ctx.now();
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let role: StaffRole = tx.one(FIND_ROLE, &[&now, &id]).await?;
            let all: Vec<StaffRole> = tx.all(LIST_COLLEAGUES, &[&now]).await?;
            Ok::<_, DbError>((role, all))
        })
    });
    let (role, all) = read.await?;
    let tree = app.organisations.current();
    let holder = (role.account_id, role.organisation_id);
    may_name_stand_in(own, &tree, holder)
        .filter(|_| !role.stands_in() && may_be_stood_in_for(role.kind()))
        .ok_or(AppError::NotFound)?;
    let what = ctx
        .t()
        .get("branches-of")
        .text("name", &role.name)
        .text("role", of_role(ctx.t(), app, &role));
    let naming = Naming {
        role: role.id.get(),
        what: what.to_string(),
        is_set: role.account_id != own.account_id,
        colleagues: colleagues(&tree, &all, &role),
    };
    Ok((role, naming))
}

async fn view(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    (form, role): (Form, Option<RoleId>),
) -> Result<StandInPage, AppError> {
    let (t, now, id) = (ctx.t(), ctx.now(), actor.account_id);
    let (own, roles) = on_own_account(app, actor, now).await?;
    let naming = match role {
        Some(role) => Some(named(app, ctx, &own, role).await?.1),
        None => None,
    };
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let for_me: Vec<StandIn> = tx.all(LIST_FOR, &[&id, &now]).await?;
            let by_me: Vec<StandIn> = tx.all(LIST_BY, &[&id, &now]).await?;
            Ok::<_, DbError>((for_me, by_me))
        })
    });
    let (for_me, by_me) = read.await?;
    let lines = |all: &[StandIn], is_mine| {
        let lines = all.iter().map(|one| line((t, app), one, is_mine));
        lines.collect::<Vec<_>>()
    };
    Ok(StandInPage {
        page: ctx.page(t.get("branches-stand-in-title")).dense(),
        ways: Ways::of(actor),
        form,
        roles: roles.iter().map(|one| own_role(t, app, one)).collect(),
        for_me: lines(&for_me, true),
        by_me: lines(&by_me, false),
        naming,
    })
}

/// `GET /staff/standing-in?role=`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    let role = match ctx.asked("role") {
        Some(id) => Some(id.parse().map_err(|_| AppError::NotFound)?),
        None => None,
    };
    show(&view(&app, &ctx, actor, (Form::new(), role)).await?)
}

/// Who was chosen and when; errors in the form.
fn read(
    app: &Shared,
    ctx: &Context,
    form: &mut Form,
    (role, naming): (&StaffRole, &Naming),
) -> Option<NewStandIn> {
    let chosen = form.value("colleague");
    let known = naming.colleagues.iter().any(|(id, _)| id == chosen);
    let delegate: Option<AccountId> = chosen.parse().ok().filter(|_| known);
    if delegate.is_none() {
        form.refuse(FieldError::new("colleague", "choose"));
    }
    let zone = zone_of(app, role.organisation_id);
    let today = ctx.now().to_zoned(zone.clone()).date();
    let from = read_day(form, "from", today);
    let to = read_day(form, "to", today);
    for (field, day) in [("from", from), ("to", to)] {
        if day.is_none() && form.error(field).is_none() {
            form.refuse(FieldError::new(field, "required"));
        }
    }
    let (from, to) = (from?, to?);
    if let Some((field, code)) = period_problem(from, to, today) {
        form.refuse(FieldError::new(field, code));
    }
    let new = NewStandIn {
        role: role.id,
        delegate: delegate?,
        starts_at: start_of(from, &zone),
        ends_at: end_of(to, &zone),
    };
    form.is_fine().then_some(new)
}

/// What was done: the notice, and whose sign-ins are to be looked at anew.
type Done = (&'static str, Option<AccountId>);

async fn name_one(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    form: &mut Form,
) -> Result<Option<Done>, AppError> {
    let id: RoleId = form.value("role").parse().map_err(|_| AppError::NotFound)?;
    let (own, _) = on_own_account(app, actor, ctx.now()).await?;
    let (role, naming) = named(app, ctx, &own, id).await?;
    let Some(new) = read(app, ctx, form, (&role, &naming)) else {
        return Ok(None);
    };
    let tree = app.organisations.current();
    let holder = (role.account_id, role.organisation_id);
    let permit = may_name_stand_in(&own, &tree, holder).ok_or(AppError::NotFound)?;
    let (shared, now) = (app.clone(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move { actions::name_stand_in(tx, &shared, &permit, new, now).await })
    });
    match write.await {
        Ok(account) if naming.is_set => Ok(Some(("stand-in-set", account))),
        Ok(account) => Ok(Some(("stand-in-asked", account))),
        Err(StandInError::Overlaps) => {
            form.refuse(FieldError::new("from", "stand_in_overlaps"));
            Ok(None)
        }
        Err(StandInError::Over) => Err(AppError::NotFound),
        Err(StandInError::Database(error)) => Err(error.into()),
    }
}

async fn find(app: &Shared, form: &Form) -> Result<StandIn, AppError> {
    let id: StandInId = form
        .value("stand_in")
        .parse()
        .map_err(|_| AppError::NotFound)?;
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.one(FIND, &[&id]).await }));
    Ok(read.await.map_err(|error: DbError| error)?)
}

async fn answer(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    form: &mut Form,
) -> Result<Option<Done>, AppError> {
    let one = find(app, form).await?;
    let permit = may_answer_stand_in(actor, one.delegate_id).ok_or(AppError::NotFound)?;
    let agrees = form.value("do") == "agree";
    let (own, now) = (app.clone(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move { actions::answer(tx, &own, &permit, (one.id, agrees), now).await })
    });
    let code = if agrees {
        "stand-in-agreed"
    } else {
        "stand-in-declined"
    };
    told(write.await, code, form)
}

async fn end(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    form: &mut Form,
) -> Result<Option<Done>, AppError> {
    let one = find(app, form).await?;
    let (own, _) = on_own_account(app, actor, ctx.now()).await?;
    let tree = app.organisations.current();
    let answering = may_answer_stand_in(actor, one.delegate_id);
    let holder = (one.absent_id, one.organisation_id);
    let naming = may_name_stand_in(&own, &tree, holder);
    if answering.is_none() && naming.is_none() {
        return Err(AppError::NotFound);
    }
    let (shared, now) = (app.clone(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let by = match (&answering, &naming) {
                (Some(permit), _) => Ending::Answered(permit),
                (None, Some(permit)) => Ending::Named(permit),
                (None, None) => return Err(DbError::NotFound.into()),
            };
            let ended = actions::end_stand_in(tx, &shared, (by, one.id), now).await?;
            Ok::<_, StandInError>(Some(ended))
        })
    });
    told(write.await, "stand-in-ended", form)
}

fn told(
    outcome: Result<Option<AccountId>, StandInError>,
    code: &'static str,
    form: &mut Form,
) -> Result<Option<Done>, AppError> {
    match outcome {
        Ok(account) => Ok(Some((code, account))),
        Err(StandInError::Over | StandInError::Overlaps) => {
            form.refuse(FieldError::new("", "stand_in_over"));
            Ok(None)
        }
        Err(StandInError::Database(error)) => Err(error.into()),
    }
}

/// `POST /staff/standing-in`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    if !actor.is_staff() {
        return Err(AppError::NotFound);
    }
    let done = if form.is_fine() {
        match form.value("do") {
            "name" => name_one(&app, &ctx, &actor, &mut form).await?,
            "end" => end(&app, &ctx, &actor, &mut form).await?,
            _ => answer(&app, &ctx, &actor, &mut form).await?,
        }
    } else {
        None
    };
    let Some((code, account)) = done else {
        let role = form.value("role").parse().ok();
        return show_refused(&view(&app, &ctx, &actor, (form, role)).await?);
    };
    if let Some(account) = account {
        app.sessions.forget(account);
    }
    app.outbox.wake();
    Ok(go_saying(&app, HERE, code))
}
