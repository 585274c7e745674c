//! Pages of rows.

use super::{Taken, with};
use crate::web::Context;

/// One page of the rows that were found; a file has all of them.
#[derive(Clone, Debug)]
pub struct Pager {
    /// How many there are altogether.
    pub found: usize,
    /// This page, from 1.
    pub current: usize,
    /// The last page.
    pub last: usize,
    /// Address of the page before; empty when this is the first.
    pub previous: String,
    /// Address of the page after; empty when this is the last.
    pub next: String,
    first: usize,
    most: usize,
}

impl Pager {
    /// The page that the address asks for; the last one when it asks for a later one.
    pub fn of(ctx: &Context, found: usize, per_page: usize) -> Self {
        let most = match Taken::asked(ctx) {
            Some(_) => found.max(1),
            None => per_page,
        };
        let last = found.div_ceil(most).max(1);
        let wanted = ctx.asked("page").and_then(|page| page.parse().ok());
        let current = wanted.unwrap_or(1_usize).clamp(1, last);
        let to = |page: usize| {
            if page != current && (1..=last).contains(&page) {
                with(ctx, "page", &page.to_string())
            } else {
                String::new()
            }
        };
        Self {
            found,
            current,
            last,
            previous: to(current - 1),
            next: to(current + 1),
            first: (current - 1) * most,
            most,
        }
    }

    /// How many rows come before this page, and how many it has at most: what a database is asked for.
    pub fn bounds(&self) -> (i64, i64) {
        let number = |size: usize| i64::try_from(size).unwrap_or(i64::MAX);
        (number(self.first), number(self.most))
    }

    /// The rows of this page.
    pub fn pick<'a, T>(&self, rows: &'a [T]) -> &'a [T] {
        let rest = rows.get(self.first..).unwrap_or_default();
        rest.get(..self.most).unwrap_or(rest)
    }
}
