//! Where letters go in this installation.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::message::Content;
use super::{Failure, Letterhead, Post, Server, Unwritable, compose};
use crate::app::App;
use crate::files::{Files, StoreError};
use crate::outbox::store::ClaimedRow;

/// Where letters go.
#[derive(Debug)]
pub enum Delivery {
    /// Nowhere yet: without `ZAPIS_SMTP_URL` they wait in the queue.
    Waiting,
    /// To the mailbox page of the demo.
    Mailbox,
    /// To a mail server.
    Smtp(Box<(Letterhead, Post)>),
}

impl Delivery {
    /// What the configuration asks for.
    ///
    /// # Errors
    /// `ZAPIS_SMTP_URL` or `ZAPIS_MAIL_FROM` can not be understood; the sentence says what to write.
    pub fn of(app: &App) -> anyhow::Result<Self> {
        let Some(address) = &app.config.smtp_url else {
            return Ok(if app.demo {
                Self::Mailbox
            } else {
                Self::Waiting
            });
        };
        let post = Post::new(Server::from_url(address)?)?;
        Ok(Self::smtp(Letterhead::of(app)?, post))
    }

    /// To this mail server under this letterhead.
    pub fn smtp(head: Letterhead, post: Post) -> Self {
        Self::Smtp(Box::new((head, post)))
    }

    /// Hands one letter over, with its files from the store.
    ///
    /// # Errors
    /// [`Failure`] says whether trying again helps, and whether others would fare better.
    pub async fn deliver(&self, row: &ClaimedRow, files: &Files) -> Result<(), Failure> {
        match self {
            Self::Waiting | Self::Mailbox => Err(Failure::Unreachable(
                "no mail server is configured".to_owned(),
            )),
            Self::Smtp(parts) => {
                let (head, post) = &**parts;
                let enclosed = contents(row, files).await?;
                // The message builder panics where it meets what it can not write; the other letters must go on.
                let message = catch_unwind(AssertUnwindSafe(|| compose(head, row, enclosed)))
                    .unwrap_or_else(|_panic| Err(Unwritable::Content("a defect".to_owned())))
                    .map_err(|error| Failure::Refused(error.to_string()))?;
                post.send(message.envelope(), &message.formatted()).await
            }
        }
    }
}

/// The files of a letter. One that was deleted since is not for its readers any more.
async fn contents(row: &ClaimedRow, files: &Files) -> Result<Vec<Content>, Failure> {
    let mut found = Vec::new();
    for file in row.letter.iter().flat_map(|letter| &letter.enclosed) {
        match files.whole(&file.key).await {
            Ok(bytes) => found.push(Content {
                name: file.name.clone(),
                kind: file.kind.clone(),
                bytes,
            }),
            Err(StoreError::NotFound { .. }) => {
                tracing::info!(letter = row.id.get(), "a file of a letter has been deleted");
            }
            Err(error) => {
                tracing::warn!(letter = row.id.get(), %error, "a file of a letter can not be read");
                let reason = "a file that goes with the letter can not be read";
                return Err(Failure::Postponed(reason.to_owned()));
            }
        }
    }
    Ok(found)
}
