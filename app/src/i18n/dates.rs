//! Dates written out in the reader's language, with the weekday (`design/look.md`).

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::{Lang, Translator};

const PL_DAYS: [&str; 7] = [
    "poniedziałek",
    "wtorek",
    "środa",
    "czwartek",
    "piątek",
    "sobota",
    "niedziela",
];
/// After "do" and "od".
const PL_DAYS_OF: [&str; 7] = [
    "poniedziałku",
    "wtorku",
    "środy",
    "czwartku",
    "piątku",
    "soboty",
    "niedzieli",
];
/// When something happens, with its preposition.
const PL_DAYS_ON: [&str; 7] = [
    "w poniedziałek",
    "we wtorek",
    "w środę",
    "w czwartek",
    "w piątek",
    "w sobotę",
    "w niedzielę",
];
/// When something happens, with its preposition.
const RU_DAYS_ON: [&str; 7] = [
    "в понедельник",
    "во вторник",
    "в среду",
    "в четверг",
    "в пятницу",
    "в субботу",
    "в воскресенье",
];
/// When something happens, with its preposition.
const EN_DAYS_ON: [&str; 7] = [
    "on Monday",
    "on Tuesday",
    "on Wednesday",
    "on Thursday",
    "on Friday",
    "on Saturday",
    "on Sunday",
];
/// After "до" and "с".
const RU_DAYS_OF: [&str; 7] = [
    "понедельника",
    "вторника",
    "среды",
    "четверга",
    "пятницы",
    "субботы",
    "воскресенья",
];
const RU_DAYS: [&str; 7] = [
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
    "воскресенье",
];
const EN_DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
const PL_MONTHS: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];
const RU_MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
const EN_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn index(ordinal: i8) -> usize {
    usize::try_from(ordinal - 1).unwrap_or(0)
}

impl Translator {
    /// The weekday: `wtorek`.
    pub fn weekday(self, date: Date) -> &'static str {
        let day = index(date.weekday().to_monday_one_offset());
        match self.lang {
            Lang::Pl => PL_DAYS[day],
            Lang::Ru => RU_DAYS[day],
            Lang::En => EN_DAYS[day],
        }
    }

    /// The month as it follows a day: `grudnia`.
    pub fn month(self, date: Date) -> &'static str {
        let month = index(date.month());
        match self.lang {
            Lang::Pl => PL_MONTHS[month],
            Lang::Ru => RU_MONTHS[month],
            Lang::En => EN_MONTHS[month],
        }
    }

    /// Day and month: `1 grudnia`.
    pub fn day_month(self, date: Date) -> String {
        format!("{} {}", date.day(), self.month(date))
    }

    /// Weekday, day and month: `wtorek, 1 grudnia`; for dates near today.
    pub fn day(self, date: Date) -> String {
        format!(
            "{}, {} {}",
            self.weekday(date),
            date.day(),
            self.month(date)
        )
    }

    /// Weekday, day and month after a word that asks for the genitive: (do) `wtorku, 1 grudnia`.
    pub fn day_of(self, date: Date) -> String {
        let day = index(date.weekday().to_monday_one_offset());
        let weekday = match self.lang {
            Lang::Pl => PL_DAYS_OF[day],
            Lang::Ru => RU_DAYS_OF[day],
            Lang::En => EN_DAYS[day],
        };
        format!("{weekday}, {}", self.day_month(date))
    }

    /// The day on which something happens, with its preposition: `we wtorek, 1 grudnia`.
    pub fn day_on(self, date: Date) -> String {
        let day = index(date.weekday().to_monday_one_offset());
        let weekday = match self.lang {
            Lang::Pl => PL_DAYS_ON[day],
            Lang::Ru => RU_DAYS_ON[day],
            Lang::En => EN_DAYS_ON[day],
        };
        format!("{weekday}, {}", self.day_month(date))
    }

    /// The weekday on which something happens, with its preposition: `we wtorek`.
    pub fn weekday_on(self, date: Date) -> &'static str {
        let day = index(date.weekday().to_monday_one_offset());
        match self.lang {
            Lang::Pl => PL_DAYS_ON[day],
            Lang::Ru => RU_DAYS_ON[day],
            Lang::En => EN_DAYS_ON[day],
        }
    }

    /// The name of a weekday by its place from Monday, 0 to 6: `wtorek`; empty for other places.
    pub fn weekday_at(self, place: usize) -> &'static str {
        let names = match self.lang {
            Lang::Pl => PL_DAYS,
            Lang::Ru => RU_DAYS,
            Lang::En => EN_DAYS,
        };
        names.get(place).copied().unwrap_or_default()
    }

    /// The same as short as timetables write it: `wt.`
    pub fn weekday_short(self, place: usize) -> &'static str {
        let names = match self.lang {
            Lang::Pl => ["pn.", "wt.", "śr.", "czw.", "pt.", "sob.", "niedz."],
            Lang::Ru => ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
            Lang::En => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        };
        names.get(place).copied().unwrap_or_default()
    }

    /// What stands between two ends of a period that are written in several words: Russian wants the longer dash.
    pub fn dash(self) -> &'static str {
        match self.lang {
            Lang::Ru => " — ",
            Lang::Pl | Lang::En => " – ",
        }
    }

    /// The whole date with weekday: `wtorek, 1 grudnia 2026`.
    pub fn date(self, date: Date) -> String {
        format!("{} {}", self.day(date), date.year())
    }

    /// The whole date without weekday, as certificates write it: `1 grudnia 2026 r.`
    pub fn plain_date(self, date: Date) -> String {
        let day_month = self.day_month(date);
        match self.lang {
            Lang::Pl => format!("{day_month} {} r.", date.year()),
            Lang::Ru => format!("{day_month} {} г.", date.year()),
            Lang::En => format!("{day_month} {}", date.year()),
        }
    }

    /// From one day to another without weekdays, as certificates write it: `1–8 grudnia 2026 r.`
    pub fn plain_period(self, first: Date, last: Date) -> String {
        if first == last {
            self.plain_date(first)
        } else if first.year() != last.year() {
            [self.plain_date(first), self.plain_date(last)].join(self.dash())
        } else if first.month() != last.month() {
            [self.day_month(first), self.plain_date(last)].join(self.dash())
        } else {
            format!("{}–{}", first.day(), self.plain_date(last))
        }
    }

    /// Hours and minutes: `16:00`.
    pub fn time(self, time: Time) -> String {
        format!("{}:{:02}", time.hour(), time.minute())
    }

    /// Date and time in a zone: `wtorek, 1 grudnia 2026, 16:00`.
    pub fn date_time(self, at: Timestamp, zone: &TimeZone) -> String {
        let local = local(at, zone);
        format!("{}, {}", self.date(local.date()), self.time(local.time()))
    }
}

