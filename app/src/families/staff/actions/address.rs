//! Staff sees the whole address of a guardian; the look is noted, its holder is told, and the child's page shows it
//! (`spec/rules.md`, Account; Who sees what).

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::{AccountId, Role};
use crate::app::Shared;
use crate::audit;
use crate::families::staff::letters::{self, News};
use crate::families::staff::looks::{self, Glance};
use crate::families::staff::permissions::ServeChild;
use crate::families::staff::staff_store as own;
use crate::families::staff::types::GuardianLine;
use crate::permit::Permit;

/// The address of a guardian, for a reason that is told to them.
///
/// # Errors
/// [`DbError::NotFound`] when the account does not act for the child.
pub async fn show_address(
    tx: &mut Tx<'_>,
    app: &Shared,
    (permit, role): (&Permit<ServeChild>, Role),
    (account, reason): (AccountId, &str),
    now: Timestamp,
) -> Result<GuardianLine, DbError> {
    let (child, by) = (permit.on(), role.branch);
    let all: Vec<GuardianLine> = tx.all(own::LIST_GUARDIANS, &[&child]).await?;
    let mut all = all.into_iter();
    let one = all.find(|one| one.account_id == account);
    let one = one.ok_or(DbError::NotFound)?;
    audit::Entry {
        organisation_id: by,
        reason: Some(reason),
        ..audit::Entry::new(
            now,
            permit.by(),
            "account.show_address",
            "account",
            account.get(),
        )
    }
    .write(tx)
    .await?;
    let who = (child, permit.by(), role);
    looks::glance(tx, who, (Glance::Address, reason), now).await?;
    let kind = match one.state.as_str() {
        "holds" => &letters::ADDRESS_SHOWN,
        // Whoever only asks to act for the child does not see its page.
        _ => &letters::ADDRESS_SHOWN_ASKING,
    };
    let news = News { kind, by, reason };
    letters::tell_one(tx, app, (child, account), news, now).await?;
    Ok(one)
}
