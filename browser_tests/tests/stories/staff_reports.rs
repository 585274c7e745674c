//! A17: the figures of a period, and the lists that they count.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Walk, story};

use crate::people;

story!(staff_reports, by chromium);

async fn staff_reports(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "organisation-administrator").await?;
    walk.open("/staff").await?;
    walk.follow("/staff/reports").await?;
    walk.sees_words("reports-people-by-subject").await?;
    // The sum of a column leads to the people that it counts, and each of them to the training.
    let sum = "main tr:last-child .number a[href^=\"/staff/reports/people\"]";
    let figure = walk.visible(sum).await?.text().await?;
    walk.press(sum).await?;
    let said = walk.visible("main dl.pairs dd").await?.text().await?;
    ensure!(said == figure, "the figure is {figure}, its list {said}");
    let (_, file) = walk
        .download(&format!("{}&as=csv", walk.path().await?))
        .await?;
    let lines = String::from_utf8(file)?.lines().count();
    let counted: usize = figure.parse().context("no number")?;
    ensure!(
        counted > 0 && lines == counted + 1,
        "{lines} lines of {counted}"
    );
    walk.press("main tbody th a").await?;
    walk.is_at("/staff/").await?;
    walk.open("/staff/reports").await?;
    another_period(walk).await
}

/// Years without trainings have no figures, and a period that ends before it begins is none.
async fn another_period(walk: &Walk) -> Result<()> {
    walk.fill_all(&[("from", "1.09.2019"), ("to", "31.08.2019")])
        .await?;
    walk.submit().await?;
    ensure!(walk.has("#errors").await?, "a period runs backwards");
    walk.fill("to", "31.08.2020").await?;
    walk.submit().await?;
    walk.sees_words("reports-nothing").await?;
    ensure!(
        !walk.has("main .number a").await?,
        "there are figures of nothing"
    );
    Ok(())
}
