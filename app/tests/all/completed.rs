//! People who have completed a training, and what they do next: shared by the stories of survey, gate and certificate.

use database::DbError;
use zapis::accounts::{Actor, OrganisationId, Role, RoleKind, SessionId};
use zapis::enrolment::EnrolmentId;
use zapis::i18n::Lang;

use crate::fixtures::Training;
use crate::site::{Answer, Browser, Site};

/// Answers that the survey of the product takes.
pub const ANSWERS: [(&str, &str); 8] = [
    ("q1", "5"),
    ("q2", "4"),
    ("q3", "5"),
    ("q4", "3"),
    ("q5", "4"),
    ("q6", "right"),
    ("q7", "examples"),
    ("q8", "Więcej czasu na ćwiczenia."),
];

impl Site {
    /// An enrolment of the account in this state; attendance is another story.
    pub async fn enrolled(&self, email: &str, training: &Training, state: &str) -> EnrolmentId {
        let account = self.account(email).await;
        let (group, state, now) = (training.group_id, state.to_owned(), self.now());
        let insert = self.app.db.write(move |tx| {
            Box::pin(async move {
                tx.one(
                    "INSERT INTO enrolments (person_id, group_id, account_id, state, applied_at, changed_at) \
                     SELECT p.id, $2, $1, $3, $4, $4 FROM people p WHERE p.account_id = $1 RETURNING id",
                    &[&account, &group, &state, &now],
                )
                .await
            })
        });
        insert.await.map_err(|error: DbError| error).unwrap()
    }

    /// Somebody as policies see them.
    pub async fn actor(
        &self,
        email: &str,
        kind: RoleKind,
        branch: Option<OrganisationId>,
    ) -> Actor {
        Actor {
            account_id: self.account(email).await,
            session_id: SessionId::new(0),
            name: String::new(),
            email: email.to_owned(),
            lang: Lang::Pl,
            roles: [Role { kind, branch }].into(),
            is_linked: false,
        }
    }

    /// A statement of a story that touches rows directly.
    pub async fn sql(&self, sql: impl Into<String>, id: i64) -> u64 {
        let sql: &'static str = sql.into().leak();
        let exec = self
            .app
            .db
            .write(move |tx| Box::pin(async move { tx.exec(sql, &[&id]).await }));
        exec.await.map_err(|error: DbError| error).unwrap()
    }

    /// A number from the database.
    pub async fn number(&self, sql: impl Into<String>) -> i64 {
        let sql: &'static str = sql.into().leak();
        let one = self
            .app
            .db
            .read(move |tx| Box::pin(async move { tx.one(sql, &[]).await }));
        one.await.map_err(|error: DbError| error).unwrap()
    }

    /// A text from the database.
    pub async fn text(&self, sql: &'static str) -> String {
        let one = self
            .app
            .db
            .read(move |tx| Box::pin(async move { tx.one(sql, &[]).await }));
        one.await.map_err(|error: DbError| error).unwrap()
    }
}

/// Address of the survey.
pub fn survey(id: EnrolmentId) -> String {
    format!("/my/trainings/{id}/survey")
}

/// Address of the certificate.
pub fn paper(id: EnrolmentId) -> String {
    format!("/my/trainings/{id}/certificate.pdf")
}

/// Fills in the survey and sends it.
pub async fn send_survey(browser: &mut Browser, id: EnrolmentId) -> Answer {
    browser.fill(&survey(id), &survey(id), &ANSWERS).await
}
