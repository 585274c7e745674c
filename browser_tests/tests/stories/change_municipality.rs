//! B6: a parent whose child carries the wrong municipality is told what to do; the institution prints the application and hands
//! the signed copy in, the region approves.

use anyhow::{Result, ensure};
use browser_tests::{Walk, paper, story};

use crate::{children, people};

story!(change_municipality, by chromium, chromium_without_scripts);

const TO: &str = "Gmina Sosnówka";
const SIGNED: &[u8] = b"%PDF-1.7\nsigned by hand\n%%EOF\n";

async fn change_municipality(walk: &Walk) -> Result<()> {
    let child = children::enter(walk).await?;
    walk.sees_words("moving-wrong-change").await?;
    children::confirm(walk).await?;
    let staffs = walk.path().await?;
    people::change_to(walk, "participant").await?;
    walk.open(&child).await?;
    walk.sees_words("moving-wrong-ask").await?;
    people::change_to(walk, "operator").await?;
    let one = prepares(walk, &staffs).await?;
    hands_in(walk, &one).await?;
    people::change_to(walk, "support-centre").await?;
    walk.open("/staff/children").await?;
    walk.press("main a[href=\"/staff/moves\"]").await?;
    walk.follow(&one).await?;
    walk.sees_words("moving-state-submitted").await?;
    let acts = format!("main form[action^=\"{one}\"]");
    ensure!(!walk.has(&acts).await?, "the support centre can act");
    people::change_to(walk, "administrator").await?;
    walk.open("/staff/moves").await?;
    walk.follow(&one).await?;
    walk.press_words("moving-refuse").await?;
    walk.sees_words("error-required").await?;
    walk.press_words("moving-approve").await?;
    walk.sees_words("flash-move-approved").await?;
    let letter = walk.newest_letter_to(children::PARENT).await?;
    ensure!(!letter.text.contains("2017"), "{}", letter.text);
    people::change_to(walk, "participant").await?;
    walk.open(letter.link(&child)?).await?;
    walk.sees_words("moving-what-approved").await?;
    walk.sees(TO).await
}

/// The operator opens a change and prints the application; answers the address of its page.
async fn prepares(walk: &Walk, child: &str) -> Result<String> {
    walk.open(child).await?;
    walk.follow(&format!("{child}/municipality")).await?;
    walk.submit().await?;
    walk.fill("reason", "Przeprowadzka").await?;
    children::lives_in(walk, TO).await?;
    walk.submit().await?;
    walk.sees_words("flash-move-opened").await?;
    let one = walk.path().await?;
    let (status, bytes) = walk.download(&format!("{one}/application.pdf")).await?;
    ensure!(status == 200, "no application: {status}");
    let printed = walk.keep("application.pdf", &bytes)?;
    paper::is_sound(&printed)?;
    let text = paper::text_of(&printed)?;
    for words in ["Apolonia", TO, "Przeprowadzka"] {
        ensure!(text.contains(words), "no {words} in {text}");
    }
    Ok(one)
}

/// The operator hands the signed copy in, after a file that is none.
async fn hands_in(walk: &Walk, one: &str) -> Result<()> {
    let program = walk.keep("wniosek.exe", b"MZ")?;
    walk.attach("file", &program).await?;
    walk.press_words("moving-submit").await?;
    walk.sees_said("error-material_not_taken", &[("ending", "exe")])
        .await?;
    let signed = walk.keep("wniosek.pdf", SIGNED)?;
    walk.attach("file", &signed).await?;
    walk.press_words("moving-submit").await?;
    walk.sees_words("flash-move-submitted").await?;
    walk.is_at(one).await
}
