//! What the accountant does to many charges or entries at once.

use axum::extract::State;
use axum::response::Response;
use database::DbError;
use jiff::Timestamp;

use super::list::note_look_up;
use crate::accounts::Actor;
use crate::app::Shared;
use crate::payments::actions::{ManageError, pay_back, set_aside, waive};
use crate::payments::bank_store;
use crate::payments::permissions::{KeepBooks, keeps_any_books, may_keep_books};
use crate::payments::store::{self, ChargeLine};
use crate::payments::token;
use crate::payments::types::{AsideKind, ChargeId, Entry, EntryId};
use crate::permit::Permit;
use crate::staff_tables::bulk::{Ask, Chosen, Outcome, Question, Why, reason};
use crate::web::{AppError, Context, PostedBy, go_saying};

/// The charges of these ids whose books the actor keeps; the look is noted.
async fn charges(
    app: &Shared,
    actor: &Actor,
    ids: &[i64],
    now: Timestamp,
) -> Result<Vec<ChargeLine>, AppError> {
    let (by, tree, ids) = (actor.account_id, app.organisations.current(), ids.to_vec());
    let actor = actor.clone();
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            note_look_up(tx, by, ("charges", 0), now).await?;
            let mut found: Vec<ChargeLine> = tx.among(store::LIST_LINES_AMONG, &ids).await?;
            found.retain(|one| may_keep_books(&actor, &tree, one.organisation_id).is_some());
            Ok::<_, DbError>(found)
        })
    });
    Ok(write.await?)
}

/// `POST /staff/payments`: `deed` is `waive` or `pay-back`.
pub(super) async fn settle(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let chosen = Chosen::of(&form)?;
    let is_waiver = chosen.deed == "waive";
    if !keeps_any_books(&actor) || !(is_waiver || chosen.deed == "pay-back") {
        return Err(AppError::NotFound);
    }
    if chosen.ids.is_empty() {
        return Ok(go_saying(&app, &ctx.here(), "lists-none-chosen"));
    }
    let found = charges(&app, &actor, &chosen.ids, ctx.now()).await?;
    let found = chosen.in_order(found, |one| one.id.get());
    let words = if chosen.is_confirmed && is_waiver {
        reason(&mut form)
    } else {
        String::new()
    };
    if !chosen.is_confirmed || !form.is_fine() {
        let label = Ask::reason("staff-transfer-reason", "payments-waive-reason-hint");
        return Question {
            chosen: &chosen,
            names: found.iter().map(|one| name_of(&ctx, one)).collect(),
            back: ctx.here(),
            asks: Vec::from_iter(is_waiver.then_some(label)),
            is_grave: is_waiver,
        }
        .page(&ctx, form);
    }
    let mut outcome = Outcome::new(&ctx);
    for id in &chosen.ids {
        let (mut named, mut fate) = (Default::default(), Err(Why::Missing));
        if let Some(one) = found.iter().find(|one| one.id.get() == *id) {
            let there = format!("/staff/payments/charges/{id}");
            named = (name_of(&ctx, one), there);
            let tree = app.organisations.current();
            if let Some(permit) = may_keep_books(&actor, &tree, one.organisation_id) {
                let words = is_waiver.then(|| words.clone());
                fate = settle_one(&app, permit, one.id, words, ctx.now()).await;
            }
        }
        outcome.note(named, fate);
    }
    app.outbox.wake();
    outcome.page(&ctx, &chosen.deed, ctx.here())
}

fn name_of(ctx: &Context, one: &ChargeLine) -> String {
    let amount = ctx.t().money(one.remaining(), &one.currency);
    format!("{}, {}, {amount}", one.name(), token::title_of(one.id))
}

/// Waives a charge for a reason; without one, its money went back.
async fn settle_one(
    app: &Shared,
    permit: Permit<KeepBooks>,
    id: ChargeId,
    reason: Option<String>,
    now: Timestamp,
) -> Result<(), Why> {
    let own = app.clone();
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            match reason {
                Some(reason) => waive(tx, &own, &permit, id, &reason, now).await,
                None => pay_back(tx, &own, &permit, id, now).await,
            }
        })
    });
    write.await.map_err(why)
}

fn why(error: ManageError) -> Why {
    match error {
        ManageError::Database(error) => error.into(),
        _ => Why::refused("payment_not_possible"),
    }
}

/// The entries of these ids whose books the actor keeps, with the permit for each; the look is noted.
async fn entries(
    app: &Shared,
    actor: &Actor,
    ids: &[i64],
    now: Timestamp,
) -> Result<Vec<(Entry, Permit<KeepBooks>)>, AppError> {
    let (by, tree, ids) = (actor.account_id, app.organisations.current(), ids.to_vec());
    let actor = actor.clone();
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            note_look_up(tx, by, ("entries", 0), now).await?;
            let found: Vec<Entry> = tx.among(bank_store::LIST_ENTRIES_AMONG, &ids).await?;
            let with_permit = |one: Entry| {
                let permit = may_keep_books(&actor, &tree, one.organisation_id?)?;
                Some((one, permit))
            };
            Ok::<_, DbError>(found.into_iter().filter_map(with_permit).collect())
        })
    });
    Ok(write.await?)
}

/// `POST /staff/payments/queue`: `deed` is `set-aside`.
pub(super) async fn leave(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let chosen = Chosen::of(&form)?;
    if !keeps_any_books(&actor) || chosen.deed != "set-aside" {
        return Err(AppError::NotFound);
    }
    if chosen.ids.is_empty() {
        return Ok(go_saying(&app, &ctx.here(), "lists-none-chosen"));
    }
    let found = entries(&app, &actor, &chosen.ids, ctx.now()).await?;
    let mut found = chosen.in_order(found, |(one, _)| one.id.get());
    let words = if chosen.is_confirmed {
        reason(&mut form)
    } else {
        String::new()
    };
    let name_of = |one: &Entry| {
        let amount = ctx.t().money(one.waiting(), &one.currency);
        format!("{amount}, {}, {}", one.counterparty, one.title)
    };
    if !chosen.is_confirmed || !form.is_fine() {
        let ask = Ask::reason("staff-transfer-reason", "payments-aside-reason-hint");
        return Question {
            chosen: &chosen,
            names: found.iter().map(|(one, _)| name_of(one)).collect(),
            back: ctx.here(),
            asks: vec![ask],
            is_grave: false,
        }
        .page(&ctx, form);
    }
    let mut outcome = Outcome::new(&ctx);
    for id in &chosen.ids {
        let place = found.iter().position(|(one, _)| one.id.get() == *id);
        let Some((one, permit)) = place.map(|place| found.swap_remove(place)) else {
            outcome.note(Default::default(), Err(Why::Missing));
            continue;
        };
        let (entry, words, now): (EntryId, _, _) = (one.id, words.clone(), ctx.now());
        let write = app.db.write(move |tx| {
            Box::pin(async move {
                set_aside(tx, &permit, entry, (AsideKind::NoPayment, &words), now).await
            })
        });
        let named = (name_of(&one), format!("/staff/payments/entries/{id}"));
        outcome.note(named, write.await.map_err(why));
    }
    outcome.page(&ctx, &chosen.deed, ctx.here())
}
