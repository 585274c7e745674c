//! What people are told about their enrolments, each in their own language.

use jiff::Timestamp;

use crate::app::App;
use crate::catalogue::GroupDetail;
use crate::catalogue::editing::Change;
use crate::catalogue::rules as dates;
use crate::i18n::{Lang, Translator};
use crate::letters::{Kind, Texts, Values};
use crate::outbox::{Attachment, Letter};

use super::staff::told;
use super::store::home_of;
use super::{EnrolmentId, when};

mod draw;
pub mod kinds;
mod line;

/// What all letters about a group need.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    /// The group.
    pub detail: &'a GroupDetail,
    /// Texts and addresses of the installation.
    pub app: &'a App,
    /// Language of the recipient.
    pub lang: Lang,
    /// Given name of the child that it is about; empty where the recipient takes part.
    pub child: &'a str,
    /// Who reads it; empty for staff.
    pub name: &'a str,
    /// When it is written.
    pub now: Timestamp,
}

impl About<'_> {
    fn t(&self) -> Translator {
        Translator::new(self.lang)
    }

    /// A sentence about the training, from `enrolment-letter-<code>`.
    fn say(&self, code: &str) -> String {
        let key = format!("enrolment-letter-{code}");
        self.t().get(&key).to_string()
    }

    /// Nothing yet but where the button leads.
    fn leading_to(&self, path: &str) -> Values {
        Values::new().button(format!("{}{path}", self.app.config.base_url))
    }

    /// To where the recipient finds it.
    fn leading_home(&self) -> Values {
        self.leading_to(home_of(self.child))
    }

    /// What it is about: the training, and the child where there is one.
    fn title(&self) -> String {
        let title = &self.detail.course.title;
        if self.child.is_empty() {
            return title.clone();
        }
        let both = self.t().get("enrolment-letter-for-child");
        both.text("title", title)
            .text("child", self.child)
            .to_string()
    }

    /// To where the training is offered.
    fn leading_to_course(&self) -> Values {
        self.leading_to(&format!("/courses/{}", self.detail.course.id))
    }

    /// The reason as a sentence, when there is one.
    fn because(&self, reason: &str) -> Option<String> {
        let sentence = self.t().get("enrolment-letter-group-cancelled-reason");
        (!reason.is_empty()).then(|| sentence.text("reason", reason).to_string())
    }

    /// What to do with the file that comes along.
    fn about_removing(&self, calendar: &[Attachment]) -> Option<String> {
        (!calendar.is_empty()).then(|| self.say("calendar-cancel"))
    }

    fn meetings(&self) -> i64 {
        i64::try_from(self.detail.meetings.len()).unwrap_or(i64::MAX)
    }

    /// Days from today to the first meeting; none once it has begun.
    fn days_left(&self) -> i64 {
        let today = self.detail.local_date(self.now);
        let first = self.detail.starts_at().map(|at| self.detail.local_date(at));
        let left = first.and_then(|first| today.until(first).ok());
        left.map_or(0, |left| i64::from(left.get_days()).max(0))
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

    /// The facts, with the link of an online room, which only participants are given.
    fn facts_with_link(&self) -> Vec<(String, String)> {
        let mut facts = self.facts();
        let link = &self.detail.group.online_link;
        if !link.is_empty() {
            let label = self.t().get("enrolment-online-link").to_string();
            facts.push((label, link.clone()));
        }
        facts
    }

    fn letter(&self, kind: &Kind, values: Values) -> Letter {
        let organisation = &self.detail.organisation;
        let values = values
            .text("title", self.title())
            .text("organisation", &organisation.name)
            .text("name", self.name)
            .number("hours", self.detail.course.teaching_hours)
            .number("meetings", self.meetings())
            .number("days", self.days_left());
        let texts = Texts::of(self.app);
        Letter {
            contact: organisation.contact(),
            ..texts.letter(kind, self.lang, Some(organisation.id), &values)
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
        let values = self.leading_home();
        let values = values.facts(self.facts_with_link());
        Letter {
            attachments: vec![calendar],
            ..self.letter(&kinds::CONFIRMED, values.block("resigning", [resigning]))
        }
    }

    /// The training begins soon: when, where, until when one can still give the place back.
    pub fn reminder(&self, now: Timestamp) -> Letter {
        let t = self.t();
        let is_in_time = dates::resign_before(self.detail).is_some_and(|end| now < end);
        let day = dates::last_day_to_resign(self.detail).filter(|_| is_in_time);
        let resigning = day.map(|day| {
            let until = t.get("enrolment-resign-until");
            until.text("day", t.day_of(day)).to_string()
        });
        let values = self
            .leading_home()
            .text("when", when::first(t, self.detail))
            .facts(self.facts_with_link())
            .block("resigning", resigning);
        self.letter(&kinds::REMINDER, values)
    }

    /// They gave the place back.
    pub fn resigned(&self, calendar: Vec<Attachment>) -> Letter {
        let removing = self.about_removing(&calendar);
        let values = self.leading_to_course().block("calendar", removing);
        Letter {
            attachments: calendar,
            ..self.letter(&kinds::RESIGNED, values)
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
        let values = self.leading_home();
        let values = values.facts(changes.iter().map(fact).collect());
        Letter {
            attachments: calendar,
            ..self.letter(&kinds::CHANGED, values)
        }
    }

    /// The group will not take place.
    pub fn group_cancelled(&self, reason: &str, calendar: Vec<Attachment>) -> Letter {
        let values = self
            .leading_to_course()
            .facts(self.facts())
            .block("reason", self.because(reason))
            .block("calendar", self.about_removing(&calendar));
        Letter {
            attachments: calendar,
            ..self.letter(&kinds::GROUP_CANCELLED, values)
        }
    }

    /// Attended enough: the survey is open; `also` is what else the certificate needs.
    pub fn completed(&self, id: EnrolmentId, also: Vec<String>) -> Letter {
        let next = if also.is_empty() {
            "completed-next"
        } else {
            "completed-survey"
        };
        let next = [self.say(next)].into_iter().chain(also);
        let values = self.leading_to(&format!("/my/trainings/{id}/survey"));
        self.letter(&kinds::COMPLETED, values.block("next", next))
    }

    /// Attended too little.
    pub fn not_completed(&self) -> Letter {
        let values = self
            .leading_to(&format!("{}?archive=1", home_of(self.child)))
            .text("percent", self.detail.group.attendance_percent);
        self.letter(&kinds::NOT_COMPLETED, values)
    }

    /// Staff corrected the result, for a reason.
    pub fn corrected(&self, id: EnrolmentId, to: Corrected, reason: &str) -> Letter {
        let why = self
            .t()
            .get("enrolment-letter-corrected-reason")
            .text("reason", reason)
            .to_string();
        let (kind, values) = match to {
            Corrected::NotCompleted => (
                &kinds::CORRECTED_NOT_COMPLETED,
                self.leading_to(&format!("{}?archive=1", home_of(self.child))),
            ),
            Corrected::Completed { survey_done: true } => (
                &kinds::CORRECTED_COMPLETED,
                self.leading_home().button_saying(self.say("open")),
            ),
            Corrected::Completed { survey_done: false } => (
                &kinds::CORRECTED_COMPLETED,
                self.leading_to(&format!("/my/trainings/{id}/survey"))
                    .block("survey", [self.say("corrected-survey")]),
            ),
        };
        self.letter(kind, values.block("reason", [why]))
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
