//! Every sample of a bank's statement goes through the import: the right number of entries, or a refusal that says where.

use tempfile::TempDir;

use crate::command_line::{refuses, succeeds};
use crate::site::on_both;
use zapis::payments::actions::{self, ImportError, Source};

/// Statements and entries of a sample, or words of its refusal.
type Read = Result<(usize, usize), &'static str>;

const SAMPLES: [(&str, Read); 16] = [
    ("1c_one_day.txt", Ok((1, 13))),
    ("1c_one_day_utf8.txt", Ok((1, 13))),
    ("camt053.v2.minimal.xml", Ok((1, 1))),
    ("camt053.v2.multi.statement.xml", Ok((2, 2))),
    ("camt053.v2.with-account-name.xml", Ok((1, 1))),
    ("camt053.v2.wrong.xml", Err("Document/BkToCstmrStmt")),
    ("camt053.v4.xml", Ok((1, 1))),
    ("camt53.only-Dt-with-DtTm.xml", Ok((1, 0))),
    ("mt940_betterplace_empty_86.sta", Ok((1, 0))),
    ("mt940_betterplace_missing_crlf_at_end.sta", Ok((1, 0))),
    ("mt940_mBank_mt940.sta", Ok((1, 3))),
    ("mt940_mBank_with_newline_in_tnr.sta", Ok((1, 2))),
    ("mt940_sberbank_171011_01234945.sta", Ok((1, 3))),
    ("mt940_self-provided_february_30.sta", Err("line 6")),
    ("mt940_self-provided_invalid_statement.sta", Err("line 1")),
    ("mt940_self-provided_sparkassen.sta", Ok((1, 1))),
];

fn path(name: &str) -> String {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../crates/bank_statements/tests/data"
    );
    format!("{folder}/{name}")
}

on_both! {
    async fn every_sample_is_taken_in_once_or_refused(site: Site) {
        let training = site.training("Ocenianie").publish().await;
        site.is_paid_at(&training).await;
        for (name, expected) in SAMPLES {
            let source = Source {
                file_name: name.to_owned(),
                bytes: std::fs::read(path(name)).unwrap(),
                organisation: None,
                account: None,
                by: None,
                dry_run: false,
            };
            // This one names no account: somebody has to say whose it is.
            let is_nameless = name == "mt940_self-provided_sparkassen.sta";
            let mut source = source;
            if is_nameless {
                let refused = actions::import(&site.app, source.clone(), site.now()).await;
                assert_eq!(refused, Err(ImportError::NoAccount));
                source.organisation = Some(training.organisation_id);
            }
            let kept = site.number("SELECT COUNT(*) FROM statement_entries").await;
            let done = actions::import(&site.app, source.clone(), site.now()).await;
            match (expected, done) {
                (Ok(counts), Ok(done)) => {
                    assert_eq!((done.statements.len(), done.entries()), counts, "{name}");
                    assert_eq!(done.booked, 0, "{name}");
                    let after = site.number("SELECT COUNT(*) FROM statement_entries").await;
                    assert_eq!(after - kept, i64::try_from(done.fresh()).unwrap(), "{name}");
                    let again = actions::import(&site.app, source, site.now()).await.unwrap();
                    assert_eq!(again.fresh(), 0, "{name}");
                }
                (Err(words), Err(ImportError::Broken(error))) => {
                    assert!(error.to_string().contains(words), "{name}: {error}");
                    assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries").await, kept);
                }
                (expected, done) => panic!("{name}: {expected:?} {done:?}"),
            }
        }
    }
}

#[test]
fn statements_are_shown_and_imported_by_the_command_line() {
    let folder = TempDir::new().unwrap();
    let shown = succeeds(
        folder.path(),
        &[
            "statement",
            "show",
            &path("mt940_mBank_mt940.sta"),
            "--format",
            "json",
        ],
    );
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown[0]["entries"].as_array().unwrap().len(), 3);
    for key in ["account", "currency", "from", "to", "opening", "closing"] {
        assert!(shown[0].get(key).is_some(), "{key}");
    }
    let broken = path("mt940_self-provided_february_30.sta");
    refuses(
        folder.path(),
        &["statement", "show", &broken],
        &[],
        &["line 6", "160230"],
    );
    refuses(
        folder.path(),
        &["import", "statement", &broken],
        &[],
        &["nothing was imported", "line 6"],
    );
    let sample = path("mt940_mBank_mt940.sta");
    let said = succeeds(folder.path(), &["import", "statement", &sample]);
    assert_eq!(said, "1 statements, 3 entries, 3 of them new, 0 booked.\n");
    let said = succeeds(folder.path(), &["import", "statement", &sample]);
    assert_eq!(said, "1 statements, 3 entries, 0 of them new, 0 booked.\n");
}
