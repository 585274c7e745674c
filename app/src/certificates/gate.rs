//! The one gate before materials and certificate [A10]: the page, the download and the API ask the same function.

use crate::enrolment::{Enrolment, EnrolmentState};
use crate::payments::ChargeState;

/// How a training is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payment {
    /// It costs nothing.
    Free,
    /// Not booked yet.
    Due,
    /// Booked.
    Booked,
    /// Staff waived it.
    Waived,
}

impl Payment {
    /// From the charge of an enrolment, which came with the place: who has none got the place for nothing, whatever the
    /// group costs by now. Money that goes back pays nothing.
    pub fn of(charge: Option<ChargeState>) -> Self {
        match charge {
            None => Self::Free,
            Some(ChargeState::Booked) => Self::Booked,
            Some(ChargeState::Waived) => Self::Waived,
            Some(_) => Self::Due,
        }
    }
}

/// What the gate looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Where the enrolment stands.
    pub state: EnrolmentState,
    /// Whether the survey was sent.
    pub survey_done: bool,
    /// How it is paid.
    pub payment: Payment,
}

impl Facts {
    /// What is known of an enrolment and its charge.
    pub fn of(enrolment: &Enrolment, charge: Option<ChargeState>) -> Self {
        Self {
            state: enrolment.state,
            survey_done: enrolment.survey_done_on.is_some(),
            payment: Payment::of(charge),
        }
    }
}

/// A part that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The training is not completed.
    Completion,
    /// The survey was not sent.
    Survey,
    /// The charge is neither booked nor waived.
    Payment,
}

impl Missing {
    /// As message keys end, and the API says it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Completion => "completion",
            Self::Survey => "survey",
            Self::Payment => "payment",
        }
    }
}

/// Whether materials and certificate are open, and what is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    missing: Vec<Missing>,
}

impl Gate {
    /// Whether nothing is missing.
    pub fn is_open(&self) -> bool {
        self.missing.is_empty()
    }

    /// What is missing, in the order in which it can be done.
    pub fn missing(&self) -> &[Missing] {
        &self.missing
    }
}

/// Materials and certificate are open ⇔ `completed` ∧ survey done ∧ (free ∨ charge booked ∨ waived).
pub fn gate(facts: &Facts) -> Gate {
    let paid = matches!(
        facts.payment,
        Payment::Free | Payment::Booked | Payment::Waived
    );
    let completed = facts.state == EnrolmentState::Completed;
    let parts = [
        (completed, Missing::Completion),
        (facts.survey_done, Missing::Survey),
        (paid, Missing::Payment),
    ];
    let missing = parts
        .into_iter()
        .filter_map(|(there, part)| (!there).then_some(part));
    Gate {
        missing: missing.collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PAYMENTS: [Payment; 4] = [
        Payment::Free,
        Payment::Due,
        Payment::Booked,
        Payment::Waived,
    ];

    fn facts() -> impl Strategy<Value = Facts> {
        let states = proptest::sample::select(EnrolmentState::ALL.to_vec());
        let payments = proptest::sample::select(PAYMENTS.to_vec());
        (states, any::<bool>(), payments).prop_map(|(state, survey_done, payment)| Facts {
            state,
            survey_done,
            payment,
        })
    }

    proptest! {
        #[test]
        fn it_opens_exactly_as_the_rule_says(facts in facts()) {
            let completed = facts.state == EnrolmentState::Completed;
            let paid = facts.payment != Payment::Due;
            prop_assert_eq!(gate(&facts).is_open(), completed && facts.survey_done && paid);
        }

        #[test]
        fn each_missing_part_is_named_once_and_no_other(facts in facts()) {
            let gate = gate(&facts);
            let count = |part| gate.missing().iter().filter(|one| **one == part).count();
            let open = facts.state == EnrolmentState::Completed;
            prop_assert_eq!(count(Missing::Completion), usize::from(!open));
            prop_assert_eq!(count(Missing::Survey), usize::from(!facts.survey_done));
            prop_assert_eq!(count(Missing::Payment), usize::from(facts.payment == Payment::Due));
        }
    }
}
