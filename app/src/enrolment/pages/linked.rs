//! A teenager whose sign-in is linked to the record that a parent holds: the page of joining prepares an application, or submits
//! it where the parent has chosen so and nobody has to pay.

use std::sync::Arc;

use axum::response::Response;
use database::DbError;

use super::join::{Found, JoinPage, asks_age, pressed, said, view, way_of};
use super::join_words::Obstacle;
use super::joining::{Seen, look_up};
use super::who;
use crate::accounts::Actor;
use crate::app::Shared;
use crate::catalogue::Offer;
use crate::enrolment::actions::{JoinError, Joined, To, join_for_holder, prepare};
use crate::enrolment::payer::Payer;
use crate::enrolment::permissions;
use crate::families::letters::Guardian;
use crate::families::store::LIST_GUARDIANS;
use crate::families::teenager::{Link, link_of_account};
use crate::forms::{FieldError, Form};
use crate::i18n::Lang;
use crate::web::{AppError, Context, go_saying, show_refused};

/// The link, with those who act for the teenager.
pub(super) struct Linked {
    link: Link,
    guardians: Vec<Guardian>,
}

impl Linked {
    /// Whether the button submits; otherwise it prepares.
    fn submits(&self, seen: &Seen) -> bool {
        self.link.may_submit && seen.price == 0
    }

    /// In whose cabinet it is: whoever invited, while they act for the teenager.
    fn holder(&self) -> Option<&Guardian> {
        let invited = self.link.invited_by;
        let mut all = self.guardians.iter();
        all.find(|one| one.account_id == invited)
            .or(self.guardians.first())
    }
}

/// The link of the viewer; none for everybody else.
pub(super) async fn of(app: &Shared, actor: &Actor) -> Result<Option<Linked>, AppError> {
    if !actor.is_linked {
        return Ok(None);
    }
    let account = actor.account_id;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let Some(link) = link_of_account(tx, account).await? else {
                return Ok::<_, DbError>(None);
            };
            let guardians = tx.all(LIST_GUARDIANS, &[&link.person_id]).await?;
            Ok(Some(Linked { link, guardians }))
        })
    });
    Ok(read.await?)
}

/// The page in a teenager's words.
pub(super) fn reword(
    ctx: &Context,
    page: &mut JoinPage,
    linked: &Linked,
    seen: &Seen,
    offer: &Offer,
) {
    let t = ctx.t();
    page.is_about_age = false;
    page.is_paid = false;
    if !asks_age(offer) {
        page.obstacle = Some(Obstacle {
            kind: "information",
            text: t.get("teenagers-adults-only").to_string(),
        });
        return;
    }
    let (about, button, confirmation) = if linked.submits(seen) {
        (
            "teenagers-submit-about",
            "teenagers-submit-button",
            "teenagers-submit-letter",
        )
    } else {
        (
            "teenagers-prepare-about",
            "teenagers-prepare-button",
            "teenagers-prepare-letter",
        )
    };
    page.says.about = t.get(about).to_string();
    page.says.button = t.get(button).to_string();
    page.confirmation = t.get(confirmation).to_string();
}

fn again(
    (app, ctx, actor): (&Shared, &Context, &Actor),
    (offer, seen, linked): (&Offer, &Seen, &Linked),
    way: (Found, bool),
    form: Form,
) -> Result<Response, AppError> {
    let mut page = view(app, ctx, actor, offer, seen, way);
    reword(ctx, &mut page, linked, seen, offer);
    page.form = form;
    show_refused(&page)
}

/// What the button does.
pub(super) async fn send(
    (app, ctx, actor): (&Shared, &Context, &Actor),
    offer: &Arc<Offer>,
    mut form: Form,
) -> Result<Response, AppError> {
    let linked = of(app, actor).await?.ok_or(AppError::NotFound)?;
    let mut seen = look_up(app, actor, offer).await?;
    let is_review = !form.is_fine();
    let chosen = asks_age(offer).then(|| who::chosen(&mut form, offer, &seen, ctx.now()));
    let is_own = chosen.flatten() == Some(linked.link.person_id);
    let way = way_of(ctx, offer);
    if is_review {
        form.refuse(FieldError::new("", "enrolment-review"));
    }
    if !is_own || way.0.is_err() || !form.is_fine() {
        return again((app, ctx, actor), (offer, &seen, &linked), way, form);
    }
    let mut own = seen.candidates.iter();
    if own.any(|one| one.joined.is_some()) {
        return Ok(go_saying(
            app,
            "/my/applications",
            "enrolment-child-already",
        ));
    }
    if !linked.submits(&seen) {
        return prepare_it((app, ctx, actor), offer, &linked).await;
    }
    match submit((app, ctx, actor), offer, &linked, form.value("list") == "1").await {
        Ok(joined) => Ok(said(app, joined, true)),
        Err(JoinError::JoinedBefore(id)) => Ok(said(app, Joined::Before(id), true)),
        Err(JoinError::NoPerson) => Ok(go_saying(app, "/my/record", "teenagers-prepares-now")),
        Err(JoinError::Refused(why)) => {
            seen.overlaps.clear();
            let way = pressed(offer, &form, why);
            again((app, ctx, actor), (offer, &seen, &linked), way, form)
        }
        Err(JoinError::Database(error)) => Err(error.into()),
    }
}

async fn submit(
    (app, ctx, actor): (&Shared, &Context, &Actor),
    offer: &Offer,
    linked: &Linked,
    waits: bool,
) -> Result<Joined, JoinError> {
    let permit = permissions::may_submit(actor, &linked.link, offer.detail.group.id);
    let (permit, holder) = permit.zip(linked.holder()).ok_or(JoinError::NoPerson)?;
    let to = To {
        email: holder.email.clone(),
        lang: Lang::from_code(&holder.language).unwrap_or_default(),
        name: holder.name.clone(),
        payer: Payer::Participant,
    };
    join_for_holder(app, &permit, (holder.account_id, &to), waits, ctx.now()).await
}

async fn prepare_it(
    (app, ctx, actor): (&Shared, &Context, &Actor),
    offer: &Offer,
    linked: &Linked,
) -> Result<Response, AppError> {
    let permit = permissions::may_prepare(actor, &linked.link, offer.detail.group.id);
    let permit = permit.ok_or(AppError::NotFound)?;
    let (own, now) = (app.clone(), ctx.now());
    let write = app
        .db
        .write(move |tx| Box::pin(async move { prepare(tx, &own, &permit, now).await }));
    let is_new = write.await?;
    app.outbox.wake();
    let said = if is_new {
        "teenagers-prepared"
    } else {
        "teenagers-prepared-before"
    };
    Ok(go_saying(app, "/my/applications/prepared", said))
}
