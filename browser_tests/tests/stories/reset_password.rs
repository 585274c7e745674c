//! A4: a new password by a letter; the answer is the same for known and unknown addresses, and other sign-ins end.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::people::{self, DEMO_PASSWORD};

const KNOWN: &str = "participant@demo.zapis.example";
const UNKNOWN: &str = "nobody@demo.zapis.example";
const NEW: &str = "jesienny wiatr nad Nerwią";

story!(reset_password);

async fn reset_password(walk: &Walk) -> Result<()> {
    let unknown = ask(walk, UNKNOWN).await?;
    ensure!(
        walk.count_letters_to(UNKNOWN).await? == 0,
        "a letter went to an unknown address"
    );
    let known = ask(walk, KNOWN).await?;
    ensure!(known == unknown, "the answers differ:\n{known}\n{unknown}");

    people::sign_in_as(walk, "participant").await?;
    let signed_in = walk.driver().get_named_cookie("zapis_session").await?;
    let letter = walk.newest_letter_to(KNOWN).await?;
    let link = letter.link("/password/reset/")?;
    walk.open(link).await?;
    walk.fill("password", "krótkie").await?;
    walk.submit().await?;
    walk.sees_words("error-password_short").await?;
    walk.fill("password", NEW).await?;
    walk.submit().await?;
    walk.is_at("/sign-in").await?;
    walk.sees_words("flash-password-reset").await?;

    walk.driver().add_cookie(signed_in).await?;
    walk.open("/my/profile").await?;
    walk.is_at("/sign-in").await?;
    walk.open(link).await?;
    walk.sees_words("accounts-link-used-title").await?;

    people::sign_in(walk, KNOWN, DEMO_PASSWORD).await?;
    walk.sees_words("error-sign_in").await?;
    people::sign_in(walk, KNOWN, NEW).await?;
    walk.open("/my/profile").await?;
    walk.sees(KNOWN).await
}

/// Asks for a new password and returns what the page answers, without the address.
async fn ask(walk: &Walk, email: &str) -> Result<String> {
    walk.open("/sign-in").await?;
    walk.follow("/password/forgot").await?;
    walk.fill("email", email).await?;
    walk.submit().await?;
    walk.is_at("/check-mail").await?;
    let said = walk.text().await?;
    let words = said
        .split_whitespace()
        .filter(|word| !word.contains("•••@"));
    Ok(words.collect::<Vec<_>>().join(" "))
}
