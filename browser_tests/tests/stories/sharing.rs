//! A second guardian is invited by letter, accepts and leaves; and two tabs with one form: whoever is slower sees what is kept now
//! beside what was typed.

use anyhow::Result;
use browser_tests::{Walk, story};

use crate::{children, people};

const OTHER: &str = "parent@demo.zapis.example";
const SLOWER: &str = "Suwałki";

story!(sharing, by chromium, firefox);

async fn sharing(walk: &Walk) -> Result<()> {
    let child = children::enter(walk).await?;
    two_tabs(walk, &child).await?;
    let sharing = format!("{child}/sharing");
    walk.open(&child).await?;
    walk.follow(&sharing).await?;
    walk.fill("email", OTHER).await?;
    walk.press("button[value=invite]").await?;
    walk.sees_words("flash-sharing-invited").await?;
    walk.sees(OTHER).await?;

    people::become_nobody(walk).await?;
    let letter = walk.newest_letter_to(OTHER).await?;
    let invitation = letter.link("/shared/")?.to_owned();
    walk.open(&invitation).await?;
    walk.sees_words("sharing-invitation-sign-in").await?;
    walk.press("main .row a.button").await?;
    people::press_role(walk, "parent").await?;
    walk.open(&invitation).await?;
    walk.submit().await?;
    walk.sees_words("flash-sharing-accepted").await?;
    walk.is_at(&child).await?;
    walk.sees("Apolonia Źrebiec").await?;

    walk.open(&sharing).await?;
    walk.press("button[value=leave]").await?;
    walk.sees_words("error-sharing_sure").await?;
    walk.tick("sure").await?;
    walk.press("button[value=leave]").await?;
    walk.sees_words("flash-sharing-left").await?;
    walk.sees_no("Apolonia Źrebiec").await
}

/// The first tab saves another street, the second one another birthplace.
async fn two_tabs(walk: &Walk, child: &str) -> Result<()> {
    let change = format!("{child}/change");
    walk.open(&change).await?;
    let slower = walk.driver().window().await?;
    let faster = walk.driver().new_tab().await?;
    walk.driver().switch_to_window(faster).await?;
    walk.open(&change).await?;
    walk.fill("street", "ul. Nowa 7").await?;
    walk.submit().await?;
    walk.driver().close_window().await?;
    walk.driver().switch_to_window(slower).await?;
    walk.fill("birth_place", SLOWER).await?;
    walk.submit().await?;
    walk.sees_words("families-stored-now").await?;
    walk.sees("ul. Nowa 7").await?;
    walk.fill("street", "ul. Nowa 7").await?;
    walk.submit().await?;
    walk.is_at(child).await?;
    walk.sees(SLOWER).await?;
    walk.sees("ul. Nowa 7").await
}
