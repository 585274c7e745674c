//! A file is handed in.

use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::keeping;
use crate::app::Shared;
use crate::enrolment::staff::{Opened, open_group};
use crate::files::refusals::{not_taken, wrong_name};
use crate::files::{Files, MOST_BYTES, clean_file_name};
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::materials::actions::{AddError, New, add};
use crate::materials::permissions::may_keep_materials;
use crate::materials::rules::MOST;
use crate::materials::{ROOM, store};
use crate::web::{AppError, Context, Uploaded, UploadedFile, show_refused};

const FIELD: &str = "file";

/// `POST /staff/groups/{group}/materials`
pub(super) async fn take(
    State(app): State<Shared>,
    ctx: Context,
    Path(group): Path<String>,
    Uploaded {
        actor,
        mut form,
        file,
    }: Uploaded,
) -> Result<Response, AppError> {
    let opened = open_group(&app, &actor, &group).await?;
    let from_start = form.value("from_start") == "yes";
    match receive(&app, ctx.t(), &opened, file, from_start).await? {
        Ok(new) => match add(&app, may_keep_materials(&opened.keep), new, ctx.now()).await {
            Ok(_) => return Ok(keeping::said(&app, &opened, "material-added")),
            Err(AddError::TooMany) => form.refuse(too_many()),
            Err(AddError::Database(error)) => return Err(error.into()),
        },
        Err(refusal) => form.refuse(refusal),
    }
    refused(&app, &ctx, &opened, form).await
}

async fn refused(
    app: &Shared,
    ctx: &Context,
    opened: &Opened,
    form: Form,
) -> Result<Response, AppError> {
    show_refused(&keeping::page(app, ctx, opened, form).await?)
}

fn too_many() -> FieldError {
    FieldError::new(FIELD, "material_too_many").with("most", MOST)
}

/// Checks the name and brings the file into the store, or says why not. What was refused before it was sent whole is read
/// to its end, since browsers show no answer before.
async fn receive(
    app: &Shared,
    t: Translator,
    opened: &Opened,
    file: Option<UploadedFile>,
    from_start: bool,
) -> Result<Result<New, FieldError>, AppError> {
    let Some(mut file) = file else {
        return Ok(Err(FieldError::new(FIELD, "material_no_file")));
    };
    let group = opened.detail.group.id;
    let count = app.db.read(move |tx| {
        Box::pin(async move { tx.one::<i64>(store::COUNT_OF_GROUP, &[&group]).await })
    });
    let count = count.await.map_err(|error: DbError| error)?;
    let checked = if usize::try_from(count).is_ok_and(|count| count >= MOST) {
        Err(too_many())
    } else {
        clean_file_name(file.name()).map_err(wrong_name)
    };
    let (name, kind) = match checked {
        Ok(checked) => checked,
        Err(refusal) => {
            file.forget().await;
            return Ok(Err(refusal));
        }
    };
    let key = Files::new_key(ROOM, &app.random);
    match app
        .files
        .receive(&key, kind, MOST_BYTES, file.pieces())
        .await
    {
        Ok(facts) => Ok(Ok(New {
            name,
            kind,
            facts,
            key,
            from_start,
        })),
        Err(reason) => {
            let most = keeping::size_in_words(t, MOST_BYTES / 1_048_576 * 1_000_000);
            if !reason.is_over() {
                file.forget().await;
            }
            Ok(Err(not_taken(&reason, kind.ending, &most)))
        }
    }
}
