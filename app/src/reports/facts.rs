//! What is counted, and what is chosen of it: pure, apart from reading it.

use std::collections::HashMap;

use database::{DbError, Tx};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::report_store::{
    ChargeFact, GroupFact, LIST_ANSWERS, LIST_CHARGES, LIST_GROUPS, LIST_PEOPLE, PersonFact,
};
use crate::accounts::AccountId;
use crate::catalogue::{GroupId, GroupState};
use crate::enrolment::EnrolmentState;
use crate::organisations::Tree;
use crate::payments::ChargeState;
use crate::surveys::averages::{Average, averages};

/// How the values of workplaces begin that the directory has.
const IN_DIRECTORY: &str = "id:";
/// No time zone is further than this from UTC.
const ZONES: SignedDuration = SignedDuration::from_hours(15);

/// The days of a report, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub from: Date,
    pub to: Date,
}

impl Period {
    /// Instants between which every group of these days begins, wherever it is.
    pub fn edges(self) -> (Timestamp, Timestamp) {
        let edge = |day: Date, margin: SignedDuration| {
            let at = day.to_zoned(TimeZone::UTC).map(|at| at.timestamp());
            at.ok()
                .and_then(|at| at.checked_add(margin).ok())
                .unwrap_or_default()
        };
        let after = self.to.saturating_add(1.days());
        (edge(self.from, -ZONES), edge(after, ZONES))
    }

    /// Whether a group begins in it, on its organisation's clock.
    pub fn holds(self, tree: &Tree, group: &GroupFact) -> bool {
        (self.from..=self.to).contains(&first_day(tree, group))
    }
}

/// The first day of a group, on its organisation's clock.
fn first_day(tree: &Tree, group: &GroupFact) -> Date {
    let home = tree.find(group.organisation_id);
    let zone = home.map_or(TimeZone::UTC, |home| home.time_zone.clone());
    group.starts_at.to_zoned(zone).date()
}

/// Everything that a report of a period counts.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub groups: Vec<GroupFact>,
    pub people: Vec<PersonFact>,
    pub charges: Vec<ChargeFact>,
    pub averages: Vec<Average>,
    /// First day of each group, on its organisation's clock, and where it is in the list.
    known: HashMap<GroupId, (usize, Date)>,
    /// Names of the workplaces that the directory has, by value.
    workplaces: HashMap<String, String>,
}

/// By what the rows of a table differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    Subject,
    Month,
    Workplace,
    /// Kind of the workplace: a kindergarten, a primary school …
    Stage,
    Currency,
}

impl By {
    /// All of them.
    #[cfg(test)]
    pub const ALL: [Self; 5] = [
        Self::Subject,
        Self::Month,
        Self::Workplace,
        Self::Stage,
        Self::Currency,
    ];

    /// As addresses name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Month => "month",
            Self::Workplace => "workplace",
            Self::Stage => "stage",
            Self::Currency => "currency",
        }
    }
}

/// Which facts a figure counts, and a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Choice {
    /// Only those with all of these values.
    pub only: Vec<(By, String)>,
    /// Only those in this state; empty is all. What it means depends on what is listed.
    pub state: String,
}

/// The states of groups that are counted apart.
pub(super) const GROUP_STATES: [&str; 3] = ["", "finished", "cancelled"];
/// The states of participants that are counted apart.
pub(super) const PERSON_STATES: [&str; 3] = ["", "completed", "not_completed"];
/// What is counted of money: all that was charged is what has come in, what is still to be paid (some of it overdue), what
/// was waived and what goes or went back.
pub(super) const MONEY_STATES: [&str; 6] = ["", "booked", "open", "overdue", "waived", "refund"];

impl Facts {
    /// Reads the facts of an administrator's branch; of surveys what was answered before a day.
    pub async fn load(
        tx: &mut Tx<'_>,
        tree: &Tree,
        account: AccountId,
        period: Period,
        now: Timestamp,
        answered_before: Option<Date>,
    ) -> Result<Self, DbError> {
        let (from, to) = period.edges();
        let params: database::Params<'_> = &[&account, &now, &from, &to];
        let mut facts = Self {
            groups: tx.all(LIST_GROUPS, params).await?,
            people: tx.all(LIST_PEOPLE, params).await?,
            charges: tx.all(LIST_CHARGES, params).await?,
            ..Self::default()
        };
        if let Some(day) = answered_before {
            let params: database::Params<'_> = &[&account, &now, &from, &to, &day];
            facts.averages = averages(tx.all(LIST_ANSWERS, params).await?);
        }
        facts.groups.retain(|group| period.holds(tree, group));
        let known = facts.groups.iter().enumerate();
        facts.known = known
            .map(|(at, group)| (group.id, (at, first_day(tree, group))))
            .collect();
        facts
            .people
            .retain(|one| facts.known.contains_key(&one.group_id));
        let named = facts.people.iter().filter(|one| one.workplace_id.is_some());
        let named = named.map(|one| {
            let value = facts.value_of_person(By::Workplace, one);
            (value, one.workplace.clone())
        });
        facts.workplaces = named.collect();
        facts
            .charges
            .retain(|one| facts.known.contains_key(&one.group_id));
        facts
            .averages
            .retain(|one| facts.known.contains_key(&one.group_id));
        Ok(facts)
    }

