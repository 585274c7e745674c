//! Steps that several stories take after a training.

use anyhow::{Context as _, Result};
use browser_tests::Walk;
use thirtyfour::By;

/// A training of the demo that its participant has completed; the survey is what is missing.
pub const COMPLETED: &str = "Tablica interaktywna od podstaw";

/// Where the card of the completed training leads to its survey.
pub async fn address(walk: &Walk) -> Result<String> {
    walk.open("/my/trainings").await?;
    if !walk.text().await?.contains(COMPLETED) {
        walk.open("/my/trainings?archive=1").await?;
    }
    for card in walk.driver().find_all(By::Css("main article")).await? {
        let link = card.find(By::Css("a[href$=\"/survey\"]")).await;
        // The same training can be taken once more.
        if let Ok(link) = link
            && card.text().await?.contains(COMPLETED)
        {
            return link
                .attr("href")
                .await?
                .context("a link without an address");
        }
    }
    anyhow::bail!("{COMPLETED} is not among the trainings")
}

/// Answers every question of the survey that is shown, and sends it.
pub async fn answer(walk: &Walk) -> Result<()> {
    for question in walk.driver().find_all(By::Css("main fieldset")).await? {
        let answer = question.find(By::Css("label.choice")).await?;
        answer.scroll_into_view().await?;
        answer.click().await?;
    }
    for question in walk.driver().find_all(By::Css("main textarea")).await? {
        question.send_keys("Więcej takich popołudni.").await?;
    }
    walk.submit().await
}
