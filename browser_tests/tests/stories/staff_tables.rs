//! A17: a table is filtered, the filter kept under a name, rows chosen by keyboard, something done to them at once, and
//! the table taken away as a file.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Walk, story};
use thirtyfour::By;

use crate::join_paid::TITLE;
use crate::people;

const DUE: &str = "/staff/payments?show=due";
const VIEW: &str = "Tablica do rozliczenia";
const REASON: &str = "Szkolenie opłaciło miasto.";

story!(staff_tables, by chromium, chromium_without_scripts);

async fn staff_tables(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "accountant").await?;
    keeps_a_view(walk).await?;
    takes_a_file(walk).await?;
    let before = walk.count("main tbody tr").await?;
    ensure!(before > 2, "only {before} charges are due");
    let names = chooses_two(walk).await?;
    walk.tab_to("main .bulk [value=waive]").await?;
    walk.enter().await?;
    for name in &names {
        walk.sees(name).await?;
    }
    walk.fill("reason", REASON).await?;
    walk.press("main form .danger").await?;
    walk.sees_said("lists-done", &[("count", "2")]).await?;
    walk.press_words("lists-back").await?;
    ensure!(
        walk.count("main tbody tr").await? == before - 2,
        "the rows are still there"
    );
    walk.open("/staff/payments?show=waived").await?;
    for name in &names {
        walk.sees(name).await?;
    }
    Ok(())
}

/// Searches, keeps what was asked for, and comes back to it from the whole list.
async fn keeps_a_view(walk: &Walk) -> Result<()> {
    walk.open(DUE).await?;
    walk.fill("q", "tablica").await?;
    walk.submit_search().await?;
    let filtered = walk.path().await?;
    walk.visible("main details:has([name=name]) summary")
        .await?
        .click()
        .await?;
    walk.fill("name", VIEW).await?;
    walk.press("main form[action=\"/staff/views\"] button")
        .await?;
    walk.sees_words("flash-lists-view-kept").await?;
    walk.open(DUE).await?;
    walk.press_with("main .chips a", VIEW).await?;
    let now = walk.path().await?;
    ensure!(now == filtered, "the view leads to {now}, not {filtered}");
    Ok(())
}

async fn takes_a_file(walk: &Walk) -> Result<()> {
    let link = walk.visible("main a[href*=\"as=csv\"]").await?;
    let address = link.prop("href").await?.context("no address")?;
    let path = address.trim_start_matches(&walk.site.address);
    let (status, file) = walk.download(path).await?;
    let file = String::from_utf8(file)?;
    let lines = file.lines().filter(|line| line.contains(TITLE)).count();
    let rows = walk.count("main tbody tr").await?;
    ensure!(status == 200 && lines == rows, "{status}: {file}");
    Ok(())
}

/// Chooses the first and the second row by keyboard: their names. Where scripts run, with the table's own keys.
async fn chooses_two(walk: &Walk) -> Result<Vec<String>> {
    if walk.reader.has_scripts() {
        for key in ["j", "x", "j", "x"] {
            walk.press_key(key).await?;
        }
        walk.visible("main .bulk output:not(:empty)").await?;
    } else {
        for row in ["1", "2"] {
            walk.tab_to(&format!("main tr:nth-child({row}) [name=pick]"))
                .await?;
            walk.press_key(" ").await?;
        }
    }
    let mut names = Vec::new();
    let rows = By::Css("main tbody tr:has([name=pick]:checked) th a");
    for name in walk.driver().find_all(rows).await? {
        names.push(name.text().await?);
    }
    ensure!(names.len() == 2, "chosen are {names:?}");
    Ok(names)
}
