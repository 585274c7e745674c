//! The form of a group as a page, and the question before people are told.

use askama::Template;
use database::DbError;

use super::super::change_words::{self, Told};
use crate::accounts::{AccountId, OrganisationId};
use crate::app::Shared;
use crate::catalogue::editing::editing_store::{LIST_GROUP_TRAINERS, LIST_TRAINERS, TrainerRow};
use crate::catalogue::editing::venues::{Room, rooms_for};
use crate::catalogue::editing::{Change, MeetingRow, group_form, rows};
use crate::catalogue::{Allocation, Course, GroupDetail, GroupId, Meeting, Mode};
use crate::forms::Form;
use crate::web::{AppError, Context, Page};

/// Names of the fields whose saved values are shown when two people edit at once; labels are `staff-<name>`.
const COMPARED: [&str; 17] = [
    "code",
    "mode",
    "place",
    "online_link",
    "trainers",
    "capacity",
    "minimum",
    "waiting_places",
    "allocation",
    "opens_date",
    "opens_time",
    "closes_date",
    "closes_time",
    "price",
    "attendance_percent",
    "signatory_name",
    "signatory_role",
];

#[derive(Template)]
#[template(path = "staff/group_form.html")]
pub(super) struct GroupForm {
    pub page: Page,
    pub form: Form,
    pub action: String,
    pub back: (String, String),
    pub course: (String, String),
    pub modes: Vec<(&'static str, String)>,
    /// How places can be given.
    pub allocations: Vec<(&'static str, String)>,
    pub meetings: Vec<MeetingRow>,
    pub trainers: Vec<(String, String)>,
    /// Rooms to choose from.
    pub rooms: Vec<(String, String)>,
    pub is_new: bool,
    /// What somebody else has saved meanwhile, where it differs from what was typed.
    pub meanwhile: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "staff/group_confirm.html")]
pub(super) struct Confirm {
    pub page: Page,
    pub form: Form,
    pub action: String,
    pub told: i64,
    pub changes: Vec<Told>,
    pub oddities: Vec<String>,
}

/// The form of a new group of a course.
pub(super) fn new_form(
    context: &Context,
    course: &Course,
    choices: &Choices,
    form: Form,
) -> GroupForm {
    let t = context.t();
    let home = format!("/staff/courses/{}", course.id);
    GroupForm {
        page: context.page(t.get("staff-group-new-title")).dense(),
        action: format!("{home}/groups/new"),
        back: (home.clone(), course.title.clone()),
        course: (home, course.title.clone()),
        modes: modes(context),
        allocations: allocations(context),
        meetings: rows(&form),
        rooms: choices.rooms(),
        trainers: choices.trainers(),
        is_new: true,
        meanwhile: Vec::new(),
        form,
    }
}

/// The form of a group that is there.
pub(super) fn edit_form(
    context: &Context,
    detail: &GroupDetail,
    choices: &Choices,
    form: Form,
) -> GroupForm {
    let t = context.t();
    let home = format!("/staff/groups/{}", detail.group.id);
    let title = t
        .get("staff-group-edit-title")
        .text("code", &detail.group.code)
        .text("title", &detail.course.title);
    GroupForm {
        page: context.page(title).dense(),
        action: format!("{home}/edit"),
        back: (
            home,
            t.get("staff-group-named")
                .text("code", &detail.group.code)
                .to_string(),
        ),
        course: (
            format!("/staff/courses/{}", detail.course.id),
            detail.course.title.clone(),
        ),
        modes: modes(context),
        allocations: allocations(context),
        meetings: rows(&form),
        rooms: choices.rooms(),
        trainers: choices.trainers(),
        is_new: false,
        meanwhile: Vec::new(),
        form,
    }
}

/// The same form with what somebody else has saved meanwhile beside what was typed, so that the next save knows of it.
pub(super) fn with_meanwhile(
    mut shown: GroupForm,
    context: &Context,
    current: &GroupDetail,
    trainers: &[AccountId],
) -> GroupForm {
    let (t, saved) = (context.t(), group_form(current, trainers));
    for name in COMPARED {
        if saved.value(name) != shown.form.value(name) {
            let label = t
                .get(&format!("staff-{}", name.replace('_', "-")))
                .to_string();
            let value = match name {
                "mode" => change_words::mode(t, current.group.mode),
                "allocation" => change_words::allocation(t, current.group.allocation),
                _ => saved.value(name).to_owned(),
            };
            shown.meanwhile.push((label, value));
        }
    }
    for (number, (row, typed)) in (1_i64..).zip(
        rows(&saved).into_iter().zip(
            rows(&shown.form)
                .into_iter()
                .map(Some)
                .chain(std::iter::repeat(None)),
        ),
    ) {
        if Some(&row) != typed.as_ref() {
            let label = t
                .get("staff-meeting-number")
                .int("number", number)
                .to_string();
            let room = shown.rooms.iter().find(|(id, _)| *id == row.room);
            let place = room.map_or(&row.place, |(_, name)| name);
            let value = format!("{} {}–{} {place}", row.date, row.starts, row.ends);
            shown.meanwhile.push((label, value.trim().to_owned()));
        }
    }
    shown.form = shown.form.with("version", current.group.version);
    shown
}

/// The question before saving: what is mailed to how many, and what looks odd.
pub(super) fn confirm(
    context: &Context,
    detail: Option<&GroupDetail>,
    action: String,
    form: Form,
    (told, changes, oddities): (i64, &[Change], Vec<String>),
) -> Confirm {
    let t = context.t();
    let words = detail.map(|detail| {
        changes
            .iter()
            .map(|change| change_words::told(t, detail, change))
            .collect()
    });
    Confirm {
        page: context.page(t.get("staff-confirm-title")).dense(),
        action,
        told,
        changes: if told > 0 {
            words.unwrap_or_default()
        } else {
            Vec::new()
        },
        oddities,
        form,
    }
}

fn allocations(context: &Context) -> Vec<(&'static str, String)> {
    let word = |one: &Allocation| change_words::allocation(context.t(), *one);
    let all = Allocation::ALL.iter();
    all.map(|one| (one.code(), word(one))).collect()
}

fn modes(context: &Context) -> Vec<(&'static str, String)> {
    Mode::ALL
        .iter()
        .map(|mode| (mode.code(), change_words::mode(context.t(), *mode)))
        .collect()
}

/// What the form offers to choose from.
#[derive(Clone, Debug, Default)]
pub(super) struct Choices {
    /// Accounts that can be trainers, by name.
    pub trainers: Vec<TrainerRow>,
    /// Rooms that meetings can be in.
    pub rooms: Vec<Room>,
}

impl Choices {
    /// What can be chosen for a group of an organisation, with these meetings so far.
    pub(super) async fn of(
        app: &Shared,
        context: &Context,
        organisation: OrganisationId,
        meetings: &[Meeting],
    ) -> Result<Self, AppError> {
        let (tree, meetings) = (app.organisations.current(), meetings.to_vec());
        let rooms = app.db.read(move |tx| {
            Box::pin(async move { rooms_for(tx, &tree, organisation, &meetings).await })
        });
        Ok(Self {
            rooms: rooms.await.map_err(|error: DbError| error)?,
            trainers: trainers_of(app, context, organisation).await?,
        })
    }

