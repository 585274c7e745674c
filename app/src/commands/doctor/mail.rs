//! Whether letters can leave.

use super::{Finding, fine, mend, note};
use crate::config::Config;
use crate::mail::{Post, Server, sender};

/// Looks at the sender, and greets the mail server.
pub(super) async fn examine(config: &Config) -> Vec<Finding> {
    let mut findings = Vec::new();
    match sender(&config.mail_from) {
        Ok(from) if from.email.domain() == "localhost" => findings.push(note(
            "Letters come from an address at localhost, which most mail servers refuse: set ZAPIS_MAIL_FROM.",
        )),
        Ok(_) => findings.push(fine(format!("Letters come from {}.", config.mail_from))),
        Err(error) => findings.push(mend(
            format!("{error}."),
            "Letters can not be sent before that.",
        )),
    }
    let Some(address) = &config.smtp_url else {
        findings.push(mend(
            "ZAPIS_SMTP_URL is not set: letters wait in the queue.",
            "Name the mail server, such as smtps://user:password@mail.example.",
        ));
        return findings;
    };
    let post = Server::from_url(address)
        .and_then(|server| Post::new(server.clone()).map(|post| (server, post)));
    findings.push(match post {
        Err(error) => mend(
            format!("{error:#}."),
            "Letters can not be sent before that.",
        ),
        Ok((server, post)) => {
            let place = format!("{}:{}", server.host, server.port);
            match post.check().await {
                Ok(()) => fine(format!(
                    "The mail server {place} answers{}.",
                    if server.credentials.is_some() {
                        " and lets us in"
                    } else {
                        ""
                    }
                )),
                Err(failure) => mend(
                    format!(
                        "The mail server {place} can not be used: {}.",
                        failure.reason()
                    ),
                    advice(failure.reason()),
                ),
            }
        }
    });
    findings
}

/// What usually helps.
fn advice(reason: &str) -> &'static str {
    if reason.contains("535") || reason.contains("authentication") {
        "Check user and password in ZAPIS_SMTP_URL; special characters are written as % and two digits."
    } else if reason.contains("certificate") {
        "Write the name that the certificate is made out to, or add ca=FILE with the PEM certificate of your own authority."
    } else if reason.contains("STARTTLS") {
        "The server offers no encryption: use smtps://, or add ?tls=none when it is on this machine."
    } else {
        "Check host and port in ZAPIS_SMTP_URL, and whether a firewall lets this machine through."
    }
}
