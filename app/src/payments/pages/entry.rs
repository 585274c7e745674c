//! One entry of the bank that waits for a person: what it may pay, by points.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::{DbError, Tx};
use jiff::Timestamp;

use super::bookkeeper;
use super::charge::undone_words;
use super::list::{asked, fits, note_look_up};
use super::queue::{candidates, entry_words, settled_of, settled_words, why};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::catalogue::editing::pages::id_of;
use crate::catalogue::editing::typed;
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::payments::actions::{BookError, ManageError, Order, book, reverse, set_aside, take_up};
use crate::payments::bank_store::{self, BookingLine};
use crate::payments::matching::{self, MOST_SUGGESTED};
use crate::payments::permissions::{KeepBooks, may_keep_books};
use crate::payments::store::{self, ChargeLine};
use crate::payments::token;
use crate::payments::types::{AsideKind, ChargeId, Entry, EntryId, EntryState};
use crate::permit::Permit;
use crate::staff_tables::bulk::check_words;
use crate::text::grouped_iban;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "payments/staff_entry.html")]
struct OneEntry {
    page: Page,
    form: Form,
    here: String,
    day: String,
    amount: String,
    remaining: String,
    counterparty: String,
    account: String,
    title: String,
    reference: String,
    state: String,
    /// Why it is set aside.
    aside: String,
    /// Charges that the title names and that take no money any more.
    settled: Vec<(String, String)>,
    /// The entry that it takes back: its address and words.
    reverses: Option<(String, String)>,
    /// The entry that it probably repeats.
    repeats: Option<(String, String)>,
    can_book: bool,
    can_set_aside: bool,
    can_take_up: bool,
    bookings: Vec<(String, String, String)>,
    suggestions: Vec<Suggested>,
    q: String,
    searched: Vec<Suggested>,
}

struct Suggested {
    charge: String,
    href: String,
    name: String,
    payer: String,
    training: String,
    title: String,
    remaining: String,
    /// What is put into the field.
    amount: String,
    /// So much of the entry is booked on it already, in minor units.
    after: i64,
    score: String,
    why: String,
}

struct Found {
    entry: Entry,
    organisation: OrganisationId,
    open: Vec<ChargeLine>,
    bookings: Vec<BookingLine>,
    /// Charges that the title names and that are not open.
    settled: Vec<ChargeLine>,
    reverses: Option<Entry>,
    repeats: Option<Entry>,
}

async fn other(tx: &mut Tx<'_>, id: Option<EntryId>) -> Result<Option<Entry>, DbError> {
    match id {
        Some(id) => tx.opt(bank_store::FIND_ENTRY, &[&id]).await,
        None => Ok(None),
    }
}

async fn load(app: &Shared, actor: &Actor, id: &str, now: Timestamp) -> Result<Found, AppError> {
    let (id, by): (EntryId, _) = (id_of(id)?, actor.account_id);
    let (tree, actor) = (app.organisations.current(), actor.clone());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let entry: Entry = tx.one(bank_store::FIND_ENTRY, &[&id]).await?;
            let organisation = entry.organisation_id.ok_or(DbError::NotFound)?;
            may_keep_books(&actor, &tree, organisation).ok_or(DbError::NotFound)?;
            note_look_up(tx, by, ("entry", id.get()), now).await?;
            Ok::<_, DbError>(Found {
                open: tx.all(store::LIST_OPEN_LINES, &[&organisation]).await?,
                bookings: tx.all(bank_store::LIST_BOOKINGS_OF_ENTRY, &[&id]).await?,
                settled: settled_of(tx, std::slice::from_ref(&entry)).await?,
                reverses: other(tx, entry.reverses).await?,
                repeats: other(tx, entry.repeats).await?,
                entry,
                organisation,
            })
        })
    });
    Ok(write.await?)
}

fn suggested(
    t: Translator,
    (entry, bookings): (&Entry, &[BookingLine]),
    one: &ChargeLine,
    (score, why): (String, String),
) -> Suggested {
    let amount = entry.remaining().min(one.remaining());
    let held = bookings
        .iter()
        .filter(|booking| booking.charge_id == one.id && booking.undone_at.is_none());
    Suggested {
        charge: one.id.to_string(),
        href: format!("/staff/payments/charges/{}", one.id),
        name: one.name(),
        payer: one.payer_name(),
        training: one.title.clone(),
        title: token::title_of(one.id),
        remaining: t.money(one.remaining(), &one.currency),
        amount: typed::money_field(amount),
        after: held.map(|booking| booking.amount_minor).sum(),
        score,
        why,
    }
}

