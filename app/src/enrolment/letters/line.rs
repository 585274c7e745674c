//! Letters about waiting, offers, decisions, transfers and late resignations.

use jiff::Timestamp;

use super::About;
use crate::catalogue::GroupDetail;
use crate::enrolment::actions::Stage;
use crate::enrolment::reasons::Reason;
use crate::enrolment::{EnrolmentId, when};
use crate::outbox::{Attachment, Letter};

impl About<'_> {
    /// They stand in line for a place.
    pub fn waiting(&self, position: i64) -> Letter {
        let what = self
            .t()
            .get("enrolment-letter-waiting-what")
            .text("title", &self.detail.course.title)
            .int("position", position)
            .to_string();
        Letter {
            facts: self.facts(),
            action: self.action("open", "/my/trainings"),
            ..self.letter("waiting-subject", vec![what, self.say("waiting-next")])
        }
    }

    /// A place became free and is held for them until this instant.
    pub fn offered(&self, until: Timestamp) -> Letter {
        let t = self.t();
        let until = t.date_time(until, &self.detail.organisation.zone);
        let what = t
            .get("enrolment-letter-offered-what")
            .text("title", &self.detail.course.title)
            .text("until", until)
            .to_string();
        Letter {
            facts: self.facts(),
            action: self.action("offered-open", "/my/trainings"),
            ..self.letter("offered-subject", vec![what, self.say("offered-next")])
        }
    }

    /// The offer was not answered in time.
    pub fn lapsed(&self) -> Letter {
        self.about_the_end("lapsed", None, Vec::new())
    }

    /// The training has begun, and no place became free.
    pub fn list_closed(&self) -> Letter {
        self.about_the_end("list-closed", None, Vec::new())
    }

    /// They left the line.
    pub fn left_line(&self) -> Letter {
        self.about_the_end("left-line", None, Vec::new())
    }

    /// They declined an offered place.
    pub fn declined(&self) -> Letter {
        self.about_the_end("declined", None, Vec::new())
    }

    /// The application came in, and a place is held until staff decides.
    pub fn applied(&self) -> Letter {
        Letter {
            facts: self.facts(),
            action: self.action("open", "/my/trainings"),
            ..self.letter(
                "applied-subject",
                vec![self.say("applied-what"), self.say("applied-next")],
            )
        }
    }

    /// Staff refused the application.
    pub fn refused(&self, reason: &Reason) -> Letter {
        self.about_the_end("refused", Some(&reason.say(self.t())), Vec::new())
    }

    /// Staff cancelled the enrolment.
    pub fn cancelled(&self, reason: &Reason, calendar: Vec<Attachment>) -> Letter {
        self.about_the_end("cancelled", Some(&reason.say(self.t())), calendar)
    }

    /// Staff withdrew them at their own request.
    pub fn withdrawn(&self, answer: &str, calendar: Vec<Attachment>) -> Letter {
        self.about_the_end("withdrawn", Some(answer), calendar)
    }

    /// What ended, why, and what one can do now.
    fn about_the_end(&self, code: &str, reason: Option<&str>, calendar: Vec<Attachment>) -> Letter {
        let mut paragraphs = vec![self.say(&format!("{code}-what"))];
        paragraphs.extend(self.because(reason.unwrap_or_default()));
        paragraphs.push(self.say(&format!("{code}-next")));
        Letter {
            action: self.action(
                "see-courses",
                &format!("/courses/{}", self.detail.course.id),
            ),
            after: self.about_removing(&calendar),
            attachments: calendar,
            ..self.letter(&format!("{code}-subject"), paragraphs)
        }
    }

    /// Staff moved them here from another group: what was and what is.
    pub fn transferred(
        &self,
        before: &GroupDetail,
        reason: &str,
        calendar: Vec<Attachment>,
    ) -> Letter {
        let t = self.t();
        let mut facts = vec![(
            t.get("enrolment-letter-transferred-before").to_string(),
            when::meetings(t, before).join("; "),
        )];
        facts.extend(self.facts());
        if !self.detail.group.online_link.is_empty() {
            facts.push((
                t.get("enrolment-online-link").to_string(),
                self.detail.group.online_link.clone(),
            ));
        }
        let mut paragraphs = vec![self.say("transferred-what")];
        paragraphs.extend(self.because(reason));
        Letter {
            facts,
            action: self.action("open", "/my/trainings"),
            after: vec![self.say("changed-calendar"), self.say("transferred-next")],
            attachments: calendar,
            ..self.letter("transferred-subject", paragraphs)
        }
    }

    /// Their request after the deadline has come in.
    pub fn late_asked(&self, reason: &str) -> Letter {
        let mut paragraphs = vec![self.say("late-asked-what")];
        paragraphs.extend(self.because(reason));
        paragraphs.push(self.say("late-asked-next"));
        Letter {
            action: self.action("open", "/my/trainings"),
            ..self.letter("late-asked-subject", paragraphs)
        }
    }

    /// Staff said no to it.
    pub fn late_declined(&self, answer: &str) -> Letter {
        let mut paragraphs = vec![self.say("late-declined-what")];
        paragraphs.extend(self.because(answer));
        paragraphs.push(self.say("late-declined-next"));
        Letter {
            action: self.action("open", "/my/trainings"),
            ..self.letter("late-declined-subject", paragraphs)
        }
    }

    /// To those who answer: a request waits.
    pub fn late_to_answer(&self, id: EnrolmentId) -> Letter {
        Letter {
            facts: self.facts(),
            action: self.action(
                "late-to-answer-open",
                &format!("/staff/enrolments/{id}/late"),
            ),
            ..self.letter(
                "late-to-answer-subject",
                vec![self.say("late-to-answer-what")],
            )
        }
    }

    /// To those who decide, or to those above them: so many applications have waited too long.
    pub fn undecided(&self, stage: Stage, count: usize) -> Letter {
        let t = self.t();
        let what = t
            .get("enrolment-letter-undecided-what")
            .text("title", &self.detail.course.title)
            .text("organisation", &self.detail.organisation.name)
            .int("count", count)
            .int("days", i64::from(stage.working_days()));
        let next = match stage {
            Stage::Reminder => "undecided-next",
            Stage::Escalation => "undecided-above",
        };
        Letter {
            facts: self.facts(),
            action: self.action(
                "undecided-open",
                &format!("/staff/groups/{}/participants", self.detail.group.id),
            ),
            ..self.letter("undecided-subject", vec![what.to_string(), self.say(next)])
        }
    }

    /// Staff looked at their whole address, for a reason.
    pub fn address_shown(&self, reason: &Reason) -> Letter {
        let mut paragraphs = vec![self.say("address-what")];
        paragraphs.extend(self.because(&reason.say(self.t())));
        paragraphs.push(self.say("address-next"));
        Letter {
            action: self.action("open", "/my/trainings"),
            ..self.letter("address-subject", paragraphs)
        }
    }
}
