//! What the pages of links have in common: asking for one, looking at it, choosing a password behind it.

use askama::Template;
use axum::response::Response;

use super::{email_of, spend_time, to_check_mail, within_letters};
use crate::accounts::actions;
use crate::accounts::letters::Writer;
use crate::accounts::links::{self, Purpose, Standing};
use crate::app::Shared;
use crate::forms::Form;
use crate::secrets::Token;
use crate::web::headers::secret_address;
use crate::web::{self, AppError, Context, Page};

/// Sends a link to the typed address, or to nobody: the answer is the same for every address. None when the form has
/// to be shown again, with its errors.
pub(super) async fn ask(
    app: &Shared,
    ctx: &Context,
    form: &mut Form,
    purpose: Purpose,
) -> Result<Option<Response>, AppError> {
    let email = email_of(form);
    if let Some(email) = &email {
        within_letters(app, ctx, form, email);
    }
    let Some(email) = email.filter(|_| form.is_fine()) else {
        return Ok(None);
    };
    spend_time(app).await;
    let (key, token) = (email.key.clone(), Token::new(&app.random));
    let (writer, now) = (Writer::new(app), ctx.now());
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            if purpose == Purpose::Activate {
                actions::ask_activation(tx, &key, &token, &writer, now).await
            } else {
                actions::ask_reset(tx, &key, &token, &writer, now).await
            }
        })
    });
    work.await?;
    let about = match purpose {
        Purpose::ResetPassword => "reset",
        _ => "account",
    };
    Ok(Some(to_check_mail(&email, about)))
}

/// Where a link stands.
pub(super) async fn standing_of(
    app: &Shared,
    ctx: &Context,
    token: &str,
    purpose: Purpose,
) -> Result<Standing, AppError> {
    let (token, now) = (token.to_owned(), ctx.now());
    let look = app
        .db
        .read(move |tx| Box::pin(async move { links::look(tx, &token, purpose, now).await }));
    Ok(look.await?)
}

/// The hash of the typed password, which the form forgets; none with its error in the form.
pub(crate) async fn chosen_password(
    app: &Shared,
    form: &mut Form,
) -> Result<Option<String>, AppError> {
    let password = form.value("password").to_owned();
    form.forget("password");
    let _ = form.take("password", app.passwords.check(&password, &[]).await);
    if !form.is_fine() {
        return Ok(None);
    }
    let hash = app.passwords.hash(&app.random, password).await;
    hash.map(Some).ok_or(AppError::Unavailable)
}

/// A page for a link that does not work: what happened, and the one next step.
#[derive(Template)]
#[template(path = "accounts/link_problem.html")]
struct LinkProblem {
    page: Page,
    form: Form,
    what: String,
    /// Where a new link is asked for; none when signing in is the next step.
    ask: Option<&'static str>,
}

/// That page; `kind` says what the link was for.
pub(crate) fn link_problem(
    ctx: &Context,
    kind: &str,
    standing: Standing,
    ask: Option<&'static str>,
) -> Result<Response, AppError> {
    let standing = match standing {
        Standing::Used | Standing::Good => "used",
        Standing::Expired => "expired",
        Standing::Unknown => "unknown",
    };
    let t = ctx.t();
    let page = LinkProblem {
        page: ctx.page(t.get(&format!("accounts-link-{standing}-title"))),
        form: Form::new(),
        what: t
            .get(&format!("accounts-link-{standing}-{kind}"))
            .to_string(),
        ask,
    };
    Ok(secret_address(web::show(&page)?))
}
