//! What all letters of an installation have in common.

use anyhow::Context as _;
use lettre::message::Mailbox;

use crate::app::App;
use crate::secrets::mac;

/// The sender's side of every letter.
#[derive(Clone, Debug)]
pub struct Letterhead {
    /// Sender of all letters (`ZAPIS_MAIL_FROM`).
    pub from: Mailbox,
    /// Name of the installation.
    pub site_name: String,
    key: [u8; 32],
}

impl Letterhead {
    /// The letterhead of the installation.
    ///
    /// # Errors
    /// `ZAPIS_MAIL_FROM` is not an address.
    pub fn of(app: &App) -> anyhow::Result<Self> {
        let config = &app.config;
        Self::new(&config.mail_from, &config.site_name, app.key.derive("mail"))
    }

    /// The letterhead of this sender; `key` makes what separates the parts of a message.
    ///
    /// # Errors
    /// The sender is not an address.
    pub fn new(mail_from: &str, site_name: &str, key: [u8; 32]) -> anyhow::Result<Self> {
        Ok(Self {
            from: sender(mail_from)?,
            site_name: site_name.to_owned(),
            key,
        })
    }

    /// Separates the parts of a message: the same each time the letter is sent, and not to be guessed by whoever writes a
    /// name or a note that ends up in it.
    pub(super) fn boundary(&self, part: &str, letter: i64) -> String {
        let tag = mac(&self.key, format!("{part} {letter}").as_bytes());
        data_encoding::HEXLOWER.encode(&tag[..20])
    }
}

/// The sender as configured.
///
/// # Errors
/// It is not an address.
pub fn sender(mail_from: &str) -> anyhow::Result<Mailbox> {
    mail_from.parse().with_context(|| {
        format!("ZAPIS_MAIL_FROM is \"{mail_from}\"; write it as Name <name@host> or name@host")
    })
}
