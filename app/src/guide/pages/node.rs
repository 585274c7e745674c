//! Writing one question or end: its texts in all languages, its answers or what to do.

use axum::extract::{Path, State};
use axum::response::Response;

use super::node_page::Opened;
use super::{HERE, WriteGuide, permit};
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::guide::rules::{MOST_NODES, is_slug};
use crate::guide::writing::{KINDS, form_of, put, read_node};
use crate::guide::{ENTRANCES, Guide, GuideError, Node, change_draft};
use crate::permit::Permit;
use crate::web::{AppError, Context, PostedBy, go_saying, show, show_refused};

/// The kind that the address asks for.
fn kind_asked(ctx: &Context) -> Option<String> {
    let asked = ctx.asked("kind");
    asked.filter(|kind| KINDS.contains(&kind.as_str()))
}

/// `GET /staff/guide/new?kind=question`
pub(super) async fn new(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    permit(ctx.staff()?)?;
    let opened = Opened::read(&app, None).await?;
    let form = Form::new()
        .with(
            "kind",
            kind_asked(&ctx).unwrap_or_else(|| KINDS[0].to_owned()),
        )
        .with("slug", ctx.asked("slug").unwrap_or_default())
        .with("last", opened.draft.revision);
    show(&opened.page(&ctx, form, None))
}

/// `GET /staff/guide/pages/{slug}?kind=see`: as it is, or to become another kind.
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(slug): Path<String>,
) -> Result<Response, AppError> {
    permit(ctx.staff()?)?;
    let opened = Opened::read(&app, Some(slug)).await?;
    let node = opened.node().ok_or(AppError::NotFound)?;
    let kind = kind_asked(&ctx).unwrap_or_else(|| node.kind().to_owned());
    let shown = Some(node).filter(|node| node.kind() == kind);
    let form = form_of(node).with("kind", &kind);
    let form = form.with("last", opened.draft.revision);
    show(&opened.page(&ctx, form, shown))
}

/// `POST /staff/guide/new`
pub(super) async fn send_new(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let permit = permit(&actor)?;
    let opened = Opened::read(&app, None).await?;
    let slug = form.value("slug").trim().to_owned();
    if !is_slug(&slug) || slug == "new" {
        form.refuse(FieldError::new("slug", "guide_slug"));
    }
    if opened.draft.guide.nodes.len() >= MOST_NODES {
        form.refuse(FieldError::new("", "guide_full").with("most", MOST_NODES));
    }
    let node = read_node(&mut form, &slug, &opened.draft.guide);
    // The same form sent twice has made one.
    let taken = opened.draft.guide.find(&slug);
    if taken.is_some() && taken != node.as_ref() {
        form.refuse(FieldError::new("slug", "guide_slug_taken"));
    }
    let (Some(node), true) = (node, form.is_fine()) else {
        return show_refused(&opened.page(&ctx, form, None));
    };
    save(&app, &ctx, (opened, permit), (form, node)).await
}

/// `POST /staff/guide/pages/{slug}`: shows, keeps or deletes it.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(slug): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let permit = permit(&actor)?;
    let opened = Opened::read(&app, Some(slug.clone())).await?;
    if form.value("do") == "delete" && form.is_fine() {
        return delete(&app, &ctx, (opened, permit), &form).await;
    }
    let Some(node) = read_node(&mut form, &slug, &opened.draft.guide) else {
        return show_refused(&opened.page(&ctx, form, None));
    };
    save(&app, &ctx, (opened, permit), (form, node)).await
}

type Written = (Form, Node);
type Place = (Opened, Permit<WriteGuide>);

/// Deletes it, unless something leads there. What was not kept of it is not there any more.
async fn delete(
    app: &Shared,
    ctx: &Context,
    (opened, permit): Place,
    form: &Form,
) -> Result<Response, AppError> {
    let node = opened.node().ok_or(AppError::NotFound)?;
    let mut shown = form_of(node).with("last", form.value("last"));
    if ENTRANCES.contains(&node.slug.as_str()) {
        shown.refuse(FieldError::new("", "guide_entrance"));
    } else if opened.draft.guide.leading_to(&node.slug).next().is_some() {
        shown.refuse(FieldError::new("", "guide_led_to"));
    }
    if shown.is_fine() {
        return change(app, ctx, (opened, permit), (shown, None)).await;
    }
    show_refused(&opened.page(ctx, shown, Some(node)))
}

/// Keeps it, or only shows how it will look.
async fn save(
    app: &Shared,
    ctx: &Context,
    (opened, permit): Place,
    (form, node): Written,
) -> Result<Response, AppError> {
    if form.value("do") == "save" {
        return change(app, ctx, (opened, permit), (form, Some(node))).await;
    }
    show(&opened.page(ctx, form, Some(&node)))
}

/// Keeps it, or deletes it with none; the page again when somebody else was faster.
async fn change(
    app: &Shared,
    ctx: &Context,
    (opened, permit): Place,
    (mut form, node): (Form, Option<Node>),
) -> Result<Response, AppError> {
    let last: i64 = form.value("last").parse().unwrap_or(-1);
    let slug = match (&node, &opened.slug) {
        (Some(node), _) => node.slug.clone(),
        (None, slug) => slug.clone().unwrap_or_default(),
    };
    let (now, kept) = (ctx.now(), node.clone());
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let gone = slug.clone();
            let change = move |guide: &mut Guide| {
                match kept {
                    Some(node) => put(guide, node),
                    None => guide.nodes.retain(|one| one.slug != gone),
                }
                Ok(())
            };
            change_draft(tx, &permit, (last, &slug), change, now).await
        })
    });
    let said = if node.is_some() {
        "guide-saved"
    } else {
        "guide-deleted"
    };
    match work.await {
        Ok(()) => Ok(go_saying(app, HERE, said)),
        Err(GuideError::Database(error)) => Err(error.into()),
        Err(_) => {
            // Sent once more it is written all the same, by somebody who has seen that the guide was changed.
            let opened = Opened::read(app, opened.slug).await?;
            form = form.with("last", opened.draft.revision);
            form.refuse(FieldError::new("", "guide_changed"));
            show_refused(&opened.page(ctx, form, node.as_ref()))
        }
    }
}
