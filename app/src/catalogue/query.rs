//! What a visitor asks the catalogue for: read from an address and written back to one, so that every state of the
//! filters can be sent to somebody else. What can not be understood is left out, never refused; the page says so of what people
//! type by hand.

use jiff::civil::Date;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Mode;
use crate::accounts::OrganisationId;
use crate::text::clean_line;

/// More than this is not searched for.
const LONGEST_TEXT: usize = 100;
/// What stays as it is in the value of an address.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// Free or paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Price {
    /// Costs nothing.
    Free,
    /// Costs something.
    Paid,
}

/// Part of the day or week, on the organisation's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Every meeting begins before 15:00.
    Morning,
    /// Every meeting begins at 15:00 or later.
    Afternoon,
    /// Every meeting is on a Saturday or Sunday.
    Weekend,
}

/// Weekdays on which everything of an offer may be; none stands for every day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days(u8);

impl Days {
    /// Whether no day was chosen.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a day was chosen; days count from Monday, 0 to 6.
    pub fn has(self, day: u8) -> bool {
        day < 7 && self.0 & (1 << day) != 0
    }

    /// The days that were chosen.
    pub fn all(self) -> impl Iterator<Item = u8> {
        (0..7).filter(move |day| self.has(*day))
    }

    /// The same with one more day, or without it.
    #[must_use]
    pub fn toggled(self, day: u8) -> Self {
        if day < 7 {
            Self(self.0 ^ (1 << day))
        } else {
            self
        }
    }

    /// Adds a day as addresses write it: 1 is Monday.
    fn add(&mut self, code: &str) {
        if let Some(day) = code.parse::<u8>().ok().and_then(|code| code.checked_sub(1))
            && !self.has(day)
        {
            *self = self.toggled(day);
        }
    }
}

/// Order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// What answers the words best first; only with words.
    Best,
    /// By the first meeting.
    Soonest,
    /// By price.
    Cheapest,
    /// By free places, most first.
    Places,
}

