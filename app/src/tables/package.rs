//! What kind of file it is, and whether a workbook is safe to unpack.

use super::Fault;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Most parts of a workbook.
const MOST_PARTS: usize = 2_000;
/// Most bytes of all sheets together, unpacked; they are streamed.
const MOST_SHEET_BYTES: usize = 256 << 20;
/// Most bytes of the other parts, unpacked; some are held in memory as a whole.
const MOST_OTHER_BYTES: usize = 48 << 20;
/// More digits than a real number of shared texts has.
const MOST_COUNT_DIGITS: usize = 7;

/// How files that are no lists begin.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xFF\xD8\xFF", "image"),
    (b"GIF8", "image"),
    (b"RIFF", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"\x1F\x8B", "archive"),
    (b"7z\xBC\xAF\x27\x1C", "archive"),
    (b"Rar!", "archive"),
    (b"BZh", "archive"),
    (b"\xFD7zXZ", "archive"),
    (b"\x28\xB5\x2F\xFD", "archive"),
    (b"{\\rtf", "document"),
];

/// Whether it is a ZIP file, as every XLSX is.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// What it is instead of a CSV file, as far as its beginning tells.
pub(super) fn recognise(bytes: &[u8]) -> Option<Fault> {
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(of_compound_file(bytes));
    }
    if let Some((_, kind)) = SIGNATURES
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
    {
        return Some(Fault::NotATable { kind });
    }
    let text = bytes
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(bytes)
        .trim_ascii_start();
    let tag = text
        .get(..5.min(text.len()))
        .unwrap_or_default()
        .to_ascii_lowercase();
    // Some programs save a web page and call it .xls.
    let is_page = tag.starts_with(b"<html")
        || tag.starts_with(b"<!doc")
        || tag.starts_with(b"<?xml")
        || tag.starts_with(b"<tabl");
    is_page.then_some(Fault::NotATable { kind: "web-page" })
}

/// Excel 97–2003, or a new workbook that is locked: its directory has an entry of this name in UTF-16.
fn of_compound_file(bytes: &[u8]) -> Fault {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        Fault::Encrypted
    } else {
        Fault::OldExcel
    }
}

/// Looks through a ZIP file before any library trusts it: it must be a workbook without macros that unpacks to a
/// bounded size. The sizes written in a ZIP can lie, so every part is unpacked once and counted.
pub(super) fn inspect(bytes: &[u8]) -> Result<(), Fault> {
    const ARCHIVE: Fault = Fault::NotATable { kind: "archive" };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ARCHIVE)?;
    if archive.len() > MOST_PARTS {
        return Err(ARCHIVE);
    }
    let names: Vec<String> = archive
        .file_names_raw()
        .map(|name| String::from_utf8_lossy(name).to_ascii_lowercase())
        .collect();
    if names.iter().any(|name| name.ends_with("vbaproject.bin")) {
        return Err(Fault::Macros);
    }
    if !names.iter().any(|name| name.ends_with("workbook.xml")) {
        let is_document = names
            .iter()
            .any(|name| name.starts_with("word/") || name == "content.xml");
        return Err(if is_document {
            Fault::NotATable { kind: "document" }
        } else {
            ARCHIVE
        });
    }
    let (mut sheets, mut others) = (MOST_SHEET_BYTES, MOST_OTHER_BYTES);
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).map_err(broken)?;
        let name = part
            .name()
            .map_or_else(|_| String::new(), |name| name.to_ascii_lowercase());
        let is_sheet = name.contains("worksheets/");
        let left = if is_sheet { &mut sheets } else { &mut others };
        if name.ends_with("sharedstrings.xml") {
            let content = unpack(&mut part, *left)?;
            *left -= content.len();
            check_shared_texts(&content)?;
        } else {
            *left -= measure(&mut part, *left)?;
        }
    }
    Ok(())
}

fn broken(error: impl std::fmt::Display) -> Fault {
    Fault::BrokenWorkbook {
        detail: error.to_string(),
    }
}

fn too_large() -> Fault {
    Fault::TooLarge {
        max_mebibytes: (MOST_SHEET_BYTES + MOST_OTHER_BYTES) >> 20,
    }
}

/// The unpacked size of a part, without keeping it.
fn measure(part: &mut impl Read, left: usize) -> Result<usize, Fault> {
    let mut buffer = vec![0; 64 << 10];
    let mut size = 0;
    loop {
        match part.read(&mut buffer).map_err(broken)? {
            0 => return Ok(size),
            more => size += more,
        }
        if size > left {
            return Err(too_large());
        }
    }
}

fn unpack(part: &mut impl Read, left: usize) -> Result<Vec<u8>, Fault> {
    let mut content = Vec::new();
    let limit = u64::try_from(left).unwrap_or(u64::MAX).saturating_add(1);
    part.take(limit).read_to_end(&mut content).map_err(broken)?;
    if content.len() > left {
        Err(too_large())
    } else {
        Ok(content)
    }
}

/// The reader reserves memory for as many texts as this part announces: an announced trillion would end the process.
fn check_shared_texts(content: &[u8]) -> Result<(), Fault> {
    const LIE: &str = "shared texts that announce an impossible number";
    let text = std::str::from_utf8(content).map_err(broken)?;
    let declaration = text
        .split_once("?>")
        .map_or("", |(start, _)| start)
        .to_ascii_lowercase();
    if declaration.contains("encoding") && !declaration.contains("utf-8") {
        return Err(broken("shared texts in another encoding than UTF-8"));
    }
    for (_, after) in text
        .match_indices("uniqueCount")
        .map(|(at, key)| text.split_at(at + key.len()))
    {
        let value =
            after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '=' | '"' | '\''));
        let digits = value.bytes().take_while(u8::is_ascii_digit).count();
        if digits > MOST_COUNT_DIGITS || value.starts_with('+') {
            return Err(broken(LIE));
        }
    }
    Ok(())
}
