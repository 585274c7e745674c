//! The directory: every institution, training centre and support centre, found by name, town, kind and municipality; and a page
//! for each with its address, telephone, hours and offer. Public, answered from memory, known to search engines.

mod institution;
mod list;
mod listing;
mod query;
mod structured;

use axum::Router;
use axum::routing::get;

use crate::app::Shared;
use crate::i18n::Translator;
use crate::organisations::{Kind, Organisation, Tree};
use crate::text::postal_line;

/// Routes of the pages.
pub fn routes() -> Router<Shared> {
    Router::new().route("/institutions", get(list::page)).route(
        "/institutions/{organisation}",
        get(institution::page).post(institution::reveal),
    )
}

/// Address of the page of an organisation.
fn address_of(organisation: &Organisation) -> String {
    format!("/institutions/{}", organisation.id)
}

/// Addresses of the pages of everybody who is listed.
pub fn addresses(tree: &Tree) -> impl Iterator<Item = String> {
    let listed = tree.all().filter(|one| listing::is_listed(one));
    listed.map(address_of)
}

/// What it is: the register's words where it has some.
fn kind_of(t: Translator, organisation: &Organisation) -> String {
    match organisation.institution_type.as_str() {
        "" => kind_in_words(t, organisation.kind),
        own => own.to_owned(),
    }
}

fn kind_in_words(t: Translator, kind: Kind) -> String {
    let code = kind.code().replace('_', "-");
    t.get(&format!("directory-kind-{code}")).to_string()
}

/// Street, number, postal code and town in one line.
fn postal_address(organisation: &Organisation) -> String {
    let address = organisation.address.as_str();
    // Villages without streets have only a number.
    let is_number = address.starts_with(|first: char| first.is_ascii_digit());
    let street = if is_number {
        ("", address)
    } else {
        (address, "")
    };
    postal_line(street, (&organisation.postal_code, ""), &organisation.city)
}
