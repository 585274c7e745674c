//! Letters to guardians about what staff did. They name no document and no date of birth (`spec/rules.md`, Notices).

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::{AccountId, OrganisationId};
use crate::app::Shared;
use crate::families::letters::Guardian;
use crate::families::store;
use crate::families::types::Child;
use crate::i18n::Lang;
use crate::letters::Piece::{Button, Say};
use crate::letters::{Kind, Texts, Topic, Values};
use crate::outbox::{self, Letter};
use crate::people::PersonId;

const VALUES: &[&str] = &["child", "organisation", "reason"];

/// The kinds of letters about what staff did, in the order in which they are listed.
pub static ALL: [&Kind; 13] = [
    &CONFIRMED,
    &TWO_CHILDREN,
    &JOINED,
    &CORRECTION_ASKED,
    &CORRECTED,
    &CORRECTION_REFUSED,
    &LET_IN,
    &NOT_LET_IN,
    &SECOND_LET_IN,
    &SECOND_NOT_LET_IN,
    &LOOKED,
    &ADDRESS_SHOWN,
    &ADDRESS_SHOWN_ASKING,
];

/// Two records that resembled each other are two children.
pub static TWO_CHILDREN: Kind = Kind::new(
    "families-two-children",
    Topic::Families,
    "children-letter-two-subject",
    VALUES,
    &[
        Say("children-letter-two-what"),
        Say("children-letter-two-next"),
        Button("children-letter-open"),
    ],
);

/// Two records were one child.
pub static JOINED: Kind = Kind::new(
    "families-joined",
    Topic::Families,
    "children-letter-joined-subject",
    VALUES,
    &[
        Say("children-letter-joined-what"),
        Say("children-letter-joined-next"),
        Button("families-letter-shared-action"),
    ],
);

/// A guardian has asked for a correction.
pub static CORRECTION_ASKED: Kind = Kind::new(
    "families-correction-asked",
    Topic::Families,
    "children-letter-asked-subject",
    VALUES,
    &[
        Say("children-letter-asked-what"),
        Say("children-letter-asked-next"),
        Button("children-letter-open"),
    ],
);

/// An operator has put the data right.
pub static CORRECTED: Kind = Kind::new(
    "families-corrected",
    Topic::Families,
    "children-letter-corrected-subject",
    VALUES,
    &[
        Say("children-letter-corrected-what"),
        Say("children-letter-corrected-next"),
        Button("children-letter-open"),
    ],
);

/// An operator has not put the data right.
pub static CORRECTION_REFUSED: Kind = Kind::new(
    "families-correction-refused",
    Topic::Families,
    "children-letter-refused-subject",
    VALUES,
    &[
        Say("children-letter-refused-what"),
        Say("children-letter-refused-next"),
        Button("children-letter-open"),
    ],
);

/// To whoever asked to act for a child: an operator has let them in.
pub static LET_IN: Kind = Kind::new(
    "families-let-in",
    Topic::Families,
    "children-letter-let-in-subject",
    VALUES,
    &[
        Say("children-letter-let-in-what"),
        Say("families-letter-shared-next"),
        Button("children-letter-open"),
    ],
);

/// To whoever asked to act for a child: an operator has not let them in.
pub static NOT_LET_IN: Kind = Kind::new(
    "families-not-let-in",
    Topic::Families,
    "children-letter-not-let-in-subject",
    VALUES,
    &[
        Say("children-letter-not-let-in-what"),
        Say("children-letter-not-let-in-next"),
        Button("families-letter-not-shared-action"),
    ],
);

/// To those who act for a child: an operator has let a second guardian in.
pub static SECOND_LET_IN: Kind = Kind::new(
    "families-second-let-in",
    Topic::Families,
    "children-letter-second-let-in-subject",
    VALUES,
    &[
        Say("children-letter-second-let-in-what"),
        Say("children-letter-second-let-in-next"),
        Button("children-letter-open"),
    ],
);

/// To those who act for a child: an operator has not let a second guardian in.
pub static SECOND_NOT_LET_IN: Kind = Kind::new(
    "families-second-not-let-in",
    Topic::Families,
    "children-letter-second-not-let-in-subject",
    VALUES,
    &[
        Say("children-letter-second-not-let-in-what"),
        Say("children-letter-second-not-let-in-next"),
        Button("children-letter-open"),
    ],
);

