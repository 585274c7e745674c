//! The kinds of letters about payments, with their standard texts.

use crate::letters::Piece::{Button, Facts, Say};
use crate::letters::{Kind, Piece, Topic};

const VALUES: &[&str] = &["title", "organisation", "name", "amount", "day"];
const WITH_REASON: &[&str] = &["title", "organisation", "name", "amount", "day", "reason"];
const WITH_INSTITUTION: &[&str] = &[
    "title",
    "organisation",
    "name",
    "amount",
    "day",
    "institution",
];
const TRANSFER: Piece = Facts("payment", "letter-texts-sample-transfer");
const AMOUNT: Piece = Facts("payment", "letter-texts-sample-payment");
const OPEN: Piece = Button("payments-letter-open");
const ANSWER: Piece = Button("payments-letter-answer");
const SEE: Piece = Button("payments-letter-see");

/// All of them, in the order in which they are listed.
pub static ALL: [&Kind; 23] = [
    &DUE,
    &REMINDER,
    &OVERDUE,
    &BOOKED,
    &UNBOOKED,
    &WAIVED,
    &REST_WAIVED,
    &MOVED,
    &RETURNED,
    &REFUND_DUE,
    &REFUNDED,
    &ASKED,
    &ACCEPTED,
    &DECLINED,
    &LAPSED,
    &INSTITUTION_ASKED,
    &INSTITUTION_ASKED_AGAIN,
    &INSTITUTION_ACCEPTED,
    &INSTITUTION_REMINDER,
    &INSTITUTION_OVERDUE,
    &INSTITUTION_RELEASED,
    &INSTITUTION_REFUND_DUE,
    &INSTITUTION_REFUNDED,
];

/// A place is theirs, and costs something.
pub static DUE: Kind = Kind::new(
    "payments-due",
    Topic::Payments,
    "payments-letter-due-subject",
    VALUES,
    &[
        Say("payments-letter-due-what"),
        Say("payments-letter-due-next"),
        TRANSFER,
        OPEN,
    ],
);

/// It is due soon.
pub static REMINDER: Kind = Kind::new(
    "payments-reminder",
    Topic::Payments,
    "payments-letter-reminder-subject",
    VALUES,
    &[
        Say("payments-letter-reminder-what"),
        Say("payments-letter-reminder-next"),
        TRANSFER,
        OPEN,
    ],
);

/// It was due.
pub static OVERDUE: Kind = Kind::new(
    "payments-overdue",
    Topic::Payments,
    "payments-letter-overdue-subject",
    VALUES,
    &[
        Say("payments-letter-overdue-what"),
        Say("payments-letter-overdue-next"),
        TRANSFER,
        OPEN,
    ],
);

/// It has come.
pub static BOOKED: Kind = Kind::new(
    "payments-booked",
    Topic::Payments,
    "payments-letter-booked-subject",
    VALUES,
    &[
        Say("payments-letter-booked-what"),
        Say("payments-letter-booked-next"),
        AMOUNT,
        OPEN,
    ],
);

/// A booking was undone, for a reason.
pub static UNBOOKED: Kind = Kind::needing(
    &["reason"],
    "payments-unbooked",
    Topic::Payments,
    "payments-letter-unbooked-subject",
    WITH_REASON,
    &[
        Say("payments-letter-unbooked-what"),
        Say("payments-letter-unbooked-next"),
        TRANSFER,
        OPEN,
    ],
);

/// It need not be paid, for a reason.
pub static WAIVED: Kind = Kind::needing(
    &["reason"],
    "payments-waived",
    Topic::Payments,
    "payments-letter-waived-subject",
    WITH_REASON,
    &[
        Say("payments-letter-waived-what"),
        Say("payments-letter-waived-next"),
        AMOUNT,
        OPEN,
    ],
);

/// It goes back.
pub static REFUND_DUE: Kind = Kind::new(
    "payments-refund-due",
    Topic::Payments,
    "payments-letter-refund-due-subject",
    VALUES,
    &[
        Say("payments-letter-refund-due-what"),
        Say("payments-letter-refund-due-next"),
        AMOUNT,
        OPEN,
    ],
);

/// It has gone back.
pub static REFUNDED: Kind = Kind::new(
    "payments-refunded",
    Topic::Payments,
    "payments-letter-refunded-subject",
    VALUES,
    &[
        Say("payments-letter-refunded-what"),
        Say("payments-letter-refunded-next"),
        AMOUNT,
        OPEN,
    ],
);

/// The institution was asked to pay.
pub static ASKED: Kind = Kind::new(
    "payments-asked",
    Topic::Payments,
    "payments-letter-asked-subject",
    WITH_INSTITUTION,
    &[
        Say("payments-letter-asked-what"),
        Say("payments-letter-asked-next"),
        AMOUNT,
        OPEN,
    ],
);

/// The institution pays.
pub static ACCEPTED: Kind = Kind::new(
    "payments-accepted",
    Topic::Payments,
    "payments-letter-accepted-subject",
    WITH_INSTITUTION,
    &[
        Say("payments-letter-accepted-what"),
        Say("payments-letter-accepted-next"),
        AMOUNT,
        OPEN,
    ],
);

