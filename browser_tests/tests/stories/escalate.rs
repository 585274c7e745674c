//! B10: a parent writes about her child from the guide's side, the institution hands it on with what was tried, and she reads where it
//! is now and why, on her page and by mail.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::people;

const PARENT: &str = "parent@demo.zapis.example";
const QUESTION: &str = "W drugim imieniu jest literówka.";
const NOTE: &str = "Dzwoniła też babcia.";
const TRIED: &str = "Porównaliśmy akt urodzenia; poprawki nie da się zapisać.";
const CENTRE: &str = "Miejskie Centrum Wsparcia";
/// The option with these words, of the list with this name.
const OPTION: &str = "return [...document.querySelector(`select[name=${arguments[0]}]`).options].find((one) => one.text.includes(arguments[1])).value;";

story!(escalate, by chromium, chromium_on_postgres);

/// Chooses the option with these words of a list.
pub async fn choose_words(walk: &Walk, name: &str, words: &str) -> Result<()> {
    let asked = vec![name.into(), words.into()];
    let value: String = walk.driver().execute(OPTION, asked).await?.convert()?;
    walk.choose(name, &value).await
}

async fn escalate(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "parent").await?;
    walk.open("/contact/write?kind=correct_child").await?;
    choose_words(walk, "organisation", "Młodzieżowy Dom Kultury").await?;
    walk.fill("message", QUESTION).await?;
    walk.submit().await?;
    walk.sees_words("flash-requests-sent").await?;
    walk.press("main tbody th a").await?;
    let thread = walk.path().await?;
    walk.sees(QUESTION).await?;
    people::sign_out(walk).await?;

    people::sign_in_as(walk, "operator").await?;
    walk.open("/staff/requests?kind=correct_child").await?;
    walk.open("/staff/requests").await?;
    let number = walk.count("main tbody tr").await?;
    ensure!(number > 1, "nothing waits");
    walk.press("main tbody tr:last-child th a").await?;
    walk.sees(QUESTION).await?;
    walk.fill("note", NOTE).await?;
    walk.press("form:has([value=note]) button").await?;
    walk.sees_words("flash-requests-noted").await?;
    walk.press("form:has([value=escalate]) button").await?;
    ensure!(
        walk.has("#errors a[href=\"#tried\"]").await?,
        "nothing was tried"
    );
    walk.fill("tried", TRIED).await?;
    walk.press("form:has([value=escalate]) button").await?;
    walk.sees_words("flash-requests-escalated").await?;
    walk.open("/staff/requests?show=handed_on").await?;
    walk.sees(CENTRE).await?;
    people::sign_out(walk).await?;

    let letter = walk.newest_letter_to(PARENT).await?;
    ensure!(
        letter.text.contains(TRIED) && letter.text.contains(CENTRE),
        "{}",
        letter.text
    );
    ensure!(!letter.text.contains(NOTE), "a note of staff went out");
    walk.open(&thread).await?;
    walk.sees(TRIED).await?;
    walk.sees(CENTRE).await?;
    walk.sees_words("requests-here").await?;
    walk.sees_no(NOTE).await
}
