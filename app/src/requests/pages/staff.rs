//! One request as staff sees it: read, answered, noted on, taken, handed on, closed, and the tools that solve it.

use axum::extract::{Path, State};
use axum::response::Response;
use database::{DbError, Tx};
use jiff::Timestamp;

use super::templated::{offered, whole, with_template};
use super::tools::{self, Tools};
use super::{Said, Step, due, ladder, said, text_of};
use crate::accounts::{AccountId, Actor, OrganisationId};
use crate::app::Shared;
use crate::audit;
use crate::catalogue::editing::pages::id_of;
use crate::forms::{FieldError, Form};
use crate::organisations::Tree;
use crate::permit::Permit;
use crate::requests::actions::{
    RequestError, answer, close, escalate, hand, note_down, put_away, trust,
};
use crate::requests::files::file_store::LIST_FILES;
use crate::requests::files::pages::ACCEPT;
use crate::requests::letters::Asked;
use crate::requests::permissions::{AnswerRequest, may_answer, may_read};
use crate::requests::rules::next_step;
use crate::requests::store;
use crate::requests::templates::Template;
use crate::requests::templates::template_store::LIST_TEMPLATES;
use crate::requests::types::{Colleague, Request, RequestId, RequestState};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(askama::Template)]
#[template(path = "requests/staff_one.html")]
struct One {
    page: Page,
    form: Form,
    here: String,
    name: String,
    email: String,
    kind: String,
    badge: (&'static str, String),
    /// By when it is answered; whether that day is over.
    due: Option<(String, bool)>,
    owner: Option<String>,
    steps: Vec<Step>,
    messages: Vec<Said>,
    /// None for those who have handed it on.
    desk: Option<Desk>,
    /// Which files can be chosen.
    accept: &'static str,
    /// It looks like a message that nobody wrote.
    is_doubtful: bool,
    /// Templates that can be chosen: number and name.
    templates: Vec<(String, String)>,
    /// Fields of the chosen template that the request says nothing about, in words.
    missing: Option<String>,
}

/// What whoever answers can do.
struct Desk {
    can_close: bool,
    is_mine: bool,
    /// To whom it can be handed.
    colleagues: Vec<(String, String)>,
    /// Who has it after it is handed on up the ladder; none at its top.
    next: Option<String>,
    tools: Tools,
}

/// A request as it is read for staff.
pub(super) struct Found {
    pub(super) request: Request,
    thread: super::Thread,
    colleagues: Vec<Colleague>,
    /// None for those who have handed it on.
    permit: Option<Permit<AnswerRequest>>,
    pub(super) tools: Tools,
    pub(super) templates: Vec<Template>,
    /// Name and telephone of the organisation that it belongs to.
    pub(super) asked: Asked,
}

async fn read(
    tx: &mut Tx<'_>,
    app: &Shared,
    (actor, id): (&Actor, RequestId),
    now: Timestamp,
) -> Result<Found, DbError> {
    let tree = app.organisations.current();
    let request: Request = tx.one(store::FIND_REQUEST, &[&id]).await?;
    let earlier: Vec<OrganisationId> = tx.all(store::LIST_EARLIER, &[&id]).await?;
    if !may_read(actor, &tree, &request, &earlier) {
        return Err(DbError::NotFound);
    }
    audit::Entry {
        organisation_id: Some(request.organisation_id),
        ..audit::Entry::new(
            now,
            actor.account_id,
            "request.look_up",
            "request",
            id.get(),
        )
    }
    .write(tx)
    .await?;
    let about: database::Params<'_> =
        &[&request.person_id, &request.account_id, &request.created_at];
    Ok(Found {
        thread: super::Thread {
            messages: tx.all(store::LIST_MESSAGES, &[&id]).await?,
            deeds: tx.all(store::LIST_DEEDS, about).await?,
            files: tx.all(LIST_FILES, &[&id]).await?,
        },
        colleagues: tx
            .all(store::LIST_COLLEAGUES, &[&request.organisation_id, &now])
            .await?,
        permit: may_answer(actor, &tree, &request),
        asked: tx
            .one(store::FIND_ASKED, &[&request.organisation_id])
            .await?,
        templates: tx.all(LIST_TEMPLATES, &[]).await?,
        tools: tools::find(tx, app, (actor, &request), now).await?,
        request,
    })
}

async fn load(app: &Shared, actor: &Actor, id: &str, now: Timestamp) -> Result<Found, AppError> {
    let id: RequestId = id_of(id)?;
    let (own, actor) = (app.clone(), actor.clone());
    let write = app
        .db
        .write(move |tx| Box::pin(async move { read(tx, &own, (&actor, id), now).await }));
    Ok(write.await?)
}

fn desk(tree: &Tree, found: &mut Found) -> Option<Desk> {
    let permit = found.permit.as_ref()?;
    let (request, by) = (&found.request, permit.by());
    let next = next_step(tree, request.organisation_id, request.level);
    let next = next.and_then(|(_, id)| tree.find(id));
    let others = found.colleagues.iter().filter(|one| one.id != by);
    Some(Desk {
        can_close: request.state != RequestState::Closed,
        is_mine: request.owner_id == Some(by),
        colleagues: others
            .filter(|one| Some(one.id) != request.owner_id)
            .map(|one| (one.id.to_string(), one.name.clone()))
            .collect(),
        next: next
            .filter(|_| request.state != RequestState::Closed)
            .map(|one| one.name.clone()),
        tools: std::mem::take(&mut found.tools),
    })
}

fn view(app: &Shared, ctx: &Context, mut found: Found, form: Form) -> One {
    let (t, tree) = (ctx.t(), app.organisations.current());
    let templates = offered(&tree, &found)
        .into_iter()
        .map(|one| (one.id.to_string(), one.name.clone()))
        .collect();
    let desk = desk(&tree, &mut found);
    let request = found.request;
    let key = format!("requests-state-{}", request.state.code());
    let here = format!("/staff/requests/{}", request.id);
    One {
        page: ctx.page(&request.subject).dense(),
        form,
        accept: ACCEPT,
        is_doubtful: request.is_doubtful,
        templates,
        missing: None,
        kind: t.get(&request.kind.key()).to_string(),
        badge: (request.state.kind(), t.get(&key).to_string()),
        due: due(t, &tree, &request, ctx.now()),
        owner: request.owner.clone(),
        steps: ladder(t, &tree, &request, &found.thread.messages),
        messages: said(t, &tree, &request, found.thread, (true, &here)),
        here,
        desk,
        email: crate::text::mask_email(&request.email),
        name: request.name,
    }
}

/// `GET /staff/requests/{request}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let found = load(&app, ctx.staff()?, &id, ctx.now()).await?;
    let (form, missing) = with_template(&app, &ctx, &found);
    show(&One {
        missing,
        ..view(&app, &ctx, found, form)
    })
}

