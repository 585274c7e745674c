//! What a guide must be before it is published: pure.

use std::collections::{HashMap, HashSet, VecDeque};

use super::types::{Action, Body, ENTRANCES, Guide, Node, PLACES, START};
use crate::i18n::Lang;

/// The most answers that somebody gives before an end.
pub const MOST_DEEP: usize = 5;
/// The fewest answers of a question.
pub const FEWEST_ANSWERS: usize = 2;
/// The most questions and ends.
pub const MOST_NODES: usize = 150;

/// What keeps a guide from being published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub slug: String,
    /// Code of the message `guide-problem-<code>`.
    pub code: &'static str,
}

impl Problem {
    fn new(slug: &str, code: &'static str) -> Self {
        Self {
            slug: slug.to_owned(),
            code,
        }
    }
}

/// Everything that keeps it from being published; nothing when it is whole.
pub fn problems(guide: &Guide) -> Vec<Problem> {
    let mut found: Vec<Problem> = ENTRANCES
        .iter()
        .filter(|slug| guide.find(slug).is_none())
        .map(|slug| Problem::new(slug, "missing"))
        .collect();
    let reached: HashSet<&str> = ways(guide).into_keys().collect();
    let mut known = HashSet::new();
    for node in &guide.nodes {
        found.extend(of_node(guide, node));
        if !known.insert(&node.slug) {
            found.push(Problem::new(&node.slug, "twice"));
        }
        if !reached.contains(node.slug.as_str()) {
            found.push(Problem::new(&node.slug, "unreached"));
        }
    }
    found.extend(of_length(guide));
    found
}

/// What is wrong with one by itself.
fn of_node(guide: &Guide, node: &Node) -> Vec<Problem> {
    let mut codes = Vec::new();
    let lacks = |lang: Lang| {
        let mut needed = node.needed_texts().into_iter();
        let lacks_needed = needed.any(|text| text.of(lang).trim().is_empty());
        // More words may be left out, but not in one language only.
        let has_words = Lang::ALL.iter().any(|one| !node.text.of(*one).is_empty());
        lacks_needed || (has_words && node.text.of(lang).trim().is_empty())
    };
    if Lang::ALL.into_iter().any(lacks) {
        codes.push("language");
    }
    match &node.body {
        Body::Question(answers) => {
            if answers.len() < FEWEST_ANSWERS {
                codes.push("answers");
            }
            if answers.iter().any(|one| guide.find(&one.to).is_none()) {
                codes.push("nowhere");
            }
        }
        Body::End(_) if node.slug == START => codes.push("start"),
        Body::End(Action::Open { page, .. }) if !PLACES.iter().any(|(code, _)| code == page) => {
            codes.push("nowhere");
        }
        Body::End(_) => {}
    }
    codes
        .into_iter()
        .map(|code| Problem::new(&node.slug, code))
        .collect()
}

/// Circles, and ways that are too long.
fn of_length(guide: &Guide) -> Vec<Problem> {
    let mut walk = Walk::default();
    for node in &guide.nodes {
        walk.longest(guide, node);
    }
    let mut found: Vec<Problem> = walk
        .circles
        .iter()
        .map(|slug| Problem::new(slug, "circle"))
        .collect();
    let length = walk.lengths.get(START).copied().unwrap_or_default();
    if found.is_empty() && length > MOST_DEEP {
        found.push(Problem::new(START, "deep"));
    }
    found
}

#[derive(Default)]
struct Walk<'a> {
    /// The most answers from there to an end.
    lengths: HashMap<&'a str, usize>,
    /// Where the walk is now, and how it came there.
    open: Vec<&'a str>,
    circles: Vec<&'a str>,
}

impl<'a> Walk<'a> {
    fn longest(&mut self, guide: &'a Guide, node: &'a Node) -> usize {
        if let Some(known) = self.lengths.get(node.slug.as_str()) {
            return *known;
        }
        if self.open.contains(&node.slug.as_str()) {
            if !self.circles.contains(&node.slug.as_str()) {
                self.circles.push(&node.slug);
            }
            return 0;
        }
        self.open.push(&node.slug);
        let next = node.answers().iter().filter_map(|one| guide.find(&one.to));
        let next: Vec<&Node> = next.collect();
        let lengths = next.into_iter().map(|one| 1 + self.longest(guide, one));
        let longest = lengths.max().unwrap_or_default();
        self.open.pop();
        self.lengths.insert(&node.slug, longest);
        longest
    }
}

