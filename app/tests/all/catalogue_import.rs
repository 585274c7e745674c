//! Lists of courses and groups: all of a list or nothing, and the same list twice changes nothing.

use zapis::accounts::OrganisationId;
use zapis::catalogue::import::{
    COURSES, GROUPS, ImportError, Imported, RowProblem, import_courses, import_groups,
};
use zapis::catalogue::places;
use zapis::i18n::{Lang, Translator};
use zapis::tables;

use crate::fixtures::{CENTRE, centre, warsaw};
use crate::site::{Site, on_both};

const COURSE_LIST: &str = "kod;tytuł;godziny;przedmiot;program;jednostka\n\
    OK-1;Ocenianie kształtujące;8;Ocenianie;Cele; Kryteria;\n";
const HEADER: &str = "course;code;capacity;opens;closes;price;mode;place;meetings\n";
const GROUP_ROW: &str = "OK-1;2026/1;20;2026-11-01 09:00;2026-11-30;120,50;online;;\"2026-12-01 16:00-19:15; 2026-12-08 16:00-19:15\"\n";

async fn organisation(site: &Site) -> OrganisationId {
    let now = site.now();
    site.app
        .db
        .write(move |tx| Box::pin(async move { centre(tx, now).await }))
        .await
        .unwrap()
}

async fn courses(site: &Site, list: &str, dry_run: bool) -> Result<Imported, ImportError> {
    let table = tables::read(list.as_bytes(), &COURSES).unwrap();
    assert_eq!(table.problems, []);
    let organisation = organisation(site).await;
    import_courses(&site.app.db, table, Some(organisation), dry_run, site.now()).await
}

async fn groups(site: &Site, list: &str) -> Result<Imported, ImportError> {
    let table = tables::read(list.as_bytes(), &GROUPS).unwrap();
    assert_eq!(table.problems, []);
    let organisation = organisation(site).await;
    import_groups(&site.app.db, table, Some(organisation), false, site.now()).await
}

fn refused(outcome: Result<Imported, ImportError>) -> Vec<RowProblem> {
    match outcome {
        Err(ImportError::Rows(problems, 0)) => problems,
        other => panic!("not refused: {other:?}"),
    }
}

const ADDED: Imported = Imported {
    added: 1,
    changed: 0,
    same: 0,
};
const CHANGED: Imported = Imported {
    added: 0,
    changed: 1,
    same: 0,
};
const SAME: Imported = Imported {
    added: 0,
    changed: 0,
    same: 1,
};

on_both! {
    async fn a_list_puts_trainings_on_offer_and_twice_changes_nothing(site: Site) {
        let list = COURSE_LIST.replace("Cele; Kryteria", "\"Cele; Kryteria\"");
        assert_eq!(courses(&site, &list, true).await.unwrap(), ADDED, "a dry run keeps nothing");
        assert_eq!(courses(&site, &list, false).await.unwrap(), ADDED);
        assert_eq!(courses(&site, &list, false).await.unwrap(), SAME);
        assert_eq!(courses(&site, &list.replace(";8;", ";10;"), false).await.unwrap(), CHANGED);
        let list = format!("{HEADER}{GROUP_ROW}");
        assert_eq!(groups(&site, &list).await.unwrap(), ADDED);
        assert_eq!(groups(&site, &list).await.unwrap(), SAME);
        let app = &site.app;
        app.catalogue.keep_fresh(&app.db, site.now()).await.unwrap();
        let snapshot = app.catalogue.current();
        let detail = &snapshot.offers()[0].detail;
        assert_eq!(detail.course.topics, "Cele\nKryteria");
        assert_eq!(detail.group.price_minor, 12_050);
        assert_eq!(detail.group.closes_at, warsaw("2026-12-01T00:00"), "a day alone is open until its end");
        assert_eq!(detail.meetings[1].starts_at, warsaw("2026-12-08T16:00"));
        let moved = list.replace("2026-12-08 16:00-19:15", "2026-12-09 16:00-19:15");
        assert_eq!(groups(&site, &moved).await.unwrap(), CHANGED);
        app.catalogue.keep_fresh(&app.db, site.now()).await.unwrap();
        let after = app.catalogue.current().offers()[0].detail.meetings.clone();
        assert_eq!(after[1].id, detail.meetings[1].id, "calendars know the meeting again");
        assert_eq!(after[1].starts_at, warsaw("2026-12-09T16:00"));
    }

    async fn every_wrong_row_is_named_and_none_is_kept(site: Site) {
        let list = COURSE_LIST.replace("Cele; Kryteria", "Cele");
        let wrong = format!("{list}OK-1;Drugi;4;;;\nOK-2;Trzeci;cztery;;;\nOK-3;Czwarty;4;;;Nieznana\nOK-4;Piąty;4;;;{CENTRE}\n");
        let problems = refused(courses(&site, &wrong, false).await);
        let places: Vec<_> = problems.iter().map(|problem| (problem.line, problem.column, problem.code)).collect();
        assert_eq!(places, [(3, "code", "twice"), (4, "teaching_hours", "count"), (5, "organisation", "unknown-organisation")]);
        assert_eq!(
            problems[1].say(Translator::new(Lang::En)),
            "Line 4: “teaching_hours” is not a whole number from 1 to 100000: cztery"
        );
        assert_eq!(courses(&site, &list, false).await.unwrap(), ADDED, "nothing had been kept");
        let rows = [
            GROUP_ROW.replace("OK-1", "OK-9"),
            GROUP_ROW.replace("2026-11-30", "2026-10-30"),
            GROUP_ROW.replace("120,50", "dużo"),
            GROUP_ROW.replace("online", "na Marsie"),
            GROUP_ROW.replace("2026-12-08 16:00-19:15", "kiedyś"),
            GROUP_ROW.replace("2026-12-08", "2026-12-01"),
            GROUP_ROW.replace(";20;", ";0;"),
        ];
        let problems = refused(groups(&site, &format!("{HEADER}{}", rows.concat())).await);
        let codes: Vec<_> = problems.iter().map(|problem| (problem.line, problem.code)).collect();
        let expected = [
            (2, "unknown-course"), (3, "window"), (4, "price"), (5, "mode"), (6, "meetings"), (7, "meetings-overlap"), (8, "count"),
        ];
        assert_eq!(codes, expected);
    }

    async fn a_list_does_not_move_people_without_telling_them(site: Site) {
        courses(&site, &COURSE_LIST.replace("Cele; Kryteria", "Cele"), false).await.unwrap();
        let list = format!("{HEADER}{GROUP_ROW}");
        groups(&site, &list).await.unwrap();
        let app = &site.app;
        app.catalogue.keep_fresh(&app.db, site.now()).await.unwrap();
        let (id, now) = (app.catalogue.current().offers()[0].detail.group.id, site.now());
        for _ in 0..2 {
            app.db.write(move |tx| Box::pin(async move { places::take(tx, id, now).await })).await.unwrap();
        }
        let code = |problems: Vec<RowProblem>| problems[0].code;
        assert_eq!(code(refused(groups(&site, &list.replace("2026-12-08", "2026-12-09")).await)), "has-participants");
        assert_eq!(code(refused(groups(&site, &list.replace(";20;", ";1;")).await)), "capacity-below-taken");
        assert_eq!(groups(&site, &list.replace(";20;", ";30;")).await.unwrap(), CHANGED, "more places harm nobody");
    }
}
