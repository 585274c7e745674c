//! The REST protocol of Przelewy24, version 1: transactions are registered, announced to us by a signed notification, and
//! verified by us. Every signature is the SHA-384 of a JSON text whose last field is a key that both sides know.

use std::time::Duration;

use data_encoding::HEXLOWER;
use reqwest::{Client, Method, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha384};

use super::{Announced, GatewayError, NotBelieved, Start};
use crate::i18n::Lang;
use crate::secrets::same;

/// What is taken, as far as charges are made in it.
pub(super) const CURRENCIES: [&str; 4] = ["PLN", "EUR", "CZK", "GBP"];
/// The longest description that is taken.
const LONGEST_DESCRIPTION: usize = 1024;
/// Minutes that the participant has for paying.
const MINUTES_TO_PAY: i64 = 30;
/// More is no answer of theirs.
const MOST_BYTES: usize = 64 * 1024;
/// A transaction that was paid and waits for our word.
const ADVANCED: i64 = 1;
/// A transaction that was verified.
const PAID: i64 = 2;

/// A merchant's account.
#[derive(Debug)]
pub(super) struct Account {
    /// Address of the service, without a slash at the end.
    pub url: String,
    /// Scheme, host and port of it.
    pub origin: String,
    pub merchant: i64,
    pub pos: i64,
    /// Password of the API.
    pub api_key: SecretString,
    /// Key of the signatures.
    pub crc_key: SecretString,
    /// How long an answer is waited for.
    pub patience: Duration,
}

/// A client of a merchant's account.
#[derive(Debug)]
pub(super) struct Przelewy24 {
    account: Account,
    /// None where this machine can speak no TLS.
    client: Option<Client>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RegisterSign<'a> {
    session_id: &'a str,
    merchant_id: i64,
    amount: i64,
    currency: &'a str,
    crc: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Register<'a> {
    merchant_id: i64,
    pos_id: i64,
    session_id: &'a str,
    amount: i64,
    currency: &'a str,
    description: String,
    email: &'a str,
    country: &'static str,
    language: &'static str,
    url_return: &'a str,
    url_status: &'a str,
    time_limit: i64,
    encoding: &'static str,
    sign: String,
}

#[derive(Deserialize)]
struct Answer<T> {
    data: T,
}

#[derive(Deserialize)]
struct Registered {
    token: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VerifySign<'a> {
    session_id: &'a str,
    order_id: i64,
    amount: i64,
    currency: &'a str,
    crc: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Verify<'a> {
    merchant_id: i64,
    pos_id: i64,
    session_id: &'a str,
    amount: i64,
    currency: &'a str,
    order_id: i64,
    sign: String,
}

