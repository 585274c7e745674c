//! A certificate is issued by itself as soon as the gate is open and nothing that it says is lacking.

use certificate_press::code::{self, Claims};
use database::{DbError, Tx, Work};
use jiff::Timestamp;

use crate::accounts::AccountId;
use crate::app::{App, Shared};
use crate::audit;
use crate::catalogue::{self, GroupDetail};
use crate::certificates::gate::{Facts, Gate, gate};
use crate::certificates::layout_store::{FIND_IN_USE, Kept};
use crate::certificates::letters::About;
use crate::certificates::rules::{self, Lacking, lacking};
use crate::certificates::{
    Certificate, CertificateId, CertificateState, Snapshot, last_of, signing, store,
};
use crate::enrolment::{self, Enrolment, EnrolmentId};
use crate::i18n::Lang;
use crate::outbox;
use crate::payments;
use crate::people::{self, Details};

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is issued, and the holder is told.
    Issued(CertificateId),
    /// There is a valid one already.
    Already(CertificateId),
    /// The gate is closed.
    Closed(Gate),
    /// The holder is asked for what is lacking.
    Lacking(Vec<Lacking>),
    /// A person revoked the last one, so that only a person issues again: anew, or by correcting the result.
    Revoked,
}

/// The reaction to a survey, in its transaction: the certificate, or a letter that says what is missing.
pub fn after_survey<'a>(
    tx: &'a mut Tx<'_>,
    app: Shared,
    enrolment_id: EnrolmentId,
    now: Timestamp,
) -> Work<'a, (), DbError> {
    Box::pin(async move {
        issue(tx, &app, enrolment_id, now).await?;
        Ok(())
    })
}

/// The reaction to a charge that is booked or waived, in its transaction: the certificate of a completed training.
pub fn after_payment<'a>(
    tx: &'a mut Tx<'_>,
    app: Shared,
    enrolment_id: EnrolmentId,
    now: Timestamp,
) -> Work<'a, (), DbError> {
    Box::pin(async move {
        if tx.exec(store::LOCK_ENROLMENT, &[&enrolment_id]).await? > 0 {
            issue(tx, &app, enrolment_id, now).await?;
        }
        Ok(())
    })
}

/// What the certificate of a completed training needs besides the survey, a sentence each: the payment, data of the holder.
pub fn at_the_end<'a>(
    tx: &'a mut Tx<'_>,
    app: Shared,
    enrolment_id: EnrolmentId,
    lang: Lang,
    now: Timestamp,
) -> Work<'a, Vec<String>, DbError> {
    Box::pin(async move {
        let paper = Paper::of(tx, &app, enrolment_id, now).await?;
        let about = About {
            detail: &paper.detail,
            app: &app,
            lang,
        };
        Ok(about.also_needed(&gate(&paper.facts()), &lacking(&paper.holder)))
    })
}

/// Issues the certificate of an enrolment when it can be, with its number, audit row and letter; otherwise the holder is
/// told what is missing. Calling it again changes nothing. After a revocation nothing is issued by itself until the result
/// is corrected.
///
/// # Errors
/// The database refuses; [`DbError::NotFound`] when there is no such enrolment.
pub async fn issue(
    tx: &mut Tx<'_>,
    app: &App,
    enrolment_id: EnrolmentId,
    now: Timestamp,
) -> Result<Outcome, DbError> {
    issue_because(tx, app, enrolment_id, None, now).await
}

