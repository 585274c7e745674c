//! The form of a course, and its groups.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::super::course_form::LANGUAGES;
use super::super::editing_store::{self as store, GroupRow};
use super::super::permissions::{EDITORS, may_make_course};
use super::super::{actions, course_form, read_course};
use super::list::state_word;
use super::{id_of, open_course, refusal};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::catalogue::{Course, CourseState, GroupState};
use crate::forms::{FieldError, Form};
use crate::i18n::{Lang, Translator};
use crate::organisations::{self, Kind, Tree};
use crate::staff_tables::{Bar, Cell, Column, Listing, Pager, Row, Table, bulk};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

struct Known {
    id: String,
    address: String,
    state: CourseState,
    kind: &'static str,
    state_word: String,
    organisation: String,
    version: i64,
    /// Its groups.
    list: Listing,
}

#[derive(Template)]
#[template(path = "staff/course.html")]
struct CoursePage {
    page: Page,
    form: Form,
    action: String,
    languages: Vec<(&'static str, String)>,
    /// To choose from when the course is new.
    organisations: Vec<(String, String)>,
    /// The course that is there.
    known: Option<Known>,
    /// What somebody else has saved meanwhile, where it differs from what was typed.
    meanwhile: Vec<(String, String)>,
}

/// Organisations whose offer the actor may write, training centres first.
pub fn own_organisations(actor: &Actor, tree: &Tree) -> Vec<(OrganisationId, String)> {
    let mut own: Vec<_> = tree
        .all()
        .filter(|one| organisations::may(actor, tree, EDITORS, one.id))
        .collect();
    own.sort_by(|left, right| {
        let rank = |kind| u8::from(kind != Kind::TrainingCentre);
        (rank(left.kind), &left.name, left.id).cmp(&(rank(right.kind), &right.name, right.id))
    });
    own.into_iter()
        .map(|one| (one.id, one.name.clone()))
        .collect()
}

fn languages(t: Translator) -> Vec<(&'static str, String)> {
    LANGUAGES
        .into_iter()
        .map(|code| (code, t.get(&format!("staff-language-{code}")).to_string()))
        .collect()
}

/// Meaning and word of a group's state.
pub fn group_state_word(t: Translator, state: GroupState) -> (&'static str, String) {
    let kind = match state {
        GroupState::Draft => "attention",
        GroupState::Published | GroupState::Finished => "done",
        GroupState::Running => "information",
        GroupState::Cancelled => "problem",
    };
    (
        kind,
        t.get(&format!("staff-group-state-{}", state.code()))
            .to_string(),
    )
}

fn new_page(
    app: &Shared,
    context: &Context,
    actor: &Actor,
    form: Form,
) -> Result<CoursePage, AppError> {
    let own = own_organisations(actor, &app.organisations.current());
    if own.is_empty() {
        return Err(AppError::NotFound);
    }
    Ok(CoursePage {
        page: context
            .page(context.t().get("staff-course-new-title"))
            .dense(),
        form,
        action: "/staff/courses/new".into(),
        languages: languages(context.t()),
        organisations: own
            .into_iter()
            .map(|(id, name)| (id.to_string(), name))
            .collect(),
        known: None,
        meanwhile: Vec::new(),
    })
}

/// GET /staff/courses/new
pub(super) async fn show_new(
    State(app): State<Shared>,
    context: Context,
) -> Result<Response, AppError> {
    let actor = context.staff()?.clone();
    let form = Form::new().with("language", Lang::default().code());
    show(&new_page(&app, &context, &actor, form)?)
}

/// POST /staff/courses/new
pub(super) async fn make(
    State(app): State<Shared>,
    context: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let tree = app.organisations.current();
    let own = own_organisations(&actor, &tree);
    let draft = read_course(&mut form);
    let chosen = match own.as_slice() {
        [] => return Err(AppError::NotFound),
        [(only, _)] => Some(*only),
        _ => form.value("organisation").parse().ok(),
    };
    let permit = chosen.and_then(|id| may_make_course(&actor, &tree, id));
    if permit.is_none() {
        form.refuse(FieldError::new("organisation", "choose"));
    }
    if let Some(permit) = permit.filter(|_| form.is_fine()) {
        match actions::make_course(&app.db, &permit, &draft, context.now()).await {
            Ok(id) => {
                return Ok(go_saying(
                    &app,
                    &format!("/staff/courses/{id}"),
                    "staff-course-made",
                ));
            }
            Err(error) => form.refuse(refusal(error)?),
        }
    }
    show_refused(&new_page(&app, &context, &actor, form)?)
}

async fn known_page(
    app: &Shared,
    context: &Context,
    course: &Course,
    form: Form,
) -> Result<CoursePage, AppError> {
    let (t, id, tree) = (context.t(), course.id, app.organisations.current());
    let rows = app.db.read(move |tx| {
        Box::pin(async move { tx.all::<GroupRow>(store::LIST_GROUPS, &[&id]).await })
    });
    let rows = rows.await.map_err(|error: DbError| error)?;
    let organisation = tree
        .find(course.organisation_id)
        .ok_or(AppError::NotFound)?;
    let row = |row: &GroupRow| {
        let starts = row
            .starts_at
            .map(|at| t.date_time(at, &organisation.time_zone));
        let taken = t.get("staff-taken-of").int("taken", row.taken);
        let cells = vec![
            Cell::new(&row.code).to(format!("/staff/groups/{}", row.id)),
            Cell::badge(group_state_word(t, row.state)),
            Cell::new(starts.unwrap_or_else(|| t.get("staff-no-meetings").to_string())),
            Cell::new(taken.int("capacity", row.capacity)),
        ];
        Row::new(row.id, cells)
    };
    let heads = ["staff-group", "staff-state", "staff-starts", "staff-taken"];
    let columns = heads.map(|head| Column::new(t.get(head))).into();
    let pager = Pager::of(context, rows.len(), bulk::MOST);
    let shown = pager.pick(&rows).iter().map(row);
    let table = Table::new(
        format!("groups-{id}"),
        t.get("staff-groups"),
        columns,
        shown,
    );
    let deeds = &["publish-groups", "cancel-groups"];
    let bar = Bar::new("bulk", format!("/staff/courses/{id}/groups"), t, deeds);
    let (kind, word) = state_word(t, course.state);
    Ok(CoursePage {
        page: context.page(&course.title).dense(),
        form,
        action: format!("/staff/courses/{id}"),
        languages: languages(t),
        organisations: Vec::new(),
        known: Some(Known {
            id: id.to_string(),
            address: format!("/courses/{id}"),
            state: course.state,
            kind,
            state_word: word,
            organisation: organisation.name.clone(),
            version: course.version,
            list: Listing::new(context, table, pager).bar(bar),
        }),
        meanwhile: Vec::new(),
    })
}

/// GET /staff/courses/{course}
pub(super) async fn show_course(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (course, _) = open_course(&app, context.staff()?, &id).await?;
    let page = known_page(&app, &context, &course, course_form(&course)).await?;
    if let Some(known) = &page.known
        && let Some(file) = known.list.file(&context)?
    {
        return Ok(file);
    }
    show(&page)
}

/// POST /staff/courses/{course}
pub(super) async fn save(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let (course, permit) = open_course(&app, &actor, &id).await?;
    let draft = read_course(&mut form);
    let version: i64 = id_of(form.value("version")).unwrap_or(0);
    if form.is_fine() {
        match actions::save_course(&app.db, &permit, version, &draft, context.now()).await {
            Ok(()) => {
                app.catalogue.refresh_soon(&app.db, context.now()).await;
                return Ok(go_saying(
                    &app,
                    &format!("/staff/courses/{}", course.id),
                    "staff-saved",
                ));
            }
            Err(error) => form.refuse(refusal(error)?),
        }
    }
    let is_changed = form
        .errors()
        .iter()
        .any(|error| error.code == "changed_meanwhile");
    let (current, _) = open_course(&app, &actor, &id).await?;
    let mut shown = known_page(&app, &context, &current, form).await?;
    if is_changed {
        let saved = course_form(&current);
        for (name, value) in saved.pairs().filter(|(name, _)| *name != "version") {
            if shown.form.value(name).trim() != value.trim() {
                let label = context
                    .t()
                    .get(&format!("staff-{}", name.replace('_', "-")))
                    .to_string();
                shown.meanwhile.push((label, value.to_owned()));
            }
        }
        shown.form = shown.form.with("version", current.version);
    }
    show_refused(&shown)
}

/// POST /staff/courses/{course}/state
pub(super) async fn move_course(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, form }: PostedBy,
) -> Result<Response, AppError> {
    let (course, permit) = open_course(&app, &actor, &id).await?;
    let to = CourseState::from_code(form.value("state")).ok_or(AppError::Unreadable)?;
    let version: i64 = id_of(form.value("version")).unwrap_or(0);
    match actions::move_course(&app.db, &permit, version, to, context.now()).await {
        Ok(()) => {
            app.catalogue.refresh_soon(&app.db, context.now()).await;
            let said = match to {
                CourseState::Published => "staff-course-published",
                CourseState::Archived => "staff-course-archived",
                CourseState::Draft => "staff-course-drafted",
            };
            Ok(go_saying(
                &app,
                &format!("/staff/courses/{}", course.id),
                said,
            ))
        }
        Err(error) => {
            let mut form = course_form(&course);
            form.refuse(refusal(error)?);
            show_refused(&known_page(&app, &context, &course, form).await?)
        }
    }
}
