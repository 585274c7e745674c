//! The list of what is on offer, with its search and filters.

use askama::Template;
use jiff::Timestamp;
use jiff::civil::Date;

use super::cards::{Card, card};
use super::kept::Made;
use crate::catalogue::listing::{self, Listing};
use crate::catalogue::query::{Price, Query, Sort, When};
use crate::catalogue::{Choices, Mode, Snapshot};
use crate::forms::Form;
use crate::i18n::Translator;
use crate::organisations::Tree;
use crate::text::fold;
use crate::web::{AppError, Page};

/// A filter that one click sets or takes away.
struct Chip {
    text: String,
    href: String,
    on: bool,
}

/// An order of the list; without an address it is the one in use.
struct Order {
    text: String,
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "catalogue/courses.html")]
struct Courses<'a> {
    page: &'a Page,
    query: &'a Query,
    listing: &'a Listing,
    cards: Vec<Card>,
    chips: Vec<Chip>,
    orders: Vec<Order>,
    choices: &'a Choices,
    /// Municipalities with something on offer, their ids and names; one alone is no choice.
    municipalities: Vec<(String, String)>,
    /// The filters as they are set.
    form: Form,
    previous: String,
    next: String,
}

pub(super) fn make(
    page: &Page,
    (snapshot, tree): (&Snapshot, &Tree),
    query: &Query,
    now: Timestamp,
) -> Result<Made, AppError> {
    let t = page.t;
    let listing = listing::find(snapshot, tree, query, now);
    let municipalities = municipalities(snapshot, tree);
    let courses = Courses {
        page,
        query,
        cards: listing
            .offers
            .iter()
            .map(|offer| card(t, offer, now))
            .collect(),
        chips: chips(t, query, (snapshot.choices(), &municipalities)),
        municipalities,
        orders: orders(t, query),
        choices: snapshot.choices(),
        form: Form::from_pairs(
            query
                .pairs()
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value)),
        ),
        previous: if listing.page > 1 {
            query.on_page(listing.page - 1).address()
        } else {
            String::new()
        },
        next: if listing.page < listing.pages {
            query.on_page(listing.page + 1).address()
        } else {
            String::new()
        },
        listing: &listing,
    };
    Ok(Made {
        title: t.get("catalogue-title").to_string(),
        description: t.get("catalogue-lead").to_string(),
        content: courses.render()?,
        ..Made::default()
    })
}

impl Courses<'_> {
    /// What the filter form keeps though it shows no field for it.
    fn kept(&self, fields: &[&str]) -> Vec<(&'static str, String)> {
        let pairs = self.query.pairs().into_iter();
        pairs
            .filter(|(name, _)| *name != "page" && !fields.contains(name))
            .collect()
    }

    fn kept_by_search(&self) -> Vec<(&'static str, String)> {
        self.kept(&["q"])
    }

    fn kept_by_filters(&self) -> Vec<(&'static str, String)> {
        self.kept(&[
            "subject",
            "institution",
            "mode",
            "price",
            "age",
            "city",
            "municipality",
            "certificate",
            "when",
            "day",
            "from",
            "to",
        ])
    }

    fn options(&self, codes: &[&'static str], prefix: &str) -> Vec<(&'static str, String)> {
        let text = |code: &&'static str| {
            (
                *code,
                self.page
                    .t
                    .get(&format!("catalogue-{prefix}-{code}"))
                    .to_string(),
            )
        };
        codes.iter().map(text).collect()
    }

    fn modes(&self) -> Vec<(&'static str, String)> {
        self.options(
            &[Mode::OnSite.code(), Mode::Online.code(), Mode::Mixed.code()],
            "mode",
        )
    }

    fn prices(&self) -> Vec<(&'static str, String)> {
        self.options(&[Price::Free.code(), Price::Paid.code()], "price")
    }

    fn whens(&self) -> Vec<(&'static str, String)> {
        self.options(
            &[
                When::Morning.code(),
                When::Afternoon.code(),
                When::Weekend.code(),
            ],
            "when",
        )
    }

    /// Weekdays as addresses write them, with their names.
    fn weekdays(&self) -> Vec<(usize, &'static str)> {
        (0..7)
            .map(|day| (day + 1, self.page.t.weekday_at(day)))
            .collect()
    }

    /// What is not searched for, as sentences.
    fn misread(&self) -> Vec<String> {
        let sentence = |(field, text): &(&'static str, String)| {
            let key = format!("catalogue-misread-{field}");
            self.page.t.get(&key).text("text", text).to_string()
        };
        self.query.misread().iter().map(sentence).collect()
    }

    fn cities(&self) -> Vec<(&str, &str)> {
        let cities = self.choices.cities.iter();
        cities.map(|city| (city.as_str(), city.as_str())).collect()
    }

    fn certificates(&self) -> Vec<(&'static str, String)> {
        let text = self.page.t.get("catalogue-filter-certificate");
        vec![("1", text.to_string())]
    }

    fn subjects(&self) -> Vec<(&str, &str)> {
        self.choices
            .subjects
            .iter()
            .map(|subject| (subject.as_str(), subject.as_str()))
            .collect()
    }
}

