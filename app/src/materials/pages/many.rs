//! What is done to many materials at once: opened from the start, closed until the gate opens, deleted.

use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;
use jiff::Timestamp;

use crate::app::Shared;
use crate::enrolment::staff::{Opened, open_group};
use crate::materials::actions::{open_from_start, remove};
use crate::materials::permissions::may_keep_materials;
use crate::materials::{Material, of_group};
use crate::staff_tables::bulk::{Chosen, Outcome, Question, Why};
use crate::web::{AppError, Context, PostedBy, go, go_saying};

/// What can be done; the last one can not be taken back.
pub(super) const DEEDS: [&str; 3] = ["open-files", "close-files", "delete-files"];

fn list_of(opened: &Opened) -> String {
    format!("/staff/groups/{}/materials", opened.detail.group.id)
}

/// `GET /staff/groups/{group}/materials/many`: whoever reloads the question comes back to the list.
pub(super) async fn back(
    State(app): State<Shared>,
    ctx: Context,
    Path(group): Path<String>,
) -> Result<Response, AppError> {
    let opened = open_group(&app, ctx.staff()?, &group).await?;
    Ok(go(&list_of(&opened)))
}

/// `POST /staff/groups/{group}/materials/many`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(group): Path<String>,
    PostedBy { actor, form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open_group(&app, &actor, &group).await?;
    let chosen = Chosen::of(&form)?;
    if !DEEDS.contains(&chosen.deed.as_str()) {
        return Err(AppError::NotFound);
    }
    let (back, id) = (list_of(&opened), opened.detail.group.id);
    if chosen.ids.is_empty() {
        return Ok(go_saying(&app, &back, "lists-none-chosen"));
    }
    let read = app.db.read(move |tx| Box::pin(of_group(tx, id)));
    let mut found: Vec<Material> = read.await?;
    found.retain(|one| chosen.ids.contains(&one.id.get()));
    let found = chosen.in_order(found, |one| one.id.get());
    if !chosen.is_confirmed {
        return Question {
            chosen: &chosen,
            names: found.into_iter().map(|one| one.name).collect(),
            back,
            asks: Vec::new(),
            is_grave: chosen.deed == "delete-files",
        }
        .page(&ctx, form);
    }
    let mut outcome = Outcome::new(&ctx);
    for id in &chosen.ids {
        let (mut named, mut fate) = (Default::default(), Err(Why::Missing));
        if let Some(one) = found.iter().find(|one| one.id.get() == *id) {
            named = (one.name.clone(), back.clone());
            fate = do_one(&app, &opened, one, &chosen.deed, ctx.now()).await;
        }
        outcome.note(named, fate);
    }
    outcome.page(&ctx, &chosen.deed, back)
}

async fn do_one(
    app: &Shared,
    opened: &Opened,
    one: &Material,
    deed: &str,
    now: Timestamp,
) -> Result<(), Why> {
    let (permit, id) = (may_keep_materials(&opened.keep), one.id);
    if deed == "delete-files" {
        return Ok(remove(app, permit, id, now).await?);
    }
    let opens = deed == "open-files";
    let write = app.db.write(move |tx| {
        Box::pin(async move { open_from_start(tx, &permit, id, opens, now).await })
    });
    Ok(write.await.map_err(|error: DbError| error)?)
}
