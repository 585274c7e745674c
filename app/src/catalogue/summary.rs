//! What is said of an organisation wherever its offer is.

use jiff::tz::TimeZone;

use crate::accounts::OrganisationId;

/// What pages and letters say of the organisation that offers a group.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganisationSummary {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// IANA name of its time zone.
    pub time_zone: String,
    /// The time zone itself; UTC when the name is not known.
    pub zone: TimeZone,
    /// A training is long from this many teaching hours on.
    pub long_from_hours: i64,
    /// A training is long from this many meetings on.
    pub long_from_meetings: i64,
    /// An offered place is held so many hours, shorter as the start comes near.
    pub offer_hours: i64,
    /// Telephone.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Town or district.
    pub city: String,
    /// Street, number, postal code and city in one line.
    pub address: String,
}

impl database::FromRow for OrganisationSummary {
    fn from_row(row: &database::Row<'_>) -> Result<Self, database::DbError> {
        let part = |name: &str| row.get::<String>(name);
        let address = crate::text::postal_line(
            (&part("street")?, &part("street_number")?),
            (&part("postal_code")?, &part("post_office")?),
            &part("city")?,
        );
        let time_zone = part("time_zone")?;
        Ok(Self {
            id: row.get("id")?,
            name: part("name")?,
            zone: TimeZone::get(&time_zone).unwrap_or(TimeZone::UTC),
            time_zone,
            long_from_hours: row.get("long_from_hours")?,
            long_from_meetings: row.get("long_from_meetings")?,
            offer_hours: row.get("offer_hours")?,
            phone: part("phone")?,
            email: part("email")?,
            city: part("city")?,
            address,
        })
    }
}

impl OrganisationSummary {
    /// Name, telephone and address as letters end with them.
    pub fn contact(&self) -> String {
        let parts = [&self.name, &self.phone, &self.email];
        let filled = parts.into_iter().map(String::as_str);
        let filled: Vec<&str> = filled.filter(|part| !part.is_empty()).collect();
        filled.join(", ")
    }
}
