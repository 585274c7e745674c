//! A17, A14: an administrator changes the layout while seeing it, a group's certificates come with it and are taken away
//! together; a corrected name makes a new one, a revoked one is not valid any more, and the register says all of it.

use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Walk, paper, story};

use crate::people;

const HEADING: &str = "Świadectwo udziału";
const UNKNOWN: &str = "Świadectwo {nazwisko}";
const OLD: &str = "Kalinowska";
const NEW: &str = "Kalinowska-Źdźbło";
const REASON: &str = "Zmiana nazwiska po ślubie.";

story!(staff_certificates);

async fn staff_certificates(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "newcomer").await?;
    let other = people::sign_in_of(walk).await?;
    people::change_to(walk, "participant").await?;
    let sign_ins = [people::sign_in_of(walk).await?, other];
    people::change_to(walk, "organisation-administrator").await?;
    edits(walk).await?;

    let pages = walk.make_certificates(&sign_ins).await?;
    let page = pages.first().context("no certificate")?;
    let all = takes_all(walk, page).await?;
    let mut codes = Vec::new();
    for file in &all {
        paper::is_sound(file)?;
        let words = paper::text_of(file)?;
        ensure!(words.contains(HEADING), "another layout: {words}");
        if words.contains(OLD) {
            codes.push(paper::qr_of(file)?);
        }
    }
    let [first] = &codes[..] else {
        anyhow::bail!("{OLD} is printed {} times", codes.len());
    };
    corrects_the_name(walk).await?;
    let second = reissues(walk, page).await?;
    revokes(walk, page).await?;
    register(walk).await?;
    for (address, said) in [
        (first, "certificates-checked-reissued"),
        (&second, "certificates-checked-revoked"),
    ] {
        people::become_nobody(walk).await?;
        walk.open(address).await?;
        walk.sees_words(said).await?;
    }
    Ok(())
}

/// The picture follows what is typed, by itself where scripts run; what can not be printed is refused with its words.
async fn edits(walk: &Walk) -> Result<()> {
    walk.open("/staff").await?;
    walk.follow("/staff/certificates").await?;
    walk.press("main a[href^=\"/staff/certificates/layouts/\"]")
        .await?;
    // The certificate comes in the language of the training.
    walk.press("main nav a[href*=\"edit=pl\"]").await?;
    walk.fill("heading", UNKNOWN).await?;
    walk.press("main [name=do][value=save]").await?;
    ensure!(
        walk.has("#errors a[href=\"#heading\"]").await? && walk.typed("heading").await? == UNKNOWN,
        "a field that is none is taken"
    );
    let before = picture(walk).await?;
    walk.fill("heading", HEADING).await?;
    if walk.reader.has_scripts() {
        walk.changes("#preview img", "src", &before).await?;
    } else {
        walk.press("main [name=do][value=preview]").await?;
        ensure!(picture(walk).await? != before, "the picture stays");
    }
    walk.press("main [name=do][value=save]").await?;
    walk.sees_words("flash-certificates-layout-saved").await?;
    ensure!(walk.typed("heading").await? == HEADING, "it is not kept");
    Ok(())
}

async fn picture(walk: &Walk) -> Result<String> {
    let picture = walk.visible("#preview img").await?;
    picture.attr("src").await?.context("no picture")
}

/// From a person's page to the group, and all of its certificates in one file.
async fn takes_all(walk: &Walk, page: &str) -> Result<Vec<PathBuf>> {
    walk.open(page).await?;
    walk.press("nav a[href^=\"/staff/groups/\"]:not([href$=participants])")
        .await?;
    walk.press("main a[href$=\"/certificates\"]").await?;
    let link = walk.visible("main a[href$=\"/certificates.zip\"]").await?;
    let address = link.attr("href").await?.context("no address")?;
    let (status, bytes) = walk.download(&address).await?;
    ensure!(status == 200, "no ZIP: {status}");
    let archive = walk.keep("grupa.zip", &bytes)?;
    let mut files = paper::unpacked(&archive, "")?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "pdf"));
    ensure!(files.len() == 2, "the ZIP holds {files:?}");
    Ok(files)
}

async fn corrects_the_name(walk: &Walk) -> Result<()> {
    people::change_to(walk, "participant").await?;
    walk.open("/my/profile").await?;
    walk.fill("surname", NEW).await?;
    // Saving takes the language of the account.
    walk.choose("language", walk.lang()).await?;
    walk.press_words("people-profile-button").await?;
    walk.sees_words("flash-profile-saved").await?;
    people::change_to(walk, "organisation-administrator").await
}

/// With a reason, and the new name on it: the address of its public check.
async fn reissues(walk: &Walk, page: &str) -> Result<String> {
    walk.open(page).await?;
    walk.press("main a[href$=\"/certificate/reissue\"]").await?;
    walk.submit().await?;
    ensure!(
        walk.has("#errors a[href=\"#certificate_reason\"]").await?,
        "no reason is asked for"
    );
    walk.fill("certificate_reason", REASON).await?;
    walk.submit().await?;
    walk.sees_words("flash-staff-certificate-reissued").await?;
    walk.sees(REASON).await?;
    let link = walk
        .visible("main ul li:has(.done) a[href$=\".pdf\"]")
        .await?;
    let address = link.attr("href").await?.context("no address")?;
    let (status, pdf) = walk.download(&address).await?;
    ensure!(status == 200, "no new one: {status}");
    let pdf = walk.keep("nowe.pdf", &pdf)?;
    let words = paper::text_of(&pdf)?;
    ensure!(words.contains(NEW), "not for {NEW}: {words}");
    paper::qr_of(&pdf)
}

async fn revokes(walk: &Walk, page: &str) -> Result<()> {
    walk.open(page).await?;
    walk.press("main a[href$=\"/certificate/revoke\"]").await?;
    walk.fill("certificate_reason", REASON).await?;
    walk.press("main form .danger").await?;
    walk.sees_words("flash-staff-certificate-revoked").await?;
    ensure!(
        !walk.has("main a[href$=\"/certificate/revoke\"]").await?,
        "it can be revoked again"
    );
    Ok(())
}

/// The register as a workbook: the old name and the new one, each on its row.
async fn register(walk: &Walk) -> Result<()> {
    walk.open("/staff/certificates").await?;
    let link = walk.visible("main a[href*=\"as=xlsx\"]").await?;
    let address = link.prop("href").await?.context("no address")?;
    let path = address.trim_start_matches(&walk.site.address);
    let (status, bytes) = walk.download(path).await?;
    ensure!(status == 200, "no workbook: {status}");
    let book = walk.keep("rejestr.xlsx", &bytes)?;
    let mut words = String::new();
    for part in ["xl", "xl/worksheets"] {
        for file in paper::unpacked(&book, part)? {
            words += &std::fs::read_to_string(file)?;
        }
    }
    for said in [OLD, NEW] {
        ensure!(words.contains(said), "{said} is not in the register");
    }
    for state in ["reissued", "revoked"] {
        let state = walk.words(&format!("certificates-state-{state}"))?;
        ensure!(words.contains(&state), "nothing is {state} in the register");
    }
    Ok(())
}
