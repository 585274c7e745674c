//! The language of letters' texts: plain words, one paragraph a line, and names in braces that are filled in once, so that
//! nothing in a value is ever read as a name. A brace that is meant is written twice. The forms of a word that follows a
//! number stand after its name: `{hours} {hours: hour | hours}`.

use std::fmt;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bit {
    /// Words as they are.
    Words(String),
    /// What stands between braces, without blanks around it.
    Name(String),
    /// The name of a number, and the forms of a word that goes with it, in the order of [`Lang::form_of`].
    Forms(String, Vec<String>),
}

/// A line of a text; never empty.
pub type Line = Vec<Bit>;

/// Subject and text of a letter, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// The subject.
    pub subject: Line,
    /// The paragraphs.
    pub body: Vec<Line>,
}

/// A brace that nothing opens or closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a brace stands alone")]
pub struct StrayBrace;

impl Template {
    /// Reads a text: blank lines do not count, nor do blanks around a line.
    ///
    /// # Errors
    /// [`StrayBrace`].
    pub fn read(subject: &str, body: &str) -> Result<Self, StrayBrace> {
        Ok(Self {
            subject: read_line(subject)?,
            body: read_body(body)?,
        })
    }

    /// Subject and text as [`Template::read`] takes them.
    pub fn typed(&self) -> (String, String) {
        let lines: Vec<String> = self.body.iter().map(|line| typed_line(line)).collect();
        (typed_line(&self.subject), lines.join("\n\n"))
    }
}

/// Reads the paragraphs of a text.
///
/// # Errors
/// [`StrayBrace`].
pub fn read_body(text: &str) -> Result<Vec<Line>, StrayBrace> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(read_line).collect()
}

/// Reads one line.
///
/// # Errors
/// [`StrayBrace`].
pub fn read_line(text: &str) -> Result<Line, StrayBrace> {
    let (mut line, mut words) = (Line::new(), String::new());
    let mut rest = text.trim();
    while let Some(at) = rest.find(['{', '}']) {
        words.push_str(&rest[..at]);
        let (brace, after) = (&rest[at..=at], &rest[at + 1..]);
        if let Some(next) = after.strip_prefix(brace) {
            words.push_str(brace);
            rest = next;
            continue;
        }
        let end = after.find(['{', '}']).ok_or(StrayBrace)?;
        if brace == "}" || !after[end..].starts_with('}') {
            return Err(StrayBrace);
        }
        if !words.is_empty() {
            line.push(Bit::Words(std::mem::take(&mut words)));
        }
        line.push(read_name(&after[..end]));
        rest = &after[end + 1..];
    }
    words.push_str(rest);
    if !words.is_empty() {
        line.push(Bit::Words(words));
    }
    Ok(line)
}

/// What stands between braces.
fn read_name(text: &str) -> Bit {
    match text.split_once(':') {
        None => Bit::Name(text.trim().to_owned()),
        Some((name, forms)) => {
            let forms = forms.split('|').map(|form| form.trim().to_owned());
            Bit::Forms(name.trim().to_owned(), forms.collect())
        }
    }
}

fn typed_line(line: &[Bit]) -> String {
    line.iter().map(Bit::to_string).collect()
}

impl fmt::Display for Bit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => out.write_str(&words.replace('{', "{{").replace('}', "}}")),
            Self::Name(name) => write!(out, "{{{name}}}"),
            Self::Forms(name, forms) => write!(out, "{{{name}: {}}}", forms.join(" | ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Bit {
        Bit::Words(text.to_owned())
    }

    fn name(text: &str) -> Bit {
        Bit::Name(text.to_owned())
    }

    #[test]
    fn names_stand_in_braces() {
        let line = read_line("  Place in “{title}”: { when }.").unwrap_or_default();
        assert_eq!(
            line,
            [
                words("Place in “"),
                name("title"),
                words("”: "),
                name("when"),
                words(".")
            ]
        );
        assert_eq!(read_line("{{title}}"), Ok(vec![words("{title}")]));
        assert_eq!(
            read_line("{{{title}}}"),
            Ok(vec![words("{"), name("title"), words("}")])
        );
        for stray in ["{", "}", "{a", "a}", "{a{b}", "{ {a} }", "{{{", "x } y {b}"] {
            assert_eq!(read_line(stray), Err(StrayBrace), "{stray}");
        }
    }

    #[test]
    fn forms_stand_after_a_name() {
        let line = read_line("{hours} { hours :hour|  hours }!").unwrap_or_default();
        let forms = Bit::Forms("hours".into(), vec!["hour".into(), "hours".into()]);
        assert_eq!(line, [name("hours"), words(" "), forms, words("!")]);
        assert_eq!(typed_line(&line), "{hours} {hours: hour | hours}!");
        let empty = Bit::Forms("hours".into(), vec![String::new()]);
        assert_eq!(read_line("{hours:}"), Ok(vec![empty]));
    }

    #[test]
    fn every_line_is_a_paragraph() {
        let read = Template::read("S", "\r\n A \r\n\r\n{b}\nC").unwrap_or_default();
        assert_eq!(read.body, [[words("A")], [name("b")], [words("C")]]);
        assert_eq!(read.typed(), ("S".into(), "A\n\n{b}\n\nC".into()));
    }

    proptest! {
        #[test]
        fn what_is_read_is_written_back(
            subject in "[a-zż{} \\n]{0,20}|\\PC{0,20}",
            body in "([a-zż:|]{0,3}[{}]{0,3}[ \\n]{0,2}){0,12}|\\PC{0,40}",
        ) {
            if let Ok(read) = Template::read(&subject, &body) {
                let (subject, body) = read.typed();
                prop_assert_eq!(Template::read(&subject, &body), Ok(read));
            }
        }

        #[test]
        fn nothing_that_is_typed_is_too_much(subject in any::<String>(), body in any::<String>()) {
            drop(Template::read(&subject, &body));
        }

        #[test]
        fn words_stay_what_they_are(text in "\\PC{0,30}") {
            let typed = Bit::Words(text.trim().to_owned()).to_string();
            let expected: Line = [text.trim()].iter().filter(|text| !text.is_empty()).map(|text| words(text)).collect();
            prop_assert_eq!(read_line(&typed), Ok(expected));
        }
    }
}
