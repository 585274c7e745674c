//! B12: a parent finds a programme by age, adds a child, applies for it; the institution has not seen the documents yet.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::{children, people};

const CERAMICS: &str = "Pracownia ceramiki";

story!(apply, also on postgres);

async fn apply(walk: &Walk) -> Result<()> {
    // A child that is not here yet.
    people::sign_in_as(walk, "newcomer").await?;
    walk.open("/my/children").await?;
    walk.sees_words("families-none").await?;
    walk.follow("/my/children/new").await?;
    enter(walk, "Мирон").await?;
    walk.sees_words("flash-child-entered").await?;

    // A programme for that age; one for adults is not among them.
    walk.open("/courses?age=8").await?;
    walk.sees(CERAMICS).await?;
    ensure!(
        !walk.has("a[href*='OK-48']").await?,
        "a training of adults is offered for a child"
    );
    walk.open("/courses?q=ceramiki").await?;
    walk.press(".offer h3 a").await?;
    walk.press_words("catalogue-apply-for").await?;
    walk.sees_words("enrolment-child-title").await?;
    walk.sees("Мирон").await?;
    walk.submit().await?;
    walk.is_at("/my/applications").await?;
    walk.sees_words("flash-enrolment-child-applied").await?;
    walk.sees(CERAMICS).await?;
    walk.sees_words("enrolment-check-documents").await?;
    walk.newest_letter_to("newcomer@demo.zapis.example").await?;

    // The institution finds it in its queue, and can not confirm it before it has seen the documents.
    people::change_to(walk, "operator").await?;
    walk.open("/staff/applications?q=Мирон").await?;
    walk.sees("Мирон").await?;
    walk.sees_words("staff-application-documents").await
}

/// Fills the form of a child of eight.
async fn enter(walk: &Walk, given_name: &str) -> Result<()> {
    walk.fill_all(&[
        ("given_name", given_name),
        ("surname", "Романов"),
        ("born_day", "9"),
        ("born_month", "4"),
        ("born_year", "2018"),
        ("birth_place", "Липовец"),
        ("street", "ul. Lipowa 9"),
        ("postal_code", "83-000"),
        ("city", "Lipowiec nad Nerwią"),
    ])
    .await?;
    children::lives_in(walk, "Miasto Lipowiec").await?;
    walk.tick("consent").await?;
    walk.submit().await
}
