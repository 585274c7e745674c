//! One person in one group, as staff sees it: the result and its correction, the certificate and what becomes of it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;
use jiff::Timestamp;

use crate::accounts::Actor;
use crate::app::Shared;
use crate::audit::{LIST_RECORDED, Recorded};
use crate::certificates::actions::{ManageError, correct_result, reissue, revoke};
use crate::certificates::permissions::{may_manage, may_see};
use crate::certificates::{Certificate, CertificateState, store};
use crate::enrolment::actions::CorrectError;
use crate::enrolment::staff::{Opened, Participant, open_enrolment};
use crate::enrolment::{self, Enrolment, EnrolmentId, EnrolmentState};
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::text::clean_text;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

struct Paper {
    number: String,
    issued: String,
    badge: (&'static str, String),
    href: String,
}

struct Line {
    text: String,
    when: String,
    stamp: String,
    who: String,
}

#[derive(Template)]
#[template(path = "staff/enrolment.html")]
struct OneEnrolment {
    page: Page,
    form: Form,
    group: String,
    list: String,
    title: String,
    action: String,
    participant: Participant,
    badge: (&'static str, String),
    /// What a correction would make of it; none while there is no result.
    other_result: Option<&'static str>,
    papers: Vec<Paper>,
    /// Id of the certificate that holds, for those who may replace it.
    held: Option<String>,
    timeline: Vec<Line>,
}

fn state_kind(state: CertificateState) -> &'static str {
    match state {
        CertificateState::Issued => "done",
        CertificateState::Reissued => "information",
        CertificateState::Revoked => "problem",
    }
}

fn line(t: Translator, opened: &Opened, event: &Recorded) -> Line {
    let text = t.get(enrolment::event_key(&event.action)).to_string();
    let reason = event.reason.as_deref().unwrap_or_default();
    Line {
        text: if reason.is_empty() {
            text
        } else {
            t.get("staff-event-because")
                .text("event", text)
                .text("reason", reason)
                .to_string()
        },
        when: t.date_time(event.at, &opened.detail.organisation.zone),
        stamp: event.at.to_string(),
        who: match event.by_name.as_deref() {
            Some(name) if !name.is_empty() => name.to_owned(),
            _ => t.get("staff-event-by-system").to_string(),
        },
    }
}

async fn read(app: &Shared, id: EnrolmentId) -> Result<(Vec<Certificate>, Vec<Recorded>), DbError> {
    let work = app.db.read(move |tx| {
        Box::pin(async move {
            let papers = tx.all(store::LIST_OF_ENROLMENT, &[&id]).await?;
            let subject: (&str, i64) = ("enrolment", id.get());
            let events = tx.all(LIST_RECORDED, &[&subject.0, &subject.1]).await?;
            Ok((papers, events))
        })
    });
    work.await
}

async fn page(
    app: &Shared,
    context: &Context,
    actor: &Actor,
    (opened, one, participant): (&Opened, &Enrolment, Participant),
    form: Form,
) -> Result<OneEnrolment, AppError> {
    let (t, zone) = (context.t(), &opened.detail.organisation.zone);
    let (papers, events) = read(app, one.id).await?;
    let tree = app.organisations.current();
    let visible = papers.iter().filter(|paper| may_see(actor, &tree, paper));
    let name = format!("{} {}", participant.given_name, participant.surname);
    let held = visible
        .clone()
        .find(|paper| paper.state == CertificateState::Issued);
    Ok(OneEnrolment {
        page: context.page(name).dense(),
        group: format!("/staff/groups/{}", opened.detail.group.id),
        list: format!("/staff/groups/{}/participants", opened.detail.group.id),
        title: opened.detail.course.title.clone(),
        action: format!("/staff/enrolments/{}", one.id),
        badge: (
            one.state.kind(),
            t.get(&format!("staff-enrolment-state-{}", one.state.code()))
                .to_string(),
        ),
        other_result: match one.state {
            EnrolmentState::Completed => Some("not_completed"),
            EnrolmentState::NotCompleted => Some("completed"),
            _ => None,
        },
        held: held.map(|paper| paper.id.to_string()),
        papers: visible
            .map(|paper| Paper {
                number: paper.register_number.clone(),
                issued: t.date_time(paper.issued_at, zone),
                badge: (
                    state_kind(paper.state),
                    t.get(&format!("certificates-state-{}", paper.state.code()))
                        .to_string(),
                ),
                href: format!("/staff/certificates/{}.pdf", paper.id),
            })
            .collect(),
        timeline: events.iter().map(|event| line(t, opened, event)).collect(),
        participant,
        form,
    })
}

/// GET /staff/enrolments/{enrolment}
pub(super) async fn show_one(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = context.staff()?;
    let (opened, one, who) = open_enrolment(&app, actor, &id, context.now()).await?;
    show(&page(&app, &context, actor, (&opened, &one, who), Form::new()).await?)
}

/// The reason as typed, cleaned; without one, nothing is done.
fn reason_of(form: &mut Form, field: &'static str) -> Option<String> {
    match clean_text(form.value(field), 1_000) {
        Ok(reason) if reason.is_empty() => form.refuse(FieldError::new(field, "required")),
        Ok(reason) => return Some(reason),
        Err(problem) => form.refuse(problem.on(field)),
    }
    None
}

/// POST /staff/enrolments/{enrolment}/result
pub(super) async fn correct(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let now = context.now();
    let (opened, one, who) = open_enrolment(&app, &actor, &id, now).await?;
    let completed = form.value("result") == "completed";
    if let Some(reason) = reason_of(&mut form, "result_reason")
        && form.is_fine()
    {
        let permit = open_enrolment(&app, &actor, &id, now).await?.0.keep;
        match correct_result(&app, permit, one.id, completed, &reason, now).await {
            Ok(()) => return Ok(done(&app, one.id, "staff-result-corrected")),
            Err(CorrectError::NoReason) => {
                form.refuse(FieldError::new("result_reason", "required"))
            }
            Err(CorrectError::NothingToCorrect) => {
                form.refuse(FieldError::new("", "nothing_to_correct"));
            }
            Err(CorrectError::Database(error)) => return Err(error.into()),
        }
    }
    show_refused(&page(&app, &context, &actor, (&opened, &one, who), form).await?)
}

/// POST /staff/enrolments/{enrolment}/certificate
pub(super) async fn manage(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let now = context.now();
    let (opened, one, who) = open_enrolment(&app, &actor, &id, now).await?;
    let reason = reason_of(&mut form, "certificate_reason").filter(|_| form.is_fine());
    if let Some(reason) = reason {
        match replace_or_revoke(&app, &actor, &one, &form, reason, now).await {
            Ok(said) => return Ok(done(&app, one.id, said)),
            Err(ManageError::Database(DbError::NotFound)) => return Err(AppError::NotFound),
            Err(ManageError::Database(error)) => return Err(error.into()),
            Err(ManageError::NotValid) => form.refuse(FieldError::new("", "certificate_not_valid")),
            Err(ManageError::NotPossible) => {
                form.refuse(FieldError::new("", "certificate_not_possible"));
            }
            Err(ManageError::NoReason) => {
                form.refuse(FieldError::new("certificate_reason", "required"));
            }
        }
    }
    show_refused(&page(&app, &context, &actor, (&opened, &one, who), form).await?)
}

async fn replace_or_revoke(
    app: &Shared,
    actor: &Actor,
    one: &Enrolment,
    form: &Form,
    reason: String,
    now: Timestamp,
) -> Result<&'static str, ManageError> {
    let (papers, _) = read(app, one.id).await?;
    let shown = form.value("certificate");
    let paper = papers.iter().find(|paper| paper.id.to_string() == shown);
    let tree = app.organisations.current();
    let permit = paper.and_then(|paper| may_manage(actor, &tree, paper));
    let permit = permit.ok_or(DbError::NotFound)?;
    let (own, is_new) = (app.clone(), form.value("deed") == "reissue");
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            if is_new {
                reissue(tx, &own, &permit, &reason, now).await?;
                return Ok("staff-certificate-reissued");
            }
            revoke(tx, &own, &permit, &reason, now).await?;
            Ok::<_, ManageError>("staff-certificate-revoked")
        })
    });
    work.await
}

fn done(app: &Shared, id: EnrolmentId, said: &str) -> Response {
    app.outbox.wake();
    go_saying(app, &format!("/staff/enrolments/{id}"), said)
}
