//! The QR in the forms that layouts and pages take: points, which cost next to nothing to set, and a drawing.

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
    ///
    /// # Errors
    /// It is too long for a code.
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
    pub(crate) fn side(&self) -> usize {
        self.modules() * POINTS
    }

    /// A square of points, a byte each: black or white.
    pub(crate) fn points(&self) -> Bytes {
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

    /// How many modules a side of the drawing has, with its white border.
    pub fn modules(&self) -> usize {
        self.width + 2 * QUIET
    }

    /// The dark modules as the `d` of an SVG path. Neighbours of a row are one rectangle: a third of the size, and no
    /// hairlines between modules.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for (y, row) in self.modules.chunks(self.width).enumerate() {
            let mut x = 0;
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
        path
    }

    /// An SVG that prints sharp at any size.
    pub(crate) fn svg(&self) -> Bytes {
        let (side, path) = (self.modules(), self.path());
        Bytes::from_string(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{side}\" height=\"{side}\">\
            <path d=\"{path}\"/></svg>"
        ))
    }
}
