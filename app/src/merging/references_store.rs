//! Every column that refers to a person or to an account, and what becomes of its rows when one is taken into another. A test
//! compares this list with the schema of both databases: a table that is not here fails it.

/// Rows that go over to the record or account that is kept: how many there are, noting them, moving them, moving them back.
#[derive(Clone, Copy, Debug)]
pub struct Moving {
    /// Table and column, as merges note them.
    pub name: &'static str,
    /// Whether people are meant, or accounts.
    pub of: Of,
    /// How many rows of $1 can go over to $2.
    pub count: &'static str,
    /// Notes for merge $3 the rows of $1 that can go over to $2.
    pub note: &'static str,
    /// Gives the rows noted for merge $1 to $2.
    pub take: &'static str,
    /// Gives the rows noted for merge $1 that are still of $3 back to $2.
    pub give_back: &'static str,
}

/// What a column refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// `people`.
    People,
    /// `accounts`.
    Accounts,
}

macro_rules! rows {
    ($table:literal, $column:literal, $unless:literal) => {
        concat!(
            " FROM ",
            $table,
            " AS t WHERE t.",
            $column,
            " = $1 AND $1 <> $2",
            $unless
        )
    };
}
macro_rules! count {
    ($table:literal, $column:literal, $key:literal, $unless:literal) => {
        concat!("SELECT COUNT(*)", rows!($table, $column, $unless))
    };
}
macro_rules! note {
    ($table:literal, $column:literal, $key:literal, $unless:literal) => {
        concat!(
            "INSERT INTO merge_moves (merge_id, reference, row_key) SELECT CAST($3 AS BIGINT), '",
            $table,
            ".",
            $column,
            "', t.",
            $key,
            rows!($table, $column, $unless)
        )
    };
}
macro_rules! noted {
    ($table:literal, $column:literal, $key:literal) => {
        concat!(
            $key,
            " IN (SELECT m.row_key FROM merge_moves m WHERE m.merge_id = $1 AND m.reference = '",
            $table,
            ".",
            $column,
            "')"
        )
    };
}
macro_rules! take {
    ($table:literal, $column:literal, $key:literal) => {
        concat!(
            "UPDATE ",
            $table,
            " SET ",
            $column,
            " = $2 WHERE ",
            noted!($table, $column, $key)
        )
    };
}
macro_rules! give_back {
    ($table:literal, $column:literal, $key:literal) => {
        concat!(
            "UPDATE ",
            $table,
            " SET ",
            $column,
            " = $2 WHERE ",
            $column,
            " = $3 AND ",
            noted!($table, $column, $key)
        )
    };
}

macro_rules! moving {
    ($($of:ident $table:literal . $column:literal by $key:literal $unless:literal;)+) => {
        /// The references whose rows go over.
        pub const MOVING: &[Moving] = &[$(Moving {
            name: concat!($table, ".", $column),
            of: Of::$of,
            count: count!($table, $column, $key, $unless),
            note: note!($table, $column, $key, $unless),
            take: take!($table, $column, $key),
            give_back: give_back!($table, $column, $key),
        },)+];
        /// Their statements, for the test that prepares them.
        pub const ALL: &[(&str, &str)] = &[$(
            (concat!("count ", $table, ".", $column), count!($table, $column, $key, $unless)),
            (concat!("note ", $table, ".", $column), note!($table, $column, $key, $unless)),
            (concat!("take ", $table, ".", $column), take!($table, $column, $key)),
            (concat!("give_back ", $table, ".", $column), give_back!($table, $column, $key)),
        )+];
    };
}

