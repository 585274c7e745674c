//! Why staff ends an enrolment: a template that everybody reads in their own language, words of one's own, or both.

use serde::{Deserialize, Serialize};

use crate::i18n::Translator;
use crate::organisations::hours::{Hours, usual_week};

/// Templates for refusing an application.
pub const OF_REFUSAL: &[&str] = &["audience", "conditions", "data", "another_group"];
/// Templates for cancelling one enrolment.
pub const OF_CANCELLING: &[&str] = &["asked", "mistake", "duplicate", "conditions"];

/// Templates for looking up somebody's address.
pub const OF_LOOKING_UP: &[&str] = &["forgotten_address", "letters_return", "urgent"];

/// Template for applications from a duplicate account: its words are an account, a telephone and hours.
const DUPLICATE_OF: &str = "duplicate_of";

/// What the template for a duplicate account is filled with.
#[derive(Deserialize, Serialize)]
struct Instead {
    account: String,
    phone: String,
    hours: String,
}

impl Instead {
    fn say(&self, t: Translator) -> String {
        let account = t.get("enrolment-reason-duplicate-of");
        let account = account.text("account", &self.account).to_string();
        let call = match (self.phone.as_str(), self.hours.as_str()) {
            ("", _) => return account,
            (phone, "") => t
                .get("enrolment-reason-duplicate-call")
                .text("phone", phone),
            (phone, hours) => t
                .get("enrolment-reason-duplicate-call-at")
                .text("phone", phone)
                .text("hours", hours_said(t, hours)),
        };
        format!("{account} {call}")
    }
}

/// A reason that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    code: Option<&'static str>,
    words: String,
}

impl Reason {
    /// One of these templates, words, or both; none without either.
    pub fn new(templates: &[&'static str], code: &str, words: &str) -> Option<Self> {
        let code = templates.iter().copied().find(|known| *known == code);
        let words = words.trim().to_owned();
        (code.is_some() || !words.is_empty()).then_some(Self { code, words })
    }

    /// The application came from a duplicate account: the account to use instead, masked, and whom to call; telephone and hours
    /// may be empty.
    pub fn of_duplicate(account: &str, phone: &str, hours: &str) -> Self {
        let instead = Instead {
            account: account.to_owned(),
            phone: phone.to_owned(),
            hours: hours.to_owned(),
        };
        Self {
            code: Some(DUPLICATE_OF),
            words: serde_json::to_string(&instead).unwrap_or_default(),
        }
    }

    /// As the log keeps it, so that everybody can read it in their own language later.
    pub fn kept(&self) -> String {
        match self.code {
            Some(code) if self.words.is_empty() => format!("#{code}"),
            Some(code) => format!("#{code} {}", self.words),
            None => self.words.clone(),
        }
    }

    /// In the reader's language; words of one's own stay as they are.
    pub fn say(&self, t: Translator) -> String {
        say(t, &self.kept())
    }
}

/// The hours of a week in the reader's language; words of one's own stay as they are.
fn hours_said(t: Translator, kept: &str) -> String {
    serde_json::from_str::<Hours>(kept)
        .map_or_else(|_| kept.to_owned(), |hours| usual_week(t, &hours))
}

/// A reason of the log in the reader's language.
pub fn say(t: Translator, kept: &str) -> String {
    let template = |rest: &str| {
        let (code, words) = rest.split_once(' ').unwrap_or((rest, ""));
        if code == DUPLICATE_OF {
            let instead: Instead = serde_json::from_str(words).ok()?;
            return Some(instead.say(t));
        }
        let known = OF_REFUSAL.iter().chain(OF_CANCELLING).chain(OF_LOOKING_UP);
        let code = known.into_iter().find(|known| **known == code)?;
        let text = t.get(&format!("enrolment-reason-{code}")).to_string();
        Some(if words.is_empty() {
            text
        } else {
            format!("{text} {words}")
        })
    };
    let found = kept.strip_prefix('#').and_then(template);
    found.unwrap_or_else(|| kept.to_owned())
}

/// Whether a participant reads the reason of an action in the timeline: what concerns their own place or spot.
pub fn is_told(action: &str) -> bool {
    matches!(
        action,
        "enrolment.refuse"
            | "enrolment.enrol"
            | "enrolment.cancel"
            | "enrolment.transfer"
            | "enrolment.moved_here"
            | "enrolment.passed"
            | "enrolment.move_up"
            | "enrolment.ask_late"
            | "enrolment.decline_late"
            | "enrolment.withdraw"
            | "enrolment.show_address"
            | "enrolment.child_moved"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_reason_is_read_in_ones_own_language() {
        let reason = Reason::new(OF_REFUSAL, "data", " Proszę zadzwonić. ").unwrap_or_else(|| {
            unreachable!("a template was chosen");
        });
        assert_eq!(reason.kept(), "#data Proszę zadzwonić.");
        let (polish, russian) = (Translator::new(Lang::Pl), Translator::new(Lang::Ru));
        assert!(reason.say(polish).ends_with("Proszę zadzwonić."));
        assert_ne!(reason.say(polish), reason.say(russian));
        assert_eq!(say(polish, "#7 w kolejce"), "#7 w kolejce");
        assert_eq!(say(polish, "bez powodu"), "bez powodu");
        assert_eq!(Reason::new(OF_REFUSAL, "asked", "  "), None);
    }

    #[test]
    fn a_duplicate_account_leads_to_the_other_one() {
        let english = Translator::new(Lang::En);
        let reason = Reason::of_duplicate(
            "ma•••@dom.example",
            "+7 4932 000000",
            "Tue, Thu 13:00–16:30",
        );
        let said = say(english, &reason.kept());
        for part in [
            "ma•••@dom.example",
            "+7 4932 000000",
            "Tue, Thu 13:00–16:30",
        ] {
            assert!(said.contains(part), "{said}");
        }
        let silent = Reason::of_duplicate("ma•••@dom.example", "", "").say(english);
        assert!(!silent.contains("call"), "{silent}");
    }
}
