//! Before a teenager becomes the person of an account: is this person here already? The same look as for children, in the same
//! transaction, taking the same turn (`spec/rules.md`, Once; 14 and older). Of adults nothing is asked.

use database::{DbError, Tx, Work};
use jiff::Timestamp;

use super::{letters, teen_store};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::clock::zone;
use crate::families::actions::record::open_cases;
use crate::families::identity::{self, Found, Household, Sought};
use crate::families::types::Known;
use crate::families::{hashes, namesakes, store, turn};
use crate::people::fields::is_teenager;
use crate::people::{self, Details, PersonId};

/// The data of a teenager as they are compared; none for everybody else.
fn teenager(details: &Details, now: Timestamp) -> Option<Known> {
    let born_on = details.born_on?;
    let today = now.to_zoned(zone()).date();
    is_teenager(today, born_on).then(|| Known {
        surname: details.surname.clone(),
        given_name: details.given_name.clone(),
        patronymic: String::new(),
        born_on,
        birth_place: details.birth_place.clone(),
        sex: String::new(),
        municipality_id: None,
        street: details.street.clone(),
        postal_code: details.postal_code.clone(),
        city: details.city.clone(),
    })
}

fn sought(app: &Shared, known: &Known, details: &Details) -> Sought {
    let home = Household {
        phone: details.phone.clone(),
        ..Household::default()
    };
    identity::sought(app, known, Vec::new(), home)
}

/// Whether a parent holds the confirmed record of a teenager of these data: no second one is made then, and the parent is told.
/// What resembles a record less is a case later on.
pub fn before_own_person<'a>(
    tx: &'a mut Tx<'_>,
    app: Shared,
    details: Details,
    account: AccountId,
    now: Timestamp,
) -> Work<'a, bool, DbError> {
    Box::pin(async move {
        let Some(known) = teenager(&details, now) else {
            return Ok(false);
        };
        turn::take(tx, &app).await?;
        let mut sought = sought(&app, &known, &details);
        if let Some(own) = people::find_by_account(tx, account).await? {
            sought = namesakes::apart(tx, &sought, own.id).await?;
        }
        let Found::Here(id) = identity::look(tx, &app, &sought).await? else {
            return Ok(false);
        };
        let held: i64 = tx.one(teen_store::COUNT_HELD, &[&id]).await?;
        if held == 0 {
            return Ok(false);
        }
        audit::Entry::new(now, account, "teenager.met", "person", id.get())
            .write(tx)
            .await?;
        letters::tell_guardians(tx, &app, id, &letters::MET, now).await?;
        Ok(true)
    })
}

/// The person of an account was made or changed: the children for whom it acts are found by its name and telephone; a teenager gets the keys by which a child is found, so that nobody enters them
/// once more; what resembles them is a case for an operator.
pub fn after_own_person<'a>(
    tx: &'a mut Tx<'_>,
    app: Shared,
    id: PersonId,
    now: Timestamp,
) -> Work<'a, (), DbError> {
    Box::pin(async move {
        let person = people::find(tx, id).await?;
        if let Some(account) = person.as_ref().and_then(|one| one.account_id) {
            hashes::renew_of_account(tx, &app, account).await?;
        }
        let details = person.map(|one| one.details).unwrap_or_default();
        let Some(known) = teenager(&details, now) else {
            return Ok(());
        };
        turn::take(tx, &app).await?;
        let sought = namesakes::apart(tx, &sought(&app, &known, &details), id).await?;
        let (near, key) = match identity::look(tx, &app, &sought).await? {
            Found::Nobody => (Vec::new(), namesakes::own_key(tx, id, &sought.key).await?),
            Found::Perhaps(near) => (near, namesakes::own_key(tx, id, &sought.key).await?),
            Found::Here(other) => (vec![identity::near(tx, &app, &sought, other).await?], None),
        };
        // The key stays with the record that was here before, until an operator has seen both.
        let key = key.unwrap_or_else(|| format!("{}#own{id}", sought.key));
        tx.exec(store::RELEASE_KEY, &[&key, &id]).await?;
        tx.exec(teen_store::SET_KEY, &[&id, &key]).await?;
        hashes::renew(tx, &app, id).await?;
        open_cases(tx, id, &near, now).await
    })
}
