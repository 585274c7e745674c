//! The stories, each under the name that `spec/traceability.md` gives it.

mod activate;
mod browsers;
mod catalogue;
mod certificate;
mod change_notice;
mod courses;
mod every_page;
mod gate;
mod join;
mod join_paid;
mod judging;
mod my_trainings;
mod payments;
mod people;
mod profile;
mod register;
mod reset_password;
mod resign;
mod sign_out;
mod staff_offer;
mod surveys;
mod waiting_list;
