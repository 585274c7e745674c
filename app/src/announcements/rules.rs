//! Limits, and when an announcement stands where: pure.

use jiff::civil::Date;

use super::Announcement;
use crate::notices::is_within_days;

/// Characters of a title.
pub const LONGEST_TITLE: usize = 120;
/// Characters of a text.
pub const LONGEST_TEXT: usize = 4_000;
/// Days for which something is announced unless somebody says otherwise.
pub const USUAL_DAYS: i64 = 14;
/// Courses and groups to choose among; a branch with more names none.
pub const MOST_CHOICES: usize = 150;

database::codes! {
    /// Where an announcement stands in time.
    Standing {
        /// People see it.
        Current = "current",
        /// Its first day is yet to come.
        Coming = "coming",
        /// Its last day is over, or it was withdrawn.
        Past = "past",
    }
}

/// Where an announcement stands on this day.
pub fn standing(one: &Announcement, today: Date) -> Standing {
    let draft = &one.draft;
    if one.withdrawn_at.is_some() || draft.until_on < today {
        Standing::Past
    } else if is_within_days(today, draft.from_on, draft.until_on) {
        Standing::Current
    } else {
        Standing::Coming
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;

    use super::*;
    use crate::accounts::OrganisationId;
    use crate::announcements::Draft;
    use crate::i18n::Lang;
    use crate::notices::{AnnouncementId, Audience, Texts};

    #[test]
    fn its_days_say_where_it_stands() {
        let mut one = Announcement {
            id: AnnouncementId::new(1),
            organisation_id: OrganisationId::new(1),
            version: 1,
            withdrawn_at: None,
            draft: Draft {
                audience: Audience::Everybody,
                language: Lang::Pl,
                texts: Texts::default(),
                from_on: date(2026, 11, 22),
                until_on: date(2026, 11, 23),
                courses: Vec::new(),
                groups: Vec::new(),
            },
        };
        for (day, expected) in [
            (21, Standing::Coming),
            (22, Standing::Current),
            (23, Standing::Current),
            (24, Standing::Past),
        ] {
            assert_eq!(standing(&one, date(2026, 11, day)), expected);
        }
        one.withdrawn_at = Some(Timestamp::UNIX_EPOCH);
        assert_eq!(standing(&one, date(2026, 11, 22)), Standing::Past);
    }
}
