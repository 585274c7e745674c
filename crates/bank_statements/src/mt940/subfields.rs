//! The structured `:86:`: a code of the transaction, then parts that begin with a sign and two digits. German banks write
//! `166?00…?20…` (DFÜ agreement, annex 3), Polish ones `020~00…~20…`, `<20`, `^20`, one Dutch bank `>20`.

/// The signs that may begin a part.
const SIGNS: [char; 6] = ['?', '~', '<', '^', '>', '|'];
/// A part of this length was filled: the next one goes on in the middle of a word or behind a space of its own.
const FULL: usize = 27;

/// The parts of a description.
pub(super) struct Subfields<'t> {
    sign: char,
    text: &'t str,
}

impl<'t> Subfields<'t> {
    /// The parts, when the text is written so. `text` is the description without its line breaks.
    pub(super) fn of(text: &'t str) -> Option<Self> {
        let bare = text.trim_start();
        let code = bare.bytes().take(4).take_while(u8::is_ascii_digit).count();
        let rest = bare.get(code..)?.trim_start();
        let sign = rest.chars().next().filter(|sign| SIGNS.contains(sign))?;
        let found = Self { sign, text: rest };
        found.parts().next().is_some().then_some(found)
    }

    /// The sign that begins its parts.
    pub(super) fn sign(&self) -> char {
        self.sign
    }

    /// Number and content of each part, in order.
    fn parts(&self) -> impl Iterator<Item = (u8, &'t str)> + use<'t> {
        let (sign, text) = (self.sign, self.text);
        let mut rest = Some(text);
        std::iter::from_fn(move || {
            loop {
                let (number, content) = numbered(rest?.split_once(sign)?.1, &mut rest, sign);
                if let Some(number) = number {
                    return Some((number, content));
                }
            }
        })
    }

    /// The parts with these numbers as one text: a full part goes on in the next one, others are separated by a space.
    pub(super) fn join(&self, numbers: impl Fn(u8) -> bool) -> String {
        let mut text = String::new();
        let mut full = true;
        for (_, content) in self.parts().filter(|(number, _)| numbers(*number)) {
            if !full {
                text.push(' ');
            }
            text.push_str(content);
            full = content.chars().count() >= FULL;
        }
        crate::text::clean(&text)
    }

    /// The part with that number.
    pub(super) fn get(&self, wanted: u8) -> &'t str {
        let found = self.parts().find(|(number, _)| *number == wanted);
        found.map_or("", |(_, content)| content.trim())
    }
}

/// The number at the start of `text` and what follows up to the next sign with a number; `rest` is set to what is left.
fn numbered<'t>(text: &'t str, rest: &mut Option<&'t str>, sign: char) -> (Option<u8>, &'t str) {
    let Some(number) = two_digits(text) else {
        *rest = Some(text);
        return (None, "");
    };
    let content = text.get(2..).unwrap_or_default();
    let mut end = content.len();
    for (at, _) in content.match_indices(sign) {
        if content.get(at + 1..).and_then(two_digits).is_some() {
            end = at;
            break;
        }
    }
    let (content, left) = content.split_at(end);
    *rest = Some(left);
    (Some(number), content)
}

fn two_digits(text: &str) -> Option<u8> {
    let digits = text.get(..2)?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}
