//! Forms with a file: the fields before the file are read and checked first, then the file is handed on piece by piece.

use std::sync::Arc;
use std::task::Poll;

use axum::body::{BodyDataStream, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use futures_util::{Stream, StreamExt as _, stream};
use multer::{Field, Multipart};

use super::posted::{MOST_BYTES, Source, check_token, context_of, source_of};
use super::{AppError, Context};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::forms::Form;

/// A form with a file, sent by somebody who is signed in. Its token and other fields stand before the file, as they do on
/// the page: nothing of a file is read before its sender is known.
#[derive(Debug)]
pub struct Uploaded {
    /// Who sent it.
    pub actor: Arc<Actor>,
    /// The fields before the file.
    pub form: Form,
    /// The file; none when none was chosen.
    pub file: Option<UploadedFile>,
}

/// A file on its way in.
#[derive(Debug)]
pub struct UploadedFile {
    field: Field<'static>,
    /// Holds the request open until the file is read.
    _rest: Multipart<'static>,
}

impl UploadedFile {
    /// The name that the sender's computer gives it.
    pub fn name(&self) -> &str {
        self.field.file_name().unwrap_or_default()
    }

    /// The content, piece by piece; an error when it stops coming before its end.
    pub fn pieces(&mut self) -> impl Stream<Item = Result<Bytes, multer::Error>> + Unpin + Send {
        &mut self.field
    }

    /// Reads the rest and forgets it: browsers show no answer to what they have not sent.
    pub async fn forget(mut self) {
        while let Ok(Some(_)) = self.field.chunk().await {}
    }
}

impl FromRequest<Shared> for Uploaded {
    type Rejection = AppError;

    async fn from_request(request: Request, app: &Shared) -> Result<Self, AppError> {
        let context = context_of(&request)?;
        if source_of(request.headers(), &app.config.base_url) == Source::Foreign {
            return Err(AppError::ForeignForm);
        }
        let actor = context.actor()?.clone();
        let UploadedByLink { form, file } = UploadedByLink::read(&context, request, app).await?;
        Ok(Self { actor, form, file })
    }
}

/// A form with a file on a page that a secret link opens, by whoever has the link: the caller checks it before it reads the file.
#[derive(Debug)]
pub struct UploadedByLink {
    /// The fields before the file.
    pub form: Form,
    /// The file; none when none was chosen.
    pub file: Option<UploadedFile>,
}

impl FromRequest<Shared> for UploadedByLink {
    type Rejection = AppError;

    async fn from_request(request: Request, app: &Shared) -> Result<Self, AppError> {
        let context = context_of(&request)?;
        if source_of(request.headers(), &app.config.base_url) == Source::Foreign {
            return Err(AppError::ForeignForm);
        }
        Self::read(&context, request, app).await
    }
}

impl UploadedByLink {
    async fn read(context: &Context, request: Request, app: &Shared) -> Result<Self, AppError> {
        let kind = request.headers().get(CONTENT_TYPE);
        let boundary = kind
            .and_then(|value| value.to_str().ok())
            .and_then(|kind| multer::parse_boundary(kind).ok())
            .ok_or(AppError::Unreadable)?;
        let body = one_at_a_time(request.into_body().into_data_stream());
        let mut parts = Multipart::new(body, boundary);
        let (form, field) = read_until_file(context, app, &mut parts).await?;
        let file = field.map(|field| UploadedFile {
            field,
            _rest: parts,
        });
        Ok(Self { form, file })
    }
}

/// The reader of forms takes whatever is ready before it hands anything on; a pause after each piece keeps it at one.
fn one_at_a_time(
    mut body: BodyDataStream,
) -> impl Stream<Item = Result<Bytes, axum::Error>> + Send + 'static {
    let mut pauses = false;
    stream::poll_fn(move |context| {
        if std::mem::take(&mut pauses) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let next = body.poll_next_unpin(context);
        pauses = next.is_ready();
        next
    })
}

async fn read_until_file(
    context: &Context,
    app: &Shared,
    parts: &mut Multipart<'static>,
) -> Result<(Form, Option<Field<'static>>), AppError> {
    let (mut pairs, mut bytes, mut file) = (Vec::new(), 0, None);
    while let Some(mut field) = parts.next_field().await.map_err(broken)? {
        if let Some(name) = field.file_name() {
            file = (!name.is_empty()).then_some(field);
            break;
        }
        let name = field.name().unwrap_or_default().to_owned();
        let mut value = Vec::new();
        while let Some(piece) = field.chunk().await.map_err(broken)? {
            bytes += piece.len();
            if bytes > MOST_BYTES {
                return Err(AppError::TooLarge);
            }
            value.extend_from_slice(&piece);
        }
        let value = String::from_utf8(value).map_err(|_| AppError::Unreadable)?;
        pairs.push((name, value));
    }
    let mut form = Form::from_pairs(pairs);
    check_token(context, app, &form)?;
    form.forget("csrf");
    Ok((form, file))
}

#[expect(clippy::needless_pass_by_value, reason = "as an argument of map_err")]
fn broken(error: multer::Error) -> AppError {
    tracing::debug!(%error, "a form with a file can not be read");
    AppError::Unreadable
}
