//! What a certificate needs, how it is numbered, and when a typed name is the holder's: pure.

use unicode_normalization::UnicodeNormalization as _;

use super::Snapshot;
use crate::people::Details;

/// What of the holder's data is lacking, so that nothing can be printed yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// The date of birth.
    BornOn,
    /// The place of birth.
    BirthPlace,
    /// The name or the place has a letter that the font does not have.
    Letters,
}

/// What is lacking of the holder's data, in the order of the profile.
pub fn lacking(details: &Details) -> Vec<Lacking> {
    let place = details.birth_place.trim();
    let cannot_be_printed = [details.name().as_str(), place]
        .iter()
        .any(|text| certificate_press::unprintable(text).is_some());
    let parts = [
        (details.born_on.is_none(), Lacking::BornOn),
        (place.is_empty(), Lacking::BirthPlace),
        (cannot_be_printed, Lacking::Letters),
    ];
    parts
        .into_iter()
        .filter_map(|(lacks, part)| lacks.then_some(part))
        .collect()
}

/// Number in the register as it is printed: `214/2026`.
pub fn register_number(number: i64, year: i16) -> String {
    format!("{number}/{year}")
}

/// Public address of a certificate: `12-214-2026`.
pub fn public_number(organisation: i64, number: i64, year: i16) -> String {
    format!("{organisation}-{number}-{year}")
}

/// Number in the register, `214/2026`, from the public address; another text stays as it is.
pub fn register_number_of(public: &str) -> String {
    let mut parts = public.rsplitn(3, '-');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(year), Some(number), Some(_)) => format!("{number}/{year}"),
        _ => public.to_owned(),
    }
}

/// What somebody typed to find a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// The public address `12-214-2026`, alone or at the end of a whole address.
    Public(String),
    /// The number in some organisation's register, `214/2026`.
    Register(String),
    /// Neither.
    Unknown,
}

/// Reads a number as people type it: with `nr`, blanks, or the whole address from the paper.
pub fn read_number(typed: &str) -> Typed {
    let typed = typed
        .rsplit_once("/verify/")
        .map_or(typed, |(_, rest)| rest);
    let typed = typed.split(['?', '#']).next().unwrap_or_default();
    let kept: String = typed
        .nfkc()
        .map(|character| match character {
            '–' | '—' | '−' | '‐' | '‑' => '-',
            other => other,
        })
        .filter(|character| character.is_ascii_digit() || matches!(character, '-' | '/'))
        .collect();
    let is_number = |part: &str| {
        let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        digits && part.len() <= 18 && !part.starts_with('0')
    };
    let public: Vec<&str> = kept.split('-').collect();
    let register: Vec<&str> = kept.split('/').collect();
    if public.len() == 3 && public.iter().all(|part| is_number(part)) {
        Typed::Public(kept)
    } else if register.len() == 2 && register.iter().all(|part| is_number(part)) {
        Typed::Register(kept)
    } else {
        Typed::Unknown
    }
}

/// Whether a typed name is the holder's, in either order of given name and surname. Case, the number of blanks and the
/// way accents are encoded do not matter; the accents themselves do, as on the paper.
pub fn is_held_by(snapshot: &Snapshot, typed: &str) -> bool {
    let typed = comparable(typed);
    let (given, surname) = (&snapshot.given_name, &snapshot.surname);
    [format!("{given} {surname}"), format!("{surname} {given}")]
        .iter()
        .any(|name| comparable(name) == typed)
}

/// Through upper case first, because ß and ς fold only that way.
fn comparable(name: &str) -> String {
    let upper = name.nfkc().collect::<String>().to_uppercase();
    let folded: String = upper.to_lowercase().nfkc().collect();
    let plain = folded
        .replace(['‐', '‑', '–', '—'], "-")
        .replace(['’', 'ʼ', '`'], "'");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::i18n::Lang;

    fn snapshot() -> Snapshot {
        Snapshot {
            lang: Lang::Pl,
            organisation: String::new(),
            given_name: "Małgorzata".into(),
            surname: "Żółć-Gęślińska".into(),
            born_on: date(1984, 3, 12),
            birth_place: "Łódź".into(),
            title: String::new(),
            teaching_hours: 4,
            days: None,
            topics: Vec::new(),
            trainers: Vec::new(),
            issue_place: String::new(),
            issued_on: date(2026, 12, 9),
            signatory_name: String::new(),
            signatory_role: String::new(),
        }
    }

    #[test]
    fn a_number_is_read_as_people_type_it() {
        let public = Typed::Public("12-214-2026".into());
        for typed in [
            "12-214-2026",
            " 12 - 214 - 2026 ",
            "12–214–2026",
            "https://zapis.example/verify/12-214-2026?c=AEAAAA",
            "zapis.example/verify/12-214-2026",
        ] {
            assert_eq!(read_number(typed), public, "{typed}");
        }
        let register = Typed::Register("214/2026".into());
        for typed in ["214/2026", "nr 214/2026", "№ 214 / 2026"] {
            assert_eq!(read_number(typed), register, "{typed}");
        }
        for typed in [
            "",
            "214",
            "a-b-c",
            "1-2-3-4",
            "12-214/2026",
            "--",
            "/",
            "0-1-2026",
            "\0",
        ] {
            assert_eq!(read_number(typed), Typed::Unknown, "{typed:?}");
        }
    }

    #[test]
    fn a_name_is_the_holders_however_it_is_typed() {
        let snapshot = snapshot();
        for name in [
            "Małgorzata Żółć-Gęślińska",
            "  małgorzata   ŻÓŁĆ-GĘŚLIŃSKA ",
            "Żółć-Gęślińska Małgorzata",
            "Małgorzata Żółć\u{2011}Gęślińska",
            "Małgorzata Z\u{307}o\u{301}łc\u{301}-Ge\u{328}s\u{301}lin\u{301}ska",
        ] {
            assert!(is_held_by(&snapshot, name), "{name}");
        }
        for name in [
            "",
            "Małgorzata",
            "Malgorzata Zolc-Geslinska",
            "Anna Kowalska",
        ] {
            assert!(!is_held_by(&snapshot, name), "{name}");
        }
    }

    #[test]
    fn what_is_lacking_is_named() {
        let mut details = Details {
            given_name: "Anna".into(),
            surname: "Kowalska".into(),
            ..Details::default()
        };
        assert_eq!(lacking(&details), [Lacking::BornOn, Lacking::BirthPlace]);
        details.born_on = Some(date(1985, 3, 14));
        details.birth_place = "Łódź".into();
        assert_eq!(lacking(&details), []);
        details.given_name = "안나".into();
        assert_eq!(lacking(&details), [Lacking::Letters]);
    }
}
