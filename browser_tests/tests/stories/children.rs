//! Steps that stories about children take: a parent enters one, an operator finds it.

use anyhow::Result;
use browser_tests::Walk;

use crate::people;

/// The parent of these stories.
pub const PARENT: &str = "participant@demo.zapis.example";

/// Name and date of birth of Apolonia.
pub const NAMED: [(&str, &str); 5] = [
    ("surname", "Źrebiec"),
    ("given_name", "Apolonia"),
    ("born_day", "14"),
    ("born_month", "3"),
    ("born_year", "2017"),
];

/// The same where she is 14.
pub const TEENAGER: [(&str, &str); 5] = [
    NAMED[0],
    NAMED[1],
    NAMED[2],
    NAMED[3],
    ("born_year", "2012"),
];

/// A parent enters a child; answers the address of its page.
pub async fn enter(walk: &Walk) -> Result<String> {
    enter_named(walk, &NAMED).await
}

/// The same with these data.
pub async fn enter_named(walk: &Walk, named: &[(&str, &str)]) -> Result<String> {
    people::sign_in_as(walk, "participant").await?;
    walk.open("/my/children/new").await?;
    walk.fill_all(named).await?;
    walk.fill_all(&[
        ("birth_place", "Łomża"),
        ("street", "ul. Lipowa 5"),
        ("postal_code", "15-427"),
        ("city", "Lipowiec"),
    ])
    .await?;
    lives_in(walk, "Miasto Lipowiec").await?;
    walk.tick("consent").await?;
    walk.submit().await?;
    walk.sees_words("flash-child-entered").await?;
    walk.path().await
}

/// Chooses the municipality whose name begins so.
pub async fn lives_in(walk: &Walk, name: &str) -> Result<()> {
    let town = walk.first_with("#municipality option", name).await?;
    let value = town.attr("value").await?.unwrap_or_default();
    walk.choose("municipality", &value).await
}

/// The operator finds the child by exact data and for a reason; answers the address of its page.
pub async fn find(walk: &Walk) -> Result<String> {
    find_named(walk, &NAMED).await
}

async fn find_named(walk: &Walk, named: &[(&str, &str)]) -> Result<String> {
    people::change_to(walk, "operator").await?;
    walk.open("/staff").await?;
    walk.press("main a[href=\"/staff/children\"]").await?;
    walk.press("main a[href=\"/staff/children/find\"]").await?;
    walk.fill_all(named).await?;
    walk.submit().await?;
    walk.sees_words("children-reason-hint").await?;
    walk.fill("reason", "Przy okienku").await?;
    walk.submit().await?;
    walk.sees("Apolonia Źrebiec").await?;
    walk.path().await
}

/// The operator compares the data with documents.
pub async fn confirm(walk: &Walk) -> Result<()> {
    confirm_named(walk, &NAMED).await
}

/// The same for these data.
pub async fn confirm_named(walk: &Walk, named: &[(&str, &str)]) -> Result<()> {
    let there = find_named(walk, named).await?;
    walk.follow(&format!("{there}/confirm")).await?;
    walk.submit().await?;
    walk.sees_words("error-seen_none").await?;
    walk.choose("seen", "birth_certificate").await?;
    walk.submit().await?;
    walk.sees_words("flash-children-confirmed").await
}