/// The data were compared with documents.
pub static CONFIRMED: Kind = Kind::new(
    "families-confirmed",
    Topic::Families,
    "children-letter-confirmed-subject",
    VALUES,
    &[
        Say("children-letter-confirmed-what"),
        Say("children-letter-confirmed-next"),
        Button("children-letter-open"),
    ],
);

/// Staff found the child by exact data.
pub static LOOKED: Kind = Kind::new(
    "families-looked",
    Topic::Accounts,
    "children-letter-looked-subject",
    VALUES,
    &[
        Say("children-letter-looked-what"),
        Say("children-letter-looked-next"),
        Button("children-letter-open"),
    ],
);

/// Staff saw the whole address of whoever gets the letter.
pub static ADDRESS_SHOWN: Kind = Kind::new(
    "families-address-shown",
    Topic::Accounts,
    "children-letter-address-subject",
    VALUES,
    &[
        Say("children-letter-address-what"),
        Say("children-letter-looked-next"),
        Button("children-letter-open"),
    ],
);

/// The same to somebody who asks to act for the child, and does not see its page.
pub static ADDRESS_SHOWN_ASKING: Kind = Kind::new(
    "families-address-shown-asking",
    Topic::Accounts,
    "children-letter-address-subject",
    VALUES,
    &[
        Say("children-letter-address-asking-what"),
        Say("children-letter-address-asking-next"),
        Button("families-title"),
    ],
);

/// What a letter tells.
#[derive(Clone, Copy, Debug)]
pub struct News<'a> {
    /// Which letter.
    pub kind: &'static Kind,
    /// Which organisation did it; none is the installation.
    pub by: Option<OrganisationId>,
    /// Why.
    pub reason: &'a str,
}

/// Tells everybody who acts for a child.
///
/// # Errors
/// The database refuses.
pub async fn tell_guardians(
    tx: &mut Tx<'_>,
    app: &Shared,
    id: PersonId,
    news: News<'_>,
    now: Timestamp,
) -> Result<(), DbError> {
    let guardians: Vec<Guardian> = tx.all(store::LIST_GUARDIANS, &[&id]).await?;
    tell(tx, app, (id, &guardians), news, now).await
}

/// The same to one account.
///
/// # Errors
/// The database refuses.
pub async fn tell_one(
    tx: &mut Tx<'_>,
    app: &Shared,
    (id, account): (PersonId, AccountId),
    news: News<'_>,
    now: Timestamp,
) -> Result<(), DbError> {
    let one: Option<Guardian> = tx.opt(store::FIND_RECIPIENT, &[&account]).await?;
    let recipients: Vec<Guardian> = one.into_iter().collect();
    tell(tx, app, (id, &recipients), news, now).await
}

async fn tell(
    tx: &mut Tx<'_>,
    app: &Shared,
    (id, recipients): (PersonId, &[Guardian]),
    news: News<'_>,
    now: Timestamp,
) -> Result<(), DbError> {
    let child: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
    let base_url = &app.config.base_url;
    let tree = app.organisations.current();
    let by = news.by.and_then(|id| tree.find(id));
    let by = by.map_or(app.config.site_name.as_str(), |one| one.name.as_str());
    // Who asks to act for a child does not see its page.
    let way = match news.kind.code {
        "families-joined" | "families-address-shown-asking" => format!("{base_url}/my/children"),
        "families-not-let-in" => format!("{base_url}/contact/write"),
        _ => format!("{base_url}/my/children/{id}"),
    };
    for one in recipients {
        let values = Values::new()
            .text("child", child.known.given_name.clone())
            .text("organisation", by)
            .text("reason", news.reason)
            .button(way.clone());
        let lang = Lang::from_code(&one.language).unwrap_or_default();
        let from = news.by.or(child.known.municipality_id);
        let texts = Texts::of(app);
        let letter = Letter {
            // Whoever decided answers questions about it.
            contact: texts.contact(news.by, base_url),
            ..texts.letter(news.kind, lang, from, &values)
        };
        let at = now.as_microsecond();
        let key = format!("child.{id}.{}.{}.{at}", news.kind.code, one.account_id);
        outbox::queue(tx, &key, Some(one.account_id), &one.email, &letter, now).await?;
    }
    Ok(())
}
