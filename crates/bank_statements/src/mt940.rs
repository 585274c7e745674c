//! MT940, the customer statement of SWIFT, in blocks or bare, as banks really write it.

mod details;
mod draft;
mod fields;
mod free_text;
mod line;
mod subfields;

use crate::MAX_STATEMENTS;
use crate::error::{Problem, ReadError};
use crate::statement::Statement;
use draft::Draft;
use fields::{Part, parts};

/// Whether one of the first lines begins with a field of MT940.
pub(crate) fn looks_like(text: &str) -> bool {
    parts(text)
        .take(60)
        .any(|part| matches!(part, Part::Field(_)))
}

/// All statements of the file.
pub(crate) fn read(text: &str) -> Result<Vec<Statement>, ReadError> {
    let mut statements = Vec::new();
    let mut draft: Option<Draft> = None;
    for part in parts(text) {
        match part {
            Part::Field(field) => {
                if draft
                    .as_ref()
                    .is_some_and(|draft| draft.ends_before(field.tag))
                {
                    statements.extend(draft.take().map(Draft::finish).transpose()?);
                }
                if statements.len() >= MAX_STATEMENTS {
                    let problem = Problem::too_many("statements", MAX_STATEMENTS);
                    return Err(ReadError::line(field.line, problem));
                }
                draft.get_or_insert_default().take(&field)?;
            }
            Part::End => statements.extend(draft.take().map(Draft::finish).transpose()?),
        }
    }
    statements.extend(draft.take().map(Draft::finish).transpose()?);
    if statements.is_empty() {
        return Err(ReadError::line(1, Problem::UnknownFormat));
    }
    Ok(statements)
}
