//! One letter in one language: its text with the names that it may use, a preview, earlier versions, the way back.

use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;
use jiff::tz::TimeZone;

use super::list::{language, state};
use super::{Place, address_of, name_of, words};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::i18n::{Lang, Translator};
use crate::letter_texts::permissions::is_written_by;
use crate::letter_texts::text_store::{self as store, Version};
use crate::letter_texts::{TextError, Which, kinds, samples, save};
use crate::letters::{BUTTON, Kind, Piece, Template, Texts};
use crate::mail::{shown_as_mail, text_of};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// Something that can be filled in.
struct Name {
    /// As it is typed.
    typed: String,
    means: String,
    is_needed: bool,
}

/// The letter as somebody would get it.
struct Shown {
    subject: String,
    sender: String,
    blocks: Vec<Vec<String>>,
}

struct Line {
    version: i64,
    href: String,
    when: String,
    who: String,
    is_standard: bool,
    is_in_use: bool,
}

/// A text that is not used any more, to copy from.
struct Left {
    subject: String,
    paragraphs: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "letter_texts/edit.html")]
struct EditPage {
    page: Page,
    form: Form,
    place: String,
    all: String,
    action: String,
    /// Language, address, whether it is this one.
    languages: Vec<(String, String, bool)>,
    lang: &'static str,
    state: String,
    is_own: bool,
    /// Whose text comes back when the own one goes; none for the standard text.
    above: Option<String>,
    names: Vec<Name>,
    /// How the forms of a word are written; empty where no number is filled in.
    forms: String,
    shown: Option<Shown>,
    left: Option<Left>,
    versions: Vec<Line>,
    last: i64,
}

/// A text that the actor may write, with all its versions.
struct Opened {
    place: Place,
    which: Which,
    versions: Vec<Version>,
}

impl Opened {
    async fn read(
        app: &Shared,
        actor: &Actor,
        (organisation, kind, lang): (String, String, String),
    ) -> Result<Self, AppError> {
        let place = Place::open(app, actor, &organisation)?;
        let on = place.organisation;
        let kind = kinds().find(|one| one.code == kind && is_written_by(one, on));
        let lang = Lang::ALL.into_iter().find(|one| one.code() == lang);
        let (kind, lang) = kind.zip(lang).ok_or(AppError::NotFound)?;
        Self::of(app, place, Which { kind, lang }).await
    }

    async fn of(app: &Shared, place: Place, which: Which) -> Result<Self, AppError> {
        let (on, Which { kind, lang }) = (place.organisation, which);
        let read = app.db.read(move |tx| {
            Box::pin(async move {
                let params: database::Params<'_> = &[&on, &kind.code, &lang.code()];
                tx.all::<Version>(store::LIST_VERSIONS, params).await
            })
        });
        let versions = read.await.map_err(|error: DbError| error)?;
        Ok(Self {
            place,
            which,
            versions,
        })
    }

    fn address(&self) -> String {
        let Which { kind, lang } = self.which;
        let place = address_of(self.place.organisation);
        format!("{place}/{}/{}", kind.code, lang.code())
    }

    fn last(&self) -> i64 {
        self.versions.first().map_or(0, |newest| newest.version)
    }

    /// Subject and text of a version; a version that went back to the standard text has that.
    async fn version(&self, app: &Shared, number: i64) -> Result<(String, String), AppError> {
        let (on, Which { kind, lang }) = (self.place.organisation, self.which);
        let read = app.db.read(move |tx| {
            Box::pin(async move {
                let params: database::Params<'_> = &[&on, &kind.code, &lang.code(), &number];
                tx.opt::<(String, String)>(store::FIND_VERSION, params)
                    .await
            })
        });
        let found = read.await.map_err(|error: DbError| error)?;
        let (subject, body) = found.ok_or(AppError::NotFound)?;
        Ok(if subject.is_empty() {
            kind.standard(lang).typed()
        } else {
            (subject, body)
        })
    }

