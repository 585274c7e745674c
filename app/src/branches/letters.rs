//! Letters about roles, invitations, standing in, and groups that have another organiser.

use database::{DbError, Tx};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::rules::last_day;
use super::types::{Invitation, StandIn};
use crate::accounts::store::{AccountRow, FIND_ACCOUNT};
use crate::accounts::{AccountId, OrganisationId, RoleKind};
use crate::app::Shared;
use crate::clock::zone;
use crate::i18n::{Lang, Translator};
use crate::letters::Piece::{Button, Say};
use crate::letters::{Kind, Texts, Topic, Values};
use crate::outbox::{self, Letter};
use crate::secrets::Token;

/// The kinds of letters of this room, in the order in which they are listed.
pub static ALL: [&Kind; 8] = [
    &HANDED_OVER,
    &INVITED,
    &ENDED,
    &ENDING,
    &ENDING_OF,
    &STAND_IN_ASKED,
    &STAND_IN_SET,
    &STAND_IN_OVER,
];

/// To participants: another organisation runs the training from now on.
pub static HANDED_OVER: Kind = Kind::new(
    "branches-handed-over",
    Topic::Dates,
    "branches-letter-handed-subject",
    &["title", "organisation"],
    &[
        Say("branches-letter-handed-what"),
        Say("branches-letter-handed-next"),
        Button("branches-letter-handed-action"),
    ],
);

/// The link of an invitation.
pub static INVITED: Kind = Kind::new(
    "branches-invited",
    Topic::Accounts,
    "branches-letter-invited-subject",
    &["organisation", "role"],
    &[
        Say("branches-letter-invited-what"),
        Say("branches-letter-invited-next"),
        Button("branches-letter-invited-action"),
        Say("branches-letter-invited-until"),
    ],
);

/// A role was ended.
pub static ENDED: Kind = Kind::new(
    "branches-ended",
    Topic::Accounts,
    "branches-letter-ended-subject",
    &["organisation", "role"],
    &[
        Say("branches-letter-ended-what"),
        Say("branches-letter-ended-next"),
        Button("branches-letter-profile-action"),
    ],
);

/// The own role ends in a week.
pub static ENDING: Kind = Kind::new(
    "branches-ending",
    Topic::Accounts,
    "branches-letter-ending-subject",
    &["organisation", "role", "ends"],
    &[
        Say("branches-letter-ending-what"),
        Say("branches-letter-ending-next"),
        Button("branches-letter-profile-action"),
    ],
);

/// To the administrator: somebody's role ends in a week.
pub static ENDING_OF: Kind = Kind::new(
    "branches-ending-of",
    Topic::Accounts,
    "branches-letter-ending-of-subject",
    &["organisation", "role", "ends", "name"],
    &[
        Say("branches-letter-ending-of-what"),
        Say("branches-letter-ending-of-next"),
        Button("branches-letter-ending-of-action"),
    ],
);

const STANDING_IN: &[&str] = &["organisation", "role", "name", "begins", "ends"];

/// To a colleague: will you stand in?
pub static STAND_IN_ASKED: Kind = Kind::new(
    "branches-stand-in-asked",
    Topic::Accounts,
    "branches-letter-asked-subject",
    STANDING_IN,
    &[
        Say("branches-letter-asked-what"),
        Say("branches-letter-asked-next"),
        Button("branches-letter-asked-action"),
    ],
);

/// To both: it is agreed; the name is the other one's.
pub static STAND_IN_SET: Kind = Kind::new(
    "branches-stand-in-set",
    Topic::Accounts,
    "branches-letter-set-subject",
    STANDING_IN,
    &[
        Say("branches-letter-set-what"),
        Say("branches-letter-set-next"),
        Button("branches-letter-asked-action"),
    ],
);

/// To both: it was declined, or ended early.
pub static STAND_IN_OVER: Kind = Kind::new(
    "branches-stand-in-over",
    Topic::Accounts,
    "branches-letter-over-subject",
    STANDING_IN,
    &[
        Say("branches-letter-over-what"),
        Say("branches-letter-over-next"),
        Button("branches-letter-asked-action"),
    ],
);

/// The name of a role.
pub fn role_name(t: Translator, kind: RoleKind) -> String {
    t.get(&format!("branches-role-{}", kind.code())).to_string()
}

/// The name of an organisation; that of the installation where none is meant.
pub fn name_of(app: &Shared, id: Option<OrganisationId>) -> String {
    let tree = app.organisations.current();
    let found = id.and_then(|id| tree.find(id));
    found.map_or_else(|| app.config.site_name.clone(), |one| one.name.clone())
}

/// The time zone of an organisation.
pub fn zone_of(app: &Shared, id: Option<OrganisationId>) -> TimeZone {
    let tree = app.organisations.current();
    let found = id.and_then(|id| tree.find(id));
    found.map_or_else(zone, |one| one.time_zone.clone())
}

