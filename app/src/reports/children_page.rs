//! The report of children: a page with pictures, a workbook, a document. Numbers only: whoever reads it sees no child.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;

use super::children::{Bars, Counting};
use super::facts::Period;
use super::figures::Table;
use super::pages::{administrator, period};
use super::paper::Paper;
use super::report_store::{ChildFact, GroupFact, LIST_CHILDREN, LIST_GROUPS};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::catalogue::editing::pages::Ways;
use crate::catalogue::editing::typed;
use crate::forms::Form;
use crate::tables::write_workbook;
use crate::web::{AppError, Context, Page, XLSX, download, show, show_refused};

#[derive(Template)]
#[template(path = "reports/children.html")]
struct ChildrenPage {
    page: Page,
    ways: Ways,
    form: Form,
    /// The days, and the one of the ages, in words; empty when they could not be read.
    span: String,
    on: String,
    files: [(&'static str, String); 2],
    all: Vec<Bars>,
    /// Whether a number is small enough to tell who is meant.
    is_telling: bool,
}

/// What the address asks for.
#[derive(Clone, Copy)]
struct Asked {
    period: Period,
    /// The day on which children are as old as is said.
    on: Date,
}

impl Asked {
    fn query(self) -> String {
        let Period { from, to } = self.period;
        format!("from={from}&to={to}&on={}", self.on)
    }

    fn name(self) -> String {
        format!("children-{}-{}", self.period.from, self.period.to)
    }
}

/// The days asked for; ages are those of the first of them, unless another is asked for.
fn asked(app: &Shared, ctx: &Context, actor: &Actor) -> (Form, Option<Asked>) {
    let (mut form, period) = period(app, ctx, actor);
    let typed_day = ctx.asked("on").unwrap_or_default();
    let on = if typed_day.trim().is_empty() {
        period.map(|period| period.from)
    } else {
        let day = typed::date(&typed_day);
        form = form.with("on", day.map_or(typed_day, typed::date_field));
        form.take("on", day)
    };
    if let (Some(on), true) = (on, form.value("on").is_empty()) {
        form = form.with("on", typed::date_field(on));
    }
    let asked = period.zip(on).map(|(period, on)| Asked { period, on });
    (form, asked)
}

/// The places of the children of the actor's branch.
async fn counted(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    asked: Asked,
) -> Result<Vec<Bars>, AppError> {
    let (account, now) = (actor.account_id, ctx.now());
    let (from, to) = asked.period.edges();
    let read = app.db.read_long(move |tx| {
        Box::pin(async move {
            let params: database::Params<'_> = &[&account, &now, &from, &to];
            let groups: Vec<GroupFact> = tx.all(LIST_GROUPS, params).await?;
            let children: Vec<ChildFact> = tx.all(LIST_CHILDREN, params).await?;
            Ok::<_, database::DbError>((groups, children))
        })
    });
    let (groups, mut facts) = read.await?;
    let tree = app.organisations.current();
    let begun = groups
        .iter()
        .filter(|group| asked.period.holds(&tree, group));
    let begun: std::collections::HashSet<_> = begun.map(|group| group.id).collect();
    facts.retain(|one| begun.contains(&one.group_id));
    let counting = Counting {
        t: ctx.t(),
        facts: &facts,
        on: asked.on,
        tree: &tree,
    };
    Ok(counting.all())
}

/// `GET /staff/reports/children?from=&to=&on=`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let (actor, t) = (administrator(&ctx)?, ctx.t());
    let (form, found) = asked(&app, &ctx, actor);
    let mut page = ChildrenPage {
        page: ctx.page(t.get("reports-children-title")).dense(),
        ways: Ways::of(actor),
        form,
        span: String::new(),
        on: String::new(),
        files: Default::default(),
        all: Vec::new(),
        is_telling: false,
    };
    let Some(asked) = found else {
        return show_refused(&page);
    };
    page.span = t.plain_period(asked.period.from, asked.period.to);
    page.on = t.plain_date(asked.on);
    page.files = ["xlsx", "pdf"].map(|kind| {
        let address = format!("/staff/reports/children.{kind}?{}", asked.query());
        (kind, address)
    });
    page.all = counted(&app, &ctx, actor, asked).await?;
    page.is_telling = page.all.iter().any(Bars::is_telling);
    show(&page)
}

/// `GET /staff/reports/children.xlsx`
pub(super) async fn xlsx(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = administrator(&ctx)?;
    let asked = asked(&app, &ctx, actor).1.ok_or(AppError::NotFound)?;
    let tables = tables(&app, &ctx, actor, asked).await?;
    let sheets = (1..).zip(tables).map(|(number, table)| table.sheet(number));
    let book = write_workbook(sheets);
    let book = book.map_err(|error| AppError::internal(error.to_string()))?;
    Ok(download(XLSX, &format!("{}.xlsx", asked.name()), book))
}

/// `GET /staff/reports/children.pdf`
pub(super) async fn pdf(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let (actor, t) = (administrator(&ctx)?, ctx.t());
    let asked = asked(&app, &ctx, actor).1.ok_or(AppError::NotFound)?;
    let span = t.plain_period(asked.period.from, asked.period.to);
    let ages = t
        .get("reports-children-ages")
        .text("day", t.plain_date(asked.on));
    let paper = Paper {
        title: t.get("reports-children-title").to_string(),
        span: format!("{span} · {ages}"),
        name: asked.name(),
        back: format!("/staff/reports/children?{}", asked.query()),
        tables: tables(&app, &ctx, actor, asked).await?,
    };
    paper.printed(&app, &ctx, actor).await
}

async fn tables(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    asked: Asked,
) -> Result<Vec<Table>, AppError> {
    let all = counted(app, ctx, actor, asked).await?;
    Ok(all.iter().map(|bars| bars.table(ctx.t())).collect())
}
