//! Something that is done to many rows: the choice, the question before, the answer after. Each row goes through the same
//! action as when it is done to it alone, in a transaction of its own; one that fails does not stop the others.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::response::Response;
use database::DbError;

use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::text::clean_text;
use crate::web::{AppError, Context, Page, show, show_refused};

/// The most rows of one choice.
pub const MOST: usize = 1_000;

/// The rows that a form chooses, and what is to be done to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Code of the deed.
    pub deed: String,
    /// Ids, in the order of the page, each once.
    pub ids: Vec<i64>,
    /// Whether the question was answered.
    pub is_confirmed: bool,
}

impl Chosen {
    /// Reads the boxes: those that are ticked, or all of the page. What is no id is passed over: no row has it.
    ///
    /// # Errors
    /// [`AppError::TooLarge`] for more than [`MOST`].
    pub fn of(form: &Form) -> Result<Self, AppError> {
        let all = match form.value("all") {
            "" => "",
            _ => form.value("rows"),
        };
        let ticked = form.all("pick").iter().map(String::as_str);
        let mut known = BTreeSet::new();
        let ids = all
            .split(',')
            .chain(ticked)
            .filter_map(|id| id.parse().ok());
        let ids: Vec<i64> = ids.filter(|id| known.insert(*id)).collect();
        if ids.len() > MOST {
            return Err(AppError::TooLarge);
        }
        Ok(Self {
            deed: form.value("deed").to_owned(),
            ids,
            is_confirmed: form.value("confirmed") == "1" && form.is_fine(),
        })
    }

    /// Puts what was found into the order of the page.
    pub fn in_order<T>(&self, mut found: Vec<T>, id: impl Fn(&T) -> i64) -> Vec<T> {
        let places = self.ids.iter().enumerate();
        let places: BTreeMap<i64, usize> = places.map(|(place, id)| (*id, place)).collect();
        found.sort_by_key(|one| places.get(&id(one)).copied());
        found
    }
}

/// Why something was not done to a row.
#[derive(Clone, Debug)]
pub enum Why {
    /// There is no such row, or it is of others.
    Missing,
    /// A rule refuses; said as the error of a form.
    Refused(FieldError),
    /// The database was away, or a defect, which is in the log.
    Failed,
}

impl Why {
    /// A rule refuses, with the message `error-<code>`.
    pub fn refused(code: &'static str) -> Self {
        Self::Refused(FieldError::new("", code))
    }

    fn say(&self, t: Translator) -> String {
        match self {
            Self::Missing => t.get("lists-why-missing").to_string(),
            Self::Refused(error) => error.say(t),
            Self::Failed => t.get("lists-why-failed").to_string(),
        }
    }
}

impl From<AppError> for Why {
    fn from(error: AppError) -> Self {
        match error {
            AppError::NotFound => Self::Missing,
            AppError::Internal(text) => {
                tracing::error!(text, "one row of many failed");
                Self::Failed
            }
            _ => Self::Failed,
        }
    }
}

impl From<DbError> for Why {
    fn from(error: DbError) -> Self {
        AppError::from(error).into()
    }
}

/// Something that the question asks for.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Name of the field.
    pub name: &'static str,
    /// Key of its label.
    pub label: &'static str,
    /// Key of its hint; empty for none.
    pub hint: String,
    /// What can be chosen; none for a text.
    pub options: Option<Vec<(String, String)>>,
}

impl Ask {
    /// A text that has to be typed in the field `reason`.
    pub fn reason(label: &'static str, hint: &'static str) -> Self {
        Self {
            name: "reason",
            label,
            hint: hint.to_owned(),
            options: None,
        }
    }
}

/// The reason that was typed. Without one, or with one that can not be kept, the form has an error.
pub fn reason(form: &mut Form) -> String {
    match clean_text(form.value("reason"), 1_000) {
        Ok(reason) if reason.is_empty() => form.refuse(FieldError::new("reason", "required")),
        Ok(reason) => return reason,
        Err(problem) => form.refuse(problem.on("reason")),
    }
    String::new()
}

/// Whether words that are not asked for can be kept as they were typed; otherwise the field has an error.
pub fn check_words(form: &mut Form, field: &'static str) {
    if let Err(problem) = clean_text(form.value(field), 1_000) {
        form.refuse(problem.on(field));
    }
}

/// The question: how many, what, to whom; answered at the address that asked.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// What was chosen.
    pub chosen: &'a Chosen,
    /// Names of the rows that are there.
    pub names: Vec<String>,
    /// The table.
    pub back: String,
    /// What has to be said.
    pub asks: Vec<Ask>,
    /// Whether it can not be taken back.
    pub is_grave: bool,
}

