//! Every page that links lead to, for each role of the demo: all of them are what every page must be.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::people;

/// Whoever sees most comes first; of the others' pages only those of kinds are new that nobody before them was led to.
const ROLES: [&str; 7] = [
    "organisation-administrator",
    "administrator",
    "accountant",
    "operator",
    "support-centre",
    "trainer",
    "participant",
];

/// Where somebody begins.
const BEGINNINGS: [&str; 3] = ["/", "/staff", "/my/trainings"];

const LINKS: &str = "return [...document.querySelectorAll('a[href^=\"/\"]')].map((one) => one.getAttribute('href'));";
const STATUS: &str = "return performance.getEntriesByType('navigation')[0].responseStatus;";

story!(every_page);

async fn every_page(walk: &Walk) -> Result<()> {
    let (mut kinds, mut faults) = (BTreeSet::new(), Vec::new());
    for role in ROLES {
        people::sign_in_as(walk, role).await?;
        for beginning in BEGINNINGS {
            kinds.remove(beginning);
        }
        let mut ahead: Vec<String> = BEGINNINGS.map(str::to_owned).to_vec();
        while let Some(address) = ahead.pop() {
            if !is_page(&address) || !kinds.insert(kind_of(&address)) {
                continue;
            }
            if let Err(fault) = walk.open(&address).await {
                faults.push(format!("{address} as {role}: {fault:#}"));
            }
            let status: u16 = walk.driver().execute(STATUS, []).await?.convert()?;
            // Those who are no staff have no such page.
            if status != 200 && !BEGINNINGS.contains(&address.as_str()) {
                faults.push(format!("{address} as {role} answers {status}"));
            }
            let links: Vec<String> = walk.driver().execute(LINKS, []).await?.convert()?;
            ahead.extend(links);
        }
        walk.open("/").await?;
        people::sign_out(walk).await?;
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    ensure!(kinds.len() > 60, "only {} pages: {kinds:?}", kinds.len());
    Ok(())
}

/// Not a file, not the same page in another language.
fn is_page(address: &str) -> bool {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_file = name.contains('.')
        || ["file", "key"].contains(&name)
        || (path.starts_with("/my/") && path.contains("/materials/"));
    !is_file && !query.contains("lang=") && !path.starts_with("/api") && !path.starts_with("/dev")
}

/// The address without what tells one record from another; letters and pages of the guide are told from each other by words.
fn kind_of(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let is_letter = path.starts_with("/staff/letters/");
    let is_of_guide = |at| {
        (path.starts_with("/help/") && at > 1) || (path.starts_with("/staff/guide/") && at > 3)
    };
    let parts = path.split('/').enumerate().map(|(at, part)| {
        if part.contains(|sign: char| sign.is_ascii_digit())
            || (is_letter && at > 2)
            || is_of_guide(at)
        {
            "*"
        } else {
            part
        }
    });
    parts.collect::<Vec<_>>().join("/")
}
