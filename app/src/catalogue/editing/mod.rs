//! Writing the offer: staff make courses and groups, change and publish them. What is typed becomes drafts
//! ([`CourseDraft`], [`GroupDraft`]); who may is in [`permissions`]. Saving a group that people
//! have joined is the enrolment room's matter, since those people are told; it writes with [`actions::write_group`].

pub mod actions;
mod changes;
mod copying;
mod course_form;
pub mod editing_store;
mod group_form;
mod meeting_rows;
pub mod pages;
pub mod permissions;
pub mod typed;
pub mod venues;

pub use actions::SaveError;
pub use changes::{Change, When, changes};
pub use copying::{moved_group, next_code};
pub use course_form::{CourseDraft, course_form, read_course};
pub use group_form::{GroupDraft, draft_form, empty_group_form, group_form, oddities, read_group};
pub use meeting_rows::{MeetingDraft, MeetingRow, add_row, remove_row, rows};
