//! The fields of a person: what was typed becomes [`Details`], or an error beside the field.

use jiff::civil::Date;

use super::Details;
use crate::accounts::OrganisationId;
use crate::forms::{FieldError, Form};
use crate::organisations::{Organisation, Tree};
use crate::text::{
    TextProblem, clean_line, clean_name, clean_phone, fold, parse_date_fields, postal_code,
};

/// Characters of a place, a street or the name of a workplace.
const LINE_LENGTH: usize = 150;
/// The most workplaces that are offered at once.
pub const MOST_OFFERED: usize = 10;
/// Under this age a parent registers (`spec/rules.md`, 14 and older).
pub const YOUNGEST: i16 = 14;
/// From this age on people are no children.
pub const OF_AGE: i16 = 18;

/// Fills a form with what is known.
#[must_use]
pub fn fill(form: Form, details: &Details, tree: &Tree) -> Form {
    let part = |part: fn(Date) -> i16| {
        details
            .born_on
            .map_or_else(String::new, |date| part(date).to_string())
    };
    let chosen = details.workplace_id.and_then(|id| tree.find(id));
    let workplace = chosen.map_or(details.workplace_name.as_str(), |place| place.name.as_str());
    let choice = match (chosen, workplace) {
        (Some(place), _) => place.id.to_string(),
        (None, "") => String::new(),
        (None, _) => "typed".to_owned(),
    };
    form.with("given_name", &details.given_name)
        .with("surname", &details.surname)
        .with("born_day", part(|date| date.day().into()))
        .with("born_month", part(|date| date.month().into()))
        .with("born_year", part(Date::year))
        .with("birth_place", &details.birth_place)
        .with("phone", &details.phone)
        .with("street", &details.street)
        .with("postal_code", &details.postal_code)
        .with("city", &details.city)
        .with("workplace", workplace)
        .with("workplace_id", choice)
}

/// Reads the fields in the order in which the page has them; every one that can not be taken gets its error.
pub fn read(form: &mut Form, today: Date, tree: &Tree) -> Details {
    let known = Details {
        given_name: line(form, "given_name", clean_name),
        surname: line(form, "surname", clean_name),
        born_on: read_birth(form, today),
        birth_place: line(form, "birth_place", place),
        phone: line(form, "phone", clean_phone),
        street: line(form, "street", place),
        postal_code: line(form, "postal_code", postal_code),
        city: line(form, "city", place),
        ..Details::default()
    };
    let (workplace_id, workplace_name) = read_workplace(form, tree);
    Details {
        workplace_id,
        workplace_name,
        ..known
    }
}

pub(crate) fn line(
    form: &mut Form,
    field: &'static str,
    clean: fn(&str) -> Result<String, TextProblem>,
) -> String {
    clean(form.value(field)).unwrap_or_else(|problem| {
        form.refuse(problem.on(field));
        String::new()
    })
}

/// A place or a street: what certificates and envelopes can carry, so no pictures.
pub(crate) fn place(typed: &str) -> Result<String, TextProblem> {
    let line = clean_line(typed, LINE_LENGTH)?;
    let belongs = |c: char| {
        c.is_alphanumeric() || !c.is_ascii_control() && c.is_ascii() || "’‘–—ʼ„”«»№".contains(c)
    };
    match line.as_str() {
        "" => Err(TextProblem::Empty),
        line if !line
            .chars()
            .all(|c| belongs(c) || unicode_normalization::char::is_combining_mark(c)) =>
        {
            Err(TextProblem::NotAName)
        }
        _ => Ok(line),
    }
}

fn read_birth(form: &mut Form, today: Date) -> Option<Date> {
    let typed = ["born_day", "born_month", "born_year"].map(|part| form.value(part));
    let [day, month, year] = typed;
    match parse_date_fields(day, month, year, today) {
        Ok(date) if age_on(today, date) < YOUNGEST => {
            form.refuse(FieldError::new("born", "too_young").with("youngest", YOUNGEST));
            None
        }
        Ok(date) => Some(date),
        Err(problem) => {
            form.refuse(problem.on("born"));
            None
        }
    }
}

