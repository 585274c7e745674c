//! The tables of a report, for the page and for the sheet alike.

use std::collections::BTreeSet;
use std::iter;

use super::facts::{By, Choice, Facts, GROUP_STATES, MONEY_STATES, PERSON_STATES, Period};
use crate::catalogue::GroupState;
use crate::enrolment::EnrolmentState;
use crate::i18n::{Lang, Translator, name_key};
use crate::tables::{Cell, Sheet};

/// One figure, and the list that it counts.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    pub text: String,
    pub cell: Cell,
    pub href: String,
}

/// One row.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub label: String,
    pub figures: Vec<Figure>,
}

/// One table.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub heading: String,
    /// What the rows are.
    pub first: String,
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
    /// The sum of all rows.
    pub total: Option<Row>,
}

impl Table {
    /// The same for a workbook, where it is the sheet of this number.
    pub fn sheet(self, number: usize) -> Sheet {
        let rows = self.rows.into_iter().chain(self.total).map(|row| {
            let figures = row.figures.into_iter().map(|figure| figure.cell);
            iter::once(row.label.into()).chain(figures).collect()
        });
        Sheet {
            name: format!("{number} {}", self.heading),
            heads: iter::once(self.first).chain(self.columns).collect(),
            rows: rows.collect(),
        }
    }
}

/// What it takes to make tables.
#[derive(Clone, Copy, Debug)]
pub(super) struct Maker<'a> {
    pub t: Translator,
    pub facts: &'a Facts,
    pub period: Period,
}

/// The address of a list of what a choice holds.
pub(super) fn address(list: &str, period: Period, choice: &Choice) -> String {
    let (from, to) = (period.from.to_string(), period.to.to_string());
    let mut pairs = vec![("from", from.as_str()), ("to", to.as_str())];
    for (by, value) in &choice.only {
        pairs.push((by.name(), value));
    }
    if !choice.state.is_empty() {
        pairs.push(("state", &choice.state));
    }
    let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
    format!("/staff/reports/{list}?{query}")
}

