//! The kinds of letters about draws of places.

use super::{CALENDAR_FILE, DETAILS, OPEN, SEE_COURSES, TITLE};
use crate::letters::Kind;
use crate::letters::Piece::Say;
use crate::letters::Topic::Line;

/// They take part in a draw, by this code, when the window closes.
pub static IN_DRAW: Kind = Kind::needing(
    &["until", "code"],
    "enrolment-in-draw",
    Line,
    "draws-letter-in-draw-subject",
    &[
        "title",
        "organisation",
        "name",
        "hours",
        "meetings",
        "days",
        "until",
        "code",
    ],
    &[
        Say("draws-letter-in-draw-what"),
        Say("draws-letter-in-draw-code"),
        Say("draws-letter-in-draw-next"),
        DETAILS,
        OPEN,
    ],
);

/// They have withdrawn the application before the draw.
pub static LEFT_DRAW: Kind = Kind::new(
    "enrolment-left-draw",
    Line,
    "draws-letter-left-subject",
    TITLE,
    &[
        Say("draws-letter-left-what"),
        Say("draws-letter-left-next"),
        SEE_COURSES,
    ],
);

/// Others were drawn: they stand in line.
pub static NOT_DRAWN: Kind = Kind::needing(
    &["position"],
    "enrolment-not-drawn",
    Line,
    "draws-letter-not-drawn-subject",
    &[
        "title",
        "organisation",
        "name",
        "hours",
        "meetings",
        "days",
        "position",
    ],
    &[
        Say("draws-letter-not-drawn-what"),
        Say("draws-letter-not-drawn-next"),
        DETAILS,
        OPEN,
    ],
);

/// What each of several wishes came to.
pub static MATCHED: Kind = Kind::new(
    "enrolment-matched",
    Line,
    "draws-letter-matched-subject",
    TITLE,
    &[
        Say("draws-letter-matched-what"),
        DETAILS,
        OPEN,
        Say("draws-letter-matched-check"),
        CALENDAR_FILE,
    ],
);