macro_rules! words {
    ($name:ident: $($variant:ident = $code:literal),+) => {
        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// As addresses write it.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

words!(Price: Free = "free", Paid = "paid");
words!(When: Morning = "morning", Afternoon = "afternoon", Weekend = "weekend");
words!(Sort: Best = "best", Soonest = "soonest", Cheapest = "cheapest", Places = "places");

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words, as typed.
    pub q: String,
    /// One subject.
    pub subject: String,
    /// Where people meet.
    pub mode: Option<Mode>,
    /// Free or paid.
    pub price: Option<Price>,
    /// Only with free places.
    pub free: bool,
    /// Offered by this organisation.
    pub institution: Option<OrganisationId>,
    /// For somebody of this age on the day of the first meeting.
    pub age: Option<i64>,
    /// Held in this town or district.
    pub city: String,
    /// Offered by an organisation of this municipality.
    pub municipality: Option<OrganisationId>,
    /// Only what a family's funding certificate pays for.
    pub certificate: bool,
    /// Part of the day or week.
    pub when: Option<When>,
    /// Only on these weekdays.
    pub days: Days,
    /// First meeting on this day or later.
    pub from: Option<Date>,
    /// First meeting on this day or earlier.
    pub to: Option<Date>,
    sort: Option<Sort>,
    page: usize,
    misread: Vec<(&'static str, String)>,
}

impl Query {
    /// Reads the query of an address.
    pub fn read(query: &str) -> Self {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
        let mut wanted = Self::default();
        for (name, value) in &pairs {
            let value = value.trim();
            match name.as_str() {
                "q" => wanted.q = text(value),
                "subject" => wanted.subject = text(value),
                "mode" => wanted.mode = Mode::from_code(value),
                "price" => wanted.price = Price::from_code(value),
                "free" => wanted.free = value == "1",
                "institution" => wanted.institution = value.parse().ok(),
                "age" => {
                    wanted.age = value.parse().ok().filter(|age| (0..=99).contains(age));
                    wanted.note("age", value, wanted.age.is_some());
                }
                "city" => wanted.city = text(value),
                "municipality" => wanted.municipality = value.parse().ok(),
                "certificate" => wanted.certificate = value == "1",
                "when" => wanted.when = When::from_code(value),
                "day" => wanted.days.add(value),
                "from" => {
                    wanted.from = day(value);
                    wanted.note("from", value, wanted.from.is_some());
                }
                "to" => {
                    wanted.to = day(value);
                    wanted.note("to", value, wanted.to.is_some());
                }
                "sort" => wanted.sort = Sort::from_code(value),
                "page" => wanted.page = value.parse().unwrap_or(0),
                _ => {}
            }
        }
        wanted
    }

    /// Notes what was typed and can not be understood.
    fn note(&mut self, field: &'static str, value: &str, is_read: bool) {
        let shown = text(value);
        if !is_read && !shown.is_empty() {
            self.misread.push((field, shown));
        }
    }

    /// What was typed by hand and is not searched for, since nobody can tell what it means: field and text.
    pub fn misread(&self) -> &[(&'static str, String)] {
        &self.misread
    }

    /// The order asked for; without a wish the best answers to words, and the soonest of everything.
    pub fn sort(&self) -> Sort {
        match self.sort {
            Some(Sort::Best) | None if self.q.is_empty() => Sort::Soonest,
            Some(sort) => sort,
            None => Sort::Best,
        }
    }

    /// The page asked for, from 1.
    pub fn page(&self) -> usize {
        self.page.max(1)
    }

    /// Whether anything narrows the list.
    pub fn is_narrow(&self) -> bool {
        let all = Self {
            sort: self.sort,
            page: self.page,
            misread: self.misread.clone(),
            ..Self::default()
        };
        *self != all
    }

    /// Whether a filter is set that stands below "more filters".
    pub fn is_detailed(&self) -> bool {
        !self.subject.is_empty()
            || self.institution.is_some()
            || self.age.is_some()
            || self.certificate
            || !self.city.is_empty()
            || self.municipality.is_some()
            || !self.days.is_empty()
            || !self.misread.is_empty()
            || self.when.is_some()
            || self.from.is_some()
            || self.to.is_some()
            || self.price == Some(Price::Paid)
            || self.mode == Some(Mode::Mixed)
    }

    /// The same wish, changed, from its first page.
    #[must_use]
    pub fn but(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut other = self.clone();
        other.page = 0;
        other.misread.clear();
        change(&mut other);
        other
    }

    /// The same wish in another order.
    #[must_use]
    pub fn sorted(&self, sort: Sort) -> Self {
        self.but(|other| other.sort = Some(sort))
    }

    /// Another page of the same list.
    #[must_use]
    pub fn on_page(&self, page: usize) -> Self {
        self.but(|other| other.page = page)
    }

    /// What is set, as names and values in a fixed order.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let mut put = |name, value: Option<String>| {
            pairs.extend(
                value
                    .filter(|value| !value.is_empty())
                    .map(|value| (name, value)),
            );
        };
        put("q", Some(self.q.clone()));
        put("subject", Some(self.subject.clone()));
        put("mode", self.mode.map(|mode| mode.code().into()));
        put("price", self.price.map(|price| price.code().into()));
        put("free", self.free.then(|| "1".into()));
        put("institution", self.institution.map(|id| id.to_string()));
        put("age", self.age.map(|age| age.to_string()));
        put("city", Some(self.city.clone()));
        put("municipality", self.municipality.map(|id| id.to_string()));
        put("certificate", self.certificate.then(|| "1".into()));
        put("when", self.when.map(|when| when.code().into()));
        for day in self.days.all() {
            put("day", Some((day + 1).to_string()));
        }
        put("from", self.from.map(|day| day.to_string()));
        put("to", self.to.map(|day| day.to_string()));
        put("sort", self.sort.map(|sort| sort.code().into()));
        put("page", (self.page > 1).then(|| self.page.to_string()));
        pairs
    }

    /// The address of this wish, always the same for the same wish.
    pub fn address(&self) -> String {
        let mut address = String::from("/courses");
        for (at, (name, value)) in self.pairs().iter().enumerate() {
            address.push(if at == 0 { '?' } else { '&' });
            address.push_str(name);
            address.push('=');
            address.extend(utf8_percent_encode(value, KEPT));
        }
        address
    }
}

fn text(value: &str) -> String {
    let short: String = value.chars().take(LONGEST_TEXT).collect();
    clean_line(&short, LONGEST_TEXT).unwrap_or_default()
}

/// A day as browsers send it (`2026-12-01`), or as people write it (`1.12.2026`).
fn day(value: &str) -> Option<Date> {
    if let Ok(date) = value.parse() {
        return Some(date);
    }
    let mut parts = value.split('.').map(str::trim);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_comes_back_as_it_was() {
        let address = "/courses?q=ocenianie+%26+%C4%87wiczenia&mode=online&price=free&free=1&institution=7\
            &age=9&city=Choroszcz&municipality=3&certificate=1&when=weekend&day=2&day=4&from=2026-12-01&sort=cheapest&page=2";
        let wanted = Query::read(&address["/courses?".len()..]);
        assert_eq!(wanted.q, "ocenianie & ćwiczenia");
        assert_eq!(wanted.page(), 2);
        assert_eq!(wanted.address(), address.replace('+', "%20"));
        assert_eq!(Query::read(&wanted.address()["/courses?".len()..]), wanted);
    }

    #[test]
    fn what_can_not_be_understood_is_left_out() {
        let wanted = Query::read(
            "mode=moon&price=x&free=yes&institution=abc&when=never&from=2026-02-30&to=31.12.2026&sort=q&page=-1&%00=1&q=%00",
        );
        assert_eq!(wanted.address(), "/courses?to=2026-12-31");
        assert_eq!(wanted.page(), 1);
        assert_eq!(wanted.misread(), [("from", "2026-02-30".to_owned())]);
        assert!(!Query::read("age=abc&day=0&day=8&day=x").is_narrow());
        assert_eq!(
            Query::read("age=100&from=").misread(),
            [("age", "100".to_owned())]
        );
        assert_eq!(
            Query::read("&&==&page=99999999999999999999").address(),
            "/courses"
        );
    }

    #[test]
    fn words_are_answered_best_first_unless_another_order_is_asked_for() {
        assert_eq!(Query::read("").sort(), Sort::Soonest);
        assert_eq!(Query::read("sort=best").sort(), Sort::Soonest);
        assert_eq!(Query::read("q=kurs").sort(), Sort::Best);
        assert_eq!(Query::read("q=kurs&sort=places").sort(), Sort::Places);
    }
}
