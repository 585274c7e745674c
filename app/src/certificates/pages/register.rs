//! The register of an organisation by years: as a table with a search, and as a workbook.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;
use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::enrolment::state_kind;
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::audit;
use crate::catalogue::editing::pages::Ways;
use crate::certificates::permissions::{keeps_registers, may_edit_layout, may_read_register};
use crate::certificates::rules::{Typed, read_number};
use crate::certificates::{Certificate, store};
use crate::i18n::Translator;
use crate::organisations::Tree;
use crate::tables::{Cell, Sheet, write_workbook};
use crate::text::fold;
use crate::web::{AppError, Context, Page, XLSX, download, show};

/// Lines of one page.
const PER_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "certificates/register.html")]
struct Register {
    page: Page,
    ways: Ways,
    /// Organisations with a register: id, name.
    organisations: Vec<(String, String)>,
    organisation: String,
    name: String,
    years: Vec<Year>,
    year: i64,
    q: String,
    lines: Vec<Line>,
    found: usize,
    file: String,
    /// Where its administrators edit the layout.
    layout: String,
    current: usize,
    last: usize,
    previous: String,
    next: String,
}

struct Year {
    text: String,
    href: String,
    is_here: bool,
}

struct Line {
    number: String,
    href: String,
    person: String,
    name: String,
    title: String,
    hours: String,
    issued: String,
    badge: (&'static str, String),
}

/// One register: whose, and of which year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Which {
    organisation: OrganisationId,
    year: i64,
}

/// Registers that the actor may read, newest year first.
async fn readable(app: &Shared, actor: &Actor, tree: &Tree) -> Result<Vec<Which>, AppError> {
    let read = app
        .db
        .read(|tx| Box::pin(async move { tx.all(store::LIST_REGISTERS, &[]).await }));
    let all: Vec<(OrganisationId, i64, i64)> = read.await.map_err(|error: DbError| error)?;
    Ok(all
        .into_iter()
        .map(|(organisation, year, _)| Which { organisation, year })
        .filter(|one| may_read_register(actor, tree, one.organisation))
        .collect())
}

/// The register that is asked for, or the newest; none when nothing was issued yet.
fn chosen(ctx: &Context, all: &[Which]) -> Result<Option<Which>, AppError> {
    let organisation = ctx.asked("organisation").filter(|id| !id.is_empty());
    let year = ctx.asked("year").filter(|year| !year.is_empty());
    let fits = |one: &&Which| {
        organisation
            .as_ref()
            .is_none_or(|id| one.organisation.to_string() == *id)
            && year
                .as_ref()
                .is_none_or(|year| one.year.to_string() == *year)
    };
    match all.iter().find(fits) {
        Some(one) => Ok(Some(*one)),
        // Another organisation may have nothing of this year: its newest year then.
        None if organisation.is_some() => {
            let mut own = all
                .iter()
                .filter(|one| organisation.as_deref() == Some(&one.organisation.to_string()));
            own.next().copied().map(Some).ok_or(AppError::NotFound)
        }
        None => Ok(all.first().copied()),
    }
}

/// The certificates of a register, newest first; the look leaves a trace.
async fn load(
    app: &Shared,
    actor: &Actor,
    which: Which,
    action: &'static str,
    now: Timestamp,
) -> Result<Vec<Certificate>, AppError> {
    let by = actor.account_id;
    let first = |year: i64| {
        let year = i16::try_from(year).unwrap_or(i16::MAX).clamp(-9000, 9000);
        let midnight = date(year, 1, 1).to_zoned(TimeZone::UTC);
        midnight.map_or(Timestamp::MIN, |at| at.timestamp())
    };
    // A day more at both ends: the year is that of the organisation's calendar.
    let day = SignedDuration::from_hours(24);
    let (from, to) = (first(which.year) - day, first(which.year + 1) + day);
    let ending = format!("%/{}", which.year);
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let id = which.organisation;
            audit::Entry {
                organisation_id: Some(id),
                ..audit::Entry::new(now, by, action, "certificate_register", id.get())
            }
            .write(tx)
            .await?;
            tx.all(store::LIST_REGISTER, &[&id, &ending, &from, &to])
                .await
        })
    });
    work.await.map_err(|error: DbError| error.into())
}

/// Whether it has the number that is looked for, or every word of it in its name or title.
fn fits(one: &Certificate, q: &str) -> bool {
    let is_number = !q.chars().any(char::is_alphabetic);
    match read_number(q) {
        Typed::Register(number) if is_number => return number == one.register_number,
        Typed::Public(number) if is_number => return number == one.number,
        _ => {}
    }
    let snapshot = &one.snapshot;
    let held = fold(&format!(
        "{} {} {} {}",
        snapshot.surname, snapshot.given_name, snapshot.title, one.register_number
    ));
    fold(q).split(' ').all(|word| held.contains(word))
}

fn line(t: Translator, one: &Certificate) -> Line {
    let snapshot = &one.snapshot;
    let hours = t
        .get("certificates-paper-hours")
        .int("count", snapshot.teaching_hours);
    Line {
        number: one.register_number.clone(),
        href: format!("/staff/certificates/{}.pdf", one.id),
        person: format!("/staff/enrolments/{}", one.enrolment_id),
        name: format!("{} {}", snapshot.surname, snapshot.given_name),
        title: snapshot.title.clone(),
        hours: hours.to_string(),
        issued: t.plain_date(snapshot.issued_on),
        badge: (
            state_kind(one.state),
            t.get(&format!("certificates-state-{}", one.state.code()))
                .to_string(),
        ),
    }
}

