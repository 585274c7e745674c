//! A7: who pays is chosen when joining; an institution is asked by a letter, and answers on the page behind its link,
//! without an account.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::courses;
use crate::people;

/// The paid training of the demo.
pub const TITLE: &str = "Tablica interaktywna od podstaw";
const SCHOOL: &str = "Zespół Szkół nr 9";
const SECRETARY: &str = "sekretariat@zs9.example";
const WRONG_TAX_ID: &str = "526-000-12-47";

story!(join_paid, by chromium);

async fn join_paid(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "newcomer").await?;
    courses::find(walk, TITLE).await?;
    walk.press_words("catalogue-join").await?;
    walk.choose("payer", "institution").await?;
    walk.fill_all(&[
        ("payer_name", SCHOOL),
        ("payer_tax_id", WRONG_TAX_ID),
        ("payer_street", "ul. Długa 5"),
        ("payer_postal_code", "83-000"),
        ("payer_city", "Lipowiec nad Nerwią"),
        ("payer_email", SECRETARY),
    ])
    .await?;
    walk.submit().await?;
    walk.visible("#payer_tax_id[aria-invalid]").await?;
    ensure!(
        walk.typed("payer_tax_id").await? == WRONG_TAX_ID
            && walk.typed("payer_name").await? == SCHOOL,
        "what was typed is lost"
    );
    walk.fill("payer_tax_id", "526-000-12-46").await?;
    walk.submit().await?;
    walk.sees_words("flash-enrolment-joined").await?;
    walk.open("/my/payments").await?;
    walk.sees_said("payments-says-asked", &[("institution", SCHOOL)])
        .await?;
    the_school_agrees(walk).await?;

    people::sign_in_as(walk, "newcomer").await?;
    walk.open("/my/payments").await?;
    walk.sees_said("payments-says-institution", &[("institution", SCHOOL)])
        .await
}

/// The school knows the training, whom it is for and the price, and sees after its answer how to pay.
async fn the_school_agrees(walk: &Walk) -> Result<()> {
    let letter = walk.newest_letter_to(SECRETARY).await?;
    people::become_nobody(walk).await?;
    let link = letter.link("/payments/asked/")?;
    walk.open(link).await?;
    walk.sees_words("payments-asked-open").await?;
    walk.sees(TITLE).await?;
    walk.sees("Романова").await?;
    walk.sees_no("ZP-").await?;
    walk.press("#answer [value=accept]").await?;
    walk.sees_words("flash-payments-answered").await?;
    walk.sees_words("payments-asked-accepted").await?;
    walk.sees("ZP-").await?;
    let paper = format!("{}/pro-forma.pdf", walk.path().await?);
    let (status, pdf) = walk.download(&paper).await?;
    ensure!(status == 200 && pdf.starts_with(b"%PDF"), "{status}");
    walk.open(link).await?;
    ensure!(!walk.has("#answer").await?, "it is asked again");
    Ok(())
}
