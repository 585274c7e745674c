//! A course in a new year: a code and a first day, and everything is there as drafts.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::{open_course, refusal};
use crate::app::Shared;
use crate::catalogue::Course;
use crate::catalogue::editing::actions::copy_course;
use crate::catalogue::editing::{next_code, typed};
use crate::forms::Form;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "staff/copy_course.html")]
struct CopyCourse {
    page: Page,
    form: Form,
    home: String,
    title: String,
}

fn page(context: &Context, course: &Course, form: Form) -> CopyCourse {
    CopyCourse {
        page: context
            .page(context.t().get("staff-copy-course-title"))
            .dense(),
        form,
        home: format!("/staff/courses/{}", course.id),
        title: course.title.clone(),
    }
}

/// GET /staff/courses/{course}/copy
pub(super) async fn ask(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (course, _) = open_course(&app, context.staff()?, &id).await?;
    let form = Form::new().with("code", next_code(&course.code, &[]));
    show(&page(&context, &course, form))
}

/// POST /staff/courses/{course}/copy
pub(super) async fn copy(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let (course, permit) = open_course(&app, &actor, &id).await?;
    let code = typed::line(&mut form, "code", 40, true);
    let first = form.take("first", typed::date(form.value("first")));
    if let (Some(first), true) = (first, form.is_fine()) {
        match copy_course(&app, &permit, &code, first, context.now()).await {
            Ok(id) => {
                let home = format!("/staff/courses/{id}");
                return Ok(go_saying(&app, &home, "staff-course-copied"));
            }
            Err(error) => form.refuse(refusal(error)?),
        }
    }
    show_refused(&page(&context, &course, form))
}
