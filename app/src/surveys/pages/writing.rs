//! The questions of an organisation: what is asked, what is being written, how it will look, what was asked before.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::answer::{Asked, asked};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::i18n::Lang;
use crate::permit::Permit;
use crate::surveys::actions::{change_draft, discard, draft, publish};
use crate::surveys::permissions::{WriteQuestions, may_compare, may_write_questions};
use crate::surveys::rules::FIELDS;
use crate::surveys::store::{self, Published};
use crate::surveys::writing::{Deed, code_of, rearrange};
use crate::surveys::{Question, Template, TemplateId};
use crate::web::{AppError, Context, Page, PostedBy, go, go_saying, show, show_refused};

#[derive(askama::Template)]
#[template(path = "surveys/organisations.html")]
struct OrganisationsPage {
    page: Page,
    organisations: Vec<(OrganisationId, String)>,
}

/// A question in the list.
struct Line {
    code: String,
    text: String,
    kind: String,
    optional: bool,
    is_first: bool,
    is_last: bool,
}

/// A version that was or is asked.
struct Past {
    id: TemplateId,
    version: i64,
    made: String,
    answers: i64,
}

#[derive(askama::Template)]
#[template(path = "surveys/writing.html")]
struct WritingPage {
    page: Page,
    form: Form,
    organisation: String,
    base: String,
    may_write: bool,
    is_draft: bool,
    is_full: bool,
    lines: Vec<Line>,
    versions: Vec<Past>,
    /// The questions of the product.
    default: TemplateId,
}

#[derive(askama::Template)]
#[template(path = "surveys/preview.html")]
struct PreviewPage<'a> {
    page: Page,
    form: Form,
    lang: Lang,
    organisation: String,
    base: String,
    /// Code, name and address of each language.
    languages: [(&'static str, &'static str, String); 3],
    questions: Vec<Asked<'a>>,
}

/// An organisation whose questions the actor may see.
pub(super) struct Opened {
    pub id: OrganisationId,
    pub name: String,
    pub base: String,
    pub permit: Option<Permit<WriteQuestions>>,
}

impl Opened {
    pub fn writable(self) -> Result<Permit<WriteQuestions>, AppError> {
        self.permit.ok_or(AppError::NotFound)
    }
}

pub(super) fn open(
    app: &Shared,
    actor: &Arc<Actor>,
    id: OrganisationId,
) -> Result<Opened, AppError> {
    let tree = app.organisations.current();
    let organisation = tree.find(id).ok_or(AppError::NotFound)?;
    if !may_compare(actor, &tree, id) {
        return Err(AppError::NotFound);
    }
    Ok(Opened {
        id,
        name: organisation.name.clone(),
        base: format!("/staff/surveys/{id}"),
        permit: may_write_questions(actor, &tree, id),
    })
}

/// `GET /staff/surveys`: the organisations with an offer, or at once the only one.
pub(super) async fn organisations(
    State(app): State<Shared>,
    ctx: Context,
) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    let read = app.db.read(|tx| {
        Box::pin(async move { tx.all::<OrganisationId>(store::LIST_OFFERING, &[]).await })
    });
    let found: Vec<OrganisationId> = read.await.map_err(|error: DbError| error)?;
    let (tree, t) = (app.organisations.current(), ctx.t());
    let seen = found
        .into_iter()
        .filter(|id| may_compare(actor, &tree, *id));
    let mut named: Vec<(OrganisationId, String)> = seen
        .filter_map(|id| Some((id, tree.find(id)?.name.clone())))
        .collect();
    named.sort_by(|left, right| left.1.cmp(&right.1));
    match named.as_slice() {
        [] => Err(AppError::NotFound),
        [(only, _)] => Ok(go(&format!("/staff/surveys/{only}"))),
        _ => show(&OrganisationsPage {
            page: ctx.page(t.get("surveys-writing-title")).dense(),
            organisations: named,
        }),
    }
}

