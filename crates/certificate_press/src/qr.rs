//! The QR in the two forms that layouts take: points, which cost next to nothing to set, and a drawing.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};
use typst::foundations::Bytes;

use crate::PressError;

/// Modules of white that the standard asks for around the code.
const QUIET: usize = 4;
/// Points of a module in each direction. Readers that smooth pictures leave most of a module sharp.
const POINTS: usize = 4;

/// A code that was worked out.
pub struct Qr {
    width: usize,
    modules: Vec<Color>,
}

impl Qr {
    /// `payload` as a code, error correction M (15 % of it may be unreadable).
    pub fn of(payload: &str) -> Result<Self, PressError> {
        let code = QrCode::with_error_correction_level(payload, EcLevel::M).map_err(|_| {
            PressError::QrTooLong {
                bytes: payload.len(),
            }
        })?;
        Ok(Self {
            width: code.width(),
            modules: code.into_colors(),
        })
    }

    /// Points of a side of [`Qr::points`].
    pub fn side(&self) -> usize {
        (self.width + 2 * QUIET) * POINTS
    }

    /// A square of points, a byte each: black or white.
    pub fn points(&self) -> Bytes {
        let side = self.side();
        let mut points = vec![u8::MAX; side * side];
        for (y, row) in self.modules.chunks(self.width).enumerate() {
            for (x, color) in row.iter().enumerate() {
                if *color == Color::Dark {
                    let left = (x + QUIET) * POINTS;
                    for line in 0..POINTS {
                        let start = ((y + QUIET) * POINTS + line) * side + left;
                        points[start..start + POINTS].fill(0);
                    }
                }
            }
        }
        Bytes::new(points)
    }

    /// An SVG that prints sharp at any size. Neighbouring dark modules of a row are one rectangle: a third of the size,
    /// and no hairlines between modules.
    pub fn svg(&self) -> Bytes {
        let side = self.width + 2 * QUIET;
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{side}\" height=\"{side}\"><path d=\""
        );
        for (y, row) in self.modules.chunks(self.width).enumerate() {
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
        Bytes::from_string(svg)
    }
}
