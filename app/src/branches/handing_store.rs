//! SQL by which the records of an organisation that is closed ($1) go over to another one ($2). What is settled stays where it
//! was: certificates in their register, paid charges with whoever was paid.

/// Rows go over where the receiver has none of its own.
macro_rules! unless_there {
    ($table:literal) => {
        concat!(
            "UPDATE ",
            $table,
            " SET organisation_id = $2 WHERE organisation_id = $1 AND NOT EXISTS (SELECT 1 FROM ",
            $table,
            " AS o WHERE o.organisation_id = $2)"
        )
    };
}

database::statements! {
    /// Whoever has, or waits for, a place in a group that is not over: who is told.
    pub LIST_TOLD = "SELECT e.id AS enrolment_id, e.account_id, a.email, a.language, c.title FROM courses c \
        JOIN groups g ON g.course_id = c.id JOIN enrolments e ON e.group_id = g.id JOIN accounts a ON a.id = e.account_id \
        WHERE c.organisation_id = $1 AND g.state IN ('published', 'running') AND a.state = 'active' \
        AND e.state IN ('applied', 'waiting', 'offered', 'confirmed', 'attending') ORDER BY e.id";
    /// Courses with their groups and materials; a code that the receiver uses already gets a number.
    pub HAND_COURSES = "UPDATE courses SET code = CASE WHEN EXISTS (SELECT 1 FROM courses AS o WHERE o.organisation_id = $2 \
        AND o.code = courses.code) THEN courses.code || '-' || CAST(courses.id AS TEXT) ELSE courses.code END, \
        organisation_id = $2, version = version + 1 WHERE organisation_id = $1";
    /// Venues.
    pub HAND_VENUES = "UPDATE venues SET organisation_id = $2, version = version + 1 WHERE organisation_id = $1";
    /// Charges that are not settled.
    pub HAND_CHARGES = "UPDATE charges SET organisation_id = $2 WHERE organisation_id = $1 AND state IN ('due', 'overdue', 'refund_due')";
    /// Requests that are not closed.
    pub HAND_REQUESTS = "UPDATE requests SET organisation_id = $2 WHERE organisation_id = $1 AND state <> 'closed'";
    /// Bank accounts: what is still paid on them is found. The receiver's own come first.
    pub HAND_ACCOUNTS = "UPDATE payment_accounts SET organisation_id = $2, place = place + 100 WHERE organisation_id = $1";
    /// Entries of statements.
    pub HAND_ENTRIES = "UPDATE statement_entries SET organisation_id = $2 WHERE organisation_id = $1";
    /// Statements.
    pub HAND_STATEMENTS = "UPDATE statements SET organisation_id = $2 WHERE organisation_id = $1";
    /// How it is paid.
    pub HAND_PAYMENT_SETTINGS = unless_there!("payment_settings");
    /// Its survey.
    pub HAND_SURVEY = unless_there!("survey_templates");
    /// Its survey as it is being written.
    pub HAND_SURVEY_DRAFT = unless_there!("survey_drafts");
    /// The texts of its letters.
    pub HAND_LETTERS = unless_there!("letter_texts");
    /// Children of a municipality.
    pub HAND_CHILDREN = "UPDATE people SET municipality_id = $2 WHERE municipality_id = $1";
    /// Changes of municipality that an institution has printed.
    pub HAND_MOVES = "UPDATE municipality_changes SET organisation_id = $2 WHERE organisation_id = $1 AND state IN ('draft', 'submitted')";
    /// Changes of municipality that lead there.
    pub HAND_MOVES_TO = "UPDATE municipality_changes SET to_id = $2 WHERE to_id = $1 AND from_id <> $2 AND state IN ('draft', 'submitted')";
    /// Changes of municipality that come from there.
    pub HAND_MOVES_FROM = "UPDATE municipality_changes SET from_id = $2 WHERE from_id = $1 AND to_id <> $2 AND state IN ('draft', 'submitted')";
}

/// What goes over, in this order.
pub const HANDING: [&str; 15] = [
    HAND_COURSES,
    HAND_VENUES,
    HAND_CHARGES,
    HAND_REQUESTS,
    HAND_ACCOUNTS,
    HAND_ENTRIES,
    HAND_STATEMENTS,
    HAND_PAYMENT_SETTINGS,
    HAND_SURVEY,
    HAND_SURVEY_DRAFT,
    HAND_LETTERS,
    HAND_CHILDREN,
    HAND_MOVES,
    HAND_MOVES_TO,
    HAND_MOVES_FROM,
];
