//! The page on which an announcement is written.

use askama::Template;

use super::{HERE, today};
use crate::accounts::OrganisationId;
use crate::announcements::rules::{Standing, standing};
use crate::announcements::writing::{Choices, FIELDS};
use crate::announcements::{Announcement, Mailed};
use crate::app::Shared;
use crate::clock::zone;
use crate::forms::Form;
use crate::i18n::{Lang, Translator};
use crate::notices::{Audience, announced};
use crate::web::{Announced, Context, Page};

/// The fields of one language.
struct Language {
    name: String,
    title: &'static str,
    title_label: &'static str,
    text: &'static str,
    text_label: &'static str,
}

/// Labels of the fields, in the order of [`FIELDS`].
const LABELS: [(&str, &str); 3] = [
    ("announcements-title-pl", "announcements-text-pl"),
    ("announcements-title-ru", "announcements-text-ru"),
    ("announcements-title-en", "announcements-text-en"),
];

#[derive(Template)]
#[template(path = "announcements/write.html")]
pub(super) struct WritePage {
    page: Page,
    form: Form,
    action: String,
    /// Whose branch is concerned.
    organisation: String,
    audiences: Vec<(&'static str, String)>,
    languages: Vec<(&'static str, String)>,
    fields: Vec<Language>,
    only: Vec<(String, String)>,
    too_many: bool,
    /// As people see it, in each language that it is written in.
    shown: Vec<Announced>,
    /// Address of the page that mails it, while it is not over.
    mail: Option<String>,
    /// The times that it was mailed.
    mailed: Vec<String>,
    is_new: bool,
    can_be_changed: bool,
}

/// What is written: a new one for an organisation, or one that is there.
pub(super) struct Opened<'a> {
    pub(super) organisation_id: OrganisationId,
    pub(super) there: Option<(&'a Announcement, &'a [Mailed])>,
}

impl Opened<'_> {
    /// The courses and groups that it can be only for.
    pub(super) fn choices(&self, app: &Shared, t: Translator) -> Choices {
        let (tree, snapshot) = (app.organisations.current(), app.catalogue.current());
        let chosen = self.there.map(|(one, _)| &one.draft);
        Choices::of(t, (&tree, &snapshot), self.organisation_id, chosen)
    }

    /// The page with this form.
    pub(super) fn page(&self, app: &Shared, ctx: &Context, form: Form) -> WritePage {
        let (t, tree) = (ctx.t(), app.organisations.current());
        let choices = self.choices(app, t);
        let home = tree.find(self.organisation_id);
        let one = self.there.map(|(one, _)| one);
        let is_over = one.is_some_and(|one| standing(one, today(ctx)) == Standing::Past);
        let language = |lang: Lang| {
            t.get(&format!("staff-language-{}", lang.code()))
                .to_string()
        };
        let audience = |one: &Audience| (one.code(), audience_in_words(t, *one));
        let in_language = |lang: Lang| {
            let notice = one?.notice();
            notice.texts.in_language(lang)?;
            let shown = announced(Translator::new(lang), &tree, &notice, false);
            let id = format!("{}-{}", shown.id, lang.code());
            Some(Announced { id, ..shown })
        };
        let title = if one.is_some() {
            "announcements-edit"
        } else {
            "announcements-new"
        };
        WritePage {
            page: ctx.page(t.get(title)).dense(),
            action: one.map_or_else(
                || format!("{HERE}/new?organisation={}", self.organisation_id),
                |one| format!("{HERE}/{}", one.id),
            ),
            organisation: home.map(|home| home.name.clone()).unwrap_or_default(),
            audiences: Audience::ALL.iter().map(audience).collect(),
            languages: Lang::ALL.map(|lang| (lang.code(), language(lang))).into(),
            fields: FIELDS
                .into_iter()
                .zip(LABELS)
                .map(
                    |((lang, title, text), (title_label, text_label))| Language {
                        name: language(lang),
                        title,
                        title_label,
                        text,
                        text_label,
                    },
                )
                .collect(),
            only: choices.all,
            too_many: choices.too_many,
            shown: Lang::ALL.into_iter().filter_map(in_language).collect(),
            mail: one
                .filter(|_| !is_over)
                .map(|one| format!("{HERE}/{}/mail", one.id)),
            mailed: self
                .there
                .map_or(&[][..], |(_, mailed)| mailed)
                .iter()
                .map(|one| mailed_in_words(t, one))
                .collect(),
            is_new: one.is_none(),
            can_be_changed: one.is_none_or(|one| one.withdrawn_at.is_none()),
            form,
        }
    }
}

/// Whom it concerns, in words.
pub(super) fn audience_in_words(t: Translator, audience: Audience) -> String {
    t.get(&format!("announcements-audience-{}", audience.code()))
        .to_string()
}

/// When it was mailed, and to how many.
pub(super) fn mailed_in_words(t: Translator, one: &Mailed) -> String {
    t.get("announcements-mailed")
        .int("count", one.people)
        .text("when", t.date_time(one.sent_at, &zone()))
        .to_string()
}
