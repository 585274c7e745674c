//! A parent invites a teenager to a sign-in, says what it may do, and ends it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;
use jiff::civil::Date;

use crate::accounts::Actor;
use crate::accounts::domains;
use crate::accounts::pages::within_letters;
use crate::app::Shared;
use crate::clock::zone;
use crate::families::store;
use crate::families::teenager::permissions::{KeepLink, may_keep_link};
use crate::families::teenager::teen_store::FIND_OF_PERSON;
use crate::families::teenager::{
    InviteError, Link, LinkState, end_link, invite as invite_teenager, set_may_submit,
};
use crate::families::types::{Child, GuardianshipState};
use crate::forms::{FieldError, Form};
use crate::people::PersonId;
use crate::permit::Permit;
use crate::secrets::Token;
use crate::text::clean_email;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "families/sign_in.html")]
struct KeepPage {
    page: Page,
    form: Form,
    here: String,
    back: String,
    child: String,
    /// Where it stands: `none`, `invited`, `late` (the invitation is over), `linked`.
    state: &'static str,
    /// The teenager's address, for whoever typed it.
    email: String,
    until: String,
    may_submit: bool,
}

/// A teenager that the actor acts for, with the sign-in.
struct Opened {
    child: Child,
    link: Option<Link>,
    permit: Permit<KeepLink>,
}

/// Younger and older children have no such page, children of others are not found.
async fn open(app: &Shared, actor: &Actor, id: &str, today: Date) -> Result<Opened, AppError> {
    let id: PersonId = id.parse().map_err(|_| AppError::NotFound)?;
    let actor = actor.clone();
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let by = actor.account_id;
            let state: Option<GuardianshipState> =
                tx.opt(store::FIND_GUARDIANSHIP, &[&id, &by]).await?;
            let holds = state == Some(GuardianshipState::Holds);
            if !holds {
                return Err(DbError::NotFound);
            }
            let child: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
            let about = (id, child.known.born_on);
            let permit = may_keep_link(&actor, holds, about, today).ok_or(DbError::NotFound)?;
            let link = tx.opt(FIND_OF_PERSON, &[&id]).await?;
            Ok(Opened {
                child,
                link,
                permit,
            })
        })
    });
    Ok(read.await?)
}

fn today(ctx: &Context) -> Date {
    ctx.now().to_zoned(zone()).date()
}

fn view(ctx: &Context, opened: &Opened, form: Form) -> KeepPage {
    let (t, link) = (ctx.t(), opened.link.as_ref());
    let state = match link {
        None => "none",
        Some(link) if link.state == LinkState::Linked => "linked",
        Some(link) if link.expires_at <= ctx.now() => "late",
        Some(_) => "invited",
    };
    let there = format!("/my/children/{}", opened.child.id);
    KeepPage {
        page: ctx.page(t.get("teenagers-sign-in-title")),
        form,
        here: format!("{there}/sign-in"),
        back: there,
        child: opened.child.known.given_name.clone(),
        state,
        email: link.map_or_else(String::new, |link| link.email.clone()),
        until: link.map_or_else(String::new, |link| t.date_time(link.expires_at, &zone())),
        may_submit: link.is_some_and(|link| link.may_submit),
    }
}

/// `GET /my/children/{child}/sign-in`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let opened = open(&app, ctx.actor()?, &id, today(&ctx)).await?;
    show(&view(&ctx, &opened, Form::new()))
}

/// `POST /my/children/{child}/sign-in`: invites, switches or ends.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open(&app, &actor, &id, today(&ctx)).await?;
    let is_linked = opened.link.is_some();
    match form.value("deed") {
        "submit" | "prepare" if is_linked => {
            let may_submit = form.value("deed") == "submit";
            switch(&app, &ctx, opened, may_submit).await
        }
        "end" if is_linked => end(&app, &ctx, opened).await,
        "submit" | "prepare" | "end" => {
            let there = format!("/my/children/{}/sign-in", opened.child.id);
            Ok(go_saying(&app, &there, "teenagers-ended"))
        }
        "invite" => invite(&app, &ctx, &actor, (opened, form)).await,
        _ => {
            form.refuse(FieldError::new("", "choose"));
            show_refused(&view(&ctx, &opened, form))
        }
    }
}

async fn switch(
    app: &Shared,
    ctx: &Context,
    opened: Opened,
    may_submit: bool,
) -> Result<Response, AppError> {
    let (there, now) = (view(ctx, &opened, Form::new()).here, ctx.now());
    let permit = opened.permit;
    let write = app.db.write(move |tx| {
        Box::pin(async move { set_may_submit(tx, &permit, may_submit, now).await })
    });
    write.await?;
    let said = if may_submit {
        "teenagers-submits"
    } else {
        "teenagers-prepares"
    };
    Ok(go_saying(app, &there, said))
}

async fn end(app: &Shared, ctx: &Context, opened: Opened) -> Result<Response, AppError> {
    let (there, now) = (view(ctx, &opened, Form::new()).here, ctx.now());
    let (own, permit) = (app.clone(), opened.permit);
    let write = app
        .db
        .write(move |tx| Box::pin(async move { end_link(tx, &own, &permit, now).await }));
    if let Some(account) = write.await? {
        app.sessions.forget(account);
    }
    app.outbox.wake();
    Ok(go_saying(app, &there, "teenagers-ended"))
}

async fn invite(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    (opened, mut form): (Opened, Form),
) -> Result<Response, AppError> {
    let email = clean_email(form.value("email"));
    let email = email
        .map_err(|problem| form.refuse(problem.on("email")))
        .ok();
    if let Some(email) = &email {
        let own = clean_email(&actor.email);
        if own.is_ok_and(|own| own.key == email.key) {
            form.refuse(FieldError::new("email", "own_address"));
        }
        domains::refuse_blocked(app, &mut form, "email", email).await?;
        if form.is_fine() {
            within_letters(app, ctx, &mut form, email);
        }
    }
    let (Some(email), true) = (email, form.is_fine()) else {
        return show_refused(&view(ctx, &opened, form));
    };
    let there = view(ctx, &opened, Form::new()).here;
    let (own, permit, now) = (app.clone(), opened.permit, ctx.now());
    let (token, lang) = (Token::new(&app.random), ctx.lang());
    let write = app.db.write(move |tx| {
        Box::pin(
            async move { invite_teenager(tx, &own, &permit, (&email, lang), &token, now).await },
        )
    });
    match write.await {
        Ok(()) => {}
        Err(InviteError::Linked) => return Ok(go_saying(app, &there, "teenagers-linked-already")),
        Err(InviteError::Database(error)) => return Err(error.into()),
    }
    app.outbox.wake();
    Ok(go_saying(app, &there, "teenagers-invited"))
}
