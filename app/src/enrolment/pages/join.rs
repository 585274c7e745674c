//! Joining in two steps: the training's page, then this one with its single button. Whatever is in the way is a page
//! that says so and shows the next step.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::joining::{Seen, look_up, may_cost};
use crate::accounts::Actor;
use crate::app::{App, Shared};
use crate::catalogue::rules::{self as dates, Standing};
use crate::catalogue::{CourseId, GroupId, Offer};
use crate::enrolment::actions::{JoinError, Joined, To, join, join_or_wait};
use crate::enrolment::payer::{self, Payer};
use crate::enrolment::rules::{self, CanNotJoin, Way};
use crate::enrolment::{permissions, when};
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
    /// Whether somebody has to pay.
    is_paid: bool,
    resigning: String,
    /// Where the confirmation goes.
    confirmation: String,
    overlaps: Vec<String>,
    /// Heading, what the button does, and the button.
    says: Says,
    /// Position that one would get in the line for a place.
    position: Option<i64>,
    /// Why it is not possible; with it, the other dates of the course are offered.
    obstacle: Option<Obstacle>,
    others: Vec<Other>,
}

/// What the page says about its button.
struct Says {
    about: String,
    button: String,
    /// Somebody was a moment faster, but there is the list.
    too_late: bool,
}

/// Why one can not join, in words.
struct Obstacle {
    kind: &'static str,
    text: String,
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
    let seen = look_up(&app, actor, &offer).await?;
    if seen.joined.is_some() {
        return Ok(go_saying(&app, TRAININGS, "enrolment-already-joined"));
    }
    let mut page = view(&app, &ctx, actor, &offer, &seen, way_of(&ctx, &offer));
    if page.is_paid {
        page.form = payer::fill(seen.workplace.as_ref());
    }
    show(&page)
}

/// `POST /courses/{course}/groups/{group}/join`; the training's own page may send it too.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(ids): Path<(String, String)>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let offer = find(&app, &ids)?;
    let is_review = !form.is_fine();
    let mut payer = Payer::Participant;
    if is_review || may_cost(&app, &offer).await? {
        let seen = look_up(&app, &actor, &offer).await?;
        if seen.joined.is_some() {
            return Ok(go_saying(&app, TRAININGS, "enrolment-already-joined"));
        }
        let way = way_of(&ctx, &offer);
        if way.0.is_ok() && seen.price > 0 {
            payer = payer::read(&mut form, seen.workplace.as_ref()).unwrap_or_default();
            if form.is_fine() {
                limit(&app, &actor, &payer, &mut form);
            }
        }
        if !form.is_fine() {
            let mut again = view(&app, &ctx, &actor, &offer, &seen, way);
            if is_review {
                form.refuse(FieldError::new("", "enrolment-review"));
            }
            again.form = form;
            return show_refused(&again);
        }
    }
    let to = To {
        email: actor.email.clone(),
        lang: actor.lang,
        payer,
    };
    let permit = permissions::may_join(&actor, offer.detail.group.id);
    let joined = if form.value("list") == "1" {
        join_or_wait(&app, &permit, &to, ctx.now()).await
    } else {
        join(&app, &permit, &to, ctx.now()).await
    };
    match joined {
        Ok(Joined::Now(_)) => Ok(go_saying(&app, TRAININGS, "enrolment-joined")),
        Ok(Joined::Applied(_)) => Ok(go_saying(&app, TRAININGS, "enrolment-applied")),
        Ok(Joined::Waiting(_)) => Ok(go_saying(&app, TRAININGS, "enrolment-in-line")),
        Ok(Joined::Before(_)) | Err(JoinError::JoinedBefore(_)) => {
            Ok(go_saying(&app, TRAININGS, "enrolment-already-joined"))
        }
        Err(JoinError::NoPerson) => Ok(go_saying(&app, "/my/profile", "enrolment-profile-first")),
        Err(JoinError::Refused(CanNotJoin::NotOffered)) => Err(AppError::NotFound),
        Err(JoinError::Refused(why)) => {
            let mut seen = look_up(&app, &actor, &offer).await?;
            seen.overlaps.clear();
            let way = pressed(&offer, &form, why);
            let mut again = view(&app, &ctx, &actor, &offer, &seen, way);
            again.form = form;
            show_refused(&again)
        }
        Err(JoinError::Database(error)) => Err(error.into()),
    }
}

