//! Letters of one alphabet that look like those of another: a Latin `o` in `Иванов`.

/// The alphabet that most letters of a text can belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    Cyrillic,
}

/// Folded Latin letters and the Cyrillic ones that they look like, small or capital.
const PAIRS: [(char, char); 12] = [
    ('a', 'а'),
    ('b', 'в'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'н'),
    ('k', 'к'),
    ('m', 'м'),
    ('o', 'о'),
    ('p', 'р'),
    ('t', 'т'),
    ('x', 'х'),
    ('y', 'у'),
];

fn to_cyrillic(c: char) -> Option<char> {
    PAIRS.iter().find(|pair| pair.0 == c).map(|pair| pair.1)
}

fn to_latin(c: char) -> Option<char> {
    PAIRS.iter().find(|pair| pair.1 == c).map(|pair| pair.0)
}

const fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52F}')
}

/// The script of folded words, told by the letters that have no double in the other; none when there are none or as many.
pub(crate) fn script_of<'text>(words: impl Iterator<Item = &'text str>) -> Option<Script> {
    let (mut latin, mut cyrillic) = (0_usize, 0_usize);
    for c in words.flat_map(str::chars) {
        latin += usize::from(c.is_ascii_lowercase() && to_cyrillic(c).is_none());
        cyrillic += usize::from(is_cyrillic(c) && to_latin(c).is_none());
    }
    match latin.cmp(&cyrillic) {
        std::cmp::Ordering::Greater => Some(Script::Latin),
        std::cmp::Ordering::Less => Some(Script::Cyrillic),
        std::cmp::Ordering::Equal => None,
    }
}

/// A folded word with all its letters from one alphabet: its own where it shows one, else that of its neighbours.
pub(crate) fn at_home(word: &str, neighbours: Option<Script>) -> String {
    let mixed = word.contains(is_cyrillic) && word.contains(|c: char| c.is_ascii_lowercase());
    let own = script_of(std::iter::once(word));
    let ambiguous = own.is_none() && !mixed;
    let script = if mixed || ambiguous {
        own.or(neighbours)
    } else {
        own
    };
    let home = match script {
        Some(Script::Cyrillic) => to_cyrillic,
        Some(Script::Latin) => to_latin,
        None => return word.to_owned(),
    };
    word.chars().map(|c| home(c).unwrap_or(c)).collect()
}

/// The letter that stands for all that look like this folded one: what unique forms are made of, where there are no
/// neighbours to ask.
pub(crate) fn looks_like(c: char) -> char {
    match c {
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'ѕ' => 's',
        'α' => 'a',
        'β' => 'b',
        'ε' => 'e',
        'ζ' => 'z',
        'η' => 'h',
        'κ' => 'k',
        'μ' => 'm',
        'ν' => 'n',
        'ο' => 'o',
        'ρ' => 'p',
        'τ' => 't',
        'υ' => 'y',
        'χ' => 'x',
        _ => to_latin(c).unwrap_or(c),
    }
}