fn address(which: Which, q: &str, page: usize) -> String {
    let (organisation, year) = (which.organisation.to_string(), which.year.to_string());
    let page = page.to_string();
    let mut query = vec![
        ("organisation", organisation.as_str()),
        ("year", year.as_str()),
    ];
    if !q.is_empty() {
        query.push(("q", q));
    }
    if page != "1" {
        query.push(("page", &page));
    }
    serde_urlencoded::to_string(query).unwrap_or_default()
}

fn reader(ctx: &Context) -> Result<&Actor, AppError> {
    let actor = ctx.staff()?;
    if keeps_registers(actor) {
        Ok(actor)
    } else {
        Err(AppError::NotFound)
    }
}

/// `GET /staff/certificates?year=`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let (actor, t) = (reader(&ctx)?, ctx.t());
    let tree = app.organisations.current();
    let all = readable(&app, actor, &tree).await?;
    let which = chosen(&ctx, &all)?;
    let q = ctx.asked("q").unwrap_or_default().trim().to_owned();
    let mut found = match which {
        Some(which) => load(&app, actor, which, "certificate.look_up", ctx.now()).await?,
        None => Vec::new(),
    };
    if !q.is_empty() {
        found.retain(|one| fits(one, &q));
    }
    let last = found.len().div_ceil(PER_PAGE).max(1);
    let current = ctx.asked("page").and_then(|page| page.parse().ok());
    let current = current.unwrap_or(1).clamp(1, last);
    let name_of = |id| {
        tree.find(id)
            .map_or_else(String::new, |home| home.name.clone())
    };
    let mut organisations: Vec<(String, String)> = Vec::new();
    for one in &all {
        let id = one.organisation.to_string();
        if organisations.iter().all(|(known, _)| *known != id) {
            organisations.push((id, name_of(one.organisation)));
        }
    }
    let years = all
        .iter()
        .filter(|one| Some(one.organisation) == which.map(|which| which.organisation));
    let to = |page: usize| {
        which.map_or_else(String::new, |which| {
            format!("/staff/certificates?{}", address(which, &q, page))
        })
    };
    let home = which.map(|one| one.organisation);
    let home = home.or_else(|| actor.roles.iter().find_map(|role| role.branch));
    let editable = home.filter(|id| may_edit_layout(actor, &tree, *id).is_some());
    show(&Register {
        layout: editable.map_or_else(String::new, |id| {
            format!("/staff/certificates/layouts/{id}")
        }),
        page: ctx.page(t.get("certificates-register-title")).dense(),
        ways: Ways::of(actor),
        years: years
            .map(|one| Year {
                text: one.year.to_string(),
                href: format!("/staff/certificates?{}", address(*one, "", 1)),
                is_here: Some(*one) == which,
            })
            .collect(),
        organisation: which.map_or_else(String::new, |one| one.organisation.to_string()),
        name: which.map_or_else(String::new, |one| name_of(one.organisation)),
        year: which.map_or(0, |one| one.year),
        organisations,
        found: found.len(),
        lines: found
            .iter()
            .skip((current - 1) * PER_PAGE)
            .take(PER_PAGE)
            .map(|one| line(t, one))
            .collect(),
        file: which.map_or_else(String::new, |which| {
            format!(
                "/staff/certificates/register.xlsx?{}",
                address(which, "", 1)
            )
        }),
        previous: if current > 1 {
            to(current - 1)
        } else {
            String::new()
        },
        next: if current < last {
            to(current + 1)
        } else {
            String::new()
        },
        current,
        last,
        q,
    })
}

const COLUMNS: [&str; 11] = [
    "number",
    "issued",
    "state",
    "surname",
    "given-name",
    "born-on",
    "birth-place",
    "title",
    "hours",
    "dates",
    "address",
];

/// `GET /staff/certificates/register.xlsx?organisation=&year=`: the whole register of a year, in the order of its numbers.
pub(super) async fn xlsx(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let (actor, t) = (reader(&ctx)?, ctx.t());
    let all = readable(&app, actor, &app.organisations.current()).await?;
    let which = chosen(&ctx, &all)?.ok_or(AppError::NotFound)?;
    let action = "certificate.download_register";
    let list = load(&app, actor, which, action, ctx.now()).await?;
    let heads = COLUMNS.map(|code| t.get(&format!("certificates-column-{code}")).to_string());
    let base_url = &app.config.base_url;
    let name = format!("certificates-{}-{}", which.organisation, which.year);
    let sheet = Sheet {
        name: name.clone(),
        heads: heads.to_vec(),
        rows: list.iter().rev().map(|one| row(t, one, base_url)).collect(),
    };
    let bytes = write_workbook([sheet]).map_err(|error| AppError::internal(error.to_string()))?;
    let name = format!("{name}.xlsx");
    Ok(download(XLSX, &name, bytes))
}

fn row(t: Translator, one: &Certificate, base_url: &str) -> Vec<Cell> {
    let snapshot = &one.snapshot;
    let state = format!("certificates-state-{}", one.state.code());
    let days = snapshot
        .days
        .map(|(first, last)| t.plain_period(first, last));
    vec![
        one.register_number.clone().into(),
        snapshot.issued_on.to_string().into(),
        t.get(&state).to_string().into(),
        snapshot.surname.clone().into(),
        snapshot.given_name.clone().into(),
        snapshot.born_on.to_string().into(),
        snapshot.birth_place.clone().into(),
        snapshot.title.clone().into(),
        Cell::Number(snapshot.teaching_hours),
        days.unwrap_or_default().into(),
        format!("{base_url}/verify/{}", one.number).into(),
    ]
}
