//! The form of an announcement: what it begins with, and what is read from it.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Draft;
use super::rules::{LONGEST_TEXT, LONGEST_TITLE, MOST_CHOICES, USUAL_DAYS};
use crate::accounts::OrganisationId;
use crate::catalogue::{CourseId, GroupId, Snapshot};
use crate::forms::{FieldError, Form};
use crate::i18n::{Lang, Translator};
use crate::notices::{Audience, Text, Texts};
use crate::organisations::Tree;
use crate::text::{TextProblem, clean_line, clean_text, parse_date_fields};

/// The fields of title and text in each language.
pub(super) const FIELDS: [(Lang, &str, &str); 3] = [
    (Lang::Pl, "title_pl", "text_pl"),
    (Lang::Ru, "title_ru", "text_ru"),
    (Lang::En, "title_en", "text_en"),
];

/// Courses and groups that an announcement can be only for.
#[derive(Debug, Default)]
pub(super) struct Choices {
    /// As forms write it, and what people read.
    pub(super) all: Vec<(String, String)>,
    /// There are too many to choose among.
    pub(super) too_many: bool,
}

fn course_value(id: CourseId) -> String {
    format!("course-{id}")
}

fn group_value(id: GroupId) -> String {
    format!("group-{id}")
}

impl Choices {
    /// Those that visitors see in a branch, and those that are chosen already.
    pub(super) fn of(
        t: Translator,
        (tree, snapshot): (&Tree, &Snapshot),
        branch: OrganisationId,
        chosen: Option<&Draft>,
    ) -> Self {
        let mut all: Vec<(String, String)> = Vec::new();
        let offers = snapshot.offers().iter().map(|offer| &offer.detail);
        for detail in offers.filter(|one| tree.is_within(one.course.organisation_id, branch)) {
            let (course, group) = (&detail.course, &detail.group);
            let value = course_value(course.id);
            if all.iter().all(|(other, _)| *other != value) {
                all.push((value, course.title.clone()));
            }
            let name = t
                .get("announcements-group")
                .text("title", &course.title)
                .text("code", &group.code);
            all.push((group_value(group.id), name.to_string()));
            if all.len() > MOST_CHOICES {
                break;
            }
        }
        let too_many = all.len() > MOST_CHOICES;
        if too_many {
            all.clear();
        }
        all.sort_by(|left, right| left.1.cmp(&right.1));
        for value in chosen.map(values_of).unwrap_or_default() {
            if all.iter().all(|(other, _)| *other != value) {
                all.push((value, t.get("announcements-chosen-before").to_string()));
            }
        }
        Self { all, too_many }
    }
}

fn values_of(draft: &Draft) -> Vec<String> {
    let courses = draft.courses.iter().copied().map(course_value);
    let groups = draft.groups.iter().copied().map(group_value);
    courses.chain(groups).collect()
}

/// The form of a new announcement: for two weeks from today.
pub(super) fn new_form(lang: Lang, today: Date) -> Form {
    let until = today.checked_add(USUAL_DAYS.days()).unwrap_or(today);
    let form = Form::new()
        .with("audience", Audience::Everybody.code())
        .with("language", lang.code());
    with_day(with_day(form, "from", today), "until", until)
}

/// The form of an announcement as it is.
pub(super) fn form_of(draft: &Draft) -> Form {
    let mut form = Form::new()
        .with("audience", draft.audience.code())
        .with("language", draft.language.code());
    for (lang, title, text) in FIELDS {
        if let Some(written) = draft.texts.in_language(lang) {
            form = form.with(title, &written.title).with(text, &written.text);
        }
    }
    form.set_all("only", values_of(draft));
    with_day(
        with_day(form, "from", draft.from_on),
        "until",
        draft.until_on,
    )
}

fn with_day(form: Form, name: &str, day: Date) -> Form {
    form.with(&format!("{name}_day"), day.day())
        .with(&format!("{name}_month"), day.month())
        .with(&format!("{name}_year"), day.year())
}

