//! The signed copy: handed in by the institution, handed out to it and to whoever decides.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use database::DbError;

use super::{find, one};
use crate::app::Shared;
use crate::audit;
use crate::families::moving::actions::{SubmitError, submit};
use crate::families::moving::permissions::{may_decide_move, may_keep_move};
use crate::families::moving::rules::{self, Step};
use crate::families::moving::types::SignedCopy;
use crate::families::moving::{ENDINGS, MOST_BYTES, ROOM};
use crate::files::refusals::{not_taken, wrong_name};
use crate::files::{Files, NameProblem, clean_file_name, send};
use crate::forms::FieldError;
use crate::i18n::Translator;
use crate::web::{AppError, Context, Uploaded, UploadedFile, go_saying};

/// `POST /staff/moves/{move}/signed`
pub(super) async fn take(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    Uploaded {
        actor,
        mut form,
        file,
    }: Uploaded,
) -> Result<Response, AppError> {
    let found = find(&app, &actor, &id).await?;
    let tree = app.organisations.current();
    let permit = may_keep_move(&actor, &tree, &found).ok_or(AppError::NotFound)?;
    let waits = rules::after(found.state, Step::Submit).is_some();
    let refusal = match receive(&app, ctx.t(), file, waits).await {
        Ok(copy) => match submit(&app, permit, copy, ctx.now()).await {
            Ok(()) => {
                let there = format!("/staff/moves/{}", found.id);
                return Ok(go_saying(&app, &there, "move-submitted"));
            }
            Err(SubmitError::Meanwhile) => FieldError::new("", "move_meanwhile"),
            Err(SubmitError::Database(error)) => return Err(error.into()),
        },
        Err(refusal) => refusal,
    };
    form.refuse(refusal);
    one::refused(&app, &ctx, (&actor, &id), form).await
}

/// Checks the name and brings the copy into the store, or says why not. What is refused before it was sent whole is read to
/// its end, since browsers show no answer before.
async fn receive(
    app: &Shared,
    t: Translator,
    file: Option<UploadedFile>,
    waits: bool,
) -> Result<SignedCopy, FieldError> {
    let mut file = file.ok_or(FieldError::new("file", "material_no_file"))?;
    let checked = clean_file_name(file.name()).and_then(|(name, kind)| {
        if ENDINGS.contains(&kind.ending) {
            Ok((name, kind))
        } else {
            Err(NameProblem::NotTaken(kind.ending.to_owned()))
        }
    });
    let checked = checked.map_err(wrong_name);
    let meanwhile = || FieldError::new("", "move_meanwhile");
    let checked = checked.and_then(|checked| waits.then_some(checked).ok_or_else(meanwhile));
    let (name, kind) = match checked {
        Ok(checked) => checked,
        Err(refusal) => {
            file.forget().await;
            return Err(refusal);
        }
    };
    let key = Files::new_key(ROOM, &app.random);
    let received = app.files.receive(&key, kind, MOST_BYTES, file.pieces());
    match received.await {
        Ok(facts) => Ok(SignedCopy {
            name,
            kind,
            size: i64::try_from(facts.size).unwrap_or(i64::MAX),
            hash: facts.hash,
            key,
        }),
        Err(reason) => {
            if !reason.is_over() {
                file.forget().await;
            }
            let most = t.get("moving-most").to_string();
            Err(not_taken(&reason, kind.ending, &most))
        }
    }
}

/// `GET /staff/moves/{move}/signed`: for those who deal with it or decide; every copy is noted.
pub(super) async fn hand_out(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    let found = find(&app, actor, &id).await?;
    let tree = app.organisations.current();
    let keeps = may_keep_move(actor, &tree, &found).is_some();
    if !keeps && may_decide_move(actor, &tree, &found).is_none() {
        return Err(AppError::NotFound);
    }
    let copy = found.copy.ok_or(AppError::NotFound)?;
    let (by, child, now) = (actor.account_id, found.person_id, ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let entry = audit::Entry::new(now, by, "move.read_signed", "person", child.get());
            entry.write(tx).await
        })
    });
    write.await.map_err(|error: DbError| error)?;
    send(&app.files, &copy.served(), &headers).await
}