/// The same when somebody has corrected the result, for a reason.
pub(super) async fn issue_because(
    tx: &mut Tx<'_>,
    app: &App,
    enrolment_id: EnrolmentId,
    why: Option<(AccountId, &str)>,
    now: Timestamp,
) -> Result<Outcome, DbError> {
    tx.exec(store::LOCK_ENROLMENT, &[&enrolment_id]).await?;
    let paper = Paper::of(tx, app, enrolment_id, now).await?;
    let gate = gate(&paper.facts());
    if !gate.is_open() {
        tx.exec(store::WAIT_NO_LONGER, &[&enrolment_id]).await?;
        if paper.enrolment.survey_done_on.is_some() {
            paper
                .tell(tx, "missing", |about| about.missing(&gate))
                .await?;
        }
        return Ok(Outcome::Closed(gate));
    }
    let last = last_of(tx, enrolment_id).await?;
    if let Some(last) = &last {
        if last.state == CertificateState::Issued {
            return Ok(Outcome::Already(last.id));
        }
        if !was_corrected_since(tx, enrolment_id).await? {
            tx.exec(store::WAIT_NO_LONGER, &[&enrolment_id]).await?;
            return Ok(Outcome::Revoked);
        }
    }
    let lacks = lacking(&paper.holder);
    if !lacks.is_empty() {
        tx.exec(store::WAIT, &[&enrolment_id, &now]).await?;
        paper
            .tell(tx, "lacking", |about| about.lacking(&lacks))
            .await?;
        return Ok(Outcome::Lacking(lacks));
    }
    let replaced = last.as_ref().zip(why);
    let replaced = replaced.map(|(before, (by, reason))| Replaced { before, by, reason });
    let id = paper.put_in_register(tx, replaced).await?;
    tx.exec(store::WAIT_NO_LONGER, &[&enrolment_id]).await?;
    Ok(Outcome::Issued(id))
}

/// Whether staff has corrected the result after the last revocation.
async fn was_corrected_since(tx: &mut Tx<'_>, enrolment_id: EnrolmentId) -> Result<bool, DbError> {
    let last: Option<String> = tx.opt(store::FIND_LAST_WORD, &[&enrolment_id]).await?;
    Ok(last.as_deref() == Some("enrolment.correct"))
}

/// What a certificate is made of, as read inside the transaction that makes it.
pub(super) struct Paper<'a> {
    pub app: &'a App,
    pub enrolment: Enrolment,
    pub detail: GroupDetail,
    pub holder: Details,
    pub charge: Option<payments::Charge>,
    pub now: Timestamp,
}

/// The certificate that a new one takes the place of.
#[derive(Clone, Copy)]
pub(super) struct Replaced<'a> {
    pub before: &'a Certificate,
    pub by: AccountId,
    pub reason: &'a str,
}

impl<'a> Paper<'a> {
    /// Reads all of it.
    pub async fn of(
        tx: &mut Tx<'_>,
        app: &'a App,
        enrolment_id: EnrolmentId,
        now: Timestamp,
    ) -> Result<Self, DbError> {
        let enrolment = enrolment::find(tx, enrolment_id).await?;
        let enrolment = enrolment.ok_or(DbError::NotFound)?;
        let detail = catalogue::load_group(tx, enrolment.group_id).await?;
        let person = people::find(tx, enrolment.person_id).await?;
        Ok(Self {
            app,
            enrolment,
            detail: detail.ok_or(DbError::NotFound)?,
            holder: person.ok_or(DbError::NotFound)?.details,
            charge: payments::charge_of(tx, enrolment_id).await?,
            now,
        })
    }

    /// What the gate looks at.
    pub fn facts(&self) -> Facts {
        let charge = self.charge.as_ref().map(|charge| charge.state);
        Facts::of(&self.enrolment, charge)
    }

