//! Is this child here already? Exactly, by the key that the database keeps unique and by documents; nearly, by the hashes
//! of `person_matching` and the evidence between two records (`spec/rules.md`, Once; `design/person-matching.md`).

use database::{DbError, Tx};
use jiff::civil::Date;
use person_matching::{
    BirthDate, IdentityKey, Person, Population, PreparedPerson, TypedDocument, Verdict, compare,
};

use super::evidence::{hundredths, limits, reasons};
use super::fields::Typed;
use super::hashes::{hash_key, signed};
use super::records::{candidates, comparable};
use super::store::{self, KeptDocument};
use super::turn;
use super::types::{Document, DocumentKind, Known, Limits, Sex};
use super::vault::Sealed;
use crate::accounts::AccountId;
use crate::app::App;
use crate::people::{self, PersonId};

/// More records that resemble one child are not looked at; the nearest come first.
const MOST_NEAR: usize = 5;

/// A child that is looked for.
#[derive(Clone, Debug)]
pub struct Sought {
    /// The key that the database keeps unique.
    pub key: String,
    /// By which it will be found later.
    pub(super) hashes: Vec<i64>,
    pub(super) probes: Vec<i64>,
    /// Those of its documents.
    pub(super) document_probes: Vec<i64>,
    documents: Vec<Document>,
    pub(super) prepared: PreparedPerson,
    /// What is kept of its normal forms.
    pub(super) form: Option<String>,
    /// The record that is not another one: its own.
    own: Option<PersonId>,
    /// Records of which somebody has decided that they are somebody else.
    two: Vec<PersonId>,
}

impl Sought {
    /// The same, whose own record is not another one, nor are those of which somebody has decided that they are somebody else.
    #[must_use]
    pub(super) fn except(&self, own: PersonId, two: Vec<PersonId>) -> Self {
        Self {
            own: Some(own),
            two,
            ..self.clone()
        }
    }
}

/// A record that resembles a child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// Whose.
    pub id: PersonId,
    /// Evidence in hundredths of a bit.
    pub bits: i64,
    /// The fields that it comes from: JSON.
    pub reasons: String,
    /// The thresholds that it was measured by.
    pub limits: Limits,
}

/// What a look finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The child is here.
    Here(PersonId),
    /// Perhaps: the nearest first. An operator has to look.
    Perhaps(Vec<Near>),
    /// Nobody like this is here.
    Nobody,
}

/// A date as the matching has it.
pub fn date_of(date: Date) -> BirthDate {
    let small = |part: i8| u8::try_from(part).unwrap_or_default();
    let year = u16::try_from(date.year()).unwrap_or_default();
    BirthDate::new(year, small(date.month()), small(date.day()))
}

/// A sex as the matching has it.
pub fn sex_of(sex: Sex) -> person_matching::Sex {
    match sex {
        Sex::Female => person_matching::Sex::Female,
        Sex::Male => person_matching::Sex::Male,
    }
}

fn kind_of(kind: DocumentKind) -> person_matching::DocumentKind {
    match kind {
        DocumentKind::Pesel => person_matching::DocumentKind::Pesel,
        DocumentKind::Snils => person_matching::DocumentKind::Snils,
        DocumentKind::BirthCertificate => person_matching::DocumentKind::BirthCertificate,
        DocumentKind::Other => person_matching::DocumentKind::Other,
    }
}

/// Who acts for a child, as far as it helps to know the child again.
#[derive(Clone, Debug, Default)]
pub(super) struct Household {
    pub(super) guardian: String,
    pub(super) phone: String,
    pub(super) email: String,
}

impl Household {
    /// What stays with a record that has no guardian here yet: the telephone.
    pub(super) fn kept(&self) -> Self {
        Self {
            phone: self.phone.clone(),
            ..Self::default()
        }
    }
}

/// A child of these data, as the matching has it.
pub(super) fn person_of(known: &Known, documents: &[Document], home: Household) -> Person {
    let typed = |one: &Document| TypedDocument {
        kind: Some(kind_of(one.kind)),
        number: one.number.clone(),
    };
    Person {
        given_name: known.given_name.clone(),
        surname: known.surname.clone(),
        patronymic: known.patronymic.clone(),
        birth_date: Some(date_of(known.born_on)),
        sex: Sex::from_code(&known.sex).map(sex_of),
        municipality: known.city.clone(),
        postal_code: known.postal_code.clone(),
        address: known.street.clone(),
        documents: documents.iter().map(typed).collect(),
        guardian: home.guardian,
        phone: home.phone,
        email: home.email,
    }
}

/// Makes what was typed comparable; who acts for the child is part of it.
///
/// # Errors
/// The database does not answer.
pub async fn prepare(
    tx: &mut Tx<'_>,
    app: &App,
    by: AccountId,
    typed: &Typed,
) -> Result<Sought, DbError> {
    let documents = typed.document.iter().cloned().collect();
    prepare_with(tx, app, by, (&typed.known, documents)).await
}

/// The same for a child of these documents, typed now or kept before.
///
/// # Errors
/// The database does not answer.
pub async fn prepare_with(
    tx: &mut Tx<'_>,
    app: &App,
    by: AccountId,
    (known, documents): (&Known, Vec<Document>),
) -> Result<Sought, DbError> {
    let guardian = people::find_by_account(tx, by).await?;
    let email = tx.opt::<String>(store::FIND_EMAIL, &[&by]).await?;
    let home = Household {
        guardian: guardian
            .as_ref()
            .map_or_else(String::new, |one| one.details.name()),
        phone: guardian.map_or_else(String::new, |one| one.details.phone),
        email: email.unwrap_or_default(),
    };
    Ok(sought(app, known, documents, home))
}

