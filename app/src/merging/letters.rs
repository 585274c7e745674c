//! Letters about merges, to both holders. Of the other address they show the beginning.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::store::{self, Holder, Merge};
use super::types::MergeId;
use crate::app::Shared;
use crate::i18n::Lang;
use crate::letters::Piece::{Button, Say};
use crate::letters::{Kind, Texts, Topic, Values};
use crate::outbox::{self, Letter};
use crate::text::mask_email;

/// The kinds of letters about merges, in the order in which they are listed.
pub static ALL: [&Kind; 4] = [&ASKED, &GONE, &KEPT, &PARTED];

const VALUES: &[&str] = &["account", "reason"];

/// To the holder of the kept account: may the applications come over?
pub static ASKED: Kind = Kind::new(
    "merging-asked",
    Topic::Accounts,
    "merging-letter-asked-subject",
    VALUES,
    &[
        Say("merging-letter-asked-what"),
        Say("merging-letter-asked-next"),
        Button("merging-letter-asked-action"),
    ],
);

/// To the address of the account that went.
pub static GONE: Kind = Kind::new(
    "merging-gone",
    Topic::Accounts,
    "merging-letter-gone-subject",
    VALUES,
    &[
        Say("merging-letter-gone-what"),
        Say("merging-letter-gone-next"),
        Button("merging-letter-gone-action"),
    ],
);

/// To the holder of the kept account: what is there now.
pub static KEPT: Kind = Kind::new(
    "merging-kept",
    Topic::Accounts,
    "merging-letter-kept-subject",
    VALUES,
    &[
        Say("merging-letter-kept-what"),
        Say("merging-letter-kept-next"),
        Button("merging-letter-gone-action"),
    ],
);

/// To both: the accounts are two again.
pub static PARTED: Kind = Kind::new(
    "merging-parted",
    Topic::Accounts,
    "merging-letter-parted-subject",
    VALUES,
    &[
        Say("merging-letter-parted-what"),
        Say("merging-letter-parted-next"),
        Button("merging-letter-gone-action"),
    ],
);

/// Queues a letter to one of the two holders about the other one's account; whoever has opened the merge answers questions.
///
/// # Errors
/// The database refuses.
pub async fn tell(
    tx: &mut Tx<'_>,
    app: &Shared,
    (id, kind): (MergeId, &'static Kind),
    (to, other, reason): (&Holder, &Holder, &str),
    now: Timestamp,
) -> Result<(), DbError> {
    let merge: Merge = tx.one(store::FIND_MERGE, &[&id]).await?;
    let base_url = &app.config.base_url;
    let way = match kind.code {
        "merging-asked" => format!("{base_url}/my/merges/{id}"),
        _ => format!("{base_url}/sign-in"),
    };
    let values = Values::new()
        .text("account", mask_email(&other.email))
        .text("reason", reason)
        .button(way);
    let lang = Lang::from_code(&to.language).unwrap_or_default();
    let texts = Texts::of(app);
    let letter = Letter {
        contact: texts.contact(merge.organisation_id, base_url),
        ..texts.letter(kind, lang, None, &values)
    };
    let key = format!("merge.{id}.{}.{}", kind.code, to.id);
    outbox::queue(tx, &key, Some(to.id), &to.email, &letter, now).await
}