/// The municipalities of those who offer something, by name.
fn municipalities(snapshot: &Snapshot, tree: &Tree) -> Vec<(String, String)> {
    let offering = snapshot.choices().institutions.iter();
    let mut all: Vec<(String, String)> = offering
        .filter_map(|(id, _)| tree.municipality_of(id.parse().ok()?))
        .map(|one| (one.id.to_string(), one.name.clone()))
        .collect();
    all.sort_by_cached_key(|(id, name)| (fold(name), id.clone()));
    all.dedup();
    if all.len() < 2 {
        all.clear();
    }
    all
}

/// The usual filters first, then what else is set, each with a way to take it away.
fn chips(
    t: Translator,
    query: &Query,
    (choices, municipalities): (&Choices, &[(String, String)]),
) -> Vec<Chip> {
    let mut chips = Vec::new();
    let mut put = |text: String, on: bool, other: Query| {
        chips.push(Chip {
            text,
            href: other.address(),
            on,
        });
    };
    let say = |key: &str| t.get(key).to_string();
    put(
        say("catalogue-filter-free-places"),
        query.free,
        query.but(|other| other.free = !query.free),
    );
    for mode in [Mode::OnSite, Mode::Online] {
        let on = query.mode == Some(mode);
        let other = query.but(|other| other.mode = (!on).then_some(mode));
        put(say(&format!("catalogue-mode-{}", mode.code())), on, other);
    }
    let on = query.price == Some(Price::Free);
    put(
        say("catalogue-price-free"),
        on,
        query.but(|other| other.price = (!on).then_some(Price::Free)),
    );
    if query.mode == Some(Mode::Mixed) {
        put(
            say("catalogue-mode-mixed"),
            true,
            query.but(|other| other.mode = None),
        );
    }
    if query.price == Some(Price::Paid) {
        put(
            say("catalogue-price-paid"),
            true,
            query.but(|other| other.price = None),
        );
    }
    if !query.subject.is_empty() {
        put(
            query.subject.clone(),
            true,
            query.but(|other| other.subject.clear()),
        );
    }
    if let Some(id) = query.institution {
        let id = id.to_string();
        let name = choices.institutions.iter().find(|(other, _)| *other == id);
        let text = name.map_or_else(
            || say("catalogue-institution-unknown"),
            |(_, name)| name.clone(),
        );
        put(text, true, query.but(|other| other.institution = None));
    }
    chips.extend(other_chips(t, query, municipalities));
    chips
}

/// What families and timetables ask for, where it is set.
fn other_chips(t: Translator, query: &Query, municipalities: &[(String, String)]) -> Vec<Chip> {
    let mut chips = Vec::new();
    let mut put = |text: String, on: bool, other: Query| {
        chips.push(Chip {
            text,
            href: other.address(),
            on,
        });
    };
    let say = |key: &str| t.get(key).to_string();
    if let Some(age) = query.age {
        let text = t.get("catalogue-chip-age").int("age", age).to_string();
        put(text, true, query.but(|other| other.age = None));
    }
    if !query.city.is_empty() {
        let text = query.city.clone();
        put(text, true, query.but(|other| other.city.clear()));
    }
    if let Some(id) = query.municipality {
        let id = id.to_string();
        let name = municipalities.iter().find(|(other, _)| *other == id);
        let text = name.map_or_else(
            || say("catalogue-municipality-unknown"),
            |(_, name)| name.clone(),
        );
        put(text, true, query.but(|other| other.municipality = None));
    }
    if query.certificate {
        let text = say("catalogue-filter-certificate");
        put(text, true, query.but(|other| other.certificate = false));
    }
    if let Some(when) = query.when {
        put(
            say(&format!("catalogue-when-{}", when.code())),
            true,
            query.but(|other| other.when = None),
        );
    }
    for day in query.days.all() {
        put(
            t.weekday_at(day.into()).to_owned(),
            true,
            query.but(|other| other.days = query.days.toggled(day)),
        );
    }
    let dated = |key: &str, day: Date| t.get(key).text("day", t.day_of(day)).to_string();
    if let Some(day) = query.from {
        put(
            dated("catalogue-chip-from", day),
            true,
            query.but(|other| other.from = None),
        );
    }
    if let Some(day) = query.to {
        put(
            dated("catalogue-chip-to", day),
            true,
            query.but(|other| other.to = None),
        );
    }
    chips
}

fn orders(t: Translator, query: &Query) -> Vec<Order> {
    let sorts = Sort::ALL
        .iter()
        .filter(|sort| **sort != Sort::Best || !query.q.is_empty());
    sorts
        .map(|sort| Order {
            text: t
                .get(&format!("catalogue-sort-{}", sort.code()))
                .to_string(),
            href: (*sort != query.sort()).then(|| query.sorted(*sort).address()),
        })
        .collect()
}
