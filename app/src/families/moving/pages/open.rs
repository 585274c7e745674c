//! Opening a change of municipality on a child's page.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use certificate_press::unprintable;
use database::DbError;

use crate::accounts::{AccountId, Actor, OrganisationId};
use crate::app::Shared;
use crate::families::fields::municipalities;
use crate::families::letters::Guardian;
use crate::families::moving::actions::{NewMove, OpenError, open};
use crate::families::moving::moving_store as own;
use crate::families::moving::permissions::{OpenMove, may_open_move};
use crate::families::moving::types::MoveId;
use crate::families::staff::looks::Opened;
use crate::families::staff::pages::{name_of, note_look, open as open_child};
use crate::families::store;
use crate::forms::{FieldError, Form};
use crate::permit::Permit;
use crate::staff_tables::bulk::reason;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "families/staff_move_open.html")]
struct OpenPage {
    page: Page,
    form: Form,
    child: String,
    here: String,
    lead: String,
    towns: Vec<(String, String)>,
    /// Those who act for the child, when one of them has to be chosen.
    guardians: Vec<(String, String)>,
    /// One that is open already.
    waiting: Option<String>,
}

/// A child whose page is open to somebody who may open a change.
struct Desk {
    opened: Opened,
    permit: Permit<OpenMove>,
    by: Option<OrganisationId>,
    guardians: Vec<Guardian>,
    waiting: Option<MoveId>,
}

async fn desk(app: &Shared, actor: &Actor, id: &str, ctx: &Context) -> Result<Desk, AppError> {
    let opened = open_child(app, actor, id, ctx).await?;
    let child = opened.child.id;
    let tree = app.organisations.current();
    let stands = (child, opened.child.state);
    let (permit, by) =
        may_open_move(actor, &tree, stands, &opened.place).ok_or(AppError::NotFound)?;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let guardians: Vec<Guardian> = tx.all(store::LIST_GUARDIANS, &[&child]).await?;
            let waiting: Option<MoveId> = tx.opt(own::FIND_OPEN_MOVE, &[&child]).await?;
            Ok::<_, DbError>((guardians, waiting))
        })
    });
    let (guardians, waiting) = read.await?;
    Ok(Desk {
        opened,
        permit,
        by,
        guardians,
        waiting,
    })
}

/// Municipalities where the child is not known to live.
fn others(app: &Shared, lives: Option<OrganisationId>) -> Vec<(String, String)> {
    let lives = lives.map(|id| id.to_string());
    let mut all = municipalities(&app.organisations.current());
    all.retain(|(id, _)| Some(id) != lives.as_ref());
    all
}

fn view(app: &Shared, ctx: &Context, desk: &Desk, form: Form) -> OpenPage {
    let (t, known) = (ctx.t(), &desk.opened.child.known);
    let lives = known.municipality_id;
    let name = known.name();
    let town = name_of(app, &app.organisations.current(), lives);
    let guardians: Vec<_> = desk
        .guardians
        .iter()
        .map(|one| (one.account_id.to_string(), one.name.clone()))
        .collect();
    OpenPage {
        page: ctx
            .page(t.get("moving-open-title").text("child", &name))
            .dense(),
        lead: t
            .get("moving-open-lead")
            .text("municipality", town)
            .to_string(),
        towns: others(app, lives),
        guardians: Some(guardians)
            .filter(|all| all.len() > 1)
            .unwrap_or_default(),
        waiting: desk.waiting.map(|id| format!("/staff/moves/{id}")),
        here: format!("/staff/children/{}", desk.opened.child.id),
        child: name,
        form,
    }
}

/// `GET /staff/children/{child}/municipality`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    let desk = desk(&app, actor, &id, &ctx).await?;
    note_look(&app, actor, desk.opened.child.id, &ctx).await?;
    show(&view(&app, &ctx, &desk, Form::new()))
}

fn read(form: &mut Form, app: &Shared, desk: &Desk) -> Option<NewMove> {
    let lives = desk.opened.child.known.municipality_id;
    let chosen = form.value("municipality");
    let found = others(app, lives).into_iter().find(|(id, _)| id == chosen);
    let to = found.and_then(|(id, _)| id.parse::<OrganisationId>().ok());
    if to.is_none() {
        form.refuse(FieldError::new("municipality", "choose"));
    }
    let named: Option<AccountId> = form.value("guardian").parse().ok();
    let signer = named.filter(|named| desk.guardians.iter().any(|one| one.account_id == *named));
    if signer.is_none() && desk.guardians.len() > 1 {
        form.refuse(FieldError::new("guardian", "choose"));
    }
    if let Some(letter) = unprintable(form.value("reason")) {
        form.refuse(FieldError::new("reason", "layout_letter").with("letter", letter));
    }
    let reason = reason(form);
    let new = NewMove {
        to: to?,
        reason,
        signer,
        by: desk.by,
    };
    form.is_fine().then_some(new)
}

/// `POST /staff/children/{child}/municipality`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let mut desk = desk(&app, &actor, &id, &ctx).await?;
    let new = read(&mut form, &app, &desk);
    let Some(new) = new else {
        return show_refused(&view(&app, &ctx, &desk, form));
    };
    let (own_app, now, permit) = (app.clone(), ctx.now(), desk.permit);
    let write = app
        .db
        .write(move |tx| Box::pin(async move { open(tx, &own_app, &permit, &new, now).await }));
    match write.await {
        Ok(opened) => {
            app.outbox.wake();
            let there = format!("/staff/moves/{opened}");
            return Ok(go_saying(&app, &there, "move-opened"));
        }
        Err(OpenError::Waiting(_)) => form.refuse(FieldError::new("", "move_waiting")),
        Err(OpenError::Same) => form.refuse(FieldError::new("municipality", "move_same")),
        Err(OpenError::Database(error)) => return Err(error.into()),
    }
    desk = self::desk(&app, &actor, &id, &ctx).await?;
    show_refused(&view(&app, &ctx, &desk, form))
}
