//! B11: whoever does not know what to do answers a few questions and is led to the one thing to do, before registration as well;
//! an administrator changes the words, looks at them, and publishes them.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Walk, story};

use crate::people;

const TITLES: [(&str, &str); 3] = [
    ("title_pl", "Centrum czeka na telefon"),
    ("title_ru", "Центр ждёт звонка"),
    ("title_en", "The centre waits for your call"),
];

story!(guide);

async fn guide(walk: &Walk) -> Result<()> {
    walk.open("/sign-in").await?;
    for step in [
        "/help/sign-in",
        "/help/forgotten-address",
        "/help/address-by-child",
        "/forgotten-address",
    ] {
        walk.press(&format!("main a[href=\"{step}\"]")).await?;
    }
    walk.is_at("/forgotten-address").await?;

    // Whom to call, and when.
    walk.open("/help").await?;
    walk.press("main a[href=\"/help/something-else\"]").await?;
    walk.press("main a[href=\"/help/support-centre\"]").await?;
    walk.sees("13:00–16:30").await?;
    walk.visible("main a[href^=\"tel:\"]").await?;

    // A message whose subject is there already.
    walk.press("main a[href=\"/help/something-else\"]").await?;
    walk.press("main a[href=\"/help/ask-institution\"]").await?;
    walk.press("main a[href^=\"/contact/write\"]").await?;
    ensure!(!walk.typed("subject").await?.is_empty(), "no subject");

    writes(walk).await?;
    people::become_nobody(walk).await?;
    walk.open("/help/support-centre").await?;
    walk.sees(title(walk)?).await
}

/// The title in the language of the pages.
fn title(walk: &Walk) -> Result<&'static str> {
    let found = TITLES.iter().find(|(name, _)| name.ends_with(walk.lang()));
    Ok(found.context("no such language")?.1)
}

/// What a language lacks is said; then the preview shows it, and it is published.
async fn writes(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "administrator").await?;
    walk.open("/staff").await?;
    walk.follow("/staff/guide").await?;
    walk.press("main a[href=\"/staff/guide/pages/support-centre\"]")
        .await?;
    walk.fill_all(&[TITLES[0], TITLES[1], ("title_en", "")])
        .await?;
    walk.press("main [name=do][value=save]").await?;
    ensure!(
        walk.has("#errors a[href=\"#title_en\"]").await?
            && walk.typed("title_ru").await? == TITLES[1].1,
        "a title may lack a language"
    );
    walk.fill_all(&TITLES[2..]).await?;
    walk.press("main [name=do][value=preview]").await?;
    let shown = walk.visible("#preview").await?.text().await?;
    for (_, title) in TITLES {
        ensure!(shown.contains(title), "the preview shows: {shown}");
    }
    walk.press("main [name=do][value=save]").await?;
    walk.sees_words("flash-guide-saved").await?;
    walk.open("/staff/guide/preview/support-centre").await?;
    walk.sees(title(walk)?).await?;
    walk.open("/staff/guide").await?;
    walk.press("main [name=do][value=publish]").await?;
    walk.sees_words("flash-guide-published").await
}
