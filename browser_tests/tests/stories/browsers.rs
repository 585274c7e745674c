//! A1: every page in both browsers, in all three languages, with and without scripts.

use anyhow::Result;
use browser_tests::{Walk, story};
use thirtyfour::By;

/// Pages that anybody may open.
const PUBLIC: &[&str] = &[
    "/",
    "/courses",
    "/courses?mode=online&price=free",
    "/register",
    "/sign-in",
    "/password/forgot",
    "/activate",
    "/contact",
    "/verify",
    "/verify/1-99999-2026",
    "/privacy",
    "/accessibility",
    "/dev/mail",
    "/styleguide",
    "/no/such/page",
];

story!(read_what_anybody_may);

async fn read_what_anybody_may(walk: &Walk) -> Result<()> {
    walk.open("/courses").await?;
    // A long course, one of another language, and one that was called off.
    let mut pages: Vec<String> = PUBLIC.iter().map(|page| (*page).to_owned()).collect();
    for offer in walk.driver().find_all(By::Css(".offer h3 a")).await? {
        pages.extend(offer.attr("href").await?);
        if pages.len() > PUBLIC.len() + 2 {
            break;
        }
    }
    in_every_language(walk, &pages).await
}

/// Opens each page in each language; the walk judges them.
async fn in_every_language(walk: &Walk, pages: &[String]) -> Result<()> {
    for lang in ["pl", "ru", "en"] {
        walk.choose_language(lang).await?;
        for page in pages {
            walk.open(page).await?;
        }
    }
    Ok(())
}

/// The pages of whoever is signed in.
mod participants {
    use super::{Result, Walk, in_every_language, story};
    use crate::people;

    const PAGES: &[&str] = &[
        "/",
        "/my/trainings",
        "/my/trainings?archive=1",
        "/my/profile",
        "/my/profile/email",
        "/my/profile/password",
        "/my/profile/devices",
    ];

    story!(read_ones_own);

    async fn read_ones_own(walk: &Walk) -> Result<()> {
        people::sign_in_as(walk, "participant").await?;
        let pages: Vec<String> = PAGES.iter().map(|page| (*page).to_owned()).collect();
        in_every_language(walk, &pages).await
    }
}

/// The pages of staff.
mod staff {
    use thirtyfour::By;

    use super::{Result, Walk, in_every_language, story};
    use crate::people;

    story!(read_what_staff_may);

    async fn read_what_staff_may(walk: &Walk) -> Result<()> {
        people::sign_in_as(walk, "organisation-administrator").await?;
        walk.open("/staff").await?;
        let mut pages = vec![
            "/staff".to_owned(),
            "/staff/courses".to_owned(),
            "/staff/courses?q=lekcja&sort=next".to_owned(),
            "/staff/courses/new".to_owned(),
            "/staff/courses/1".to_owned(),
            "/staff/courses/1/groups/new".to_owned(),
        ];
        let offered = first_link(walk).await?;
        for part in ["", "/edit", "/cancel", "/participants", "/attendance-list"] {
            pages.push(format!("{offered}{part}"));
        }
        let finished = finished_group(walk).await?;
        for part in ["", "/attendance", "/finish", "/survey", "/materials"] {
            pages.push(format!("{finished}{part}"));
        }
        walk.open("/staff/surveys").await?;
        let questions = walk.path().await?;
        for part in ["", "/preview", "/questions/new", "/questions/overall"] {
            pages.push(format!("{questions}{part}"));
        }
        pages.push("/staff/courses/1/survey".to_owned());
        in_every_language(walk, &pages).await
    }

    /// The first row of the table leads there.
    async fn first_link(walk: &Walk) -> Result<String> {
        let link = walk.driver().find(By::Css("main tbody th a")).await?;
        Ok(link.attr("href").await?.unwrap_or_default())
    }

    /// A group whose participants have answered the survey.
    async fn finished_group(walk: &Walk) -> Result<String> {
        walk.open("/staff/courses?q=tablica").await?;
        let course = first_link(walk).await?;
        walk.open(&course).await?;
        walk.press_with("main tbody th a", "3").await?;
        walk.path().await
    }
}
