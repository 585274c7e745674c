//! The survey as its participant sees it.

use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use crate::accounts::Actor;
use crate::app::Shared;
use crate::catalogue::{self, Course, GroupDetail};
use crate::enrolment::{self, Enrolment, EnrolmentId};
use crate::forms::Form;
use crate::i18n::Lang;
use crate::permit::Permit;
use crate::surveys::actions::{Refusal, Submission, submit};
use crate::surveys::permissions::{AnswerSurvey, may_answer};
use crate::surveys::rules::{self, FIELDS};
use crate::surveys::{Kind, Question, Standing, Template, TemplateId, standing, template_of};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(askama::Template)]
#[template(path = "surveys/answer.html")]
struct AnswerPage<'a> {
    page: Page,
    form: Form,
    lang: Lang,
    course: &'a Course,
    action: String,
    /// The version that the form shows: answers are read as answers to it, even if another is published meanwhile.
    template_id: TemplateId,
    questions: Vec<Asked<'a>>,
    /// The page that leads here, and its name.
    home: (&'static str, String),
}

/// A question with its number and the name of its field.
pub(super) struct Asked<'a> {
    pub number: i64,
    pub field: &'static str,
    pub question: &'a Question,
}

impl Asked<'_> {
    pub(super) fn is_scale(&self) -> bool {
        self.question.kind == Kind::Scale
    }

    pub(super) fn is_text(&self) -> bool {
        self.question.kind == Kind::Text
    }

    /// What the browser calls the control.
    pub(super) fn control(&self) -> &'static str {
        if self.question.kind == Kind::Several {
            "checkbox"
        } else {
            "radio"
        }
    }

    /// Words beside a point of the scale: at its ends only.
    pub(super) fn beside(&self, point: i64, lang: Lang) -> &str {
        let end = match point {
            1 => self.question.options.first(),
            5 => self.question.options.last(),
            _ => None,
        };
        end.map_or("", |option| option.text.of(lang))
    }
}

#[derive(askama::Template)]
#[template(path = "surveys/closed.html")]
struct ClosedPage<'a> {
    page: Page,
    course: &'a Course,
    /// The day on which it was done; none when the training is not completed.
    done_on: Option<String>,
    /// The page that leads here, and its name.
    home: (&'static str, String),
}

/// The questions as a page shows them.
pub(super) fn asked(questions: &[Question]) -> Vec<Asked<'_>> {
    let numbered = questions.iter().zip(FIELDS).zip(1..);
    let asked = numbered.map(|((question, field), number)| Asked {
        number,
        field,
        question,
    });
    asked.collect()
}

/// What the pages of one survey need.
struct Survey {
    enrolment: Enrolment,
    detail: GroupDetail,
    template: Template,
    permit: Permit<AnswerSurvey>,
}

impl Survey {
    fn standing(&self) -> Standing {
        standing(self.enrolment.state, self.enrolment.survey_done_on)
    }
}

/// `GET /my/trainings/{enrolment}/survey`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<EnrolmentId>,
) -> Result<Response, AppError> {
    let survey = load(&app, ctx.actor()?, id, None).await?;
    match survey.standing() {
        Standing::Open => show(&form_page(&ctx, &survey, Form::new())),
        Standing::Done(_) | Standing::NotCompleted => show_closed(&ctx, &survey),
    }
}

/// `POST /my/trainings/{enrolment}/survey`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<EnrolmentId>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let shown = form.value("template").parse().ok();
    let survey = load(&app, &actor, id, shown).await?;
    if survey.standing() != Standing::Open {
        return show_closed(&ctx, &survey);
    }
    let Some(answers) = rules::read_answers(&mut form, &survey.template.questions) else {
        return show_refused(&form_page(&ctx, &survey, form));
    };
    let now = ctx.now();
    let day = survey.detail.local_date(now);
    let submission = Submission::new(&app.random, survey.template.id, answers, day);
    let (permit, own, home) = (survey.permit, app.clone(), survey.enrolment.home());
    let group = survey.detail.group.id;
    let write = app.db.write_hot(group.get(), move |tx| {
        Box::pin(async move {
            submit(tx, &permit, &submission).await?;
            (own.reactions.after_survey)(tx, own.clone(), id, now).await?;
            Ok(())
        })
    });
    match write.await {
        Ok(()) => {
            app.outbox.wake();
            Ok(go_saying(&app, home, "survey-sent"))
        }
        // Sent twice: the first one counts, and that is what the page says.
        Err(Refusal::NotOpen) => show_closed(&ctx, &load(&app, &actor, id, None).await?),
        Err(Refusal::Database(error)) => Err(error.into()),
    }
}

async fn load(
    app: &Shared,
    actor: &Actor,
    id: EnrolmentId,
    shown: Option<TemplateId>,
) -> Result<Survey, AppError> {
    let actor = actor.clone();
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let enrolment = enrolment::find(tx, id).await?.ok_or(DbError::NotFound)?;
            let concern = enrolment::concern_of(tx, actor.account_id, id).await?;
            let permit = may_answer(&actor, &enrolment, concern).ok_or(DbError::NotFound)?;
            let detail = catalogue::load_group(tx, enrolment.group_id).await?;
            let detail = detail.ok_or(DbError::NotFound)?;
            let template = template_of(tx, detail.organisation.id, detail.group.id, shown).await?;
            Ok::<_, DbError>(Survey {
                enrolment,
                detail,
                template,
                permit,
            })
        })
    });
    Ok(read.await?)
}

/// Where the viewer comes from: the own trainings, or the children's applications.
fn home(ctx: &Context, survey: &Survey) -> (&'static str, String) {
    let key = if survey.enrolment.child.is_empty() {
        "web-nav-my-trainings"
    } else {
        "enrolment-applications-title"
    };
    (survey.enrolment.home(), ctx.t().get(key).to_string())
}

fn form_page<'a>(ctx: &Context, survey: &'a Survey, form: Form) -> AnswerPage<'a> {
    AnswerPage {
        page: ctx.page(ctx.t().get("surveys-title")),
        form,
        lang: ctx.lang(),
        course: &survey.detail.course,
        action: format!("/my/trainings/{}/survey", survey.enrolment.id),
        template_id: survey.template.id,
        questions: asked(&survey.template.questions),
        home: home(ctx, survey),
    }
}

fn show_closed(ctx: &Context, survey: &Survey) -> Result<Response, AppError> {
    let t = ctx.t();
    show(&ClosedPage {
        page: ctx.page(t.get("surveys-title")),
        course: &survey.detail.course,
        done_on: match survey.standing() {
            Standing::Done(day) => Some(t.date(day)),
            Standing::Open | Standing::NotCompleted => None,
        },
        home: home(ctx, survey),
    })
}
