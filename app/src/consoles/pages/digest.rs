//! The own daily letter: what it would say now, and whether it comes.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use crate::app::Shared;
use crate::catalogue::editing::pages::Ways;
use crate::consoles::permissions::may_switch_digest;
use crate::consoles::types::{Line, Reader};
use crate::consoles::{actions, digest_store, lines, words};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show};

#[derive(Template)]
#[template(path = "consoles/digest.html")]
struct DigestPage {
    page: Page,
    ways: Ways,
    is_off: bool,
    from: String,
    /// What the letter would say now, a sentence each.
    sentences: Vec<String>,
}

/// `GET /staff/digest`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let (actor, now, t) = (ctx.staff()?, ctx.now(), ctx.t());
    let (reader, tree) = (Reader::of(actor), app.organisations.current());
    let read = app.db.read_long(move |tx| {
        Box::pin(async move {
            let off: i64 = tx.one(digest_store::COUNT_OFF, &[&reader.account]).await?;
            Ok((off, lines::waiting(tx, &tree, &reader, now).await?))
        })
    });
    let (off, waiting): (i64, Vec<Line>) = read.await.map_err(|error: DbError| error)?;
    show(&DigestPage {
        page: ctx.page(t.get("consoles-digest-title")).dense(),
        ways: Ways::of(actor),
        is_off: off > 0,
        from: t.time(actions::DIGEST_FROM),
        sentences: waiting
            .iter()
            .map(|line| words::sentence(t, line))
            .collect(),
    })
}

/// `POST /staff/digest`: `deed` is `off` or `on`.
pub(super) async fn switch(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, form }: PostedBy,
) -> Result<Response, AppError> {
    let (is_off, said) = match form.value("deed") {
        "off" => (true, "consoles-digest-off"),
        "on" => (false, "consoles-digest-on"),
        _ => return Err(AppError::NotFound),
    };
    let permit = may_switch_digest(&actor).ok_or(AppError::NotFound)?;
    let now = ctx.now();
    let write = app.db.write(move |tx| {
        Box::pin(async move { actions::switch_digest(tx, &permit, is_off, now).await })
    });
    write.await.map_err(|error: DbError| error)?;
    Ok(go_saying(&app, "/staff/digest", said))
}
