//! Enrolment: one person's way through one group. A place is given once; nobody joins twice; every step is one
//! transaction with its audit row and its letter.

#[macro_use]
mod listed_store;
pub mod actions;
pub mod attendance_store;
pub mod concern_store;
pub mod draw_store;
pub mod duplicates;
pub mod entries;
mod letters;
pub mod line_store;
pub mod pages;
pub mod payer;
pub mod permissions;
pub mod prepared_store;
pub mod reasons;
pub mod room_code;
pub mod rules;
pub mod staff;
pub mod store;
pub mod story_store;
mod types;
pub mod when;

use std::collections::HashMap;
use std::sync::Arc;

use database::{DbError, Tx};

use crate::accounts::AccountId;
use crate::catalogue::{Course, Group, GroupDetail, GroupId, Meeting, OrganisationSummary};
pub use concern_store::Concern;
pub use draw_store::Entry;
pub use letters::kinds::ALL as LETTERS;
pub use line_store::Late;
pub use store::{Enrolment, Listed, Mark, Overlap};
pub use story_store::{Doer, Happened};
pub use types::{EnrolmentId, EnrolmentState, Event, NoSuchTransition};

/// An enrolment by its id, whoever's it is: permissions decide who sees it.
///
/// # Errors
/// The database does not answer.
pub async fn find(tx: &mut Tx<'_>, id: EnrolmentId) -> Result<Option<Enrolment>, DbError> {
    tx.opt(store::FIND_ENROLMENT, &[&id]).await
}

/// How an enrolment concerns an account; none when it does not, and then it does not exist for it.
///
/// # Errors
/// The database does not answer.
pub async fn concern_of(
    tx: &mut Tx<'_>,
    account_id: AccountId,
    id: EnrolmentId,
) -> Result<Option<Concern>, DbError> {
    tx.opt(concern_store::FIND_CONCERN, &[&account_id, &id])
        .await
}

/// Everybody in a group whose enrolment is not closed, in order of application, with what letters need.
///
/// # Errors
/// The database does not answer.
pub async fn listed(tx: &mut Tx<'_>, group_id: GroupId) -> Result<Vec<Listed>, DbError> {
    tx.all(store::LIST_OF_GROUP, &[&group_id]).await
}

/// One person's enrolment with everything that is known about it.
#[derive(Clone, Debug)]
pub struct Story {
    /// The enrolment.
    pub enrolment: Enrolment,
    /// Its group.
    pub detail: Arc<GroupDetail>,
    /// Attendance as marked so far.
    pub marks: Vec<Mark>,
    /// What happened, oldest first.
    pub events: Vec<Happened>,
    /// Position in the line for a place, while it waits.
    pub position: Option<i64>,
    /// Its part in a draw of places.
    pub entry: Option<Entry>,
    /// The newest request to be withdrawn after the deadline.
    pub late: Option<Late>,
}

/// Everything an account has joined, newest first, in as many queries as there are tables.
///
/// # Errors
/// The database does not answer.
pub async fn stories_of(tx: &mut Tx<'_>, account_id: AccountId) -> Result<Vec<Story>, DbError> {
    let enrolments: Vec<Enrolment> = tx.all(story_store::LIST_OF_ACCOUNT, &[&account_id]).await?;
    if enrolments.is_empty() {
        return Ok(Vec::new());
    }
    let details = details_of(tx, account_id).await?;
    let mut marks: HashMap<EnrolmentId, Vec<Mark>> = HashMap::new();
    for mark in tx
        .all::<Mark>(story_store::LIST_MARKS_OF_ACCOUNT, &[&account_id])
        .await?
    {
        marks.entry(mark.enrolment_id).or_default().push(mark);
    }
    let mut events: HashMap<EnrolmentId, Vec<Happened>> = HashMap::new();
    for event in tx
        .all::<Happened>(story_store::LIST_EVENTS_OF_ACCOUNT, &[&account_id])
        .await?
    {
        events.entry(event.subject_id).or_default().push(event);
    }
    let positions: Vec<(EnrolmentId, i64)> = tx
        .all(line_store::LIST_POSITIONS_OF_ACCOUNT, &[&account_id])
        .await?;
    let positions: HashMap<EnrolmentId, i64> = positions.into_iter().collect();
    let entries: Vec<Entry> = tx
        .all(draw_store::LIST_ENTRIES_OF_ACCOUNT, &[&account_id])
        .await?;
    let mut entries: HashMap<EnrolmentId, Entry> = entries
        .into_iter()
        .map(|entry| (entry.enrolment_id, entry))
        .collect();
    let mut late: HashMap<EnrolmentId, Late> = HashMap::new();
    for one in tx
        .all::<Late>(line_store::LIST_LATE_OF_ACCOUNT, &[&account_id])
        .await?
    {
        late.insert(one.enrolment_id, one);
    }
    let stories = enrolments.into_iter().filter_map(|enrolment| {
        Some(Story {
            detail: details.get(&enrolment.group_id)?.clone(),
            marks: marks.remove(&enrolment.id).unwrap_or_default(),
            events: events.remove(&enrolment.id).unwrap_or_default(),
            position: positions.get(&enrolment.id).copied(),
            entry: entries.remove(&enrolment.id),
            late: late.remove(&enrolment.id),
            enrolment,
        })
    });
    Ok(stories.collect())
}

