//! B8: whoever registers at 14 and is in a parent's cabinet is led there; the parent invites to a linked sign-in; the teenager
//! prepares an application, and the parent submits it.

use anyhow::Result;
use browser_tests::{Walk, story};

use crate::children::{self, PARENT, TEENAGER};
use crate::people::{self, PASSWORD};

const MAIL: &str = "apolonia@poczta.example";
const PREPARED: &str = "/my/applications/prepared";

story!(age_14, by chromium, chromium_without_scripts);

async fn age_14(walk: &Walk) -> Result<()> {
    let child = children::enter_named(walk, &TEENAGER).await?;
    children::confirm_named(walk, &TEENAGER).await?;
    registers_in_vain(walk).await?;

    // The letter tells the parent, who invites.
    let letter = walk.newest_letter_to(PARENT).await?;
    letter.link("/sign-in")?;
    people::change_to(walk, "participant").await?;
    walk.open(&child).await?;
    walk.follow(&format!("{child}/sign-in")).await?;
    walk.fill("email", PARENT).await?;
    walk.submit().await?;
    walk.sees_words("error-own_address").await?;
    walk.fill("email", MAIL).await?;
    walk.submit().await?;
    walk.sees_words("flash-teenagers-invited").await?;

    accepts(walk).await?;
    walk.open("/my/record").await?;
    walk.sees("Apolonia Źrebiec").await?;
    walk.sees_words("teenagers-record-prepares").await?;
    walk.open("/courses?q=szachy").await?;
    walk.press(".offer h3 a").await?;
    walk.press_words("catalogue-apply-for").await?;
    walk.sees_words("teenagers-prepare-about").await?;
    walk.submit().await?;
    walk.is_at(PREPARED).await?;
    walk.sees_words("flash-teenagers-prepared").await?;

    people::change_to(walk, "participant").await?;
    walk.open("/my/applications").await?;
    walk.press("main a[href=\"/my/applications/prepared\"]")
        .await?;
    walk.sees_words("teenagers-prepared-no-place").await?;
    walk.submit().await?;
    walk.is_at("/my/applications").await?;
    walk.sees("Apolonia").await?;
    walk.open(&format!("{child}/sign-in")).await?;
    walk.press_words("teenagers-to-submit").await?;
    walk.sees_words("teenagers-submit-what").await?;
    walk.press_words("teenagers-end").await?;
    walk.sees_words("flash-teenagers-ended").await
}

/// Nothing says whose cabinet it is.
async fn registers_in_vain(walk: &Walk) -> Result<()> {
    people::become_nobody(walk).await?;
    walk.open("/register").await?;
    people::fill_registration(walk).await?;
    walk.fill_all(&TEENAGER).await?;
    walk.fill("email", MAIL).await?;
    walk.tick("consent").await?;
    walk.submit().await?;
    walk.is_at("/check-mail").await?;
    let letter = walk.newest_letter_to(MAIL).await?;
    walk.open(letter.link("/activate/")?).await?;
    walk.submit().await?;
    walk.is_at("/registered").await?;
    walk.sees_words("teenagers-held-title").await?;
    walk.sees_no(PARENT).await
}

/// The teenager follows the link, chooses a password and signs in.
async fn accepts(walk: &Walk) -> Result<()> {
    people::become_nobody(walk).await?;
    let letter = walk.newest_letter_to(MAIL).await?;
    walk.open(letter.link("/linked/")?).await?;
    walk.fill("password", PASSWORD).await?;
    walk.submit().await?;
    walk.sees_words("flash-teenagers-linked").await?;
    people::sign_in(walk, MAIL, PASSWORD).await
}
