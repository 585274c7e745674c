//! Mail domains that may not be used (B4): nobody registers with such an address, whoever has one is asked at every
//! sign-in to change it, and after a day that is set signs in with another.

use database::{DbError, FromRow, Row, from_row};
use jiff::civil::Date;

use super::domain_store as store;
use crate::app::App;
use crate::forms::{FieldError, Form};
use crate::text::{Email, clean_email, written_domain};

database::codes! {
    /// What holds for a domain; every other may be used.
    MailPolicy {
        /// Holders are asked at every sign-in to change.
        Warn = "warn",
        /// No new ones; holders sign in until a day that is set.
        Block = "block",
    }
}

/// What holds for a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The domain, in lower case.
    pub domain: String,
    /// What holds for it.
    pub policy: MailPolicy,
    /// The last day on which holders sign in; blocked domains have one.
    pub until: Option<Date>,
}

from_row!(Rule {
    domain,
    policy,
    until
});

/// A rule, and how many it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What holds.
    pub rule: Rule,
    /// So many accounts have such an address.
    pub holders: i64,
}

impl FromRow for Listed {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        Ok(Self {
            rule: Rule::from_row(row)?,
            holders: row.get("holders")?,
        })
    }
}

/// What somebody hears who signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing.
    Fine,
    /// The address is to be changed, until this day where one is set.
    Asked(Option<Date>),
    /// Its time is over.
    Out,
}

/// What holds for whoever has an address of this domain.
pub fn standing(rule: Option<&Rule>, today: Date) -> Standing {
    match rule {
        None => Standing::Fine,
        Some(rule) if rule.until.is_some_and(|until| until < today) => Standing::Out,
        Some(rule) => Standing::Asked(rule.until),
    }
}

/// A domain as it was typed, with or without what stands before it, in the form in which it is kept.
pub fn clean(typed: &str) -> Option<String> {
    let domain = typed.trim().rsplit('@').next()?;
    let email = clean_email(&format!("a@{domain}")).ok()?;
    Some(domain_of(&email.key).to_owned())
}

/// What stands behind the `@`.
pub fn domain_of(email: &str) -> &str {
    email.rsplit('@').next().unwrap_or_default()
}

/// What holds for the domain of an address.
///
/// # Errors
/// The database does not answer.
pub async fn rule_of(app: &App, email: &str) -> Result<Option<Rule>, DbError> {
    let domain = domain_of(email).to_lowercase();
    app.db
        .read(move |tx| Box::pin(async move { tx.opt(store::FIND_DOMAIN, &[&domain]).await }))
        .await
}

/// Refuses a new address of a domain that is blocked, beside its field.
///
/// # Errors
/// The database does not answer.
pub async fn refuse_blocked(
    app: &App,
    form: &mut Form,
    field: &'static str,
    email: &Email,
) -> Result<(), DbError> {
    let rule = rule_of(app, &email.key).await?;
    if let Some(rule) = rule.filter(|rule| rule.policy == MailPolicy::Block) {
        let domain = written_domain(&rule.domain);
        form.refuse(FieldError::new(field, "email_domain").with("domain", domain));
    }
    Ok(())
}

/// Says of a new address whose domain is only warned of that it will have to be changed, once: whoever sends the same one again
/// keeps it. `kept` is the address that was sent before.
///
/// # Errors
/// The database does not answer.
pub async fn warn_once(
    app: &App,
    form: &mut Form,
    (field, kept): (&'static str, &'static str),
    email: &Email,
) -> Result<(), DbError> {
    let rule = rule_of(app, &email.key).await?;
    let is_warned = rule.is_some_and(|rule| rule.policy == MailPolicy::Warn);
    if is_warned && form.value(kept) != email.key {
        let domain = written_domain(domain_of(&email.key));
        form.refuse(FieldError::new(field, "email_warned").with("domain", domain));
    }
    form.set_all(kept, vec![email.key.clone()]);
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_that_is_set_is_the_last_one() {
        let day = date(2026, 12, 31);
        let rule = |policy, until| Rule {
            domain: "gmail.example".into(),
            policy,
            until,
        };
        let warned = rule(MailPolicy::Warn, None);
        let blocked = rule(MailPolicy::Block, Some(day));
        assert_eq!(standing(None, day), Standing::Fine);
        assert_eq!(standing(Some(&warned), day), Standing::Asked(None));
        assert_eq!(standing(Some(&blocked), day), Standing::Asked(Some(day)));
        let after = day.tomorrow().unwrap_or(day);
        assert_eq!(standing(Some(&blocked), after), Standing::Out);
    }

    #[test]
    fn a_domain_is_read_as_people_write_it() {
        for typed in [
            "gmail.example",
            " GMAIL.example ",
            "@gmail.example",
            "ola@Gmail.Example",
        ] {
            assert_eq!(clean(typed).as_deref(), Some("gmail.example"), "{typed}");
        }
        for typed in ["", "@", "gmail", "a b.example", "%.example"] {
            assert_eq!(clean(typed), None, "{typed}");
        }
    }
}
