//! What guardians ask to be put right: the queue, and one of them with old and new side by side.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::correct::{Meets, ask, lead_on, refusal, says_same};
use super::decided::Decided;
use super::record::{self, Pair};
use super::zone;
use crate::accounts::Actor;
use crate::app::Shared;
use crate::audit;
use crate::families::fields::Typed;
use crate::families::identity;
use crate::families::staff::actions::{Deed, Outcome, correct, refuse};
use crate::families::staff::looks::{self, Opened};
use crate::families::staff::permissions::{CorrectChild, may_correct_child, serves_families};
use crate::families::staff::staff_store as own;
use crate::families::staff::types::{Correction, CorrectionId, CorrectionLine};
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::permit::Permit;
use crate::staff_tables::bulk::reason;
use crate::staff_tables::views::{CORRECTIONS, kept};
use crate::staff_tables::{Cell, Column, Listing, Row, Table, Taken};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

const PER_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "families/staff_corrections.html")]
struct ListPage {
    page: Page,
    list: Listing,
}

/// `GET /staff/corrections`
pub(super) async fn list(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    if !serves_families(actor) {
        return Err(AppError::NotFound);
    }
    let (account, now) = (actor.account_id, ctx.now());
    let action = Taken::action(&ctx, "correction.list", "correction.download");
    let entry = audit::Entry::new(now, account, action, "people", 0);
    let (look, is_page) = (entry.clone(), Taken::asked(&ctx).is_none());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            if is_page {
                look.write(tx).await?;
            }
            tx.all(own::LIST_CORRECTIONS, &[&account, &now]).await
        })
    });
    let lines: Vec<CorrectionLine> = write.await.map_err(|error: DbError| error)?;
    let (t, tree) = (ctx.t(), app.organisations.current());
    let row = |one: &CorrectionLine| {
        let town = one.municipality_id.and_then(|id| tree.find(id));
        let name = format!("{} {}", one.surname, one.given_name);
        let cells = vec![
            Cell::new(name).to(format!("/staff/corrections/{}", one.id)),
            Cell::new(town.map_or("", |one| one.name.as_str())),
            Cell::moment(t, one.asked_at, &zone()),
            Cell::new(&one.reason),
        ];
        Row::new(one.id, cells)
    };
    let columns = vec![
        Column::new(t.get("children-child")).by("name"),
        Column::new(t.get("children-municipality")),
        Column::new(t.get("children-asked")).by("asked"),
        Column::new(t.get("children-reason")),
    ];
    let title = t.get("children-corrections-title");
    let table = Table::new("corrections", &title, columns, lines.iter().map(row));
    let per_page = Taken::asked(&ctx).map_or(PER_PAGE, |_| usize::MAX);
    let list = Listing::found(&ctx, table, per_page);
    if let Some(file) = list.noted_file(&app, &ctx, entry).await? {
        return Ok(file);
    }
    show(&ListPage {
        page: ctx.page(title).dense(),
        list: list.kept(kept(&app, &ctx, CORRECTIONS).await?),
    })
}

/// A line of the comparison: what it is, as it is, as it should be.
struct Line {
    label: String,
    old: String,
    new: String,
    differs: bool,
}

#[derive(Template)]
#[template(path = "families/staff_correction.html")]
struct OnePage {
    page: Page,
    form: Form,
    here: String,
    child: (String, String),
    asked: String,
    reason: String,
    lines: Vec<Line>,
    document: Option<Pair>,
    is_doubted: bool,
    /// The data are another record's as well.
    meets: Option<Meets>,
    /// What was decided; the page can only be read then.
    decided: Option<Decided>,
}

struct Found {
    correction: Correction,
    opened: Opened,
}

/// The correction, with a look at the child that is noted.
async fn load(app: &Shared, actor: &Actor, id: &str, ctx: &Context) -> Result<Found, AppError> {
    let id: CorrectionId = id.parse().map_err(|_| AppError::NotFound)?;
    let (own_app, actor, now) = (app.clone(), actor.clone(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let correction: Correction = tx.one(own::FIND_CORRECTION, &[&id]).await?;
            let opened = looks::look(tx, &own_app, &actor, correction.person_id, now).await?;
            Ok::<_, DbError>(Found { correction, opened })
        })
    });
    Ok(write.await?)
}

/// What was decided; none while it waits.
fn decided(t: Translator, correction: &Correction) -> Option<Decided> {
    let what = match correction.state.as_str() {
        "open" => return None,
        "accepted" => "children-decided-accepted",
        _ => "children-decided-refused",
    };
    let (who, at) = (&correction.decided_by, correction.decided_at);
    Some(Decided::new(t, what, who, at).because(&correction.answer))
}

