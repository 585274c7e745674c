//! Inviting staff, and accepting.

use database::{DbError, Tx};
use jiff::{SignedDuration, Timestamp};

use crate::accounts::actions::open_by_letter;
use crate::accounts::store::{AccountRow, FIND_ACCOUNT, FIND_ACCOUNT_BY_EMAIL};
use crate::accounts::{AccountId, NewAccount, OrganisationId, RoleKind};
use crate::app::Shared;
use crate::audit;
use crate::branches::letters;
use crate::branches::permissions::KeepStaff;
use crate::branches::rules::roles_for;
use crate::branches::staff_store as store;
use crate::branches::types::{Invitation, InvitationId, RoleId};
use crate::i18n::Lang;
use crate::organisations;
use crate::permit::Permit;
use crate::secrets::{Token, hash_of};
use crate::text::Email;

/// An invitation holds for so long.
const HOLDS: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Whom one invites to what.
#[derive(Clone, Debug)]
pub struct NewInvitation {
    /// To which address.
    pub email: Email,
    /// What they are to be.
    pub role: RoleKind,
    /// Until when.
    pub ends_at: Option<Timestamp>,
    /// Language of the letter where the address has no account.
    pub lang: Lang,
}

/// Sends an invitation; one to the same role that waits is replaced. Whether the address is known here, whoever invites does not
/// learn.
///
/// # Errors
/// The database refuses; [`DbError::NotFound`] for a role that can not be given here.
pub async fn invite(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<KeepStaff>,
    (new, token): (&NewInvitation, &Token),
    now: Timestamp,
) -> Result<(), DbError> {
    let (organisation, code) = (permit.on(), new.role.code());
    if !roles_for(organisation.is_none()).contains(&new.role) {
        return Err(DbError::NotFound);
    }
    let place = organisation.map_or(0, OrganisationId::get);
    let same: database::Params<'_> = &[&new.email.key, &code, &place, &now];
    tx.exec(store::REPLACE_INVITATIONS, same).await?;
    let until = now.checked_add(HOLDS).unwrap_or(now);
    let (hash, by) = (token.hash(), permit.by());
    let row: database::Params<'_> = &[
        &hash,
        &new.email.typed,
        &new.email.key,
        &organisation,
        &code,
        &new.ends_at,
        &by,
        &now,
        &until,
    ];
    let _: InvitationId = tx.one(store::INSERT_INVITATION, row).await?;
    let made: Invitation = tx.one(store::FIND_BY_TOKEN, &[&hash]).await?;
    let known: Option<AccountRow> = tx.opt(FIND_ACCOUNT_BY_EMAIL, &[&new.email.key]).await?;
    let lang = known.map_or(new.lang, |account| account.lang());
    letters::invite(tx, app, &made, (token, lang), now).await?;
    audit::Entry {
        organisation_id: organisation,
        after: Some(code),
        ..audit::Entry::new(now, by, "staff.invite", "organisation", place)
    }
    .write(tx)
    .await
}

/// Takes an invitation back; said twice, it is done once.
///
/// # Errors
/// The database refuses.
pub async fn take_back(
    tx: &mut Tx<'_>,
    permit: &Permit<KeepStaff>,
    id: InvitationId,
    now: Timestamp,
) -> Result<(), DbError> {
    let place = permit.on().map_or(0, OrganisationId::get);
    if tx.exec(store::TAKE_BACK, &[&id, &place, &now]).await? == 0 {
        return Ok(());
    }
    audit::Entry {
        organisation_id: permit.on(),
        ..audit::Entry::new(now, permit.by(), "staff.take_back", "organisation", place)
    }
    .write(tx)
    .await
}

/// Who accepts.
#[derive(Clone, Debug)]
pub enum Who {
    /// Somebody who is signed in.
    Account(AccountId),
    /// Somebody who makes an account by the link.
    New {
        /// Given name and surname.
        name: String,
        /// PHC string of the password.
        password_hash: String,
        /// Language of pages and letters.
        lang: Lang,
    },
}

/// Why an invitation was not accepted.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum AcceptError {
    /// It was used, or taken back, or its time is over.
    #[error("the invitation does not hold")]
    Over,
    /// It was sent to another address, or this one has an account to sign in to.
    #[error("it is for another sign-in")]
    OtherAccount,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Accepts an invitation: the role holds at once. Answers whose sign-ins are to be looked at anew.
///
/// # Errors
/// [`AcceptError`]; nothing was done then.
pub async fn accept(
    tx: &mut Tx<'_>,
    token: &str,
    who: Who,
    now: Timestamp,
) -> Result<AccountId, AcceptError> {
    organisations::touch(tx).await?;
    let found: Option<Invitation> = tx.opt(store::FIND_BY_TOKEN, &[&hash_of(token)]).await?;
    let found = found.filter(|one| one.over_at.is_none() && one.expires_at > now);
    let one = found.ok_or(AcceptError::Over)?;
    if one.role_ends_at.is_some_and(|ends_at| ends_at <= now) {
        return Err(AcceptError::Over);
    }
    let account = account_of(tx, &one, who, now).await?;
    if tx.exec(store::ACCEPT, &[&one.id, &now, &account]).await? == 0 {
        return Err(AcceptError::Over);
    }
    let (code, place) = (
        one.kind().code(),
        one.organisation_id.map_or(0, OrganisationId::get),
    );
    let same: Option<RoleId> = tx
        .opt(store::FIND_SAME, &[&account, &code, &place, &now])
        .await?;
    if let Some(id) = same {
        tx.exec(store::SET_END, &[&id, &one.role_ends_at]).await?;
    } else {
        let row: database::Params<'_> = &[
            &account,
            &one.organisation_id,
            &code,
            &now,
            &Some(one.invited_by),
            &one.role_ends_at,
        ];
        let _: RoleId = tx.one(store::INSERT_ROLE, row).await?;
    }
    audit::Entry {
        organisation_id: one.organisation_id,
        after: Some(code),
        ..audit::Entry::new(now, account, "account.grant_role", "account", account.get())
    }
    .write(tx)
    .await?;
    Ok(account)
}

async fn account_of(
    tx: &mut Tx<'_>,
    one: &Invitation,
    who: Who,
    now: Timestamp,
) -> Result<AccountId, AcceptError> {
    match who {
        Who::Account(id) => {
            let account: AccountRow = tx.one(FIND_ACCOUNT, &[&id]).await?;
            if account.email_key == one.email_key {
                Ok(id)
            } else {
                Err(AcceptError::OtherAccount)
            }
        }
        Who::New {
            name,
            password_hash,
            lang,
        } => {
            let new = NewAccount {
                email: one.email.clone(),
                email_key: one.email_key.clone(),
                password_hash,
                name,
                lang,
            };
            let made = open_by_letter(tx, &new, now).await?;
            made.ok_or(AcceptError::OtherAccount)
        }
    }
}
