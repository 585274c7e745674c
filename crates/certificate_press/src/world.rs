//! What a template can see: its own text, the facts, the QR, the fonts. No file, no package, no network, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use crate::fonts::FONTS;
use crate::qr::Qr;
use crate::template::TEMPLATE;
use crate::{Logo, LogoKind};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static FACTS: LazyLock<FileId> = LazyLock::new(|| file_id("facts.json"));
static QR: LazyLock<FileId> = LazyLock::new(|| file_id("qr.svg"));
static QR_POINTS: LazyLock<FileId> = LazyLock::new(|| file_id("qr.points"));

static LOGO_PNG: LazyLock<FileId> = LazyLock::new(|| file_id("logo.png"));
static LOGO_SVG: LazyLock<FileId> = LazyLock::new(|| file_id("logo.svg"));

fn logo_id(kind: LogoKind) -> FileId {
    match kind {
        LogoKind::Png => *LOGO_PNG,
        LogoKind::Svg => *LOGO_SVG,
    }
}

/// The whole world of one certificate.
pub struct Desk {
    /// The template's text.
    pub template: Source,
    /// `/facts.json`
    pub facts: Bytes,
    /// `/qr.svg`, and `/qr.points` with `qr_side` among the facts; when there is one.
    pub qr: Option<Qr>,
    /// `/logo.png` or `/logo.svg`, when there is one.
    pub logo: Option<Logo>,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        *TEMPLATE
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == *TEMPLATE {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *FACTS {
            Ok(self.facts.clone())
        } else if let (true, Some(qr)) = (id == *QR, &self.qr) {
            Ok(qr.svg())
        } else if let (true, Some(qr)) = (id == *QR_POINTS, &self.qr) {
            Ok(qr.points())
        } else if let Some(logo) = self.logo.as_ref().filter(|logo| id == logo_id(logo.kind())) {
            Ok(logo.bytes().clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The identifier of a file in the world's root.
#[expect(clippy::expect_used, reason = "called with plain names only")]
pub fn file_id(name: &str) -> FileId {
    RootedPath::new(
        VirtualRoot::Project,
        VirtualPath::new(name).expect("a plain name is a path"),
    )
    .intern()
}
