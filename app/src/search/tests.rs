use super::*;
use proptest::prelude::*;

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
