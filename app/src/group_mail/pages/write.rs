//! Writing to a group: the form, the letter as it will arrive, and off it goes.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use crate::app::Shared;
use crate::enrolment::staff::{Opened, open_group};
use crate::enrolment::{self, EnrolmentId, EnrolmentState};
use crate::forms::{FieldError, Form};
use crate::group_mail::actions::{Ready, Refusal, prepare, send};
use crate::group_mail::permissions::may_write_to_group;
use crate::group_mail::rules::{LONGEST_SUBJECT, LONGEST_TEXT, MOST_FILE_BYTES, STATES, is_usual};
use crate::group_mail::store::{self, Past};
use crate::group_mail::{Draft, MailId};
use crate::i18n::{Lang, Translator};
use crate::mail::text_of;
use crate::materials::pages::size_in_words;
use crate::materials::{self, MaterialId};
use crate::outbox::Letter;
use crate::staff_tables::bulk::Chosen;
use crate::text::{TextProblem, clean_line, clean_text};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// A mail that was sent before.
struct Line {
    id: MailId,
    subject: String,
    when: String,
    sum: String,
    undelivered: i64,
}

#[derive(Template)]
#[template(path = "group_mail/write.html")]
struct WritePage {
    page: Page,
    form: Form,
    group: String,
    title: String,
    language: String,
    /// Code, and the state with how many stand so.
    states: Vec<(&'static str, String)>,
    /// How many people were chosen by name; none for the whole group.
    only: Option<usize>,
    /// Materials that are open from the start.
    files: Vec<(MaterialId, String)>,
    /// Whether there are others, which can not be mailed.
    has_closed: bool,
    most: String,
    lines: Vec<Line>,
}

/// The letter as those get it who read one language.
struct Shown {
    lang: &'static str,
    heading: String,
    subject: String,
    sender: String,
    blocks: Vec<Vec<String>>,
    files: Vec<String>,
}

#[derive(Template)]
#[template(path = "group_mail/preview.html")]
struct PreviewPage {
    page: Page,
    form: Form,
    action: String,
    told: usize,
    /// By what those who get it are known when the letter is sent.
    mark: String,
    letters: Vec<Shown>,
}

fn address(opened: &Opened) -> String {
    format!("/staff/groups/{}/mail", opened.detail.group.id)
}

/// How many letters there are, and how they fared.
pub(super) fn sum(t: Translator, people: i64, sent: i64, undelivered: i64) -> String {
    t.get("group-mail-sum")
        .int("people", people)
        .int("sent", sent)
        .int("waiting", people - sent - undelivered)
        .int("undelivered", undelivered)
        .to_string()
}

async fn write_page(
    app: &Shared,
    ctx: &Context,
    opened: &Opened,
    mut form: Form,
) -> Result<WritePage, AppError> {
    let (t, detail, id) = (ctx.t(), &opened.detail, opened.detail.group.id);
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let listed = enrolment::listed(tx, id).await?;
            let materials = materials::of_group(tx, id).await?;
            let past: Vec<Past> = tx.all(store::LIST_MAILS, &[&id]).await?;
            Ok::<_, DbError>((listed, materials, past))
        })
    });
    let (mut listed, materials, past) = read.await?;
    let only = only(&form);
    if !only.is_empty() {
        listed.retain(|one| only.contains(&one.id));
    }
    let count = |state| listed.iter().filter(|one| one.state == state).count();
    let present = STATES.into_iter().map(|state| (state, count(state)));
    let present: Vec<_> = present.filter(|(_, count)| *count > 0).collect();
    if form.value("once").is_empty() {
        // Who is chosen by name is meant however they stand.
        let usual = present.iter();
        let usual = usual.filter(|(state, _)| !only.is_empty() || is_usual(*state));
        let usual = usual.map(|(state, _)| state.code().to_owned()).collect();
        form.set_all("state", usual);
        form = form.with("once", new_key(app));
    }
    let state = |(state, count): (EnrolmentState, usize)| {
        let key = format!("staff-enrolment-state-{}", state.code());
        (state.code(), format!("{}: {count}", t.get(&key)))
    };
    let size = |bytes: i64| size_in_words(t, bytes.unsigned_abs());
    let line = |one: Past| Line {
        id: one.id,
        when: t.date_time(one.sent_at, &detail.organisation.zone),
        sum: sum(t, one.people, one.sent, one.undelivered),
        undelivered: one.undelivered,
        subject: one.subject,
    };
    let (open, closed): (Vec<_>, Vec<_>) = materials.into_iter().partition(|one| one.from_start);
    let file = |one: materials::Material| (one.id, format!("{} ({})", one.name, size(one.size)));
    Ok(WritePage {
        page: ctx.page(t.get("group-mail-title")).dense(),
        form,
        group: format!("/staff/groups/{id}"),
        title: detail.course.title.clone(),
        language: detail.course.language.clone(),
        only: (!only.is_empty()).then_some(listed.len()),
        states: present.into_iter().map(state).collect(),
        files: open.into_iter().map(file).collect(),
        has_closed: !closed.is_empty(),
        most: size_in_words(t, MOST_FILE_BYTES),
        lines: past.into_iter().map(line).collect(),
    })
}

