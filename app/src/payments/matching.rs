//! Which charge an entry of the bank pays (`spec/rules.md`, Payment). Pure: an entry and the open charges in, a decision
//! or scored suggestions out.

use std::collections::HashMap;

use super::token;
use super::types::{Charge, ChargeId, ChargeState, Entry};
use crate::text::fold;

/// Suggestions with fewer points are not shown.
const FEWEST_POINTS: u32 = 20;
/// The most suggestions of one entry.
pub const MOST_SUGGESTED: usize = 5;

/// A charge as matching sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// Which.
    pub id: i64,
    /// What is still to be paid, in minor units.
    pub remaining: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// Folded words of the participant's names.
    pub names: Vec<String>,
    /// Folded words of the paying institution's name.
    pub institution: Vec<String>,
    /// The paying institution's tax id; empty otherwise.
    pub tax_id: String,
}

impl Candidate {
    /// A candidate from names as people write them.
    pub fn new(id: ChargeId, remaining: i64, currency: &str) -> Self {
        Self {
            id: id.get(),
            remaining,
            currency: currency.to_owned(),
            ..Self::default()
        }
    }

    /// The same, with the participant's names and who pays.
    #[must_use]
    pub fn named(mut self, participant: &str, institution: &str, tax_id: &str) -> Self {
        self.names = words(participant);
        self.institution = words(institution);
        tax_id.clone_into(&mut self.tax_id);
        self
    }
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let parts = folded.split(|c: char| !c.is_alphanumeric());
    parts
        .filter(|word| word.chars().count() >= 3)
        .map(str::to_owned)
        .collect()
}

/// What speaks for a charge; as message keys end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The valid token of the charge is in the title.
    Token,
    /// The amount is what is still to be paid, in the same currency.
    Amount,
    /// Given name and surname are there.
    Name,
    /// The surname or the given name is there.
    PartOfName,
    /// The institution's tax id is there.
    TaxId,
    /// Most words of the institution's name are there.
    Institution,
}

impl Sign {
    /// As message keys end.
    pub fn code(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Amount => "amount",
            Self::Name => "name",
            Self::PartOfName => "part-of-name",
            Self::TaxId => "tax-id",
            Self::Institution => "institution",
        }
    }

    fn points(self) -> u32 {
        match self {
            Self::Token => 55,
            Self::Amount => 25,
            Self::Name | Self::TaxId => 30,
            Self::PartOfName | Self::Institution => 15,
        }
    }
}

/// A charge that an entry may pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Which.
    pub charge: ChargeId,
    /// Points of at most 100.
    pub score: u32,
    /// What speaks for it.
    pub signs: Vec<Sign>,
}

/// What of an open charge has to agree for a booking by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Where the charge stands.
    pub state: ChargeState,
    /// What is still to be paid.
    pub remaining: i64,
    /// ISO 4217 code.
    pub currency: String,
}

/// The charge that an entry is booked on by itself: its title holds one valid token and no other, and amount and currency
/// agree with what is still to be paid. None is for a person to decide.
pub fn decide<S: std::hash::BuildHasher>(
    entry: &Entry,
    charges: &HashMap<ChargeId, Expected, S>,
) -> Option<ChargeId> {
    if entry.booked_minor != 0 || entry.amount_minor <= 0 {
        return None;
    }
    let [only] = tokens(entry)[..] else {
        return None;
    };
    let expected = charges.get(&only)?;
    let agrees = expected.state.is_open()
        && expected.remaining == entry.amount_minor
        && expected.currency == entry.currency;
    agrees.then_some(only)
}

/// The charges that an entry pays together by itself: its title names several, all of them are open and in its currency, and
/// it is exactly what is still to be paid of them. Nothing is for a person to decide.
pub fn decide_many(entry: &Entry, named: &[Charge]) -> Vec<(ChargeId, i64)> {
    let sum: i64 = named.iter().map(Charge::remaining).sum();
    let agrees = named.len() > 1
        && named.len() == tokens(entry).len()
        && entry.booked_minor == 0
        && entry.amount_minor == sum
        && named.iter().all(|charge| {
            charge.state.is_open()
                && charge.remaining() > 0
                && charge.currency == entry.currency
                && Some(charge.organisation_id) == entry.organisation_id
        });
    if agrees {
        named
            .iter()
            .map(|charge| (charge.id, charge.remaining()))
            .collect()
    } else {
        Vec::new()
    }
}

