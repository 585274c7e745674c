//! Zapis: enrolment for public education.
//!
//! The rooms, from the ground up: accounts, organisations, people, catalogue, enrolment, surveys, certificates, materials,
//! group_mail, announcements, branches, guide; beside them the web, the outbox and the commands. `docs/map.md` draws them and
//! the way of a request through them.

pub mod accounts;
pub mod announcements;
pub mod api;
pub mod app;
pub mod audit;
pub mod audit_chain;
pub mod branches;
pub mod catalogue;
pub mod certificates;
pub mod clock;
pub mod commands;
pub mod config;
pub mod consoles;
pub mod contact;
pub mod demo;
pub mod directory;
pub mod enrolment;
pub mod families;
pub mod files;
pub mod forms;
pub mod group_mail;
pub mod guide;
pub mod i18n;
pub mod letter_texts;
pub mod letters;
pub mod mail;
pub mod materials;
pub mod merging;
pub mod my_trainings;
pub mod notices;
pub mod organisations;
pub mod outbox;
pub mod payments;
pub mod people;
pub mod permit;
pub mod qr;
pub mod random;
pub mod reports;
pub mod requests;
pub mod search;
pub mod secrets;
pub mod staff_tables;
pub mod surveys;
pub mod tables;
pub mod text;
pub mod web;
pub mod workers;

use database::Migration;

