//! A table as a page shows it, with what surrounds it.

use std::fmt::Display;

use axum::response::Response;
use database::DbError;

use super::views::Kept;
use super::{Pager, Table, filter_of, with};
use crate::app::Shared;
use crate::audit::Entry;
use crate::i18n::Translator;
use crate::web::{AppError, Context};

/// What can be done to the rows that are chosen; buttons above the table.
#[derive(Clone, Debug)]
pub struct Bar {
    /// The `id` of its form, which the boxes of the rows belong to.
    pub id: &'static str,
    /// Where the choice is sent.
    pub action: String,
    /// Code, what the button says, and where it sends the choice when that is elsewhere.
    pub deeds: Vec<(&'static str, String, String)>,
}

impl Bar {
    /// A bar whose buttons say `lists-do-<code>`.
    pub fn new(
        id: &'static str,
        action: impl Display,
        t: Translator,
        codes: &[&'static str],
    ) -> Self {
        let deed = |code: &&'static str| {
            let text = t.get(&format!("lists-do-{code}")).to_string();
            (*code, text, String::new())
        };
        Self {
            id,
            action: action.to_string(),
            deeds: codes.iter().map(deed).collect(),
        }
    }

    /// With one more button, which sends the choice elsewhere.
    #[must_use]
    pub fn elsewhere(mut self, t: Translator, code: &'static str, action: impl Display) -> Self {
        let text = t.get(&format!("lists-do-{code}")).to_string();
        self.deeds.push((code, text, action.to_string()));
        self
    }
}

/// What the files of a table are called, and their addresses.
pub type Files = [(&'static str, String); 2];

/// The files of the page asked for.
pub fn files(ctx: &Context) -> Files {
    [
        ("CSV", with(ctx, "as", "csv")),
        ("XLSX", with(ctx, "as", "xlsx")),
    ]
}

/// What is looked for in a table.
#[derive(Clone, Debug)]
pub struct Search {
    /// As it was typed; empty for nothing.
    pub q: String,
    /// What else the address asks for, which the search keeps.
    pub others: Vec<(String, String)>,
    /// The same page with nothing looked for.
    pub without: String,
}

impl Search {
    fn of(ctx: &Context) -> Self {
        let asked = filter_of(ctx.query());
        let (looked, others): (Vec<_>, Vec<_>) = asked.partition(|(name, _)| name == "q");
        let q = looked.into_iter().next().map(|(_, q)| q);
        let query = serde_urlencoded::to_string(&others).unwrap_or_default();
        Self {
            q: q.unwrap_or_default().trim().to_owned(),
            others,
            without: format!("?{query}"),
        }
    }
}

/// A table with its pages, files, views and what can be done to its rows.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The table.
    pub table: Table,
    /// Its pages.
    pub pager: Pager,
    /// What is looked for in it.
    pub search: Search,
    /// Its files.
    pub files: Files,
    /// Its filter under names.
    pub kept: Option<Kept>,
    /// None where nothing can be done to many.
    pub bar: Option<Bar>,
}

impl Listing {
    /// A table without anything to do to its rows, and without views.
    pub fn new(ctx: &Context, table: Table, pager: Pager) -> Self {
        Self {
            table,
            pager,
            search: Search::of(ctx),
            files: files(ctx),
            kept: None,
            bar: None,
        }
    }

    /// A table of all rows that were found, in the order that the address asks for; the page has so many of them.
    pub fn of_all(ctx: &Context, mut table: Table, per_page: usize) -> Self {
        table.sort(ctx);
        let pager = Pager::of(ctx, table.rows.len(), per_page);
        table.rows = pager.pick(&table.rows).to_vec();
        Self::new(ctx, table, pager)
    }

    /// A page of rows that come in their own order, whose heads say by what all can be sorted.
    pub fn sortable(ctx: &Context, mut table: Table, pager: Pager) -> Self {
        table.sort(ctx);
        Self::new(ctx, table, pager)
    }

    /// A table of the rows that hold every word which is looked for, in the order that the address asks for.
    pub fn found(ctx: &Context, mut table: Table, per_page: usize) -> Self {
        table.search(&Search::of(ctx).q);
        Self::of_all(ctx, table, per_page)
    }

    /// Whether there is anything: rows, or a search that found none.
    pub fn is_there(&self) -> bool {
        !self.table.rows.is_empty() || !self.search.q.is_empty()
    }

    /// With the views of its filter.
    #[must_use]
    pub fn kept(mut self, kept: Kept) -> Self {
        self.kept = Some(kept);
        self
    }

    /// With boxes, and what can be done to the rows that are chosen; a bar without buttons is none.
    #[must_use]
    pub fn bar(mut self, bar: Bar) -> Self {
        self.bar = Some(bar).filter(|bar| !bar.deeds.is_empty());
        self
    }

    /// The file that the address asks for; none for the page.
    ///
    /// # Errors
    /// As [`Table::file`].
    pub fn file(&self, ctx: &Context) -> Result<Option<Response>, AppError> {
        self.table.file(ctx)
    }

    /// The same, noted in the log with the number of its rows.
    ///
    /// # Errors
    /// As [`Table::file`]; the database refuses.
    pub async fn noted_file(
        &self,
        app: &Shared,
        ctx: &Context,
        entry: Entry<'static>,
    ) -> Result<Option<Response>, AppError> {
        let Some(file) = self.file(ctx)? else {
            return Ok(None);
        };
        let rows = self.table.rows.len();
        let write = app
            .db
            .write(move |tx| Box::pin(async move { entry.write_with_rows(tx, rows).await }));
        write.await.map_err(|error: DbError| error)?;
        Ok(Some(file))
    }

    /// The ids of all rows of the page, for a choice of all of them.
    pub fn ids(&self) -> String {
        let ids = self.table.rows.iter().map(|row| row.id.as_str());
        ids.collect::<Vec<_>>().join(",")
    }
}
