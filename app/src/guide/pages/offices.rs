//! Whom one can see: address, telephone and hours of institutions and support centres.

use database::DbError;
use jiff::Timestamp;

use crate::app::Shared;
use crate::guide::Whom;
use crate::guide::store::{self, Office};
use crate::i18n::Translator;
use crate::organisations::hours;
use crate::text::{fold, postal_line};
use crate::web::AppError;

/// The most that are shown at once; of more one searches.
const MOST_SHOWN: usize = 8;

/// One of them, as the page shows it.
pub(super) struct Place {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) address: String,
    pub(super) phone: String,
    /// The number as a telephone dials it.
    pub(super) dial: String,
    /// In words; empty when nobody has said when it is open.
    pub(super) hours: String,
}

impl From<Office> for Place {
    fn from(office: Office) -> Self {
        let is_dialled = |letter: &char| letter.is_ascii_digit() || *letter == '+';
        Self {
            id: office.id.to_string(),
            address: postal_line(
                (&office.street, &office.street_number),
                (&office.postal_code, &office.post_office),
                &office.city,
            ),
            dial: office.phone.chars().filter(is_dialled).collect(),
            name: office.name,
            phone: office.phone,
            hours: office.office_hours,
        }
    }
}

/// Those that are shown, and whether there are more to search among.
#[derive(Default)]
pub(super) struct Places {
    pub(super) shown: Vec<Place>,
    /// What was searched for.
    pub(super) asked: String,
    pub(super) is_searched: bool,
    /// How many more there are; empty when all are shown.
    pub(super) more: String,
}

/// Whom one can see, those whose name or address holds all that was asked for.
pub(super) async fn find(
    app: &Shared,
    (t, now): (Translator, Timestamp),
    whom: Whom,
    asked: Option<String>,
) -> Result<Places, AppError> {
    let sql = match whom {
        Whom::Institution => store::LIST_INSTITUTIONS,
        Whom::SupportCentre => store::LIST_SUPPORT_CENTRES,
    };
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.all::<Office>(sql, &[]).await }));
    let mut found: Vec<Office> = read.await.map_err(|error: DbError| error)?;
    let is_searched = found.len() > MOST_SHOWN;
    let asked: String = asked.unwrap_or_default().chars().take(100).collect();
    if is_searched {
        let words = fold(&asked);
        let suits = |office: &Office| {
            let about = fold(&format!(
                "{} {} {}",
                office.name, office.city, office.street
            ));
            words.split_whitespace().all(|word| about.contains(word))
        };
        found.retain(suits);
    }
    let more = found.len().saturating_sub(MOST_SHOWN);
    let tree = app.organisations.current();
    let place = |office: Office| {
        let hours = tree
            .find(office.id)
            .map(|one| hours::line(t, one, &office.office_hours, now));
        let place = Place::from(office);
        match hours {
            Some(hours) => Place { hours, ..place },
            None => place,
        }
    };
    Ok(Places {
        is_searched,
        more: match more {
            0 => String::new(),
            more => t.get("guide-more").int("count", more).to_string(),
        },
        shown: found.into_iter().take(MOST_SHOWN).map(place).collect(),
        asked,
    })
}
