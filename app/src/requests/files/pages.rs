//! Taking files in and handing them out, on both sides of a thread.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{get, post};
use database::DbError;

use super::{
    AttachError, Attached, ENDINGS, FileId, From, MOST_BYTES, NewFile, ROOM, attach, file_store,
};
use crate::app::Shared;
use crate::audit;
use crate::catalogue::editing::pages::id_of;
use crate::files::refusals::{not_taken, wrong_name};
use crate::files::{Files, NameProblem, clean_file_name, send};
use crate::forms::FieldError;
use crate::i18n::Translator;
use crate::requests::links::{self, Purpose};
use crate::requests::pages::{staff, thread};
use crate::requests::types::RequestId;
use crate::web::headers::secret_address;
use crate::web::{AppError, Context, Uploaded, UploadedByLink, UploadedFile, go_saying};

/// What browsers offer to choose.
pub(in crate::requests) const ACCEPT: &str = ".pdf,.jpg,.jpeg,.png";

/// Routes of the files.
pub(in crate::requests) fn routes() -> Router<Shared> {
    Router::new()
        .route("/requests/{link}/files", post(take_by_link))
        .route("/requests/{link}/files/{attachment}", get(give_by_link))
        .route("/staff/requests/{request}/files", post(take_from_staff))
        .route(
            "/staff/requests/{request}/files/{attachment}",
            get(give_to_staff),
        )
}

/// Checks the name and brings the file into the store, or says why not. What is refused before it was sent whole is read to its
/// end, since browsers show no answer before.
async fn receive(
    app: &Shared,
    t: Translator,
    file: Option<UploadedFile>,
    refused: Option<FieldError>,
) -> Result<NewFile, FieldError> {
    let mut file = file.ok_or(FieldError::new("file", "material_no_file"))?;
    let checked = clean_file_name(file.name()).and_then(|(name, kind)| {
        if ENDINGS.contains(&kind.ending) {
            Ok((name, kind))
        } else {
            Err(NameProblem::NotTaken(kind.ending.to_owned()))
        }
    });
    let checked = checked.map_err(wrong_name);
    let (name, kind) = match (checked, refused) {
        (Ok(checked), None) => checked,
        (Err(refusal), _) | (_, Some(refusal)) => {
            file.forget().await;
            return Err(refusal);
        }
    };
    let key = Files::new_key(ROOM, &app.random);
    let received = app.files.receive(&key, kind, MOST_BYTES, file.pieces());
    match received.await {
        Ok(facts) => Ok(NewFile {
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
            let most = t.get("requests-file-most").to_string();
            Err(not_taken(&reason, kind.ending, &most))
        }
    }
}

/// What stands in the thread for a file.
fn words(t: Translator, file: &NewFile) -> String {
    t.get("requests-file-said")
        .text("name", &file.name)
        .to_string()
}

fn refusal(error: AttachError) -> Result<FieldError, AppError> {
    match error {
        AttachError::Enough => Ok(FieldError::new("file", "request_files_enough")),
        AttachError::NotPossible => Ok(FieldError::new("", "request_moved")),
        AttachError::Database(error) => Err(error.into()),
    }
}

/// `POST /requests/{link}/files`
async fn take_by_link(
    State(app): State<Shared>,
    ctx: Context,
    Path(link): Path<String>,
    UploadedByLink { mut form, file }: UploadedByLink,
) -> Result<Response, AppError> {
    let found = thread::load(&app, &link).await?;
    let id = found.id();
    let tired = thread::within_letters(&app, &ctx, &found).err();
    let refusal = match receive(&app, ctx.t(), file, tired).await {
        Ok(file) => {
            let words = words(ctx.t(), &file);
            match attach(&app, From::Asker(id), (file, words), ctx.now()).await {
                Ok(()) => {
                    let here = links::path(&app, Purpose::Thread, id);
                    return Ok(go_saying(&app, &here, "requests-attached"));
                }
                Err(error) => refusal(error)?,
            }
        }
        Err(refusal) => refusal,
    };
    form.refuse(refusal);
    thread::refused(&app, &ctx, found, form)
}

/// `POST /staff/requests/{request}/files`
async fn take_from_staff(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    Uploaded {
        actor,
        mut form,
        file,
    }: Uploaded,
) -> Result<Response, AppError> {
    let permit = staff::permit(&app, &actor, &id, ctx.now()).await?;
    let there = format!("/staff/requests/{}", permit.on());
    let refusal = match receive(&app, ctx.t(), file, None).await {
        Ok(file) => {
            let words = words(ctx.t(), &file);
            match attach(&app, From::Staff(permit), (file, words), ctx.now()).await {
                Ok(()) => return Ok(go_saying(&app, &there, "requests-attached")),
                Err(error) => refusal(error)?,
            }
        }
        Err(refusal) => refusal,
    };
    form.refuse(refusal);
    staff::refused(&app, &ctx, (&actor, &id), form).await
}

async fn find(app: &Shared, request: RequestId, file: &str) -> Result<Attached, AppError> {
    let file: FileId = file.parse().map_err(|_| AppError::NotFound)?;
    let read = app.db.read(move |tx| {
        Box::pin(async move { tx.opt(file_store::FIND_FILE, &[&request, &file]).await })
    });
    let found: Option<Attached> = read.await.map_err(|error: DbError| error)?;
    found.ok_or(AppError::NotFound)
}

/// `GET /requests/{link}/files/{attachment}`: whoever has the link reads the thread, and so its files.
async fn give_by_link(
    State(app): State<Shared>,
    Path((link, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let request = thread::load(&app, &link).await?.id();
    let found = find(&app, request, &file).await?;
    Ok(secret_address(
        send(&app.files, &found.served(), &headers).await?,
    ))
}

/// `GET /staff/requests/{request}/files/{attachment}`: every copy is noted.
async fn give_to_staff(
    State(app): State<Shared>,
    ctx: Context,
    Path((id, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    let request: RequestId = id_of(&id)?;
    let organisation = staff::organisation_of(&app, actor, request).await?;
    let found = find(&app, request, &file).await?;
    let (by, now) = (actor.account_id, ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let entry = audit::Entry {
                organisation_id: Some(organisation),
                ..audit::Entry::new(now, by, "request.read_file", "request", request.get())
            };
            entry.write(tx).await
        })
    });
    write.await.map_err(|error: DbError| error)?;
    send(&app.files, &found.served(), &headers).await
}
