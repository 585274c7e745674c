//! Mail domains that may not be used: the page that asks a holder to change, and the administrator's list.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;
use jiff::civil::Date;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::sign_in::local;
use crate::accounts::domains::{self, Listed, MailPolicy, Standing};
use crate::accounts::permissions::may_set_mail_domains;
use crate::accounts::{actions, domain_store as store};
use crate::app::Shared;
use crate::clock::zone;
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::text::{TextProblem, parse_date_fields, written_domain};
use crate::web::{self, AppError, Context, Page, PostedBy, go_saying};

const HERE: &str = "/staff/mail-domains";

/// The address of the page that asks, from which one goes on to `next`.
pub(super) fn asking(next: &str) -> String {
    format!(
        "/my/profile/address?next={}",
        utf8_percent_encode(next, NON_ALPHANUMERIC)
    )
}

#[derive(Template)]
#[template(path = "accounts/address.html")]
struct AskedPage {
    page: Page,
    domain: String,
    /// The last day, in words; empty where none is set.
    until: String,
    next: String,
}

fn today(ctx: &Context) -> Date {
    ctx.now().to_zoned(zone()).date()
}

/// `GET /my/profile/address?next=`
pub(super) async fn asked(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.actor()?;
    let next = ctx.asked("next").unwrap_or_default();
    let rule = domains::rule_of(&app, &actor.email).await?;
    let Standing::Asked(until) = domains::standing(rule.as_ref(), today(&ctx)) else {
        return Ok(web::go(local(&next)));
    };
    let t = ctx.t();
    web::show(&AskedPage {
        page: ctx.page(t.get("accounts-address-title")),
        domain: written_domain(domains::domain_of(&actor.email)),
        until: until.map_or_else(String::new, |day| far_day_of(t, day)),
        next: local(&next).to_owned(),
    })
}

/// A day that may be far away, after a word that asks for the genitive.
fn far_day_of(t: Translator, day: Date) -> String {
    format!("{} {}", t.day_of(day), day.year())
}

/// A domain as the list shows it.
struct Line {
    domain: String,
    /// The same as people write it.
    written: String,
    says: String,
    /// How many have such an address.
    holders: String,
}

#[derive(Template)]
#[template(path = "accounts/mail_domains.html")]
struct ListPage {
    page: Page,
    form: Form,
    lines: Vec<Line>,
    policies: Vec<(&'static str, String)>,
}

async fn view(app: &Shared, ctx: &Context, form: Form) -> Result<ListPage, AppError> {
    let read = app
        .db
        .read_long(|tx| Box::pin(async move { tx.all::<Listed>(store::LIST_DOMAINS, &[]).await }));
    let listed = read.await.map_err(|error: DbError| error)?;
    let t = ctx.t();
    let line = |Listed { rule, holders }: Listed| Line {
        says: match rule.until {
            Some(day) => t
                .get("accounts-domains-until")
                .text("day", far_day_of(t, day))
                .to_string(),
            None => t.get("accounts-domains-warned").to_string(),
        },
        written: written_domain(&rule.domain),
        domain: rule.domain,
        holders: t
            .get("accounts-domains-holders")
            .int("count", holders)
            .to_string(),
    };
    let policy = |policy: MailPolicy| {
        let key = format!("accounts-domains-{}", policy.code());
        (policy.code(), t.get(&key).to_string())
    };
    Ok(ListPage {
        page: ctx.page(t.get("accounts-domains-title")).dense(),
        form,
        lines: listed.into_iter().map(line).collect(),
        policies: [MailPolicy::Warn, MailPolicy::Block].map(policy).into(),
    })
}

/// `GET /staff/mail-domains`
pub(super) async fn list(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    may_set_mail_domains(ctx.staff()?).ok_or(AppError::NotFound)?;
    web::show(&view(&app, &ctx, Form::new()).await?)
}

/// Whoever may go on for longer need not change.
const MOST_YEARS: i64 = 5;

/// The day after which a blocked address does not sign in any more; it lies ahead.
fn read_until(form: &mut Form, today: Date) -> Option<Date> {
    let parts = ["until_day", "until_month", "until_year"].map(|part| form.value(part));
    let far = today
        .checked_add(jiff::Span::new().years(MOST_YEARS))
        .unwrap_or(today);
    match parse_date_fields(parts[0], parts[1], parts[2], far) {
        Ok(day) if day >= today => return Some(day),
        Ok(_) => form.refuse(FieldError::new("until", "domain_past")),
        Err(TextProblem::DateInFuture) => {
            form.refuse(FieldError::new("until", "domain_far").with("years", MOST_YEARS));
        }
        Err(problem) => form.refuse(problem.on("until")),
    }
    None
}

/// `POST /staff/mail-domains`: sets a domain, or takes it back.
pub(super) async fn set(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let permit = may_set_mail_domains(&actor).ok_or(AppError::NotFound)?;
    let domain = domains::clean(form.value("domain"));
    if domain.is_none() {
        form.refuse(FieldError::new("domain", "domain"));
    }
    let is_allowed = !form.value("allow").is_empty();
    let policy = MailPolicy::from_code(form.value("policy"));
    let wanted = match policy {
        _ if is_allowed => None,
        None => {
            form.refuse(FieldError::new("policy", "choose"));
            None
        }
        Some(MailPolicy::Warn) => Some((MailPolicy::Warn, None)),
        Some(MailPolicy::Block) => Some((MailPolicy::Block, read_until(&mut form, today(&ctx)))),
    };
    let (Some(domain), true) = (domain, form.is_fine()) else {
        return web::show_refused(&view(&app, &ctx, form).await?);
    };
    let now = ctx.now();
    let write = app.db.write(move |tx| {
        Box::pin(async move { actions::set_domain(tx, &permit, &domain, wanted, now).await })
    });
    write.await.map_err(|error: DbError| error)?;
    Ok(go_saying(
        &app,
        HERE,
        if is_allowed {
            "domain-allowed"
        } else {
            "domain-set"
        },
    ))
}
