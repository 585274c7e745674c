//! The operator's queue: every application of the branch that waits for a decision, by the day on which an answer is due.

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
use crate::audit;
use crate::clock;
use crate::enrolment::EnrolmentId;
use crate::enrolment::rules::ANSWERED_WITHIN;
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
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            audit::Entry::new(now, account, action, "applications", 0)
                .write(tx)
                .await?;
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
    if let Some(file) = list.file(&ctx)? {
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
    let Some(decision) = decision.filter(|_| form.is_fine()) else {
        return Question {
            chosen: &chosen,
            names: chosen.ids.iter().filter_map(|id| asked(*id)).collect(),
            back: HERE.to_owned(),
            asks: plain_asks(&ctx, &chosen.deed),
            is_grave: is_refusal,
        }
        .page(&ctx, form);
    };
    let mut outcome = Outcome::new(&ctx);
    for id in &chosen.ids {
        let name = named(*id);
        let fate = match name {
            Some(_) => decide(&app, &ctx, &actor, *id, &decision).await,
            None => Err(Why::Missing),
        };
        let named = name.map(|name| (name, format!("/staff/enrolments/{id}")));
        outcome.note(named.unwrap_or_default(), fate);
    }
    outcome.page(&ctx, &chosen.deed, HERE.to_owned())
}

async fn decide(
    app: &Shared,
    ctx: &Context,
    actor: &std::sync::Arc<Actor>,
    id: i64,
    decision: &Decision,
) -> Result<(), Why> {
    let (opened, ..) = open_enrolment(app, actor, &id.to_string(), ctx.now()).await?;
    decide_one(app, ctx, &opened, EnrolmentId::new(id), decision).await
}
