//! Letters to those who answer for a group, each in their own language.

use database::{DbError, Tx};

use super::Deed;
use crate::accounts::{AccountId, OrganisationId};
use crate::enrolment::letters::About;
use crate::enrolment::line_store::{self, Keeper};
use crate::i18n::Lang;
use crate::outbox::{self, Letter};

impl Deed<'_> {
    /// Writes to the administrators and operators of the group's organisation; without any, to the organisation's address.
    pub(super) async fn tell_keepers(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        compose: impl Fn(&About<'_>) -> Letter + Send + Sync,
    ) -> Result<(), DbError> {
        let organisation = &self.detail.organisation;
        let keepers = self.keepers_of(tx, organisation.id).await?;
        if keepers.is_empty() && !organisation.email.is_empty() {
            return self
                .queue(tx, key, (None, &organisation.email, ""), &compose)
                .await;
        }
        self.tell_each(tx, key, &keepers, &compose).await
    }

    /// Writes to those of the nearest organisation above that has any; where nobody is above, to the administrators of the
    /// installation.
    pub(super) async fn tell_those_above(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        compose: impl Fn(&About<'_>) -> Letter + Send + Sync,
    ) -> Result<(), DbError> {
        let tree = self.app.organisations.current();
        let above = |id| tree.find(id).and_then(|organisation| organisation.parent);
        let mut at = above(self.detail.organisation.id);
        while let Some(id) = at {
            let keepers = self.keepers_of(tx, id).await?;
            if !keepers.is_empty() {
                return self.tell_each(tx, key, &keepers, &compose).await;
            }
            at = above(id);
        }
        let administrators: Vec<Keeper> =
            tx.all(line_store::LIST_INSTALLATION, &[&self.now]).await?;
        self.tell_each(tx, key, &administrators, &compose).await
    }

    async fn keepers_of(
        &self,
        tx: &mut Tx<'_>,
        id: OrganisationId,
    ) -> Result<Vec<Keeper>, DbError> {
        tx.all(line_store::LIST_KEEPERS, &[&id, &self.now]).await
    }

    async fn tell_each(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        keepers: &[Keeper],
        compose: &(impl Fn(&About<'_>) -> Letter + Sync),
    ) -> Result<(), DbError> {
        for one in keepers {
            let to = (Some(one.id), one.email.as_str(), one.language.as_str());
            self.queue(tx, key, to, compose).await?;
        }
        Ok(())
    }

    async fn queue(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        (account, email, language): (Option<AccountId>, &str, &str),
        compose: &(impl Fn(&About<'_>) -> Letter + Sync),
    ) -> Result<(), DbError> {
        let letter = compose(&About {
            detail: &self.detail,
            app: self.app,
            lang: Lang::from_code(language).unwrap_or_default(),
            child: "",
            name: "",
            now: self.now,
        });
        let number = account.map_or(0, AccountId::get);
        let key = format!("enrolment.{key}.to.{number}");
        outbox::queue(tx, &key, account, email, &letter, self.now).await
    }
}
