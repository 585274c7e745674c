//! A3: a link that works once makes the account ready; nobody signs in before.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::people::{self, EMAIL, PASSWORD};

/// Another password than the one of the registration.
const CHOSEN: &str = "zimorodek w trzcinach";

story!(activate);

async fn activate(walk: &Walk) -> Result<()> {
    people::register(walk).await?;
    people::sign_in(walk, EMAIL, PASSWORD).await?;
    walk.sees_words("error-account_pending").await?;
    ensure!(
        walk.typed("email").await? == EMAIL,
        "the address is not kept"
    );

    // Another letter, asked for where one learns that it is missing.
    walk.press_words("accounts-ask-activation-button").await?;
    walk.is_at("/check-mail").await?;
    ensure!(
        walk.count_letters_to(EMAIL).await? == 2,
        "there is no second letter"
    );

    let letter = walk.newest_letter_to(EMAIL).await?;
    let link = letter.link("/activate/")?;
    walk.open(link).await?;
    // Whoever asked again need not be who registered: the password is chosen here.
    walk.sees_words("accounts-activate-choose").await?;
    walk.fill("password", CHOSEN).await?;
    walk.submit().await?;
    walk.is_at("/sign-in").await?;
    walk.sees_words("flash-activated").await?;

    walk.open(link).await?;
    walk.sees_words("accounts-link-used-title").await?;
    let unknown = format!(
        "{}x",
        link.trim_end_matches(|last: char| last.is_ascii_alphanumeric())
    );
    walk.open(&unknown).await?;
    walk.sees_words("accounts-link-unknown-title").await?;

    people::sign_in(walk, EMAIL, CHOSEN).await?;
    walk.open("/my/profile").await?;
    walk.sees(EMAIL).await
}
