//! Children and the places that they have, counted by where they live, how old they are, what they do and who pays. A child is
//! one child however many places it has; places are counted each. Pure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::figures::{Figure, Row, Table};
use super::report_store::ChildFact;
use crate::accounts::OrganisationId;
use crate::i18n::{Translator, name_key};
use crate::organisations::Tree;
use crate::people::PersonId;
use crate::people::fields::age_on;
use crate::tables::Cell;

/// Fewer children than this can be known by their number.
pub(super) const FEW: usize = 5;

/// By what the rows of a table differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChildrenBy {
    Municipality,
    Age,
    Subject,
    Funding,
}

impl ChildrenBy {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Municipality, Self::Age, Self::Subject, Self::Funding];

    fn name(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Age => "age",
            Self::Subject => "subject",
            Self::Funding => "funding",
        }
    }

    /// Whether a child can be in several rows, so that these add up to more than there are children.
    pub fn repeats(self) -> bool {
        matches!(self, Self::Subject | Self::Funding)
    }
}

/// What a row is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    Home(OrganisationId),
    Years(i16),
    Word(String),
    Code(&'static str),
    Unknown,
}

/// How many children, and how many places they have.
#[derive(Clone, Debug, Default)]
struct Sum {
    children: BTreeSet<PersonId>,
    places: usize,
}

impl Sum {
    fn add(&mut self, one: &ChildFact) {
        self.children.insert(one.child);
        self.places += 1;
    }
}

/// One row with its picture.
#[derive(Clone, Debug)]
pub(super) struct Bar {
    pub label: String,
    pub children: usize,
    pub places: usize,
    /// Its children of a hundred of all of them.
    pub percent: usize,
}

/// One table with its picture.
#[derive(Clone, Debug)]
pub(super) struct Bars {
    pub heading: String,
    /// What the rows are.
    pub first: String,
    pub rows: Vec<Bar>,
    /// Each child once, whatever the rows add up to.
    pub total: Bar,
    pub repeats: bool,
}

impl Bars {
    /// The same without pictures, for files.
    pub fn table(&self, t: Translator) -> Table {
        let row = |bar: &Bar| Row {
            label: bar.label.clone(),
            figures: [bar.children, bar.places].map(figure).into(),
        };
        Table {
            heading: self.heading.clone(),
            first: self.first.clone(),
            columns: ["children", "taken"]
                .map(|name| t.get(&format!("reports-column-{name}")).to_string())
                .into(),
            rows: self.rows.iter().map(row).collect(),
            total: Some(row(&self.total)),
        }
    }

    /// Whether a row is of so few children that its number can tell who they are.
    pub fn is_telling(&self) -> bool {
        self.rows.iter().any(|bar| bar.children < FEW)
    }
}

fn figure(number: usize) -> Figure {
    Figure {
        text: number.to_string(),
        cell: Cell::Number(i64::try_from(number).unwrap_or(i64::MAX)),
        href: String::new(),
    }
}

/// What it takes to count: the places, the day on which children are as old as is said, and who the municipalities are.
pub(super) struct Counting<'a> {
    pub t: Translator,
    pub facts: &'a [ChildFact],
    pub on: Date,
    pub tree: &'a Tree,
}

