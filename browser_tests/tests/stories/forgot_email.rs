//! B3: “I do not remember which e-mail I registered with”: the operator sees the address for a reason, and its holder is told.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::children;

story!(forgot_email, by chromium);

async fn forgot_email(walk: &Walk) -> Result<()> {
    children::enter(walk).await?;
    children::find(walk).await?;
    walk.sees_no(children::PARENT).await?;
    walk.press("main a[href$=\"/address\"]").await?;
    walk.submit().await?;
    walk.sees_no(children::PARENT).await?;
    walk.fill("reason", "Nie pamięta adresu").await?;
    walk.submit().await?;
    walk.sees(children::PARENT).await?;
    walk.sees_words("children-address-noted").await?;
    let letter = walk.newest_letter_to(children::PARENT).await?;
    ensure!(
        letter.text.contains("Nie pamięta adresu"),
        "{}",
        letter.text
    );
    Ok(())
}