/// A mean in hundredths as people write it.
pub(super) fn mean_words(lang: Lang, mean: usize) -> String {
    let point = if lang == Lang::En { '.' } else { ',' };
    format!("{}{point}{:02}", mean / 100, mean % 100)
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl Maker<'_> {
    /// Every table, in the order of the page.
    pub fn tables(&self) -> Vec<Table> {
        vec![
            self.table("offer", By::Subject, offer),
            self.table("offer", By::Month, offer),
            self.table("people", By::Subject, people),
            self.table("people", By::Month, people),
            self.table("people", By::Workplace, people),
            self.table("people", By::Stage, people),
            self.money(),
            self.surveys(),
        ]
    }

    fn say(&self, key: &str) -> String {
        self.t.get(key).to_string()
    }

    /// The word of a value by which rows differ.
    pub fn label(&self, by: By, value: &str) -> String {
        match by {
            By::Month => match value.split_once('-') {
                Some((year, month)) => format!("{month}.{year}"),
                None => value.to_owned(),
            },
            _ if value.is_empty() => self.say("reports-not-given"),
            By::Workplace => self.facts.workplace(value).to_owned(),
            _ => value.to_owned(),
        }
    }

    fn table(&self, what: &str, by: By, figures: fn(&Maker<'_>, &Choice) -> Vec<Figure>) -> Table {
        let columns: &[&str] = if what == "offer" {
            &["groups", "finished", "cancelled", "places", "hours"]
        } else {
            &[
                "enrolments",
                "completed",
                "not_completed",
                "people",
                "person-hours",
            ]
        };
        let row = |value: String| Row {
            label: self.label(by, &value),
            figures: figures(
                self,
                &Choice {
                    only: vec![(by, value)],
                    state: String::new(),
                },
            ),
        };
        let mut values = self.facts.values(by);
        if by != By::Month {
            values.sort_by_cached_key(|value| name_key(self.t.lang(), &self.label(by, value)));
        }
        let rows: Vec<Row> = values.into_iter().map(row).collect();
        Table {
            heading: self.say(&format!("reports-{what}-by-{}", by.name())),
            first: self.say(&format!("reports-by-{}", by.name())),
            columns: self.columns(columns),
            total: (rows.len() > 1).then(|| Row {
                label: self.say("reports-total"),
                figures: figures(self, &Choice::default()),
            }),
            rows,
        }
    }

    fn columns(&self, names: &[&str]) -> Vec<String> {
        let columns = names.iter();
        columns
            .map(|name| self.say(&format!("reports-column-{name}")))
            .collect()
    }

    fn figure(&self, list: &str, choice: &Choice, number: i64) -> Figure {
        Figure {
            text: number.to_string(),
            cell: Cell::Number(number),
            href: address(list, self.period, choice),
        }
    }

    fn money(&self) -> Table {
        let row = |currency: String| {
            let figure = |state: &&str| {
                let choice = Choice {
                    only: vec![(By::Currency, currency.clone())],
                    state: (*state).to_owned(),
                };
                let sum: i64 = self.facts.charges_of(&choice).iter().map(|one| one.1).sum();
                Figure {
                    text: self.t.money(sum, &currency),
                    cell: Cell::Hundredths(sum),
                    href: address("charges", self.period, &choice),
                }
            };
            Row {
                label: currency.clone(),
                figures: MONEY_STATES.iter().map(figure).collect(),
            }
        };
        Table {
            heading: self.say("reports-money"),
            first: self.say("reports-by-currency"),
            columns: self.columns(&["charged", "booked", "open", "overdue", "waived", "refund"]),
            rows: self
                .facts
                .values(By::Currency)
                .into_iter()
                .map(row)
                .collect(),
            total: None,
        }
    }

    /// Each group whose answers are shown; the figures lead to the group's own results.
    fn surveys(&self) -> Table {
        let row = |one: &crate::surveys::averages::Average| {
            let (group, mean) = (self.facts.group(one.group_id)?, one.mean()?);
            let href = format!("/staff/groups/{}/survey", one.group_id);
            let title = self.t.get("staff-group-title").text("code", &group.code);
            Some(Row {
                label: title.text("title", &group.title).to_string(),
                figures: vec![
                    Figure {
                        text: one.people.to_string(),
                        cell: Cell::Number(whole(one.people)),
                        href: href.clone(),
                    },
                    Figure {
                        text: mean_words(self.t.lang(), mean),
                        cell: Cell::Hundredths(whole(mean)),
                        href,
                    },
                ],
            })
        };
        Table {
            heading: self.say("reports-surveys"),
            first: self.say("reports-group"),
            columns: self.columns(&["answers", "mean"]),
            rows: self.facts.averages.iter().filter_map(row).collect(),
            total: None,
        }
    }
}

/// Groups by state; places and hours of those that were not called off.
fn offer(make: &Maker<'_>, choice: &Choice) -> Vec<Figure> {
    let of = |state: &str| Choice {
        state: state.to_owned(),
        ..choice.clone()
    };
    let counts = GROUP_STATES.iter().map(|state| {
        let chosen = of(state);
        make.figure(
            "groups",
            &chosen,
            whole(make.facts.groups_of(&chosen).len()),
        )
    });
    let mut figures: Vec<Figure> = counts.collect();
    let all = make.facts.groups_of(choice);
    let (places, hours) = held(&all);
    figures.push(make.figure("groups", choice, places));
    figures.push(make.figure("groups", choice, hours));
    figures
}

/// Places and teaching hours of groups, without those that were called off.
pub(super) fn held(groups: &[&super::report_store::GroupFact]) -> (i64, i64) {
    let held = groups
        .iter()
        .filter(|one| one.state != GroupState::Cancelled);
    held.fold((0, 0), |(places, hours), one| {
        (places + one.capacity, hours + one.teaching_hours)
    })
}

/// Enrolments by result, whose they are, and the hours of those that were completed.
fn people(make: &Maker<'_>, choice: &Choice) -> Vec<Figure> {
    let of = |state: &str| Choice {
        state: state.to_owned(),
        ..choice.clone()
    };
    let counts = PERSON_STATES.iter().map(|state| {
        let chosen = of(state);
        make.figure(
            "people",
            &chosen,
            whole(make.facts.people_of(&chosen).len()),
        )
    });
    let mut figures: Vec<Figure> = counts.collect();
    let all = make.facts.people_of(choice);
    figures.push(make.figure("people", choice, humans(&all)));
    let completed = of("completed");
    let hours = hours_of(make.facts, &make.facts.people_of(&completed));
    figures.push(make.figure("people", &completed, hours));
    figures
}

/// How many human beings: who takes part in two groups is one.
pub(super) fn humans(people: &[&super::report_store::PersonFact]) -> i64 {
    let ids: BTreeSet<i64> = people.iter().map(|one| one.person_id.get()).collect();
    whole(ids.len())
}

/// The hours that people completed.
pub(super) fn hours_of(facts: &Facts, people: &[&super::report_store::PersonFact]) -> i64 {
    let completed = people
        .iter()
        .filter(|one| one.state == EnrolmentState::Completed);
    let hours = completed.filter_map(|one| facts.group(one.group_id));
    hours.map(|group| group.teaching_hours).sum()
}
