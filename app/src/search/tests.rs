use super::*;
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn catalogue() -> Index {
    Index::build([
        (
            1,
            vec![
                ("Ocenianie kształtujące w szkole podstawowej", 4),
                ("Dla nauczycieli klas 1–3", 1),
            ],
        ),
        (
            2,
            vec![
                ("Matematyka bez lęku", 4),
                ("Szkolenie dla nauczycieli matematyki", 1),
            ],
        ),
        (
            3,
            vec![
                ("Pierwsza pomoc", 4),
                (
                    "Kurs w szkołach i przedszkolach; matematyka nie jest potrzebna",
                    1,
                ),
            ],
        ),
        (4, vec![("Курсы для учителей: ёлка и чтение", 4)]),
        (
            5,
            vec![("Reading in the classroom", 4), ("Courses for teachers", 1)],
        ),
    ])
}

fn found(query: &str) -> Vec<u32> {
    catalogue()
        .search(query)
        .into_iter()
        .map(|(id, _)| id)
        .collect()
}

#[test]
fn words_are_found_by_their_beginning_in_any_case_and_without_marks() {
    assert_eq!(found("MATEMATYKA"), [2, 3]);
    assert_eq!(found("ksztalt"), [1]);
    assert_eq!(found("елка"), [4]);
    assert_eq!(found("Ёлк"), [4]);
    assert_eq!(found("ucz"), [0; 0]);
}

#[test]
fn every_word_must_be_answered() {
    assert_eq!(found("pomoc szkołach"), [3]);
    assert_eq!(found("pomoc ocenianie"), [0; 0]);
    assert_eq!(found("kurs dla nauczycieli"), [0; 0]);
    assert_eq!(found("matematyka dla nauczycieli"), [2]);
}

#[test]
fn other_endings_are_found() {
    assert_eq!(found("szkołami"), [1, 3, 2]);
    assert_eq!(found("nauczycielka"), [0; 0]);
    assert_eq!(found("nauczycielom"), [1, 2]);
    assert_eq!(found("курсами"), [4]);
    assert_eq!(found("учителю"), [4]);
    assert_eq!(found("course"), [5]);
}

#[test]
fn one_slip_is_forgiven_when_nothing_is_spelt_so() {
    assert_eq!(found("matemtayka"), [2, 3]);
    assert_eq!(found("oceniane"), [1]);
    assert_eq!(found("чтниее"), [0; 0]);
    assert_eq!(found("чтенеи"), [4]);
    assert_eq!(found("pomx"), [0; 0], "too short to be taken for misspelt");
}

#[test]
fn the_title_outranks_the_description() {
    let hits = catalogue().search("matematyka");
    assert_eq!(hits, [(2, 4 * EXACT), (3, EXACT)]);
}

#[test]
fn nothing_typed_finds_nothing() {
    assert!(found(" — ").is_empty());
    assert!(Index::default().search("kurs").is_empty());
    assert!(Index::build(Vec::<(u32, Vec<(&str, u32)>)>::new()).is_empty());
}

#[test]
fn an_id_given_twice_is_one_document() {
    let index = Index::build([(7, [("kurs", 1)]), (8, [("kurs", 1)]), (7, [("pomoc", 2)])]);
    assert_eq!(index.len(), 2);
    assert_eq!(index.search("kurs pomoc"), [(7, 3 * EXACT)]);
}

proptest! {
    #[test]
    fn what_is_in_a_document_is_found_and_in_the_same_order(
        texts in prop::collection::vec("[a-zA-Ząćęłńóśźżа-яё ]{0,30}", 1..8),
        shift in 0_usize..8,
    ) {
        let documents: Vec<(u32, [(&str, u32); 1])> =
            (0..).zip(&texts).map(|(id, text)| (id, [(text.as_str(), 1)])).collect();
        let mut turned = documents.clone();
        turned.rotate_left(shift % documents.len());
        let (index, turned) = (Index::build(documents), Index::build(turned));
        for (id, text) in (0..).zip(&texts) {
            let words = text.split_whitespace().take(MOST_TYPED).collect::<Vec<_>>().join(" ");
            let hits = index.search(&words);
            prop_assert!(words.is_empty() || hits.iter().any(|hit| hit.0 == id), "{:?} in {:?}", words, text);
            prop_assert_eq!(hits, turned.search(&words));
        }
    }

    #[test]
    fn no_query_makes_a_panic(query in any::<String>()) {
        catalogue().search(&query);
    }
}

const MOST_TYPED: usize = 10;

/// Measured in release with `cargo test --release -- --ignored search_is_quick --nocapture`.
#[test]
#[ignore = "a measurement"]
fn search_is_quick_in_twenty_thousand_documents() {
    let index = Index::build((0..20_000).map(|id| (id, synthetic_document(id))));
    let queries = [
        "s",
        "sz",
        "szkolenie",
        "kurs matematyka",
        "sprwanosc",
        "nauczycielami klas",
        "xxxxxxxx",
        "a b c d e",
    ];
    let mut times: Vec<Duration> = Vec::new();
    for query in queries.iter().cycle().take(800) {
        let start = Instant::now();
        std::hint::black_box(index.search(query));
        times.push(start.elapsed());
        if times.len() <= queries.len() {
            println!("{query}: {:?}", times[times.len() - 1]);
        }
    }
    times.sort_unstable();
    println!(
        "{} terms; p50 {:?}, p99 {:?}",
        index.terms.len(),
        times[400],
        times[791]
    );
    assert!(times[791] < Duration::from_millis(10));
}

/// Titles and descriptions out of some 40,000 Polish-looking words.
fn synthetic_document(id: u32) -> Vec<(String, u32)> {
    let syllables = [
        "sza", "mat", "kur", "nau", "czy", "ciel", "ska", "prze", "kol", "wie", "dza", "spo", "łe",
        "ość",
    ];
    let mut state = u64::from(id).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut word = || {
        let mut made = String::new();
        for _ in 0..=(state >> 60) % 4 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            made.push_str(syllables[usize::try_from((state >> 33) % 14).unwrap_or(0)]);
        }
        made
    };
    let title: Vec<String> = (0..6).map(|_| word()).collect();
    let text: Vec<String> = (0..40).map(|_| word()).collect();
    vec![
        (format!("{} szkolenie", title.join(" ")), 4),
        (
            format!("{} nauczycieli klas matematyka kurs", text.join(" ")),
            1,
        ),
    ]
}
