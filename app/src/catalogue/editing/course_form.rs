//! The form of a course.

use super::typed;
use crate::catalogue::Course;
use crate::forms::{FieldError, Form};

/// Languages a course can be taught in, as codes.
pub(super) const LANGUAGES: [&str; 3] = ["pl", "ru", "en"];

/// Ages that can be asked for.
const YEARS: (i64, i64) = (0, 99);

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
    pub ages: Option<(i64, i64)>,
    pub takes_certificate: bool,
}

/// The form as it begins for a course that is there.
pub fn course_form(course: &Course) -> Form {
    let ages = course
        .ages()
        .map(|(from, to)| (from.to_string(), to.to_string()));
    let (from, to) = ages.unwrap_or_default();
    let pays = if course.takes_certificate { "yes" } else { "" };
    Form::new()
        .with("code", &course.code)
        .with("title", &course.title)
        .with("subject", &course.subject)
        .with("summary", &course.summary)
        .with("topics", &course.topics)
        .with("audience", &course.audience)
        .with("language", &course.language)
        .with("teaching_hours", course.teaching_hours)
        .with("age_from", from)
        .with("age_to", to)
        .with("takes_certificate", pays)
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
        ages: read_ages(form),
        takes_certificate: form.value("takes_certificate") == "yes",
    };
    if !LANGUAGES.contains(&draft.language.as_str()) {
        form.refuse(FieldError::new("language", "choose"));
    }
    draft
}

/// The youngest and the oldest age; none where both were left empty.
fn read_ages(form: &mut Form) -> Option<(i64, i64)> {
    let is_empty = |field: &str| form.value(field).trim().is_empty();
    if is_empty("age_from") && is_empty("age_to") {
        return None;
    }
    let from = typed::number(form, "age_from", YEARS, None);
    let to = typed::number(form, "age_to", YEARS, None);
    let is_typed = form.error("age_from").is_none() && form.error("age_to").is_none();
    if is_typed && to < from {
        form.refuse(FieldError::new("age_to", "age_order"));
    }
    Some((from, to))
}
