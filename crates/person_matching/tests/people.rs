//! Who is one person, and who is not.

#![expect(clippy::unwrap_used, reason = "tests")]

use person_matching::{
    Agreement, BirthDate, DocumentKind, Field, Guard, HashKey, Match, Person, Population,
    PreparedPerson, Register, Sex, TypedDocument, Verdict, compare,
};

/// SipHash-2-4 of an e-mail with the key of the test, and of two names in no town, of which Ola is short for two.
const KEY_OF_AN_ADDRESS: u64 = 11_950_974_152_035_693_668;
const KEYS_OF_NAMES: [u64; 2] = [1_868_541_796_025_354_117, 16_806_100_092_963_443_210];

fn person(given: &str, surname: &str, born: &str) -> Person {
    Person {
        given_name: given.to_owned(),
        surname: surname.to_owned(),
        birth_date: BirthDate::parse(born),
        ..Person::default()
    }
}

fn at_home(person: Person) -> Person {
    Person {
        municipality: "Łódź".to_owned(),
        postal_code: "90-001".to_owned(),
        address: "ul. Piotrkowska 5/7".to_owned(),
        phone: "+48 601 202 303".to_owned(),
        ..person
    }
}

fn with_document(person: Person, kind: DocumentKind, number: &str) -> Person {
    let document = TypedDocument {
        kind: Some(kind),
        number: number.to_owned(),
    };
    Person {
        documents: vec![document],
        ..person
    }
}

fn in_a_city(a: &Person, b: &Person) -> Match {
    let population = Population::of_size(100_000);
    compare(
        &PreparedPerson::new(a),
        &PreparedPerson::new(b),
        &population,
    )
}

#[track_caller]
fn is(a: &Person, b: &Person, verdict: Verdict) -> Match {
    let found = in_a_city(a, b);
    assert_eq!(found.verdict, verdict, "{a:?}\n{b:?}\n{found:#?}");
    found
}

#[test]
fn one_child_in_the_spellings_of_parents_and_clerks() {
    let first = at_home(person("Aleksandra", "Wiśniewska-Nowak", "2015-03-09"));
    for (given, surname, born) in [
        ("aleksandra", "WISNIEWSKA NOWAK", "2015-03-09"),
        ("Ola", "Wiśniewska-Nowak", "2015-03-09"),
        ("Aleksandra", "Nowak-Wiśniewska", "2015-03-09"),
        ("Aleksandra", "Nowak", "2015-03-09"),
        ("Wiśniewska-Nowak", "Aleksandra", "2015-03-09"),
        ("Aleksandra", "Wiśniewska-Nowak", "2015-09-03"),
        ("Aleksandra", "Wiśniewska-Nowak", "2014-03-09"),
        ("Aleksandra", "Wiśniewska-Nowak", "2015-03-19"),
        ("Aleksanrda", "Wiśniewska-Nowak", "2015-03-09"),
        ("Aleksandra Maria", "Wisniewska-Nowka", "2015-03-09"),
    ] {
        is(
            &first,
            &at_home(person(given, surname, born)),
            Verdict::Same,
        );
    }
}

#[test]
fn one_child_in_two_alphabets_and_on_the_wrong_keys() {
    let first = Person {
        patronymic: "Сергеевна".to_owned(),
        ..at_home(person("Наталья", "Щербакова", "2015-03-09"))
    };
    for (given, surname) in [
        ("Natalia", "Shcherbakova"),
        ("Natalya", "Scherbakova"),
        ("Наташа", "Щербакова"),
        ("Yfnfkmz", "Oth,frjdf"),
        ("Haтaлья", "Щepбaкoвa"),
        ("Наталия", "ЩЕРБАКОВА"),
    ] {
        is(
            &first,
            &at_home(person(given, surname, "2015-03-09")),
            Verdict::Same,
        );
    }
}

#[test]
fn without_address_the_same_name_and_day_is_enough_to_ask() {
    let (a, b) = (
        person("Jan", "Nowak", "2015-03-09"),
        person("Jan", "Nowak", "2015-03-09"),
    );
    assert!(is(&a, &b, Verdict::Same).guard.is_none());
    let b = person("Jan", "Nowka", "2015-03-09");
    assert!(in_a_city(&a, &b).verdict >= Verdict::Review);
}

#[test]
fn twins_are_two() {
    for (one, other) in [
        ("Hanna", "Anna"),
        ("Julia", "Julita"),
        ("Maja", "Kaja"),
        ("Lena", "Helena"),
        ("Aleksander", "Aleksandra"),
        ("Jan", "Jakub"),
        ("Дарья", "Дарина"),
        ("Кирилл", "Кира"),
        ("Евгений", "Евгения"),
        ("Ждан", "Неждан"),
    ] {
        let one = at_home(person(one, "Nowak", "2015-03-09"));
        let other = at_home(person(other, "Nowak", "2015-03-09"));
        let found = is(&one, &other, Verdict::New);
        assert_eq!(found.guard, Some(Guard::OtherGivenName), "{one:?}");
    }
}

/// Of names that no table has, nobody can say whether two slips lie between them or a birth.
#[test]
fn names_alike_in_one_home_are_asked_about() {
    let one = at_home(person("Sawanar", "Nowak", "2015-03-09"));
    let other = at_home(person("Sanawor", "Nowak", "2015-03-09"));
    let found = is(&one, &other, Verdict::Review);
    assert_eq!(found.reasons[0].agreement, Agreement::Alike);
}

#[test]
fn brother_and_sister_with_one_short_name_are_two() {
    let sex = |person, sex| Person {
        sex: Some(sex),
        ..person
    };
    let brother = sex(at_home(person("Саша", "Попов", "2015-03-09")), Sex::Male);
    let sister = sex(
        at_home(person("Александра", "Попова", "2015-03-09")),
        Sex::Female,
    );
    is(&brother, &sister, Verdict::New);
}

