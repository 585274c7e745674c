//! A17: the week's meetings, walked through by keyboard alone, from week to week to a group.

use anyhow::{Result, bail, ensure};
use browser_tests::{Walk, story};

use crate::people;

story!(staff_calendar, by chromium);

async fn staff_calendar(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "operator").await?;
    walk.open("/staff").await?;
    walk.tab_to("main nav a[href=\"/staff/calendar\"]").await?;
    walk.enter().await?;
    walk.sees_words("meetings-week").await?;
    let this = walk.text().await?;
    walk.tab_to("main a[rel=next]").await?;
    walk.enter().await?;
    ensure!(walk.text().await? != this, "the next week is this week");
    walk.tab_to("main a[rel=prev]").await?;
    walk.enter().await?;
    ensure!(walk.text().await? == this, "the way back leads elsewhere");

    // The demo has meetings nine days from today, wherever in the week that is.
    for _ in 0..3 {
        if walk
            .has("main tbody th a[href^=\"/staff/groups/\"]")
            .await?
        {
            walk.tab_to("main tbody th a[href^=\"/staff/groups/\"]")
                .await?;
            walk.enter().await?;
            return walk.is_at("/staff/groups/").await;
        }
        walk.tab_to("main a[rel=next]").await?;
        walk.enter().await?;
    }
    bail!("no meetings in three weeks")
}
