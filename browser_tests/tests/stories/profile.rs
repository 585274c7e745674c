//! A13: one corrects one's data, password and address; a new address is confirmed by a link, the old one is told.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::people::{self, DEMO_PASSWORD};

const OLD: &str = "participant@demo.zapis.example";
const NEW: &str = "anna.nowa@szkola.example";
const NEW_PASSWORD: &str = "cztery pory roku w lesie";

story!(profile);

async fn profile(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "participant").await?;
    correct_data(walk).await?;
    change_password(walk).await?;
    change_address(walk).await?;
    sign_out_elsewhere(walk).await
}

async fn correct_data(walk: &Walk) -> Result<()> {
    walk.open("/my/profile").await?;
    walk.fill("surname", "Kalinowska 🎓").await?;
    walk.press_words("people-profile-button").await?;
    walk.sees_words("error-not_a_name").await?;
    walk.fill_all(&[("surname", "Kalinowska-Źdźbło"), ("city", "Łęczna")])
        .await?;
    walk.choose("language", walk.lang()).await?;
    walk.press_words("people-profile-button").await?;
    walk.sees_words("flash-profile-saved").await?;
    ensure!(
        walk.typed("surname").await? == "Kalinowska-Źdźbło",
        "the surname is not kept"
    );
    Ok(())
}

async fn change_password(walk: &Walk) -> Result<()> {
    walk.follow("/my/profile/password").await?;
    walk.fill_all(&[
        ("password", "not mine at all"),
        ("new_password", NEW_PASSWORD),
    ])
    .await?;
    walk.submit().await?;
    ensure!(
        walk.has("#errors").await?,
        "a wrong password changes the password"
    );
    walk.fill_all(&[("password", DEMO_PASSWORD), ("new_password", NEW_PASSWORD)])
        .await?;
    walk.submit().await?;
    walk.sees_words("flash-password-changed").await
}

async fn change_address(walk: &Walk) -> Result<()> {
    walk.open("/my/profile").await?;
    walk.follow("/my/profile/email").await?;
    walk.fill_all(&[("email", NEW), ("password", NEW_PASSWORD)])
        .await?;
    walk.submit().await?;
    walk.sees_words("flash-email-asked").await?;
    walk.sees(OLD).await?;
    let letter = walk.newest_letter_to(NEW).await?;
    walk.open(letter.link("/confirm-email/")?).await?;
    walk.submit().await?;
    walk.sees_words("flash-email-changed").await?;
    walk.sees(NEW).await?;
    let letter = walk.newest_letter_to(OLD).await?;
    ensure!(
        letter.link("/contact").is_ok(),
        "the old address is not told whom to write to"
    );
    Ok(())
}

async fn sign_out_elsewhere(walk: &Walk) -> Result<()> {
    walk.open("/my/profile/devices").await?;
    walk.sees_words("accounts-devices-here").await?;
    walk.press("main form:has(input[value=all]) button").await?;
    walk.sees_words("flash-signed-out-everywhere").await?;
    walk.open("/my/profile").await?;
    walk.is_at("/sign-in").await
}
