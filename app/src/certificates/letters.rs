//! What holders are told: the certificate is ready, or what is missing.

use super::gate::{Gate, Missing};
use super::rules::Lacking;
use crate::catalogue::GroupDetail;
use crate::i18n::{Lang, Translator};
use crate::outbox::Letter;

/// What all letters about a certificate need.
pub(super) struct About<'a> {
    pub detail: &'a GroupDetail,
    pub base_url: &'a str,
    pub lang: Lang,
}

impl About<'_> {
    fn t(&self) -> Translator {
        Translator::new(self.lang)
    }

    /// A sentence about the training, from `certificates-letter-<code>`.
    fn say(&self, code: &str) -> String {
        let key = format!("certificates-letter-{code}");
        let message = self.t().get(&key).text("title", &self.detail.course.title);
        message.to_string()
    }

    fn letter(&self, subject: &str, paragraphs: Vec<String>, action: (&str, &str)) -> Letter {
        let organisation = &self.detail.organisation;
        let contact = [&organisation.name, &organisation.phone, &organisation.email];
        let contact = contact.into_iter().map(String::as_str);
        let contact: Vec<&str> = contact.filter(|part| !part.is_empty()).collect();
        let (button, path) = action;
        Letter {
            lang: self.lang,
            sender: organisation.name.clone(),
            subject: self.say(subject),
            paragraphs,
            action: Some((self.say(button), format!("{}{path}", self.base_url))),
            contact: contact.join(", "),
            ..Letter::default()
        }
    }

    /// It can be downloaded.
    pub fn ready(&self, register_number: &str) -> Letter {
        let (t, title) = (self.t(), &self.detail.course.title);
        let what = t
            .get("certificates-letter-ready-what")
            .text("title", title)
            .text("number", register_number);
        let paragraphs = vec![what.to_string(), self.say("ready-check")];
        self.letter("ready-subject", paragraphs, ("open", "/my/trainings"))
    }

    /// A new one holds in the place of another, for a reason.
    pub fn replaced(&self, register_number: &str, before: &str, reason: &str) -> Letter {
        let (t, title) = (self.t(), &self.detail.course.title);
        let what = t
            .get("certificates-letter-replaced-what")
            .text("title", title)
            .text("number", register_number)
            .text("before", before);
        let why = t
            .get("certificates-letter-revoked-why")
            .text("reason", reason);
        let paragraphs = vec![
            what.to_string(),
            why.to_string(),
            self.say("replaced-then"),
            self.say("ready-check"),
        ];
        self.letter("replaced-subject", paragraphs, ("open", "/my/trainings"))
    }

    /// It holds no longer.
    pub fn revoked(&self, register_number: &str, reason: &str) -> Letter {
        let (t, title) = (self.t(), &self.detail.course.title);
        let what = t
            .get("certificates-letter-revoked-what")
            .text("title", title)
            .text("number", register_number);
        let why = t
            .get("certificates-letter-revoked-why")
            .text("reason", reason);
        let paragraphs = vec![what.to_string(), why.to_string(), self.say("revoked-then")];
        self.letter("revoked-subject", paragraphs, ("open", "/my/trainings"))
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
        let mut paragraphs = vec![self.say("missing-what")];
        let parts = gate.missing().iter().map(|part| match part {
            Missing::Completion => "missing-completion",
            Missing::Survey => "missing-survey",
            Missing::Payment => "missing-payment",
        });
        paragraphs.extend(parts.map(|part| self.say(part)));
        self.letter("missing-subject", paragraphs, ("open", "/my/trainings"))
    }

    /// Data of the holder are lacking.
    pub fn lacking(&self, lacks: &[Lacking]) -> Letter {
        let mut paragraphs = vec![self.say("lacking-what")];
        paragraphs.extend(self.lacks(lacks));
        paragraphs.push(self.say("lacking-then"));
        let action = ("profile", "/my/profile");
        self.letter("missing-subject", paragraphs, action)
    }
}
