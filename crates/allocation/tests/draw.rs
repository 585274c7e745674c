//! What a draw promises: everybody who takes part decides it, and its file tells whether it was carried out as published.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;

use allocation::{
    Disagreement, Outcome, Record, Sealed, Unreadable, Wish, commitment, order, seed,
};
use proptest::prelude::*;

fn codes() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::btree_set("[BCDFG]{5}", 1..20).prop_map(|set| set.into_iter().collect())
}

fn texts(codes: &[String]) -> impl Iterator<Item = &str> {
    codes.iter().map(String::as_str)
}

/// Two groups that some rank, with their wishes.
fn rounds() -> impl Strategy<Value = (Vec<Sealed>, Vec<Wish>)> {
    (codes(), 0..8_usize, 0..8_usize, any::<u64>()).prop_map(|(codes, first, second, secret)| {
        let sealed = |group: &str, places| Sealed {
            group: group.into(),
            places,
            secret: format!("{secret} of {group}"),
        };
        let mut wishes = Vec::new();
        for (at, code) in codes.iter().enumerate() {
            // Some wish for one group, some for both, in either order.
            let groups: &[&str] = [&["7"][..], &["12"], &["7", "12"], &["12", "7"]][at % 4];
            wishes.extend(groups.iter().zip(1..).map(|(group, wish)| Wish {
                group: (*group).into(),
                code: code.clone(),
                wish,
            }));
        }
        (vec![sealed("7", first), sealed("12", second)], wishes)
    })
}

proptest! {
    #[test]
    fn the_order_is_a_permutation_whoever_comes_first(
        (codes, shuffled) in codes().prop_flat_map(|codes| (Just(codes.clone()), Just(codes).prop_shuffle())),
        secret in ".{0,20}",
    ) {
        let one = seed(&secret, texts(&codes));
        prop_assert_eq!(&one, &seed(&secret, texts(&shuffled)));
        let drawn = order(&one, "41", texts(&codes));
        prop_assert_eq!(&drawn, &order(&one, "41", texts(&shuffled)));
        let all: BTreeSet<&str> = texts(&codes).collect();
        prop_assert_eq!(drawn.len(), codes.len());
        prop_assert_eq!(drawn.into_iter().collect::<BTreeSet<_>>(), all);
    }

    #[test]
    fn every_code_and_the_secret_change_the_seed(codes in codes(), at in any::<proptest::sample::Index>()) {
        let one = seed("secret", texts(&codes));
        let mut others = codes.clone();
        others[at.index(codes.len())].push('X');
        prop_assert_ne!(&one, &seed("secret", texts(&others)));
        prop_assert_ne!(&one, &seed("secret", texts(&codes[1..])));
        prop_assert_ne!(&one, &seed("another", texts(&codes)));
        prop_assert_ne!(commitment("secret"), commitment("another"));
    }

    #[test]
    fn a_published_draw_is_read_back_and_replayed(
        ((sealed, wishes), shuffled) in rounds().prop_flat_map(|round| {
            let wishes = round.1.clone();
            (Just(round), Just(wishes).prop_shuffle())
        })
    ) {
        let drawn = Record::draw(&sealed, &wishes);
        prop_assert_eq!(&drawn, &Record::draw(&[sealed[1].clone(), sealed[0].clone()], &shuffled));
        let read = Record::from_csv(&drawn.to_csv()).unwrap();
        prop_assert_eq!(&read, &drawn);
        prop_assert_eq!(read.replay(), []);
        for group in &drawn.groups {
            let here = drawn.applications.iter().filter(|one| one.group == group.group);
            let places = here.filter(|one| one.outcome == Outcome::Place).count();
            prop_assert!(places <= group.places);
        }
        for wish in &wishes {
            let own = drawn.applications.iter().filter(|one| one.code == wish.code);
            let got = own.filter(|one| one.outcome == Outcome::Place).count();
            prop_assert!(got <= 1);
        }
    }

    #[test]
    fn whatever_is_changed_in_it_is_found(
        (sealed, wishes) in rounds(),
        what in 0..5_usize,
        at in any::<proptest::sample::Index>(),
    ) {
        let mut record = Record::draw(&sealed, &wishes);
        let at = at.index(record.applications.len());
        match what {
            0 => record.groups[0].secret.push('X'),
            1 => record.groups[1].seed = commitment("another"),
            2 => record.applications[at].number += 1,
            3 => record.applications[at].code.push('X'),
            _ => {
                let one = &mut record.applications[at].outcome;
                *one = if *one == Outcome::Place { Outcome::Line } else { Outcome::Place };
            }
        }
        prop_assert!(!record.replay().is_empty());
    }

    #[test]
    fn nonsense_is_refused_and_never_fatal(text in "(?s).{0,200}") {
        let _ = Record::from_csv(&text);
        let _ = Record::from_csv(&format!("{}{text}", Record::default().to_csv()));
    }
}

fn drawn() -> Record {
    let sealed = Sealed {
        group: "41".into(),
        places: 1,
        secret: "open sesame".into(),
    };
    let wish = |code: &str| Wish {
        group: "41".into(),
        code: code.into(),
        wish: 1,
    };
    Record::draw(&[sealed], &[wish("CODE-B"), wish("CODE-A")])
}

#[test]
fn a_file_says_what_is_wrong_with_it() {
    let good = drawn().to_csv();
    let read = |text: &str| Record::from_csv(text);
    assert_eq!(read(""), Err(Unreadable::Header));
    let (header, _) = good.split_once('\n').unwrap();
    assert_eq!(read(header), Err(Unreadable::Empty));
    assert_eq!(
        read(&good.replace(",1,CODE-A", ",first,CODE-A")),
        Err(Unreadable::Cell(3, "number"))
    );
    assert_eq!(
        read(&good.replace("CODE-B", "CODE-A")),
        Err(Unreadable::Twice("CODE-A in group 41".into()))
    );
    assert_eq!(
        read(&good.replace("application,41", "application,42")),
        Err(Unreadable::UnknownGroup("42".into()))
    );
    let doubled = good.lines().last().unwrap();
    let doubled = format!("{good}{}\n", doubled.replace("CODE-B", "CODE-C"));
    assert_eq!(
        read(&doubled).unwrap().replay()[0],
        Disagreement::Seed("41".into())
    );
}

#[test]
fn a_spreadsheet_may_save_it_again() {
    let good = drawn();
    let saved = good.to_csv().replace(',', ";").replace('\n', "\r\n");
    let saved = format!("\u{feff}{}", saved.replace("CODE-A", "\"CODE-A\""));
    assert_eq!(Record::from_csv(&saved), Ok(good));
}

#[test]
fn a_difference_is_told_in_words() {
    let mut record = drawn();
    record.applications.swap(0, 1);
    record.applications[0].number = 1;
    record.applications[0].outcome = Outcome::Place;
    let said: Vec<String> = record.replay().iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "group 41: CODE-B is published as number 1, drawn anew it is number 2",
            "group 41: CODE-B is published as place, drawn anew it is line",
        ]
    );
}
