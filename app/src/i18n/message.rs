use std::fmt;

use fluent_bundle::FluentArgs;

use super::{Translator, number, write_message};

/// A message with its arguments, written out when displayed.
#[derive(Debug)]
pub struct Message<'a> {
    translator: Translator,
    key: &'a str,
    args: Option<FluentArgs<'a>>,
}

impl<'a> Message<'a> {
    pub(super) fn new(translator: Translator, key: &'a str) -> Self {
        Self {
            translator,
            key,
            args: None,
        }
    }

    /// Gives a whole number, which also chooses the plural form.
    #[must_use]
    pub fn int(mut self, name: &'a str, value: impl TryInto<i64>) -> Self {
        self.args
            .get_or_insert_default()
            .set(name, number(value.try_into().unwrap_or(i64::MAX)));
        self
    }

    /// Gives a text.
    #[must_use]
    pub fn text(mut self, name: &'a str, value: impl fmt::Display) -> Self {
        self.args
            .get_or_insert_default()
            .set(name, value.to_string());
        self
    }
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_message(out, self.translator, self.key, self.args.as_ref())
    }
}
