//! Joining in two steps: the training's page, then this one with its single button. Whatever is in the way is a page
//! that says so and shows the next step.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use crate::accounts::Actor;
use crate::app::{App, Shared};
use crate::catalogue::rules::{self as dates, Standing};
use crate::catalogue::{CourseId, GroupId, Offer};
use crate::enrolment::actions::{JoinError, Joined, To, join};
use crate::enrolment::rules::{self, CanNotJoin};
use crate::enrolment::{EnrolmentId, Overlap, permissions, store, when};
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

const TRAININGS: &str = "/my/trainings";

#[derive(Template)]
#[template(path = "enrolment/join.html")]
struct JoinPage {
    page: Page,
    form: Form,
    course: String,
    title: String,
    /// Language of the title.
    language: String,
    action: String,
    meetings: Vec<String>,
    place: String,
    trainers: String,
    organisation: String,
    free: String,
    taken: i64,
    capacity: i64,
    price: String,
    resigning: String,
    /// Where the confirmation goes.
    confirmation: String,
    overlaps: Vec<String>,
    /// Why it is not possible; with it, the other dates of the course are offered.
    obstacle: Option<Obstacle>,
    others: Vec<Other>,
}

/// Why one can not join, in words.
struct Obstacle {
    kind: &'static str,
    text: String,
    /// Whether the organiser is the next step.
    contact: bool,
}

/// Another group of the course that can be joined.
struct Other {
    href: String,
    when: String,
    free: String,
}

/// `GET /courses/{course}/groups/{group}/join`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(ids): Path<(String, String)>,
) -> Result<Response, AppError> {
    let actor = ctx.actor()?;
    let offer = find(&app, &ids)?;
    let (joined, overlaps) = look_up(&app, actor, offer.detail.group.id).await?;
    if joined.is_some() {
        return Ok(go_saying(&app, TRAININGS, "enrolment-already-joined"));
    }
    let why_not = rules::may_join(&offer.detail, offer.taken(), ctx.now()).err();
    show(&view(
        &app,
        &ctx,
        actor,
        &offer,
        &overlaps,
        why_not.map(|why| (why, false)),
    ))
}

/// `POST /courses/{course}/groups/{group}/join`; the training's own page may send it too.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(ids): Path<(String, String)>,
    posted: PostedBy,
) -> Result<Response, AppError> {
    let offer = find(&app, &ids)?;
    if !posted.form.is_fine() {
        let (_, overlaps) = look_up(&app, &posted.actor, offer.detail.group.id).await?;
        let why_not = rules::may_join(&offer.detail, offer.taken(), ctx.now()).err();
        let mut again = view(
            &app,
            &ctx,
            &posted.actor,
            &offer,
            &overlaps,
            why_not.map(|why| (why, false)),
        );
        again.form.refuse(FieldError::new("", "enrolment-review"));
        return show_refused(&again);
    }
    let to = To {
        email: posted.actor.email.clone(),
        lang: posted.actor.lang,
    };
    let permit = permissions::may_join(&posted.actor, offer.detail.group.id);
    match join(&app, &permit, &to, ctx.now()).await {
        Ok(Joined::Now(_)) => Ok(go_saying(&app, TRAININGS, "enrolment-joined")),
        Ok(Joined::Before(_)) | Err(JoinError::JoinedBefore(_)) => {
            Ok(go_saying(&app, TRAININGS, "enrolment-already-joined"))
        }
        Err(JoinError::NoPerson) => Ok(go_saying(&app, "/my/profile", "enrolment-profile-first")),
        Err(JoinError::Refused(CanNotJoin::NotOffered)) => Err(AppError::NotFound),
        Err(JoinError::Refused(why)) => show_refused(&view(
            &app,
            &ctx,
            &posted.actor,
            &offer,
            &[],
            Some((why, true)),
        )),
        Err(JoinError::Database(error)) => Err(error.into()),
    }
}

/// The group as visitors see it, under the address of its own course.
fn find(app: &App, (course, group): &(String, String)) -> Result<Arc<Offer>, AppError> {
    let course: CourseId = course.parse().map_err(|_| AppError::NotFound)?;
    let group: GroupId = group.parse().map_err(|_| AppError::NotFound)?;
    let offer = app
        .catalogue
        .current()
        .group(group)
        .cloned()
        .ok_or(AppError::NotFound)?;
    if offer.detail.course.id == course {
        Ok(offer)
    } else {
        Err(AppError::NotFound)
    }
}

/// Whether the viewer is in already, and what else happens to them at the same time.
async fn look_up(
    app: &App,
    actor: &Actor,
    group_id: GroupId,
) -> Result<(Option<EnrolmentId>, Vec<Overlap>), AppError> {
    let account_id = actor.account_id;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let joined = tx
                .opt(store::FIND_JOINED, &[&account_id, &group_id])
                .await?;
            let overlaps = tx
                .all(store::LIST_OVERLAPS, &[&account_id, &group_id])
                .await?;
            Ok::<_, DbError>((joined, overlaps))
        })
    });
    Ok(read.await?)
}

