//! What holds for anybody.

#![expect(clippy::unwrap_used, reason = "tests")]

use person_matching::{
    BirthDate, DocumentKind, HashKey, Match, Person, Population, PreparedPerson, TypedDocument,
    Verdict, compare, is_ruled_out,
};
use proptest::prelude::*;

fn person(given: &str, surname: &str) -> Person {
    Person {
        given_name: given.to_owned(),
        surname: surname.to_owned(),
        ..Person::default()
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

fn anyone() -> impl Strategy<Value = Person> {
    let name = prop_oneof![
        "[A-ZŁŻ][a-ząęółśż]{1,9}(-[A-Z][a-z]{2,8})?",
        "[А-ЯЁ][а-яё]{1,9}",
        any::<String>(),
        Just("Ola".to_owned()),
        Just("Александра".to_owned()),
        Just(String::new()),
    ];
    let date = (1900_u16..2030, 0_u8..14, 0_u8..33);
    let document = prop_oneof!["[0-9]{11}", any::<String>()];
    let kinds = [
        DocumentKind::Pesel,
        DocumentKind::Snils,
        DocumentKind::BirthCertificate,
    ];
    let kind = proptest::option::of(proptest::sample::select(kinds.to_vec()));
    (
        name.clone(),
        name.clone(),
        name,
        proptest::option::of(date),
        (kind, document),
        any::<String>(),
    )
        .prop_map(
            |(given_name, surname, patronymic, date, (kind, number), text)| Person {
                given_name,
                surname,
                patronymic,
                birth_date: date.map(|(year, month, day)| BirthDate::new(year, month, day)),
                documents: vec![TypedDocument { kind, number }],
                address: text.clone(),
                municipality: text.clone(),
                phone: text.clone(),
                email: text,
                ..Person::default()
            },
        )
}

/// The one in the fields that are kept, another one in the others.
fn partly(one: &Person, other: &Person, kept: [bool; 8]) -> Person {
    let [
        given,
        surname,
        patronymic,
        date,
        documents,
        address,
        phone,
        guardian,
    ] = kept.map(|kept| if kept { one } else { other });
    Person {
        given_name: given.given_name.clone(),
        surname: surname.surname.clone(),
        patronymic: patronymic.patronymic.clone(),
        birth_date: date.birth_date,
        documents: documents.documents.clone(),
        address: address.address.clone(),
        municipality: address.municipality.clone(),
        phone: phone.phone.clone(),
        email: phone.email.clone(),
        guardian: guardian.given_name.clone(),
        ..Person::default()
    }
}

proptest! {
    #[test]
    fn it_does_not_matter_who_is_first(a in anyone(), b in anyone()) {
        let (there, back) = (in_a_city(&a, &b), in_a_city(&b, &a));
        prop_assert!((there.bits - back.bits).abs() < 1e-9);
        prop_assert_eq!(there.verdict, back.verdict);
        prop_assert_eq!(there.guard, back.guard);
    }

    #[test]
    fn nobody_is_missed_who_is_not_read_for_the_date_of_birth(a in anyone(), b in anyone(), other in anyone(), size in 0_usize..2_000_000) {
        // Everything agrees but the date, and the documents are other ones.
        let b = Person { birth_date: b.birth_date, documents: other.documents, ..a.clone() };
        let (one, two) = (PreparedPerson::new(&a), PreparedPerson::new(&b));
        let shared = two.document_keys(&HashKey::none());
        let shares = one.document_keys(&HashKey::none()).iter().any(|key| shared.contains(key));
        if let Some(date) = b.birth_date.filter(|date| !shares && !one.may_be_born_on(*date)) {
            prop_assert_eq!(compare(&one, &two, &Population::of_size(size)).verdict, Verdict::New, "{:?}", date);
        }
    }

    #[test]
    fn nobody_is_missed_who_is_ruled_out_by_their_form(a in anyone(), other in anyone(), kept in any::<[bool; 8]>(), size in 0_usize..2_000_000) {
        let b = partly(&a, &other, kept);
        let (one, two) = (PreparedPerson::new(&a), PreparedPerson::new(&b));
        let shared = two.document_keys(&HashKey::none());
        let shares = one.document_keys(&HashKey::none()).iter().any(|key| shared.contains(key));
        let population = Population::of_size(size);
        let Some(form) = PreparedPerson::form(std::slice::from_ref(&two)) else { return Ok(()) };
        let read = PreparedPerson::of_form(&form).unwrap();
        prop_assert_eq!(read[0].birth_date(), b.birth_date);
        if !shares && is_ruled_out(&one, &read[0], &population) {
            prop_assert_eq!(compare(&one, &two, &population).verdict, Verdict::New);
        }
    }

    #[test]
    fn a_form_says_of_everybody_what_was_made_of_them(a in anyone(), b in anyone(), kept in any::<[bool; 8]>()) {
        let without = |person: Person| PreparedPerson::new(&Person { documents: Vec::new(), ..person });
        let home = |person: &Person, phone: &str| without(Person { guardian: phone.into(), ..person.clone() });
        let one = without(partly(&a, &b, kept));
        let both = [home(&a, "Maria Waluk"), home(&a, "Jan Waluk")];
        let Some(form) = PreparedPerson::form(&both) else { return Ok(()) };
        let read = PreparedPerson::of_form(&form).unwrap();
        prop_assert_eq!(read.len(), both.len());
        for (read, own) in read.iter().zip(&both) {
            let (found, expected) = (compare(&one, read, &Population::of_size(1)), compare(&one, own, &Population::of_size(1)));
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn no_text_that_is_no_form_is_read_as_one(text in any::<String>()) {
        prop_assert!(text.starts_with("1\n") || PreparedPerson::of_form(&text).is_none());
        let _any_answer = PreparedPerson::of_form(&format!("1\n{text}"));
    }

    #[test]
    fn everybody_is_found_by_their_own_probes(a in anyone()) {
        let prepared = PreparedPerson::new(&a);
        let (keys, probes) = (prepared.keys(&HashKey::none()), prepared.probes(&HashKey::none()));
        prop_assert!(keys.iter().all(|key| probes.binary_search(key).is_ok()));
        prop_assert!(keys.is_sorted());
    }

    #[test]
    fn exchanged_day_and_month_are_found_from_both_sides(year in 1990_u16..2024, month in 1_u8..13, day in 1_u8..13) {
        let born = |month, day| Person { birth_date: Some(BirthDate::new(year, month, day)), ..person("Maja", "Waluk") };
        let (a, b) = (PreparedPerson::new(&born(month, day)), PreparedPerson::new(&born(day, month)));
        let meets = |a: &PreparedPerson, b: &PreparedPerson| {
            let keys = b.keys(&HashKey::none());
            a.probes(&HashKey::none()).iter().any(|probe| keys.contains(probe))
        };
        prop_assert!(meets(&a, &b) && meets(&b, &a));
    }
}
