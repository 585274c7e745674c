//! What is announced in the demo: by the region to everybody, by an institution to those who look at its pages.

use anyhow::Context as _;
use jiff::{Timestamp, ToSpan};

use super::people::Cast;
use super::town::Town;
use crate::accounts::{Actor, OrganisationId};
use crate::announcements::Draft;
use crate::announcements::actions::create;
use crate::announcements::permissions::may_announce;
use crate::app::Shared;
use crate::clock::zone;
use crate::i18n::Lang;
use crate::notices::{Audience, Text, Texts};

/// Title and text in one language.
type Words = (&'static str, &'static str);

/// Polish, Russian, English.
const OF_REGION: [Words; 3] = [
    (
        "Przerwa w przyjmowaniu telefonów",
        "W piątek nikt nie odbierze telefonów: biura szkolą się z nowych przepisów.\n\
        Wnioski i wiadomości przyjmujemy tutaj jak zwykle.",
    ),
    (
        "Перерыв в приёме звонков",
        "В пятницу никто не ответит на звонки: сотрудники изучают новые правила.\n\
        Заявления и сообщения принимаем здесь, как обычно.",
    ),
    (
        "No calls on Friday",
        "Nobody answers the telephone on Friday: the offices learn about new rules.\n\
        Applications and messages arrive here as always.",
    ),
];

/// Polish, Russian, English.
const OF_YOUTH_CENTRE: [Words; 3] = [
    (
        "Wejście od ulicy Ogrodowej",
        "Do końca remontu wchodzimy bocznymi drzwiami. Plan budynku: https://mdk.lipowiec.example/plan",
    ),
    (
        "Вход с улицы Огродовой",
        "До конца ремонта входим через боковую дверь. План здания: https://mdk.lipowiec.example/plan",
    ),
    (
        "Come in from Ogrodowa Street",
        "Until the repairs are done we use the side door. Plan of the building: https://mdk.lipowiec.example/plan",
    ),
];

pub(super) async fn build(
    app: &Shared,
    cast: &Cast,
    town: &Town,
    now: Timestamp,
) -> anyhow::Result<()> {
    announce(app, (&cast.installer, town.region), OF_REGION, now).await?;
    announce(app, (&cast.operator, town.youth), OF_YOUTH_CENTRE, now).await?;
    app.notices.refresh(&app.db, now).await?;
    Ok(())
}

async fn announce(
    app: &Shared,
    (who, whose): (&Actor, OrganisationId),
    words: [Words; 3],
    now: Timestamp,
) -> anyhow::Result<()> {
    let tree = app.organisations.current();
    let permit = may_announce(who, &tree, whose).context("staff announces in its branch")?;
    let mut texts = Texts::default();
    for (lang, (title, text)) in Lang::ALL.into_iter().zip(words) {
        let (title, text) = (title.to_owned(), text.to_owned());
        texts.set(lang, Some(Text { title, text }));
    }
    let today = now.to_zoned(zone()).date();
    let draft = Draft {
        audience: Audience::Everybody,
        language: Lang::Pl,
        texts,
        from_on: today,
        until_on: today.checked_add(14.days())?,
        courses: Vec::new(),
        groups: Vec::new(),
    };
    let key = format!("demo-{whose}");
    let write = app
        .db
        .write(move |tx| Box::pin(async move { create(tx, &permit, &key, &draft, now).await }));
    write.await?;
    Ok(())
}
