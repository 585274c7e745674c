//! B4: “I have no access to that e-mail”: the operator replaces it, and the link in the new mailbox puts it in force.

use anyhow::Result;
use browser_tests::{Walk, story};

use crate::{children, people};

const NEW: &str = "anna.nowa@poczta.example";

story!(replace_email, by chromium);

async fn replace_email(walk: &Walk) -> Result<()> {
    children::enter(walk).await?;
    children::find(walk).await?;
    walk.press("main a[href$=\"/email\"]").await?;
    walk.fill("email", NEW).await?;
    walk.submit().await?;
    walk.choose("document", "passport").await?;
    walk.fill("reason", "Skrzynka zamknięta").await?;
    walk.submit().await?;
    walk.sees_words("flash-children-email-sent").await?;
    people::become_nobody(walk).await?;
    let letter = walk.newest_letter_to(NEW).await?;
    walk.open(letter.link("/confirm-email/")?).await?;
    walk.submit().await?;
    people::sign_in(walk, NEW, people::DEMO_PASSWORD).await?;
    walk.open("/my/children").await?;
    walk.sees("Apolonia Źrebiec").await
}
