//! A16: whoever has a question finds telephones, hours and a form, but no address to harvest; the question becomes a thread,
//! and the answer comes by mail.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::people;

const EMAIL: &str = "jan.wrona@poczta.example";
const SUBJECT: &str = "Parking przy ośrodku";
const QUESTION: &str = "Czy przyjadę autem?";
const ANSWER: &str = "Tak: parking jest za budynkiem.";

story!(contact, by chromium);

async fn contact(walk: &Walk) -> Result<()> {
    walk.open("/contact").await?;
    walk.sees_words("contact-hours").await?;
    let (_, page) = walk.download("/contact").await?;
    ensure!(
        !String::from_utf8(page)?.contains("mailto:"),
        "an address can be harvested"
    );
    let thread = asks(walk).await?;

    people::sign_in_as(walk, "operator").await?;
    walk.open("/staff/requests").await?;
    walk.press_with("main tbody th a", SUBJECT).await?;
    walk.sees(QUESTION).await?;
    walk.sees_no(EMAIL).await?;
    walk.fill("message", ANSWER).await?;
    walk.submit().await?;
    walk.sees_words("flash-requests-answered").await?;
    people::sign_out(walk).await?;

    let letter = walk.newest_letter_to(EMAIL).await?;
    ensure!(letter.text.contains(ANSWER), "{}", letter.text);
    walk.open(letter.link("/requests/")?).await?;
    ensure!(walk.path().await? == thread, "another thread");
    walk.sees_words("requests-says-answered").await?;
    walk.sees(ANSWER).await
}

/// Without an account: the form, what it misses, the letter, its button. Answers the address of the thread.
async fn asks(walk: &Walk) -> Result<String> {
    walk.press("main a[href^=\"/contact/write\"]").await?;
    walk.fill_all(&[("name", "Jan Wrona"), ("message", QUESTION)])
        .await?;
    walk.submit().await?;
    ensure!(
        walk.has("#errors a[href=\"#email\"]").await?,
        "a question from nowhere is taken"
    );
    ensure!(
        walk.typed("message").await? == QUESTION,
        "what was typed is lost"
    );
    walk.fill_all(&[("email", EMAIL), ("subject", SUBJECT)])
        .await?;
    walk.submit().await?;
    walk.is_at("/check-mail").await?;
    let letter = walk.newest_letter_to(EMAIL).await?;
    walk.open(letter.link("/contact/confirm/")?).await?;
    walk.submit().await?;
    walk.sees_words("requests-says-opened").await?;
    walk.sees(QUESTION).await?;
    walk.path().await
}
