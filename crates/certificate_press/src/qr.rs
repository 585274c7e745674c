//! The QR as a picture of lines and squares, so that it prints sharp at any size.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};
use typst::foundations::Bytes;

use crate::PressError;

/// Modules of white that the standard asks for around the code.
const QUIET: usize = 4;

/// `payload` as an SVG, error correction M (15 % of it may be unreadable). Neighbouring dark modules of a row are one
/// rectangle: a third of the size, and no hairlines between modules.
pub fn svg(payload: &str) -> Result<Bytes, PressError> {
    let code = QrCode::with_error_correction_level(payload, EcLevel::M).map_err(|_| {
        PressError::QrTooLong {
            bytes: payload.len(),
        }
    })?;
    let width = code.width();
    let side = width + 2 * QUIET;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{side}\" height=\"{side}\"><path d=\""
    );
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|left, right| left == right) {
            if run.first() == Some(&Color::Dark) {
                let _ = write!(
                    svg,
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
    svg.push_str("\"/></svg>");
    Ok(Bytes::from_string(svg))
}
