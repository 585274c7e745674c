//! One number for a group: the mean of everything that was answered on a scale, of the answers that its own page shows.

use std::collections::BTreeMap;

use super::Answer;
pub use super::store::Given;
use super::store::shown_of;
use crate::catalogue::GroupId;

/// What a group's answers say in one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Average {
    /// The group.
    pub group_id: GroupId,
    /// So many answers are shown.
    pub people: usize,
    /// Sum of the points from 1 to 5.
    pub points: usize,
    /// How many points were given.
    pub given: usize,
}

impl Average {
    /// The mean in hundredths; none when nothing was asked on a scale.
    pub fn mean(&self) -> Option<usize> {
        (self.points * 100 + self.given / 2).checked_div(self.given)
    }
}

/// The groups of which enough was given to be shown, in the order of their ids.
pub fn averages(given: Vec<Given>) -> Vec<Average> {
    let mut found: BTreeMap<i64, Average> = BTreeMap::new();
    for one in shown_of(given) {
        let average = found.entry(one.group_id.get()).or_insert(Average {
            group_id: one.group_id,
            people: 0,
            points: 0,
            given: 0,
        });
        average.people += 1;
        for answer in one.sheet.answers.values() {
            if let Answer::Point(point) = answer {
                average.points += usize::from(*point);
                average.given += 1;
            }
        }
    }
    found.into_values().collect()
}
