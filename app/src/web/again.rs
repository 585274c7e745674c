//! A form that could not be acted on, though it came from our own page: what was typed is shown as a page that sends it
//! again. Nothing is lost when the database is away, a page was open for too long, or there were too many attempts.

use askama::Template;
use axum::extract::Request;
use axum::http::Method;
use axum::response::{Html, IntoResponse, Response};

use super::{AppError, Context, Page, posted};
use crate::forms::Form;

#[derive(Template)]
#[template(path = "again.html")]
struct AgainPage {
    page: Page,
    what: String,
    next: String,
    button: String,
    form: Form,
    address: String,
    fields: Vec<(String, String)>,
    passwords: Vec<String>,
    request_id: String,
}

/// Reads the form of a request that was refused before its handler saw it.
pub(super) async fn keep(context: &Context, request: Request) {
    if *request.method() == Method::POST {
        let reading = posted::read(context, request, &context.inner.app);
        // What can not be read is not kept; the error page says what happened anyway.
        let _ = tokio::time::timeout(super::LONGEST, reading).await;
    }
}

/// The page, when the error is one that passes and the form came from a page of ours.
pub(super) fn page(context: &Context, error: &AppError) -> Option<Response> {
    let form = context.inner.typed.get()?;
    let code = error.code();
    let is_stale = match error {
        AppError::ForeignForm => true,
        AppError::Unavailable | AppError::TooMany(_) => false,
        _ => return None,
    };
    let t = context.t();
    let (mut fields, mut passwords) = (Vec::new(), Vec::new());
    for (name, value) in form.pairs() {
        match name {
            "csrf" => {}
            // Passwords do not come back; whoever typed them types them once more.
            name if name.contains("password") => passwords.push(name.to_owned()),
            _ => fields.push((name.to_owned(), value.to_owned())),
        }
    }
    if is_stale {
        // The form's own page asks for the passwords, and for a look at everything before it is sent.
        passwords.clear();
        fields.retain(|(name, _)| name != "_review");
        fields.push(("_review".into(), "1".into()));
    }
    let (next, button) = if is_stale {
        ("web-again-look", "web-again-show")
    } else {
        ("web-again-kept", "web-again-send")
    };
    let say = |part: &str| t.get(&format!("web-error-{code}-{part}")).to_string();
    let page = AgainPage {
        page: context.page(say("title")),
        what: say("what"),
        next: t.get(next).to_string(),
        button: t.get(button).to_string(),
        form: Form::new(),
        address: context.here(),
        fields,
        passwords,
        request_id: context.request_id().to_owned(),
    };
    Some((error.status(), Html(page.render().ok()?)).into_response())
}
