//! Cells of workbooks as a person sees them, and workbooks that lie.
use proptest::prelude::*;

use super::workbooks;
use super::workbooks::pack;
use zapis::tables::{Column, Need, Spec, Table, read};
use zip::CompressionMethod;

const COLUMNS: &[Column] = &[
    Column {
        name: "a",
        aliases: &[],
        need: Need::Optional,
    },
    Column {
        name: "b",
        aliases: &[],
        need: Need::Optional,
    },
];
const SPEC: Spec = Spec::new(COLUMNS);
const HEADER: &str =
    r#"<row r="2"><c r="A2" t="str"><v>a</v></c><c r="C2" t="str"><v>b</v></c></row>"#;

fn of_xml(rows: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    workbooks::of_xml(rows, more, CompressionMethod::Stored)
}

fn sheet(rows: &str) -> Vec<u8> {
    of_xml(&format!("{HEADER}{rows}"), &[])
}

fn table(rows: &str) -> Table {
    read(&sheet(rows), &SPEC).unwrap()
}

fn code(bytes: &[u8]) -> &'static str {
    read(bytes, &SPEC).unwrap_err().problems[0].code()
}

#[test]
fn cells_are_read_as_they_look() {
    for (cell, text) in [
        (r#"<c r="A4"><v>12</v></c>"#, "12"),
        (r#"<c r="A4"><v>0.1</v></c>"#, "0.1"),
        (r#"<c r="A4" s="1"><v>46357</v></c>"#, "2026-12-01"),
        (r#"<c r="A4" s="2"><v>950</v></c>"#, "00950"),
        (r#"<c r="A4" s="3"><v>950</v></c>"#, "00-950"),
        (r#"<c r="A4" t="str"><v>00950</v></c>"#, "00950"),
        (r#"<c r="A4" t="b"><v>1</v></c>"#, "TRUE"),
        (
            r#"<c r="A4" t="inlineStr"><is><t xml:space="preserve"> Miś &amp; Ola </t></is></c>"#,
            "Miś & Ola",
        ),
    ] {
        let table = table(&format!(r#"<row r="4">{cell}<c r="C4"><v>1</v></c></row>"#));
        assert_eq!(table.rows[0].line, 4);
        assert_eq!(table.cell(&table.rows[0], "a"), text, "{cell}");
        assert_eq!(table.cell(&table.rows[0], "b"), "1");
    }
}

#[test]
fn errors_and_cells_beyond_the_header_are_named() {
    let rows = r#"<row r="3"><c r="C3" t="e"><v>#N/A</v></c></row><row r="4"><c r="A4"><v>1</v></c><c r="XFD4"><v>1</v></c></row>
        <row r="5"><c r="A5"><v>1</v></c><c r="F5"><v>2</v></c></row><row r="6"><c r="A6"><v>3</v></c></row>"#;
    let table = table(rows);
    let seen: Vec<_> = table
        .problems
        .iter()
        .map(|p| (p.code(), p.line.unwrap_or(0)))
        .collect();
    assert_eq!(
        seen,
        [("cell-error", 3), ("row-too-long", 4), ("row-too-long", 5)]
    );
    assert_eq!(
        table.rows.iter().map(|row| row.line).collect::<Vec<_>>(),
        [6]
    );
}

#[test]
fn shared_texts_are_read() {
    let texts = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1"><si><t>Łódź</t></si></sst>"#;
    let rows = format!(r#"{HEADER}<row r="3"><c r="A3" t="s"><v>0</v></c></row>"#);
    let table = read(
        &of_xml(&rows, &[("xl/sharedStrings.xml", texts.as_bytes())]),
        &SPEC,
    )
    .unwrap();
    assert_eq!(table.cell(&table.rows[0], "a"), "Łódź");
}

#[test]
fn workbooks_that_lie_are_refused() {
    let lie = r#"<sst uniqueCount="99999999999999"><si><t>a</t></si></sst>"#;
    assert_eq!(
        code(&of_xml(HEADER, &[("xl/sharedStrings.xml", lie.as_bytes())])),
        "broken-workbook"
    );
    let lie16: Vec<u8> = lie.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(
        code(&of_xml(HEADER, &[("xl/SHAREDSTRINGS.xml", &lie16)])),
        "broken-workbook"
    );
    assert_eq!(
        code(&of_xml(HEADER, &[("xl/vbaProject.bin", b"")])),
        "macros"
    );
    assert_eq!(code(&of_xml("", &[])), "empty-file");
    assert_eq!(code(&of_xml(HEADER, &[])), "no-rows");
    assert_eq!(
        code(&sheet(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#)),
        "broken-workbook"
    );
    assert_eq!(
        code(&sheet(r#"<row r="4294967295"/><row><c><v>1</v></c></row>"#)),
        "broken-workbook"
    );
    assert_eq!(
        code(&pack(&[("a.txt", b"a")], CompressionMethod::Stored)),
        "not-a-table"
    );
    assert_eq!(
        code(&pack(
            &[("word/document.xml", b"a")],
            CompressionMethod::Stored
        )),
        "not-a-table"
    );
    let whole = sheet("");
    assert_eq!(code(&whole[..whole.len() / 2]), "not-a-table");
}

#[test]
fn a_bomb_is_refused_before_it_unfolds() {
    let zeros = vec![b' '; 49 << 20];
    let parts: [(&str, &[u8]); 2] = [
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/theme/theme1.xml", &zeros),
    ];
    let bomb = pack(&parts, CompressionMethod::Deflated);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(code(&bomb), "too-large");
}

const ROWS: &str = r#"<row r="3"><c r="A3" s="1"><v>46357</v></c><c r="C3" t="inlineStr"><is><t>x&amp;y</t></is></c></row><row r="4"><c r="A4" t="s"><v>0</v></c></row>"#;

proptest! {
    #[test]
    fn a_damaged_sheet_makes_no_panic(at in 0..ROWS.len(), with in "[<>/=\"rcvst0-9A-Z&;]{0,3}", cut in 0_usize..6) {
        let end = (at + cut).min(ROWS.len());
        let _ = read(&sheet(&format!("{}{}{}", &ROWS[..at], with, &ROWS[end..])), &SPEC);
    }

    #[test]
    fn a_damaged_package_makes_no_panic(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..5)) {
        let mut bytes = sheet(ROWS);
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read(&bytes, &SPEC);
    }
}
