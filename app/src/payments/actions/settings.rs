//! Where an organisation is paid, and what the CSV of its banks means.

use bank_statements::CsvMapping;
use database::{DbError, Tx};
use jiff::Timestamp;

use super::manage::ManageError;
use crate::audit;
use crate::payments::permissions::KeepBooks;
use crate::payments::types::{OwnAccount, Settings};
use crate::payments::{bank_store, rules, store};
use crate::permit::Permit;

/// Says where the organisation is paid: on the account of the settings, and on `others`. Statements of these accounts that
/// nobody had named are its own from now on, and entries whose file named no currency have the account's.
///
/// # Errors
/// [`ManageError::AccountTaken`]; nothing must be kept then.
pub async fn save_settings(
    tx: &mut Tx<'_>,
    permit: &Permit<KeepBooks>,
    (settings, others): (&Settings, &[OwnAccount]),
    now: Timestamp,
) -> Result<(), ManageError> {
    let organisation = permit.on();
    let row: database::Params<'_> = &[
        &organisation,
        &settings.seller_name,
        &settings.seller_tax_id,
        &settings.seller_address,
        &settings.recipient_name,
        &settings.recipient_address,
        &settings.due_days,
        &now,
        &settings.bank_name,
        &settings.bank_code,
        &settings.bank_account,
    ];
    tx.exec(store::SAVE_SETTINGS, row).await?;
    tx.exec(bank_store::UNPLACE_ACCOUNTS, &[&organisation])
        .await?;
    let first = OwnAccount {
        account: settings.iban.clone(),
        currency: settings.currency.clone(),
    };
    let all: Vec<&OwnAccount> = std::iter::once(&first).chain(others).collect();
    for (place, one) in (1_i64..).zip(&all) {
        claim(tx, permit, one, place).await?;
    }
    tx.exec(bank_store::DELETE_UNPLACED, &[&organisation])
        .await?;
    let numbers: Vec<&str> = all.iter().map(|one| one.account.as_str()).collect();
    let (by, subject) = (permit.by(), organisation.get());
    audit::Entry {
        organisation_id: Some(organisation),
        after: Some(&numbers.join(", ")),
        ..audit::Entry::new(now, by, "payment.settings", "organisation", subject)
    }
    .write(tx)
    .await?;
    Ok(())
}

async fn claim(
    tx: &mut Tx<'_>,
    permit: &Permit<KeepBooks>,
    one: &OwnAccount,
    place: i64,
) -> Result<(), ManageError> {
    let (organisation, key) = (permit.on(), rules::account_key(&one.account));
    let row: database::Params<'_> = &[&organisation, &one.account, &key, &one.currency, &place];
    if tx.exec(bank_store::SAVE_ACCOUNT, row).await? == 0 {
        return Err(ManageError::AccountTaken);
    }
    tx.exec(bank_store::CLAIM_STATEMENTS, &[&key, &organisation])
        .await?;
    tx.exec(bank_store::CLAIM_ENTRIES, &[&key, &organisation])
        .await?;
    tx.exec(bank_store::FILL_ACCOUNT_CURRENCY, &[&key, &one.currency])
        .await?;
    Ok(())
}

/// Keeps what the columns of a bank's CSV mean, beside the account; none forgets it.
///
/// # Errors
/// [`ManageError::NotPossible`] before there is an account; nothing was saved then.
pub async fn save_mapping(
    tx: &mut Tx<'_>,
    permit: &Permit<KeepBooks>,
    (account, mapping): (&str, Option<&CsvMapping>),
    now: Timestamp,
) -> Result<(), ManageError> {
    let (organisation, key) = (permit.on(), rules::account_key(account));
    let text = mapping.map(serde_json::to_string).transpose();
    let text = text.map_err(|error| DbError::Other(error.to_string()))?;
    let row: database::Params<'_> = &[&organisation, &key, &text];
    if tx.exec(bank_store::SAVE_MAPPING, row).await? == 0 {
        return Err(ManageError::NotPossible);
    }
    let (by, subject) = (permit.by(), organisation.get());
    audit::Entry {
        organisation_id: Some(organisation),
        after: text.as_deref(),
        ..audit::Entry::new(now, by, "payment.csv_columns", "organisation", subject)
    }
    .write(tx)
    .await?;
    Ok(())
}
