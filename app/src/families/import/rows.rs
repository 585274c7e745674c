//! The rows of a list of people, checked as if they were typed one by one.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use jiff::civil::Date;
use person_matching::BirthDate;

use crate::accounts::OrganisationId;
use crate::families::fields::{Typed, number_of};
use crate::families::identity::Household;
use crate::families::types::{Document, DocumentKind, Known, Sex};
use crate::forms::FieldError;
use crate::i18n::Translator;
use crate::organisations::{Kind, Organisation, Tree};
use crate::tables::{Column, Need, Row, Spec, Table, UnknownColumns};
use crate::text::{TextProblem, clean_line, clean_name, fold, parse_date_fields};

/// The columns of a list of people, whoever reads it.
pub const COLUMNS: [Column; 15] = [
    column(
        "id",
        Need::Filled,
        &["nr", "lp", "numer", "номер", "код", "record_id"],
    ),
    column(
        "given_name",
        Need::Optional,
        &["first_name", "imię", "imiona", "имя"],
    ),
    column(
        "surname",
        Need::Optional,
        &["last_name", "family_name", "nazwisko", "фамилия"],
    ),
    column(
        "patronymic",
        Need::Optional,
        &["middle_name", "otczestwo", "отчество"],
    ),
    column(
        "date_of_birth",
        Need::Optional,
        &["birth_date", "data urodzenia", "дата рождения"],
    ),
    column("sex", Need::Optional, &["gender", "płeć", "пол"]),
    column(
        "municipality",
        Need::Optional,
        &[
            "city",
            "town",
            "miejscowość",
            "miasto",
            "город",
            "населённый пункт",
        ],
    ),
    column(
        "postcode",
        Need::Optional,
        &[
            "postal_code",
            "zip",
            "kod pocztowy",
            "индекс",
            "почтовый индекс",
        ],
    ),
    column(
        "address",
        Need::Optional,
        &["street", "adres", "ulica", "адрес", "улица"],
    ),
    column(
        "doc_type",
        Need::Optional,
        &["document_type", "rodzaj dokumentu", "вид документа"],
    ),
    column(
        "doc_number",
        Need::Optional,
        &[
            "document",
            "pesel",
            "numer dokumentu",
            "снилс",
            "номер документа",
        ],
    ),
    column(
        "parent_name",
        Need::Optional,
        &["guardian", "rodzic", "opiekun", "родитель", "представитель"],
    ),
    column(
        "parent_email",
        Need::Optional,
        &["email", "e-mail", "mail", "электронная почта"],
    ),
    column(
        "parent_phone",
        Need::Optional,
        &["phone", "telefon", "телефон"],
    ),
    column(
        "birth_place",
        Need::Optional,
        &["place_of_birth", "miejsce urodzenia", "место рождения"],
    ),
];

/// A column with its other headers.
pub const fn column(name: &'static str, need: Need, aliases: &'static [&'static str]) -> Column {
    Column {
        name,
        aliases,
        need,
    }
}

const PEOPLE_COLUMNS: [Column; 15] = {
    let mut columns = COLUMNS;
    // Empty cells are named together with whatever else is wrong with their row.
    columns[0].need = Need::Optional;
    columns[1].need = Need::Present;
    columns[2].need = Need::Present;
    columns[4].need = Need::Present;
    columns
};

/// The list that is taken in: who has no id is known by the line.
pub const PEOPLE: Spec = Spec {
    unknown: UnknownColumns::Ignore,
    ..Spec::new(&PEOPLE_COLUMNS)
};

/// Most characters of an address or a place.
const LINE: usize = 200;
/// Most characters of a postal code of any country.
const POSTAL_CODE: usize = 20;

/// Somebody of the list.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// Line of the file.
    pub line: u32,
    /// What the list calls the row: its id, else its line.
    pub id: String,
    /// The data.
    pub typed: Typed,
    pub(super) home: Household,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// Line of the file, from 1.
    pub line: u32,
    /// The problem, with the column as its field.
    pub error: FieldError,
}

impl RowProblem {
    /// The problem as a sentence.
    pub fn say(&self, t: Translator) -> String {
        t.get("families-import-row")
            .int("line", self.line)
            .text("column", self.error.field)
            .text("problem", self.error.say(t))
            .to_string()
    }
}

/// The people of a list.
///
/// # Errors
/// Everything that is wrong with any row.
pub fn people(table: &Table, today: Date, tree: &Tree) -> Result<Vec<NewPerson>, Vec<RowProblem>> {
    let (mut people, mut problems) = (Vec::with_capacity(table.rows.len()), Vec::new());
    let mut lines: HashMap<String, u32> = HashMap::with_capacity(table.rows.len());
    for row in &table.rows {
        let mut reader = Reader::new(table, row);
        reader.claim_id(&mut lines);
        match reader.person(today, tree) {
            Ok(person) => people.push(person),
            Err(errors) => problems.extend(errors.into_iter().map(|error| RowProblem {
                line: row.line,
                error,
            })),
        }
    }
    if problems.is_empty() {
        Ok(people)
    } else {
        Err(problems)
    }
}

struct Reader<'list> {
    table: &'list Table,
    row: &'list Row,
    errors: Vec<FieldError>,
}

impl<'list> Reader<'list> {
    fn new(table: &'list Table, row: &'list Row) -> Self {
        Self {
            table,
            row,
            errors: Vec::new(),
        }
    }

