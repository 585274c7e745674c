//! A17: whoever is in the room types the code shown there; the list has them, and staff ticks the others.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Walk, story};

use crate::people;

story!(staff_attendance, by chromium);

async fn staff_attendance(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "participant").await?;
    let by_list = people::sign_in_of(walk).await?;
    people::change_to(walk, "newcomer").await?;
    let group = walk
        .make_meeting(&[by_list, people::sign_in_of(walk).await?])
        .await?;
    walk.open("/my/trainings").await?;
    walk.follow("/attend").await?;
    types(walk, "12 34").await?;
    walk.sees_words("error-room_code").await?;

    people::change_to(walk, "operator").await?;
    let code = shown_in_the_room(walk, &group).await?;
    people::change_to(walk, "newcomer").await?;
    walk.open("/attend").await?;
    types(walk, &code).await?;
    walk.sees_words("flash-meetings-attended").await?;
    ensure!(!walk.has("#code").await?, "a code is asked for again");

    people::change_to(walk, "operator").await?;
    walk.open(&format!("{group}/attendance")).await?;
    ensure!(ticked(walk).await? == 1, "the code has ticked nobody");
    walk.press_box("main tr:not(:last-child) input[name=present]:not(:checked)")
        .await?;
    walk.submit().await?;
    walk.sees_words("flash-staff-attendance-saved").await?;
    ensure!(ticked(walk).await? == 2, "the list is not kept");
    Ok(())
}

/// The code for the wall, which the list of attendance leads to.
async fn shown_in_the_room(walk: &Walk, group: &str) -> Result<String> {
    walk.open(&format!("{group}/attendance")).await?;
    ensure!(ticked(walk).await? == 0, "somebody was there before");
    let link = walk.visible("main a[href$=\"/code\"]").await?;
    let address = link.attr("href").await?.context("no address")?;
    // The page turns to the next code by itself every half minute; just after that it stays.
    match read(walk, &address).await {
        Ok(code) => Ok(code),
        Err(_turned) => read(walk, &address).await,
    }
}

/// What the wall shows.
async fn read(walk: &Walk, address: &str) -> Result<String> {
    walk.open(address).await?;
    walk.visible("svg .code-dark").await?;
    walk.sees_said("meetings-code-present", &[("present", "0"), ("all", "2")])
        .await?;
    Ok(walk.visible(".day b").await?.text().await?)
}

async fn types(walk: &Walk, code: &str) -> Result<()> {
    walk.fill("code", code).await?;
    walk.submit().await
}

async fn ticked(walk: &Walk) -> Result<usize> {
    walk.count("main input[name=present]:checked").await
}
