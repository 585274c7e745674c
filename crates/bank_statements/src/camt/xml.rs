//! Steps through an XML document, with the limits that keep a hostile one harmless.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::error::{Problem, ReadError, quote};

/// Deeper than any statement; CAMT.053 needs about fifteen.
const MAX_DEPTH: u32 = 64;

/// Where the reader came to.
pub(super) enum Step<'x> {
    /// An element begins; its local name.
    Open(&'x str),
    /// The innermost open element ends.
    Close,
    /// Text of the innermost open element: [`Source::take_text`].
    Text,
    /// The document ends.
    End,
}

/// A document that is read from start to end.
pub(super) struct Source<'x> {
    text: &'x str,
    reader: Reader<&'x [u8]>,
    depth: u32,
    start: Option<BytesStart<'x>>,
    content: std::borrow::Cow<'x, str>,
}

impl<'x> Source<'x> {
    /// The document from its first character.
    pub(super) fn new(text: &'x str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().check_end_names = true;
        Self {
            text,
            reader,
            depth: 0,
            start: None,
            content: "".into(),
        }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> u32 {
        self.depth
    }

    /// The line that the reader is in, from 1.
    pub(super) fn line(&self) -> u32 {
        self.line_of(self.reader.buffer_position())
    }

    fn line_of(&self, position: u64) -> u32 {
        let position = usize::try_from(position).unwrap_or(usize::MAX);
        let lines = self
            .text
            .match_indices('\n')
            .take_while(|(at, _)| *at < position)
            .count();
        u32::try_from(lines + 1).unwrap_or(u32::MAX)
    }

    fn error(&self, problem: Problem) -> ReadError {
        ReadError::line(self.line(), problem)
    }

    /// The next step. An element that is open at the end of the document is an error.
    pub(super) fn step(&mut self) -> Result<Step<'x>, ReadError> {
        loop {
            let before = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
            let event = self.reader.read_event().map_err(|error| {
                let line = self.line_of(self.reader.error_position());
                let message = quote(&error.to_string());
                ReadError::line(line, Problem::XmlBroken { message })
            })?;
            match event {
                Event::Start(start) => return self.open(start, before).map(Step::Open),
                Event::Empty(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Step::Close);
                }
                Event::Text(text) => {
                    self.content = text.into_inner();
                    return Ok(Step::Text);
                }
                Event::CData(text) => {
                    self.content = text.into_inner();
                    return Ok(Step::Text);
                }
                Event::GeneralRef(name) => {
                    let known = match &*name {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => name.resolve_char_ref().ok().flatten(),
                    };
                    let text = quote(&format!("&{};", &*name));
                    let known = known.ok_or_else(|| self.error(Problem::XmlForbidden { text }))?;
                    self.content = known.to_string().into();
                    return Ok(Step::Text);
                }
                Event::DocType(_) => {
                    let text = "<!DOCTYPE".to_owned();
                    return Err(self.error(Problem::XmlForbidden { text }));
                }
                Event::Eof if self.depth > 0 => {
                    let expected = "the end of every element".to_owned();
                    return Err(self.error(Problem::CutShort { expected }));
                }
                Event::Eof => return Ok(Step::End),
            }
        }
    }

    fn open(&mut self, start: BytesStart<'x>, before: usize) -> Result<&'x str, ReadError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error(Problem::XmlTooBig { limit: MAX_DEPTH }));
        }
        let size = start.name().as_ref().len();
        let from = before.saturating_add(1);
        let name = self
            .text
            .get(from..from.saturating_add(size))
            .unwrap_or_default();
        self.start = Some(start);
        Ok(name.rsplit(':').next().unwrap_or_default())
    }

    /// The text of the step before.
    pub(super) fn take_text(&mut self) -> std::borrow::Cow<'x, str> {
        std::mem::take(&mut self.content)
    }

    /// An attribute of the element that was opened last.
    pub(super) fn attribute(&self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(start) = &self.start else {
            return Ok(None);
        };
        match start.try_get_attribute(name) {
            Ok(found) => Ok(found.map(|attribute| attribute.value.to_string())),
            Err(error) => {
                let message = quote(&error.to_string());
                Err(self.error(Problem::XmlBroken { message }))
            }
        }
    }

    /// A namespace of ISO 20022 that the element opened last declares.
    pub(super) fn namespace(&self) -> Option<String> {
        let attributes = self.start.as_ref()?.attributes();
        attributes
            .flatten()
            .filter(|attribute| attribute.key.as_ref().starts_with("xmlns"))
            .map(|attribute| attribute.value.to_string())
            .find(|uri| uri.contains("iso:20022"))
    }

    /// Goes to the end of the element that was opened last.
    pub(super) fn skip(&mut self) -> Result<(), ReadError> {
        let depth = self.depth;
        while self.depth >= depth {
            self.step()?;
        }
        Ok(())
    }
}
