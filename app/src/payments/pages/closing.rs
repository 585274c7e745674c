//! The day's closing: everything that was booked on a day, on a page and as files.

use std::iter;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;
use jiff::civil::Date;
use rust_xlsxwriter::XlsxError;

use super::list::{asked, note_look_up};
use super::{Way, bookkeeper, ways};
use crate::app::Shared;
use crate::catalogue::editing::typed;
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::payments::bank_store::{self, BookingLine};
use crate::payments::token;
use crate::tables::{Cell, Sheet, write_csv, write_workbook};
use crate::web::{AppError, CSV, Context, Page, XLSX, download, show, show_refused};

#[derive(Template)]
#[template(path = "payments/staff_closing.html")]
struct Closing {
    page: Page,
    form: Form,
    ways: Vec<Way>,
    day: String,
    /// The day as addresses have it.
    iso: String,
    lines: Vec<Line>,
    /// Sums by currency.
    sums: Vec<String>,
}

struct Line {
    href: String,
    title: String,
    name: String,
    training: String,
    counterparty: String,
    amount: String,
    by: String,
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

async fn load(app: &Shared, ctx: &Context, day: Date) -> Result<Vec<BookingLine>, AppError> {
    let (account, now) = (bookkeeper(ctx)?.account_id, ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            note_look_up(tx, account, ("closing", 0), now).await?;
            tx.all(bank_store::LIST_BOOKINGS_OF_DAY, &[&account, &now, &day])
                .await
        })
    });
    write.await.map_err(|error: DbError| error.into())
}

/// Sums by currency, in the order of their codes.
fn sums(lines: &[BookingLine]) -> Vec<(String, i64)> {
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
    let mut page = Closing {
        page: ctx.page(t.get("payments-closing-title")).dense(),
        form: form.with("day", asked(&ctx, "day")),
        ways: ways(&app, t, actor, now, "closing").await?,
        day: day.map_or_else(String::new, |day| t.date(day)),
        iso: day.map_or_else(String::new, |day| day.to_string()),
        sums: sums(&lines)
            .iter()
            .map(|(currency, sum)| t.money(*sum, currency))
            .collect(),
        lines: lines.iter().map(|one| line(t, one)).collect(),
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

fn line(t: Translator, one: &BookingLine) -> Line {
    let by_itself = || t.get("payments-booked-by-itself").to_string();
    Line {
        href: format!("/staff/payments/charges/{}", one.charge_id),
        title: token::title_of(one.charge_id),
        name: format!("{} {}", one.surname, one.given_name),
        training: one.training.clone(),
        counterparty: one.counterparty.clone(),
        amount: t.money(one.amount_minor, &one.currency),
        by: one.booked_by.clone().unwrap_or_else(by_itself),
    }
}

const COLUMNS: [&str; 9] = [
    "day",
    "title",
    "name",
    "training",
    "counterparty",
    "transfer",
    "amount",
    "currency",
    "by",
];

fn heads(t: Translator) -> Vec<String> {
    COLUMNS
        .iter()
        .map(|code| t.get(&format!("payments-column-{code}")).to_string())
        .collect()
}

/// The cells of a booking; the amount apart, since a sheet wants a number.
fn cells(t: Translator, one: &BookingLine) -> [String; 9] {
    let shown = line(t, one);
    [
        one.booked_on.to_string(),
        shown.title,
        shown.name,
        shown.training,
        shown.counterparty,
        one.title.clone(),
        amount(one.amount_minor),
        one.currency.clone(),
        shown.by,
    ]
}

/// An amount with a decimal comma, as spreadsheets of our languages read it.
fn amount(minor: i64) -> String {
    format!("{},{:02}", minor / 100, minor % 100)
}

/// `GET /staff/payments/closing.csv`
pub(super) async fn csv(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    bookkeeper(&ctx)?;
    let day = day_of(&app, &ctx).map_err(|_| AppError::NotFound)?;
    let (t, lines) = (ctx.t(), load(&app, &ctx, day).await?);
    let rows = lines.iter().map(|one| cells(t, one).to_vec());
    let list = write_csv(iter::once(heads(t)).chain(rows));
    Ok(download(CSV, &format!("payments-{day}.csv"), list))
}

/// `GET /staff/payments/closing.xlsx`
pub(super) async fn xlsx(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    bookkeeper(&ctx)?;
    let day = day_of(&app, &ctx).map_err(|_| AppError::NotFound)?;
    let (t, lines) = (ctx.t(), load(&app, &ctx, day).await?);
    let bytes = workbook(t, day, &lines).map_err(|error| AppError::internal(error.to_string()))?;
    Ok(download(XLSX, &format!("payments-{day}.xlsx"), bytes))
}

fn workbook(t: Translator, day: Date, lines: &[BookingLine]) -> Result<Vec<u8>, XlsxError> {
    let rows = lines.iter().map(|one| {
        let cells = COLUMNS.iter().zip(cells(t, one));
        let cell = |(column, cell): (&&str, String)| match *column {
            "amount" => Cell::Hundredths(one.amount_minor),
            _ => cell.into(),
        };
        cells.map(cell).collect()
    });
    write_workbook([Sheet {
        name: day.to_string(),
        heads: heads(t),
        rows: rows.collect(),
    }])
}