async fn details_of(
    tx: &mut Tx<'_>,
    account_id: AccountId,
) -> Result<HashMap<GroupId, Arc<GroupDetail>>, DbError> {
    let groups: Vec<Group> = tx
        .all(story_store::LIST_GROUPS_OF_ACCOUNT, &[&account_id])
        .await?;
    let courses: Vec<Course> = tx
        .all(story_store::LIST_COURSES_OF_ACCOUNT, &[&account_id])
        .await?;
    let organisations: Vec<OrganisationSummary> = tx
        .all(story_store::LIST_ORGANISATIONS_OF_ACCOUNT, &[&account_id])
        .await?;
    let mut meetings: HashMap<GroupId, Vec<Meeting>> = HashMap::new();
    for meeting in tx
        .all::<Meeting>(story_store::LIST_MEETINGS_OF_ACCOUNT, &[&account_id])
        .await?
    {
        meetings.entry(meeting.group_id).or_default().push(meeting);
    }
    let courses: HashMap<_, _> = courses
        .into_iter()
        .map(|course| (course.id, Arc::new(course)))
        .collect();
    let organisations: HashMap<_, _> = organisations
        .into_iter()
        .map(|one| (one.id, Arc::new(one)))
        .collect();
    let details = groups.into_iter().filter_map(|group| {
        let course = courses.get(&group.course_id)?.clone();
        let organisation = organisations.get(&course.organisation_id)?.clone();
        let detail = GroupDetail {
            meetings: meetings.remove(&group.id).unwrap_or_default(),
            group,
            course,
            organisation,
        };
        Some((detail.group.id, Arc::new(detail)))
    });
    Ok(details.collect())
}

/// What an action of the audit log is called in a timeline, as a message key.
pub fn event_key(action: &str) -> &'static str {
    match action {
        "enrolment.join" => "enrolment-event-join",
        "enrolment.apply" => "enrolment-event-apply",
        "enrolment.wait" => "enrolment-event-wait",
        "enrolment.enter_draw" => "draws-event-enter",
        "enrolment.leave_draw" => "draws-event-leave",
        "enrolment.drawn" => "draws-event-drawn",
        "enrolment.not_drawn" => "draws-event-not-drawn",
        "enrolment.outdone" => "draws-event-outdone",
        "enrolment.rank" => "draws-event-rank",
        "enrolment.offer" => "enrolment-event-offer",
        "enrolment.accept" => "enrolment-event-accept",
        "enrolment.lapse" => "enrolment-event-lapse",
        "enrolment.list_closed" => "enrolment-event-list-closed",
        "enrolment.leave_line" => "enrolment-event-leave-line",
        "enrolment.decline_offer" => "enrolment-event-decline-offer",
        "enrolment.move_up" => "enrolment-event-move-up",
        "enrolment.passed" => "enrolment-event-passed",
        "enrolment.confirm" => "enrolment-event-confirm",
        "enrolment.enrol" => "enrolment-event-enrol",
        "enrolment.refuse" => "enrolment-event-refuse",
        "enrolment.transfer" => "enrolment-event-transfer",
        "enrolment.moved_here" => "enrolment-event-moved-here",
        "enrolment.ask_late" => "enrolment-event-ask-late",
        "enrolment.decline_late" => "enrolment-event-decline-late",
        "enrolment.show_address" => "enrolment-event-show-address",
        "enrolment.withdraw" => "enrolment-event-withdraw",
        "enrolment.resign" => "enrolment-event-resign",
        "enrolment.cancel" => "enrolment-event-cancel",
        "enrolment.start" => "enrolment-event-start",
        "enrolment.complete" => "enrolment-event-complete",
        "enrolment.fail" => "enrolment-event-fail",
        "enrolment.correct" => "enrolment-event-correct",
        "enrolment.child_moved" => "enrolment-event-child-moved",
        "payment.charge" => "enrolment-event-charge",
        "payment.ask" => "enrolment-event-institution-asked",
        "payment.answer" => "enrolment-event-institution-answered",
        "payment.accepted" => "enrolment-event-institution-accepted",
        "payment.declined" => "enrolment-event-institution-declined",
        "payment.unanswered" => "enrolment-event-institution-silent",
        "payment.move" => "enrolment-event-charge-moved",
        "payment.waive_rest" => "enrolment-event-rest-waived",
        "payment.book" => "enrolment-event-booked",
        "payment.book_part" => "enrolment-event-booked-part",
        "payment.unbook" => "enrolment-event-unbooked",
        "payment.let_go" => "enrolment-event-let-go",
        "payment.waive" => "enrolment-event-waived",
        "payment.overdue" => "enrolment-event-overdue",
        "payment.refund_due" => "enrolment-event-refund-due",
        "payment.online_start" => "enrolment-event-online-start",
        "payment.online_refused" => "enrolment-event-online-refused",
        "payment.refund" => "enrolment-event-refunded",
        _ => "enrolment-event-other",
    }
}