#[derive(Deserialize)]
struct Verified {
    status: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Standing {
    status: i64,
    order_id: i64,
    amount: i64,
    currency: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Notification {
    merchant_id: i64,
    pos_id: i64,
    session_id: String,
    amount: i64,
    origin_amount: i64,
    currency: String,
    order_id: i64,
    method_id: i64,
    statement: String,
    sign: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NotificationSign<'a> {
    merchant_id: i64,
    pos_id: i64,
    session_id: &'a str,
    amount: i64,
    origin_amount: i64,
    currency: &'a str,
    order_id: i64,
    method_id: i64,
    statement: &'a str,
    crc: &'a str,
}

impl Standing {
    fn announced(&self, session: &str) -> Announced {
        Announced {
            session: session.to_owned(),
            order_number: self.order_id,
            amount_minor: self.amount,
            currency: self.currency.clone(),
        }
    }
}

fn sign(fields: &impl Serialize) -> String {
    let text = serde_json::to_vec(fields).unwrap_or_default();
    HEXLOWER.encode(&Sha384::digest(text))
}

impl Przelewy24 {
    pub fn new(account: Account) -> Self {
        // The second call finds it there already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .timeout(account.patience)
            .redirect(reqwest::redirect::Policy::none())
            .user_agent("Zapis")
            .build();
        if let Err(error) = &client {
            tracing::error!(%error, "this machine can not speak to the gateway");
        }
        Self {
            client: client.ok(),
            account,
        }
    }

    pub fn merchant(&self) -> i64 {
        self.account.merchant
    }

    pub fn origin(&self) -> &str {
        &self.account.origin
    }

    pub async fn register(&self, start: &Start) -> Result<String, GatewayError> {
        let account = &self.account;
        let body = Register {
            merchant_id: account.merchant,
            pos_id: account.pos,
            session_id: &start.session,
            amount: start.amount_minor,
            currency: &start.currency,
            description: start
                .description
                .chars()
                .take(LONGEST_DESCRIPTION)
                .collect(),
            email: &start.email,
            country: "PL",
            language: match start.lang {
                Lang::Pl => "pl",
                Lang::Ru | Lang::En => "en",
            },
            url_return: &start.return_to,
            url_status: &start.notify_at,
            time_limit: MINUTES_TO_PAY,
            encoding: "UTF-8",
            sign: sign(&RegisterSign {
                session_id: &start.session,
                merchant_id: account.merchant,
                amount: start.amount_minor,
                currency: &start.currency,
                crc: account.crc_key.expose_secret(),
            }),
        };
        let answer: Answer<Registered> = self
            .ask(Method::POST, "transaction/register", Some(&body))
            .await?;
        let token = answer.data.token;
        let is_token = !token.is_empty()
            && token
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !is_token {
            return Err(GatewayError::Away("an answer without a token".into()));
        }
        Ok(format!("{}/trnRequest/{token}", account.url))
    }

    pub fn take(&self, body: &[u8]) -> Result<Announced, NotBelieved> {
        let account = &self.account;
        let said: Notification =
            serde_json::from_slice(body).map_err(|_| NotBelieved::Unreadable)?;
        let expected = sign(&NotificationSign {
            merchant_id: said.merchant_id,
            pos_id: said.pos_id,
            session_id: &said.session_id,
            amount: said.amount,
            origin_amount: said.origin_amount,
            currency: &said.currency,
            order_id: said.order_id,
            method_id: said.method_id,
            statement: &said.statement,
            crc: account.crc_key.expose_secret(),
        });
        if !same(expected.as_bytes(), said.sign.to_lowercase().as_bytes()) {
            return Err(NotBelieved::Signature);
        }
        if said.merchant_id != account.merchant || said.pos_id != account.pos {
            return Err(NotBelieved::NotOurs);
        }
        Ok(Announced {
            session: said.session_id,
            order_number: said.order_id,
            amount_minor: said.amount,
            currency: said.currency,
        })
    }

    pub async fn verify(&self, announced: &Announced) -> Result<(), GatewayError> {
        let account = &self.account;
        let body = Verify {
            merchant_id: account.merchant,
            pos_id: account.pos,
            session_id: &announced.session,
            amount: announced.amount_minor,
            currency: &announced.currency,
            order_id: announced.order_number,
            sign: sign(&VerifySign {
                session_id: &announced.session,
                order_id: announced.order_number,
                amount: announced.amount_minor,
                currency: &announced.currency,
                crc: account.crc_key.expose_secret(),
            }),
        };
        let asked = self
            .ask::<Answer<Verified>>(Method::PUT, "transaction/verify", Some(&body))
            .await;
        match asked {
            Ok(answer) if answer.data.status == "success" => Ok(()),
            Ok(_) => Err(GatewayError::Refused("not verified".into())),
            // It may have been verified by us before, and the answer was lost on the way.
            Err(GatewayError::Refused(why)) if self.is_paid(announced).await? => {
                tracing::info!(why, "the gateway had verified this payment before");
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    async fn is_paid(&self, announced: &Announced) -> Result<bool, GatewayError> {
        let standing = self.standing(&announced.session).await?;
        Ok(standing.is_some_and(|standing| {
            standing.status == PAID && standing.announced(&announced.session) == *announced
        }))
    }

    pub async fn find_paid(&self, session: &str) -> Result<Option<Announced>, GatewayError> {
        let standing = self.standing(session).await?;
        let paid = standing.filter(|standing| [ADVANCED, PAID].contains(&standing.status));
        Ok(paid.map(|standing| standing.announced(session)))
    }

    /// None where nobody has come to its page yet.
    async fn standing(&self, session: &str) -> Result<Option<Standing>, GatewayError> {
        let path = format!("transaction/by/sessionId/{session}");
        let asked = self
            .ask::<Answer<Standing>>(Method::GET, &path, None::<&()>)
            .await;
        match asked {
            Ok(answer) => Ok(Some(answer.data)),
            Err(GatewayError::Refused(_)) => Ok(None),
            Err(away) => Err(away),
        }
    }

    pub async fn check(&self) -> Result<(), GatewayError> {
        self.ask::<Answer<serde_json::Value>>(Method::GET, "testAccess", None::<&()>)
            .await
            .map(drop)
    }

    /// One question; an answer of 4xx is a refusal, everything else that is no answer may pass.
    async fn ask<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> Result<T, GatewayError> {
        let away = |what: &str| GatewayError::Away(what.to_owned());
        let account = &self.account;
        let client = self.client.as_ref();
        let client = client.ok_or_else(|| away("this machine can not speak TLS"))?;
        let address = format!("{}/api/v1/{path}", account.url);
        let mut request = client
            .request(method, address)
            .basic_auth(account.pos, Some(account.api_key.expose_secret()));
        if let Some(body) = body {
            let text = serde_json::to_vec(body).map_err(|_| away("a question without words"))?;
            request = request
                .header(reqwest::header::CONTENT_TYPE, "application/json")
                .body(text);
        }
        // The address of a failed request may hold the session; it stays out of the log.
        let answer = request.send().await;
        let mut answer = answer.map_err(|error| away(&error.without_url().to_string()))?;
        let status = answer.status();
        let mut bytes = Vec::new();
        loop {
            let piece = answer.chunk().await;
            let piece = piece.map_err(|error| away(&error.without_url().to_string()))?;
            let Some(piece) = piece else { break };
            bytes.extend_from_slice(&piece);
            if bytes.len() > MOST_BYTES {
                return Err(away("an answer without end"));
            }
        }
        match status {
            status if status.is_success() => {
                serde_json::from_slice(&bytes).map_err(|_| away("an answer that is none"))
            }
            StatusCode::UNAUTHORIZED
            | StatusCode::FORBIDDEN
            | StatusCode::REQUEST_TIMEOUT
            | StatusCode::TOO_MANY_REQUESTS => Err(away(status.as_str())),
            status if status.is_client_error() => {
                Err(GatewayError::Refused(status.as_str().to_owned()))
            }
            status => Err(away(status.as_str())),
        }
    }
}
