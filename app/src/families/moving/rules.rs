//! What can be done with a change of municipality in which state (`spec/rules.md`, Request).

use super::types::MoveState;

/// A step of a change of municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The institution hands the signed copy in.
    Submit,
    /// The institution takes a draft back.
    Withdraw,
    /// The region agrees.
    Approve,
    /// The region does not.
    Refuse,
}

/// The state after a step; none where the step can not be taken.
pub fn after(state: MoveState, step: Step) -> Option<MoveState> {
    match (state, step) {
        (MoveState::Draft, Step::Submit) => Some(MoveState::Submitted),
        (MoveState::Draft, Step::Withdraw) => Some(MoveState::Withdrawn),
        (MoveState::Submitted, Step::Approve) => Some(MoveState::Approved),
        (MoveState::Submitted, Step::Refuse) => Some(MoveState::Refused),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: [Step; 4] = [Step::Submit, Step::Withdraw, Step::Approve, Step::Refuse];

    #[test]
    fn nothing_is_decided_that_nobody_has_signed() {
        let of_draft = STEPS.map(|step| after(MoveState::Draft, step));
        let expected = [
            Some(MoveState::Submitted),
            Some(MoveState::Withdrawn),
            None,
            None,
        ];
        assert_eq!(of_draft, expected);
        let of_submitted = STEPS.map(|step| after(MoveState::Submitted, step));
        let expected = [
            None,
            None,
            Some(MoveState::Approved),
            Some(MoveState::Refused),
        ];
        assert_eq!(of_submitted, expected);
    }

    #[test]
    fn what_was_decided_stays() {
        for state in MoveState::ALL.iter().filter(|state| !state.is_open()) {
            assert!(
                STEPS.iter().all(|step| after(*state, *step).is_none()),
                "{state:?}"
            );
        }
        for state in MoveState::ALL {
            let goes_on = STEPS.iter().any(|step| after(*state, *step).is_some());
            assert_eq!(goes_on, state.is_open(), "{state:?}");
        }
    }
}