fn named_entry(t: Translator, one: &Entry) -> (String, String) {
    (
        format!("/staff/payments/entries/{}", one.id),
        entry_words(t, one),
    )
}

fn view(ctx: &Context, found: &Found, form: Form) -> OneEntry {
    let (t, entry) = (ctx.t(), &found.entry);
    let waits = entry.state == EntryState::ToMatch;
    let can_book = waits && entry.remaining() > 0;
    let all = candidates(&found.open);
    let suggestions = matching::suggest(entry, &all)
        .into_iter()
        .filter_map(|one| {
            let line = found.open.iter().find(|line| line.id == one.charge)?;
            let marks = (one.score.to_string(), why(t, &one.signs));
            Some(suggested(t, (entry, &found.bookings), line, marks))
        });
    let q = asked(ctx, "q").trim().to_owned();
    let searched = found
        .open
        .iter()
        .filter(|one| !q.is_empty() && fits(one, &q));
    let searched = searched.take(MOST_SUGGESTED * 4);
    let searched =
        searched.map(|one| suggested(t, (entry, &found.bookings), one, Default::default()));
    OneEntry {
        page: ctx.page(t.get("payments-entry-title")).dense(),
        form,
        here: format!("/staff/payments/entries/{}", entry.id),
        day: t.date(entry.booked_on),
        amount: t.money(entry.amount_minor, &entry.currency),
        remaining: t.money(entry.waiting(), &entry.currency),
        aside: entry.aside_reason.clone().unwrap_or_default(),
        settled: found
            .settled
            .iter()
            .map(|one| {
                (
                    format!("/staff/payments/charges/{}", one.id),
                    settled_words(t, one),
                )
            })
            .collect(),
        reverses: found.reverses.as_ref().map(|one| named_entry(t, one)),
        repeats: found.repeats.as_ref().map(|one| named_entry(t, one)),
        counterparty: entry.counterparty.clone(),
        account: grouped_iban(&entry.counterparty_account),
        title: entry.title.clone(),
        reference: entry.reference.clone(),
        state: t
            .get(&format!("payments-entry-{}", entry.state.code()))
            .to_string(),
        can_book,
        can_set_aside: waits,
        can_take_up: entry.state == EntryState::SetAside,
        bookings: found
            .bookings
            .iter()
            .map(|one| {
                let amount = t.money(one.amount_minor, &one.currency);
                let name = format!("{} {}", one.given_name, one.surname);
                (
                    format!("/staff/payments/charges/{}", one.charge_id),
                    format!("{name}, {}: {amount}", one.training),
                    undone_words(t, one).unwrap_or_default(),
                )
            })
            .collect(),
        suggestions: if can_book {
            suggestions.collect()
        } else {
            Vec::new()
        },
        searched: if can_book {
            searched.collect()
        } else {
            Vec::new()
        },
        q,
    }
}

/// `GET /staff/payments/entries/{entry}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let found = load(&app, bookkeeper(&ctx)?, &id, ctx.now()).await?;
    show(&view(&ctx, &found, Form::new()))
}

/// `POST /staff/payments/entries/{entry}`: `deed` is `book`, `set_aside`, `paid_back`, `repeat`, `reverse` or
/// `take_up`.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let now = ctx.now();
    let found = load(&app, &actor, &id, now).await?;
    match form.value("deed") {
        "set_aside" => check_words(&mut form, "aside_reason"),
        "paid_back" => check_words(&mut form, "paid_back_reason"),
        "reverse" => check_words(&mut form, "reverse_reason"),
        "repeat" | "take_up" | "book" => {}
        _ => form.refuse(FieldError::new("", "payment_not_possible")),
    }
    if form.is_fine() {
        let done = match form.value("deed") {
            "set_aside" => leave(&app, &actor, &found, (AsideKind::NoPayment, &form), now).await?,
            "paid_back" => leave(&app, &actor, &found, (AsideKind::PaidBack, &form), now).await?,
            "repeat" => {
                let words = ctx.t().get("payments-repeat-reason").to_string();
                let form = Form::new().with("aside_reason", words);
                leave(&app, &actor, &found, (AsideKind::Repeat, &form), now).await?
            }
            "take_up" => pick_up(&app, &actor, &found, now).await?,
            "reverse" => undo(&app, &actor, &found, &form, now).await?,
            _ => book_one(&app, &actor, &found, &mut form, now).await?,
        };
        match done {
            Ok(said) => {
                app.outbox.wake();
                return Ok(go_saying(&app, "/staff/payments/queue", said));
            }
            Err(error) => form.refuse(error),
        }
    }
    let found = load(&app, &actor, &id, now).await?;
    show_refused(&view(&ctx, &found, form))
}

