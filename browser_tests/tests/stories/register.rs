//! A2: an account with everything that a certificate needs; the workplace comes from the directory.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::people::{self, EMAIL, PASSWORD};

story!(register, also on postgres);

async fn register(walk: &Walk) -> Result<()> {
    walk.open("/").await?;
    walk.press("main a[href=\"/register\"]").await?;
    walk.submit().await?;
    ensure!(walk.has("#errors").await?, "an empty form is not refused");

    people::fill_registration(walk).await?;
    walk.fill("born_year", "1989").await?;
    walk.fill("workplace", "PODSTAWOWA nr 2").await?;
    walk.press("main button[name=find]").await?;
    ensure!(
        walk.typed("surname").await? == "Żółć-Gęśla",
        "the search lost what was typed"
    );
    walk.press_choice("workplace_id", "Szkoła Podstawowa nr 2 ")
        .await?;

    walk.fill("password", PASSWORD).await?;
    walk.submit().await?;
    walk.sees_words("error-date_not_real").await?;
    ensure!(
        walk.typed("street").await? == "ul. Źródlana 7 m. 3",
        "the refusal lost what was typed"
    );
    ensure!(
        walk.typed("password").await?.is_empty(),
        "a password came back"
    );

    walk.fill_all(&[("born_year", "1988"), ("password", PASSWORD)])
        .await?;
    walk.tick("consent").await?;
    walk.submit().await?;
    walk.is_at("/check-mail").await?;
    walk.sees_words("accounts-check-mail-title").await?;
    walk.sees_no(EMAIL).await?;

    let letter = walk.newest_letter_to(EMAIL).await?;
    letter.link("/activate/")?;
    people::sign_in(walk, EMAIL, PASSWORD).await?;
    walk.sees_words("error-account_pending").await?;

    people::activate(walk).await?;
    people::sign_in(walk, EMAIL, PASSWORD).await?;
    walk.open("/my/profile").await?;
    ensure!(
        walk.typed("workplace")
            .await?
            .starts_with("Szkoła Podstawowa nr 2 "),
        "the workplace is not kept"
    );
    ensure!(
        walk.typed("born_day").await? == "29",
        "the day of birth is not kept"
    );
    people::sign_out(walk).await?;
    registering_again_tells_nothing(walk).await
}

/// Whoever registers a known address sees the same page; only its holder learns of it, by a letter.
async fn registering_again_tells_nothing(walk: &Walk) -> Result<()> {
    people::register(walk).await?;
    walk.sees_words("accounts-check-mail-title").await?;
    let letter = walk.newest_letter_to(EMAIL).await?;
    walk.sees_words("accounts-letter-attempt-what").await?;
    letter.link("/password/forgot").map(drop)
}