moving! {
    // What is open twice in one group was cancelled before; a result that both have stays with each.
    People "enrolments"."person_id" by "id" " AND (t.state IN ('refused', 'cancelled', 'resigned', 'lapsed', 'transferred') \
        OR NOT EXISTS (SELECT 1 FROM enrolments AS o WHERE o.person_id = $2 AND o.group_id = t.group_id AND o.state NOT IN \
        ('refused', 'cancelled', 'resigned', 'lapsed', 'transferred')))";
    People "documents"."person_id" by "id" "";
    People "people"."merged_into" by "id" "";
    People "duplicate_cases"."person_id" by "id" " AND t.state = 'open' AND t.other_id <> $2 AND NOT EXISTS (SELECT 1 \
        FROM duplicate_cases AS d WHERE d.person_id = $2 AND d.other_id = t.other_id)";
    People "duplicate_cases"."other_id" by "id" " AND t.state = 'open' AND t.person_id <> $2 AND NOT EXISTS (SELECT 1 \
        FROM duplicate_cases AS d WHERE d.other_id = $2 AND d.person_id = t.person_id)";
    // Of two changes of municipality that are open the one of the record that goes is closed.
    People "municipality_changes"."person_id" by "id" " AND (t.state NOT IN ('draft', 'submitted') OR NOT EXISTS (SELECT 1 \
        FROM municipality_changes AS o WHERE o.person_id = $2 AND o.state IN ('draft', 'submitted')))";
    People "linked_sign_ins"."person_id" by "id" " AND (t.state IN ('ended', 'grown') OR NOT EXISTS (SELECT 1 FROM linked_sign_ins AS o \
        WHERE o.person_id = $2 AND o.state IN ('invited', 'linked')))";
    People "guardian_invitations"."person_id" by "id" "";
    People "prepared_applications"."person_id" by "id" " AND (t.state <> 'waiting' OR NOT EXISTS (SELECT 1 FROM prepared_applications AS o \
        WHERE o.person_id = $2 AND o.group_id = t.group_id AND o.state = 'waiting'))";
    People "requests"."person_id" by "id" "";
    Accounts "linked_sign_ins"."account_id" by "id" " AND (t.state <> 'linked' OR NOT EXISTS (SELECT 1 FROM linked_sign_ins AS o \
        WHERE o.account_id = $2 AND o.state = 'linked'))";
    Accounts "linked_sign_ins"."invited_by" by "id" "";
    Accounts "guardian_invitations"."invited_by" by "id" "";
    Accounts "enrolments"."account_id" by "id" "";
    Accounts "charges"."account_id" by "id" "";
    Accounts "requests"."account_id" by "id" "";
    Accounts "accounts"."merged_into" by "id" "";
    // One account is one person; where both have one, the records are joined before.
    Accounts "people"."account_id" by "id" " AND t.state <> 'merged' AND NOT EXISTS (SELECT 1 FROM people AS o WHERE o.account_id = $2)";
    Accounts "consents"."account_id" by "id" " AND NOT EXISTS (SELECT 1 FROM consents AS o WHERE o.account_id = $2 \
        AND o.purpose = t.purpose AND o.version = t.version)";
}

/// The references that a merge treats one by one, since more than the reference changes.
pub const BY_HAND: &[&str] = &[
    "guardianships.person_id",
    "guardianships.account_id",
    // The kept record is found by what the other one was found by; they are made anew when it is taken apart.
    "person_keys.person_id",
    // Neither record has a form then.
    "person_forms.person_id",
];

/// The references that stay as they are: they say who did, saw or agreed to what, and under which record; or they were
/// ended, and are of no use to an account that nobody can sign in to.
pub const STAYING: &[&str] = &[
    "announcement_mails.sent_by",
    "announcements.changed_by",
    "announcements.created_by",
    "announcements_put_away.account_id",
    "answer_templates.changed_by",
    "api_answers.account_id",
    "api_tokens.account_id",
    "attendance.marked_by",
    "audit.account_id",
    "audit.on_behalf_of",
    "bookings.booked_by",
    "bookings.undone_by",
    "certificate_layouts.saved_by",
    "charge_refunds.refunded_by",
    "child_corrections.asked_by",
    "child_corrections.decided_by",
    "child_corrections.person_id",
    "child_looks.account_id",
    "child_looks.person_id",
    "confirmations.confirmed_by",
    "confirmations.person_id",
    "digests.account_id",
    "duplicate_cases.attempted_by",
    "duplicate_cases.decided_by",
    "email_replacements.account_id",
    "email_replacements.asked_by",
    "form_drafts.account_id",
    "group_mail_people.account_id",
    "group_mails.sent_by",
    "group_trainers.account_id",
    "guardian_invitations.ended_by",
    "guardianships.decided_by",
    "guide_draft.changed_by",
    "guide_versions.published_by",
    "late_resignations.decided_by",
    "letter_texts.written_by",
    "linked_sign_ins.ended_by",
    "links.account_id",
    "mail_domains.set_by",
    "materials.added_by",
    "merges.gone_account_id",
    "merges.gone_person_id",
    "merges.kept_account_id",
    "merges.kept_person_id",
    "merges.opened_by",
    "merges.undone_by",
    "municipality_changes.decided_by",
    "municipality_changes.guardian_id",
    "municipality_changes.opened_by",
    "municipality_changes.submitted_by",
    "outbox.account_id",
    "person_consents.account_id",
    "person_consents.person_id",
    "person_versions.changed_by",
    "person_versions.person_id",
    "prepared_applications.decided_by",
    "prepared_applications.prepared_by",
    "request_messages.answered_by",
    "requests.owner_id",
    // An account that has roles is not taken into another one.
    "roles.account_id",
    "roles.granted_by",
    "sessions.account_id",
    "staff_invitations.accepted_by",
    "staff_invitations.invited_by",
    "staff_views.account_id",
    "stand_ins.asked_by",
    "stand_ins.delegate_id",
    "statements.imported_by",
    "survey_drafts.changed_by",
];
