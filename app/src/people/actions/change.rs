//! Changing one's own data.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::save_of_account;
use crate::accounts::actions::set_name_and_language;
use crate::accounts::permissions::ChangeProfile;
use crate::app::Shared;
use crate::audit::Entry;
use crate::i18n::Lang;
use crate::people::{Details, find_by_account};
use crate::permit::Permit;

/// Replaces the data of the account's holder, and the name and language of the account. The log says which fields were
/// changed, not what is in them. The caller forgets the cached sign-ins. False where a parent holds the record of a teenager of
/// these data: nothing was changed then.
///
/// # Errors
/// The database refuses.
pub async fn change_own(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<ChangeProfile>,
    (details, lang): (&Details, Lang),
    now: Timestamp,
) -> Result<bool, DbError> {
    let (is_held, by) = (app.reactions.before_own_person, permit.on());
    if is_held(tx, app.clone(), details.clone(), by, now).await? {
        return Ok(false);
    }
    let before = find_by_account(tx, permit.on())
        .await?
        .map(|person| person.details);
    let person_id = save_of_account(tx, permit.on(), details, now).await?;
    let changed = changed_fields(&before.unwrap_or_default(), details);
    let mut entry = Entry::new(now, permit.by(), "person.change", "person", person_id.get());
    entry.after = Some(&changed);
    entry.write(tx).await?;
    (app.reactions.after_own_person)(tx, app.clone(), person_id, now).await?;
    set_name_and_language(tx, permit, &details.name(), lang, now).await?;
    Ok(true)
}

fn changed_fields(before: &Details, after: &Details) -> String {
    let fields = [
        ("surname", before.surname != after.surname),
        ("given_name", before.given_name != after.given_name),
        ("born_on", before.born_on != after.born_on),
        ("birth_place", before.birth_place != after.birth_place),
        ("phone", before.phone != after.phone),
        ("street", before.street != after.street),
        ("postal_code", before.postal_code != after.postal_code),
        ("city", before.city != after.city),
        (
            "workplace",
            before.workplace_id != after.workplace_id
                || before.workplace_name != after.workplace_name,
        ),
    ];
    let changed = fields.into_iter().filter(|(_, is)| *is);
    changed.map(|(name, _)| name).collect::<Vec<_>>().join(" ")
}
