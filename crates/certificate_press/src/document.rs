//! Other documents than certificates: facts as JSON and a layout in, the same kind of PDF out.

use std::sync::LazyLock;

use jiff::Timestamp;
use serde_json::Value;
use typst::foundations::Bytes;

use crate::press::Form;
use crate::printable::described;
use crate::qr::Qr;
use crate::world::Desk;
use crate::{Press, PressError, Template};

/// A report of a large town has as many; whoever needs more takes the workbook.
const PAGES_OF_FIGURES: usize = 60;

/// An institution that pays for a thousand people gets one paper.
const PAGES_OF_AN_INVOICE: usize = 100;

/// A document to be printed.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// What the layout reads as `/facts.json`. Characters without a letter become a visible `?`.
    pub facts: Value,
    /// What the QR carries; the layout reads it as `/qr.svg`. Without it there is no such file.
    pub qr_payload: Option<&'a str>,
    /// By which the document is told from others.
    pub ident: String,
    /// The instant that the document declares as its creation.
    pub created_at: Timestamp,
}

impl Template {
    /// The layout of a pro-forma or collective invoice that comes with the product: Polish, Russian and English.
    pub fn pro_forma() -> Self {
        static SOURCE: LazyLock<Template> = LazyLock::new(|| {
            Template::ours(include_str!("../templates/pro_forma.typ")).of_pages(PAGES_OF_AN_INVOICE)
        });
        SOURCE.clone()
    }

    /// The layout of a list of hours that comes with the product; its words come with the facts.
    pub fn hours() -> Self {
        static SOURCE: LazyLock<Template> =
            LazyLock::new(|| Template::ours(include_str!("../templates/hours.typ")));
        SOURCE.clone()
    }

    /// The layout of an application to be signed by hand that comes with the product; its words come with the facts.
    pub fn application() -> Self {
        static SOURCE: LazyLock<Template> =
            LazyLock::new(|| Template::ours(include_str!("../templates/application.typ")));
        SOURCE.clone()
    }

    /// The layout of the figures of a period that comes with the product; its words come with the facts.
    pub fn figures() -> Self {
        static SOURCE: LazyLock<Template> = LazyLock::new(|| {
            Template::ours(include_str!("../templates/figures.typ")).of_pages(PAGES_OF_FIGURES)
        });
        SOURCE.clone()
    }
}

impl Press {
    /// The document as PDF/A-2a and PDF/UA-1, under the limits of certificates; a layout of ours may be made for more pages.
    ///
    /// # Errors
    /// Every [`PressError`] but those about facts that must be exact.
    pub fn print_document(
        &self,
        document: Document<'_>,
        template: &Template,
    ) -> Result<Vec<u8>, PressError> {
        let facts = serde_json::to_vec(&settable(document.facts));
        let facts = facts.map_err(|error| PressError::Unavailable(error.to_string()))?;
        let desk = Desk {
            template: template.source().clone(),
            facts: Bytes::new(facts),
            qr: document.qr_payload.map(Qr::of).transpose()?,
            logo: None,
        };
        let form = Form::pdf(document.ident, document.created_at);
        self.set(desk, template, form)
    }
}

/// The same facts with only what can be set.
fn settable(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(described(&text)),
        Value::Array(all) => Value::Array(all.into_iter().map(settable).collect()),
        Value::Object(all) => all
            .into_iter()
            .map(|(name, value)| (name, settable(value)))
            .collect(),
        other => other,
    }
}
