//! Joining in two steps: the training's page, then this one with its single button. Whatever is in the way is a page
//! that says so and shows the next step.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::join_words::{Obstacle, Says, heading_of, obstacle, overlaps, resigning, says};
use super::joining::{Seen, look_up, may_cost};
use super::linked;
use super::who::{self, Who};
use crate::accounts::Actor;
use crate::app::{App, Shared};
use crate::catalogue::rules::Standing;
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
pub(super) struct JoinPage {
    page: Page,
    pub(super) form: Form,
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
    pub(super) is_paid: bool,
    resigning: String,
    /// Where the confirmation goes.
    pub(super) confirmation: String,
    overlaps: Vec<String>,
    /// For whom; nobody where one joins by oneself.
    who: Who,
    /// Heading, what the button does, and the button.
    pub(super) says: Says,
    /// Whether the button asks for a spot: in line, or in the draw.
    lists: bool,
    /// Why it is not possible; with it, the other dates of the course are offered.
    pub(super) obstacle: Option<Obstacle>,
    /// Nobody of the right age is there; one can add a child.
    pub(super) is_about_age: bool,
    others: Vec<Other>,
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
    if !asks_age(&offer) && seen.has_joined() {
        return Ok(go_saying(&app, TRAININGS, "enrolment-already-joined"));
    }
    let mut page = view(&app, &ctx, actor, &offer, &seen, way_of(&ctx, &offer));
    if page.is_paid {
        page.form = payer::fill(seen.workplace.as_ref());
    }
    if let Some(linked) = linked::of(&app, actor).await? {
        linked::reword(&ctx, &mut page, &linked, &seen, &offer);
    }
    if let [only] = page.who.choices.as_slice() {
        page.form = page.form.with("person", &only.id);
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
    if actor.is_linked {
        return linked::send((&app, &ctx, &actor), &offer, form).await;
    }
    let is_review = !form.is_fine();
    let (mut payer, mut child) = (Payer::Participant, None);
    if is_review || asks_age(&offer) || may_cost(&app, &offer).await? {
        let seen = look_up(&app, &actor, &offer).await?;
        if asks_age(&offer) {
            child = who::chosen(&mut form, &offer, &seen, ctx.now());
        } else if seen.has_joined() {
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
        name: actor.name.clone(),
        payer,
    };
    let group = offer.detail.group.id;
    let permit = match child {
        Some(child) => permissions::may_enrol_child(&actor, group, child),
        None => permissions::may_join(&actor, group),
    };
    let joined = if form.value("list") == "1" {
        join_or_wait(&app, &permit, &to, ctx.now()).await
    } else {
        join(&app, &permit, &to, ctx.now()).await
    };
    match joined {
        Ok(joined) => Ok(said(&app, joined, child.is_some())),
        Err(JoinError::JoinedBefore(id)) => Ok(said(&app, Joined::Before(id), child.is_some())),
        Err(JoinError::NoPerson) if child.is_some() => Err(AppError::NotFound),
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

/// Whether the course asks for an age, and so for whom one applies.
pub(super) fn asks_age(offer: &Offer) -> bool {
    offer.detail.course.ages().is_some()
}

/// Where one finds what was joined, and what is said there.
pub(super) fn said(app: &App, joined: Joined, is_child: bool) -> Response {
    let said = match (joined, is_child) {
        (Joined::Now(_), false) => "enrolment-joined",
        (Joined::Applied(_), false) => "enrolment-applied",
        (Joined::Waiting(_), false) => "enrolment-in-line",
        (Joined::Draw(_), false) => "draws-entered",
        (Joined::Draw(_), true) => "draws-child-entered",
        (Joined::Before(_), false) => "enrolment-already-joined",
        (Joined::Now(_), true) => "enrolment-child-joined",
        (Joined::Applied(_), true) => "enrolment-child-applied",
        (Joined::Waiting(_), true) => "enrolment-child-in-line",
        (Joined::Before(_), true) => "enrolment-child-already",
    };
    let home = if is_child {
        "/my/applications"
    } else {
        TRAININGS
    };
    go_saying(app, home, said)
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
pub(super) type Found = Result<Way, (CanNotJoin, bool)>;

pub(super) fn way_of(ctx: &Context, offer: &Offer) -> (Found, bool) {
    let way = rules::may_join(&offer.detail, offer.counts(), ctx.now());
    (way.map_err(|why| (why, false)), false)
}

/// Somebody was faster: whoever asked for a place is shown the line for one, where there is room in it.
pub(super) fn pressed(offer: &Offer, form: &Form, why: CanNotJoin) -> (Found, bool) {
    let (waiting, most) = (offer.counts().waiting, offer.detail.group.waiting_places);
    let had_not_seen_it = form.value("list") != "1";
    if why == CanNotJoin::Full && had_not_seen_it && offer.detail.group.is_undrawn() {
        return (Ok(Way::Draw), false);
    }
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
pub(super) fn view(
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
    let who = who::who(t, offer, seen, ctx.now());
    let nobody = asks_age(offer) && who.choices.is_empty();
    let why_not = way.err().or(nobody.then_some((CanNotJoin::Age, false)));
    let is_full = position.is_some() || matches!(why_not, Some((CanNotJoin::Full, _)));
    let taken = if is_full {
        group.capacity
    } else {
        offer.taken()
    };
    let usual = match position {
        None if way == Ok(Way::Draw) => "draws-join-title",
        Some(_) => "enrolment-line-title",
        None if asks_age(offer) => "enrolment-child-title",
        None => "enrolment-join-title",
    };
    // Whoever has applied for every child is not told that they are of another age.
    let has_applied = nobody && !who.joined.is_empty();
    let heading = match why_not {
        Some((CanNotJoin::Age, _)) if has_applied => "enrolment-child-title",
        Some((why, _)) => heading_of(why),
        None => usual,
    };
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
        overlaps: overlaps(t, offer, seen),
        others: if why_not.is_some() || position.is_some() {
            others(app, ctx, offer)
        } else {
            Vec::new()
        },
        says: says(t, offer, position, (too_late, ctx.now())),
        who,
        lists: position.is_some() || way == Ok(Way::Draw),
        is_about_age: asks_age(offer) && matches!(why_not, Some((CanNotJoin::Age, _))),
        obstacle: match why_not {
            Some((CanNotJoin::Age, _)) if has_applied => Some(Obstacle {
                kind: "information",
                text: t.get("enrolment-child-all-applied").to_string(),
            }),
            other => other.map(|(why, pressed)| obstacle(ctx, offer, why, pressed)),
        },
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
