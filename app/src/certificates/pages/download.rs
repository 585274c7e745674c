//! The certificate as a file: for whoever the enrolment concerns, and for staff of the branch that issued it. For others it
//! does not exist.

use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use crate::app::Shared;
use crate::audit;
use crate::certificates::gate::{Facts, gate};
use crate::certificates::layouts::{self, Ready};
use crate::certificates::permissions::may_see;
use crate::certificates::{Certificate, CertificateId, current_of, store};
use crate::enrolment::{self, EnrolmentId};
use crate::i18n::Lang;
use crate::payments;
use crate::web::{AppError, Context, PDF, download};

/// `GET /my/trainings/{enrolment}/certificate.pdf`
pub(super) async fn own(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<EnrolmentId>,
) -> Result<Response, AppError> {
    let account_id = ctx.actor()?.account_id;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let concern = enrolment::concern_of(tx, account_id, id).await?;
            concern.ok_or(DbError::NotFound)?;
            let enrolment = enrolment::find(tx, id).await?.ok_or(DbError::NotFound)?;
            let charge = payments::charge_of(tx, id)
                .await?
                .map(|charge| charge.state);
            let gate = gate(&Facts::of(&enrolment, charge));
            if !gate.is_open() {
                return Err(DbError::NotFound);
            }
            current_of(tx, id).await?.ok_or(DbError::NotFound)
        })
    });
    let certificate = read.await?;
    file(&app, &certificate).await
}

/// `GET /staff/certificates/{id}.pdf`
pub(super) async fn of_branch(
    State(app): State<Shared>,
    ctx: Context,
    Path(file_name): Path<String>,
) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    let id = file_name.strip_suffix(".pdf").ok_or(AppError::NotFound)?;
    let id: CertificateId = id.parse().map_err(|_| AppError::NotFound)?;
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.one(store::FIND, &[&id]).await }));
    let certificate: Certificate = read.await.map_err(|error: DbError| error)?;
    if !may_see(actor, &app.organisations.current(), &certificate) {
        return Err(AppError::NotFound);
    }
    let (by, now, home) = (actor.account_id, ctx.now(), certificate.organisation_id);
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let entry = audit::Entry {
                organisation_id: Some(home),
                ..audit::Entry::new(now, by, "certificate.look_one", "certificate", id.get())
            };
            entry.write(tx).await
        })
    });
    write.await.map_err(|error: DbError| error)?;
    file(&app, &certificate).await
}

async fn file(app: &Shared, certificate: &Certificate) -> Result<Response, AppError> {
    let layout = layout_of(app, certificate).await?;
    let base_url = &app.config.base_url;
    let printed = app.printer.print(certificate, layout.as_ref(), base_url);
    let bytes = printed.await?;
    let word = match certificate.snapshot.lang {
        Lang::Pl => "zaswiadczenie",
        Lang::Ru => "sertifikat",
        Lang::En => "certificate",
    };
    let number = certificate.register_number.replace('/', "-");
    Ok(download(PDF, &format!("{word}-{number}.pdf"), bytes))
}

/// The layout that a certificate was issued with; none is the standard one.
pub(super) async fn layout_of(
    app: &Shared,
    certificate: &Certificate,
) -> Result<Option<Ready>, DbError> {
    let Some(id) = certificate.layout_id else {
        return Ok(None);
    };
    let read = app
        .db
        .read(move |tx| Box::pin(async move { layouts::load(tx, id).await }));
    read.await.map(Some)
}