/// The people that were chosen by name; empty for the whole group.
fn only(form: &Form) -> Vec<EnrolmentId> {
    match form.value("to") {
        "" => Vec::new(),
        // What is no id is nobody: the whole group is meant only when nobody is named.
        ids => ids
            .split(',')
            .map(|id| id.parse().unwrap_or(EnrolmentId::new(0)))
            .collect(),
    }
}

fn new_key(app: &Shared) -> String {
    data_encoding::HEXLOWER.encode(&app.random.bytes::<16>())
}

/// `GET /staff/groups/{group}/mail`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(group): Path<String>,
) -> Result<Response, AppError> {
    let opened = open_group(&app, ctx.staff()?, &group).await?;
    show(&write_page(&app, &ctx, &opened, Form::new()).await?)
}

/// `POST /staff/groups/{group}/mail`: first the letter is shown as it will arrive; confirmed, it is sent.
pub(super) async fn send_or_show(
    State(app): State<Shared>,
    ctx: Context,
    Path(group): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open_group(&app, &actor, &group).await?;
    if form.value("deed") == "write" {
        let chosen = Chosen::of(&form)?;
        if chosen.ids.is_empty() {
            let list = format!("/staff/groups/{}/participants", opened.detail.group.id);
            return Ok(go_saying(&app, &list, "lists-none-chosen"));
        }
        let ids: Vec<String> = chosen.ids.iter().map(i64::to_string).collect();
        let fresh = Form::new().with("to", ids.join(","));
        return show(&write_page(&app, &ctx, &opened, fresh).await?);
    }
    let shown = form.value("told").to_owned();
    let is_confirmed = form.value("confirmed") == "1" && form.is_fine();
    let goes_back = !form.value("back").is_empty();
    for button in ["told", "confirmed", "back"] {
        form.forget(button);
    }
    if goes_back {
        return show(&write_page(&app, &ctx, &opened, form).await?);
    }
    let Some(draft) = read_draft(&app, &mut form) else {
        return show_refused(&write_page(&app, &ctx, &opened, form).await?);
    };
    if is_confirmed && !shown.is_empty() {
        let permit = may_write_to_group(&opened.keep);
        match send(&app, permit, draft.clone(), shown, ctx.now()).await {
            Ok(id) => {
                app.outbox.wake();
                let there = format!("{}/{id}", address(&opened));
                return Ok(go_saying(&app, &there, "group-mail-sent"));
            }
            Err(refusal) => form.refuse(field_error(&ctx, refusal)?),
        }
    }
    let (id, asked) = (opened.detail.group.id, draft.clone());
    let read = app
        .db
        .read(move |tx| Box::pin(async move { prepare(tx, id, &asked).await }));
    match read.await {
        Ok(ready) => {
            let preview = preview(&app, &ctx, &opened, form, &draft, &ready);
            if preview.form.is_fine() {
                show(&preview)
            } else {
                show_refused(&preview)
            }
        }
        Err(refusal) => {
            let error = field_error(&ctx, refusal)?;
            if form.error(error.field).is_none() {
                form.refuse(error);
            }
            show_refused(&write_page(&app, &ctx, &opened, form).await?)
        }
    }
}

