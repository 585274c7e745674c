//! The same real list in every form that people hand it in, and every fault by its code and place.
use encoding_rs::{WINDOWS_1250, WINDOWS_1251};

use super::workbooks;
use zapis::tables::{Column, Need, Spec, Table, UnknownColumns, read};
use zip::CompressionMethod;

const SCHOOLS: &str = include_str!("../../data/schools.pl.csv");

const COLUMNS: &[Column] = &[
    Column {
        name: "name",
        aliases: &["nazwa", "название", "наименование"],
        need: Need::Filled,
    },
    Column {
        name: "kind",
        aliases: &["typ", "rodzaj", "тип"],
        need: Need::Optional,
    },
    Column {
        name: "street",
        aliases: &["ulica", "улица"],
        need: Need::Optional,
    },
    Column {
        name: "number",
        aliases: &["numer", "numer domu", "дом"],
        need: Need::Optional,
    },
    Column {
        name: "postal_code",
        aliases: &["kod pocztowy", "индекс"],
        need: Need::Optional,
    },
    Column {
        name: "post_office",
        aliases: &["poczta", "почта"],
        need: Need::Optional,
    },
    Column {
        name: "city",
        aliases: &["miejscowość", "miasto", "город"],
        need: Need::Present,
    },
];
pub const SPEC: Spec = Spec::new(COLUMNS);

/// The first of what is wrong: code, line, column.
fn refused(bytes: &[u8]) -> (&'static str, u32, String) {
    let refusal = read(bytes, &SPEC).unwrap_err();
    let first = &refusal.problems[0];
    (
        first.code(),
        first.line.unwrap_or(0),
        first.column.clone().unwrap_or_default(),
    )
}

fn problems(text: &str) -> Vec<(&'static str, u32, String)> {
    let table = read(text.as_bytes(), &SPEC).unwrap();
    let place = |p: &zapis::tables::Problem| {
        (
            p.code(),
            p.line.unwrap_or(0),
            p.column.clone().unwrap_or_default(),
        )
    };
    table.problems.iter().map(place).collect()
}

fn names(table: &Table) -> Vec<&str> {
    table
        .rows
        .iter()
        .map(|row| table.cell(row, "name"))
        .collect()
}

/// The list as cells, taken apart without the code under test: no cell of the original holds a separator.
fn cells_of_schools() -> Vec<Vec<String>> {
    let unquoted = |cell: &str| match cell
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
    {
        Some(inside) => inside.replace("\"\"", "\""),
        None => cell.to_owned(),
    };
    SCHOOLS
        .lines()
        .map(|line| line.split(';').map(unquoted).collect())
        .collect()
}

/// The same cells as a workbook; empty ones are left out, as spreadsheets do.
fn workbook_of(rows: &[Vec<String>], method: CompressionMethod) -> Vec<u8> {
    let cell = |(column, text): (char, &String), row: usize| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let row = |(row, cells): (usize, &Vec<String>)| {
        let filled = ('A'..='Z').zip(cells).filter(|(_, text)| !text.is_empty());
        format!(
            "<row r=\"{row}\">{}</row>",
            filled.map(|place| cell(place, row)).collect::<String>()
        )
    };
    workbooks::of_xml(&(1..).zip(rows).map(row).collect::<String>(), &[], method)
}