    fn cell(&self, column: &str) -> &'list str {
        self.table.cell(self.row, column)
    }

    /// What the list calls the row.
    fn id(&self) -> String {
        match self.cell("id") {
            "" => self.row.line.to_string(),
            id => id.to_owned(),
        }
    }

    /// Decisions name rows by their ids.
    fn claim_id(&mut self, lines: &mut HashMap<String, u32>) {
        match lines.entry(self.id()) {
            Entry::Occupied(first) => {
                let error = FieldError::new("id", "import_id_twice").with("first", first.get());
                self.errors.push(error);
            }
            Entry::Vacant(free) => {
                free.insert(self.row.line);
            }
        }
    }

    /// A name, which must be there.
    fn name(&mut self, column: &'static str) -> String {
        clean_name(self.cell(column)).unwrap_or_else(|problem| {
            self.errors.push(problem.on(column));
            String::new()
        })
    }

    fn take(
        &mut self,
        column: &'static str,
        clean: impl Fn(&str) -> Result<String, TextProblem>,
    ) -> String {
        match self.cell(column) {
            "" => String::new(),
            typed => clean(typed).unwrap_or_else(|problem| {
                self.errors.push(problem.on(column));
                String::new()
            }),
        }
    }

    fn person(mut self, today: Date, tree: &Tree) -> Result<NewPerson, Vec<FieldError>> {
        let line = |typed: &str| clean_line(typed, LINE);
        let (surname, given_name) = (self.name("surname"), self.name("given_name"));
        let patronymic = self.take("patronymic", clean_name);
        let born_on = self.born_on(today);
        let sex = self.sex();
        let document = self.document(born_on, sex);
        let city = self.take("municipality", line);
        let known = Known {
            surname,
            given_name,
            patronymic,
            born_on: born_on.unwrap_or_default(),
            birth_place: self.take("birth_place", line),
            sex: sex.map_or_else(String::new, |sex| sex.code().to_owned()),
            municipality_id: self.municipality(tree, &city),
            street: self.take("address", line),
            postal_code: self.take("postcode", |typed| clean_line(typed, POSTAL_CODE)),
            city,
        };
        let home = Household {
            guardian: self.take("parent_name", line),
            phone: self.take("parent_phone", line),
            email: self.take("parent_email", line),
        };
        if !self.errors.is_empty() {
            return Err(self.errors);
        }
        Ok(NewPerson {
            line: self.row.line,
            id: self.id(),
            typed: Typed { known, document },
            home,
        })
    }

    fn born_on(&mut self, today: Date) -> Option<Date> {
        let cell = self.cell("date_of_birth");
        let none = if cell.is_empty() {
            TextProblem::Empty
        } else {
            TextProblem::DateNotReal
        };
        let date = BirthDate::parse(cell).ok_or(none).and_then(|date| {
            let parts =
                [date.day.into(), date.month.into(), date.year].map(|part| part.to_string());
            parse_date_fields(&parts[0], &parts[1], &parts[2], today)
        });
        date.map_err(|problem| self.errors.push(problem.on("date_of_birth")))
            .ok()
    }

    fn municipality(&mut self, tree: &Tree, name: &str) -> Option<OrganisationId> {
        municipality(tree, name).unwrap_or_else(|code| {
            self.errors.push(FieldError::new("municipality", code));
            None
        })
    }

    fn sex(&mut self) -> Option<Sex> {
        match self.cell("sex") {
            "" => None,
            typed => match person_matching::Sex::parse(typed) {
                Some(person_matching::Sex::Female) => Some(Sex::Female),
                Some(person_matching::Sex::Male) => Some(Sex::Male),
                None => {
                    self.errors.push(FieldError::new("sex", "import_sex"));
                    None
                }
            },
        }
    }

    fn document(&mut self, born_on: Option<Date>, sex: Option<Sex>) -> Option<Document> {
        let number = self.cell("doc_number");
        if number.is_empty() {
            return None;
        }
        let kind = match person_matching::DocumentKind::parse(self.cell("doc_type")) {
            Some(kind) => kind_of(kind),
            None => guess(number),
        };
        match number_of(kind, number, born_on, sex) {
            Ok(number) => Some(Document { kind, number }),
            Err(code) => {
                self.errors.push(FieldError::new("doc_number", code));
                None
            }
        }
    }
}

const fn kind_of(kind: person_matching::DocumentKind) -> DocumentKind {
    match kind {
        person_matching::DocumentKind::Pesel => DocumentKind::Pesel,
        person_matching::DocumentKind::Snils => DocumentKind::Snils,
        person_matching::DocumentKind::BirthCertificate => DocumentKind::BirthCertificate,
        person_matching::DocumentKind::Other => DocumentKind::Other,
    }
}

/// The kind of a number whose kind the list does not say: one that has a control and keeps it.
fn guess(number: &str) -> DocumentKind {
    let controlled = [DocumentKind::Pesel, DocumentKind::Snils];
    let kept = controlled
        .into_iter()
        .find(|kind| number_of(*kind, number, None, None).is_ok());
    kept.unwrap_or(DocumentKind::Other)
}

/// The municipality of this name; none where nothing is said, or where the installation knows none at all.
fn municipality(tree: &Tree, name: &str) -> Result<Option<OrganisationId>, &'static str> {
    let is_one = |one: &&Organisation| one.kind == Kind::Municipality;
    if name.is_empty() || !tree.all().any(|one| is_one(&one)) {
        return Ok(None);
    }
    let name = fold(name);
    let all = tree.all().filter(is_one);
    let mut found = all.filter(|one| fold(&one.name) == name);
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(Some(one.id)),
        (None, _) => Err("import_municipality"),
        (Some(_), Some(_)) => Err("import_municipality_twice"),
    }
}
