//! Pages of families: the children of a cabinet, entering one, what is known of it.

mod already;
mod child;
mod correct;
mod enter;
mod forgotten;

pub(in crate::families) use enter::CONSENT_VERSION;

use axum::Router;
use axum::routing::{get, post};
use jiff::civil::Date;

use super::fields;
use super::store::KeptDocument;
use super::types::Known;
use crate::app::Shared;
use crate::forms::Form;
use crate::i18n::Translator;
use crate::organisations::Tree;
use crate::web::Context;

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/my/children", get(child::list))
        .route("/my/children/new", get(enter::page).post(enter::send))
        .route("/my/children/next", post(already::next))
        .route(
            "/forgotten-address",
            get(forgotten::page).post(forgotten::send),
        )
        .route("/my/children/{child}", get(child::page))
        .route("/my/children/{child}/guardians", post(child::decide))
        .route(
            "/my/children/{child}/change",
            get(child::change_page).post(child::change),
        )
        .route(
            "/my/children/{child}/correct",
            get(correct::page).post(correct::send),
        )
}

/// What the template of the fields offers.
pub(in crate::families) struct Choices {
    pub(in crate::families) municipalities: Vec<(String, String)>,
    pub(in crate::families) sexes: Vec<(String, String)>,
    pub(in crate::families) documents: Vec<(String, String)>,
    pub(in crate::families) document_hint: String,
    pub(in crate::families) no_document: String,
}

impl Choices {
    pub(in crate::families) fn of(t: Translator, tree: &Tree) -> Self {
        let named = |codes: &[&str], key: &str| {
            let one = |code: &&str| {
                let key = format!("{key}-{}", code.replace('_', "-"));
                ((*code).to_owned(), t.get(&key).to_string())
            };
            codes.iter().map(one).collect()
        };
        Self {
            municipalities: fields::municipalities(tree),
            sexes: named(&["female", "male"], "families-sex"),
            documents: named(
                &["pesel", "snils", "birth_certificate", "other"],
                "families-document",
            ),
            document_hint: "families-document-hint".to_owned(),
            no_document: "families-document-none".to_owned(),
        }
    }

    /// The same for a child that is here already: a document is added or corrected.
    pub(in crate::families) fn of_change(self) -> Self {
        Self {
            document_hint: "families-document-change-hint".to_owned(),
            no_document: "families-document-as-it-is".to_owned(),
            ..self
        }
    }
}

/// What is known of a child as label and value, and the documents whose numbers are kept.
pub(in crate::families) fn facts_of(
    t: Translator,
    tree: &Tree,
    known: &Known,
    documents: &[KeptDocument],
) -> (Vec<(String, String)>, Vec<String>) {
    let municipality = known.municipality_id.and_then(|id| tree.find(id));
    let sex = match known.sex.as_str() {
        "" => String::new(),
        code => t.get(&format!("families-sex-{code}")).to_string(),
    };
    let line = |key: &str, value: &str| (t.get(key).to_string(), value.to_owned());
    let mut lines = vec![
        line("families-surname", &known.surname),
        line("families-given-name", &known.given_name),
        line("families-patronymic", &known.patronymic),
        line("families-born", &t.date(known.born_on)),
        line("families-birth-place", &known.birth_place),
        line("families-sex", &sex),
        line(
            "families-municipality",
            municipality.map_or("", |one| &one.name),
        ),
        line(
            "families-address",
            &format!("{}, {} {}", known.street, known.postal_code, known.city),
        ),
    ];
    lines.retain(|(_, value)| !value.is_empty());
    let document = |one: &KeptDocument| {
        let key = format!("families-document-{}", one.kind.code().replace('_', "-"));
        t.get(&key).to_string()
    };
    (lines, documents.iter().map(document).collect())
}

/// What is kept and differs from what was typed, as label and value.
pub(in crate::families) fn differing(
    t: Translator,
    tree: &Tree,
    typed: &Known,
    kept: &Known,
) -> Vec<(String, String)> {
    let (typed, _) = facts_of(t, tree, typed, &[]);
    let (kept, _) = facts_of(t, tree, kept, &[]);
    kept.into_iter()
        .filter(|line| !typed.contains(line))
        .collect()
}

/// Today where the installation stands.
fn today(ctx: &Context) -> Date {
    ctx.now().to_zoned(crate::clock::zone()).date()
}

/// A line of what somebody typed: its label and value.
struct Line {
    label: String,
    value: String,
}

/// What was typed, as the page shows it beside the next step.
fn typed(t: Translator, form: &Form, born: Option<Date>) -> Vec<Line> {
    let of = |field: &str| Line {
        label: t
            .get(&format!("families-{}", field.replace('_', "-")))
            .to_string(),
        value: form.value(field).to_owned(),
    };
    let mut lines: Vec<Line> = ["surname", "given_name", "patronymic"].map(of).into();
    lines.extend(born.map(|date| Line {
        label: t.get("families-born").to_string(),
        value: t.plain_date(date),
    }));
    lines.retain(|line| !line.value.is_empty());
    lines
}
