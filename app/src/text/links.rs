//! Addresses in plain text, found so that pages can make links of them.

use url::Url;

/// What ends a sentence or closes a bracket rather than an address.
const AFTER: &[char] = &[
    '.', ',', ';', ':', '!', '?', ')', ']', '}', '"', '\'', '”', '»', '…',
];

/// A piece of a line: words as they are, or an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bit {
    /// As it was written.
    pub text: String,
    /// Whether it is an address of the web that can be followed.
    pub is_link: bool,
}

/// A line in pieces, which together are the line. Only whole `http` and `https` addresses become links, and none that names
/// somebody before its host, which would look like another host.
pub fn linked(line: &str) -> Vec<Bit> {
    let mut bits: Vec<Bit> = Vec::new();
    for word in line.split_inclusive(char::is_whitespace) {
        let begin = word.find("http").unwrap_or(word.len());
        let (before, rest) = word.split_at(begin);
        let address = rest.trim_end().trim_end_matches(AFTER);
        let after = rest.get(address.len()..).unwrap_or_default();
        if is_address(address) {
            put(&mut bits, before, false);
            put(&mut bits, address, true);
            put(&mut bits, after, false);
        } else {
            put(&mut bits, word, false);
        }
    }
    bits
}

fn is_address(text: &str) -> bool {
    let has_scheme = text.starts_with("https://") || text.starts_with("http://");
    has_scheme
        && Url::parse(text).is_ok_and(|url| {
            url.has_host() && url.username().is_empty() && url.password().is_none()
        })
}

/// Adds a piece; words that follow words are one piece.
fn put(bits: &mut Vec<Bit>, text: &str, is_link: bool) {
    if text.is_empty() {
        return;
    }
    match bits.last_mut() {
        Some(last) if !last.is_link && !is_link => last.text.push_str(text),
        _ => bits.push(Bit {
            text: text.to_owned(),
            is_link,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn links(line: &str) -> Vec<String> {
        let bits = linked(line).into_iter().filter(|bit| bit.is_link);
        bits.map(|bit| bit.text).collect()
    }

    #[test]
    fn addresses_become_links_without_what_stands_around_them() {
        assert_eq!(
            links("Map: (https://city.example/map?a=1#b), and http://a.example/."),
            ["https://city.example/map?a=1#b", "http://a.example/"]
        );
        assert_eq!(links("„https://b.example”"), ["https://b.example"]);
    }

    #[test]
    fn what_is_no_whole_address_stays_text() {
        for line in [
            "javascript:alert(1)",
            "https://",
            "www.city.example",
            "https://bank.example@evil.example/",
            "data:text/html,x http: ahttps:/x",
        ] {
            assert!(links(line).is_empty(), "{line}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost(line in "[a-zł ().,]{0,9}(https?://[a-z.]{0,9}[ .)]?){0,3}.{0,20}") {
            let bits: String = linked(&line).into_iter().map(|bit| bit.text).collect();
            prop_assert_eq!(bits, line);
        }
    }
}
