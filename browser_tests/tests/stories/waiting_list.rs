//! A full group has a list: one waits with a position, is offered the place that somebody gives back, and takes it.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::people;

/// The training that the demo makes for the story.
const TITLE: &str = "Dzień otwarcia zapisów";
const EMAIL: &str = "newcomer@demo.zapis.example";

story!(waiting_list, by chromium);

async fn waiting_list(walk: &Walk) -> Result<()> {
    let (course, form) = walk.make_group(1, 2).await?;
    people::sign_in_as(walk, "participant").await?;
    walk.open(&form).await?;
    walk.submit().await?;
    walk.sees_words("flash-enrolment-joined").await?;

    people::change_to(walk, "newcomer").await?;
    walk.open(&course).await?;
    walk.press("aside a.button[href$=join]").await?;
    walk.sees_words("enrolment-line-title").await?;
    walk.submit().await?;
    walk.sees_words("flash-enrolment-in-line").await?;
    walk.sees_said("enrolment-position", &[("position", "1")])
        .await?;

    people::change_to(walk, "participant").await?;
    walk.open("/my/trainings").await?;
    walk.press(&format!("{} a[href$=\"/resign\"]", card_of(&course)))
        .await?;
    walk.press("main form button:not(.hidden)").await?;
    walk.sees_words("flash-enrolment-resigned").await?;

    let letter = walk.newest_letter_to(EMAIL).await?;
    ensure!(letter.text.contains(TITLE), "{}", letter.text);
    people::change_to(walk, "newcomer").await?;
    walk.open(letter.link("/my/trainings")?).await?;
    walk.sees_words("enrolment-says-offered").await?;
    walk.sees_words("enrolment-offered-until").await?;
    walk.press(&format!(
        "{} form[action$=\"/accept\"] button",
        card_of(&course)
    ))
    .await?;
    walk.sees_words("flash-enrolment-joined").await?;
    walk.sees_words("enrolment-says-confirmed").await
}

/// The card of the training among one's own.
fn card_of(course: &str) -> String {
    format!("main article:has(a[href=\"{course}\"])")
}
