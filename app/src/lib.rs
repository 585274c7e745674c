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
mod migrations;
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
pub mod search_engines;
pub mod secrets;
pub mod staff_tables;
pub mod surveys;
pub mod tables;
pub mod text;
pub mod traces;
pub mod web;
pub mod workers;

pub use migrations::MIGRATIONS;

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
    families::sharing::sharing_store::ALL,
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
    requests::files::file_store::ALL,
    requests::templates::template_store::ALL,
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
    traces::store::ALL,
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
        .merge(families::sharing::pages::routes())
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
        .merge(traces::routes())
        .merge(directory::routes())
        .merge(contact::routes())
        .merge(search_engines::routes());
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
