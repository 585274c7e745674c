//! Two groups are given by wishes: a participant applies for both, orders the wishes, and gets the first one when the places
//! are drawn; anybody can see how.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::people;

story!(allocation, by chromium);

async fn allocation(walk: &Walk) -> Result<()> {
    let forms = walk.make_ranked().await?;
    people::sign_in_as(walk, "participant").await?;
    for form in &forms {
        walk.open(form).await?;
        walk.sees_words("draws-join-title").await?;
        walk.submit().await?;
        walk.sees_words("flash-draws-entered").await?;
        walk.sees_words("draws-says").await?;
    }
    walk.press("main article a[href=\"/my/wishes\"]").await?;
    walk.sees_words("draws-wishes-lead").await?;
    walk.press("main button[value=up]").await?;
    walk.sees_words("flash-draws-wishes-ordered").await?;

    let page = forms[0].replace("/join", "/draw");
    walk.open(&page).await?;
    walk.sees_words("draws-how-seed").await?;
    walk.hold_draws().await?;
    walk.open(&page).await?;
    walk.sees_words("draws-about-drawn").await?;
    walk.sees_words("draws-how-ranked").await?;
    let (status, file) = walk.download(&format!("{page}.csv")).await?;
    let file = String::from_utf8(file)?;
    ensure!(status == 200 && file.starts_with("kind,group,"), "{file}");

    walk.open("/my/trainings").await?;
    walk.sees_words("enrolment-says-confirmed").await?;
    walk.sees_words("enrolment-says-outdone").await
}
