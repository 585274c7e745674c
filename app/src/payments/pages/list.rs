//! The accountant's lists: charges by state, and entries that wait for a person.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::{DbError, Tx};
use jiff::Timestamp;

use super::{Way, bookkeeper, state_badge, ways};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::i18n::Translator;
use crate::payments::bank_store;
use crate::payments::matching::{self, Candidate, Sign};
use crate::payments::store::{self, ChargeLine};
use crate::payments::token;
use crate::payments::types::{ChargeId, ChargeState, Entry};
use crate::text::fold;
use crate::web::{AppError, Context, Page, show};

/// Lines of one page.
const PER_PAGE: usize = 50;
/// Entries of one page of the queue: each is compared with all open charges.
const QUEUE_PAGE: i64 = 25;

#[derive(Template)]
#[template(path = "payments/staff_charges.html")]
struct Charges {
    page: Page,
    ways: Vec<Way>,
    shown: &'static str,
    q: String,
    lines: Vec<Line>,
    found: usize,
    current: usize,
    last: usize,
    previous: String,
    next: String,
}

pub(super) struct Line {
    pub href: String,
    pub name: String,
    pub payer: String,
    pub training: String,
    pub title: String,
    pub amount: String,
    pub remaining: String,
    pub due_on: String,
    pub badge: (&'static str, String),
    pub ask: String,
}

pub(super) fn line(t: Translator, one: &ChargeLine) -> Line {
    let asked = one.ask.map(|ask| format!("payments-ask-{}", ask.code()));
    Line {
        href: format!("/staff/payments/charges/{}", one.id),
        name: one.name(),
        payer: one.payer_name(),
        training: format!("{}, {}", one.title, one.code),
        title: token::title_of(one.id),
        amount: t.money(one.amount_minor, &one.currency),
        remaining: t.money(one.remaining(), &one.currency),
        due_on: t.plain_date(one.due_on),
        badge: state_badge(t, one.state),
        ask: asked.map_or_else(String::new, |key| t.get(&key).to_string()),
    }
}

/// The value of a field of the address.
pub(super) fn asked(ctx: &Context, name: &str) -> String {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(ctx.query()).unwrap_or_default();
    let found = pairs.into_iter().find(|(field, _)| field == name);
    found.map(|(_, value)| value).unwrap_or_default()
}

/// Notes that staff has looked at people's payments.
pub(super) async fn note_look_up(
    tx: &mut Tx<'_>,
    by: AccountId,
    (kind, id): (&'static str, i64),
    now: Timestamp,
) -> Result<(), DbError> {
    audit::Entry::new(now, by, "payment.look_up", kind, id)
        .write(tx)
        .await
}

/// `GET /staff/payments`
pub(super) async fn charges(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = bookkeeper(&ctx)?;
    let (t, now, account) = (ctx.t(), ctx.now(), actor.account_id);
    let show_states = asked(&ctx, "show");
    let (shown, states) = match show_states.as_str() {
        "overdue" => ("overdue", [ChargeState::Overdue; 2]),
        "booked" => ("booked", [ChargeState::Booked; 2]),
        "refunds" => ("refunds", [ChargeState::RefundDue, ChargeState::Refunded]),
        "waived" => ("waived", [ChargeState::Waived; 2]),
        _ => ("due", [ChargeState::Due; 2]),
    };
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            note_look_up(tx, account, ("charges", 0), now).await?;
            let params: database::Params<'_> = &[&account, &now, &states[0], &states[1]];
            tx.all(store::LIST_LINES, params).await
        })
    });
    let mut lines: Vec<ChargeLine> = write.await.map_err(|error: DbError| error)?;
    let q = asked(&ctx, "q").trim().to_owned();
    if !q.is_empty() {
        lines.retain(|one| fits(one, &q));
    }
    if shown == "booked" || shown == "waived" {
        lines.reverse();
    }
    let found = lines.len();
    let last = found.div_ceil(PER_PAGE).max(1);
    let current = asked(&ctx, "page").parse().unwrap_or(1).clamp(1, last);
    let address = |page: usize| {
        let query = [
            ("show", shown),
            ("q", q.as_str()),
            ("page", &page.to_string()),
        ];
        let query = serde_urlencoded::to_string(query).unwrap_or_default();
        format!("/staff/payments?{query}")
    };
    show(&Charges {
        page: ctx.page(t.get("payments-staff-title")).dense(),
        ways: ways(&app, t, actor, now, shown).await?,
        shown,
        lines: lines
            .iter()
            .skip((current - 1) * PER_PAGE)
            .take(PER_PAGE)
            .map(|one| line(t, one))
            .collect(),
        found,
        current,
        last,
        previous: if current > 1 {
            address(current - 1)
        } else {
            String::new()
        },
        next: if current < last {
            address(current + 1)
        } else {
            String::new()
        },
        q,
    })
}

