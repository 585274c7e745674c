//! Giving a place back: a question, then the answer; after the deadline the way to the organiser.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use crate::accounts::Actor;
use crate::app::{App, Shared};
use crate::catalogue::{self, GroupDetail};
use crate::enrolment::actions::{LateError, ResignError, ask_late, resign};
use crate::enrolment::line_store::{FIND_LATE, Late};
use crate::enrolment::rules::{self, CanNotResign};
use crate::enrolment::{
    Concern, Enrolment, EnrolmentId, EnrolmentState, concern_of, find, permissions, when,
};
use crate::forms::{FieldError, Form};
use crate::permit::Permit;
use crate::text::clean_text;
use crate::web::{AppError, Context, Page, PostedBy, go, go_saying, show, show_refused};

const TRAININGS: &str = "/my/trainings";

#[derive(Template)]
#[template(path = "enrolment/resign.html")]
struct ResignPage {
    page: Page,
    form: Form,
    title: String,
    starts: String,
    action: String,
    /// The state that the question is about: its answer is about no other.
    state: &'static str,
    /// Given name of the child whose place it is; empty for one's own.
    child: String,
    /// The page that it leads back to, and the key of its title.
    home: (&'static str, &'static str),
    /// Keys of the words: of a place, or of an offer.
    words: Words,
    /// The day on which it became too late.
    too_late_since: Option<String>,
    /// What became of an earlier request: `open`, `declined`.
    late: Option<Late>,
}

impl ResignPage {
    /// The key of words that are said of oneself, or of a child.
    fn said(&self, own: &'static str, childs: &'static str) -> &'static str {
        if self.child.is_empty() { own } else { childs }
    }

    /// Whether an earlier request waits for its answer.
    fn waits(&self) -> bool {
        self.late.as_ref().is_some_and(Late::is_open)
    }
}

/// Which words the question is asked in.
#[derive(Clone, Copy)]
struct Words {
    title: &'static str,
    what: &'static str,
    next: &'static str,
    mail: &'static str,
    button: &'static str,
}

const OF_A_PLACE: Words = Words {
    title: "enrolment-resign-title",
    what: "enrolment-resign-what",
    next: "enrolment-resign-place",
    mail: "enrolment-resign-mail",
    button: "enrolment-resign-button",
};

const OF_AN_OFFER: Words = Words {
    title: "enrolment-decline-title",
    what: "enrolment-decline-what",
    next: "enrolment-decline-next",
    mail: "enrolment-decline-mail",
    button: "enrolment-decline-button",
};

const OF_A_CHILDS_PLACE: Words = Words {
    title: "enrolment-resign-child-title",
    what: "enrolment-resign-child-what",
    ..OF_A_PLACE
};

const OF_A_CHILDS_OFFER: Words = Words {
    what: "enrolment-decline-child-what",
    next: "enrolment-decline-child-next",
    ..OF_AN_OFFER
};

/// `GET /my/trainings/{enrolment}/resign`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = ctx.actor()?;
    let Own {
        enrolment, detail, ..
    } = find_own(&app, actor, &id).await?;
    match rules::may_resign(enrolment.state, &detail, ctx.now()) {
        Ok(()) => show(&question(&ctx, &enrolment, &detail, None)),
        Err(CanNotResign::AlreadyOver) => Ok(go_saying(
            &app,
            enrolment.home(),
            "enrolment-already-closed",
        )),
        Err(late @ CanNotResign::TooLate(_)) => {
            let mut page = question(&ctx, &enrolment, &detail, Some(late));
            page.late = find_late(&app, enrolment.id).await?;
            show(&page)
        }
    }
}

/// `POST /my/trainings/{enrolment}/resign`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    posted: PostedBy,
) -> Result<Response, AppError> {
    let own = find_own(&app, &posted.actor, &id).await?;
    let (enrolment, detail) = (&own.enrolment, &own.detail);
    if !posted.form.is_fine() {
        let mut again = question(&ctx, enrolment, detail, None);
        again.form = posted.form;
        return show_refused(&again);
    }
    let asked_of_an_offer = posted.form.value("of") == EnrolmentState::Offered.code();
    if asked_of_an_offer && enrolment.state != EnrolmentState::Offered {
        return Ok(go_saying(
            &app,
            enrolment.home(),
            "enrolment-already-answered",
        ));
    }
    let permit = own.may_resign(&posted.actor)?;
    match resign(&app, &permit, ctx.now()).await {
        Ok(()) => Ok(go_saying(&app, enrolment.home(), "enrolment-resigned")),
        Err(ResignError::Refused(CanNotResign::AlreadyOver)) => Ok(go_saying(
            &app,
            enrolment.home(),
            "enrolment-already-closed",
        )),
        Err(ResignError::Refused(late @ CanNotResign::TooLate(_))) => {
            show_refused(&question(&ctx, enrolment, detail, Some(late)))
        }
        Err(ResignError::Database(error)) => Err(error.into()),
    }
}

