//! A17: staff writes to a group: looks at the letter first, puts a material into it, sends it, and sees how it fared with
//! each person; the letter arrives with its file.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Walk, story};

use crate::people;

const READERS: [(&str, &str); 2] = [
    ("participant", "participant@demo.zapis.example"),
    ("newcomer", "newcomer@demo.zapis.example"),
];
const FILE: &str = "Plan dojazdu.txt";
const CONTENT: &str = "Z dworca tramwajem 3, potem pieszo przez most.\n";
const SUBJECT: &str = "Co zabrać na pierwsze spotkanie";
const TEXT: &str = "Prosimy o własne notatniki.";
const MORE: &str = "Wejście jest od podwórza.";

story!(staff_mail);

async fn staff_mail(walk: &Walk) -> Result<()> {
    let (_, join) = walk.make_group(5, 0).await?;
    people::sign_in_as(walk, READERS[0].0).await?;
    walk.open(&join).await?;
    walk.submit().await?;
    people::change_to(walk, READERS[1].0).await?;
    walk.open(&join).await?;
    walk.submit().await?;

    people::change_to(walk, "organisation-administrator").await?;
    let number = join.split('/').rev().nth(1).context("no group")?;
    let group = format!("/staff/groups/{number}");
    walk.open(&group).await?;
    walk.follow(&format!("{group}/mail")).await?;
    hands_in(walk, &group).await?;
    writes(walk).await?;
    looks(walk).await?;
    arrives(walk).await?;
    walk.open(&format!("{group}/mail")).await?;
    walk.press_with("main tbody th a", SUBJECT).await?;
    walk.sees(FILE).await
}

/// There is nothing to put into the letter yet; a material that is open from the start is there to be chosen.
async fn hands_in(walk: &Walk, group: &str) -> Result<()> {
    ensure!(!walk.has("main input[name=file]").await?, "there are files");
    walk.follow(&format!("{group}/materials")).await?;
    let plan = walk.keep(FILE, CONTENT.as_bytes())?;
    walk.tick("from_start").await?;
    walk.attach("file", &plan).await?;
    walk.submit().await?;
    walk.sees_words("flash-material-added").await?;
    walk.open(&format!("{group}/mail")).await?;
    walk.sees(FILE).await
}

/// An empty letter is refused; the preview shows it as it will arrive, and the way back keeps it.
async fn writes(walk: &Walk) -> Result<()> {
    walk.submit().await?;
    ensure!(
        walk.has("#errors a[href=\"#subject\"]").await?
            && walk.has("#errors a[href=\"#text\"]").await?,
        "an empty letter is taken"
    );
    walk.fill_all(&[("subject", SUBJECT), ("text", TEXT)])
        .await?;
    walk.tick("file").await?;
    walk.submit().await?;
    let shown = walk.text().await?;
    ensure!(
        shown.contains(SUBJECT) && shown.contains(TEXT) && shown.contains(FILE),
        "{shown}"
    );
    // Each language of those who read it has its own look.
    for lang in ["pl", "ru"] {
        walk.visible(&format!(".panel[lang={lang}]")).await?;
    }
    ensure!(!shown.contains("Kalinowska"), "the preview names somebody");
    ensure!(
        !walk.has_letter(READERS[0].1, SUBJECT).await?,
        "it is mailed before it is sent"
    );
    Ok(())
}

/// Back from the look nothing is lost; it is looked at once more, and sent.
async fn looks(walk: &Walk) -> Result<()> {
    walk.press("main form.dialog [name=back]").await?;
    ensure!(
        walk.typed("subject").await? == SUBJECT,
        "the subject is lost"
    );
    ensure!(walk.typed("text").await? == TEXT, "the text is lost");
    ensure!(
        walk.has("main input[name=file]:checked").await?,
        "the file is lost"
    );
    walk.fill("text", &format!("{TEXT}\n\n{MORE}")).await?;
    walk.submit().await?;
    walk.sees(MORE).await?;
    walk.press("main form.dialog .button:not(.quiet)").await?;
    walk.sees_words("flash-group-mail-sent").await?;
    let here = walk.path().await?;
    let both = "main tbody tr:nth-child(2) .badge.done";
    walk.open_until(&here, both).await?;
    let sent = walk.count("main tbody .badge.done").await?;
    ensure!(sent == READERS.len(), "sent to {sent}");
    walk.sees_said(
        "group-mail-sum",
        &[
            ("people", "2"),
            ("sent", "2"),
            ("waiting", "0"),
            ("undelivered", "0"),
        ],
    )
    .await
}

/// Everybody has the letter, with the file as it was handed in.
async fn arrives(walk: &Walk) -> Result<()> {
    for (_, email) in READERS {
        let letter = walk.newest_letter_to(email).await?;
        for words in [SUBJECT, TEXT, MORE] {
            ensure!(
                letter.text.contains(words),
                "no “{words}” in {}",
                letter.text
            );
        }
        let (_, file) = letter.files.first().context("no file in the letter")?;
        let (status, bytes) = walk.download(file).await?;
        ensure!(
            status == 200 && bytes == CONTENT.as_bytes(),
            "the file is another one: {status}"
        );
    }
    people::change_to(walk, "organisation-administrator").await
}
