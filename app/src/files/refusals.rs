//! Why a file was not taken, as a form says it.

use super::clamav::ScanError;
use super::{NameProblem, NotTaken};
use crate::forms::FieldError;

/// The field of every form that takes a file.
const FIELD: &str = "file";

/// What is wrong with the name of a file.
pub fn wrong_name(problem: NameProblem) -> FieldError {
    match problem {
        NameProblem::NoEnding => FieldError::new(FIELD, "material_no_ending"),
        NameProblem::NotTaken(ending) => {
            FieldError::new(FIELD, "material_not_taken").with("ending", ending)
        }
        NameProblem::TwoEndings(endings) => {
            FieldError::new(FIELD, "material_two_endings").with("endings", endings)
        }
    }
}

/// Why the content of a file was not kept; `most` says in words how large it may be.
pub fn not_taken(reason: &NotTaken, ending: &str, most: &str) -> FieldError {
    match reason {
        NotTaken::Torn => FieldError::new(FIELD, "material_torn"),
        NotTaken::Empty => FieldError::new(FIELD, "material_empty"),
        NotTaken::TooLarge => FieldError::new(FIELD, "material_too_large").with("most", most),
        NotTaken::OfAnotherKind => {
            FieldError::new(FIELD, "material_other_kind").with("ending", ending)
        }
        NotTaken::Infected(found) => {
            tracing::warn!(found, "a file was refused by the virus scanner");
            FieldError::new(FIELD, "material_infected").with("found", found)
        }
        NotTaken::Scan(ScanError::TooLarge) => {
            tracing::error!(
                "the virus scanner takes no files of this length: raise StreamMaxLength of clamd"
            );
            FieldError::new(FIELD, "material_scanner_too_large")
        }
        NotTaken::Scan(error) => {
            tracing::error!(%error, "a file could not be scanned and was refused");
            FieldError::new(FIELD, "material_not_scanned")
        }
        NotTaken::Store(error) => {
            tracing::error!(%error, "a file could not be kept");
            FieldError::new(FIELD, "material_not_kept")
        }
    }
}
