//! A report as a document to be printed.

use axum::extract::State;
use axum::response::Response;
use certificate_press::{PressError, Template};
use serde_json::{Value, json};

use super::figures::{Maker, Row, Table};
use super::pages::{administrator, facts, period, today};
use crate::app::Shared;
use crate::certificates::PrintError;
use crate::web::{AppError, Context, PDF, download, go_saying};

/// `GET /staff/reports.pdf`: the figures of the page, in its order.
pub(super) async fn pdf(State(app): State<Shared>, context: Context) -> Result<Response, AppError> {
    let (actor, t) = (administrator(&context)?, context.t());
    let (_, period) = period(&app, &context, actor);
    let period = period.ok_or(AppError::NotFound)?;
    let found = facts(&app, &context, actor, period, true).await?;
    let make = Maker {
        t,
        facts: &found,
        period,
    };
    let day = t.plain_date(today(&app, &context, actor));
    let facts = json!({
        "lang": t.lang().code(),
        "words": {
            "title": t.get("reports-title").to_string(),
            "nothing": t.get("reports-nothing").to_string(),
        },
        "site": app.config.site_name,
        "span": t.plain_period(period.from, period.to),
        "made": t.get("reports-made").text("day", day).to_string(),
        "tables": make.tables().iter().map(table).collect::<Vec<_>>(),
    });
    let name = format!("report-{}-{}", period.from, period.to);
    let ident = format!("{name} {}", actor.account_id);
    let printed =
        app.printer
            .print_document(facts, None, ident, Template::figures(), context.now());
    match printed.await {
        Ok(printed) => Ok(download(PDF, &format!("{name}.pdf"), printed)),
        Err(PrintError::Press(PressError::TooManyPages { .. })) => {
            let back = format!("/staff/reports?from={}&to={}", period.from, period.to);
            Ok(go_saying(&app, &back, "reports-too-long"))
        }
        Err(error) => Err(error.into()),
    }
}

fn table(table: &Table) -> Value {
    let figures =
        |row: &Row| -> Vec<String> { row.figures.iter().map(|one| one.text.clone()).collect() };
    let row = |row: &Row| json!({ "label": row.label, "figures": figures(row) });
    let total: Vec<String> = table
        .total
        .iter()
        .flat_map(|row| std::iter::once(row.label.clone()).chain(figures(row)))
        .collect();
    json!({
        "heading": table.heading,
        "first": table.first,
        "columns": table.columns,
        "rows": table.rows.iter().map(row).collect::<Vec<_>>(),
        "total": total,
    })
}
