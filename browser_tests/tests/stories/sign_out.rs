//! A15: "sign out" is at the top of every page, and ends the sign-in.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::people;

const PAGES: &[&str] = &[
    "/",
    "/courses",
    "/my/trainings",
    "/my/profile",
    "/no/such/page",
];

story!(sign_out);

async fn sign_out(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "participant").await?;
    for page in PAGES {
        walk.open(page).await?;
        walk.visible("header form[action=\"/sign-out\"] button")
            .await?;
    }
    let kept = walk.driver().get_named_cookie("zapis_session").await?;
    people::sign_out(walk).await?;
    ensure!(
        !walk.has("header form[action=\"/sign-out\"]").await?,
        "still signed in"
    );

    // The cookie of an ended sign-in opens nothing.
    walk.driver().add_cookie(kept).await?;
    walk.open("/my/profile").await?;
    walk.is_at("/sign-in").await?;
    walk.driver().back().await?;
    walk.open("/my/trainings").await?;
    walk.is_at("/sign-in").await
}
