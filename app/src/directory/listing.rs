//! Which organisations answer a query, in the order of their names. Pure.

use super::query::Query;
use crate::organisations::{Kind, Organisation, Tree};
use crate::text::fold;

/// Organisations on one page.
const PAGE: usize = 20;

/// One page of what was found.
pub(super) struct Listing<'a> {
    /// How many were found altogether.
    pub(super) count: usize,
    /// This page, from 1; the last one when a later one was asked for.
    pub(super) page: usize,
    /// How many pages there are, at least 1.
    pub(super) pages: usize,
    pub(super) places: Vec<&'a Organisation>,
}

/// Whether it stands in the list: people go there, or call.
pub(super) fn is_listed(organisation: &Organisation) -> bool {
    matches!(
        organisation.kind,
        Kind::Institution | Kind::TrainingCentre | Kind::SupportCentre
    )
}

/// Finds what answers the query.
pub(super) fn find<'a>(tree: &'a Tree, query: &Query) -> Listing<'a> {
    let words = fold(&query.q);
    let words: Vec<&str> = words.split_whitespace().collect();
    let answers = |one: &&Organisation| {
        is_listed(one)
            && words.iter().all(|word| one.holds(word))
            && (query.kind.is_empty() || value_of(one) == query.kind)
            && query
                .municipality
                .is_none_or(|id| tree.is_within(one.id, id))
    };
    let mut found: Vec<&Organisation> = tree.all().filter(answers).collect();
    found.sort_by_cached_key(|one| (counted(&fold(&one.name)), one.id));
    let count = found.len();
    let pages = count.div_ceil(PAGE).max(1);
    let page = query.page().min(pages);
    Listing {
        count,
        page,
        pages,
        places: found
            .into_iter()
            .skip((page - 1) * PAGE)
            .take(PAGE)
            .collect(),
    }
}

/// What the filter of kinds calls it: the register's type of an institution, the code of every other kind.
pub(super) fn value_of(organisation: &Organisation) -> &str {
    match organisation.kind {
        Kind::Institution if !organisation.institution_type.is_empty() => {
            &organisation.institution_type
        }
        kind => kind.code(),
    }
}

/// A name as it is sorted: number 2 stands before number 10.
fn counted(name: &str) -> Vec<(u64, String)> {
    name.split(' ')
        .map(|word| match word.parse() {
            Ok(number) => (number, String::new()),
            Err(_) => (u64::MAX, word.to_owned()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_in_the_order_of_counting() {
        let mut names = ["szkola nr 10", "szkola nr 2", "liceum nr 3", "szkola"];
        names.sort_by_cached_key(|name| counted(name));
        assert_eq!(
            names,
            ["liceum nr 3", "szkola", "szkola nr 2", "szkola nr 10"]
        );
    }
}
