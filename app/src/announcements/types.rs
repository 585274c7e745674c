//! What the room speaks of.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use crate::accounts::OrganisationId;
use crate::catalogue::{CourseId, GroupId};
use crate::i18n::Lang;
use crate::notices::{AnnouncementId, Audience, Notice, Texts};
use crate::secrets::hash_of;

/// What somebody wants to announce.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Whom it concerns.
    pub audience: Audience,
    /// The language that it was written in first.
    pub language: Lang,
    /// In each language.
    pub texts: Texts,
    /// The first day.
    pub from_on: Date,
    /// The last day.
    pub until_on: Date,
    /// Only for those of these courses; empty, with no groups, for all.
    pub courses: Vec<CourseId>,
    /// Only for those of these groups.
    pub groups: Vec<GroupId>,
}

/// What the audit log says of an announcement: what was written is public, and known by its mark.
#[derive(Debug, Serialize)]
pub(super) struct Summary {
    audience: &'static str,
    language: &'static str,
    texts: String,
    from_on: String,
    until_on: String,
    courses: Vec<CourseId>,
    groups: Vec<GroupId>,
}

impl Draft {
    /// What the log says of it.
    pub(super) fn summary(&self) -> Summary {
        let texts = serde_json::to_string(&self.texts).unwrap_or_default();
        let mut mark = data_encoding::HEXLOWER.encode(&hash_of(&texts));
        mark.truncate(12);
        Summary {
            audience: self.audience.code(),
            language: self.language.code(),
            texts: mark,
            from_on: self.from_on.to_string(),
            until_on: self.until_on.to_string(),
            courses: self.courses.clone(),
            groups: self.groups.clone(),
        }
    }

    /// What it is known by: the form and what was written in it. A form that is gone back to and filled in otherwise is another
    /// announcement.
    pub(super) fn key(&self, form_key: &str) -> String {
        let all = serde_json::to_string(&self.summary()).unwrap_or_default();
        let mark = data_encoding::HEXLOWER.encode(&hash_of(&all));
        format!("{form_key}.{mark}")
    }
}

/// An announcement that was written.
#[derive(Clone, Debug)]
pub struct Announcement {
    /// Its id.
    pub id: AnnouncementId,
    /// Whose branch is concerned.
    pub organisation_id: OrganisationId,
    /// Rises with every change.
    pub version: i64,
    /// Since when nobody sees it any more.
    pub withdrawn_at: Option<Timestamp>,
    /// What is announced.
    pub draft: Draft,
}

impl Announcement {
    /// As pages show it.
    pub fn notice(&self) -> Notice {
        let draft = self.draft.clone();
        Notice {
            id: self.id,
            organisation_id: self.organisation_id,
            audience: draft.audience,
            language: draft.language,
            texts: draft.texts,
            from_on: draft.from_on,
            until_on: draft.until_on,
            courses: draft.courses,
            groups: draft.groups,
        }
    }
}

/// A time that it was mailed.
#[derive(Clone, Copy, Debug)]
pub struct Mailed {
    /// Counted from 1.
    pub number: i64,
    /// To how many.
    pub people: i64,
    /// When.
    pub sent_at: Timestamp,
}
