//! Three languages, chosen by the reader. Messages lie in `locales/<language>/<room>.ftl` and are compiled in.

mod dates;
mod message;
mod names;

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};

pub use message::Message;
pub use names::name_key;

/// A language of the system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Polish.
    #[default]
    Pl,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Lang {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Pl, Self::Ru, Self::En];

    /// How many forms a word has that follows a whole number.
    pub fn forms(self) -> usize {
        match self {
            Self::Pl | Self::Ru => 3,
            Self::En => 2,
        }
    }

    /// Which of its forms, from 0, a word has after this number: as after 1, 2 and 5, in English as after 1 and 2 (CLDR).
    pub fn form_of(self, number: i64) -> usize {
        let number = number.unsigned_abs();
        let is_few = (2..=4).contains(&(number % 10)) && !(12..=14).contains(&(number % 100));
        match self {
            Self::Pl | Self::En if number == 1 => 0,
            Self::Ru if number % 10 == 1 && number % 100 != 11 => 0,
            Self::En => 1,
            _ if is_few => 1,
            _ => 2,
        }
    }

    /// ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// The language with this code, in any case; none for others.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|lang| code.eq_ignore_ascii_case(lang.code()))
    }

    /// The first language of an `Accept-Language` header that the system speaks; weights are read.
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut best: Option<(Self, f32)> = None;
        for part in header.split(',').take(20) {
            let mut pieces = part.split(';');
            let tag = pieces.next().unwrap_or_default().trim();
            let weight = pieces
                .find_map(|piece| piece.trim().strip_prefix("q=")?.trim().parse().ok())
                .unwrap_or(1.0);
            let Some(lang) = Self::from_code(tag.split('-').next().unwrap_or_default()) else {
                continue;
            };
            if weight > 0.0 && best.is_none_or(|(_, most)| weight > most) {
                best = Some((lang, weight));
            }
        }
        best.map(|(lang, _)| lang)
    }
}

type Bundle = FluentBundle<FluentResource>;

macro_rules! rooms {
    ($($room:literal),* $(,)?) => {
        /// The message files of one language, by room, as they are compiled in.
        pub fn sources(lang: Lang) -> Vec<(&'static str, &'static str)> {
            match lang {
                Lang::Pl => vec![$(($room, include_str!(concat!("../../locales/pl/", $room, ".ftl")))),*],
                Lang::Ru => vec![$(($room, include_str!(concat!("../../locales/ru/", $room, ".ftl")))),*],
                Lang::En => vec![$(($room, include_str!(concat!("../../locales/en/", $room, ".ftl")))),*],
            }
        }
    };
}

rooms![
    "accounts",
    "announcements",
    "branches",
    "catalogue",
    "certificates",
    "children",
    "consoles",
    "directory",
    "draws",
    "enrolment",
    "errors",
    "families",
    "group_mail",
    "guide",
    "hours",
    "letter_texts",
    "letters",
    "lists",
    "mail",
    "materials",
    "meetings",
    "merging",
    "moving",
    "payments",
    "people",
    "reports",
    "requests",
    "sharing",
    "staff",
    "surveys",
    "tables",
    "teenagers",
    "traces",
    "web",
];

static BUNDLES: LazyLock<[Bundle; 3]> = LazyLock::new(|| Lang::ALL.map(bundle));

fn bundle(lang: Lang) -> Bundle {
    let id =
        unic_langid::LanguageIdentifier::from_bytes(lang.code().as_bytes()).unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    for (room, source) in sources(lang) {
        // A house rule test parses every file, so that an error here is met before anybody runs it.
        let resource =
            FluentResource::try_new(kept_together(source)).unwrap_or_else(|(resource, errors)| {
                tracing::error!(
                    room,
                    lang = lang.code(),
                    count = errors.len(),
                    "messages with errors"
                );
                resource
            });
        if bundle.add_resource(resource).is_err() {
            tracing::error!(room, lang = lang.code(), "a message is defined twice");
        }
    }
    bundle
}

/// A number stays on one line with the word that it counts: in the variants of a plural form, the blank after the number
/// that chooses among them does not break.
fn kept_together(source: &str) -> String {
    let mut counted = String::new();
    let mut out = String::with_capacity(source.len() + 256);
    for line in source.split_inclusive('\n') {
        let begin = line.trim_start();
        if let Some(selector) = begin.strip_suffix("->\n") {
            counted = format!("{} }}", selector.trim_end());
        }
        let is_variant = begin.starts_with('[') || begin.starts_with("*[");
        if is_variant && !counted.is_empty() {
            let together = format!("{counted}\u{a0}");
            out.push_str(&line.replace(&format!("{counted} "), &together));
        } else {
            out.push_str(line);
        }
    }
    out
}

/// Speaks one language. Cheap to copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Translator {
    lang: Lang,
}

impl Translator {
    /// The translator of a language.
    pub fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// The language spoken.
    pub fn lang(self) -> Lang {
        self.lang
    }

    /// A message by its key; arguments are chained. A missing key shows itself, and a house rule test finds it.
    pub fn get(self, key: &str) -> Message<'_> {
        Message::new(self, key)
    }

    /// Whether there is a message with this key.
    pub fn has(self, key: &str) -> bool {
        self.bundle().has_message(key)
    }

    /// What a field is called: the message that `labels` names for it as `field=key`, or the first one that there is with one
    /// of the beginnings in `labels`.
    pub fn label(self, labels: &str, field: &str) -> Option<String> {
        let name = field.replace('_', "-");
        let mut labels = labels.split(' ');
        let key = labels.find_map(|one| match one.split_once('=') {
            Some((of, key)) => (of == field).then(|| key.to_owned()),
            None => Some(format!("{one}{name}")).filter(|key| self.has(key)),
        });
        key.map(|key| self.get(&key).to_string())
    }

    fn bundle(self) -> &'static Bundle {
        &BUNDLES[self.lang as usize]
    }

    /// An amount of money in minor units, such as `120 zł` or `120,50 zł`.
    pub fn money(self, minor: i64, currency: &str) -> String {
        let whole = match minor {
            -99..0 => "-0".to_owned(),
            _ => (minor / 100).to_string(),
        };
        let cents = (minor % 100).abs();
        let point = if self.lang == Lang::En { '.' } else { ',' };
        let amount = if cents == 0 {
            whole
        } else {
            format!("{whole}{point}{cents:02}")
        };
        let sign = match currency {
            "PLN" if self.lang == Lang::En => return format!("PLN\u{a0}{amount}"),
            "PLN" => "zł",
            "RUB" => "₽",
            "EUR" => "€",
            other => other,
        };
        format!("{amount}\u{a0}{sign}")
    }
}

fn write_message<W: std::fmt::Write>(
    out: &mut W,
    translator: Translator,
    key: &str,
    args: Option<&FluentArgs<'_>>,
) -> std::fmt::Result {
    let bundle = translator.bundle();
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        tracing::error!(key, lang = translator.lang.code(), "missing message");
        return out.write_str(key);
    };
    let mut errors = Vec::new();
    bundle.write_pattern(out, pattern, args, &mut errors)?;
    if !errors.is_empty() {
        tracing::error!(
            key,
            lang = translator.lang.code(),
            count = errors.len(),
            "a message lacks an argument"
        );
    }
    Ok(())
}

fn number(value: i64) -> FluentValue<'static> {
    FluentValue::from(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stays_with_what_it_counts() {
        let t = Translator::new(Lang::Pl);
        let places = t.get("catalogue-places").int("free", 3).int("capacity", 20);
        assert_eq!(places.to_string(), "3\u{a0}wolne miejsca z 20");
    }
}
