//! What is known of a child, as staff reads it.

use database::{DbError, Tx};

use super::{document_word, name_of, reason_word, role_word, zone};
use crate::app::Shared;
use crate::families::identity;
use crate::families::staff::types::{Confirmation, GuardianLine, Joined, Look, Version};
use crate::families::staff::{guardian_store, staff_store as own};
use crate::families::store::{self, KeptDocument};
use crate::families::types::Known;
use crate::i18n::Translator;
use crate::people::PersonId;
use crate::text::mask_email;

/// A label and a value.
pub(super) type Pair = (String, String);

/// Everything about a child besides its data.
pub(super) struct Record {
    pub(super) documents: Vec<KeptDocument>,
    pub(super) guardians: Vec<GuardianLine>,
    /// Those who were not let in.
    pub(super) refused: Vec<GuardianLine>,
    pub(super) joined: Vec<Joined>,
    pub(super) versions: Vec<Version>,
    pub(super) confirmations: Vec<Confirmation>,
    pub(super) looks: Vec<Look>,
}

impl Record {
    pub(super) async fn of(tx: &mut Tx<'_>, id: PersonId) -> Result<Self, DbError> {
        Ok(Self {
            documents: tx.among(store::LIST_DOCUMENTS_AMONG, &[id.get()]).await?,
            guardians: tx.all(own::LIST_GUARDIANS, &[&id]).await?,
            refused: tx.all(guardian_store::LIST_REFUSED, &[&id]).await?,
            joined: tx.all(own::LIST_JOINED, &[&id]).await?,
            versions: tx.all(own::LIST_VERSIONS, &[&id]).await?,
            confirmations: tx.all(own::LIST_CONFIRMATIONS, &[&id]).await?,
            looks: tx.all(own::LIST_LOOKS, &[&id]).await?,
        })
    }
}

/// The data as lines; empty ones are left out.
pub(super) fn lines(app: &Shared, t: Translator, known: &Known) -> Vec<Pair> {
    let mut all = all_lines(app, t, known);
    all.retain(|(_, value)| !value.is_empty());
    all
}

/// The data as lines, always the same ones.
pub(super) fn all_lines(app: &Shared, t: Translator, known: &Known) -> Vec<Pair> {
    let tree = app.organisations.current();
    let municipality = known.municipality_id.and_then(|id| tree.find(id));
    let sex = match known.sex.as_str() {
        "" => String::new(),
        code => t.get(&format!("families-sex-{code}")).to_string(),
    };
    let pair = |key: &str, value: String| (t.get(key).to_string(), value);
    vec![
        pair("families-surname", known.surname.clone()),
        pair("families-given-name", known.given_name.clone()),
        pair("families-patronymic", known.patronymic.clone()),
        pair("families-born", t.plain_date(known.born_on)),
        pair("families-birth-place", known.birth_place.clone()),
        pair("families-sex", sex),
        pair(
            "children-municipality",
            municipality.map_or_else(String::new, |one| one.name.clone()),
        ),
        pair("families-street", known.street.clone()),
        pair("families-postal-code", known.postal_code.clone()),
        pair("families-city", known.city.clone()),
    ]
}

/// Kinds and the ends of the numbers.
pub(super) fn documents(app: &Shared, t: Translator, kept: &[KeptDocument]) -> Vec<Pair> {
    let one = |one: &KeptDocument| {
        let number = identity::opened(app, one).map(|document| document.number);
        (
            document_word(t, one.kind.code()),
            masked(number.as_deref().unwrap_or_default()),
        )
    };
    kept.iter().map(one).collect()
}

/// The last three characters of a number; never half of it.
fn masked(number: &str) -> String {
    let count = number.chars().count();
    let shown = 3.min(count / 3);
    let end: String = number.chars().skip(count - shown).collect();
    format!("•••{end}")
}