/// Leave to answer a request of one's branch.
pub(in crate::requests) async fn permit(
    app: &Shared,
    actor: &Actor,
    id: &str,
    now: Timestamp,
) -> Result<Permit<AnswerRequest>, AppError> {
    let found = load(app, actor, id, now).await?;
    found.permit.ok_or(AppError::NotFound)
}

/// To whom a request belongs that the actor reads; others are not there.
pub(in crate::requests) async fn organisation_of(
    app: &Shared,
    actor: &Actor,
    id: RequestId,
) -> Result<OrganisationId, AppError> {
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let request: Request = tx.one(store::FIND_REQUEST, &[&id]).await?;
            let earlier: Vec<OrganisationId> = tx.all(store::LIST_EARLIER, &[&id]).await?;
            Ok::<_, DbError>((request, earlier))
        })
    });
    let (request, earlier) = read.await?;
    let tree = app.organisations.current();
    if !may_read(actor, &tree, &request, &earlier) {
        return Err(AppError::NotFound);
    }
    Ok(request.organisation_id)
}

/// The page with what is wrong.
pub(in crate::requests) async fn refused(
    app: &Shared,
    ctx: &Context,
    (actor, id): (&Actor, &str),
    form: Form,
) -> Result<Response, AppError> {
    let found = load(app, actor, id, ctx.now()).await?;
    show_refused(&view(app, ctx, found, form))
}

