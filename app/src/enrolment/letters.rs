//! What people are told about their enrolments, each in their own language.

use jiff::Timestamp;

use crate::catalogue::GroupDetail;
use crate::catalogue::editing::Change;
use crate::catalogue::rules as dates;
use crate::i18n::{Lang, Translator};
use crate::outbox::{Attachment, Letter};

use super::staff::told;
use super::{EnrolmentId, when};

mod line;

/// What all letters about a group need.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    /// The group.
    pub detail: &'a GroupDetail,
    /// Address of the site, for links.
    pub base_url: &'a str,
    /// Language of the recipient.
    pub lang: Lang,
}

impl About<'_> {
    fn t(&self) -> Translator {
        Translator::new(self.lang)
    }

    /// A sentence about the training, from `enrolment-letter-<code>`.
    fn say(&self, code: &str) -> String {
        let key = format!("enrolment-letter-{code}");
        self.t()
            .get(&key)
            .text("title", &self.detail.course.title)
            .to_string()
    }

    #[expect(
        clippy::unnecessary_wraps,
        reason = "goes as it is into the letter's field"
    )]
    fn action(&self, code: &str, path: &str) -> Option<(String, String)> {
        Some((self.say(code), format!("{}{path}", self.base_url)))
    }

    /// The reason as a sentence, when there is one.
    fn because(&self, reason: &str) -> Option<String> {
        let sentence = self.t().get("enrolment-letter-group-cancelled-reason");
        (!reason.is_empty()).then(|| sentence.text("reason", reason).to_string())
    }

    /// What to do with the file that comes along.
    fn about_removing(&self, calendar: &[Attachment]) -> Vec<String> {
        let text = (!calendar.is_empty()).then(|| self.say("calendar-cancel"));
        text.into_iter().collect()
    }

    fn facts(&self) -> Vec<(String, String)> {
        let (t, detail) = (self.t(), self.detail);
        let mut facts = Vec::new();
        let lines = when::meetings(t, detail);
        let alone = lines.len() == 1;
        for (number, line) in (1_i64..).zip(lines) {
            let label = if alone {
                t.get("enrolment-when").to_string()
            } else {
                t.get("enrolment-meeting-number")
                    .int("number", number)
                    .to_string()
            };
            facts.push((label, line));
        }
        facts.push((
            t.get("enrolment-where").to_string(),
            when::place(t, detail, None),
        ));
        if !detail.group.trainers.is_empty() {
            facts.push((
                t.get("enrolment-trainers").to_string(),
                detail.group.trainers.clone(),
            ));
        }
        facts
    }

    fn letter(&self, subject: &str, paragraphs: Vec<String>) -> Letter {
        Letter {
            lang: self.lang,
            subject: self.say(subject),
            paragraphs,
            contact: self.detail.organisation.contact(),
            ..Letter::default()
        }
    }

    /// The place is theirs: dates, place, until when one can resign, and the calendar entry.
    pub fn confirmed(&self, calendar: Attachment) -> Letter {
        let t = self.t();
        let resigning = match dates::last_day_to_resign(self.detail) {
            Some(day) => t
                .get("enrolment-resign-until")
                .text("day", t.day_of(day))
                .to_string(),
            None => t.get("enrolment-resign-any-time").to_string(),
        };
        let mut facts = self.facts();
        if !self.detail.group.online_link.is_empty() {
            facts.push((
                t.get("enrolment-online-link").to_string(),
                self.detail.group.online_link.clone(),
            ));
        }
        Letter {
            facts,
            action: self.action("open", "/my/trainings"),
            after: vec![self.say("calendar"), resigning],
            attachments: vec![calendar],
            ..self.letter(
                "confirmed-subject",
                vec![self.say("confirmed-what"), self.say("confirmed-changes")],
            )
        }
    }

    /// The training begins soon: when, where, until when one can still give the place back.
    pub fn reminder(&self, now: Timestamp) -> Letter {
        let t = self.t();
        let what = t
            .get("enrolment-letter-reminder-what")
            .text("title", &self.detail.course.title)
            .text("when", when::first(t, self.detail));
        let mut facts = self.facts();
        if !self.detail.group.online_link.is_empty() {
            facts.push((
                t.get("enrolment-online-link").to_string(),
                self.detail.group.online_link.clone(),
            ));
        }
        let is_in_time = dates::resign_before(self.detail).is_some_and(|end| now < end);
        let day = dates::last_day_to_resign(self.detail).filter(|_| is_in_time);
        let resigning = day.map(|day| {
            let until = t.get("enrolment-resign-until");
            until.text("day", t.day_of(day)).to_string()
        });
        Letter {
            facts,
            action: self.action("open", "/my/trainings"),
            after: resigning.into_iter().collect(),
            ..self.letter("reminder-subject", vec![what.to_string()])
        }
    }

    /// They gave the place back.
    pub fn resigned(&self, calendar: Vec<Attachment>) -> Letter {
        Letter {
            action: self.action(
                "see-courses",
                &format!("/courses/{}", self.detail.course.id),
            ),
            after: self.about_removing(&calendar),
            attachments: calendar,
            ..self.letter(
                "resigned-subject",
                vec![self.say("resigned-what"), self.say("resigned-next")],
            )
        }
    }

    /// Something changes that people go by, from old to new, with the updated calendar entries.
    pub fn changed(
        &self,
        before: &GroupDetail,
        changes: &[Change],
        calendar: Vec<Attachment>,
    ) -> Letter {
        let t = self.t();
        let fact = |change: &Change| {
            let told = told(t, before, change);
            let value = t
                .get("enrolment-letter-changed-value")
                .text("old", told.old)
                .text("new", told.new);
            (told.label, value.to_string())
        };
        Letter {
            facts: changes.iter().map(fact).collect(),
            action: self.action("open", "/my/trainings"),
            after: vec![self.say("changed-calendar"), self.say("changed-next")],
            attachments: calendar,
            ..self.letter("changed-subject", vec![self.say("changed-what")])
        }
    }

    /// The group will not take place.
    pub fn group_cancelled(&self, reason: &str, calendar: Vec<Attachment>) -> Letter {
        let mut paragraphs = vec![self.say("group-cancelled-what")];
        paragraphs.extend(self.because(reason));
        paragraphs.push(self.say("group-cancelled-next"));
        Letter {
            facts: self.facts(),
            action: self.action(
                "see-courses",
                &format!("/courses/{}", self.detail.course.id),
            ),
            after: self.about_removing(&calendar),
            attachments: calendar,
            ..self.letter("group-cancelled-subject", paragraphs)
        }
    }

    /// Attended enough: the survey is open; `also` is what else the certificate needs.
    pub fn completed(&self, id: EnrolmentId, also: Vec<String>) -> Letter {
        let next = if also.is_empty() {
            "completed-next"
        } else {
            "completed-survey"
        };
        let mut paragraphs = vec![self.say("completed-what"), self.say(next)];
        paragraphs.extend(also);
        Letter {
            action: self.action("completed-open", &format!("/my/trainings/{id}/survey")),
            ..self.letter("completed-subject", paragraphs)
        }
    }

    /// Attended too little.
    pub fn not_completed(&self) -> Letter {
        let what = self
            .t()
            .get("enrolment-letter-not_completed-what")
            .text("title", &self.detail.course.title)
            .int("percent", self.detail.group.attendance_percent)
            .to_string();
        Letter {
            action: self.action("open", "/my/trainings?archive=1"),
            ..self.letter(
                "not_completed-subject",
                vec![what, self.say("not_completed-next")],
            )
        }
    }

    /// Staff corrected the result, for a reason.
    pub fn corrected(&self, id: EnrolmentId, to: Corrected, reason: &str) -> Letter {
        let why = self
            .t()
            .get("enrolment-letter-corrected-reason")
            .text("reason", reason)
            .to_string();
        let what = match to {
            Corrected::NotCompleted => "corrected-not_completed",
            Corrected::Completed { .. } => "corrected-completed",
        };
        let mut paragraphs = vec![self.say(what), why];
        let action = match to {
            Corrected::NotCompleted => {
                paragraphs.push(self.say("corrected-wrong"));
                self.action("open", "/my/trainings?archive=1")
            }
            Corrected::Completed { survey_done: true } => self.action("open", "/my/trainings"),
            Corrected::Completed { survey_done: false } => {
                paragraphs.push(self.say("corrected-survey"));
                self.action("completed-open", &format!("/my/trainings/{id}/survey"))
            }
        };
        Letter {
            action,
            ..self.letter("corrected-subject", paragraphs)
        }
    }
}

/// What a result was corrected to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Corrected {
    /// It counts, and the survey may be done already.
    Completed {
        /// Whether it is.
        survey_done: bool,
    },
    /// It does not.
    NotCompleted,
}
