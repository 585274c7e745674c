//! What those pay for a group who work in listed institutions.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::catalogue::editing::pages::id_of;
use crate::catalogue::editing::typed;
use crate::catalogue::prices::{self, Price};
use crate::catalogue::{self, GroupDetail, GroupId};
use crate::enrolment::permissions::may_decide;
use crate::forms::{FieldError, Form};
use crate::organisations::Tree;
use crate::payments::actions::save_prices;
use crate::payments::permissions::{SetPrices, may_set_prices};
use crate::permit::Permit;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

macro_rules! rows {
    ($($number:literal),+) => {
        [$((concat!("organisation_", $number), concat!("price_", $number))),+]
    };
}

/// Rows that the form can have: an organisation and its price.
const ROWS: [(&str, &str); 30] = rows![
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17",
    "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30"
];
/// So many are shown at least, and so many empty ones below those that are filled.
const FEWEST_ROWS: usize = 5;

#[derive(Template)]
#[template(path = "payments/staff_prices.html")]
struct Prices {
    page: Page,
    form: Form,
    group: String,
    /// Whether the viewer may open the page of the group.
    sees_group: bool,
    title: String,
    usual: String,
    rows: Vec<(&'static str, &'static str)>,
    /// Organisations by name.
    organisations: Vec<(String, String)>,
}

struct Found {
    detail: GroupDetail,
    prices: Vec<Price>,
    permit: Permit<SetPrices>,
}

async fn load(app: &Shared, actor: &Actor, id: &str) -> Result<Found, AppError> {
    let id: GroupId = id_of(id)?;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let detail = catalogue::load_group(tx, id).await?;
            let detail = detail.ok_or(DbError::NotFound)?;
            Ok::<_, DbError>((detail, prices::of_group(tx, id).await?))
        })
    });
    let (detail, prices) = read.await?;
    let tree = app.organisations.current();
    let permit = may_set_prices(actor, &tree, detail.organisation.id, id);
    Ok(Found {
        permit: permit.ok_or(AppError::NotFound)?,
        detail,
        prices,
    })
}

fn view(app: &Shared, ctx: &Context, found: &Found, form: Form) -> Prices {
    let (t, detail) = (ctx.t(), &found.detail);
    let is_filled = |row: &&(&str, &str)| !form.value(row.0).is_empty();
    let filled = ROWS.iter().rposition(|row| is_filled(&row));
    let shown = filled.map_or(FEWEST_ROWS, |last| last + 1 + FEWEST_ROWS);
    let tree = app.organisations.current();
    let mut organisations: Vec<(String, String)> = tree
        .all()
        .map(|one| (one.id.to_string(), named(&one.name, &one.city)))
        .collect();
    organisations.sort_by(|left, right| left.1.cmp(&right.1));
    Prices {
        page: ctx.page(t.get("payments-prices-title")).dense(),
        group: format!("/staff/groups/{}", detail.group.id),
        sees_group: ctx.viewer().is_some_and(|actor| {
            may_decide(actor, &tree, detail.organisation.id, detail.group.id).is_some()
        }),
        title: t
            .get("staff-group-title")
            .text("code", &detail.group.code)
            .text("title", &detail.course.title)
            .to_string(),
        usual: t.money(detail.group.price_minor, &detail.group.currency),
        form,
        rows: ROWS[..shown.min(ROWS.len())].to_vec(),
        organisations,
    }
}

fn named(name: &str, city: &str) -> String {
    if city.is_empty() {
        name.to_owned()
    } else {
        format!("{name}, {city}")
    }
}

/// `GET /staff/groups/{group}/prices`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let found = load(&app, ctx.staff()?, &id).await?;
    let rows = ROWS.iter().zip(&found.prices);
    let form = rows.fold(Form::new(), |form, ((organisation, price), known)| {
        form.with(organisation, known.organisation_id)
            .with(price, typed::money_field(known.price_minor))
    });
    show(&view(&app, &ctx, &found, form))
}

/// `POST /staff/groups/{group}/prices`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let found = load(&app, &actor, &id).await?;
    let list = read(&mut form, &app.organisations.current());
    if !form.is_fine() {
        return show_refused(&view(&app, &ctx, &found, form));
    }
    let (now, home, permit) = (ctx.now(), found.detail.organisation.id, found.permit);
    let write = app
        .db
        .write(move |tx| Box::pin(async move { save_prices(tx, &permit, home, &list, now).await }));
    write.await?;
    app.catalogue.refresh(&app.db, now).await?;
    let id = found.detail.group.id;
    // Whoever keeps only the books stays here: the page of the group is not theirs.
    let tree = app.organisations.current();
    let there = match may_decide(&actor, &tree, home, id) {
        Some(_) => format!("/staff/groups/{id}"),
        None => format!("/staff/groups/{id}/prices"),
    };
    Ok(go_saying(&app, &there, "payments-prices-saved"))
}

/// The rows in which an organisation was chosen; what costs nothing has the price 0, since a forgotten price is none.
fn read(form: &mut Form, tree: &Tree) -> Vec<Price> {
    let mut list: Vec<Price> = Vec::new();
    for (field, price) in ROWS {
        if form.value(field).is_empty() {
            if !form.value(price).trim().is_empty() {
                form.refuse(FieldError::new(field, "choose"));
            }
            continue;
        }
        let id = form.value(field).parse().ok().map(OrganisationId::new);
        let Some(id) = id.filter(|id| tree.find(*id).is_some()) else {
            form.refuse(FieldError::new(field, "choose"));
            continue;
        };
        if list.iter().any(|known| known.organisation_id == id) {
            form.refuse(FieldError::new(field, "price_twice"));
        }
        let typed_price = match form.value(price).trim() {
            "" => Err("required"),
            text => typed::money(text),
        };
        let price_minor = form.take(price, typed_price).unwrap_or(0);
        list.push(Price {
            organisation_id: id,
            price_minor,
        });
    }
    list
}
