//! The one family that certificates are set in, loaded when the first certificate is printed.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use unicode_normalization::char::is_combining_mark;

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

/// Is there a letter for `character`? In any style, because the typesetter takes a letter that the bold lacks from the
/// regular. A combining mark has to be in every style, because it comes from the same font as the letter it sits on.
pub fn has_letter_for(character: char) -> bool {
    let mut styles = FONTS
        .fonts
        .iter()
        .map(|font| font.info().coverage.contains(u32::from(character)));
    if is_combining_mark(character) {
        styles.all(|has| has)
    } else {
        styles.any(|has| has)
    }
}
