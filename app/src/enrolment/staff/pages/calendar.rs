//! A week of meetings, day by day.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::Deserialize;

use super::super::agenda::{Entry, agenda};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::catalogue::editing::pages::Ways;
use crate::web::{AppError, Context, Page, show};

/// Days begin at other instants elsewhere on Earth: no zone is further than this from UTC.
const ZONES: SignedDuration = SignedDuration::from_hours(15);

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    week: String,
    whose: String,
}

struct Day {
    date: String,
    is_today: bool,
    entries: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "staff/calendar.html")]
struct Calendar {
    page: Page,
    ways: Ways,
    /// `23–29 listopada 2026 r.`
    span: String,
    number: i8,
    days: Vec<Day>,
    is_empty: bool,
    previous: String,
    this: String,
    next: String,
    /// Address with the other choice of whose meetings are shown.
    whose: String,
    own_only: bool,
}

/// The Monday of a week written as `2026-W48`.
fn monday(typed: &str) -> Option<Date> {
    let (year, week) = typed.split_once("-W")?;
    let week = ISOWeekDate::new(year.parse().ok()?, week.parse().ok()?, Weekday::Monday);
    Some(week.ok()?.date())
}

fn name_of(monday: Date) -> String {
    let week = monday.iso_week_date();
    format!("{}-W{:02}", week.year(), week.week())
}

fn address(monday: Date, own_only: bool) -> String {
    let whose = if own_only { "&whose=own" } else { "" };
    format!("/staff/calendar?week={}{whose}", name_of(monday))
}

fn shifted(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}

/// The clock of the first organisation that somebody works for.
pub(crate) fn zone_of(app: &Shared, actor: &Actor) -> TimeZone {
    let tree = app.organisations.current();
    let homes = actor.roles.iter().filter_map(|role| role.branch);
    let mut zones = homes.filter_map(|id| tree.find(id).map(|home| home.time_zone.clone()));
    zones.next().unwrap_or_else(crate::clock::zone)
}

/// The first instant of a day in UTC, far enough before that it has not begun anywhere, or after.
pub(super) fn edge(day: Date, margin: SignedDuration) -> Timestamp {
    let start = day.to_zoned(TimeZone::UTC).map(|at| at.timestamp());
    start
        .ok()
        .and_then(|at| at.checked_add(margin).ok())
        .unwrap_or_default()
}

/// The instants between which every meeting of these days begins, wherever it is.
pub(crate) fn around(first: Date, days: i64) -> (Timestamp, Timestamp) {
    (edge(first, -ZONES), edge(shifted(first, days), ZONES))
}

/// GET /staff/calendar
pub(super) async fn show_week(
    State(app): State<Shared>,
    context: Context,
    Query(asked): Query<Asked>,
) -> Result<Response, AppError> {
    let (actor, t, now) = (context.staff()?, context.t(), context.now());
    let today = now.to_zoned(zone_of(&app, actor)).date();
    let this = shifted(today, -i64::from(today.weekday().to_monday_zero_offset()));
    let first = monday(&asked.week).unwrap_or(this);
    let own_only = asked.whose == "own";
    let mut entries = agenda(&app, actor, t, around(first, 7), now).await?;
    entries.retain(|one| one.is_own || !own_only);
    let day = |offset| {
        let date = shifted(first, offset);
        Day {
            date: t.date(date),
            is_today: date == today,
            entries: entries
                .iter()
                .filter(|one| one.day == date)
                .cloned()
                .collect(),
        }
    };
    let mut days: Vec<Day> = (0..7).map(day).collect();
    let is_empty = days.iter().all(|day| day.entries.is_empty());
    // A weekend without meetings is no news.
    while days.len() > 5 && days.last().is_some_and(|day| day.entries.is_empty()) {
        days.pop();
    }
    show(&Calendar {
        page: context.page(t.get("meetings-calendar-title")).dense(),
        ways: Ways::of(actor),
        span: t.plain_period(first, shifted(first, 6)),
        number: first.iso_week_date().week(),
        days,
        is_empty,
        previous: address(shifted(first, -7), own_only),
        this: address(this, own_only),
        next: address(shifted(first, 7), own_only),
        whose: address(first, !own_only),
        own_only,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn weeks_are_those_of_the_calendar_on_the_wall() {
        assert_eq!(monday("2026-W48"), Some(date(2026, 11, 23)));
        assert_eq!(monday("2026-W53"), Some(date(2026, 12, 28)));
        for typed in [
            "",
            "2026",
            "2026-W54",
            "2027-W53",
            "2026-W00",
            "W48-2026",
            "2026-W048x",
        ] {
            assert_eq!(monday(typed), None, "{typed}");
        }
        assert_eq!(name_of(date(2027, 1, 4)), "2027-W01");
        assert_eq!(name_of(date(2026, 12, 28)), "2026-W53");
    }
}