/// Whole years; born on 29 February, one grows older on 1 March of other years.
pub fn age_on(today: Date, born: Date) -> i16 {
    let had_birthday = (today.month(), today.day()) >= (born.month(), born.day());
    today.year() - born.year() - i16::from(!had_birthday)
}

/// Whether somebody is old enough for an account and not yet of age (`spec/rules.md`, 14 and older).
pub fn is_teenager(today: Date, born: Date) -> bool {
    (YOUNGEST..OF_AGE).contains(&age_on(today, born))
}

/// Whether somebody is old enough for a sign-in of their own.
pub fn may_sign_in(today: Date, born: Date) -> bool {
    age_on(today, born) >= YOUNGEST
}

/// The latest date of birth of those who have reached an age. Who was born on 29 February reaches it on 1 March where the year
/// has no such day.
pub fn latest_birth(age: i16, today: Date) -> Date {
    // No such day in that year: the last of February, after which nobody of the year before is left out.
    today
        .checked_sub(jiff::Span::new().years(age))
        .unwrap_or(Date::MIN)
}

/// Workplaces that fit what was typed.
pub fn offered<'a>(form: &Form, tree: &'a Tree) -> Vec<&'a Organisation> {
    let typed = form.value("workplace");
    if typed.len() > 4 * LINE_LENGTH {
        return Vec::new();
    }
    let mut found = tree.search_workplaces(typed, MOST_OFFERED);
    let chosen = form
        .value("workplace_id")
        .parse()
        .ok()
        .and_then(|id| tree.find(id));
    if let Some(chosen) = chosen.filter(|place| fold(&place.name) == fold(typed))
        && found.iter().all(|place| place.id != chosen.id)
    {
        found.insert(0, chosen);
    }
    found
}

