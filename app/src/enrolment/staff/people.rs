//! A group's list: who is on it, and who was at which meeting.

use std::collections::HashMap;

use database::DbError;

use super::staff_store::{LIST_PARTICIPANTS, Participant};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::catalogue::{GroupDetail, MeetingId};
use crate::enrolment::line_store::{InLine, LIST_LATE_OF_GROUP, LIST_LINE};
use crate::enrolment::{EnrolmentId, EnrolmentState, Late, Mark, rules, store};
use crate::i18n::{Lang, name_key};
use crate::web::Context;

/// Everybody on a list, with the marks.
#[derive(Clone, Debug)]
pub(super) struct List {
    /// In the order of names; those who left come last.
    pub people: Vec<Participant>,
    marks: HashMap<(EnrolmentId, MeetingId), bool>,
    /// Who waits for a place, first come first.
    line: Vec<EnrolmentId>,
    /// Requests to be withdrawn after the deadline, oldest first.
    pub late: Vec<Late>,
}

/// Reads a group's list in the reader's order, and leaves a trace of the look-up: staff sees people's data.
pub(super) async fn look_up(
    app: &Shared,
    by: AccountId,
    detail: &GroupDetail,
    action: &'static str,
    context: &Context,
) -> Result<List, DbError> {
    let (id, organisation) = (detail.group.id, detail.organisation.id);
    let (now, lang) = (context.now(), context.lang());
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let mut people: Vec<Participant> = tx.all(LIST_PARTICIPANTS, &[&id]).await?;
            in_the_order_of_names(lang, &mut people);
            let marks: Vec<Mark> = tx.all(store::LIST_MARKS_OF_GROUP, &[&id]).await?;
            let line: Vec<InLine> = tx.all(LIST_LINE, &[&id]).await?;
            let late = tx.all(LIST_LATE_OF_GROUP, &[&id]).await?;
            let entry = audit::Entry {
                organisation_id: Some(organisation),
                ..audit::Entry::new(now, by, action, "group", id.get())
            };
            entry.write_with_rows(tx, people.len()).await?;
            let marks = marks
                .into_iter()
                .map(|mark| ((mark.enrolment_id, mark.meeting_id), mark.present))
                .collect();
            Ok::<_, DbError>(List {
                people,
                marks,
                line: line.iter().map(|one| one.id).collect(),
                late,
            })
        })
    });
    work.await
}

impl List {
    /// Somebody on the list.
    pub(super) fn find(&self, id: EnrolmentId) -> Option<&Participant> {
        self.people.iter().find(|one| one.id == id)
    }

    /// Those who wait for a decision, oldest application first.
    pub(super) fn applied(&self) -> Vec<&Participant> {
        let applied = |one: &&Participant| one.state == EnrolmentState::Applied;
        let mut found: Vec<&Participant> = self.people.iter().filter(applied).collect();
        found.sort_by_key(|one| (one.applied_at, one.id.get()));
        found
    }

    /// Those who wait for a place, first come first.
    pub(super) fn waiting(&self) -> impl Iterator<Item = &Participant> {
        self.line.iter().filter_map(|id| self.find(*id))
    }

    /// Those whose attendance counts.
    pub(super) fn attending(&self) -> impl Iterator<Item = &Participant> {
        self.people.iter().filter(|one| takes_part(one.state))
    }

    /// Whether somebody was at a meeting; none when it is not marked.
    pub(super) fn mark(&self, person: EnrolmentId, meeting: MeetingId) -> Option<bool> {
        self.marks.get(&(person, meeting)).copied()
    }

    /// Whether anybody is marked at a meeting.
    pub(super) fn is_marked(&self, meeting: MeetingId) -> bool {
        self.marks.keys().any(|(_, other)| *other == meeting)
    }

    /// At how many meetings somebody was, and how many are marked.
    pub(super) fn attended(&self, detail: &GroupDetail, person: EnrolmentId) -> (usize, usize) {
        let marks = detail
            .meetings
            .iter()
            .filter_map(|meeting| self.mark(person, meeting.id));
        marks.fold((0, 0), |(present, all), mark| {
            (present + usize::from(mark), all + 1)
        })
    }

    /// How many lack a mark at some meeting.
    pub(super) fn unmarked(&self, detail: &GroupDetail) -> usize {
        let open = self.people.iter().filter(|one| {
            matches!(
                one.state,
                EnrolmentState::Confirmed | EnrolmentState::Attending
            )
        });
        open.filter(|one| self.attended(detail, one.id).1 < detail.meetings.len())
            .count()
    }

    /// How many would complete the group and how many would not, if it ended with these marks.
    pub(super) fn outcome(&self, detail: &GroupDetail) -> (usize, usize) {
        let minutes = |meeting: &crate::catalogue::Meeting| {
            meeting.ends_at.duration_since(meeting.starts_at).as_mins()
        };
        let all: i64 = detail.meetings.iter().map(minutes).sum();
        let mut outcome = (0, 0);
        for one in self.people.iter().filter(|one| {
            matches!(
                one.state,
                EnrolmentState::Confirmed | EnrolmentState::Attending
            )
        }) {
            let present = detail
                .meetings
                .iter()
                .filter(|meeting| self.mark(one.id, meeting.id) == Some(true));
            let attended: i64 = present.map(minutes).sum();
            if rules::attended_enough(attended, all, detail.group.attendance_percent) {
                outcome.0 += 1;
            } else {
                outcome.1 += 1;
            }
        }
        outcome
    }
}

/// By the reader's alphabet, in either engine; those who left come last.
fn in_the_order_of_names(lang: Lang, people: &mut [Participant]) {
    people.sort_by_cached_key(|one| {
        let name = [&one.surname, &one.given_name].map(|name| name_key(lang, name));
        (one.state.is_closed(), name, one.id.get())
    });
}

fn takes_part(state: EnrolmentState) -> bool {
    matches!(
        state,
        EnrolmentState::Confirmed
            | EnrolmentState::Attending
            | EnrolmentState::Completed
            | EnrolmentState::NotCompleted
    )
}
