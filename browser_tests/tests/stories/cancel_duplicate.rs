//! B7: an application from a duplicate account is cancelled with words that lead on.

use anyhow::Result;
use browser_tests::{Walk, story};

use crate::merge_accounts::{GONE, compare};
use crate::people;

story!(cancel_duplicate, by chromium, chromium_without_scripts);

async fn cancel_duplicate(walk: &Walk) -> Result<()> {
    compare(walk).await?;
    walk.choose("what", "cancel_only").await?;
    walk.submit().await?;
    walk.sees_words("flash-merging-cancelled").await?;
    people::change_to(walk, "newcomer").await?;
    walk.open("/my/trainings").await?;
    walk.sees("pa•••@demo.zapis.example").await?;
    walk.newest_letter_to(GONE).await?;
    walk.sees("pa•••@demo.zapis.example").await
}
