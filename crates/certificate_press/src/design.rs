//! What an organisation changes of the standard layout: words, what is shown, a logo. All of it are values and none of it
//! markup, so that no design can break the layout.

use serde::Serialize;
use typst::foundations::Bytes;

use crate::printable::described;

/// Bytes that a logo may have.
pub const LOGO_BYTES: usize = 500 * 1024;
/// Pixels that a side of a logo may have.
pub const LOGO_SIDE: u32 = 2000;

/// What differs from the standard layout; empty words keep the standard ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Design {
    /// In the place of "Certificate".
    pub heading: String,
    /// In the place of "This is to certify that".
    pub certifies: String,
    /// In the place of "has completed the training".
    pub completed: String,
    /// Sentences above the signature.
    pub lines: Vec<String>,
    /// Leaves the topics out.
    pub without_topics: bool,
    /// Leaves the trainers out.
    pub without_trainers: bool,
    /// Leaves the frame out.
    pub without_frame: bool,
    /// Above the name of the organisation.
    pub logo: Option<Logo>,
}

/// A design as the layout reads it.
#[derive(Serialize)]
pub(crate) struct Read {
    heading: String,
    certifies: String,
    completed: String,
    lines: Vec<String>,
    topics: bool,
    trainers: bool,
    frame: bool,
    /// Name of the file; empty without one.
    logo: &'static str,
}

impl Design {
    /// As the layout reads it, with only what can be set.
    pub(crate) fn read(&self) -> Read {
        let lines = self.lines.iter().map(|line| described(line));
        Read {
            heading: described(&self.heading),
            certifies: described(&self.certifies),
            completed: described(&self.completed),
            lines: lines.filter(|line| !line.is_empty()).collect(),
            topics: !self.without_topics,
            trainers: !self.without_trainers,
            frame: !self.without_frame,
            logo: self.logo.as_ref().map_or("", |logo| match logo.kind {
                LogoKind::Png => "/logo.png",
                LogoKind::Svg => "/logo.svg",
            }),
        }
    }
}

/// What kind of picture a logo is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LogoKind {
    /// Points.
    Png,
    /// Lines and areas.
    Svg,
}

impl LogoKind {
    /// `png` or `svg`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}

/// A picture that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    kind: LogoKind,
    bytes: Bytes,
}

/// Why a picture is not taken as a logo.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LogoProblem {
    /// More than [`LOGO_BYTES`].
    #[error("the file has more than {LOGO_BYTES} bytes")]
    TooLarge,
    /// Neither a PNG nor an SVG, whatever its name says.
    #[error("the file is neither PNG nor SVG")]
    UnknownKind,
    /// A side has no pixel, or more than [`LOGO_SIDE`].
    #[error("a side has no pixel, or more than {LOGO_SIDE}")]
    Side,
    /// The SVG has a part that could load other files, run a program or take for ever: its name.
    #[error("an SVG with <{0}> is not taken")]
    Element(String),
}

/// What a drawing may consist of. Not among them: programs, other files, and what repeats parts of the drawing, since a few
/// lines of that draw for hours.
const ELEMENTS: [&str; 19] = [
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "defs",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "title",
    "desc",
    "style",
    "metadata",
    "a",
];
/// What drawing programs note for themselves, by the beginning of the name.
const NOTES: [&str; 7] = [
    "sodipodi:",
    "inkscape:",
    "rdf:",
    "cc:",
    "dc:",
    "serif:",
    "sketch:",
];
/// Names of the drawing language that none of those has for a note.
const DRAWING: [&str; 9] = [
    "use",
    "image",
    "script",
    "filter",
    "pattern",
    "mask",
    "foreignObject",
    "text",
    "symbol",
];

impl Logo {
    /// Takes the bytes of a file that may be a logo; its content decides, not its name. It should be printed once before it
    /// is kept.
    ///
    /// # Errors
    /// [`LogoProblem`]
    pub fn check(bytes: Vec<u8>) -> Result<Self, LogoProblem> {
        if bytes.len() > LOGO_BYTES {
            return Err(LogoProblem::TooLarge);
        }
        let kind = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            check_png(&bytes)?;
            LogoKind::Png
        } else {
            let text = std::str::from_utf8(&bytes).map_err(|_| LogoProblem::UnknownKind)?;
            check_svg(text)?;
            LogoKind::Svg
        };
        Ok(Self {
            kind,
            bytes: Bytes::new(bytes),
        })
    }

    /// What kind of picture it is.
    pub fn kind(&self) -> LogoKind {
        self.kind
    }

    /// The file.
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }
}

