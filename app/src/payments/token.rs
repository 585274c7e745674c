//! The title of a transfer: `ZP-`, the number of the charge, and a check character (ISO 7064 MOD 37,36), so that a
//! slip of the pen is seen and nobody pays for somebody else.

use super::{ChargeId, CollectiveId};

/// Digits and letters in the order of the standard.
const ALPHABET: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const MODULUS: usize = 36;
/// Shorter numbers are filled up with zeros.
const DIGITS: usize = 6;
/// No number is longer.
const MOST_DIGITS: usize = 15;

/// The check character of digits and capital letters; none for anything else.
pub fn check_character(text: &str) -> Option<char> {
    let mut product = MODULUS;
    for byte in text.bytes() {
        let value = ALPHABET.iter().position(|one| *one == byte)?;
        let sum = match (product + value) % MODULUS {
            0 => MODULUS,
            sum => sum,
        };
        product = sum * 2 % (MODULUS + 1);
    }
    Some(char::from(ALPHABET[(MODULUS + 1 - product) % MODULUS]))
}

/// The title that is to be given with a transfer for a charge: `ZP-000214K`.
pub fn title_of(charge: ChargeId) -> String {
    written("ZP", charge.get())
}

/// The title of a transfer for many charges: `ZZ-000012K`, made in the same way.
pub fn collective_title_of(title: CollectiveId) -> String {
    written("ZZ", title.get())
}

fn written(letters: &str, number: i64) -> String {
    let number = format!("{number:0DIGITS$}");
    let check = check_character(&number).unwrap_or('0');
    format!("{letters}-{number}{check}")
}

/// Charges whose valid token stands in a text, each once, in the order of the text. Small letters, blanks, hyphens and
/// dots inside a token do not matter, O stands for 0 and I or L for 1; Cyrillic letters that look like Latin ones are
/// taken for these.
pub fn find(text: &str) -> Vec<ChargeId> {
    let numbers = numbers(text, ['Z', 'P']).into_iter();
    numbers.map(ChargeId::new).collect()
}

/// The same for titles of many charges.
pub fn find_collective(text: &str) -> Vec<CollectiveId> {
    let numbers = numbers(text, ['Z', 'Z']).into_iter();
    numbers.map(CollectiveId::new).collect()
}

fn numbers(text: &str, letters: [char; 2]) -> Vec<i64> {
    let plain: Vec<char> = text.chars().filter_map(folded).collect();
    let mut found = Vec::new();
    for start in 0..plain.len().saturating_sub(2) {
        if plain[start..start + 2] == letters {
            for number in read_at(&plain[start + 2..]) {
                if !found.contains(&number) {
                    found.push(number);
                }
            }
        }
    }
    found
}

/// The charge of a token that was typed alone, such as into a search field.
pub fn read(typed: &str) -> Option<ChargeId> {
    match find(typed).as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// Every reading of what follows the letters as number and check character; a number ends where its check character fits.
fn read_at(rest: &[char]) -> Vec<i64> {
    let mut number = String::new();
    let mut found = Vec::new();
    for (place, next) in rest.iter().enumerate().take(MOST_DIGITS + 1) {
        if place >= DIGITS && fits(&number, *next) {
            found.extend(number.parse().ok().filter(|number: &i64| *number > 0));
        }
        match digit(*next) {
            Some(digit) => number.push(digit),
            None => break,
        }
    }
    found
}

fn fits(number: &str, typed: char) -> bool {
    // Only a number without needless zeros is ours.
    let is_ours = number.len() == DIGITS || !number.starts_with('0');
    let alike = |c: char| digit(c).unwrap_or(c);
    is_ours && check_character(number).is_some_and(|check| alike(check) == alike(typed))
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        'O' => Some('0'),
        'I' | 'L' => Some('1'),
        _ => None,
    }
}

/// A capital Latin letter or a digit; none for what may stand between them.
fn folded(c: char) -> Option<char> {
    let c = match c {
        'а' | 'А' => 'A',
        'в' | 'В' => 'B',
        'е' | 'Е' => 'E',
        'к' | 'К' => 'K',
        'м' | 'М' => 'M',
        'н' | 'Н' => 'H',
        'о' | 'О' => 'O',
        'р' | 'Р' => 'P',
        'с' | 'С' => 'C',
        'т' | 'Т' => 'T',
        'у' | 'У' => 'Y',
        'х' | 'Х' => 'X',
        ' ' | '\u{a0}' | '-' | '\u{2010}'..='\u{2015}' | '.' | '_' | '\n' | '\r' | '\t' => {
            return None;
        }
        other => other.to_ascii_uppercase(),
    };
    Some(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(number: i64) -> ChargeId {
        ChargeId::new(number)
    }

    #[test]
    fn check_characters_are_those_of_the_standard() {
        // The example of the Global Release Identifier, which uses ISO 7064 MOD 37,36.
        assert_eq!(check_character("A12425GABC1234002"), Some('M'));
        assert_eq!(check_character("a"), None);
        assert_eq!(check_character("Ł"), None);
    }

    #[test]
    fn tokens_are_found_however_they_are_typed() {
        let title = title_of(id(214));
        let check = title.chars().last().unwrap_or_default();
        assert_eq!(title, format!("ZP-000214{check}"));
        let ways = [
            title.clone(),
            title.to_lowercase(),
            title.replace('-', " "),
            title.replace('-', ""),
            title.replace('0', "O").replace('1', "I"),
            title.replace('1', "l"),
            format!("Opłata za kurs {title}, Anna Nowak"),
            format!("ZP-000\n214{check} szkolenie"),
            format!("/TXT/ZP.000.214.{check}/INV"),
        ];
        for way in ways {
            assert_eq!(find(&way), [id(214)], "{way}");
        }
        assert_eq!(find("ZP-"), []);
        assert_eq!(find("ZP-000214"), []);
        assert_eq!(find("ZP-000000"), []);
    }

    #[test]
    fn two_tokens_are_two() {
        let both = format!("{} i {}", title_of(id(7)), title_of(id(8)));
        assert_eq!(find(&both), [id(7), id(8)]);
        assert_eq!(read(&both), None);
        assert_eq!(read(&title_of(id(7))), Some(id(7)));
    }

    #[test]
    fn a_title_of_many_is_no_title_of_one() {
        let title = collective_title_of(CollectiveId::new(12));
        assert!(title.starts_with("ZZ-000012"), "{title}");
        let text = format!("Za kursy {}", title.to_lowercase());
        assert_eq!(find_collective(&text), [CollectiveId::new(12)]);
        assert_eq!(find(&text), []);
        assert_eq!(find_collective(&title_of(id(12))), []);
    }

    proptest! {
        #[test]
        fn every_token_is_read_back(number in 1_i64..1_000_000_000_000) {
            prop_assert!(find(&title_of(id(number))).contains(&id(number)));
        }

        #[test]
        fn one_digit_off_is_another_number_or_none(number in 1_i64..1_000_000, place in 0_usize..6, other in 0_u32..10) {
            let good = title_of(id(number));
            let digit = char::from_digit(other, 10).unwrap_or('0');
            let bad: String = good.chars().enumerate().map(|(at, c)| if at == place + 3 { digit } else { c }).collect();
            prop_assume!(bad != good);
            prop_assert!(find(&bad).iter().all(|found| *found != id(number)));
        }

        #[test]
        fn nothing_panics(text in ".{0,60}") {
            let _ = find(&text);
        }
    }
}
