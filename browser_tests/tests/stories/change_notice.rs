//! A11: whoever has a place is told of every change of date, place or trainer and of a cancellation: what was, what is,
//! and an entry that their calendar takes in place of the old one.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Letter, Walk, story};

use crate::courses;
use crate::people;

const TITLE: &str = "Ocenianie kształtujące w klasach 4–8";
const OLD_PLACE: &str = "ul. Ogrodowa 4, sala 12";
const NEW_PLACE: &str = "Rynek 1, sala Rajców";
const REASON: &str = "Prowadząca złamała nogę.";
const EMAIL: &str = "newcomer@demo.zapis.example";

story!(change_notice, also on postgres);

async fn change_notice(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "newcomer").await?;
    courses::find(walk, TITLE).await?;
    walk.press_words("catalogue-join").await?;
    let question = walk.path().await?;
    walk.submit().await?;
    let joined = entry(walk, &walk.newest_letter_to(EMAIL).await?).await?;

    people::change_to(walk, "organisation-administrator").await?;
    walk.open("/staff").await?;
    // The training has several groups; the one that was joined is meant.
    let group = group_of(&question)?;
    walk.press(&format!("main tbody th a[href=\"{group}\"]"))
        .await?;
    change_place(walk, &group).await?;
    let letter = walk.newest_letter_to(EMAIL).await?;
    for place in [OLD_PLACE, NEW_PLACE] {
        ensure!(
            letter.text.contains(place),
            "the letter does not say {place}: {}",
            letter.text
        );
    }
    let changed = entry(walk, &letter).await?;
    ensure!(changed.contains("METHOD:REQUEST"), "{changed}");
    is_update(&joined, &changed)?;

    cancel(walk, &group).await?;
    let letter = walk.newest_letter_to(EMAIL).await?;
    ensure!(
        letter.text.contains(REASON),
        "the letter gives no reason: {}",
        letter.text
    );
    let cancelled = entry(walk, &letter).await?;
    ensure!(cancelled.contains("METHOD:CANCEL"), "{cancelled}");
    is_update(&changed, &cancelled)?;

    people::change_to(walk, "newcomer").await?;
    walk.open("/my/trainings").await?;
    walk.sees_words("enrolment-says-cancelled-group").await
}

/// Where staff find the group of `/courses/1/groups/2/join`.
fn group_of(question: &str) -> Result<String> {
    let number = question.split('/').nth(4);
    Ok(format!("/staff/groups/{}", number.context("no group")?))
}

/// The form, the question that shows old and new values and how many letters go, and the answer.
async fn change_place(walk: &Walk, group: &str) -> Result<()> {
    walk.follow(&format!("{group}/edit")).await?;
    let letters = walk.count_letters_to(EMAIL).await?;
    walk.open(&format!("{group}/edit")).await?;
    walk.fill("place", NEW_PLACE).await?;
    walk.submit().await?;
    walk.sees_words("staff-confirm-title").await?;
    walk.sees(OLD_PLACE).await?;
    walk.sees(NEW_PLACE).await?;
    walk.submit().await?;
    walk.sees_words("flash-staff-saved-told").await?;
    ensure!(
        walk.count_letters_to(EMAIL).await? == letters + 1,
        "not exactly one letter"
    );
    Ok(())
}

async fn cancel(walk: &Walk, group: &str) -> Result<()> {
    walk.open(group).await?;
    walk.follow(&format!("{group}/cancel")).await?;
    walk.press("main form .danger").await?;
    ensure!(walk.has("#errors").await?, "a cancellation needs no reason");
    walk.fill("reason", REASON).await?;
    walk.press("main form .danger").await?;
    walk.sees_words("flash-staff-group-cancelled").await
}

/// The calendar file that a letter carries, its folded lines joined.
async fn entry(walk: &Walk, letter: &Letter) -> Result<String> {
    let (_, address) = letter.files.first().context("nothing is attached")?;
    let (_, file) = walk.download(address).await?;
    Ok(String::from_utf8(file)?.replace("\r\n ", ""))
}

/// The same meetings, under a higher number.
fn is_update(before: &str, after: &str) -> Result<()> {
    let values = |file: &str, name: &str| -> Vec<String> {
        let lines = file.lines().filter_map(|line| line.strip_prefix(name));
        lines.map(str::to_owned).collect()
    };
    let (old, new) = (values(before, "UID:"), values(after, "UID:"));
    ensure!(
        !old.is_empty() && old == new,
        "other entries: {old:?}, {new:?}"
    );
    let (old, new) = (values(before, "SEQUENCE:"), values(after, "SEQUENCE:"));
    let numbers = |all: &[String]| {
        all.iter()
            .map(|one| one.parse())
            .collect::<Result<Vec<u32>, _>>()
    };
    let higher = numbers(&old)?
        .iter()
        .zip(numbers(&new)?)
        .all(|(old, new)| *old < new);
    ensure!(higher, "the numbers do not grow: {old:?}, {new:?}");
    Ok(())
}
