//! Letters to guardians about a change of municipality. They name no document and no date of birth (`spec/rules.md`,
//! Notices).

use crate::letters::Piece::{Button, Say};
use crate::letters::{Kind, Topic};

const VALUES: &[&str] = &["child", "organisation", "reason"];

/// The kinds of letters about changes of municipality, in the order in which they are listed.
pub static ALL: [&Kind; 5] = [&OPENED, &SUBMITTED, &APPROVED, &REFUSED, &WITHDRAWN];

/// An institution has printed the application.
pub static OPENED: Kind = Kind::new(
    "families-move-opened",
    Topic::Families,
    "moving-letter-opened-subject",
    VALUES,
    &[
        Say("moving-letter-opened-what"),
        Say("moving-letter-opened-next"),
        Button("children-letter-open"),
    ],
);

/// The signed application waits for the region.
pub static SUBMITTED: Kind = Kind::new(
    "families-move-submitted",
    Topic::Families,
    "moving-letter-submitted-subject",
    VALUES,
    &[
        Say("moving-letter-submitted-what"),
        Say("moving-letter-submitted-next"),
        Button("children-letter-open"),
    ],
);

/// The child lives in the other municipality from now on.
pub static APPROVED: Kind = Kind::new(
    "families-move-approved",
    Topic::Families,
    "moving-letter-approved-subject",
    VALUES,
    &[
        Say("moving-letter-approved-what"),
        Say("moving-letter-approved-next"),
        Button("children-letter-open"),
    ],
);

/// The region does not agree.
pub static REFUSED: Kind = Kind::new(
    "families-move-refused",
    Topic::Families,
    "moving-letter-refused-subject",
    VALUES,
    &[
        Say("moving-letter-refused-what"),
        Say("moving-letter-refused-next"),
        Button("children-letter-open"),
    ],
);

/// The institution has taken its draft back.
pub static WITHDRAWN: Kind = Kind::new(
    "families-move-withdrawn",
    Topic::Families,
    "moving-letter-withdrawn-subject",
    VALUES,
    &[
        Say("moving-letter-withdrawn-what"),
        Say("moving-letter-withdrawn-next"),
        Button("children-letter-open"),
    ],
);