/// Width and height stand at the same place in every PNG.
fn check_png(bytes: &[u8]) -> Result<(), LogoProblem> {
    let side = |at: usize| {
        let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(four))
    };
    let (Some(b"IHDR"), Some(width), Some(height)) = (bytes.get(12..16), side(16), side(20)) else {
        return Err(LogoProblem::UnknownKind);
    };
    if [width, height]
        .iter()
        .all(|side| (1..=LOGO_SIDE).contains(side))
    {
        Ok(())
    } else {
        Err(LogoProblem::Side)
    }
}

/// Every tag of the drawing has to be known. Declarations of entities end it as well: they repeat texts without end.
fn check_svg(text: &str) -> Result<(), LogoProblem> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let (mut rest, mut seen) = (text, false);
    while let Some((_, after)) = rest.split_once('<') {
        if let Some(comment) = after.strip_prefix("!--") {
            let (_, next) = comment.split_once("-->").ok_or(LogoProblem::UnknownKind)?;
            rest = next;
            continue;
        }
        if let Some(doctype) = after.strip_prefix("!DOCTYPE") {
            let (declared, next) = doctype.split_once('>').ok_or(LogoProblem::UnknownKind)?;
            if declared.contains('[') {
                return Err(LogoProblem::Element("!DOCTYPE".to_owned()));
            }
            rest = next;
            continue;
        }
        let name = after.strip_prefix('/').unwrap_or(after);
        let end = name.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
        let name = &name[..end.unwrap_or(name.len())];
        let local = name.rsplit(':').next().unwrap_or(name);
        let is_note =
            NOTES.iter().any(|begin| name.starts_with(begin)) && !DRAWING.contains(&local);
        let is_known = ELEMENTS.contains(&name) || is_note || name == "?xml";
        if !is_known {
            // Nothing of a file that is no drawing at all is worth naming.
            let short: String = name.chars().take(30).collect();
            return Err(if seen {
                LogoProblem::Element(short)
            } else {
                LogoProblem::UnknownKind
            });
        }
        seen |= name == "svg";
        rest = after;
    }
    if seen {
        Ok(())
    } else {
        Err(LogoProblem::UnknownKind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">";

    fn check(text: &str) -> Result<LogoKind, LogoProblem> {
        Logo::check(text.as_bytes().to_vec()).map(|logo| logo.kind())
    }

    #[test]
    fn a_plain_drawing_is_taken_as_programs_save_it() {
        for begin in [
            "",
            "\u{feff}<?xml version=\"1.0\"?>\n<!-- <use> -->",
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\">",
        ] {
            let body = "<sodipodi:namedview/><g><path d=\"M0 0h9\"/></g></svg>";
            assert_eq!(
                check(&format!("{begin}{HEAD}{body}")),
                Ok(LogoKind::Svg),
                "{begin}"
            );
        }
    }

    #[test]
    fn what_could_reach_out_or_never_end_is_not() {
        for name in [
            "use",
            "image",
            "script",
            "filter",
            "svg:use",
            "inkscape:use",
            "Path",
            "a:b",
        ] {
            let refused = check(&format!("{HEAD}<{name} href=\"#a\"/></svg>"));
            assert_eq!(refused, Err(LogoProblem::Element(name.to_owned())));
        }
        for text in [
            "",
            "Szanowni Państwo",
            "<html><svg/></html>",
            "<!-- <svg>",
            "a < b",
        ] {
            assert_eq!(check(text), Err(LogoProblem::UnknownKind), "{text}");
        }
        let entities = format!("<!DOCTYPE svg [<!ENTITY a \"b\">]>{HEAD}</svg>");
        assert_eq!(
            check(&entities),
            Err(LogoProblem::Element("!DOCTYPE".to_owned()))
        );
    }
}
