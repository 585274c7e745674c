//! What holds for the whole house: who may import whom, how long a file may be, where SQL stands, that every statement
//! prepares on both engines.

use std::fs;
use std::path::{Path, PathBuf};

use crate::site::on_both;

/// From the ground up; a room imports itself and those before it.
const ROOMS: [&str; 17] = [
    "accounts",
    "organisations",
    "people",
    "families",
    "catalogue",
    "enrolment",
    "payments",
    "surveys",
    "certificates",
    "materials",
    "group_mail",
    "requests",
    "merging",
    "announcements",
    "branches",
    "letter_texts",
    "guide",
];
const MOST_LINES: usize = 400;

/// Every file with this ending below a folder of the workspace.
pub fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open = vec![
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .join(folder),
    ];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|other| other == ending) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

on_both! {
    async fn every_statement_prepares(site: Site) {
        for statements in zapis::STATEMENTS {
            database::prepare_all(&site.app.db, statements).await.unwrap();
        }
    }

    async fn unknown_addresses_get_a_page(site: Site) {
        let mut browser = site.browser();
        browser.get("/no/such/page?lang=en").await.goes_to("/no/such/page");
        browser.follow().await.is(404).says("There is no such page");
        browser.get("/no/such/page?lang=ru").await;
        browser.follow().await.is(404).says("Такой страницы нет");
    }
}

#[test]
fn files_are_short() {
    let folders = [
        "app/src",
        "app/tests",
        "crates/allocation",
        "crates/bank_statements",
        "crates/database",
        "crates/certificate_press",
        "crates/person_matching",
        "load/src",
        "browser_tests",
    ];
    let long: Vec<_> = folders
        .iter()
        .flat_map(|folder| files(folder, "rs"))
        .filter(|(_, text)| text.lines().count() > MOST_LINES)
        .map(|(path, text)| format!("{}: {} lines", path.display(), text.lines().count()))
        .collect();
    assert!(long.is_empty(), "split these:\n{}", long.join("\n"));
}

#[test]
fn rooms_import_downwards_only() {
    let mut wrong = Vec::new();
    for (height, room) in ROOMS.iter().enumerate() {
        if !Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("src")
            .join(room)
            .exists()
        {
            continue;
        }
        for (path, text) in files(&format!("app/src/{room}"), "rs") {
            for above in &ROOMS[height + 1..] {
                if text.contains(&format!("crate::{above}")) {
                    wrong.push(format!("{} imports {above}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// `println!` panics when nobody reads any more, as behind `| head`.
#[test]
fn lines_are_printed_in_one_place() {
    let wrong: Vec<_> = files("app/src", "rs")
        .into_iter()
        .filter(|(path, _)| !path.ends_with("commands/printing.rs"))
        .filter(|(_, text)| {
            ["println!(", "print!("]
                .iter()
                .any(|one| text.contains(one))
        })
        .map(|(path, _)| path.display().to_string())
        .collect();
    assert!(
        wrong.is_empty(),
        "use commands::printing:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn sql_stands_in_stores() {
    let begins = [
        "\"SELECT ",
        "\"INSERT INTO ",
        "\"UPDATE ",
        "\"DELETE FROM ",
        "\"WITH ",
    ];
    let wrong: Vec<_> = files("app/src", "rs")
        .into_iter()
        .filter(|(path, text)| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let is_store = name.contains("store") || text.contains("database::statements!");
            !is_store && begins.iter().any(|begin| text.contains(begin))
        })
        .map(|(path, _)| path.display().to_string())
        .collect();
    assert!(
        wrong.is_empty(),
        "SQL outside a store:\n{}",
        wrong.join("\n")
    );
}
