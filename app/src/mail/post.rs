//! The way to the mail server: a few connections, kept while there is something to send.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use lettre::address::Envelope;
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::Mechanism;
use lettre::transport::smtp::client::{
    AsyncSmtpConnection, Certificate, TlsParameters, TlsParametersBuilder,
};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};

use super::{Security, Server};

/// One letter takes no longer than this, connecting included.
const PATIENCE: Duration = Duration::from_mins(1);
/// Servers close connections that are idle; a younger one is tried.
const KEPT: Duration = Duration::from_secs(20);
const MOST_KEPT: usize = 4;
const MECHANISMS: [Mechanism; 2] = [Mechanism::Plain, Mechanism::Login];

/// Why a letter was not taken. The texts are for staff and may name addresses, so they stay out of logs.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The server refuses this letter for good.
    #[error("refused: {0}")]
    Refused(String),
    /// The server does not take this letter now.
    #[error("not now: {0}")]
    Postponed(String),
    /// The server does not answer, or not to us: other letters would fare no better.
    #[error("the mail server is not to be had: {0}")]
    Unreachable(String),
}

impl Failure {
    /// The reason, as staff reads it.
    pub fn reason(&self) -> &str {
        match self {
            Self::Refused(reason) | Self::Postponed(reason) | Self::Unreachable(reason) => reason,
        }
    }

    /// A failure of the conversation before a recipient was named.
    fn ours(error: &SmtpError) -> Self {
        Self::Unreachable(error.to_string())
    }

    /// A failure after the sender was accepted.
    fn of_letter(error: &SmtpError) -> Self {
        let text = error.to_string();
        let code = error.status().map(u16::from);
        // 421 closes the connection. Other silences are met when the connection breaks.
        if code == Some(421) || code.is_none() {
            return Self::Unreachable(text);
        }
        // "Authentication required" and "relaying denied" are about us: mending the settings saves these letters.
        let about_us = code == Some(530) || text.contains("5.7.");
        if error.is_permanent() && !about_us {
            Self::Refused(text)
        } else {
            Self::Postponed(text)
        }
    }
}

struct Kept {
    connection: AsyncSmtpConnection,
    since: Instant,
}

/// Hands messages to one mail server; several at a time may be under way.
pub struct Post {
    server: Server,
    tls: Option<TlsParameters>,
    name: ClientId,
    patience: Duration,
    kept: Mutex<Vec<Kept>>,
}

impl std::fmt::Debug for Post {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Post")
            .field("server", &self.server)
            .finish_non_exhaustive()
    }
}

impl Post {
    /// The way to this server; connects with the first letter.
    ///
    /// # Errors
    /// The authority's file can not be read or is not PEM, or the host's name can not stand in a certificate.
    pub fn new(server: Server) -> anyhow::Result<Self> {
        Ok(Self {
            tls: tls_of(&server)?,
            server,
            name: ClientId::default(),
            patience: PATIENCE,
            kept: Mutex::default(),
        })
    }

    /// The same with another patience for one letter.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Sends one message.
    ///
    /// # Errors
    /// [`Failure`]; a server that does not answer in time is [`Failure::Unreachable`].
    pub async fn send(&self, envelope: &Envelope, message: &[u8]) -> Result<(), Failure> {
        tokio::time::timeout(self.patience, self.send_patiently(envelope, message))
            .await
            .unwrap_or_else(|_elapsed| Err(self.too_slow()))
    }

    /// Greets the server and signs in, without sending anything.
    ///
    /// # Errors
    /// [`Failure::Unreachable`].
    pub async fn check(&self) -> Result<(), Failure> {
        let greeted = async {
            let mut connection = self.connect().await?;
            let _ = connection.quit().await;
            Ok(())
        };
        tokio::time::timeout(self.patience, greeted)
            .await
            .unwrap_or_else(|_elapsed| Err(self.too_slow()))
    }

    fn too_slow(&self) -> Failure {
        Failure::Unreachable(format!(
            "{} did not answer within {} s",
            self.server.host,
            self.patience.as_secs_f32()
        ))
    }

