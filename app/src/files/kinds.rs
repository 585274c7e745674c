//! Which files are taken, and how their content is told: a closed list. What can run in a browser (HTML, SVG) or on a
//! computer (programs, macros) is not on it.

/// A kind of file that is taken.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// The ending of its name.
    pub ending: &'static str,
    /// What browsers are told that it is.
    pub media_type: &'static str,
    pub(super) sign: Sign,
}

/// By what the content of a kind is recognised.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// One of these stands at this place.
    At(usize, &'static [&'static [u8]]),
    /// `RIFF`, a length, and this.
    Riff(&'static [u8]),
    /// A package of Office Open XML that has parts in this folder, and no macros.
    Office(&'static str),
    /// A package whose first part says this media type (OpenDocument, EPUB).
    Package(&'static str),
    /// A ZIP archive with its list of contents.
    Zip,
    /// No control characters, and no sign of another kind.
    Text,
}

macro_rules! kinds {
    ($($ending:literal $media_type:literal $sign:expr;)+) => {
        /// All of them, in the order in which they are named to people.
        pub const KINDS: &[Kind] = &[$(Kind { ending: $ending, media_type: $media_type, sign: $sign }),+];
    };
}

/// Old Office documents, whatever program they belong to.
const OLE: Sign = Sign::At(0, &[b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"]);
const MP4: Sign = Sign::At(4, &[b"ftyp"]);

kinds! {
    "pdf" "application/pdf" Sign::At(0, &[b"%PDF-", b"\xEF\xBB\xBF%PDF-"]);
    "doc" "application/msword" OLE;
    "docx" "application/vnd.openxmlformats-officedocument.wordprocessingml.document" Sign::Office("word/");
    "odt" "application/vnd.oasis.opendocument.text" Sign::Package("application/vnd.oasis.opendocument.text");
    "xls" "application/vnd.ms-excel" OLE;
    "xlsx" "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" Sign::Office("xl/");
    "ods" "application/vnd.oasis.opendocument.spreadsheet" Sign::Package("application/vnd.oasis.opendocument.spreadsheet");
    "ppt" "application/vnd.ms-powerpoint" OLE;
    "pptx" "application/vnd.openxmlformats-officedocument.presentationml.presentation" Sign::Office("ppt/");
    "odp" "application/vnd.oasis.opendocument.presentation" Sign::Package("application/vnd.oasis.opendocument.presentation");
    "txt" "text/plain; charset=utf-8" Sign::Text;
    "csv" "text/csv; charset=utf-8" Sign::Text;
    "epub" "application/epub+zip" Sign::Package("application/epub+zip");
    "jpg" "image/jpeg" Sign::At(0, &[b"\xFF\xD8\xFF"]);
    "png" "image/png" Sign::At(0, &[b"\x89PNG\r\n\x1A\n"]);
    "gif" "image/gif" Sign::At(0, &[b"GIF87a", b"GIF89a"]);
    "webp" "image/webp" Sign::Riff(b"WEBP");
    "mp3" "audio/mpeg" Sign::At(0, &[b"ID3", b"\xFF\xFB", b"\xFF\xF3", b"\xFF\xF2", b"\xFF\xFA"]);
    "m4a" "audio/mp4" MP4;
    "mp4" "video/mp4" MP4;
    "webm" "video/webm" Sign::At(0, &[b"\x1A\x45\xDF\xA3"]);
    "zip" "application/zip" Sign::Zip;
}

impl Kind {
    /// The kind with this ending, in lower case; the other spelling of JPEG counts too.
    pub fn of_ending(ending: &str) -> Option<&'static Self> {
        let ending = if ending == "jpeg" { "jpg" } else { ending };
        KINDS.iter().find(|kind| kind.ending == ending)
    }

    /// Whether the end of the content has to be seen as well.
    pub(super) fn needs_tail(&self) -> bool {
        matches!(self.sign, Sign::Office(_) | Sign::Zip)
    }

    /// Whether the first bytes may belong to this kind.
    pub(super) fn begins_well(&self, head: &[u8]) -> bool {
        let at = |place: usize, sign: &[u8]| {
            head.get(place..).is_some_and(|rest| rest.starts_with(sign))
        };
        match self.sign {
            Sign::At(place, signs) => signs.iter().any(|sign| at(place, sign)),
            Sign::Riff(sign) => at(0, b"RIFF") && at(8, sign),
            Sign::Office(_) => at(0, b"PK\x03\x04"),
            // An archive without anything in it begins with its end.
            Sign::Zip => at(0, b"PK\x03\x04") || at(0, b"PK\x05\x06"),
            Sign::Package(media_type) => {
                let said = media_type.as_bytes();
                at(0, b"PK\x03\x04")
                    && at(30, b"mimetype")
                    && at(38, said)
                    && at(38 + said.len(), b"PK")
            }
            Sign::Text => {
                let mut signed = KINDS.iter().filter(|kind| kind.sign != Sign::Text);
                !signed.any(|kind| kind.begins_well(head))
            }
        }
    }

    /// Whether the last bytes may belong to this kind.
    pub(super) fn ends_well(&self, tail: &[u8]) -> bool {
        match self.sign {
            Sign::Zip => parts_of_archive(tail).is_some(),
            Sign::Office(folder) => parts_of_archive(tail).is_some_and(|parts| {
                let is_macro = |part: &&[u8]| part.ends_with(b"vbaProject.bin");
                let is_inside = |part: &&[u8]| part.starts_with(folder.as_bytes());
                parts.iter().any(is_inside) && !parts.iter().any(is_macro)
            }),
            _ => true,
        }
    }
}

/// Names of the parts of a ZIP archive, as far as its list of contents reaches into these last bytes; none when there is
/// no such list.
fn parts_of_archive(tail: &[u8]) -> Option<Vec<&[u8]>> {
    let end = (0..=tail.len().checked_sub(22)?)
        .rev()
        .find(|at| tail[*at..].starts_with(b"PK\x05\x06"))?;
    let size = u32::from_le_bytes(tail.get(end + 12..end + 16)?.try_into().ok()?);
    let start = end.checked_sub(usize::try_from(size).ok()?);
    // A long list begins before these bytes; its first whole entry among them is the next best.
    let start = start.or_else(|| tail.windows(4).position(|bytes| bytes == b"PK\x01\x02"));
    let mut list = tail.get(start?..end)?;
    let mut parts = Vec::new();
    while list.starts_with(b"PK\x01\x02") {
        let length = |at: usize| {
            Some(usize::from(u16::from_le_bytes([
                *list.get(at)?,
                *list.get(at + 1)?,
            ])))
        };
        let (name, extra, comment) = (length(28)?, length(30)?, length(32)?);
        parts.push(list.get(46..46 + name)?);
        list = list.get(46 + name + extra + comment..)?;
    }
    Some(parts)
}
