//! B7: somebody has two accounts: both become one, once the holder agrees, and can be taken apart again.

use anyhow::Result;
use browser_tests::{Walk, story};

use crate::children::PARENT;
use crate::{courses, people};

const TITLE: &str = "Ocenianie kształtujące w klasach 4–8";
/// The duplicate.
pub const GONE: &str = "newcomer@demo.zapis.example";

story!(merge_accounts, by chromium, chromium_on_postgres);

/// The duplicate joins a training, and the administrator sees what would happen to it.
pub async fn compare(walk: &Walk) -> Result<()> {
    courses::find(walk, TITLE).await?;
    walk.press_words("catalogue-join").await?;
    people::press_role(walk, "newcomer").await?;
    walk.submit().await?;
    walk.sees_words("flash-enrolment-joined").await?;
    people::change_to(walk, "administrator").await?;
    walk.open("/staff").await?;
    walk.press("main a[href=\"/staff/merges\"]").await?;
    walk.press("main a[href=\"/staff/merges/new\"]").await?;
    walk.fill_all(&[("gone_email", GONE), ("kept_email", PARENT)])
        .await?;
    walk.submit().await?;
    walk.sees_words("error-required").await?;
    walk.fill("reason", "Dwa konta jednej osoby").await?;
    walk.submit().await?;
    walk.sees_words("merging-plan-lead").await?;
    walk.sees(TITLE).await
}

async fn merge_accounts(walk: &Walk) -> Result<()> {
    compare(walk).await?;
    walk.submit().await?;
    walk.sees_words("error-choose").await?;
    walk.choose("what", "move").await?;
    walk.submit().await?;
    walk.sees_words("flash-merging-asked").await?;
    let one = walk.path().await?;
    people::change_to(walk, "participant").await?;
    let letter = walk.newest_letter_to(PARENT).await?;
    walk.open(letter.link("/my/merges/")?).await?;
    walk.sees(TITLE).await?;
    walk.choose("answer", "mine").await?;
    walk.submit().await?;
    walk.sees_words("flash-merging-agreed").await?;
    walk.sees(TITLE).await?;
    people::change_to(walk, "administrator").await?;
    walk.open(&one).await?;
    walk.fill("reason", "To jednak dwie osoby").await?;
    walk.submit().await?;
    walk.sees_words("flash-merging-undone").await?;
    people::change_to(walk, "newcomer").await?;
    walk.open("/my/trainings").await?;
    walk.sees(TITLE).await
}
