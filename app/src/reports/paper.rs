//! A report as a document to be printed.

use axum::extract::State;
use axum::response::Response;
use certificate_press::{PressError, Template};
use serde_json::{Value, json};

use super::figures::{Maker, Row, Table};
use super::pages::{administrator, facts, period, today};
use crate::accounts::Actor;
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
    let sheet = Paper {
        title: t.get("reports-title").to_string(),
        span: t.plain_period(period.from, period.to),
        name: format!("report-{}-{}", period.from, period.to),
        back: format!("/staff/reports?from={}&to={}", period.from, period.to),
        tables: make.tables(),
    };
    sheet.printed(&app, &context, actor).await
}

/// Tables on paper.
pub(super) struct Paper {
    pub title: String,
    /// What they are of.
    pub span: String,
    /// What the file is called, without its ending.
    pub name: String,
    /// Where one is led when there is too much for one document.
    pub back: String,
    pub tables: Vec<Table>,
}

impl Paper {
    /// The document.
    pub async fn printed(
        &self,
        app: &Shared,
        context: &Context,
        actor: &Actor,
    ) -> Result<Response, AppError> {
        let t = context.t();
        let day = t.plain_date(today(app, context, actor));
        let facts = json!({
            "lang": t.lang().code(),
            "words": {
                "title": self.title,
                "nothing": t.get("reports-nothing").to_string(),
            },
            "site": app.config.site_name,
            "span": self.span,
            "made": t.get("reports-made").text("day", day).to_string(),
            "tables": self.tables.iter().map(table).collect::<Vec<_>>(),
        });
        let ident = format!("{} {}", self.name, actor.account_id);
        let printed =
            app.printer
                .print_document(facts, None, ident, Template::figures(), context.now());
        match printed.await {
            Ok(printed) => Ok(download(PDF, &format!("{}.pdf", self.name), printed)),
            Err(PrintError::Press(PressError::TooManyPages { .. })) => {
                Ok(go_saying(app, &self.back, "reports-too-long"))
            }
            Err(error) => Err(error.into()),
        }
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
