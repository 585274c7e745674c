//! The questions: those that come with the product, or an organisation's own.

use database::{Db, DbError, Tx};
use jiff::Timestamp;

use super::{Template, TemplateId, store};
use crate::accounts::OrganisationId;
use crate::catalogue::GroupId;

/// The questions that come with the product. Raise [`DEFAULT_VERSION`] with every change: answers refer to a version.
const DEFAULT_QUESTIONS: &str = include_str!("default_questions.json");
const DEFAULT_VERSION: i64 = 1;

/// Puts the questions that come with the product into the database, unless they are there. Reads only when they are.
///
/// # Errors
/// The database does not answer or refuses.
pub async fn seed_default(db: &Db, now: Timestamp) -> Result<(), DbError> {
    let known: i64 = db
        .read(|tx| Box::pin(tx.one(store::FIND_DEFAULT_VERSION, &[])))
        .await?;
    if known >= DEFAULT_VERSION {
        return Ok(());
    }
    db.write(move |tx| {
        Box::pin(async move {
            let params: database::Params<'_> = &[&DEFAULT_VERSION, &DEFAULT_QUESTIONS, &now];
            tx.exec(store::INSERT_DEFAULT, params).await?;
            Ok(())
        })
    })
    .await
}

/// The questions that participants of an organisation's trainings are asked now.
///
/// # Errors
/// The database does not answer; [`DbError::NotFound`] without [`seed_default`].
pub async fn current_template(
    tx: &mut Tx<'_>,
    organisation_id: OrganisationId,
) -> Result<Template, DbError> {
    tx.one(store::FIND_TEMPLATE, &[&organisation_id]).await
}

/// The questions of one group: the version that a form shows, when it is one of the organisation's or the product's; or
/// that which the group's participants have begun to answer; or what is asked now.
///
/// # Errors
/// As [`current_template`].
pub async fn template_of(
    tx: &mut Tx<'_>,
    organisation_id: OrganisationId,
    group_id: GroupId,
    shown: Option<TemplateId>,
) -> Result<Template, DbError> {
    if let Some(shown) = shown
        && let Some(found) = tx
            .opt(store::FIND_VERSION_OF, &[&shown, &organisation_id])
            .await?
    {
        return Ok(found);
    }
    let begun: Option<Template> = tx
        .opt(store::FIND_TEMPLATE_OF_ANSWERS, &[&group_id])
        .await?;
    match begun {
        Some(begun) => Ok(begun),
        None => current_template(tx, organisation_id).await,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::i18n::Lang;
    use crate::surveys::rules::FIELDS;
    use crate::surveys::{Kind, Question};

    #[test]
    fn the_questions_of_the_product_are_complete() -> serde_json::Result<()> {
        let questions: Vec<Question> = serde_json::from_str(DEFAULT_QUESTIONS)?;
        assert_eq!(questions.len(), 8);
        assert!(questions.len() <= FIELDS.len());
        let codes: BTreeSet<&str> = questions.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes.len(), questions.len());
        for question in &questions {
            let options = question.options.len();
            match question.kind {
                Kind::Scale => assert_eq!(options, 2, "words at 1 and 5"),
                Kind::One | Kind::Several => assert!(options >= 2),
                Kind::Text => assert_eq!(options, 0),
            }
            let texts = question.options.iter().map(|option| &option.text);
            for text in texts.chain([&question.text]) {
                assert!(Lang::ALL.iter().all(|lang| !text.of(*lang).is_empty()));
            }
        }
        Ok(())
    }
}
