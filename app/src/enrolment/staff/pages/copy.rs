//! Another run of a group: its form, filled in for a new first day.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::super::open_group;
use super::form::{Choices, chosen_trainers, new_form};
use crate::app::Shared;
use crate::catalogue::editing::editing_store::LIST_GROUP_CODES;
use crate::catalogue::editing::{draft_form, moved_group, next_code, typed};
use crate::forms::Form;
use crate::web::{AppError, Context, Page, show, show_refused};

#[derive(Template)]
#[template(path = "staff/copy_group.html")]
struct CopyGroup {
    page: Page,
    form: Form,
    home: String,
    title: String,
}

/// GET /staff/groups/{group}/copy, with `?first=` the form of the new group
pub(super) async fn copy(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let opened = open_group(&app, context.staff()?, &id).await?;
    opened.editable()?;
    let (detail, t) = (&opened.detail, context.t());
    let asked = context.asked("first");
    let mut form = Form::new().with("first", asked.as_deref().unwrap_or_default());
    let first = asked.and_then(|typed| form.take("first", typed::date(&typed)));
    let Some(first) = first else {
        let page = CopyGroup {
            page: context.page(t.get("staff-copy-group-title")).dense(),
            home: format!("/staff/groups/{}", detail.group.id),
            title: t
                .get("staff-group-title")
                .text("code", &detail.group.code)
                .text("title", &detail.course.title)
                .to_string(),
            form,
        };
        return if page.form.is_fine() {
            show(&page)
        } else {
            show_refused(&page)
        };
    };
    let course = detail.course.id;
    let codes = app
        .db
        .read(move |tx| Box::pin(async move { tx.all(LIST_GROUP_CODES, &[&course]).await }));
    let codes: Vec<String> = codes.await.map_err(|error: DbError| error)?;
    let trainers = chosen_trainers(&app, detail.group.id).await?;
    let code = next_code(&detail.group.code, &codes);
    let draft = moved_group(detail, &trainers, code, first);
    let form = draft_form(&draft, &detail.organisation.zone);
    let home = detail.organisation.id;
    let choices = Choices::of(&app, &context, home, &detail.meetings).await?;
    show(&new_form(&context, &detail.course, &choices, form))
}
