//! `/dev/mail`: the mailbox of the demo, for all addresses. Never part of a real installation.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;

use super::message::file_name;
use super::{html_of, text_of};
use crate::app::Shared;
use crate::clock::zone;
use crate::outbox::store::{self, LetterRow};
use crate::outbox::{Letter, LetterId};
use crate::web::{self, AppError, Context, Page};

const MOST_SHOWN: i64 = 200;
/// Letters style themselves, and do nothing else.
const LETTER_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'; sandbox allow-top-navigation-by-user-activation";

/// The mailbox; merged into the routes of the demo only.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/dev/mail", get(list))
        .route("/dev/mail/{id}", get(show))
        .route("/dev/mail/{id}/html", get(show_html))
        .route("/dev/mail/{id}/files/{number}", get(download))
}

#[derive(Template)]
#[template(path = "mail/list.html")]
struct ListPage {
    page: Page,
    /// The address whose letters are shown; empty for everybody's.
    recipient: String,
    letters: Vec<Entry>,
}

/// A letter as the pages show it.
struct Entry {
    id: LetterId,
    recipient: String,
    subject: String,
    when: String,
    state: String,
    meaning: &'static str,
}

impl Entry {
    fn new(context: &Context, row: &LetterRow) -> Self {
        let t = context.t();
        let subject = row.letter.subject.clone();
        Self {
            id: row.id,
            recipient: row.recipient.clone(),
            subject: if subject.is_empty() {
                t.get("mail-without-subject").to_string()
            } else {
                subject
            },
            when: t.date_time(row.queued_at, &zone()),
            state: t.get(&format!("mail-state-{}", row.state)).to_string(),
            meaning: match row.state.as_str() {
                "sent" => "done",
                "queued" => "information",
                _ => "problem",
            },
        }
    }
}

async fn list(State(app): State<Shared>, context: Context) -> Result<Response, AppError> {
    let recipient = context.asked("q").unwrap_or_default().trim().to_owned();
    let to = recipient.clone();
    let rows = app
        .db
        .read(move |tx| {
            Box::pin(async move {
                if to.is_empty() {
                    return tx
                        .all::<LetterRow>(store::LIST_NEWEST, &[&MOST_SHOWN])
                        .await;
                }
                tx.all(store::LIST_NEWEST_TO, &[&to, &MOST_SHOWN]).await
            })
        })
        .await?;
    web::show(&ListPage {
        recipient,
        letters: rows.iter().map(|row| Entry::new(&context, row)).collect(),
        page: context.page(context.t().get("mail-title")),
    })
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct LetterPage {
    page: Page,
    entry: Entry,
    lang: &'static str,
    /// Blocks, their lines, and the pieces of each.
    blocks: Vec<Vec<Vec<Piece>>>,
    files: Vec<String>,
    reason: Option<String>,
}

/// A piece of a line.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Link(String),
}

async fn find(app: &Shared, id: &str) -> Result<LetterRow, AppError> {
    let id: LetterId = id.parse().map_err(|_not_a_number| AppError::NotFound)?;
    let found = app
        .db
        .read(move |tx| {
            Box::pin(async move { tx.opt::<LetterRow>(store::FIND_LETTER, &[&id]).await })
        })
        .await?;
    found.ok_or(AppError::NotFound)
}

async fn show(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let row = find(&app, &id).await?;
    let text = text_of(&row.letter, &app.config.site_name);
    let entry = Entry::new(&context, &row);
    web::show(&LetterPage {
        page: context.page(&entry.subject),
        lang: row.letter.lang.code(),
        blocks: text
            .trim_end()
            .split("\n\n")
            .map(|block| block.lines().map(pieces).collect())
            .collect(),
        files: names(&row.letter),
        reason: row.last_error,
        entry,
    })
}

/// Names of all that goes with a letter: what it carries, then what comes from the store.
fn names(letter: &Letter) -> Vec<String> {
    let carried = letter.attachments.iter().map(|file| &file.name);
    let stored = letter.enclosed.iter().map(|file| &file.name);
    carried.chain(stored).map(|name| file_name(name)).collect()
}

/// Cuts a line into texts and the addresses among them.
fn pieces(line: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(at) = ["http://", "https://"]
        .iter()
        .filter_map(|begin| rest.find(begin))
        .min()
    {
        let (before, from) = rest.split_at(at);
        let end = from.find(char::is_whitespace).unwrap_or(from.len());
        let address = from[..end].trim_end_matches(['.', ',', ';', ')']);
        if !before.is_empty() {
            found.push(Piece::Text(before.to_owned()));
        }
        found.push(Piece::Link(address.to_owned()));
        rest = &from[address.len()..];
    }
    if !rest.is_empty() {
        found.push(Piece::Text(rest.to_owned()));
    }
    found
}

async fn show_html(
    State(app): State<Shared>,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let row = find(&app, &id).await?;
    shown_as_mail(&row.letter, &app.config.site_name)
}

/// The HTML part of a letter as a page of its own, which can do nothing.
///
/// # Errors
/// The template fails, which is a defect.
pub fn shown_as_mail(letter: &Letter, site_name: &str) -> Result<Response, AppError> {
    let html = html_of(letter, site_name)?;
    let policy = (
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(LETTER_POLICY),
    );
    Ok(([policy], Html(html)).into_response())
}

async fn download(
    State(app): State<Shared>,
    Path((id, number)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let row = find(&app, &id).await?;
    let number: usize = number.parse().map_err(|_not_a_number| AppError::NotFound)?;
    let Letter {
        attachments,
        enclosed,
        ..
    } = row.letter;
    let stored = number
        .checked_sub(attachments.len())
        .and_then(|number| enclosed.into_iter().nth(number));
    let (file_of, kind, content) = match (attachments.into_iter().nth(number), stored) {
        (Some(file), _) => (file.name, file.kind, file.text.into_bytes()),
        (None, Some(file)) => {
            let content = app.files.whole(&file.key).await;
            let content = content.map_err(|_gone| AppError::NotFound)?;
            (file.name, file.kind, content)
        }
        (None, None) => return Err(AppError::NotFound),
    };
    let name = percent_encoding::utf8_percent_encode(
        &file_name(&file_of),
        percent_encoding::NON_ALPHANUMERIC,
    )
    .to_string();
    let value = |text: String| {
        HeaderValue::from_str(&text).map_err(|error| AppError::internal(error.to_string()))
    };
    let headers = [
        (CONTENT_TYPE, value(kind)?),
        (
            CONTENT_DISPOSITION,
            value(format!("attachment; filename*=UTF-8''{name}"))?,
        ),
    ];
    Ok((headers, content).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_links() {
        let text = |text: &str| Piece::Text(text.into());
        let link = |text: &str| Piece::Link(text.into());
        assert_eq!(pieces("plain"), [text("plain")]);
        assert_eq!(
            pieces("see https://a.example/b?c=1, or http://d.example."),
            [
                text("see "),
                link("https://a.example/b?c=1"),
                text(", or "),
                link("http://d.example"),
                text(".")
            ]
        );
        assert_eq!(pieces("javascript:alert(1)"), [text("javascript:alert(1)")]);
    }
}
