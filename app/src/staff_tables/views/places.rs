//! The tables whose filters can be kept, and what their addresses may hold.

use crate::staff_tables::filter_of;

/// Characters of a value.
const LONGEST_VALUE: usize = 200;

/// A table with a filter.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// Known by in the database.
    pub code: &'static str,
    /// Key of what it is called.
    pub title: &'static str,
    /// Its address; `{}` stands for the number of what the table belongs to, and a view holds for all of these.
    pub path: &'static str,
    /// What the filter is made of.
    pub fields: &'static [&'static str],
}

const OF_REPORTS: &[&str] = &[
    "from",
    "to",
    "subject",
    "month",
    "workplace",
    "stage",
    "currency",
    "state",
];

/// Charges.
pub const PAYMENTS: &Place = &Place {
    code: "payments",
    title: "payments-staff-title",
    path: "/staff/payments",
    fields: &["show", "q"],
};
/// The register of certificates.
pub const CERTIFICATES: &Place = &Place {
    code: "certificates",
    title: "certificates-register-title",
    path: "/staff/certificates",
    fields: &["organisation", "year", "q", "sort"],
};
/// Participants of a group.
pub const PARTICIPANTS: &Place = &Place {
    code: "participants",
    title: "staff-participants-title",
    path: "/staff/groups/{}/participants",
    fields: &["state", "payment", "q", "sort"],
};
/// Courses.
pub const COURSES: &Place = &Place {
    code: "courses",
    title: "staff-courses-title",
    path: "/staff/courses",
    fields: &["state", "q", "sort"],
};
/// Requests.
pub const REQUESTS: &Place = &Place {
    code: "requests",
    title: "requests-staff-title",
    path: "/staff/requests",
    fields: &["show"],
};
/// Reports.
pub const REPORTS: &Place = &Place {
    code: "reports",
    title: "reports-title",
    path: "/staff/reports",
    fields: &["from", "to"],
};
/// Groups behind the figures of a report.
pub const REPORT_GROUPS: &Place = &Place {
    code: "report-groups",
    title: "reports-list-groups",
    path: "/staff/reports/groups",
    fields: OF_REPORTS,
};
/// People behind the figures of a report.
pub const REPORT_PEOPLE: &Place = &Place {
    code: "report-people",
    title: "reports-list-people",
    path: "/staff/reports/people",
    fields: OF_REPORTS,
};
/// Charges behind the figures of a report.
pub const REPORT_CHARGES: &Place = &Place {
    code: "report-charges",
    title: "reports-list-charges",
    path: "/staff/reports/charges",
    fields: OF_REPORTS,
};

const ALL: [&Place; 9] = [
    PAYMENTS,
    CERTIFICATES,
    PARTICIPANTS,
    COURSES,
    REQUESTS,
    REPORTS,
    REPORT_GROUPS,
    REPORT_PEOPLE,
    REPORT_CHARGES,
];

impl Place {
    /// The table of this code.
    pub fn find(code: &str) -> Option<&'static Self> {
        ALL.into_iter().find(|place| place.code == code)
    }

    /// Whether it belongs to something, so that there are many of it.
    pub fn is_of_many(&self) -> bool {
        self.path.contains("{}")
    }

    /// The number of what it belongs to, in an address of it; nothing for a table of its own.
    pub fn within<'a>(&self, path: &'a str) -> &'a str {
        let (before, after) = self.path.split_once("{}").unwrap_or((self.path, ""));
        let rest = path.strip_prefix(before);
        let number = rest.and_then(|rest| rest.strip_suffix(after));
        number.unwrap_or_default()
    }

    /// Its address without a filter.
    pub fn page(&self, within: &str) -> String {
        self.path.replace("{}", within)
    }

    /// Its address with a filter.
    pub fn address(&self, within: &str, query: &str) -> String {
        format!("{}?{query}", self.page(within))
    }

    /// The filter of an address, in the order of the fields; what is no filter is left out.
    pub fn shown(&self, query: &str) -> String {
        let asked: Vec<(String, String)> = filter_of(query).collect();
        let value = |field: &&'static str| {
            let found = asked.iter().find(|(name, _)| name == field);
            let value = found.map_or("", |(_, value)| value.trim());
            (*field, value.to_owned())
        };
        let pairs = self.fields.iter().map(value);
        let filled: Vec<_> = pairs.filter(|(_, value)| !value.is_empty()).collect();
        serde_urlencoded::to_string(filled).unwrap_or_default()
    }

    /// A filter that was sent, as it is kept. None when it holds what the table does not ask for, or a field twice, or a
    /// value that nobody typed.
    pub fn read(&self, query: &str) -> Option<String> {
        let pairs: Vec<(String, String)> = url::form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .collect();
        let is_known = |(index, (name, value)): (usize, &(String, String))| {
            let before = pairs.iter().take(index);
            let is_odd = |c: char| c.is_control() || c == char::REPLACEMENT_CHARACTER;
            self.fields.contains(&name.as_str())
                && before.into_iter().all(|(other, _)| other != name)
                && value.chars().count() <= LONGEST_VALUE
                && !value.contains(is_odd)
        };
        let kept = self.shown(query);
        (pairs.iter().enumerate().all(is_known) && !kept.is_empty()).then_some(kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_what_the_table_asks_for_in_its_order() {
        let shown = PAYMENTS.shown("q=Nowak+&page=3&show=overdue&as=csv&utm=x&lang=pl");
        assert_eq!(shown, "show=overdue&q=Nowak");
        assert_eq!(PAYMENTS.shown("page=2&q="), "");
        assert_eq!(
            PAYMENTS.read("q=Nowak&show=overdue").as_deref(),
            Some("show=overdue&q=Nowak")
        );
    }

    #[test]
    fn what_no_page_of_ours_sends_is_not_kept() {
        let long = format!("q={}", "ą".repeat(LONGEST_VALUE + 1));
        let odd = [
            "",
            "q=",
            "organisation=1",
            "q=a&q=b",
            "q=a&page=2",
            "q=%FF",
            "q=a%00",
            "q=a%0A",
            &long,
        ];
        for query in odd {
            assert_eq!(PAYMENTS.read(query), None, "{query}");
        }
        assert!(
            PAYMENTS
                .read(&format!("q={}", "ą".repeat(LONGEST_VALUE)))
                .is_some()
        );
    }

    #[test]
    fn codes_are_their_own() {
        for place in ALL {
            assert_eq!(Place::find(place.code), Some(place));
        }
        assert_eq!(Place::find("//evil.example"), None);
    }
}
