//! People of the demo: one for each button of the sign-in page, and as many others as wanted.

use database::{DbError, Tx};
use jiff::Timestamp;
use jiff::civil::date;

use super::town::{CITY, Town};
use super::words::{self, Human};
use crate::accounts::pages::DEMO_DOMAIN;
use crate::accounts::{
    self, AccountId, Actor, NewAccount, OrganisationId, Role, RoleKind, SessionId,
};
use crate::i18n::Lang;
use crate::people::{self, Details};
use crate::random::Random;

/// Those whom the story of the demo needs by name.
#[derive(Clone, Debug)]
pub(super) struct Cast {
    pub participant: Actor,
    pub parent: Actor,
    pub trainer: Actor,
    pub operator: Actor,
    pub accountant: Actor,
    pub administrator: Actor,
    /// Who looks after the installation.
    pub installer: Actor,
    pub others: Vec<Actor>,
}

/// `(address, name, language, role)`.
type Named = (
    &'static str,
    (&'static str, &'static str),
    Lang,
    Option<RoleKind>,
);

const NAMED: [Named; 9] = [
    ("participant", ("Anna", "Kalinowska"), Lang::Pl, None),
    ("newcomer", ("Ксения", "Романова"), Lang::Ru, None),
    ("parent", ("Magdalena", "Okoń"), Lang::Pl, None),
    (
        "trainer",
        ("Halina", "Wrońska"),
        Lang::Pl,
        Some(RoleKind::Trainer),
    ),
    (
        "operator",
        ("Tomasz", "Zaręba"),
        Lang::Pl,
        Some(RoleKind::Operator),
    ),
    (
        "accountant",
        ("Zofia", "Lisowska"),
        Lang::Pl,
        Some(RoleKind::Accountant),
    ),
    (
        "organisation-administrator",
        ("Fiona", "Merrick"),
        Lang::En,
        Some(RoleKind::OrganisationAdministrator),
    ),
    (
        "support-centre",
        ("Ольга", "Радина"),
        Lang::Ru,
        Some(RoleKind::SupportCentre),
    ),
    (
        "administrator",
        ("Marek", "Dębowski"),
        Lang::Pl,
        Some(RoleKind::InstallationAdministrator),
    ),
];

/// Makes the cast and `others` more. All have the password whose hash is given.
pub(super) async fn build(
    tx: &mut Tx<'_>,
    random: &Random,
    town: &Town,
    password_hash: &str,
    others: usize,
    now: Timestamp,
) -> Result<Cast, DbError> {
    let mut named = Vec::new();
    for (address, (given_name, surname), lang, role) in NAMED {
        let human = Human {
            lang,
            given_name,
            surname,
            birth_place: "Łomża",
            street: words::street(random),
        };
        let actor = add(tx, random, town, &human, address, password_hash, now).await?;
        let actor = match role {
            Some(kind) => with_role(tx, actor, kind, branch(kind, town), now).await?,
            None => actor,
        };
        // The same operator looks after the programmes for children.
        let actor = match role {
            Some(RoleKind::Operator) => {
                with_role(tx, actor, RoleKind::Operator, Some(town.youth), now).await?
            }
            _ => actor,
        };
        named.push(actor);
    }
    let mut more = Vec::with_capacity(others);
    for number in 1..=others {
        let human = words::human(random);
        more.push(
            add(
                tx,
                random,
                town,
                &human,
                &format!("p{number}"),
                password_hash,
                now,
            )
            .await?,
        );
    }
    let [
        participant,
        _,
        parent,
        trainer,
        operator,
        accountant,
        administrator,
        _,
        installer,
        ..,
    ] = &named[..]
    else {
        return Err(DbError::Other("the cast is not complete".into()));
    };
    Ok(Cast {
        participant: participant.clone(),
        parent: parent.clone(),
        trainer: trainer.clone(),
        operator: operator.clone(),
        accountant: accountant.clone(),
        administrator: administrator.clone(),
        installer: installer.clone(),
        others: more,
    })
}

fn branch(kind: RoleKind, town: &Town) -> Option<OrganisationId> {
    match kind {
        RoleKind::InstallationAdministrator => None,
        RoleKind::SupportCentre => Some(town.region),
        _ => Some(town.centre),
    }
}

async fn with_role(
    tx: &mut Tx<'_>,
    mut actor: Actor,
    kind: RoleKind,
    branch: Option<OrganisationId>,
    now: Timestamp,
) -> Result<Actor, DbError> {
    let role = Role { kind, branch };
    accounts::actions::grant_role(tx, actor.account_id, role, None, now).await?;
    actor.roles = actor.roles.iter().copied().chain([role]).collect();
    Ok(actor)
}

async fn add(
    tx: &mut Tx<'_>,
    random: &Random,
    town: &Town,
    human: &Human,
    address: &str,
    password_hash: &str,
    now: Timestamp,
) -> Result<Actor, DbError> {
    let email = format!("{address}@{DEMO_DOMAIN}");
    let details = details_of(random, town, human);
    let new = NewAccount {
        email: email.clone(),
        email_key: email.clone(),
        password_hash: password_hash.into(),
        name: details.name(),
        lang: human.lang,
    };
    let account_id = accounts::actions::create_active(tx, &new, now).await?;
    let account_id: AccountId =
        account_id.ok_or_else(|| DbError::Other("a demo address is taken".into()))?;
    people::actions::save_of_account(tx, account_id, &details, now).await?;
    Ok(Actor {
        account_id,
        session_id: SessionId::new(0),
        name: new.name,
        email,
        lang: human.lang,
        roles: [].into(),
        is_linked: false,
    })
}

fn details_of(random: &Random, town: &Town, human: &Human) -> Details {
    let year = 1962 + i16::try_from(random.below(38)).unwrap_or(0);
    let month = 1 + i8::try_from(random.below(12)).unwrap_or(0);
    let day = 1 + i8::try_from(random.below(28)).unwrap_or(0);
    let workplace = (!town.institutions.is_empty())
        .then(|| town.institutions[words::index(random, town.institutions.len())]);
    Details {
        surname: human.surname.into(),
        given_name: human.given_name.into(),
        born_on: Some(date(year, month, day)),
        birth_place: human.birth_place.into(),
        phone: format!("600{:06}", random.below(1_000_000)),
        street: human.street.clone(),
        postal_code: "83-000".into(),
        city: CITY.into(),
        workplace_id: workplace,
        workplace_name: String::new(),
    }
}
