//! What the matching promises, on many small cases; against all assignments that there are where these can be counted.

use allocation::{Ranking, matching};
use proptest::prelude::*;

#[derive(Clone, Debug)]
struct Case {
    wishes: Vec<Vec<usize>>,
    groups: Vec<Ranking>,
}

/// So many children and groups at most; whoever wishes for a group has applied there.
fn cases(children: usize, groups: usize) -> impl Strategy<Value = Case> {
    (1..=children, 1..=groups).prop_flat_map(|(children, groups)| {
        let all: Vec<usize> = (0..groups).collect();
        let one = proptest::sample::subsequence(all, 0..=groups).prop_shuffle();
        let wishes = proptest::collection::vec(one, children);
        let places = proptest::collection::vec(0..3_usize, groups);
        let everybody: Vec<usize> = (0..children).collect();
        let order = Just(everybody).prop_shuffle();
        let orders = proptest::collection::vec(order, groups);
        (wishes, places, orders).prop_map(|(wishes, places, orders)| {
            let ranking = |(at, (places, order)): (usize, (usize, Vec<usize>))| Ranking {
                places,
                order: order
                    .into_iter()
                    .filter(|who| wishes[*who].contains(&at))
                    .collect(),
            };
            let both = places.into_iter().zip(orders).enumerate();
            let groups = both.map(ranking).collect();
            Case { wishes, groups }
        })
    })
}

fn rank(case: &Case, who: usize, group: usize) -> usize {
    let mut order = case.groups[group].order.iter();
    order.position(|other| *other == who).unwrap_or(usize::MAX)
}

/// How dear to a child what it gets is; nothing at all comes last.
fn dearness(case: &Case, who: usize, got: Option<usize>) -> usize {
    let wishes = &case.wishes[who];
    let at = got.and_then(|got| wishes.iter().position(|group| *group == got));
    at.unwrap_or(wishes.len())
}

fn holds(case: &Case, given: &[Option<usize>], group: usize) -> Vec<usize> {
    let all = 0..case.wishes.len();
    all.filter(|who| given[*who] == Some(group)).collect()
}

/// Nobody over capacity, nobody where they did not wish, and nobody would rather swap with a group that would, too.
fn is_stable(case: &Case, given: &[Option<usize>]) -> bool {
    for (group, ranking) in case.groups.iter().enumerate() {
        if holds(case, given, group).len() > ranking.places {
            return false;
        }
    }
    (0..case.wishes.len()).all(|who| {
        let got = given[who];
        if got.is_some_and(|got| !case.wishes[who].contains(&got)) {
            return false;
        }
        let dearer = &case.wishes[who][..dearness(case, who, got)];
        dearer.iter().all(|group| {
            let held = holds(case, given, *group);
            let own = rank(case, who, *group);
            held.len() == case.groups[*group].places
                && held.iter().all(|other| rank(case, *other, *group) < own)
        })
    })
}

/// Every way to give everybody one wish or nothing.
fn assignments(case: &Case) -> Vec<Vec<Option<usize>>> {
    let mut all = vec![Vec::new()];
    for wishes in &case.wishes {
        let choices: Vec<Option<usize>> = wishes.iter().copied().map(Some).chain([None]).collect();
        all = all
            .iter()
            .flat_map(|so_far: &Vec<Option<usize>>| {
                choices.iter().map(|choice| {
                    let mut next = so_far.clone();
                    next.push(*choice);
                    next
                })
            })
            .collect();
    }
    all
}

proptest! {
    #[test]
    fn nobody_is_passed_over_and_capacities_hold(case in cases(12, 5)) {
        let given = matching(&case.wishes, &case.groups);
        prop_assert!(is_stable(&case, &given), "{given:?}");
    }

    #[test]
    fn no_stable_result_is_better_for_anybody(case in cases(5, 3)) {
        let given = matching(&case.wishes, &case.groups);
        let mut stable = 0;
        for other in assignments(&case).iter().filter(|other| is_stable(&case, other)) {
            stable += 1;
            for (who, got) in other.iter().enumerate() {
                prop_assert!(dearness(&case, who, given[who]) <= dearness(&case, who, *got));
            }
        }
        prop_assert!(stable > 0);
    }

    #[test]
    fn who_is_looked_at_first_does_not_matter(
        (case, order) in cases(10, 4).prop_flat_map(|case| {
            let everybody: Vec<usize> = (0..case.wishes.len()).collect();
            (Just(case), Just(everybody).prop_shuffle())
        })
    ) {
        let given = matching(&case.wishes, &case.groups);
        // The same people with other numbers.
        let number = |who: &usize| order.iter().position(|other| other == who).unwrap_or(usize::MAX);
        let renumbered = Case {
            wishes: order.iter().map(|who| case.wishes[*who].clone()).collect(),
            groups: case.groups.iter().map(|group| Ranking {
                places: group.places,
                order: group.order.iter().map(number).collect(),
            }).collect(),
        };
        let again = matching(&renumbered.wishes, &renumbered.groups);
        for (at, who) in order.iter().enumerate() {
            prop_assert_eq!(again[at], given[*who]);
        }
    }

    #[test]
    fn nobody_gains_by_ranking_otherwise_than_they_wish(
        (case, lie) in cases(6, 3).prop_flat_map(|case| {
            let wishes = case.wishes[0].clone();
            (Just(case), Just(wishes).prop_shuffle())
        })
    ) {
        let honest = matching(&case.wishes, &case.groups)[0];
        let mut wishes = case.wishes.clone();
        wishes[0] = lie;
        let got = matching(&wishes, &case.groups)[0];
        prop_assert!(dearness(&case, 0, honest) <= dearness(&case, 0, got));
    }
}

#[test]
fn a_case_worked_by_hand() {
    // Both want the first group, which has one place and takes the second child first; the first child's next wish has none.
    let wishes = vec![vec![0, 1], vec![0, 1], vec![1]];
    let groups = [
        Ranking {
            places: 1,
            order: vec![1, 0],
        },
        Ranking {
            places: 1,
            order: vec![2, 0, 1],
        },
    ];
    assert_eq!(matching(&wishes, &groups), [None, Some(0), Some(1)]);
}
