//! Letters about waiting, offers, decisions, transfers and late resignations.

use jiff::Timestamp;

use super::{About, kinds};
use crate::catalogue::GroupDetail;
use crate::catalogue::rules::last_day_to_resign;
use crate::enrolment::actions::Stage;
use crate::enrolment::reasons::Reason;
use crate::enrolment::{EnrolmentId, rules, when};
use crate::letters::Kind;
use crate::outbox::{Attachment, Letter};

impl About<'_> {
    /// They stand in line for a place.
    pub fn waiting(&self, position: i64) -> Letter {
        let values = self
            .leading_home()
            .number("position", position)
            .facts(self.facts());
        self.letter(&kinds::WAITING, values)
    }

    /// A place became free and is held for them until this instant.
    pub fn offered(&self, until: Timestamp) -> Letter {
        let until = self.t().date_time(until, &self.detail.organisation.zone);
        let values = self.leading_home().text("until", until).facts(self.facts());
        self.letter(&kinds::OFFERED, values)
    }

    /// The offer was not answered in time.
    pub fn lapsed(&self) -> Letter {
        self.about_the_end(&kinds::LAPSED, "", Vec::new())
    }

    /// The training has begun, and no place became free.
    pub fn list_closed(&self) -> Letter {
        self.about_the_end(&kinds::LIST_CLOSED, "", Vec::new())
    }

    /// They left the line.
    pub fn left_line(&self) -> Letter {
        self.about_the_end(&kinds::LEFT_LINE, "", Vec::new())
    }

    /// They declined an offered place.
    pub fn declined(&self) -> Letter {
        self.about_the_end(&kinds::DECLINED, "", Vec::new())
    }

    /// The application came in, and a place is held until staff decides.
    /// For a child it says by when the answer comes, and what it waits for.
    pub fn applied(&self, waits_for_documents: bool) -> Letter {
        let values = self.leading_home().facts(self.facts());
        if self.child.is_empty() {
            return self.letter(&kinds::APPLIED, values);
        }
        let t = self.t();
        let answer = rules::answered_by(self.detail, self.now);
        let documents = waits_for_documents.then(|| self.say("applied-child-documents"));
        let resigning = last_day_to_resign(self.detail).map(|day| {
            let until = t.get("enrolment-resign-until");
            until.text("day", t.day_of(day)).to_string()
        });
        let values = values
            .text("programme", &self.detail.course.title)
            .text("child", self.child)
            .text("answer", t.day_of(answer))
            .block("documents", documents)
            .block("resigning", resigning);
        self.letter(&kinds::APPLIED_CHILD, values)
    }

    /// They were taken in by an order of the institution.
    pub fn enrolled(&self, order: &str) -> Letter {
        let values = self.leading_home().text("order", order);
        self.letter(&kinds::ENROLLED, values.facts(self.facts_with_link()))
    }

    /// Staff refused the application.
    pub fn refused(&self, reason: &Reason) -> Letter {
        self.about_the_end(&kinds::REFUSED, &reason.say(self.t()), Vec::new())
    }

    /// Staff cancelled the enrolment.
    pub fn cancelled(&self, reason: &Reason, calendar: Vec<Attachment>) -> Letter {
        let why = self.because(&reason.say(self.t()));
        // With the reason, which no wording of an organisation's own can leave out.
        let guide = format!("{}/help/cancelled", self.app.config.base_url);
        let guide = self
            .t()
            .get("enrolment-letter-cancelled-guide")
            .text("address", guide)
            .to_string();
        let reason = why.into_iter().chain([guide]);
        self.ending(&kinds::CANCELLED, reason, calendar)
    }

    /// Staff withdrew them at their own request.
    pub fn withdrawn(&self, answer: &str, calendar: Vec<Attachment>) -> Letter {
        self.about_the_end(&kinds::WITHDRAWN, answer, calendar)
    }

    /// What ended, why, and what one can do now.
    fn about_the_end(&self, kind: &Kind, reason: &str, calendar: Vec<Attachment>) -> Letter {
        self.ending(kind, self.because(reason), calendar)
    }

    fn ending(
        &self,
        kind: &Kind,
        reason: impl IntoIterator<Item = String>,
        calendar: Vec<Attachment>,
    ) -> Letter {
        let values = self
            .leading_to_course()
            .block("reason", reason)
            .block("calendar", self.about_removing(&calendar));
        Letter {
            attachments: calendar,
            ..self.letter(kind, values)
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
        facts.extend(self.facts_with_link());
        let values = self
            .leading_home()
            .facts(facts)
            .block("reason", self.because(reason));
        Letter {
            attachments: calendar,
            ..self.letter(&kinds::TRANSFERRED, values)
        }
    }

    /// Their request after the deadline has come in.
    pub fn late_asked(&self, reason: &str) -> Letter {
        self.about_a_request(&kinds::LATE_ASKED, reason)
    }

    /// Staff said no to it.
    pub fn late_declined(&self, answer: &str) -> Letter {
        self.about_a_request(&kinds::LATE_DECLINED, answer)
    }

    fn about_a_request(&self, kind: &Kind, reason: &str) -> Letter {
        let values = self.leading_home();
        self.letter(kind, values.block("reason", self.because(reason)))
    }

    /// To those who answer: a request waits.
    pub fn late_to_answer(&self, id: EnrolmentId) -> Letter {
        let values = self.leading_to(&format!("/staff/enrolments/{id}/late"));
        self.letter(&kinds::LATE_TO_ANSWER, values.facts(self.facts()))
    }

    /// To those who decide, or to those above them: so many applications have waited too long.
    pub fn undecided(&self, stage: Stage, count: usize) -> Letter {
        let what = self
            .t()
            .get("enrolment-letter-undecided-what")
            .text("title", &self.detail.course.title)
            .text("organisation", &self.detail.organisation.name)
            .int("count", count)
            .int("days", i64::from(stage.working_days()))
            .to_string();
        let kind = match stage {
            Stage::Reminder => &kinds::UNDECIDED,
            Stage::Escalation => &kinds::UNDECIDED_ABOVE,
        };
        let path = format!("/staff/groups/{}/participants", self.detail.group.id);
        let values = self.leading_to(&path).facts(self.facts());
        self.letter(kind, values.block("undecided", [what]))
    }

    /// Staff looked at their whole address, for a reason.
    pub fn address_shown(&self, reason: &Reason) -> Letter {
        self.about_a_request(&kinds::ADDRESS_SHOWN, &reason.say(self.t()))
    }
}
