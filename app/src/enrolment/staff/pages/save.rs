//! Making a group and changing one. A change that people go by is shown with how many will get a letter about it before
//! it is saved (A11).

use axum::extract::{Path, State};
use axum::response::Response;

use super::super::open_group;
use super::form::{
    Choices, GroupForm, chosen_trainers, confirm, edit_form, new_form, with_meanwhile,
};
use super::group::holders;
use super::odd;
use crate::app::Shared;
use crate::catalogue::editing::actions::make_group;
use crate::catalogue::editing::pages::{id_of, open_course, refusal};
use crate::catalogue::editing::{
    GroupDraft, SaveError, add_row, changes, empty_group_form, group_form, read_group, remove_row,
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

/// GET /staff/courses/{course}/groups/new
pub(super) async fn show_new(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (course, _) = open_course(&app, context.staff()?, &id).await?;
    let choices = Choices::of(&app, &context, course.organisation_id, &[]).await?;
    let zone = zone_of(&app, &course)?;
    show(&new_form(
        &context,
        &course,
        &choices,
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
    let choices = Choices::of(&app, &context, course.organisation_id, &[]).await?;
    if rearranged(&mut form) {
        return show(&new_form(&context, &course, &choices, form));
    }
    let zone = zone_of(&app, &course)?;
    let offered: (&[_], &[_]) = (&choices.may_train(), &choices.rooms);
    let draft = read_group(&mut form, &zone, None, offered);
    if form.is_fine() {
        if form.value("confirmed").is_empty() {
            let odd = odd::of_draft(&app, &context, &zone, None, &draft, &choices).await?;
            if !odd.is_empty() {
                let action = format!("/staff/courses/{}/groups/new", course.id);
                return show(&confirm(&context, None, action, form, (0, &[], odd)));
            }
        }
        match make_group(&app, &permit, course.organisation_id, &draft, context.now()).await {
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
    show_refused(&new_form(&context, &course, &choices, form))
}

/// GET /staff/groups/{group}/edit
pub(super) async fn show_edit(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let opened = open_group(&app, context.staff()?, &id).await?;
    opened.editable()?;
    if opened.is_closed() {
        return Ok(super::closed(&app, &opened));
    }
    let detail = &opened.detail;
    let home = detail.organisation.id;
    let choices = Choices::of(&app, &context, home, &detail.meetings).await?;
    let chosen = chosen_trainers(&app, detail.group.id).await?;
    show(&edit_form(
        &context,
        detail,
        &choices,
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
    let home = detail.organisation.id;
    let choices = Choices::of(&app, &context, home, &detail.meetings).await?;
    if rearranged(&mut form) {
        return show(&edit_form(&context, detail, &choices, form));
    }
    let draft = read_group(
        &mut form,
        &detail.organisation.zone,
        Some(detail),
        (&choices.may_train(), &choices.rooms),
    );
    let version: i64 = id_of(form.value("version")).unwrap_or(0);
    if let Some(error) = refused_early(detail, &draft, version)
        && (form.is_fine() || error == SaveError::ChangedMeanwhile)
    {
        form.refuse(refusal(error)?);
    }
    if form.is_fine() {
        if form.value("confirmed").is_empty()
            && let Some(question) =
                question(&app, &context, detail, (&draft, &choices), &form).await?
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
    refused(&app, &context, &id, &actor, &choices, form).await
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
    (draft, choices): (&GroupDraft, &Choices),
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
    let chosen = chosen_trainers(app, detail.group.id).await?;
    let (zone, before) = (&detail.organisation.zone, Some((detail, chosen)));
    let odd = odd::of_draft(app, context, zone, before, draft, choices).await?;
    if told == 0 && odd.is_empty() {
        return Ok(None);
    }
    let action = format!("/staff/groups/{}/edit", detail.group.id);
    show(&confirm(
        context,
        Some(detail),
        action,
        form.clone(),
        (told, &changes, odd),
    ))
    .map(Some)
}

/// The form again, with what is wrong; when somebody else has saved meanwhile, with the values of now beside it.
async fn refused(
    app: &Shared,
    context: &Context,
    id: &str,
    actor: &std::sync::Arc<crate::accounts::Actor>,
    choices: &Choices,
    form: Form,
) -> Result<Response, AppError> {
    let current = open_group(app, actor, id).await?.detail;
    let is_changed = form
        .errors()
        .iter()
        .any(|error: &FieldError| error.code == "changed_meanwhile");
    let mut shown: GroupForm = edit_form(context, &current, choices, form);
    if is_changed {
        let chosen = chosen_trainers(app, current.group.id).await?;
        shown = with_meanwhile(shown, context, &current, &chosen);
    }
    show_refused(&shown)
}
