//! Pro-formas as PDF: one charge for its payer, or all that one institution has to pay together. Buyer and recipient stand
//! apart, as local-government units need them, and so do seller and issuing unit.

use axum::extract::{Path, State};
use axum::response::Response;
use certificate_press::Template;
use database::{DbError, Tx};
use serde_json::{Value, json};

use super::list::note_look_up;
use crate::app::Shared;
use crate::catalogue::editing::pages::id_of;
use crate::enrolment::payer::Institution;
use crate::i18n::Translator;
use crate::payments::actions::{AnswerError, Bill, find_asked};
use crate::payments::permissions::may_keep_books;
use crate::payments::store;
use crate::payments::together::{self, Eyes};
use crate::payments::types::{AskState, Charge, ChargeId, Payer, Settings};
use crate::payments::{self, qr, token};
use crate::text::grouped_iban;
use crate::web::{AppError, Context, PDF, download};

/// The words of the paper, by their names in its layout and their message keys' ends.
const WORDS: [(&str, &str); 16] = [
    ("issued", "issued"),
    ("due", "due"),
    ("seller", "seller"),
    ("buyer", "buyer"),
    ("issuer", "issuer"),
    ("recipient", "recipient"),
    ("tax_id", "tax-id"),
    ("no", "no"),
    ("what", "what"),
    ("token", "token"),
    ("amount", "amount"),
    ("sum", "sum"),
    ("account", "account"),
    ("transfer", "transfer"),
    ("hint", "hint"),
    ("note", "note"),
];

/// One line of the paper.
struct Item {
    charge: Charge,
    what: String,
}

/// What is printed.
pub(super) struct Paper {
    items: Vec<Item>,
    settings: Settings,
    institution: Option<Institution>,
    /// The participant, who buys when no institution does.
    name: String,
    issued: String,
    /// Of the transfer.
    title: String,
}

/// `GET /my/payments/{charge}/pro-forma.pdf`
pub(super) async fn own(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let id: ChargeId = id_of(&id)?;
    let (account, own, now, t) = (ctx.actor()?.account_id, app.clone(), ctx.now(), ctx.t());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let (charge, _) = payments::charge_concerning(tx, account, id).await?;
            let bill = Bill::of(tx, &own, charge, now).await?;
            paper_of(tx, t, vec![bill]).await
        })
    });
    file(&app, &ctx, write.await?).await
}

/// `GET /payments/asked/{token}/pro-forma.pdf`: the charge alone, or with those named by `with`.
pub(super) async fn of_institution(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    let (own, now, t, with) = (app.clone(), ctx.now(), ctx.t(), with(&ctx));
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let found = find_asked(tx, &token).await;
            let (ask, charge) = found.map_err(|error| match error {
                AnswerError::Database(error) => error,
                _ => DbError::NotFound,
            })?;
            if ask.state != AskState::Accepted {
                return Err(DbError::NotFound);
            }
            let bill = Bill::of(tx, &own, charge, now).await?;
            let bills = together_with(tx, bill, &with, Eyes::Mailbox).await?;
            paper_of(tx, t, bills).await
        })
    });
    file(&app, &ctx, write.await?).await
}

/// `GET /staff/payments/charges/{charge}/pro-forma.pdf`: the charge alone, or with those named by `with` that the same
/// institution has agreed to pay to the organisation.
pub(super) async fn of_staff(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let id: ChargeId = id_of(&id)?;
    let actor = super::bookkeeper(&ctx)?.clone();
    let (own, now, t, with) = (app.clone(), ctx.now(), ctx.t(), with(&ctx));
    let tree = app.organisations.current();
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let charge: Charge = tx.one(store::FIND_CHARGE, &[&id]).await?;
            may_keep_books(&actor, &tree, charge.organisation_id).ok_or(DbError::NotFound)?;
            note_look_up(tx, actor.account_id, ("charge", id.get()), now).await?;
            let bill = Bill::of(tx, &own, charge, now).await?;
            let bills = together_with(tx, bill, &with, Eyes::All).await?;
            paper_of(tx, t, bills).await
        })
    });
    file(&app, &ctx, write.await?).await
}

/// The charges that are to stand on the same paper, as the address names them.
pub(super) fn with(ctx: &Context) -> Vec<ChargeId> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(ctx.query()).unwrap_or_default();
    let wanted = pairs.into_iter().filter(|(field, _)| field == "with");
    let ids = wanted.filter_map(|(_, id)| id.parse().ok());
    ids.map(ChargeId::new).collect()
}

