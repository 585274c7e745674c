//! Bytes to text: UTF-8 and UTF-16 are known by themselves, the two Windows code pages by their letters.

use super::{Fault, Problem, Refusal};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1250, WINDOWS_1251};
use std::borrow::Cow;

/// Polish letters in CP1250: ĄĆĘŁŃÓŚŹŻ ąćęłńóśźż.
const POLISH: &[u8] = b"\xA5\xC6\xCA\xA3\xD1\xD3\x8C\x8F\xAF\xB9\xE6\xEA\xB3\xF1\xF3\x9C\x9F\xBF";

/// The text of a file without its byte-order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Refusal> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes)
        && encoding != UTF_8
    {
        return whole(encoding.decode_with_bom_removal(bytes).0);
    }
    let unmarked = bytes.strip_prefix(b"\xEF\xBB\xBF");
    let (bytes, is_marked) = (unmarked.unwrap_or(bytes), unmarked.is_some());
    if let Some(at) = bytes.iter().position(|&b| b == 0) {
        return Err(Refusal::of(Problem::at_line(
            line_of(bytes, at),
            Fault::NulBytes,
        )));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    if let Some(at) = first_break_of_utf8(bytes, is_marked) {
        return Err(Refusal::of(Problem::at_line(
            line_of(bytes, at),
            Fault::MixedEncoding,
        )));
    }
    let encoding = if is_russian(bytes) {
        WINDOWS_1251
    } else {
        WINDOWS_1250
    };
    Ok(encoding.decode_without_bom_handling(bytes).0)
}

/// A text out of UTF-16; NUL is no more welcome there.
fn whole(text: Cow<'_, str>) -> Result<Cow<'_, str>, Refusal> {
    match text.find('\0') {
        Some(at) => Err(Refusal::of(Problem::at_line(
            line_of(text.as_bytes(), at),
            Fault::NulBytes,
        ))),
        None => Ok(text),
    }
}

/// Where the first foreign byte stands in a text that is meant as UTF-8: it is marked as such, or has letters in UTF-8.
///
/// Polish in CP1250 never makes a Latin letter of UTF-8 (it would begin with Ă, Ä or Ĺ). Russian in CP1251 makes one now and
/// then, `Р»` or `Е»`, and many times as many bytes that are no UTF-8.
fn first_break_of_utf8(bytes: &[u8], is_marked: bool) -> Option<usize> {
    let (mut latin, mut russian, mut breaks) = (0_usize, 0_usize, 0_usize);
    let (mut first, mut seen) = (None, 0_usize);
    for chunk in bytes.utf8_chunks() {
        latin += chunk.valid().chars().filter(|c| is_latin_text(*c)).count();
        russian += chunk
            .valid()
            .chars()
            .filter(|c| is_russian_text(*c))
            .count();
        seen += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            breaks += 1;
            first.get_or_insert(seen);
            seen += chunk.invalid().len();
        }
    }
    let is_meant = is_marked || 2 * (latin + russian) > breaks || (latin > 0 && !is_russian(bytes));
    first.filter(|_| is_meant)
}

/// Letters beyond ASCII that Latin texts here have, dashes and quotation marks. What else two bytes of a code page may look
/// like, `ÓŻ` or `Сё`, is none of them.
const fn is_latin_text(c: char) -> bool {
    matches!(c, 'À'..='ſ' | '\u{2010}'..='\u{203A}' | '€' | '№')
}

/// Letters of Russian, and those that its neighbours have besides.
const fn is_russian_text(c: char) -> bool {
    matches!(
        c,
        'А'..='я' | 'Ё' | 'ё' | 'Є' | 'є' | 'І' | 'і' | 'Ї' | 'ї' | 'Ґ' | 'ґ'
    )
}

/// Whether the letters above ASCII are those of Russian in CP1251 rather than those of Polish in CP1250.
fn is_russian(bytes: &[u8]) -> bool {
    let (mut polish, mut russian) = (0_u64, 0_u64);
    let mut before = b' ';
    for (at, &byte) in bytes.iter().enumerate() {
        if byte >= 0x80 {
            let cyrillic = is_cyrillic(byte);
            // Russian words are Cyrillic throughout; Polish letters stand one by one among Latin ones.
            let after = bytes.get(at + 1).copied().unwrap_or(b' ');
            let among_latin = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
            polish += u64::from(POLISH.contains(&byte)) + u64::from(among_latin);
            russian += u64::from(cyrillic) + u64::from(cyrillic && is_cyrillic(before));
        }
        before = byte;
    }
    russian > polish
}