/// What is to be done.
enum Doing {
    Answer(String),
    Note(String),
    Escalate(String),
    Hand(AccountId),
    Open,
    Close,
    Trust,
    Spam,
}

impl Doing {
    /// None when something is missing, which the form says then.
    fn read(form: &mut Form, by: AccountId) -> Result<Option<Self>, AppError> {
        Ok(match form.value("deed") {
            "" | "answer" => whole(form).map(Self::Answer),
            "note" => text_of(form, "note").map(Self::Note),
            "escalate" => text_of(form, "tried").map(Self::Escalate),
            "take" => Some(Self::Hand(by)),
            "hand" => {
                let colleague = form.value("colleague").parse().ok();
                if colleague.is_none() {
                    form.refuse(FieldError::new("colleague", "choose"));
                }
                colleague.map(Self::Hand)
            }
            "open" => Some(Self::Open),
            "close" => Some(Self::Close),
            "trust" => Some(Self::Trust),
            "spam" => Some(Self::Spam),
            _ => return Err(AppError::NotFound),
        })
    }

    /// What is said afterwards, and whether the list is shown.
    fn said(&self) -> (&'static str, bool) {
        match self {
            Self::Answer(_) => ("requests-answered", false),
            Self::Note(_) => ("requests-noted", false),
            Self::Escalate(_) => ("requests-escalated", true),
            Self::Hand(_) => ("requests-handed", false),
            Self::Open => ("requests-opened", false),
            Self::Close => ("requests-closed", true),
            Self::Trust => ("requests-trusted", false),
            Self::Spam => ("requests-put-away", true),
        }
    }
}

/// `POST /staff/requests/{request}`: `deed` is `answer`, `note`, `escalate`, `take`, `hand`, `open` (the page of the child),
/// `close`, `trust` (somebody wrote it) or `spam` (nobody did).
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let now = ctx.now();
    let mut found = load(&app, &actor, &id, now).await?;
    let permit = found.permit.take().ok_or(AppError::NotFound)?;
    let deed = Doing::read(&mut form, permit.by())?;
    if matches!(deed, Some(Doing::Open))
        && let Err(wait) = app.limits.look_up(actor.account_id)
    {
        form.refuse(wait.on(""));
    }
    let Some(deed) = deed.filter(|_| form.is_fine()) else {
        found.permit = Some(permit);
        return show_refused(&view(&app, &ctx, found, form));
    };
    let (say, to_list) = deed.said();
    let reason = ctx
        .t()
        .get("requests-look-reason")
        .int("number", found.request.id.get());
    let (own, here, reason) = (app.clone(), found.request.id, reason.to_string());
    let (owner, child) = (found.request.owner_id, found.request.person_id);
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            match deed {
                Doing::Answer(text) => answer(tx, &own, &permit, &text, now).await.map(drop),
                Doing::Note(text) => Ok(note_down(tx, &permit, &text, now).await?),
                Doing::Escalate(tried) => escalate(tx, &own, &permit, &tried, now).await,
                Doing::Hand(to) => hand(tx, &permit, (owner, to), now).await,
                Doing::Open => Ok(tools::open(tx, &own, (&actor, child), &reason, now).await?),
                Doing::Close => close(tx, &own, &permit, now).await,
                Doing::Trust => trust(tx, &own, &permit, now).await,
                Doing::Spam => put_away(tx, &permit, now).await,
            }
        })
    });
    match write.await {
        Ok(()) => {
            app.outbox.wake();
            let one = format!("/staff/requests/{here}");
            let address = if to_list { "/staff/requests" } else { &one };
            Ok(go_saying(&app, address, say))
        }
        Err(RequestError::Database(error)) => Err(error.into()),
        Err(RequestError::NotPossible) => {
            form.refuse(FieldError::new("", "request_moved"));
            let found = load(&app, ctx.staff()?, &id, now).await?;
            show_refused(&view(&app, &ctx, found, form))
        }
    }
}