#[test]
fn father_and_son_are_two() {
    let father = at_home(person("Jan", "Nowak", "1985-06-01"));
    let son = at_home(person("Jan", "Nowak", "2015-03-09"));
    assert_eq!(
        is(&father, &son, Verdict::New).guard,
        Some(Guard::DistantBirthDate)
    );
}

#[test]
fn namesakes_with_documents_of_their_own_are_asked_about() {
    let a = with_document(
        person("Jan", "Nowak", "1944-05-14"),
        DocumentKind::Pesel,
        "44051401359",
    );
    let b = with_document(
        person("Jan", "Nowak", "1944-05-14"),
        DocumentKind::Pesel,
        "44051401458",
    );
    assert_eq!(
        is(&a, &b, Verdict::Review).guard,
        Some(Guard::OtherDocument)
    );
    let patronymic = |person: &Person, name: &str| Person {
        patronymic: name.to_owned(),
        ..person.clone()
    };
    is(
        &patronymic(&a, "Иванович"),
        &patronymic(&b, "Петрович"),
        Verdict::New,
    );
}

#[test]
fn a_document_outweighs_slips_and_never_stands_alone() {
    let number = |person| with_document(person, DocumentKind::Pesel, "44051401359");
    let a = number(person("Jan", "Nowak", "1944-05-14"));
    is(
        &a,
        &number(person("Jasiek", "Nowka", "1944-05-14")),
        Verdict::Same,
    );
    let wrong = with_document(
        person("Jan", "Nowak", "1944-05-14"),
        DocumentKind::Pesel,
        "44051401395",
    );
    is(&a, &wrong, Verdict::Same);
    let stranger = number(person("Zofia", "Mazur", "2011-11-11"));
    assert_eq!(
        is(&a, &stranger, Verdict::Review).guard,
        Some(Guard::DocumentAlone)
    );
}

#[test]
fn the_answer_says_why() {
    let a = at_home(person("Ola", "Nowak", "2015-03-09"));
    let b = at_home(person("Aleksandra", "Nowak", "2015-09-03"));
    let found = in_a_city(&a, &b);
    let said: Vec<_> = found
        .reasons
        .iter()
        .map(|reason| (reason.field, reason.agreement))
        .collect();
    assert_eq!(
        said,
        [
            (Field::GivenName, Agreement::Variant),
            (Field::Surname, Agreement::Equal),
            (Field::BirthDate, Agreement::Swapped),
            (Field::Household, Agreement::SameContact),
        ]
    );
    let sum: f64 = found.reasons.iter().map(|reason| reason.bits).sum();
    assert!((found.bits - sum).abs() < 1e-9);
    assert!(in_a_city(&person("", "", ""), &a).reasons.is_empty());
}

#[test]
fn a_list_gives_its_pairs_in_order_on_any_number_of_threads() {
    let mut list: Vec<Person> = (0..700).map(one_of_a_family).collect();
    list.push(at_home(person("Ola", "Nowak", "2015-03-09")));
    list.push(at_home(person("Hanna", "Nowak", "2015-03-09")));
    list.push(at_home(person("Aleksandra", "Nowak", "2015-03-09")));
    list.push(one_of_a_family(3));
    let register = Register::new(PreparedPerson::of_all(&list, 2));
    let pairs = register.pairs(1);
    let places: Vec<_> = pairs.iter().map(|pair| (pair.first, pair.second)).collect();
    assert_eq!(places, [(3, 703), (700, 702)], "the twin is no pair");
    assert_eq!(register.pairs(3), pairs);
    assert!(Register::new(Vec::new()).pairs(2).is_empty());
}

/// Two of each family live at one address, of different names and years; families have little in common.
fn one_of_a_family(number: u16) -> Person {
    const SYLLABLES: [&str; 8] = ["wo", "kar", "il", "mu", "zet", "pol", "gan", "tys"];
    const GIVEN: [[&str; 2]; 3] = [["Jan", "Zofia"], ["Piotr", "Hanna"], ["Leon", "Iga"]];
    let (family, second) = (number / 2, number % 2);
    let mixed = family.wrapping_mul(40_503);
    let syllable = |by: u16| SYLLABLES[usize::from(mixed / by % 8)];
    let surname = [1, 8, 64, 512].map(syllable).concat();
    let small = |part: u16| u8::try_from(part).unwrap();
    let born = BirthDate::new(
        2000 + mixed % 17 + second * 4,
        small(mixed / 17 % 12 + 1),
        small(mixed / 204 % 28 + 1),
    );
    Person {
        birth_date: Some(born),
        municipality: [512, 8, 1].map(syllable).concat(),
        address: format!("{} {}", [64, 512, 1, 8].map(syllable).concat(), family + 1),
        ..person(
            GIVEN[usize::from(family % 3)][usize::from(second)],
            &surname,
            "",
        )
    }
}

/// A key is stored: a release that changes it loses everybody.
#[test]
fn keys_stay_what_they_were() {
    let mut someone = person("", "", "");
    someone.email = " Jan.Nowak@example.pl".to_owned();
    let keys = PreparedPerson::new(&someone).keys(&HashKey::new([7; 16]));
    assert_eq!(keys, [KEY_OF_AN_ADDRESS]);
    assert_ne!(keys, PreparedPerson::new(&someone).keys(&HashKey::none()));
    let someone = PreparedPerson::new(&person("Ola", "Nowak", ""));
    assert_eq!(someone.keys(&HashKey::new([7; 16])), KEYS_OF_NAMES);
}
