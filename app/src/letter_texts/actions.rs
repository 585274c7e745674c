//! A text is written: one more version, in force from the commit on.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::permissions::WriteLetters;
use super::text_store::{self as store, TextId};
use crate::audit;
use crate::i18n::Lang;
use crate::letters::{self, Kind, Template};
use crate::permit::Permit;

/// Which text.
#[derive(Clone, Copy, Debug)]
pub struct Which {
    /// Of which letter.
    pub kind: &'static Kind,
    /// In which language.
    pub lang: Lang,
}

/// Why nothing was written.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Somebody else has written since.
    #[error("there is a newer version")]
    ChangedMeanwhile,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Writes a text, or goes back to the standard one (or that of whoever is above) with none, as the version after `last`.
/// The same form sent twice is one version. Answers the number of the version that says so. The caller checks the text, and refreshes `app.letters` after the commit.
///
/// # Errors
/// [`TextError`]; nothing was written then.
pub async fn save(
    tx: &mut Tx<'_>,
    permit: &Permit<WriteLetters>,
    which: Which,
    last: i64,
    text: Option<&Template>,
    now: Timestamp,
) -> Result<i64, TextError> {
    let (on, by, code) = (permit.on(), permit.by(), which.kind.code);
    let lang = which.lang.code();
    let newest: Option<(i64, String, String)> =
        tx.opt(store::FIND_NEWEST, &[&on, &code, &lang]).await?;
    let (newest, old_subject, old_body) = newest.unwrap_or_default();
    let (subject, body) = text.map(Template::typed).unwrap_or_default();
    if (&old_subject, &old_body) == (&subject, &body) {
        return Ok(newest);
    }
    if newest != last {
        return Err(TextError::ChangedMeanwhile);
    }
    let version = newest + 1;
    let row: database::Params<'_> = &[
        &on,
        &code,
        &lang,
        &version,
        &subject,
        &body,
        &Some(by),
        &now,
    ];
    let id: TextId = match tx.one(store::INSERT_TEXT, row).await {
        Err(DbError::Unique { .. }) => return Err(TextError::ChangedMeanwhile),
        other => other?,
    };
    letters::touch(tx).await?;
    let named = |number: i64, subject: &str| match subject {
        "" => format!("{code}.{lang} standard"),
        _ => format!("{code}.{lang} {number}"),
    };
    audit::Entry {
        organisation_id: on,
        before: Some(&named(newest, &old_subject)),
        after: Some(&named(version, &subject)),
        ..audit::Entry::new(now, by, "letter.write", "letter_text", id.get())
    }
    .write(tx)
    .await?;
    Ok(version)
}
