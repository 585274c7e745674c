//! Letting a true namesake in.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use data_encoding::HEXLOWER;

use crate::app::Shared;
use crate::families::fields;
use crate::families::pages::{CONSENT_VERSION, Choices};
use crate::families::staff::actions::{Namesake, NamesakeError, let_in};
use crate::families::staff::looks;
use crate::families::staff::permissions::may_find_child;
use crate::forms::{FieldError, Form};
use crate::secrets::hash_of;
use crate::staff_tables::bulk::reason;
use crate::text::clean_email;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "families/staff_namesake.html")]
struct NamesakePage {
    page: Page,
    form: Form,
    choices: Choices,
}

fn view(app: &Shared, ctx: &Context, form: Form) -> NamesakePage {
    NamesakePage {
        page: ctx.page(ctx.t().get("children-namesake-title")).dense(),
        choices: Choices::of(ctx.t(), &app.organisations.current()),
        form,
    }
}

/// `GET /staff/children/namesake`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    may_find_child(ctx.staff()?).ok_or(AppError::NotFound)?;
    show(&view(&app, &ctx, Form::new()))
}

fn read(form: &mut Form, app: &Shared, ctx: &Context) -> Option<Namesake> {
    let today = ctx.now().to_zoned(crate::clock::zone()).date();
    let typed = fields::read(form, today, &app.organisations.current());
    if typed.as_ref().is_some_and(|typed| typed.document.is_none()) {
        form.refuse(FieldError::new("document_kind", "namesake_document"));
    }
    let guardian = clean_email(form.value("guardian_email"));
    let guardian = guardian.map_err(|problem| form.refuse(problem.on("guardian_email")));
    if form.value("consent") != "yes" {
        form.refuse(FieldError::new("consent", "consent_child"));
    }
    let reason = reason(form);
    let text = ctx.t().get("children-namesake-consent").to_string();
    let new = Namesake {
        typed: typed?,
        guardian: guardian.ok()?.key,
        consent: (CONSENT_VERSION, HEXLOWER.encode(&hash_of(&text))),
        reason,
        by: None,
    };
    form.is_fine().then_some(new)
}

/// `POST /staff/children/namesake`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let (permit, role) = may_find_child(&actor).ok_or(AppError::NotFound)?;
    let new = read(&mut form, &app, &ctx);
    if form.is_fine()
        && let Err(wait) = app.limits.look_up(actor.account_id)
    {
        form.refuse(wait.on("surname"));
    }
    let (Some(new), true) = (new, form.is_fine()) else {
        return show_refused(&view(&app, &ctx, form));
    };
    let new = Namesake {
        by: role.branch,
        ..new
    };
    let error = match let_in(&app, &permit, &new, ctx.now()).await {
        Ok(id) => {
            let now = ctx.now();
            let write = app.db.write(move |tx| {
                let reason = new.reason;
                Box::pin(async move { looks::note(tx, (id, &actor), (role, &reason), now).await })
            });
            write.await?;
            return Ok(go_saying(
                &app,
                &format!("/staff/children/{id}"),
                "child-entered",
            ));
        }
        Err(NamesakeError::NoGuardian) => FieldError::new("guardian_email", "no_guardian"),
        Err(NamesakeError::NoNamesake) => FieldError::new("surname", "no_namesake"),
        Err(NamesakeError::SameDocument) => FieldError::new("document_number", "same_document"),
        Err(NamesakeError::Database(error)) => return Err(error.into()),
    };
    form.refuse(error);
    show_refused(&view(&app, &ctx, form))
}
