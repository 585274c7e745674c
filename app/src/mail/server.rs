//! `ZAPIS_SMTP_URL` in parts.

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use lettre::transport::smtp::authentication::Credentials;
use percent_encoding::percent_decode_str;
use url::Url;

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// Not at all.
    None,
    /// By STARTTLS where the server offers it, without looking at its certificate: the alternative would be no protection.
    Opportunistic,
    /// By STARTTLS with a valid certificate, or no mail is sent.
    Required,
    /// From the first byte, with a valid certificate.
    Wrapped,
}

/// A mail server.
#[derive(Clone, Debug)]
pub struct Server {
    /// Host name or address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Protection.
    pub security: Security,
    /// User and password.
    pub credentials: Option<Credentials>,
    /// PEM file of the authority that signed the server's certificate, where it is one's own.
    pub authority: Option<PathBuf>,
}

impl Server {
    /// Reads `smtp://` or `smtps://` `[user:password@]host[:port][?tls=required|none&ca=FILE]`. User and password are
    /// percent-decoded. With a password `smtp://` requires TLS unless `tls=none` is written, so that nobody in between can
    /// ask for the password in the clear. Ports: 465 for `smtps`, 587 where TLS is required, otherwise 25.
    ///
    /// # Errors
    /// What is wrong, without the address itself, since it may hold a password.
    pub fn from_url(address: &str) -> anyhow::Result<Self> {
        let url = Url::parse(address).context(
            "ZAPIS_SMTP_URL is not an address; write smtp://host or smtps://user:password@host",
        )?;
        let host = url.host_str().unwrap_or_default();
        if host.is_empty() {
            bail!("ZAPIS_SMTP_URL names no host; write smtp://host");
        }
        let credentials = credentials(&url)?;
        let mut security = match url.scheme() {
            "smtps" => Security::Wrapped,
            "smtp" if credentials.is_some() => Security::Required,
            "smtp" => Security::Opportunistic,
            other => bail!("ZAPIS_SMTP_URL begins with {other}://; write smtp:// or smtps://"),
        };
        let mut authority = None;
        for (name, value) in url.query_pairs() {
            match (&*name, &*value) {
                ("tls", "required") if security != Security::Wrapped => {
                    security = Security::Required;
                }
                ("tls", "none") if security != Security::Wrapped => security = Security::None,
                ("tls", "required") => {}
                ("ca", path) => authority = Some(PathBuf::from(path)),
                (name, _) => bail!(
                    "ZAPIS_SMTP_URL has {name}= with a value that is not known; there are tls=required, tls=none (smtp:// only) and ca=FILE"
                ),
            }
        }
        let usual = match security {
            Security::Wrapped => 465,
            Security::Required => 587,
            Security::None | Security::Opportunistic => 25,
        };
        Ok(Self {
            host: host.trim_matches(['[', ']']).to_owned(),
            port: url.port().unwrap_or(usual),
            security,
            credentials,
            authority,
        })
    }
}

fn credentials(url: &Url) -> anyhow::Result<Option<Credentials>> {
    let decode = |text| {
        percent_decode_str(text).decode_utf8().map(String::from).context(
            "user and password in ZAPIS_SMTP_URL are UTF-8, with % and two digits for special characters",
        )
    };
    Ok(match (url.username(), url.password()) {
        ("", None) => None,
        (_, None) => {
            bail!("ZAPIS_SMTP_URL has a user without a password; write smtp://user:password@host")
        }
        (user, Some(password)) => Some(Credentials::new(decode(user)?, decode(password)?)),
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]
mod tests {
    use super::*;

    fn parts(address: &str) -> (String, u16, Security, bool) {
        let server = Server::from_url(address).unwrap();
        (
            server.host,
            server.port,
            server.security,
            server.credentials.is_some(),
        )
    }

    #[test]
    fn addresses_are_read() {
        assert_eq!(
            parts("smtp://mail.example"),
            ("mail.example".into(), 25, Security::Opportunistic, false)
        );
        assert_eq!(
            parts("smtp://[::1]:2525"),
            ("::1".into(), 2525, Security::Opportunistic, false)
        );
        assert_eq!(
            parts("smtp://mail.example?tls=required"),
            ("mail.example".into(), 587, Security::Required, false)
        );
        assert_eq!(
            parts("smtp://u:p@mail.example"),
            ("mail.example".into(), 587, Security::Required, true)
        );
        assert_eq!(
            parts("smtp://u:p@mail.example?tls=none"),
            ("mail.example".into(), 25, Security::None, true)
        );
        assert_eq!(
            parts("smtps://u:p@mail.example"),
            ("mail.example".into(), 465, Security::Wrapped, true)
        );
    }

    #[test]
    fn user_and_password_are_decoded() {
        let server =
            Server::from_url("smtps://biuro%40szkola.example:za%C5%BC%3A%2F%25@mail.example")
                .unwrap();
        let expected = Credentials::new("biuro@szkola.example".into(), "zaż:/%".into());
        assert_eq!(server.credentials, Some(expected));
    }

    #[test]
    fn refusals_do_not_repeat_the_password() {
        for wrong in [
            "mail.example",
            "http://u:secret@mail.example",
            "smtp://u:secret@",
            "smtp://secret@mail.example",
            "smtp://u:secret@mail.example?tls=maybe",
            "smtps://u:secret@mail.example?tls=none",
            "smtp://u:secret@mail.example:99999",
            "smtp://u:secret%ff@mail.example",
        ] {
            let error = format!("{:#}", Server::from_url(wrong).unwrap_err());
            assert!(
                error.contains("ZAPIS_SMTP_URL") && !error.contains("secret"),
                "{error}"
            );
        }
    }
}
