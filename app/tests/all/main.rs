//! Everything that is tested without a browser, in one binary: journeys on both databases, and the house rules.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at what it did not expect"
)]

mod activate;
mod api_payments;
mod approval;
mod cast;
mod catalogue;
mod catalogue_import;
mod catalogue_pages;
mod certificate;
mod certificate_register;
mod certificate_templates;
mod change_notice;
mod command_line;
mod command_line_lists;
mod completed;
mod contact;
mod contrast;
mod doctor;
mod failures;
mod fixtures;
mod gate;
mod gateway_server;
mod house_rules;
mod join;
mod join_paid;
mod languages;
mod line_property;
mod logs;
mod mail;
mod mail_messages;
mod mail_servers;
mod mailbox;
mod materials;
mod materials_files;
mod materials_s3;
mod materials_scanner;
mod my_trainings;
mod organisations;
mod payments;
mod payments_any_order;
mod payments_gateway;
mod permissions;
mod profile;
mod register;
mod reset_password;
mod resign;
mod sign_in;
mod sign_out;
mod site;
mod smtp;
mod sockets;
mod staff_address;
mod staff_attendance;
mod staff_attendance_code;
mod staff_calendar;
mod staff_certificates;
mod staff_copies;
mod staff_mail;
mod staff_offer;
mod staff_payments;
mod staff_reports;
mod staff_survey;
mod staff_venues;
mod statement_samples;
mod survey;
mod tables;
mod transfer;
mod verify;
mod waiting_list;
mod web;
mod web_abuse;
