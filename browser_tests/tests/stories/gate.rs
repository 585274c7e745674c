//! A10: the certificate comes after completion and the survey, and not before; a forged link leads nowhere.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::people;
use crate::surveys;

story!(gate);

async fn gate(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "participant").await?;
    let survey = surveys::address(walk).await?;
    walk.sees_words("certificates-part-survey-hint").await?;
    let paper = survey.replace("/survey", "/certificate.pdf");
    is_closed(walk, &paper).await?;

    walk.open(&survey).await?;
    walk.submit().await?;
    ensure!(walk.has("#errors").await?, "an empty survey is taken");
    is_closed(walk, &paper).await?;
    surveys::answer(walk).await?;
    walk.sees_words("flash-survey-sent").await?;
    walk.open_until("/my/trainings", &format!("a[href=\"{paper}\"]"))
        .await?;
    walk.sees_words("certificates-ready").await?;
    let (status, _) = walk.download(&paper).await?;
    ensure!(status == 200, "the certificate is not there: {status}");
    walk.open(&survey).await?;
    walk.sees_words("surveys-done").await?;

    // The same address is nobody else's.
    people::change_to(walk, "newcomer").await?;
    is_closed(walk, &paper).await?;
    walk.open(&survey).await?;
    walk.sees_words("web-error-not-found-title").await
}

async fn is_closed(walk: &Walk, paper: &str) -> Result<()> {
    let (status, body) = walk.download(paper).await?;
    ensure!(
        status == 404 && !body.starts_with(b"%PDF"),
        "a forged link is answered with {status}"
    );
    Ok(())
}
