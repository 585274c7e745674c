//! `zapis import` and `zapis certificate verify` as an administrator types them.

use std::path::Path;

use tempfile::TempDir;

use crate::certificate::with_certificate;
use crate::command_line::{refuses, run, succeeds};
use crate::completed::paper;
use crate::site::Site;

const SCHOOLS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/schools.pl.csv");

fn written(folder: &Path, name: &str, text: &str) -> String {
    std::fs::write(folder.join(name), text).unwrap();
    name.to_owned()
}

#[test]
fn lists_are_imported_whole_or_not_at_all() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let dry = succeeds(path, &["import", "organisations", SCHOOLS, "--dry-run"]);
    assert_eq!(
        dry,
        "50 added, 0 known. Nothing was kept: this was a dry run.\n"
    );
    let import = ["import", "organisations", SCHOOLS];
    assert_eq!(succeeds(path, &import), "50 added, 0 known.\n");
    assert_eq!(succeeds(path, &import), "0 added, 50 known.\n");

    let courses = written(
        path,
        "courses.csv",
        "kod;tytuł;godziny\nOK-1;Ocenianie;8\nOK-2;Oś czasu;4\n",
    );
    let import = ["import", "courses", &courses, "--organisation", "1"];
    assert_eq!(
        succeeds(path, &import),
        "2 added, 0 changed, 0 as they were.\n"
    );
    let groups = "course;code;capacity;opens;closes;place;meetings\n\
        OK-1;1;20;2026-11-01 09:00;2026-11-30;sala 12;2026-12-01 16:00-19:15\n";
    let groups = written(path, "groups.csv", groups);
    let import = ["import", "groups", &groups, "--organisation", "1"];
    assert_eq!(
        succeeds(path, &import),
        "1 added, 0 changed, 0 as they were.\n"
    );

    let wrong = written(
        path,
        "wrong.csv",
        "kod;tytuł;godziny\nOK-3;Dobre;8\nOK-4;Złe;osiem\n",
    );
    let import = ["import", "courses", &wrong, "--organisation", "1"];
    let output = run(path, &import, &[]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains("wrong.csv") && said.contains("Line 3") && said.contains("osiem"),
        "{said}"
    );
    let import = ["import", "courses", &courses, "--organisation", "1"];
    assert_eq!(
        succeeds(path, &import),
        "0 added, 0 changed, 2 as they were.\n"
    );
    let endless = format!("nazwa;miasto\n{};Radom\n", "Szkoła ".repeat(50));
    let endless = written(path, "endless.csv", &endless);
    let output = run(path, &["import", "organisations", &endless], &[]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("Line 2") && said.contains("300"), "{said}");
    refuses(
        path,
        &["import", "courses", "nowhere.csv"],
        &[],
        &["cannot read nowhere.csv"],
    );
    assert_eq!(
        run(path, &["import", "planets", SCHOOLS], &[])
            .status
            .code(),
        Some(2)
    );
}

#[tokio::test]
async fn a_certificate_is_checked_without_a_network() {
    let site = Site::on_sqlite().await;
    let (mut anna, _, id) = with_certificate(&site).await;
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let key = anna.get("/verify/key").await;
    key.is(200);
    std::fs::write(path.join("key.txt"), &key.bytes).unwrap();
    let pdf = anna.get(&paper(id)).await.bytes;
    std::fs::write(path.join("paper.pdf"), &pdf).unwrap();
    let verify = ["certificate", "verify", "paper.pdf", "--key", "key.txt"];
    let said = succeeds(path, &verify);
    for line in [
        "Number: 1/2026",
        "Title:  Tablica od podstaw",
        "Date:   2026-11-22",
        "Genuine: the signature fits. Compare number, title and date with the paper.",
    ] {
        assert!(
            said.lines().any(|other| other == line),
            "no {line:?} in {said}"
        );
    }
    let named = |name| {
        [
            "certificate",
            "verify",
            "paper.pdf",
            "--key",
            "key.txt",
            "--name",
            name,
        ]
    };
    assert!(succeeds(path, &named("Anna Kowalska")).contains("Name:   Anna Kowalska"));
    refuses(
        path,
        &named("Anna Nowak"),
        &[],
        &["not issued to Anna Nowak"],
    );
    let code = site.text("SELECT code FROM certificates").await;
    succeeds(path, &["certificate", "verify", &code, "--key", "key.txt"]);
    let forged = code.replacen("AE", "AF", 1);
    let other = "00".repeat(32);
    refuses(
        path,
        &["certificate", "verify", &forged, "--key", "key.txt"],
        &[],
        &["not valid"],
    );
    refuses(
        path,
        &["certificate", "verify", &code, "--key", &other],
        &[],
        &["zapis: "],
    );
    refuses(
        path,
        &["certificate", "verify", "lost.pdf", "--key", "key.txt"],
        &[],
        &["no file has this name"],
    );
    refuses(path, &verify[..3], &[], &["there is no key file", "--key"]);
    let twice = [&pdf[..], format!("\n?c={}", "A".repeat(40)).as_bytes()].concat();
    std::fs::write(path.join("twice.pdf"), twice).unwrap();
    refuses(
        path,
        &["certificate", "verify", "twice.pdf", "--key", "key.txt"],
        &[],
        &["several"],
    );
    std::fs::write(path.join("empty.pdf"), "").unwrap();
    refuses(
        path,
        &["certificate", "verify", "empty.pdf", "--key", "key.txt"],
        &[],
        &["not valid"],
    );
}

#[tokio::test]
async fn a_statement_that_names_no_account_needs_one_of_several() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    succeeds(path, &["import", "organisations", SCHOOLS]);
    let own = [
        "PL61109010140000071219812874",
        "PL27114020040000300201355387",
    ];
    let address = format!("sqlite:{}", path.join("zapis.db").display());
    let db = database::Db::open(&address, database::Options::default())
        .await
        .unwrap();
    let write = db.write(move |tx| {
        Box::pin(async move {
            let insert = "INSERT INTO payment_accounts (organisation_id, account, account_key, currency, place) \
                VALUES (1, $1, $2, 'PLN', $3)";
            for (place, account) in (1_i64..).zip(own) {
                let key = &account[2..];
                tx.exec(insert, &[&account, &key, &place]).await?;
            }
            Ok::<_, database::DbError>(())
        })
    });
    write.await.unwrap();
    db.close().await;
    let file = written(
        path,
        "a.csv",
        "Data;Kwota;Tytuł\n22.11.2026;120,00;Odsetki\n",
    );
    let import = ["import", "statement", &file, "--organisation", "1"];
    let output = run(path, &import, &[]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains(own[0]) && said.contains(own[1]) && said.contains("--account NUMBER"),
        "{said}"
    );
    let chosen = [&import[..], &["--account", own[1]]].concat();
    let done = succeeds(path, &chosen);
    assert_eq!(done, "1 statements, 1 entries, 1 of them new, 0 booked.\n");
    let alone = run(
        path,
        &["import", "statement", &file, "--account", own[1]],
        &[],
    );
    assert_eq!(alone.status.code(), Some(2));
}
