//! SQL of views.

use database::from_row;

use super::ViewId;

database::statements! {
    /// The views that an account keeps of a table.
    pub LIST_OF_PLACE = "SELECT id, place, name, query FROM staff_views WHERE account_id = $1 AND place = $2 ORDER BY name, id";
    /// All views that an account keeps.
    pub LIST_VIEWS = "SELECT id, place, name, query FROM staff_views WHERE account_id = $1 ORDER BY place, name, id";
    /// The filter that has this name.
    pub FIND_QUERY = "SELECT query FROM staff_views WHERE account_id = $1 AND place = $2 AND name = $3";
    /// How many an account keeps.
    pub COUNT_VIEWS = "SELECT COUNT(*) FROM staff_views WHERE account_id = $1";
    /// Keeps a view.
    pub KEEP_VIEW = "INSERT INTO staff_views (account_id, place, name, query, kept_at) VALUES ($1, $2, $3, $4, $5)";
    /// Forgets a view of an account.
    pub REMOVE_VIEW = "DELETE FROM staff_views WHERE id = $1 AND account_id = $2";
}

/// A view.
#[derive(Clone, Debug)]
pub struct View {
    /// Its id.
    pub id: ViewId,
    /// Code of the table.
    pub place: String,
    /// What it is called.
    pub name: String,
    /// The filter.
    pub query: String,
}

from_row!(View {
    id,
    place,
    name,
    query
});
