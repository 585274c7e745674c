//! Letters about draws of places.

use super::{About, kinds};
use crate::catalogue::GroupDetail;
use crate::enrolment::actions::Came;
use crate::outbox::{Attachment, Letter};

impl About<'_> {
    /// They take part in the draw, by this code.
    pub fn in_draw(&self, code: &str) -> Letter {
        let closes_at = self.detail.group.closes_at;
        let until = self
            .t()
            .date_time(closes_at, &self.detail.organisation.zone);
        let values = self.leading_home().text("until", until).text("code", code);
        self.letter(&kinds::IN_DRAW, values.facts(self.facts()))
    }

    /// They have withdrawn their application before the draw.
    pub fn left_draw(&self) -> Letter {
        self.letter(&kinds::LEFT_DRAW, self.leading_to_course())
    }

    /// Others were drawn, and they stand in line.
    pub fn not_drawn(&self, position: i64) -> Letter {
        let values = self.leading_home().number("position", position);
        self.letter(&kinds::NOT_DRAWN, values.facts(self.facts()))
    }

    /// What each of their wishes came to, the dearest first; with the dates of what they got.
    pub fn matched(
        &self,
        wishes: &[(&GroupDetail, &Came)],
        has_place: bool,
        calendar: Option<Attachment>,
    ) -> Letter {
        let t = self.t();
        let fact = |(number, (detail, came)): (usize, &(&GroupDetail, &Came))| {
            let label = format!("{number}. {}", detail.course.title);
            let came = match came {
                Came::Place(state) if state.takes_part() => t.get("draws-came-place"),
                Came::Place(_) => t.get("draws-came-applied"),
                Came::Line(position) => t.get("draws-came-line").int("position", *position),
                Came::Ended => t.get("draws-came-ended"),
            };
            (label, came.to_string())
        };
        let mut facts: Vec<(String, String)> = (1..).zip(wishes).map(fact).collect();
        if has_place {
            facts.extend(self.facts_with_link());
        }
        let about_file = calendar.as_ref().map(|_| self.say("calendar"));
        let values = self.leading_home().facts(facts);
        Letter {
            attachments: calendar.into_iter().collect(),
            ..self.letter(&kinds::MATCHED, values.block("calendar", about_file))
        }
    }
}