/// A guardian with a masked address.
pub(super) struct Guardian {
    pub(super) name: String,
    pub(super) masked: String,
    pub(super) is_asking: bool,
    pub(super) address: String,
    pub(super) email: String,
    /// Where it is decided whether they act for the child; empty where there is nothing to decide.
    pub(super) decide: String,
}

pub(super) fn guardians(here: &str, all: &[GuardianLine]) -> Vec<Guardian> {
    let one = |one: &GuardianLine| Guardian {
        name: one.name.clone(),
        masked: mask_email(&one.email),
        is_asking: one.state == "asked",
        address: format!("{here}/guardians/{}/address", one.account_id),
        email: format!("{here}/guardians/{}/email", one.account_id),
        decide: String::new(),
    };
    all.iter().map(one).collect()
}

/// Something that happened, for a timeline.
pub(in crate::families) struct Event {
    pub(in crate::families) text: String,
    pub(in crate::families) when: String,
    pub(in crate::families) stamp: String,
    pub(in crate::families) who: String,
}

/// Who of the staff looked.
pub(in crate::families) fn looks(app: &Shared, t: Translator, all: &[Look]) -> Vec<Event> {
    let tree = app.organisations.current();
    let one = |one: &Look| Event {
        text: reason_word(t, &one.reason),
        when: t.date_time(one.looked_at, &zone()),
        stamp: one.looked_at.to_string(),
        who: t
            .get("children-look-who")
            .text("name", &one.name)
            .text("role", role_word(t, &one.role))
            .text("organisation", name_of(app, &tree, one.organisation_id))
            .to_string(),
    };
    all.iter().map(one).collect()
}

pub(super) fn confirmations(app: &Shared, t: Translator, all: &[Confirmation]) -> Vec<Event> {
    let tree = app.organisations.current();
    let one = |one: &Confirmation| {
        let seen = one.seen.split(' ').map(|code| document_word(t, code));
        let seen: Vec<String> = seen.collect();
        Event {
            text: t
                .get("children-confirmed-with")
                .text("documents", seen.join(", "))
                .to_string(),
            when: t.date_time(one.confirmed_at, &zone()),
            stamp: one.confirmed_at.to_string(),
            who: format!(
                "{}, {}",
                one.name,
                name_of(app, &tree, Some(one.organisation_id))
            ),
        }
    };
    all.iter().map(one).collect()
}

/// A change: who, when, why, and the fields that were otherwise before it.
pub(super) struct Change {
    pub(super) event: Event,
    pub(super) before: Vec<Pair>,
}

pub(super) fn changes(app: &Shared, t: Translator, now: &Known, all: &[Version]) -> Vec<Change> {
    let mut after = all_lines(app, t, now);
    let mut found = Vec::new();
    for version in all {
        let Ok(known) = serde_json::from_str::<Known>(&version.known) else {
            continue;
        };
        let before = all_lines(app, t, &known);
        let differing = before.iter().filter(|pair| !after.contains(pair));
        found.push(Change {
            before: differing.cloned().collect(),
            event: Event {
                text: version.reason.clone(),
                when: t.date_time(version.changed_at, &zone()),
                stamp: version.changed_at.to_string(),
                who: version.name.clone(),
            },
        });
        after = before;
    }
    found
}

/// A way through a group, as a row.
pub(super) struct Way {
    pub(super) title: String,
    pub(super) organisation: String,
    pub(super) state: String,
    pub(super) when: String,
}

pub(super) fn ways(app: &Shared, t: Translator, all: &[Joined]) -> Vec<Way> {
    let tree = app.organisations.current();
    let one = |one: &Joined| Way {
        title: format!("{}, {}", one.title, one.group_code),
        organisation: name_of(app, &tree, Some(one.organisation_id)),
        state: t
            .get(&format!("staff-enrolment-state-{}", one.state))
            .to_string(),
        when: t.date_time(one.applied_at, &zone()),
    };
    all.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn of_a_number_little_is_shown() {
        assert_eq!(masked("17231412355"), "•••355");
        assert_eq!(masked("AB12"), "•••2");
        assert_eq!(masked(""), "•••");
    }
}
