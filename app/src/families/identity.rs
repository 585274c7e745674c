//! Is this child here already? Exactly, by the key that the database keeps unique and by documents; nearly, by the hashes
//! of `person_matching` and the evidence between two records (`spec/rules.md`, Once; `design/person-matching.md`).

use database::{DbError, Tx};
use jiff::civil::Date;
use person_matching::{
    BirthDate, HashKey, IdentityKey, Person, Population, PreparedPerson, TypedDocument, Verdict,
    compare,
};

use super::evidence::{hundredths, limits, reasons};
use super::fields::Typed;
use super::store::{self, KeptDocument};
use super::types::{Child, Document, DocumentKind, Known, Limits, Sex};
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
    pub hashes: Vec<i64>,
    probes: Vec<i64>,
    documents: Vec<Document>,
    pub(super) prepared: PreparedPerson,
    /// The record that is not another one: its own.
    own: Option<PersonId>,
}

impl Sought {
    /// The same, whose own record is not another one.
    #[must_use]
    pub fn except(&self, own: PersonId) -> Self {
        Self {
            own: Some(own),
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

fn person_of(known: &Known, documents: &[Document], home: Household) -> Person {
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

fn hash_key(app: &App) -> HashKey {
    let secret = app.key.derive("person hashes");
    let mut half = [0; 16];
    half.copy_from_slice(&secret[..16]);
    HashKey::new(half)
}

/// Hashes as the database keeps them.
fn signed(hashes: Vec<u64>) -> Vec<i64> {
    hashes.into_iter().map(u64::cast_signed).collect()
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
        documents,
        prepared,
        own: None,
    }
}

/// Looks whether a child is here: first by its key and documents, then among those who resemble it.
///
/// # Errors
/// The database does not answer.
pub async fn look(tx: &mut Tx<'_>, app: &App, sought: &Sought) -> Result<Found, DbError> {
    let is_other = |id: &PersonId| Some(*id) != sought.own;
    let by_key: Option<PersonId> = tx.opt(store::FIND_BY_KEY, &[&sought.key]).await?;
    if let Some(id) = by_key.filter(is_other) {
        return Ok(Found::Here(id));
    }
    for document in &sought.documents {
        for hash in app.vault.hashes(document.kind.code(), &document.number) {
            let by_document: Option<PersonId> = tx.opt(store::FIND_BY_DOCUMENT, &[&hash]).await?;
            if let Some(id) = by_document.filter(is_other) {
                return Ok(Found::Here(id));
            }
        }
    }
    let mut near = Vec::new();
    let population = population(tx).await?;
    for (id, candidate) in candidates(tx, app, &sought.probes).await? {
        if !is_other(&id) {
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

/// A row of a candidate: the record, and one of those who act for it.
struct Row {
    child: Child,
    home: Household,
}

impl database::FromRow for Row {
    fn from_row(row: &database::Row<'_>) -> Result<Self, DbError> {
        let surname: String = row.get("guardian_surname")?;
        let given_name: String = row.get("guardian_given_name")?;
        Ok(Self {
            child: Child::from_row(row)?,
            home: Household {
                guardian: format!("{given_name} {surname}").trim().to_owned(),
                phone: row.get("phone")?,
                email: row.get("email")?,
            },
        })
    }
}

/// The records that share a hash with the child, made comparable.
async fn candidates(
    tx: &mut Tx<'_>,
    app: &App,
    probes: &[i64],
) -> Result<Vec<(PersonId, PreparedPerson)>, DbError> {
    let ids: Vec<PersonId> = tx.among(store::LIST_BY_HASHES, probes).await?;
    let ids: Vec<i64> = ids.into_iter().map(PersonId::get).collect();
    comparable(tx, app, &ids).await
}

/// The records with these ids, made comparable; one with two guardians comes once with each.
async fn comparable(
    tx: &mut Tx<'_>,
    app: &App,
    ids: &[i64],
) -> Result<Vec<(PersonId, PreparedPerson)>, DbError> {
    let rows: Vec<Row> = tx.among(store::LIST_CANDIDATES_AMONG, ids).await?;
    let kept: Vec<KeptDocument> = tx.among(store::LIST_DOCUMENTS_AMONG, ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let own = kept.iter().filter(|one| one.person_id == row.child.id);
            let documents: Vec<Document> = own.filter_map(|one| opened(app, one)).collect();
            let person = person_of(&row.child.known, &documents, row.home);
            (row.child.id, PreparedPerson::new(&person))
        })
        .collect())
}

/// A kept document; none when the key that sealed it is not here, which `doctor` says.
pub fn opened(app: &App, kept: &KeptDocument) -> Option<Document> {
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

/// Makes the hashes by which a person is found anew: of its data, its documents and everybody who acts for it.
///
/// # Errors
/// The database refuses.
pub async fn renew_hashes(tx: &mut Tx<'_>, app: &App, id: PersonId) -> Result<(), DbError> {
    let hashing = hash_key(app);
    let records = comparable(tx, app, &[id.get()]).await?;
    let mut hashes: Vec<i64> = records
        .iter()
        .flat_map(|(_, record)| signed(record.keys(&hashing)))
        .collect();
    hashes.sort_unstable();
    hashes.dedup();
    tx.exec(store::DELETE_HASHES, &[&id]).await?;
    keep_hashes(tx, id, &hashes).await
}

/// Keeps the hashes by which a person is found.
///
/// # Errors
/// The database refuses.
pub async fn keep_hashes(tx: &mut Tx<'_>, id: PersonId, hashes: &[i64]) -> Result<(), DbError> {
    let row = |hash: &i64| vec![database::Value::from(*hash), database::Value::from(id)];
    let rows: Vec<_> = hashes.iter().map(row).collect();
    tx.batch(store::INSERT_HASH, &rows).await.map(drop)
}
