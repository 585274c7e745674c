//! Search in memory: the same answers on both databases, in well under a frame.
//!
//! Words of the documents stand in one sorted list; a typed word is a range of that list (everything that starts with
//! it), so no document is read at query time. The index is built anew when the catalogue changes.

mod words;

use crate::text::fold;
use std::collections::HashMap;
use std::ops::Range;
use words::{is_within_one_edit, stem, words_of_query};

/// How well a word of a document answers a typed word; multiplied with the weight of the field it stands in.
const EXACT: u32 = 8;
const STARTS_WITH: u32 = 5;
const SAME_STEM: u32 = 4;
const LONGER_STEM: u32 = 3;
const ONE_EDIT: u32 = 2;

/// Typed words shorter than this are not taken for misspelt: too much would be near them.
const SHORTEST_MISSPELT: usize = 5;
/// Letters that an ending may add to a stem, so that `kurs` finds `kursami` and not `kursokonferencja`.
const LONGEST_ENDING: usize = 4;

/// An index over documents, each known by a number, each with weighted texts. See [`Index::build`].
#[derive(Debug, Default)]
pub struct Index {
    ids: Vec<u32>,
    terms: Terms,
    /// The postings of the term at `i` are `postings[starts[i]..starts[i + 1]]`.
    starts: Vec<usize>,
    postings: Vec<Posting>,
}

/// A word stands in the document `ids[document]`, at best in a field of this weight.
#[derive(Debug, Clone, Copy)]
struct Posting {
    document: u32,
    weight: u32,
}

impl Index {
    /// Builds the index of `(id, [(text, weight)])`: a word found in a field of twice the weight counts twice.
    ///
    /// An id given twice is one document with all its texts. The order of the documents does not change any answer.
    pub fn build<Documents, Fields, Text>(documents: Documents) -> Self
    where
        Documents: IntoIterator<Item = (u32, Fields)>,
        Fields: IntoIterator<Item = (Text, u32)>,
        Text: AsRef<str>,
    {
        let mut ids = Vec::new();
        let mut places: HashMap<u32, u32> = HashMap::new();
        let mut found: HashMap<Box<str>, Vec<Posting>> = HashMap::new();
        for (id, fields) in documents {
            let document = *places.entry(id).or_insert_with(|| {
                ids.push(id);
                place(ids.len() - 1)
            });
            for (text, weight) in fields {
                for word in fold(text.as_ref())
                    .split(' ')
                    .filter(|word| !word.is_empty())
                {
                    note(&mut found, word, Posting { document, weight });
                }
            }
        }
        Self::from_words(ids, found)
    }

    fn from_words(ids: Vec<u32>, found: HashMap<Box<str>, Vec<Posting>>) -> Self {
        let mut sorted: Vec<_> = found.into_iter().collect();
        sorted.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let mut index = Self {
            ids,
            starts: vec![0],
            ..Self::default()
        };
        for (term, postings) in sorted {
            index.terms.push(&term);
            index.postings.extend(postings);
            index.starts.push(index.postings.len());
        }
        index
    }

    /// How many documents are indexed.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether nothing is indexed.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The documents that answer every word of the query, as `(id, score)`, best first, equal scores by id.
    ///
    /// A word is answered by words that start with it, by its other grammatical endings (Polish and Russian), and,
    /// when neither exists and it has five letters or more, by words one slip of the keyboard away. Case and
    /// diacritics do not matter. A query without a letter or digit finds nothing: show the whole list instead.
    pub fn search(&self, query: &str) -> Vec<(u32, u32)> {
        let folded = fold(query);
        let words = words_of_query(&folded);
        let Some((first, others)) = words.split_first() else {
            return Vec::new();
        };
        let mut scores = self.scores_of_word(first);
        for word in others {
            let more = self.scores_of_word(word);
            for (score, more) in scores.iter_mut().zip(more) {
                *score = if *score == 0 || more == 0 {
                    0
                } else {
                    score.saturating_add(more)
                };
            }
        }
        let mut hits: Vec<(u32, u32)> = self
            .ids
            .iter()
            .zip(scores)
            .filter(|&(_, score)| score > 0)
            .map(|(&id, score)| (id, score))
            .collect();
        hits.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        hits
    }

    /// For every document the score of one typed word; zero where it is not answered.
    fn scores_of_word(&self, word: &str) -> Vec<u32> {
        let mut scores = vec![0; self.ids.len()];
        for at in self.terms_starting_with(word) {
            let quality = if self.terms.get(at).len() == word.len() {
                EXACT
            } else {
                STARTS_WITH
            };
            self.raise(&mut scores, at, quality);
        }
        let stem = stem(word);
        let longest = stem.chars().count() + LONGEST_ENDING;
        if stem.len() < word.len() {
            for at in self.terms_starting_with(stem) {
                let term = self.terms.get(at);
                if term.chars().count() <= longest {
                    let quality = if words::stem(term) == stem {
                        SAME_STEM
                    } else {
                        LONGER_STEM
                    };
                    self.raise(&mut scores, at, quality);
                }
            }
        }
        if word.chars().count() >= SHORTEST_MISSPELT && scores.iter().all(|&score| score == 0) {
            self.score_misspelt(word, &mut scores);
        }
        scores
    }

    fn score_misspelt(&self, word: &str, scores: &mut [u32]) {
        for at in 0..self.terms.len() {
            if is_within_one_edit(word, self.terms.get(at)) {
                self.raise(scores, at, ONE_EDIT);
            }
        }
    }

    fn terms_starting_with(&self, prefix: &str) -> Range<usize> {
        let from = self.terms.first_not(|term| term < prefix, 0);
        from..self.terms.first_not(|term| term.starts_with(prefix), from)
    }

    /// A document counts by the best of its words, not by their number: long descriptions win nothing.
    fn raise(&self, scores: &mut [u32], term: usize, quality: u32) {
        for posting in &self.postings[self.starts[term]..self.starts[term + 1]] {
            let score = &mut scores[posting.document as usize];
            *score = (*score).max(posting.weight.saturating_mul(quality));
        }
    }
}

/// The words of all documents, sorted, folded, each once; side by side in memory, for near misses read them all.
#[derive(Debug, Default)]
struct Terms {
    letters: String,
    ends: Vec<usize>,
}

impl Terms {
    fn push(&mut self, term: &str) {
        self.letters.push_str(term);
        self.ends.push(self.letters.len());
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn get(&self, at: usize) -> &str {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.letters[start..self.ends[at]]
    }

    /// The first place from `from` on where the condition, which holds up to some place and no further, fails.
    fn first_not(&self, holds: impl Fn(&str) -> bool, from: usize) -> usize {
        let (mut low, mut high) = (from, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if holds(self.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

fn place(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Documents come one after the other, so an earlier mention in the same document is the last posting.
fn note(found: &mut HashMap<Box<str>, Vec<Posting>>, word: &str, posting: Posting) {
    let Some(postings) = found.get_mut(word) else {
        found.insert(word.into(), vec![posting]);
        return;
    };
    match postings.last_mut() {
        Some(last) if last.document == posting.document => {
            last.weight = last.weight.max(posting.weight);
        }
        _ => postings.push(posting),
    }
}

#[cfg(test)]
mod tests;
