//! What an institution pays for, in its own sign-in: the questions it was asked, what it has agreed to, its pro-formas.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::{DbError, Tx};
use jiff::Timestamp;

use super::asked::{Asked, Found, failure, view};
use super::list::{note, note_look_up};
use super::pro_forma::{file, paper_of, together_with, with};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::catalogue::editing::pages::id_of;
use crate::enrolment::payer;
use crate::forms::FieldError;
use crate::i18n::Translator;
use crate::organisations::Tree;
use crate::payments::actions::{AnswerError, Bill, answer_for};
use crate::payments::institution_store::{self, Ask};
use crate::payments::permissions::{AnswerFor, may_answer_for, pays_for_any};
use crate::payments::store::{self, ChargeLine};
use crate::payments::together::Eyes;
use crate::payments::types::{AskState, Charge, ChargeId};
use crate::permit::Permit;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "payments/staff_paying.html")]
struct Paying {
    page: Page,
    lines: Vec<Line>,
}

struct Line {
    href: String,
    name: String,
    training: String,
    amount: String,
    due_on: String,
    badge: (&'static str, String),
}

/// What the institution has to know of a charge: its question, and once it pays, how the charge stands.
fn line(t: Translator, one: &ChargeLine) -> Line {
    let ask = one.ask.unwrap_or(AskState::Awaiting);
    let pays = ask == AskState::Accepted;
    let badge = if pays {
        super::state_badge(t, one.state)
    } else {
        let is_open = ask == AskState::Awaiting && one.state.is_open();
        let kind = if is_open { "attention" } else { "information" };
        let key = if ask == AskState::Awaiting && !is_open {
            "payments-state-waived".to_owned()
        } else {
            format!("payments-ask-{}", ask.code())
        };
        (kind, t.get(&key).to_string())
    };
    Line {
        href: format!("/staff/paying/{}", one.id),
        name: one.name(),
        training: format!("{}, {}", one.title, one.code),
        amount: t.money(one.amount_minor, &one.currency),
        due_on: if pays && one.state.is_open() {
            t.plain_date(one.due_on)
        } else {
            String::new()
        },
        badge,
    }
}

/// `GET /staff/paying`
pub(super) async fn list(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    if !pays_for_any(actor) {
        return Err(AppError::NotFound);
    }
    let (t, now, account) = (ctx.t(), ctx.now(), actor.account_id);
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            note(tx, account, "payment.look_up", ("charges", 0), now).await?;
            tx.all(institution_store::LIST_PAYING, &[&account, &now])
                .await
        })
    });
    let lines: Vec<ChargeLine> = write.await.map_err(|error: DbError| error)?;
    show(&Paying {
        page: ctx.page(t.get("payments-paying-title")).dense(),
        lines: lines.iter().map(|one| line(t, one)).collect(),
    })
}

/// The question about a charge, with the permit to answer it; a charge of others is none.
async fn find(
    tx: &mut Tx<'_>,
    (actor, tree): (&Actor, &Tree),
    id: ChargeId,
    now: Timestamp,
) -> Result<(Ask, Charge, Permit<AnswerFor>), AnswerError> {
    let ask: Option<Ask> = tx
        .opt(institution_store::FIND_ASK_OF_CHARGE, &[&id])
        .await?;
    let ask = ask.ok_or(AnswerError::Unknown)?;
    let charge: Charge = tx.one(store::FIND_CHARGE, &[&id]).await?;
    let named = payer::institution_of(tx, charge.enrolment_id).await?;
    let named = named.ok_or(AnswerError::Unknown)?;
    let same: Vec<OrganisationId> = tx
        .all(institution_store::LIST_WITH_TAX_ID, &[&named.tax_id])
        .await?;
    let permit = may_answer_for(actor, tree, (named.organisation_id, &same), id);
    let permit = permit.ok_or(AnswerError::Unknown)?;
    note_look_up(tx, actor.account_id, ("charge", id.get()), now).await?;
    Ok((ask, charge, permit))
}

async fn load(app: &Shared, ctx: &Context, actor: &Actor, id: ChargeId) -> Result<Asked, AppError> {
    let (own, actor, now, t) = (app.clone(), actor.clone(), ctx.now(), ctx.t());
    let page = ctx.page(t.get("payments-asked-title"));
    let tree = app.organisations.current();
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let (ask, charge, _) = find(tx, (&actor, &tree), id, now).await?;
            let found = Found::of(tx, &own, (ask, charge), Eyes::All, now).await?;
            let action = format!("/staff/paying/{id}");
            view(page, t, action, found, now).ok_or(AnswerError::Unknown)
        })
    });
    write.await.map_err(failure)
}

/// `GET /staff/paying/{charge}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = ctx.staff()?.clone();
    show(&load(&app, &ctx, &actor, id_of(&id)?).await?)
}

/// `POST /staff/paying/{charge}`: `answer` is `accept` or `decline`.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let id: ChargeId = id_of(&id)?;
    let accepts = match form.value("answer") {
        "accept" => Some(true),
        "decline" => Some(false),
        _ => None,
    };
    load(&app, &ctx, &actor, id).await?;
    if let Some(accepts) = accepts.filter(|_| form.is_fine()) {
        let (own, by, now) = (app.clone(), actor.clone(), ctx.now());
        let tree = app.organisations.current();
        let write = app.db.write(move |tx| {
            Box::pin(async move {
                let (_, _, permit) = find(tx, (&by, &tree), id, now).await?;
                answer_for(tx, &own, &permit, accepts, now).await
            })
        });
        match write.await {
            Ok(()) => {
                app.outbox.wake();
                let here = format!("/staff/paying/{id}");
                return Ok(go_saying(&app, &here, "payments-answered"));
            }
            Err(AnswerError::Closed) => form.refuse(FieldError::new("", "payment_answered")),
            Err(error) => return Err(failure(error)),
        }
    } else if form.is_fine() {
        form.refuse(FieldError::new("answer", "choose"));
    }
    let mut shown = load(&app, &ctx, &actor, id).await?;
    shown.form = form;
    show_refused(&shown)
}

/// `GET /staff/paying/{charge}/pro-forma.pdf`: the charge alone, or with those named by `with`.
pub(super) async fn pro_forma(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (id, actor) = (id_of(&id)?, ctx.staff()?.clone());
    let (own, now, t, wanted) = (app.clone(), ctx.now(), ctx.t(), with(&ctx));
    let tree = app.organisations.current();
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let (ask, charge, _) = find(tx, (&actor, &tree), id, now).await?;
            if ask.state != AskState::Accepted {
                return Err(AnswerError::Unknown);
            }
            let bill = Bill::of(tx, &own, charge, now).await?;
            let bills = together_with(tx, bill, &wanted, Eyes::All).await?;
            Ok(paper_of(tx, t, bills).await?)
        })
    });
    file(&app, &ctx, write.await.map_err(failure)?).await
}
