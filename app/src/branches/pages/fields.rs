//! The form of an organisation.

use jiff::tz::TimeZone;

use crate::branches::types::{Habits, Sheet};
use crate::forms::{FieldError, Form};
use crate::organisations::{Kind, NewOrganisation};
use crate::text::{clean_email, clean_line, clean_phone, tax_id};

/// Time zones that are offered.
const ZONES: [&str; 12] = [
    "Europe/Warsaw",
    "Europe/London",
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Kamchatka",
];

/// The time zones that a form offers: the usual ones, and that which is set.
pub(super) fn zones(now: &str) -> Vec<(String, String)> {
    let other = Some(now).filter(|now| !now.is_empty() && !ZONES.contains(now));
    let all = ZONES.into_iter().chain(other);
    all.map(|zone| (zone.to_owned(), zone.replace('_', " ")))
        .collect()
}

/// The form of a new organisation.
pub(super) fn empty() -> Form {
    Form::new()
        .with("time_zone", ZONES[0])
        .with("long_from_hours", 5)
        .with("long_from_meetings", 2)
}

/// The form of one that is there.
pub(super) fn filled(sheet: &Sheet) -> Form {
    Form::new()
        .with("version", sheet.version)
        .with("kind", sheet.kind().code())
        .with("name", &sheet.name)
        .with("institution_type", &sheet.institution_type)
        .with("street", &sheet.street)
        .with("street_number", &sheet.street_number)
        .with("postal_code", &sheet.postal_code)
        .with("post_office", &sheet.post_office)
        .with("city", &sheet.city)
        .with("tax_id", sheet.tax_id.as_deref().unwrap_or_default())
        .with("phone", &sheet.phone)
        .with("email", &sheet.email)
        .with("time_zone", &sheet.time_zone)
        .with("long_from_hours", sheet.long_from_hours)
        .with("long_from_meetings", sheet.long_from_meetings)
}

fn line(form: &mut Form, field: &'static str, most: usize) -> String {
    match clean_line(form.value(field), most) {
        Ok(text) => text,
        Err(problem) => {
            form.refuse(problem.on(field));
            String::new()
        }
    }
}

fn number(form: &mut Form, field: &'static str, most: i64) -> i64 {
    match form.value(field).trim().parse::<i64>() {
        Ok(number) if (1..=most).contains(&number) => number,
        _ => {
            form.refuse(FieldError::new(field, "branch_number").with("most", most));
            0
        }
    }
}

/// What the form says; `kind` is the kind where it does not ask for one. None with errors in the form.
pub(super) fn read(form: &mut Form, kind: Option<Kind>) -> Option<(NewOrganisation, Habits)> {
    let kind = kind.or_else(|| Kind::from_code(form.value("kind")));
    if kind.is_none() {
        form.refuse(FieldError::new("kind", "choose"));
    }
    let name = line(form, "name", 200);
    if name.is_empty() && form.error("name").is_none() {
        form.refuse(FieldError::new("name", "required"));
    }
    let new = NewOrganisation {
        parent: None,
        kind: kind.unwrap_or_default(),
        name,
        institution_type: line(form, "institution_type", 100),
        street: line(form, "street", 200),
        street_number: line(form, "street_number", 20),
        postal_code: line(form, "postal_code", 20),
        post_office: line(form, "post_office", 100),
        city: line(form, "city", 100),
        tax_id: read_tax_id(form),
        phone: read_phone(form),
        email: read_email(form),
    };
    let habits = Habits {
        time_zone: form.value("time_zone").to_owned(),
        long_from_hours: number(form, "long_from_hours", 1_000),
        long_from_meetings: number(form, "long_from_meetings", 365),
    };
    let is_zone = habits.time_zone.contains('/') && TimeZone::get(&habits.time_zone).is_ok();
    if !is_zone {
        form.refuse(FieldError::new("time_zone", "choose"));
    }
    form.is_fine().then_some((new, habits))
}

fn read_tax_id(form: &mut Form) -> String {
    let typed = form.value("tax_id").trim();
    if typed.is_empty() {
        return String::new();
    }
    let found = tax_id(typed);
    if found.is_none() {
        form.refuse(FieldError::new("tax_id", "tax_id"));
    }
    found.unwrap_or_default()
}

/// As it was written: grouped digits are easier to read.
fn read_phone(form: &mut Form) -> String {
    let text = line(form, "phone", 60);
    if !text.is_empty()
        && let Err(problem) = clean_phone(&text)
    {
        form.refuse(problem.on("phone"));
    }
    text
}

fn read_email(form: &mut Form) -> String {
    let typed = form.value("email").trim().to_owned();
    if typed.is_empty() {
        return typed;
    }
    match clean_email(&typed) {
        Ok(email) => email.typed,
        Err(problem) => {
            form.refuse(problem.on("email"));
            String::new()
        }
    }
}
