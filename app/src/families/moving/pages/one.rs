//! One change of municipality: what is asked, where it stands, and what whoever looks may do about it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::{DbError, Tx};
use jiff::Timestamp;

use super::{badge, find, telling};
use crate::accounts::Actor;
use crate::app::{App, Shared};
use crate::audit;
use crate::families::moving::actions::{self, DecideError, Decision};
use crate::families::moving::moving_store as own;
use crate::families::moving::permissions::{may_decide_move, may_keep_move};
use crate::families::moving::types::{Move, MoveState};
use crate::families::staff::looks;
use crate::families::staff::pages::{Event, name_of, zone};
use crate::families::staff::permissions::may_find_child;
use crate::families::store;
use crate::families::types::Child;
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::staff_tables::bulk::reason;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// The log's word for a look at a child because of its change of municipality.
const BECAUSE: &str = "#move";

#[derive(Template)]
#[template(path = "families/staff_move.html")]
struct OnePage {
    page: Page,
    form: Form,
    here: String,
    /// The child's page, where it is open to whoever looks.
    child: Option<String>,
    badge: (&'static str, String),
    sentence: String,
    lines: Vec<(String, String)>,
    events: Vec<Event>,
    /// Name of the signed copy, for those who may have it.
    copy: Option<String>,
    may_print: bool,
    may_submit: bool,
    may_decide: bool,
    /// As what a signed copy is taken, for the browser.
    accept: String,
}

/// A change of municipality with its child.
pub(super) struct Shown {
    pub(super) one: Move,
    child: Child,
    /// The child's page is open to whoever looks.
    is_open: bool,
}

/// The look is noted, and the family sees it.
async fn look(
    tx: &mut Tx<'_>,
    app: &App,
    (actor, one): (&Actor, Move),
    now: Timestamp,
) -> Result<Shown, DbError> {
    let id = one.person_id;
    let child: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
    let is_open = match looks::look(tx, app, actor, id, now).await {
        Ok(_) => true,
        Err(DbError::NotFound) => {
            let role = may_find_child(actor).ok_or(DbError::NotFound)?.1;
            let code = role.kind.code();
            let row: database::Params<'_> =
                &[&id, &actor.account_id, &code, &role.branch, &BECAUSE, &now];
            tx.exec(own::INSERT_GLANCE, row).await?;
            false
        }
        Err(error) => return Err(error),
    };
    audit::Entry {
        organisation_id: one.organisation_id,
        ..audit::Entry::new(now, actor.account_id, "move.view", "person", id.get())
    }
    .write(tx)
    .await?;
    Ok(Shown {
        one,
        child,
        is_open,
    })
}

async fn load(app: &Shared, actor: &Actor, id: &str, now: Timestamp) -> Result<Shown, AppError> {
    let one = find(app, actor, id).await?;
    let (own_app, actor) = (app.clone(), actor.clone());
    let write = app
        .db
        .write(move |tx| Box::pin(async move { look(tx, &own_app, (&actor, one), now).await }));
    Ok(write.await?)
}

fn event(t: Translator, key: &str, at: Timestamp, who: &str) -> Event {
    Event {
        text: t.get(key).to_string(),
        when: t.date_time(at, &zone()),
        stamp: at.to_string(),
        who: who.to_owned(),
    }
}

fn events(t: Translator, one: &Move) -> Vec<Event> {
    let mut events = vec![event(
        t,
        "moving-event-opened",
        one.opened_at,
        &one.opened_by,
    )];
    if let Some(at) = one.submitted_at {
        events.push(event(t, "moving-event-submitted", at, &one.submitted_by));
    }
    let key = match one.state {
        MoveState::Approved => "moving-event-approved",
        MoveState::Refused => "moving-event-refused",
        MoveState::Draft | MoveState::Submitted | MoveState::Withdrawn => "moving-event-withdrawn",
    };
    if let Some(at) = one.decided_at {
        events.push(event(t, key, at, &one.decided_by));
    }
    events
}

pub(super) fn view(
    app: &Shared,
    ctx: &Context,
    (actor, shown): (&Actor, &Shown),
    form: Form,
) -> impl Template + use<> {
    let (t, one, tree) = (ctx.t(), &shown.one, app.organisations.current());
    let name = shown.child.known.name();
    let keeps = may_keep_move(actor, &tree, one).is_some();
    let decides = may_decide_move(actor, &tree, one).is_some();
    let town = |id| name_of(app, &tree, Some(id));
    let line = |key: &str, value: String| (t.get(key).to_string(), value);
    let mut lines = vec![
        line("children-child", name.clone()),
        line("moving-from", town(one.from_id)),
        line("moving-to", town(one.to_id)),
        line("children-reason", one.reason.clone()),
        line("moving-signer", one.signer.clone()),
        line(
            "moving-institution",
            name_of(app, &tree, one.organisation_id),
        ),
    ];
    lines.retain(|(_, value)| !value.is_empty());
    OnePage {
        page: ctx
            .page(t.get("moving-one-title").text("child", &name))
            .dense(),
        here: format!("/staff/moves/{}", one.id),
        child: shown
            .is_open
            .then(|| format!("/staff/children/{}", one.person_id)),
        badge: badge(t, one.state),
        sentence: telling::sentence(app, t, one),
        lines,
        events: events(t, one),
        copy: one
            .copy
            .as_ref()
            .filter(|_| keeps || decides)
            .map(|copy| copy.name.clone()),
        may_print: keeps && one.state.is_open(),
        may_submit: keeps && one.state == MoveState::Draft,
        may_decide: decides && one.state == MoveState::Submitted,
        accept: ".pdf,.jpg,.jpeg,.png".to_owned(),
        form,
    }
}

/// `GET /staff/moves/{move}`: every view is noted.
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    let shown = load(&app, actor, &id, ctx.now()).await?;
    show(&view(&app, &ctx, (actor, &shown), Form::new()))
}

