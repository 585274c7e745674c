//! Where staff keeps its templates of answers.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use database::DbError;

use super::rules::{FIELDS, unknown_field};
use super::{NewTemplate, Template, TemplateId, remove, save, template_store as store};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::catalogue::editing::pages::id_of;
use crate::forms::{FieldError, Form};
use crate::permit::Permit;
use crate::requests::kinds::RequestKind;
use crate::requests::permissions::{
    KeepTemplate, answers_any, may_keep_template, may_use_template, template_homes,
};
use crate::text::{clean_line, clean_text};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

const HERE: &str = "/staff/requests/templates";
const LONGEST_NAME: usize = 100;
const LONGEST_TEXT: usize = 4_000;
/// The fields of the texts, in the order of the languages of a template.
const TEXTS: [&str; 3] = ["text_pl", "text_ru", "text_en"];
/// Chosen where a template is everybody's.
const EVERYWHERE: &str = "all";

/// Routes of the templates.
pub(in crate::requests) fn routes() -> Router<Shared> {
    Router::new().route(HERE, get(list).post(add)).route(
        "/staff/requests/templates/{template}",
        get(page).post(change),
    )
}

struct Line {
    /// Empty for those of others.
    href: String,
    name: String,
    kind: String,
    home: String,
}

#[derive(askama::Template)]
#[template(path = "requests/templates.html")]
struct ListPage {
    page: Page,
    form: Form,
    lines: Vec<Line>,
    homes: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    fields: String,
}

#[derive(askama::Template)]
#[template(path = "requests/template.html")]
struct OnePage {
    page: Page,
    form: Form,
    here: String,
    homes: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    fields: String,
}

fn homes(app: &Shared, ctx: &Context, actor: &Actor) -> Vec<(String, String)> {
    let tree = app.organisations.current();
    let mut homes = Vec::new();
    if may_keep_template(actor, &tree, None).is_some() {
        let words = ctx.t().get("requests-template-everywhere").to_string();
        homes.push((EVERYWHERE.to_owned(), words));
    }
    let own = template_homes(actor).into_iter();
    homes.extend(
        own.filter_map(|id| tree.find(id))
            .map(|one| (one.id.to_string(), one.name.clone())),
    );
    homes
}

fn kinds(ctx: &Context) -> Vec<(String, String)> {
    let kind = |one: RequestKind| {
        let name = ctx.t().get(&one.key()).to_string();
        (one.code().to_owned(), name)
    };
    RequestKind::ALL.map(kind).into()
}

fn fields() -> String {
    FIELDS.map(|field| format!("{{{field}}}")).join(" ")
}

async fn list_page(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    form: Form,
) -> Result<ListPage, AppError> {
    if !answers_any(actor) {
        return Err(AppError::NotFound);
    }
    let read = app
        .db
        .read(|tx| Box::pin(async move { tx.all(store::LIST_TEMPLATES, &[]).await }));
    let all: Vec<Template> = read.await.map_err(|error: DbError| error)?;
    let (t, tree) = (ctx.t(), app.organisations.current());
    let seen = all
        .into_iter()
        .filter(|one| may_use_template(actor, &tree, one.organisation_id));
    let line = |one: Template| Line {
        href: may_keep_template(actor, &tree, one.organisation_id)
            .map_or_else(String::new, |_| format!("{HERE}/{}", one.id)),
        kind: RequestKind::from_code(&one.kind).map_or_else(
            || t.get("requests-any-kind").to_string(),
            |kind| t.get(&kind.key()).to_string(),
        ),
        home: one
            .organisation_id
            .and_then(|id| tree.find(id))
            .map_or_else(
                || t.get("requests-template-everywhere").to_string(),
                |home| home.name.clone(),
            ),
        name: one.name,
    };
    Ok(ListPage {
        page: ctx.page(t.get("requests-templates-title")).dense(),
        lines: seen.map(line).collect(),
        homes: homes(app, ctx, actor),
        kinds: kinds(ctx),
        fields: fields(),
        form,
    })
}

/// `GET /staff/requests/templates`
async fn list(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    show(&list_page(&app, &ctx, ctx.staff()?, Form::new()).await?)
}

