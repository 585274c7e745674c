//! Where an organisation is paid, and how it is named as the seller.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::{Way, bookkeeper, ways};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::catalogue::editing::pages::id_of;
use crate::catalogue::editing::typed;
use crate::forms::{FieldError, Form};
use crate::payments::actions::{ManageError, match_new, save_settings};
use crate::payments::permissions::{KeepBooks, may_keep_books};
use crate::payments::store;
use crate::payments::types::Settings;
use crate::permit::Permit;
use crate::text::{grouped_iban, iban, tax_id};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "payments/staff_sellers.html")]
struct Sellers {
    page: Page,
    ways: Vec<Way>,
    lines: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "payments/staff_settings.html")]
struct SettingsPage {
    page: Page,
    form: Form,
    name: String,
    action: String,
    /// Where the columns of the bank's CSV are named; none before there is an account.
    columns: Option<String>,
}

/// `GET /staff/payments/settings`
pub(super) async fn list(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = bookkeeper(&ctx)?;
    let (t, now, account) = (ctx.t(), ctx.now(), actor.account_id);
    let read = app.db.read(move |tx| {
        Box::pin(async move { tx.all(store::LIST_SELLERS, &[&account, &now]).await })
    });
    let sellers: Vec<(OrganisationId, String)> = read.await.map_err(|error: DbError| error)?;
    show(&Sellers {
        page: ctx.page(t.get("payments-settings-title")).dense(),
        ways: ways(&app, t, actor, now, "settings").await?,
        lines: sellers
            .into_iter()
            .map(|(id, name)| (format!("/staff/payments/settings/{id}"), name))
            .collect(),
    })
}

/// The organisation of an address whose books the actor keeps, with its name.
pub(super) fn open(
    app: &Shared,
    actor: &Actor,
    id: &str,
) -> Result<(Permit<KeepBooks>, String), AppError> {
    let id: OrganisationId = id_of(id)?;
    let tree = app.organisations.current();
    let name = tree.find(id).map(|home| home.name.clone());
    let name = name.ok_or(AppError::NotFound)?;
    let permit = may_keep_books(actor, &tree, id).ok_or(AppError::NotFound)?;
    Ok((permit, name))
}

fn view(ctx: &Context, id: OrganisationId, name: String, form: Form) -> SettingsPage {
    SettingsPage {
        page: ctx.page(ctx.t().get("payments-settings-title")).dense(),
        name,
        columns: (!form.value("iban").is_empty())
            .then(|| format!("/staff/payments/settings/{id}/csv")),
        action: format!("/staff/payments/settings/{id}"),
        form,
    }
}

/// `GET /staff/payments/settings/{organisation}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (permit, name) = open(&app, bookkeeper(&ctx)?, &id)?;
    let id = permit.on();
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.opt(store::FIND_SETTINGS, &[&id]).await }));
    let known: Option<Settings> = read.await.map_err(|error: DbError| error)?;
    let form = match known {
        None => Form::new().with("seller_name", &name).with("due_days", 14),
        Some(known) => Form::new()
            .with("iban", grouped_iban(&known.iban))
            .with("seller_name", known.seller_name)
            .with("seller_tax_id", known.seller_tax_id)
            .with("seller_address", known.seller_address)
            .with("recipient_name", known.recipient_name)
            .with("recipient_address", known.recipient_address)
            .with("due_days", known.due_days),
    };
    show(&view(&ctx, id, name, form))
}

/// `POST /staff/payments/settings/{organisation}`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let (permit, name) = open(&app, &actor, &id)?;
    let (id, now) = (permit.on(), ctx.now());
    let settings = read(&mut form);
    if form.is_fine() {
        let write = app.db.write(move |tx| {
            Box::pin(async move { save_settings(tx, &permit, &settings, now).await })
        });
        match write.await {
            Ok(()) => {
                match_new(&app, now).await?;
                let list = "/staff/payments/settings";
                return Ok(go_saying(&app, list, "payments-settings-saved"));
            }
            Err(ManageError::Database(error)) => return Err(error.into()),
            Err(_) => form.refuse(FieldError::new("iban", "iban_taken")),
        }
    }
    show_refused(&view(&ctx, id, name, form))
}

fn read(form: &mut Form) -> Settings {
    let typed_iban = form.value("iban").to_owned();
    let typed_tax_id = form.value("seller_tax_id").to_owned();
    Settings {
        iban: form
            .take("iban", checked(iban(&typed_iban), &typed_iban, "iban"))
            .unwrap_or_default(),
        seller_name: typed::line(form, "seller_name", 150, true),
        seller_tax_id: form
            .take(
                "seller_tax_id",
                checked(tax_id(&typed_tax_id), &typed_tax_id, "tax_id"),
            )
            .unwrap_or_default(),
        seller_address: typed::line(form, "seller_address", 200, true),
        recipient_name: typed::line(form, "recipient_name", 150, false),
        recipient_address: typed::line(form, "recipient_address", 200, false),
        due_days: typed::number(form, "due_days", (0, 365), None),
    }
}

fn checked(read: Option<String>, typed: &str, code: &'static str) -> Result<String, &'static str> {
    match read {
        Some(value) => Ok(value),
        None if typed.trim().is_empty() => Err("required"),
        None => Err(code),
    }
}
