//! A letter as a message: text and HTML, and the calendar entry where mail programs look for it.

use std::time::SystemTime;

use askama::Template;
use lettre::Message;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment as File, Mailbox, MultiPart, SinglePart};

use super::{Letterhead, one_line, text_of};
use crate::i18n::Translator;
use crate::outbox::store::ClaimedRow;
use crate::outbox::{Attachment, Letter, LetterId};

const CALENDAR: &str = "text/calendar";

/// Why a letter can not become a message: its address or its content are of no use, today and later.
#[derive(Debug, thiserror::Error)]
pub enum Unwritable {
    /// The recipient is not an address.
    #[error("the recipient is not a mail address")]
    Recipient,
    /// What was queued can not be read.
    #[error("the letter as it was queued can not be read")]
    Letter,
    /// The template or the message builder failed, which is a defect.
    #[error("the message can not be written: {0}")]
    Content(String),
}

/// A file of the store as it goes with a letter.
#[derive(Clone, Debug)]
pub struct Content {
    /// File name.
    pub name: String,
    /// Media type with parameters.
    pub kind: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

#[derive(Template)]
#[template(path = "letters/letter.html")]
struct HtmlPart<'a> {
    t: Translator,
    letter: &'a Letter,
    site_name: &'a str,
}

/// The HTML part.
///
/// # Errors
/// The template fails, which is a defect.
pub fn html_of(letter: &Letter, site_name: &str) -> Result<String, askama::Error> {
    let t = Translator::new(letter.lang);
    HtmlPart {
        t,
        letter,
        site_name,
    }
    .render()
}

/// The message of a letter with its files from the store. The same letter gives the same bytes each time, Message-ID and date among them.
///
/// # Errors
/// [`Unwritable`]; trying again does not help.
pub fn compose(
    head: &Letterhead,
    row: &ClaimedRow,
    enclosed: Vec<Content>,
) -> Result<Message, Unwritable> {
    let letter = row.letter.as_ref().ok_or(Unwritable::Letter)?;
    let to = row
        .recipient
        .parse()
        .map_err(|_malformed| Unwritable::Recipient)?;
    let id = format!(
        "<{}.{}@{}>",
        row.id,
        row.queued_at.as_microsecond(),
        head.from.email.domain()
    );
    let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
    Message::builder()
        .from(Mailbox::new(
            Some(sender_name(head, letter)),
            head.from.email.clone(),
        ))
        .to(Mailbox::new(None, to))
        .subject(one_line(&letter.subject))
        .date(SystemTime::from(row.queued_at))
        .message_id(Some(id))
        .raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()))
        .multipart(parts(head, row.id, letter, enclosed)?)
        .map_err(|error| Unwritable::Content(error.to_string()))
}

fn sender_name(head: &Letterhead, letter: &Letter) -> String {
    let institution = one_line(&letter.sender);
    if !institution.is_empty() {
        return institution;
    }
    head.from
        .name
        .clone()
        .unwrap_or_else(|| one_line(&head.site_name))
}

fn parts(
    head: &Letterhead,
    id: LetterId,
    letter: &Letter,
    enclosed: Vec<Content>,
) -> Result<MultiPart, Unwritable> {
    let html =
        html_of(letter, &head.site_name).map_err(|error| Unwritable::Content(error.to_string()))?;
    let mut reading = MultiPart::alternative()
        .boundary(head.boundary("alternative", id.get()))
        .singlepart(SinglePart::plain(text_of(letter, &head.site_name)))
        .singlepart(SinglePart::html(html));
    // Mail programs offer "add to calendar" when the entry stands beside the text, as a part with its method.
    if let Some(entry) = letter
        .attachments
        .iter()
        .find(|file| file.kind.starts_with(CALENDAR))
    {
        let part = SinglePart::builder().header(kind_of(entry));
        reading = reading.singlepart(part.body(entry.text.clone()));
    }
    if letter.attachments.is_empty() && enclosed.is_empty() {
        return Ok(reading);
    }
    let whole = MultiPart::mixed()
        .boundary(head.boundary("mixed", id.get()))
        .multipart(reading);
    let whole = letter.attachments.iter().fold(whole, |whole, file| {
        whole.singlepart(File::new(file_name(&file.name)).body(file.text.clone(), kind_of(file)))
    });
    Ok(enclosed.into_iter().fold(whole, |whole, file| {
        let octets = || ContentType::parse("application/octet-stream");
        let kind = ContentType::parse(&file.kind).or_else(|_| octets());
        let kind = kind.unwrap_or(ContentType::TEXT_PLAIN);
        whole.singlepart(File::new(file_name(&file.name)).body(file.bytes, kind))
    }))
}

fn kind_of(file: &Attachment) -> ContentType {
    ContentType::parse(&file.kind).unwrap_or(ContentType::TEXT_PLAIN)
}

/// A name without folders and quotes.
pub(super) fn file_name(name: &str) -> String {
    let name = one_line(name).replace(['/', '\\', '"'], "_");
    if name.is_empty() {
        "file".to_owned()
    } else {
        name
    }
}
