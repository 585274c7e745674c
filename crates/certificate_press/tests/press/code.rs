//! The offline code: what it says, and that nothing else is believed.

use certificate_press::code::{self, Claims, CodeError, TITLE_BYTES};
use ed25519_dalek::SigningKey;
use jiff::civil::date;
use proptest::prelude::*;

const NAME: &str = "Małgorzata Żółć-Gęślińska";

fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn claims() -> Claims {
    Claims::new(
        12,
        "214/2026",
        "Jak reagować na przemoc w szkole",
        date(2026, 12, 9),
        NAME,
    )
    .unwrap()
}

#[test]
fn a_code_says_what_was_signed() {
    let code = code::sign(&key(), &claims());
    let read = code::verify(&key().verifying_key(), &code).unwrap();
    assert_eq!(read, claims());
    assert_eq!(
        (read.organisation(), read.number(), read.issued_on()),
        (12, "214/2026", date(2026, 12, 9))
    );
    assert_eq!(read.title(), "Jak reagować na przemoc w szkole");
    let address = code::address("https://example.org", "214-2026", &code);
    assert!(address.starts_with("https://example.org/verify/214-2026?c=AE"));
    assert_eq!(code::verify(&key().verifying_key(), &address), Ok(claims()));
}

#[test]
fn codes_that_were_printed_once_are_read_for_ever() {
    let printed = include_str!("code.v1.txt").trim();
    assert_eq!(
        code::sign(&key(), &claims()),
        printed,
        "paper cannot be reprinted: a new form needs a new version"
    );
    assert!(
        code::verify(&key().verifying_key(), printed)
            .unwrap()
            .is_held_by(NAME)
    );
}

#[test]
fn the_name_is_not_in_the_code() {
    let bytes = data_encoding::BASE32_NOPAD
        .decode(code::sign(&key(), &claims()).as_bytes())
        .unwrap();
    for part in ["Małgorzata", "małgorzata", "Gęśl"] {
        assert!(
            !bytes
                .windows(part.len())
                .any(|window| window == part.as_bytes())
        );
    }
}

#[test]
fn a_name_is_recognised_however_it_is_typed() {
    for typed in [
        "małgorzata żółć-gęślińska",
        "  MAŁGORZATA\u{a0} ŻÓŁĆ-GĘŚLIŃSKA\n",
        "Małgorzata Z\u{307}o\u{301}łc\u{301}-Gęślińska",
        "Małgorzata\u{200b} Żółć-Gęślińska",
    ] {
        assert!(claims().is_held_by(typed), "{typed}");
    }
    for other in [
        "",
        "Malgorzata Zolc-Geslinska",
        "Żółć-Gęślińska Małgorzata",
        "Małgorzata Żółć",
        "MałgorzataŻółć-Gęślińska",
    ] {
        assert!(!claims().is_held_by(other), "{other}");
    }
    let strasse = Claims::new(1, "1", "", date(2026, 1, 1), "Groß Οδυσσεύς").unwrap();
    assert!(strasse.is_held_by("GROSS ΟΔΥΣΣΕΎΣ"));
}

#[test]
fn two_certificates_of_one_person_have_different_marks() {
    let other = Claims::new(
        12,
        "215/2026",
        "Jak reagować na przemoc w szkole",
        date(2026, 12, 9),
        NAME,
    )
    .unwrap();
    let mark =
        |claims: &Claims| code::sign(&key(), claims).into_bytes()[data_start(claims)..].to_vec();
    assert_ne!(mark(&claims()), mark(&other));
    assert!(other.is_held_by(NAME));
}

/// Where in the text the holder's mark begins (whole groups of 5 bytes are 8 characters).
fn data_start(claims: &Claims) -> usize {
    (15 + claims.number().len() + claims.title().len()) / 5 * 8
}

#[test]
fn another_key_is_not_believed() {
    let code = code::sign(&SigningKey::from_bytes(&[8; 32]), &claims());
    assert_eq!(
        code::verify(&key().verifying_key(), &code),
        Err(CodeError::WrongSignature)
    );
}

#[test]
fn a_later_version_is_named() {
    let mut bytes = data_encoding::BASE32_NOPAD
        .decode(code::sign(&key(), &claims()).as_bytes())
        .unwrap();
    bytes[0] = 2;
    let later = data_encoding::BASE32_NOPAD.encode(&bytes);
    assert_eq!(
        code::verify(&key().verifying_key(), &later),
        Err(CodeError::UnknownVersion(2))
    );
}

#[test]
fn a_long_title_is_cut_at_a_letter_and_the_address_stays_small() {
    let claims = Claims::new(
        i64::MAX,
        "99999/2026",
        &"Ёж".repeat(300),
        date(2026, 12, 9),
        &"x".repeat(300),
    )
    .unwrap();
    assert!(
        claims.title().len() <= TITLE_BYTES && claims.title().ends_with("ж…"),
        "{}",
        claims.title()
    );
    let address = code::address(
        "https://szkolenia.lodz.example.org",
        "99999-2026",
        &code::sign(&key(), &claims),
    );
    assert!(address.len() <= 380, "{}", address.len());
    assert_eq!(
        Claims::new(1, &"9".repeat(33), "", date(2026, 1, 1), ""),
        Err(CodeError::NumberLength)
    );
    assert_eq!(
        Claims::new(1, "", "", date(2026, 1, 1), ""),
        Err(CodeError::NumberLength)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_flipped_bit_is_noticed(bit in 0_usize..8 * 130) {
        let mut bytes = data_encoding::BASE32_NOPAD.decode(code::sign(&key(), &claims()).as_bytes()).unwrap();
        let bit = bit % (bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        let changed = data_encoding::BASE32_NOPAD.encode(&bytes);
        prop_assert!(code::verify(&key().verifying_key(), &changed).is_err());
    }

    #[test]
    fn any_changed_character_is_noticed(at in 0_usize..200, other in "[A-Za-z0-9=]") {
        let code = code::sign(&key(), &claims());
        let at = at % code.len();
        let mut changed = code.clone();
        changed.replace_range(at..=at, &other);
        prop_assume!(changed != code);
        prop_assert!(code::verify(&key().verifying_key(), &changed).is_err());
    }

    #[test]
    fn nothing_makes_it_panic(text in any::<String>(), bytes in any::<Vec<u8>>(), number in any::<String>(), title in any::<String>()) {
        let verifying = key().verifying_key();
        prop_assert!(code::verify(&verifying, &text).is_err());
        let mut bytes = bytes;
        prop_assert!(code::verify(&verifying, &data_encoding::BASE32_NOPAD.encode(&bytes)).is_err());
        bytes.insert(0, 1);
        prop_assert!(code::verify(&verifying, &data_encoding::BASE32_NOPAD.encode(&bytes)).is_err());
        if let Ok(claims) = Claims::new(3, &number, &title, date(-9999, 1, 1), &text) {
            prop_assert!(claims.is_held_by(&text));
            prop_assert_eq!(code::verify(&verifying, &code::sign(&key(), &claims)), Ok(claims));
        }
    }
}
