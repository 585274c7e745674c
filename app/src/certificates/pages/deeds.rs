//! What staff does with one person's result and certificate. Each deed has a page of its own that says what will happen,
//! and asks why, before anything is done.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::enrolment::other_result;
use crate::accounts::{AccountId, Actor};
use crate::app::Shared;
use crate::certificates::actions::{ManageError, correct_result, is_repeated, reissue, revoke};
use crate::certificates::permissions::{ManageCertificate, may_manage};
use crate::certificates::{Certificate, CertificateId, CertificateState, ISSUE, REVOKE, last_of};
use crate::enrolment::actions::CorrectError;
use crate::enrolment::staff::{Opened, Participant, open_enrolment};
use crate::enrolment::{Enrolment, EnrolmentId};
use crate::forms::{FieldError, Form};
use crate::permit::Permit;
use crate::text::clean_text;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// A deed, as the ending of its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Correct,
    Reissue,
    Revoke,
}

#[derive(Template)]
#[template(path = "staff/deed.html")]
struct Question {
    page: Page,
    form: Form,
    /// Way back.
    back: String,
    action: String,
    /// Who, and in which training.
    whose: String,
    /// What will happen, a sentence each.
    happens: Vec<String>,
    /// The field of the reason, with its label and hint.
    reason: (&'static str, &'static str, String),
    button: String,
    kind: &'static str,
    /// What was shown: the result to come, and the id of the certificate.
    result: &'static str,
    certificate: String,
}

/// One person in one group, with what a deed is done to.
struct Subject {
    opened: Opened,
    one: Enrolment,
    who: Participant,
    last: Option<Certificate>,
}

impl Subject {
    async fn open(app: &Shared, context: &Context, id: &str) -> Result<Self, AppError> {
        let actor = context.staff()?;
        let (opened, one, who) = open_enrolment(app, actor, id, context.now()).await?;
        let id = one.id;
        let read = app
            .db
            .read(move |tx| Box::pin(async move { last_of(tx, id).await }));
        let last = read.await.map_err(|error: DbError| error)?;
        Ok(Self {
            opened,
            one,
            who,
            last,
        })
    }

    /// The certificate that a deed is done to, and the permit for it.
    fn paper(
        &self,
        app: &Shared,
        actor: &Actor,
    ) -> Result<(&Certificate, Permit<ManageCertificate>), AppError> {
        let last = self.last.as_ref().ok_or(AppError::NotFound)?;
        let permit = may_manage(actor, &app.organisations.current(), last);
        Ok((last, permit.ok_or(AppError::NotFound)?))
    }

    fn question(&self, context: &Context, deed: Deed, form: Form) -> Result<Question, AppError> {
        let t = context.t();
        let valid = self.last.as_ref();
        let valid = valid.filter(|last| last.state == CertificateState::Issued);
        let number = self.last.as_ref().map(|last| last.register_number.as_str());
        let say = |key: &str| {
            t.get(key)
                .text("number", number.unwrap_or_default())
                .to_string()
        };
        let result = other_result(self.one.state).unwrap_or_default();
        let (heading, happens, button) = match deed {
            Deed::Correct if result.is_empty() => return Err(AppError::NotFound),
            Deed::Correct if result == "completed" => (
                "staff-result-ask-completed",
                vec!["staff-result-certificate-comes", "staff-result-told"],
                "staff-result-to-completed",
            ),
            Deed::Correct => {
                let goes = valid.map(|_| "staff-result-certificate-goes");
                let happens = goes.into_iter().chain(["staff-result-told"]);
                let heading = "staff-result-ask-not-completed";
                (heading, happens.collect(), "staff-result-to-not-completed")
            }
            Deed::Reissue => {
                let before = match valid {
                    Some(_) => "staff-certificate-goes",
                    None => "staff-certificate-was-revoked",
                };
                let told = "staff-certificate-told-reissue";
                let happens = vec![before, "staff-certificate-new", told];
                (
                    "staff-certificate-ask-reissue",
                    happens,
                    "staff-certificate-reissue",
                )
            }
            Deed::Revoke => (
                "staff-certificate-ask-revoke",
                vec!["staff-certificate-goes", "staff-certificate-told-revoke"],
                "staff-certificate-revoke",
            ),
        };
        let back = format!("/staff/enrolments/{}", self.one.id);
        Ok(Question {
            page: context.page(say(heading)).dense(),
            form,
            action: format!("{back}/{}", deed.address()),
            back,
            whose: format!(
                "{} {}, {}",
                self.who.given_name, self.who.surname, self.opened.detail.course.title
            ),
            happens: happens.into_iter().map(say).collect(),
            reason: deed.reason(),
            button: say(button),
            kind: if deed == Deed::Revoke || result == "not_completed" && deed == Deed::Correct {
                "danger"
            } else {
                ""
            },
            result,
            certificate: self
                .last
                .as_ref()
                .map_or_else(String::new, |last| last.id.to_string()),
        })
    }
}

impl Deed {
    /// From the end of an address.
    fn of(address: &str) -> Result<Self, AppError> {
        match address {
            "reissue" => Ok(Self::Reissue),
            "revoke" => Ok(Self::Revoke),
            _ => Err(AppError::NotFound),
        }
    }