fn written_with(separator: char, line_end: &str) -> String {
    let quoted = |cell: &String| {
        let needs = cell.contains(['"', separator, '\n']);
        if needs {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let line = |cells: &Vec<String>| {
        cells
            .iter()
            .map(quoted)
            .collect::<Vec<_>>()
            .join(&separator.to_string())
            + line_end
    };
    cells_of_schools().iter().map(line).collect()
}

#[test]
fn the_real_list_reads_the_same_in_every_form() {
    let table = read(SCHOOLS.as_bytes(), &SPEC).unwrap();
    assert_eq!(table.rows.len(), 50);
    assert_eq!(table.problems, []);
    assert_eq!(table.rows[0].line, 2);
    assert_eq!(table.cell(&table.rows[0], "postal_code"), "62-066");
    assert_eq!(table.cell(&table.rows[0], "street"), "");
    assert_eq!(table.cell(&table.rows[5], "street"), "ul. Żwirki i Wigury");
    let quoted_twice = "PRYWATNE PRZEDSZKOLE \"AKADEMIA MALUCHÓW\" NR 2 W GRODZISKU WIELKOPOLSKIM";
    assert_eq!(table.cell(&table.rows[11], "name"), quoted_twice);
    let (cp1250, _, lossy) = WINDOWS_1250.encode(SCHOOLS);
    assert!(!lossy);
    let mut utf16 = vec![0xFF, 0xFE];
    utf16.extend(SCHOOLS.encode_utf16().flat_map(u16::to_le_bytes));
    for (form, bytes) in [
        ("cp1250", cp1250.into_owned()),
        ("byte-order mark", format!("\u{FEFF}{SCHOOLS}").into_bytes()),
        ("utf-16", utf16),
        ("commas", written_with(',', "\n").into_bytes()),
        ("tabs", written_with('\t', "\n").into_bytes()),
        ("crlf", written_with(';', "\r\n").into_bytes()),
        ("cr", written_with(';', "\r").into_bytes()),
        (
            "xlsx",
            workbook_of(&cells_of_schools(), CompressionMethod::Stored),
        ),
    ] {
        assert_eq!(read(&bytes, &SPEC).unwrap(), table, "{form}");
    }
    let announced = read(
        format!("sep=,\r\n{}", written_with(',', "\r\n")).as_bytes(),
        &SPEC,
    )
    .unwrap();
    assert_eq!(names(&announced), names(&table));
    assert_eq!(announced.rows[0].line, 3);
}

#[test]
fn headers_may_be_in_three_languages_and_in_any_case() {
    for (text, name, city) in [
        ("NAZWA,Miejscowosc\nSP 1,Łódź\n", "SP 1", "Łódź"),
        ("Город\tНазвание\nТверь\tШкола № 1\n", "Школа № 1", "Тверь"),
        ("\"City\" ; \"Name\"\n\"a;b\" ; \" c \"\n", "c", "a;b"),
    ] {
        let table = read(text.as_bytes(), &SPEC).unwrap();
        assert_eq!(table.cell(&table.rows[0], "name"), name);
        assert_eq!(table.cell(&table.rows[0], "city"), city);
        assert_eq!(table.cell(&table.rows[0], "nonsense"), "");
    }
    let (russian, _, _) = WINDOWS_1251.encode("Название;Город\r\nЛицей;Ёлкино\r\n");
    let table = read(&russian, &SPEC).unwrap();
    assert_eq!(table.cell(&table.rows[0], "city"), "Ёлкино");
}

#[test]
fn all_wrong_columns_are_named_at_once() {
    let refusal = read(
        "nazwa;nawza ulicy;kod pocztwy;name;xyz\n1;2;3;4;5\n".as_bytes(),
        &SPEC,
    )
    .unwrap_err();
    let seen: Vec<String> = refusal
        .problems
        .iter()
        .map(|problem| {
            let args = problem.args();
            let nearest = args
                .iter()
                .find(|(key, _)| *key == "nearest")
                .map(|(_, arg)| format!(" → {arg}"));
            format!(
                "{} {}{}",
                problem.code(),
                args[1].1,
                nearest.unwrap_or_default()
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            "unknown-column nawza ulicy → ",
            "unknown-column-near kod pocztwy → postal_code",
            "duplicate-column name",
            "unknown-column xyz → ",
            "missing-column city",
        ]
    );
    let lenient = Spec {
        unknown: UnknownColumns::Ignore,
        ..SPEC
    };
    let table = read(b"name;xyz;city\n1;2;3\n", &lenient).unwrap();
    assert_eq!(table.ignored_columns, ["xyz"]);
    assert_eq!(table.cell(&table.rows[0], "city"), "3");
}

#[test]
fn a_torn_quotation_mark_costs_only_its_own_row() {
    let text = "name;city\na;b\n\"c;d\ne;f\n\"g\"\"h\";i\n";
    assert_eq!(problems(text), [("torn-quote", 3, String::new())]);
    assert_eq!(
        names(&read(text.as_bytes(), &SPEC).unwrap()),
        ["a", "e", "g\"h"]
    );
    let closed_by_a_later_row = "name;city\n\"a;b\nc;d\ne;\"f\"\ng;h\n";
    assert_eq!(
        problems(closed_by_a_later_row),
        [("torn-quote", 2, String::new())]
    );
    let closed_neatly_by_a_later_row = "name;city\n\"a;b\nc;d\ne;f\"\ng;h\n";
    assert_eq!(
        problems(closed_neatly_by_a_later_row),
        [("torn-quote", 2, String::new())]
    );
    let at_the_end = "name;city\na;b\nc;\"d\n";
    assert_eq!(problems(at_the_end), [("torn-quote", 3, String::new())]);
    assert_eq!(
        problems("name;city\n\"Miś\" nr 2;b\nc;d\n"),
        [("stray-quote", 2, String::new())]
    );
    assert_eq!(
        refused(b"\"name;city\na;b\n"),
        ("torn-quote", 1, String::new())
    );
}

#[test]
fn quotation_marks_inside_and_cells_of_several_lines_are_kept() {
    let text =
        "name;city\r\nSP \"Miś\";b\r\n\"ul. Długa 1\r\nlok. 2\";c\r\n\"\";d\r\nz;\"\"\"e\"\"\"\r\n";
    let table = read(text.as_bytes(), &SPEC).unwrap();
    assert_eq!(names(&table), ["SP \"Miś\"", "ul. Długa 1\r\nlok. 2", "z"]);
    assert_eq!(table.cell(&table.rows[2], "city"), "\"e\"");
    assert_eq!(
        table.rows.iter().map(|row| row.line).collect::<Vec<_>>(),
        [2, 3, 6]
    );
    assert_eq!(problems(text), [("empty-cell", 5, "name".to_owned())]);
}

#[test]
fn rows_of_another_length_are_named() {
    let text = "name;city\na\n\nb;c;d\n;;;\ne;f;;\ng;h";
    assert_eq!(
        problems(text),
        [
            ("row-too-short", 2, String::new()),
            ("row-too-long", 4, String::new())
        ]
    );
    assert_eq!(names(&read(text.as_bytes(), &SPEC).unwrap()), ["e", "g"]);
    let long = format!("name;city\n{};b\na\u{7};b\n", "x".repeat(10_001));
    let in_name = |code, line| (code, line, "name".to_owned());
    assert_eq!(
        problems(&long),
        [
            in_name("cell-too-long", 2),
            in_name("control-characters", 3)
        ]
    );
}

#[test]
fn limits_hold() {
    let spec = Spec {
        max_rows: 3,
        max_bytes: 60,
        ..SPEC
    };
    assert_eq!(
        read(b"name;city\na;b\na;b\na;b\n\n", &spec)
            .unwrap()
            .rows
            .len(),
        3
    );
    let code = |bytes: &[u8]| read(bytes, &spec).unwrap_err().problems[0].code();
    assert_eq!(code(b"name;city\na;b\na;b\na\na;b\n"), "too-many-rows");
    assert_eq!(code(&[b'a'; 61]), "too-large");
    let wrong = format!("name;city\n{}", "a\n".repeat(1_500));
    let table = read(wrong.as_bytes(), &SPEC).unwrap();
    assert_eq!(
        (table.problems.len(), table.problems_left_out),
        (1_000, 500)
    );
}

#[test]
fn what_is_no_list_is_told_from_one() {
    let none = String::new;
    for (bytes, code) in [
        (&b""[..], "empty-file"),
        (b"\xEF\xBB\xBF \r\n\t\n", "empty-file"),
        (b"name;city\r\n;\r\n", "no-rows"),
        (b"%PDF-1.7\n\0\0", "not-a-table"),
        (b"\x89PNG\r\n\x1A\n\0\0", "not-a-table"),
        (b" <!DOCTYPE html><table>", "not-a-table"),
        (b"PK\x03\x04 not really", "not-a-table"),
        (b"\x01\x02\x03\x04;a\n", "not-a-table"),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W o r k b o o k",
            "old-excel",
        ),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
            "encrypted",
        ),
    ] {
        assert_eq!(
            refused(bytes),
            (code, 0, none()),
            "{:?}",
            String::from_utf8_lossy(bytes)
        );
    }
    assert_eq!(refused(b"name;city\na;\0\n"), ("nul-bytes", 2, none()));
}

#[test]
fn a_hundred_thousand_rows_are_read() {
    let cells = cells_of_schools();
    let rows = cells[..1]
        .iter()
        .chain(cells[1..].iter().cycle().take(100_000));
    let text: String = rows.map(|row| row.join(";") + "\n").collect();
    let (cp1250, _, _) = WINDOWS_1250.encode(&text);
    let table = read(&cp1250, &SPEC).unwrap();
    assert_eq!((table.rows.len(), table.problems.len()), (100_000, 0));
}