/// The page with what was typed and what is wrong with it.
pub(super) async fn refused(
    app: &Shared,
    ctx: &Context,
    (actor, id): (&Actor, &str),
    form: Form,
) -> Result<Response, AppError> {
    let shown = load(app, actor, id, ctx.now()).await?;
    show_refused(&view(app, ctx, (actor, &shown), form))
}

/// `POST /staff/moves/{move}/withdraw`
pub(super) async fn withdraw(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let one = find(&app, &actor, &id).await?;
    let tree = app.organisations.current();
    let permit = may_keep_move(&actor, &tree, &one).ok_or(AppError::NotFound)?;
    let (own_app, now) = (app.clone(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move { actions::withdraw(tx, &own_app, &permit, now).await })
    });
    if write.await.map_err(|error: DbError| error)? {
        app.outbox.wake();
        let there = format!("/staff/moves/{}", one.id);
        return Ok(go_saying(&app, &there, "move-withdrawn"));
    }
    form.refuse(FieldError::new("", "move_meanwhile"));
    refused(&app, &ctx, (&actor, &id), form).await
}

/// `POST /staff/moves/{move}/decide`: `deed` is `approve` or `refuse`.
pub(super) async fn decide(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let one = find(&app, &actor, &id).await?;
    let tree = app.organisations.current();
    let (permit, by) = may_decide_move(&actor, &tree, &one).ok_or(AppError::NotFound)?;
    let agrees = form.value("deed") == "approve";
    let answer = match form.value("deed") {
        "approve" => String::new(),
        "refuse" => reason(&mut form),
        _ => {
            form.refuse(FieldError::new("", "choose"));
            String::new()
        }
    };
    if !form.is_fine() {
        return refused(&app, &ctx, (&actor, &id), form).await;
    }
    let decision = Decision { agrees, answer, by };
    let error = match actions::decide(&app, &permit, &decision, ctx.now()).await {
        Ok(()) => {
            let said = if agrees {
                "move-approved"
            } else {
                "move-refused"
            };
            return Ok(go_saying(&app, &format!("/staff/moves/{}", one.id), said));
        }
        Err(DecideError::Meanwhile) => FieldError::new("", "move_meanwhile"),
        Err(DecideError::Elsewhere) => FieldError::new("", "move_elsewhere"),
        Err(DecideError::Database(error)) => return Err(error.into()),
    };
    form.refuse(error);
    refused(&app, &ctx, (&actor, &id), form).await
}
