//! Letters to guardians. They name no document and no date of birth (`spec/rules.md`, Notices).

use database::{DbError, Tx};
use jiff::Timestamp;

use super::store;
use super::types::Child;
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::i18n::Lang;
use crate::letters::Piece::{Button, Say};
use crate::letters::{Kind, Texts, Topic, Values};
use crate::outbox::{self, Letter};
use crate::people::PersonId;

const VALUES: &[&str] = &["child"];

/// The kinds of letters about children, in the order in which they are listed.
pub static ALL: [&Kind; 6] = [
    &ENTERED,
    &MET,
    &REMINDED,
    &SHARE_ASKED,
    &SHARED,
    &NOT_SHARED,
];

/// The child was entered, and what to bring.
pub static ENTERED: Kind = Kind::new(
    "families-entered",
    Topic::Families,
    "families-letter-entered-subject",
    VALUES,
    &[
        Say("families-letter-entered-what"),
        Say("families-letter-entered-next"),
        Button("families-letter-entered-action"),
    ],
);

/// Somebody else tried to enter the child.
pub static MET: Kind = Kind::new(
    "families-met",
    Topic::Families,
    "families-letter-met-subject",
    VALUES,
    &[
        Say("families-letter-met-what"),
        Say("families-letter-met-next"),
        Button("families-letter-met-action"),
    ],
);

/// Somebody who knew the child's document asked which address it is registered with.
pub static REMINDED: Kind = Kind::new(
    "families-reminded",
    Topic::Families,
    "families-letter-reminded-subject",
    VALUES,
    &[
        Say("families-letter-reminded-what"),
        Say("families-letter-reminded-next"),
        Button("families-letter-reminded-action"),
    ],
);

/// A second guardian asks to act for the child.
pub static SHARE_ASKED: Kind = Kind::new(
    "families-share-asked",
    Topic::Families,
    "families-letter-share-asked-subject",
    VALUES,
    &[
        Say("families-letter-share-asked-what"),
        Say("families-letter-share-asked-next"),
        Button("families-letter-share-asked-action"),
    ],
);

/// To whoever asked: both act for the child now.
pub static SHARED: Kind = Kind::new(
    "families-shared",
    Topic::Families,
    "families-letter-shared-subject",
    VALUES,
    &[
        Say("families-letter-shared-what"),
        Say("families-letter-shared-next"),
        Button("families-letter-shared-action"),
    ],
);

/// To whoever asked: the other guardian did not agree.
pub static NOT_SHARED: Kind = Kind::new(
    "families-not-shared",
    Topic::Families,
    "families-letter-not-shared-subject",
    VALUES,
    &[
        Say("families-letter-not-shared-what"),
        Say("families-letter-not-shared-next"),
        Button("families-letter-not-shared-action"),
    ],
);

/// An account that acts for a child.
#[derive(Clone, Debug)]
pub struct Guardian {
    /// Which.
    pub account_id: AccountId,
    /// The holder's name.
    pub name: String,
    /// Where letters go.
    pub email: String,
    /// Code of the language.
    pub language: String,
}

database::from_row!(Guardian {
    account_id,
    name,
    email,
    language
});

/// Where the button of a letter leads.
fn way_of(kind: &Kind, child: PersonId) -> String {
    match kind.code {
        "families-reminded" => "/sign-in".to_owned(),
        "families-not-shared" => "/contact/write".to_owned(),
        _ => format!("/my/children/{child}"),
    }
}

/// A letter of this kind to everybody who acts for a child; of one kind, one in a day.
///
/// # Errors
/// The database refuses.
pub async fn tell_guardians(
    tx: &mut Tx<'_>,
    app: &Shared,
    id: PersonId,
    kind: &Kind,
    now: Timestamp,
) -> Result<(), DbError> {
    let guardians: Vec<Guardian> = tx.all(store::LIST_GUARDIANS, &[&id]).await?;
    tell(tx, app, (id, &guardians), kind, now).await
}

/// The same to one account.
///
/// # Errors
/// The database refuses.
pub async fn tell_one(
    tx: &mut Tx<'_>,
    app: &Shared,
    (id, account): (PersonId, AccountId),
    kind: &Kind,
    now: Timestamp,
) -> Result<(), DbError> {
    let one: Option<Guardian> = tx.opt(store::FIND_RECIPIENT, &[&account]).await?;
    let recipients: Vec<Guardian> = one.into_iter().collect();
    tell(tx, app, (id, &recipients), kind, now).await
}

async fn tell(
    tx: &mut Tx<'_>,
    app: &Shared,
    (id, recipients): (PersonId, &[Guardian]),
    kind: &Kind,
    now: Timestamp,
) -> Result<(), DbError> {
    let child: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
    let base_url = &app.config.base_url;
    let day = now.to_zoned(crate::clock::zone()).date();
    for one in recipients {
        let values = Values::new()
            .text("child", child.known.given_name.clone())
            .button(format!("{base_url}{}", way_of(kind, id)));
        let lang = Lang::from_code(&one.language).unwrap_or_default();
        let (texts, home) = (Texts::of(app), child.known.municipality_id);
        let letter = Letter {
            contact: texts.contact(home, base_url),
            ..texts.letter(kind, lang, home, &values)
        };
        let key = format!("child.{id}.{}.{}.{day}", kind.code, one.account_id);
        outbox::queue(tx, &key, Some(one.account_id), &one.email, &letter, now).await?;
    }
    Ok(())
}
