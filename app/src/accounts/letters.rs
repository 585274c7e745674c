//! Letters about accounts. They name no birth data and no document; links go into the letter and nowhere else.

use database::{DbError, Tx};
use jiff::Timestamp;
use jiff::civil::Date;

use super::OrganisationId;
use super::store::AccountRow;
use crate::app::App;
use crate::clock::zone;
use crate::i18n::{Lang, Translator};
use crate::letters::Piece::{Button, Facts, Say};
use crate::letters::{Kind, Texts, Topic, Values};
use crate::outbox::{self, Letter};
use crate::secrets::Token;
use crate::text::mask_email;

/// The kinds of letters about accounts, in the order in which they are listed.
pub static ALL: [&Kind; 10] = [
    &ACTIVATE,
    &ATTEMPT,
    &RESET,
    &PASSWORD,
    &EMAIL_NEW,
    &EMAIL_OLD,
    &EMAIL_REPLACED,
    &DEVICE,
    &DOMAIN_WARNED,
    &DOMAIN_BLOCKED,
];

/// The link that makes an account ready.
static ACTIVATE: Kind = Kind::new(
    "accounts-activate",
    Topic::Accounts,
    "accounts-letter-activate-subject",
    &[],
    &[
        Say("accounts-letter-activate-what"),
        Say("accounts-letter-activate-next"),
        Button("accounts-letter-activate-action"),
        Say("accounts-letter-activate-until"),
    ],
);

/// Somebody tried to register with a known address.
static ATTEMPT: Kind = Kind::new(
    "accounts-attempt",
    Topic::Accounts,
    "accounts-letter-attempt-subject",
    &[],
    &[
        Say("accounts-letter-attempt-what"),
        Say("accounts-letter-attempt-next"),
        Button("accounts-letter-attempt-action"),
    ],
);

/// The link that sets a new password.
static RESET: Kind = Kind::new(
    "accounts-reset",
    Topic::Accounts,
    "accounts-letter-reset-subject",
    &[],
    &[
        Say("accounts-letter-reset-what"),
        Say("accounts-letter-reset-next"),
        Button("accounts-letter-reset-action"),
        Say("accounts-letter-reset-until"),
    ],
);

/// The password was changed.
static PASSWORD: Kind = Kind::new(
    "accounts-password",
    Topic::Accounts,
    "accounts-letter-password-subject",
    &[],
    &[
        Say("accounts-letter-password-what"),
        Say("accounts-letter-password-next"),
        Button("accounts-letter-password-action"),
    ],
);

/// The link that puts a new address in force.
static EMAIL_NEW: Kind = Kind::new(
    "accounts-email-new",
    Topic::Accounts,
    "accounts-letter-email-new-subject",
    &[],
    &[
        Say("accounts-letter-email-new-what"),
        Say("accounts-letter-email-new-next"),
        Button("accounts-letter-email-new-action"),
        Say("accounts-letter-activate-until"),
    ],
);

/// The address was changed.
static EMAIL_OLD: Kind = Kind::new(
    "accounts-email-old",
    Topic::Accounts,
    "accounts-letter-email-old-subject",
    &[],
    &[
        Say("accounts-letter-email-old-what"),
        Say("accounts-letter-email-old-next"),
        Facts("address", "letter-texts-sample-address"),
        Button("accounts-letter-email-old-action"),
    ],
);

/// Staff replaces the address.
static EMAIL_REPLACED: Kind = Kind::new(
    "accounts-email-replaced",
    Topic::Accounts,
    "accounts-letter-email-replaced-subject",
    &["organisation"],
    &[
        Say("accounts-letter-email-replaced-what"),
        Say("accounts-letter-email-replaced-next"),
        Facts("address", "letter-texts-sample-address"),
        Button("accounts-letter-email-old-action"),
    ],
);

/// A sign-in on a device that the account had not been used on.
static DEVICE: Kind = Kind::new(
    "accounts-device",
    Topic::Accounts,
    "accounts-letter-device-subject",
    &[],
    &[
        Say("accounts-letter-device-what"),
        Say("accounts-letter-device-next"),
        Facts("device", "letter-texts-sample-device"),
        Button("accounts-letter-device-action"),
    ],
);

/// Addresses of this domain are to be changed.
static DOMAIN_WARNED: Kind = Kind::new(
    "accounts-domain-warned",
    Topic::Accounts,
    "accounts-letter-domain-subject",
    &["domain"],
    &[
        Say("accounts-letter-domain-warned"),
        Say("accounts-letter-domain-next"),
        Button("accounts-letter-domain-action"),
    ],
);

