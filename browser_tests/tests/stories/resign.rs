//! A8: one gives a place back oneself until the deadline; after it, the page says so and offers Contact.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Walk, story};

use crate::courses;
use crate::people;

const TITLE: &str = "Ocenianie kształtujące w klasach 4–8";
const EMAIL: &str = "newcomer@demo.zapis.example";

story!(resign);

async fn resign(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "newcomer").await?;
    let address = courses::find(walk, TITLE).await?;
    let before = courses::places(walk).await?;
    walk.press_words("catalogue-join").await?;
    walk.submit().await?;
    walk.is_at("/my/trainings").await?;

    walk.press("main a[href$=\"/resign\"]").await?;
    walk.sees_words("enrolment-resign-place").await?;
    let question = walk.path().await?;
    walk.press("main a[href=\"/my/trainings\"].button").await?;
    walk.sees_words("enrolment-says-confirmed").await?;

    walk.open(&question).await?;
    walk.press("main form button:not(.hidden)").await?;
    walk.is_at("/my/trainings").await?;
    walk.sees_words("flash-enrolment-resigned").await?;
    walk.open("/my/trainings?archive=1").await?;
    walk.sees_words("enrolment-says-resigned").await?;
    letter_takes_it_out_of_the_calendar(walk).await?;

    walk.open(&address).await?;
    let after = courses::places(walk).await?;
    ensure!(before == after, "the place is not free again: {after}");
    walk.press_words("catalogue-join").await?;
    walk.sees_words("enrolment-join-about").await
}

async fn letter_takes_it_out_of_the_calendar(walk: &Walk) -> Result<()> {
    let letter = walk.newest_letter_to(EMAIL).await?;
    ensure!(letter.text.contains(TITLE), "{}", letter.text);
    let (name, address) = letter.files.first().context("nothing is attached")?;
    let (_, file) = walk.download(address).await?;
    let file = String::from_utf8(file)?;
    ensure!(file.contains("METHOD:CANCEL"), "{name}: {file}");
    Ok(())
}
