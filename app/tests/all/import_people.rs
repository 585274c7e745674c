//! `zapis import people`: an existing register is taken in once, whoever stands in it twice or is here already.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use tempfile::TempDir;
use zapis::accounts::RoleKind;
use zapis::families::actions::{Consents, NewChild, enter, renew};
use zapis::families::hashes::Renewed;
use zapis::families::import::{
    Decision, Examined, ImportError, Imported, Other, PEOPLE, Plan, Question, Said, examine,
    people, write,
};
use zapis::families::permissions::may_enter_child;
use zapis::i18n::{Lang, Translator};
use zapis::tables;

use crate::child_once::{ARTEM, ENTER, children};
use crate::command_line::{refuses, run, succeeds};
use crate::site::{Site, on_both};
use crate::staff_children::region;

const HEADER: &str = "id;imię;nazwisko;data urodzenia;płeć;miejscowość;kod pocztowy;adres;rodzaj dokumentu;numer dokumentu;telefon;miejsce urodzenia\n";
/// Four people: a child, its twin, the child again with two slips, and somebody who may be the child.
const ROWS: &str = "\
    A1;Aleksandra;Wiśniewska;2015-03-09;K;Łódź;90-001;Piotrkowska 5;PESEL;15230912346;601202303;Łódź\n\
    A2;Antoni;Wiśniewski;2015-03-09;M;Łódź;90-001;Piotrkowska 5;;;601202303;Łódź\n\
    A3;Ola;Wisniewska;2015-09-03;K;Łódź;90-001;Piotrkowska 5;;;601202303;Łódź\n\
    A4;Aleksandra;Wiśniewska;2015-03-28;K;Gdynia;81-001;Morska 80;;;505111222;Gdynia\n";

fn said() -> Said {
    Arc::new(|_, _| {})
}

async fn examined(site: &Site, rows: &str) -> Examined {
    examined_list(site, &format!("{HEADER}{rows}")).await
}

async fn examined_list(site: &Site, list: &str) -> Examined {
    let table = tables::read(list.as_bytes(), &PEOPLE).unwrap();
    assert_eq!(table.problems, []);
    let today = site.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let tree = site.app.organisations.current();
    let people = people(&table, today, &tree).unwrap();
    examine(&site.app, people, said()).await.unwrap()
}

async fn written(site: &Site, examined: &Examined, plan: Plan) -> Result<Imported, ImportError> {
    write(&site.app, examined, plan, said(), site.now()).await
}

/// What the evidence suggests.
fn agreed(questions: &[Question]) -> HashMap<(usize, Other), Decision> {
    questions
        .iter()
        .map(|one| ((one.row, one.other), one.suggests))
        .collect()
}

fn counts(
    examined: &Examined,
    decided: &HashMap<(usize, Other), Decision>,
) -> (usize, usize, usize, usize) {
    let plan = examined.plan(decided).unwrap();
    (
        plan.added(examined),
        plan.known,
        plan.twice,
        plan.to_be_looked_at(),
    )
}

