//! Staff of the demo: a colleague whose role has an end and who stands in for another one, and an invitation that waits.

use anyhow::Context as _;
use database::Tx;
use jiff::{SignedDuration, Timestamp};

use super::people::Cast;
use super::town::Town;
use crate::accounts::pages::DEMO_DOMAIN;
use crate::accounts::{self, AccountId, Actor, NewAccount, OrganisationId, Role, RoleKind};
use crate::app::Shared;
use crate::branches::actions::{NewInvitation, NewStandIn, answer, invite, name_stand_in, set_end};
use crate::branches::permissions::{may_answer_stand_in, may_keep_staff, may_name_stand_in};
use crate::branches::rules::{end_of, start_of};
use crate::branches::staff_store::LIST_OWN;
use crate::branches::stand_in_store::LIST_BY;
use crate::branches::types::{RoleId, StaffRole, StandIn};
use crate::clock::zone;
use crate::i18n::Lang;
use crate::secrets::Token;
use crate::text::clean_email;

pub(super) async fn build(
    app: &Shared,
    cast: &Cast,
    town: &Town,
    password_hash: String,
    now: Timestamp,
) -> anyhow::Result<()> {
    let (own, cast, town) = (app.clone(), cast.clone(), town.clone());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let at = now - SignedDuration::from_hours(50);
            let colleague = make(tx, &own, (&cast, &town), password_hash, at).await?;
            invite_one(tx, &own, (&cast, &town), at).await?;
            stand_in(tx, &own, (&cast, &town, colleague), now).await
        })
    });
    write.await
}

async fn role_at(
    tx: &mut Tx<'_>,
    account: AccountId,
    place: OrganisationId,
    now: Timestamp,
) -> anyhow::Result<RoleId> {
    let roles: Vec<StaffRole> = tx.all(LIST_OWN, &[&now, &account]).await?;
    let found = roles
        .iter()
        .find(|role| role.organisation_id == Some(place));
    Ok(found.context("no role there")?.id)
}

/// A second operator of the centre, until the end of next month.
async fn make(
    tx: &mut Tx<'_>,
    app: &Shared,
    (cast, town): (&Cast, &Town),
    password_hash: String,
    at: Timestamp,
) -> anyhow::Result<AccountId> {
    let email = format!("second-operator@{DEMO_DOMAIN}");
    let new = NewAccount {
        email: email.clone(),
        email_key: email,
        password_hash,
        name: "Renata Mazur".into(),
        lang: Lang::Pl,
    };
    let made = accounts::actions::create_active(tx, &new, at).await?;
    let account = made.context("a demo address is taken")?;
    let role = Role {
        kind: RoleKind::Operator,
        branch: Some(town.centre),
    };
    let by = Some(cast.administrator.account_id);
    accounts::actions::grant_role(tx, account, role, by, at).await?;
    let tree = app.organisations.current();
    let permit = may_keep_staff(&cast.administrator, &tree, Some(town.centre));
    let permit = permit.context("the administrator keeps the staff of the centre")?;
    let id = role_at(tx, account, town.centre, at).await?;
    let last = at.to_zoned(zone()).date() + jiff::Span::new().days(40);
    set_end(tx, &permit, (id, Some(end_of(last, &zone()))), at).await?;
    Ok(account)
}

async fn invite_one(
    tx: &mut Tx<'_>,
    app: &Shared,
    (cast, town): (&Cast, &Town),
    at: Timestamp,
) -> anyhow::Result<()> {
    let tree = app.organisations.current();
    let permit = may_keep_staff(&cast.administrator, &tree, Some(town.centre));
    let permit = permit.context("the administrator keeps the staff of the centre")?;
    let email = clean_email("w.sroka@szkola.example");
    let new = NewInvitation {
        email: email.map_err(|problem| anyhow::anyhow!("{}", problem.code()))?,
        role: RoleKind::Operator,
        ends_at: None,
        lang: Lang::Pl,
    };
    let token = Token::new(&app.random);
    invite(tx, app, &permit, (&new, &token), at).await?;
    Ok(())
}

/// The operator of the programmes for children is away for two weeks, and has asked the colleague.
async fn stand_in(
    tx: &mut Tx<'_>,
    app: &Shared,
    (cast, town, colleague): (&Cast, &Town, AccountId),
    now: Timestamp,
) -> anyhow::Result<()> {
    let tree = app.organisations.current();
    let absent = &cast.operator;
    let holder = (absent.account_id, Some(town.youth));
    let permit = may_name_stand_in(absent, &tree, holder).context("one names for oneself")?;
    let today = now.to_zoned(zone()).date();
    let new = NewStandIn {
        role: role_at(tx, absent.account_id, town.youth, now).await?,
        delegate: colleague,
        starts_at: start_of(today, &zone()),
        ends_at: end_of(today + jiff::Span::new().days(13), &zone()),
    };
    let asked_at = now - SignedDuration::from_hours(49);
    name_stand_in(tx, app, &permit, new, asked_at).await?;
    let asked: Vec<StandIn> = tx.all(LIST_BY, &[&colleague, &now]).await?;
    let one = asked.first().context("nobody was asked")?;
    let actor = Actor {
        account_id: colleague,
        ..absent.clone()
    };
    let permit =
        may_answer_stand_in(&actor, one.delegate_id).context("whoever is asked answers")?;
    answer(tx, app, &permit, (one.id, true), now).await?;
    Ok(())
}
