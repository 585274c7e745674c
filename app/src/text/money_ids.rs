//! Numbers that payments need, each with its checksum: tax ids and accounts.

use person_matching::identifiers::{Inn, Nip};

/// A Polish NIP (10 digits) or a Russian INN (10 or 12 digits) as its digits; spaces, hyphens and the `PL` before a NIP are
/// left out. None when the checksum is wrong.
pub fn tax_id(typed: &str) -> Option<String> {
    let nip = typed.parse::<Nip>().map(|nip| nip.to_string());
    let inn = || typed.parse::<Inn>().map(|inn| inn.to_string());
    nip.or_else(|_| inn()).ok()
}

/// An account number as kept: IBAN without spaces. The 26 digits that Polish banks give out get their `PL`. None when the
/// checksum (ISO 7064 MOD 97,10) or the length is wrong.
pub fn iban(typed: &str) -> Option<String> {
    let mut plain: String = typed
        .chars()
        .filter(|c| !(c.is_whitespace() || *c == '-'))
        .collect::<String>()
        .to_ascii_uppercase();
    if plain.len() == 26 && plain.bytes().all(|byte| byte.is_ascii_digit()) {
        plain.insert_str(0, "PL");
    }
    let bytes = plain.as_bytes();
    let is_shaped = (15..=34).contains(&bytes.len())
        && bytes.iter().all(u8::is_ascii_alphanumeric)
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..4].iter().all(u8::is_ascii_digit)
        && (!plain.starts_with("PL") || bytes.len() == 28);
    (is_shaped && remainder_97(bytes) == 1).then_some(plain)
}

/// Currencies that are charged in: those with two decimals that transfers and letters know how to write.
pub const CURRENCIES: [&str; 9] = [
    "PLN", "EUR", "RUB", "USD", "GBP", "CHF", "CZK", "HUF", "UAH",
];

/// The same, as forms choose among them.
pub fn currency_choices() -> Vec<(&'static str, &'static str)> {
    CURRENCIES.map(|code| (code, code)).to_vec()
}

/// An account as a bank writes it: an IBAN with its check digits, or the digits of an account that is none, 5 to 34 of
/// them, such as the 20 of a Russian account. 26 digits are a Polish account and have check digits too.
pub fn bank_account(typed: &str) -> Option<String> {
    let plain: String = typed
        .chars()
        .filter(|c| !(c.is_whitespace() || matches!(c, '-' | '/' | '.')))
        .collect();
    let is_number = plain.bytes().all(|byte| byte.is_ascii_digit())
        && (5..=34).contains(&plain.len())
        && plain.len() != 26;
    if is_number { Some(plain) } else { iban(typed) }
}

/// The BIC of a bank in Russia: nine digits that begin with 04 or 01 (treasury).
pub fn russian_bic(typed: &str) -> Option<String> {
    let digits: String = typed.split_whitespace().collect();
    let is_right = digits.len() == 9
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits.starts_with("04") || digits.starts_with("01"));
    is_right.then_some(digits)
}

/// Whether an account of 20 digits has the check digit that it has at the bank with this BIC: weights 7, 1, 3 over the
/// BIC's last three digits and the account's. A correspondent account is checked with the digits of the bank's region.
pub fn is_account_at(account: &str, bic: &str) -> bool {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if account.len() != 20 || bic.len() != 9 || !is_number(account) || !is_number(bic) {
        return false;
    }
    let before = if account.starts_with("301") {
        format!("0{}", &bic[4..6])
    } else {
        bic[6..].to_owned()
    };
    let digits = before.bytes().chain(account.bytes());
    let sum: u32 = digits
        .zip([7, 1, 3].into_iter().cycle())
        .map(|(digit, weight)| u32::from(digit - b'0') * weight % 10)
        .sum();
    sum.is_multiple_of(10)
}

