//! Moving somebody to another group of the same course.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::super::staff_store::{FIND_WORKPLACE_OF, LIST_TARGETS, Target};
use super::super::{Opened, Participant, open_enrolment};
use super::decisions::{group_of, list_of, name_of};
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::catalogue::prices;
use crate::enrolment::Enrolment;
use crate::enrolment::actions::{TransferError, transfer};
use crate::forms::{FieldError, Form};
use crate::people::PersonId;
use crate::text::clean_text;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "staff/transfer.html")]
struct Transfer {
    page: Page,
    form: Form,
    group: (String, String),
    list: String,
    back: String,
    action: String,
    targets: Vec<(String, String)>,
}

/// Groups that somebody of this group can be moved to: id, and what to say about it. The price is that of this person,
/// or the usual one.
pub(super) async fn targets(
    app: &Shared,
    context: &Context,
    opened: &Opened,
    person: Option<PersonId>,
) -> Result<Vec<(String, String)>, AppError> {
    let (t, now, zone) = (
        context.t(),
        context.now(),
        opened.detail.organisation.zone.clone(),
    );
    let (course, here) = (opened.detail.course.id, opened.detail.group.clone());
    let tree = app.organisations.current();
    let found = app.db.read(move |tx| {
        Box::pin(async move {
            let workplace: Option<OrganisationId> = match person {
                Some(id) => tx.one(FIND_WORKPLACE_OF, &[&id]).await?,
                None => None,
            };
            let special = prices::of_group(tx, here.id).await?;
            let here_costs = prices::price_in(here.price_minor, &special, workplace, &tree);
            let targets: Vec<Target> = tx.all(LIST_TARGETS, &[&course, &here.id, &now]).await?;
            let mut found = Vec::new();
            for mut one in targets {
                let special = prices::of_group(tx, one.id).await?;
                one.price_minor = prices::price_in(one.price_minor, &special, workplace, &tree);
                let is_same = one.price_minor == here_costs && one.currency == here.currency;
                found.push((one, is_same));
            }
            Ok::<_, DbError>(found)
        })
    });
    let target = |(one, is_same): (Target, bool)| {
        let when = one.starts_at.map_or_else(
            || t.get("staff-no-meetings").to_string(),
            |at| t.date_time(at, &zone),
        );
        let mut text = t
            .get("staff-transfer-to")
            .text("code", one.code)
            .text("when", when)
            .int("free", one.free)
            .to_string();
        if !is_same {
            let price = t.money(one.price_minor, &one.currency);
            let other = t.get("staff-transfer-price").text("price", price);
            text = format!("{text}. {other}");
        }
        (one.id.to_string(), text)
    };
    Ok(found.await?.into_iter().map(target).collect())
}

async fn page(
    app: &Shared,
    context: &Context,
    opened: &Opened,
    (one, who): (&Enrolment, &Participant),
    form: Form,
) -> Result<Transfer, AppError> {
    let title = context.t().get("staff-transfer-title");
    Ok(Transfer {
        page: context.page(title.text("name", name_of(who))).dense(),
        group: group_of(opened),
        list: list_of(opened),
        back: format!("/staff/enrolments/{}", one.id),
        action: format!("/staff/enrolments/{}/transfer", one.id),
        targets: targets(app, context, opened, Some(one.person_id)).await?,
        form,
    })
}

/// GET /staff/enrolments/{enrolment}/transfer
pub(super) async fn ask(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = context.staff()?;
    let (opened, one, who) = open_enrolment(&app, actor, &id, context.now()).await?;
    opened.deciding()?;
    show(&page(&app, &context, &opened, (&one, &who), Form::new()).await?)
}

/// POST /staff/enrolments/{enrolment}/transfer
pub(super) async fn send(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let actor: Arc<_> = actor;
    let now = context.now();
    let (opened, one, who) = open_enrolment(&app, &actor, &id, now).await?;
    let permit = opened.deciding()?;
    let reason = match clean_text(form.value("reason"), 1_000) {
        Ok(reason) => reason,
        Err(problem) => {
            form.refuse(problem.on("reason"));
            String::new()
        }
    };
    let target = form.value("target").parse().ok();
    if target.is_none() {
        form.refuse(FieldError::new("target", "choose"));
    }
    if let (Some(target), true) = (target, form.is_fine()) {
        let refused = match transfer(&app, permit, one.id, target, &reason, now).await {
            Ok(new) => {
                let home = format!("/staff/enrolments/{new}");
                return Ok(go_saying(&app, &home, "staff-transferred"));
            }
            Err(TransferError::NotConfirmed) => {
                return Ok(go_saying(&app, &list_of(&opened), "staff-decided-before"));
            }
            Err(TransferError::NoReason) => FieldError::new("reason", "required"),
            Err(TransferError::NotThere) => FieldError::new("target", "choose"),
            Err(TransferError::Full) => FieldError::new("target", "target_full"),
            Err(TransferError::AlreadyThere) => FieldError::new("target", "target_joined"),
            Err(TransferError::Database(error)) => return Err(error.into()),
        };
        form.refuse(refused);
    }
    show_refused(&page(&app, &context, &opened, (&one, &who), form).await?)
}
