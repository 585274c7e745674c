//! A material as a file: for participants when it is open to them, asked anew for every request and so for every part of
//! it; for those who keep the group. For others it does not exist.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use database::DbError;

use crate::app::Shared;
use crate::catalogue::editing::pages::id_of;
use crate::certificates::gate::{Facts, gate};
use crate::enrolment::staff::open_group;
use crate::enrolment::{self, EnrolmentId};
use crate::files::send;
use crate::materials::rules::{Access, access};
use crate::materials::{Material, MaterialId, store};
use crate::payments;
use crate::web::{AppError, Context};

/// `GET /my/trainings/{enrolment}/materials/{material}`
pub(super) async fn own(
    State(app): State<Shared>,
    ctx: Context,
    Path((enrolment, material)): Path<(EnrolmentId, MaterialId)>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let account_id = ctx.actor()?.account_id;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let concern = enrolment::concern_of(tx, account_id, enrolment).await?;
            concern.ok_or(DbError::NotFound)?;
            let enrolment = enrolment::find(tx, enrolment).await?;
            let enrolment = enrolment.ok_or(DbError::NotFound)?;
            let params: database::Params<'_> = &[&material, &enrolment.group_id];
            let material: Material = tx.one(store::FIND, params).await?;
            let charge = payments::charge_of(tx, enrolment.id).await?;
            let charge = charge.map(|charge| charge.state);
            let gate = gate(&Facts::of(&enrolment, charge));
            let access = access(material.from_start, enrolment.state, &gate);
            if access != Access::Open {
                return Err(DbError::NotFound);
            }
            Ok(material)
        })
    });
    let material = read.await?;
    send(&app.files, &material.served(), &headers).await
}

/// `GET /staff/groups/{group}/materials/{material}/file`
pub(super) async fn of_group(
    State(app): State<Shared>,
    ctx: Context,
    Path((group, material)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let opened = open_group(&app, ctx.staff()?, &group).await?;
    let (material, group): (MaterialId, _) = (id_of(&material)?, opened.detail.group.id);
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.one(store::FIND, &[&material, &group]).await }));
    let material: Material = read.await.map_err(|error: DbError| error)?;
    send(&app.files, &material.served(), &headers).await
}
