//! Pages of the texts of letters: whose, which, and one of them.

mod edit;
mod list;
mod words;

use axum::Router;
use axum::routing::get;
use jiff::tz::TimeZone;

use super::permissions::{WriteLetters, may_write_letters};
use super::samples::Sender;
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::clock::zone;
use crate::i18n::Translator;
use crate::organisations::Tree;
use crate::permit::Permit;
use crate::web::AppError;

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/staff/letters", get(list::places))
        .route("/staff/letters/{organisation}", get(list::list))
        .route(
            "/staff/letters/{organisation}/{kind}/{language}",
            get(edit::page).post(edit::send),
        )
}

/// What stands in addresses for the installation.
const INSTALLATION: &str = "installation";

/// The address of an organisation's letters; of the installation's for none.
fn address_of(organisation: Option<OrganisationId>) -> String {
    match organisation {
        Some(id) => format!("/staff/letters/{id}"),
        None => format!("/staff/letters/{INSTALLATION}"),
    }
}

/// The name of an organisation; of the installation for none.
fn name_of(t: Translator, tree: &Tree, organisation: Option<OrganisationId>) -> String {
    match organisation {
        None => t.get("letter-texts-installation").to_string(),
        Some(id) => tree
            .find(id)
            .map_or_else(String::new, |one| one.name.clone()),
    }
}

/// Whose letters an actor may write; none is the installation.
#[derive(Clone, Copy)]
struct Place {
    organisation: Option<OrganisationId>,
}

impl Place {
    /// The place of an address.
    fn open(app: &Shared, actor: &Actor, typed: &str) -> Result<Self, AppError> {
        let organisation = match typed {
            INSTALLATION => None,
            id => Some(id.parse().map_err(|_| AppError::NotFound)?),
        };
        let place = Self { organisation };
        place.permit(app, actor)?;
        Ok(place)
    }

    /// The permit to write there.
    fn permit(self, app: &Shared, actor: &Actor) -> Result<Permit<WriteLetters>, AppError> {
        let tree = app.organisations.current();
        may_write_letters(actor, &tree, self.organisation).ok_or(AppError::NotFound)
    }

    /// Where its days begin and end.
    fn zone(self, app: &Shared) -> TimeZone {
        let tree = app.organisations.current();
        let home = self.organisation.and_then(|id| tree.find(id));
        home.map_or_else(zone, |home| home.time_zone.clone())
    }

    /// Who a letter to look at comes from.
    fn sample_from(self, app: &Shared) -> Sender {
        let tree = app.organisations.current();
        let home = self.organisation.and_then(|id| tree.find(id));
        let base_url = &app.config.base_url;
        let page = format!("{base_url}/contact");
        Sender {
            name: home.map_or_else(String::new, |home| home.name.clone()),
            contact: home.map_or_else(|| page.clone(), |home| home.contact(&page)),
            base_url: base_url.clone(),
            site_name: app.config.site_name.clone(),
        }
    }
}
