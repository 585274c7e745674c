//! Whom a mail reaches and what may go with it: pure.

use std::collections::BTreeSet;

use crate::enrolment::{EnrolmentId, EnrolmentState, Listed};

/// Characters of a subject.
pub const LONGEST_SUBJECT: usize = 150;
/// Characters of a text.
pub const LONGEST_TEXT: usize = 10_000;
/// Bytes of all files of a letter: mail servers refuse letters that are much larger.
pub const MOST_FILE_BYTES: u64 = 8_000_000;

/// States of those who can be written to. Who has left the group is left alone.
pub const STATES: [EnrolmentState; 7] = [
    EnrolmentState::Confirmed,
    EnrolmentState::Attending,
    EnrolmentState::Completed,
    EnrolmentState::NotCompleted,
    EnrolmentState::Applied,
    EnrolmentState::Offered,
    EnrolmentState::Waiting,
];

/// Whether those in this state are chosen unless staff says otherwise: they have, or had, a place.
pub fn is_usual(state: EnrolmentState) -> bool {
    crate::materials::rules::has_a_place(state)
}

/// Those in these states, and only these people unless none are named; each account once: somebody may have two people in
/// a group.
pub fn chosen(listed: Vec<Listed>, states: &[EnrolmentState], only: &[EnrolmentId]) -> Vec<Listed> {
    let mut known = BTreeSet::new();
    let chosen = listed.into_iter().filter(|one| {
        STATES.contains(&one.state)
            && states.contains(&one.state)
            && (only.is_empty() || only.contains(&one.id))
            && known.insert(one.account_id)
    });
    chosen.collect()
}

/// The text as paragraphs: one a line, since letters wrap lines by themselves.
pub fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::AccountId;

    fn listed(id: i64, account: i64, state: EnrolmentState) -> Listed {
        Listed {
            id: EnrolmentId::new(id),
            state,
            account_id: AccountId::new(account),
            email: format!("p{account}@szkola.example"),
            language: "pl".into(),
            child: String::new(),
            name: "Anna Nowak".into(),
        }
    }

    #[test]
    fn each_account_is_written_to_once_and_who_left_never() {
        let all: Vec<Listed> = EnrolmentState::ALL
            .into_iter()
            .zip(1..)
            .map(|(state, id)| listed(id, id, state))
            .collect();
        let reached = chosen(all, &EnrolmentState::ALL, &[]);
        assert_eq!(reached.len(), STATES.len());
        let twice = vec![
            listed(1, 7, EnrolmentState::Confirmed),
            listed(2, 7, EnrolmentState::Waiting),
            listed(3, 8, EnrolmentState::Waiting),
        ];
        let ids = |states: &[EnrolmentState]| -> Vec<i64> {
            let reached = chosen(twice.clone(), states, &[]);
            reached.iter().map(|one| one.id.get()).collect()
        };
        assert_eq!(ids(&STATES), [1, 3]);
        assert_eq!(ids(&[EnrolmentState::Waiting]), [2, 3]);
        assert!(ids(&[]).is_empty());
        let only = chosen(
            twice.clone(),
            &STATES,
            &[EnrolmentId::new(2), EnrolmentId::new(99)],
        );
        assert_eq!(only.iter().map(|one| one.id.get()).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn lines_become_paragraphs() {
        assert_eq!(paragraphs("A\n\n  B \nC"), ["A", "B", "C"]);
    }
}
