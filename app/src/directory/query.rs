//! What a visitor asks the directory for: read from an address and written back to one, so that every state of the filters can be
//! sent to somebody else. What can not be understood is left out, never refused.

use url::form_urlencoded::{Serializer, parse};

use crate::accounts::OrganisationId;
use crate::text::clean_line;

/// More than this is not searched for.
const LONGEST_TEXT: usize = 100;

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    /// Words of name, town, street or type, as typed.
    pub(super) q: String,
    /// A type in the register's words, or the code of a kind.
    pub(super) kind: String,
    /// In this municipality.
    pub(super) municipality: Option<OrganisationId>,
    page: usize,
}

impl Query {
    /// Reads the query of an address.
    pub(super) fn read(query: &str) -> Self {
        let mut wanted = Self::default();
        for (name, value) in parse(query.as_bytes()) {
            let value = value.trim();
            match name.as_ref() {
                "q" => wanted.q = text(value),
                "kind" => wanted.kind = text(value),
                "municipality" => wanted.municipality = value.parse().ok(),
                "page" => wanted.page = value.parse().unwrap_or(0),
                _ => {}
            }
        }
        wanted
    }

    /// The page asked for, from 1.
    pub(super) fn page(&self) -> usize {
        self.page.max(1)
    }

    /// Whether anything narrows the list.
    pub(super) fn is_narrow(&self) -> bool {
        !self.q.is_empty() || !self.kind.is_empty() || self.municipality.is_some()
    }

    /// Another page of the same list.
    pub(super) fn on_page(&self, page: usize) -> Self {
        Self {
            page,
            ..self.clone()
        }
    }

    /// What is set, as names and values in a fixed order.
    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        let municipality = self.municipality.map(|id| id.to_string());
        let page = if self.page > 1 {
            self.page.to_string()
        } else {
            String::new()
        };
        let mut pairs = vec![
            ("q", self.q.clone()),
            ("kind", self.kind.clone()),
            ("municipality", municipality.unwrap_or_default()),
            ("page", page),
        ];
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }

    /// The address of this wish, always the same for the same wish.
    pub(super) fn address(&self) -> String {
        let pairs = self.pairs();
        if pairs.is_empty() {
            return "/institutions".to_owned();
        }
        let query = Serializer::new(String::new()).extend_pairs(pairs).finish();
        format!("/institutions?{query}")
    }
}

fn text(value: &str) -> String {
    let short: String = value.chars().take(LONGEST_TEXT).collect();
    clean_line(&short, LONGEST_TEXT).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_comes_back_as_it_was() {
        let query = "q=szko%C5%82a+nr+2&kind=Przedszkole&municipality=7&page=3";
        let wanted = Query::read(query);
        assert_eq!((wanted.q.as_str(), wanted.page()), ("szkoła nr 2", 3));
        assert_eq!(wanted.address(), format!("/institutions?{query}"));
        let first = wanted.on_page(1).address();
        assert_eq!(
            first,
            "/institutions?q=szko%C5%82a+nr+2&kind=Przedszkole&municipality=7"
        );
    }

    #[test]
    fn what_can_not_be_understood_is_left_out() {
        let wanted = Query::read("q=%00&municipality=moon&page=-1&x=y&&==");
        assert_eq!(wanted.address(), "/institutions");
        assert_eq!((wanted.page(), wanted.is_narrow()), (1, false));
    }
}
