//! `zapis certificate verify`: checks a certificate without a network.

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use certificate_press::code::{self, Claims, CodeError};
use clap::{Args, Subcommand};
use ed25519_dalek::VerifyingKey;

use crate::certificates::rules::public_number;
use crate::certificates::{Certificate, CertificateState, signing, store};
use crate::commands::printing::tell;
use crate::config::Config;
use crate::random::Random;
use crate::secrets::RootKey;

#[derive(Debug, Args)]
pub(super) struct CertificateCommand {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Says whether a certificate is genuine. Exit status 1 when it is not.
    Verify(Verify),
}

#[derive(Debug, Args)]
struct Verify {
    /// The PDF, or what its QR code holds: the whole address, or the code alone.
    certificate: String,
    /// Public key of the installation that issued it, as /verify/key shows it, or a file with it. Without it the key of
    /// this installation is used.
    #[arg(long, conflicts_with = "database")]
    key: Option<String>,
    /// Name on the paper; refuses when the certificate was issued to another one.
    #[arg(long)]
    name: Option<String>,
    /// Also asks the register of this installation's database whether it was replaced or revoked.
    #[arg(long)]
    database: bool,
}

impl CertificateCommand {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let Verb::Verify(verify) = self.verb;
        let key = match &verify.key {
            Some(key) => read_key(key)?,
            None => own_key(&Config::load()?)?,
        };
        let claims = verify.claims(&key)?;
        tell!("Number: {}", claims.number())?;
        tell!("Title:  {}", claims.title())?;
        tell!("Date:   {}", claims.issued_on())?;
        if let Some(name) = &verify.name {
            if !claims.is_held_by(name) {
                bail!("not valid: it was not issued to {name}");
            }
            tell!("Name:   {name}")?;
        }
        if verify.database {
            ask_register(&claims).await?;
        }
        tell!("Genuine: the signature fits. Compare number, title and date with the paper.")?;
        if verify.name.is_none() {
            tell!("Not compared: the name. Give it with --name as it is printed.")?;
        }
        if !verify.database {
            tell!("Not asked: whether it was replaced or revoked. The page /verify says so.")?;
        }
        Ok(())
    }
}

impl Verify {
    fn claims(&self, key: &VerifyingKey) -> anyhow::Result<Claims> {
        let path = PathBuf::from(&self.certificate);
        let read = if path.is_file() {
            let bytes = std::fs::read(&path);
            let bytes = bytes.with_context(|| format!("cannot read {}", path.display()))?;
            signing::read_document(key, &bytes)
        } else {
            code::verify(key, &self.certificate)
        };
        read.map_err(|error| match error {
            CodeError::NotACode => anyhow::anyhow!(
                "not valid: it holds no signed code, or several, and no file has this name"
            ),
            other => anyhow::anyhow!("not valid: {other}"),
        })
    }
}

fn read_key(text: &str) -> anyhow::Result<VerifyingKey> {
    let from_file = std::fs::read_to_string(text).ok();
    signing::read_public_key(from_file.as_deref().unwrap_or(text))
        .context("--key takes 64 hexadecimal digits, or a file that holds them")
}

/// The key file is read, never made: a new key would call every certificate false.
fn own_key(config: &Config) -> anyhow::Result<VerifyingKey> {
    let path = &config.secret_key_file;
    if !path.is_file() {
        bail!(
            "there is no key file {}; name the installation's public key with --key",
            path.display()
        );
    }
    let root = RootKey::load_or_create(path, &Random::System)?;
    Ok(signing::signing_key(&root).verifying_key())
}

async fn ask_register(claims: &Claims) -> anyhow::Result<()> {
    let (number, year) = claims
        .number()
        .split_once('/')
        .and_then(|(number, year)| Some((number.parse().ok()?, year.parse().ok()?)))
        .context("the number in the code is not one of a register")?;
    let number = public_number(claims.organisation(), number, year);
    let db = super::open(&Config::load()?).await?;
    let found: Result<Option<Certificate>, database::DbError> = db
        .read(move |tx| Box::pin(async move { tx.opt(store::FIND_BY_NUMBER, &[&number]).await }))
        .await;
    match found?.map(|certificate| certificate.state) {
        Some(CertificateState::Issued) => Ok(()),
        Some(CertificateState::Reissued) => bail!("not valid: it was replaced by a later one"),
        Some(CertificateState::Revoked) => bail!("not valid: it was revoked"),
        None => bail!("the signature fits, but the register does not have this number"),
    }
}