/// The page; `why_not` comes with whether it was found only after the button was pressed.
fn view(
    app: &App,
    ctx: &Context,
    actor: &Actor,
    offer: &Offer,
    overlaps: &[Overlap],
    why_not: Option<(CanNotJoin, bool)>,
) -> JoinPage {
    let (t, detail) = (ctx.t(), &offer.detail);
    let group = &detail.group;
    let is_full = matches!(why_not, Some((CanNotJoin::Full, _)));
    let taken = if is_full {
        group.capacity
    } else {
        offer.taken()
    };
    let heading = why_not.map_or("enrolment-join-title", |(why, _)| heading_of(why));
    JoinPage {
        page: ctx.page(t.get(heading)),
        form: Form::new(),
        course: format!("/courses/{}", detail.course.id),
        title: detail.course.title.clone(),
        language: detail.course.language.clone(),
        action: address(detail.course.id, group.id),
        meetings: when::meetings(t, detail),
        place: when::place(t, detail, None),
        trainers: group.trainers.clone(),
        organisation: detail.organisation.name.clone(),
        free: free_places(t, group.capacity - taken, group.capacity),
        taken,
        capacity: group.capacity,
        price: price(t, offer),
        resigning: resigning(ctx, offer),
        confirmation: t
            .get("enrolment-confirmation-to")
            .text("email", &actor.email)
            .to_string(),
        overlaps: overlaps
            .iter()
            .map(|one| {
                t.get("enrolment-overlap-line")
                    .text("title", &one.title)
                    .text("when", when::span(t, detail, one.starts_at, one.ends_at))
                    .to_string()
            })
            .collect(),
        others: match why_not {
            Some(_) => others(app, ctx, offer),
            None => Vec::new(),
        },
        obstacle: why_not.map(|(why, pressed)| obstacle(ctx, offer, why, pressed)),
    }
}

fn address(course: CourseId, group: GroupId) -> String {
    format!("/courses/{course}/groups/{group}/join")
}

fn free_places(t: Translator, free: i64, capacity: i64) -> String {
    t.get("enrolment-places-free")
        .int("free", free)
        .int("capacity", capacity)
        .to_string()
}

fn price(t: Translator, offer: &Offer) -> String {
    let group = &offer.detail.group;
    if group.price_minor == 0 {
        t.get("enrolment-free-of-charge").to_string()
    } else {
        t.money(group.price_minor, &group.currency)
    }
}

/// Until when the viewer could resign after joining now.
fn resigning(ctx: &Context, offer: &Offer) -> String {
    let (t, detail) = (ctx.t(), &offer.detail);
    match (
        dates::last_day_to_resign(detail),
        dates::resign_before(detail),
    ) {
        (Some(_), Some(ends)) if ctx.now() >= ends => {
            t.get("enrolment-resign-too-late").to_string()
        }
        (Some(day), _) => {
            let until = t
                .get("enrolment-resign-until")
                .text("day", t.day_of(day))
                .to_string();
            format!("{until} {}", t.get("enrolment-resign-later"))
        }
        _ => t.get("enrolment-resign-any-time").to_string(),
    }
}

fn heading_of(why: CanNotJoin) -> &'static str {
    match why {
        CanNotJoin::NotOffered | CanNotJoin::Cancelled => "enrolment-cancelled-title",
        CanNotJoin::NotYetOpen(_) => "enrolment-not-yet-title",
        CanNotJoin::Closed => "enrolment-closed-title",
        CanNotJoin::Paid => "enrolment-paid-title",
        CanNotJoin::Full => "enrolment-full-title",
    }
}

fn obstacle(ctx: &Context, offer: &Offer, why: CanNotJoin, pressed: bool) -> Obstacle {
    let (t, group) = (ctx.t(), &offer.detail.group);
    let zone = &offer.detail.organisation.zone;
    let text = match why {
        CanNotJoin::NotOffered | CanNotJoin::Cancelled => t.get("enrolment-cancelled-text"),
        CanNotJoin::NotYetOpen(at) => t
            .get("enrolment-not-yet-text")
            .text("when", t.date_time(at, zone)),
        CanNotJoin::Closed if ctx.now() < group.closes_at => t.get("enrolment-begun-text"),
        CanNotJoin::Closed => t
            .get("enrolment-closed-text")
            .text("when", t.date_time(group.closes_at, zone)),
        CanNotJoin::Paid => t.get("enrolment-paid-text").text("price", price(t, offer)),
        CanNotJoin::Full if pressed => t.get("enrolment-full-text"),
        CanNotJoin::Full => t.get("enrolment-full-seen"),
    };
    Obstacle {
        kind: match why {
            CanNotJoin::NotOffered | CanNotJoin::Cancelled => "problem",
            CanNotJoin::Full => "attention",
            _ => "information",
        },
        text: text.to_string(),
        contact: why == CanNotJoin::Paid,
    }
}

/// Other groups of the same course that can be joined now.
fn others(app: &App, ctx: &Context, offer: &Offer) -> Vec<Other> {
    let (t, this) = (ctx.t(), &offer.detail);
    let snapshot = app.catalogue.current();
    let open = snapshot.groups_of(this.course.id).filter(|other| {
        other.detail.group.id != this.group.id && other.standing(ctx.now()) == Standing::Open
    });
    open.map(|other| Other {
        href: address(this.course.id, other.detail.group.id),
        when: when::first(t, &other.detail),
        free: free_places(t, other.free(), other.detail.group.capacity),
    })
    .collect()
}