    async fn send_patiently(&self, envelope: &Envelope, message: &[u8]) -> Result<(), Failure> {
        // A kept connection may have been closed by the server meanwhile: then a new one is made.
        let mut kept = self.take_kept();
        if let Some(connection) = &mut kept
            && begin(connection, envelope).await.is_err()
        {
            kept = None;
        }
        let mut connection = if let Some(connection) = kept {
            connection
        } else {
            let mut connection = self.connect().await?;
            begin(&mut connection, envelope).await?;
            connection
        };
        let outcome = hand_over(&mut connection, envelope, message).await;
        let is_usable = match &outcome {
            Ok(()) => true,
            Err(Failure::Unreachable(_)) => false,
            Err(_) => connection.command(Rset).await.is_ok(),
        };
        if is_usable {
            self.keep(connection);
        }
        outcome
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Failure> {
        let (server, tls) = (&self.server, self.tls.clone());
        let wrapping = tls.clone().filter(|_| server.security == Security::Wrapped);
        let place = (server.host.as_str(), server.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(place, None, &self.name, wrapping, None)
                .await
                .map_err(|error| Failure::ours(&error))?;
        match (server.security, tls) {
            (Security::Required, Some(tls)) => connection
                .starttls(tls, &self.name)
                .await
                .map_err(|error| Failure::ours(&error))?,
            (Security::Opportunistic, Some(tls)) if connection.can_starttls() => connection
                .starttls(tls, &self.name)
                .await
                .map_err(|error| Failure::ours(&error))?,
            _ => {}
        }
        if let Some(credentials) = &server.credentials {
            connection
                .auth(&MECHANISMS, credentials)
                .await
                .map_err(|error| Failure::ours(&error))?;
        }
        Ok(connection)
    }

    fn take_kept(&self) -> Option<AsyncSmtpConnection> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|kept| kept.since.elapsed() < KEPT);
        kept.pop().map(|kept| kept.connection)
    }

    fn keep(&self, connection: AsyncSmtpConnection) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < MOST_KEPT {
            kept.push(Kept {
                connection,
                since: Instant::now(),
            });
        }
    }
}

fn tls_of(server: &Server) -> anyhow::Result<Option<TlsParameters>> {
    if server.security == Security::None {
        return Ok(None);
    }
    let mut builder = TlsParametersBuilder::new(server.host.clone());
    if server.security == Security::Opportunistic {
        builder = builder
            .dangerous_accept_invalid_certs(true)
            .dangerous_accept_invalid_hostnames(true);
    }
    if let Some(path) = &server.authority {
        let pem = std::fs::read(path)
            .with_context(|| format!("cannot read {} (ca= in ZAPIS_SMTP_URL)", path.display()))?;
        let authority = Certificate::from_pem(&pem).with_context(|| {
            format!(
                "{} is not a PEM certificate (ca= in ZAPIS_SMTP_URL)",
                path.display()
            )
        })?;
        builder = builder.add_root_certificate(authority);
    }
    builder
        .build()
        .map(Some)
        .context("the certificates for ZAPIS_SMTP_URL can not be used")
}

fn has_foreign_letters(envelope: &Envelope) -> bool {
    let addresses = envelope.to().iter().chain(envelope.from());
    addresses
        .into_iter()
        .any(|address| !AsRef::<str>::as_ref(address).is_ascii())
}

async fn begin(connection: &mut AsyncSmtpConnection, envelope: &Envelope) -> Result<(), Failure> {
    let mut options = Vec::new();
    if has_foreign_letters(envelope) {
        if !connection
            .server_info()
            .supports_feature(Extension::SmtpUtfEight)
        {
            return Err(Failure::Refused(
                "the address has letters that the mail server does not know".to_owned(),
            ));
        }
        options.push(MailParameter::SmtpUtfEight);
    }
    connection
        .command(Mail::new(envelope.from().cloned(), options))
        .await
        .map(drop)
        .map_err(|error| Failure::ours(&error))
}

async fn hand_over(
    connection: &mut AsyncSmtpConnection,
    envelope: &Envelope,
    message: &[u8],
) -> Result<(), Failure> {
    for recipient in envelope.to() {
        connection
            .command(Rcpt::new(recipient.clone(), Vec::new()))
            .await
            .map_err(|error| Failure::of_letter(&error))?;
    }
    connection
        .command(Data)
        .await
        .map_err(|error| Failure::of_letter(&error))?;
    connection
        .message(message)
        .await
        .map(drop)
        .map_err(|error| Failure::of_letter(&error))
}
