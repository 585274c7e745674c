//! A6: two steps, the training's page and then "Join"; not twice, not past capacity, not outside the enrolment window.

use anyhow::{Result, ensure};
use browser_tests::{Failed, Reader, Walk, story, tell};

use crate::courses;
use crate::people::{self, SESSION};

const TITLE: &str = "Ocenianie kształtujące w klasach 4–8";

story!(join, also on postgres);

async fn join(walk: &Walk) -> Result<()> {
    let address = courses::find(walk, TITLE).await?;
    let before = courses::places(walk).await?;
    walk.press_words("catalogue-join").await?;
    // Nobody is signed in: the way leads there and back.
    walk.is_at("/sign-in").await?;
    people::press_role(walk, "newcomer").await?;
    walk.sees_words("enrolment-join-about").await?;
    let form = walk.path().await?;
    walk.submit().await?;
    walk.is_at("/my/trainings").await?;
    walk.sees_words("flash-enrolment-joined").await?;
    walk.sees(TITLE).await?;
    walk.newest_letter_to("newcomer@demo.zapis.example").await?;
    walk.sees(TITLE).await?;

    walk.open(&address).await?;
    let after = courses::places(walk).await?;
    ensure!(before != after, "the page still says “{after}”");
    walk.open(&form).await?;
    walk.is_at("/my/trainings").await?;
    walk.sees_words("flash-enrolment-already-joined").await?;
    last_place(walk).await
}

/// Two people have the form before them, and there is one place: the second learns it on the page, not by an error.
async fn last_place(walk: &Walk) -> Result<()> {
    let (course, form) = walk.make_group(1, 0).await?;
    walk.open(&form).await?;
    let second = walk.driver().get_named_cookie(SESSION).await?;
    let tab = walk.driver().window().await?;
    let other = walk.driver().new_tab().await?;
    walk.driver().switch_to_window(other).await?;
    people::change_to(walk, "participant").await?;
    walk.open(&form).await?;
    walk.submit().await?;
    walk.sees_words("flash-enrolment-joined").await?;
    walk.driver().close_window().await?;
    walk.driver().switch_to_window(tab).await?;
    walk.driver().add_cookie(second).await?;

    walk.submit().await?;
    walk.sees_words("enrolment-full-text").await?;
    walk.open(&course).await?;
    ensure!(
        !walk.has("aside a[href$=join]").await?,
        "a full training still offers to join"
    );
    Ok(())
}

#[test]
fn keyboard_alone() -> Result<(), Failed> {
    tell(module_path!(), Reader::Chromium, by_keyboard)
}

/// The whole way with Tab and Enter.
async fn by_keyboard(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "newcomer").await?;
    let address = courses::find(walk, TITLE).await?;
    walk.open("/courses").await?;
    walk.tab_to(".skip").await?;
    walk.tab_to(&format!(".offer h3 a[href=\"{address}\"]"))
        .await?;
    walk.enter().await?;
    walk.tab_to("aside a.button[href$=join]").await?;
    walk.enter().await?;
    walk.tab_to("main form button").await?;
    walk.enter().await?;
    walk.is_at("/my/trainings").await?;
    walk.sees_words("flash-enrolment-joined").await
}
