//! The whole guide as it is written: its questions and ends, what keeps it from being published, its versions.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::{HERE, permit};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::catalogue::editing::pages::Ways;
use crate::clock::zone;
use crate::forms::{FieldError, Form};
use crate::guide::rules::{MOST_NODES, Problem, problems};
use crate::guide::store::{self, Version};
use crate::guide::writing::KINDS;
use crate::guide::{
    Draft, GuideError, Node, address_of, discard, draft, in_force, publish, restore,
};
use crate::i18n::Translator;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// A question or an end in the list.
struct Line {
    href: String,
    title: String,
    kind: String,
    address: String,
    /// The titles of what its answers lead to.
    leads: Vec<String>,
}

/// What keeps it from being published, and where.
struct Fault {
    href: String,
    title: String,
    text: String,
}

struct Past {
    version: i64,
    href: String,
    name: String,
    when: String,
    who: String,
    is_in_use: bool,
}

#[derive(Template)]
#[template(path = "guide/staff.html")]
struct StaffPage {
    page: Page,
    ways: Ways,
    form: Form,
    is_begun: bool,
    is_full: bool,
    faults: Vec<Fault>,
    lines: Vec<Line>,
    /// Code and name of what can be added.
    kinds: Vec<(&'static str, String)>,
    versions: Vec<Past>,
    last: i64,
}

async fn view(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    form: Form,
) -> Result<StaffPage, AppError> {
    let read = app.db.read(|tx| {
        Box::pin(async move {
            let versions: Vec<Version> = tx.all(store::LIST_VERSIONS, &[]).await?;
            Ok::<_, DbError>((draft(tx).await?, in_force(tx).await?.0, versions))
        })
    });
    let (draft, in_use, versions) = read.await?;
    let t = ctx.t();
    Ok(StaffPage {
        page: ctx.page(t.get("guide-staff-title")).dense(),
        ways: Ways::of(actor),
        form,
        faults: faults(t, &draft),
        lines: draft
            .guide
            .nodes
            .iter()
            .map(|one| line(t, &draft, one))
            .collect(),
        kinds: KINDS.map(|kind| (kind, kind_of(t, kind))).into(),
        versions: past(t, in_use, versions),
        is_begun: draft.is_begun,
        is_full: draft.guide.nodes.len() >= MOST_NODES,
        last: draft.revision,
    })
}

/// The name of a kind.
pub(super) fn kind_of(t: Translator, kind: &str) -> String {
    t.get(&format!("guide-kind-{kind}")).to_string()
}

/// Where a question or an end is written.
pub(super) fn place_of(slug: &str) -> String {
    format!("{HERE}/pages/{slug}")
}

/// Its title; its address where there is none.
fn title_of(t: Translator, draft: &Draft, slug: &str) -> String {
    let title = draft.guide.find(slug).map(|node| node.title.of(t.lang()));
    let title = title.filter(|title| !title.is_empty());
    title.map_or_else(|| address_of(slug), str::to_owned)
}

fn line(t: Translator, draft: &Draft, node: &Node) -> Line {
    Line {
        href: place_of(&node.slug),
        title: title_of(t, draft, &node.slug),
        kind: kind_of(t, node.kind()),
        address: address_of(&node.slug),
        leads: node
            .answers()
            .iter()
            .map(|one| title_of(t, draft, &one.to))
            .collect(),
    }
}

fn faults(t: Translator, draft: &Draft) -> Vec<Fault> {
    let fault = |one: Problem| Fault {
        href: match draft.guide.find(&one.slug) {
            Some(_) => place_of(&one.slug),
            None => format!("{HERE}/new?kind=question&slug={}", one.slug),
        },
        title: title_of(t, draft, &one.slug),
        text: t.get(&format!("guide-problem-{}", one.code)).to_string(),
    };
    problems(&draft.guide).into_iter().map(fault).collect()
}

/// The versions, and below them the guide of the program.
fn past(t: Translator, in_use: i64, versions: Vec<Version>) -> Vec<Past> {
    let standard = |version: i64, when: String, who: String| Past {
        version,
        href: format!("{HERE}/preview/start?version={version}"),
        name: t.get("guide-version-standard").to_string(),
        when,
        who,
        is_in_use: version == in_use,
    };
    let one = |one: Version| {
        let when = t.date_time(one.published_at, &zone());
        let past = standard(one.version, when, one.published_by.clone());
        if one.is_standard() {
            return past;
        }
        let name = t.get("guide-version").int("version", one.version);
        Past {
            name: name.to_string(),
            ..past
        }
    };
    let mut all: Vec<Past> = versions.into_iter().map(one).collect();
    all.push(standard(0, String::new(), String::new()));
    all
}

/// `GET /staff/guide`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    permit(actor)?;
    show(&view(&app, &ctx, actor, Form::new()).await?)
}

/// `POST /staff/guide`: publishes what is being written, forgets it, or puts a version in force again.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let permit = permit(&actor)?;
    if !form.is_fine() {
        return show_refused(&view(&app, &ctx, &actor, form).await?);
    }
    let last: i64 = form.value("last").parse().unwrap_or(-1);
    let used = form.value("use").parse::<i64>();
    let (deed, now) = (form.value("do").to_owned(), ctx.now());
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            match deed.as_str() {
                "publish" => {
                    publish(tx, &permit, last, now).await?;
                    Ok::<_, GuideError>("guide-published")
                }
                "discard" => {
                    discard(tx, &permit, last, now).await?;
                    Ok("guide-discarded")
                }
                _ => {
                    let number = used.map_err(|_| GuideError::NotThere)?;
                    match restore(tx, &permit, (last, number), now).await? {
                        Some(_) => Ok("guide-restored"),
                        None => Ok("guide-in-force"),
                    }
                }
            }
        })
    });
    let code = match work.await {
        Ok(said) => return Ok(go_saying(&app, HERE, said)),
        Err(GuideError::NotThere) => return Err(AppError::NotFound),
        Err(GuideError::Database(error)) => return Err(error.into()),
        Err(GuideError::ChangedMeanwhile) => "guide_changed",
        Err(GuideError::NotWhole(_)) if form.value("do") == "publish" => "guide_not_whole",
        Err(GuideError::NotWhole(_)) => "guide_not_whole_any_more",
    };
    form.refuse(FieldError::new("", code));
    show_refused(&view(&app, &ctx, &actor, form).await?)
}
