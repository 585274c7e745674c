//! The link of an invitation to a role: whoever has an account signs in and accepts, others make one.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::staff_list::until;
use crate::accounts::AccountState;
use crate::accounts::links::Standing;
use crate::accounts::pages::{chosen_password, link_problem};
use crate::accounts::store::{AccountRow, FIND_ACCOUNT_BY_EMAIL};
use crate::app::Shared;
use crate::branches::actions::{self, AcceptError, Who};
use crate::branches::letters::{name_of, role_name};
use crate::branches::staff_store::FIND_BY_TOKEN;
use crate::branches::types::Invitation;
use crate::forms::Form;
use crate::secrets::hash_of;
use crate::text::clean_name;
use crate::web::headers::secret_address;
use crate::web::{AppError, Context, Page, Posted, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "branches/invitation.html")]
struct InvitationPage {
    page: Page,
    form: Form,
    organisation: String,
    role: String,
    until: String,
    email: String,
    /// Where one signs in and comes back.
    sign_in: String,
    /// Whoever looks is signed in with this address.
    is_theirs: bool,
    /// The address has an account.
    has_account: bool,
    /// Somebody else is signed in.
    is_other: bool,
}

/// An invitation that holds, and the account of its address.
struct Found {
    one: Invitation,
    account: Option<AccountRow>,
}

async fn look(
    app: &Shared,
    ctx: &Context,
    token: &str,
) -> Result<Result<Found, Standing>, AppError> {
    let (hash, now) = (hash_of(token), ctx.now());
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let Some(one) = tx.opt::<Invitation>(FIND_BY_TOKEN, &[&hash]).await? else {
                return Ok::<_, DbError>(Err(Standing::Unknown));
            };
            if one.over_at.is_some() {
                return Ok(Err(Standing::Used));
            }
            if one.expires_at <= now {
                return Ok(Err(Standing::Expired));
            }
            let account: Option<AccountRow> =
                tx.opt(FIND_ACCOUNT_BY_EMAIL, &[&one.email_key]).await?;
            let account = account.filter(|account| account.state() != AccountState::Pending);
            Ok(Ok(Found { one, account }))
        })
    });
    Ok(read.await?)
}

fn refuse(ctx: &Context, standing: Standing) -> Result<Response, AppError> {
    link_problem(ctx, "invited", standing, None)
}

fn view(
    (app, ctx): (&Shared, &Context),
    found: &Found,
    (form, token): (Form, &str),
) -> InvitationPage {
    let (t, one) = (ctx.t(), &found.one);
    let theirs = found.account.as_ref().map(|account| account.id);
    let viewer = ctx.viewer().map(|viewer| viewer.account_id);
    let is_theirs = viewer.is_some() && viewer == theirs;
    InvitationPage {
        page: ctx.page(t.get("branches-invitation-title")),
        form,
        organisation: name_of(app, one.organisation_id),
        role: role_name(t, one.kind()),
        until: until(t, app, one.organisation_id, one.role_ends_at),
        email: one.email.clone(),
        sign_in: format!("/sign-in?next=%2Finvited%2F{token}"),
        is_theirs,
        has_account: theirs.is_some(),
        is_other: viewer.is_some() && !is_theirs,
    }
}

/// `GET /invited/{token}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    match look(&app, &ctx, &token).await? {
        Ok(found) => {
            let page = view((&app, &ctx), &found, (Form::new(), &token));
            Ok(secret_address(show(&page)?))
        }
        Err(standing) => refuse(&ctx, standing),
    }
}

/// Who accepts by this form; none when it has to be shown again.
async fn who(
    app: &Shared,
    ctx: &Context,
    found: &Found,
    form: &mut Form,
) -> Result<Option<Who>, AppError> {
    if let Some(account) = &found.account {
        let viewer = ctx.viewer().map(|viewer| viewer.account_id);
        let is_theirs = viewer == Some(account.id) && form.is_fine();
        return Ok(is_theirs.then_some(Who::Account(account.id)));
    }
    let name = match clean_name(form.value("name")) {
        Ok(name) => Some(name),
        Err(problem) => {
            form.refuse(problem.on("name"));
            None
        }
    };
    let hash = chosen_password(app, form).await?;
    let (Some(name), Some(password_hash)) = (name, hash) else {
        return Ok(None);
    };
    Ok(Some(Who::New {
        name,
        password_hash,
        lang: ctx.lang(),
    }))
}

/// `POST /invited/{token}`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
    posted: Posted,
) -> Result<Response, AppError> {
    let mut form = posted.form;
    let found = match look(&app, &ctx, &token).await? {
        Ok(found) => found,
        Err(standing) => return refuse(&ctx, standing),
    };
    let Some(who) = who(&app, &ctx, &found, &mut form).await? else {
        let page = view((&app, &ctx), &found, (form, &token));
        return Ok(secret_address(show_refused(&page)?));
    };
    let is_new = matches!(who, Who::New { .. });
    let (now, link) = (ctx.now(), token.clone());
    let write = app
        .db
        .write(move |tx| Box::pin(async move { actions::accept(tx, &link, who, now).await }));
    match write.await {
        Ok(account) => {
            app.sessions.forget(account);
            let there = if is_new {
                "/sign-in?next=%2Fstaff"
            } else {
                "/staff"
            };
            Ok(go_saying(&app, there, "staff-accepted"))
        }
        Err(AcceptError::Over) => refuse(&ctx, Standing::Used),
        Err(AcceptError::OtherAccount) => {
            let page = view((&app, &ctx), &found, (form, &token));
            Ok(secret_address(show_refused(&page)?))
        }
        Err(AcceptError::Database(error)) => Err(error.into()),
    }
}