/// The workplace: chosen from the directory, or as typed when the directory does not have it. It may be left empty.
fn read_workplace(form: &mut Form, tree: &Tree) -> (Option<OrganisationId>, String) {
    let typed = match clean_line(form.value("workplace"), LINE_LENGTH) {
        Ok(typed) if typed.is_empty() => return (None, typed),
        Ok(typed) => typed,
        Err(problem) => {
            form.refuse(problem.on("workplace"));
            return (None, String::new());
        }
    };
    let offered = offered(form, tree);
    if form.value("workplace_id") == "typed" || offered.is_empty() {
        return (None, typed);
    }
    let chosen = form.value("workplace_id").parse().ok();
    if let Some(place) = offered.iter().find(|place| Some(place.id) == chosen) {
        return (Some(place.id), String::new());
    }
    let mut same = offered
        .iter()
        .filter(|place| fold(&place.name) == fold(&typed));
    if let (Some(only), None) = (same.next(), same.next()) {
        return (Some(only.id), String::new());
    }
    form.refuse(FieldError::new("workplace_id", "workplace_choose"));
    (None, typed)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn typed(fields: &[(&str, &str)]) -> Form {
        let mut form = Form::new();
        for (name, value) in [
            ("given_name", "Anna"),
            ("surname", "Kowalska"),
            ("born_day", "14"),
            ("born_month", "3"),
            ("born_year", "1985"),
            ("birth_place", "Łódź"),
            ("phone", "601 234 567"),
            ("street", "ul. Lipowa 5 m. 3"),
            ("postal_code", "15427"),
            ("city", "Białystok"),
        ]
        .iter()
        .chain(fields)
        {
            form = form.with(name, value);
        }
        form
    }

    #[test]
    fn what_is_known_fills_the_form_and_reads_back() {
        let (tree, today) = (Tree::default(), date(2026, 11, 22));
        let mut form = typed(&[("workplace", "Szkoła w lesie")]);
        let details = read(&mut form, today, &tree);
        assert!(form.is_fine(), "{:?}", form.errors());
        assert_eq!(
            (
                details.postal_code.as_str(),
                details.workplace_name.as_str()
            ),
            ("15-427", "Szkoła w lesie")
        );
        let mut again = fill(Form::new(), &details, &tree);
        assert_eq!(read(&mut again, today, &tree), details);
    }

    #[test]
    fn what_can_not_be_taken_is_said_beside_its_field() {
        let long = "a".repeat(300);
        for (field, value, at, code) in [
            ("surname", "Kowalska\0", "surname", "control_characters"),
            ("surname", long.as_str(), "surname", "too_long"),
            ("given_name", "Ola 🎉", "given_name", "not_a_name"),
            (
                "given_name",
                "\u{202E}anna",
                "given_name",
                "control_characters",
            ),
            ("birth_place", "Łódź 🎉", "birth_place", "not_a_name"),
            ("born_year", "2027", "born", "date_in_future"),
            ("born_year", "2013", "born", "too_young"),
            ("born_day", "31a", "born", "date_not_real"),
            ("workplace", "a\0", "workplace", "control_characters"),
        ] {
            let mut form = typed(&[(field, value)]);
            read(&mut form, date(2026, 11, 22), &Tree::default());
            let codes: Vec<_> = form
                .errors()
                .iter()
                .map(|error| (error.field, error.code))
                .collect();
            assert_eq!(codes, [(at, code)], "{value:?}");
            assert_eq!(form.value(field), value, "what was typed stays");
        }
    }

    #[test]
    fn errors_come_in_the_order_of_the_page() {
        let mut form = Form::new();
        read(&mut form, date(2026, 11, 22), &Tree::default());
        let fields: Vec<_> = form.errors().iter().map(|error| error.field).collect();
        let page = include_str!("../../templates/people/fields.html");
        let places = fields
            .iter()
            .map(|field| page.find(&format!("\"{field}\"")));
        let places: Vec<usize> = places.map(|place| place.unwrap_or(usize::MAX)).collect();
        assert_eq!(fields.len(), 8, "{fields:?}");
        assert!(places.is_sorted(), "{fields:?}");
    }

    #[test]
    fn teenagers_are_14_to_17_by_their_birthdays() {
        let born = date(2012, 11, 22);
        for (today, is_teenager_then) in [
            (date(2026, 11, 21), false),
            (date(2026, 11, 22), true),
            (date(2030, 11, 21), true),
            (date(2030, 11, 22), false),
        ] {
            assert_eq!(is_teenager(today, born), is_teenager_then, "{today}");
        }
        let leap = date(2012, 2, 29);
        assert!(!is_teenager(date(2026, 2, 28), leap) && is_teenager(date(2026, 3, 1), leap));
        assert!(is_teenager(date(2030, 2, 28), leap) && !is_teenager(date(2030, 3, 1), leap));
    }

    #[test]
    fn the_latest_birth_is_that_of_whoever_has_just_reached_the_age() {
        // Every day of five years, against every date of birth around it; leap years are among both.
        let mut today = date(2027, 1, 1);
        while today < date(2032, 1, 1) {
            for age in [YOUNGEST, OF_AGE] {
                let latest = latest_birth(age, today);
                for days in -3..=3 {
                    let born = latest.saturating_add(jiff::Span::new().days(days));
                    let has_reached = age_on(today, born) >= age;
                    assert_eq!(born <= latest, has_reached, "{born} {today} {age}");
                }
            }
            today = today.tomorrow().unwrap_or(today);
        }
    }

    #[test]
    fn the_29th_of_february_is_a_birthday() {
        assert_eq!(age_on(date(2026, 2, 28), date(2012, 2, 29)), 13);
        assert_eq!(age_on(date(2026, 3, 1), date(2012, 2, 29)), 14);
        for (year, fine) in [("2004", true), ("2005", false)] {
            let mut form = typed(&[("born_day", "29"), ("born_month", "2"), ("born_year", year)]);
            read(&mut form, date(2026, 11, 22), &Tree::default());
            assert_eq!(form.is_fine(), fine);
        }
    }
}
