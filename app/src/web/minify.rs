//! Takes out of a stylesheet what browsers do not need. Our own stylesheet is what it is written for: no `url()` without
//! quotes, no `;` or braces in selectors.

/// The stylesheet without comments and without the white space that means nothing; strings stay as they are.
pub fn minify_css(css: &str) -> String {
    let mut small = String::with_capacity(css.len());
    let mut rest = css;
    let mut space_waits = false;
    while let Some(next) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if next.is_whitespace() {
            space_waits = true;
            rest = rest.trim_start();
        } else {
            let length = token_length(rest, next);
            put(&mut small, &rest[..length], space_waits);
            space_waits = false;
            rest = &rest[length..];
        }
    }
    small
}

/// Bytes of the string, or of the one character, that `rest` begins with.
fn token_length(rest: &str, next: char) -> usize {
    if next != '"' {
        return next.len_utf8();
    }
    rest[1..].find('"').map_or(rest.len(), |end| end + 2)
}

fn put(small: &mut String, token: &str, space_before: bool) {
    let after_mark = small.is_empty() || small.ends_with(['{', '}', ';', ',', ':']);
    let before_mark = token.starts_with(['{', '}', ';', ',']);
    if space_before && !after_mark && !before_mark {
        small.push(' ');
    }
    if token == "}" && small.ends_with(';') {
        small.pop();
    }
    small.push_str(token);
}

#[cfg(test)]
mod tests {
    use super::minify_css;

    #[test]
    fn comments_and_idle_space_go() {
        let css = "/* a */\n.top { color: var(--ink); margin: 0 auto; }\n\n@media (min-width: 40rem) {\n  .top { margin: 0; }\n}\n";
        assert_eq!(
            minify_css(css),
            ".top{color:var(--ink);margin:0 auto}@media (min-width:40rem){.top{margin:0}}"
        );
    }

    #[test]
    fn space_that_means_something_stays() {
        let css = ".a :is(h1, h2) > b { width: calc(100% + 2px) !important; }";
        assert_eq!(
            minify_css(css),
            ".a :is(h1,h2) > b{width:calc(100% + 2px) !important}"
        );
    }

    #[test]
    fn strings_stay() {
        assert_eq!(
            minify_css("a::before { content: attr(data-label) \": ; /* x */\"; }"),
            "a::before{content:attr(data-label) \": ; /* x */\"}"
        );
    }

    #[test]
    fn an_unfinished_comment_or_string_ends_with_the_file() {
        assert_eq!(minify_css("a{b:c}/* d"), "a{b:c}");
        assert_eq!(minify_css("a{b:\"c"), "a{b:\"c");
    }
}
