//! Mail domains that may not be used: set, taken back, and their holders written to.

use database::{DbError, Tx, from_row};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::accounts::AccountId;
use crate::accounts::domain_store as store;
use crate::accounts::domains::{MailPolicy, Rule};
use crate::accounts::letters::{Writer, send};
use crate::accounts::permissions::SetMailDomains;
use crate::accounts::store::AccountRow;
use crate::app::Shared;
use crate::audit::Entry;
use crate::permit::Permit;
use crate::text::written_domain;

/// Sets what holds for a domain, or (none) lets it be used again. Its holders are written to by a worker.
///
/// # Errors
/// The database refuses.
pub async fn set_domain(
    tx: &mut Tx<'_>,
    permit: &Permit<SetMailDomains>,
    domain: &str,
    wanted: Option<(MailPolicy, Option<Date>)>,
    now: Timestamp,
) -> Result<(), DbError> {
    let before: Option<Rule> = tx.opt(store::FIND_DOMAIN, &[&domain]).await?;
    match wanted {
        None => {
            tx.exec(store::DELETE_DOMAIN, &[&domain]).await?;
        }
        Some((policy, until)) => {
            let by = permit.by();
            let row: database::Params<'_> = &[&domain, &policy.code(), &until, &now, &by];
            tx.exec(store::SET_DOMAIN, row).await?;
        }
    }
    let said = |policy: MailPolicy, until: Option<Date>| {
        let until = until.map_or_else(String::new, |day| format!(" {day}"));
        format!("{domain}: {}{until}", policy.code())
    };
    let was = before.map(|rule| said(rule.policy, rule.until));
    let is = wanted.map(|(policy, until)| said(policy, until));
    Entry {
        before: was.as_deref(),
        after: is.as_deref(),
        ..Entry::new(
            now,
            permit.by(),
            "installation.mail_domain",
            "mail_domain",
            0,
        )
    }
    .write(tx)
    .await
}

struct Untold {
    domain: String,
    policy: MailPolicy,
    until: Option<Date>,
    told_up_to: AccountId,
}

from_row!(Untold {
    domain,
    policy,
    until,
    told_up_to
});

/// Writes to the next holders of addresses that are to be changed; called by a worker, one letter each however often.
///
/// # Errors
/// The database refuses; nobody is forgotten.
pub async fn tell_holders(app: &Shared, now: Timestamp) -> Result<usize, DbError> {
    let writer = Writer::new(app);
    let work = app.db.write(move |tx| {
        let writer = writer.clone();
        Box::pin(async move {
            let mut told = 0;
            for one in tx.all::<Untold>(store::LIST_UNTOLD, &[]).await? {
                let ending = format!("%@{}", one.domain);
                let params: database::Params<'_> = &[&one.told_up_to, &ending];
                let holders: Vec<AccountRow> = tx.all(store::LIST_HOLDERS, params).await?;
                let written = written_domain(&one.domain);
                for holder in &holders {
                    let letter = writer.domain(holder.lang(), &written, one.until);
                    let day = one.until.map_or_else(String::new, |day| day.to_string());
                    let key = format!(
                        "domain.{}.{}.{day}.{}",
                        one.domain,
                        one.policy.code(),
                        holder.id
                    );
                    send(tx, &key, holder, &letter, now).await?;
                }
                let last = holders.last().map(|holder| holder.id);
                tx.exec(store::NOTE_TOLD, &[&one.domain, &last]).await?;
                told += holders.len();
            }
            Ok::<_, DbError>(told)
        })
    });
    let told = work.await?;
    if told > 0 {
        app.outbox.wake();
    }
    Ok(told)
}
