//! Mailing an announcement: how many get it, the letter as it will arrive, and off it goes.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::page::mailed_in_words;
use super::{HERE, code_of, open};
use crate::announcements::actions::{AnnouncementError, Ready, prepare, send as send_all};
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::i18n::{Lang, Translator};
use crate::mail::text_of;
use crate::notices::AnnouncementId;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// The letter as those get it who read one language.
struct Shown {
    lang: &'static str,
    heading: String,
    subject: String,
    sender: String,
    blocks: Vec<Vec<String>>,
}

#[derive(Template)]
#[template(path = "announcements/mail.html")]
struct MailPage {
    page: Page,
    form: Form,
    /// The announcement's own page.
    back: String,
    told: usize,
    number: i64,
    /// By what those who get it are known when the letter is sent.
    mark: String,
    mailed: Vec<String>,
    letters: Vec<Shown>,
}

/// What would be sent; nothing when it is over.
async fn view(
    app: &Shared,
    ctx: &Context,
    id: AnnouncementId,
    form: Form,
) -> Result<Option<MailPage>, AppError> {
    let now = ctx.now();
    let read = app
        .db
        .read(move |tx| Box::pin(async move { prepare(tx, id, now).await }));
    let ready = match read.await {
        Ok(ready) => ready,
        Err(AnnouncementError::Over) => return Ok(None),
        Err(error) => return Err(code_of(error).err().unwrap_or(AppError::NotFound)),
    };
    let t = ctx.t();
    Ok(Some(MailPage {
        page: ctx.page(t.get("announcements-mail-title")).dense(),
        form,
        back: format!("{HERE}/{id}"),
        told: ready.to.len(),
        number: ready.next_number(),
        mark: ready.mark(),
        mailed: ready
            .mailed
            .iter()
            .map(|one| mailed_in_words(t, one))
            .collect(),
        letters: letters(app, t, &ready),
    }))
}

/// To its own page, which says that it is over.
fn over(app: &Shared, id: AnnouncementId) -> Response {
    go_saying(app, &format!("{HERE}/{id}"), "announcement-over")
}

fn letters(app: &Shared, t: Translator, ready: &Ready) -> Vec<Shown> {
    let mut readers: BTreeMap<&'static str, (Lang, usize)> = BTreeMap::new();
    for one in &ready.to {
        let lang = Lang::from_code(&one.language).unwrap_or_default();
        readers.entry(lang.code()).or_insert((lang, 0)).1 += 1;
    }
    let letters = readers.into_values().map(|(lang, count)| {
        let letter = ready.letter(app, lang);
        let text = text_of(&letter, &app.config.site_name);
        let language = t
            .get(&format!("staff-language-{}", lang.code()))
            .to_string();
        let heading = t
            .get("announcements-readers")
            .text("language", language)
            .int("count", count);
        Shown {
            lang: lang.code(),
            heading: heading.to_string(),
            blocks: text
                .trim_end()
                .split("\n\n")
                .map(|block| block.lines().map(str::to_owned).collect())
                .collect(),
            subject: letter.subject,
            sender: letter.sender,
        }
    });
    letters.collect()
}

/// `GET /staff/announcements/{announcement}/mail`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (one, _) = open(&app, ctx.staff()?, &id).await?;
    match view(&app, &ctx, one.id, Form::new()).await? {
        Some(page) => show(&page),
        None => Ok(over(&app, one.id)),
    }
}

/// `POST /staff/announcements/{announcement}/mail`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let (one, permit) = open(&app, &actor, &id).await?;
    if form.is_fine() {
        let number: i64 = form.value("number").parse().unwrap_or(i64::MAX);
        let shown = form.value("told").to_owned();
        match send_all(&app, permit, (one.id, number), shown, ctx.now()).await {
            Ok(()) => {
                app.outbox.wake();
                let there = format!("{HERE}/{}", one.id);
                return Ok(go_saying(&app, &there, "announcement-mailed"));
            }
            Err(AnnouncementError::OthersNow(count)) => {
                let error = FieldError::new("", "announcement_others").with("count", count);
                form.refuse(error);
            }
            Err(error) => form.refuse(FieldError::new("", code_of(error)?)),
        }
    }
    match view(&app, &ctx, one.id, form).await? {
        Some(page) => show_refused(&page),
        None => Ok(over(&app, one.id)),
    }
}
