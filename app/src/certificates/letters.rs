//! What holders are told: the certificate is ready, or what is missing.

use super::gate::{Gate, Missing};
use super::rules::Lacking;
use crate::app::App;
use crate::catalogue::GroupDetail;
use crate::i18n::{Lang, Translator};
use crate::letters::Piece::{Block, Button, Say};
use crate::letters::{Kind, Piece, Texts, Topic, Values};
use crate::outbox::Letter;

const TITLE: &[&str] = &["title", "organisation"];
const OPEN: Piece = Button("certificates-letter-open");
const REASON: Piece = Block("reason", "certificates-letter-revoked-why");

/// The kinds of letters about certificates, in the order in which they are listed.
pub static ALL: [&Kind; 5] = [&READY, &MISSING, &LACKING, &REPLACED, &REVOKED];

static READY: Kind = Kind::needing(
    &["number"],
    "certificates-ready",
    Topic::Certificates,
    "certificates-letter-ready-subject",
    &["title", "organisation", "number"],
    &[
        Say("certificates-letter-ready-what"),
        Say("certificates-letter-ready-check"),
        OPEN,
    ],
);

static MISSING: Kind = Kind::new(
    "certificates-missing",
    Topic::Certificates,
    "certificates-letter-missing-subject",
    TITLE,
    &[
        Say("certificates-letter-missing-what"),
        Block("missing", "certificates-letter-missing-payment"),
        OPEN,
    ],
);

static LACKING: Kind = Kind::new(
    "certificates-lacking",
    Topic::Certificates,
    "certificates-letter-missing-subject",
    TITLE,
    &[
        Say("certificates-letter-lacking-what"),
        Block("missing", "certificates-letter-lacking-birth-place"),
        Say("certificates-letter-lacking-then"),
        Button("certificates-letter-profile"),
    ],
);

static REPLACED: Kind = Kind::needing(
    &["number", "before"],
    "certificates-replaced",
    Topic::Certificates,
    "certificates-letter-replaced-subject",
    &["title", "organisation", "number", "before"],
    &[
        Say("certificates-letter-replaced-what"),
        REASON,
        Say("certificates-letter-replaced-then"),
        Say("certificates-letter-ready-check"),
        OPEN,
    ],
);

static REVOKED: Kind = Kind::needing(
    &["number"],
    "certificates-revoked",
    Topic::Certificates,
    "certificates-letter-revoked-subject",
    &["title", "organisation", "number"],
    &[
        Say("certificates-letter-revoked-what"),
        REASON,
        Say("certificates-letter-revoked-then"),
        OPEN,
    ],
);

/// What all letters about a certificate need.
pub(super) struct About<'a> {
    pub detail: &'a GroupDetail,
    pub app: &'a App,
    pub lang: Lang,
}

impl About<'_> {
    fn t(&self) -> Translator {
        Translator::new(self.lang)
    }

    /// A sentence, from `certificates-letter-<code>`.
    fn say(&self, code: &str) -> String {
        let key = format!("certificates-letter-{code}");
        self.t().get(&key).to_string()
    }

    fn letter(&self, kind: &Kind, path: &str, values: Values) -> Letter {
        let organisation = &self.detail.organisation;
        let values = values
            .text("title", &self.detail.course.title)
            .text("organisation", &organisation.name)
            .button(format!("{}{path}", self.app.config.base_url));
        let texts = Texts::of(self.app);
        Letter {
            sender: organisation.name.clone(),
            contact: organisation.contact(),
            ..texts.letter(kind, self.lang, Some(organisation.id), &values)
        }
    }

    fn because(&self, reason: &str) -> [String; 1] {
        let why = self.t().get("certificates-letter-revoked-why");
        [why.text("reason", reason).to_string()]
    }

    /// It can be downloaded.
    pub fn ready(&self, register_number: &str) -> Letter {
        let values = Values::new().text("number", register_number);
        self.letter(&READY, "/my/trainings", values)
    }

    /// A new one holds in the place of another, for a reason.
    pub fn replaced(&self, register_number: &str, before: &str, reason: &str) -> Letter {
        let values = Values::new()
            .text("number", register_number)
            .text("before", before)
            .block("reason", self.because(reason));
        self.letter(&REPLACED, "/my/trainings", values)
    }

    /// It holds no longer.
    pub fn revoked(&self, register_number: &str, reason: &str) -> Letter {
        let values = Values::new()
            .text("number", register_number)
            .block("reason", self.because(reason));
        self.letter(&REVOKED, "/my/trainings", values)
    }

    /// What is needed besides the survey, when a training has just been completed; nothing when that is all.
    pub fn also_needed(&self, gate: &Gate, lacks: &[Lacking]) -> Vec<String> {
        let unpaid = gate.missing().contains(&Missing::Payment);
        let payment = unpaid.then(|| self.say("missing-payment"));
        let sentences: Vec<String> = payment.into_iter().chain(self.lacks(lacks)).collect();
        if sentences.is_empty() {
            return sentences;
        }
        [self.say("also-needed")]
            .into_iter()
            .chain(sentences)
            .collect()
    }

    /// What to do about lacking data, a sentence each.
    fn lacks(&self, lacks: &[Lacking]) -> impl Iterator<Item = String> {
        lacks.iter().map(|part| {
            self.say(match part {
                Lacking::BornOn => "lacking-born-on",
                Lacking::BirthPlace => "lacking-birth-place",
                Lacking::Letters => "lacking-letters",
            })
        })
    }

    /// The survey is done, and something else is missing.
    pub fn missing(&self, gate: &Gate) -> Letter {
        let parts = gate.missing().iter().map(|part| {
            self.say(match part {
                Missing::Completion => "missing-completion",
                Missing::Survey => "missing-survey",
                Missing::Payment => "missing-payment",
            })
        });
        let values = Values::new().block("missing", parts);
        self.letter(&MISSING, "/my/trainings", values)
    }

    /// Data of the holder are lacking.
    pub fn lacking(&self, lacks: &[Lacking]) -> Letter {
        let values = Values::new().block("missing", self.lacks(lacks));
        self.letter(&LACKING, "/my/profile", values)
    }
}
