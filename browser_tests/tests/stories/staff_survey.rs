//! A17: an organisation writes its own questions; five people answer them, and nobody can tell on the same day what they said.
//! Of trainings of earlier days staff sees the results as pictures with tables, compares them, and takes them away.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Walk, story};
use thirtyfour::By;

use crate::people::{self, DEMO_PASSWORD};

const QUESTION: [(&str, &str); 3] = [
    ("text_pl", "Jak oceniasz salę?"),
    ("text_ru", "Как вам зал?"),
    ("text_en", "How was the room?"),
];
/// The words at 1 and at 5.
const ENDS: [(&str, &str); 3] = [
    ("options_pl", "słaba\nświetna"),
    ("options_ru", "плохой\nотличный"),
    ("options_en", "poor\ngreat"),
];
const DOMAIN: &str = "demo.zapis.example";
const FEWEST: usize = 5;

story!(staff_survey, by chromium, chromium_on_postgres);

async fn staff_survey(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "organisation-administrator").await?;
    writes(walk).await?;
    let (group, title) = finishes(walk).await?;
    let people = those_told(walk, &title).await?;
    let results = format!("{group}/survey");
    let mut answered = 0;
    for email in &people {
        people::become_nobody(walk).await?;
        people::sign_in(walk, email, DEMO_PASSWORD).await?;
        answered += usize::from(answers(walk, &title, answered).await?);
        if answered == FEWEST {
            break;
        }
    }
    ensure!(answered == FEWEST, "{answered} of {people:?} can answer");
    people::change_to(walk, "organisation-administrator").await?;
    walk.open("/staff").await?;
    walk.press(&format!("main a[href=\"{results}\"]")).await?;
    ensure!(!walk.has("table.bars").await?, "the day tells who answered");
    walk.open("/staff").await?;
    let earlier = format!("main a[href$=\"/survey\"]:not([href=\"{results}\"])");
    walk.press(&earlier).await?;
    shows(walk).await?;
    compares(walk).await
}

/// One more question, looked at in another language, and asked from now on as a version.
async fn writes(walk: &Walk) -> Result<()> {
    walk.open("/staff/courses").await?;
    walk.follow("/staff/surveys").await?;
    if !walk.has("main a[href$=\"/questions/new\"]").await? {
        walk.press("main ul a[href^=\"/staff/surveys/\"]").await?;
    }
    let base = walk.path().await?;
    walk.press("main a[href$=\"/questions/new\"]").await?;
    walk.fill_all(&QUESTION[..2]).await?;
    walk.submit().await?;
    ensure!(
        walk.has("#errors a[href=\"#text_en\"]").await?
            && walk.typed("text_ru").await? == QUESTION[1].1,
        "a question may lack a language"
    );
    walk.fill_all(&QUESTION[2..]).await?;
    walk.fill_all(&ENDS).await?;
    walk.submit().await?;
    walk.sees_words("flash-survey-draft-saved").await?;
    walk.press("main tbody tr:last-child button[value^=\"up \"]")
        .await?;
    walk.open(&format!("{base}/preview?in=ru")).await?;
    walk.sees(QUESTION[1].1).await?;
    walk.open(&base).await?;
    walk.press("main button[value=publish]").await?;
    walk.sees_words("flash-survey-published").await?;
    walk.visible("main a[href*=\"/preview?version=\"]").await?;
    Ok(())
}

/// The group whose meetings are over: the address of its page, and its title.
async fn finishes(walk: &Walk) -> Result<(String, String)> {
    walk.open("/staff").await?;
    let link = walk.visible("main tbody a[href$=\"/finish\"]").await?;
    let address = link.attr("href").await?.context("no address")?;
    let group = address.trim_end_matches("/finish").to_owned();
    let title = format!("main tbody th a[href=\"{group}\"]");
    let title = walk.visible(&title).await?.text().await?;
    walk.open(&address).await?;
    walk.submit().await?;
    walk.sees_words("flash-staff-group-finished").await?;
    Ok((group, title))
}