/// The migrations, in order; `{id}` stands for an auto-numbered key.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 1,
        name: "organisations",
        sql: include_str!("../migrations/0001_organisations.sql"),
    },
    Migration {
        number: 2,
        name: "accounts",
        sql: include_str!("../migrations/0002_accounts.sql"),
    },
    Migration {
        number: 3,
        name: "people",
        sql: include_str!("../migrations/0003_people.sql"),
    },
    Migration {
        number: 4,
        name: "catalogue",
        sql: include_str!("../migrations/0004_catalogue.sql"),
    },
    Migration {
        number: 5,
        name: "enrolment",
        sql: include_str!("../migrations/0005_enrolment.sql"),
    },
    Migration {
        number: 6,
        name: "surveys",
        sql: include_str!("../migrations/0006_surveys.sql"),
    },
    Migration {
        number: 7,
        name: "certificates",
        sql: include_str!("../migrations/0007_certificates.sql"),
    },
    Migration {
        number: 8,
        name: "outbox_and_audit",
        sql: include_str!("../migrations/0008_outbox_and_audit.sql"),
    },
    Migration {
        number: 9,
        name: "waiting_list",
        sql: include_str!("../migrations/0009_waiting_list.sql"),
    },
    Migration {
        number: 11,
        name: "payers_and_prices",
        sql: include_str!("../migrations/0011_payers_and_prices.sql"),
    },
    Migration {
        number: 12,
        name: "charges",
        sql: include_str!("../migrations/0012_charges.sql"),
    },
    Migration {
        number: 13,
        name: "statements",
        sql: include_str!("../migrations/0013_statements.sql"),
    },
    Migration {
        number: 14,
        name: "materials",
        sql: include_str!("../migrations/0014_materials.sql"),
    },
    Migration {
        number: 15,
        name: "survey_drafts",
        sql: include_str!("../migrations/0015_survey_drafts.sql"),
    },
    Migration {
        number: 17,
        name: "group_mail",
        sql: include_str!("../migrations/0017_group_mail.sql"),
    },
    Migration {
        number: 18,
        name: "letter_texts",
        sql: include_str!("../migrations/0018_letter_texts.sql"),
    },
    Migration {
        number: 19,
        name: "venues",
        sql: include_str!("../migrations/0019_venues.sql"),
    },
    Migration {
        number: 22,
        name: "online_payments",
        sql: include_str!("../migrations/0022_online_payments.sql"),
    },
    Migration {
        number: 23,
        name: "api_tokens",
        sql: include_str!("../migrations/0023_api_tokens.sql"),
    },
    Migration {
        number: 24,
        name: "requests",
        sql: include_str!("../migrations/0024_requests.sql"),
    },
    Migration {
        number: 25,
        name: "certificate_register",
        sql: include_str!("../migrations/0025_certificate_register.sql"),
    },
    Migration {
        number: 26,
        name: "certificate_layouts",
        sql: include_str!("../migrations/0026_certificate_layouts.sql"),
    },
    Migration {
        number: 27,
        name: "undecided",
        sql: include_str!("../migrations/0027_undecided.sql"),
    },
    Migration {
        number: 29,
        name: "staff_views",
        sql: include_str!("../migrations/0029_staff_views.sql"),
    },
    Migration {
        number: 30,
        name: "silent_payments",
        sql: include_str!("../migrations/0030_silent_payments.sql"),
    },
    Migration {
        number: 31,
        name: "families",
        sql: include_str!("../migrations/0031_families.sql"),
    },
    Migration {
        number: 32,
        name: "institutions_pay",
        sql: include_str!("../migrations/0032_institutions_pay.sql"),
    },
    Migration {
        number: 34,
        name: "accounts_of_organisations",
        sql: include_str!("../migrations/0034_accounts_of_organisations.sql"),
    },
    Migration {
        number: 35,
        name: "second_looks",
        sql: include_str!("../migrations/0035_second_looks.sql"),
    },
    Migration {
        number: 38,
        name: "copied_materials",
        sql: include_str!("../migrations/0038_copied_materials.sql"),
    },
    Migration {
        number: 39,
        name: "origins",
        sql: include_str!("../migrations/0039_origins.sql"),
    },
    Migration {
        number: 40,
        name: "programmes",
        sql: include_str!("../migrations/0040_programmes.sql"),
    },
    Migration {
        number: 41,
        name: "staff_and_children",
        sql: include_str!("../migrations/0041_staff_and_children.sql"),
    },
    Migration {
        number: 42,
        name: "municipality_changes",
        sql: include_str!("../migrations/0042_municipality_changes.sql"),
    },
    Migration {
        number: 43,
        name: "mail_domains",
        sql: include_str!("../migrations/0043_mail_domains.sql"),
    },
    Migration {
        number: 44,
        name: "teenagers",
        sql: include_str!("../migrations/0044_teenagers.sql"),
    },
    Migration {
        number: 45,
        name: "russian_banks",
        sql: include_str!("../migrations/0045_russian_banks.sql"),
    },
    Migration {
        number: 46,
        name: "merging",
        sql: include_str!("../migrations/0046_merging.sql"),
    },
    Migration {
        number: 47,
        name: "draws",
        sql: include_str!("../migrations/0047_draws.sql"),
    },
    Migration {
        number: 48,
        name: "cases_and_corrections",
        sql: include_str!("../migrations/0048_cases_and_corrections.sql"),
    },
    Migration {
        number: 49,
        name: "guide",
        sql: include_str!("../migrations/0049_guide.sql"),
    },
    Migration {
        number: 51,
        name: "opening_hours",
        sql: include_str!("../migrations/0051_opening_hours.sql"),
    },
    Migration {
        number: 52,
        name: "announcements",
        sql: include_str!("../migrations/0052_announcements.sql"),
    },
    Migration {
        number: 53,
        name: "audit_chain",
        sql: include_str!("../migrations/0053_audit_chain.sql"),
    },
    Migration {
        number: 54,
        name: "branches",
        sql: include_str!("../migrations/0054_branches.sql"),
    },
    Migration {
        number: 55,
        name: "consoles",
        sql: include_str!("../migrations/0055_consoles.sql"),
    },
    Migration {
        number: 56,
        name: "one_replacement",
        sql: include_str!("../migrations/0056_one_replacement.sql"),
    },
    Migration {
        number: 60,
        name: "attempted_corrections",
        sql: include_str!("../migrations/0060_attempted_corrections.sql"),
    },
    Migration {
        number: 70,
        name: "replaced_where",
        sql: include_str!("../migrations/0070_replaced_where.sql"),
    },
];

