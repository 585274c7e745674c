//! The register of an organisation by years: as a table with a search, and as files of it.

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
use crate::staff_tables::views::{CERTIFICATES, kept};
use crate::staff_tables::{Cell, Column, Listing, Row, Table, Taken};
use crate::text::fold;
use crate::web::{AppError, Context, Page, show};

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
    list: Listing,
    /// Where its administrators edit the layout.
    layout: String,
}

struct Year {
    text: String,
    href: String,
    is_here: bool,
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
        // Another organisation may have nothing of a year that others have: its newest year then.
        None if organisation.is_some()
            && year
                .as_ref()
                .is_none_or(|year| all.iter().any(|one| one.year.to_string() == *year)) =>
        {
            let mut own = all
                .iter()
                .filter(|one| organisation.as_deref() == Some(&one.organisation.to_string()));
            own.next().copied().map(Some).ok_or(AppError::NotFound)
        }
        None if organisation.is_some() || year.is_some() => Err(AppError::NotFound),
        None => Ok(None),
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
            let row: database::Params<'_> = &[&id, &ending, &from, &to];
            let list: Vec<Certificate> = tx.all(store::LIST_REGISTER, row).await?;
            audit::Entry {
                organisation_id: Some(id),
                ..audit::Entry::new(now, by, action, "certificate_register", id.get())
            }
            .write_with_rows(tx, list.len())
            .await?;
            Ok(list)
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

fn columns(t: Translator) -> Vec<Column> {
    let say = |code: &str| t.get(&format!("certificates-column-{code}")).to_string();
    vec![
        Column::new(say("number")),
        Column::of_page(t.get("certificates-register-person")).by("name"),
        Column::of_files(say("surname")),
        Column::of_files(say("given-name")),
        Column::of_files(say("born-on")),
        Column::of_files(say("birth-place")),
        Column::new(say("title")).by("title"),
        Column::of_files(say("hours")),
        Column::of_files(say("dates")),
        Column::new(say("issued")).by("issued"),
        Column::new(say("state")).by("state"),
        Column::of_files(say("address")),
    ]
}

fn row(t: Translator, one: &Certificate, base_url: &str) -> Row {
    let snapshot = &one.snapshot;
    let hours = t
        .get("certificates-paper-hours")
        .int("count", snapshot.teaching_hours);
    let days = snapshot.days;
    let days = days.map_or_else(String::new, |(first, last)| t.plain_period(first, last));
    let state = format!("certificates-state-{}", one.state.code());
    let cells = vec![
        Cell::new(&one.register_number).to(format!("/staff/certificates/{}.pdf", one.id)),
        Cell::new(format!("{} {}", snapshot.surname, snapshot.given_name))
            .to(format!("/staff/enrolments/{}", one.enrolment_id)),
        Cell::new(&snapshot.surname),
        Cell::new(&snapshot.given_name),
        Cell::day(t, snapshot.born_on),
        Cell::new(&snapshot.birth_place),
        Cell::new(&snapshot.title).and(hours),
        Cell::number(snapshot.teaching_hours),
        Cell::new(days),
        Cell::day(t, snapshot.issued_on),
        Cell::badge((state_kind(one.state), t.get(&state).to_string())),
        Cell::new(format!("{base_url}/verify/{}", one.number)),
    ];
    Row::new(one.id, cells)
}

fn address(which: Which) -> String {
    let Which { organisation, year } = which;
    format!("/staff/certificates?organisation={organisation}&year={year}")
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
    let is_file = Taken::asked(&ctx).is_some();
    let action = Taken::action(&ctx, "certificate.look_up", "certificate.download_register");
    let mut found = match which {
        Some(which) => load(&app, actor, which, action, ctx.now()).await?,
        None if is_file => return Err(AppError::NotFound),
        None => Vec::new(),
    };
    if !q.is_empty() {
        found.retain(|one| fits(one, &q));
    }
    // A register that is kept on paper begins with its first number.
    if is_file {
        found.reverse();
    }
    let title = t.get("certificates-register-title");
    let rows = found.iter().map(|one| row(t, one, &app.config.base_url));
    let name = which.map_or_else(String::new, |one| {
        format!("certificates-{}-{}", one.organisation, one.year)
    });
    let list = Listing::of_all(&ctx, Table::new(name, &title, columns(t), rows), PER_PAGE);
    if let Some(file) = list.file(&ctx)? {
        return Ok(file);
    }
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
    let home = which.map(|one| one.organisation);
    let home = home.or_else(|| actor.roles.iter().find_map(|role| role.branch));
    let editable = home.filter(|id| may_edit_layout(actor, &tree, *id).is_some());
    show(&Register {
        layout: editable.map_or_else(String::new, |id| {
            format!("/staff/certificates/layouts/{id}")
        }),
        page: ctx.page(title).dense(),
        ways: Ways::of(actor),
        years: years
            .map(|one| Year {
                text: one.year.to_string(),
                href: address(*one),
                is_here: Some(*one) == which,
            })
            .collect(),
        organisation: which.map_or_else(String::new, |one| one.organisation.to_string()),
        name: which.map_or_else(String::new, |one| name_of(one.organisation)),
        year: which.map_or(0, |one| one.year),
        organisations,
        list: list.kept(kept(&app, &ctx, CERTIFICATES).await?),
        q,
    })
}