async fn writing_page(
    app: &Shared,
    ctx: &Context,
    opened: &Opened,
    form: Form,
) -> Result<WritingPage, AppError> {
    let (t, id) = (ctx.t(), opened.id);
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let (questions, is_draft) = draft(tx, id).await?;
            let versions: Vec<Published> = tx.all(store::LIST_OWN_VERSIONS, &[&id]).await?;
            let default: Template = tx.one(store::FIND_DEFAULT, &[]).await?;
            Ok::<_, DbError>((questions, is_draft, versions, default.id))
        })
    });
    let (questions, is_draft, versions, default) = read.await?;
    let zone = app
        .organisations
        .current()
        .find(id)
        .map(|one| one.time_zone.clone());
    let count = questions.len();
    let line = |(index, question): (usize, Question)| Line {
        text: question.text.of(t.lang()).to_owned(),
        kind: t
            .get(&format!("surveys-kind-{}", code_of(question.kind)))
            .to_string(),
        optional: question.optional,
        is_first: index == 0,
        is_last: index + 1 == count,
        code: question.code,
    };
    Ok(WritingPage {
        page: ctx.page(t.get("surveys-writing-title")).dense(),
        form,
        organisation: opened.name.clone(),
        base: opened.base.clone(),
        may_write: opened.permit.is_some(),
        is_draft,
        is_full: count >= FIELDS.len(),
        default,
        lines: questions.into_iter().enumerate().map(line).collect(),
        versions: versions
            .into_iter()
            .map(|one| Past {
                id: one.id,
                version: one.version,
                made: zone
                    .as_ref()
                    .map(|zone| t.date_time(one.created_at, zone))
                    .unwrap_or_default(),
                answers: one.answers,
            })
            .collect(),
    })
}

/// `GET /staff/surveys/{organisation}`
pub(super) async fn list(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<OrganisationId>,
) -> Result<Response, AppError> {
    let opened = open(&app, ctx.staff()?, id)?;
    show(&writing_page(&app, &ctx, &opened, Form::new()).await?)
}

/// `POST /staff/surveys/{organisation}`: a question up, down or out; the questions of a
/// version again; publish; forget what is being written.
pub(super) async fn change(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<OrganisationId>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open(&app, &actor, id)?;
    let base = opened.base.clone();
    if !form.is_fine() {
        return show_refused(&writing_page(&app, &ctx, &opened, form).await?);
    }
    let permit = opened.writable()?;
    let (deed, now) = (form.value("deed").to_owned(), ctx.now());
    let (deed, code) = match deed.split_once(' ') {
        Some((deed, code)) => (deed.to_owned(), code.to_owned()),
        None => (deed, String::new()),
    };
    let said = match deed.as_str() {
        "publish" => "survey-published",
        "discard" => "survey-discarded",
        _ => "survey-draft-saved",
    };
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let rearranged = match deed.as_str() {
                "publish" => return publish(tx, &permit, now).await.map(drop),
                "again" => {
                    let version: TemplateId = code.parse().map_err(|_| DbError::NotFound)?;
                    let again: Template = tx.one(store::FIND_VERSION_OF, &[&version, &id]).await?;
                    let put = move |list: &mut Vec<Question>| {
                        *list = again.questions;
                        true
                    };
                    return change_draft(tx, &permit, put, now).await;
                }
                "discard" => return discard(tx, &permit).await,
                "up" => Deed::Up,
                "down" => Deed::Down,
                "remove" => Deed::Remove,
                _ => return Err(DbError::NotFound),
            };
            change_draft(
                tx,
                &permit,
                move |list| rearrange(list, &code, rearranged),
                now,
            )
            .await
        })
    });
    match work.await {
        Ok(()) => Ok(go_saying(&app, &base, said)),
        // Somebody else was faster: the list as it is now.
        Err(DbError::NotFound) => {
            form.refuse(FieldError::new("", "survey_changed_meanwhile"));
            let opened = open(&app, &actor, id)?;
            show_refused(&writing_page(&app, &ctx, &opened, form).await?)
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /staff/surveys/{organisation}/preview`, with `?version=` one that was published and `?in=` a language.
pub(super) async fn preview(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<OrganisationId>,
) -> Result<Response, AppError> {
    let opened = open(&app, ctx.staff()?, id)?;
    let asked_for = |name: &str| {
        let mut parts = ctx.query().split('&');
        parts
            .find_map(|part| part.strip_prefix(name))
            .map(str::to_owned)
    };
    let version: Option<TemplateId> = asked_for("version=").and_then(|id| id.parse().ok());
    let lang = asked_for("in=").and_then(|code| Lang::from_code(&code));
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            match version {
                None => Ok(draft(tx, id).await?.0),
                Some(version) => {
                    let found = tx.opt(store::FIND_VERSION_OF, &[&version, &id]).await?;
                    let found: Template = found.ok_or(DbError::NotFound)?;
                    Ok(found.questions)
                }
            }
        })
    });
    let questions: Vec<Question> = read.await.map_err(|error: DbError| error)?;
    let version = version.map_or_else(String::new, |id| format!("version={id}&"));
    let page = PreviewPage {
        page: ctx.page(ctx.t().get("surveys-preview-title")).dense(),
        form: Form::new(),
        lang: lang.unwrap_or(ctx.lang()),
        organisation: opened.name,
        languages: [("pl", "Polski"), ("ru", "Русский"), ("en", "English")].map(|(code, name)| {
            (
                code,
                name,
                format!("{}/preview?{version}in={code}", opened.base),
            )
        }),
        base: opened.base,
        questions: asked(&questions),
    };
    show(&page)
}
