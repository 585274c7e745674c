//! A17: staff make a course and a group, publish them, keep the list and mark attendance, all on one's own pages.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::people;

const TITLE: &str = "Gęślą jaźń: łamańce językowe";

story!(staff_offer);

async fn staff_offer(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "organisation-administrator").await?;
    walk.open("/staff").await?;
    walk.follow("/staff/courses").await?;
    walk.press("main a[href=\"/staff/courses/new\"]").await?;
    walk.submit().await?;
    ensure!(walk.has("#errors").await?, "an empty course is taken");
    walk.fill_all(&[
        ("title", TITLE),
        ("code", "GJ-1"),
        ("subject", "Języki"),
        ("summary", "Trzy łamańce i jeden wiersz."),
        ("topics", "Szczebrzeszyn\nChrząszcz"),
        ("teaching_hours", "4"),
    ])
    .await?;
    walk.submit().await?;
    walk.sees_words("flash-staff-course-made").await?;
    walk.press("main a[href$=\"/groups/new\"]").await?;
    make_group(walk).await?;
    let group = walk.path().await?;
    walk.press("main form[action$=\"/publish\"] button").await?;
    walk.sees_words("flash-staff-group-published").await?;
    the_list(walk, &group).await?;

    people::sign_out(walk).await?;
    walk.open("/courses?q=gesla+jazn").await?;
    walk.sees(TITLE).await
}

async fn make_group(walk: &Walk) -> Result<()> {
    walk.fill_all(&[
        ("code", "1"),
        ("meeting_date", "1.12.2031"),
        ("meeting_starts", "16:00"),
        ("meeting_ends", "19:00"),
        ("place", "Rynek 1, sala Rajców"),
        ("capacity", "12"),
        ("opens_date", "1.11.2026"),
        ("opens_time", "8:00"),
        ("closes_date", "30.11.2031"),
        ("closes_time", "12:00"),
        ("attendance_percent", "75"),
    ])
    .await?;
    walk.submit().await?;
    // The year is far away, so the page asks.
    if walk.has("main form.dialog").await? {
        walk.submit().await?;
    }
    walk.sees_words("flash-staff-group-made").await
}

async fn the_list(walk: &Walk, group: &str) -> Result<()> {
    walk.open(group).await?;
    walk.follow(&format!("{group}/participants")).await?;
    walk.sees_words("staff-participants-empty").await?;
    walk.open(group).await?;
    walk.follow(&format!("{group}/attendance-list")).await?;
    walk.sees(TITLE).await
}
