//! Closing an organisation: what is open there, who takes over; and opening it again.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::{choices, keeper, open, place_of, steps};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::branches::actions::{self, CloseError, numbers};
use crate::branches::branch_store::COUNT_ROLES_AT;
use crate::branches::permissions::{administers, keeps_branches, may_place};
use crate::branches::rules::may_receive;
use crate::branches::types::{Numbers, Sheet};
use crate::forms::{FieldError, Form};
use crate::organisations::Tree;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "branches/close.html")]
struct ClosePage {
    page: Page,
    steps: Vec<(String, String)>,
    form: Form,
    here: String,
    numbers: Numbers,
    roles: i64,
    receivers: Vec<(String, String)>,
    /// Who takes over, when the question is asked for the second time.
    chosen: Option<String>,
    is_asked: bool,
}

async fn view(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    (sheet, tree): (&Sheet, &Tree),
    (form, is_asked): (Form, bool),
) -> Result<ClosePage, AppError> {
    let (t, id, now) = (ctx.t(), sheet.id, ctx.now());
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let roles: i64 = tx.one(COUNT_ROLES_AT, &[&id, &now]).await?;
            Ok::<_, database::DbError>((numbers(tx, id).await?, roles))
        })
    });
    let (numbers, roles) = read.await?;
    let others = tree
        .all()
        .filter(|one| one.id != id && may_receive(one.kind, sheet.kind()))
        .filter(|one| administers(actor, tree, Some(one.id)));
    let receivers = choices(others);
    let chosen = receivers
        .iter()
        .find(|(id, _)| id == form.value("receiver"))
        .map(|(_, name)| name.clone());
    let here = place_of(id);
    let title = t.get("branches-close-title").text("name", &sheet.name);
    Ok(ClosePage {
        page: ctx.page(title).dense(),
        steps: steps(t, Some((here.clone(), sheet.name.clone()))),
        form,
        here,
        numbers,
        roles,
        receivers,
        chosen,
        is_asked,
    })
}

/// `GET /staff/organisations/{organisation}/close`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = keeper(&ctx)?;
    let (sheet, tree) = open(&app, actor, &id).await?;
    may_place(actor, &tree, (sheet.id, sheet.parent_id))
        .filter(|_| sheet.closed_at.is_none())
        .ok_or(AppError::NotFound)?;
    let found = (Form::new(), false);
    show(&view(&app, &ctx, actor, (&sheet, &tree), found).await?)
}

fn refusal(error: CloseError) -> Result<FieldError, AppError> {
    Ok(match error {
        CloseError::HasBelow(count) => FieldError::new("", "branch_has_below").with("count", count),
        CloseError::NeedsReceiver => FieldError::new("receiver", "branch_needs_receiver"),
        CloseError::NotFitting => FieldError::new("receiver", "choose"),
        CloseError::ChangedMeanwhile => FieldError::new("", "changed_meanwhile"),
        CloseError::Database(error) => return Err(error.into()),
    })
}

/// Who takes over; an error in the form where that one can not.
fn read(form: &mut Form, actor: &Actor, tree: &Tree, sheet: &Sheet) -> Option<OrganisationId> {
    let typed = form.value("receiver");
    if typed.is_empty() {
        return None;
    }
    let receiver: Option<OrganisationId> = typed.parse().ok();
    let receiver = receiver.and_then(|id| tree.find(id)).filter(|one| {
        let fits = one.id != sheet.id && may_receive(one.kind, sheet.kind());
        fits && administers(actor, tree, Some(one.id))
    });
    if receiver.is_none() {
        form.refuse(FieldError::new("receiver", "choose"));
    }
    receiver.map(|one| one.id)
}

/// `POST /staff/organisations/{organisation}/close`: without `confirmed` it only says what would happen.
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
    let permit = may_place(&actor, &tree, (sheet.id, sheet.parent_id)).ok_or(AppError::NotFound)?;
    let receiver = read(&mut form, &actor, &tree, &sheet);
    let mut page = view(&app, &ctx, &actor, (&sheet, &tree), (form, true)).await?;
    if page.form.is_fine() && receiver.is_none() && page.numbers.needs_receiver() {
        page.form
            .refuse(FieldError::new("receiver", "branch_needs_receiver"));
    }
    if page.form.is_fine() && page.numbers.organisations > 1 {
        let error = FieldError::new("", "branch_has_below");
        let below = page.numbers.organisations - 1;
        page.form.refuse(error.with("count", below));
    }
    if !page.form.is_fine() {
        page.is_asked = false;
        return show_refused(&page);
    }
    if page.form.value("confirmed") != "1" {
        return show(&page);
    }
    let (own, now) = (app.clone(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move { actions::close(tx, &own, &permit, receiver, now).await })
    });
    match write.await {
        Ok(accounts) => {
            for account in accounts {
                app.sessions.forget(account);
            }
            app.organisations.refresh(&app.db).await?;
            app.letters.refresh(&app.db).await?;
            app.catalogue.refresh(&app.db, now).await?;
            app.outbox.wake();
            Ok(go_saying(&app, &place_of(sheet.id), "branch-closed"))
        }
        Err(error) => {
            page.form.refuse(refusal(error)?);
            page.is_asked = false;
            show_refused(&page)
        }
    }
}

/// `POST /staff/organisations/{organisation}/reopen`
pub(super) async fn reopen(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, form: _ }: PostedBy,
) -> Result<Response, AppError> {
    if !keeps_branches(&actor) {
        return Err(AppError::NotFound);
    }
    let (sheet, tree) = open(&app, &actor, &id).await?;
    let permit = may_place(&actor, &tree, (sheet.id, sheet.parent_id)).ok_or(AppError::NotFound)?;
    let now = ctx.now();
    let write = app
        .db
        .write(move |tx| Box::pin(async move { actions::reopen(tx, &permit, now).await }));
    match write.await {
        Ok(()) => {
            app.organisations.refresh(&app.db).await?;
            Ok(go_saying(&app, &place_of(sheet.id), "branch-reopened"))
        }
        Err(CloseError::Database(error)) => Err(error.into()),
        // It is open already, or what lies above it is closed: the page says which.
        Err(_) => Ok(crate::web::go(&place_of(sheet.id))),
    }
}
