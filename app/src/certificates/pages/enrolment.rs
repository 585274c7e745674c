//! One person in one group, as staff sees it: the result, the certificates, and what happened.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use crate::accounts::Actor;
use crate::app::Shared;
use crate::audit::{LIST_RECORDED, Recorded};
use crate::certificates::permissions::may_see;
use crate::certificates::{Certificate, CertificateState, store, told};
use crate::enrolment::staff::{Deed, Opened, Participant, deeds, open_enrolment};
use crate::enrolment::{self, Enrolment, EnrolmentId, EnrolmentState, reasons};
use crate::i18n::Translator;
use crate::web::{AppError, Context, Page, show};

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
    group: String,
    list: String,
    title: String,
    action: String,
    participant: Participant,
    may_see_address: bool,
    badge: (&'static str, String),
    /// What can be decided about it now.
    deeds: Vec<Deed>,
    /// What a correction would make of it; none while there is no result.
    other_result: Option<&'static str>,
    papers: Vec<Paper>,
    /// Whether the last certificate is valid, for those who may replace it; none without one.
    last_is_valid: Option<bool>,
    timeline: Vec<Line>,
}

/// What a correction would make of a result; none while there is none.
pub(super) fn other_result(state: EnrolmentState) -> Option<&'static str> {
    match state {
        EnrolmentState::Completed => Some("not_completed"),
        EnrolmentState::NotCompleted => Some("completed"),
        _ => None,
    }
}

pub(super) fn state_kind(state: CertificateState) -> &'static str {
    match state {
        CertificateState::Issued => "done",
        CertificateState::Reissued => "information",
        CertificateState::Revoked => "problem",
    }
}

fn line(t: Translator, opened: &Opened, event: &Recorded) -> Line {
    let (before, after) = (event.before_state.as_deref(), event.after_state.as_deref());
    let text = told(t, &event.action, before, after)
        .unwrap_or_else(|| t.get(enrolment::event_key(&event.action)).to_string());
    let reason = event.reason.as_deref().unwrap_or_default();
    Line {
        text: if reason.is_empty() {
            text
        } else {
            t.get("staff-event-because")
                .text("event", text)
                .text("reason", reasons::say(t, reason))
                .to_string()
        },
        when: t.date_time(event.at, &opened.detail.organisation.zone),
        stamp: event.at.to_string(),
        who: event
            .who(t)
            .unwrap_or_else(|| t.get("staff-event-by-system").to_string()),
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
) -> Result<OneEnrolment, AppError> {
    let (t, zone) = (context.t(), &opened.detail.organisation.zone);
    let (papers, events) = read(app, one.id).await?;
    let tree = app.organisations.current();
    let visible = papers.iter().filter(|paper| may_see(actor, &tree, paper));
    let name = format!("{} {}", participant.given_name, participant.surname);
    let last = visible.clone().next();
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
        may_see_address: opened.decide.is_some(),
        deeds: deeds(t, opened, one),
        other_result: other_result(one.state),
        last_is_valid: last.map(|paper| paper.state == CertificateState::Issued),
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
    show(&page(&app, &context, actor, (&opened, &one, who)).await?)
}
