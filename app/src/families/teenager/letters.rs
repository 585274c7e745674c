//! Letters about teenagers' sign-ins. They name no document and no date of birth.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::Link;
use crate::app::Shared;
use crate::clock::zone;
use crate::families::letters::Guardian;
use crate::families::store;
use crate::families::types::Child;
use crate::i18n::Lang;
use crate::letters::Piece::{Button, Say};
use crate::letters::{Kind, Texts, Topic, Values};
use crate::outbox::{self, Letter};
use crate::people::PersonId;
use crate::secrets::Token;

const CHILD: &[&str] = &["child"];

/// The kinds of letters about teenagers, in the order in which they are listed.
pub static ALL: [&Kind; 7] = [
    &MET, &INVITED, &LINKED, &ENDED, &PREPARED, &OF_AGE, &OWN_NOW,
];

/// To guardians: the teenager wanted an account.
pub static MET: Kind = Kind::new(
    "teenagers-met",
    Topic::Families,
    "teenagers-letter-met-subject",
    CHILD,
    &[
        Say("teenagers-letter-met-what"),
        Say("teenagers-letter-met-next"),
        Button("teenagers-letter-met-action"),
    ],
);

/// To the teenager: the link.
static INVITED: Kind = Kind::new(
    "teenagers-invited",
    Topic::Families,
    "teenagers-letter-invited-subject",
    CHILD,
    &[
        Say("teenagers-letter-invited-what"),
        Say("teenagers-letter-invited-next"),
        Button("teenagers-letter-invited-action"),
        Say("teenagers-letter-invited-until"),
    ],
);

/// To guardians: the teenager signs in from now on.
pub static LINKED: Kind = Kind::new(
    "teenagers-linked",
    Topic::Families,
    "teenagers-letter-linked-subject",
    CHILD,
    &[
        Say("teenagers-letter-linked-what"),
        Say("teenagers-letter-linked-next"),
        Button("teenagers-letter-linked-action"),
    ],
);

/// To the teenager: the sign-in is over.
static ENDED: Kind = Kind::new(
    "teenagers-ended",
    Topic::Families,
    "teenagers-letter-ended-subject",
    CHILD,
    &[
        Say("teenagers-letter-ended-what"),
        Say("teenagers-letter-ended-next"),
    ],
);

/// To guardians: an application is prepared.
static PREPARED: Kind = Kind::new(
    "teenagers-prepared",
    Topic::Families,
    "teenagers-letter-prepared-subject",
    &["child", "title"],
    &[
        Say("teenagers-letter-prepared-what"),
        Say("teenagers-letter-prepared-next"),
        Button("teenagers-letter-prepared-action"),
    ],
);

/// To guardians: the child is of age.
pub static OF_AGE: Kind = Kind::new(
    "teenagers-of-age",
    Topic::Families,
    "teenagers-letter-of-age-subject",
    CHILD,
    &[
        Say("teenagers-letter-of-age-what"),
        Say("teenagers-letter-of-age-next"),
    ],
);

/// To the person: the record is theirs alone.
static OWN_NOW: Kind = Kind::new(
    "teenagers-own-now",
    Topic::Families,
    "teenagers-letter-own-now-subject",
    CHILD,
    &[
        Say("teenagers-letter-own-now-what"),
        Say("teenagers-letter-own-now-next"),
        Button("teenagers-letter-own-now-action"),
    ],
);

/// A letter as it is about to be queued.
struct Draft<'a> {
    kind: &'a Kind,
    values: Values,
    path: String,
    /// Its link works by itself.
    secret: bool,
}

impl<'a> Draft<'a> {
    fn new(kind: &'a Kind, child: &Child, path: impl Into<String>) -> Self {
        Self {
            kind,
            values: Values::new().text("child", &child.known.given_name),
            path: path.into(),
            secret: false,
        }
    }

    fn in_language(&self, app: &Shared, child: &Child, lang: Lang) -> Letter {
        let base_url = &app.config.base_url;
        let values = self.values.clone();
        let values = values.button(format!("{base_url}{}", self.path));
        let (texts, home) = (Texts::of(app), child.known.municipality_id);
        Letter {
            contact: texts.contact(home, base_url),
            secret: self.secret,
            ..texts.letter(self.kind, lang, home, &values)
        }
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
    let child: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
    let draft = Draft::new(kind, &child, format!("/my/children/{id}/sign-in"));
    let day = now.to_zoned(zone()).date();
    to_guardians(tx, app, &child, &draft, (&format!(".{day}"), now)).await
}

/// To everybody who acts for a child: an application is prepared; one letter for each.
///
/// # Errors
/// The database refuses.
pub async fn tell_of_prepared(
    tx: &mut Tx<'_>,
    app: &Shared,
    (id, prepared): (PersonId, i64),
    title: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    let child: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
    let mut draft = Draft::new(&PREPARED, &child, "/my/applications/prepared");
    draft.values = draft.values.text("title", title);
    to_guardians(tx, app, &child, &draft, (&format!(".{prepared}"), now)).await
}

async fn to_guardians(
    tx: &mut Tx<'_>,
    app: &Shared,
    child: &Child,
    draft: &Draft<'_>,
    (once, now): (&str, Timestamp),
) -> Result<(), DbError> {
    let guardians: Vec<Guardian> = tx.all(store::LIST_GUARDIANS, &[&child.id]).await?;
    for one in guardians {
        let lang = Lang::from_code(&one.language).unwrap_or_default();
        let letter = draft.in_language(app, child, lang);
        let kind = draft.kind.code;
        let key = format!("{kind}.{}.{}{once}", child.id, one.account_id);
        outbox::queue(tx, &key, Some(one.account_id), &one.email, &letter, now).await?;
    }
    Ok(())
}

/// To the teenager's own address: the invitation, in the language of whoever invites.
///
/// # Errors
/// The database refuses.
pub async fn send_invitation(
    tx: &mut Tx<'_>,
    app: &Shared,
    (id, email): (PersonId, &str),
    (token, lang): (&Token, Lang),
    now: Timestamp,
) -> Result<(), DbError> {
    let child: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
    let mut draft = Draft::new(&INVITED, &child, format!("/linked/{}", token.as_str()));
    draft.secret = true;
    let letter = draft.in_language(app, &child, lang);
    let hash = data_encoding::HEXLOWER.encode(&token.hash());
    let key = format!("teenagers-invited.{hash}");
    outbox::queue(tx, &key, None, email, &letter, now).await
}

/// To the teenager: the linked sign-in has ended, or the record is their own.
///
/// # Errors
/// The database refuses.
pub async fn tell_teenager(
    tx: &mut Tx<'_>,
    app: &Shared,
    (link, is_own): (&Link, bool),
    now: Timestamp,
) -> Result<(), DbError> {
    let Some(account) = link.account_id else {
        return Ok(());
    };
    let one: Option<Guardian> = tx.opt(store::FIND_RECIPIENT, &[&account]).await?;
    let Some(one) = one else {
        return Ok(());
    };
    let child: Child = tx.one(store::FIND_CHILD, &[&link.person_id]).await?;
    let kind = if is_own { &OWN_NOW } else { &ENDED };
    let draft = Draft::new(kind, &child, "/my/profile");
    let lang = Lang::from_code(&one.language).unwrap_or_default();
    let letter = draft.in_language(app, &child, lang);
    let key = format!("{}.{}", kind.code, link.id);
    outbox::queue(tx, &key, Some(account), &one.email, &letter, now).await
}
