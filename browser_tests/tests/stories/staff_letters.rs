//! A17: an administrator writes a letter anew, looks at it, uses it, and goes back to the standard one.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::people;

const LETTER: &str = "/enrolment-confirmed/pl";
const SUBJECT: &str = "Czekamy na Ciebie: {title}";
const ADDED: &str = "Weź wygodne buty.";
const TITLE: &str = "Dzień otwarcia zapisów";
const EMAIL: &str = "participant@demo.zapis.example";

story!(staff_letters, by chromium);

async fn staff_letters(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "organisation-administrator").await?;
    walk.open("/staff/courses").await?;
    walk.follow("/staff/letters").await?;
    if !walk.has(&format!("main a[href$=\"{LETTER}\"]")).await? {
        walk.press("main ul a[href^=\"/staff/letters/\"]").await?;
    }
    walk.press(&format!("main a[href$=\"{LETTER}\"]")).await?;
    let (address, standard) = (walk.path().await?, walk.typed("body").await?);
    writes(walk, &standard).await?;

    let letter = joins(walk).await?;
    ensure!(letter.contains(ADDED), "{letter}");
    ensure!(
        letter.contains(&SUBJECT.replace("{title}", TITLE)),
        "{letter}"
    );

    people::change_to(walk, "organisation-administrator").await?;
    walk.open(&address).await?;
    walk.press("main [name=do][value=standard]").await?;
    walk.sees_words("flash-letter-texts-standard-again").await?;
    ensure!(walk.typed("body").await? == standard, "another text");
    let letter = joins(walk).await?;
    ensure!(!letter.contains(ADDED), "{letter}");
    Ok(())
}

/// What must stay is asked for; then the preview shows it filled in, and it is used.
async fn writes(walk: &Walk, standard: &str) -> Result<()> {
    walk.fill_all(&[("subject", SUBJECT), ("body", ADDED)])
        .await?;
    walk.press("main [name=do][value=save]").await?;
    ensure!(
        walk.has("#errors a[href=\"#body\"]").await?,
        "a letter may lose its button"
    );
    walk.fill("body", &format!("{standard}\n\n{ADDED}")).await?;
    walk.press("main [name=do][value=preview]").await?;
    let shown = walk.visible("#preview .panel").await?.text().await?;
    ensure!(
        shown.contains(ADDED) && !shown.contains("{title}"),
        "the preview shows: {shown}"
    );
    walk.press("main [name=do][value=save]").await?;
    walk.sees_words("flash-letter-texts-saved").await
}

/// The participant joins a training: the letter that comes.
async fn joins(walk: &Walk) -> Result<String> {
    let (_, form) = walk.make_group(3, 0).await?;
    people::change_to(walk, "participant").await?;
    walk.open(&form).await?;
    walk.submit().await?;
    Ok(walk.newest_letter_to(EMAIL).await?.text)
}