/// Every SQL statement of every room; a test prepares them all on both engines.
pub const STATEMENTS: &[&[(&str, &str)]] = &[
    accounts::store::ALL,
    accounts::domain_store::ALL,
    api::answers_store::ALL,
    people::store::ALL,
    families::store::ALL,
    families::staff::staff_store::ALL,
    families::staff::guardian_store::ALL,
    families::moving::moving_store::ALL,
    families::teenager::teen_store::ALL,
    audit::ALL,
    outbox::store::ALL,
    catalogue::store::ALL,
    catalogue::draw_store::ALL,
    catalogue::editing::editing_store::ALL,
    catalogue::editing::venues::venue_store::ALL,
    demo::store::ALL,
    enrolment::store::ALL,
    enrolment::concern_store::ALL,
    enrolment::story_store::ALL,
    enrolment::line_store::ALL,
    enrolment::draw_store::ALL,
    enrolment::prepared_store::ALL,
    enrolment::attendance_store::ALL,
    enrolment::staff::staff_store::ALL,
    contact::ALL,
    audit_chain::ALL,
    organisations::store::ALL,
    branches::branch_store::ALL,
    branches::handing_store::ALL,
    branches::staff_store::ALL,
    branches::stand_in_store::ALL,
    payments::store::ALL,
    payments::bank_store::ALL,
    payments::institution_store::ALL,
    payments::online_store::ALL,
    surveys::store::ALL,
    reports::report_store::ALL,
    consoles::digest_store::ALL,
    consoles::waiting_store::ALL,
    certificates::store::ALL,
    requests::store::ALL,
    materials::store::ALL,
    certificates::layout_store::ALL,
    group_mail::store::ALL,
    guide::store::ALL,
    notices::notice_store::ALL,
    announcements::store::ALL,
    staff_tables::views::view_store::ALL,
    letters::store::ALL,
    letter_texts::text_store::ALL,
    merging::store::ALL,
    merging::references_store::ALL,
];

/// The routes of all rooms; `demo` adds those that only a demo may have.
pub fn routes(demo: bool) -> axum::Router<app::Shared> {
    let routes = axum::Router::new()
        .merge(api::routes())
        .merge(accounts::pages::routes(demo))
        .merge(people::pages::routes(demo))
        .merge(families::pages::routes())
        .merge(families::staff::pages::routes())
        .merge(families::moving::pages::routes())
        .merge(families::teenager::pages::routes())
        .merge(organisations::hours::pages::routes())
        .merge(catalogue::pages::routes())
        .merge(enrolment::pages::routes())
        .merge(my_trainings::routes())
        .merge(catalogue::editing::pages::routes())
        .merge(catalogue::editing::venues::pages::routes())
        .merge(enrolment::staff::pages::routes())
        .merge(payments::pages::routes())
        .merge(surveys::pages::routes())
        .merge(reports::pages::routes())
        .merge(consoles::pages::routes())
        .merge(certificates::pages::routes())
        .merge(materials::pages::routes())
        .merge(group_mail::pages::routes())
        .merge(requests::pages::routes())
        .merge(staff_tables::views::pages::routes())
        .merge(letter_texts::routes())
        .merge(merging::pages::routes())
        .merge(branches::routes())
        .merge(guide::routes())
        .merge(notices::routes())
        .merge(announcements::routes())
        .merge(directory::routes())
        .merge(contact::routes());
    if demo {
        routes.merge(mail::pages::routes()).merge(demo::routes())
    } else {
        routes
    }
}

/// The routes that take and hand out files: more bytes, more time, nothing packed.
pub fn file_routes() -> axum::Router<app::Shared> {
    materials::pages::file_routes().merge(families::moving::pages::file_routes())
}
