//! What staff decides about many people of a group at once.

use axum::extract::{Path, State};
use axum::response::Response;

use super::super::people;
use super::super::{Opened, Participant, open_group};
use super::decisions::{self, Kind, list_of, name_of};
use super::transfer::targets;
use crate::app::Shared;
use crate::catalogue::GroupId;
use crate::enrolment::EnrolmentId;
use crate::enrolment::actions::{self, DecideError, TransferError};
use crate::enrolment::reasons::Reason;
use crate::forms::{FieldError, Form};
use crate::staff_tables::bulk::{self, Ask, Chosen, Outcome, Question, Why};
use crate::web::{AppError, Context, PostedBy, go_saying};

/// What was decided, with all that it takes.
pub(super) enum Decision {
    Confirm,
    /// By this order of the institution.
    Enrol(String),
    Refuse(Reason),
    Cancel(Reason),
    Transfer(GroupId, String),
}

/// Reads what the question asked for; what is missing is noted in the form.
pub(super) fn read(form: &mut Form, deed: &str) -> Option<Decision> {
    match deed {
        "confirm" => Some(Decision::Confirm),
        "enrol" => Some(Decision::Enrol(bulk::reason(form))),
        "refuse" => decisions::read(form, Kind::Refuse).map(Decision::Refuse),
        "cancel" => decisions::read(form, Kind::Cancel).map(Decision::Cancel),
        _ => {
            let target = form.value("target").parse().ok();
            if target.is_none() {
                form.refuse(FieldError::new("target", "choose"));
            }
            let reason = bulk::reason(form);
            Some(Decision::Transfer(target?, reason))
        }
    }
}

/// What the question asks for where nothing is to be looked up.
pub(super) fn plain_asks(context: &Context, deed: &str) -> Vec<Ask> {
    let reasons = |kind: Kind| {
        let template = Ask {
            name: "template",
            label: "staff-reason-template",
            hint: "staff-reason-template-hint".to_owned(),
            options: Some(kind.reasons(context.t())),
        };
        let words = Ask {
            name: "words",
            label: "staff-reason-words",
            hint: "staff-reason-words-hint".to_owned(),
            options: None,
        };
        vec![template, words]
    };
    match deed {
        "refuse" => reasons(Kind::Refuse),
        "cancel" => reasons(Kind::Cancel),
        "enrol" => vec![Ask::reason("staff-order", "staff-order-hint")],
        _ => Vec::new(),
    }
}

/// A name as the question lists it: that of a child whose documents have to be seen first says so.
pub(super) fn name_in_question(context: &Context, name: String, waits: bool) -> String {
    if !waits {
        return name;
    }
    let said = context.t().get("lists-name-documents").text("name", name);
    said.to_string()
}

/// What the question asks for.
async fn asks(
    app: &Shared,
    context: &Context,
    opened: &Opened,
    deed: &str,
) -> Result<Vec<Ask>, AppError> {
    Ok(match deed {
        "transfer" => {
            let target = Ask {
                name: "target",
                label: "staff-transfer-target",
                hint: String::new(),
                options: Some(targets(app, context, opened, None).await?),
            };
            let reason = Ask::reason("staff-transfer-reason", "staff-reason-words-hint");
            vec![target, reason]
        }
        _ => plain_asks(context, deed),
    })
}

/// POST /staff/groups/{group}/participants: `deed` is `confirm`, `enrol`, `refuse`, `cancel` or `transfer`.
pub(super) async fn decide(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open_group(&app, &actor, &id).await?;
    opened.deciding()?;
    let chosen = Chosen::of(&form)?;
    if !["confirm", "enrol", "refuse", "cancel", "transfer"].contains(&chosen.deed.as_str()) {
        return Err(AppError::NotFound);
    }
    if chosen.ids.is_empty() {
        return Ok(go_saying(&app, &list_of(&opened), "lists-none-chosen"));
    }
    let action = "group.look_up";
    let list = people::look_up(&app, opened.keep.by(), &opened.detail, action, &context).await?;
    let found = |id: &i64| list.find(EnrolmentId::new(*id));
    let named = |one: &Participant| {
        let waits = chosen.deed == "confirm" && one.lacks_documents;
        name_in_question(&context, name_of(one), waits)
    };
    let decision = if chosen.is_confirmed {
        read(&mut form, &chosen.deed)
    } else {
        None
    };
    let Some(decision) = decision.filter(|_| form.is_fine()) else {
        return Question {
            chosen: &chosen,
            names: chosen.ids.iter().filter_map(found).map(named).collect(),
            back: list_of(&opened),
            asks: asks(&app, &context, &opened, &chosen.deed).await?,
            is_grave: ["refuse", "cancel"].contains(&chosen.deed.as_str()),
        }
        .page(&context, form);
    };
    let mut outcome = Outcome::new(&context);
    for id in &chosen.ids {
        let (mut named, mut fate) = (Default::default(), Err(Why::Missing));
        if let Some(one) = found(id) {
            named = (name_of(one), format!("/staff/enrolments/{id}"));
            fate = decide_one(&app, &context, &opened, one.id, &decision).await;
        }
        outcome.note(named, fate);
    }
    outcome.page(&context, &chosen.deed, list_of(&opened))
}

pub(super) async fn decide_one(
    app: &Shared,
    context: &Context,
    opened: &Opened,
    id: EnrolmentId,
    decision: &Decision,
) -> Result<(), Why> {
    let (permit, now) = (opened.deciding()?, context.now());
    let done = match decision {
        Decision::Confirm => actions::confirm(app, permit, id, now).await,
        Decision::Enrol(order) => actions::enrol(app, permit, id, order, now).await,
        Decision::Refuse(reason) => actions::refuse(app, permit, id, reason, now).await,
        Decision::Cancel(reason) => actions::cancel(app, permit, id, reason, now).await,
        Decision::Transfer(target, reason) => {
            let moved = actions::transfer(app, permit, id, *target, reason, now).await;
            return moved.map(|_| ()).map_err(|error| match error {
                TransferError::NoReason => Why::refused("required"),
                TransferError::NotConfirmed => Why::refused("lists_not_confirmed"),
                TransferError::NotThere => Why::refused("lists_target_gone"),
                TransferError::Full => Why::refused("target_full"),
                TransferError::AlreadyThere => Why::refused("target_joined"),
                TransferError::Database(error) => error.into(),
            });
        }
    };
    done.map_err(|error| match error {
        DecideError::Decided => Why::refused("lists_decided"),
        DecideError::Unconfirmed => Why::refused("lists_unconfirmed"),
        DecideError::Database(error) => error.into(),
    })
}
