//! A9: everything about one's trainings on one page: state as a sentence, what is missing and why, what to do next.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::courses;
use crate::people;

const TITLE: &str = "Ocenianie kształtujące w klasach 4–8";

story!(my_trainings);

async fn my_trainings(walk: &Walk) -> Result<()> {
    walk.open("/my/trainings").await?;
    walk.is_at("/sign-in").await?;
    people::press_role(walk, "newcomer").await?;
    walk.is_at("/my/trainings").await?;
    walk.sees_words("enrolment-my-empty").await?;
    walk.press_words("enrolment-my-find").await?;
    walk.is_at("/courses").await?;

    courses::find(walk, TITLE).await?;
    walk.press_words("catalogue-join").await?;
    walk.submit().await?;
    walk.sees_words("enrolment-says-confirmed").await?;
    walk.sees_words("enrolment-first-meeting").await?;
    walk.visible("details.more summary").await?.click().await?;
    walk.sees_words("enrolment-event-join").await?;
    walk.sees_words("enrolment-event-first-meeting").await?;

    let calendar = walk
        .visible("main a[href$=\".ics\"]")
        .await?
        .attr("href")
        .await?;
    let (status, file) = walk.download(&calendar.unwrap_or_default()).await?;
    ensure!(
        status == 200 && file.starts_with(b"BEGIN:VCALENDAR"),
        "{status}"
    );
    walk.press_with("main nav a", &walk.words("enrolment-my-archive")?)
        .await?;
    walk.sees_words("enrolment-my-archive-empty").await
}