on_both! {
    async fn whoever_stands_in_a_list_twice_is_one_person(site: Site) {
        let first = examined(&site, ROWS).await;
        let pairs: Vec<_> = first.questions.iter().map(|one| (one.row, one.other, one.suggests)).collect();
        assert_eq!(pairs[0], (2, Other::Row(0), Decision::Same));
        assert!(pairs.contains(&(3, Other::Row(0), Decision::Later)), "{pairs:?}");
        assert!(pairs.iter().all(|one| one.0 != 1 && one.1 != Other::Row(1)), "the twin is nobody else: {pairs:?}");
        let open = first.plan(&HashMap::new()).unwrap_err();
        assert_eq!(open.len(), pairs.len(), "nothing is decided by itself");
        let decided = agreed(&first.questions);
        let (added, known, twice, looked_at) = counts(&first, &decided);
        assert_eq!((added, known, twice), (3, 0, 1));
        let done = written(&site, &first, first.plan(&decided).unwrap()).await.unwrap();
        assert_eq!(done, Imported { added: 3, known: 0, twice: 1, to_be_looked_at: looked_at });
        assert_eq!(children(&site).await, 3);
        assert_eq!(site.number("SELECT COUNT(*) FROM duplicate_cases WHERE state = 'open'").await, i64::try_from(looked_at).unwrap());
        assert_eq!(site.number("SELECT COUNT(*) FROM documents").await, 1);
        assert_eq!(site.number("SELECT COUNT(*) FROM people WHERE phone = '601202303' AND birth_place = 'Łódź' AND state = 'unconfirmed'").await, 2);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'people.import'").await, 1);

        // The same list again: everybody is here, and nobody comes twice.
        let again = examined(&site, ROWS).await;
        let decided = agreed(&again.questions);
        let plan = again.plan(&decided).unwrap();
        assert_eq!(plan.added(&again), 0, "{:?}", again.questions);
        written(&site, &again, plan).await.unwrap();
        assert_eq!(children(&site).await, 3);
    }

    async fn who_is_here_is_not_taken_in_again(site: Site) {
        let mut maria = site.participant("Maria Lesina", "maria@dom.example").await;
        maria.fill(ENTER, ENTER, &ARTEM).await.is(303);
        let rows = "\
            1;Artem;Lesin;14.03.2017;M;Białystok;15-427;Lipowa 5;;;;\n\
            2;Артём;Лесин;2017-03-15;M;Białystok;15-427;Lipowa 5;;;;\n\
            3;Gleb;Lesin;2017-03-14;M;Białystok;15-427;Lipowa 5;;;;\n";
        let found = examined(&site, rows).await;
        let of_here: Vec<_> = found.questions.iter().filter(|one| matches!(one.other, Other::Here(_))).collect();
        assert_eq!(of_here.len(), 2, "{:?}", found.questions);
        assert!(of_here[0].exact && of_here[0].row == 0, "exactly the same is not asked about");
        assert_eq!((of_here[1].row, of_here[1].suggests, of_here[1].exact), (1, Decision::Same, false));
        let done = written(&site, &found, found.plan(&agreed(&found.questions)).unwrap()).await.unwrap();
        assert_eq!((done.added, done.known, done.twice), (1, 2, 0));
        assert_eq!(children(&site).await, 2);
        // A parent who enters a child of the register is led on.
        let gleb = crate::child_once::but(&[("given_name", "Gleb")]);
        maria.fill(ENTER, ENTER, &gleb).await.is(422).says("registered already");
    }

    async fn true_namesakes_are_let_in_by_decision(site: Site) {
        let rows = "\
            1;Jan;Nowak;1944-05-14;M;Łódź;90-001;Piotrkowska 5;PESEL;44051401359;;\n\
            2;Jan;Nowak;1944-05-14;M;Gdynia;81-001;Morska 80;PESEL;44051401458;;\n";
        let found = examined(&site, rows).await;
        assert_eq!((found.questions.len(), found.questions[0].suggests), (1, Decision::Later));
        let different = HashMap::from([((1, Other::Row(0)), Decision::Different)]);
        let done = written(&site, &found, found.plan(&different).unwrap()).await.unwrap();
        assert_eq!((done.added, done.to_be_looked_at), (2, 0));
        assert_eq!(site.number("SELECT COUNT(*) FROM people WHERE identity_key LIKE '%#2'").await, 1);
        // One document is one person, whatever is decided.
        let rows = "\
            1;Zofia;Mazur;2011-11-11;K;Gdynia;81-001;Morska 80;inny;AB 123456;;\n\
            2;Zofia;Mazurek;2011-11-11;K;Gdynia;81-001;Morska 80;inny;AB 123456;;\n";
        let found = examined(&site, rows).await;
        let different: HashMap<_, _> = found.questions.iter().map(|one| ((one.row, one.other), Decision::Different)).collect();
        let refused = written(&site, &found, found.plan(&different).unwrap()).await;
        assert!(matches!(refused, Err(ImportError::Document(3))), "{refused:?}");
        assert_eq!(children(&site).await, 2, "nothing of the list was kept");
    }

    async fn who_was_entered_meanwhile_is_noticed(site: Site) {
        let found = examined(&site, ROWS).await;
        let plan = found.plan(&agreed(&found.questions)).unwrap();
        site.participant("Jan Lis", "jan@dom.example").await;
        let permit = may_enter_child(&site.actor("jan@dom.example", RoleKind::Trainer, None).await);
        let enters = |row: usize| {
            let (typed, permit) = (found.people[row].typed.clone(), &permit);
            let new = NewChild { typed, consents: Consents::default() };
            let (app, now) = (site.app.clone(), site.now());
            async move { enter(&app, permit, &new, now).await.unwrap() }
        };
        enters(1).await;
        let refused = written(&site, &found, plan).await;
        assert!(matches!(refused, Err(ImportError::Meanwhile)), "{refused:?}");
        assert_eq!(children(&site).await, 1);
        // Somebody else was entered: that does no harm.
        let other = examined(&site, "9;Zofia;Mazur;2011-11-11;K;Gdynia;81-001;Morska 80;;;;\n").await;
        enters(3).await;
        let done = written(&site, &other, other.plan(&HashMap::new()).unwrap()).await.unwrap();
        assert_eq!(done.added, 1);
    }

    /// What the list says of a guardian helps to compare, but only the telephone is kept: nobody is found by what is not here.
    async fn whoever_is_taken_in_is_found_by_what_is_kept(site: Site) {
        let list = "id;imię;nazwisko;data urodzenia;miejscowość;kod pocztowy;adres;numer dokumentu;telefon;email;rodzic\n\
            1;Zofia;Mazur;2011-11-11;Gdynia;81-001;Morska 80;AB 123456;601202303;ewa@dom.example;Ewa Mazur\n\
            2;Leon;Gajos-Sowa;2013-02-03;Łódź;90-001;Piotrkowska 5;;;gajos@dom.example;\n";
        let found = examined_list(&site, list).await;
        let done = written(&site, &found, found.plan(&HashMap::new()).unwrap()).await.unwrap();
        assert_eq!(done.added, 2);
        renew::begin(&site.app, false, site.now()).await.unwrap();
        let step = renew::step(&site.app, 10).await.unwrap();
        assert_eq!((step.seen, step.renewed), (2, Renewed { changed: 0, shut: 0 }));
    }

    async fn a_municipality_that_is_not_here_is_named(site: Site) {
        let rows = "\
            1;Jan;Nowak;2015-03-09;M;gmina biala;;;;;;\n\
            2;Anna;Lis;2015-03-09;K;Gmina Bialla;;;;;;\n\
            3;Zofia;Mazur;2015-03-09;K;;;;;;;\n";
        let today = site.now().to_zoned(jiff::tz::TimeZone::UTC).date();
        let table = tables::read(format!("{HEADER}{rows}").as_bytes(), &PEOPLE).unwrap();
        assert!(people(&table, today, &site.app.organisations.current()).is_ok(), "where there are none, any may stand there");
        let region = region(&site).await;
        let problems = people(&table, today, &site.app.organisations.current()).unwrap_err();
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!((problems[0].line, problems[0].error.field), (3, "municipality"));
        for lang in [Lang::Pl, Lang::Ru, Lang::En] {
            let said = problems[0].say(Translator::new(lang));
            assert!(said.contains("municipality: ") && !said.contains("error-"), "{said}");
        }
        let rows = rows.replace("Gmina Bialla", "Gmina Czarna");
        let table = tables::read(format!("{HEADER}{rows}").as_bytes(), &PEOPLE).unwrap();
        let taken = people(&table, today, &site.app.organisations.current()).unwrap();
        assert_eq!(taken[0].typed.known.municipality_id, Some(region.white));
        assert_eq!(taken[2].typed.known.municipality_id, None);
    }

    async fn rows_that_can_not_be_taken_are_named(site: Site) {
        let rows = "\
            1;J4n;Nowak;2015-02-30;x;;;;;;;\n\
            2;Jan;Nowak;2015-03-09;M;;;;PESEL;44051401359;;\n\
            3;Jan;Nowak;2090-03-09;;;;;PESEL;123;;\n";
        let table = tables::read(format!("{HEADER}{rows}").as_bytes(), &PEOPLE).unwrap();
        let today = site.now().to_zoned(jiff::tz::TimeZone::UTC).date();
        let problems = people(&table, today, &site.app.organisations.current()).unwrap_err();
        let found: Vec<_> = problems.iter().map(|one| (one.line, one.error.field)).collect();
        assert_eq!(found, [
            (2, "given_name"), (2, "date_of_birth"), (2, "sex"),
            (3, "doc_number"), (4, "date_of_birth"), (4, "doc_number"),
        ]);
        for lang in [Lang::Pl, Lang::Ru, Lang::En] {
            for problem in &problems {
                let said = problem.say(Translator::new(lang));
                assert!(said.contains(problem.error.field) && !said.contains("error-"), "{said}");
            }
        }
    }
}

