//! Why a file could not be read, and where.

use std::fmt;

/// Why a file could not be read, and where it is broken. Nothing of a file that is refused may be imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct ReadError {
    /// Where it is broken.
    pub place: Place,
    /// What is wrong there.
    pub problem: Problem,
}

impl ReadError {
    pub(crate) fn line(line: u32, problem: Problem) -> Self {
        Self {
            place: Place::Line(line),
            problem,
        }
    }

    pub(crate) fn path(path: impl Into<String>, problem: Problem) -> Self {
        Self {
            place: Place::Path(path.into()),
            problem,
        }
    }
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A line, counted from 1.
    Line(u32),
    /// An element of an XML document, such as `Stmt[2]/Ntry[5]/Amt`; elements are counted from 1.
    Path(String),
    /// A byte, counted from 0.
    Byte(u64),
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => write!(out, "line {line}"),
            Self::Path(path) => out.write_str(path),
            Self::Byte(byte) => write!(out, "byte {byte}"),
        }
    }
}

/// What is wrong with a file. [`Problem::code`] names it for messages in other languages; `Display` is English. Texts of
/// the file that are quoted here are cut to 60 characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// There is nothing in the file.
    #[error("the file is empty")]
    Empty,
    /// The file is larger than [`crate::MAX_BYTES`].
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// The file is none of the formats that are read, or a CSV whose columns are not known.
    #[error("this is not CAMT.053, MT940, 1CClientBankExchange, nor a CSV whose columns are known")]
    UnknownFormat,
    /// The bytes are not text in the encoding that the file names or that was chosen.
    #[error("these bytes are not text in {encoding}")]
    NotText {
        /// The name of the encoding.
        encoding: String,
    },
    /// XML that is not well-formed.
    #[error("the XML is broken: {message}")]
    XmlBroken {
        /// In the words of the parser, English.
        message: String,
    },
    /// A document type or an entity of its own: a statement has none, and they can be used to attack the reader.
    #[error("document types and entities are not allowed ({text})")]
    XmlForbidden {
        /// What was found.
        text: String,
    },
    /// Elements nested deeper than any statement has them, or more of them in one entry.
    #[error("more than {limit} elements within one another or in one part")]
    XmlTooBig {
        /// The limit.
        limit: u32,
    },
    /// More of something than any bank writes into one file.
    #[error("more than {limit} {name}")]
    TooMany {
        /// What there is too much of.
        name: String,
        /// The limit.
        limit: usize,
    },
    /// XML, but not CAMT.053.
    #[error("this is not CAMT.053 but {found}")]
    NotCamt053 {
        /// The root element, the message or the namespace.
        found: String,
    },
    /// A part that every statement has is not there.
    #[error("{name} is missing")]
    Missing {
        /// The element, field or column.
        name: String,
    },
    /// A field stands where it cannot stand.
    #[error("{name} cannot stand here")]
    Unexpected {
        /// The field.
        name: String,
    },
    /// A field is not written as its format says.
    #[error("{name} cannot be read: {text}")]
    Malformed {
        /// The field.
        name: String,
        /// What it says.
        text: String,
    },
    /// A date that does not exist, or not a date.
    #[error("not a date: {text}")]
    DateInvalid {
        /// What stands there.
        text: String,
    },
    /// Not an amount.
    #[error("not an amount: {text}")]
    AmountInvalid {
        /// What stands there.
        text: String,
    },
    /// An amount with more decimals than its currency has.
    #[error("{text} has more than {digits} decimals")]
    AmountTooPrecise {
        /// What stands there.
        text: String,
        /// Decimals of the currency.
        digits: u8,
    },
    /// An amount that does not fit into 64 bits of minor units.
    #[error("the amount is too large: {text}")]
    AmountTooLarge {
        /// What stands there.
        text: String,
    },
    /// Not the code of a currency.
    #[error("not a currency: {text}")]
    CurrencyInvalid {
        /// What stands there.
        text: String,
    },
    /// It is not said whether money came or went.
    #[error("it is not said whether this is a credit or a debit: {text}")]
    DirectionUnknown {
        /// What stands there.
        text: String,
    },
    /// The file ends before its end.
    #[error("the file is cut: {expected} was expected")]
    CutShort {
        /// What should have followed.
        expected: String,
    },
    /// The mapping cannot be used, whatever the file.
    #[error("the column mapping is not usable: {name}")]
    MappingInvalid {
        /// The part of the mapping.
        name: String,
    },
}

