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
use crate::payments::rules::account_key;
use crate::payments::types::{OwnAccount, Settings};
use crate::payments::{bank_store, store};
use crate::permit::Permit;
use crate::text::{
    CURRENCIES, bank_account, currency_choices, grouped_iban, is_account_at, russian_bic, tax_id,
};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "payments/staff_sellers.html")]
struct Sellers {
    page: Page,
    ways: Vec<Way>,
    lines: Vec<(String, String)>,
}

/// Fields of the accounts after the first one.
const ROWS: [(&str, &str); 9] = [
    ("account_2", "currency_2"),
    ("account_3", "currency_3"),
    ("account_4", "currency_4"),
    ("account_5", "currency_5"),
    ("account_6", "currency_6"),
    ("account_7", "currency_7"),
    ("account_8", "currency_8"),
    ("account_9", "currency_9"),
    ("account_10", "currency_10"),
];

#[derive(Template)]
#[template(path = "payments/staff_settings.html")]
struct SettingsPage {
    page: Page,
    form: Form,
    name: String,
    action: String,
    /// Further accounts: those that there are, and an empty one.
    rows: Vec<(&'static str, &'static str)>,
    currencies: Vec<(&'static str, &'static str)>,
    /// Where the columns of each account's CSV are named, and its number.
    columns: Vec<(String, String)>,
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

fn view(
    ctx: &Context,
    (id, name): (OrganisationId, String),
    known: &[OwnAccount],
    form: Form,
) -> SettingsPage {
    let filled = ROWS
        .iter()
        .rposition(|(account, _)| !form.value(account).is_empty());
    let shown = filled.map_or(1, |last| last + 2);
    let columns = known.iter().map(|one| {
        let key = account_key(&one.account);
        (
            format!("/staff/payments/settings/{id}/csv?account={key}"),
            format!("{} ({})", grouped_iban(&one.account), one.currency),
        )
    });
    SettingsPage {
        page: ctx.page(ctx.t().get("payments-settings-title")).dense(),
        name,
        rows: ROWS.into_iter().take(shown).collect(),
        currencies: currency_choices(),
        columns: columns.collect(),
        action: format!("/staff/payments/settings/{id}"),
        form,
    }
}

async fn accounts_of(app: &Shared, id: OrganisationId) -> Result<Vec<OwnAccount>, AppError> {
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.all(bank_store::LIST_ACCOUNTS, &[&id]).await }));
    read.await.map_err(|error: DbError| error.into())
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
        .read(move |tx| Box::pin(async move { tx.opt(store::FIND_FIRST_SETTINGS, &[&id]).await }));
    let known: Option<Settings> = read.await.map_err(|error: DbError| error)?;
    let accounts = accounts_of(&app, id).await?;
    let form = match known {
        None => Form::new().with("seller_name", &name).with("due_days", 14),
        Some(known) => Form::new()
            .with("iban", grouped_iban(&known.iban))
            .with("currency", known.currency)
            .with("seller_name", known.seller_name)
            .with("seller_tax_id", known.seller_tax_id)
            .with("seller_address", known.seller_address)
            .with("recipient_name", known.recipient_name)
            .with("recipient_address", known.recipient_address)
            .with("due_days", known.due_days)
            .with("bank_name", known.bank_name)
            .with("bank_code", known.bank_code)
            .with("bank_account", known.bank_account),
    };
    let others = ROWS.iter().zip(accounts.iter().skip(1));
    let form = others.fold(form, |form, ((account, currency), one)| {
        form.with(account, grouped_iban(&one.account))
            .with(currency, &one.currency)
    });
    show(&view(&ctx, (id, name), &accounts, form))
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
    let others = read_others(&mut form, &settings);
    check_bank(&mut form, &settings, &others);
    if form.is_fine() {
        let write = app.db.write(move |tx| {
            Box::pin(async move { save_settings(tx, &permit, (&settings, &others), now).await })
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
    let accounts = accounts_of(&app, id).await?;
    show_refused(&view(&ctx, (id, name), &accounts, form))
}

/// The currency that was chosen for an account; the first one of the list where the form has none.
fn currency(form: &mut Form, field: &'static str) -> String {
    let typed = form.value(field).to_owned();
    if typed.is_empty() {
        return CURRENCIES[0].to_owned();
    }
    if !CURRENCIES.contains(&typed.as_str()) {
        form.refuse(FieldError::new(field, "choose"));
    }
    typed
}

/// The accounts after the first one; an emptied row is an account that goes.
fn read_others(form: &mut Form, settings: &Settings) -> Vec<OwnAccount> {
    let mut list: Vec<OwnAccount> = Vec::new();
    for (field, chosen) in ROWS {
        let typed = form.value(field).to_owned();
        if typed.trim().is_empty() {
            continue;
        }
        let currency = currency(form, chosen);
        let Some(account) = form.take(field, checked(bank_account(&typed), &typed, "iban")) else {
            continue;
        };
        let key = account_key(&account);
        let is_known = account_key(&settings.iban) == key
            || list.iter().any(|one| account_key(&one.account) == key);
        if is_known {
            form.refuse(FieldError::new(field, "account_twice"));
            continue;
        }
        list.push(OwnAccount { account, currency });
    }
    list
}

fn read(form: &mut Form) -> Settings {
    let typed_iban = form.value("iban").to_owned();
    let typed_tax_id = form.value("seller_tax_id").to_owned();
    Settings {
        iban: form
            .take(
                "iban",
                checked(bank_account(&typed_iban), &typed_iban, "iban"),
            )
            .unwrap_or_default(),
        currency: currency(form, "currency"),
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
        bank_name: typed::line(form, "bank_name", 100, false),
        bank_code: bank_number(form, "bank_code", russian_bic),
        bank_account: bank_number(form, "bank_account", |typed| {
            bank_account(typed).filter(|account| account.starts_with("301") && account.len() == 20)
        }),
    }
}

/// A number of the bank as typed; empty when there is none.
fn bank_number(
    form: &mut Form,
    field: &'static str,
    read: impl Fn(&str) -> Option<String>,
) -> String {
    let typed = form.value(field).trim().to_owned();
    if typed.is_empty() {
        return typed;
    }
    let read = read(&typed).ok_or(field);
    form.take(field, read).unwrap_or_default()
}

/// All of the bank is named, or nothing; and the accounts in roubles are accounts there.
fn check_bank(form: &mut Form, settings: &Settings, others: &[OwnAccount]) {
    const FIELDS: [&str; 3] = ["bank_name", "bank_code", "bank_account"];
    let is_empty = FIELDS.map(|field| form.value(field).trim().is_empty());
    if is_empty.iter().all(|empty| *empty) {
        return;
    }
    for (field, _) in FIELDS.into_iter().zip(is_empty).filter(|(_, empty)| *empty) {
        form.refuse(FieldError::new(field, "required"));
    }
    if !form.is_fine() {
        return;
    }
    let code = &settings.bank_code;
    if !is_account_at(&settings.bank_account, code) {
        form.refuse(FieldError::new("bank_account", "bank_account"));
    }
    let first = ("iban", &settings.iban, &settings.currency);
    let others = others.iter().zip(ROWS);
    let others = others.map(|(one, (field, _))| (field, &one.account, &one.currency));
    for (field, account, currency) in [first].into_iter().chain(others) {
        if currency == "RUB" && !is_account_at(account, code) {
            form.refuse(FieldError::new(field, "bank_other"));
        }
    }
}

fn checked(read: Option<String>, typed: &str, code: &'static str) -> Result<String, &'static str> {
    match read {
        Some(value) => Ok(value),
        None if typed.trim().is_empty() => Err("required"),
        None => Err(code),
    }
}
