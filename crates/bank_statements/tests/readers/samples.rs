//! The samples of `tests/data`.

use bank_statements::{File, Place, Problem, ReadError, Statement, Warning, read};

/// Every sample by name.
pub const ALL: [(&str, &[u8]); 16] = [
    ("1c_one_day.txt", include_bytes!("../data/1c_one_day.txt")),
    (
        "1c_one_day_utf8.txt",
        include_bytes!("../data/1c_one_day_utf8.txt"),
    ),
    (
        "camt053.v2.minimal.xml",
        include_bytes!("../data/camt053.v2.minimal.xml"),
    ),
    (
        "camt053.v2.multi.statement.xml",
        include_bytes!("../data/camt053.v2.multi.statement.xml"),
    ),
    (
        "camt053.v2.with-account-name.xml",
        include_bytes!("../data/camt053.v2.with-account-name.xml"),
    ),
    (
        "camt053.v2.wrong.xml",
        include_bytes!("../data/camt053.v2.wrong.xml"),
    ),
    ("camt053.v4.xml", include_bytes!("../data/camt053.v4.xml")),
    (
        "camt53.only-Dt-with-DtTm.xml",
        include_bytes!("../data/camt53.only-Dt-with-DtTm.xml"),
    ),
    (
        "mt940_betterplace_empty_86.sta",
        include_bytes!("../data/mt940_betterplace_empty_86.sta"),
    ),
    (
        "mt940_betterplace_missing_crlf_at_end.sta",
        include_bytes!("../data/mt940_betterplace_missing_crlf_at_end.sta"),
    ),
    (
        "mt940_mBank_mt940.sta",
        include_bytes!("../data/mt940_mBank_mt940.sta"),
    ),
    (
        "mt940_mBank_with_newline_in_tnr.sta",
        include_bytes!("../data/mt940_mBank_with_newline_in_tnr.sta"),
    ),
    (
        "mt940_sberbank_171011_01234945.sta",
        include_bytes!("../data/mt940_sberbank_171011_01234945.sta"),
    ),
    (
        "mt940_self-provided_february_30.sta",
        include_bytes!("../data/mt940_self-provided_february_30.sta"),
    ),
    (
        "mt940_self-provided_invalid_statement.sta",
        include_bytes!("../data/mt940_self-provided_invalid_statement.sta"),
    ),
    (
        "mt940_self-provided_sparkassen.sta",
        include_bytes!("../data/mt940_self-provided_sparkassen.sta"),
    ),
];

/// The bytes of a sample.
pub fn bytes(name: &str) -> &'static [u8] {
    ALL.iter().find(|(known, _)| *known == name).unwrap().1
}

/// A sample that is good.
pub fn file(name: &str) -> File {
    read(bytes(name), None).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The only statement of a sample that is good.
pub fn statement(name: &str) -> Statement {
    let mut file = file(name);
    assert_eq!(file.statements.len(), 1, "{name}");
    file.statements.remove(0)
}

/// Why a sample is refused.
pub fn refusal(name: &str) -> ReadError {
    read(bytes(name), None).unwrap_err()
}

/// The sum of a statement's entries.
pub fn sum(statement: &Statement) -> i64 {
    statement
        .entries
        .iter()
        .map(|entry| entry.amount_minor)
        .sum()
}

#[test]
fn each_sample_has_the_right_number_of_entries_and_sum() {
    let expected: [(&str, &[(usize, i64)]); 13] = [
        ("1c_one_day.txt", &[(13, 4_000_000 - 4_118_400)]),
        ("1c_one_day_utf8.txt", &[(13, 4_000_000 - 4_118_400)]),
        ("camt053.v2.minimal.xml", &[(1, 885)]),
        ("camt053.v2.multi.statement.xml", &[(1, 885), (1, -700)]),
        ("camt053.v2.with-account-name.xml", &[(1, 885)]),
        ("camt053.v4.xml", &[(1, 885)]),
        ("camt53.only-Dt-with-DtTm.xml", &[(0, 0)]),
        ("mt940_betterplace_empty_86.sta", &[(0, 0)]),
        ("mt940_betterplace_missing_crlf_at_end.sta", &[(0, 0)]),
        ("mt940_mBank_mt940.sta", &[(3, 3)]),
        ("mt940_mBank_with_newline_in_tnr.sta", &[(2, 8_900)]),
        ("mt940_sberbank_171011_01234945.sta", &[(3, -943_700)]),
        ("mt940_self-provided_sparkassen.sta", &[(1, 3_000)]),
    ];
    for (name, statements) in expected {
        let read = file(name).statements;
        let found: Vec<_> = read.iter().map(|it| (it.entries.len(), sum(it))).collect();
        assert_eq!(found, statements, "{name}");
    }
}

#[test]
fn each_broken_sample_is_refused_where_it_is_broken() {
    let wrong = refusal("camt053.v2.wrong.xml");
    assert_eq!(wrong.place, Place::Path("Document/BkToCstmrStmt".into()));
    assert_eq!(
        wrong.problem,
        Problem::Missing {
            name: "Stmt".into()
        }
    );

    let february = refusal("mt940_self-provided_february_30.sta");
    assert_eq!(february.place, Place::Line(6));
    assert_eq!(
        february.problem,
        Problem::DateInvalid {
            text: "160230".into()
        }
    );
    assert_eq!(february.to_string(), "line 6: not a date: 160230");

    let invalid = refusal("mt940_self-provided_invalid_statement.sta");
    assert_eq!(invalid.place, Place::Line(1));
    assert_eq!(invalid.problem.code(), "unknown-format");
}

#[test]
fn balances_add_up_or_it_is_said_by_how_much_they_do_not() {
    for (name, _) in ALL {
        let Ok(file) = read(bytes(name), None) else {
            continue;
        };
        for statement in file.statements {
            let told = statement.warnings.iter().find_map(|warning| match warning {
                Warning::BalanceMismatch { difference } => Some(*difference),
                _ => None,
            });
            // This bank sample was cut: two of its entries are left, the balances are those of the whole day.
            let cut = name == "mt940_mBank_with_newline_in_tnr.sta";
            assert_eq!(told, cut.then_some(77_071), "{name}");
        }
    }
}

#[test]
fn the_same_file_gives_the_same_marks_and_no_two_are_equal() {
    for (name, bytes) in ALL {
        let Ok(file) = read(bytes, None) else {
            continue;
        };
        let marks = file.fingerprints().concat();
        assert_eq!(marks, read(bytes, None).unwrap().fingerprints().concat());
        let mut unique = marks.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), marks.len(), "{name}");
    }
    let (windows, utf8) = (file("1c_one_day.txt"), file("1c_one_day_utf8.txt"));
    assert_eq!(windows, utf8);
}