#[derive(Template)]
#[template(path = "lists/question.html")]
struct QuestionPage {
    page: Page,
    form: Form,
    action: String,
    back: String,
    deed: String,
    ids: String,
    about: String,
    names: Vec<String>,
    missing: usize,
    button: String,
    kind: &'static str,
    /// What the fields are called, for the list of errors.
    labels: String,
    asks: Vec<Ask>,
}

impl Question<'_> {
    /// The page; with the errors of the form, refused.
    ///
    /// # Errors
    /// None of the rows is there: nobody is asked about nothing.
    pub fn page(self, ctx: &Context, form: Form) -> Result<Response, AppError> {
        if self.names.is_empty() {
            return Err(AppError::NotFound);
        }
        let (t, deed) = (ctx.t(), self.chosen.deed.clone());
        let count = self.names.len();
        let key = format!("lists-ask-{deed}");
        let title = t.get(&key).int("count", count);
        let ids: Vec<String> = self.chosen.ids.iter().map(i64::to_string).collect();
        let is_fine = form.is_fine();
        let labels = self.asks.iter();
        let labels: Vec<String> = labels
            .map(|ask| format!("{}={}", ask.name, ask.label))
            .collect();
        let page = QuestionPage {
            page: ctx.page(title).dense(),
            form,
            action: ctx.here(),
            back: self.back,
            ids: ids.join(","),
            about: t.get(&format!("lists-about-{deed}")).to_string(),
            missing: self.chosen.ids.len().saturating_sub(count),
            names: self.names,
            button: t.get(&format!("lists-do-{deed}")).to_string(),
            kind: if self.is_grave { "danger" } else { "" },
            labels: labels.join(" "),
            asks: self.asks,
            deed,
        };
        if is_fine {
            show(&page)
        } else {
            show_refused(&page)
        }
    }
}

struct Line {
    name: String,
    href: String,
    why: String,
}

/// What was done, and what was not and why.
pub struct Outcome {
    t: Translator,
    done: Vec<Line>,
    not_done: Vec<Line>,
}

impl Outcome {
    /// Nothing was done yet.
    pub fn new(ctx: &Context) -> Self {
        Self {
            t: ctx.t(),
            done: Vec::new(),
            not_done: Vec::new(),
        }
    }

    /// Notes how a row fared: its name, its address. One that is missing has neither: it may be of others.
    pub fn note(&mut self, (name, href): (String, String), fate: Result<(), Why>) {
        match fate {
            Ok(()) => self.done.push(Line {
                name,
                href,
                why: String::new(),
            }),
            Err(why) => {
                let is_missing = matches!(why, Why::Missing);
                self.not_done.push(Line {
                    name: if is_missing { String::new() } else { name },
                    href: if is_missing { String::new() } else { href },
                    why: why.say(self.t),
                });
            }
        }
    }

    /// The page that says so.
    ///
    /// # Errors
    /// The template fails, which is a defect.
    pub fn page(self, ctx: &Context, deed: &str, back: String) -> Result<Response, AppError> {
        show(&OutcomePage {
            page: ctx.page(self.t.get(&format!("lists-do-{deed}"))).dense(),
            done: self.done,
            not_done: self.not_done,
            back,
        })
    }
}

#[derive(Template)]
#[template(path = "lists/outcome.html")]
struct OutcomePage {
    page: Page,
    done: Vec<Line>,
    not_done: Vec<Line>,
    back: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> Form {
        let pairs = pairs.iter();
        Form::from_pairs(pairs.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    fn ids(pairs: &[(&str, &str)]) -> Vec<i64> {
        Chosen::of(&form(pairs)).map_or_else(|_| Vec::new(), |chosen| chosen.ids)
    }

    #[test]
    fn what_is_ticked_is_chosen_once_and_all_means_all_of_the_page() {
        assert_eq!(
            ids(&[("pick", "3"), ("pick", "1"), ("pick", "3"), ("pick", "x")]),
            [3, 1]
        );
        assert_eq!(ids(&[("rows", "1,2,3"), ("pick", "2")]), [2]);
        assert_eq!(
            ids(&[("rows", "1,2,,3"), ("all", "1"), ("pick", "2")]),
            [1, 2, 3]
        );
        assert!(ids(&[("all", "1")]).is_empty());
    }

    #[test]
    fn a_choice_without_end_is_refused() {
        let rows: Vec<String> = (0..=MOST).map(|id| id.to_string()).collect();
        let sent = form(&[("rows", &rows.join(",")), ("all", "1")]);
        assert!(Chosen::of(&sent).is_err());
    }
}
