//! Letters about who acts for a child. They name no document and no date of birth.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::AccountId;
use crate::app::Shared;
use crate::families::letters::Guardian;
use crate::families::store;
use crate::families::types::Child;
use crate::i18n::Lang;
use crate::letters::Piece::{Button, Say};
use crate::letters::{Kind, Texts, Topic, Values};
use crate::outbox::{self, Letter};
use crate::people::PersonId;
use crate::secrets::Token;

const VALUES: &[&str] = &["child", "name"];

/// The kinds of letters about sharing, in the order in which they are listed.
pub static ALL: [&Kind; 3] = [&INVITED, &ACCEPTED, &LEFT];

/// To whoever reads the letters of an address: an invitation to act for a child.
static INVITED: Kind = Kind::new(
    "sharing-invited",
    Topic::Families,
    "sharing-letter-invited-subject",
    VALUES,
    &[
        Say("sharing-letter-invited-what"),
        Say("sharing-letter-invited-next"),
        Button("sharing-letter-invited-action"),
        Say("sharing-letter-invited-until"),
    ],
);

/// To those who act for a child: one more does.
pub static ACCEPTED: Kind = Kind::new(
    "sharing-accepted",
    Topic::Families,
    "sharing-letter-accepted-subject",
    VALUES,
    &[
        Say("sharing-letter-accepted-what"),
        Say("sharing-letter-accepted-next"),
        Button("sharing-letter-accepted-action"),
    ],
);

/// To those who act for a child: somebody does not any more.
pub static LEFT: Kind = Kind::new(
    "sharing-left",
    Topic::Families,
    "sharing-letter-left-subject",
    VALUES,
    &[
        Say("sharing-letter-left-what"),
        Say("sharing-letter-left-next"),
        Button("sharing-letter-left-action"),
    ],
);

fn letter(
    app: &Shared,
    child: &Child,
    kind: &Kind,
    (name, path, lang): (&str, &str, Lang),
) -> Letter {
    let base_url = &app.config.base_url;
    let values = Values::new()
        .text("child", &child.known.given_name)
        .text("name", name)
        .button(format!("{base_url}{path}"));
    let (texts, home) = (Texts::of(app), child.known.municipality_id);
    Letter {
        contact: texts.contact(home, base_url),
        ..texts.letter(kind, lang, home, &values)
    }
}

/// The invitation, in the language of whoever invites.
///
/// # Errors
/// The database refuses.
pub(super) async fn invite(
    tx: &mut Tx<'_>,
    app: &Shared,
    (id, email, name): (PersonId, &str, &str),
    (token, lang): (&Token, Lang),
    now: Timestamp,
) -> Result<(), DbError> {
    let child: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
    let path = format!("/shared/{}", token.as_str());
    let letter = Letter {
        secret: true,
        ..letter(app, &child, &INVITED, (name, &path, lang))
    };
    let hash = data_encoding::HEXLOWER.encode(&token.hash());
    let key = format!("sharing-invited.{hash}");
    outbox::queue(tx, &key, None, email, &letter, now).await
}

/// To everybody who acts for a child: what account `by` has done.
///
/// # Errors
/// The database refuses.
pub(super) async fn tell(
    tx: &mut Tx<'_>,
    app: &Shared,
    id: PersonId,
    (kind, by): (&Kind, AccountId),
    now: Timestamp,
) -> Result<(), DbError> {
    let child: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
    let who: Option<Guardian> = tx.opt(store::FIND_RECIPIENT, &[&by]).await?;
    let who = who.map(|one| one.name).unwrap_or_default();
    let guardians: Vec<Guardian> = tx.all(store::LIST_GUARDIANS, &[&id]).await?;
    let path = format!("/my/children/{id}");
    for one in guardians.iter().filter(|one| one.account_id != by) {
        let lang = Lang::from_code(&one.language).unwrap_or_default();
        let letter = letter(app, &child, kind, (&who, &path, lang));
        let (code, to, at) = (kind.code, one.account_id, now.as_microsecond());
        let key = format!("{code}.{id}.{by}.{to}.{at}");
        outbox::queue(tx, &key, Some(to), &one.email, &letter, now).await?;
    }
    Ok(())
}
