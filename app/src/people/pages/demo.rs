//! Many people at once, for the load generator. Not there in a real installation.

use axum::Router;
use axum::extract::{Query, State};
use axum::routing::post;
use data_encoding::HEXLOWER;
use database::{DbError, Value};
use jiff::Timestamp;
use serde::Deserialize;

use crate::accounts::sessions::IDLE;
use crate::app::Shared;
use crate::people::store;
use crate::secrets::Token;
use crate::web::{AppError, Context};

const MOST: u32 = 100_000;

pub(super) fn routes() -> Router<Shared> {
    Router::new().route("/dev/people", post(make))
}

/// How many.
#[derive(Debug, Deserialize)]
struct Count {
    n: u32,
}

/// Makes people with active accounts who are signed in; answers the token of each session on a line of its own. They
/// share one password hash, since hashing each would measure nothing but that.
async fn make(
    State(app): State<Shared>,
    ctx: Context,
    Query(Count { n }): Query<Count>,
) -> Result<String, AppError> {
    if n > MOST {
        return Err(AppError::TooLarge);
    }
    let run = HEXLOWER.encode(&app.random.bytes::<6>());
    let hash = app
        .passwords
        .hash(&app.random, run.clone())
        .await
        .ok_or(AppError::Unavailable)?;
    let (now, until) = (
        ctx.now(),
        ctx.now().checked_add(IDLE).unwrap_or(Timestamp::MAX),
    );
    let (mut accounts, mut people, mut sessions, mut tokens) =
        (Vec::new(), Vec::new(), Vec::new(), String::new());
    for number in 1..=n {
        let (key, token) = (
            format!("{run}-{number}@load.zapis.example"),
            Token::new(&app.random),
        );
        accounts.push(vec![key.clone().into(), hash.clone().into(), now.into()]);
        people.push(vec![key.clone().into(), now.into()]);
        sessions.push(vec![
            key.into(),
            Value::Bytes(token.hash()),
            now.into(),
            until.into(),
        ]);
        tokens.push_str(token.as_str());
        tokens.push('\n');
    }
    app.db
        .write(move |tx| {
            Box::pin(async move {
                tx.batch(store::INSERT_LOAD_ACCOUNT, &accounts).await?;
                tx.batch(store::INSERT_LOAD_PERSON, &people).await?;
                tx.batch(store::INSERT_LOAD_SESSION, &sessions).await?;
                Ok::<_, DbError>(())
            })
        })
        .await?;
    Ok(tokens)
}