/// Reads a template; what is wrong is noted in the form.
fn read(
    form: &mut Form,
    app: &Shared,
    actor: &Actor,
) -> Option<(NewTemplate, Permit<KeepTemplate>)> {
    let tree = app.organisations.current();
    let chosen = form.value("organisation").to_owned();
    let organisation: Option<Option<OrganisationId>> = match chosen.as_str() {
        EVERYWHERE => Some(None),
        code => code.parse().ok().map(Some),
    };
    let permit = organisation.and_then(|home| may_keep_template(actor, &tree, home));
    if permit.is_none() {
        form.refuse(FieldError::new("organisation", "choose"));
    }
    let kind = form.value("kind").to_owned();
    if !kind.is_empty() && RequestKind::from_code(&kind).is_none() {
        form.refuse(FieldError::new("kind", "choose"));
    }
    let name = match clean_line(form.value("name"), LONGEST_NAME) {
        Ok(name) if name.is_empty() => {
            form.refuse(FieldError::new("name", "required"));
            name
        }
        Ok(name) => name,
        Err(problem) => {
            form.refuse(problem.on("name"));
            String::new()
        }
    };
    let texts = TEXTS.map(|field| read_text(form, field));
    let permit = permit?;
    let new = NewTemplate {
        organisation_id: permit.on(),
        kind,
        name,
        texts,
    };
    form.is_fine().then_some((new, permit))
}

fn read_text(form: &mut Form, field: &'static str) -> String {
    match clean_text(form.value(field), LONGEST_TEXT) {
        Ok(text) if text.trim().is_empty() => form.refuse(FieldError::new(field, "required")),
        Ok(text) => match unknown_field(&text) {
            Some(unknown) => {
                form.refuse(FieldError::new(field, "template_field").with("unknown", unknown));
            }
            None => return text,
        },
        Err(problem) => form.refuse(problem.on(field)),
    }
    String::new()
}

/// `POST /staff/requests/templates`
async fn add(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    if !answers_any(&actor) {
        return Err(AppError::NotFound);
    }
    let Some((new, permit)) = read(&mut form, &app, &actor) else {
        return show_refused(&list_page(&app, &ctx, &actor, form).await?);
    };
    let now = ctx.now();
    let write = app
        .db
        .write(move |tx| Box::pin(async move { save(tx, &permit, (None, &new), now).await }));
    write.await?;
    Ok(go_saying(&app, HERE, "requests-template-saved"))
}

async fn find(app: &Shared, actor: &Actor, id: &str) -> Result<Template, AppError> {
    let id: TemplateId = id_of(id)?;
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.opt(store::FIND_TEMPLATE, &[&id]).await }));
    let found: Option<Template> = read.await.map_err(|error: DbError| error)?;
    let tree = app.organisations.current();
    let own = |one: &Template| may_keep_template(actor, &tree, one.organisation_id).is_some();
    found.filter(own).ok_or(AppError::NotFound)
}

fn one_page(
    app: &Shared,
    ctx: &Context,
    (actor, found): (&Actor, &Template),
    form: Form,
) -> OnePage {
    OnePage {
        page: ctx.page(&found.name).dense(),
        here: format!("{HERE}/{}", found.id),
        homes: homes(app, ctx, actor),
        kinds: kinds(ctx),
        fields: fields(),
        form,
    }
}

/// `GET /staff/requests/templates/{template}`
async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    let found = find(&app, actor, &id).await?;
    let home = found
        .organisation_id
        .map_or_else(|| EVERYWHERE.to_owned(), |id| id.to_string());
    let form = Form::new()
        .with("organisation", home)
        .with("kind", &found.kind)
        .with("name", &found.name)
        .with("text_pl", &found.text_pl)
        .with("text_ru", &found.text_ru)
        .with("text_en", &found.text_en);
    show(&one_page(&app, &ctx, (actor, &found), form))
}

/// `POST /staff/requests/templates/{template}`: saves, or removes where `deed` says so.
async fn change(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let found = find(&app, &actor, &id).await?;
    let (id, now) = (found.id, ctx.now());
    if form.value("deed") == "remove" && form.is_fine() {
        let tree = app.organisations.current();
        let permit = may_keep_template(&actor, &tree, found.organisation_id);
        let permit = permit.ok_or(AppError::NotFound)?;
        let write = app
            .db
            .write(move |tx| Box::pin(async move { remove(tx, &permit, id, now).await }));
        write.await?;
        return Ok(go_saying(&app, HERE, "requests-template-removed"));
    }
    let Some((new, permit)) = read(&mut form, &app, &actor) else {
        return show_refused(&one_page(&app, &ctx, (&actor, &found), form));
    };
    let write = app
        .db
        .write(move |tx| Box::pin(async move { save(tx, &permit, (Some(id), &new), now).await }));
    write.await?;
    Ok(go_saying(&app, HERE, "requests-template-saved"))
}
