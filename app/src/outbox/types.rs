//! A letter as it is queued.

use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

use crate::i18n::Lang;

database::id!(
    /// A letter in the outbox.
    LetterId
);

/// A letter, composed in the recipient's language; the mail room makes text and HTML parts of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Letter {
    /// Language of the texts.
    pub lang: Lang,
    /// Name shown as the sender: the institution's. Empty gives the installation's.
    pub sender: String,
    /// Subject line.
    pub subject: String,
    /// What happened, what it means, what to do; plain text, one paragraph each.
    pub paragraphs: Vec<String>,
    /// Facts as label and value, such as dates and places.
    pub facts: Vec<(String, String)>,
    /// What stands between the facts and the button.
    pub between: Vec<String>,
    /// The one next step: words of the button, and its address.
    pub action: Option<(String, String)>,
    /// What follows the button, such as until when the link works.
    pub after: Vec<String>,
    /// The institution's contact, or the address of the installation's contact page.
    pub contact: String,
    /// It carries a link that works by itself: the text is forgotten as soon as the letter has left.
    pub secret: bool,
    /// Calendar entries and files.
    pub attachments: Vec<Attachment>,
    /// Files of the store that go with it; those that are gone when it leaves are left out.
    pub enclosed: Vec<Enclosed>,
}

/// A file of the store that goes with a letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Enclosed {
    /// File name.
    pub name: String,
    /// Media type with parameters.
    pub kind: String,
    /// Where its content lies in the store of files.
    pub key: String,
}

/// A file that goes with a letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attachment {
    /// File name.
    pub name: String,
    /// Media type with parameters: `text/calendar; method=REQUEST; charset=utf-8`.
    pub kind: String,
    /// Its text.
    pub text: String,
}

/// What letters wait for: rung when one was queued, so that it goes out at once.
#[derive(Debug, Default)]
pub struct Outbox {
    queued: Notify,
}

impl Outbox {
    /// Tells the worker of this process that letters were queued. Called after the commit; without it they go out with
    /// the next look into the queue, a second later.
    pub fn wake(&self) {
        self.queued.notify_one();
    }

    /// Returns when [`Outbox::wake`] was called, also when that was before.
    pub async fn woken(&self) {
        self.queued.notified().await;
    }
}
