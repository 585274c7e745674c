//! A14: the certificate comes by itself; independent programs find it sound, read its words and its QR code, and the
//! public page behind the code confirms it.

use anyhow::{Result, ensure};
use browser_tests::{Walk, paper, story};
use thirtyfour::By;

use crate::people;
use crate::surveys::{self, COMPLETED};

const HOLDER: &str = "Anna Kalinowska";

story!(certificate, also on postgres);

async fn certificate(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "participant").await?;
    let survey = surveys::address(walk).await?;
    walk.open(&survey).await?;
    surveys::answer(walk).await?;
    let link = survey.replace("/survey", "/certificate.pdf");
    walk.open_until("/my/trainings", &format!("a[href=\"{link}\"]"))
        .await?;
    let letter = walk
        .newest_letter_to("participant@demo.zapis.example")
        .await?;
    ensure!(
        letter.text.contains(COMPLETED),
        "no letter says that it is ready: {}",
        letter.text
    );

    let (status, pdf) = walk.download(&link).await?;
    ensure!(
        status == 200 && pdf.starts_with(b"%PDF"),
        "no PDF: {status}"
    );
    let pdf = walk.keep("certificate.pdf", &pdf)?;
    paper::is_sound(&pdf)?;
    let words = paper::text_of(&pdf)?;
    for word in [HOLDER, COMPLETED] {
        ensure!(words.contains(word), "“{word}” is not printed:\n{words}");
    }

    let address = paper::qr_of(&pdf)?;
    ensure!(
        address.starts_with(&walk.site.address),
        "the code says {address}"
    );
    people::change_to(walk, "newcomer").await?;
    walk.open(&address).await?;
    walk.sees_words("certificates-checked-issued").await?;
    walk.sees_words("certificates-signature-fits").await?;
    walk.sees(COMPLETED).await?;
    walk.sees_no("Kalinowska").await?;
    names(walk).await?;
    numbers(walk, &words).await?;
    forged(walk, &address).await
}

/// The page names nobody, but says whether a name is right.
async fn names(walk: &Walk) -> Result<()> {
    walk.fill("name", HOLDER).await?;
    walk.press("main form button").await?;
    walk.sees_words("certificates-name-fits").await?;
    walk.fill("name", "Anna Malinowska").await?;
    walk.press("main form button").await?;
    walk.sees_words("certificates-name-differs").await
}

/// Whoever has only the number types it.
async fn numbers(walk: &Walk, words: &str) -> Result<()> {
    let printed = walk
        .driver()
        .find(By::Css("main dl.pairs dd"))
        .await?
        .text()
        .await?;
    ensure!(
        words.contains(&printed),
        "the number {printed} is not printed:\n{words}"
    );
    walk.open("/verify").await?;
    walk.fill("number", &printed).await?;
    walk.submit().await?;
    walk.sees_words("certificates-checked-issued").await?;
    walk.open("/verify").await?;
    walk.fill("number", "99999/2026").await?;
    walk.submit().await?;
    walk.sees_words("certificates-unknown-what").await
}

/// A code with another signature.
async fn forged(walk: &Walk, address: &str) -> Result<()> {
    let at = address.len() - 30;
    let other = if &address[at..=at] == "A" { "B" } else { "A" };
    let forged = format!("{}{other}{}", &address[..at], &address[at + 1..]);
    walk.open(&forged).await?;
    walk.sees_words("certificates-signature-wrong").await
}
