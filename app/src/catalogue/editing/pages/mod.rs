//! The staff's pages of courses: the list, the form.

mod copy;
mod course;
mod list;
mod many;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

pub use course::{group_state_word, own_organisations};

use super::SaveError;
use super::permissions::{EDITORS, EditCourse, may_edit_course};
use crate::accounts::permissions::merges_accounts;
use crate::accounts::{Actor, RoleKind};
use crate::app::Shared;
use crate::catalogue::{self, Course, CourseId};
use crate::families::staff::permissions::serves_families;
use crate::forms::FieldError;
use crate::permit::Permit;
use crate::web::AppError;

/// Routes of the staff's pages of courses.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/staff/courses", get(list::list).post(many::send))
        .route(
            "/staff/courses/new",
            get(course::show_new).post(course::make),
        )
        .route(
            "/staff/courses/{course}",
            get(course::show_course).post(course::save),
        )
        .route(
            "/staff/courses/{course}/copy",
            get(copy::ask).post(copy::copy),
        )
        .route("/staff/courses/{course}/state", post(course::move_course))
}

/// Roles that speak for an institution that is asked to pay.
const PAYING: &[RoleKind] = &[
    RoleKind::OrganisationAdministrator,
    RoleKind::Operator,
    RoleKind::Accountant,
];

/// Which of the staff's pages are open to somebody at all, for the ways between them.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each page is open or not by itself"
)]
#[derive(Clone, Copy, Debug)]
pub struct Ways {
    /// Courses and venues.
    pub edits: bool,
    /// Children.
    pub serves_families: bool,
    /// Duplicate accounts.
    pub merges: bool,
    /// Payments.
    pub keeps_books: bool,
    /// Whether they look after the installation.
    pub installs: bool,
    /// What institutions of theirs are asked to pay.
    pub pays: bool,
    /// Reports.
    pub reports: bool,
    /// The texts of letters.
    pub letters: bool,
    /// Which institutions are behind.
    pub oversees: bool,
    /// Messages of people.
    pub answers: bool,
    /// The tree of organisations and its staff.
    pub keeps_branches: bool,
}

impl Ways {
    /// Those of an account.
    pub fn of(actor: &Actor) -> Self {
        let has = |kinds: &[RoleKind]| {
            actor.is_installation_administrator()
                || actor.roles.iter().any(|role| kinds.contains(&role.kind))
        };
        Self {
            edits: has(EDITORS),
            installs: actor
                .roles
                .iter()
                .any(|role| role.kind == RoleKind::InstallationAdministrator),
            serves_families: serves_families(actor),
            merges: merges_accounts(actor),
            keeps_books: has(&[RoleKind::OrganisationAdministrator, RoleKind::Accountant]),
            pays: actor
                .roles
                .iter()
                .any(|role| PAYING.contains(&role.kind) && role.branch.is_some()),
            reports: has(&[RoleKind::OrganisationAdministrator]),
            letters: has(&[RoleKind::OrganisationAdministrator]),
            oversees: has(&[RoleKind::OrganisationAdministrator, RoleKind::SupportCentre]),
            answers: has(&[
                RoleKind::OrganisationAdministrator,
                RoleKind::Operator,
                RoleKind::SupportCentre,
            ]),
            keeps_branches: has(&[RoleKind::OrganisationAdministrator]),
        }
    }
}

/// An id from an address; what is none leads nowhere.
///
/// # Errors
/// [`AppError::NotFound`].
pub fn id_of<T: std::str::FromStr>(typed: &str) -> Result<T, AppError> {
    typed.parse().map_err(|_| AppError::NotFound)
}

/// A course that the actor may edit.
///
/// # Errors
/// [`AppError::NotFound`] for others, as if there were none.
pub async fn open_course(
    app: &Shared,
    actor: &Arc<Actor>,
    id: &str,
) -> Result<(Course, Permit<EditCourse>), AppError> {
    let id: CourseId = id_of(id)?;
    let found = app
        .db
        .read(move |tx| Box::pin(async move { catalogue::load_course(tx, id).await }));
    let course = found.await?.ok_or(AppError::NotFound)?;
    let permit =
        may_edit_course(actor, &app.organisations.current(), &course).ok_or(AppError::NotFound)?;
    Ok((course, permit))
}

/// A refusal as the error of a form; other failures stay failures.
///
/// # Errors
/// The failure of the database.
pub fn refusal(error: SaveError) -> Result<FieldError, AppError> {
    Ok(match error {
        SaveError::ChangedMeanwhile => FieldError::new("", "changed_meanwhile"),
        SaveError::CodeTaken => FieldError::new("code", "code_taken"),
        SaveError::BelowTaken(taken) => {
            FieldError::new("capacity", "capacity_below_taken").with("count", taken)
        }
        SaveError::MeetingHasMarks => FieldError::new("meetings", "meeting_has_marks"),
        SaveError::HasGroups(count) => {
            FieldError::new("", "course_has_groups").with("count", count)
        }
        SaveError::Over => FieldError::new("", "group_over"),
        SaveError::NoMeetings => FieldError::new("meetings", "no_meetings"),
        SaveError::AllocationFixed => FieldError::new("allocation", "allocation_fixed"),
        SaveError::DrawEarlier => FieldError::new("closes", "draw_earlier"),
        SaveError::Database(error) => return Err(error.into()),
    })
}
