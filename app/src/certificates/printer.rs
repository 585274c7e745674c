//! From a snapshot to a PDF: as many at once as there are cores, never on the threads that answer requests.

use std::sync::Arc;
use std::thread::available_parallelism;

use certificate_press::{Document, Facts, Limits, Press, PressError, Signatory, Template, code};
use jiff::Timestamp;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::Certificate;
use super::layouts::Ready;
use crate::i18n::{Lang, Translator};
use crate::web::AppError;

/// How the press sets a certificate: as a document or as a picture.
type Setting =
    fn(&Press, &Facts, &Template, certificate_press::Lang) -> Result<Vec<u8>, PressError>;

/// Prints certificates; one for the program. Nothing is loaded until the first is printed.
#[derive(Debug)]
pub struct Printer {
    press: Arc<Press>,
    desks: Arc<Semaphore>,
    /// Whole groups are printed one after the other, so that single certificates never wait for long.
    batches: Arc<Semaphore>,
}

/// Why nothing was printed.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// The press refuses.
    #[error(transparent)]
    Press(#[from] PressError),
    /// The program is ending.
    #[error("the printer has stopped")]
    Stopped,
}

impl From<PrintError> for AppError {
    fn from(error: PrintError) -> Self {
        match error {
            PrintError::Press(PressError::TooSlow { .. } | PressError::Unavailable(_))
            | PrintError::Stopped => Self::Unavailable,
            PrintError::Press(other) => Self::internal(format!("press: {other}")),
        }
    }
}

impl Default for Printer {
    fn default() -> Self {
        Self {
            press: Arc::new(Press::new(Limits::default())),
            desks: Arc::new(Semaphore::new(
                available_parallelism().map_or(1, usize::from),
            )),
            batches: Arc::new(Semaphore::new(1)),
        }
    }
}

impl Printer {
    /// The right to print a whole group, until it is dropped; none while another group is printed.
    pub fn begin_batch(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.batches).try_acquire_owned().ok()
    }

    /// Another document as PDF/A-2a and PDF/UA-1, from facts that its layout knows.
    ///
    /// # Errors
    /// [`PrintError`]
    pub async fn print_document(
        &self,
        facts: serde_json::Value,
        qr_payload: Option<String>,
        ident: String,
        template: Template,
        created_at: Timestamp,
    ) -> Result<Vec<u8>, PrintError> {
        let _desk = self
            .desks
            .acquire()
            .await
            .map_err(|_| PrintError::Stopped)?;
        let press = Arc::clone(&self.press);
        let print = move || {
            let document = Document {
                facts,
                qr_payload: qr_payload.as_deref(),
                ident,
                created_at,
            };
            press.print_document(document, &template)
        };
        let printed = tokio::task::spawn_blocking(print)
            .await
            .map_err(|_| PrintError::Stopped)?;
        Ok(printed?)
    }

    /// The certificate as PDF/A-2a and PDF/UA-1 in the layout that it was issued with; the same bytes each time.
    /// `base_url` is the installation's address.
    ///
    /// # Errors
    /// [`PrintError`]
    pub async fn print(
        &self,
        certificate: &Certificate,
        layout: Option<&Ready>,
        base_url: &str,
    ) -> Result<Vec<u8>, PrintError> {
        self.set(certificate, layout, base_url, Press::print).await
    }

    /// A picture (SVG) of its first page, to be looked at on a screen.
    ///
    /// # Errors
    /// [`PrintError`]
    pub async fn picture(
        &self,
        certificate: &Certificate,
        layout: Option<&Ready>,
        base_url: &str,
    ) -> Result<Vec<u8>, PrintError> {
        self.set(certificate, layout, base_url, Press::picture)
            .await
    }

    async fn set(
        &self,
        certificate: &Certificate,
        layout: Option<&Ready>,
        base_url: &str,
        how: Setting,
    ) -> Result<Vec<u8>, PrintError> {
        // The desk is taken for as long as the press works, also when nobody waits for the paper any more.
        let desk = Arc::clone(&self.desks)
            .acquire_owned()
            .await
            .map_err(|_| PrintError::Stopped)?;
        let press = Arc::clone(&self.press);
        let facts = facts(certificate, base_url);
        let (lang, number) = (language(certificate.snapshot.lang), &facts.number);
        let template = match layout {
            Some(layout) => Template::designed(layout.design(&certificate.snapshot, number)),
            None => Template::standard(),
        };
        let print = move || {
            let _desk = desk;
            how(&press, &facts, &template, lang)
        };
        let printed = tokio::task::spawn_blocking(print)
            .await
            .map_err(|_| PrintError::Stopped)?;
        // What is only tried has no id, and whoever tries it is told.
        if let Err(error) = &printed
            && certificate.id.get() > 0
        {
            tracing::error!(%error, certificate = certificate.id.get(), "a certificate was not printed");
        }
        Ok(printed?)
    }
}

fn language(lang: Lang) -> certificate_press::Lang {
    match lang {
        Lang::Pl => certificate_press::Lang::Pl,
        Lang::Ru => certificate_press::Lang::Ru,
        Lang::En => certificate_press::Lang::En,
    }
}

fn facts(certificate: &Certificate, base_url: &str) -> Facts {
    let snapshot = &certificate.snapshot;
    let t = Translator::new(snapshot.lang);
    let hours = t
        .get("certificates-paper-hours")
        .int("count", snapshot.teaching_hours);
    let days = snapshot
        .days
        .map(|(first, last)| t.plain_period(first, last));
    Facts {
        organisation: snapshot.organisation.clone(),
        number: certificate.register_number.clone(),
        full_name: snapshot.full_name(),
        born_on: t.plain_date(snapshot.born_on),
        birth_place: snapshot.birth_place.clone(),
        title: snapshot.title.clone(),
        hours: hours.to_string(),
        dates: days.unwrap_or_default(),
        topics: snapshot.topics.clone(),
        trainers: snapshot.trainers.clone(),
        issue_place: snapshot.issue_place.clone(),
        issue_date: t.plain_date(snapshot.issued_on),
        signatory: Signatory {
            name: snapshot.signatory_name.clone(),
            role: snapshot.signatory_role.clone(),
        },
        verify_address: format!("{base_url}/verify/{}", certificate.number),
        qr_payload: code::address(base_url, &certificate.number, &certificate.code),
        issued_at: certificate.issued_at,
    }
}
