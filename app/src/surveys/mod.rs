//! Surveys: what participants say after the end. Answers are kept apart from the person: only "done, on this day" is
//! linked to the enrolment, and an answer knows its group and its day, nothing finer (`spec/rules.md`, Survey). There is
//! no audit row either, since its order would tell whose answers are whose. Results are shown from 5 answers on, and
//! then in steps of 5 or more. Questions are written per organisation; a version that was asked is never changed.

pub mod actions;
pub mod averages;
pub mod pages;
pub mod permissions;
pub mod results;
pub mod rules;
pub mod store;
mod templates;
mod types;
pub mod writing;

pub use rules::{Standing, standing};
pub use templates::{current_template, seed_default, template_of};
pub use types::{Answer, Answers, Choice, Kind, Question, Template, TemplateId, Texts};