fn field_error(ctx: &Context, refusal: Refusal) -> Result<FieldError, AppError> {
    Ok(match refusal {
        Refusal::Nobody => FieldError::new("state", "group_mail_nobody"),
        Refusal::FileGone => FieldError::new("file", "group_mail_file_gone"),
        Refusal::FilesTooLarge => FieldError::new("file", "group_mail_files_too_large")
            .with("most", size_in_words(ctx.t(), MOST_FILE_BYTES)),
        Refusal::FilesForPlaces => FieldError::new("file", "group_mail_files_for_places"),
        Refusal::Changed(count) => FieldError::new("", "group_mail_changed").with("count", count),
        Refusal::Database(error) => return Err(error.into()),
    })
}

/// Reads the form; what is wrong is noted in it, and then there is none.
fn read_draft(app: &Shared, form: &mut Form) -> Option<Draft> {
    let subject = clean_line(form.value("subject"), LONGEST_SUBJECT);
    let body = clean_text(form.value("text"), LONGEST_TEXT);
    let (subject, body) = (filled(form, "subject", subject), filled(form, "text", body));
    let states = form.all("state").iter();
    let states: Vec<_> = states
        .filter_map(|code| EnrolmentState::from_code(code))
        .collect();
    let files = form.all("file").iter();
    let files: Vec<_> = files.filter_map(|id| id.parse().ok()).collect();
    if states.is_empty() {
        form.refuse(FieldError::new("state", "group_mail_nobody"));
    }
    let is_key = form.value("once").len() == 32;
    if !is_key {
        *form = form.clone().with("once", new_key(app));
    }
    form.is_fine().then_some(Draft {
        form_key: form.value("once").to_owned(),
        subject: subject?,
        body: body?,
        states,
        only: only(form),
        files,
    })
}

fn filled(
    form: &mut Form,
    field: &'static str,
    typed: Result<String, TextProblem>,
) -> Option<String> {
    match typed {
        Ok(text) if text.is_empty() => form.refuse(FieldError::new(field, "required")),
        Ok(text) => return Some(text),
        Err(problem) => form.refuse(problem.on(field)),
    }
    None
}

fn preview(
    app: &Shared,
    ctx: &Context,
    opened: &Opened,
    form: Form,
    draft: &Draft,
    ready: &Ready,
) -> PreviewPage {
    let t = ctx.t();
    let mut readers: BTreeMap<&'static str, (Lang, usize)> = BTreeMap::new();
    for one in &ready.to {
        let lang = Lang::from_code(&one.language).unwrap_or_default();
        readers.entry(lang.code()).or_insert((lang, 0)).1 += 1;
    }
    let letters = readers.into_iter().map(|(code, (lang, count))| {
        let letter = ready.letter(app, draft, lang);
        let heading = t
            .get("group-mail-readers")
            .text("language", t.get(&format!("staff-language-{code}")))
            .int("count", count);
        shown(&letter, heading.to_string(), &app.config.site_name)
    });
    PreviewPage {
        page: ctx.page(t.get("group-mail-preview-title")).dense(),
        action: address(opened),
        told: ready.to.len(),
        mark: ready.mark(),
        letters: letters.collect(),
        form,
    }
}

fn shown(letter: &Letter, heading: String, site_name: &str) -> Shown {
    let text = text_of(letter, site_name);
    let blocks = text.trim_end().split("\n\n");
    Shown {
        lang: letter.lang.code(),
        heading,
        subject: letter.subject.clone(),
        sender: letter.sender.clone(),
        blocks: blocks
            .map(|block| block.lines().map(str::to_owned).collect())
            .collect(),
        files: letter
            .enclosed
            .iter()
            .map(|file| file.name.clone())
            .collect(),
    }
}
