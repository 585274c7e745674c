//! Which bytes of a file a request asks for (RFC 9110, section 14): pure.

use std::ops::Range;

/// What to answer with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// All of it, status 200.
    Whole,
    /// A part that is there, status 206.
    Part(Range<u64>),
    /// A part that lies behind the end, status 416.
    Nowhere,
}

/// Reads `Range` and `If-Range`. A range of another version, one that can not be read, and several at once are answered
/// with the whole, as the standard allows.
pub fn wanted(range: Option<&str>, if_range: Option<&str>, etag: &str, size: u64) -> Wanted {
    let is_other_version = if_range.is_some_and(|version| version.trim() != etag);
    match range {
        Some(range) if !is_other_version => read(range, size),
        _ => Wanted::Whole,
    }
}

fn read(range: &str, size: u64) -> Wanted {
    let Some((unit, spec)) = range.split_once('=') else {
        return Wanted::Whole;
    };
    if !unit.trim().eq_ignore_ascii_case("bytes") || spec.contains(',') {
        return Wanted::Whole;
    }
    let Some((first, last)) = spec.trim().split_once('-') else {
        return Wanted::Whole;
    };
    let part = match (number(first), number(last)) {
        (Ok(None), Ok(Some(length))) => size.saturating_sub(length)..size,
        (Ok(Some(first)), Ok(None)) => first..size,
        (Ok(Some(first)), Ok(Some(last))) if first <= last => {
            first..size.min(last.saturating_add(1))
        }
        _ => return Wanted::Whole,
    };
    if part.start < part.end {
        Wanted::Part(part)
    } else {
        Wanted::Nowhere
    }
}

/// Something else than digits.
struct NotDigits;

/// The digits as a number, the largest when they are too many; none when there are none.
fn number(digits: &str) -> Result<Option<u64>, NotDigits> {
    if digits.is_empty() {
        return Ok(None);
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotDigits);
    }
    Ok(Some(digits.parse().unwrap_or(u64::MAX)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ranges_are_read_as_the_standard_says() {
        let of_ten = |range: &str| wanted(Some(range), None, "\"a\"", 10);
        for (range, part) in [
            ("bytes=0-0", 0..1),
            ("bytes=0-", 0..10),
            ("Bytes = 2-4", 2..5),
            ("bytes=8-99999999999999999999999", 8..10),
            ("bytes=-3", 7..10),
            ("bytes=-99", 0..10),
        ] {
            assert_eq!(of_ten(range), Wanted::Part(part), "{range}");
        }
        for range in ["bytes=10-", "bytes=-0", "bytes=99999999999999999999999-"] {
            assert_eq!(of_ten(range), Wanted::Nowhere, "{range}");
        }
        for range in [
            "bytes=5-2",
            "bytes=",
            "bytes=-",
            "lines=1-2",
            "bytes=0-1,3-4",
            "bytes=+1-2",
            "0-1",
        ] {
            assert_eq!(of_ten(range), Wanted::Whole, "{range}");
        }
        let versioned = |version| wanted(Some("bytes=1-2"), Some(version), "\"a\"", 10);
        assert_eq!(versioned("\"a\""), Wanted::Part(1..3));
        for other in ["\"b\"", "W/\"a\"", "Sun, 22 Nov 2026 09:00:00 GMT"] {
            assert_eq!(versioned(other), Wanted::Whole, "{other}");
        }
    }

    proptest! {
        #[test]
        fn a_part_is_never_empty_and_lies_inside(range in "\\PC{0,30}|bytes=[0-9]{0,4}-[0-9]{0,4}", size in 0_u64..3000) {
            if let Wanted::Part(part) = wanted(Some(&range), None, "", size) {
                prop_assert!(part.start < part.end && part.end <= size);
            }
        }

        #[test]
        fn first_and_last_are_both_sent(first in 0_u64..200, length in 0_u64..200, size in 0_u64..200) {
            let last = first + length;
            let content: Vec<u64> = (0..size).collect();
            let asked: Vec<u64> = content.iter().copied().filter(|at| (first..=last).contains(at)).collect();
            let answer = wanted(Some(&format!("bytes={first}-{last}")), None, "", size);
            let sent: Vec<u64> = match answer {
                Wanted::Part(part) => part.collect(),
                Wanted::Nowhere => Vec::new(),
                Wanted::Whole => vec![u64::MAX],
            };
            prop_assert_eq!(sent, asked);
        }

        #[test]
        fn the_end_is_as_long_as_asked(length in 0_u64..300, size in 0_u64..200) {
            let sent = match wanted(Some(&format!("bytes=-{length}")), None, "", size) {
                Wanted::Part(part) => { prop_assert_eq!(part.end, size); part.end - part.start }
                Wanted::Nowhere => 0,
                Wanted::Whole => u64::MAX,
            };
            prop_assert_eq!(sent, length.min(size));
        }
    }
}
