//! Ways to reach a person: e-mail, telephone, postal code.

use super::{TextProblem, clean_line};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// Most characters of an address (RFC 5321, 4.5.3.1.3 without its angle brackets).
const EMAIL_LENGTH: usize = 254;
/// Most octets in front of the `@`.
const LOCAL_PART_LENGTH: usize = 64;
/// Longer input is not looked at as a telephone number.
const PHONE_LENGTH: usize = 40;

/// An e-mail address: as typed, for writing to it, and its key, for finding it again.
#[derive(Clone, PartialEq, Eq)]
pub struct Email {
    /// The address as typed, without blanks around it, a domain in national letters as `xn--…`: letters go out to exactly
    /// this.
    pub typed: String,
    /// The address that is unique: both parts in lower case.
    pub key: String,
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Whole addresses do not belong in logs.
        write!(f, "Email({})", mask_email(&self.typed))
    }
}

/// Reads a typed address.
///
/// # Errors
/// [`TextProblem::Empty`], [`TextProblem::TooLong`] above 254 characters, [`TextProblem::ControlCharacters`], and
/// [`TextProblem::NotAnEmail`] where no letter could ever arrive, [`TextProblem::NationalLetters`] where few mail servers
/// could bring one.
pub fn clean_email(typed: &str) -> Result<Email, TextProblem> {
    let typed = clean_line(typed, EMAIL_LENGTH)?;
    if typed.is_empty() {
        return Err(TextProblem::Empty);
    }
    let (local, domain) = typed.rsplit_once('@').ok_or(TextProblem::NotAnEmail)?;
    if !is_local_part(local) || !is_domain(domain) {
        return Err(TextProblem::NotAnEmail);
    }
    if !local.is_ascii() {
        return Err(TextProblem::NationalLetters);
    }
    let typed = if domain.is_ascii() {
        typed
    } else {
        format!("{local}@{}", for_the_network(domain)?)
    };
    let key = typed.to_lowercase();
    Ok(Email { typed, key })
}

/// A domain in national letters as mail servers know it (RFC 5891): `xn--…`.
fn for_the_network(domain: &str) -> Result<String, TextProblem> {
    match url::Host::parse(domain) {
        Ok(url::Host::Domain(ascii)) if ascii.is_ascii() => Ok(ascii),
        _ => Err(TextProblem::NotAnEmail),
    }
}

/// A domain as people write it: national letters where mail servers have `xn--…`.
pub fn written_domain(domain: &str) -> String {
    match idna::domain_to_unicode(domain) {
        (written, Ok(())) => written,
        (_, Err(_)) => domain.to_owned(),
    }
}

fn is_local_part(local: &str) -> bool {
    let atoms_are_full = local.split('.').all(|atom| !atom.is_empty());
    let allowed = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    local.len() <= LOCAL_PART_LENGTH && atoms_are_full && local.chars().all(allowed)
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let top = domain.rsplit('.').next().unwrap_or_default();
    domain.contains('.') && domain.split('.').all(is_label) && top.chars().any(char::is_alphabetic)
}

/// The address as others may see it: `iv•••@mail.example`.
///
/// At most two characters, and never the whole of the part before the `@`.
pub fn mask_email(address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let seen = match local.chars().count() {
        0..=1 => 0,
        2..=3 => 1,
        _ => 2,
    };
    let start: String = local.chars().take(seen).collect();
    if domain.is_empty() {
        format!("{start}•••")
    } else {
        format!("{start}•••@{domain}")
    }
}

