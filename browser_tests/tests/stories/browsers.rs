//! A1: every page in both browsers, in all three languages, with and without scripts.

use anyhow::Result;
use browser_tests::{Walk, story};

/// Pages that anybody may open.
const PAGES: &[&str] = &["/styleguide", "/dev/mail", "/no/such/page"];

story!(read_everywhere);

async fn read_everywhere(walk: &Walk) -> Result<()> {
    for page in PAGES {
        walk.open(page).await?;
        for lang in ["pl", "ru", "en"] {
            walk.choose_language(lang).await?;
            walk.is_at(page).await?;
        }
        walk.choose_language(walk.reader.lang()).await?;
    }
    Ok(())
}
