//! Forms: what was typed, and what is wrong with it. Errors are codes; only templates speak (`error-<code>` messages).

use std::collections::BTreeMap;
use std::fmt;

use crate::i18n::Translator;

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Name of the field; empty for the form as a whole.
    pub field: &'static str,
    /// Code of the message `error-<code>`.
    pub code: &'static str,
    /// Arguments of the message; whole numbers choose plural forms.
    pub args: Vec<(&'static str, String)>,
}

impl FieldError {
    /// An error without arguments.
    pub fn new(field: &'static str, code: &'static str) -> Self {
        Self {
            field,
            code,
            args: Vec::new(),
        }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// The message in the reader's language.
    pub fn say(&self, t: Translator) -> String {
        let key = format!("error-{}", self.code);
        let mut message = t.get(&key);
        for (name, value) in &self.args {
            message = match value.parse::<i64>() {
                Ok(number) => message.int(name, number),
                Err(_) => message.text(name, value),
            };
        }
        message.to_string()
    }
}

/// Values as typed, and errors. A form is shown with what is in it, however wrong.
#[derive(Clone, Debug, Default)]
pub struct Form {
    values: BTreeMap<String, Vec<String>>,
    errors: Vec<FieldError>,
}

impl Form {
    /// An empty form.
    pub fn new() -> Self {
        Self::default()
    }

    /// A form with these values, in order; a name may come several times.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut form = Self::default();
        for (name, value) in pairs {
            form.values.entry(name).or_default().push(value);
        }
        form
    }

    /// Sets a value that the form starts with.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.values.insert(name.to_owned(), vec![value.to_string()]);
        self
    }

    /// The value as typed; empty when there is none.
    pub fn value(&self, name: &str) -> &str {
        self.values
            .get(name)
            .and_then(|values| values.first())
            .map_or("", String::as_str)
    }

    /// All values of a name, for boxes to tick.
    pub fn all(&self, name: &str) -> &[String] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether `name` has `value` among its values: for radio buttons, boxes and lists.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).iter().any(|other| other == value)
    }

    /// Names and values in the order of the names.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().flat_map(|(name, values)| {
            values
                .iter()
                .map(move |value| (name.as_str(), value.as_str()))
        })
    }

    /// Forgets a value, for passwords that must not come back.
    pub fn forget(&mut self, name: &str) {
        self.values.remove(name);
    }

    /// Sets all values of a name, in order.
    pub fn set_all(&mut self, name: &str, values: Vec<String>) {
        self.values.insert(name.to_owned(), values);
    }

    /// Adds an error.
    pub fn refuse(&mut self, error: FieldError) {
        self.errors.push(error);
    }

    /// Takes `result`'s value; an error's code is noted for `field`.
    pub fn take<T>(&mut self, field: &'static str, result: Result<T, &'static str>) -> Option<T> {
        result
            .map_err(|code| self.refuse(FieldError::new(field, code)))
            .ok()
    }

    /// The first error of a field.
    pub fn error(&self, field: &str) -> Option<&FieldError> {
        self.errors.iter().find(|error| error.field == field)
    }

    /// All errors, in the order in which they were found.
    pub fn errors(&self) -> &[FieldError] {
        &self.errors
    }

    /// Whether nothing was refused.
    pub fn is_fine(&self) -> bool {
        self.errors.is_empty()
    }
}
