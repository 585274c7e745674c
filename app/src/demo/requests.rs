//! Messages of the demo: one that waits for an answer, and one that has it.

use anyhow::Context as _;
use database::DbError;
use jiff::{SignedDuration, Timestamp};

use super::people::Cast;
use super::town::Town;
use crate::app::Shared;
use crate::i18n::Lang;
use crate::requests::actions::{NewRequest, answer, confirm, open};
use crate::requests::permissions::may_answer;
use crate::requests::{Request, store};

/// Who writes, from where, in which language, about what, what.
const WRITTEN: [(&str, &str, Lang, &str, &str); 2] = [
    (
        "Barbara Mielnik",
        "b.mielnik@poczta.example",
        Lang::Pl,
        "Dojazd na szkolenie",
        "Dzień dobry,\nczy przy ośrodku można zostawić samochód na cały dzień?",
    ),
    (
        "Игорь Савельев",
        "savelev@pochta.example",
        Lang::Ru,
        "Обучение на русском языке",
        "Здравствуйте! Будут ли весной группы на русском языке?",
    ),
];

pub(super) async fn build(
    app: &Shared,
    cast: &Cast,
    town: &Town,
    now: Timestamp,
) -> anyhow::Result<()> {
    let mut written = Vec::new();
    for (hours, (name, email, lang, subject, text)) in [(30, WRITTEN[0]), (4, WRITTEN[1])] {
        let new = NewRequest {
            organisation_id: town.centre,
            account_id: None,
            name: name.into(),
            email: email.into(),
            lang,
            subject: subject.into(),
            text: text.into(),
        };
        let (own, at) = (app.clone(), now - SignedDuration::from_hours(hours));
        let write = app.db.write(move |tx| {
            Box::pin(async move {
                let id = open(tx, &own, &new, at).await?;
                let at = at + SignedDuration::from_mins(5);
                confirm(tx, &own, id, at)
                    .await
                    .map_err(|_| DbError::NotFound)?;
                tx.one::<Request>(store::FIND_REQUEST, &[&id]).await
            })
        });
        written.push(write.await.map_err(|error: DbError| error)?);
    }
    let tree = app.organisations.current();
    let permit = may_answer(&cast.operator, &tree, &written[0]);
    let permit = permit.context("the operator answers the centre's messages")?;
    let (own, at) = (app.clone(), now - SignedDuration::from_hours(6));
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let text = "Dzień dobry,\ntak: parking jest za budynkiem, wjazd od ul. Lipowej.";
            answer(tx, &own, &permit, text, at).await
        })
    });
    Ok(write.await?)
}
