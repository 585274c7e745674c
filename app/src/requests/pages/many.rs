//! Closing many requests at once.

use axum::extract::State;
use axum::response::Response;
use database::DbError;

use crate::app::Shared;
use crate::audit;
use crate::permit::Permit;
use crate::requests::actions::{RequestError, close};
use crate::requests::permissions::{AnswerRequest, answers_any, may_answer};
use crate::requests::store;
use crate::requests::types::Request;
use crate::staff_tables::bulk::{Chosen, Outcome, Question, Why};
use crate::web::{AppError, Context, PostedBy, go_saying};

/// `POST /staff/requests`: `deed` is `close`.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, form }: PostedBy,
) -> Result<Response, AppError> {
    let chosen = Chosen::of(&form)?;
    if !answers_any(&actor) || chosen.deed != "close" {
        return Err(AppError::NotFound);
    }
    if chosen.ids.is_empty() {
        return Ok(go_saying(&app, &ctx.here(), "lists-none-chosen"));
    }
    let (by, now, tree, ids) = (
        actor.account_id,
        ctx.now(),
        app.organisations.current(),
        chosen.ids.clone(),
    );
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            audit::Entry::new(now, by, "request.look_up", "requests", 0)
                .write(tx)
                .await?;
            let found: Vec<Request> = tx.among(store::LIST_AMONG, &ids).await?;
            let with_permit = |one: Request| {
                let permit = may_answer(&actor, &tree, &one)?;
                Some((one, permit))
            };
            Ok::<_, DbError>(found.into_iter().filter_map(with_permit).collect())
        })
    });
    let found: Vec<(Request, Permit<AnswerRequest>)> = write.await?;
    let mut found = chosen.in_order(found, |(one, _)| one.id.get());
    let name_of = |one: &Request| format!("{}, {}", one.subject, one.name);
    if !chosen.is_confirmed {
        return Question {
            chosen: &chosen,
            names: found.iter().map(|(one, _)| name_of(one)).collect(),
            back: ctx.here(),
            asks: Vec::new(),
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
        let own = app.clone();
        let write = app
            .db
            .write(move |tx| Box::pin(async move { close(tx, &own, &permit, now).await }));
        let fate = write.await.map_err(|error| match error {
            RequestError::NotPossible => Why::refused("request_moved"),
            RequestError::Database(error) => error.into(),
        });
        let named = (name_of(&one), format!("/staff/requests/{id}"));
        outcome.note(named, fate);
    }
    app.outbox.wake();
    outcome.page(&ctx, &chosen.deed, ctx.here())
}
