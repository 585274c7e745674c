//! The page of one organisation: what it is, where, when, how to reach it, what it offers.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::{address_of, kind_of, structured};
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::catalogue::pages::cards::{Card, card};
use crate::contact::{self, Place};
use crate::notices;
use crate::organisations::Kind;
use crate::web::{AppError, Context, Page, Posted, show};

/// Groups shown here; of more there is the list.
const MOST_OFFERS: usize = 10;

#[derive(Template)]
#[template(path = "directory/institution.html")]
struct InstitutionPage {
    page: Page,
    /// The one address of the page, for search engines.
    canonical: String,
    /// What search engines read.
    data: String,
    /// Where the button leads that shows the e-mail address.
    reveal: String,
    place: Place,
    kind: String,
    /// Address and name of the list of its municipality.
    municipality: Option<(String, String)>,
    cards: Vec<Card>,
    /// How many groups are on offer.
    offered: usize,
    /// Whether the e-mail address was asked for.
    is_shown: bool,
}

/// `GET /institutions/{organisation}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    view(&app, &ctx, &id, false).await
}

/// Nothing is changed: the answer is the page itself, with the e-mail address on it.
pub(super) async fn reveal(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    _: Posted,
) -> Result<Response, AppError> {
    view(&app, &ctx, &id, true).await
}

async fn view(app: &Shared, ctx: &Context, id: &str, is_shown: bool) -> Result<Response, AppError> {
    let id: OrganisationId = id.parse().map_err(|_| AppError::NotFound)?;
    let (t, now, tree) = (ctx.t(), ctx.now(), app.organisations.current());
    let organisation = tree.find(id).ok_or(AppError::NotFound)?;
    let place = contact::find(app, ctx, id)
        .await?
        .ok_or(AppError::NotFound)?;
    let announced = notices::at_organisation(app, ctx, id).await?;
    let snapshot = app.catalogue.current();
    let offered: Vec<_> = snapshot
        .offers()
        .iter()
        .filter(|offer| offer.detail.course.organisation_id == id && offer.is_listed(now))
        .collect();
    let above = tree.municipality_of(id);
    let canonical = format!("{}{}", app.config.base_url, address_of(organisation));
    let kind = kind_of(t, organisation);
    let about = [kind.as_str(), &place.address()].join(", ");
    let list = |of: OrganisationId| format!("/institutions?municipality={of}");
    show(&InstitutionPage {
        page: ctx.page(&place.name).described(about).announcing(announced),
        data: structured::data(organisation, &place, above, &canonical),
        canonical,
        reveal: format!("{}#reach", address_of(organisation)),
        kind,
        municipality: match organisation.kind {
            Kind::Region => None,
            _ => above.map(|above| (list(above.id), above.name.clone())),
        },
        cards: offered
            .iter()
            .take(MOST_OFFERS)
            .map(|offer| card(t, offer, now))
            .collect(),
        offered: offered.len(),
        place,
        is_shown,
    })
}
