//! The wishes of a family among groups that are matched together: in which order it would like to have them.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::resign::find_own;
use crate::app::Shared;
use crate::enrolment::actions::{RankError, rank};
use crate::enrolment::draw_store::{LIST_WISHES, Ranked};
use crate::enrolment::permissions;
use crate::i18n::Translator;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show};

const HERE: &str = "/my/wishes";

#[derive(Template)]
#[template(path = "enrolment/wishes.html")]
struct WishesPage {
    page: Page,
    rounds: Vec<Round>,
}

/// Wishes of one person that are matched together.
struct Round {
    /// Of which child, and until when they can be ordered.
    heading: String,
    until: String,
    wishes: Vec<Ranked>,
}

fn rounds(t: Translator, wishes: &[Ranked]) -> Vec<Round> {
    let together = |one: &Ranked, other: &Ranked| {
        (one.person_id, one.closes_at) == (other.person_id, other.closes_at)
    };
    let round = |wishes: &[Ranked]| {
        let first = wishes.first()?;
        let zone = jiff::tz::TimeZone::get(&first.time_zone);
        let until = t.date_time(first.closes_at, &zone.unwrap_or(jiff::tz::TimeZone::UTC));
        let heading = if first.child.is_empty() {
            t.get("draws-wishes-own").to_string()
        } else {
            let of = t.get("draws-wishes-of");
            of.text("child", &first.child).to_string()
        };
        Some(Round {
            heading,
            until: t.get("draws-wishes-until").text("until", until).to_string(),
            wishes: wishes.to_vec(),
        })
    };
    wishes.chunk_by(together).filter_map(round).collect()
}

/// `GET /my/wishes`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let (account, now) = (ctx.actor()?.account_id, ctx.now());
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.all(LIST_WISHES, &[&account, &now]).await }));
    let wishes: Vec<Ranked> = read.await.map_err(|error: DbError| error)?;
    let t = ctx.t();
    show(&WishesPage {
        page: ctx.page(t.get("draws-wishes-title")),
        rounds: rounds(t, &wishes),
    })
}

/// `POST /my/wishes`: `up` or `down` one.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, form }: PostedBy,
) -> Result<Response, AppError> {
    let own = find_own(&app, &actor, form.value("enrolment")).await?;
    let permit = permissions::may_rank(&actor, &own.enrolment, own.acts);
    let permit = permit.ok_or(AppError::NotFound)?;
    let from: usize = form.value("from").parse().unwrap_or(0);
    let down = match form.value("move") {
        "up" => false,
        "down" => true,
        _ => return Ok(go_saying(&app, HERE, "draws-wishes-otherwise")),
    };
    if !form.is_fine() {
        return Ok(go_saying(&app, HERE, "enrolment-look-again"));
    }
    let said = match rank(&app, &permit, (from, down), ctx.now()).await {
        Ok(()) => "draws-wishes-ordered",
        Err(RankError::Closed) => "draws-wishes-closed",
        Err(RankError::Otherwise) => "draws-wishes-otherwise",
        Err(RankError::Database(error)) => return Err(error.into()),
    };
    Ok(go_saying(&app, HERE, said))
}
