//! Every problem has its words in three languages, with every argument that they use.
use zapis::i18n::{Lang, Translator};
use zapis::tables::{Fault, Problem};
use zapis::text::{Arg, TextProblem};

fn faults() -> Vec<Fault> {
    let kinds = ["pdf", "image", "archive", "document", "web-page", "other"];
    let mut faults: Vec<Fault> = kinds
        .into_iter()
        .map(|kind| Fault::NotATable { kind })
        .collect();
    faults.extend([1, 2, 5, 200_000].map(|max| Fault::TooManyRows { max }));
    faults.extend([
        Fault::EmptyFile,
        Fault::NoRows,
        Fault::Encrypted,
        Fault::Macros,
        Fault::OldExcel,
        Fault::BrokenWorkbook {
            detail: "damaged inside".to_owned(),
        },
        Fault::TooLarge { max_mebibytes: 32 },
        Fault::NulBytes,
        Fault::MixedEncoding,
        Fault::MissingColumn,
        Fault::UnknownColumn {
            nearest: String::new(),
        },
        Fault::UnknownColumn {
            nearest: "city".to_owned(),
        },
        Fault::DuplicateColumn,
        Fault::TornQuote,
        Fault::StrayQuote,
        Fault::RowTooShort {
            expected: 7,
            found: 5,
        },
        Fault::RowTooLong {
            expected: 7,
            found: 9,
        },
        Fault::EmptyCell,
        Fault::CellTooLong { max: 10_000 },
        Fault::ControlCharacters,
        Fault::CellError { shown: "#N/A" },
    ]);
    faults
}

#[test]
fn every_problem_has_words() {
    for lang in Lang::ALL {
        for fault in faults() {
            let problem = Problem {
                line: Some(12),
                column: Some("street".to_owned()),
                fault,
            };
            let key = format!("tables-{}", problem.code());
            let mut message = Translator::new(lang).get(&key);
            for (key, arg) in problem.args() {
                message = match arg {
                    Arg::Number(number) => message.int(key, number),
                    Arg::Text(text) => message.text(key, text),
                };
            }
            let words = message.to_string();
            let whole = words.ends_with(['.', '?'])
                && !words.contains(['{', '$'])
                && !words.starts_with("tables-");
            assert!(whole, "{lang:?} {problem:?}: {words}");
        }
    }
}

#[test]
fn every_problem_of_a_typed_text_has_words() {
    let problems = [
        TextProblem::Empty,
        TextProblem::TooLong {
            max: 100,
            length: 300,
        },
        TextProblem::ControlCharacters,
        TextProblem::NotAName,
        TextProblem::NotAnEmail,
        TextProblem::NotAPhone,
        TextProblem::NotAPostalCode,
        TextProblem::DateMissingPart { part: "day" },
        TextProblem::DateNotReal,
        TextProblem::DateInFuture,
        TextProblem::DateTooOld,
    ];
    for lang in Lang::ALL {
        for problem in problems {
            let words = problem.on("field").say(Translator::new(lang));
            assert!(
                !words.contains("error-") && !words.contains(['{', '$']),
                "{lang:?} {problem:?}: {words}"
            );
        }
    }
}
