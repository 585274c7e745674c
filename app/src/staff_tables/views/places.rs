//! The tables whose filters can be kept, and what their addresses may hold.

use crate::staff_tables::filter_of;

/// Stands for a number in an address.
const NUMBER: &str = "{}";
/// Characters of a value.
const LONGEST_VALUE: usize = 200;

/// A table with a filter.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// Known by in the database.
    pub code: &'static str,
    /// Key of what it is called.
    pub title: &'static str,
    /// Its address; each `{}` stands for a number of what the table belongs to, and a view holds for all of these.
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

const SEARCHED: &[&str] = &["q", "sort"];

/// Charges.
pub const PAYMENTS: &Place = &Place {
    code: "payments",
    title: "payments-staff-title",
    path: "/staff/payments",
    fields: &["show", "q", "sort"],
};
/// The register of certificates.
pub const CERTIFICATES: &Place = &Place {
    code: "certificates",
    title: "certificates-register-title",
    path: "/staff/certificates",
    fields: &["organisation", "year", "q", "sort"],
};
/// Applications that wait for a decision.
pub const APPLICATIONS: &Place = &Place {
    code: "applications",
    title: "staff-applications-title",
    path: "/staff/applications",
    fields: &["q"],
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
/// Children of the branch.
pub const CHILDREN: &Place = &Place {
    code: "children",
    title: "children-title",
    path: "/staff/children",
    fields: &["state", "q", "sort"],
};
/// Cases of records that may be one child.
pub const CASES: &Place = &Place {
    code: "cases",
    title: "children-cases-title",
    path: "/staff/cases",
    fields: SEARCHED,
};
/// Corrections of children that wait.
pub const CORRECTIONS: &Place = &Place {
    code: "corrections",
    title: "children-corrections-title",
    path: "/staff/corrections",
    fields: SEARCHED,
};
/// Changes of municipality.
pub const MOVES: &Place = &Place {
    code: "moves",
    title: "moving-title",
    path: "/staff/moves",
    fields: &["state", "q", "sort"],
};
/// Accounts and records that were merged, or wait for an answer.
pub const MERGES: &Place = &Place {
    code: "merges",
    title: "merging-title",
    path: "/staff/merges",
    fields: SEARCHED,
};
/// Requests.
pub const REQUESTS: &Place = &Place {
    code: "requests",
    title: "requests-staff-title",
    path: "/staff/requests",
    fields: &["show", "kind", "level", "mine", "overdue", "q", "sort"],
};
/// Venues.
pub const VENUES: &Place = &Place {
    code: "venues",
    title: "meetings-venues-title",
    path: "/staff/venues",
    fields: SEARCHED,
};
/// Entries of the bank that wait, or were set aside.
pub const QUEUE: &Place = &Place {
    code: "queue",
    title: "payments-queue-title",
    path: "/staff/payments/queue",
    fields: &["show", "q", "sort"],
};
/// Statements.
pub const STATEMENTS: &Place = &Place {
    code: "statements",
    title: "payments-statements-title",
    path: "/staff/payments/statements",
    fields: SEARCHED,
};
/// Entries of a statement.
pub const ENTRIES: &Place = &Place {
    code: "entries",
    title: "payments-entries",
    path: "/staff/payments/statements/{}",
    fields: SEARCHED,
};
/// Certificates of a group.
pub const GROUP_CERTIFICATES: &Place = &Place {
    code: "group-certificates",
    title: "certificates-batch-title",
    path: "/staff/groups/{}/certificates",
    fields: SEARCHED,
};
/// How a mail to a group fared with each person.
pub const DELIVERY: &Place = &Place {
    code: "delivery",
    title: "group-mail-delivery",
    path: "/staff/groups/{}/mail/{}",
    fields: SEARCHED,
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

const ALL: [&Place; 21] = [
    APPLICATIONS,
    CHILDREN,
    CASES,
    CORRECTIONS,
    MOVES,
    MERGES,
    PAYMENTS,
    CERTIFICATES,
    PARTICIPANTS,
    COURSES,
    REQUESTS,
    REPORTS,
    REPORT_GROUPS,
    REPORT_PEOPLE,
    REPORT_CHARGES,
    VENUES,
    QUEUE,
    STATEMENTS,
    ENTRIES,
    GROUP_CERTIFICATES,
    DELIVERY,
];

impl Place {
    /// The table of this code.
    pub fn find(code: &str) -> Option<&'static Self> {
        ALL.into_iter().find(|place| place.code == code)
    }

    /// Whether it belongs to something, so that there are many of it.
    pub fn is_of_many(&self) -> bool {
        self.path.contains(NUMBER)
    }

    /// The numbers of what it belongs to, in an address of it, with slashes between them; nothing for a table of its own.
    pub fn within(&self, path: &str) -> String {
        let parts = self.path.split('/').zip(path.split('/'));
        let numbers = parts.filter(|(ours, _)| *ours == NUMBER);
        let numbers: Vec<&str> = numbers.map(|(_, number)| number).collect();
        numbers.join("/")
    }

    /// Whether these are numbers of what it belongs to, as many as its address has.
    pub fn takes(&self, within: &str) -> bool {
        let numbers = within.split('/').filter(|number| !number.is_empty());
        let numbers: Result<Vec<i64>, _> = numbers.map(str::parse).collect();
        numbers.is_ok_and(|numbers| numbers.len() == self.path.matches(NUMBER).count())
    }

    /// Its address without a filter.
    pub fn page(&self, within: &str) -> String {
        let mut numbers = within.split('/');
        let parts = self.path.split('/').map(|part| match part {
            NUMBER => numbers.next().unwrap_or_default(),
            part => part,
        });
        parts.collect::<Vec<_>>().join("/")
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

    #[test]
    fn a_table_of_many_is_found_by_all_its_numbers() {
        let address = "/staff/groups/12/mail/7";
        assert_eq!(DELIVERY.within(address), "12/7");
        assert_eq!(DELIVERY.page("12/7"), address);
        assert_eq!(VENUES.within("/staff/venues"), "");
        assert_eq!(VENUES.page(""), "/staff/venues");
        assert!(DELIVERY.takes("12/7") && VENUES.takes("") && PARTICIPANTS.takes("3"));
        for within in ["", "12", "12/x", "12/7/9", "/", "x/y", "//evil.example/7"] {
            assert!(!DELIVERY.takes(within), "{within}");
        }
    }
}
