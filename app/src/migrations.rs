//! The changes of the database, in the order in which they are made.

use database::Migration;

/// Number, name and file of each; files stand in `migrations/`.
macro_rules! migrations {
    ($(($number:literal, $name:literal, $file:literal),)*) => {
        &[$(Migration {
            number: $number,
            name: $name,
            sql: include_str!(concat!("../migrations/", $file, ".sql")),
        }),*]
    };
}

/// The migrations, in order; `{id}` stands for an auto-numbered key.
pub const MIGRATIONS: &[Migration] = migrations![
    (1, "organisations", "0001_organisations"),
    (2, "accounts", "0002_accounts"),
    (3, "people", "0003_people"),
    (4, "catalogue", "0004_catalogue"),
    (5, "enrolment", "0005_enrolment"),
    (6, "surveys", "0006_surveys"),
    (7, "certificates", "0007_certificates"),
    (8, "outbox_and_audit", "0008_outbox_and_audit"),
    (9, "waiting_list", "0009_waiting_list"),
    (11, "payers_and_prices", "0011_payers_and_prices"),
    (12, "charges", "0012_charges"),
    (13, "statements", "0013_statements"),
    (14, "materials", "0014_materials"),
    (15, "survey_drafts", "0015_survey_drafts"),
    (17, "group_mail", "0017_group_mail"),
    (18, "letter_texts", "0018_letter_texts"),
    (19, "venues", "0019_venues"),
    (22, "online_payments", "0022_online_payments"),
    (23, "api_tokens", "0023_api_tokens"),
    (24, "requests", "0024_requests"),
    (25, "certificate_register", "0025_certificate_register"),
    (26, "certificate_layouts", "0026_certificate_layouts"),
    (27, "undecided", "0027_undecided"),
    (29, "staff_views", "0029_staff_views"),
    (30, "silent_payments", "0030_silent_payments"),
    (31, "families", "0031_families"),
    (32, "institutions_pay", "0032_institutions_pay"),
    (
        34,
        "accounts_of_organisations",
        "0034_accounts_of_organisations"
    ),
    (35, "second_looks", "0035_second_looks"),
    (38, "copied_materials", "0038_copied_materials"),
    (39, "origins", "0039_origins"),
    (40, "programmes", "0040_programmes"),
    (41, "staff_and_children", "0041_staff_and_children"),
    (42, "municipality_changes", "0042_municipality_changes"),
    (43, "mail_domains", "0043_mail_domains"),
    (44, "teenagers", "0044_teenagers"),
    (45, "russian_banks", "0045_russian_banks"),
    (46, "merging", "0046_merging"),
    (47, "draws", "0047_draws"),
    (48, "cases_and_corrections", "0048_cases_and_corrections"),
    (49, "guide", "0049_guide"),
    (50, "request_ladder", "0050_request_ladder"),
    (51, "opening_hours", "0051_opening_hours"),
    (52, "announcements", "0052_announcements"),
    (53, "audit_chain", "0053_audit_chain"),
    (54, "branches", "0054_branches"),
    (55, "consoles", "0055_consoles"),
    (56, "one_replacement", "0056_one_replacement"),
    (58, "trace_indexes", "0058_trace_indexes"),
    (60, "attempted_corrections", "0060_attempted_corrections"),
    (61, "request_files", "0061_request_files"),
    (62, "answer_templates", "0062_answer_templates"),
    (63, "doubtful_requests", "0063_doubtful_requests"),
    (64, "person_forms", "0064_person_forms"),
    (65, "guardian_invitations", "0065_guardian_invitations"),
    (66, "key_dates", "0066_key_dates"),
    (70, "replaced_where", "0070_replaced_where"),
];
