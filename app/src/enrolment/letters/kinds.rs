//! The kinds of letters about enrolments, with their standard texts.

use crate::letters::Piece::{Block, Button, Extra, Facts, Say};
use crate::letters::Topic::{Accounts, Dates, Places, Results};
use crate::letters::{Kind, Piece};

mod draw;
mod line;

pub use draw::{IN_DRAW, LEFT_DRAW, MATCHED, NOT_DRAWN};
pub use line::{DECLINED, LAPSED, LEFT_LINE, LIST_CLOSED, OFFERED, WAITING};

const TITLE: &[&str] = &["title", "organisation", "name", "hours", "meetings", "days"];
/// Those to staff name nobody.
const TO_STAFF: &[&str] = &["title", "organisation", "hours", "meetings", "days"];
const DETAILS: Piece = Facts("details", "letter-texts-sample-details");
const OPEN: Piece = Button("enrolment-letter-open");
const SEE_COURSES: Piece = Button("enrolment-letter-see-courses");
const REASON: Piece = Block("reason", "enrolment-letter-group-cancelled-reason");
const RESIGNING: Piece = Extra("resigning", "enrolment-resign-until");
const CALENDAR_FILE: Piece = Extra("calendar", "enrolment-letter-calendar");
const CALENDAR: Piece = Extra("calendar", "enrolment-letter-calendar-cancel");

/// All of them, in the order in which they are listed.
pub static ALL: [&Kind; 32] = [
    &CONFIRMED,
    &APPLIED,
    &APPLIED_CHILD,
    &ENROLLED,
    &REFUSED,
    &RESIGNED,
    &CANCELLED,
    &LATE_ASKED,
    &LATE_DECLINED,
    &WITHDRAWN,
    &LATE_TO_ANSWER,
    &UNDECIDED,
    &UNDECIDED_ABOVE,
    &IN_DRAW,
    &LEFT_DRAW,
    &NOT_DRAWN,
    &MATCHED,
    &WAITING,
    &OFFERED,
    &DECLINED,
    &LAPSED,
    &LEFT_LINE,
    &LIST_CLOSED,
    &REMINDER,
    &CHANGED,
    &TRANSFERRED,
    &GROUP_CANCELLED,
    &COMPLETED,
    &NOT_COMPLETED,
    &CORRECTED_COMPLETED,
    &CORRECTED_NOT_COMPLETED,
    &ADDRESS_SHOWN,
];

/// The place is theirs.
pub static CONFIRMED: Kind = Kind::new(
    "enrolment-confirmed",
    Places,
    "enrolment-letter-confirmed-subject",
    TITLE,
    &[
        Say("enrolment-letter-confirmed-what"),
        Say("enrolment-letter-confirmed-changes"),
        DETAILS,
        OPEN,
        Say("enrolment-letter-calendar"),
        RESIGNING,
    ],
);

/// The application came in.
pub static APPLIED: Kind = Kind::new(
    "enrolment-applied",
    Places,
    "enrolment-letter-applied-subject",
    TITLE,
    &[
        Say("enrolment-letter-applied-what"),
        Say("enrolment-letter-applied-next"),
        DETAILS,
        OPEN,
    ],
);

/// The application for a child came in.
pub static APPLIED_CHILD: Kind = Kind::new(
    "enrolment-applied-child",
    Places,
    "enrolment-letter-applied-child-subject",
    &["programme", "child", "organisation", "answer"],
    &[
        Say("enrolment-letter-applied-child-what"),
        Extra("documents", "enrolment-letter-applied-child-documents"),
        Say("enrolment-letter-applied-child-next"),
        DETAILS,
        Extra("resigning", "enrolment-resign-until"),
        Button("enrolment-letter-applied-child-open"),
    ],
);

/// They were taken in by an order of the institution.
pub static ENROLLED: Kind = Kind::new(
    "enrolment-enrolled",
    Places,
    "enrolment-letter-enrolled-subject",
    &["title", "organisation", "order"],
    &[Say("enrolment-letter-enrolled-what"), DETAILS, OPEN],
);

/// Staff refused the application.
pub static REFUSED: Kind = Kind::new(
    "enrolment-refused",
    Places,
    "enrolment-letter-refused-subject",
    TITLE,
    &[
        Say("enrolment-letter-refused-what"),
        REASON,
        Say("enrolment-letter-refused-next"),
        SEE_COURSES,
    ],
);

/// They gave the place back.
pub static RESIGNED: Kind = Kind::new(
    "enrolment-resigned",
    Places,
    "enrolment-letter-resigned-subject",
    TITLE,
    &[
        Say("enrolment-letter-resigned-what"),
        Say("enrolment-letter-resigned-next"),
        SEE_COURSES,
        CALENDAR,
    ],
);

/// Staff cancelled the enrolment.
pub static CANCELLED: Kind = Kind::new(
    "enrolment-cancelled",
    Places,
    "enrolment-letter-cancelled-subject",
    TITLE,
    &[
        Say("enrolment-letter-cancelled-what"),
        REASON,
        Say("enrolment-letter-cancelled-next"),
        SEE_COURSES,
        CALENDAR,
    ],
);

/// Their request after the deadline came in.
pub static LATE_ASKED: Kind = Kind::new(
    "enrolment-late-asked",
    Places,
    "enrolment-letter-late-asked-subject",
    TITLE,
    &[
        Say("enrolment-letter-late-asked-what"),
        REASON,
        Say("enrolment-letter-late-asked-next"),
        OPEN,
    ],
);

