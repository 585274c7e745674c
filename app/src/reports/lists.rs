//! The lists behind the figures.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::facts::{By, Choice, Facts, GROUP_STATES, MONEY_STATES, PERSON_STATES, Period};
use super::figures::{Maker, address, held, hours_of};
use super::pages::{administrator, facts, period};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::catalogue::editing::pages::group_state_word;
use crate::i18n::{Translator, name_key};
use crate::payments::token;
use crate::web::{AppError, Context, Page, show};

/// So many rows are on a page.
const ROWS: usize = 200;

struct Line {
    href: String,
    label: String,
    small: String,
    cells: Vec<String>,
}

#[derive(Template)]
#[template(path = "reports/list.html")]
struct List {
    page: Page,
    /// Address of the report.
    back: String,
    /// What was chosen.
    chosen: String,
    /// How many, and their sums: the figures of the report.
    sums: Vec<(String, String)>,
    first: String,
    columns: Vec<String>,
    lines: Vec<Line>,
    current: usize,
    last: usize,
    previous: String,
    next: String,
}

/// What the address asks for, and the facts of it.
struct Asked {
    facts: Facts,
    period: Period,
    choice: Choice,
    account: AccountId,
}

async fn asked(app: &Shared, context: &Context) -> Result<Asked, AppError> {
    let actor = administrator(context)?;
    let (_, period) = period(app, context, actor);
    let period = period.ok_or(AppError::NotFound)?;
    let mut only = By::ALL
        .into_iter()
        .filter_map(|by| Some((by, context.asked(by.name())?)));
    Ok(Asked {
        facts: facts(app, context, actor, period, false).await?,
        choice: Choice {
            only: only.next(),
            state: context
                .asked("state")
                .filter(|state| {
                    let known = [&GROUP_STATES[..], &PERSON_STATES, &MONEY_STATES];
                    known.iter().any(|states| states.contains(&state.as_str()))
                })
                .unwrap_or_default(),
        },
        period,
        account: actor.account_id,
    })
}

impl Asked {
    fn list(
        &self,
        context: &Context,
        name: &str,
        columns: &[&str],
        sums: Vec<(String, String)>,
        lines: Vec<Line>,
    ) -> List {
        let t = context.t();
        let make = Maker {
            t,
            facts: &self.facts,
            period: self.period,
        };
        let say = |key: &str| t.get(key).to_string();
        let state = match self.choice.state.as_str() {
            "" => String::new(),
            state => say(&format!("reports-column-{state}")),
        };
        let only = self.choice.only.as_ref();
        let only = only.map_or_else(String::new, |(by, value)| make.label(*by, value));
        let span = t.plain_period(self.period.from, self.period.to);
        let chosen: Vec<String> = [span, only, state]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let last = lines.len().div_ceil(ROWS).max(1);
        let wanted = context.asked("page").and_then(|page| page.parse().ok());
        let current = wanted.unwrap_or(1_usize).clamp(1, last);
        let to_page = |page: usize| {
            let here = address(name, self.period, &self.choice);
            if (1..=last).contains(&page) {
                format!("{here}&page={page}")
            } else {
                String::new()
            }
        };
        List {
            page: context.page(say(&format!("reports-list-{name}"))).dense(),
            back: format!(
                "/staff/reports?from={}&to={}",
                self.period.from, self.period.to
            ),
            chosen: chosen.join(" · "),
            sums,
            first: say(&format!("reports-first-{name}")),
            columns: columns
                .iter()
                .map(|name| say(&format!("reports-column-{name}")))
                .collect(),
            lines: lines
                .into_iter()
                .skip((current - 1) * ROWS)
                .take(ROWS)
                .collect(),
            previous: to_page(current - 1),
            next: to_page(current + 1),
            current,
            last,
        }
    }

    /// The group of a line in words, with its first day.
    fn group(&self, t: Translator, id: crate::catalogue::GroupId) -> String {
        let Some(group) = self.facts.group(id) else {
            return String::new();
        };
        let title = t.get("staff-group-title").text("code", &group.code);
        title.text("title", &group.title).to_string()
    }
}

fn sum(t: Translator, key: &str, number: impl std::fmt::Display) -> (String, String) {
    let label = t.get(&format!("reports-column-{key}")).to_string();
    (label, number.to_string())
}

