//! One spelling with a–z for every alphabet and scheme.
//!
//! `Щербаков`, `Shcherbakov`, `Szczerbakow` and `Scherbakov` come to the same letters; so do Polish words without their
//! marks, doubled letters and single ones. Coarse on purpose: it finds, the score decides.

/// The skeleton of a folded word. Letters of other alphabets stay as they are.
pub(crate) fn skeleton(word: &str) -> String {
    let mut letters = String::with_capacity(word.len() + 4);
    if word.is_ascii() {
        of_latin(word, &mut letters);
    } else {
        // Runs of ASCII between other letters are read as Latin, so that a form once made stays.
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            let end = rest
                .find(|c: char| c.is_ascii() != first.is_ascii())
                .unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            if first.is_ascii() {
                of_latin(run, &mut letters);
            } else {
                of_cyrillic(run, &mut letters);
            }
            rest = after;
        }
    }
    let settled = settle(&letters);
    // Letters that came together may be read once more (`t` and `s` of two runs); nothing new comes after that.
    if settled == word {
        settled
    } else {
        skeleton(&settled)
    }
}

/// Groups of Latin letters that stand for one sound, the longest first.
const GROUPS: [(&str, &str); 23] = [
    ("shch", "sc"),
    ("szcz", "sc"),
    ("tsch", "c"),
    ("sch", "sc"),
    ("zh", "z"),
    ("kh", "h"),
    ("ch", "c"),
    ("cz", "c"),
    ("sh", "s"),
    ("sz", "s"),
    ("ts", "c"),
    ("tz", "c"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("qu", "kv"),
    ("x", "ks"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("q", "k"),
    ("ie", "e"),
    ("ii", "i"),
];

fn of_latin(word: &str, letters: &mut String) {
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        if rest.starts_with("yo") && letters.ends_with(is_consonant) {
            // What some schemes write for ё: `Solovyov`. Behind a vowel it is й and о: `Mayorov`.
            letters.push('e');
            rest = &rest[2..];
        } else if let Some((group, sound)) = group_at(rest, first) {
            letters.push_str(sound);
            rest = &rest[group.len()..];
        } else {
            letters.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
}

/// The group that a text begins with. Most letters begin none, and names are read by the million.
fn group_at(rest: &str, first: char) -> Option<&'static (&'static str, &'static str)> {
    if !matches!(first, 'c' | 'i'..='k' | 'p' | 'q' | 's' | 't' | 'w'..='z') {
        return None;
    }
    let begins = |group: &str| group.as_bytes().first() == rest.as_bytes().first();
    GROUPS
        .iter()
        .find(|(group, _)| begins(group) && rest.starts_with(group))
}

fn is_consonant(c: char) -> bool {
    c.is_ascii_lowercase() && !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn of_cyrillic(word: &str, letters: &mut String) {
    for c in word.chars() {
        let sound = match c {
            'а' => "a",
            'б' => "b",
            'в' => "v",
            'г' | 'ґ' => "g",
            'д' => "d",
            'е' | 'э' | 'є' => "e",
            'ж' | 'з' => "z",
            'и' | 'ы' | 'і' | 'й' | 'ї' => "i",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'о' => "o",
            'п' => "p",
            'р' => "r",
            'с' | 'ш' => "s",
            'т' => "t",
            'у' | 'ў' => "u",
            'ф' => "f",
            'х' => "h",
            'ц' | 'ч' => "c",
            'щ' => "sc",
            'ъ' | 'ь' => "",
            'ю' => "iu",
            'я' => "ia",
            other => {
                letters.push(other);
                continue;
            }
        };
        letters.push_str(sound);
    }
}

/// Doubled letters once; `i` before `e` and `i` left out, as schemes differ most there.
fn settle(letters: &str) -> String {
    let mut settled = String::with_capacity(letters.len());
    for c in letters.chars() {
        match settled.chars().next_back() {
            Some(last) if last == c && !c.is_numeric() => {}
            Some('i') if c == 'e' => {
                settled.pop();
                if !settled.ends_with('e') {
                    settled.push('e');
                }
            }
            _ => settled.push(c),
        }
    }
    settled
}
