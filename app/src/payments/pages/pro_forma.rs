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
use crate::payments::permissions::{is_own, may_keep_books};
use crate::payments::store;
use crate::payments::types::{AskState, Charge, ChargeId, Payer, Settings};
use crate::payments::{qr, token};
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
struct Paper {
    items: Vec<Item>,
    settings: Settings,
    institution: Option<Institution>,
    /// The participant, who buys when no institution does.
    name: String,
    issued: String,
}

/// `GET /my/payments/{charge}/pro-forma.pdf`
pub(super) async fn own(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let id: ChargeId = id_of(&id)?;
    let (actor, own, now, t) = (ctx.actor()?.clone(), app.clone(), ctx.now(), ctx.t());
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let charge: Charge = tx.one(store::FIND_CHARGE, &[&id]).await?;
            if !is_own(&actor, &charge) {
                return Err(DbError::NotFound);
            }
            let bill = Bill::of(tx, &own, charge, now).await?;
            paper_of(t, vec![bill])
        })
    });
    file(&app, &ctx, read.await?).await
}

/// `GET /payments/asked/{token}/pro-forma.pdf`
pub(super) async fn of_institution(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    let (own, now, t) = (app.clone(), ctx.now(), ctx.t());
    let read = app.db.read(move |tx| {
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
            paper_of(t, vec![bill])
        })
    });
    file(&app, &ctx, read.await?).await
}

/// `GET /staff/payments/charges/{charge}/pro-forma.pdf`: the charge, together with everything else that its institution
/// has agreed to pay to the organisation.
pub(super) async fn collective(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let id: ChargeId = id_of(&id)?;
    let (actor, own, now, t) = (
        super::bookkeeper(&ctx)?.clone(),
        app.clone(),
        ctx.now(),
        ctx.t(),
    );
    let tree = app.organisations.current();
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let charge: Charge = tx.one(store::FIND_CHARGE, &[&id]).await?;
            may_keep_books(&actor, &tree, charge.organisation_id).ok_or(DbError::NotFound)?;
            note_look_up(tx, actor.account_id, ("charge", id.get()), now).await?;
            let mut bills = Vec::new();
            for one in together(tx, charge).await? {
                bills.push(Bill::of(tx, &own, one, now).await?);
            }
            paper_of(t, bills)
        })
    });
    file(&app, &ctx, write.await?).await
}

/// The charge first, then the other open ones of the same institution.
async fn together(tx: &mut Tx<'_>, charge: Charge) -> Result<Vec<Charge>, DbError> {
    let others: Vec<Charge> = match charge.payer {
        Payer::Institution => {
            let params: database::Params<'_> = &[&charge.id, &charge.organisation_id];
            tx.all(store::LIST_OF_SAME_PAYER, params).await?
        }
        Payer::Participant => Vec::new(),
    };
    Ok([charge].into_iter().chain(others).collect())
}

fn paper_of(t: Translator, bills: Vec<Bill<'_>>) -> Result<Paper, DbError> {
    let first = bills.first().ok_or(DbError::NotFound)?;
    let is_institutions = first.charge.payer == Payer::Institution;
    Ok(Paper {
        settings: first.settings.clone().ok_or(DbError::NotFound)?,
        institution: first.institution.clone().filter(|_| is_institutions),
        name: first.name.clone(),
        issued: t.plain_date(first.today()),
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
    let number = match titles.as_slice() {
        [only] => only.clone(),
        several => format!(
            "{}/{}",
            several.first().map_or("", String::as_str),
            several.len()
        ),
    };
    let title = titles.join(" ");
    let payload = qr::payload(&qr::Transfer {
        iban: &settings.iban,
        name: &settings.seller_name,
        tax_id: &settings.seller_tax_id,
        title: &title,
        amount_minor: sum,
        currency,
    });
    // A title that the code would cut off would find no charge.
    let payload = payload.filter(|_| title.chars().count() <= 32 && sum > 0);
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
    let code = t.get("payments-code-title").text("title", &title);
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
        "number": number,
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

async fn file(app: &Shared, ctx: &Context, paper: Paper) -> Result<Response, AppError> {
    let (facts, payload) = facts(ctx.t(), &paper);
    let name = paper
        .items
        .first()
        .map(|item| token::title_of(item.charge.id));
    let name = name.unwrap_or_default();
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
