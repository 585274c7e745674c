//! The demo's sign-in with one click. Not there in a real installation.

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::post;
use database::DbError;

use super::sign_in;
use crate::accounts::store::{self, AccountRow};
use crate::accounts::{AccountId, AccountState};
use crate::app::Shared;
use crate::web::{AppError, Context, Posted};

/// Accounts that the demo offers: `<name>@demo.zapis.example`, with the words `accounts-demo-<name>` on their button.
/// Whoever fills the demo makes accounts with these addresses; those that are not there are not offered.
pub const OFFERED: [&str; 9] = [
    "participant",
    "newcomer",
    "parent",
    "trainer",
    "operator",
    "accountant",
    "organisation-administrator",
    "support-centre",
    "administrator",
];

/// Domain of the accounts that the demo offers.
pub const DOMAIN: &str = "demo.zapis.example";

/// A button of the demo's sign-in page.
pub(super) struct Offered {
    pub account_id: AccountId,
    pub name: String,
    /// Key of the role's words.
    pub role: String,
}

pub(super) fn routes() -> Router<Shared> {
    Router::new().route("/dev/sign-in", post(sign_in_as))
}

/// The accounts that are offered; none outside of the demo.
pub(super) async fn offered(app: &Shared) -> Result<Vec<Offered>, AppError> {
    if !app.demo {
        return Ok(Vec::new());
    }
    let found = app.db.read(move |tx| {
        Box::pin(async move {
            let mut found = Vec::new();
            for name in OFFERED {
                let key = format!("{name}@{DOMAIN}");
                let account = tx
                    .opt::<AccountRow>(store::FIND_ACCOUNT_BY_EMAIL, &[&key])
                    .await?;
                found.extend(account.map(|account| Offered {
                    account_id: account.id,
                    name: account.name,
                    role: format!("accounts-demo-{name}"),
                }));
            }
            Ok::<_, DbError>(found)
        })
    });
    Ok(found.await?)
}

async fn sign_in_as(
    State(app): State<Shared>,
    ctx: Context,
    headers: HeaderMap,
    posted: Posted,
) -> Result<Response, AppError> {
    let id: AccountId = posted
        .form
        .value("account_id")
        .parse()
        .map_err(|_| AppError::NotFound)?;
    let account = app.db.read(move |tx| {
        Box::pin(async move { tx.opt::<AccountRow>(store::FIND_ACCOUNT, &[&id]).await })
    });
    let account: Option<AccountRow> = account.await?;
    if account.is_none_or(|account| account.state() != AccountState::Active) {
        return Err(AppError::NotFound);
    }
    sign_in::begin(
        &app,
        &ctx,
        &headers,
        id,
        sign_in::local(posted.form.value("next")),
    )
    .await
}
