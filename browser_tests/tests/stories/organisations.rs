//! `tenancy`: an administrator looks after the tree, invites a colleague, and sees who would lose sight of a school before it moves.

use anyhow::Result;
use browser_tests::{Walk, story};

use crate::people;

const NAME: &str = "Szkoła Podstawowa nad Stawem";
const INVITED: &str = "nowa.operatorka@szkola.example";

/// The first place that is offered.
const PLACE: &str = "return document.querySelector('main select[name=under]').options[1].value;";

story!(organisations);

async fn organisations(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "administrator").await?;
    walk.open("/staff").await?;
    walk.follow("/staff/organisations").await?;
    walk.sees("Miejskie Centrum Doskonalenia Nauczycieli")
        .await?;
    walk.press("main a[href=\"/staff/organisations/new\"]")
        .await?;
    walk.choose("under", "top").await?;
    walk.choose("kind", "institution").await?;
    walk.fill_all(&[("name", NAME), ("tax_id", "123")]).await?;
    walk.submit().await?;
    walk.sees_words("error-tax_id").await?;
    walk.fill("tax_id", "526-025-02-74").await?;
    walk.submit().await?;
    walk.sees_words("flash-branch-added").await?;
    let here = walk.path().await?;

    walk.press(&format!("main a[href=\"{here}/staff\"]"))
        .await?;
    walk.fill("email", INVITED).await?;
    walk.choose("role_kind", "operator").await?;
    walk.press("main [name=do][value=invite]").await?;
    walk.sees_words("flash-staff-invited").await?;

    walk.open(&format!("{here}/move")).await?;
    let value: String = walk.driver().execute(PLACE, []).await?.convert()?;
    walk.choose("under", &value).await?;
    walk.submit().await?;
    walk.sees_words("branches-gaining").await?;
    walk.submit().await?;
    walk.sees_words("flash-branch-moved").await?;

    accept(walk).await
}

/// Whoever was invited makes an account by the link, and works.
async fn accept(walk: &Walk) -> Result<()> {
    let letter = walk.newest_letter_to(INVITED).await?;
    people::become_nobody(walk).await?;
    walk.open(letter.link("/invited/")?).await?;
    walk.sees(NAME).await?;
    walk.fill_all(&[
        ("name", "Natalia Bąk"),
        ("password", "czapla nad stawem rano"),
    ])
    .await?;
    walk.submit().await?;
    people::sign_in(walk, INVITED, "czapla nad stawem rano").await?;
    walk.open("/staff/standing-in").await?;
    walk.sees(NAME).await
}
