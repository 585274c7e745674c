//! Payments whose notification never came: the network lost it, or nobody was there to hear it. The gateway is asked about
//! them, less and less often, and what it says is taken like its notification.

use database::DbError;
use jiff::{SignedDuration, Timestamp};

use super::online::{NoticeError, note_notice};
use crate::app::Shared;
use crate::payments::gateway::{Announced, GatewayError};
use crate::payments::online_store::{self, Online};

/// Minutes after the start when the gateway is asked. Its page is open for half an hour, slow transfers take a day or two.
const ASKED_AFTER: [i64; 6] = [10, 40, 180, 1_440, 2_880, 5_760];

/// When the gateway is asked about a payment that it was asked about so many times; none when no more.
pub(super) fn asked_at(started_at: Timestamp, attempts: i64) -> Option<Timestamp> {
    let minutes = ASKED_AFTER.get(usize::try_from(attempts).ok()?)?;
    started_at
        .checked_add(SignedDuration::from_mins(*minutes))
        .ok()
}

/// Asks the gateway about payments that were set out for and never announced. Calling it again changes nothing.
///
/// # Errors
/// The database refuses; the next call goes on.
pub async fn seek_silent(app: &Shared, now: Timestamp) -> Result<(), DbError> {
    let Some(gateway) = &app.gateway else {
        return Ok(());
    };
    let read = app.db.read(move |tx| {
        Box::pin(async move { tx.all::<Online>(online_store::LIST_SILENT, &[&now]).await })
    });
    let silent: Vec<Online> = read.await.map_err(|error: DbError| error)?;
    for online in silent {
        let answer = gateway.find_paid(&online.session).await;
        note_answer(app, online, answer, now).await?;
    }
    Ok(())
}

async fn note_answer(
    app: &Shared,
    online: Online,
    answer: Result<Option<Announced>, GatewayError>,
    now: Timestamp,
) -> Result<(), DbError> {
    let paid = answer.unwrap_or_else(|error| {
        tracing::warn!(%error, "the gateway does not say whether a payment was made");
        None
    });
    let own = app.clone();
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            if let Some(announced) = paid {
                return match note_notice(tx, &own, &online, &announced, now).await {
                    Err(NoticeError::Database(error)) => Err(error),
                    _ => Ok(()),
                };
            }
            let later = asked_at(online.started_at, online.attempts + 1);
            // After a long silence of our own, once is enough for all that was missed.
            let later = later.map(|at| at.max(now));
            tx.exec(online_store::ASK_LATER, &[&online.id, &later])
                .await?;
            Ok(())
        })
    });
    write.await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gateway_is_asked_less_and_less_often_and_then_no_more() {
        let start = Timestamp::UNIX_EPOCH;
        let times: Vec<_> = (0..).map_while(|n| asked_at(start, n)).collect();
        assert_eq!(times.len(), ASKED_AFTER.len());
        let pauses = times.windows(2).map(|two| two[1].duration_since(two[0]));
        assert!(pauses.is_sorted());
    }
}
