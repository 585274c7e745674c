//! The texts in memory: few, looked at for every letter, replaced when one changes on any node.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use database::{Db, DbError};

use super::store::{self, InUse};
use super::template::Template;
use crate::accounts::OrganisationId;
use crate::i18n::Lang;

/// All texts of organisations' own.
#[derive(Debug, Default)]
pub struct Kept {
    version: i64,
    own: HashMap<(Option<OrganisationId>, Lang), HashMap<String, Template>>,
}

impl Kept {
    fn new(version: i64, list: Vec<InUse>) -> Self {
        let mut kept = Self {
            version,
            ..Self::default()
        };
        for one in list {
            let read = Template::read(&one.subject, &one.body);
            if let (Some(lang), Ok(template)) = (Lang::from_code(&one.language), read) {
                let texts = kept.own.entry((one.organisation_id, lang)).or_default();
                texts.insert(one.kind, template);
            }
        }
        kept
    }

    /// Whether nobody has a text of their own.
    pub fn is_empty(&self) -> bool {
        self.own.is_empty()
    }

    /// The text that an organisation, or the installation, has for a kind of letter.
    pub fn find(
        &self,
        organisation: Option<OrganisationId>,
        kind: &str,
        lang: Lang,
    ) -> Option<&Template> {
        self.own.get(&(organisation, lang))?.get(kind)
    }
}

/// The texts that hold now.
#[derive(Debug, Default)]
pub struct Letters {
    kept: RwLock<Arc<Kept>>,
}

impl Letters {
    /// The texts that hold now; cheap.
    pub fn current(&self) -> Arc<Kept> {
        self.kept
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Reads the texts anew when one has changed since.
    ///
    /// # Errors
    /// The database does not answer; the old ones stay.
    pub async fn refresh(&self, db: &Db) -> Result<(), DbError> {
        let known = self.current().version;
        let read = db.read(move |tx| {
            Box::pin(async move {
                let version = tx.one::<i64>(store::FIND_VERSION, &[]).await?;
                if version == known {
                    return Ok::<_, DbError>(None);
                }
                let list = tx.all::<InUse>(store::LIST_IN_USE, &[]).await?;
                Ok(Some(Kept::new(version, list)))
            })
        });
        if let Some(fresh) = read.await? {
            *self.kept.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(fresh);
        }
        Ok(())
    }
}
