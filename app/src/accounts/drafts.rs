//! Forms whose session had ended while they were typed: kept for an hour, five of an account at most, given back to the
//! same account only.

use database::DbError;
use jiff::{SignedDuration, Timestamp};

use super::{AccountId, store};
use crate::app::{App, Shared};
use crate::forms::Form;
use crate::secrets::{Token, hash_of};
use crate::web::AppError;

const KEPT: SignedDuration = SignedDuration::from_hours(1);

/// A form that was kept.
#[derive(Debug)]
pub struct Draft {
    /// Where the form was sent.
    pub path: String,
    /// What was typed, without passwords.
    pub fields: Vec<(String, String)>,
}

/// Keeps a form for the holder of the ended sign-in; the token goes into a cookie. None when that sign-in is not known
/// (any more), since nobody could claim the form.
///
/// # Errors
/// The database refuses.
pub async fn keep(
    app: &App,
    now: Timestamp,
    path: &str,
    form: &Form,
    session_token: &str,
) -> Result<Option<String>, AppError> {
    let token = Token::new(&app.random);
    let kept: Vec<(&str, &str)> = form
        .pairs()
        .filter(|(name, _)| *name != "csrf" && !name.contains("password"))
        .collect();
    let fields =
        serde_json::to_string(&kept).map_err(|error| AppError::internal(error.to_string()))?;
    let (hash, ended, path, until) = (
        token.hash(),
        hash_of(session_token),
        path.to_owned(),
        now.checked_add(KEPT).unwrap_or(now),
    );
    let kept = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                let owner = tx
                    .opt::<AccountId>(store::FIND_OWNER_OF_SESSION, &[&ended])
                    .await?;
                if let Some(owner) = owner {
                    tx.exec(store::TRIM_DRAFTS, &[&owner]).await?;
                    tx.exec(
                        store::INSERT_DRAFT,
                        &[&hash, &owner, &path, &fields, &until],
                    )
                    .await?;
                }
                Ok::<_, DbError>(owner.is_some())
            })
        })
        .await?;
    Ok(kept.then(|| token.as_str().to_owned()))
}

/// Gives a kept form back to its owner; nothing to others. It stays until its hour is over, so that a page that was
/// loaded twice loses nothing.
///
/// # Errors
/// The database refuses.
pub async fn find(
    app: &Shared,
    token: &str,
    owner: AccountId,
    now: Timestamp,
) -> Result<Option<Draft>, AppError> {
    type Kept = (AccountId, String, String);
    let hash = hash_of(token);
    let kept = app.db.read(move |tx| {
        Box::pin(async move { tx.opt::<Kept>(store::FIND_DRAFT, &[&hash, &now]).await })
    });
    let kept = kept.await?.filter(|(account_id, ..)| *account_id == owner);
    Ok(kept.map(|(_, path, fields)| Draft {
        path,
        fields: serde_json::from_str(&fields).unwrap_or_default(),
    }))
}
