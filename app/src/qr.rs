//! Codes that a telephone reads, drawn as shapes: the page needs no picture and no script.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

/// Modules of white around the code.
const QUIET: usize = 4;

/// A code as shapes: how many modules it is wide with its white border, and the path of its dark ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Width and height of the picture in modules.
    pub side: usize,
    /// The `d` of an SVG path.
    pub path: String,
}

/// Draws a code; none when the text is too long for one.
pub fn draw(payload: &str) -> Option<Shape> {
    let code = QrCode::with_error_correction_level(payload, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        // Neighbouring dark modules of a row are one shape, so that there are no hairlines between them.
        for run in row.chunk_by(|left, right| left == right) {
            if run.first() == Some(&Color::Dark) {
                let _ = write!(
                    path,
                    "M{} {}h{}v1h-{}z",
                    x + QUIET,
                    y + QUIET,
                    run.len(),
                    run.len()
                );
            }
            x += run.len();
        }
    }
    Some(Shape {
        side: width + 2 * QUIET,
        path,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_drawn_with_their_white_border() {
        let shape = draw("ZP").unwrap_or(Shape {
            side: 0,
            path: String::new(),
        });
        assert_eq!(shape.side, 29);
        assert!(shape.path.starts_with("M4 4h7v1h-7z"), "{}", shape.path);
        assert_eq!(draw(&"x".repeat(5_000)), None);
    }
}
