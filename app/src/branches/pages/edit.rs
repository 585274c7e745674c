//! The form of an organisation: a new one, or one that is there.

use std::num::ParseIntError;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::fields::{empty, filled, read, zones};
use super::{choices, keeper, kind_name, open, place_of, steps};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::branches::actions::{self, EditError};
use crate::branches::permissions::{administers, keeps_branches, may_add, may_edit, may_place};
use crate::branches::types::Sheet;
use crate::forms::{FieldError, Form};
use crate::organisations::Kind;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "branches/edit.html")]
struct EditPage {
    page: Page,
    steps: Vec<(String, String)>,
    form: Form,
    action: String,
    back: String,
    is_new: bool,
    asks_kind: bool,
    /// Code and name.
    kinds: Vec<(&'static str, String)>,
    /// Where a new one can lie.
    places: Vec<(String, String)>,
    zones: Vec<(String, String)>,
}

fn kinds(ctx: &Context) -> Vec<(&'static str, String)> {
    let name = |kind: Kind| (kind.code(), kind_name(ctx.t(), kind));
    Kind::ALL.map(name).into()
}

fn new_page(app: &Shared, ctx: &Context, actor: &Actor, form: Form) -> EditPage {
    let (t, tree) = (ctx.t(), app.organisations.current());
    let mut places = choices(
        tree.all()
            .filter(|one| one.kind != Kind::SupportCentre)
            .filter(|one| administers(actor, &tree, Some(one.id))),
    );
    if actor.is_installation_administrator() {
        places.insert(0, ("top".into(), t.get("branches-top").to_string()));
    }
    EditPage {
        page: ctx.page(t.get("branches-new-title")).dense(),
        steps: steps(t, None),
        action: "/staff/organisations/new".into(),
        back: super::HERE.into(),
        is_new: true,
        asks_kind: true,
        kinds: kinds(ctx),
        places,
        zones: zones(form.value("time_zone")),
        form,
    }
}

/// `GET /staff/organisations/new?under=`
pub(super) async fn new(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = keeper(&ctx)?;
    let form = empty().with("under", ctx.asked("under").unwrap_or_default());
    show(&new_page(&app, &ctx, actor, form))
}

/// The place that was chosen; none is the top.
pub(super) fn chosen(form: &Form) -> Result<Option<OrganisationId>, ParseIntError> {
    match form.value("under") {
        "top" => Ok(None),
        id => id.parse().map(Some),
    }
}

/// A refusal as the error of the form.
fn refusal(error: EditError) -> Result<FieldError, AppError> {
    Ok(match error {
        EditError::ChangedMeanwhile => FieldError::new("", "changed_meanwhile"),
        EditError::Known => FieldError::new("name", "branch_known"),
        EditError::Misplaced => FieldError::new("kind", "branch_misplaced"),
        EditError::Database(error) => return Err(error.into()),
    })
}

/// `POST /staff/organisations/new`
pub(super) async fn send_new(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    if !keeps_branches(&actor) {
        return Err(AppError::NotFound);
    }
    let tree = app.organisations.current();
    let parent = chosen(&form);
    let permit = parent
        .ok()
        .and_then(|parent| may_add(&actor, &tree, parent));
    if permit.is_none() {
        form.refuse(FieldError::new("under", "choose"));
    }
    let typed = read(&mut form, None);
    let (Some(permit), Some((new, habits))) = (permit, typed) else {
        return show_refused(&new_page(&app, &ctx, &actor, form));
    };
    let now = ctx.now();
    let work = app.db.write(move |tx| {
        Box::pin(async move { actions::add(tx, &permit, (&new, &habits), now).await })
    });
    match work.await {
        Ok(id) => {
            app.organisations.refresh(&app.db).await?;
            Ok(go_saying(&app, &place_of(id), "branch-added"))
        }
        Err(error) => {
            form.refuse(refusal(error)?);
            show_refused(&new_page(&app, &ctx, &actor, form))
        }
    }
}

fn edit_page(ctx: &Context, sheet: &Sheet, asks_kind: bool, form: Form) -> EditPage {
    let t = ctx.t();
    let here = place_of(sheet.id);
    EditPage {
        page: ctx.page(t.get("branches-edit-title")).dense(),
        steps: steps(t, Some((here.clone(), sheet.name.clone()))),
        action: format!("{here}/edit"),
        back: here,
        is_new: false,
        asks_kind,
        kinds: kinds(ctx),
        places: Vec::new(),
        zones: zones(form.value("time_zone")),
        form,
    }
}

/// `GET /staff/organisations/{organisation}/edit`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = keeper(&ctx)?;
    let (sheet, tree) = open(&app, actor, &id).await?;
    may_edit(actor, &tree, sheet.id)
        .filter(|_| sheet.closed_at.is_none())
        .ok_or(AppError::NotFound)?;
    let asks_kind = may_place(actor, &tree, (sheet.id, sheet.parent_id)).is_some();
    let form = filled(&sheet);
    show(&edit_page(&ctx, &sheet, asks_kind, form))
}

/// `POST /staff/organisations/{organisation}/edit`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    if !keeps_branches(&actor) {
        return Err(AppError::NotFound);
    }
    let (sheet, tree) = open(&app, &actor, &id).await?;
    let permit = may_edit(&actor, &tree, sheet.id).ok_or(AppError::NotFound)?;
    let placing = may_place(&actor, &tree, (sheet.id, sheet.parent_id));
    let asks_kind = placing.is_some();
    let fixed = Some(sheet.kind()).filter(|_| !asks_kind);
    let Some((new, habits)) = read(&mut form, fixed) else {
        return show_refused(&edit_page(&ctx, &sheet, asks_kind, form));
    };
    let last: i64 = form.value("version").parse().unwrap_or(-1);
    let now = ctx.now();
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let permits = (&permit, placing.as_ref());
            actions::edit(tx, permits, (&new, &habits), last, now).await
        })
    });
    match work.await {
        Ok(()) => {
            app.organisations.refresh(&app.db).await?;
            Ok(go_saying(&app, &place_of(sheet.id), "branch-saved"))
        }
        Err(error) => {
            form.refuse(refusal(error)?);
            show_refused(&edit_page(&ctx, &sheet, asks_kind, form))
        }
    }
}
