//! The form of a layout, to and fro; and the pictures that are handed in for it.

use axum::extract::{Path, State};
use axum::response::Response;
use certificate_press::{LOGO_BYTES, LOGO_SIDE, Logo, LogoProblem, unprintable};
use futures_util::StreamExt as _;

use super::layouts::Opened;
use crate::accounts::Actor;
use crate::app::Shared;
use crate::catalogue::editing::typed;
use crate::certificates::PrintError;
use crate::certificates::actions::{LayoutError, add_logo};
use crate::certificates::layout_store::NamedLogo;
use crate::certificates::layouts::{Layout, MOST_CHARS, MOST_LINES, Ready, Words, unknown_field};
use crate::forms::{FieldError, Form};
use crate::i18n::Lang;
use crate::web::{AppError, Context, Uploaded, UploadedFile, go_saying};

/// The language that is edited: the one asked for, else the reader's.
pub(super) fn lang_of(code: Option<&str>, reader: Lang) -> Lang {
    code.and_then(Lang::from_code).unwrap_or(reader)
}

/// The form of a version; `last` is the newest one.
pub(super) fn filled(layout: &Layout, lang: Lang, version: i64, last: i64) -> Form {
    let words = layout.words.get(lang.code()).cloned().unwrap_or_default();
    let said = |yes: bool| if yes { "yes" } else { "" };
    let logo = layout.logo_id.map_or_else(String::new, |id| id.to_string());
    Form::new()
        .with("edit", lang.code())
        .with("based_on", version)
        .with("last", last)
        .with("heading", words.heading)
        .with("certifies", words.certifies)
        .with("completed", words.completed)
        .with("lines", words.lines.join("\n"))
        .with("signatory_name", &layout.signatory_name)
        .with("signatory_role", &layout.signatory_role)
        .with("topics", said(layout.topics))
        .with("trainers", said(layout.trainers))
        .with("frame", said(layout.frame))
        .with("logo", logo)
}

/// The layout as typed, on top of the version that it is based on, whose other languages stay.
pub(super) fn read(form: &mut Form, base: Layout, lang: Lang, logos: &[NamedLogo]) -> Layout {
    let mut layout = base;
    let words = Words {
        heading: words(form, "heading"),
        certifies: words(form, "certifies"),
        completed: words(form, "completed"),
        lines: lines(form),
    };
    if words == Words::default() {
        layout.words.remove(lang.code());
    } else {
        layout.words.insert(lang.code().to_owned(), words);
    }
    layout.signatory_name = typed::line(form, "signatory_name", 150, false);
    layout.signatory_role = typed::line(form, "signatory_role", 150, false);
    for field in ["signatory_name", "signatory_role"] {
        check_letters(form, field);
    }
    layout.topics = form.value("topics") == "yes";
    layout.trainers = form.value("trainers") == "yes";
    layout.frame = form.value("frame") == "yes";
    let chosen = form.value("logo").to_owned();
    layout.logo_id = logos
        .iter()
        .map(|logo| logo.id)
        .find(|id| id.to_string() == chosen);
    if layout.logo_id.is_none() && !chosen.is_empty() {
        form.refuse(FieldError::new("logo", "logo_gone"));
    }
    layout
}

fn words(form: &mut Form, field: &'static str) -> String {
    let words = typed::line(form, field, MOST_CHARS, false);
    check_fields(form, field, &words);
    words
}

fn lines(form: &mut Form) -> Vec<String> {
    let text = typed::text(form, "lines", MOST_LINES * (MOST_CHARS + 2));
    let lines = text.lines().map(|line| line.trim().to_owned());
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    if lines.len() > MOST_LINES || lines.iter().any(|line| line.chars().count() > MOST_CHARS) {
        let error = FieldError::new("lines", "layout_lines")
            .with("most", MOST_LINES)
            .with("chars", MOST_CHARS);
        form.refuse(error);
    }
    check_fields(form, "lines", &text);
    lines
}

fn check_fields(form: &mut Form, field: &'static str, text: &str) {
    if let Some(unknown) = unknown_field(text) {
        form.refuse(FieldError::new(field, "layout_field").with("field", unknown));
    }
    check_letters(form, field);
}

fn check_letters(form: &mut Form, field: &'static str) {
    if let Some(letter) = unprintable(form.value(field)) {
        form.refuse(FieldError::new(field, "layout_letter").with("letter", letter));
    }
}

/// `POST /staff/certificates/layouts/{organisation}/logo`
pub(super) async fn send_logo(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    Uploaded {
        actor,
        mut form,
        file,
    }: Uploaded,
) -> Result<Response, AppError> {
    let opened = Opened::read(&app, &actor, &id).await?;
    let refused = match file {
        None => FieldError::new("file", "file_missing"),
        Some(mut file) => match take(&app, &ctx, (&opened, &actor), &mut file).await? {
            Ok(address) => return Ok(go_saying(&app, &address, "certificates-logo-added")),
            Err(refused) => {
                file.forget().await;
                refused
            }
        },
    };
    form.refuse(refused);
    opened.show_again(&app, &ctx, form).await
}

/// Checks a picture, prints it once and keeps it; the address to go to, or what is wrong with it.
async fn take(
    app: &Shared,
    ctx: &Context,
    (opened, actor): (&Opened, &Actor),
    file: &mut UploadedFile,
) -> Result<Result<String, FieldError>, AppError> {
    let name: String = file.name().chars().take(100).collect();
    let mut bytes = Vec::new();
    let mut pieces = file.pieces();
    while let Some(piece) = pieces.next().await {
        bytes.extend_from_slice(&piece.map_err(|_| AppError::Unreadable)?);
        if bytes.len() > LOGO_BYTES {
            return Ok(Err(refusal(&LogoProblem::TooLarge)));
        }
    }
    let logo = match Logo::check(bytes) {
        Ok(logo) => logo,
        Err(problem) => return Ok(Err(refusal(&problem))),
    };
    let ready = Ready {
        layout: Layout::default(),
        logo: Some(logo.clone()),
    };
    match opened.print(app, ctx, ctx.lang(), &ready).await {
        Ok(_) => {}
        Err(PrintError::Press(_)) => return Ok(Err(FieldError::new("file", "logo_unreadable"))),
        Err(error) => return Err(error.into()),
    }
    let (permit, now) = (opened.permit(app, actor)?, ctx.now());
    let work = app
        .db
        .write(move |tx| Box::pin(async move { add_logo(tx, &permit, &name, &logo, now).await }));
    match work.await {
        Ok(_) => Ok(Ok(opened.address())),
        Err(LayoutError::Database(error)) => Err(error.into()),
        Err(_) => Ok(Err(FieldError::new("file", "logos_many"))),
    }
}

fn refusal(problem: &LogoProblem) -> FieldError {
    match problem {
        LogoProblem::TooLarge => {
            FieldError::new("file", "logo_too_large").with("most", LOGO_BYTES / 1024)
        }
        LogoProblem::Side => FieldError::new("file", "logo_side").with("most", LOGO_SIDE),
        LogoProblem::Element(name) => FieldError::new("file", "logo_element").with("name", name),
        _ => FieldError::new("file", "logo_kind"),
    }
}
