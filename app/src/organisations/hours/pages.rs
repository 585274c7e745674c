//! Where administrators say when their organisations are open.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use database::DbError;
use jiff::Timestamp;
use jiff::civil::Date;

use super::typed::{day, spans, write, write_day};
use super::{Exception, Hours, said, week};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::audit;
use crate::forms::{FieldError, Form};
use crate::organisations::permissions::{SetHours, hours_set_by, may_set_hours};
use crate::organisations::{Organisation, Tree, store, touch};
use crate::permit::Permit;
use crate::text::clean_line;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// A note has at most so many characters.
const LONGEST_NOTE: usize = 100;

/// First and last day, hours and note of a row of days that differ.
macro_rules! rows {
    ($($number:literal),*) => {
        [$([concat!("from", $number), concat!("until", $number), concat!("hours", $number), concat!("note", $number)]),*]
    };
}
const ROWS: [[&str; 4]; 12] = rows!(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

/// Routes of the room's pages.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/staff/hours", get(list))
        .route("/staff/hours/{organisation}", get(ask).post(save))
}

/// One organisation of the list.
struct Line {
    href: String,
    name: String,
    hours: String,
    now: String,
}

#[derive(Template)]
#[template(path = "organisations/hours_list.html")]
struct List {
    page: Page,
    lines: Vec<Line>,
}

/// `GET /staff/hours`
async fn list(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let (actor, t, now) = (ctx.staff()?, ctx.t(), ctx.now());
    let tree = app.organisations.current();
    let mut own = hours_set_by(actor, &tree);
    if own.is_empty() {
        return Err(AppError::NotFound);
    }
    own.sort_by(|left, right| left.name.cmp(&right.name));
    let line = |one: &&Organisation| Line {
        href: address_of(one.id),
        name: one.name.clone(),
        hours: week(t, one, now).join("; "),
        now: said(t, one, now),
    };
    show(&List {
        page: ctx.page(t.get("hours-list-title")).dense(),
        lines: own.iter().map(line).collect(),
    })
}

fn address_of(id: OrganisationId) -> String {
    format!("/staff/hours/{id}")
}

/// The fields of a day, or of days that differ, with what they are called.
struct Day {
    field: &'static str,
    label: String,
}

struct Row {
    number: usize,
    from: &'static str,
    until: &'static str,
    hours: &'static str,
    note: &'static str,
}

#[derive(Template)]
#[template(path = "organisations/hours.html")]
struct HoursPage {
    page: Page,
    form: Form,
    name: String,
    action: String,
    days: Vec<Day>,
    rows: Vec<Row>,
    /// What people read, when nothing is wrong.
    week: Vec<String>,
    now: String,
}

fn open(
    app: &Shared,
    actor: &Actor,
    id: &str,
) -> Result<(Permit<SetHours>, Organisation), AppError> {
    let id: OrganisationId = id.parse().map_err(|_| AppError::NotFound)?;
    let tree: &Tree = &app.organisations.current();
    let organisation = tree.find(id).ok_or(AppError::NotFound)?;
    let permit = may_set_hours(actor, tree, id).ok_or(AppError::NotFound)?;
    Ok((permit, organisation.clone()))
}

fn view(ctx: &Context, organisation: &Organisation, form: Form) -> HoursPage {
    let (t, now) = (ctx.t(), ctx.now());
    let filled = |row: &&[&str; 4]| row.iter().any(|field| !form.value(field).trim().is_empty());
    let used = ROWS
        .iter()
        .rposition(|row| filled(&row))
        .map_or(0, |last| last + 1);
    let rows = ROWS.iter().enumerate().take(used + 2);
    HoursPage {
        page: ctx
            .page(t.get("hours-title").text("name", &organisation.name))
            .dense(),
        name: organisation.name.clone(),
        action: address_of(organisation.id),
        days: DAYS
            .iter()
            .enumerate()
            .map(|(place, field)| Day {
                field,
                label: t.weekday_at(place).to_owned(),
            })
            .collect(),
        rows: rows
            .map(|(place, &[from, until, hours, note])| Row {
                number: place + 1,
                from,
                until,
                hours,
                note,
            })
            .collect(),
        week: week(t, organisation, now),
        now: said(t, organisation, now),
        form,
    }
}

