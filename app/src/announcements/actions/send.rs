//! An announcement is mailed: one letter for each person concerned, all or none.

use database::Tx;
use jiff::Timestamp;

use super::{AnnouncementError, load};
use crate::announcements::permissions::Announce;
use crate::announcements::rules::{Standing, standing};
use crate::announcements::store::{self, Recipient};
use crate::announcements::{Announcement, Mailed, letters};
use crate::app::{App, Shared};
use crate::clock::zone;
use crate::i18n::Lang;
use crate::notices::{AnnouncementId, Audience};
use crate::outbox::Letter;
use crate::permit::Permit;
use crate::secrets::hash_of;
use crate::{audit, outbox};

/// An announcement that can be mailed.
#[derive(Clone, Debug)]
pub struct Ready {
    /// What is announced.
    pub announcement: Announcement,
    /// Whom it concerns, each account once.
    pub to: Vec<Recipient>,
    /// The times that it was mailed before.
    pub mailed: Vec<Mailed>,
}

impl Ready {
    /// What those are known by who get it, and what they get: it goes with what was shown.
    pub fn mark(&self) -> String {
        let ids: Vec<String> = self
            .to
            .iter()
            .map(|one| one.account_id.to_string())
            .collect();
        let all = format!("{} {}", self.announcement.version, ids.join(","));
        data_encoding::HEXLOWER.encode(&hash_of(&all))
    }

    /// The letter as somebody who reads this language gets it.
    pub fn letter(&self, app: &App, lang: Lang) -> Letter {
        letters::letter(app, &self.announcement, lang)
    }

    /// The number of the next time.
    pub fn next_number(&self) -> i64 {
        self.mailed.last().map_or(1, |last| last.number + 1)
    }
}

/// Who would get it now.
///
/// # Errors
/// [`AnnouncementError`].
pub async fn prepare(
    tx: &mut Tx<'_>,
    id: AnnouncementId,
    now: Timestamp,
) -> Result<Ready, AnnouncementError> {
    let found = load(tx, id).await?;
    let announcement = found.ok_or(AnnouncementError::NotThere)?;
    let today = now.to_zoned(zone()).date();
    if standing(&announcement, today) == Standing::Past {
        return Err(AnnouncementError::Over);
    }
    let home = announcement.organisation_id;
    let to: Vec<Recipient> = match announcement.draft.audience {
        Audience::Staff => tx.all(store::LIST_STAFF, &[&home, &now]).await?,
        Audience::Everybody | Audience::Participants => {
            tx.all(store::LIST_PARTICIPANTS, &[&home, &id]).await?
        }
    };
    Ok(Ready {
        mailed: tx.all(store::LIST_MAILED, &[&id]).await?,
        announcement,
        to,
    })
}

/// Queues the letters: to each account once, in the language of each, when exactly those get what was shown before
/// ([`Ready::mark`]). Sent again with the same `number` nothing happens. `app.outbox.wake()` afterwards sends at once.
///
/// # Errors
/// [`AnnouncementError`]; nothing was sent then.
pub async fn send(
    app: &Shared,
    permit: Permit<Announce>,
    (id, number): (AnnouncementId, i64),
    shown: String,
    now: Timestamp,
) -> Result<(), AnnouncementError> {
    let home = app.clone();
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let ready = prepare(tx, id, now).await?;
            if ready.announcement.organisation_id != permit.on() {
                return Err(AnnouncementError::NotThere);
            }
            if number < ready.next_number() {
                return Ok(());
            }
            if ready.to.is_empty() {
                return Err(AnnouncementError::Nobody);
            }
            if number > ready.next_number() || ready.mark() != shown {
                return Err(AnnouncementError::OthersNow(ready.to.len()));
            }
            let people = i64::try_from(ready.to.len()).unwrap_or(i64::MAX);
            let row: database::Params<'_> = &[&id, &number, &people, &now, &permit.by()];
            if tx.exec(store::INSERT_MAILED, row).await? == 0 {
                return Ok(());
            }
            queue(tx, &home, &ready, number, now).await?;
            audit::Entry {
                organisation_id: Some(permit.on()),
                after: Some(&people.to_string()),
                ..audit::Entry::new(
                    now,
                    permit.by(),
                    "announcement.mail",
                    "announcement",
                    id.get(),
                )
            }
            .write(tx)
            .await?;
            Ok(())
        })
    });
    work.await
}

async fn queue(
    tx: &mut Tx<'_>,
    app: &App,
    ready: &Ready,
    number: i64,
    now: Timestamp,
) -> Result<(), AnnouncementError> {
    let letters = Lang::ALL.map(|lang| (lang, ready.letter(app, lang)));
    let id = ready.announcement.id;
    for one in &ready.to {
        let lang = Lang::from_code(&one.language).unwrap_or_default();
        let key = format!("announcement.{id}.{number}.{}", one.account_id);
        for (_, letter) in letters.iter().filter(|(known, _)| *known == lang) {
            outbox::queue(tx, &key, Some(one.account_id), &one.email, letter, now).await?;
        }
    }
    Ok(())
}
