//! The operator's queue: every application of the branch that waits for a decision, by the day on which an answer is due.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use database::DbError;
use jiff::civil::Date;
use serde::Deserialize;

use super::super::open_enrolment;
use super::super::staff_store::{Application, LIST_APPLICATIONS};
use super::many::{Decision, decide_one, name_in_question, plain_asks, read};
use crate::accounts::{Actor, RoleKind};
use crate::app::Shared;
use crate::audit::{self, Recorded};
use crate::clock;
use crate::enrolment::rules::ANSWERED_WITHIN;
use crate::enrolment::{Enrolment, EnrolmentId};
use crate::forms::FieldError;
use crate::organisations::{Tree, working_days_after};
use crate::staff_tables::bulk::{Chosen, Outcome, Question, Why};
use crate::staff_tables::views::{APPLICATIONS, kept};
use crate::staff_tables::{Bar, Cell, Column, Listing, Row, Table, Taken};
use crate::text::fold;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show};

const HERE: &str = "/staff/applications";
/// Lines of one page.
const PER_PAGE: usize = 50;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
}

#[derive(Template)]
#[template(path = "staff/applications.html")]
struct Applications {
    page: Page,
    q: String,
    list: Listing,
    has_any: bool,
}

/// Those who decide: administrators and operators.
fn decides(actor: &Actor) -> bool {
    let kinds = [
        RoleKind::InstallationAdministrator,
        RoleKind::OrganisationAdministrator,
        RoleKind::Operator,
    ];
    actor.roles.iter().any(|role| kinds.contains(&role.kind))
}

/// The day by which it is answered, on the calendar of the organisation.
fn answered_by(tree: &Tree, one: &Application) -> Date {
    let home = tree.find(one.organisation_id);
    let zone = home.map_or_else(clock::zone, |home| home.time_zone.clone());
    let day = one.applied_at.to_zoned(zone.clone()).date();
    working_days_after(day, ANSWERED_WITHIN, zone.iana_name().unwrap_or_default())
}

fn answers(asked: &Asked, one: &Application) -> bool {
    let text = fold(&format!(
        "{} {} {} {}",
        one.surname, one.given_name, one.title, one.code
    ));
    let words = fold(&asked.q);
    words.split_whitespace().all(|word| text.contains(word))
}

/// `GET /staff/applications?q=`
pub(super) async fn list(
    State(app): State<Shared>,
    ctx: Context,
    Query(asked): Query<Asked>,
) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    if !decides(actor) {
        return Err(AppError::NotFound);
    }
    let (account, now) = (actor.account_id, ctx.now());
    let action = Taken::action(&ctx, "application.look_up", "application.download");
    let entry = audit::Entry::new(now, account, action, "applications", 0);
    let (look, is_page) = (entry.clone(), Taken::asked(&ctx).is_none());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            if is_page {
                look.write(tx).await?;
            }
            tx.all::<Application>(LIST_APPLICATIONS, &[&account, &now])
                .await
        })
    });
    let all: Vec<Application> = write.await.map_err(|error: DbError| error)?;
    let has_any = !all.is_empty();
    let (t, tree) = (ctx.t(), app.organisations.current());
    let today = now.to_zoned(clock::zone()).date();
    let row = |one: &Application| {
        let due = answered_by(&tree, one);
        let state = if due < today {
            ("problem", t.get("staff-application-late").to_string())
        } else if one.lacks_documents() {
            (
                "attention",
                t.get("staff-application-documents").to_string(),
            )
        } else {
            ("information", t.get("staff-application-ready").to_string())
        };
        let home = tree.find(one.organisation_id);
        let cells = vec![
            Cell::new(format!("{} {}", one.surname, one.given_name))
                .to(format!("/staff/enrolments/{}", one.id)),
            Cell::new(&one.title).and(t.get("staff-group-named").text("code", &one.code)),
            Cell::new(home.map_or("", |home| home.name.as_str())),
            Cell::day(t, due),
            Cell::badge(state),
        ];
        Row::new(one.id, cells)
    };
    let found: Vec<Application> = all.into_iter().filter(|one| answers(&asked, one)).collect();
    let heads = ["who", "what", "organisation", "due", "state"];
    let heads = heads.map(|head| Column::new(t.get(&format!("staff-application-{head}"))));
    let title = t.get("staff-applications-title");
    let rows = found.iter().map(row);
    let table = Table::new("applications", &title, heads.into(), rows);
    let list = Listing::of_all(&ctx, table, PER_PAGE);
    if let Some(file) = list.noted_file(&app, &ctx, entry).await? {
        return Ok(file);
    }
    show(&Applications {
        page: ctx.page(title).dense(),
        q: asked.q,
        list: list
            .bar(Bar::new("bulk", ctx.here(), t, &["confirm", "refuse"]))
            .kept(kept(&app, &ctx, APPLICATIONS).await?),
        has_any,
    })
}

