//! A draw as it is published: what was drawn with, who took part by code, and what came out.

use std::collections::{HashMap, HashSet};
use std::fmt;

use crate::csv::{self, Unreadable};
use crate::{Ranking, commitment, matching, order, seed};

/// A group before its draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Its number, as addresses write it.
    pub group: String,
    /// Places to give.
    pub places: usize,
    /// What its commitment was made of.
    pub secret: String,
}

/// An application before the draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// To which group.
    pub group: String,
    /// Its code; one person's applications to several groups that are matched together have one.
    pub code: String,
    /// Which wish of the person it is, counted from 1.
    pub wish: u32,
}

/// A group with everything that its order follows from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its number, as addresses write it.
    pub group: String,
    /// Places that there were to give.
    pub places: usize,
    /// What was published before anybody could apply.
    pub commitment: String,
    /// What it was made of.
    pub secret: String,
    /// What the order follows from.
    pub seed: String,
}

/// What an application came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// A place.
    Place,
    /// No place: in line for one, in the order of the draw.
    Line,
    /// The person got a place in a group that they ranked higher.
    Ended,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Place, Self::Line, Self::Ended];

    /// As files write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Line => "line",
            Self::Ended => "ended",
        }
    }

    /// From its code; none for others.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// An application with where it was drawn and what it came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// To which group.
    pub group: String,
    /// Its number in the order of the group, counted from 1.
    pub number: usize,
    /// Its code.
    pub code: String,
    /// Which wish of the person it is, counted from 1.
    pub wish: u32,
    /// What it came to.
    pub outcome: Outcome,
}

/// A draw with its result: of one group, or of groups whose wishes were matched together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The groups.
    pub groups: Vec<Group>,
    /// All applications, group by group in the order of the draw.
    pub applications: Vec<Application>,
}

/// Where a published draw is not what its own secret and codes give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disagreement {
    /// The secret of this group is not the one that was committed to.
    Commitment(String),
    /// The seed of this group does not follow from its secret and its codes.
    Seed(String),
    /// The application with this code to this group stands elsewhere in the order: as published, and as drawn anew.
    Number(String, String, usize, usize),
    /// The application with this code to this group came to something else: as published, and as drawn anew.
    Outcome(String, String, Outcome, Outcome),
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Commitment(group) => write!(
                f,
                "group {group}: the secret is not the one that was committed to"
            ),
            Self::Seed(group) => write!(
                f,
                "group {group}: the seed does not follow from the secret and the codes"
            ),
            Self::Number(group, code, said, is) => write!(
                f,
                "group {group}: {code} is published as number {said}, drawn anew it is number {is}"
            ),
            Self::Outcome(group, code, said, is) => write!(
                f,
                "group {group}: {code} is published as {}, drawn anew it is {}",
                said.code(),
                is.code()
            ),
        }
    }
}

impl Record {
    /// Draws: every group its order, everybody the best wish that they can have. The result does not depend on the order of
    /// groups and wishes; it is sorted by group, then by number. Wishes for groups that are not here are left out.
    pub fn draw(sealed: &[Sealed], wishes: &[Wish]) -> Self {
        let mut sealed: Vec<&Sealed> = sealed.iter().collect();
        sealed.sort_unstable_by_key(|one| (one.group.len(), &one.group));
        let mut people: Vec<&str> = wishes.iter().map(|wish| wish.code.as_str()).collect();
        people.sort_unstable();
        people.dedup();
        let person: HashMap<&str, usize> = people.iter().copied().zip(0..).collect();
        let mut lists: Vec<Vec<(u32, usize)>> = vec![Vec::new(); people.len()];
        let mut groups = Vec::with_capacity(sealed.len());
        let mut orders: Vec<Vec<(&str, u32)>> = Vec::with_capacity(sealed.len());
        for (at, one) in sealed.iter().enumerate() {
            let here = wishes.iter().filter(|wish| wish.group == one.group);
            let numbers: HashMap<&str, u32> =
                here.map(|wish| (wish.code.as_str(), wish.wish)).collect();
            let seed = seed(&one.secret, numbers.keys().copied());
            let drawn = order(&seed, &one.group, numbers.keys().copied());
            for code in &drawn {
                lists[person[code]].push((numbers[code], at));
            }
            orders.push(drawn.iter().map(|code| (*code, numbers[code])).collect());
            groups.push(Group {
                group: one.group.clone(),
                places: one.places,
                commitment: commitment(&one.secret),
                secret: one.secret.clone(),
                seed,
            });
        }
        let given = give(lists, &groups, &orders, &person);
        let mut applications = Vec::with_capacity(wishes.len());
        for ((at, order), group) in orders.iter().enumerate().zip(&groups) {
            for (number, (code, wish)) in (1..).zip(order) {
                applications.push(Application {
                    group: group.group.clone(),
                    number,
                    code: (*code).to_owned(),
                    wish: *wish,
                    outcome: match given[person[code]] {
                        Some((_, got)) if got == at => Outcome::Place,
                        Some((better, _)) if better < *wish => Outcome::Ended,
                        _ => Outcome::Line,
                    },
                });
            }
        }
        Self {
            groups,
            applications,
        }
    }