/// An instant on the wall clock of a zone.
fn local(at: Timestamp, zone: &TimeZone) -> Zoned {
    at.to_zoned(zone.clone())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_date_is_written_out_with_its_weekday() {
        let day = date(2026, 12, 1);
        assert_eq!(
            Translator::new(Lang::Pl).date(day),
            "wtorek, 1 grudnia 2026"
        );
        assert_eq!(
            Translator::new(Lang::Ru).date(day),
            "вторник, 1 декабря 2026"
        );
        assert_eq!(
            Translator::new(Lang::En).date(day),
            "Tuesday, 1 December 2026"
        );
    }

    #[test]
    fn a_period_names_what_differs() {
        let t = Translator::new(Lang::Pl);
        let period = |first, last| t.plain_period(first, last);
        let day = date(2026, 12, 1);
        assert_eq!(period(day, day), "1 grudnia 2026 r.");
        assert_eq!(period(day, date(2026, 12, 8)), "1–8 grudnia 2026 r.");
        assert_eq!(
            period(date(2026, 11, 30), day),
            "30 listopada – 1 grudnia 2026 r."
        );
        assert_eq!(
            period(day, date(2027, 1, 5)),
            "1 grudnia 2026 r. – 5 stycznia 2027 r."
        );
    }

    #[test]
    fn a_day_follows_its_preposition() {
        let day = date(2026, 11, 24);
        for (lang, words) in [
            (Lang::Pl, "we wtorek, 24 listopada"),
            (Lang::Ru, "во вторник, 24 ноября"),
            (Lang::En, "on Tuesday, 24 November"),
        ] {
            assert_eq!(Translator::new(lang).day_on(day), words);
        }
    }

    #[test]
    fn an_instant_is_shown_on_the_organisations_clock() {
        let zone = TimeZone::get("Europe/Warsaw").unwrap_or(TimeZone::UTC);
        let at = "2026-07-01T14:30:00Z".parse().unwrap_or_default();
        assert_eq!(
            Translator::new(Lang::Pl).date_time(at, &zone),
            "środa, 1 lipca 2026, 16:30"
        );
    }
}