impl Counting<'_> {
    /// Every table, in the order of the page.
    pub fn all(&self) -> Vec<Bars> {
        ChildrenBy::ALL.map(|by| self.bars(by)).into()
    }

    fn value(&self, by: ChildrenBy, one: &ChildFact) -> Value {
        match by {
            ChildrenBy::Municipality => one.municipality_id.map_or(Value::Unknown, Value::Home),
            ChildrenBy::Age => one.born_on.map_or(Value::Unknown, |born| {
                Value::Years(age_on(self.on, born).max(0))
            }),
            ChildrenBy::Subject if one.subject.is_empty() => Value::Unknown,
            ChildrenBy::Subject => Value::Word(one.subject.clone()),
            ChildrenBy::Funding if one.takes_certificate => Value::Code("certificate"),
            ChildrenBy::Funding if one.price_minor > 0 => Value::Code("paid"),
            ChildrenBy::Funding => Value::Code("free"),
        }
    }

    fn label(&self, value: &Value) -> String {
        let say = |key: &str| self.t.get(key).to_string();
        match value {
            Value::Home(id) => {
                let home = self.tree.find(*id);
                home.map_or_else(|| say("reports-not-given"), |home| home.name.clone())
            }
            Value::Years(years) => self.t.get("reports-years").int("count", *years).to_string(),
            Value::Word(word) => word.clone(),
            Value::Code(code) => say(&format!("reports-funding-{code}")),
            Value::Unknown => say("reports-not-given"),
        }
    }

    fn bars(&self, by: ChildrenBy) -> Bars {
        let mut sums: BTreeMap<Value, Sum> = BTreeMap::new();
        let mut all = Sum::default();
        for one in self.facts {
            sums.entry(self.value(by, one)).or_default().add(one);
            all.add(one);
        }
        let of = all.children.len().max(1);
        let bar = |label: String, sum: &Sum| Bar {
            label,
            children: sum.children.len(),
            places: sum.places,
            percent: sum.children.len() * 100 / of,
        };
        let mut rows: Vec<Bar> = sums
            .iter()
            .map(|(value, sum)| bar(self.label(value), sum))
            .collect();
        if matches!(by, ChildrenBy::Municipality | ChildrenBy::Subject) {
            rows.sort_by_cached_key(|row| name_key(self.t.lang(), &row.label));
        }
        let key = by.name();
        Bars {
            heading: self
                .t
                .get(&format!("reports-children-by-{key}"))
                .to_string(),
            first: self.t.get(&format!("reports-by-{key}")).to_string(),
            rows,
            total: bar(self.t.get("reports-total").to_string(), &all),
            repeats: by.repeats(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::GroupId;
    use crate::i18n::Lang;

    /// A child of this number in a group: what is known of a child is the same whatever it takes part in.
    fn place(child: i64, group: i64) -> ChildFact {
        let year = 2008 + i16::try_from(child % 12).unwrap_or(0);
        ChildFact {
            group_id: GroupId::new(group),
            child: PersonId::new(child),
            municipality_id: (child % 4 > 0).then(|| OrganisationId::new(child % 4)),
            born_on: (child % 7 > 0).then(|| date(year, 3, 14)),
            subject: format!("subject {}", group % 5),
            price_minor: group % 2 * 100,
            takes_certificate: group % 3 == 0,
        }
    }

    fn counted(facts: &[ChildFact]) -> Vec<Bars> {
        let counting = Counting {
            t: Translator::new(Lang::En),
            facts,
            on: date(2026, 9, 1),
            tree: &Tree::default(),
        };
        counting.all()
    }

    proptest! {
        #[test]
        fn a_child_is_one_child_however_many_places_it_has(
            places in proptest::collection::vec((1_i64..30, 1_i64..20), 0..120),
        ) {
            let facts: Vec<ChildFact> = places.iter().map(|(child, group)| place(*child, *group)).collect();
            let children: BTreeSet<i64> = places.iter().map(|(child, _)| *child).collect();
            for bars in counted(&facts) {
                prop_assert_eq!(bars.total.children, children.len());
                prop_assert_eq!(bars.total.places, facts.len());
                let sum: usize = bars.rows.iter().map(|row| row.children).sum();
                let places: usize = bars.rows.iter().map(|row| row.places).sum();
                prop_assert_eq!(places, facts.len());
                if bars.repeats {
                    prop_assert!(sum >= children.len());
                } else {
                    prop_assert_eq!(sum, children.len());
                }
                prop_assert!(bars.rows.iter().all(|row| row.percent <= 100 && row.children <= row.places));
            }
        }
    }

    #[test]
    fn ages_are_in_order_and_those_of_the_chosen_day() {
        let of = |child: i64, born: Date| ChildFact {
            born_on: Some(born),
            ..place(child, 1)
        };
        let facts = [
            of(1, date(2016, 9, 2)),
            of(2, date(2016, 9, 1)),
            of(3, date(2020, 1, 1)),
        ];
        let ages = counted(&facts).swap_remove(1);
        let labels: Vec<&str> = ages.rows.iter().map(|row| row.label.as_str()).collect();
        assert_eq!(labels, ["6\u{a0}years", "9\u{a0}years", "10\u{a0}years"]);
        assert!(ages.is_telling());
    }
}