    /// Draws anew from the secrets, the places, the codes and the wishes alone and compares. Answers every difference.
    pub fn replay(&self) -> Vec<Disagreement> {
        let sealed: Vec<Sealed> = self.groups.iter().map(Sealed::from).collect();
        let wishes: Vec<Wish> = self.applications.iter().map(Wish::from).collect();
        let anew = Self::draw(&sealed, &wishes);
        let mut found = Vec::new();
        for group in &self.groups {
            let is = anew.groups.iter().find(|one| one.group == group.group);
            if is.is_none_or(|is| is.commitment != group.commitment) {
                found.push(Disagreement::Commitment(group.group.clone()));
            }
            if is.is_none_or(|is| is.seed != group.seed) {
                found.push(Disagreement::Seed(group.group.clone()));
            }
        }
        let key = |one: &Application| (one.group.clone(), one.code.clone());
        let drawn: HashMap<_, _> = anew
            .applications
            .iter()
            .map(|one| (key(one), (one.number, one.outcome)))
            .collect();
        for said in &self.applications {
            let Some((number, outcome)) = drawn.get(&key(said)) else {
                continue;
            };
            let (group, code) = key(said);
            if *number != said.number {
                let (group, code) = (group.clone(), code.clone());
                found.push(Disagreement::Number(group, code, said.number, *number));
            }
            if *outcome != said.outcome {
                found.push(Disagreement::Outcome(group, code, said.outcome, *outcome));
            }
        }
        found
    }

    /// As a file: comma-separated, one line a group and one an application.
    pub fn to_csv(&self) -> String {
        csv::write(self)
    }

    /// From such a file.
    ///
    /// # Errors
    /// The first thing that can not be read, with its line; also a code that stands twice in a group, and a person with two
    /// wishes of one number.
    pub fn from_csv(text: &str) -> Result<Self, Unreadable> {
        let record = csv::read(text)?;
        let known: HashSet<&str> = record.groups.iter().map(|one| one.group.as_str()).collect();
        if known.len() < record.groups.len() {
            return Err(Unreadable::Twice("a group".into()));
        }
        let (mut codes, mut wishes) = (HashSet::new(), HashSet::new());
        for one in &record.applications {
            if !known.contains(one.group.as_str()) {
                return Err(Unreadable::UnknownGroup(one.group.clone()));
            }
            if !codes.insert((&one.group, &one.code)) {
                return Err(Unreadable::Twice(format!(
                    "{} in group {}",
                    one.code, one.group
                )));
            }
            if !wishes.insert((&one.code, one.wish)) {
                return Err(Unreadable::Twice(format!(
                    "wish {} of {}",
                    one.wish, one.code
                )));
            }
        }
        Ok(record)
    }
}

/// What everybody gets: which wish, and which group.
fn give(
    lists: Vec<Vec<(u32, usize)>>,
    groups: &[Group],
    orders: &[Vec<(&str, u32)>],
    person: &HashMap<&str, usize>,
) -> Vec<Option<(u32, usize)>> {
    let sorted = |mut list: Vec<(u32, usize)>| {
        list.sort_unstable();
        list
    };
    let lists: Vec<Vec<(u32, usize)>> = lists.into_iter().map(sorted).collect();
    let dearest_first = |list: &Vec<(u32, usize)>| list.iter().map(|(_, group)| *group).collect();
    let wishes: Vec<Vec<usize>> = lists.iter().map(dearest_first).collect();
    let ranking = |(group, order): (&Group, &Vec<(&str, u32)>)| Ranking {
        places: group.places,
        order: order.iter().map(|(code, _)| person[code]).collect(),
    };
    let rankings: Vec<Ranking> = groups.iter().zip(orders).map(ranking).collect();
    let given = matching(&wishes, &rankings);
    let got = |(list, given): (&Vec<(u32, usize)>, Option<usize>)| {
        let mut list = list.iter().copied();
        given.and_then(|got| list.find(|(_, group)| *group == got))
    };
    lists.iter().zip(given).map(got).collect()
}

impl From<&Group> for Sealed {
    fn from(group: &Group) -> Self {
        Self {
            group: group.group.clone(),
            places: group.places,
            secret: group.secret.clone(),
        }
    }
}

impl From<&Application> for Wish {
    fn from(application: &Application) -> Self {
        Self {
            group: application.group.clone(),
            code: application.code.clone(),
            wish: application.wish,
        }
    }
}
