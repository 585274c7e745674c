//! A mail leaves: one letter for each person, all or none.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::app::{App, Shared};
use crate::catalogue::{self, GroupDetail, GroupId};
use crate::enrolment::{self, Listed};
use crate::group_mail::permissions::WriteToGroup;
use crate::group_mail::rules::{MOST_FILE_BYTES, chosen};
use crate::group_mail::{Draft, MailId, letters, store};
use crate::i18n::Lang;
use crate::materials::rules::has_a_place;
use crate::materials::{self, Material};
use crate::outbox::Letter;
use crate::permit::Permit;
use crate::secrets::hash_of;
use crate::{audit, outbox};

/// Why nothing is sent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nobody stands so as was chosen.
    #[error("nobody would get it")]
    Nobody,
    /// A file is not there any more, or opens only with the gate, which mail would go around.
    #[error("a file can not go with it")]
    FileGone,
    /// The files are too large together.
    #[error("the files are too large")]
    FilesTooLarge,
    /// Materials are for those who have a place.
    #[error("files are for those who have a place")]
    FilesForPlaces,
    /// Others would get it now than were shown, so many.
    #[error("{0} people would get it now")]
    Changed(usize),
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// A mail that can be sent.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The group.
    pub detail: GroupDetail,
    /// Who gets it, in the order of application.
    pub to: Vec<Listed>,
    /// What goes with it.
    pub files: Vec<Material>,
}

impl Ready {
    /// What those are known by who get it, each and nobody else: it goes with what was shown.
    pub fn mark(&self) -> String {
        let mut ids: Vec<i64> = self.to.iter().map(|one| one.account_id.get()).collect();
        ids.sort_unstable();
        let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
        data_encoding::HEXLOWER.encode(&hash_of(&ids.join(",")))
    }

    /// The letter as somebody who reads this language gets it.
    pub fn letter(&self, app: &App, draft: &Draft, lang: Lang) -> Letter {
        letters::letter(app, &self.detail, draft, &self.files, lang)
    }
}

/// Who would get it now, and what would go with it.
///
/// # Errors
/// [`Refusal`].
pub async fn prepare(tx: &mut Tx<'_>, group: GroupId, draft: &Draft) -> Result<Ready, Refusal> {
    let detail = catalogue::load_group(tx, group).await?;
    let detail = detail.ok_or(DbError::NotFound)?;
    let listed = enrolment::listed(tx, group).await?;
    let to = chosen(listed, &draft.states, &draft.only);
    if to.is_empty() {
        return Err(Refusal::Nobody);
    }
    let kept = materials::of_group(tx, group).await?;
    let is_chosen = |file: &Material| draft.files.contains(&file.id) && file.from_start;
    let files: Vec<Material> = kept.into_iter().filter(is_chosen).collect();
    if files.len() < draft.files.len() {
        return Err(Refusal::FileGone);
    }
    if !files.is_empty() && !to.iter().all(|one| has_a_place(one.state)) {
        return Err(Refusal::FilesForPlaces);
    }
    let bytes: u64 = files.iter().map(|file| file.size.unsigned_abs()).sum();
    if bytes > MOST_FILE_BYTES {
        return Err(Refusal::FilesTooLarge);
    }
    Ok(Ready { detail, to, files })
}

/// Queues the letters: to each account once, in the language of each, when exactly those get it who were shown before
/// ([`Ready::mark`]). The same form with the same content sent again is the same mail. `app.outbox.wake()` afterwards sends at once.
///
/// # Errors
/// [`Refusal`]; nothing was sent then.
pub async fn send(
    app: &Shared,
    permit: Permit<WriteToGroup>,
    draft: Draft,
    shown: String,
    now: Timestamp,
) -> Result<MailId, Refusal> {
    let (group, home) = (permit.on(), app.clone());
    let work = app.db.write_hot(group.get(), move |tx| {
        Box::pin(async move {
            let key = draft.key();
            let known: database::Params<'_> = &[&group, &key];
            if let Some(id) = tx.opt(store::FIND_BY_FORM, known).await? {
                return Ok(id);
            }
            let ready = prepare(tx, group, &draft).await?;
            if ready.mark() != shown {
                return Err(Refusal::Changed(ready.to.len()));
            }
            let params: database::Params<'_> = &[
                &group,
                &key,
                &draft.subject,
                &draft.body,
                &now,
                &permit.by(),
            ];
            let Some(id) = tx.opt::<MailId>(store::INSERT_MAIL, params).await? else {
                return Ok(tx.one(store::FIND_BY_FORM, known).await?);
            };
            keep(tx, &home, id, (&ready, &draft), now).await?;
            audit::Entry {
                organisation_id: Some(ready.detail.organisation.id),
                after: Some(&ready.to.len().to_string()),
                ..audit::Entry::new(now, permit.by(), "group_mail.send", "group", group.get())
            }
            .write(tx)
            .await?;
            Ok(id)
        })
    });
    work.await
}

async fn keep(
    tx: &mut Tx<'_>,
    app: &App,
    id: MailId,
    (ready, draft): (&Ready, &Draft),
    now: Timestamp,
) -> Result<(), DbError> {
    for (position, file) in (1_i64..).zip(&ready.files) {
        tx.exec(
            store::INSERT_FILE,
            &[&id, &position, &file.name, &file.size],
        )
        .await?;
    }
    let letters = Lang::ALL.map(|lang| (lang, ready.letter(app, draft, lang)));
    for one in &ready.to {
        let lang = Lang::from_code(&one.language).unwrap_or_default();
        let key = format!("group_mail.{id}.{}", one.account_id);
        tx.exec(store::INSERT_PERSON, &[&id, &one.account_id, &one.id, &key])
            .await?;
        for (_, letter) in letters.iter().filter(|(known, _)| *known == lang) {
            outbox::queue(tx, &key, Some(one.account_id), &one.email, letter, now).await?;
        }
    }
    Ok(())
}
