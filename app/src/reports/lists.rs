//! The lists behind the figures.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::facts::{By, Choice, Facts, GROUP_STATES, MONEY_STATES, PERSON_STATES, Period};
use super::figures::{Maker, held, hours_of, humans};
use super::pages::{administrator, facts, period};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::catalogue::editing::pages::group_state_word;
use crate::i18n::{Translator, name_key};
use crate::payments::token;
use crate::staff_tables::views::{Place, REPORT_CHARGES, REPORT_GROUPS, REPORT_PEOPLE, kept};
use crate::staff_tables::{Cell, Column, Listing, Pager, Row, Table, Taken};
use crate::web::{AppError, Context, Page, show};

/// So many rows are on a page.
const ROWS: usize = 200;

#[derive(Template)]
#[template(path = "reports/list.html")]
struct ListPage {
    page: Page,
    /// Address of the report.
    back: String,
    /// What was chosen.
    chosen: String,
    /// How many, and their sums: the figures of the report.
    sums: Vec<(String, String)>,
    list: Listing,
}

/// What the address asks for, and the facts of it.
struct Asked {
    facts: Facts,
    period: Period,
    choice: Choice,
    account: AccountId,
}

/// What a list can be chosen by.
struct Ways {
    by: &'static [By],
    states: &'static [&'static str],
}

const OF_GROUPS: Ways = Ways {
    by: &[By::Subject, By::Month],
    states: &GROUP_STATES,
};
const OF_PEOPLE: Ways = Ways {
    by: &[By::Subject, By::Month, By::Workplace, By::Stage],
    states: &PERSON_STATES,
};
const OF_CHARGES: Ways = Ways {
    by: &[By::Subject, By::Month, By::Currency],
    states: &MONEY_STATES,
};

async fn asked(app: &Shared, context: &Context, ways: Ways) -> Result<Asked, AppError> {
    let actor = administrator(context)?;
    let (_, period) = period(app, context, actor);
    let period = period.ok_or(AppError::NotFound)?;
    let only = ways.by.iter();
    let only = only.filter_map(|by| Some((*by, context.asked(by.name())?)));
    let state = context.asked("state");
    let state = state.filter(|state| ways.states.contains(&state.as_str()));
    Ok(Asked {
        facts: facts(app, context, actor, period, false).await?,
        choice: Choice {
            only: only.collect(),
            state: state.unwrap_or_default(),
        },
        period,
        account: actor.account_id,
    })
}

impl Asked {
    /// The page of a list, or the file of it.
    async fn shown(
        &self,
        app: &Shared,
        context: &Context,
        place: &'static Place,
        sums: Vec<(String, String)>,
        (table, pager): (Table, Pager),
    ) -> Result<Response, AppError> {
        let t = context.t();
        let make = Maker {
            t,
            facts: &self.facts,
            period: self.period,
        };
        let list = Listing::new(context, table, pager);
        if let Some(file) = list.file(context)? {
            return Ok(file);
        }
        let say = |key: &str| t.get(key).to_string();
        let state = match self.choice.state.as_str() {
            "" => String::new(),
            state => say(&format!("reports-column-{state}")),
        };
        let only = self.choice.only.iter();
        let only = only.map(|(by, value)| make.label(*by, value));
        let span = t.plain_period(self.period.from, self.period.to);
        let chosen: Vec<String> = std::iter::once(span)
            .chain(only)
            .chain([state])
            .filter(|part| !part.is_empty())
            .collect();
        show(&ListPage {
            page: context.page(say(place.title)).dense(),
            back: format!(
                "/staff/reports?from={}&to={}",
                self.period.from, self.period.to
            ),
            chosen: chosen.join(" · "),
            sums,
            list: list.kept(kept(app, context, place).await?),
        })
    }

    /// What a file of a list is called.
    fn name(&self, list: &str) -> String {
        format!("report-{list}-{}-{}", self.period.from, self.period.to)
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

/// The columns of a list; the second line of the first has a head of its own in files.
fn columns(t: Translator, list: &str, second: &str, rest: &[&str]) -> Vec<Column> {
    let first = Column::new(t.get(&format!("reports-first-{list}")));
    let rest = rest.iter().map(|name| match *name {
        "currency" => Column::of_files(t.get("payments-column-currency")),
        name => Column::new(t.get(&format!("reports-column-{name}"))),
    });
    std::iter::once(first.and(t.get(second)))
        .chain(rest)
        .collect()
}

fn sum(t: Translator, key: &str, number: impl std::fmt::Display) -> (String, String) {
    let label = t.get(&format!("reports-column-{key}")).to_string();
    (label, number.to_string())
}

/// Staff sees people's names here: the look leaves a trace.
async fn note(
    app: &Shared,
    context: &Context,
    account: AccountId,
    rows: usize,
) -> Result<(), AppError> {
    let now = context.now();
    let action = Taken::action(context, "report.look_up", "report.download_list");
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let entry = audit::Entry::new(now, account, action, "account", account.get());
            entry.write_with_rows(tx, rows).await
        })
    });
    Ok(write.await.map_err(|error: DbError| error)?)
}