/// What was written; what is wrong is noted in the form, and then there is none.
pub(super) fn read(form: &mut Form, choices: &Choices, today: Date) -> Option<Draft> {
    let audience = Audience::from_code(form.value("audience"));
    if audience.is_none() {
        form.refuse(FieldError::new("audience", "choose"));
    }
    let language = Lang::from_code(form.value("language"));
    if language.is_none() {
        form.refuse(FieldError::new("language", "choose"));
    }
    let mut texts = Texts::default();
    for (lang, title, text) in FIELDS {
        let written = read_text(form, (title, text), language == Some(lang));
        texts.set(lang, written);
    }
    let (from_on, until_on) = read_days(form, today);
    let (courses, groups) = match audience {
        Some(Audience::Participants) => read_only(form, choices),
        _ => (Vec::new(), Vec::new()),
    };
    if !form.is_fine() {
        return None;
    }
    Some(Draft {
        audience: audience?,
        language: language?,
        texts,
        from_on: from_on?,
        until_on: until_on?,
        courses,
        groups,
    })
}

/// Title and text in one language; the original one is needed, others are whole or not there.
fn read_text(
    form: &mut Form,
    (title_field, text_field): (&'static str, &'static str),
    is_original: bool,
) -> Option<Text> {
    let title = clean_line(form.value(title_field), LONGEST_TITLE);
    let text = clean_text(form.value(text_field), LONGEST_TEXT);
    let title = fine(form, title_field, title)?;
    let text = fine(form, text_field, text)?;
    if title.is_empty() && text.is_empty() && !is_original {
        return None;
    }
    if title.is_empty() {
        form.refuse(FieldError::new(title_field, "required"));
    }
    if text.is_empty() {
        form.refuse(FieldError::new(text_field, "required"));
    }
    Some(Text { title, text })
}

fn fine(
    form: &mut Form,
    field: &'static str,
    typed: Result<String, TextProblem>,
) -> Option<String> {
    typed.map_err(|problem| form.refuse(problem.on(field))).ok()
}

/// The first and the last day; the last one is not over.
fn read_days(form: &mut Form, today: Date) -> (Option<Date>, Option<Date>) {
    let far = today.checked_add(2.years()).unwrap_or(today);
    let mut day = |field: &'static str, parts: [&'static str; 3]| {
        let typed = parts.map(|part| form.value(part).to_owned());
        parse_date_fields(&typed[0], &typed[1], &typed[2], far)
            .map_err(|problem| match problem {
                TextProblem::DateInFuture => {
                    form.refuse(FieldError::new(field, "announcement_far"));
                }
                other => form.refuse(other.on(field)),
            })
            .ok()
    };
    let from_on = day("from", ["from_day", "from_month", "from_year"]);
    let until_on = day("until", ["until_day", "until_month", "until_year"]);
    if let (Some(from_on), Some(until_on)) = (from_on, until_on) {
        if until_on < from_on {
            form.refuse(FieldError::new("until", "announcement_days"));
        } else if until_on < today {
            form.refuse(FieldError::new("until", "announcement_past"));
        }
    }
    (from_on, until_on)
}

/// The courses and groups that were chosen; others than those on offer are not.
fn read_only(form: &mut Form, choices: &Choices) -> (Vec<CourseId>, Vec<GroupId>) {
    let (mut courses, mut groups, mut is_other) = (Vec::new(), Vec::new(), false);
    for value in form.all("only") {
        let is_offered = choices.all.iter().any(|(other, _)| other == value);
        let course = value.strip_prefix("course-").map(str::parse::<CourseId>);
        let group = value.strip_prefix("group-").map(str::parse::<GroupId>);
        match (course, group) {
            (Some(Ok(id)), _) if is_offered => courses.push(id),
            (_, Some(Ok(id))) if is_offered => groups.push(id),
            _ => is_other = true,
        }
    }
    if is_other {
        form.refuse(FieldError::new("only", "choose"));
    }
    (courses, groups)
}