/// A telephone number as people write it, kept as its digits with a leading `+` where one (or `00`) was typed.
///
/// # Errors
/// [`TextProblem::Empty`], [`TextProblem::ControlCharacters`], and [`TextProblem::NotAPhone`] for letters or for fewer
/// than 6 or more than 15 digits (E.164): an extension is better kept in a note than lost.
pub fn clean_phone(typed: &str) -> Result<String, TextProblem> {
    let line = clean_line(typed, PHONE_LENGTH).map_err(|problem| match problem {
        TextProblem::TooLong { .. } => TextProblem::NotAPhone,
        other => other,
    })?;
    if line.is_empty() {
        return Err(TextProblem::Empty);
    }
    let mut number = String::with_capacity(16);
    for c in line.nfkc() {
        match c {
            '0'..='9' => number.push(c),
            '+' if number.is_empty() => number.push(c),
            ' ' | '-' | '.' | '(' | ')' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {}
            _ => return Err(TextProblem::NotAPhone),
        }
    }
    if let Some(rest) = number.strip_prefix("00") {
        number = format!("+{rest}");
    }
    let digits = number.trim_start_matches('+').len();
    if (6..=15).contains(&digits) {
        Ok(number)
    } else {
        Err(TextProblem::NotAPhone)
    }
}

/// A Polish postal code, written `00-950`, `00950` or `00 950`; kept as `00-950`.
///
/// # Errors
/// [`TextProblem::Empty`], [`TextProblem::ControlCharacters`], [`TextProblem::NotAPostalCode`].
pub fn postal_code(typed: &str) -> Result<String, TextProblem> {
    let line = clean_line(typed, PHONE_LENGTH).map_err(|problem| match problem {
        TextProblem::TooLong { .. } => TextProblem::NotAPostalCode,
        other => other,
    })?;
    if line.is_empty() {
        return Err(TextProblem::Empty);
    }
    let is_separator = |c: char| c == ' ' || c == '-' || matches!(c, '\u{2010}'..='\u{2015}');
    let digits: String = line.chars().filter(|&c| !is_separator(c)).collect();
    let between = line
        .chars()
        .enumerate()
        .all(|(place, c)| !is_separator(c) || (2..5).contains(&place));
    if between && digits.len() == 5 && digits.bytes().all(|b| b.is_ascii_digit()) {
        Ok(format!("{}-{}", &digits[..2], &digits[2..]))
    } else {
        Err(TextProblem::NotAPostalCode)
    }
}