/// Staff said no to it.
pub static LATE_DECLINED: Kind = Kind::new(
    "enrolment-late-declined",
    Places,
    "enrolment-letter-late-declined-subject",
    TITLE,
    &[
        Say("enrolment-letter-late-declined-what"),
        REASON,
        Say("enrolment-letter-late-declined-next"),
        OPEN,
    ],
);

/// Staff said yes to it.
pub static WITHDRAWN: Kind = Kind::new(
    "enrolment-withdrawn",
    Places,
    "enrolment-letter-withdrawn-subject",
    TITLE,
    &[
        Say("enrolment-letter-withdrawn-what"),
        REASON,
        Say("enrolment-letter-withdrawn-next"),
        SEE_COURSES,
        CALENDAR,
    ],
);

/// To those who answer it.
pub static LATE_TO_ANSWER: Kind = Kind::new(
    "enrolment-late-to-answer",
    Places,
    "enrolment-letter-late-to-answer-subject",
    TO_STAFF,
    &[
        Say("enrolment-letter-late-to-answer-what"),
        DETAILS,
        Button("enrolment-letter-late-to-answer-open"),
    ],
);

/// To those who decide: applications have waited too long.
pub static UNDECIDED: Kind = Kind::new(
    "enrolment-undecided",
    Places,
    "enrolment-letter-undecided-subject",
    TO_STAFF,
    &[
        Block("undecided", "enrolment-letter-undecided-what"),
        Say("enrolment-letter-undecided-next"),
        DETAILS,
        Button("enrolment-letter-undecided-open"),
    ],
);

/// To those above them: nobody has decided all the same.
pub static UNDECIDED_ABOVE: Kind = Kind::new(
    "enrolment-undecided-above",
    Places,
    "enrolment-letter-undecided-subject",
    TO_STAFF,
    &[
        Block("undecided", "enrolment-letter-undecided-what"),
        Say("enrolment-letter-undecided-above"),
        DETAILS,
        Button("enrolment-letter-undecided-open"),
    ],
);

/// The training begins soon.
pub static REMINDER: Kind = Kind::new(
    "enrolment-reminder",
    Dates,
    "enrolment-letter-reminder-subject",
    &[
        "title",
        "organisation",
        "name",
        "hours",
        "meetings",
        "days",
        "when",
    ],
    &[
        Say("enrolment-letter-reminder-what"),
        DETAILS,
        OPEN,
        RESIGNING,
    ],
);

/// Something changes that people go by.
pub static CHANGED: Kind = Kind::new(
    "enrolment-changed",
    Dates,
    "enrolment-letter-changed-subject",
    TITLE,
    &[
        Say("enrolment-letter-changed-what"),
        Facts("changes", "letter-texts-sample-changes"),
        OPEN,
        Say("enrolment-letter-changed-calendar"),
        Say("enrolment-letter-changed-next"),
    ],
);

/// Staff moved them here from another group.
pub static TRANSFERRED: Kind = Kind::new(
    "enrolment-transferred",
    Dates,
    "enrolment-letter-transferred-subject",
    TITLE,
    &[
        Say("enrolment-letter-transferred-what"),
        REASON,
        Facts("details", "letter-texts-sample-moved"),
        OPEN,
        Say("enrolment-letter-changed-calendar"),
        Say("enrolment-letter-transferred-next"),
    ],
);

/// The group will not take place.
pub static GROUP_CANCELLED: Kind = Kind::new(
    "enrolment-group-cancelled",
    Dates,
    "enrolment-letter-group-cancelled-subject",
    TITLE,
    &[
        Say("enrolment-letter-group-cancelled-what"),
        REASON,
        Say("enrolment-letter-group-cancelled-next"),
        DETAILS,
        SEE_COURSES,
        CALENDAR,
    ],
);

/// Attended enough: the survey is open.
pub static COMPLETED: Kind = Kind::new(
    "enrolment-completed",
    Results,
    "enrolment-letter-completed-subject",
    TITLE,
    &[
        Say("enrolment-letter-completed-what"),
        Block("next", "enrolment-letter-completed-next"),
        Button("enrolment-letter-completed-open"),
    ],
);

/// Attended too little.
pub static NOT_COMPLETED: Kind = Kind::new(
    "enrolment-not-completed",
    Results,
    "enrolment-letter-not_completed-subject",
    &[
        "title",
        "organisation",
        "name",
        "hours",
        "meetings",
        "days",
        "percent",
    ],
    &[
        Say("enrolment-letter-not_completed-what"),
        Say("enrolment-letter-not_completed-next"),
        OPEN,
    ],
);

/// Corrected by staff: completed.
pub static CORRECTED_COMPLETED: Kind = Kind::new(
    "enrolment-corrected-completed",
    Results,
    "enrolment-letter-corrected-subject",
    TITLE,
    &[
        Say("enrolment-letter-corrected-completed"),
        REASON,
        Extra("survey", "enrolment-letter-corrected-survey"),
        Button("enrolment-letter-completed-open"),
    ],
);

/// Corrected by staff: not completed.
pub static CORRECTED_NOT_COMPLETED: Kind = Kind::new(
    "enrolment-corrected-not-completed",
    Results,
    "enrolment-letter-corrected-subject",
    TITLE,
    &[
        Say("enrolment-letter-corrected-not_completed"),
        REASON,
        Say("enrolment-letter-corrected-wrong"),
        OPEN,
    ],
);

/// Staff looked at their whole address; nobody but the installation words it.
pub static ADDRESS_SHOWN: Kind = Kind::new(
    "enrolment-address-shown",
    Accounts,
    "enrolment-letter-address-subject",
    TITLE,
    &[
        Say("enrolment-letter-address-what"),
        REASON,
        Say("enrolment-letter-address-next"),
        OPEN,
    ],
);
