//! The daily letter: written in the morning of each working day to those for whom something waits, and switched off or on.

use database::{DbError, Tx};
use jiff::Timestamp;
use jiff::civil::{Date, Time, time};
use jiff::tz::TimeZone;

use super::permissions::SwitchDigest;
use super::types::{Line, Reader, Recipient};
use super::{digest_store as store, letters, lines, rules};
use crate::accounts::sessions;
use crate::app::Shared;
use crate::audit;
use crate::clock;
use crate::i18n::Lang;
use crate::outbox;
use crate::permit::Permit;

/// On the clock of the organisation: from then on letters are written.
pub const DIGEST_FROM: Time = time(7, 0, 0, 0);
/// Who has none by then, since nothing ran before, waits for the next day.
pub const DIGEST_UNTIL: Time = time(12, 0, 0, 0);

/// Writes to everybody for whom something waits and who was not written to today; called by a worker, safe on several nodes.
/// Answers how many letters.
///
/// # Errors
/// The database does not answer; who was written to is not written to again.
pub async fn tell_what_waits(app: &Shared, now: Timestamp) -> Result<usize, DbError> {
    let read = app.db.read_long(move |tx| {
        Box::pin(async move { tx.all::<Recipient>(store::LIST_RECIPIENTS, &[&now]).await })
    });
    let mut told = 0;
    for recipient in read.await? {
        let Some(day) = day_of(&recipient, now) else {
            continue;
        };
        match tell(app, &recipient, day, now).await {
            Ok(is_told) => told += usize::from(is_told),
            // One account must not keep the others from their letters.
            Err(error) => {
                tracing::error!(%error, account = recipient.id.get(), "the daily letter could not be written");
            }
        }
    }
    if told > 0 {
        app.outbox.wake();
    }
    Ok(told)
}

/// The day of which a letter is due to somebody; none when it is not the time, or was thought of.
fn day_of(recipient: &Recipient, now: Timestamp) -> Option<Date> {
    let named = recipient.time_zone.as_deref();
    let zone = named.and_then(|name| TimeZone::get(name).ok());
    let zone = zone.unwrap_or_else(clock::zone);
    let day = rules::day_of_letter(now, &zone, (DIGEST_FROM, DIGEST_UNTIL))?;
    recipient
        .told_on
        .is_none_or(|told| told < day)
        .then_some(day)
}

async fn tell(
    app: &Shared,
    recipient: &Recipient,
    day: Date,
    now: Timestamp,
) -> Result<bool, DbError> {
    let (account, tree) = (recipient.id, app.organisations.current());
    let read = app.db.read_long(move |tx| {
        Box::pin(async move {
            let roles = sessions::roles_of(tx, account, now).await?;
            let reader = Reader { account, roles };
            lines::waiting(tx, &tree, &reader, now).await
        })
    });
    let lines: Vec<Line> = read.await?;
    let lang = Lang::from_code(&recipient.language).unwrap_or_default();
    let letter = (!lines.is_empty()).then(|| letters::digest(app, lang, day, &lines));
    let email = recipient.email.clone();
    let write = app.db.write_retrying(move |tx| {
        let (letter, email) = (letter.clone(), email.clone());
        Box::pin(async move {
            if tx.exec(store::CLAIM_DAY, &[&account, &day]).await? != 1 {
                return Ok::<_, DbError>(false);
            }
            let Some(letter) = letter else {
                return Ok(false);
            };
            let key = format!("digest.{account}.{day}");
            outbox::queue(tx, &key, Some(account), &email, &letter, now).await?;
            Ok(true)
        })
    });
    write.await
}

/// Switches the own daily letter off or on.
///
/// # Errors
/// The database refuses.
pub async fn switch_digest(
    tx: &mut Tx<'_>,
    permit: &Permit<SwitchDigest>,
    is_off: bool,
    now: Timestamp,
) -> Result<(), DbError> {
    let account = permit.on();
    let words = |is_off: bool| if is_off { "off" } else { "on" };
    let was: i64 = tx.one(store::COUNT_OFF, &[&account]).await?;
    tx.exec(store::SWITCH, &[&account, &is_off]).await?;
    let entry = audit::Entry {
        before: Some(words(was > 0)),
        after: Some(words(is_off)),
        ..audit::Entry::new(now, permit.by(), "digest.switch", "account", account.get())
    };
    entry.write(tx).await
}
