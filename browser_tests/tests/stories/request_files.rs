//! A16, B3: a parent attaches a paper to her message; the institution reads it and answers with a template of its own.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Walk, story};

use crate::{escalate, people};

const PARENT: &str = "parent@demo.zapis.example";
const PAPER: &str = "akt urodzenia.pdf";
const CONTENT: &[u8] = b"%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n";
const QUESTION: &str = "Czy mogę przyjść z aktem urodzenia?";
const TEMPLATE: &str = "Przyjdź z dokumentem";

story!(request_files, by chromium, chromium_without_scripts);

async fn request_files(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "parent").await?;
    walk.open("/contact/write?kind=correct_child").await?;
    escalate::choose_words(walk, "organisation", "Młodzieżowy Dom Kultury").await?;
    walk.fill("message", QUESTION).await?;
    walk.submit().await?;
    walk.press("main tbody th a").await?;
    let thread = walk.path().await?;
    let program = walk.keep("gra.pdf", b"MZ")?;
    walk.attach("file", &program).await?;
    walk.press("form[enctype] button").await?;
    ensure!(walk.has("#errors").await?, "a program was taken");
    let paper = walk.keep(PAPER, CONTENT)?;
    walk.attach("file", &paper).await?;
    walk.press("form[enctype] button").await?;
    walk.sees_words("flash-requests-attached").await?;
    walk.sees(PAPER).await?;

    people::change_to(walk, "operator").await?;
    keeps_a_template(walk).await?;
    walk.open("/staff/requests").await?;
    walk.press("main tbody tr:last-child th a").await?;
    walk.sees(QUESTION).await?;
    let link = walk.first_with("main .timeline a", PAPER).await?;
    let file = link.attr("href").await?.context("no address")?;
    let (status, bytes) = walk.download(&file).await?;
    ensure!(
        status == 200 && bytes == CONTENT,
        "the paper is another one: {status}"
    );
    escalate::choose_words(walk, "template", TEMPLATE).await?;
    walk.press("form:has(select[name=template]) button").await?;
    walk.press("form:has([value=answer]) button").await?;
    walk.sees_words("flash-requests-answered").await?;

    people::become_nobody(walk).await?;
    let letter = walk.newest_letter_to(PARENT).await?;
    ensure!(letter.text.contains("Proszę przyjść"), "{}", letter.text);
    let (status, _) = walk.download(&file).await?;
    ensure!(status != 200, "anybody reads the paper of a family");
    people::sign_in_as(walk, "parent").await?;
    walk.open(&thread).await?;
    walk.sees("Proszę przyjść").await
}

/// A template that names whoever asked; a field that does not exist is refused.
async fn keeps_a_template(walk: &Walk) -> Result<()> {
    walk.open("/staff/requests").await?;
    walk.press("main a[href=\"/staff/requests/templates\"]")
        .await?;
    walk.fill("name", TEMPLATE).await?;
    escalate::choose_words(walk, "organisation", "Młodzieżowy Dom Kultury").await?;
    for (field, text) in [
        ("text_pl", "Dzień dobry, {nazwisko}! Proszę przyjść."),
        ("text_ru", "Здравствуйте, {name}! Proszę przyjść."),
        ("text_en", "Dear {name}, Proszę przyjść."),
    ] {
        walk.fill(field, text).await?;
    }
    walk.submit().await?;
    ensure!(walk.has("#errors").await?, "an unknown field was taken");
    walk.fill("text_pl", "Dzień dobry, {name}! Proszę przyjść.")
        .await?;
    walk.submit().await?;
    walk.sees_words("flash-requests-template-saved").await?;
    walk.sees(TEMPLATE).await
}