/// А–я, Ё and ё in CP1251.
const fn is_cyrillic(byte: u8) -> bool {
    byte >= 0xC0 || byte == 0xA8 || byte == 0xB8
}

/// The line of a place, counted from 1.
fn line_of(bytes: &[u8], at: usize) -> u32 {
    let before = bytes.get(..at).unwrap_or(bytes);
    let lines = |end: u8| before.split(|&b| b == end).count();
    let line = if before.contains(&b'\n') {
        lines(b'\n')
    } else {
        lines(b'\r')
    };
    u32::try_from(line).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLISH_LINES: [&str; 4] = [
        "Łódź;Żółw",
        "SZKOŁA W GDAŃSKU",
        "nazwa;ulica\nPrzedszkole „Miś”;ul. Śląska",
        "Wąs – ćma",
    ];
    const RUSSIAN_LINES: [&str; 4] = [
        "Школа № 5;Москва",
        "ГИМНАЗИЯ",
        "name;city\nЛицей имени А. С. Пушкина;Ёлки",
        "«Колосок», ул. Мира",
    ];

    #[test]
    fn code_pages_are_told_apart_by_their_letters() {
        for (lines, encoding) in [(POLISH_LINES, WINDOWS_1250), (RUSSIAN_LINES, WINDOWS_1251)] {
            for line in lines {
                let (bytes, _, lossy) = encoding.encode(line);
                assert!(!lossy);
                assert_eq!(decode(&bytes).as_deref(), Ok(line));
            }
        }
    }

    #[test]
    fn unicode_is_known_with_and_without_its_mark() {
        for line in POLISH_LINES.into_iter().chain(RUSSIAN_LINES) {
            assert_eq!(decode(line.as_bytes()).as_deref(), Ok(line));
            assert_eq!(
                decode(format!("\u{FEFF}{line}").as_bytes()).as_deref(),
                Ok(line)
            );
            let units = || line.encode_utf16();
            let little: Vec<u8> = [0xFF, 0xFE]
                .into_iter()
                .chain(units().flat_map(u16::to_le_bytes))
                .collect();
            let big: Vec<u8> = [0xFE, 0xFF]
                .into_iter()
                .chain(units().flat_map(u16::to_be_bytes))
                .collect();
            assert_eq!(decode(&little).as_deref(), Ok(line));
            assert_eq!(decode(&big).as_deref(), Ok(line));
        }
    }

    #[test]
    fn a_foreign_byte_in_utf_8_is_named_by_its_line() {
        let bytes = ["Zażółć gęślą\n".as_bytes(), b"ja\x9F\n"].concat();
        let refusal = decode(&bytes).err();
        assert_eq!(
            refusal,
            Some(Refusal::of(Problem::at_line(2, Fault::MixedEncoding)))
        );
    }

    #[test]
    fn few_letters_of_utf_8_are_enough_to_know_it() {
        let marked = b"\xEF\xBB\xBFname\n\xA3\n".to_vec();
        let pasted = "Józef;Lis\nAnna;Żak\n".as_bytes();
        let pasted = [pasted, &WINDOWS_1250.encode("Łucja;Świąć\n").0[..]].concat();
        let russian = [
            "Жанна Яр\n".as_bytes(),
            &WINDOWS_1251.encode("Ольга\n").0[..],
        ]
        .concat();
        for (bytes, line) in [
            (b"name\nJ\xC3\xB3zef\nja\x9F\n".to_vec(), 3),
            (marked, 2),
            (pasted, 3),
            (russian, 2),
        ] {
            let refusal = Refusal::of(Problem::at_line(line, Fault::MixedEncoding));
            assert_eq!(decode(&bytes).err(), Some(refusal));
        }
    }

    /// Letters that stand side by side and happen to be UTF-8.
    #[test]
    fn pairs_of_letters_in_a_code_page_are_no_utf_8() {
        for (text, encoding) in [
            ("RÓŻA;Łódź", WINDOWS_1250),
            ("PODRÓŻNA;GDAŃSK", WINDOWS_1250),
            ("uwięźłą;MÜLLER", WINDOWS_1250),
            ("«ЦЕНТР»;«СОЛНЦЕ»;7 «В»", WINDOWS_1251),
            ("Сёмина;ТРЁХ", WINDOWS_1251),
        ] {
            assert_eq!(decode(&encoding.encode(text).0).as_deref(), Ok(text));
        }
    }

    #[test]
    fn nul_bytes_are_named_by_their_line() {
        let refusal = decode(b"a;b\r\n1;\0").err();
        assert_eq!(
            refusal,
            Some(Refusal::of(Problem::at_line(2, Fault::NulBytes)))
        );
    }
}
