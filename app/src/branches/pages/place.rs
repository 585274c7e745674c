//! Moving a branch: first who gains and who loses sight of it, then the move.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;
use jiff::Timestamp;

use super::edit::chosen;
use super::{choices, keeper, open, place_of, steps};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::branches::actions::{self, MoveError, numbers};
use crate::branches::branch_store::COUNT_ROLES_AT;
use crate::branches::permissions::{
    AddOrganisation, PlaceOrganisation, administers, keeps_branches, may_add, may_place,
};
use crate::branches::rules::may_lie_under;
use crate::branches::types::{Numbers, Sheet};
use crate::forms::{FieldError, Form};
use crate::organisations::Tree;
use crate::permit::Permit;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// An organisation whose staff sees more or less from now on.
struct Sight {
    name: String,
    roles: i64,
}

/// What the move would do.
struct Trial {
    under: String,
    to: String,
    numbers: Numbers,
    losing: Vec<Sight>,
    gaining: Vec<Sight>,
}

#[derive(Template)]
#[template(path = "branches/move.html")]
struct MovePage {
    page: Page,
    steps: Vec<(String, String)>,
    form: Form,
    here: String,
    name: String,
    places: Vec<(String, String)>,
    trial: Option<Trial>,
}

fn view(
    ctx: &Context,
    actor: &Actor,
    (sheet, tree): (&Sheet, &Tree),
    (form, trial): (Form, Option<Trial>),
) -> MovePage {
    let t = ctx.t();
    let fits = tree
        .all()
        .filter(|one| may_lie_under(sheet.kind(), Some(one.kind)))
        .filter(|one| Some(one.id) != sheet.parent_id && !tree.is_within(one.id, sheet.id))
        .filter(|one| administers(actor, tree, Some(one.id)));
    let mut places = choices(fits);
    if actor.is_installation_administrator() && sheet.parent_id.is_some() {
        places.insert(0, ("top".into(), t.get("branches-top").to_string()));
    }
    let here = place_of(sheet.id);
    let title = t.get("branches-move-title").text("name", &sheet.name);
    MovePage {
        page: ctx.page(title).dense(),
        steps: steps(t, Some((here.clone(), sheet.name.clone()))),
        name: sheet.name.clone(),
        form,
        here,
        places,
        trial,
    }
}

/// The organisation, where the actor decides where it lies.
async fn find(
    app: &Shared,
    actor: &Actor,
    id: &str,
) -> Result<(Sheet, std::sync::Arc<Tree>, Permit<PlaceOrganisation>), AppError> {
    let (sheet, tree) = open(app, actor, id).await?;
    let permit = may_place(actor, &tree, (sheet.id, sheet.parent_id))
        .filter(|_| sheet.closed_at.is_none())
        .ok_or(AppError::NotFound)?;
    Ok((sheet, tree, permit))
}

/// `GET /staff/organisations/{organisation}/move`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = keeper(&ctx)?;
    let (sheet, tree, _) = find(&app, actor, &id).await?;
    let form = Form::new().with("version", sheet.version);
    show(&view(&ctx, actor, (&sheet, &tree), (form, None)))
}

/// The organisations from this one to the top.
fn way_up(tree: &Tree, from: Option<OrganisationId>) -> Vec<OrganisationId> {
    let mut way = Vec::new();
    let mut at = from;
    while let Some(id) = at.filter(|id| !way.contains(id)) {
        way.push(id);
        at = tree.find(id).and_then(|one| one.parent);
    }
    way
}

async fn sights(
    app: &Shared,
    tree: &Tree,
    ids: Vec<OrganisationId>,
    now: Timestamp,
) -> Result<Vec<Sight>, AppError> {
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let mut counted = Vec::new();
            for id in ids {
                let roles: i64 = tx.one(COUNT_ROLES_AT, &[&id, &now]).await?;
                counted.push((id, roles));
            }
            Ok::<_, DbError>(counted)
        })
    });
    let counted: Vec<(OrganisationId, i64)> = read.await?;
    let sight = |(id, roles): (OrganisationId, i64)| {
        let name = tree.find(id)?.name.clone();
        Some(Sight { name, roles })
    };
    Ok(counted.into_iter().filter_map(sight).collect())
}

async fn trial(
    app: &Shared,
    ctx: &Context,
    (sheet, tree): (&Sheet, &Tree),
    to: Option<OrganisationId>,
) -> Result<Trial, AppError> {
    let id = sheet.id;
    let read = app
        .db
        .read(move |tx| Box::pin(async move { numbers(tx, id).await }));
    let numbers = read.await?;
    let (before, after) = (way_up(tree, sheet.parent_id), way_up(tree, to));
    let only = |all: &[OrganisationId], others: &[OrganisationId]| {
        let only = all.iter().filter(|id| !others.contains(id));
        only.copied().collect::<Vec<_>>()
    };
    let name = to.and_then(|to| tree.find(to)).map(|one| one.name.clone());
    Ok(Trial {
        under: to.map_or_else(|| "top".into(), |to| to.to_string()),
        to: name.unwrap_or_else(|| ctx.t().get("branches-top").to_string()),
        losing: sights(app, tree, only(&before, &after), ctx.now()).await?,
        gaining: sights(app, tree, only(&after, &before), ctx.now()).await?,
        numbers,
    })
}

fn refusal(error: MoveError) -> Result<FieldError, AppError> {
    Ok(match error {
        MoveError::Same => FieldError::new("under", "branch_same"),
        MoveError::Circle => FieldError::new("under", "branch_circle"),
        MoveError::Misplaced => FieldError::new("under", "branch_misplaced"),
        MoveError::ChangedMeanwhile => FieldError::new("", "changed_meanwhile"),
        MoveError::Database(error) => return Err(error.into()),
    })
}

async fn carry_out(
    app: &Shared,
    permits: (Permit<PlaceOrganisation>, Permit<AddOrganisation>),
    (last, is_tried): (i64, bool),
    now: Timestamp,
) -> Result<(), MoveError> {
    let write = app.db.write(move |tx| {
        Box::pin(
            async move { actions::place(tx, (&permits.0, &permits.1), last, is_tried, now).await },
        )
    });
    write.await
}

/// `POST /staff/organisations/{organisation}/move`: without `confirmed` it only says what would happen.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    if !keeps_branches(&actor) {
        return Err(AppError::NotFound);
    }
    let (sheet, tree, permit) = find(&app, &actor, &id).await?;
    let to = chosen(&form).ok();
    let there = to.and_then(|to| may_add(&actor, &tree, to));
    let Some(there) = there.filter(|_| form.is_fine()) else {
        if form.is_fine() {
            form.refuse(FieldError::new("under", "choose"));
        }
        return show_refused(&view(&ctx, &actor, (&sheet, &tree), (form, None)));
    };
    let to = there.on();
    let last: i64 = form.value("version").parse().unwrap_or(-1);
    let is_tried = form.value("confirmed") != "1";
    match carry_out(&app, (permit, there), (last, is_tried), ctx.now()).await {
        Ok(()) if is_tried => {
            let trial = trial(&app, &ctx, (&sheet, &tree), to).await?;
            let found = (form, Some(trial));
            show(&view(&ctx, &actor, (&sheet, &tree), found))
        }
        Ok(()) => {
            app.organisations.refresh(&app.db).await?;
            Ok(go_saying(&app, &place_of(sheet.id), "branch-moved"))
        }
        Err(error) => {
            form.refuse(refusal(error)?);
            show_refused(&view(&ctx, &actor, (&sheet, &tree), (form, None)))
        }
    }
}
