//! SQL of mail to groups.

use database::from_row;
use jiff::Timestamp;

use super::MailId;
use crate::enrolment::EnrolmentId;

database::statements! {
    /// A new mail; none when this form was sent with this content before.
    pub INSERT_MAIL = "INSERT INTO group_mails (group_id, form_key, subject, body, sent_at, sent_by) \
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (group_id, form_key) DO NOTHING RETURNING id";
    /// The mail that a form of a group has become with this content.
    pub FIND_BY_FORM = "SELECT id FROM group_mails WHERE group_id = $1 AND form_key = $2";
    /// Somebody whom it goes to.
    pub INSERT_PERSON = "INSERT INTO group_mail_people (mail_id, account_id, enrolment_id, letter_key) VALUES ($1, $2, $3, $4)";
    /// A file that goes with it.
    pub INSERT_FILE = "INSERT INTO group_mail_files (mail_id, position, name, size) VALUES ($1, $2, $3, $4)";
    /// The mails of a group and how they fared, newest first.
    pub LIST_MAILS = "SELECT g.id, g.subject, g.sent_at, COUNT(p.account_id) AS people, \
        COUNT(CASE WHEN o.state = 'sent' THEN 1 END) AS sent, COUNT(CASE WHEN o.state = 'given_up' THEN 1 END) AS undelivered \
        FROM group_mails g JOIN group_mail_people p ON p.mail_id = g.id LEFT JOIN outbox o ON o.dedup_key = p.letter_key \
        WHERE g.group_id = $1 GROUP BY g.id, g.subject, g.sent_at ORDER BY g.id DESC";
    /// One of them.
    pub FIND_MAIL = "SELECT id, subject, body, sent_at FROM group_mails WHERE id = $1 AND group_id = $2";
    /// What goes with it, and whether the group still has it: a letter that leaves after it was deleted goes without.
    pub LIST_FILES = "SELECT f.name, f.size, EXISTS (SELECT 1 FROM materials m JOIN group_mails g ON g.group_id = m.group_id \
        WHERE g.id = f.mail_id AND m.name = f.name AND m.size = f.size) AS is_there \
        FROM group_mail_files f WHERE f.mail_id = $1 ORDER BY f.position";
    /// Whom it went to, and how it fared with each, in no particular order: alphabets are not SQL's.
    pub LIST_PEOPLE = "SELECT p.enrolment_id, h.surname, h.given_name, COALESCE(o.state, 'queued') AS state, \
        COALESCE(o.attempts, 0) AS attempts, o.sent_at FROM group_mail_people p JOIN enrolments e ON e.id = p.enrolment_id \
        JOIN people h ON h.id = e.person_id LEFT JOIN outbox o ON o.dedup_key = p.letter_key WHERE p.mail_id = $1";
}

/// A mail in the list of its group.
#[derive(Clone, Debug)]
pub struct Past {
    /// Its id.
    pub id: MailId,
    /// Its subject.
    pub subject: String,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// To how many.
    pub people: i64,
    /// Taken by the mail server.
    pub sent: i64,
    /// Given up.
    pub undelivered: i64,
}

from_row!(Past {
    id,
    subject,
    sent_at,
    people,
    sent,
    undelivered
});

/// A mail as it was written.
#[derive(Clone, Debug)]
pub struct Written {
    /// Its id.
    pub id: MailId,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// When it was sent.
    pub sent_at: Timestamp,
}

from_row!(Written {
    id,
    subject,
    body,
    sent_at
});

/// Somebody whom a mail went to.
#[derive(Clone, Debug)]
pub struct Addressee {
    /// The enrolment.
    pub enrolment_id: EnrolmentId,
    /// Surname.
    pub surname: String,
    /// Given name.
    pub given_name: String,
    /// State of the letter: `queued`, `sent` or `given_up`.
    pub state: String,
    /// How often it was tried.
    pub attempts: i64,
    /// When the mail server took it.
    pub sent_at: Option<Timestamp>,
}

from_row!(Addressee {
    enrolment_id,
    surname,
    given_name,
    state,
    attempts,
    sent_at
});
