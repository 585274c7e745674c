//! A charge with all that is said of it, as read inside the transaction that changes it.

use database::{DbError, Tx};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::accounts::AccountId;
use crate::app::Shared;
use crate::catalogue::{self, GroupDetail};
use crate::enrolment;
use crate::enrolment::payer::{self, Institution};
use crate::i18n::Lang;
use crate::letters::Kind;
use crate::payments::letters::{About, Facts};
use crate::payments::types::{Charge, ChargeState, Payer, Settings};
use crate::payments::{institution_store, rules, store};
use crate::secrets::Token;
use crate::{audit, outbox};

/// A charge and its surroundings.
pub(crate) struct Bill<'a> {
    pub app: &'a Shared,
    pub charge: Charge,
    pub detail: GroupDetail,
    pub settings: Option<Settings>,
    pub institution: Option<Institution>,
    /// The participant's names.
    pub name: String,
    pub email: String,
    pub lang: Lang,
    pub now: Timestamp,
}

/// Who did something, and why.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Because<'a> {
    /// None is the system or an institution.
    pub by: Option<AccountId>,
    pub reason: Option<&'a str>,
}

impl<'a> Bill<'a> {
    /// Reads everything.
    pub async fn of(
        tx: &mut Tx<'_>,
        app: &'a Shared,
        charge: Charge,
        now: Timestamp,
    ) -> Result<Self, DbError> {
        let enrolment = enrolment::find(tx, charge.enrolment_id).await?;
        let enrolment = enrolment.ok_or(DbError::NotFound)?;
        let detail = catalogue::load_group(tx, enrolment.group_id).await?;
        let (email, language, given_name, surname): (String, String, String, String) = tx
            .one(store::FIND_RECIPIENT, &[&charge.enrolment_id])
            .await?;
        Ok(Self {
            app,
            settings: tx
                .opt(
                    store::FIND_SETTINGS,
                    &[&charge.organisation_id, &charge.currency],
                )
                .await?,
            institution: payer::institution_of(tx, charge.enrolment_id).await?,
            detail: detail.ok_or(DbError::NotFound)?,
            charge,
            name: format!("{given_name} {surname}"),
            email,
            lang: Lang::from_code(&language).unwrap_or_default(),
            now,
        })
    }

    /// Today in the organisation's calendar.
    pub fn today(&self) -> Date {
        self.detail.local_date(self.now)
    }

    /// Whether the due day is over.
    pub fn is_late(&self) -> bool {
        self.charge.due_on < self.today()
    }

    /// Moves the charge as the event leads, with its audit rows; what it was before, when it moved.
    pub async fn go(
        &mut self,
        tx: &mut Tx<'_>,
        event: rules::Event,
        action: &'static str,
        because: Because<'_>,
    ) -> Result<Option<ChargeState>, DbError> {
        let before = self.charge.state;
        let Some(to) = rules::next(before, self.charge.amount_minor, self.is_late(), event) else {
            return Ok(None);
        };
        let row: database::Params<'_> = &[&self.charge.id, &before, &to, &self.now];
        if tx.exec(store::MOVE_CHARGE, row).await? == 0 {
            return Ok(None);
        }
        self.charge.state = to;
        self.note(tx, action, (before.code(), to.code()), because)
            .await?;
        Ok(Some(before))
    }

    /// Writes what happened, with the charge and with the enrolment, whose timeline the participant reads.
    pub async fn note(
        &self,
        tx: &mut Tx<'_>,
        action: &'static str,
        (before, after): (&str, &str),
        because: Because<'_>,
    ) -> Result<(), DbError> {
        let charge = ("charge", self.charge.id.get());
        let enrolment = ("enrolment", self.charge.enrolment_id.get());
        for (kind, id) in [charge, enrolment] {
            audit::Entry {
                organisation_id: Some(self.charge.organisation_id),
                before: Some(before).filter(|text| !text.is_empty()),
                after: Some(after),
                reason: because.reason,
                ..audit::Entry::new(self.now, because.by, action, kind, id)
            }
            .write(tx)
            .await?;
        }
        Ok(())
    }

    fn about(&self, lang: Lang) -> About<'_> {
        About {
            detail: &self.detail,
            charge: &self.charge,
            settings: self.settings.as_ref(),
            name: &self.name,
            institution: self.institution.as_ref(),
            app: self.app,
            lang,
        }
    }

    /// Queues a letter to the participant. What may happen again has the instant in its key.
    pub async fn tell(
        &self,
        tx: &mut Tx<'_>,
        kind: &Kind,
        facts: Facts,
        reason: &str,
    ) -> Result<(), DbError> {
        let letter = self.about(self.lang).to_participant(kind, facts, reason);
        let key = self.key(kind);
        let account = Some(self.charge.account_id);
        outbox::queue(tx, &key, account, &self.email, &letter, self.now).await
    }

    /// Queues a letter to the institution with a link of its own to the question.
    pub async fn tell_institution(
        &self,
        tx: &mut Tx<'_>,
        kind: &Kind,
        facts: Facts,
    ) -> Result<(), DbError> {
        let token = Token::new(&self.app.random);
        let row: database::Params<'_> = &[&token.hash(), &self.charge.id];
        tx.exec(institution_store::INSERT_LINK, row).await?;
        self.tell_institution_with(tx, kind, facts, &token).await
    }

    /// Queues a letter to the institution with this link, in the language of the training.
    pub async fn tell_institution_with(
        &self,
        tx: &mut Tx<'_>,
        kind: &Kind,
        facts: Facts,
        token: &Token,
    ) -> Result<(), DbError> {
        let Some(institution) = &self.institution else {
            return Ok(());
        };
        let lang = Lang::from_code(&self.detail.course.language).unwrap_or_default();
        let path = format!("/payments/asked/{}", token.as_str());
        let letter = self.about(lang).to_institution(kind, facts, &path);
        outbox::queue(
            tx,
            &self.key(kind),
            None,
            &institution.email,
            &letter,
            self.now,
        )
        .await
    }

    /// To whoever pays, each in their own words.
    pub async fn tell_payer(
        &self,
        tx: &mut Tx<'_>,
        (to_participant, to_institution): (&Kind, &Kind),
        facts: Facts,
    ) -> Result<(), DbError> {
        match self.charge.payer {
            Payer::Participant => self.tell(tx, to_participant, facts, "").await,
            Payer::Institution => self.tell_institution(tx, to_institution, facts).await,
        }
    }

    /// To everybody who has paid, each about their own part of what goes back. An institution that agreed to another price
    /// has paid the beginning of a charge which the participant pays on.
    pub async fn tell_who_paid(
        &mut self,
        tx: &mut Tx<'_>,
        (to_participant, to_institution): (&Kind, &Kind),
        reason: &str,
    ) -> Result<(), DbError> {
        let all = self.charge.amount_minor;
        let theirs: i64 = match self.charge.payer {
            Payer::Institution => all,
            Payer::Participant => {
                let sum = institution_store::SUM_OF_INSTITUTION;
                tx.one::<i64>(sum, &[&self.charge.id]).await?.min(all)
            }
        };
        if theirs > 0 {
            self.charge.amount_minor = theirs;
            self.tell_institution(tx, to_institution, Facts::Amount)
                .await?;
        }
        if all > theirs {
            self.charge.amount_minor = all - theirs;
            self.tell(tx, to_participant, Facts::Amount, reason).await?;
        }
        self.charge.amount_minor = all;
        Ok(())
    }

    fn key(&self, kind: &Kind) -> String {
        let at = self.now.as_microsecond();
        format!("charge.{}.{}.{at}", self.charge.id, kind.code)
    }
}
