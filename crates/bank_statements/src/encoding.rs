//! From bytes to text: the encodings that banks of these countries use, told apart by what they would say.

use std::borrow::Cow;

use encoding_rs::{Encoding, IBM866, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251};
use serde::{Deserialize, Serialize};

use crate::cp852;

/// An encoding of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextEncoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with a byte order mark.
    Utf16,
    /// Windows, Central Europe.
    Cp1250,
    /// Windows, Cyrillic.
    Cp1251,
    /// DOS, Central Europe.
    Cp852,
    /// DOS, Cyrillic.
    Cp866,
}

impl TextEncoding {
    /// Its usual name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Cp1250 => "CP1250",
            Self::Cp1251 => "CP1251",
            Self::Cp852 => "CP852",
            Self::Cp866 => "CP866",
        }
    }
}

/// Encodings of one byte a character that are tried on what is not UTF-8; the first wins a tie.
const SINGLE: [TextEncoding; 4] = [
    TextEncoding::Cp1250,
    TextEncoding::Cp1251,
    TextEncoding::Cp852,
    TextEncoding::Cp866,
];
/// So many bytes beyond ASCII are enough to tell.
const ENOUGH: usize = 20_000;

/// The text in the encoding that fits it best. Never fails: bytes that mean nothing become U+FFFD.
pub(crate) fn decode(bytes: &[u8]) -> (Cow<'_, str>, TextEncoding) {
    let encoding = detect(bytes);
    (decode_as(bytes, encoding), encoding)
}

/// The text in the encoding that is named.
pub(crate) fn decode_as(bytes: &[u8], encoding: TextEncoding) -> Cow<'_, str> {
    match encoding {
        TextEncoding::Utf8 => match bytes.strip_prefix(b"\xef\xbb\xbf") {
            Some(rest) => String::from_utf8_lossy(rest),
            None => String::from_utf8_lossy(bytes),
        },
        TextEncoding::Utf16 => {
            let other = if bytes.starts_with(b"\xfe\xff") {
                UTF_16BE
            } else {
                UTF_16LE
            };
            other.decode(bytes).0
        }
        single => {
            let table = table(single);
            let char_of = |byte: &u8| match byte.checked_sub(0x80) {
                None => char::from(*byte),
                Some(high) => table[usize::from(high)],
            };
            Cow::Owned(bytes.iter().map(char_of).collect())
        }
    }
}

/// The encoding that fits the bytes best.
pub(crate) fn detect(bytes: &[u8]) -> TextEncoding {
    if let Some((found, _)) = Encoding::for_bom(bytes) {
        return if found == UTF_8 {
            TextEncoding::Utf8
        } else {
            TextEncoding::Utf16
        };
    }
    if mostly_utf8(bytes) {
        return TextEncoding::Utf8;
    }
    let mut best = (i64::MIN, TextEncoding::Cp1250);
    for encoding in SINGLE {
        let score = score(bytes, &table(encoding));
        if score > best.0 {
            best = (score, encoding);
        }
    }
    best.1
}

/// Whether this is UTF-8, at most a little damaged, as when a file was cut or joined by hand.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    bad == 0 || good > bad * 4
}

/// What bytes 0x80 to 0xFF mean.
fn table(encoding: TextEncoding) -> [char; 128] {
    let mut table = [char::REPLACEMENT_CHARACTER; 128];
    let windows = match encoding {
        TextEncoding::Cp1251 => WINDOWS_1251,
        TextEncoding::Cp866 => IBM866,
        TextEncoding::Cp852 => {
            for (slot, c) in table.iter_mut().zip(cp852::high()) {
                *slot = c;
            }
            return table;
        }
        _ => WINDOWS_1250,
    };
    for (slot, byte) in table.iter_mut().zip(0x80..=0xff_u8) {
        let one = [byte];
        let (text, _) = windows.decode_without_bom_handling(&one);
        *slot = text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER);
    }
    table
}

/// How much the bytes look like a text of our languages when they are read with that table.
fn score(bytes: &[u8], table: &[char; 128]) -> i64 {
    let char_at = |index: usize| match bytes.get(index) {
        None => ' ',
        Some(byte) if *byte < 0x80 => char::from(*byte),
        Some(byte) => table[usize::from(*byte) - 0x80],
    };
    let high = bytes.iter().enumerate().filter(|(_, byte)| **byte >= 0x80);
    high.take(ENOUGH)
        .map(|(at, _)| score_one(char_at(at.wrapping_sub(1)), char_at(at), char_at(at + 1)))
        .sum()
}

fn score_one(before: char, c: char, after: char) -> i64 {
    if is_cyrillic(c) {
        let stranger = |c: char| c.is_alphabetic() && !is_cyrillic(c);
        let alone = !is_cyrillic(before) && !is_cyrillic(after);
        let common = matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё');
        return match (stranger(before) || stranger(after), alone, common) {
            (true, _, _) => -3,
            (_, true, _) | (_, _, false) => -1,
            _ => 3 - case_break(before, c),
        };
    }
    match c {
        'ą' | 'ć' | 'ę' | 'ł' | 'ń' | 'ó' | 'ś' | 'ź' | 'ż' | 'Ą' | 'Ć' | 'Ę' | 'Ł' | 'Ń' | 'Ó'
        | 'Ś' | 'Ź' | 'Ż' => 4 - case_break(before, c),
        'ä' | 'ö' | 'ü' | 'ß' | 'Ä' | 'Ö' | 'Ü' | 'á' | 'é' | 'í' | 'ú' | 'ő' | 'ű' | 'Á' | 'É'
        | 'Í' | 'č' | 'š' | 'ž' | 'ř' | 'ě' | 'ý' | 'ů' | 'Č' | 'Š' | 'Ž' => {
            2 - case_break(before, c)
        }
        '\u{a0}' | '„' | '”' | '“' | '–' | '—' | '«' | '»' | '№' | '§' | '°' | '€' => {
            0
        }
        _ if c.is_alphabetic() => -1 - case_break(before, c),
        _ => -4,
    }
}

/// Three when a capital letter follows a small one, as it does in words that are read with the wrong table.
fn case_break(before: char, c: char) -> i64 {
    if before.is_lowercase() && c.is_uppercase() {
        3
    } else {
        0
    }
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{45f}')
}