/// Staff sees people's names here: the look leaves a trace.
async fn note(app: &Shared, context: &Context, account: AccountId) -> Result<(), AppError> {
    let now = context.now();
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let entry = audit::Entry::new(now, account, "report.look_up", "account", account.get());
            entry.write(tx).await
        })
    });
    Ok(write.await.map_err(|error: DbError| error)?)
}

/// GET /staff/reports/groups
pub(super) async fn groups(
    State(app): State<Shared>,
    context: Context,
) -> Result<Response, AppError> {
    let (asked, t) = (asked(&app, &context).await?, context.t());
    let chosen = asked.facts.groups_of(&asked.choice);
    let (places, hours) = held(&chosen);
    let sums = vec![
        sum(t, "groups", chosen.len()),
        sum(t, "places", places),
        sum(t, "hours", hours),
    ];
    let tree = app.organisations.current();
    let line = |one: &&super::report_store::GroupFact| {
        let day = asked.facts.day(one.id);
        let home = tree.find(one.organisation_id);
        Line {
            href: format!("/staff/groups/{}", one.id),
            label: asked.group(t, one.id),
            small: home.map_or_else(String::new, |home| home.name.clone()),
            cells: vec![
                day.map_or_else(String::new, |day| t.date(day)),
                one.subject.clone(),
                group_state_word(t, one.state).1,
                one.capacity.to_string(),
                one.teaching_hours.to_string(),
            ],
        }
    };
    let lines = chosen.iter().map(line).collect();
    let columns = ["first-day", "subject", "state", "places", "hours"];
    show(&asked.list(&context, "groups", &columns, sums, lines))
}

/// GET /staff/reports/people
pub(super) async fn people(
    State(app): State<Shared>,
    context: Context,
) -> Result<Response, AppError> {
    let (asked, t) = (asked(&app, &context).await?, context.t());
    note(&app, &context, asked.account).await?;
    let mut chosen = asked.facts.people_of(&asked.choice);
    chosen.sort_by_cached_key(|one| {
        let name = [&one.surname, &one.given_name].map(|name| name_key(t.lang(), name));
        (name, one.id.get())
    });
    let sums = vec![
        sum(t, "people", chosen.len()),
        sum(t, "person-hours", hours_of(&asked.facts, &chosen)),
    ];
    let line = |one: &&super::report_store::PersonFact| {
        let key = format!("staff-enrolment-state-{}", one.state.code());
        Line {
            href: format!("/staff/enrolments/{}", one.id),
            label: format!("{} {}", one.surname, one.given_name),
            small: one.workplace.clone(),
            cells: vec![
                asked.group(t, one.group_id),
                t.get(&key).to_string(),
                hours_of(&asked.facts, &[*one]).to_string(),
            ],
        }
    };
    let lines = chosen.iter().map(line).collect();
    let columns = ["group", "state", "person-hours"];
    show(&asked.list(&context, "people", &columns, sums, lines))
}

/// GET /staff/reports/charges
pub(super) async fn charges(
    State(app): State<Shared>,
    context: Context,
) -> Result<Response, AppError> {
    let (asked, t) = (asked(&app, &context).await?, context.t());
    note(&app, &context, asked.account).await?;
    let chosen = asked.facts.charges_of(&asked.choice);
    let mut sums = vec![sum(t, "charges", chosen.len())];
    for currency in asked.facts.values(By::Currency) {
        let of_it = chosen.iter().filter(|(one, _)| one.currency == currency);
        let amount: i64 = of_it.map(|(_, amount)| amount).sum();
        sums.push(sum(t, "counted", t.money(amount, &currency)));
    }
    let line = |(one, counted): &(&super::report_store::ChargeFact, i64)| {
        let key = format!("payments-state-{}", one.state.code());
        Line {
            href: format!("/staff/payments/charges/{}", one.id),
            label: format!("{} {}", one.surname, one.given_name),
            small: token::title_of(one.id),
            cells: vec![
                asked.group(t, one.group_id),
                t.get(&key).to_string(),
                t.date(one.due_on),
                t.money(one.amount_minor, &one.currency),
                t.money(*counted, &one.currency),
            ],
        }
    };
    let lines = chosen.iter().map(line).collect();
    let columns = ["group", "state", "due-on", "amount", "counted"];
    show(&asked.list(&context, "charges", &columns, sums, lines))
}
