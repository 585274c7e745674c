//! The form of a course.

use super::typed;
use crate::catalogue::Course;
use crate::forms::{FieldError, Form};

/// Languages a course can be taught in, as codes.
pub(super) const LANGUAGES: [&str; 3] = ["pl", "ru", "en"];

/// What was typed of a course, cleaned; the fields are those of [`Course`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are described once, at Course")]
pub struct CourseDraft {
    pub code: String,
    pub title: String,
    pub subject: String,
    pub summary: String,
    pub topics: String,
    pub audience: String,
    pub language: String,
    pub teaching_hours: i64,
}

/// The form as it begins for a course that is there.
pub fn course_form(course: &Course) -> Form {
    Form::new()
        .with("code", &course.code)
        .with("title", &course.title)
        .with("subject", &course.subject)
        .with("summary", &course.summary)
        .with("topics", &course.topics)
        .with("audience", &course.audience)
        .with("language", &course.language)
        .with("teaching_hours", course.teaching_hours)
        .with("version", course.version)
}

/// What was typed; with errors noted in the form, the draft must not be saved.
pub fn read_course(form: &mut Form) -> CourseDraft {
    let draft = CourseDraft {
        title: typed::line(form, "title", 200, true),
        code: typed::line(form, "code", 40, true),
        subject: typed::line(form, "subject", 100, true),
        summary: typed::text(form, "summary", 2_000),
        topics: typed::text(form, "topics", 5_000),
        audience: typed::line(form, "audience", 300, false),
        language: form.value("language").to_owned(),
        teaching_hours: typed::number(form, "teaching_hours", (1, 2_000), None),
    };
    if !LANGUAGES.contains(&draft.language.as_str()) {
        form.refuse(FieldError::new("language", "choose"));
    }
    draft
}
