//! How a certificate looks.

use std::sync::{Arc, LazyLock};

use typst::syntax::{DiagSpan, DiagSpanKind, FileId, Source};

use crate::world::file_id;
use crate::{Design, PressError};

/// The layout of a certificate, read once and used for many. It is a program in the typesetter's language that reads
/// `json("/facts.json")` (the fields of [`crate::Facts`] and `lang`) and `image("/qr.svg")`; nothing else is there.
#[derive(Debug, Clone)]
pub struct Template {
    source: Source,
    is_ours: bool,
    design: Option<Arc<Design>>,
    pages: usize,
}

impl Template {
    /// The layout that comes with the product: Polish, Russian and English.
    pub fn standard() -> Self {
        static STANDARD: LazyLock<Template> =
            LazyLock::new(|| Template::ours(include_str!("../templates/default.typ")));
        STANDARD.clone()
    }

    /// The standard layout as an organisation has changed it.
    pub fn designed(design: Design) -> Self {
        Self {
            // A picture may be at fault when printing takes too long; words are not.
            is_ours: design.logo.is_none(),
            design: Some(Arc::new(design)),
            ..Self::standard()
        }
    }

    /// A layout that comes with the product.
    pub(crate) fn ours(text: &str) -> Self {
        Self {
            source: Source::new(*TEMPLATE, text.to_owned()),
            is_ours: true,
            design: None,
            pages: 0,
        }
    }

    /// An administrator's layout. Refuses what is not well formed; what it asks for that does not exist shows when it
    /// is first printed, so it should be printed once before it is kept.
    pub fn parse(text: impl Into<String>) -> Result<Self, PressError> {
        let source = Source::new(*TEMPLATE, text.into());
        match source.root().errors_and_warnings().0.first() {
            None => Ok(Self {
                source,
                is_ours: false,
                design: None,
                pages: 0,
            }),
            Some(error) => {
                let line = line_of(&source, error.span);
                Err(PressError::Template {
                    message: error.message.to_string(),
                    line,
                })
            }
        }
    }

    /// Whether it comes with the product, so that it is never at fault when printing takes too long.
    pub(crate) fn is_ours(&self) -> bool {
        self.is_ours
    }

    /// The same layout for so many pages, where that is more than a certificate may have.
    pub(crate) fn of_pages(self, pages: usize) -> Self {
        Self { pages, ..self }
    }

    /// Pages that it is made for; a certificate's number where this is less.
    pub(crate) fn pages(&self) -> usize {
        self.pages
    }

    /// What an organisation has changed of it.
    pub(crate) fn design(&self) -> Option<&Design> {
        self.design.as_deref()
    }

    /// What the typesetter runs.
    pub(crate) fn source(&self) -> &Source {
        &self.source
    }
}

/// Name of every template inside the press. One for all, because the typesetter never forgets a name.
pub(crate) static TEMPLATE: LazyLock<FileId> = LazyLock::new(|| file_id("template.typ"));

/// The line, counted from 1, in which the typesetter saw something.
pub(crate) fn line_of(template: &Source, span: impl Into<DiagSpan>) -> Option<usize> {
    let range = match span.into().get() {
        DiagSpanKind::Number { id, num, sub_range } if id == *TEMPLATE => {
            template.range(num, sub_range)?
        }
        DiagSpanKind::Range { id, range } if id == *TEMPLATE => range,
        _ => return None,
    };
    template
        .lines()
        .byte_to_line(range.start)
        .map(|line| line + 1)
}