    /// A group by its id.
    pub fn group(&self, id: GroupId) -> Option<&GroupFact> {
        self.known.get(&id).map(|(at, _)| &self.groups[*at])
    }

    /// The first day of a group.
    pub fn day(&self, id: GroupId) -> Option<Date> {
        self.known.get(&id).map(|(_, day)| *day)
    }

    /// The groups of a choice.
    pub fn groups_of(&self, choice: &Choice) -> Vec<&GroupFact> {
        let fits = |one: &&GroupFact| {
            choice.fits(|by| self.value(by, one.id, ""))
                && match choice.state.as_str() {
                    "finished" => one.state == GroupState::Finished,
                    "cancelled" => one.state == GroupState::Cancelled,
                    _ => true,
                }
        };
        self.groups.iter().filter(fits).collect()
    }

    /// The participants of a choice.
    pub fn people_of(&self, choice: &Choice) -> Vec<&PersonFact> {
        let fits = |one: &&PersonFact| {
            choice.fits(|by| self.value_of_person(by, one))
                && match choice.state.as_str() {
                    "completed" => one.state == EnrolmentState::Completed,
                    "not_completed" => one.state == EnrolmentState::NotCompleted,
                    _ => true,
                }
        };
        self.people.iter().filter(fits).collect()
    }

    /// The charges of a choice, each with the amount that it counts for.
    pub fn charges_of(&self, choice: &Choice) -> Vec<(&ChargeFact, i64)> {
        let chosen = self.charges.iter().filter_map(|one| {
            let amount = counted(one, &choice.state)?;
            choice
                .fits(|by| self.value(by, one.group_id, &one.currency))
                .then_some((one, amount))
        });
        chosen.collect()
    }

    /// Values by which rows differ, each once; months in order of time.
    pub fn values(&self, by: By) -> Vec<String> {
        let mut found: Vec<String> = match by {
            By::Workplace | By::Stage => {
                let people = self.people.iter();
                people.map(|one| self.value_of_person(by, one)).collect()
            }
            By::Currency => self
                .charges
                .iter()
                .map(|one| one.currency.clone())
                .collect(),
            By::Subject | By::Month => {
                let groups = self.groups.iter();
                groups.map(|one| self.value(by, one.id, "")).collect()
            }
        };
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The name of a workplace by its value.
    pub fn workplace<'a>(&'a self, value: &'a str) -> &'a str {
        self.workplaces.get(value).map_or(value, String::as_str)
    }

    fn value_of_person(&self, by: By, one: &PersonFact) -> String {
        match by {
            By::Workplace => match one.workplace_id {
                // Two schools of the same name are two.
                Some(id) => format!("{IN_DIRECTORY}{id}"),
                None => one.workplace.clone(),
            },
            By::Stage => one.stage.clone(),
            _ => self.value(by, one.group_id, ""),
        }
    }

    /// Of a group, or of a charge in it.
    fn value(&self, by: By, group: GroupId, currency: &str) -> String {
        match by {
            By::Subject => self
                .group(group)
                .map_or_else(String::new, |one| one.subject.clone()),
            By::Month => self.day(group).map_or_else(String::new, |day| {
                format!("{:04}-{:02}", day.year(), day.month())
            }),
            By::Workplace | By::Stage => String::new(),
            By::Currency => currency.to_owned(),
        }
    }
}

impl Choice {
    fn fits(&self, value: impl Fn(By) -> String) -> bool {
        self.only.iter().all(|(by, wanted)| value(*by) == *wanted)
    }
}

/// How much of a charge counts. What nobody has to pay any more, since the place was given back in time, counts nowhere;
/// where a part came in before the rest was waived, each counts as what it is.
fn counted(one: &ChargeFact, state: &str) -> Option<i64> {
    use ChargeState as S;
    let lacks = one.amount_minor - one.booked_minor;
    let [booked, open, waived, refund] = match one.state {
        S::Due | S::Overdue => [one.booked_minor, lacks, 0, 0],
        S::Booked => [one.amount_minor, 0, 0, 0],
        S::Waived if one.let_go_at.is_some() => [one.booked_minor, 0, 0, 0],
        S::Waived => [one.booked_minor, 0, lacks, 0],
        S::RefundDue | S::Refunded => [0, 0, 0, one.amount_minor],
    };
    let amount = match state {
        "booked" => booked,
        "open" => open,
        "overdue" if one.state == S::Overdue => open,
        "overdue" => 0,
        "waived" => waived,
        "refund" => refund,
        _ => booked + open + waived + refund,
    };
    (amount > 0).then_some(amount)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::staff_tables::views::{REPORT_CHARGES, REPORT_GROUPS, REPORT_PEOPLE};

    #[test]
    fn whatever_a_list_can_be_chosen_by_is_kept_with_its_view() {
        for list in [REPORT_GROUPS, REPORT_PEOPLE, REPORT_CHARGES] {
            for by in By::ALL {
                let query = format!("from=2026-09-01&{}=x&state=completed", by.name());
                assert_eq!(list.read(&query), Some(list.shown(&query)));
                assert!(list.shown(&query).contains(by.name()), "{query}");
            }
        }
    }
}