/// Who gets a letter about how the training ended.
async fn those_told(walk: &Walk, title: &str) -> Result<Vec<String>> {
    walk.open("/dev/mail").await?;
    let mut people = Vec::new();
    for row in walk.driver().find_all(By::Css("main tbody tr")).await? {
        let text = row.text().await?;
        let mut words = text.split_whitespace();
        let email = words.find(|word| word.ends_with(DOMAIN));
        if let Some(email) = email.filter(|_| text.contains(title)) {
            let email = email.to_owned();
            if !people.contains(&email) {
                people.push(email);
            }
        }
    }
    ensure!(people.len() >= FEWEST, "told are {people:?}");
    Ok(people)
}

/// Answers the survey of the training, when it was completed: the first of the points, or the one after, and so on.
async fn answers(walk: &Walk, title: &str, nth: usize) -> Result<bool> {
    let mut survey = None;
    for page in ["/my/trainings", "/my/trainings?archive=1"] {
        walk.open(page).await?;
        for card in walk.driver().find_all(By::Css("main article")).await? {
            let link = card.find(By::Css("a[href$=\"/survey\"]")).await;
            if let Ok(link) = link
                && card.text().await?.contains(title)
            {
                survey = link.attr("href").await?;
            }
        }
        if survey.is_some() {
            break;
        }
    }
    let Some(survey) = survey else {
        return Ok(false);
    };
    walk.open(&survey).await?;
    let words = QUESTION
        .iter()
        .find(|(name, _)| name.ends_with(walk.lang()));
    walk.sees(words.context("no such language")?.1).await?;
    for question in walk.driver().find_all(By::Css("main fieldset")).await? {
        let choices = question.find_all(By::Css("label.choice")).await?;
        let choice = &choices[nth % choices.len()];
        choice.scroll_into_view().await?;
        choice.click().await?;
    }
    for question in walk.driver().find_all(By::Css("main textarea")).await? {
        question.send_keys("Więcej takich popołudni.").await?;
    }
    walk.submit().await?;
    walk.sees_words("flash-survey-sent").await?;
    Ok(true)
}

/// A question has a picture, and a table of as many answers as are shown; the file has it too.
async fn shows(walk: &Walk) -> Result<()> {
    let panel = walk
        .visible("main section.panel:has(table.bars) h2")
        .await?;
    let heading = panel.text().await?;
    let mut sum = 0;
    let table = walk.visible("main section.panel table.bars").await?;
    for row in table.find_all(By::Css("tbody tr")).await? {
        let bar = row.find(By::Css("svg rect")).await?;
        let number = row.find(By::Css("td.number")).await?.text().await?;
        let number: usize = number.parse()?;
        let width = bar.attr("width").await?.unwrap_or_default();
        ensure!((number == 0) == (width == "0"), "{number} is {width} wide");
        sum += number;
    }
    ensure!(sum >= FEWEST, "{sum} answers to “{heading}”");
    let file = list(walk).await?;
    ensure!(file.contains(&heading), "no “{heading}”: {file}");
    Ok(())
}

/// What stands on the page, as a file.
async fn list(walk: &Walk) -> Result<String> {
    let link = walk.visible("main a[href*=\"as=csv\"]").await?;
    let address = link.attr("href").await?.context("no address")?;
    // The addresses of lists keep what the page was asked for, and may leave the page itself out.
    let address = match address.strip_prefix('?') {
        Some(asked) => format!("{}?{asked}", walk.path().await?),
        None => address,
    };
    let (status, file) = walk.download(&address).await?;
    ensure!(status == 200, "{address} answers {status}");
    Ok(String::from_utf8(file)?)
}

/// The group beside the others of its course, and the years.
async fn compares(walk: &Walk) -> Result<()> {
    walk.press_words("surveys-compare-title").await?;
    walk.visible("table.bars svg rect").await?;
    walk.visible("table.bars th a[href^=\"/staff/groups/\"]")
        .await?;
    walk.press("main nav a[href*=\"by=years\"]").await?;
    walk.visible("table.bars svg rect").await?;
    let file = list(walk).await?;
    ensure!(file.len() > 50, "{file}");
    Ok(())
}
