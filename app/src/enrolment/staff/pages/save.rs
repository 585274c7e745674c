//! Making a group and changing one. A change that people go by is shown with how many will get a letter about it before
//! it is saved (A11).

use axum::extract::{Path, State};
use axum::response::Response;

use super::super::open_group;
use super::form::{
    GroupForm, chosen_trainers, confirm, edit_form, new_form, trainers_of, with_meanwhile,
};
use super::group::holders;
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::catalogue::editing::actions::make_group;
use crate::catalogue::editing::editing_store::TrainerRow;
use crate::catalogue::editing::pages::{id_of, open_course, refusal};
use crate::catalogue::editing::{
    GroupDraft, SaveError, add_row, changes, empty_group_form, group_form, oddities, read_group,
    remove_row,
};
use crate::catalogue::{Course, GroupDetail, GroupState};
use crate::enrolment::actions::change_group;
use crate::forms::{FieldError, Form};
use crate::web::{AppError, Context, PostedBy, go_saying, show, show_refused};

/// Whether a button was pressed that only shows the form again.
fn rearranged(form: &mut Form) -> bool {
    let (remove, goes_back) = (
        form.value("remove_meeting").to_owned(),
        !form.value("back").is_empty(),
    );
    let adds = !form.value("add_meeting").is_empty();
    if adds {
        add_row(form);
    }
    remove_row(form, &remove);
    for button in ["add_meeting", "remove_meeting", "back"] {
        form.forget(button);
    }
    let pressed = adds || goes_back || !remove.is_empty();
    if pressed {
        form.forget("confirmed");
    }
    pressed
}

fn ids(trainers: &[TrainerRow]) -> Vec<AccountId> {
    trainers.iter().map(|one| one.id).collect()
}

/// GET /staff/courses/{course}/groups/new
pub(super) async fn show_new(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (course, _) = open_course(&app, context.staff()?, &id).await?;
    let trainers = trainers_of(&app, &context, course.organisation_id).await?;
    let zone = zone_of(&app, &course)?;
    show(&new_form(
        &context,
        &course,
        trainers,
        empty_group_form(&zone, context.now()),
    ))
}

fn zone_of(app: &Shared, course: &Course) -> Result<jiff::tz::TimeZone, AppError> {
    let tree = app.organisations.current();
    Ok(tree
        .find(course.organisation_id)
        .ok_or(AppError::NotFound)?
        .time_zone
        .clone())
}

/// POST /staff/courses/{course}/groups/new
pub(super) async fn make(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let (course, permit) = open_course(&app, &actor, &id).await?;
    let trainers = trainers_of(&app, &context, course.organisation_id).await?;
    if rearranged(&mut form) {
        return show(&new_form(&context, &course, trainers, form));
    }
    let draft = read_group(&mut form, &zone_of(&app, &course)?, None, &ids(&trainers));
    if form.is_fine() {
        let odd = oddities(None, &draft, context.now());
        if !odd.is_empty() && form.value("confirmed").is_empty() {
            let action = format!("/staff/courses/{}/groups/new", course.id);
            return show(&confirm(&context, None, action, form, (0, &[], &odd)));
        }
        match make_group(
            &app.db,
            &permit,
            course.organisation_id,
            &draft,
            context.now(),
        )
        .await
        {
            Ok(id) => {
                return Ok(go_saying(
                    &app,
                    &format!("/staff/groups/{id}"),
                    "staff-group-made",
                ));
            }
            Err(error) => form.refuse(refusal(error)?),
        }
    }
    form.forget("confirmed");
    show_refused(&new_form(&context, &course, trainers, form))
}

/// GET /staff/groups/{group}/edit
pub(super) async fn show_edit(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let opened = open_group(&app, context.staff()?, &id).await?;
    opened.editable()?;
    let detail = &opened.detail;
    let trainers = trainers_of(&app, &context, detail.organisation.id).await?;
    let chosen = chosen_trainers(&app, detail.group.id).await?;
    show(&edit_form(
        &context,
        detail,
        trainers,
        group_form(detail, &chosen),
    ))
}

/// POST /staff/groups/{group}/edit
pub(super) async fn save(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open_group(&app, &actor, &id).await?;
    let (permit, detail, now) = (opened.editable()?, &opened.detail, context.now());
    let trainers = trainers_of(&app, &context, detail.organisation.id).await?;
    if rearranged(&mut form) {
        return show(&edit_form(&context, detail, trainers, form));
    }
    let draft = read_group(
        &mut form,
        &detail.organisation.zone,
        Some(detail),
        &ids(&trainers),
    );
    let version: i64 = id_of(form.value("version")).unwrap_or(0);
    if let Some(error) = refused_early(detail, &draft, version)
        && (form.is_fine() || error == SaveError::ChangedMeanwhile)
    {
        form.refuse(refusal(error)?);
    }
    if form.is_fine() {
        if form.value("confirmed").is_empty()
            && let Some(question) = question(&app, &context, detail, &draft, &form).await?
        {
            return Ok(question);
        }
        let home = format!("/staff/groups/{}", detail.group.id);
        match change_group(&app, permit, version, &draft, now).await {
            Ok(0) => return Ok(go_saying(&app, &home, "staff-saved")),
            Ok(_) => return Ok(go_saying(&app, &home, "staff-saved-told")),
            Err(error) => form.refuse(refusal(error)?),
        }
    }
    form.forget("confirmed");
    refused(&app, &context, &id, &actor, trainers, form).await
}

/// What is known to fail before anybody is asked: the action decides once more, in its transaction.
fn refused_early(detail: &GroupDetail, draft: &GroupDraft, version: i64) -> Option<SaveError> {
    if detail.group.version != version {
        Some(SaveError::ChangedMeanwhile)
    } else if draft.fields.capacity < detail.group.taken {
        Some(SaveError::BelowTaken(detail.group.taken))
    } else {
        None
    }
}

/// The page that asks, when there is something to ask.
async fn question(
    app: &Shared,
    context: &Context,
    detail: &GroupDetail,
    draft: &GroupDraft,
    form: &Form,
) -> Result<Option<Response>, AppError> {
    let changes = changes(detail, draft);
    let is_live = matches!(
        detail.group.state,
        GroupState::Published | GroupState::Running
    );
    let told = if is_live && !changes.is_empty() {
        holders(app, detail).await?
    } else {
        0
    };
    let odd = oddities(Some(detail), draft, context.now());
    if told == 0 && odd.is_empty() {
        return Ok(None);
    }
    let action = format!("/staff/groups/{}/edit", detail.group.id);
    show(&confirm(
        context,
        Some(detail),
        action,
        form.clone(),
        (told, &changes, &odd),
    ))
    .map(Some)
}

/// The form again, with what is wrong; when somebody else has saved meanwhile, with the values of now beside it.
async fn refused(
    app: &Shared,
    context: &Context,
    id: &str,
    actor: &std::sync::Arc<crate::accounts::Actor>,
    trainers: Vec<TrainerRow>,
    form: Form,
) -> Result<Response, AppError> {
    let current = open_group(app, actor, id).await?.detail;
    let is_changed = form
        .errors()
        .iter()
        .any(|error: &FieldError| error.code == "changed_meanwhile");
    let mut shown: GroupForm = edit_form(context, &current, trainers, form);
    if is_changed {
        let chosen = chosen_trainers(app, current.group.id).await?;
        shown = with_meanwhile(shown, context, &current, &chosen);
    }
    show_refused(&shown)
}
