//! The children of a cabinet, one of them, and changing what is known of it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::already::Already;
use super::{Choices, correct, differing, facts_of, fields, today};
use crate::accounts::{AccountId, Actor};
use crate::app::Shared;
use crate::families::actions::{ChangeError, change as change_child, decide_guardian};
use crate::families::letters::Guardian;
use crate::families::moving::Move;
use crate::families::moving::moving_store::LIST_MOVES_OF_CHILD;
use crate::families::moving::pages::{Told, told};
use crate::families::permissions::{
    AskCorrection, ChangeChild, may_ask_correction, may_change_child, may_decide_guardian,
};
use crate::families::staff::pages::{Event, looks};
use crate::families::staff::staff_store::LIST_LOOKS;
use crate::families::staff::types::Look;
use crate::families::store::{self, KeptDocument};
use crate::families::types::{Child, GuardianshipState, Known};
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::notices;
use crate::people::PersonId;
use crate::people::fields::{age_on, may_sign_in};
use crate::permit::Permit;
use crate::web::{AppError, Context, Page, PostedBy, go, go_saying, show, show_refused};

/// A child as the list shows it.
struct Card {
    href: String,
    name: String,
    age: String,
    badge: (&'static str, String),
    sentence: String,
    /// So many ask to act for the child too.
    asking: usize,
}

#[derive(Template)]
#[template(path = "families/list.html")]
struct ListPage {
    page: Page,
    children: Vec<Card>,
}

fn badge(t: Translator, child: &Child, is_doubted: bool) -> (&'static str, String) {
    if is_doubted {
        return ("attention", t.get("families-state-doubted").to_string());
    }
    let key = format!("families-state-{}", child.state.code());
    (child.state.kind(), t.get(&key).to_string())
}

fn sentence(t: Translator, child: &Child, is_doubted: bool) -> String {
    let code = if is_doubted {
        "doubted"
    } else {
        child.state.code()
    };
    let key = format!("families-state-{code}-what");
    t.get(&key)
        .text("child", &child.known.given_name)
        .to_string()
}

/// `GET /my/children`
pub(super) async fn list(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.actor()?;
    if actor.is_linked {
        return Ok(go("/my/record"));
    }
    let by = actor.account_id;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let children: Vec<Child> = tx.all(store::LIST_OF_ACCOUNT, &[&by]).await?;
            let doubted: Vec<PersonId> = tx.all(store::LIST_DOUBTED_OF_ACCOUNT, &[&by]).await?;
            let asking: Vec<PersonId> = tx.all(store::LIST_ASKED_OF_ACCOUNT, &[&by]).await?;
            Ok::<_, DbError>((children, doubted, asking))
        })
    });
    let (children, doubted, asking) = read.await?;
    let announced = notices::for_account(&app, &ctx).await?;
    let (t, today) = (ctx.t(), today(&ctx));
    let card = |child: Child| {
        let is_doubted = doubted.contains(&child.id);
        Card {
            href: format!("/my/children/{}", child.id),
            name: child.known.name(),
            age: t
                .get("families-age")
                .int("years", age_on(today, child.known.born_on))
                .to_string(),
            badge: badge(t, &child, is_doubted),
            sentence: sentence(t, &child, is_doubted),
            asking: asking.iter().filter(|id| **id == child.id).count(),
        }
    };
    show(&ListPage {
        page: ctx.page(t.get("families-title")).announcing(announced),
        children: children.into_iter().map(card).collect(),
    })
}

/// A child that the actor acts for, with what its page tells.
pub(super) struct Opened {
    pub(super) child: Child,
    documents: Vec<KeptDocument>,
    guardians: Vec<Guardian>,
    asking: Vec<Guardian>,
    is_doubted: bool,
    looks: Vec<Look>,
    change: Option<Permit<ChangeChild>>,
    pub(super) ask: Option<Permit<AskCorrection>>,
    /// A correction waits for a decision.
    is_asked: bool,
    moves: Vec<Move>,
}