/// Runs a command that refuses, and answers with what it says.
fn refused(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments, &[]);
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// One correction of the file is enough: what is wrong with it and what is wrong with its data is named together.
#[test]
fn all_that_is_wrong_is_named_at_once() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let rows = "\
        1;J4n;;2015-02-30;K;;;;;;;\n\
        2;Jan;Nowak\n\
        1;Anna;Lis;;x;;;;;;;\n";
    list(path, rows);
    let said = refused(path, &["import", "people", "people.csv"]);
    let lines: Vec<&str> = said.lines().skip(1).collect();
    let begins = [
        "Line 2, surname:",
        "Line 2, given_name:",
        "Line 2, date_of_birth:",
        "Line 3",
        "Line 4, id: Line 2 has the same id.",
        "Line 4, date_of_birth: Fill this in.",
        "Line 4, sex:",
    ];
    assert_eq!(lines.len(), begins.len(), "{said}");
    for (line, begin) in lines.iter().zip(begins) {
        assert!(line.contains(begin), "no {begin} in {line}");
    }
}

#[test]
fn decisions_that_contradict_each_other_are_refused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let jan = "Jan;Nowak;2015-03-09;M;Łódź;90-001;Piotrkowska 5;;;601202303;Łódź";
    let two = format!("A1;{jan}\nA2;{}\n", jan.replace("Jan", "Janek"));
    list(path, &two);
    let import = ["import", "people", "people.csv"];
    let said = refused(path, &import);
    assert!(said.contains("decided in 1 case who"), "{said}");
    list(
        path,
        &format!("{two}A3;{}\n", jan.replace("Nowak", "Nowack")),
    );
    let decide = [&import[..], &["--decisions", "decisions.csv"]].concat();
    let header = "row;other;decision\n";
    for (rows, words) in [
        (
            "A2;A1;same\nA2;A1;different\n",
            ["lines 2 and 3", "differently"],
        ),
        (
            "A2;A1;later\nA1;A2;same\n",
            ["lines 2 and 3", "differently"],
        ),
        (
            "A2;A1;same\nA3;A2;same\nA3;A1;different\n",
            [
                "line 4 says that two are different",
                "line 2 makes one person",
            ],
        ),
        (
            "A2;A1;perhaps\nA3;A1;never\n",
            ["line 2: write same", "line 3: write same"],
        ),
    ] {
        std::fs::write(path.join("decisions.csv"), format!("{header}{rows}")).unwrap();
        refuses(
            path,
            &decide,
            &[],
            &[&["decisions.csv: "][..], &words].concat(),
        );
    }
    let agreeing = format!("{header}A2;A1;same\nA1;A2;same\nA3;A2;same\nA3;A1;same\n");
    std::fs::write(path.join("decisions.csv"), agreeing).unwrap();
    let said = succeeds(path, &decide);
    assert!(
        said.starts_with("1 added, 0 known, 2 in the list twice"),
        "{said}"
    );
}

