//! A9, A10: a trainer hands in a file; its participants see it, and get it when the gate is open and not before.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Walk, story};

use crate::people;
use crate::surveys::{self, COMPLETED};

const NAME: &str = "Scenariusz lekcji.txt";
const CONTENT: &str = "Źródła i ćwiczenia na całą lekcję.\n";

story!(materials, by chromium);

async fn materials(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "trainer").await?;
    let number = hands_in(walk).await?;

    people::change_to(walk, "participant").await?;
    let survey = surveys::address(walk).await?;
    let file = survey.replace("/survey", &format!("/materials/{number}"));
    walk.sees(NAME).await?;
    let link = format!("main a[href=\"{file}\"]");
    ensure!(!walk.has(&link).await?, "it is open before the survey");
    let (status, _) = walk.download(&file).await?;
    ensure!(status == 404, "a forged link is answered with {status}");

    walk.open(&survey).await?;
    surveys::answer(walk).await?;
    walk.open("/my/trainings?archive=1").await?;
    if !walk.has(&link).await? {
        walk.open("/my/trainings").await?;
    }
    walk.visible(&link).await?;
    let (status, bytes) = walk.download(&file).await?;
    ensure!(
        status == 200 && bytes == CONTENT.as_bytes(),
        "the file is another one: {status}"
    );
    Ok(())
}

/// The trainer's way from today's page; a program is refused, a text is taken. Answers the number of the file.
async fn hands_in(walk: &Walk) -> Result<String> {
    walk.open("/staff").await?;
    walk.press_with("main tbody th a", COMPLETED).await?;
    let group = walk.path().await?;
    walk.follow(&format!("{group}/materials")).await?;
    let program = walk.keep("gra.exe", b"MZ")?;
    walk.attach("file", &program).await?;
    walk.submit().await?;
    walk.sees_said("error-material_not_taken", &[("ending", "exe")])
        .await?;
    let text = walk.keep(NAME, CONTENT.as_bytes())?;
    walk.attach("file", &text).await?;
    walk.submit().await?;
    walk.sees_words("flash-material-added").await?;
    let link = walk.first_with("main tbody th a", NAME).await?;
    let href = link.attr("href").await?.unwrap_or_default();
    let number = href.rsplit('/').nth(1).context("no number of the file")?;
    Ok(number.to_owned())
}
