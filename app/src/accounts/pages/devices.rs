//! Where an account is signed in, and ending that.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::accounts::store::{self, SignInRow};
use crate::accounts::{SessionId, actions, permissions};
use crate::app::Shared;
use crate::clock::zone;
use crate::web::{self, AppError, Context, Page, PostedBy, cookies};

#[derive(Template)]
#[template(path = "accounts/devices.html")]
struct DevicesPage {
    page: Page,
    devices: Vec<Device>,
}

struct Device {
    id: SessionId,
    name: String,
    network: String,
    since: String,
    seen: String,
    here: bool,
}

/// The list.
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.actor()?;
    let (account_id, now) = (actor.account_id, ctx.now());
    let rows = app.db.read(move |tx| {
        Box::pin(async move {
            tx.all::<SignInRow>(store::LIST_SESSIONS, &[&account_id, &now])
                .await
        })
    });
    let rows: Vec<SignInRow> = rows.await?;
    let (t, zone) = (ctx.t(), zone());
    let devices = rows.into_iter().map(|row| Device {
        id: row.id,
        name: match row.device.as_str() {
            "" => t.get("accounts-device-unknown").to_string(),
            known => known.to_owned(),
        },
        network: row.network,
        since: t.date_time(row.created_at, &zone),
        seen: t.date_time(row.seen_at, &zone),
        here: row.id == actor.session_id,
    });
    web::show(&DevicesPage {
        page: ctx.page(t.get("accounts-devices-title")),
        devices: devices.collect(),
    })
}

/// Ends one sign-in, or all of them.
pub(super) async fn end(
    State(app): State<Shared>,
    ctx: Context,
    posted: PostedBy,
) -> Result<Response, AppError> {
    let (actor, form) = (posted.actor, posted.form);
    if !form.is_fine() {
        // It comes back after signing in again: the list is shown, nothing is ended unseen.
        return Ok(web::go("/my/profile/devices"));
    }
    let permit = permissions::may_end_own_sign_ins(&actor);
    let (everywhere, now) = (form.value("session") == "all", ctx.now());
    let session: SessionId = form.value("session").parse().unwrap_or(SessionId::new(0));
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            if everywhere {
                actions::end_all(tx, &permit, now).await.map(|()| true)
            } else {
                actions::end_one(tx, &permit, session, now).await
            }
        })
    });
    let ended: bool = work.await?;
    app.sessions.forget(actor.account_id);
    if everywhere || session == actor.session_id {
        let mut response = web::go_saying(
            &app,
            "/",
            if everywhere {
                "signed-out-everywhere"
            } else {
                "signed-out"
            },
        );
        cookies::clear(&mut response, &app, cookies::SESSION);
        return Ok(response);
    }
    if !ended {
        return Err(AppError::NotFound);
    }
    Ok(web::go_saying(
        &app,
        "/my/profile/devices",
        "signed-out-there",
    ))
}
