//! `zapis admin create`: the first account of an installation, and staff who are not to wait for a page.

use std::io::BufRead;

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};
use data_encoding::BASE32_NOPAD;
use database::DbError;

use crate::accounts::store::{self, AccountRow};
use crate::accounts::{AccountState, NewAccount, OrganisationId, Role, RoleKind, actions, tokens};
use crate::app::Shared;
use crate::commands::printing::tell;
use crate::config::Config;
use crate::i18n::Lang;
use crate::random::Random;
use crate::text::{Email, clean_email, clean_name};

/// Accounts of staff.
#[derive(Debug, Subcommand)]
pub(super) enum Admin {
    /// Makes an account with a role; an account that is there already gets the role.
    Create(Create),
    /// Makes a token by which programs act as an account, with its roles, for a year.
    Token(TokenOf),
}

/// Arguments of `zapis admin create`.
#[derive(Debug, Args)]
pub struct Create {
    /// Address to sign in with.
    pub email: String,
    /// Given name and surname; pages and the log show them.
    #[arg(long, default_value = "")]
    pub name: String,
    /// Id of the organisation whose branch the role holds for; without it the whole installation.
    #[arg(long, value_name = "ID")]
    pub organisation: Option<OrganisationId>,
    /// installation_administrator, organisation_administrator, trainer, operator, accountant or support_centre; by
    /// default administrator of the installation, or of the organisation when one is named.
    #[arg(long, value_parser = role_of)]
    pub role: Option<RoleKind>,
    /// Language of pages and letters: pl, ru or en.
    #[arg(long, default_value = "pl", value_parser = lang_of)]
    pub language: Lang,
    /// Reads the password from the first line of the standard input instead of making one.
    #[arg(long)]
    pub password_stdin: bool,
}

fn role_of(code: &str) -> Result<RoleKind, String> {
    RoleKind::from_code(code).ok_or_else(|| {
        let codes: Vec<&str> = RoleKind::ALL.iter().map(|kind| kind.code()).collect();
        format!("one of {}", codes.join(", "))
    })
}

fn lang_of(code: &str) -> Result<Lang, String> {
    Lang::from_code(code).ok_or_else(|| "pl, ru or en".into())
}

/// Arguments of `zapis admin token`.
#[derive(Debug, Args)]
pub struct TokenOf {
    /// Address of the account.
    pub email: String,
    /// What the token is for; the holder sees it under this name.
    #[arg(long)]
    pub name: String,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A new account with the role.
    Made,
    /// The account was there and has the role now.
    Granted,
}

impl Admin {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let app = super::assemble(Config::load()?).await?;
        let create = match self {
            Self::Create(create) => create,
            Self::Token(wanted) => {
                let token = run_token(&app, &wanted).await;
                app.db.close().await;
                tell!("{}", token?)?;
                return Ok(());
            }
        };
        let typed = if create.password_stdin {
            let mut line = String::new();
            std::io::stdin().lock().read_line(&mut line)?;
            Some(line.trim_end_matches(['\r', '\n']).to_owned())
        } else {
            None
        };
        let password = typed.clone().unwrap_or_else(|| generated(&app.random));
        match run_create(&app, &create, &password).await? {
            Outcome::Made if typed.is_some() => tell!("Made: {}", create.email)?,
            Outcome::Made => tell!(
                "Made: {}\nPassword, shown this once: {password}\nChange it after signing in.",
                create.email
            )?,
            Outcome::Granted => tell!(
                "{} had an account and has the role now; its password is unchanged.",
                create.email
            )?,
        }
        app.db.close().await;
        Ok(())
    }
}

/// Makes a token of an account; its text is not kept.
///
/// # Errors
/// Says in a sentence what is not right: the address, the account, the name; the database refuses.
pub async fn run_token(app: &Shared, wanted: &TokenOf) -> anyhow::Result<String> {
    let email = clean_email(&wanted.email)
        .map_err(|_| anyhow::anyhow!("{:?} is not an e-mail address", wanted.email))?;
    let name = wanted.name.trim().to_owned();
    anyhow::ensure!(
        (1..=80).contains(&name.chars().count()),
        "--name has 1 to 80 characters"
    );
    let (random, now) = (app.random.clone(), app.clock.now());
    let made = app.db.write(move |tx| {
        Box::pin(async move {
            let found = tx
                .opt::<AccountRow>(store::FIND_ACCOUNT_BY_EMAIL, &[&email.key])
                .await?;
            let Some(account) = found.filter(|one| one.state() == AccountState::Active) else {
                return Ok(None);
            };
            let token = tokens::make(tx, account.id, None, &random, &name, now).await?;
            Ok::<_, DbError>(Some(token))
        })
    });
    made.await?
        .context("there is no active account with this address")
}

