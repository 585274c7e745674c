//! What the room speaks of: merges, what was chosen in them, and what stood before.

use serde::{Deserialize, Serialize};

use crate::families::types::Known;
use crate::people::Details;

database::id! {
    /// One record or account taken into another one.
    MergeId;
}

database::codes! {
    /// Where a merge stands.
    MergeState {
        /// The holder of the kept account was asked whether the applications may come over; nothing is done yet.
        Asked = "asked",
        /// The holder does not know the other account; nothing was done.
        Declined = "declined",
        /// Done; it can be taken apart for thirty days.
        Done = "done",
        /// Taken apart again.
        Undone = "undone",
    }
}

impl MergeState {
    /// What it means at a glance, as badges show it.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Asked => "attention",
            Self::Done => "done",
            Self::Declined | Self::Undone => "information",
        }
    }
}

/// What becomes of the applications of the account that goes (`spec/rules.md`, Merge).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Applications {
    /// They are cancelled, with the template that names the account that is kept.
    Cancel,
    /// They keep their places and their spots in the line, in the account that is kept.
    Move,
}

/// What was chosen before a merge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// What becomes of the applications.
    pub applications: Applications,
    /// Fields whose value comes from the record that goes.
    pub taken: Vec<String>,
}

/// What a merge needs to know to be taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// Code of the state of the record that went.
    pub gone_state: Option<String>,
    /// The kept child as it was, and as it is, where fields were taken.
    pub known: Option<(Known, Known)>,
    /// The holder of the kept account as it was, and as it is, where fields were taken.
    pub details: Option<(Details, Details)>,
    /// Enrolments that were cancelled.
    pub cancelled: usize,
}

/// Takes values of some fields from another record: both are objects with the same fields.
///
/// # Errors
/// What can not be written or read as JSON.
pub fn with_fields<T: Serialize + for<'a> Deserialize<'a>>(
    kept: &T,
    gone: &T,
    taken: &[String],
) -> Result<T, serde_json::Error> {
    let (mut kept, gone) = (serde_json::to_value(kept)?, serde_json::to_value(gone)?);
    for name in taken {
        if let (Some(place), Some(value)) = (kept.get_mut(name), gone.get(name)) {
            *place = value.clone();
        }
    }
    serde_json::from_value(kept)
}

/// The names of the fields in which two records differ, and only those that `gone` fills, in the order of the record.
///
/// # Errors
/// What can not be written as JSON.
pub fn differing<T: Serialize>(
    kept: &T,
    gone: &T,
) -> Result<Vec<(String, String, String)>, serde_json::Error> {
    let (kept, gone) = (serde_json::to_value(kept)?, serde_json::to_value(gone)?);
    let (Some(kept), Some(gone)) = (kept.as_object(), gone.as_object()) else {
        return Ok(Vec::new());
    };
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let both = kept.iter().filter_map(|(name, one)| {
        let other = gone.get(name)?;
        (one != other && !text(other).is_empty()).then(|| (name.clone(), text(one), text(other)))
    });
    Ok(both.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn details(surname: &str, phone: &str) -> Details {
        Details {
            surname: surname.into(),
            given_name: "Anna".into(),
            phone: phone.into(),
            ..Details::default()
        }
    }

    #[test]
    fn only_what_was_chosen_is_taken() {
        let (kept, gone) = (details("Nowak", "600100200"), details("Nowak-Lis", "700"));
        let differ = differing(&kept, &gone).unwrap_or_default();
        let names: Vec<&str> = differ.iter().map(|one| one.0.as_str()).collect();
        assert_eq!(names.len(), 2, "{differ:?}");
        assert!(names.contains(&"surname") && names.contains(&"phone"));
        let taken = with_fields(&kept, &gone, &["surname".into(), "no such field".into()]);
        assert_eq!(taken.ok(), Some(details("Nowak-Lis", "600100200")));
    }

    #[test]
    fn nothing_is_taken_from_an_empty_field() {
        let differ = differing(&details("Nowak", "600100200"), &details("Nowak", ""));
        assert!(differ.is_ok_and(|found| found.is_empty()));
    }
}