    /// The text that is sent now.
    fn in_force(&self, app: &Shared) -> (bool, Template) {
        let (on, Which { kind, lang }) = (self.place.organisation, self.which);
        let texts = Texts::of(app);
        match texts.own(kind, lang, on) {
            Some((whose, own)) => (whose == on, own.clone()),
            None => (false, kind.standard(lang).clone()),
        }
    }

    /// Whoever is above and has a text, whose letters are the own ones without one.
    #[expect(
        clippy::option_option,
        reason = "nobody, the installation, or an organisation"
    )]
    fn above(&self, app: &Shared) -> Option<Option<OrganisationId>> {
        let (Which { kind, lang }, tree) = (self.which, app.organisations.current());
        let above = tree.find(self.place.organisation?)?.parent;
        Some(Texts::of(app).own(kind, lang, above)?.0)
    }

    /// The page with this form; a text that is fine is shown as a letter.
    fn page(&self, app: &Shared, ctx: &Context, form: Form, text: Option<&Template>) -> EditPage {
        let (t, tree, texts) = (ctx.t(), app.organisations.current(), Texts::of(app));
        let (on, Which { kind, lang }) = (self.place.organisation, self.which);
        let own = texts.own(kind, lang, on).map(|(whose, _)| whose);
        let is_own = own == Some(on);
        let all = address_of(on);
        let tab = |one: &Lang| {
            let href = format!("{all}/{}/{}", kind.code, one.code());
            (language(t, *one), href, *one == lang)
        };
        let last_own = self.versions.iter().find(|one| !one.is_standard());
        EditPage {
            page: ctx
                .page(t.get(&format!("letter-texts-kind-{}", kind.code)))
                .dense(),
            form,
            place: name_of(t, &tree, on),
            action: self.address(),
            languages: Lang::ALL.iter().map(tab).collect(),
            lang: lang.code(),
            state: state(t, &tree, on, own),
            is_own,
            above: self.above(app).map(|whose| name_of(t, &tree, whose)),
            names: names(t, kind, lang),
            forms: kind
                .numbers()
                .next()
                .map_or_else(String::new, |number| words::example(number, lang)),
            shown: text.map(|text| self.shown(app, text)),
            left: last_own.filter(|_| !is_own).map(|one| Left {
                subject: one.subject.clone(),
                paragraphs: one.body.split("\n\n").map(str::to_owned).collect(),
            }),
            versions: self.lines(t, &self.place.zone(app), is_own),
            last: self.last(),
            all,
        }
    }

    fn lines(&self, t: Translator, zone: &TimeZone, is_own: bool) -> Vec<Line> {
        let line = |one: &Version| Line {
            version: one.version,
            href: format!("{}?version={}", self.address(), one.version),
            when: t.date_time(one.written_at, zone),
            who: one.written_by.clone(),
            is_standard: one.is_standard(),
            is_in_use: one.version == self.last() && (is_own || one.is_standard()),
        };
        self.versions.iter().map(line).collect()
    }

    fn sample(&self, app: &Shared, text: &Template) -> crate::outbox::Letter {
        let from = self.place.sample_from(app);
        samples::letter(self.which.kind, text, self.which.lang, &from)
    }

    fn shown(&self, app: &Shared, text: &Template) -> Shown {
        let letter = self.sample(app, text);
        let plain = text_of(&letter, &app.config.site_name);
        let blocks = plain.trim_end().split("\n\n");
        Shown {
            blocks: blocks
                .map(|block| block.lines().map(str::to_owned).collect())
                .collect(),
            sender: if letter.sender.is_empty() {
                app.config.site_name.clone()
            } else {
                letter.sender
            },
            subject: letter.subject,
        }
    }
}

