//! The kinds of letters about the line for a place.

use super::{DETAILS, OPEN, SEE_COURSES, TITLE};
use crate::letters::Kind;
use crate::letters::Piece::{Button, Say};
use crate::letters::Topic::Line;

/// They stand in line.
pub static WAITING: Kind = Kind::new(
    "enrolment-waiting",
    Line,
    "enrolment-letter-waiting-subject",
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
        Say("enrolment-letter-waiting-what"),
        Say("enrolment-letter-waiting-next"),
        DETAILS,
        OPEN,
    ],
);

/// A place is held for them until an instant.
pub static OFFERED: Kind = Kind::needing(
    &["until"],
    "enrolment-offered",
    Line,
    "enrolment-letter-offered-subject",
    &[
        "title",
        "organisation",
        "name",
        "hours",
        "meetings",
        "days",
        "until",
    ],
    &[
        Say("enrolment-letter-offered-what"),
        Say("enrolment-letter-offered-next"),
        DETAILS,
        Button("enrolment-letter-offered-open"),
    ],
);

/// They declined an offered place.
pub static DECLINED: Kind = Kind::new(
    "enrolment-declined",
    Line,
    "enrolment-letter-declined-subject",
    TITLE,
    &[
        Say("enrolment-letter-declined-what"),
        Say("enrolment-letter-declined-next"),
        SEE_COURSES,
    ],
);

/// They did not answer in time.
pub static LAPSED: Kind = Kind::new(
    "enrolment-lapsed",
    Line,
    "enrolment-letter-lapsed-subject",
    TITLE,
    &[
        Say("enrolment-letter-lapsed-what"),
        Say("enrolment-letter-lapsed-next"),
        SEE_COURSES,
    ],
);

/// They left the line.
pub static LEFT_LINE: Kind = Kind::new(
    "enrolment-left-line",
    Line,
    "enrolment-letter-left-line-subject",
    TITLE,
    &[
        Say("enrolment-letter-left-line-what"),
        Say("enrolment-letter-left-line-next"),
        SEE_COURSES,
    ],
);

/// The training has begun, and no place became free.
pub static LIST_CLOSED: Kind = Kind::new(
    "enrolment-list-closed",
    Line,
    "enrolment-letter-list-closed-subject",
    TITLE,
    &[
        Say("enrolment-letter-list-closed-what"),
        Say("enrolment-letter-list-closed-next"),
        SEE_COURSES,
    ],
);
