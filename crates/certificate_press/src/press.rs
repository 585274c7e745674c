//! The press itself: limits around the typesetter, and the export.

use std::collections::HashSet;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use jiff::tz::TimeZone;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst::utils::hash128;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::qr::Qr;
use crate::template::line_of;
use crate::world::Desk;
use crate::{Facts, Lang, Logo, PressError, Template, printable};

/// What one certificate may take.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Pages that a certificate may have, or any document whose layout is not made for more.
    pub pages: usize,
    /// How long [`Press::print`] waits at most.
    pub time: Duration,
    /// After how many prints the typesetter forgets what it remembers of earlier ones; its memory grows until then.
    pub forget_after: u32,
}

impl Default for Limits {
    /// Four pages, ten seconds, and memory forgotten every 64 prints.
    fn default() -> Self {
        Self {
            pages: 4,
            time: Duration::from_secs(10),
            forget_after: 64,
        }
    }
}

/// Prints certificates. One for the whole program is enough: it can print several at once, each on a thread of its own.
/// Nothing is loaded until the first is printed.
#[derive(Debug)]
pub struct Press {
    limits: Limits,
    printed: AtomicU32,
    too_slow: Mutex<HashSet<u128>>,
}

/// The typesetter recurses deeply, and more so when it is built without optimisation.
const STACK: usize = 16 * 1024 * 1024;

impl Press {
    /// A press with these limits.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            printed: AtomicU32::new(0),
            too_slow: Mutex::default(),
        }
    }

    /// The certificate as a PDF/A-2a and PDF/UA-1 document. Blocks for some milliseconds.
    ///
    /// The typesetter cannot be interrupted. When it exceeds [`Limits::time`] the caller gets [`PressError::TooSlow`],
    /// the thread is left to end by itself, and this press refuses the same template from then on unless it is the
    /// [standard](Template::standard) one, so that a runaway template costs at most the prints that were already under way.
    ///
    /// # Errors
    /// Every [`PressError`]; the facts and the template are unchanged and nothing is left behind.
    pub fn print(
        &self,
        facts: &Facts,
        template: &Template,
        lang: Lang,
    ) -> Result<Vec<u8>, PressError> {
        let ident = format!("{}\n{}\n{}", facts.organisation, facts.number, lang.code());
        let form = Form::pdf(ident, facts.issued_at);
        self.set(desk(facts, template, lang)?, template, form)
    }

    /// The first page as an SVG, to be looked at on a screen.
    ///
    /// # Errors
    /// As [`Press::print`].
    pub fn picture(
        &self,
        facts: &Facts,
        template: &Template,
        lang: Lang,
    ) -> Result<Vec<u8>, PressError> {
        self.set(desk(facts, template, lang)?, template, Form::Svg)
    }

    /// Sets what lies on the desk, under the limits; the product's own layouts are never refused for being slow.
    pub(crate) fn set(
        &self,
        desk: Desk,
        template: &Template,
        form: Form,
    ) -> Result<Vec<u8>, PressError> {
        let logo = desk.logo.as_ref().map(Logo::bytes);
        let identity = hash128(&(&desk.template, logo));
        if self.lock_too_slow().contains(&identity) {
            return Err(PressError::TooSlow {
                limit: self.limits.time,
            });
        }
        let pages = self.limits.pages.max(template.pages());

        let (sender, receiver) = mpsc::sync_channel(1);
        thread::Builder::new()
            .name("press".to_owned())
            .stack_size(STACK)
            .spawn(move || sender.send(print(&desk, &form, pages)))
            .map_err(|error| PressError::Unavailable(error.to_string()))?;
        let printed = match receiver.recv_timeout(self.limits.time) {
            Ok(printed) => printed,
            Err(RecvTimeoutError::Timeout) => {
                // The product's own layout is never at fault: the machine stood still, or was too busy.
                if !template.is_ours() {
                    self.lock_too_slow().insert(identity);
                }
                Err(PressError::TooSlow {
                    limit: self.limits.time,
                })
            }
            Err(RecvTimeoutError::Disconnected) => {
                Err(PressError::Unavailable("the typesetter failed".to_owned()))
            }
        };
        self.forget_now_and_then();
        printed
    }

    fn lock_too_slow(&self) -> std::sync::MutexGuard<'_, HashSet<u128>> {
        self.too_slow.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the typesetter remembers of one certificate is of no use for the next.
    fn forget_now_and_then(&self) {
        let printed = self.printed.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
        if printed.is_multiple_of(self.limits.forget_after.max(1)) {
            comemo::evict(0);
        }
    }
}

/// What the facts are set with.
fn desk(facts: &Facts, template: &Template, lang: Lang) -> Result<Desk, PressError> {
    let design = template.design();
    let qr = Qr::of(&facts.qr_payload)?;
    Ok(Desk {
        template: template.source().clone(),
        facts: printable::facts_file(facts, design, lang, qr.side())?,
        qr: Some(qr),
        logo: design.and_then(|design| design.logo.clone()),
    })
}

/// What comes out.
pub(crate) enum Form {
    /// The document.
    Pdf(Box<PdfOptions>),
    /// A picture of the first page.
    Svg,
}

impl Form {
    /// A document that is told from others by `ident`, and declares this instant as its creation.
    pub(crate) fn pdf(ident: String, created_at: jiff::Timestamp) -> Self {
        Self::Pdf(Box::new(options(ident, created_at)))
    }
}

/// Sets and exports on the current thread.
fn print(desk: &Desk, form: &Form, limit: usize) -> Result<Vec<u8>, PressError> {
    let document: PagedDocument = typst::compile(desk)
        .output
        .map_err(|errors| refusal(desk, &errors))?;
    let pages = document.pages().len();
    if pages > limit {
        return Err(PressError::TooManyPages { pages, limit });
    }
    match form {
        Form::Pdf(options) => {
            typst_pdf::pdf(&document, options).map_err(|errors| refusal(desk, &errors))
        }
        Form::Svg => {
            let first = document
                .pages()
                .first()
                .map(|page| typst_svg::svg(page, &typst_svg::SvgOptions::default()).into_bytes());
            Ok(first.unwrap_or_default())
        }
    }
}

fn options(ident: String, created_at: jiff::Timestamp) -> PdfOptions {
    let at = created_at.to_zoned(TimeZone::UTC);
    let part = |number: i8| u8::try_from(number).unwrap_or_default();
    let created = Datetime::from_ymd_hms(
        at.year().into(),
        part(at.month()),
        part(at.day()),
        part(at.hour()),
        part(at.minute()),
        part(at.second()),
    );
    PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some("Zapis".to_owned())),
        timestamp: created.map(Timestamp::new_utc),
        standards: STANDARDS.clone(),
        ..PdfOptions::default()
    }
}

static STANDARDS: LazyLock<PdfStandards> = LazyLock::new(both_standards);

#[expect(
    clippy::expect_used,
    reason = "PDF/A-2a and PDF/UA-1 are both PDF 1.7; every test prints with them"
)]
fn both_standards() -> PdfStandards {
    PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).expect("both standards together")
}

fn refusal(desk: &Desk, errors: &[SourceDiagnostic]) -> PressError {
    let Some(error) = errors.first() else {
        return PressError::Unavailable("the typesetter gave no reason".to_owned());
    };
    PressError::Template {
        message: error.message.to_string(),
        line: line_of(&desk.template, error.span),
    }
}
