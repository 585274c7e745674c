//! The day's closing: what was booked, undone and paid back on a day, on a page and as files. What is done on a
//! later day belongs to that day.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;
use jiff::civil::Date;

use super::list::{asked, look, note};
use super::{Way, bookkeeper, ways};
use crate::app::Shared;
use crate::catalogue::editing::typed;
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::payments::bank_store::{self, DayLine};
use crate::payments::token;
use crate::staff_tables::{Cell, Column, Listing, Row, Table};
use crate::web::{AppError, Context, Page, show, show_refused};

#[derive(Template)]
#[template(path = "payments/staff_closing.html")]
struct Closing {
    page: Page,
    form: Form,
    ways: Vec<Way>,
    day: String,
    /// The day as addresses have it.
    iso: String,
    list: Listing,
    /// Sums by currency.
    sums: Vec<String>,
}

/// The day of the address; without one, today on the clock of the first organisation whose books the viewer keeps.
fn day_of(app: &Shared, ctx: &Context) -> Result<Date, FieldError> {
    let typed_day = asked(ctx, "day");
    if !typed_day.is_empty() {
        return typed::date(&typed_day).map_err(|code| FieldError::new("day", code));
    }
    let tree = app.organisations.current();
    let branches = ctx.viewer().map(|actor| actor.roles.clone());
    let branch = branches.and_then(|roles| roles.iter().find_map(|role| role.branch));
    let zone = branch
        .and_then(|id| tree.find(id))
        .map(|home| home.time_zone.clone());
    let zone = zone
        .or_else(|| jiff::tz::TimeZone::get("Europe/Warsaw").ok())
        .unwrap_or(jiff::tz::TimeZone::UTC);
    Ok(ctx.now().to_zoned(zone).date())
}

async fn load(app: &Shared, ctx: &Context, day: Date) -> Result<Vec<DayLine>, AppError> {
    let (account, now, action) = (bookkeeper(ctx)?.account_id, ctx.now(), look(ctx));
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            note(tx, account, action, ("closing", 0), now).await?;
            tx.all(bank_store::LIST_DAY, &[&account, &now, &day]).await
        })
    });
    write.await.map_err(|error: DbError| error.into())
}

/// Sums by currency, in the order of their codes.
fn sums(lines: &[DayLine]) -> Vec<(String, i64)> {
    let mut sums = std::collections::BTreeMap::<String, i64>::new();
    for line in lines {
        *sums.entry(line.currency.clone()).or_default() += line.amount_minor;
    }
    sums.into_iter().collect()
}

/// `GET /staff/payments/closing`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = bookkeeper(&ctx)?;
    let (t, now) = (ctx.t(), ctx.now());
    let form = Form::new();
    let (day, refused) = match day_of(&app, &ctx) {
        Ok(day) => (Some(day), None),
        Err(error) => (None, Some(error)),
    };
    let lines = match day {
        Some(day) => load(&app, &ctx, day).await?,
        None => Vec::new(),
    };
    let title = t.get("payments-closing-title");
    let rows = lines.iter().map(|one| row(t, one));
    let name = day.map_or_else(String::new, |day| format!("payments-{day}"));
    let table = Table::new(name, &title, columns(t), rows);
    // The sums below are of all of the day.
    let list = Listing::of_all(&ctx, table, lines.len().max(1));
    if let (Some(_), Some(file)) = (day, list.file(&ctx)?) {
        return Ok(file);
    }
    let mut page = Closing {
        page: ctx.page(title).dense(),
        form: form.with("day", asked(&ctx, "day")),
        ways: ways(&app, t, actor, now, "closing").await?,
        day: day.map_or_else(String::new, |day| t.date(day)),
        iso: day.map_or_else(String::new, |day| day.to_string()),
        sums: sums(&lines)
            .iter()
            .map(|(currency, sum)| t.money(*sum, currency))
            .collect(),
        list,
    };
    match refused {
        None => {
            if let Some(day) = day {
                page.form = Form::new().with("day", typed::date_field(day));
            }
            show(&page)
        }
        Some(error) => {
            page.form.refuse(error);
            show_refused(&page)
        }
    }
}

fn columns(t: Translator) -> Vec<Column> {
    let say = |code: &str| t.get(&format!("payments-column-{code}")).to_string();
    vec![
        Column::new(say("what")).by("what"),
        Column::of_files(say("day")),
        Column::new(say("title")).by("title"),
        Column::new(t.get("payments-participant"))
            .and(say("training"))
            .by("name"),
        Column::new(say("counterparty")).by("counterparty"),
        Column::of_files(say("transfer")),
        Column::new(say("amount")).by("amount"),
        Column::of_files(say("currency")),
        Column::new(say("by")).by("by"),
    ]
}

fn row(t: Translator, one: &DayLine) -> Row {
    let by_itself = || t.get("payments-booked-by-itself").to_string();
    let what = t.get(&format!("payments-day-{}", one.kind)).to_string();
    let cells = vec![
        Cell::new(what),
        Cell::day(t, one.booked_on),
        Cell::new(token::title_of(one.charge_id))
            .to(format!("/staff/payments/charges/{}", one.charge_id)),
        Cell::new(format!("{} {}", one.surname, one.given_name)).and(&one.training),
        Cell::new(&one.counterparty),
        Cell::new(&one.title),
        Cell::money(t, one.amount_minor, &one.currency),
        Cell::new(&one.currency),
        Cell::new(one.done_by.clone().unwrap_or_else(by_itself)),
    ];
    Row::new(format!("{}-{}", one.kind, one.id), cells)
}