/// What is left when the number is divided by 97: the first four characters go to the end, letters count from 10.
fn remainder_97(iban: &[u8]) -> u32 {
    let turned = iban[4..].iter().chain(&iban[..4]);
    turned.fold(0, |rest, byte| {
        let value = char::from(*byte).to_digit(36).unwrap_or(0);
        let step = if value < 10 { 10 } else { 100 };
        (rest * step + value) % 97
    })
}

/// Shorter is a name rather than a number.
const SHORTEST_ACCOUNT: usize = 12;

/// An account number in groups of four, as people read and type it: `PL61 1090 1014 …`.
pub fn grouped_iban(iban: &str) -> String {
    let bytes: Vec<char> = iban.chars().collect();
    if bytes.len() < SHORTEST_ACCOUNT {
        return iban.to_owned();
    }
    let groups = bytes
        .chunks(4)
        .map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accounts_in_roubles_fit_their_bank() {
        assert_eq!(russian_bic("044 525 225").as_deref(), Some("044525225"));
        assert_eq!(russian_bic("04452522"), None);
        assert_eq!(russian_bic("945525225"), None);
        let bic = "044525225";
        assert!(is_account_at("30101810400000000225", bic));
        assert!(is_account_at("40702810200000000001", bic));
        assert!(!is_account_at("40702810300000000001", bic));
        assert!(!is_account_at("4070281020000000000", bic));
        assert!(!is_account_at("40702810200000000001", "04452522Ж"));
    }

    #[test]
    fn tax_ids_with_their_checksum() {
        for (typed, kept) in [
            ("526-000-12-46", "5260001246"),
            ("PL 526 000 12 46", "5260001246"),
            ("7707083893", "7707083893"),
            ("500100732259", "500100732259"),
        ] {
            assert_eq!(tax_id(typed).as_deref(), Some(kept), "{typed}");
        }
        for typed in [
            "",
            "0000000000",
            "5260001247",
            "526000124",
            "abc",
            "500100732250",
        ] {
            assert_eq!(tax_id(typed), None, "{typed}");
        }
    }

    #[test]
    fn accounts_that_are_no_iban_are_digits() {
        for (typed, kept) in [
            ("4070 2810 2000 0000 0001", "40702810200000000001"),
            ("1966315302010001", "1966315302010001"),
            ("12345678/1020304050", "123456781020304050"),
            ("gb33 bukb 2020 1555 5555 55", "GB33BUKB20201555555555"),
        ] {
            assert_eq!(bank_account(typed).as_deref(), Some(kept), "{typed}");
        }
        for typed in [
            "",
            "1234",
            "62109010140000071219812874",
            "PL1",
            "abc",
            "12345x",
        ] {
            assert_eq!(bank_account(typed), None, "{typed}");
        }
    }

    #[test]
    fn accounts_with_their_checksum() {
        for (typed, kept) in [
            (
                "61 1090 1014 0000 0712 1981 2874",
                "PL61109010140000071219812874",
            ),
            (
                "pl61109010140000071219812874",
                "PL61109010140000071219812874",
            ),
            ("DE89 3704 0044 0532 0130 00", "DE89370400440532013000"),
        ] {
            assert_eq!(iban(typed).as_deref(), Some(kept), "{typed}");
        }
        for typed in [
            "",
            "PL62109010140000071219812874",
            "PL6110901014",
            "61",
            "ŁÓ611090",
        ] {
            assert_eq!(iban(typed), None, "{typed}");
        }
        assert_eq!(
            grouped_iban("DE89370400440532013000"),
            "DE89 3704 0044 0532 0130 00"
        );
    }

    proptest! {
        #[test]
        fn one_digit_off_is_seen(place in 4_usize..28, other in 0_u32..10) {
            let good = "PL61109010140000071219812874";
            let digit = char::from_digit(other, 10).unwrap_or('0');
            let bad: String = good.chars().enumerate().map(|(at, c)| if at == place { digit } else { c }).collect();
            prop_assert_eq!(iban(&bad).is_some(), bad == good);
        }

        #[test]
        fn nothing_panics(typed in ".{0,40}") {
            let _ = (tax_id(&typed), iban(&typed));
        }
    }
}