/// GET /staff/reports/groups
pub(super) async fn groups(
    State(app): State<Shared>,
    context: Context,
) -> Result<Response, AppError> {
    let (asked, t) = (asked(&app, &context, OF_GROUPS).await?, context.t());
    let chosen = asked.facts.groups_of(&asked.choice);
    let (places, hours) = held(&chosen);
    let sums = vec![
        sum(t, "groups", chosen.len()),
        sum(t, "places", places),
        sum(t, "hours", hours),
    ];
    let tree = app.organisations.current();
    let row = |one: &&super::report_store::GroupFact| {
        let day = asked.facts.day(one.id);
        let home = tree.find(one.organisation_id);
        let cells = vec![
            Cell::new(asked.group(t, one.id))
                .and(home.map_or("", |home| home.name.as_str()))
                .to(format!("/staff/groups/{}", one.id)),
            day.map_or_else(|| Cell::new(""), |day| Cell::day(t, day)),
            Cell::new(&one.subject),
            Cell::new(group_state_word(t, one.state).1),
            Cell::number(one.capacity),
            Cell::number(one.teaching_hours),
        ];
        Row::new(one.id, cells)
    };
    let pager = Pager::of(&context, chosen.len(), ROWS);
    let rows = pager.pick(&chosen).iter().map(row);
    let heads = ["first-day", "subject", "state", "places", "hours"];
    let columns = columns(t, "groups", "staff-organisation", &heads);
    let table = Table::new(
        asked.name("groups"),
        t.get("reports-list-groups"),
        columns,
        rows,
    );
    let shown = asked.shown(&app, &context, REPORT_GROUPS, sums, (table, pager));
    shown.await
}

/// GET /staff/reports/people
pub(super) async fn people(
    State(app): State<Shared>,
    context: Context,
) -> Result<Response, AppError> {
    let (asked, t) = (asked(&app, &context, OF_PEOPLE).await?, context.t());
    let mut chosen = asked.facts.people_of(&asked.choice);
    note(&app, &context, asked.account, chosen.len()).await?;
    chosen.sort_by_cached_key(|one| {
        let name = [&one.surname, &one.given_name].map(|name| name_key(t.lang(), name));
        (name, one.id.get())
    });
    let sums = vec![
        sum(t, "enrolments", chosen.len()),
        sum(t, "people", humans(&chosen)),
        sum(t, "person-hours", hours_of(&asked.facts, &chosen)),
    ];
    let row = |one: &&super::report_store::PersonFact| {
        let key = format!("staff-enrolment-state-{}", one.state.code());
        let hours = hours_of(&asked.facts, &[*one]);
        let cells = vec![
            Cell::new(format!("{} {}", one.surname, one.given_name))
                .and(&one.workplace)
                .to(format!("/staff/enrolments/{}", one.id)),
            Cell::new(asked.group(t, one.group_id)),
            Cell::new(t.get(&key)),
            Cell::number(hours),
        ];
        Row::new(one.id, cells)
    };
    let pager = Pager::of(&context, chosen.len(), ROWS);
    let rows = pager.pick(&chosen).iter().map(row);
    let heads = ["group", "state", "person-hours"];
    let columns = columns(t, "people", "staff-participant-workplace", &heads);
    let table = Table::new(
        asked.name("people"),
        t.get("reports-list-people"),
        columns,
        rows,
    );
    let shown = asked.shown(&app, &context, REPORT_PEOPLE, sums, (table, pager));
    shown.await
}

/// GET /staff/reports/charges
pub(super) async fn charges(
    State(app): State<Shared>,
    context: Context,
) -> Result<Response, AppError> {
    let (asked, t) = (asked(&app, &context, OF_CHARGES).await?, context.t());
    let chosen = asked.facts.charges_of(&asked.choice);
    note(&app, &context, asked.account, chosen.len()).await?;
    let mut sums = vec![sum(t, "charges", chosen.len())];
    for currency in asked.facts.values(By::Currency) {
        let of_it = chosen.iter().filter(|(one, _)| one.currency == currency);
        let amount: i64 = of_it.map(|(_, amount)| amount).sum();
        sums.push(sum(t, "counted", t.money(amount, &currency)));
    }
    let row = |(one, counted): &(&super::report_store::ChargeFact, i64)| {
        let key = format!("payments-state-{}", one.state.code());
        let cells = vec![
            Cell::new(format!("{} {}", one.surname, one.given_name))
                .and(token::title_of(one.id))
                .to(format!("/staff/payments/charges/{}", one.id)),
            Cell::new(asked.group(t, one.group_id)),
            Cell::new(t.get(&key)),
            Cell::day(t, one.due_on),
            Cell::money(t, one.amount_minor, &one.currency),
            Cell::money(t, *counted, &one.currency),
            Cell::new(&one.currency),
        ];
        Row::new(one.id, cells)
    };
    let pager = Pager::of(&context, chosen.len(), ROWS);
    let rows = pager.pick(&chosen).iter().map(row);
    let heads = ["group", "state", "due-on", "amount", "counted", "currency"];
    let columns = columns(t, "charges", "payments-transfer-title", &heads);
    let table = Table::new(
        asked.name("charges"),
        t.get("reports-list-charges"),
        columns,
        rows,
    );
    let shown = asked.shown(&app, &context, REPORT_CHARGES, sums, (table, pager));
    shown.await
}