impl Problem {
    /// A stable name for message keys, such as `date-invalid`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too-large",
            Self::UnknownFormat => "unknown-format",
            Self::NotText { .. } => "not-text",
            Self::XmlBroken { .. } => "xml-broken",
            Self::XmlForbidden { .. } => "xml-forbidden",
            Self::XmlTooBig { .. } => "xml-too-big",
            Self::TooMany { .. } => "too-many",
            Self::NotCamt053 { .. } => "not-camt053",
            Self::Missing { .. } => "missing",
            Self::Unexpected { .. } => "unexpected",
            Self::Malformed { .. } => "malformed",
            Self::DateInvalid { .. } => "date-invalid",
            Self::AmountInvalid { .. } => "amount-invalid",
            Self::AmountTooPrecise { .. } => "amount-too-precise",
            Self::AmountTooLarge { .. } => "amount-too-large",
            Self::CurrencyInvalid { .. } => "currency-invalid",
            Self::DirectionUnknown { .. } => "direction-unknown",
            Self::CutShort { .. } => "cut-short",
            Self::MappingInvalid { .. } => "mapping-invalid",
        }
    }

    /// What a message says beside its words: names of arguments and their values.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty | Self::UnknownFormat => Vec::new(),
            Self::TooLarge { limit } => vec![("limit", limit.to_string())],
            Self::XmlTooBig { limit } => vec![("limit", limit.to_string())],
            Self::NotText { encoding } => vec![("encoding", encoding.clone())],
            Self::XmlBroken { message } => vec![("message", message.clone())],
            Self::NotCamt053 { found } => vec![("found", found.clone())],
            Self::Missing { name } | Self::Unexpected { name } | Self::MappingInvalid { name } => {
                vec![("name", name.clone())]
            }
            Self::Malformed { name, text } => vec![("name", name.clone()), ("text", text.clone())],
            Self::TooMany { name, limit } => {
                vec![("name", name.clone()), ("limit", limit.to_string())]
            }
            Self::AmountTooPrecise { text, digits } => {
                vec![("text", text.clone()), ("digits", digits.to_string())]
            }
            Self::XmlForbidden { text }
            | Self::DateInvalid { text }
            | Self::AmountInvalid { text }
            | Self::AmountTooLarge { text }
            | Self::CurrencyInvalid { text }
            | Self::DirectionUnknown { text } => vec![("text", text.clone())],
            Self::CutShort { expected } => vec![("expected", expected.clone())],
        }
    }

    pub(crate) fn missing(name: &str) -> Self {
        Self::Missing { name: name.into() }
    }

    pub(crate) fn too_many(name: &str, limit: usize) -> Self {
        Self::TooMany {
            name: name.into(),
            limit,
        }
    }

    pub(crate) fn date(text: &str) -> Self {
        Self::DateInvalid { text: quote(text) }
    }

    pub(crate) fn malformed(name: &str, text: &str) -> Self {
        Self::Malformed {
            name: name.into(),
            text: quote(text),
        }
    }
}

/// At most 60 characters of a text of the file, without control characters.
pub(crate) fn quote(text: &str) -> String {
    let mut quoted: String = text
        .trim()
        .chars()
        .take(60)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if text.trim().chars().nth(60).is_some() {
        quoted.push('…');
    }
    quoted
}
