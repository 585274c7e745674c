//! What holds on every page, in every state: its language is declared, nothing overflows a narrow screen, the console is
//! silent, and axe finds no fault, light or dark.

use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::By;

use crate::site::workspace;
use crate::{Reader, Walk};

/// Width of the narrowest screen, in CSS pixels (WCAG 2.2, 1.4.10).
const NARROW: u32 = 320;
const WIDE: u32 = 1280;

/// Lists elements that stick out, to find the one at fault.
const OVERFLOWING: &str = "
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1);
    return ['width ' + root.scrollWidth, ...wide.slice(0, 8).map((one) => one.outerHTML.slice(0, 120))];";

const RUN_AXE: &str = "
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false }).then(
      (found) => done(found.violations.flatMap((rule) => rule.nodes.map(
        (node) => `${rule.id} (${rule.help}) at ${node.target.join(' ')}: ${node.failureSummary}`))),
      (error) => done(['axe failed: ' + error]));";

/// Judges the page that is shown; one that is the same to the letter as one before is as it was.
///
/// # Errors
/// The page is not as every page must be; the message lists what is wrong and where.
pub async fn page(walk: &Walk) -> Result<()> {
    is_in_its_language(walk).await?;
    if !walk.reader.is_chromium() {
        return Ok(());
    }
    console_is_silent(walk).await?;
    let mark = walk.mark_of_page().await?;
    if walk.judged.borrow().contains(&mark) {
        return Ok(());
    }
    look_like(walk, NARROW, "dark").await?;
    fits(walk, NARROW).await?;
    walk.take_picture(NARROW, "dark").await?;
    if walk.reader == Reader::Chromium {
        let axe = std::fs::read_to_string(axe_file()).with_context(|| {
            format!(
                "{} can not be read: run ./scripts/test, which installs axe",
                axe_file().display()
            )
        })?;
        walk.driver().execute(axe, []).await?;
        // Colours are the same in every language.
        if walk.lang() == walk.reader.lang() {
            axe_finds_nothing(walk, "dark, narrow").await?;
        }
        look_like(walk, WIDE, "light").await?;
        fits(walk, WIDE).await?;
        walk.take_picture(WIDE, "light").await?;
        axe_finds_nothing(walk, "light, wide").await?;
    }
    command(walk, "Emulation.clearDeviceMetricsOverride", json!({})).await?;
    walk.judged.borrow_mut().insert(mark);
    Ok(())
}

async fn is_in_its_language(walk: &Walk) -> Result<()> {
    let html = walk.driver().find(By::Tag("html")).await?;
    let lang = html.attr("lang").await?.unwrap_or_default();
    ensure!(
        lang == walk.lang(),
        "<html lang> is “{lang}”, not “{}”",
        walk.lang()
    );
    Ok(())
}

/// Refusals of forms and pages that do not exist are answers, which the browser logs as errors of the page itself.
async fn console_is_silent(walk: &Walk) -> Result<()> {
    let here = walk.driver().current_url().await?.to_string();
    let said: Vec<String> = walk
        .driver()
        .browser_log()
        .await?
        .into_iter()
        .filter(|entry| entry.level == "SEVERE" || entry.level == "WARNING")
        .map(|entry| entry.message)
        .filter(|message| {
            !(message.starts_with(&here) && message.contains("responded with a status of 4"))
        })
        .collect();
    ensure!(said.is_empty(), "the console says: {}", said.join("\n"));
    Ok(())
}

async fn fits(walk: &Walk, width: u32) -> Result<()> {
    let found = walk.driver().execute(OVERFLOWING, []).await?;
    let found: Vec<String> = found.convert()?;
    ensure!(
        found.is_empty(),
        "the page overflows {width} px: {}",
        found.join("\n")
    );
    Ok(())
}

async fn axe_finds_nothing(walk: &Walk, how: &str) -> Result<()> {
    let found = walk.driver().execute_async(RUN_AXE, []).await?;
    let found: Vec<String> = found.convert()?;
    ensure!(
        found.is_empty(),
        "axe finds ({how}) on {}:\n{}",
        walk.path().await?,
        found.join("\n")
    );
    Ok(())
}

/// Shows the page at a width and in a scheme; Chromium only.
pub(crate) async fn look_like(walk: &Walk, width: u32, scheme: &str) -> Result<()> {
    let size = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
    command(walk, "Emulation.setDeviceMetricsOverride", size).await?;
    let features = json!({"features": [
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]});
    command(walk, "Emulation.setEmulatedMedia", features).await
}

pub(crate) async fn command(walk: &Walk, method: &str, parameters: Value) -> Result<()> {
    walk.driver().cdp().send_raw(method, parameters).await?;
    Ok(())
}

fn axe_file() -> PathBuf {
    std::env::var_os("AXE").map_or_else(
        || workspace().join("target/npm/node_modules/axe-core/axe.min.js"),
        PathBuf::from,
    )
}