    /// Takes a number, signs, keeps, writes the audit row and tells the holder.
    pub async fn put_in_register(
        &self,
        tx: &mut Tx<'_>,
        replaced: Option<Replaced<'_>>,
    ) -> Result<CertificateId, DbError> {
        let organisation_id = self.detail.organisation.id;
        let city: String = tx.one(store::FIND_CITY, &[&organisation_id]).await?;
        let layout: Option<Kept> = tx.opt(FIND_IN_USE, &[&organisation_id]).await?;
        let snapshot = self.snapshot(&city, layout.as_ref())?;
        let year = snapshot.issued_on.year();
        let taken: i64 = tx
            .one(store::TAKE_NUMBER, &[&organisation_id, &i64::from(year)])
            .await?;
        let register_number = rules::register_number(taken, year);
        let number = rules::public_number(organisation_id.get(), taken, year);
        let code = self.signed(&register_number, &snapshot)?;
        let json = serde_json::to_string(&snapshot);
        let json = json.map_err(|error| DbError::Other(error.to_string()))?;
        let row: database::Params<'_> = &[
            &number,
            &register_number,
            &organisation_id,
            &self.enrolment.id,
            &self.now,
            &json,
            &code,
            &layout.map(|kept| kept.id),
        ];
        let id: CertificateId = tx.one(store::INSERT, row).await?;
        self.note(tx, &number, replaced).await?;
        let key = format!("ready.{number}");
        self.tell(tx, &key, |about| match replaced {
            Some(one) => about.replaced(&register_number, &one.before.register_number, one.reason),
            None => about.ready(&register_number),
        })
        .await?;
        Ok(id)
    }

    fn signed(&self, register_number: &str, snapshot: &Snapshot) -> Result<String, DbError> {
        let claims = Claims::new(
            self.detail.organisation.id.get(),
            register_number,
            &snapshot.title,
            snapshot.issued_on,
            &snapshot.full_name(),
        );
        let claims = claims.map_err(|error| DbError::Other(error.to_string()))?;
        Ok(code::sign(&signing::signing_key(&self.app.key), &claims))
    }

    async fn note(
        &self,
        tx: &mut Tx<'_>,
        number: &str,
        replaced: Option<Replaced<'_>>,
    ) -> Result<(), DbError> {
        let by = replaced.as_ref().map(|one| one.by);
        let subject = self.enrolment.id.get();
        audit::Entry {
            organisation_id: Some(self.detail.organisation.id),
            before: replaced.as_ref().map(|one| one.before.number.as_str()),
            after: Some(number),
            reason: replaced.as_ref().map(|one| one.reason),
            ..audit::Entry::new(self.now, by, "certificate.issue", "enrolment", subject)
        }
        .write(tx)
        .await
    }

    /// What is known now, as the certificate will say it.
    fn snapshot(&self, city: &str, layout: Option<&Kept>) -> Result<Snapshot, DbError> {
        let (detail, holder) = (&self.detail, &self.holder);
        let (group, course) = (&detail.group, &detail.course);
        let days = detail.starts_at().zip(detail.ends_at());
        let trainers = group.trainers.split([',', ';', '\n']).map(str::trim);
        let organisation = &detail.organisation.name;
        let signs = (&group.signatory_name, &group.signatory_role);
        let layout = layout.map(|kept| &kept.layout);
        let (signatory_name, signatory_role) = match layout {
            Some(layout) if signs.0.is_empty() => (&layout.signatory_name, &layout.signatory_role),
            _ => signs,
        };
        Ok(Snapshot {
            lang: Lang::from_code(&course.language).unwrap_or_default(),
            organisation: organisation.clone(),
            given_name: holder.given_name.clone(),
            surname: holder.surname.clone(),
            born_on: holder.born_on.ok_or(DbError::NotFound)?,
            birth_place: holder.birth_place.clone(),
            title: course.title.clone(),
            teaching_hours: course.teaching_hours,
            days: days.map(|(first, last)| (detail.local_date(first), detail.local_date(last))),
            topics: course.topic_lines().map(str::to_owned).collect(),
            trainers: trainers
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
                .collect(),
            issue_place: if city.is_empty() { organisation } else { city }.to_owned(),
            issued_on: detail.local_date(self.now),
            signatory_name: signatory_name.clone(),
            signatory_role: signatory_role.clone(),
        })
    }

    /// Queues a letter to the holder in the holder's language.
    pub async fn tell(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        compose: impl FnOnce(&About<'_>) -> outbox::Letter + Send,
    ) -> Result<(), DbError> {
        let account_id = self.enrolment.account_id;
        let (email, language): (String, String) =
            tx.one(store::FIND_RECIPIENT, &[&account_id]).await?;
        let letter = compose(&About {
            detail: &self.detail,
            app: self.app,
            lang: Lang::from_code(&language).unwrap_or_default(),
        });
        let key = format!("certificate.{}.{key}", self.enrolment.id);
        outbox::queue(tx, &key, Some(account_id), &email, &letter, self.now).await
    }
}
