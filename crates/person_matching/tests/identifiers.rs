//! Numbers of people and institutions, right ones and damaged ones.

#![expect(clippy::unwrap_used, reason = "tests")]

use person_matching::identifiers::{
    BirthCertificate, IdentifierError, Inn, Nip, Pesel, PeselMismatch, Regon,
    RussianBirthCertificate, Snils,
};
use person_matching::{BirthDate, Sex};
use proptest::prelude::*;
use std::fmt::Display;
use std::str::FromStr;

/// Every number with each of its digits changed in every way.
fn one_digit_off(number: &str) -> Vec<String> {
    let mut all = Vec::new();
    for (at, digit) in number.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        for other in ('0'..='9').filter(|other| *other != digit) {
            let mut changed = number.to_owned();
            changed.replace_range(at..=at, &other.to_string());
            all.push(changed);
        }
    }
    all
}

#[track_caller]
fn reads<T>(typed: &str, printed: &str)
where
    T: FromStr<Err = IdentifierError> + Display,
{
    let read = typed.parse::<T>();
    assert_eq!(
        read.map(|number| number.to_string()),
        Ok(printed.to_owned()),
        "{typed}"
    );
}

#[track_caller]
fn refuses<T>(typed: &str, error: IdentifierError)
where
    T: FromStr<Err = IdentifierError>,
{
    assert_eq!(typed.parse::<T>().err(), Some(error), "{typed}");
}

#[test]
fn a_pesel_holds_date_and_sex() {
    reads::<Pesel>(" 440514 01359 ", "44051401359");
    let pesel: Pesel = "44051401359".parse().unwrap();
    assert_eq!(pesel.birth_date(), BirthDate::new(1944, 5, 14));
    assert_eq!(pesel.sex(), Sex::Male);
    assert_eq!(pesel.mismatch(None, None), None);
    assert_eq!(
        pesel.mismatch(Some(BirthDate::new(1944, 5, 14)), Some(Sex::Male)),
        None
    );
    let other_day = Some(BirthDate::new(1944, 5, 15));
    assert_eq!(
        pesel.mismatch(other_day, None),
        Some(PeselMismatch::BirthDate)
    );
    assert_eq!(
        pesel.mismatch(None, Some(Sex::Female)),
        Some(PeselMismatch::Sex)
    );
    let child: Pesel = "16271954623".parse().unwrap();
    assert_eq!(child.birth_date(), BirthDate::new(2016, 7, 19));
    assert_eq!(child.sex(), Sex::Female);
}

#[test]
fn a_pesel_with_one_wrong_digit_is_refused() {
    for damaged in one_digit_off("44051401359") {
        refuses::<Pesel>(&damaged, IdentifierError::Checksum);
    }
    refuses::<Pesel>("", IdentifierError::Empty);
    refuses::<Pesel>("4405140135", IdentifierError::Length { found: 10 });
    refuses::<Pesel>("4405140135X", IdentifierError::Signs);
    refuses::<Pesel>("00000000000", IdentifierError::Date);
}

#[test]
fn a_snils_has_a_control() {
    reads::<Snils>("112-233-445 95", "112-233-445 95");
    reads::<Snils>("11223344595", "112-233-445 95");
    for damaged in one_digit_off("112-233-445 95") {
        refuses::<Snils>(&damaged, IdentifierError::Checksum);
    }
    refuses::<Snils>("000-000-000 00", IdentifierError::Checksum);
    refuses::<Snils>("112-233", IdentifierError::Length { found: 6 });
}

#[test]
fn tax_numbers_have_controls() {
    reads::<Nip>("PL 526-000-12-46", "5260001246");
    for damaged in one_digit_off("5260001246") {
        refuses::<Nip>(&damaged, IdentifierError::Checksum);
    }
    reads::<Inn>("7707083893", "7707083893");
    reads::<Inn>("500100732259", "500100732259");
    assert!("500100732259".parse::<Inn>().unwrap().is_person());
    refuses::<Inn>("7707083894", IdentifierError::Checksum);
    refuses::<Inn>("500100732258", IdentifierError::Checksum);
    refuses::<Inn>("50010073225", IdentifierError::Length { found: 11 });
    reads::<Regon>("123456785", "123456785");
    reads::<Regon>("12345678512347", "12345678512347");
    assert!("12345678512347".parse::<Regon>().unwrap().is_local_unit());
    refuses::<Regon>("123456786", IdentifierError::Checksum);
    refuses::<Regon>("12345678512348", IdentifierError::Checksum);
    refuses::<Regon>("1234567851", IdentifierError::Length { found: 10 });
    for zeros in ["0000000000", "000000000000"] {
        refuses::<Inn>(zeros, IdentifierError::Checksum);
    }
}

#[test]
fn birth_certificates_are_read_as_people_write_them() {
    reads::<BirthCertificate>("1465011/00/AU/2012/123456", "1465011/00/AU/2012/123456");
    reads::<BirthCertificate>(
        "1465011 / 00 / au / 2012 / 123456",
        "1465011/00/AU/2012/123456",
    );
    refuses::<BirthCertificate>("1465011/00/AM/2012/123456", IdentifierError::Form);
    refuses::<BirthCertificate>("146501/00/AU/2012/123456", IdentifierError::Form);
    for typed in [
        "III-ТФ № 459247",
        "IIIТФ459247",
        "111-ТФ №459247",
        "Ш-ТФ 459247",
        "III-TФ № 459247",
    ] {
        reads::<RussianBirthCertificate>(typed, "III-ТФ № 459247");
    }
    refuses::<RussianBirthCertificate>("III-ТФ № 45924", IdentifierError::Form);
    refuses::<RussianBirthCertificate>("ТФ № 459247", IdentifierError::Form);
    refuses::<RussianBirthCertificate>("IIII-ТФ № 459247", IdentifierError::Form);
    refuses::<RussianBirthCertificate>(" - ", IdentifierError::Empty);
}

proptest! {
    #[test]
    fn nothing_panics(typed in any::<String>(), digits in "[0-9IVX -]{0,16}") {
        for text in [typed, digits] {
            let _ = (text.parse::<Pesel>(), text.parse::<Snils>(), text.parse::<Nip>());
            let _ = (text.parse::<Regon>(), text.parse::<Inn>());
            let _ = (text.parse::<BirthCertificate>(), text.parse::<RussianBirthCertificate>());
        }
    }
}
