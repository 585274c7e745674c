//! Questions of an organisation: written as a draft, published as a new version. A version is never changed.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::OrganisationId;
use crate::audit;
use crate::permit::Permit;
use crate::surveys::permissions::WriteQuestions;
use crate::surveys::store;
use crate::surveys::{Question, current_template};

/// The questions being written, and whether they differ from those that are asked.
///
/// # Errors
/// The database does not answer.
pub async fn draft(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<(Vec<Question>, bool), DbError> {
    let kept: Option<String> = tx.opt(store::FIND_DRAFT, &[&organisation]).await?;
    match kept {
        Some(kept) => Ok((store::parsed(&kept)?, true)),
        None => Ok((current_template(tx, organisation).await?.questions, false)),
    }
}

/// Changes the questions being written. Nothing is asked differently before they are published.
///
/// # Errors
/// [`DbError::NotFound`] when `change` says that there is nothing to change.
pub async fn change_draft(
    tx: &mut Tx<'_>,
    permit: &Permit<WriteQuestions>,
    change: impl FnOnce(&mut Vec<Question>) -> bool + Send,
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation = permit.on();
    let (mut questions, _) = draft(tx, organisation).await?;
    if !change(&mut questions) {
        return Err(DbError::NotFound);
    }
    let kept = written(&questions)?;
    let params: database::Params<'_> = &[&organisation, &kept, &now, &permit.by()];
    tx.exec(store::SAVE_DRAFT, params).await?;
    Ok(())
}

/// Forgets the questions being written.
///
/// # Errors
/// The database refuses.
pub async fn discard(tx: &mut Tx<'_>, permit: &Permit<WriteQuestions>) -> Result<(), DbError> {
    tx.exec(store::DELETE_DRAFT, &[&permit.on()]).await?;
    Ok(())
}

/// Makes the questions being written those that are asked from now on: a new version. Groups whose participants have
/// begun to answer go on with the version that they have.
///
/// # Errors
/// [`DbError::NotFound`] when nothing is being written, or no question is left.
pub async fn publish(
    tx: &mut Tx<'_>,
    permit: &Permit<WriteQuestions>,
    now: Timestamp,
) -> Result<i64, DbError> {
    let organisation = permit.on();
    let (questions, is_draft) = draft(tx, organisation).await?;
    if !is_draft || questions.is_empty() {
        return Err(DbError::NotFound);
    }
    tx.exec(store::DELETE_DRAFT, &[&organisation]).await?;
    let kept = written(&questions)?;
    let version: i64 = tx
        .one(store::INSERT_VERSION, &[&organisation, &kept, &now])
        .await?;
    audit::Entry {
        organisation_id: Some(organisation),
        after: Some(&version.to_string()),
        ..audit::Entry::new(
            now,
            permit.by(),
            "survey.publish",
            "organisation",
            organisation.get(),
        )
    }
    .write(tx)
    .await?;
    Ok(version)
}

fn written(questions: &[Question]) -> Result<String, DbError> {
    serde_json::to_string(questions).map_err(|error| DbError::Other(error.to_string()))
}