/// 100 random bits in groups that can be read out.
fn generated(random: &Random) -> String {
    let text = BASE32_NOPAD.encode(&random.bytes::<13>()).to_lowercase();
    let groups = [&text[..5], &text[5..10], &text[10..15], &text[15..20]];
    groups.join("-")
}

/// Makes the account, or gives the role to the one that is there.
///
/// # Errors
/// Says in a sentence what is not right: the address, the name, the password, the organisation; the role is there
/// already; the account is not active; the database refuses.
pub async fn run_create(app: &Shared, create: &Create, password: &str) -> anyhow::Result<Outcome> {
    let email = clean_email(&create.email)
        .map_err(|_| anyhow::anyhow!("{:?} is not an e-mail address", create.email))?;
    let role = wanted_role(app, create)?;
    let key = email.key.clone();
    let account = app.db.read(move |tx| {
        Box::pin(async move {
            tx.opt::<AccountRow>(store::FIND_ACCOUNT_BY_EMAIL, &[&key])
                .await
        })
    });
    match account.await? {
        Some(account) => grant(app, &account, role).await,
        None => make(app, create, email, role, password).await,
    }
}

fn wanted_role(app: &Shared, create: &Create) -> anyhow::Result<Role> {
    let branch = create.organisation;
    if let Some(id) = branch {
        app.organisations
            .current()
            .find(id)
            .with_context(|| format!("there is no organisation with the id {id}"))?;
    }
    let kind = create.role.unwrap_or(match branch {
        Some(_) => RoleKind::OrganisationAdministrator,
        None => RoleKind::InstallationAdministrator,
    });
    if kind == RoleKind::InstallationAdministrator && branch.is_some() {
        bail!("an administrator of the installation has no --organisation");
    }
    Ok(Role { kind, branch })
}

async fn grant(app: &Shared, account: &AccountRow, role: Role) -> anyhow::Result<Outcome> {
    if account.state() != AccountState::Active {
        bail!(
            "the account with this address is {}, not active",
            account.state().code()
        );
    }
    let (id, now) = (account.id, app.clock.now());
    let granted: bool = app
        .db
        .write(move |tx| {
            Box::pin(async move { actions::grant_role(tx, id, role, None, now).await })
        })
        .await?;
    if !granted {
        bail!("the account with this address has this role already; nothing was changed");
    }
    app.sessions.forget(id);
    Ok(Outcome::Granted)
}

async fn make(
    app: &Shared,
    create: &Create,
    email: Email,
    role: Role,
    password: &str,
) -> anyhow::Result<Outcome> {
    let name = match create.name.trim() {
        "" => email.typed.clone(),
        name => clean_name(name).map_err(|_| anyhow::anyhow!("--name {name:?} is not a name"))?,
    };
    let checked = app.passwords.check(password, &[&email.typed, &name]).await;
    checked.map_err(|code| {
        anyhow::anyhow!(
            "the password is refused ({code}): at least 8 characters, not easy to guess"
        )
    })?;
    let hash = app.passwords.hash(&app.random, password.to_owned()).await;
    let new = NewAccount {
        password_hash: hash.context("no memory to hash the password")?,
        email: email.typed,
        email_key: email.key,
        name,
        lang: create.language,
    };
    let now = app.clock.now();
    let made = app.db.write(move |tx| {
        Box::pin(async move {
            let Some(id) = actions::create_active(tx, &new, now).await? else {
                return Ok::<_, DbError>(false);
            };
            actions::grant_role(tx, id, role, None, now).await
        })
    });
    if made.await? {
        Ok(Outcome::Made)
    } else {
        bail!("somebody has just registered with this address; try again")
    }
}
