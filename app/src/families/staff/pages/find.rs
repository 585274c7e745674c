//! Finding a child by exact data and for a reason.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::documents;
use crate::app::Shared;
use crate::families::fields;
use crate::families::staff::actions::{Exact, Found, find};
use crate::families::staff::permissions::may_find_child;
use crate::forms::Form;
use crate::people::fields::line;
use crate::staff_tables::bulk::reason;
use crate::text::clean_name;
use crate::web::{AppError, Context, Page, PostedBy, go, show, show_refused};

#[derive(Template)]
#[template(path = "families/staff_find.html")]
struct FindPage {
    page: Page,
    form: Form,
    documents: Vec<(String, String)>,
    /// What was found instead of one child: a key.
    answer: &'static str,
    /// The request for which the child is sought: its address.
    then: String,
}

/// The address of a request for which a child is sought; empty for everything else.
fn onward(typed: &str) -> String {
    let number = typed
        .strip_prefix("/staff/requests/")
        .and_then(|rest| rest.strip_suffix("/child"));
    let is_number = |text: &str| {
        (1..=18).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit())
    };
    match number {
        Some(number) if is_number(number) => typed.to_owned(),
        _ => String::new(),
    }
}

fn view(ctx: &Context, form: Form, answer: &'static str) -> FindPage {
    FindPage {
        page: ctx.page(ctx.t().get("children-find-title")).dense(),
        documents: documents(ctx.t()),
        then: onward(form.value("then")),
        form,
        answer,
    }
}

/// `GET /staff/children/find`, with `then=` the request for which a child is sought
pub(super) async fn page(ctx: Context) -> Result<Response, AppError> {
    may_find_child(ctx.staff()?).ok_or(AppError::NotFound)?;
    let form = Form::new().with("then", ctx.asked("then").unwrap_or_default());
    show(&view(&ctx, form, ""))
}

fn read(form: &mut Form, ctx: &Context) -> Exact {
    let is_typed =
        |form: &Form, names: &[&str]| names.iter().any(|name| !form.value(name).trim().is_empty());
    let has_document = is_typed(form, &["document_kind", "document_number"]);
    let wanted = [
        "surname",
        "given_name",
        "born_day",
        "born_month",
        "born_year",
    ];
    let named = if is_typed(form, &wanted) || !has_document {
        let surname = line(form, "surname", clean_name);
        let given_name = line(form, "given_name", clean_name);
        let today = ctx.now().to_zoned(crate::clock::zone()).date();
        fields::read_birth(form, today).map(|born_on| (surname, given_name, born_on))
    } else {
        None
    };
    let born_on = named.as_ref().map(|(_, _, born_on)| *born_on);
    Exact {
        document: fields::read_document(form, born_on, None),
        named,
    }
}

/// `POST /staff/children/find`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let (permit, role) = may_find_child(&actor).ok_or(AppError::NotFound)?;
    let exact = read(&mut form, &ctx);
    let why = reason(&mut form);
    if form.is_fine()
        && let Err(wait) = app.limits.look_up(actor.account_id)
    {
        form.refuse(wait.on("surname"));
    }
    if !form.is_fine() {
        return show_refused(&view(&ctx, form, ""));
    }
    let (own, now) = (app.clone(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let by = (&permit, role, &*actor);
            find(tx, &own, by, (&exact, &why), now).await
        })
    });
    let found = write.await?;
    app.outbox.wake();
    match found {
        Found::Child(id) => Ok(match onward(form.value("then")).as_str() {
            "" => go(&format!("/staff/children/{id}")),
            then => go(&format!("{then}/{id}")),
        }),
        Found::Nobody => show(&view(&ctx, form, "children-find-nobody")),
        Found::Several => show(&view(&ctx, form, "children-find-several")),
    }
}