/// Children of others are not found.
pub(super) async fn open(app: &Shared, actor: &Actor, id: &str) -> Result<Opened, AppError> {
    let id: PersonId = id.parse().map_err(|_| AppError::NotFound)?;
    let by: AccountId = actor.account_id;
    let actor = actor.clone();
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let state: Option<GuardianshipState> =
                tx.opt(store::FIND_GUARDIANSHIP, &[&id, &by]).await?;
            if state != Some(GuardianshipState::Holds) {
                return Err(DbError::NotFound);
            }
            let child: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
            let asked: i64 = tx.one(store::COUNT_CORRECTIONS, &[&id]).await?;
            let cases: i64 = tx.one(store::COUNT_OPEN_CASES, &[&id]).await?;
            Ok(Opened {
                change: may_change_child(&actor, true, (id, child.state)),
                ask: may_ask_correction(&actor, true, (id, child.state)).filter(|_| asked == 0),
                is_asked: asked > 0,
                documents: tx.among(store::LIST_DOCUMENTS_AMONG, &[id.get()]).await?,
                guardians: tx.all(store::LIST_GUARDIANS, &[&id]).await?,
                asking: tx.all(store::LIST_ASKING, &[&id]).await?,
                is_doubted: cases > 0,
                looks: tx.all(LIST_LOOKS, &[&id]).await?,
                moves: tx.all(LIST_MOVES_OF_CHILD, &[&id]).await?,
                child,
            })
        })
    });
    Ok(read.await?)
}

#[derive(Template)]
#[template(path = "families/child.html")]
struct ChildPage {
    page: Page,
    form: Form,
    badge: (&'static str, String),
    sentence: String,
    /// Whether somebody looks at whether the child is here twice.
    is_doubted: bool,
    lines: Vec<(String, String)>,
    documents: Vec<String>,
    guardians: Vec<String>,
    /// Accounts and names of those who ask to act for the child too.
    asking: Vec<(String, String)>,
    here: String,
    looks: Vec<Event>,
    change: Option<String>,
    correct: Option<String>,
    is_asked: bool,
    /// The way on where the municipality is wrong, as long as none is asked for.
    wrong_town: Option<&'static str>,
    /// Changes of municipality, the newest first.
    moves: Vec<Told>,
    /// Where the teenager's own sign-in is looked after; none for a younger child.
    sign_in: Option<String>,
}

/// `GET /my/children/{child}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let opened = open(&app, ctx.actor()?, &id).await?;
    show(&view(&app, &ctx, &opened, Form::new()))
}

fn view(app: &Shared, ctx: &Context, opened: &Opened, form: Form) -> ChildPage {
    let (t, known) = (ctx.t(), &opened.child.known);
    let tree = app.organisations.current();
    let (lines, documents) = facts_of(t, &tree, known, &opened.documents);
    let is_moving = opened.moves.iter().any(|one| one.state.is_open());
    let way_on = if opened.change.is_some() {
        "moving-wrong-change"
    } else {
        "moving-wrong-ask"
    };
    ChildPage {
        page: ctx.page(known.name()),
        form,
        wrong_town: known.municipality_id.filter(|_| !is_moving).map(|_| way_on),
        moves: opened.moves.iter().map(|one| told(app, t, one)).collect(),
        badge: badge(t, &opened.child, opened.is_doubted),
        sentence: sentence(t, &opened.child, opened.is_doubted),
        is_doubted: opened.is_doubted,
        lines,
        documents,
        guardians: opened
            .guardians
            .iter()
            .map(|one| one.name.clone())
            .collect(),
        asking: opened
            .asking
            .iter()
            .map(|one| (one.account_id.to_string(), one.name.clone()))
            .collect(),
        here: format!("/my/children/{}", opened.child.id),
        looks: looks(app, t, &opened.looks),
        is_asked: opened.is_asked,
        sign_in: may_sign_in(today(ctx), known.born_on)
            .then(|| format!("/my/children/{}/sign-in", opened.child.id)),
        correct: opened
            .ask
            .as_ref()
            .map(|_| format!("/my/children/{}/correct", opened.child.id)),
        change: opened
            .change
            .as_ref()
            .map(|_| format!("/my/children/{}/change", opened.child.id)),
    }
}

#[derive(Template)]
#[template(path = "families/change.html")]
struct ChangePage {
    page: Page,
    form: Form,
    choices: Choices,
    back: String,
    /// What is kept now and differs from what was typed, where somebody was faster.
    stored: Vec<(String, String)>,
}

fn change_view(app: &Shared, ctx: &Context, opened: &Opened, form: Form) -> ChangePage {
    ChangePage {
        page: ctx.page(ctx.t().get("families-change-title")),
        choices: Choices::of(ctx.t(), &app.organisations.current()).of_change(),
        back: format!("/my/children/{}", opened.child.id),
        stored: Vec::new(),
        form,
    }
}

