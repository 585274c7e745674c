//! The tree in memory: small, read by every policy and every look-up of a workplace, replaced when it changes.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use database::{Db, DbError};

use super::{Kind, Organisation, OrganisationId, store};
use crate::text::fold;

/// So many words of a query count, the longest first; nobody types more by hand.
const MOST_WORDS: usize = 6;

/// All open organisations.
#[derive(Debug, Default)]
pub struct Tree {
    version: i64,
    organisations: HashMap<OrganisationId, Organisation>,
    /// In the order of their names, for search.
    workplaces: Vec<OrganisationId>,
}

impl Tree {
    /// The organisation with this id.
    pub fn find(&self, id: OrganisationId) -> Option<&Organisation> {
        self.organisations.get(&id)
    }

    /// Every organisation, in no order.
    pub fn all(&self) -> impl Iterator<Item = &Organisation> {
        self.organisations.values()
    }

    /// Whether `id` is `branch` or lies below it.
    pub fn is_within(&self, id: OrganisationId, branch: OrganisationId) -> bool {
        let mut at = Some(id);
        // A circle in the data ends after as many steps as there are organisations.
        for _ in 0..=self.organisations.len() {
            match at {
                Some(at) if at == branch => return true,
                Some(here) => at = self.find(here).and_then(|organisation| organisation.parent),
                None => return false,
            }
        }
        false
    }

    /// The municipality that an organisation lies in, or is.
    pub fn municipality_of(&self, id: OrganisationId) -> Option<&Organisation> {
        let mut at = self.find(id);
        // A circle in the data ends after as many steps as there are organisations.
        for _ in 0..=self.organisations.len() {
            match at {
                Some(here) if here.kind == Kind::Municipality => return Some(here),
                Some(here) => at = here.parent.and_then(|above| self.find(above)),
                None => return None,
            }
        }
        None
    }

    /// Workplaces whose name, city or street holds every word of `query`, by name; case and diacritics do not matter.
    /// Words that begin with the query's words come before those that only hold them.
    pub fn search_workplaces(&self, query: &str, most: usize) -> Vec<&Organisation> {
        let query = fold(query);
        let mut words: Vec<&str> = query.split(' ').filter(|word| !word.is_empty()).collect();
        words.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
        words.dedup();
        words.truncate(MOST_WORDS);
        if words.is_empty() {
            return Vec::new();
        }
        let holding = self.workplaces.iter().filter_map(|id| self.find(*id));
        let holding = holding.filter(|place| words.iter().all(|word| place.folded.contains(word)));
        let begins = |place: &Organisation, word: &str| {
            place.folded.split(' ').any(|own| own.starts_with(word))
        };
        let (mut first, second): (Vec<_>, Vec<_>) =
            holding.partition(|place| words.iter().all(|word| begins(place, word)));
        first.extend(second);
        first.truncate(most);
        first
    }
}

/// The tree that holds now.
#[derive(Debug, Default)]
pub struct Organisations {
    tree: RwLock<Arc<Tree>>,
}

impl Organisations {
    /// The tree that holds now; cheap.
    pub fn current(&self) -> Arc<Tree> {
        self.tree
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Reads the tree anew when it has changed since.
    ///
    /// # Errors
    /// The database does not answer; the old tree stays.
    pub async fn refresh(&self, db: &Db) -> Result<(), DbError> {
        let known = self.current().version;
        let fresh = db
            .read(move |tx| {
                Box::pin(async move {
                    let version = tx.one::<i64>(store::FIND_VERSION, &[]).await?;
                    if version == known {
                        return Ok::<_, DbError>(None);
                    }
                    Ok(Some((
                        version,
                        tx.all::<Organisation>(store::FIND_ALL, &[]).await?,
                    )))
                })
            })
            .await?;
        if let Some((version, list)) = fresh {
            let mut places: Vec<&Organisation> =
                list.iter().filter(|one| one.is_workplace()).collect();
            places.sort_by(|left, right| left.folded.cmp(&right.folded));
            let workplaces = places.into_iter().map(|place| place.id).collect();
            let organisations = list.into_iter().map(|one| (one.id, one)).collect();
            let tree = Tree {
                version,
                organisations,
                workplaces,
            };
            *self.tree.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(tree);
        }
        Ok(())
    }
}
