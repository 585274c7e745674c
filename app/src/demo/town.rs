//! Organisations of the demo: an invented city with its training centre, support centre, schools and kindergartens.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{store, words};
use crate::accounts::OrganisationId;
use crate::organisations::store::SET_HOURS;
use crate::organisations::{self, Kind, NewOrganisation};
use crate::random::Random;

/// Monday to Friday 8:00–16:00, Tuesday until 18:00.
const CENTRE_HOURS: &str = r#"{"week":[[{"from":480,"until":960}],[{"from":480,"until":1080}],[{"from":480,"until":960}],[{"from":480,"until":960}],[{"from":480,"until":960}],[],[]]}"#;
/// Tuesday and Thursday 13:00–16:30.
const SUPPORT_HOURS: &str =
    r#"{"week":[[],[{"from":780,"until":990}],[],[{"from":780,"until":990}],[],[],[]]}"#;

/// Where the demo takes place.
pub(super) const CITY: &str = "Lipowiec nad Nerwią";

/// The organisations that the rest of the demo refers to.
#[derive(Clone, Debug)]
pub(super) struct Town {
    pub region: OrganisationId,
    pub centre: OrganisationId,
    /// Where children have programmes.
    pub youth: OrganisationId,
    pub municipality: OrganisationId,
    /// The municipality next to it.
    pub beside: OrganisationId,
    pub institutions: Vec<OrganisationId>,
}

pub(super) async fn build(
    tx: &mut Tx<'_>,
    random: &Random,
    institutions: usize,
    now: Timestamp,
) -> Result<Town, DbError> {
    let region = add(
        tx,
        None,
        Kind::Region,
        "Region Nerwiański",
        ["", "", ""],
        now,
    )
    .await?;
    let city = add(
        tx,
        Some(region),
        Kind::Municipality,
        &format!("Miasto {CITY}"),
        ["Rynek 1", "", ""],
        now,
    )
    .await?;
    // Families move; and who lives elsewhere is found by exact data only.
    let beside = ["ul. Leśna 2", "", ""];
    let kind = Kind::Municipality;
    let beside = add(tx, Some(region), kind, "Gmina Sosnówka", beside, now).await?;
    let centre = ["ul. Ogrodowa 4", "58 000 40 40", "centrum@lipowiec.example"];
    let centre = add(
        tx,
        Some(city),
        Kind::TrainingCentre,
        "Miejskie Centrum Doskonalenia Nauczycieli",
        centre,
        now,
    )
    .await?;
    tx.exec(SET_HOURS, &[&centre, &CENTRE_HOURS]).await?;
    let youth = ["ul. Parkowa 11", "58 000 20 27", "mdk@lipowiec.example"];
    let youth = add(
        tx,
        Some(city),
        Kind::Institution,
        "Młodzieżowy Dom Kultury",
        youth,
        now,
    )
    .await?;
    let support = ["Rynek 3", "58 000 13 16", "wsparcie@lipowiec.example"];
    let support = add(
        tx,
        Some(city),
        Kind::SupportCentre,
        "Miejskie Centrum Wsparcia",
        support,
        now,
    )
    .await?;
    tx.exec(SET_HOURS, &[&support, &SUPPORT_HOURS]).await?;
    let mut places = Vec::with_capacity(institutions);
    for number in 1..=institutions {
        let (stage, name) = match number % 4 {
            0 => ("Przedszkole", format!("Przedszkole nr {}", number / 4)),
            3 => (
                "Liceum ogólnokształcące",
                format!(
                    "Liceum Ogólnokształcące nr {} im. {}",
                    number.div_ceil(4),
                    words::patron(random)
                ),
            ),
            _ => (
                "Szkoła podstawowa",
                format!(
                    "Szkoła Podstawowa nr {number} im. {}",
                    words::patron(random)
                ),
            ),
        };
        let street = words::street(random);
        let street = [street.as_str(), "", ""];
        let place = add(tx, Some(city), Kind::Institution, &name, street, now).await?;
        tx.exec(store::SET_TYPE, &[&place, &stage]).await?;
        places.push(place);
    }
    organisations::touch(tx).await?;
    Ok(Town {
        region,
        centre,
        youth,
        municipality: city,
        beside,
        institutions: places,
    })
}

async fn add(
    tx: &mut Tx<'_>,
    parent: Option<OrganisationId>,
    kind: Kind,
    name: &str,
    [street, phone, email]: [&str; 3],
    now: Timestamp,
) -> Result<OrganisationId, DbError> {
    let new = NewOrganisation {
        parent,
        kind,
        name: name.into(),
        street: street.into(),
        postal_code: "83-000".into(),
        city: CITY.into(),
        phone: phone.into(),
        email: email.into(),
        ..NewOrganisation::default()
    };
    Ok(organisations::upsert(tx, &new, now).await?.0)
}
