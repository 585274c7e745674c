//! A participant sends the survey, once.

use database::{DbError, Tx};
use jiff::civil::Date;

use crate::catalogue::GroupId;
use crate::permit::Permit;
use crate::random::Random;
use crate::surveys::permissions::AnswerSurvey;
use crate::surveys::rules::FEWEST_ANSWERS;
use crate::surveys::{Answers, TemplateId, store};

/// What is sent.
#[derive(Clone, Debug)]
pub struct Submission {
    id: String,
    template_id: TemplateId,
    answers: Answers,
    day: Date,
}

impl Submission {
    /// Answers to a template's questions, given on this day of the organisation's calendar. They get an id that says
    /// nothing about when they came.
    pub fn new(random: &Random, template_id: TemplateId, answers: Answers, day: Date) -> Self {
        let id = data_encoding::HEXLOWER.encode(&random.bytes::<16>());
        Self {
            id,
            template_id,
            answers,
            day,
        }
    }
}

/// Why nothing was kept.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It was sent before, or the training is not completed (any more).
    #[error("the survey is not open")]
    NotOpen,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Keeps the answers apart from the person, and notes with the enrolment that the survey is done. The day of an answer is
/// that of the last one that waits with it, so that the day of a certificate does not lead to what its holder wrote.
/// Of two submissions at
/// the same moment one is kept.
///
/// # Errors
/// [`Refusal`]; nothing was kept then.
pub async fn submit(
    tx: &mut Tx<'_>,
    permit: &Permit<AnswerSurvey>,
    submission: &Submission,
) -> Result<(), Refusal> {
    let Submission {
        id,
        template_id,
        answers,
        day,
    } = submission;
    let group_id: Option<GroupId> = tx.opt(store::MARK_DONE, &[&permit.on(), day]).await?;
    let group_id = group_id.ok_or(Refusal::NotOpen)?;
    let answers =
        serde_json::to_string(answers).map_err(|error| DbError::Other(error.to_string()))?;
    let step = i64::try_from(FEWEST_ANSWERS).unwrap_or(i64::MAX);
    tx.exec(store::WAIT_TOGETHER, &[&group_id, template_id, day, &step])
        .await?;
    tx.exec(
        store::INSERT_ANSWERS,
        &[id, &group_id, template_id, day, &answers],
    )
    .await?;
    Ok(())
}