fn view(app: &Shared, ctx: &Context, found: &Found, form: Form) -> OnePage {
    let (t, known) = (ctx.t(), &found.opened.child.known);
    let old = record::all_lines(app, t, known);
    let new = record::all_lines(app, t, &found.correction.known);
    let line = |((label, old), (_, new)): (Pair, Pair)| Line {
        differs: old != new,
        label,
        old,
        new,
    };
    let named = found.correction.document.as_slice();
    OnePage {
        page: ctx
            .page(
                t.get("children-correction-title")
                    .text("child", known.name()),
            )
            .dense(),
        here: format!("/staff/corrections/{}", found.correction.id),
        child: (
            format!("/staff/children/{}", found.opened.child.id),
            known.name(),
        ),
        asked: t
            .get("children-asked-by")
            .text("name", &found.correction.name)
            .text("when", t.date_time(found.correction.asked_at, &zone()))
            .to_string(),
        reason: found.correction.reason.clone(),
        lines: old.into_iter().zip(new).map(line).collect(),
        document: record::documents(app, t, named).pop(),
        is_doubted: found.opened.is_doubted,
        meets: None,
        decided: decided(t, &found.correction),
        form,
    }
}

/// `GET /staff/corrections/{correction}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let found = load(&app, ctx.staff()?, &id, &ctx).await?;
    let form = Form::new().with("version", found.opened.child.version);
    show(&view(&app, &ctx, &found, form))
}

/// `POST /staff/corrections/{correction}`: `deed` is `accept` or `refuse`.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let found = load(&app, &actor, &id, &ctx).await?;
    if found.correction.state != "open" {
        form.refuse(FieldError::new("", "decided_meanwhile"));
        return show_refused(&view(&app, &ctx, &found, form));
    }
    let child = &found.opened.child;
    let permit = may_correct_child(&actor, (child.id, child.state)).ok_or(AppError::NotFound)?;
    let asked = (&*actor, &*id);
    match form.value("deed") {
        "accept" => accept(&app, &ctx, asked, (&permit, &found), form).await,
        "refuse" => leave(&app, &ctx, asked, (permit, &found), form).await,
        _ => {
            form.refuse(FieldError::new("", "choose"));
            show_refused(&view(&app, &ctx, &found, form))
        }
    }
}

/// The page as it stands now, with why nothing was done.
async fn again(
    app: &Shared,
    ctx: &Context,
    (actor, id): (&Actor, &str),
    (error, mut form): (FieldError, Form),
) -> Result<Response, AppError> {
    form.refuse(error);
    let found = load(app, actor, id, ctx).await?;
    show_refused(&view(app, ctx, &found, form))
}

async fn accept(
    app: &Shared,
    ctx: &Context,
    (actor, id): (&Actor, &str),
    (permit, found): (&Permit<CorrectChild>, &Found),
    mut form: Form,
) -> Result<Response, AppError> {
    let named = found.correction.document.as_ref();
    let typed = Typed {
        known: found.correction.known.clone(),
        document: named.and_then(|one| identity::opened(app, one)),
    };
    let deed = Deed {
        is_same: says_same(&form, &typed),
        typed,
        version: form.value("version").parse().unwrap_or_default(),
        reason: found.correction.reason.clone(),
        by: found.opened.by(),
        asked: Some(found.correction.id),
    };
    match correct(app, permit, &deed, ctx.now()).await {
        Ok(Outcome::Done) => Ok(go_saying(app, "/staff/corrections", "children-corrected")),
        Ok(Outcome::Meets(other)) => {
            let meets = ask(app, ctx, actor, (&deed.typed, other), &mut form).await?;
            show_refused(&OnePage {
                meets: Some(meets),
                ..view(app, ctx, found, form)
            })
        }
        Ok(Outcome::Collides(other, case)) => {
            lead_on(app, ctx, actor, (found.opened.child.id, other, case)).await
        }
        Err(error) => again(app, ctx, (actor, id), (refusal(error)?, form)).await,
    }
}

/// The data stay as they are.
async fn leave(
    app: &Shared,
    ctx: &Context,
    (actor, id): (&Actor, &str),
    (permit, found): (Permit<CorrectChild>, &Found),
    mut form: Form,
) -> Result<Response, AppError> {
    let why = reason(&mut form);
    if !form.is_fine() {
        return show_refused(&view(app, ctx, found, form));
    }
    let (own_app, now) = (app.clone(), ctx.now());
    let about = (found.correction.id, found.opened.by());
    let write = app.db.write(move |tx| {
        Box::pin(async move { refuse(tx, &own_app, &permit, about, &why, now).await })
    });
    match write.await {
        Ok(()) => {
            app.outbox.wake();
            Ok(go_saying(
                app,
                "/staff/corrections",
                "children-not-corrected",
            ))
        }
        Err(error) => again(app, ctx, (actor, id), (refusal(error)?, form)).await,
    }
}