/// `POST /my/trainings/{enrolment}/resign/late`: after the deadline, a request to the administrator with a reason.
pub(super) async fn ask(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    posted: PostedBy,
) -> Result<Response, AppError> {
    let own = find_own(&app, &posted.actor, &id).await?;
    let (enrolment, detail) = (&own.enrolment, &own.detail);
    let mut form = posted.form;
    let reason = match clean_text(form.value("reason"), 1_000) {
        Ok(reason) if reason.is_empty() => Err(FieldError::new("reason", "required")),
        Ok(reason) => Ok(reason),
        Err(problem) => Err(problem.on("reason")),
    };
    match reason {
        Err(error) => form.refuse(error),
        Ok(_) if !form.is_fine() => {}
        Ok(reason) => {
            let permit = own.may_resign(&posted.actor)?;
            let said = match ask_late(&app, &permit, &reason, ctx.now()).await {
                Ok(()) => "enrolment-late-asked",
                Err(LateError::AskedBefore) => "enrolment-late-asked-before",
                Err(LateError::NotLate) => return Ok(go(&address(enrolment))),
                Err(LateError::Database(error)) => return Err(error.into()),
                Err(_) => "enrolment-already-closed",
            };
            return Ok(go_saying(&app, enrolment.home(), said));
        }
    }
    let late = rules::may_resign(enrolment.state, detail, ctx.now()).err();
    let mut page = question(&ctx, enrolment, detail, late);
    page.late = find_late(&app, enrolment.id).await?;
    page.form = form;
    show_refused(&page)
}

async fn find_late(app: &App, id: EnrolmentId) -> Result<Option<Late>, DbError> {
    app.db
        .read(move |tx| Box::pin(async move { tx.opt(FIND_LATE, &[&id]).await }))
        .await
}

fn address(enrolment: &Enrolment) -> String {
    format!("{TRAININGS}/{}/resign", enrolment.id)
}

/// An enrolment that concerns the viewer, with its group.
pub(super) struct Own {
    pub enrolment: Enrolment,
    pub detail: GroupDetail,
    /// Whether the viewer acts in it.
    pub acts: bool,
}

impl Own {
    /// Giving it back is theirs.
    pub(super) fn may_resign(
        &self,
        actor: &Actor,
    ) -> Result<Permit<permissions::Resign>, AppError> {
        permissions::may_resign(actor, &self.enrolment, self.acts).ok_or(AppError::NotFound)
    }
}

/// Finds one that the viewer acts in; any other does not exist.
pub(super) async fn find_own(app: &App, actor: &Actor, id: &str) -> Result<Own, AppError> {
    let found = find_seen(app, actor, id).await?;
    Some(found)
        .filter(|found| found.acts)
        .ok_or(AppError::NotFound)
}

/// The same to be seen only: a teenager sees what the record that they are linked to has joined.
pub(super) async fn find_seen(app: &App, actor: &Actor, id: &str) -> Result<Own, AppError> {
    let id: EnrolmentId = id.parse().map_err(|_| AppError::NotFound)?;
    let account_id = actor.account_id;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let concern = concern_of(tx, account_id, id).await?;
            let concern = concern.ok_or(DbError::NotFound)?;
            let enrolment = find(tx, id).await?.ok_or(DbError::NotFound)?;
            let detail = catalogue::load_group(tx, enrolment.group_id).await?;
            Ok::<_, DbError>(Own {
                enrolment,
                detail: detail.ok_or(DbError::NotFound)?,
                acts: concern == Concern::Acts,
            })
        })
    });
    Ok(read.await?)
}

fn question(
    ctx: &Context,
    enrolment: &Enrolment,
    detail: &GroupDetail,
    why_not: Option<CanNotResign>,
) -> ResignPage {
    let t = ctx.t();
    let too_late_since = match why_not {
        Some(CanNotResign::TooLate(day)) => Some(t.day_of(day)),
        _ => None,
    };
    let is_childs = !enrolment.child.is_empty();
    let words = match (enrolment.state, is_childs) {
        (EnrolmentState::Offered, false) => OF_AN_OFFER,
        (EnrolmentState::Offered, true) => OF_A_CHILDS_OFFER,
        (_, false) => OF_A_PLACE,
        (_, true) => OF_A_CHILDS_PLACE,
    };
    let heading = too_late_since
        .as_ref()
        .map_or(words.title, |_| "enrolment-late-title");
    ResignPage {
        state: enrolment.state.code(),
        page: ctx.page(t.get(heading)),
        form: Form::new(),
        title: detail.course.title.clone(),
        starts: when::first(t, detail),
        action: address(enrolment),
        child: enrolment.child.clone(),
        home: if is_childs {
            (enrolment.home(), "enrolment-applications-title")
        } else {
            (enrolment.home(), "enrolment-my-title")
        },
        words,
        late: None,
        too_late_since,
    }
}
