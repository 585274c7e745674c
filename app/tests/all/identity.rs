//! `zapis identity pairs` as an administrator types it.

use std::path::Path;

use tempfile::TempDir;

use crate::command_line::{refuses, run, succeeds};

fn written(folder: &Path, name: &str, bytes: &[u8]) -> String {
    std::fs::write(folder.join(name), bytes).unwrap();
    name.to_owned()
}

#[test]
fn a_list_is_searched_for_people_who_stand_in_it_twice() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let list = "id,given_name,surname,date_of_birth,sex,doc_type,doc_number,parent_phone,note\n\
        1,Aleksandra,Wiśniewska,2015-03-09,F,PESEL,15230912345,+48 601 202 303,x\n\
        2,Ola,WISNIEWSKA,2015-09-03,F,,,601202303,\n\
        3,Antoni,Wiśniewski,2015-03-09,M,,,601202303,\n\
        4,Zofia,Mazur,2014-01-30,F,,,512000111,\n";
    let file = written(path, "people.csv", list.as_bytes());
    let said = succeeds(path, &["identity", "pairs", &file]);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "id_a,id_b,score,verdict");
    assert_eq!(lines.len(), 2, "the twin is no pair: {said}");
    assert!(
        lines[1].starts_with("1,2,") && lines[1].ends_with(",same"),
        "{said}"
    );

    let semicolons = list.replace(',', ";").replace("surname", "Rodowe");
    let (bytes, _, _) = encoding_rs::WINDOWS_1250.encode(&semicolons);
    let file = written(path, "cp1250.csv", &bytes);
    let mapped = succeeds(
        path,
        &["identity", "pairs", &file, "--map", "surname=rodowe"],
    );
    assert_eq!(mapped, said);
}

#[test]
fn what_can_not_be_compared_is_refused_with_its_line() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    refuses(
        path,
        &["identity", "pairs", "none.csv"],
        &[],
        &["cannot read none.csv"],
    );
    let file = written(path, "a.csv", b"id,surname\n1,Nowak\n1,Kowalski\n");
    refuses(
        path,
        &["identity", "pairs", &file],
        &[],
        &["lines 2 and 3", "id 1"],
    );
    let file = written(path, "b.csv", b"surname\nNowak\n");
    refuses(
        path,
        &["identity", "pairs", &file],
        &[],
        &["b.csv was not compared", "id"],
    );
    // A list of something else: what is needed is said, and no empty answer given.
    let file = written(path, "e.csv", b"id,title,hours\n1,Chess,30\n2,Go,15\n");
    refuses(
        path,
        &["identity", "pairs", &file],
        &[],
        &[
            "e.csv was not compared",
            "given_name, surname and date_of_birth, or doc_number",
        ],
    );
    let file = written(path, "c.csv", b"id,surname\n1,Nowak,3\n");
    refuses(
        path,
        &["identity", "pairs", &file],
        &[],
        &["c.csv was not compared", "2"],
    );
    let file = written(path, "d.csv", b"id,surname\n1,Nowak\n");
    let map = ["identity", "pairs", &file, "--map", "given_name=imie"];
    refuses(path, &map, &[], &["d.csv was not compared", "imie"]);
    for wrong in ["nothing", "shoe=size", "surname="] {
        let output = run(path, &["identity", "pairs", &file, "--map", wrong], &[]);
        assert_eq!(output.status.code(), Some(2), "{wrong}");
    }
}