/// `POST /staff/applications`: `deed` is `confirm` or `refuse`.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    if !decides(&actor) {
        return Err(AppError::NotFound);
    }
    let chosen = Chosen::of(&form)?;
    let is_refusal = chosen.deed == "refuse";
    if !is_refusal && chosen.deed != "confirm" {
        return Err(AppError::NotFound);
    }
    if chosen.ids.is_empty() {
        return Ok(go_saying(&app, HERE, "lists-none-chosen"));
    }
    let (account, now) = (actor.account_id, ctx.now());
    let read_all = app.db.read(move |tx| {
        Box::pin(async move { tx.all(LIST_APPLICATIONS, &[&account, &now]).await })
    });
    let all: Vec<Application> = read_all.await.map_err(|error: DbError| error)?;
    let named = |id: i64| {
        let found = all.iter().find(|one| one.id.get() == id)?;
        Some(format!(
            "{} {} ({})",
            found.given_name, found.surname, found.title
        ))
    };
    let asked = |id: i64| {
        let mut waiting = all.iter().filter(|one| one.lacks_documents());
        let waits = !is_refusal && waiting.any(|one| one.id.get() == id);
        Some(name_in_question(&ctx, named(id)?, waits))
    };
    let decision = if chosen.is_confirmed {
        read(&mut form, &chosen.deed)
    } else {
        None
    };
    let mut gone = chosen.ids.clone();
    gone.retain(|id| named(*id).is_none());
    let gone = decided(&app, &ctx, &actor, &gone).await?;
    let Some(decision) = decision.filter(|_| form.is_fine()) else {
        let waiting: Vec<String> = chosen.ids.iter().filter_map(|id| asked(*id)).collect();
        if waiting.is_empty() && !gone.is_empty() {
            return nothing_left(&ctx, &chosen, gone);
        }
        return Question {
            chosen: &chosen,
            names: waiting,
            back: HERE.to_owned(),
            asks: plain_asks(&ctx, &chosen.deed),
            is_grave: is_refusal,
        }
        .page(&ctx, form);
    };
    let mut outcome = Outcome::new(&ctx);
    for id in &chosen.ids {
        let (name, fate) = match (named(*id), gone.get(id)) {
            (Some(name), _) => (name, decide(&app, &ctx, &actor, *id, &decision).await),
            (None, Some((name, why))) => (name.clone(), Err(why.clone())),
            (None, None) => (String::new(), Err(Why::Missing)),
        };
        outcome.note((name, format!("/staff/enrolments/{id}")), fate);
    }
    outcome.page(&ctx, &chosen.deed, HERE.to_owned())
}

/// Names of applications that were chosen and wait no more, with how each was decided, by whom and when.
type Decided = BTreeMap<i64, (String, Why)>;

/// Those of the branch; of others there is nothing to be said.
async fn decided(
    app: &Shared,
    ctx: &Context,
    actor: &Arc<Actor>,
    ids: &[i64],
) -> Result<Decided, AppError> {
    let mut found = Decided::new();
    for id in ids.iter().copied() {
        let (opened, one, who) = match open_enrolment(app, actor, &id.to_string(), ctx.now()).await
        {
            Ok(opened) => opened,
            Err(AppError::NotFound) => continue,
            Err(error) => return Err(error),
        };
        if opened.decide.is_some() {
            let name = format!(
                "{} {} ({})",
                who.given_name, who.surname, opened.detail.course.title
            );
            found.insert(id, (name, how(app, ctx, &one).await?));
        }
    }
    Ok(found)
}

/// How an application was decided.
async fn how(app: &Shared, ctx: &Context, one: &Enrolment) -> Result<Why, AppError> {
    let (t, id) = (ctx.t(), one.id.get());
    let read = app.db.read(move |tx| {
        Box::pin(async move { tx.all(audit::LIST_RECORDED, &[&"enrolment", &id]).await })
    });
    let all: Vec<Recorded> = read.await.map_err(|error: DbError| error)?;
    let state = t
        .get(&format!("staff-enrolment-state-{}", one.state.code()))
        .to_string();
    let is_it = |entry: &&Recorded| entry.after_state.as_deref() == Some(one.state.code());
    let Some(last) = all.iter().rev().find(is_it) else {
        return Ok(Why::refused("lists_decided"));
    };
    let when = t.date_time(last.at, &clock::zone());
    let code = match last.by_name {
        Some(_) => "lists_decided_by",
        None => "lists_decided_when",
    };
    let error = FieldError::new("", code).with("state", state);
    let error = error.with("when", when);
    let who = last.by_name.clone().unwrap_or_default();
    Ok(Why::Refused(error.with("name", who)))
}

/// All that was chosen was decided meanwhile.
fn nothing_left(ctx: &Context, chosen: &Chosen, gone: Decided) -> Result<Response, AppError> {
    let mut outcome = Outcome::new(ctx);
    for (id, (name, why)) in gone {
        outcome.note((name, format!("/staff/enrolments/{id}")), Err(why));
    }
    outcome.page(ctx, &chosen.deed, HERE.to_owned())
}

async fn decide(
    app: &Shared,
    ctx: &Context,
    actor: &Arc<Actor>,
    id: i64,
    decision: &Decision,
) -> Result<(), Why> {
    let (opened, ..) = open_enrolment(app, actor, &id.to_string(), ctx.now()).await?;
    decide_one(app, ctx, &opened, EnrolmentId::new(id), decision).await
}
