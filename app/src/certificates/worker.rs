//! Issues certificates whose holders have completed their data since.

use database::DbError;

use super::actions::{Outcome, issue};
use super::store;
use crate::app::Shared;
use crate::enrolment::EnrolmentId;

/// Looks once through those that wait; answers how many were issued.
///
/// # Errors
/// The database does not answer.
pub async fn sweep(app: &Shared) -> Result<usize, DbError> {
    let list = app
        .db
        .read(|tx| Box::pin(tx.all::<EnrolmentId>(store::LIST_READY_AGAIN, &[])));
    let waiting: Vec<EnrolmentId> = list.await?;
    let mut issued = 0;
    for id in waiting {
        let (own, now) = (app.clone(), app.clock.now());
        let write = app
            .db
            .write(move |tx| Box::pin(async move { issue(tx, &own, id, now).await }));
        match write.await {
            Ok(Outcome::Issued(_)) => issued += 1,
            Ok(_) => {}
            // One must not keep the others from theirs.
            Err(error) => {
                tracing::error!(%error, enrolment = id.get(), "a certificate could not be issued");
            }
        }
    }
    if issued > 0 {
        app.outbox.wake();
    }
    Ok(issued)
}