/// Addresses of this domain can be used until a day.
static DOMAIN_BLOCKED: Kind = Kind::new(
    "accounts-domain-blocked",
    Topic::Accounts,
    "accounts-letter-domain-subject",
    &["domain", "until"],
    &[
        Say("accounts-letter-domain-blocked"),
        Say("accounts-letter-domain-next"),
        Button("accounts-letter-domain-action"),
    ],
);

/// Writes letters with the addresses of this installation: who has questions is led to its contact page, or to the
/// organisation that did what the letter tells.
#[derive(Clone, Debug)]
pub struct Writer {
    base_url: String,
    contact: String,
    /// Who did it.
    by: String,
    texts: Texts,
}

impl Writer {
    /// The writer of an installation.
    pub fn new(app: &App) -> Self {
        Self {
            base_url: app.config.base_url.clone(),
            contact: format!("{}/contact", app.config.base_url),
            by: app.config.site_name.clone(),
            texts: Texts::of(app),
        }
    }

    /// The same for what an organisation did: its name stands in the letter, with how to reach it.
    #[must_use]
    pub fn of(&self, organisation: Option<OrganisationId>) -> Self {
        let name = self.texts.name(organisation);
        Self {
            contact: self.texts.contact(organisation, &self.base_url),
            by: name.unwrap_or(&self.by).to_owned(),
            ..self.clone()
        }
    }

    /// A letter of the installation, whose button leads to `path`.
    fn letter(&self, lang: Lang, kind: &Kind, path: &str, facts: Vec<(String, String)>) -> Letter {
        let address = format!("{}{path}", self.base_url);
        let values = Values::new().text("organisation", &self.by);
        let values = values.facts(facts).button(address);
        Letter {
            contact: self.contact.clone(),
            ..self.texts.letter(kind, lang, None, &values)
        }
    }

    /// A letter whose link works by itself.
    fn secret(&self, lang: Lang, kind: &Kind, path: &str, token: &Token) -> Letter {
        let path = format!("{path}{}", token.as_str());
        Letter {
            secret: true,
            ..self.letter(lang, kind, &path, Vec::new())
        }
    }

    /// The link that makes an account ready.
    pub fn activation(&self, lang: Lang, token: &Token) -> Letter {
        self.secret(lang, &ACTIVATE, "/activate/", token)
    }

    /// Somebody tried to register with a known address.
    pub fn attempt(&self, lang: Lang) -> Letter {
        self.letter(lang, &ATTEMPT, "/password/forgot", Vec::new())
    }

    /// The link that sets a new password.
    pub fn reset(&self, lang: Lang, token: &Token) -> Letter {
        self.secret(lang, &RESET, "/password/reset/", token)
    }

    /// The password was changed.
    pub fn password_changed(&self, lang: Lang) -> Letter {
        self.letter(lang, &PASSWORD, "/password/forgot", Vec::new())
    }

    /// The link that puts a new address in force; goes to that address.
    pub fn email_new(&self, lang: Lang, token: &Token) -> Letter {
        self.secret(lang, &EMAIL_NEW, "/confirm-email/", token)
    }

    /// Addresses of a domain are to be changed, until a day where one is set.
    pub fn domain(&self, lang: Lang, domain: &str, until: Option<Date>) -> Letter {
        let values = Values::new()
            .text("domain", domain)
            .button(format!("{}/my/profile/email", self.base_url));
        let (kind, values) = match until {
            None => (&DOMAIN_WARNED, values),
            Some(day) => {
                let day = Translator::new(lang).date(day);
                (&DOMAIN_BLOCKED, values.text("until", day))
            }
        };
        Letter {
            contact: self.contact.clone(),
            ..self.texts.letter(kind, lang, None, &values)
        }
    }

    /// The address was changed; goes to the old one.
    pub fn email_old(&self, lang: Lang, new_email: &str) -> Letter {
        let label = Translator::new(lang).get("accounts-letter-email-old-address");
        let facts = vec![(label.to_string(), mask_email(new_email))];
        self.letter(lang, &EMAIL_OLD, "/contact", facts)
    }

    /// Staff replaces the address; goes to the old one before the new one is in force.
    pub fn email_replaced(&self, lang: Lang, new_email: &str) -> Letter {
        let label = Translator::new(lang).get("accounts-letter-email-old-address");
        let facts = vec![(label.to_string(), mask_email(new_email))];
        self.letter(lang, &EMAIL_REPLACED, "/contact", facts)
    }

    /// A sign-in on a device that the account had not been used on.
    pub fn new_device(&self, lang: Lang, device: &str, network: &str, now: Timestamp) -> Letter {
        let t = Translator::new(lang);
        let device = match device {
            "" => t.get("accounts-device-unknown").to_string(),
            known => known.to_owned(),
        };
        let facts = vec![
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
        self.letter(lang, &DEVICE, "/my/profile/devices", facts)
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
