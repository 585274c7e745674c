//! The accountant's lists: charges by state.

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
use crate::payments::store::{self, ChargeLine};
use crate::payments::token;
use crate::payments::types::{ChargeId, ChargeState};
use crate::staff_tables::views::{PAYMENTS, kept};
use crate::staff_tables::{Bar, Cell, Column, Listing, Row, Table, Taken};
use crate::text::fold;
use crate::web::{AppError, Context, Page, show};

/// Lines of one page.
const PER_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "payments/staff_charges.html")]
struct Charges {
    page: Page,
    ways: Vec<Way>,
    shown: &'static str,
    q: String,
    list: Listing,
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
    what: (&'static str, i64),
    now: Timestamp,
) -> Result<(), DbError> {
    note(tx, by, "payment.look_up", what, now).await
}

/// What the log calls a look at a list of payments, or a file of it.
pub(super) fn look(ctx: &Context) -> &'static str {
    Taken::action(ctx, "payment.look_up", "payment.download")
}

/// Notes a look of this kind.
pub(super) async fn note(
    tx: &mut Tx<'_>,
    by: AccountId,
    action: &'static str,
    (kind, id): (&'static str, i64),
    now: Timestamp,
) -> Result<(), DbError> {
    audit::Entry::new(now, by, action, kind, id).write(tx).await
}

fn columns(t: Translator) -> Vec<Column> {
    let say = |key: &'static str| t.get(key);
    vec![
        Column::new(say("payments-participant"))
            .and(say("payments-training"))
            .by("name"),
        Column::new(say("payments-transfer-title")).by("title"),
        Column::new(say("payments-payer"))
            .and(say("payments-column-answer"))
            .by("payer"),
        Column::new(say("payments-amount")).by("amount"),
        Column::of_files(say("payments-column-currency")),
        Column::new(say("payments-to-pay")).by("left"),
        Column::new(say("payments-due-on")).by("due"),
        Column::new(say("payments-state")).by("state"),
    ]
}

fn row(t: Translator, one: &ChargeLine) -> Row {
    let shown = line(t, one);
    let cells = vec![
        Cell::new(shown.name).and(shown.training).to(shown.href),
        Cell::new(shown.title),
        Cell::new(shown.payer).and(shown.ask),
        Cell::money(t, one.amount_minor, &one.currency),
        Cell::new(&one.currency),
        Cell::money(t, one.remaining(), &one.currency),
        Cell::day(t, one.due_on),
        Cell::badge(shown.badge),
    ];
    Row::new(one.id, cells)
}

/// `GET /staff/payments`
pub(super) async fn charges(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = bookkeeper(&ctx)?;
    let (t, now, account) = (ctx.t(), ctx.now(), actor.account_id);
    let show_states = asked(&ctx, "show");
    let (shown, states, deeds): (_, _, &[&'static str]) = match show_states.as_str() {
        "overdue" => ("overdue", [ChargeState::Overdue; 2], &["waive"]),
        "booked" => ("booked", [ChargeState::Booked; 2], &[]),
        "refunds" => (
            "refunds",
            [ChargeState::RefundDue, ChargeState::Refunded],
            &["pay-back"],
        ),
        "waived" => ("waived", [ChargeState::Waived; 2], &[]),
        "ended" => ("ended", [ChargeState::Waived; 2], &[]),
        _ => ("due", [ChargeState::Due; 2], &["waive"]),
    };
    let entry = audit::Entry::new(now, account, look(&ctx), "charges", 0);
    let (look, is_page) = (entry.clone(), Taken::asked(&ctx).is_none());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            if is_page {
                look.write(tx).await?;
            }
            if shown == "ended" {
                return tx.all(store::LIST_LET_GO, &[&account, &now]).await;
            }
            let params: database::Params<'_> = &[&account, &now, &states[0], &states[1]];
            tx.all(store::LIST_LINES, params).await
        })
    });
    let mut lines: Vec<ChargeLine> = write.await.map_err(|error: DbError| error)?;
    let q = asked(&ctx, "q").trim().to_owned();
    if !q.is_empty() {
        lines.retain(|one| fits(one, &q));
    }
    if ["booked", "waived", "ended"].contains(&shown) {
        lines.reverse();
    }
    let title = t.get("payments-staff-title");
    let rows = lines.iter().map(|one| row(t, one));
    let table = Table::new(format!("payments-{shown}"), title, columns(t), rows);
    let list = Listing::of_all(&ctx, table, PER_PAGE);
    if let Some(file) = list.noted_file(&app, &ctx, entry).await? {
        return Ok(file);
    }
    show(&Charges {
        page: ctx.page(t.get("payments-staff-title")).dense(),
        ways: ways(&app, t, actor, now, shown).await?,
        shown,
        list: list
            .bar(Bar::new("bulk", ctx.here(), t, deeds))
            .kept(kept(&app, &ctx, PAYMENTS).await?),
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
