//! Tokens for programs that act as this account: made, shown once, ended.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::password;
use crate::accounts::permissions;
use crate::accounts::tokens::{self, Kept, TokenId};
use crate::app::Shared;
use crate::clock::zone;
use crate::forms::{FieldError, Form};
use crate::web::{self, AppError, Context, Page, PostedBy};

/// The longest name of a token.
const LONGEST: usize = 80;

#[derive(Template)]
#[template(path = "accounts/tokens.html")]
struct TokensPage {
    page: Page,
    form: Form,
    lines: Vec<Line>,
    /// The token that was just made; it is not shown again.
    fresh: Option<String>,
}

struct Line {
    id: TokenId,
    name: String,
    since: String,
    until: String,
    used: String,
}

async fn view(
    app: &Shared,
    ctx: &Context,
    form: Form,
    fresh: Option<String>,
) -> Result<TokensPage, AppError> {
    let (account, now) = (ctx.actor()?.account_id, ctx.now());
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tokens::list(tx, account, now).await }));
    let kept: Vec<Kept> = read.await.map_err(|error: DbError| error)?;
    let (t, zone) = (ctx.t(), zone());
    let line = |one: Kept| Line {
        id: one.id,
        since: t.date_time(one.created_at, &zone),
        until: t.date_time(one.expires_at, &zone),
        used: match one.used_at {
            Some(at) => t.date_time(at, &zone),
            None => t.get("accounts-token-unused").to_string(),
        },
        name: one.name,
    };
    Ok(TokensPage {
        page: ctx.page(t.get("accounts-tokens-title")),
        form,
        lines: kept.into_iter().map(line).collect(),
        fresh,
    })
}

/// `GET /my/profile/tokens`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    web::show(&view(&app, &ctx, Form::new(), None).await?)
}

/// `POST /my/profile/tokens`: makes a token, or ends the one that `token` names.
pub(super) async fn change(
    State(app): State<Shared>,
    ctx: Context,
    posted: PostedBy,
) -> Result<Response, AppError> {
    let (actor, mut form) = (posted.actor, posted.form);
    let (permit, now) = (permissions::may_make_own_tokens(&actor), ctx.now());
    if form.is_fine()
        && let Ok(id) = form.value("token").parse::<TokenId>()
    {
        let write = app
            .db
            .write(move |tx| Box::pin(async move { tokens::end_own(tx, &permit, id, now).await }));
        let ended: bool = write.await.map_err(|error: DbError| error)?;
        if !ended {
            return Err(AppError::NotFound);
        }
        return Ok(web::go_saying(&app, "/my/profile/tokens", "token-ended"));
    }
    let name: String = form.value("name").trim().chars().take(LONGEST).collect();
    if name.is_empty() {
        form.refuse(FieldError::new("name", "required"));
    }
    password::confirm(&app, &ctx, &actor, &mut form).await?;
    if form.is_fine() {
        let (random, account) = (app.random.clone(), actor.account_id);
        let write = app.db.write(move |tx| {
            Box::pin(async move {
                if tokens::list(tx, account, now).await?.len() >= tokens::MOST {
                    return Ok(None);
                }
                let made = tokens::make_own(tx, &permit, &random, &name, now).await?;
                Ok::<_, DbError>(Some(made))
            })
        });
        match write.await? {
            Some(fresh) => {
                return web::show(&view(&app, &ctx, Form::new(), Some(fresh)).await?);
            }
            None => form.refuse(FieldError::new("", "too_many_tokens").with("most", tokens::MOST)),
        }
    }
    web::show_refused(&view(&app, &ctx, form, None).await?)
}