fn list(folder: &Path, rows: &str) {
    std::fs::write(folder.join("people.csv"), format!("{HEADER}{rows}")).unwrap();
}

#[test]
fn an_administrator_decides_and_runs_it_again() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    list(path, ROWS);
    let import = ["import", "people", "people.csv"];
    refuses(
        path,
        &import,
        &[],
        &["nothing was imported from people.csv", "--decisions FILE"],
    );
    let decide = [
        "import",
        "people",
        "people.csv",
        "--decisions",
        "decisions.csv",
    ];
    refuses(
        path,
        &decide,
        &[],
        &["look through the decisions in decisions.csv"],
    );
    let decisions = std::fs::read_to_string(path.join("decisions.csv")).unwrap();
    assert!(
        decisions.contains("\"A3\";\"A1\";\"same\"")
            && decisions.contains("\"A4\";\"A1\";\"later\""),
        "{decisions}"
    );
    assert!(
        decisions.contains("Ola Wisniewska, 2015-09-03, Łódź")
            && decisions.contains("birth_date swapped"),
        "{decisions}"
    );
    let torn = decisions.replace("\"later\"", "\"perhaps\"");
    std::fs::write(path.join("decisions.csv"), torn).unwrap();
    refuses(
        path,
        &decide,
        &[],
        &["decisions.csv: line", "same, different or later"],
    );
    let first_two: Vec<&str> = decisions.lines().take(2).collect();
    let short = first_two.join("\n") + "\n";
    std::fs::write(path.join("decisions.csv"), short).unwrap();
    refuses(
        path,
        &decide,
        &[],
        &["does not decide them", "the first being row"],
    );
    std::fs::write(path.join("decisions.csv"), decisions).unwrap();
    let dry = succeeds(path, &[&decide[..], &["--dry-run"]].concat());
    assert!(
        dry.starts_with("3 added, 0 known, 1 in the list twice") && dry.contains("dry run"),
        "{dry}"
    );
    let said = succeeds(path, &decide);
    assert!(
        said.starts_with("3 added, 0 known, 1 in the list twice") && !said.contains("dry run"),
        "{said}"
    );

    // The same once more, with the same decisions.
    let again = succeeds(path, &decide);
    assert!(
        again.starts_with("0 added, 3 known, 1 in the list twice"),
        "{again}"
    );

    list(path, "1;J4n;Nowak;2015-02-30;x;;;;;;;\n");
    let output = run(path, &import, &[]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said.contains("Line 2, given_name:") && said.contains("Line 2, date_of_birth:"),
        "{said}"
    );
}
