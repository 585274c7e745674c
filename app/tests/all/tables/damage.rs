//! No bytes make the reader panic, and what is written with quotes reads back.
use proptest::prelude::*;
use zapis::tables::{Refusal, Table, read};

use super::reading::SPEC;

/// A small but whole list, to be damaged.
const LIST: &str = "name;city\n\"Szkoła \"\"Miś\"\"\";Łódź\nb,c;\"d\ne\"\n";

fn never_panics(bytes: &[u8]) -> Result<Table, Refusal> {
    let answer = read(bytes, &SPEC);
    if let Err(refusal) = &answer {
        assert!(!refusal.problems.is_empty());
    }
    answer
}

proptest! {
    #[test]
    fn no_bytes_make_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = never_panics(&bytes);
    }

    #[test]
    fn no_text_below_a_header_makes_a_panic(rest in "[\"\";,\t\r\nab ą\u{2028}]{0,80}") {
        let text = format!("name;city\n{rest}");
        let _ = never_panics(text.as_bytes());
    }

    #[test]
    fn a_damaged_list_makes_no_panic(at in 0..LIST.len(), byte in any::<u8>(), end in 0..LIST.len()) {
        let mut bytes = LIST.as_bytes().to_vec();
        bytes[at] = byte;
        let _ = never_panics(&bytes);
        let _ = never_panics(&bytes[..end]);
    }

    #[test]
    fn what_is_written_with_quotes_reads_back(
        rows in prop::collection::vec(("[a-zł][a-zł\";,]{0,7}", "([ -~ąż]{0,8}x)?"), 1..6),
        separator in prop::sample::select(vec![';', ',', '\t']),
    ) {
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let separator_text = separator.to_string();
        let mut text = format!("name{separator}city\n");
        for (name, city) in &rows {
            text.extend([&quoted(name), separator_text.as_str(), &quoted(city), "\r\n"]);
        }
        let table = read(text.as_bytes(), &SPEC).unwrap();
        prop_assert_eq!(&table.problems, &[]);
        let read_back: Vec<(&str, &str)> =
            table.rows.iter().map(|row| (table.cell(row, "name"), table.cell(row, "city"))).collect();
        let written: Vec<(&str, &str)> = rows.iter().map(|(name, city)| (name.trim(), city.trim())).collect();
        prop_assert_eq!(read_back, written);
    }
}