/// `GET /my/children/{child}/change`
pub(super) async fn change_page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let opened = open(&app, ctx.actor()?, &id).await?;
    if opened.change.is_none() {
        return way_on(&opened);
    }
    let form = fields::fill(Form::new(), &opened.child.known);
    let form = form.with("version", opened.child.version);
    show(&change_view(&app, &ctx, &opened, form))
}

/// What is confirmed is not changed: a correction is asked for.
fn way_on(opened: &Opened) -> Result<Response, AppError> {
    let correct = format!("/my/children/{}/correct", opened.child.id);
    opened.ask.as_ref().ok_or(AppError::NotFound)?;
    Ok(go(&correct))
}

/// `POST /my/children/{child}/change`
pub(super) async fn change(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open(&app, &actor, &id).await?;
    let Some(permit) = &opened.change else {
        // An operator has confirmed the child since the form was shown.
        form.refuse(FieldError::new("", "child_meanwhile"));
        return correct::instead(&app, &ctx, &opened, form);
    };
    // Back from the page that says that the child is here: what was typed is there again.
    if !form.value("again").is_empty() {
        form.forget("again");
        return show(&change_view(&app, &ctx, &opened, form));
    }
    let tree = app.organisations.current();
    let version = form.value("version").parse().unwrap_or_default();
    let typed = fields::read(&mut form, today(&ctx), &tree);
    let Some(typed) = typed else {
        return show_refused(&change_view(&app, &ctx, &opened, form));
    };
    if let Err(wait) = app.limits.child(ctx.client(), actor.account_id) {
        form.refuse(wait.on("surname"));
        return show_refused(&change_view(&app, &ctx, &opened, form));
    }
    let error = match change_child(&app, permit, (&typed, version), ctx.now()).await {
        Ok(()) => {
            let there = format!("/my/children/{}", opened.child.id);
            return Ok(go_saying(&app, &there, "child-changed"));
        }
        Err(ChangeError::Own) => FieldError::new("surname", "child_taken"),
        Err(ChangeError::Taken) => {
            let back = format!("/my/children/{}/change", opened.child.id);
            return show_refused(&Already::back_to(&ctx, form, back));
        }
        Err(ChangeError::OtherDocument) => FieldError::new("born", "document_kept"),
        Err(ChangeError::Meanwhile) => {
            return meanwhile(&app, &ctx, &actor, (&id, &typed.known, form)).await;
        }
        Err(ChangeError::Database(error)) => return Err(error.into()),
    };
    form.refuse(error);
    show_refused(&change_view(&app, &ctx, &opened, form))
}

/// Somebody was faster: what is kept now stands beside what was typed, and pressing once more saves that. Where an operator has
/// confirmed the child meanwhile, what was typed is what a correction is asked for with.
async fn meanwhile(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    (id, typed, mut form): (&str, &Known, Form),
) -> Result<Response, AppError> {
    let opened = open(app, actor, id).await?;
    form.refuse(FieldError::new("version", "child_meanwhile"));
    if opened.change.is_none() {
        return correct::instead(app, ctx, &opened, form);
    }
    form.set_all("version", vec![opened.child.version.to_string()]);
    let tree = app.organisations.current();
    let stored = differing(ctx.t(), &tree, typed, &opened.child.known);
    show_refused(&ChangePage {
        stored,
        ..change_view(app, ctx, &opened, form)
    })
}

/// `POST /my/children/{child}/guardians`: a second guardian is let in, or not.
pub(super) async fn decide(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open(&app, &actor, &id).await?;
    let child = opened.child.id;
    let permit = may_decide_guardian(&actor, true, child).ok_or(AppError::NotFound)?;
    let asker: AccountId = form
        .value("account")
        .parse()
        .map_err(|_| AppError::NotFound)?;
    let lets_in = form.value("answer") == "yes";
    if !lets_in && form.value("answer") != "no" {
        form.refuse(FieldError::new("", "choose"));
        return show_refused(&view(&app, &ctx, &opened, form));
    }
    let (own, now) = (app.clone(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move { decide_guardian(tx, &own, &permit, (asker, lets_in), now).await })
    });
    write.await?;
    app.outbox.wake();
    let said = if lets_in {
        "child-shared"
    } else {
        "child-not-shared"
    };
    Ok(go_saying(&app, &format!("/my/children/{child}"), said))
}
