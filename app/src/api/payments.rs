//! Charges, and the bank's statements: for bookkeepers those of their branch, for everybody else the own charges.

use axum::Router;
use axum::body::Body;
use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};
use database::DbError;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Value, json};

use super::bearer::Bearer;
use super::once::Once;
use super::{Problem, json as answer_with};
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::audit;
use crate::catalogue::GroupId;
use crate::enrolment::EnrolmentId;
use crate::payments::actions::{ImportError, Imported, Source, import};
use crate::payments::permissions::keeps_any_books;
use crate::payments::{ChargeId, ChargeLine, ChargeState, store, token};
use crate::web::Context;

/// Charges of one answer.
const MOST_CHARGES: i64 = 200;
const USUAL_CHARGES: i64 = 50;
/// The largest statement.
const MOST_BYTES: usize = 16 * 1024 * 1024;

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/api/v1/charges", get(charges))
        .route("/api/v1/statements", post(statements))
}

#[derive(Serialize)]
struct ChargeAnswer {
    id: ChargeId,
    /// The title that a transfer has to bear.
    title: String,
    enrolment_id: EnrolmentId,
    group_id: GroupId,
    group_code: String,
    course_title: String,
    organisation_id: OrganisationId,
    participant: String,
    payer: &'static str,
    payer_name: String,
    payer_tax_id: String,
    state: &'static str,
    amount_minor: i64,
    booked_minor: i64,
    remaining_minor: i64,
    currency: String,
    due_on: Date,
    created_at: Timestamp,
}

fn charge_answer(line: &ChargeLine) -> ChargeAnswer {
    ChargeAnswer {
        id: line.id,
        title: token::title_of(line.id),
        enrolment_id: line.enrolment_id,
        group_id: line.group_id,
        group_code: line.code.clone(),
        course_title: line.title.clone(),
        organisation_id: line.organisation_id,
        participant: line.name(),
        payer: line.payer.code(),
        payer_name: line.payer_name(),
        payer_tax_id: line.tax_id.clone(),
        state: line.state.code(),
        amount_minor: line.amount_minor,
        booked_minor: line.booked_minor,
        remaining_minor: line.remaining(),
        currency: line.currency.clone(),
        due_on: line.due_on,
        created_at: line.created_at,
    }
}

/// `?after=CURSOR&limit=N&state=STATE`, in the order in which charges were made.
async fn charges(
    State(app): State<Shared>,
    context: Context,
    Bearer(actor): Bearer,
) -> Result<Response, Problem> {
    let after = match context.asked("after").filter(|text| !text.is_empty()) {
        None => ChargeId::new(0),
        Some(text) => text
            .parse()
            .map_err(|_| Problem::BadRequest("after is the cursor of the answer before"))?,
    };
    let limit = match context.asked("limit") {
        None => USUAL_CHARGES,
        Some(text) => text
            .parse()
            .ok()
            .filter(|limit| (1..=MOST_CHARGES).contains(limit))
            .ok_or(Problem::BadRequest("limit is a number from 1 to 200"))?,
    };
    let state = context.asked("state").unwrap_or_default();
    if !state.is_empty() && ChargeState::from_code(&state).is_none() {
        return Err(Problem::BadRequest(
            "state is due, overdue, booked, waived, refund_due or refunded",
        ));
    }
    let (account, now, is_bookkeeper) = (actor.account_id, context.now(), keeps_any_books(&actor));
    let wanted = limit + 1;
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            if !is_bookkeeper {
                let params: database::Params<'_> = &[&account, &after, &state, &wanted];
                return tx.all::<ChargeLine>(store::LIST_OWN_AFTER, params).await;
            }
            audit::Entry::new(now, account, "payment.look_up", "charges", 0)
                .write(tx)
                .await?;
            let params: database::Params<'_> = &[&account, &now, &after, &state, &wanted];
            tx.all(store::LIST_LINES_AFTER, params).await
        })
    });
    let mut lines: Vec<ChargeLine> = write.await.map_err(|error: DbError| error)?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let has_more = lines.len() > limit;
    lines.truncate(limit);
    let last = lines.last().filter(|_| has_more);
    answer_with(&json!({
        "charges": lines.iter().map(charge_answer).collect::<Vec<_>>(),
        "next": last.map(|line| line.id.to_string()),
    }))
}

/// The file is the body; `?organisation=ID` where it does not name its account, with `&account=NUMBER` where that has
/// several, `?file_name=`, `?dry_run=true`.
async fn statements(
    State(app): State<Shared>,
    context: Context,
    Bearer(actor): Bearer,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    if !keeps_any_books(&actor) {
        return Err(Problem::NotFound);
    }
    let organisation = match context.asked("organisation") {
        None => None,
        Some(text) => Some(
            text.parse::<OrganisationId>()
                .map_err(|_| Problem::BadRequest("organisation is an id"))?,
        ),
    };
    let account = context.asked("account").filter(|text| !text.is_empty());
    if account.is_some() && organisation.is_none() {
        return Err(Problem::BadRequest(
            "account says which of an organisation's accounts: give organisation too",
        ));
    }
    let bytes = axum::body::to_bytes(body, MOST_BYTES).await;
    let bytes = bytes.map_err(|_| Problem::TooLarge("a statement has 16 MB at most"))?;
    let once = Once::of(actor.account_id, &headers, &uri.to_string(), &bytes)?;
    let name = context.asked("file_name").unwrap_or_default();
    let source = Source {
        file_name: match name.trim() {
            "" => "API".to_owned(),
            name => name.chars().take(200).collect(),
        },
        bytes: bytes.to_vec(),
        organisation,
        account,
        by: Some(actor.clone()),
        dry_run: context.asked("dry_run").is_some_and(|text| text == "true"),
    };
    let (own, now) = (app.clone(), context.now());
    let work = async move {
        let done = import(&own, source, now).await;
        own.outbox.wake();
        done.map(|imported| (StatusCode::OK, imported_answer(&imported)))
            .map_err(refusal)
    };
    once.run(&app, work).await
}

fn imported_answer(imported: &Imported) -> Value {
    let statements = imported.statements.iter().map(|one| {
        json!({
            "account": one.account,
            "organisation_id": one.organisation,
            "entries": one.entries,
            "fresh": one.fresh,
            "difference_minor": one.difference,
        })
    });
    json!({ "statements": statements.collect::<Vec<_>>(), "booked": imported.booked })
}

fn refusal(error: ImportError) -> Problem {
    match error {
        ImportError::Database(error) => error.into(),
        ImportError::WhichAccount(_) => {
            Problem::Unprocessable(format!("{error}; choose one of them with account=NUMBER"))
        }
        refused => Problem::Unprocessable(refused.to_string()),
    }
}