/// A letter to an institution counts for the account and for the mailbox, so that nobody uses it to write to strangers.
fn limit(app: &App, actor: &Actor, payer: &Payer, form: &mut Form) {
    let Payer::Institution(institution) = payer else {
        return;
    };
    let asked = app
        .limits
        .institution(actor.account_id, &institution.email.to_lowercase());
    if let Err(code) = asked {
        form.refuse(FieldError::new("payer_email", code));
    }
}

/// What one gets, or why not; with whether that was found only after the button was pressed.
type Found = Result<Way, (CanNotJoin, bool)>;

fn way_of(ctx: &Context, offer: &Offer) -> (Found, bool) {
    let way = rules::may_join(&offer.detail, offer.counts(), ctx.now());
    (way.map_err(|why| (why, false)), false)
}

/// Somebody was faster: whoever asked for a place is shown the line for one, where there is room in it.
fn pressed(offer: &Offer, form: &Form, why: CanNotJoin) -> (Found, bool) {
    let (waiting, most) = (offer.counts().waiting, offer.detail.group.waiting_places);
    let had_not_seen_it = form.value("list") != "1";
    if why == CanNotJoin::Full && had_not_seen_it && waiting < most {
        return (Ok(Way::Line(waiting + 1)), true);
    }
    (Err((why, true)), false)
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

/// The page; what was found comes with whether somebody was a moment faster.
fn view(
    app: &App,
    ctx: &Context,
    actor: &Actor,
    offer: &Offer,
    seen: &Seen,
    (way, too_late): (Found, bool),
) -> JoinPage {
    let (t, detail) = (ctx.t(), &offer.detail);
    let group = &detail.group;
    let position = match way {
        Ok(Way::Line(position)) => Some(position),
        _ => None,
    };
    let why_not = way.err();
    let is_full = position.is_some() || matches!(why_not, Some((CanNotJoin::Full, _)));
    let taken = if is_full {
        group.capacity
    } else {
        offer.taken()
    };
    let usual = match position {
        Some(_) => "enrolment-line-title",
        None => "enrolment-join-title",
    };
    let heading = why_not.map_or(usual, |(why, _)| heading_of(why));
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
        price: price(t, seen.price, &group.currency),
        is_paid: seen.price > 0 && why_not.is_none(),
        resigning: resigning(ctx, offer),
        confirmation: t
            .get("enrolment-confirmation-to")
            .text("email", &actor.email)
            .to_string(),
        overlaps: seen
            .overlaps
            .iter()
            .map(|one| {
                t.get("enrolment-overlap-line")
                    .text("title", &one.title)
                    .text("when", when::span(t, detail, one.starts_at, one.ends_at))
                    .to_string()
            })
            .collect(),
        others: if why_not.is_some() || position.is_some() {
            others(app, ctx, offer)
        } else {
            Vec::new()
        },
        says: says(t, offer, position, too_late),
        position,
        obstacle: why_not.map(|(why, pressed)| obstacle(ctx, offer, why, pressed)),
    }
}

fn says(t: Translator, offer: &Offer, position: Option<i64>, too_late: bool) -> Says {
    let detail = &offer.detail;
    let about = match (position, detail.group.needs_approval) {
        (Some(position), _) => t
            .get("enrolment-line-about")
            .int("position", position)
            .int("hours", detail.organisation.offer_hours),
        (None, true) => t.get("enrolment-apply-about"),
        (None, false) => t.get("enrolment-join-about"),
    };
    let button = match (position, detail.group.needs_approval) {
        (Some(_), _) => "enrolment-line-button",
        (None, true) => "enrolment-apply-button",
        (None, false) => "enrolment-join-button",
    };
    Says {
        about: about.to_string(),
        button: t.get(button).to_string(),
        too_late,
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

fn price(t: Translator, minor: i64, currency: &str) -> String {
    if minor == 0 {
        t.get("enrolment-free-of-charge").to_string()
    } else {
        t.money(minor, currency)
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