/// The charge first, then those of the wanted ones that are paid together with it.
pub(super) async fn together_with<'a>(
    tx: &mut Tx<'_>,
    bill: Bill<'a>,
    wanted: &[ChargeId],
    eyes: Eyes,
) -> Result<Vec<Bill<'a>>, DbError> {
    let (app, now) = (bill.app, bill.now);
    let others = match &bill.institution {
        Some(institution) if !wanted.is_empty() => {
            together::others(tx, &bill.charge, institution, eyes).await?
        }
        _ => Vec::new(),
    };
    let mut bills = vec![bill];
    for one in others {
        if wanted.contains(&one.id) {
            bills.push(Bill::of(tx, app, one, now).await?);
        }
    }
    Ok(bills)
}

/// What is to be printed; nothing is printed of what is not to be paid.
pub(super) async fn paper_of(
    tx: &mut Tx<'_>,
    t: Translator,
    bills: Vec<Bill<'_>>,
) -> Result<Paper, DbError> {
    let first = bills.first().ok_or(DbError::NotFound)?;
    if first.charge.remaining() == 0 {
        return Err(DbError::NotFound);
    }
    let is_institutions = first.charge.payer == Payer::Institution;
    let ids: Vec<ChargeId> = bills.iter().map(|bill| bill.charge.id).collect();
    let title = together::title_for(tx, first.charge.organisation_id, &ids, first.now).await?;
    Ok(Paper {
        settings: first.settings.clone().ok_or(DbError::NotFound)?,
        institution: first.institution.clone().filter(|_| is_institutions),
        name: first.name.clone(),
        issued: t.plain_date(first.today()),
        title,
        items: bills
            .into_iter()
            .map(|bill| Item {
                what: format!(
                    "{}, {}: {}",
                    bill.detail.course.title, bill.detail.group.code, bill.name
                ),
                charge: bill.charge,
            })
            .collect(),
    })
}

fn party(name: &str, tax_id: &str, address: &str) -> Value {
    json!({ "name": name, "tax_id": tax_id, "address": address })
}

fn facts(t: Translator, paper: &Paper) -> (Value, Option<String>) {
    let settings = &paper.settings;
    let currency = paper.items.first().map_or("", |item| &item.charge.currency);
    let sum: i64 = paper.items.iter().map(|item| item.charge.remaining()).sum();
    let titles: Vec<String> = paper
        .items
        .iter()
        .map(|item| token::title_of(item.charge.id))
        .collect();
    let title = &paper.title;
    let payload = qr::payload(&qr::Transfer {
        iban: &settings.iban,
        name: &settings.seller_name,
        tax_id: &settings.seller_tax_id,
        title,
        amount_minor: sum,
        currency,
        bank: qr::Bank::of(settings),
    });
    let due = paper.items.iter().map(|item| item.charge.due_on).min();
    let kind = if titles.len() > 1 {
        "collective"
    } else {
        "title"
    };
    let mut words: serde_json::Map<String, Value> = WORDS
        .iter()
        .map(|(name, key)| {
            let text = t.get(&format!("payments-paper-{key}")).to_string();
            ((*name).to_owned(), Value::String(text))
        })
        .collect();
    let heading = t.get(&format!("payments-paper-{kind}")).to_string();
    words.insert("title".into(), Value::String(heading));
    let code = t.get("payments-code-title").text("title", title);
    words.insert("code".into(), Value::String(code.to_string()));
    let (buyer, recipient) = match &paper.institution {
        Some(one) => (
            party(&one.name, &one.tax_id, &one.address()),
            party(&one.recipient_name, "", &one.recipient_address),
        ),
        None => (party(&paper.name, "", ""), party("", "", "")),
    };
    let rows = paper.items.iter().zip(&titles).map(|(item, title)| {
        let amount = t.money(item.charge.remaining(), &item.charge.currency);
        json!({ "what": item.what, "token": title, "amount": amount })
    });
    let value = json!({
        "lang": t.lang().code(),
        "words": words,
        "number": title,
        "issued": paper.issued,
        "due": due.map_or_else(String::new, |due| t.plain_date(due)),
        "seller": party(&settings.seller_name, &settings.seller_tax_id, &settings.seller_address),
        "issuer": party(&settings.recipient_name, "", &settings.recipient_address),
        "buyer": buyer,
        "recipient": recipient,
        "rows": rows.collect::<Vec<_>>(),
        "sum": t.money(sum, currency),
        "account": grouped_iban(&settings.iban),
        "title": title,
        "has_code": payload.is_some(),
    });
    (value, payload)
}

pub(super) async fn file(app: &Shared, ctx: &Context, paper: Paper) -> Result<Response, AppError> {
    let (facts, payload) = facts(ctx.t(), &paper);
    let name = paper.title;
    let printed = app
        .printer
        .print_document(
            facts,
            payload,
            name.clone(),
            Template::pro_forma(),
            ctx.now(),
        )
        .await?;
    Ok(download(PDF, &format!("pro-forma-{name}.pdf"), printed))
}
