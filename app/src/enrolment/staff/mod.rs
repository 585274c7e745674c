//! The staff's side of a group: what waits, the list of participants, attendance, the end, changes that people are told
//! of. Administrators and operators of the branch see every group of it, trainers their own.

pub(crate) mod agenda;
mod change_words;
mod deeds;
pub mod pages;
mod people;
pub mod staff_store;

use std::sync::Arc;

use database::DbError;
use jiff::Timestamp;

use crate::accounts::{Actor, RoleKind};
use crate::app::Shared;
use crate::audit;
use crate::catalogue::editing::editing_store::IS_GROUP_TRAINER;
use crate::catalogue::editing::pages::id_of;
use crate::catalogue::editing::permissions::{EditGroup, may_edit_group};
use crate::catalogue::{self, GroupDetail, GroupId, GroupState};
use crate::enrolment::permissions::{
    Decide, KeepList, SetDeadlines, may_decide, may_keep_list, may_set_deadlines,
};
use crate::enrolment::{self, Enrolment, EnrolmentId};
use crate::organisations;
use crate::permit::Permit;
use crate::web::AppError;

pub(in crate::enrolment) use change_words::told;
pub use deeds::{Deed, deeds};
pub use staff_store::Participant;

/// A group that the actor may work with.
#[derive(Debug)]
pub struct Opened {
    /// The group.
    pub detail: GroupDetail,
    /// To keep its lists.
    pub keep: Permit<KeepList>,
    /// To change it; trainers may not.
    pub edit: Option<Permit<EditGroup>>,
    /// To set the deadlines of its organisation; administrators only.
    pub deadlines: Option<Permit<SetDeadlines>>,
    /// To decide who is in it; trainers may not.
    pub decide: Option<Permit<Decide>>,
}

impl Opened {
    /// The permit to change the group.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for trainers.
    pub fn editable(&self) -> Result<&Permit<EditGroup>, AppError> {
        self.edit.as_ref().ok_or(AppError::NotFound)
    }

    /// Whether nothing can be changed any more: the group is finished or called off. A page that asks, or a form that is
    /// sent twice, then leads back to the group.
    pub fn is_closed(&self) -> bool {
        matches!(
            self.detail.group.state,
            GroupState::Finished | GroupState::Cancelled
        )
    }

    /// Whether it is a group of children, who have no workplace, and documents to be seen first.
    pub fn is_for_children(&self) -> bool {
        self.detail.course.ages().is_some()
    }

    /// The permit to decide who is in the group.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for trainers.
    pub fn deciding(&self) -> Result<&Permit<Decide>, AppError> {
        self.decide.as_ref().ok_or(AppError::NotFound)
    }
}

/// The group of an address.
///
/// # Errors
/// [`AppError::NotFound`] when there is none, or it is of another branch: both look the same.
pub async fn open_group(app: &Shared, actor: &Arc<Actor>, id: &str) -> Result<Opened, AppError> {
    let (id, account): (GroupId, _) = (id_of(id)?, actor.account_id);
    let found = app.db.read(move |tx| {
        Box::pin(async move {
            let detail = catalogue::load_group(tx, id).await?;
            let count: i64 = tx.one(IS_GROUP_TRAINER, &[&id, &account]).await?;
            Ok::<_, DbError>((detail, count > 0))
        })
    });
    let (detail, is_listed) = found.await?;
    let detail = detail.ok_or(AppError::NotFound)?;
    let tree = app.organisations.current();
    let home = detail.organisation.id;
    if tree.find(home).is_none() {
        return Err(AppError::NotFound);
    }
    let is_trainer = is_listed && organisations::may(actor, &tree, &[RoleKind::Trainer], home);
    let keep = may_keep_list(actor, &tree, home, id, is_trainer);
    Ok(Opened {
        keep: keep.ok_or(AppError::NotFound)?,
        edit: may_edit_group(actor, &tree, &detail),
        deadlines: may_set_deadlines(actor, &tree, home),
        decide: may_decide(actor, &tree, home, id),
        detail,
    })
}

/// One enrolment of a group that the actor may work with, and the person; the look at it leaves a trace.
///
/// # Errors
/// [`AppError::NotFound`] when there is none, or its group is of another branch.
pub async fn open_enrolment(
    app: &Shared,
    actor: &Arc<Actor>,
    id: &str,
    now: Timestamp,
) -> Result<(Opened, Enrolment, Participant), AppError> {
    let id: EnrolmentId = id_of(id)?;
    let found = app
        .db
        .read(move |tx| Box::pin(async move { enrolment::find(tx, id).await }));
    let found: Option<Enrolment> = found.await.map_err(|error: DbError| error)?;
    let one = found.ok_or(AppError::NotFound)?;
    let opened = open_group(app, actor, &one.group_id.to_string()).await?;
    let (by, person) = (actor.account_id, one.person_id.get());
    let organisation = opened.detail.organisation.id;
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let entry = audit::Entry {
                organisation_id: Some(organisation),
                ..audit::Entry::new(now, by, "enrolment.look_up", "person", person)
            };
            entry.write(tx).await?;
            tx.one(staff_store::FIND_PARTICIPANT, &[&id]).await
        })
    });
    let participant: Participant = work.await.map_err(|error: DbError| error)?;
    Ok((opened, one, participant))
}
