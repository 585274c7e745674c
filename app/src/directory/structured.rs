//! What search engines read of an institution: schema.org as JSON-LD, a data block that no browser runs. Its e-mail address is
//! not in it.

use serde_json::{Value, json};

use crate::catalogue::pages::structured::escape;
use crate::contact::Place;
use crate::organisations::{Kind, Organisation};

/// JSON that can stand inside a script element.
pub(super) fn data(
    organisation: &Organisation,
    place: &Place,
    above: Option<&Organisation>,
    url: &str,
) -> String {
    let kind = match organisation.kind {
        Kind::Institution | Kind::TrainingCentre => "EducationalOrganization",
        Kind::Region | Kind::Municipality | Kind::SupportCentre => "GovernmentOrganization",
    };
    let street = format!("{} {}", place.street, place.street_number);
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": kind,
        "@id": url,
        "url": url,
        "name": place.name,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": street.trim(),
            "postalCode": place.postal_code,
            "addressLocality": place.city,
        },
    });
    if !place.phone.is_empty() {
        data["telephone"] = Value::from(place.phone.as_str());
    }
    if let Some(above) = above.filter(|above| above.id != organisation.id) {
        data["parentOrganization"] = json!({
            "@type": "GovernmentOrganization",
            "name": above.name,
        });
    }
    escape(&data.to_string())
}
