//! Views: the filter of a table, kept under a name by whoever uses it, and found above the table.

mod actions;
pub mod pages;
pub mod permissions;
mod places;
pub mod view_store;

use database::DbError;

pub use actions::{KeepError, MOST_VIEWS, keep, remove};
pub use places::{APPLICATIONS, CASES, CERTIFICATES, CHILDREN, CORRECTIONS, COURSES};
pub use places::{DELIVERY, ENTRIES, GROUP_CERTIFICATES, MERGES, MOVES, PARTICIPANTS};
pub use places::{PAYMENTS, Place, QUEUE};
pub use places::{REPORT_CHARGES, REPORT_GROUPS, REPORT_PEOPLE, REPORTS};
pub use places::{REQUESTS, STATEMENTS, VENUES};
pub use view_store::View;

use crate::app::Shared;
use crate::web::{AppError, Context};

database::id!(
    /// A view.
    ViewId
);

/// The views of a table, for the place above it.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Code of the table.
    pub place: &'static str,
    /// The numbers of what it belongs to; empty for a table of its own.
    pub within: String,
    /// The filter as it is now; empty for none.
    pub query: String,
    /// The views, in the order of their names.
    pub links: Vec<Link>,
}

/// A view as a link.
#[derive(Clone, Debug)]
pub struct Link {
    /// What it is called.
    pub name: String,
    /// The table with its filter; without any where it is shown now.
    pub href: String,
    /// Whether it is what is shown.
    pub is_here: bool,
}

impl Kept {
    /// Whether what is shown can be kept: there is a filter, and it has no name yet.
    pub fn is_new(&self) -> bool {
        !self.query.is_empty() && self.links.iter().all(|one| !one.is_here)
    }
}

/// The views that the reader keeps of a table.
///
/// # Errors
/// Nobody is signed in; the database refuses.
pub async fn kept(app: &Shared, ctx: &Context, place: &'static Place) -> Result<Kept, AppError> {
    let account = ctx.staff()?.account_id;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let code = place.code;
            tx.all(view_store::LIST_OF_PLACE, &[&account, &code]).await
        })
    });
    let views: Vec<View> = read.await.map_err(|error: DbError| error)?;
    let query = place.shown(ctx.query());
    let within = place.within(ctx.path());
    let link = |view: View| {
        let is_here = view.query == query;
        Link {
            href: if is_here {
                place.page(&within)
            } else {
                place.address(&within, &view.query)
            },
            name: view.name,
            is_here,
        }
    };
    Ok(Kept {
        place: place.code,
        within: within.clone(),
        links: views.into_iter().map(link).collect(),
        query,
    })
}
