//! Paying online: the button on a charge leads to the gateway; who comes back reads how it stands, and no more than is
//! known. The gateway's notification comes beside it.

use askama::Template;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::{IntoResponse, Response};
use database::DbError;

use crate::app::Shared;
use crate::catalogue::editing::pages::id_of;
use crate::payments;
use crate::payments::actions::{NoticeError, OnlineError, set_out, take_notice};
use crate::payments::gateway::Gateway;
use crate::payments::online_store::{self, Online};
use crate::payments::types::{Charge, ChargeId, ChargeState, EntryState, OnlineState};
use crate::web::{AppError, Context, Page, PostedBy, go, headers, show, show_refused};

/// The most bytes of a notification.
const MOST_BYTES: usize = 16 * 1024;

#[derive(Template)]
#[template(path = "payments/online.html")]
struct Standing {
    page: Page,
    gateway: &'static str,
    kind: &'static str,
    sentence: String,
    more: String,
    amount: String,
    /// The charge, when it can be tried again.
    again: Option<String>,
    /// This page, when it may say more later.
    here: Option<String>,
}

/// Lets the forms of a page lead to the gateway.
pub(super) fn open_to(gateway: Option<&Gateway>, mut response: Response) -> Response {
    if let Some(policy) = gateway.and_then(|gateway| headers::policy_with(gateway.origin())) {
        response
            .headers_mut()
            .insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// How a payment stands, as its sentences are named: what is known, never what is hoped.
fn standing(online: &Online, charge: &Charge) -> (&'static str, &'static str) {
    match (online.state, online.entry_state) {
        (OnlineState::Confirmed, Some(EntryState::Booked)) if charge.state.is_settled() => {
            ("done", "booked")
        }
        (OnlineState::Confirmed, Some(EntryState::Booked))
            if matches!(charge.state, ChargeState::RefundDue | ChargeState::Refunded) =>
        {
            ("attention", "returning")
        }
        (OnlineState::Confirmed, _) => ("attention", "to-match"),
        (OnlineState::Announced, _) => ("information", "announced"),
        (OnlineState::Started, _) => ("information", "started"),
        (OnlineState::Refused, _) => ("problem", "refused"),
    }
}

/// `POST /my/payments/{charge}/online`: on to the gateway.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, form }: PostedBy,
) -> Result<Response, AppError> {
    let id: ChargeId = id_of(&id)?;
    if !form.is_fine() {
        return Ok(go("/my/payments"));
    }
    let code = match set_out(&app, &actor, id, ctx.now()).await {
        Ok(address) => return Ok(go(&address)),
        Err(OnlineError::BeingConfirmed(session)) => {
            return Ok(go(&format!("/my/payments/online/{session}")));
        }
        Err(OnlineError::Database(error)) => return Err(error.into()),
        Err(OnlineError::NotPayable) => "not-payable",
        Err(OnlineError::Gateway(_)) => "away",
    };
    let t = ctx.t();
    let Some(gateway) = &app.gateway else {
        return Err(AppError::NotFound);
    };
    let refused = show_refused(&Standing {
        page: ctx.page(t.get("payments-online-title")),
        gateway: gateway.name(),
        kind: "problem",
        sentence: t
            .get(&format!("payments-online-{code}"))
            .text("gateway", gateway.name())
            .to_string(),
        more: t.get(&format!("payments-online-{code}-next")).to_string(),
        amount: String::new(),
        again: (code == "away").then(|| id.to_string()),
        here: None,
    })?;
    Ok(open_to(Some(gateway), refused))
}

/// `GET /my/payments/online/{session}`: where the gateway sends people back to.
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(session): Path<String>,
) -> Result<Response, AppError> {
    let account = ctx.actor()?.account_id;
    let wanted = session.clone();
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let online: Online = tx.one(online_store::FIND_BY_SESSION, &[&wanted]).await?;
            let (charge, _) = payments::charge_concerning(tx, account, online.charge_id).await?;
            Ok::<_, DbError>((online, charge))
        })
    });
    let (online, charge) = read.await?;
    let t = ctx.t();
    let gateway = app.gateway.as_ref();
    let name = gateway.map_or("", Gateway::name);
    let (kind, code) = standing(&online, &charge);
    let is_open = matches!(online.state, OnlineState::Started | OnlineState::Announced);
    let shown = show(&Standing {
        page: ctx.page(t.get("payments-online-title")),
        gateway: name,
        kind,
        sentence: t
            .get(&format!("payments-online-{code}"))
            .text("gateway", name)
            .to_string(),
        more: t.get(&format!("payments-online-{code}-next")).to_string(),
        amount: t.money(online.amount_minor, &online.currency),
        again: None,
        here: is_open.then(|| format!("/my/payments/online/{session}")),
    })?;
    Ok(open_to(gateway, shown))
}

/// `POST /payments/online/notification`: the gateway's word. It repeats what is not answered with 200.
pub(super) async fn notice(State(app): State<Shared>, ctx: Context, body: Bytes) -> Response {
    if body.len() > MOST_BYTES {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    }
    match take_notice(&app, &body, ctx.now()).await {
        Ok(()) => (StatusCode::OK, "OK").into_response(),
        Err(error) => {
            tracing::warn!(%error, "a notification of the gateway was not taken");
            let status = match error {
                NoticeError::NotBelieved(_) | NoticeError::Differs => StatusCode::BAD_REQUEST,
                NoticeError::Unknown => StatusCode::NOT_FOUND,
                NoticeError::Database(_) => StatusCode::SERVICE_UNAVAILABLE,
            };
            (
                status,
                axum::Json(serde_json::json!({ "error": error.to_string() })),
            )
                .into_response()
        }
    }
}