    fn address(self) -> &'static str {
        match self {
            Self::Correct => "result",
            Self::Reissue => "certificate/reissue",
            Self::Revoke => "certificate/revoke",
        }
    }

    /// What is said when it is done.
    fn said(self) -> &'static str {
        match self {
            Self::Correct => "staff-result-corrected",
            Self::Reissue => "staff-certificate-reissued",
            Self::Revoke => "staff-certificate-revoked",
        }
    }

    /// Field, label and hint of the reason.
    fn reason(self) -> (&'static str, &'static str, String) {
        let (field, label) = match self {
            Self::Correct => ("result_reason", "staff-result-reason"),
            Self::Reissue | Self::Revoke => ("certificate_reason", "staff-certificate-reason"),
        };
        (field, label, format!("{label}-hint"))
    }
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

fn done(app: &Shared, id: EnrolmentId, said: &str) -> Response {
    app.outbox.wake();
    go_saying(app, &format!("/staff/enrolments/{id}"), said)
}

/// GET /staff/enrolments/{enrolment}/result
pub(super) async fn ask_correct(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let subject = Subject::open(&app, &context, &id).await?;
    show(&subject.question(&context, Deed::Correct, Form::new())?)
}

/// POST /staff/enrolments/{enrolment}/result
pub(super) async fn correct(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { mut form, .. }: PostedBy,
) -> Result<Response, AppError> {
    let subject = Subject::open(&app, &context, &id).await?;
    let completed = form.value("result") == "completed";
    if let Some(reason) = reason_of(&mut form, "result_reason") {
        let (permit, now) = (subject.opened.keep, context.now());
        let id = subject.one.id;
        match correct_result(&app, permit, id, completed, &reason, now).await {
            Ok(()) => return Ok(done(&app, id, Deed::Correct.said())),
            Err(CorrectError::NoReason) => {
                form.refuse(FieldError::new("result_reason", "required"));
            }
            Err(CorrectError::NothingToCorrect) => {
                form.refuse(FieldError::new("", "nothing_to_correct"));
            }
            Err(CorrectError::Database(error)) => return Err(error.into()),
        }
    }
    let subject = Subject::open(&app, &context, &id).await?;
    show_refused(&subject.question(&context, Deed::Correct, form)?)
}

/// GET /staff/enrolments/{enrolment}/certificate/{deed}
pub(super) async fn ask_manage(
    State(app): State<Shared>,
    context: Context,
    Path((id, deed)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let subject = Subject::open(&app, &context, &id).await?;
    let deed = Deed::of(&deed)?;
    let (last, _) = subject.paper(&app, context.staff()?)?;
    if deed == Deed::Revoke && last.state != CertificateState::Issued {
        return Err(AppError::NotFound);
    }
    show(&subject.question(&context, deed, Form::new())?)
}

/// POST /staff/enrolments/{enrolment}/certificate/{deed}
pub(super) async fn manage(
    State(app): State<Shared>,
    context: Context,
    Path((id, deed)): Path<(String, String)>,
    PostedBy { mut form, actor }: PostedBy,
) -> Result<Response, AppError> {
    let subject = Subject::open(&app, &context, &id).await?;
    let deed = Deed::of(&deed)?;
    let (last, permit) = subject.paper(&app, &actor)?;
    if let Some(reason) = reason_of(&mut form, "certificate_reason") {
        // What was asked about is what is done: not to one that came meanwhile.
        let is_the_same = form.value("certificate") == last.id.to_string();
        let done_to = if is_the_same {
            replace_or_revoke(&app, deed, permit, reason.clone(), &context).await
        } else {
            Err(ManageError::NotValid)
        };
        if done_to == Err(ManageError::NotValid)
            && let Ok(shown) = form.value("certificate").parse()
            && was_done(&app, deed, (shown, actor.account_id), reason).await?
        {
            return Ok(done(&app, subject.one.id, deed.said()));
        }
        match done_to {
            Ok(said) => return Ok(done(&app, subject.one.id, said)),
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
    let subject = Subject::open(&app, &context, &id).await?;
    show_refused(&subject.question(&context, deed, form)?)
}

/// Whether the same form was sent before.
async fn was_done(
    app: &Shared,
    deed: Deed,
    what: (CertificateId, AccountId),
    reason: String,
) -> Result<bool, AppError> {
    let action = match deed {
        Deed::Revoke => REVOKE,
        Deed::Reissue | Deed::Correct => ISSUE,
    };
    let read = app
        .db
        .read(move |tx| Box::pin(async move { is_repeated(tx, action, what, &reason).await }));
    Ok(read.await.map_err(|error: DbError| error)?)
}

async fn replace_or_revoke(
    app: &Shared,
    deed: Deed,
    permit: Permit<ManageCertificate>,
    reason: String,
    context: &Context,
) -> Result<&'static str, ManageError> {
    let (own, now) = (app.clone(), context.now());
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            if deed == Deed::Reissue {
                reissue(tx, &own, &permit, &reason, now).await?;
            } else {
                revoke(tx, &own, &permit, &reason, now).await?;
            }
            Ok::<_, ManageError>(deed.said())
        })
    });
    work.await
}