/// From which question the shortest way comes to each; of the one that it begins with, none.
fn ways(guide: &Guide) -> HashMap<&str, Option<&Node>> {
    let mut from: HashMap<&str, Option<&Node>> = HashMap::new();
    let mut ahead = VecDeque::new();
    if let Some(start) = guide.find(START) {
        from.insert(START, None);
        ahead.push_back(start);
    }
    while let Some(node) = ahead.pop_front() {
        for next in node.answers().iter().filter_map(|one| guide.find(&one.to)) {
            if !from.contains_key(next.slug.as_str()) {
                from.insert(&next.slug, Some(node));
                ahead.push_back(next);
            }
        }
    }
    from
}

/// The questions before this one on the shortest way to it, from the first on.
pub fn way_to<'a>(guide: &'a Guide, slug: &str) -> Vec<&'a Node> {
    let from = ways(guide);
    let mut way = Vec::new();
    let mut at = from.get(slug).copied().flatten();
    while let Some(node) = at {
        way.push(node);
        at = from.get(node.slug.as_str()).copied().flatten();
    }
    way.reverse();
    way
}

/// Whether it can stand in an address: small Latin letters and digits in words with a hyphen between them.
pub fn is_slug(typed: &str) -> bool {
    let is_word = |word: &str| {
        let mut letters = word.bytes();
        !word.is_empty() && letters.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    typed.len() <= 60 && typed.split('-').all(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::standard;
    use crate::guide::types::Answer;
    use crate::surveys::Texts;

    fn said(text: &str) -> Texts {
        Texts {
            pl: text.into(),
            ru: text.into(),
            en: text.into(),
        }
    }

    fn question(slug: &str, leads: &[&str]) -> Node {
        let answer = |to: &&str| Answer {
            label: said("a"),
            to: (*to).to_owned(),
        };
        Node {
            slug: slug.into(),
            title: said("?"),
            text: Texts::default(),
            body: Body::Question(leads.iter().map(answer).collect()),
        }
    }

    fn put(guide: &mut Guide, node: Node) {
        guide.nodes.retain(|one| one.slug != node.slug);
        guide.nodes.push(node);
    }

    fn found(guide: &Guide) -> Vec<(String, &'static str)> {
        let all = problems(guide).into_iter();
        all.map(|one| (one.slug, one.code)).collect()
    }

    #[test]
    fn the_guide_of_the_program_is_whole() {
        let guide = standard();
        assert_eq!(problems(guide), []);
        assert!(guide.nodes.len() > 30, "{}", guide.nodes.len());
        assert!(guide.nodes.iter().all(|one| is_slug(&one.slug)));
        let to_children = way_to(guide, "no-access");
        assert_eq!(
            to_children.first().map(|one| one.slug.as_str()),
            Some(START)
        );
        assert!(way_to(guide, START).is_empty());
    }

    #[test]
    fn dead_ends_circles_and_long_ways_are_found() {
        let whole = standard();
        let mut guide = whole.clone();
        put(&mut guide, question("sign-in", &["nothing", "no-access"]));
        assert!(found(&guide).contains(&("sign-in".into(), "nowhere")));
        let mut guide = whole.clone();
        put(&mut guide, question("sign-in", &["no-access"]));
        assert!(found(&guide).contains(&("sign-in".into(), "answers")));
        let mut guide = whole.clone();
        put(
            &mut guide,
            question("under-review", &["start", "no-access"]),
        );
        let codes: Vec<_> = found(&guide).into_iter().map(|one| one.1).collect();
        assert_eq!(codes, ["circle"]);
        let mut guide = whole.clone();
        for (slug, next) in [("a", "b"), ("b", "c"), ("c", "d"), ("d", "moved")] {
            put(&mut guide, question(slug, &[next, "moved"]));
        }
        put(&mut guide, question("under-review", &["a", "moved"]));
        assert_eq!(found(&guide), [(START.to_owned(), "deep")]);
    }

    #[test]
    fn what_is_left_out_or_left_alone_is_found() {
        let mut guide = standard().clone();
        put(&mut guide, question("alone", &["moved", "no-access"]));
        assert_eq!(found(&guide), [("alone".to_owned(), "unreached")]);
        let mut guide = standard().clone();
        guide.nodes.retain(|one| one.slug != "under-review");
        let problems = found(&guide);
        assert!(problems.contains(&("under-review".into(), "missing")));
        assert!(problems.contains(&("child-registered".into(), "nowhere")));
        let mut guide = standard().clone();
        for node in &mut guide.nodes {
            if node.slug == "moved" {
                node.title.ru.clear();
            }
        }
        assert_eq!(found(&guide), [("moved".to_owned(), "language")]);
    }

    #[test]
    fn addresses_are_words() {
        for fine in ["a", "no-access", "age-14"] {
            assert!(is_slug(fine), "{fine}");
        }
        for wrong in ["", "-a", "a--b", "A", "ż", "a b", "a/b", "a."] {
            assert!(!is_slug(wrong), "{wrong}");
        }
    }
}
