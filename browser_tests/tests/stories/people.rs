//! Steps that several stories take: becoming somebody.

use anyhow::Result;
use browser_tests::Walk;

/// The cookie of a sign-in.
pub const SESSION: &str = "zapis_session";

/// Everybody's password in the demo.
pub const DEMO_PASSWORD: &str = "bociany wracaja w marcu";

/// The password of whoever registers.
pub const PASSWORD: &str = "trzy czyste zeszyty w kratkę";

/// Whoever registers in a story.
pub const EMAIL: &str = "zofia.zolc-gesla@szkola.example";

/// Fills the registration form as Zofia Żółć-Gęśla, without her workplace and consent.
pub async fn fill_registration(walk: &Walk) -> Result<()> {
    walk.fill_all(&[
        ("given_name", "Zofia"),
        ("surname", "Żółć-Gęśla"),
        ("born_day", "29"),
        ("born_month", "2"),
        ("born_year", "1988"),
        ("birth_place", "Łomża"),
        ("phone", "+48 601 234 567"),
        ("street", "ul. Źródlana 7 m. 3"),
        ("postal_code", "83-000"),
        ("city", "Lipowiec nad Nerwią"),
        ("email", EMAIL),
        ("password", PASSWORD),
    ])
    .await
}

/// Registers from an empty page to “check your mail”.
pub async fn register(walk: &Walk) -> Result<()> {
    walk.open("/register").await?;
    fill_registration(walk).await?;
    walk.tick("consent").await?;
    walk.submit().await?;
    walk.is_at("/check-mail").await
}

/// Follows the link of the newest letter and makes the account ready.
pub async fn activate(walk: &Walk) -> Result<()> {
    let letter = walk.newest_letter_to(EMAIL).await?;
    walk.open(letter.link("/activate/")?).await?;
    walk.submit().await?;
    walk.is_at("/sign-in").await
}

/// Types address and password on the sign-in page.
pub async fn sign_in(walk: &Walk, email: &str, password: &str) -> Result<()> {
    walk.open("/sign-in").await?;
    walk.fill_all(&[("email", email), ("password", password)])
        .await?;
    walk.submit().await
}

/// One click on the demo's sign-in page: `participant`, `trainer`, `organisation-administrator` …
pub async fn sign_in_as(walk: &Walk, role: &str) -> Result<()> {
    walk.open("/sign-in").await?;
    press_role(walk, role).await
}

/// One click on the sign-in page that is shown.
pub async fn press_role(walk: &Walk, role: &str) -> Result<()> {
    // The language chosen here goes before that of the account.
    walk.choose_language(walk.lang()).await?;
    let words = walk.words(&format!("accounts-demo-{role}"))?;
    walk.press_with(
        "main form[action=\"/dev/sign-in\"] button",
        &format!("{words}:"),
    )
    .await
}

/// Becomes somebody else, whoever was signed in.
pub async fn change_to(walk: &Walk, role: &str) -> Result<()> {
    become_nobody(walk).await?;
    sign_in_as(walk, role).await
}

/// Forgets who was signed in, as another browser would not know it.
pub async fn become_nobody(walk: &Walk) -> Result<()> {
    // Cookies belong to the site, so it must be the one that is shown.
    if !walk.path().await?.starts_with('/') {
        walk.open("/").await?;
    }
    Ok(walk.driver().delete_cookie(SESSION).await?)
}

/// The token of whoever is signed in.
pub async fn sign_in_of(walk: &Walk) -> Result<String> {
    Ok(walk.driver().get_named_cookie(SESSION).await?.value)
}

/// Signs out at the top of the page.
pub async fn sign_out(walk: &Walk) -> Result<()> {
    walk.press("header form[action=\"/sign-out\"] button")
        .await?;
    walk.sees_words("flash-signed-out").await
}
