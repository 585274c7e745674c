//! What one person has completed in a school year, as a list with hours.

use axum::extract::State;
use axum::response::Response;
use certificate_press::Template;
use database::{DbError, Tx};
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::accounts::AccountId;
use crate::app::Shared;
use crate::certificates::{self, Certificate, CertificateState};
use crate::enrolment::{self, EnrolmentState, Story};
use crate::i18n::Translator;
use crate::people;
use crate::web::{AppError, Context, PDF, download};

/// The words of the paper, as its layout and message keys name them.
const WORDS: [&str; 8] = [
    "title", "no", "when", "what", "hours", "number", "sum", "note",
];

/// The school year of a day: that in which it began, on the first of September.
pub(super) fn school_year(day: Date) -> i16 {
    if day.month() >= 9 {
        day.year()
    } else {
        day.year() - 1
    }
}

/// As it is written: `2026/2027`.
pub(super) fn year_text(year: i16) -> String {
    format!("{year}/{}", year + 1)
}

/// The day on which a completed training ended; none for others.
fn ended_on(story: &Story) -> Option<Date> {
    let ended = story.detail.ends_at().or(story.detail.group.finished_at)?;
    let completed = story.enrolment.state == EnrolmentState::Completed;
    completed.then(|| story.detail.local_date(ended))
}

/// School years in which something was completed, the last one first.
pub(super) fn years(stories: &[Story]) -> Vec<i16> {
    let mut years: Vec<i16> = stories
        .iter()
        .filter(|story| story.enrolment.child.is_empty())
        .filter_map(ended_on)
        .map(school_year)
        .collect();
    years.sort_unstable_by(|left, right| right.cmp(left));
    years.dedup();
    years
}

/// A line of the list.
struct Item {
    ended_on: Date,
    when: String,
    title: String,
    organisation: String,
    hours: i64,
    number: String,
}

fn item(t: Translator, story: &Story, paper: Option<&Certificate>) -> Option<Item> {
    let ended_on = ended_on(story)?;
    let detail = &story.detail;
    let begun_on = detail.starts_at().map(|at| detail.local_date(at));
    // What a certificate says is what was taught; a course may have been changed since.
    let valid = paper.filter(|paper| paper.state == CertificateState::Issued);
    let said = valid.map(|paper| &paper.snapshot);
    let (first, last) = said
        .and_then(|said| said.days)
        .unwrap_or((begun_on.unwrap_or(ended_on), ended_on));
    Some(Item {
        ended_on,
        when: t.plain_period(first, last),
        title: said
            .map_or(&detail.course.title, |said| &said.title)
            .clone(),
        organisation: detail.organisation.name.clone(),
        hours: said.map_or(detail.course.teaching_hours, |said| said.teaching_hours),
        number: valid.map_or_else(String::new, |paper| paper.register_number.clone()),
    })
}

async fn load(
    tx: &mut Tx<'_>,
    account: AccountId,
    t: Translator,
    year: i16,
) -> Result<(String, Vec<Item>), DbError> {
    let person = people::find_by_account(tx, account).await?;
    let name = person.ok_or(DbError::NotFound)?.details.name();
    let papers = certificates::last_of_account(tx, account).await?;
    let stories = enrolment::stories_of(tx, account).await?;
    let mut items: Vec<Item> = stories
        .iter()
        .filter(|story| story.enrolment.child.is_empty())
        .filter_map(|story| item(t, story, papers.get(&story.enrolment.id)))
        .filter(|item| school_year(item.ended_on) == year)
        .collect();
    items.sort_by_key(|item| item.ended_on);
    Ok((name, items))
}

/// `GET /my/trainings/hours.pdf?year=2026`: the school year that began in 2026.
pub(super) async fn pdf(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let (account, t) = (ctx.actor()?.account_id, ctx.t());
    let year = ctx.asked("year").and_then(|year| year.parse().ok());
    let year: i16 = year.ok_or(AppError::NotFound)?;
    let read = app.db.read(move |tx| Box::pin(load(tx, account, t, year)));
    let (name, items) = read.await?;
    if items.is_empty() {
        return Err(AppError::NotFound);
    }
    let facts = facts(&app, &ctx, &name, year, &items);
    let ident = format!("hours {account} {year}");
    let printed = app
        .printer
        .print_document(facts, None, ident, Template::hours(), ctx.now())
        .await?;
    let file = format!("hours-{year}-{}.pdf", year + 1);
    Ok(download(PDF, &file, printed))
}

fn facts(app: &Shared, ctx: &Context, name: &str, year: i16, items: &[Item]) -> Value {
    let t = ctx.t();
    let words = WORDS.map(|word| {
        let text = t.get(&format!("certificates-hours-{word}")).to_string();
        (word.to_owned(), Value::String(text))
    });
    let hours = |count: i64| {
        t.get("certificates-paper-hours")
            .int("count", count)
            .to_string()
    };
    let rows = items.iter().map(|item| {
        json!({
            "when": item.when, "title": item.title, "organisation": item.organisation,
            "hours": item.hours.to_string(), "number": item.number,
        })
    });
    let zone = jiff::tz::TimeZone::get("Europe/Warsaw").unwrap_or(jiff::tz::TimeZone::UTC);
    let made = t.plain_date(ctx.now().to_zoned(zone).date());
    json!({
        "lang": t.lang().code(),
        "words": words.into_iter().collect::<serde_json::Map<_, _>>(),
        "site": app.config.site_name,
        "year": year_text(year),
        "name": name,
        "rows": rows.collect::<Vec<_>>(),
        "sum": hours(items.iter().map(|item| item.hours).sum()),
        "made": t.get("certificates-hours-made").text("day", made).to_string(),
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_school_year_begins_in_september() {
        assert_eq!(school_year(date(2026, 8, 31)), 2025);
        assert_eq!(school_year(date(2026, 9, 1)), 2026);
        assert_eq!(year_text(2026), "2026/2027");
    }
}
