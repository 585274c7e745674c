//! Letters about accounts. They name no birth data and no document; links go into the letter and nowhere else.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::store::AccountRow;
use crate::app::App;
use crate::clock::zone;
use crate::i18n::{Lang, Translator};
use crate::outbox::{self, Letter};
use crate::secrets::Token;
use crate::text::mask_email;

/// Writes letters with the addresses of this installation: who has questions is led to its contact page.
#[derive(Clone, Debug)]
pub struct Writer {
    base_url: String,
    contact: String,
}

impl Writer {
    /// The writer of an installation.
    pub fn new(app: &App) -> Self {
        Self {
            base_url: app.config.base_url.clone(),
            contact: format!("{}/contact", app.config.base_url),
        }
    }

    fn letter(&self, lang: Lang, kind: &str, action: Option<&str>) -> Letter {
        let t = Translator::new(lang);
        let say = |part: &str| t.get(&format!("accounts-letter-{kind}-{part}")).to_string();
        Letter {
            lang,
            subject: say("subject"),
            paragraphs: vec![say("what"), say("next")],
            action: action.map(|path| (say("action"), format!("{}{path}", self.base_url))),
            contact: self.contact.clone(),
            ..Letter::default()
        }
    }

    /// The link that makes an account ready.
    pub fn activation(&self, lang: Lang, token: &Token) -> Letter {
        let mut letter = self.letter(
            lang,
            "activate",
            Some(&format!("/activate/{}", token.as_str())),
        );
        letter.secret = true;
        letter.after = vec![
            Translator::new(lang)
                .get("accounts-letter-activate-until")
                .to_string(),
        ];
        letter
    }

    /// Somebody tried to register with a known address.
    pub fn attempt(&self, lang: Lang) -> Letter {
        self.letter(lang, "attempt", Some("/password/forgot"))
    }

    /// The link that sets a new password.
    pub fn reset(&self, lang: Lang, token: &Token) -> Letter {
        let mut letter = self.letter(
            lang,
            "reset",
            Some(&format!("/password/reset/{}", token.as_str())),
        );
        letter.secret = true;
        letter.after = vec![
            Translator::new(lang)
                .get("accounts-letter-reset-until")
                .to_string(),
        ];
        letter
    }

    /// The password was changed.
    pub fn password_changed(&self, lang: Lang) -> Letter {
        self.letter(lang, "password", Some("/password/forgot"))
    }

    /// The link that puts a new address in force; goes to that address.
    pub fn email_new(&self, lang: Lang, token: &Token) -> Letter {
        let mut letter = self.letter(
            lang,
            "email-new",
            Some(&format!("/confirm-email/{}", token.as_str())),
        );
        letter.secret = true;
        letter.after = vec![
            Translator::new(lang)
                .get("accounts-letter-activate-until")
                .to_string(),
        ];
        letter
    }

    /// The address was changed; goes to the old one.
    pub fn email_old(&self, lang: Lang, new_email: &str) -> Letter {
        let mut letter = self.letter(lang, "email-old", Some("/contact"));
        let label = Translator::new(lang)
            .get("accounts-letter-email-old-address")
            .to_string();
        letter.facts = vec![(label, mask_email(new_email))];
        letter
    }

    /// A sign-in on a device that the account had not been used on.
    pub fn new_device(&self, lang: Lang, device: &str, network: &str, now: Timestamp) -> Letter {
        let t = Translator::new(lang);
        let mut letter = self.letter(lang, "device", Some("/my/profile/devices"));
        let device = match device {
            "" => t.get("accounts-device-unknown").to_string(),
            known => known.to_owned(),
        };
        letter.facts = vec![
            (
                t.get("accounts-letter-device-when").to_string(),
                t.date_time(now, &zone()),
            ),
            (t.get("accounts-letter-device-browser").to_string(), device),
            (
                t.get("accounts-letter-device-network").to_string(),
                network.to_owned(),
            ),
        ];
        letter
    }
}

/// Queues a letter to an account's address.
pub(super) async fn send(
    tx: &mut Tx<'_>,
    key: &str,
    account: &AccountRow,
    letter: &Letter,
    now: Timestamp,
) -> Result<(), DbError> {
    outbox::queue(tx, key, Some(account.id), &account.email, letter, now).await
}