type Done = Result<&'static str, FieldError>;

async fn book_one(
    app: &Shared,
    actor: &Actor,
    found: &Found,
    form: &mut Form,
    now: Timestamp,
) -> Result<Done, AppError> {
    let charge: ChargeId = id_of(form.value("charge"))?;
    let amount_minor = match typed::money(form.value("amount")) {
        Ok(amount) if amount > 0 => amount,
        _ => return Ok(Err(FieldError::new("", "money"))),
    };
    let tree = app.organisations.current();
    let permit = may_keep_books(actor, &tree, found.organisation).ok_or(AppError::NotFound)?;
    let (own, order) = (
        app.clone(),
        Order {
            entry: found.entry.id,
            charge,
            amount_minor,
            after_minor: form.value("after").parse().unwrap_or(0),
        },
    );
    let write = app
        .db
        .write(move |tx| Box::pin(async move { book(tx, &own, &permit, order, now).await }));
    Ok(match write.await {
        Ok(()) => Ok("payments-booked"),
        Err(BookError::NotLeft) => Err(FieldError::new("", "payment_not_left")),
        Err(BookError::NotDue) => Err(FieldError::new("", "payment_not_due")),
        Err(BookError::Database(error)) => return Err(error.into()),
        Err(_) => Err(FieldError::new("", "payment_not_fitting")),
    })
}

fn permit_of(app: &Shared, actor: &Actor, found: &Found) -> Result<Permit<KeepBooks>, AppError> {
    let tree = app.organisations.current();
    may_keep_books(actor, &tree, found.organisation).ok_or(AppError::NotFound)
}

async fn leave(
    app: &Shared,
    actor: &Actor,
    found: &Found,
    (kind, form): (AsideKind, &Form),
    now: Timestamp,
) -> Result<Done, AppError> {
    let permit = permit_of(app, actor, found)?;
    let field = match kind {
        AsideKind::PaidBack => "paid_back_reason",
        _ => "aside_reason",
    };
    let (id, reason) = (found.entry.id, form.value(field).to_owned());
    let write = app.db.write(move |tx| {
        Box::pin(async move { set_aside(tx, &permit, id, (kind, &reason), now).await })
    });
    Ok(match write.await {
        Ok(()) if kind == AsideKind::PaidBack => Ok("payments-paid-back"),
        Ok(()) => Ok("payments-set-aside"),
        Err(ManageError::NoReason) => Err(FieldError::new(field, "required")),
        Err(ManageError::Database(error)) => return Err(error.into()),
        Err(_) => Err(FieldError::new("", "payment_not_possible")),
    })
}

async fn pick_up(
    app: &Shared,
    actor: &Actor,
    found: &Found,
    now: Timestamp,
) -> Result<Done, AppError> {
    let (permit, id) = (permit_of(app, actor, found)?, found.entry.id);
    let write = app
        .db
        .write(move |tx| Box::pin(async move { take_up(tx, &permit, id, now).await }));
    Ok(match write.await {
        Ok(()) => Ok("payments-taken-up"),
        Err(ManageError::Database(error)) => return Err(error.into()),
        Err(_) => Err(FieldError::new("", "payment_not_possible")),
    })
}

/// The bank took the money back: what was booked of it is undone.
async fn undo(
    app: &Shared,
    actor: &Actor,
    found: &Found,
    form: &Form,
    now: Timestamp,
) -> Result<Done, AppError> {
    let (permit, id, own) = (permit_of(app, actor, found)?, found.entry.id, app.clone());
    let reason = form.value("reverse_reason").to_owned();
    let write = app.db.write(move |tx| {
        Box::pin(async move { reverse(tx, &own, &permit, (id, &reason), now).await })
    });
    Ok(match write.await {
        Ok(()) => Ok("payments-unbooked"),
        Err(BookError::NoReason) => Err(FieldError::new("reverse_reason", "required")),
        Err(BookError::Database(error)) => return Err(error.into()),
        Err(_) => Err(FieldError::new("", "payment_not_held")),
    })
}