/// The institution does not pay.
pub static DECLINED: Kind = Kind::new(
    "payments-declined",
    Topic::Payments,
    "payments-letter-declined-subject",
    WITH_INSTITUTION,
    &[
        Say("payments-letter-declined-what"),
        Say("payments-letter-declined-next"),
        TRANSFER,
        OPEN,
    ],
);

/// The institution has not answered.
pub static LAPSED: Kind = Kind::new(
    "payments-lapsed",
    Topic::Payments,
    "payments-letter-lapsed-subject",
    WITH_INSTITUTION,
    &[
        Say("payments-letter-lapsed-what"),
        Say("payments-letter-lapsed-next"),
        TRANSFER,
        OPEN,
    ],
);

/// To the institution: will it pay?
pub static INSTITUTION_ASKED: Kind = Kind::needing(
    &["name"],
    "payments-institution-asked",
    Topic::Payments,
    "payments-letter-institution-asked-subject",
    WITH_INSTITUTION,
    &[
        Say("payments-letter-institution-asked-what"),
        Say("payments-letter-institution-asked-next"),
        TRANSFER,
        ANSWER,
    ],
);

/// To the institution: will it pay at the price of another group?
pub static INSTITUTION_ASKED_AGAIN: Kind = Kind::needing(
    &["name"],
    "payments-institution-asked-again",
    Topic::Payments,
    "payments-letter-institution-asked-again-subject",
    WITH_INSTITUTION,
    &[
        Say("payments-letter-institution-asked-again-what"),
        Say("payments-letter-institution-asked-again-next"),
        TRANSFER,
        ANSWER,
    ],
);

/// To the institution: how to pay.
pub static INSTITUTION_ACCEPTED: Kind = Kind::needing(
    &["name"],
    "payments-institution-accepted",
    Topic::Payments,
    "payments-letter-institution-accepted-subject",
    WITH_INSTITUTION,
    &[
        Say("payments-letter-institution-accepted-what"),
        Say("payments-letter-institution-accepted-next"),
        TRANSFER,
        SEE,
    ],
);

/// To the institution: it is due soon.
pub static INSTITUTION_REMINDER: Kind = Kind::needing(
    &["name"],
    "payments-institution-reminder",
    Topic::Payments,
    "payments-letter-institution-reminder-subject",
    WITH_INSTITUTION,
    &[
        Say("payments-letter-institution-reminder-what"),
        Say("payments-letter-institution-reminder-next"),
        TRANSFER,
        SEE,
    ],
);

/// To the institution: it was due.
pub static INSTITUTION_OVERDUE: Kind = Kind::needing(
    &["name"],
    "payments-institution-overdue",
    Topic::Payments,
    "payments-letter-institution-overdue-subject",
    WITH_INSTITUTION,
    &[
        Say("payments-letter-institution-overdue-what"),
        Say("payments-letter-institution-overdue-next"),
        TRANSFER,
        SEE,
    ],
);

/// To the institution: nothing is to be answered or paid any more.
pub static INSTITUTION_RELEASED: Kind = Kind::needing(
    &["name"],
    "payments-institution-released",
    Topic::Payments,
    "payments-letter-institution-released-subject",
    WITH_INSTITUTION,
    &[
        Say("payments-letter-institution-released-what"),
        Say("payments-letter-institution-released-next"),
        AMOUNT,
        SEE,
    ],
);

/// To the institution: what it paid goes back.
pub static INSTITUTION_REFUND_DUE: Kind = Kind::needing(
    &["name"],
    "payments-institution-refund-due",
    Topic::Payments,
    "payments-letter-institution-refund-due-subject",
    WITH_INSTITUTION,
    &[
        Say("payments-letter-institution-refund-due-what"),
        Say("payments-letter-institution-refund-due-next"),
        AMOUNT,
        SEE,
    ],
);

/// To the institution: what it paid has gone back.
pub static INSTITUTION_REFUNDED: Kind = Kind::needing(
    &["name"],
    "payments-institution-refunded",
    Topic::Payments,
    "payments-letter-institution-refunded-subject",
    WITH_INSTITUTION,
    &[
        Say("payments-letter-institution-refunded-what"),
        Say("payments-letter-institution-refunded-next"),
        AMOUNT,
        SEE,
    ],
);

/// The rest need not be paid, for a reason.
pub static REST_WAIVED: Kind = Kind::needing(
    &["reason"],
    "payments-rest-waived",
    Topic::Payments,
    "payments-letter-rest-waived-subject",
    WITH_REASON,
    &[
        Say("payments-letter-rest-waived-what"),
        Say("payments-letter-waived-next"),
        AMOUNT,
        OPEN,
    ],
);

/// They were moved to a group with another price or day.
pub static MOVED: Kind = Kind::new(
    "payments-moved",
    Topic::Payments,
    "payments-letter-moved-subject",
    VALUES,
    &[
        Say("payments-letter-moved-what"),
        Say("payments-letter-due-next"),
        TRANSFER,
        OPEN,
    ],
);

/// It goes back, for a reason.
pub static RETURNED: Kind = Kind::needing(
    &["reason"],
    "payments-returned",
    Topic::Payments,
    "payments-letter-refund-due-subject",
    WITH_REASON,
    &[
        Say("payments-letter-returned-what"),
        Say("payments-letter-refund-due-next"),
        AMOUNT,
        OPEN,
    ],
);
