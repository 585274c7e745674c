//! The page of a report, and the report as a workbook.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use jiff::civil::{Date, date};

use super::facts::{Facts, Period};
use super::figures::{Maker, Table};
use super::{children_page, lists, paper};
use crate::accounts::{Actor, RoleKind};
use crate::app::Shared;
use crate::catalogue::editing::pages::Ways;
use crate::catalogue::editing::typed;
use crate::forms::{FieldError, Form};
use crate::staff_tables::views::{Kept, REPORTS, kept};
use crate::surveys::results::school_year;
use crate::tables::write_workbook;
use crate::web::{AppError, Context, Page, XLSX, download, show, show_refused};

/// Routes of reports.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/staff/reports", get(page))
        .route("/staff/reports.xlsx", get(xlsx))
        .route("/staff/reports.pdf", get(paper::pdf))
        .route("/staff/reports/groups", get(lists::groups))
        .route("/staff/reports/people", get(lists::people))
        .route("/staff/reports/charges", get(lists::charges))
        .route("/staff/reports/children", get(children_page::page))
        .route("/staff/reports/children.xlsx", get(children_page::xlsx))
        .route("/staff/reports/children.pdf", get(children_page::pdf))
}

#[derive(Template)]
#[template(path = "reports/page.html")]
struct Report {
    page: Page,
    ways: Ways,
    form: Form,
    span: String,
    /// Addresses of the report as a workbook and as a document.
    files: [(&'static str, String); 2],
    tables: Vec<Table>,
    /// The period under names.
    kept: Option<Kept>,
}

/// Administrators of organisations, for whom reports exist.
pub(super) fn administrator(context: &Context) -> Result<&Actor, AppError> {
    let actor = context.staff()?;
    let is_one = actor.is_installation_administrator()
        || actor
            .roles
            .iter()
            .any(|role| role.kind == RoleKind::OrganisationAdministrator);
    if is_one {
        Ok(actor)
    } else {
        Err(AppError::NotFound)
    }
}

/// Today, on the clock of the first organisation that somebody administers.
pub(super) fn today(app: &Shared, context: &Context, actor: &Actor) -> Date {
    let tree = app.organisations.current();
    let homes = actor.roles.iter().filter_map(|role| role.branch);
    let mut zones = homes.filter_map(|id| tree.find(id).map(|home| home.time_zone.clone()));
    let zone = zones.next().unwrap_or_else(crate::clock::zone);
    context.now().to_zoned(zone).date()
}

/// The days asked for; without any, this school year. What is wrong is noted in the form.
pub(super) fn period(app: &Shared, context: &Context, actor: &Actor) -> (Form, Option<Period>) {
    let year = school_year(today(app, context, actor));
    let usual = Period {
        from: date(year, 9, 1),
        to: date(year + 1, 8, 31),
    };
    let mut form = Form::new();
    let mut read = |field: &'static str, usual: Date| match context.asked(field) {
        Some(typed_day) if !typed_day.trim().is_empty() => {
            let day = typed::date(&typed_day);
            let shown = day.map_or(typed_day, typed::date_field);
            form = std::mem::take(&mut form).with(field, shown);
            form.take(field, day)
        }
        _ => {
            form = std::mem::take(&mut form).with(field, typed::date_field(usual));
            Some(usual)
        }
    };
    let days = (read("from", usual.from), read("to", usual.to));
    let (Some(from), Some(to)) = days else {
        return (form, None);
    };
    if to < from {
        form.refuse(FieldError::new("to", "reports_order"));
        return (form, None);
    }
    (form, Some(Period { from, to }))
}

/// The facts of a period; with `surveys`, the averages too.
pub(super) async fn facts(
    app: &Shared,
    context: &Context,
    actor: &Actor,
    period: Period,
    surveys: bool,
) -> Result<Facts, AppError> {
    let (tree, account, now) = (app.organisations.current(), actor.account_id, context.now());
    let answered_before = surveys.then(|| today(app, context, actor));
    let read = app.db.read(move |tx| {
        Box::pin(async move { Facts::load(tx, &tree, account, period, now, answered_before).await })
    });
    Ok(read.await?)
}

/// GET /staff/reports
async fn page(State(app): State<Shared>, context: Context) -> Result<Response, AppError> {
    let (actor, t) = (administrator(&context)?, context.t());
    let (form, period) = period(&app, &context, actor);
    let title = t.get("reports-title");
    let Some(period) = period else {
        return show_refused(&Report {
            page: context.page(title).dense(),
            ways: Ways::of(actor),
            form,
            span: String::new(),
            files: Default::default(),
            tables: Vec::new(),
            kept: None,
        });
    };
    let facts = facts(&app, &context, actor, period, true).await?;
    let make = Maker {
        t,
        facts: &facts,
        period,
    };
    show(&Report {
        page: context.page(title).dense(),
        ways: Ways::of(actor),
        form,
        span: t.plain_period(period.from, period.to),
        files: ["xlsx", "pdf"].map(|kind| {
            let (from, to) = (period.from, period.to);
            (kind, format!("/staff/reports.{kind}?from={from}&to={to}"))
        }),
        tables: make.tables(),
        kept: Some(kept(&app, &context, REPORTS).await?),
    })
}

/// GET /staff/reports.xlsx
async fn xlsx(State(app): State<Shared>, context: Context) -> Result<Response, AppError> {
    let actor = administrator(&context)?;
    let (_, period) = period(&app, &context, actor);
    let period = period.ok_or(AppError::NotFound)?;
    let facts = facts(&app, &context, actor, period, true).await?;
    let make = Maker {
        t: context.t(),
        facts: &facts,
        period,
    };
    let bytes = write_workbook(
        (1..)
            .zip(make.tables())
            .map(|(number, table)| table.sheet(number)),
    );
    let bytes = bytes.map_err(|error| AppError::internal(error.to_string()))?;
    let name = format!("report-{}-{}.xlsx", period.from, period.to);
    Ok(download(XLSX, &name, bytes))
}