/// What can be filled in, and what each stands for.
fn names(t: Translator, kind: &Kind, lang: Lang) -> Vec<Name> {
    let needed: Vec<_> = kind.must_name().collect();
    let words = match kind.piece(BUTTON) {
        Some(Piece::Button(key)) => Translator::new(lang).get(key).to_string(),
        _ => String::new(),
    };
    let name = |name: &'static str| Name {
        typed: format!("{{{name}}}"),
        means: t
            .get(&format!("letter-texts-means-{name}"))
            .text("words", &words)
            .to_string(),
        is_needed: needed.contains(&name),
    };
    kind.names().into_iter().map(name).collect()
}

/// `GET /staff/letters/{organisation}/{kind}/{language}?version=3`: the text in use, or a version.
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(which): Path<(String, String, String)>,
) -> Result<Response, AppError> {
    let opened = Opened::read(&app, ctx.staff()?, which).await?;
    let (subject, body) = match ctx.asked("version") {
        Some(number) => {
            let number = number.parse().map_err(|_| AppError::NotFound)?;
            opened.version(&app, number).await?
        }
        None => opened.in_force(&app).1.typed(),
    };
    let form = Form::new().with("last", opened.last());
    let form = form.with("subject", subject).with("body", body);
    let Which { kind, lang } = opened.which;
    let text = words::read(&mut form.clone(), kind, lang);
    show(&opened.page(&app, &ctx, form, text.as_ref()))
}

/// `POST /staff/letters/{organisation}/{kind}/{language}`: shows, keeps, brings a version back, goes back to the standard.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(which): Path<(String, String, String)>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = Opened::read(&app, &actor, which).await?;
    if form.value("do") == "use" && form.is_fine() {
        let number = form.value("use").parse();
        let number = number.map_err(|_| AppError::NotFound)?;
        let (subject, body) = opened.version(&app, number).await?;
        form = form.with("subject", subject).with("body", body);
    }
    if form.value("do") == "standard" && form.is_fine() {
        return keep(&app, &ctx, (opened, &actor), form, None).await;
    }
    if form.value("do") == "product" && form.is_fine() {
        let (subject, body) = opened.which.kind.standard(opened.which.lang).typed();
        form = form.with("subject", subject).with("body", body);
    }
    let Some(text) = words::read(&mut form, opened.which.kind, opened.which.lang) else {
        return show_refused(&opened.page(&app, &ctx, form, None));
    };
    match form.value("do") {
        "save" | "use" | "product" if opened.in_force(&app) == (false, text.clone()) => {
            Ok(go_saying(&app, &opened.address(), "letter-texts-unchanged"))
        }
        "save" | "use" | "product" => keep(&app, &ctx, (opened, &actor), form, Some(text)).await,
        "html" => {
            let letter = opened.sample(&app, &text);
            shown_as_mail(&letter, &app.config.site_name)
        }
        _ => show(&opened.page(&app, &ctx, form, Some(&text))),
    }
}

/// Keeps a text, or goes back with none; the page again when somebody else was faster.
async fn keep(
    app: &Shared,
    ctx: &Context,
    (opened, actor): (Opened, &Actor),
    mut form: Form,
    text: Option<Template>,
) -> Result<Response, AppError> {
    let last = form.value("last").parse().unwrap_or(-1);
    let (which, now, address) = (opened.which, ctx.now(), opened.address());
    let (permit, kept) = (opened.place.permit(app, actor)?, text.clone());
    let work = app.db.write(move |tx| {
        Box::pin(async move { save(tx, &permit, which, last, kept.as_ref(), now).await })
    });
    match work.await {
        Ok(_) => {
            app.letters.refresh(&app.db).await?;
            let said = match text {
                Some(_) => "letter-texts-saved",
                None => "letter-texts-standard-again",
            };
            Ok(go_saying(app, &address, said))
        }
        Err(TextError::Database(error)) => Err(error.into()),
        Err(TextError::ChangedMeanwhile) => {
            // Sent once more it is written all the same, by somebody who has seen that there is another one.
            let opened = Opened::of(app, opened.place, opened.which).await?;
            form = form.with("last", opened.last());
            form.refuse(FieldError::new("", "letter_changed"));
            show_refused(&opened.page(app, ctx, form, text.as_ref()))
        }
    }
}