fn letter(app: &Shared, (kind, lang): (&Kind, Lang), values: Values, path: &str) -> Letter {
    let base_url = &app.config.base_url;
    let values = values.button(format!("{base_url}{path}"));
    Letter {
        contact: format!("{base_url}/contact"),
        ..Texts::of(app).letter(kind, lang, None, &values)
    }
}

fn named(app: &Shared, lang: Lang, kind: RoleKind, branch: Option<OrganisationId>) -> Values {
    Values::new()
        .text("organisation", name_of(app, branch))
        .text("role", role_name(Translator::new(lang), kind))
}

/// The invitation, in the language of whoever gets it.
///
/// # Errors
/// The database refuses.
pub async fn invite(
    tx: &mut Tx<'_>,
    app: &Shared,
    invitation: &Invitation,
    (token, lang): (&Token, Lang),
    now: Timestamp,
) -> Result<(), DbError> {
    let values = named(app, lang, invitation.kind(), invitation.organisation_id);
    let path = format!("/invited/{}", token.as_str());
    let letter = Letter {
        secret: true,
        ..letter(app, (&INVITED, lang), values, &path)
    };
    let key = format!("branches-invited.{}", invitation.id);
    outbox::queue(tx, &key, None, &invitation.email, &letter, now).await
}

/// What a letter about a role says.
#[derive(Clone, Debug)]
pub struct AboutRole {
    /// Which letter.
    pub kind: &'static Kind,
    /// What sort of role.
    pub role: RoleKind,
    /// Its branch.
    pub branch: Option<OrganisationId>,
    /// Until when it holds.
    pub ends_at: Option<Timestamp>,
    /// Whose it is, where somebody else gets the letter.
    pub name: String,
    /// Where the button leads.
    pub path: String,
}

/// A letter about a role to an account; the same `once` twice is one letter.
///
/// # Errors
/// The database refuses.
pub async fn tell_of_role(
    tx: &mut Tx<'_>,
    app: &Shared,
    to: AccountId,
    (about, once): (&AboutRole, &str),
    now: Timestamp,
) -> Result<(), DbError> {
    let account: AccountRow = tx.one(FIND_ACCOUNT, &[&to]).await?;
    let lang = account.lang();
    let t = Translator::new(lang);
    let mut values = named(app, lang, about.role, about.branch).text("name", &about.name);
    if let Some(ends_at) = about.ends_at {
        let day = last_day(ends_at, &zone_of(app, about.branch));
        values = values.text("ends", t.date(day));
    }
    let letter = letter(app, (about.kind, lang), values, &about.path);
    let key = format!("{}.{once}.{to}", about.kind.code);
    outbox::queue(tx, &key, Some(to), &account.email, &letter, now).await
}

/// A letter about standing in to one of the two; it names the other one.
///
/// # Errors
/// The database refuses.
pub async fn tell_of_stand_in(
    tx: &mut Tx<'_>,
    app: &Shared,
    kind: &'static Kind,
    (one, to): (&StandIn, AccountId),
    now: Timestamp,
) -> Result<(), DbError> {
    let account: AccountRow = tx.one(FIND_ACCOUNT, &[&to]).await?;
    let lang = account.lang();
    let (t, zone) = (Translator::new(lang), zone_of(app, one.organisation_id));
    let other = if to == one.delegate_id {
        &one.absent
    } else {
        &one.delegate
    };
    let begins = one.starts_at.to_zoned(zone.clone()).date();
    let values = named(app, lang, one.kind(), one.organisation_id)
        .text("name", other)
        .text("begins", t.date(begins))
        .text("ends", t.date(last_day(one.ends_at, &zone)));
    let letter = letter(app, (kind, lang), values, "/staff/standing-in");
    let key = format!("{}.{}.{to}", kind.code, one.id);
    outbox::queue(tx, &key, Some(to), &account.email, &letter, now).await
}

/// A letter to a participant: another organisation runs the training.
///
/// # Errors
/// The database refuses.
pub async fn tell_handed_over(
    tx: &mut Tx<'_>,
    app: &Shared,
    (one, receiver): (&Told, OrganisationId),
    now: Timestamp,
) -> Result<(), DbError> {
    let lang = Lang::from_code(&one.language).unwrap_or_default();
    let values = Values::new()
        .text("title", &one.title)
        .text("organisation", name_of(app, Some(receiver)));
    let letter = letter(app, (&HANDED_OVER, lang), values, "/my/trainings");
    let key = format!("branches-handed-over.{}.{receiver}", one.enrolment_id);
    outbox::queue(tx, &key, Some(one.account_id), &one.email, &letter, now).await
}

/// Who is told of another organiser.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields are the columns of LIST_TOLD")]
pub struct Told {
    pub enrolment_id: i64,
    pub account_id: AccountId,
    pub email: String,
    pub language: String,
    pub title: String,
}

database::from_row!(Told {
    enrolment_id,
    account_id,
    email,
    language,
    title
});
