//! To whom a material is open: pure.

use crate::certificates::Gate;
use crate::enrolment::EnrolmentState;

/// The most materials of a group.
pub const MOST: usize = 100;

/// What a participant finds of a material.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// It can be had.
    Open,
    /// It is listed with what is missing for it.
    Closed,
    /// It does not exist for whoever has no place, or lost it.
    Hidden,
}

/// Whether somebody has a place in the training, or had one to its end.
pub fn has_a_place(state: EnrolmentState) -> bool {
    matches!(
        state,
        EnrolmentState::Confirmed
            | EnrolmentState::Attending
            | EnrolmentState::Completed
            | EnrolmentState::NotCompleted
    )
}

/// Open with the gate, or from the start to everybody who has or had a place in the training.
pub fn access(from_start: bool, state: EnrolmentState, gate: &Gate) -> Access {
    if !has_a_place(state) {
        Access::Hidden
    } else if from_start || gate.is_open() {
        Access::Open
    } else {
        Access::Closed
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::certificates::gate::{Facts, Payment, gate};

    proptest! {
        #[test]
        fn a_material_opens_with_the_gate_or_from_the_start(
            state in proptest::sample::select(EnrolmentState::ALL.to_vec()),
            survey_done: bool,
            payment in proptest::sample::select(vec![Payment::Free, Payment::Due, Payment::Booked, Payment::Waived]),
            from_start: bool,
        ) {
            let gate = gate(&Facts { state, survey_done, payment });
            let access = access(from_start, state, &gate);
            prop_assert!(!gate.is_open() || access == Access::Open);
            prop_assert!(access != Access::Open || from_start || gate.is_open());
            let no_place = state.is_closed() || matches!(
                state,
                EnrolmentState::Applied | EnrolmentState::Waiting | EnrolmentState::Offered
            );
            prop_assert_eq!(access == Access::Hidden, no_place);
        }
    }
}
