//! Codes that a telephone reads, drawn as shapes: the page needs no picture and no script.

use certificate_press::Qr;

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
    let code = Qr::of(payload).ok()?;
    Some(Shape {
        side: code.modules(),
        path: code.path(),
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
