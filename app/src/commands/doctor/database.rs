//! Whether the database can be used, and how the queue in it stands.

use std::path::Path;

use ::database::{Db, DbError, Options};
use jiff::{SignedDuration, Timestamp};

use super::{Finding, fine, mend, note};
use crate::audit_chain::{self, Fault};
use crate::config::Config;
use crate::outbox;
use crate::random::Random;
use crate::secrets::RootKey;

/// Letters that wait longer than this say that nobody sends them.
const LONG: SignedDuration = SignedDuration::from_hours(1);

/// Looks at the database and the letters in it.
pub(super) async fn examine(config: &Config, now: Timestamp) -> Vec<Finding> {
    let todo = "Set ZAPIS_DATABASE_URL to sqlite:PATH or postgres://user:password@host/name, and see that it can be reached.";
    if let Some(path) = config.database_url.strip_prefix("sqlite:")
        && !Path::new(path).exists()
    {
        return vec![mend(
            format!("There is no database at {path} yet."),
            "zapis migrate",
        )];
    }
    let db = match Db::open(&config.database_url, Options::default()).await {
        Ok(db) => db,
        Err(error) => {
            return vec![mend(
                format!("The database can not be opened: {error}."),
                todo,
            )];
        }
    };
    let findings = match ::database::pending(&db, crate::MIGRATIONS).await {
        Err(error) => vec![mend(
            format!("The database can not be used: {error}."),
            todo,
        )],
        Ok(pending) if !pending.is_empty() => vec![mend(
            format!(
                "{} steps of the schema are missing in the database.",
                pending.len()
            ),
            "zapis migrate",
        )],
        Ok(_) => {
            let mut findings = vec![writable(&db).await];
            findings.extend(queue(&db, now).await);
            findings.extend(chain(config, &db).await);
            findings
        }
    };
    db.close().await;
    findings
}

async fn writable(db: &Db) -> Finding {
    let tried = db.write(|tx| {
        Box::pin(async move { tx.one::<i64>(outbox::store::COUNT_GIVEN_UP, &[]).await })
    });
    match tried.await {
        Ok(_) => fine("The database answers, takes changes, and its schema is current."),
        Err(DbError::Full) => mend(
            "The disk of the database is full.",
            "Make room on it; nothing is lost meanwhile, and nobody can change anything.",
        ),
        Err(error) => mend(
            format!("The database takes no changes: {error}."),
            "See that the file and its folder belong to the user that runs zapis.",
        ),
    }
}

/// Whether the audit log is as it was written. Without a key file there is no chain yet.
async fn chain(config: &Config, db: &Db) -> Option<Finding> {
    if !config.secret_key_file.exists() {
        return None;
    }
    let key = RootKey::load_or_create(&config.secret_key_file, &Random::System).ok()?;
    let standing = match audit_chain::verify(db, &key).await {
        Ok(standing) => standing,
        Err(error) => {
            return Some(mend(
                format!("The audit log can not be read: {error}."),
                "zapis migrate",
            ));
        }
    };
    let todo = "Compare the log with a backup of the database, and find out who can write to the database beside zapis.";
    Some(match standing.fault {
        None if standing.links == 0 => note("The audit log has no chain yet; the server makes it."),
        None => fine(format!(
            "The audit log is whole: {} entries. Note its end where nobody of the database can write, to see later whether it was cut off: {}.",
            standing.links, standing.head
        )),
        Some(Fault::Changed(id)) => mend(
            format!(
                "Entry {id} of the audit log was changed after it was written, or the key file is another one."
            ),
            todo,
        ),
        Some(Fault::Removed(place)) => mend(
            format!("After place {place} of the audit log something was removed."),
            todo,
        ),
        Some(Fault::SlippedIn(id)) => mend(
            format!(
                "Entries of the audit log are not in its chain, the first is {id}: somebody has slipped them in."
            ),
            todo,
        ),
    })
}

async fn queue(db: &Db, now: Timestamp) -> Vec<Finding> {
    let standing = match outbox::standing(db).await {
        Ok(standing) => standing,
        Err(error) => {
            return vec![mend(
                format!("The queue of letters can not be read: {error}."),
                "zapis migrate",
            )];
        }
    };
    let mut findings = Vec::new();
    let age = standing.oldest.map(|oldest| now.duration_since(oldest));
    findings.push(match age {
        Some(age) if age > LONG => mend(
            format!(
                "Letters that wait: {}, the oldest for {} hours.",
                standing.queued,
                age.as_hours()
            ),
            "See that zapis serve runs and that the mail server above can be used.",
        ),
        Some(_) => fine(format!(
            "Letters that wait: {}, none for long.",
            standing.queued
        )),
        None => fine("No letters wait."),
    });
    if standing.given_up > 0 {
        findings.push(note(format!(
            "Letters that could not be delivered and were given up: {}; the column last_error of the table outbox says why.",
            standing.given_up
        )));
    }
    findings
}
