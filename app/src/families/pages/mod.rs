//! Pages of families: the children of a cabinet, entering one, what is known of it.

mod already;
mod child;
mod enter;
mod forgotten;

use axum::Router;
use axum::routing::{get, post};
use jiff::civil::Date;

use super::fields;
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
}

/// What the template of the fields offers.
struct Choices {
    municipalities: Vec<(String, String)>,
    sexes: Vec<(String, String)>,
    /// Empty where no document is asked for.
    documents: Vec<(String, String)>,
}

impl Choices {
    fn of(t: Translator, tree: &Tree, asks_document: bool) -> Self {
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
            documents: if asks_document {
                let kinds = ["pesel", "snils", "birth_certificate", "other"];
                named(&kinds, "families-document")
            } else {
                Vec::new()
            },
        }
    }
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
        value: t.day_of(date),
    }));
    lines.retain(|line| !line.value.is_empty());
    lines
}
