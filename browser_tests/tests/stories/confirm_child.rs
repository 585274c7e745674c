//! B9: an operator compares a child's data with documents; the family hears it, and sees who looked and why.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::{children, people};

story!(confirm_child, by chromium, firefox);

async fn confirm_child(walk: &Walk) -> Result<()> {
    let child = children::enter(walk).await?;
    children::confirm(walk).await?;
    let letter = walk.newest_letter_to(children::PARENT).await?;
    ensure!(!letter.text.contains("2017"), "{}", letter.text);
    people::change_to(walk, "participant").await?;
    walk.open(letter.link(&child)?).await?;
    walk.sees_words("families-state-confirmed").await?;
    walk.sees("Przy okienku").await
}
