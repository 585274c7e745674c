//! CAMT.053, the statement of ISO 20022: `camt.053.001.02` to `.08`. Elements are known by their local names, whatever
//! prefix they have.

mod entry;
mod parties;
mod statement;
mod tree;
mod xml;

use encoding_rs::{Encoding, UTF_8};

use crate::MAX_STATEMENTS;
use crate::error::{Place, Problem, ReadError, quote};
use crate::statement::Statement;
use xml::{Source, Step};

/// All statements of the document.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Statement>, ReadError> {
    let text = decode(bytes)?;
    let mut source = Source::new(&text);
    let (mut statements, mut root, mut inside) = (Vec::new(), None, None);
    loop {
        match source.step()? {
            Step::Text => {}
            Step::Close => inside = inside.filter(|depth| source.depth() >= *depth),
            Step::End => break,
            Step::Open(name) => {
                root.get_or_insert(name);
                check_namespace(&source)?;
                match name {
                    "BkToCstmrStmt" if inside.is_none() => inside = Some(source.depth()),
                    "Stmt" if statements.len() >= MAX_STATEMENTS => {
                        let problem = Problem::too_many("Stmt", MAX_STATEMENTS);
                        return Err(ReadError::line(source.line(), problem));
                    }
                    "Stmt" if inside.is_some() => {
                        statements.push(statement::read(&mut source, statements.len() + 1)?);
                    }
                    _ if inside.is_some() => source.skip()?,
                    _ if name.starts_with("BkToCstmr") => return Err(not_camt(&source, name)),
                    _ => {}
                }
            }
        }
    }
    if statements.is_empty() {
        return Err(nothing(&text, root));
    }
    Ok(statements)
}

/// Why a document that is well-formed has no statement.
fn nothing(text: &str, root: Option<&str>) -> ReadError {
    if text.contains("BkToCstmrStmt") {
        ReadError::path("Document/BkToCstmrStmt", Problem::missing("Stmt"))
    } else {
        let found = quote(root.unwrap_or("no element"));
        ReadError::line(1, Problem::NotCamt053 { found })
    }
}

/// Refuses messages that are ISO 20022 but not statements.
fn check_namespace(source: &Source<'_>) -> Result<(), ReadError> {
    match source.namespace() {
        Some(uri)
            if uri.contains(":xsd:") && !uri.contains("camt.053.") && !uri.contains("head.001") =>
        {
            Err(not_camt(source, &uri))
        }
        _ => Ok(()),
    }
}

fn not_camt(source: &Source<'_>, found: &str) -> ReadError {
    let found = quote(found);
    ReadError::line(source.line(), Problem::NotCamt053 { found })
}

/// The document as text, in the encoding that it declares; UTF-8 when it declares none.
fn decode(bytes: &[u8]) -> Result<std::borrow::Cow<'_, str>, ReadError> {
    let encoding = Encoding::for_bom(bytes).map_or_else(|| declared(bytes), |(found, _)| found);
    if encoding == UTF_8 {
        let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        return match str::from_utf8(bare) {
            Ok(text) => Ok(text.into()),
            Err(error) => Err(not_text(error.valid_up_to(), encoding)),
        };
    }
    let (text, _, broken) = encoding.decode(bytes);
    if broken {
        return Err(not_text(0, encoding));
    }
    Ok(text)
}

fn not_text(byte: usize, encoding: &'static Encoding) -> ReadError {
    ReadError {
        place: Place::Byte(byte as u64),
        problem: Problem::NotText {
            encoding: encoding.name().into(),
        },
    }
}

/// The encoding of the XML declaration.
fn declared(bytes: &[u8]) -> &'static Encoding {
    let head = bytes.get(..200).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head);
    let declaration = head.split("?>").next().unwrap_or_default();
    let label = declaration
        .split_once("encoding=")
        .and_then(|(_, rest)| rest.split(['"', '\'']).nth(1));
    label
        .and_then(|label| Encoding::for_label(label.as_bytes()))
        .filter(|found| found.is_ascii_compatible())
        .unwrap_or(UTF_8)
}
