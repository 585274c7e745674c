//! A letter of the demo centre in its own words, written twice.

use anyhow::Context as _;
use jiff::Timestamp;

use super::people::Cast;
use super::town::Town;
use crate::app::Shared;
use crate::i18n::Lang;
use crate::letter_texts::permissions::may_write_letters;
use crate::letter_texts::{Which, kinds, save};
use crate::letters::Template;

const REMINDERS: [(&str, &str); 2] = [
    (
        "Do zobaczenia: {title}",
        "Szkolenie „{title}” zaczyna się: {when}.\n\n{details}\n\n{button}\n\n{resigning}",
    ),
    (
        "Do zobaczenia: {title}",
        "Cieszymy się na spotkanie! Szkolenie „{title}” zaczyna się: {when}.\n\nWeź, proszę, coś do pisania; \
        herbata i kawa czekają od kwadransa przed początkiem.\n\n{details}\n\n{button}\n\n{resigning}\n\n\
        Zespół jednostki: {organisation}",
    ),
];

pub(super) async fn build(
    app: &Shared,
    cast: &Cast,
    town: &Town,
    now: Timestamp,
) -> anyhow::Result<()> {
    let tree = app.organisations.current();
    let permit = may_write_letters(&cast.administrator, &tree, Some(town.centre));
    let permit = permit.context("the administrator writes the centre's letters")?;
    let kind = kinds().find(|kind| kind.code == "enrolment-reminder");
    let which = Which {
        kind: kind.context("there are reminders")?,
        lang: Lang::Pl,
    };
    let mut texts = Vec::new();
    for (subject, body) in REMINDERS {
        texts.push(Template::read(subject, body)?);
    }
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            for (last, text) in (0_i64..).zip(&texts) {
                save(tx, &permit, which, last, Some(text), now).await?;
            }
            Ok::<_, crate::letter_texts::TextError>(())
        })
    });
    work.await?;
    app.letters.refresh(&app.db).await?;
    Ok(())
}