fn form_of(hours: &Hours, today: Date) -> Form {
    let mut form = Form::new();
    for (field, spans) in DAYS.iter().zip(&hours.week) {
        form = form.with(field, write(spans));
    }
    if !hours.on_holidays {
        form = form.with("holidays", "yes");
    }
    let coming = hours.exceptions.iter().filter(|one| one.until >= today);
    for (&[from, until, typed, note], one) in ROWS.iter().zip(coming) {
        form = form.with(from, write_day(one.from));
        if one.until != one.from {
            form = form.with(until, write_day(one.until));
        }
        form = form.with(typed, write(&one.spans)).with(note, &one.note);
    }
    form
}

/// What was typed; what is wrong is said at its field.
fn read(form: &mut Form) -> Hours {
    let mut hours = Hours {
        on_holidays: !form.has("holidays", "yes"),
        ..Hours::default()
    };
    for (&field, day) in DAYS.iter().zip(&mut hours.week) {
        let typed = spans(form.value(field));
        *day = form.take(field, typed).unwrap_or_default();
    }
    let is_filled =
        |form: &Form, row: &[&str; 4]| row.iter().any(|field| !form.value(field).trim().is_empty());
    for row in ROWS {
        if is_filled(form, &row) {
            hours.exceptions.extend(read_row(form, row));
        }
    }
    hours.exceptions.sort_by_key(|one| (one.from, one.until));
    hours
}

fn read_row(form: &mut Form, [from, until, typed, note]: [&'static str; 4]) -> Option<Exception> {
    let first = day(form.value(from));
    let first = form.take(from, first);
    let last = match form.value(until).trim() {
        "" => Ok(first),
        typed => day(typed).map(Some),
    };
    let last = form.take(until, last).flatten();
    let hours = spans(form.value(typed));
    let spans = form.take(typed, hours);
    let said = clean_line(form.value(note), LONGEST_NOTE);
    let said = said.map_err(|problem| form.refuse(problem.on(note))).ok();
    let one = Exception {
        from: first?,
        until: last?,
        spans: spans?,
        note: said?,
    };
    if one.until < one.from {
        form.refuse(FieldError::new(until, "hours_order"));
        return None;
    }
    Some(one)
}

/// `GET /staff/hours/{organisation}`
async fn ask(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (_, organisation) = open(&app, ctx.staff()?, &id)?;
    let today = ctx.now().to_zoned(organisation.time_zone.clone()).date();
    show(&view(
        &ctx,
        &organisation,
        form_of(&organisation.hours, today),
    ))
}

/// `POST /staff/hours/{organisation}`: `do` is `preview` or `save`.
async fn save(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let (permit, organisation) = open(&app, &actor, &id)?;
    let hours = read(&mut form);
    if !form.is_fine() {
        return show_refused(&view(&ctx, &organisation, form));
    }
    let typed = Organisation {
        hours,
        ..organisation
    };
    if form.value("do") == "preview" {
        return show(&view(&ctx, &typed, form));
    }
    keep(&app, &permit, &typed.hours, ctx.now()).await?;
    Ok(go_saying(&app, &address_of(permit.on()), "hours-saved"))
}

async fn keep(
    app: &Shared,
    permit: &Permit<SetHours>,
    hours: &Hours,
    now: Timestamp,
) -> Result<(), AppError> {
    let (on, by) = (permit.on(), permit.by());
    let after = serde_json::to_string(hours).map_err(|error| DbError::Other(error.to_string()))?;
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let before: String = tx.one(store::FIND_HOURS, &[&on]).await?;
            if before == after {
                return Ok(());
            }
            tx.exec(store::SET_HOURS, &[&on, &after]).await?;
            audit::Entry {
                organisation_id: Some(on),
                before: Some(&before),
                after: Some(&after),
                ..audit::Entry::new(now, by, "organisation.hours", "organisation", on.get())
            }
            .write(tx)
            .await?;
            touch(tx).await
        })
    });
    work.await.map_err(|error: DbError| error)?;
    Ok(app.organisations.refresh(&app.db).await?)
}