/// The valid tokens of an entry, from its title and its reference.
pub fn tokens(entry: &Entry) -> Vec<ChargeId> {
    let mut found = token::find(&entry.title);
    for id in token::find(&entry.reference) {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

/// Charges that an entry may pay, the likeliest first.
pub fn suggest(entry: &Entry, candidates: &[Candidate]) -> Vec<Suggestion> {
    let said = words(&format!("{} {}", entry.title, entry.counterparty));
    let digits: String = entry.title.chars().filter(char::is_ascii_digit).collect();
    let tokens = tokens(entry);
    let mut found: Vec<Suggestion> = candidates
        .iter()
        .filter_map(|one| {
            let mut signs = Vec::new();
            let id = ChargeId::new(one.id);
            if tokens.contains(&id) {
                signs.push(Sign::Token);
            }
            if one.remaining == entry.remaining() && one.currency == entry.currency {
                signs.push(Sign::Amount);
            }
            signs.extend(named(&one.names, &said));
            if !one.tax_id.is_empty()
                && (entry.counterparty_tax_id == one.tax_id || digits.contains(&one.tax_id))
            {
                signs.push(Sign::TaxId);
            } else if is_most_of(&one.institution, &said) {
                signs.push(Sign::Institution);
            }
            // Who names another charge does not pay this one because it costs as much.
            if signs == [Sign::Amount] && !tokens.is_empty() {
                return None;
            }
            let score = signs.iter().map(|sign| sign.points()).sum::<u32>().min(100);
            (score >= FEWEST_POINTS).then_some(Suggestion {
                charge: id,
                score,
                signs,
            })
        })
        .collect();
    found.sort_by_key(|one| (std::cmp::Reverse(one.score), one.charge));
    found.truncate(MOST_SUGGESTED);
    found
}

fn named(names: &[String], said: &[String]) -> Option<Sign> {
    let there = names.iter().filter(|name| said.contains(name)).count();
    match there {
        0 => None,
        there if there >= 2 || there == names.len() => Some(Sign::Name),
        _ => Some(Sign::PartOfName),
    }
}

fn is_most_of(institution: &[String], said: &[String]) -> bool {
    let there = institution
        .iter()
        .filter(|word| said.contains(word))
        .count();
    there >= 2 && there * 3 >= institution.len() * 2
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::payments::types::{EntryId, EntryState};

    fn entry(title: &str, amount_minor: i64) -> Entry {
        Entry {
            id: EntryId::new(1),
            organisation_id: None,
            booked_on: date(2026, 11, 22),
            amount_minor,
            currency: "PLN".into(),
            title: title.into(),
            counterparty: "NOWAK ANNA MARIA".into(),
            counterparty_account: String::new(),
            counterparty_tax_id: String::new(),
            reference: String::new(),
            state: EntryState::New,
            booked_minor: 0,
            is_reversal: false,
            reverses: None,
            repeats: None,
            aside_reason: None,
        }
    }

    fn open(remaining: i64) -> Expected {
        Expected {
            state: ChargeState::Due,
            remaining,
            currency: "PLN".into(),
        }
    }

    #[test]
    fn only_what_agrees_in_everything_is_booked_by_itself() {
        let id = ChargeId::new(214);
        let title = token::title_of(id);
        let charges = HashMap::from([(id, open(12_000)), (ChargeId::new(7), open(12_000))]);
        assert_eq!(
            decide(&entry(&format!("Kurs {title}"), 12_000), &charges),
            Some(id)
        );
        assert_eq!(decide(&entry(&title, 11_999), &charges), None, "amount");
        assert_eq!(
            decide(&entry("Anna Nowak, kurs", 12_000), &charges),
            None,
            "no token"
        );
        let two = format!("{title} {}", token::title_of(ChargeId::new(7)));
        assert_eq!(decide(&entry(&two, 12_000), &charges), None, "two tokens");
        let euro = Entry {
            currency: "EUR".into(),
            ..entry(&title, 12_000)
        };
        assert_eq!(decide(&euro, &charges), None, "currency");
        let mut closed = charges.clone();
        for state in [
            ChargeState::Booked,
            ChargeState::Waived,
            ChargeState::RefundDue,
            ChargeState::Refunded,
        ] {
            closed.insert(
                id,
                Expected {
                    state,
                    ..open(12_000)
                },
            );
            assert_eq!(decide(&entry(&title, 12_000), &closed), None, "{state:?}");
        }
    }

    #[test]
    fn suggestions_say_why_and_the_likeliest_comes_first() {
        let anna = Candidate::new(ChargeId::new(1), 12_000, "PLN").named("Anna Nowak", "", "");
        let piotr = Candidate::new(ChargeId::new(2), 12_000, "PLN").named("Piotr Lis", "", "");
        let school = Candidate::new(ChargeId::new(3), 9_000, "PLN").named(
            "Ewa Mazur",
            "Szkoła Podstawowa nr 7 w Białymstoku",
            "5260001246",
        );
        let all = [piotr, school, anna];
        let found = suggest(&entry("oplata za kurs", 12_000), &all);
        assert_eq!(
            found[0],
            Suggestion {
                charge: ChargeId::new(1),
                score: 55,
                signs: vec![Sign::Amount, Sign::Name]
            }
        );
        assert_eq!(found[1].charge, ChargeId::new(2));
        let from_school = Entry {
            counterparty: "SZKOLA PODSTAWOWA NR 7 BIALYSTOK".into(),
            ..entry("FV 526-000-12-46", 9_000)
        };
        assert_eq!(
            suggest(&from_school, &all)[0].signs,
            [Sign::Amount, Sign::TaxId]
        );
        assert_eq!(suggest(&entry("darowizna", 5), &all[..1]), []);
    }

    #[test]
    fn whoever_names_another_charge_does_not_pay_by_amount_alone() {
        let anna = [Candidate::new(ChargeId::new(1), 12_000, "PLN").named("Ewa Lis", "", "")];
        assert_eq!(suggest(&entry("kurs", 12_000), &anna).len(), 1);
        let title = token::title_of(ChargeId::new(2));
        assert_eq!(suggest(&entry(&title, 12_000), &anna), []);
    }

    proptest! {
        #[test]
        fn decisions_agree_with_the_charge(number in 1_i64..1_000, paid in 1_i64..30, wanted in 1_i64..30) {
            let id = ChargeId::new(number);
            let charges = HashMap::from([(id, open(wanted))]);
            let decided = decide(&entry(&token::title_of(id), paid), &charges);
            prop_assert_eq!(decided.is_some(), paid == wanted);
        }
    }
}
