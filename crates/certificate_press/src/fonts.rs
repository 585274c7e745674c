//! The one family that certificates are set in, loaded when the first certificate is printed.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Libertinus Serif: Latin, Greek, Cyrillic and Hebrew, with the Polish and Russian letters drawn with care. The other
/// bundled fonts are for mathematics and program text.
pub const FAMILY: &str = "Libertinus Serif";

/// The fonts, in the order that their book numbers them.
pub struct Fonts {
    /// What the typesetter searches.
    pub book: LazyHash<FontBook>,
    /// What it then loads.
    pub fonts: Vec<Font>,
}

/// The fonts; a server that prints nothing never reads them.
pub static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let fonts: Vec<Font> = typst_assets::fonts()
        .flat_map(|data| Font::iter(Bytes::new(data)))
        .filter(|font| font.info().family == FAMILY)
        .collect();
    Fonts {
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// Is there a letter for `character` in any style of the family?
pub fn has_letter_for(character: char) -> bool {
    FONTS
        .fonts
        .iter()
        .any(|font| font.info().coverage.contains(u32::from(character)))
}
