//! SQL of organisations.

use database::{DbError, FromRow, Row};
use jiff::tz::TimeZone;

use super::{Kind, Organisation};
use crate::text::fold;

database::statements! {
    /// The whole tree.
    pub FIND_ALL = "SELECT id, parent_id, kind, name, institution_type, street, street_number, postal_code, city, \
        phone, email, time_zone, long_from_hours, long_from_meetings, hours FROM organisations WHERE closed_at IS NULL ORDER BY id";
    /// A new organisation, or the known one with what a newer list says of it.
    pub UPSERT = "INSERT INTO organisations (parent_id, kind, name, name_folded, institution_type, street, \
        street_number, postal_code, post_office, city, tax_id, phone, email, import_key, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) \
        ON CONFLICT (import_key) DO UPDATE SET institution_type = excluded.institution_type, \
        post_office = excluded.post_office, tax_id = excluded.tax_id, phone = excluded.phone, email = excluded.email \
        RETURNING id, created_at";
    /// When an organisation is open, as JSON; empty when nobody has said.
    pub FIND_HOURS = "SELECT hours FROM organisations WHERE id = $1";
    /// Sets it.
    pub SET_HOURS = "UPDATE organisations SET hours = $2 WHERE id = $1";
    /// Raises the version of the tree, so that every node reads it anew.
    pub TOUCH = "UPDATE snapshot_versions SET version = version + 1 WHERE name = 'organisations'";
    /// The version of the tree.
    pub FIND_VERSION = "SELECT version FROM snapshot_versions WHERE name = 'organisations'";
}

impl FromRow for Organisation {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let kind: String = row.get("kind")?;
        let (zone, hours): (String, String) = (row.get("time_zone")?, row.get("hours")?);
        let (street, number): (String, String) = (row.get("street")?, row.get("street_number")?);
        let (name, city): (String, String) = (row.get("name")?, row.get("city")?);
        let address = format!("{street} {number}").trim().to_owned();
        Ok(Self {
            id: row.get("id")?,
            parent: row.get("parent_id")?,
            kind: Kind::from_code(&kind).unwrap_or(Kind::Institution),
            folded: fold(&format!("{name} {city} {street}")),
            name,
            institution_type: row.get("institution_type")?,
            address,
            postal_code: row.get("postal_code")?,
            city,
            phone: row.get("phone")?,
            email: row.get("email")?,
            time_zone: TimeZone::get(&zone).unwrap_or(TimeZone::UTC),
            long_from_hours: row.get("long_from_hours")?,
            long_from_meetings: row.get("long_from_meetings")?,
            // What can not be read is as if nobody had said it.
            hours: serde_json::from_str(&hours).unwrap_or_default(),
        })
    }
}
