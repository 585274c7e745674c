//! A12: what is to be paid and under which title; the bank's statement is taken in, the payment finds its charge by the
//! title, and whoever paid sees it. Sent again, the statement changes nothing.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::courses;
use crate::join_paid::TITLE;
use crate::people;

const EMAIL: &str = "newcomer@demo.zapis.example";
const STATEMENTS: &str = "/staff/payments/statements";

/// Account and price of the demo.
const ACCOUNT: &str = "PL61109010140000071219812874";
const PRICE: &str = "120,00";
/// A gift, which no charge waits for.
const GIFT: &str = "Darowizna na bibliotekę";

story!(payments, by chromium, chromium_without_scripts, chromium_on_postgres);

async fn payments(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "newcomer").await?;
    let title = joins_and_is_charged(walk).await?;

    people::change_to(walk, "accountant").await?;
    let statement = statement(walk, &title)?;
    takes_in(walk, &statement).await?;
    finds_it_booked(walk, &title).await?;

    let letter = walk.newest_letter_to(EMAIL).await?;
    ensure!(letter.text.contains(TITLE), "{}", letter.text);
    people::change_to(walk, "newcomer").await?;
    walk.open("/my/payments").await?;
    walk.sees_words("payments-says-booked").await?;
    walk.sees_words("payments-state-booked").await?;
    walk.sees_no(&title).await
}

/// Joins as one's own payer; answers the title of the transfer.
async fn joins_and_is_charged(walk: &Walk) -> Result<String> {
    courses::find(walk, TITLE).await?;
    walk.press_words("catalogue-join").await?;
    walk.choose("payer", "participant").await?;
    walk.submit().await?;
    walk.sees_words("flash-enrolment-joined").await?;
    walk.open("/my/payments").await?;
    walk.sees_words("payments-says-takes-days").await?;
    walk.visible("svg.transfer-code").await?;
    let title = walk.visible(".transfer strong").await?.text().await?;
    ensure!(title.starts_with("ZP-"), "the title is “{title}”");
    Ok(title)
}

/// The bank's file of a day: the payment, its title typed as people type, and a gift.
fn statement(walk: &Walk, title: &str) -> Result<PathBuf> {
    let typed = title.to_lowercase();
    let text = format!(
        ":20:ZAPIS\r\n:25:{ACCOUNT}\r\n:28C:2/1\r\n:60F:C260105PLN1000,00\r\n\
         :61:2601050105C{PRICE}NTRFNONREF//B1\r\n:86:Kurs {typed}\r\n\
         :61:2601050105C50,00NTRFNONREF//B2\r\n:86:{GIFT}\r\n:62F:C260105PLN1170,00\r\n"
    );
    walk.keep("wyciag.sta", text.as_bytes())
}

/// A broken file takes in nothing and is told where; the whole one is taken in once, however often it is sent.
async fn takes_in(walk: &Walk, statement: &Path) -> Result<()> {
    let whole = std::fs::read(statement)?;
    let broken = walk.keep("urwany.sta", &whole[..whole.len() - 40])?;
    walk.open(STATEMENTS).await?;
    walk.attach("file", &broken).await?;
    walk.submit().await?;
    walk.sees_words("error-statement_broken").await?;
    for fresh in ["2", "0"] {
        walk.attach("file", statement).await?;
        walk.submit().await?;
        walk.sees_said(
            "payments-statement-taken",
            &[
                ("account", "PL61 1090 1014 0000 0712 1981 2874"),
                ("entries", "2"),
                ("fresh", fresh),
            ],
        )
        .await?;
    }
    Ok(())
}

/// Among what is booked there is the charge, and the gift waits for a person.
async fn finds_it_booked(walk: &Walk, title: &str) -> Result<()> {
    walk.open(&format!("/staff/payments?show=booked&q={title}"))
        .await?;
    walk.visible("main tbody .badge.done").await?;
    walk.sees(TITLE).await?;
    walk.open("/staff/payments/queue").await?;
    walk.sees(GIFT).await?;
    walk.sees_no(title).await
}