/// The key of these data, without the number of a namesake.
pub(super) fn key_of(known: &Known) -> String {
    let key = IdentityKey::of(&known.surname, &known.given_name, date_of(known.born_on));
    // Names without a letter are refused before; whoever gets here without a key is kept apart by the names themselves.
    key.map_or_else(
        || format!("{}|{}", known.name(), known.born_on),
        |key| key.to_string(),
    )
}

/// A child of these data, made comparable.
pub(super) fn sought(
    app: &App,
    known: &Known,
    documents: Vec<Document>,
    home: Household,
) -> Sought {
    let prepared = PreparedPerson::new(&person_of(known, &documents, home));
    let hashing = hash_key(app);
    Sought {
        key: key_of(known),
        hashes: signed(prepared.keys(&hashing)),
        probes: signed(prepared.probes(&hashing)),
        document_probes: signed(prepared.document_keys(&hashing)),
        documents,
        form: PreparedPerson::form(std::slice::from_ref(&prepared)),
        prepared,
        own: None,
        two: Vec::new(),
    }
}

/// A child of a list, whose guardian has no account here. The whole household helps to compare it; found later it is only by
/// what is kept.
pub(super) fn sought_of_list(app: &App, typed: &Typed, home: &Household) -> Sought {
    let documents: Vec<Document> = typed.document.iter().cloned().collect();
    let kept = PreparedPerson::new(&person_of(&typed.known, &documents, home.kept()));
    Sought {
        hashes: signed(kept.keys(&hash_key(app))),
        form: PreparedPerson::form(std::slice::from_ref(&kept)),
        ..sought(app, &typed.known, documents, home.clone())
    }
}

/// Looks whether a child is here: first by its key and documents, then among those who resemble it. Whoever was decided to be
/// somebody else may have the same name, but not the same document.
///
/// # Errors
/// The database does not answer.
pub async fn look(tx: &mut Tx<'_>, app: &App, sought: &Sought) -> Result<Found, DbError> {
    let is_other = |id: &PersonId| Some(*id) != sought.own;
    let by_key: Option<PersonId> = tx.opt(store::FIND_BY_KEY, &[&sought.key]).await?;
    let is_open = |id: &PersonId| is_other(id) && !sought.two.contains(id);
    if let Some(id) = by_key.filter(is_open) {
        return Ok(Found::Here(id));
    }
    for document in &sought.documents {
        for hash in turn::hashes_of(tx, app, document).await? {
            let by_document: Option<PersonId> = tx.opt(store::FIND_BY_DOCUMENT, &[&hash]).await?;
            if let Some(id) = by_document.filter(is_other) {
                return Ok(Found::Here(id));
            }
        }
    }
    let mut near = Vec::new();
    let population = population(tx).await?;
    for (id, candidate) in candidates(tx, app, sought, &population).await? {
        if !is_open(&id) {
            continue;
        }
        let evidence = compare(&sought.prepared, &candidate, &population);
        match evidence.verdict {
            Verdict::Same => return Ok(Found::Here(id)),
            Verdict::Review => near.push(Near {
                id,
                bits: hundredths(evidence.bits),
                reasons: reasons(&evidence),
                limits: limits(population.size()),
            }),
            Verdict::New => {}
        }
    }
    if near.is_empty() {
        return Ok(Found::Nobody);
    }
    near.sort_by_key(|one| std::cmp::Reverse(one.bits));
    near.truncate(MOST_NEAR);
    Ok(Found::Perhaps(near))
}

/// Everybody who is here, as many as there may be.
async fn population(tx: &mut Tx<'_>) -> Result<Population, DbError> {
    let size: i64 = tx.one(store::ESTIMATE_REGISTER, &[]).await?;
    Ok(Population::of_size(
        usize::try_from(size).unwrap_or_default(),
    ))
}

/// The thresholds of today.
///
/// # Errors
/// The database does not answer.
pub(super) async fn limits_of_register(tx: &mut Tx<'_>) -> Result<Limits, DbError> {
    Ok(limits(population(tx).await?.size()))
}

/// A kept document; none when the key that sealed it is not in the key file either, which `doctor` says.
pub fn opened(app: &App, kept: &KeptDocument) -> Option<Document> {
    turn::know_key(app, kept.key_number);
    let sealed = Sealed {
        key_number: kept.key_number,
        bytes: kept.sealed.clone(),
    };
    let number = app.vault.open(&sealed, &kept.number_hash)?;
    Some(Document {
        kind: kept.kind,
        number,
    })
}

/// What speaks for and against a child being this person; with the guardian who fits best.
///
/// # Errors
/// The database does not answer.
pub(super) async fn evidence(
    tx: &mut Tx<'_>,
    app: &App,
    sought: &Sought,
    id: PersonId,
) -> Result<Option<person_matching::Match>, DbError> {
    let population = population(tx).await?;
    let records = comparable(tx, app, &[id.get()]).await?;
    let found = records
        .iter()
        .map(|(_, record)| compare(&sought.prepared, record, &population));
    Ok(found.max_by(|one, other| one.bits.total_cmp(&other.bits)))
}

/// The same as a case keeps it.
///
/// # Errors
/// The database does not answer.
pub(super) async fn near(
    tx: &mut Tx<'_>,
    app: &App,
    sought: &Sought,
    id: PersonId,
) -> Result<Near, DbError> {
    let most = evidence(tx, app, sought, id).await?;
    Ok(Near {
        id,
        bits: most.as_ref().map_or(0, |one| hundredths(one.bits)),
        reasons: most.map_or_else(|| "[]".to_owned(), |one| reasons(&one)),
        limits: limits_of_register(tx).await?,
    })
}
