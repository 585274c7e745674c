//! Paying online: what every gateway can do, behind three functions. A payment is started and leads to an address of the
//! gateway; its notification is taken as true only when its signature is; and nothing counts before it is confirmed.

mod przelewy24;

use std::time::Duration;

use anyhow::Context as _;

use crate::accounts::OrganisationId;
use crate::config::Config;
use crate::i18n::Lang;
use crate::organisations::Tree;
use przelewy24::Przelewy24;

/// What a participant sets out to pay.
#[derive(Clone, Debug)]
pub struct Start {
    /// By which the gateway names the payment later.
    pub session: String,
    /// Minor units.
    pub amount_minor: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// What is paid for; stands on the gateway's page.
    pub description: String,
    /// Address of who pays.
    pub email: String,
    /// Language of the gateway's page.
    pub lang: Lang,
    /// Where the browser goes afterwards.
    pub return_to: String,
    /// Where the notification goes.
    pub notify_at: String,
}

/// A payment as the gateway's signed notification tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// Ours.
    pub session: String,
    /// The gateway's own number.
    pub order_number: i64,
    /// Minor units.
    pub amount_minor: i64,
    /// ISO 4217 code.
    pub currency: String,
}

/// Why the gateway did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GatewayError {
    /// It does not answer, or not as it should; trying again may help.
    #[error("the gateway is away: {0}")]
    Away(String),
    /// It says no.
    #[error("the gateway refuses: {0}")]
    Refused(String),
}

/// Why a notification is not believed; it changes nothing then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotBelieved {
    /// It is no notification.
    #[error("this is no notification")]
    Unreadable,
    /// It is another merchant's.
    #[error("the notification is for another merchant")]
    NotOurs,
    /// Somebody else wrote it, or it was changed on the way.
    #[error("the signature is wrong")]
    Signature,
}

/// The gateway of an installation.
#[derive(Debug)]
pub struct Gateway {
    way: Way,
    /// Whose account with the gateway it is; none serves everybody.
    branch: Option<OrganisationId>,
}

#[derive(Debug)]
enum Way {
    Przelewy24(Przelewy24),
}

impl Gateway {
    /// The gateway that is configured; none when nothing is.
    ///
    /// # Errors
    /// A setting is missing or can not be understood; the sentence names it.
    pub fn of(config: &Config) -> anyhow::Result<Option<Self>> {
        let Some(merchant) = &config.p24_merchant_id else {
            anyhow::ensure!(
                config.p24_api_key.is_none() && config.p24_crc_key.is_none(),
                "ZAPIS_P24_MERCHANT_ID is missing, though other settings of Przelewy24 are there"
            );
            return Ok(None);
        };
        let number = |name: &str, text: &str| {
            let number = text.trim().parse::<i64>().ok().filter(|one| *one > 0);
            number.with_context(|| format!("{name} is {text:?}, which is no number"))
        };
        let merchant = number("ZAPIS_P24_MERCHANT_ID", merchant)?;
        let pos = match &config.p24_pos_id {
            Some(pos) => number("ZAPIS_P24_POS_ID", pos)?,
            None => merchant,
        };
        let seconds = number("ZAPIS_P24_TIMEOUT_SECONDS", &config.p24_timeout_seconds)?;
        let key = |name: &str, key: &Option<String>| {
            let key = key.clone();
            key.with_context(|| format!("{name} is missing, though ZAPIS_P24_MERCHANT_ID is there"))
        };
        let branch = config.p24_organisation.as_ref();
        let branch = branch.map(|id| number("ZAPIS_P24_ORGANISATION", id));
        let url = config.p24_url.trim_end_matches('/');
        let parsed = url::Url::parse(url)
            .ok()
            .filter(|url| ["http", "https"].contains(&url.scheme()));
        let parsed =
            parsed.with_context(|| format!("ZAPIS_P24_URL is {url:?}, which is no address"))?;
        let client = Przelewy24::new(przelewy24::Account {
            url: url.to_owned(),
            origin: parsed.origin().ascii_serialization(),
            merchant,
            pos,
            api_key: key("ZAPIS_P24_API_KEY", &config.p24_api_key)?.into(),
            crc_key: key("ZAPIS_P24_CRC_KEY", &config.p24_crc_key)?.into(),
            patience: Duration::from_secs(seconds.unsigned_abs()),
        });
        Ok(Some(Self {
            way: Way::Przelewy24(client),
            branch: branch.transpose()?.map(OrganisationId::new),
        }))
    }

    /// What people call it.
    pub fn name(&self) -> &'static str {
        match &self.way {
            Way::Przelewy24(_) => "Przelewy24",
        }
    }

    /// The account that its money is kept under until the bank's statement brings it; no bank's account looks like it.
    pub fn account_key(&self) -> String {
        match &self.way {
            Way::Przelewy24(client) => format!("PRZELEWY24 {}", client.merchant()),
        }
    }

    /// Scheme, host and port of its pages.
    pub fn origin(&self) -> &str {
        match &self.way {
            Way::Przelewy24(client) => client.origin(),
        }
    }

    /// Whether what is due to an organisation in this currency can be paid through it.
    pub fn serves(&self, tree: &Tree, organisation: OrganisationId, currency: &str) -> bool {
        let takes = match &self.way {
            Way::Przelewy24(_) => przelewy24::CURRENCIES.contains(&currency),
        };
        let is_within = |branch| tree.is_within(organisation, branch);
        takes && self.branch.is_none_or(is_within)
    }

    /// Starts a payment; answers the address where it is made.
    ///
    /// # Errors
    /// [`GatewayError`]; nothing can be paid then.
    pub async fn start(&self, start: &Start) -> Result<String, GatewayError> {
        match &self.way {
            Way::Przelewy24(client) => client.register(start).await,
        }
    }

    /// Reads a notification and checks that the gateway wrote it.
    ///
    /// # Errors
    /// [`NotBelieved`].
    pub fn take(&self, body: &[u8]) -> Result<Announced, NotBelieved> {
        match &self.way {
            Way::Przelewy24(client) => client.take(body),
        }
    }

    /// Asks whether the money is really there, and accepts it. Asking again changes nothing.
    ///
    /// # Errors
    /// [`GatewayError`].
    pub async fn confirm(&self, announced: &Announced) -> Result<(), GatewayError> {
        match &self.way {
            Way::Przelewy24(client) => client.verify(announced).await,
        }
    }

    /// What it knows of a payment whose notification did not come; none where it has no money of it.
    ///
    /// # Errors
    /// [`GatewayError::Away`].
    pub async fn find_paid(&self, session: &str) -> Result<Option<Announced>, GatewayError> {
        match &self.way {
            Way::Przelewy24(client) => client.find_paid(session).await,
        }
    }

    /// Whether it answers and lets us in.
    ///
    /// # Errors
    /// [`GatewayError`].
    pub async fn check(&self) -> Result<(), GatewayError> {
        match &self.way {
            Way::Przelewy24(client) => client.check().await,
        }
    }
}