/// An address in one line: `ul. Długa 3, 62-066 Granowo`; in a village without streets the number follows the village,
/// and a post office of another place stands behind its code: `Bielawy 3, 62-066 Granowo`.
pub fn postal_line(
    (street, number): (&str, &str),
    (code, post_office): (&str, &str),
    city: &str,
) -> String {
    let joined = |separator: &str, parts: [&str; 2]| {
        let filled = parts
            .map(str::trim)
            .into_iter()
            .filter(|part| !part.is_empty());
        filled.collect::<Vec<_>>().join(separator)
    };
    let post = if post_office.trim().is_empty() {
        city
    } else {
        post_office
    };
    let place = if street.trim().is_empty() && !number.trim().is_empty() {
        joined(" ", [city, number])
    } else {
        joined(" ", [street, number])
    };
    let place = if post == city || street.trim().is_empty() {
        place
    } else {
        joined(", ", [city, &place])
    };
    joined(", ", [&place, &joined(" ", [code, post])])
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(typed: &str) -> Result<String, TextProblem> {
        clean_email(typed).map(|email| email.key)
    }

    #[test]
    fn an_address_is_kept_as_typed_and_found_by_its_key() {
        let email = clean_email("  Anna.Nowak+kurs@Poczta.Example ").unwrap();
        assert_eq!(email.typed, "Anna.Nowak+kurs@Poczta.Example");
        assert_eq!(email.key, "anna.nowak+kurs@poczta.example");
        assert_eq!(
            key("Ivan@почта.рф"),
            Ok("ivan@xn--80a1acny.xn--p1ai".into())
        );
        assert_eq!(key("ewa@żółw.pl"), key("ewa@XN--W-uga1v8h.pl"));
        assert_eq!(written_domain("xn--80a1acny.xn--p1ai"), "почта.рф");
        for plain in ["poczta.example", "xn--99999999.example"] {
            assert_eq!(written_domain(plain), plain);
        }
        assert_eq!(key("żółw@c.pl"), Err(TextProblem::NationalLetters));
        assert_eq!(format!("{email:?}"), "Email(An•••@Poczta.Example)");
    }

    #[test]
    fn a_village_without_streets_has_an_address() {
        let town = postal_line(("ul. Długa", "3"), ("62-066", "Granowo"), "Granowo");
        assert_eq!(town, "ul. Długa 3, 62-066 Granowo");
        let village = postal_line(("", "3"), ("62-066", "Granowo"), "Bielawy");
        assert_eq!(village, "Bielawy 3, 62-066 Granowo");
        assert_eq!(postal_line(("", ""), ("", ""), "Łomża"), "Łomża");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for typed in [
            "anna",
            "@a.pl",
            "a@",
            "a@b",
            "a@b..pl",
            "a@-b.pl",
            "a@b.12",
            "a b@c.pl",
            "a..b@c.pl",
            ".a@c.pl",
            "a@c.pl.",
            "<a@c.pl>",
            "a@b@c.pl",
            "a@c.pl,b@c.pl",
            "Ola🎉@c.pl",
        ] {
            assert_eq!(key(typed), Err(TextProblem::NotAnEmail), "{typed:?}");
        }
        assert_eq!(key(" "), Err(TextProblem::Empty));
        assert_eq!(
            key(&format!("a@{}.pl", "b".repeat(260))),
            Err(TextProblem::TooLong {
                max: 254,
                length: 265
            })
        );
        assert_eq!(
            key(&format!("{}@c.pl", "a".repeat(65))),
            Err(TextProblem::NotAnEmail)
        );
        assert_eq!(key("a\0@c.pl"), Err(TextProblem::ControlCharacters));
    }

    #[test]
    fn a_masked_address_shows_two_letters_at_most() {
        for (address, masked) in [
            ("ivan@mail.example", "iv•••@mail.example"),
            ("iv@mail.example", "i•••@mail.example"),
            ("i@mail.example", "•••@mail.example"),
            ("żółw@mail.example", "żó•••@mail.example"),
            ("broken", "br•••"),
        ] {
            assert_eq!(mask_email(address), masked);
        }
    }

    #[test]
    fn telephone_numbers_as_people_write_them() {
        for (typed, kept) in [
            ("600 100 200", "600100200"),
            ("+48 (22) 123-45-67", "+48221234567"),
            ("0048 600.100.200", "+48600100200"),
            ("8 (495) 123–45–67", "84951234567"),
            ("22/123\u{A0}45 67", "221234567"),
        ] {
            assert_eq!(clean_phone(typed), Ok(kept.to_owned()));
        }
        for typed in [
            "12345",
            "600 100 200 wew. 12",
            "1234567890123456",
            "48+600100200",
            "+",
            "٠١٢٣٤٥٦",
        ] {
            assert_eq!(clean_phone(typed), Err(TextProblem::NotAPhone), "{typed:?}");
        }
        assert_eq!(clean_phone(""), Err(TextProblem::Empty));
    }

    #[test]
    fn postal_codes_get_their_hyphen() {
        for typed in ["00-950", "00950", " 00 950", "00–950", "00 - 950"] {
            assert_eq!(postal_code(typed), Ok("00-950".into()), "{typed:?}");
        }
        for typed in ["0-0950", "009500", "0095", "OO-950", "00-95a", "--00950"] {
            assert_eq!(
                postal_code(typed),
                Err(TextProblem::NotAPostalCode),
                "{typed:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_makes_a_panic(typed in any::<String>()) {
            if let Ok(email) = clean_email(&typed) {
                prop_assert_eq!(key(&email.key), Ok(email.key.clone()));
            }
            if let Ok(number) = clean_phone(&typed) {
                prop_assert_eq!(clean_phone(&number), Ok(number));
            }
            if let Ok(code) = postal_code(&typed) {
                prop_assert_eq!(postal_code(&code), Ok(code));
            }
        }

        #[test]
        fn a_mask_never_shows_the_whole(local in "[a-zż]{1,12}") {
            let masked = mask_email(&format!("{local}@mail.example"));
            let whole = format!("{local}•");
            prop_assert!(!masked.contains(&whole));
        }
    }
}