    /// Ids of the trainers.
    pub(super) fn may_train(&self) -> Vec<AccountId> {
        self.trainers.iter().map(|one| one.id).collect()
    }

    fn trainers(&self) -> Vec<(String, String)> {
        let named = |one: &TrainerRow| (one.id.to_string(), one.name.clone());
        self.trainers.iter().map(named).collect()
    }

    fn rooms(&self) -> Vec<(String, String)> {
        let named = |room: &Room| (room.id.to_string(), room.choice());
        self.rooms.iter().map(named).collect()
    }
}

/// Accounts that can be trainers of groups of an organisation, by name.
async fn trainers_of(
    app: &Shared,
    context: &Context,
    organisation: OrganisationId,
) -> Result<Vec<TrainerRow>, AppError> {
    let (now, tree) = (context.now(), app.organisations.current());
    let found = app.db.read(move |tx| {
        Box::pin(async move { tx.all::<TrainerRow>(LIST_TRAINERS, &[&now]).await })
    });
    let mut found = found.await.map_err(|error: DbError| error)?;
    found.retain(|one| {
        one.organisation_id
            .is_none_or(|branch| tree.is_within(organisation, branch))
    });
    found.dedup_by_key(|one| one.id);
    Ok(found)
}

/// The trainers that a group has.
pub(super) async fn chosen_trainers(app: &Shared, id: GroupId) -> Result<Vec<AccountId>, AppError> {
    let found = app
        .db
        .read(move |tx| Box::pin(async move { tx.all(LIST_GROUP_TRAINERS, &[&id]).await }));
    Ok(found.await.map_err(|error: DbError| error)?)
}