/// Whether a charge is looked for by its title, or by words of names and training.
pub(super) fn fits(one: &ChargeLine, q: &str) -> bool {
    let number = q.trim().parse().ok().map(ChargeId::new);
    if token::read(q).or(number) == Some(one.id) {
        return true;
    }
    let held = fold(&format!(
        "{} {} {} {} {}",
        one.given_name, one.surname, one.institution, one.tax_id, one.title
    ));
    fold(q).split(' ').all(|word| held.contains(word))
}

#[derive(Template)]
#[template(path = "payments/staff_queue.html")]
struct Queue {
    page: Page,
    ways: Vec<Way>,
    lines: Vec<Waiting>,
    current: i64,
    last: i64,
    previous: String,
    next: String,
}

struct Waiting {
    href: String,
    day: String,
    amount: String,
    counterparty: String,
    title: String,
    /// The likeliest charge, in words.
    best: String,
    score: String,
    why: String,
}

/// What speaks for a suggestion, in words.
pub(super) fn why(t: Translator, signs: &[Sign]) -> String {
    let words = signs
        .iter()
        .map(|sign| t.get(&format!("payments-sign-{}", sign.code())).to_string());
    words.collect::<Vec<_>>().join(", ")
}

/// Open charges as matching sees them.
pub(super) fn candidates(lines: &[ChargeLine]) -> Vec<Candidate> {
    lines
        .iter()
        .map(|one| {
            Candidate::new(one.id, one.remaining(), &one.currency).named(
                &one.name(),
                &one.institution,
                &one.tax_id,
            )
        })
        .collect()
}

/// `GET /staff/payments/queue`
pub(super) async fn queue(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = bookkeeper(&ctx)?;
    let (t, now, account) = (ctx.t(), ctx.now(), actor.account_id);
    let wanted: i64 = asked(&ctx, "page").parse().unwrap_or(1).max(1);
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            note_look_up(tx, account, ("entries", 0), now).await?;
            let count: i64 = tx.one(bank_store::COUNT_QUEUE, &[&account, &now]).await?;
            let last = (count + QUEUE_PAGE - 1).max(1) / QUEUE_PAGE;
            let current = wanted.min(last.max(1));
            let skipped = (current - 1) * QUEUE_PAGE;
            let params: database::Params<'_> = &[&account, &now, &QUEUE_PAGE, &skipped];
            let entries: Vec<Entry> = tx.all(bank_store::LIST_QUEUE, params).await?;
            let mut open: Vec<ChargeLine> = Vec::new();
            let mut known = Vec::new();
            for organisation in entries.iter().filter_map(|entry| entry.organisation_id) {
                if !known.contains(&organisation) {
                    known.push(organisation);
                    open.extend(
                        tx.all::<ChargeLine>(store::LIST_OPEN_LINES, &[&organisation])
                            .await?,
                    );
                }
            }
            Ok::<_, DbError>((entries, open, current, last.max(1)))
        })
    });
    let (entries, open, current, last) = write.await?;
    let all = candidates(&open);
    let lines = entries.iter().map(|entry| waiting(t, entry, &open, &all));
    let address = |page: i64| format!("/staff/payments/queue?page={page}");
    show(&Queue {
        page: ctx.page(t.get("payments-queue-title")).dense(),
        ways: ways(&app, t, actor, now, "queue").await?,
        lines: lines.collect(),
        current,
        last,
        previous: if current > 1 {
            address(current - 1)
        } else {
            String::new()
        },
        next: if current < last {
            address(current + 1)
        } else {
            String::new()
        },
    })
}

fn waiting(t: Translator, entry: &Entry, open: &[ChargeLine], all: &[Candidate]) -> Waiting {
    let suggested = matching::suggest(entry, all);
    let best = suggested.first();
    let charge = best.and_then(|best| open.iter().find(|one| one.id == best.charge));
    Waiting {
        href: format!("/staff/payments/entries/{}", entry.id),
        day: t.plain_date(entry.booked_on),
        amount: t.money(entry.remaining(), &entry.currency),
        counterparty: entry.counterparty.clone(),
        title: entry.title.clone(),
        best: charge.map_or_else(String::new, |one| format!("{}, {}", one.name(), one.title)),
        score: best.map_or_else(String::new, |best| best.score.to_string()),
        why: best.map_or_else(String::new, |best| why(t, &best.signs)),
    }
}
