//! The key of documents is replaced while children are entered.

use std::path::Path;

use database::DbError;
use jiff::civil::date;
use tempfile::TempDir;
use zapis::accounts::RoleKind;
use zapis::app::{App, Parts, Shared};
use zapis::clock::Clock;
use zapis::config::Config;
use zapis::families::actions::rotate::{Place, Rotation};
use zapis::families::actions::{
    AskError, Consents, EnterError, Entered, NewChild, Wanted, ask_correction, enter, rotate,
};
use zapis::families::fields::Typed;
use zapis::families::identity::opened;
use zapis::families::permissions::{may_ask_correction, may_enter_child};
use zapis::families::staff::actions::{Exact, Found, find};
use zapis::families::staff::permissions::may_find_child;
use zapis::families::staff::staff_store::FIND_CORRECTION;
use zapis::families::staff::types::Correction;
use zapis::families::store::{self, KeptDocument};
use zapis::families::types::{Document, DocumentKind, Known, PersonState};
use zapis::people::PersonId;
use zapis::random::Random;
use zapis::secrets::RootKey;

use crate::child_once::children;
use crate::command_line::{refuses, succeeds};
use crate::site::{Site, on_both};

/// A node of the installation, with this key file.
async fn node(site: &Site, file: &Path) -> Shared {
    let parts = Parts {
        config: Config {
            secret_key_file: file.to_owned(),
            ..Config::default()
        },
        db: site.app.db.clone(),
        clock: Clock::standing_at(site.now()),
        random: Random::System,
        key: RootKey::load_or_create(file, &Random::System).unwrap(),
        demo: true,
    };
    App::assemble(parts).await.unwrap()
}

/// Children who have nothing in common but their documents, where the same number is given twice.
fn child(name: usize, number: &str) -> NewChild {
    let names = [
        ("Wrona", "Zenon"),
        ("Makowska", "Olga"),
        ("Lis", "Jan"),
        ("Dudek", "Hanna"),
        ("Gajos", "Piotr"),
        ("Chmiel", "Iga"),
        ("Sowa", "Leon"),
        ("Bielak", "Wera"),
    ];
    let (surname, given_name) = names[name];
    let number_of_name = i8::try_from(name).unwrap();
    let known = Known {
        surname: surname.into(),
        given_name: given_name.into(),
        patronymic: String::new(),
        born_on: date(
            2010 + i16::from(number_of_name),
            1 + number_of_name,
            3 * number_of_name + 1,
        ),
        birth_place: "Białystok".into(),
        sex: String::new(),
        municipality_id: None,
        street: format!("ul. {surname} {name}"),
        postal_code: format!("1{name}-00{name}"),
        city: format!("{surname}owo"),
    };
    let document = Document {
        kind: DocumentKind::Other,
        number: number.into(),
    };
    NewChild {
        typed: Typed {
            known,
            document: Some(document),
        },
        consents: Consents::default(),
    }
}

/// Enters a child from this account.
async fn enters(
    site: &Site,
    node: &Shared,
    (email, new): (&str, &NewChild),
) -> Result<Entered, EnterError> {
    let actor = site.actor(email, RoleKind::Trainer, None).await;
    enter(node, &may_enter_child(&actor), new, site.now()).await
}

const MARIA: &str = "maria@dom.example";
const PAWEL: &str = "pawel@dom.example";
const NUMBERS: [&str; 3] = ["AB 100001", "CD 200002", "EF 300003"];

/// A key file, two nodes that have it, and three children of Maria's.
async fn installation(site: &Site) -> (TempDir, Shared, Shared) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("zapis.key");
    let (server, command) = (node(site, &file).await, node(site, &file).await);
    site.participant("Maria Lesina", MARIA).await;
    site.participant("Paweł Lesin", PAWEL).await;
    for (name, number) in NUMBERS.iter().enumerate() {
        enters(site, &server, (MARIA, &child(name, number)))
            .await
            .unwrap();
    }
    (folder, server, command)
}

/// Whoever types one of the documents with other data meets the child that has it.
async fn all_are_found(site: &Site, node: &Shared) {
    for number in NUMBERS {
        let met = enters(site, node, (PAWEL, &child(7, number))).await;
        assert_eq!(met, Err(EnterError::Elsewhere), "{number}");
    }
}

async fn numbers(site: &Site, node: &Shared) -> Vec<String> {
    let (own, read) = (node.clone(), &site.app.db);
    let kept: Vec<KeptDocument> = read
        .read(move |tx| {
            Box::pin(async move {
                let ids: Vec<i64> = tx.all("SELECT person_id FROM documents", &[]).await?;
                tx.among(store::LIST_DOCUMENTS_AMONG, &ids).await
            })
        })
        .await
        .map_err(|error: DbError| error)
        .unwrap();
    let mut numbers: Vec<String> = kept
        .iter()
        .filter_map(|one| opened(&own, one))
        .map(|one| one.number)
        .collect();
    numbers.sort_unstable();
    numbers
}

/// Maria asks for a correction of one of her children and names a document.
async fn asks_for_a_correction(site: &Site, node: &Shared, (child_id, number): (i64, &str)) -> i64 {
    let actor = site.actor(MARIA, RoleKind::Trainer, None).await;
    let id = PersonId::new(child_id);
    let permit = may_ask_correction(&actor, true, (id, PersonState::Confirmed)).unwrap();
    let wanted = Wanted {
        typed: child(6, number).typed,
        reason: "A slip.".into(),
    };
    let (own, now) = (node.clone(), site.now());
    let work = node.db.write(move |tx| {
        Box::pin(async move { ask_correction(tx, &own, &permit, &wanted, now).await })
    });
    work.await.map_err(|error: AskError| error).unwrap();
    site.number("SELECT MAX(id) FROM child_corrections").await
}

/// The number of the document that a correction names, as a node reads it.
async fn named(site: &Site, node: &Shared, id: i64) -> Option<String> {
    let read = site.app.db.read(move |tx| {
        Box::pin(async move { tx.one::<Correction>(FIND_CORRECTION, &[&id]).await })
    });
    let correction = read.await.map_err(|error: DbError| error).unwrap();
    let document = correction.document.unwrap();
    opened(node, &document).map(|one| one.number)
}

/// Whether staff finds a child by the number of its document alone.
async fn finds_by_document(site: &Site, node: &Shared, number: &str) -> bool {
    let kind = RoleKind::InstallationAdministrator;
    let actor = site.actor(PAWEL, kind, None).await;
    let (permit, role) = may_find_child(&actor).unwrap();
    let exact = Exact {
        named: None,
        document: Some(Document {
            kind: DocumentKind::Other,
            number: number.into(),
        }),
    };
    let (own, now) = (node.clone(), site.now());
    let work = node.db.write(move |tx| {
        Box::pin(
            async move { find(tx, &own, (&permit, role, &actor), (&exact, "A call."), now).await },
        )
    });
    let found = work.await.map_err(|error: DbError| error).unwrap();
    matches!(found, Found::Child(_))
}

on_both! {
    /// What a correction names waits for a decision, and is opened then.
    async fn documents_of_corrections_are_sealed_anew(site: Site) {
        let (folder, server, command) = installation(&site).await;
        let file = folder.path().join("zapis.key");
        let ids = "SELECT MIN(id) FROM people WHERE identity_key IS NOT NULL";
        let first = site.number(ids).await;
        let before = asks_for_a_correction(&site, &server, (first, "SO 700007")).await;
        rotate::begin(&command, site.now()).await.unwrap();
        let begun = rotate::begin(&command, site.now()).await.unwrap();
        assert_eq!(begun, Rotation { key: 1, waiting: 4 });
        // Asked at a node that has not heard of the new key yet, it is sealed with it.
        let meanwhile = asks_for_a_correction(&site, &server, (first + 1, "SO 800008")).await;
        assert_eq!(site.number("SELECT COUNT(*) FROM child_corrections WHERE key_number = 1").await, 1);
        let lines = || std::fs::read_to_string(&file).unwrap().lines().count();
        let step = rotate::step(&command, Place::Documents, 0, 10).await.unwrap();
        assert_eq!(step.sealed, 3);
        for id in [before, meanwhile] {
            assert!(named(&site, &server, id).await.is_some());
        }
        let step = rotate::step(&command, Place::Corrections, 0, 10).await.unwrap();
        assert_eq!((step.sealed, step.shut), (1, 0));
        assert_eq!(rotate::step(&command, Place::Corrections, 0, 10).await.unwrap().last, None);
        rotate::end(&command).await.unwrap();
        // The key between goes with the next rotation, and not before the corrections have the new one.
        assert_eq!(rotate::begin(&command, site.now()).await.unwrap(), Rotation { key: 2, waiting: 5 });
        rotate::step(&command, Place::Documents, 0, 10).await.unwrap();
        rotate::end(&command).await.unwrap();
        assert_eq!(lines(), 3);
        rotate::step(&command, Place::Corrections, 0, 10).await.unwrap();
        rotate::end(&command).await.unwrap();
        assert_eq!(lines(), 2);
        let after = node(&site, &file).await;
        assert_eq!(named(&site, &after, before).await.as_deref(), Some("SO 700007"));
        assert_eq!(named(&site, &after, meanwhile).await.as_deref(), Some("SO 800008"));
    }

    async fn documents_are_sealed_anew_while_children_are_entered(site: Site) {
        let (folder, server, command) = installation(&site).await;
        let file = folder.path().join("zapis.key");
        all_are_found(&site, &server).await;
        assert_eq!(rotate::prepare_key(&command).await.unwrap(), 1);
        assert_eq!(rotate::prepare_key(&command).await.unwrap(), 1, "the one that waits");
        all_are_found(&site, &command).await;
        let begun = rotate::begin(&command, site.now()).await.unwrap();
        assert_eq!(begun, Rotation { key: 1, waiting: 3 });
        all_are_found(&site, &server).await;
        let step = rotate::step(&command, Place::Documents, 0, 1).await.unwrap();
        assert_eq!((step.sealed, step.shut), (1, 0));
        for node in [&server, &command] {
            all_are_found(&site, node).await;
        }
        // What is entered meanwhile has the new key already.
        enters(&site, &server, (MARIA, &child(3, "GH 400004"))).await.unwrap();
        assert_eq!(site.number("SELECT COUNT(*) FROM documents WHERE key_number = 1").await, 2);
        let rest = rotate::step(&command, Place::Documents, step.last.unwrap(), 10).await.unwrap();
        assert_eq!((rest.sealed, rest.shut), (2, 0));
        rotate::end(&command).await.unwrap();
        assert_eq!(site.number("SELECT COUNT(*) FROM documents WHERE key_number = 1").await, 4);
        for node in [&server, &command] {
            all_are_found(&site, node).await;
            assert_eq!(numbers(&site, node).await, ["AB 100001", "CD 200002", "EF 300003", "GH 400004"]);
        }
        assert_eq!(children(&site).await, 4);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'documents.rotate' AND subject_id = 1").await, 1);
        // The next one: the key between goes, once nothing is sealed with it.
        let begun = rotate::begin(&server, site.now()).await.unwrap();
        assert_eq!(begun, Rotation { key: 2, waiting: 4 });
        let lines = || std::fs::read_to_string(&file).unwrap().lines().count();
        rotate::end(&server).await.unwrap();
        assert_eq!(lines(), 3, "not before");
        rotate::step(&server, Place::Documents, 0, 10).await.unwrap();
        rotate::end(&server).await.unwrap();
        assert_eq!(lines(), 2);
        let after = node(&site, &file).await;
        all_are_found(&site, &after).await;
    }

    /// Nothing is entered at the server after the rotation, so nothing but reading makes it look at the key file again.
    async fn whoever_only_reads_notices_the_new_key(site: Site) {
        let (folder, server, command) = installation(&site).await;
        let first = site.number("SELECT MIN(person_id) FROM documents").await;
        let before = asks_for_a_correction(&site, &server, (first, "SO 700007")).await;
        rotate::begin(&command, site.now()).await.unwrap();
        for place in Place::ALL {
            let step = rotate::step(&command, place, 0, 10).await.unwrap();
            assert_eq!(step.shut, 0);
        }
        rotate::end(&command).await.unwrap();
        assert_eq!(server.vault.in_force(), 0, "the server has not heard of it");
        assert!(finds_by_document(&site, &server, NUMBERS[1]).await);
        assert!(!finds_by_document(&site, &server, "AB 999999").await);
        // A page that only shows what is kept.
        let server = node(&site, &folder.path().join("zapis.key")).await;
        rotate::begin(&command, site.now()).await.unwrap();
        for place in Place::ALL {
            rotate::step(&command, place, 0, 10).await.unwrap();
        }
        assert_eq!(server.vault.in_force(), 1);
        assert_eq!(numbers(&site, &server).await, NUMBERS);
        assert_eq!(named(&site, &server, before).await.as_deref(), Some("SO 700007"));
    }

    async fn what_was_interrupted_goes_on(site: Site) {
        let (folder, _, command) = installation(&site).await;
        let file = folder.path().join("zapis.key");
        rotate::begin(&command, site.now()).await.unwrap();
        rotate::step(&command, Place::Documents, 0, 1).await.unwrap();
        drop(command);
        // A file that was cut off beside the key file does no harm.
        std::fs::write(folder.path().join("zapis.key.new"), "torn").unwrap();
        let later = node(&site, &file).await;
        let begun = rotate::begin(&later, site.now()).await.unwrap();
        assert_eq!(begun, Rotation { key: 1, waiting: 2 });
        // One that somebody has damaged stays as it is, and so does the key.
        site.sql("UPDATE documents SET sealed = number_hash WHERE key_number < $1 AND id = (SELECT MAX(id) FROM documents)", 1).await;
        let step = rotate::step(&later, Place::Documents, 0, 10).await.unwrap();
        assert_eq!((step.sealed, step.shut), (1, 1));
        all_are_found(&site, &later).await;
        assert_eq!(rotate::begin(&later, site.now()).await.unwrap(), Rotation { key: 1, waiting: 1 });
    }

    async fn a_node_that_does_not_have_the_key_enters_nobody(site: Site) {
        let (folder, _, command) = installation(&site).await;
        let (file, far) = (folder.path().join("zapis.key"), folder.path().join("far.key"));
        std::fs::copy(&file, &far).unwrap();
        let far_node = node(&site, &far).await;
        all_are_found(&site, &far_node).await;
        rotate::begin(&command, site.now()).await.unwrap();
        rotate::step(&command, Place::Documents, 0, 10).await.unwrap();
        let refused = enters(&site, &far_node, (PAWEL, &child(7, NUMBERS[0]))).await;
        let Err(EnterError::Database(DbError::Other(said))) = refused else {
            panic!("{refused:?}");
        };
        assert!(said.contains("key 1") && said.contains("far.key"), "{said}");
        assert_eq!(children(&site).await, 3);
        std::fs::copy(&file, &far).unwrap();
        all_are_found(&site, &far_node).await;
    }
}

#[test]
fn an_administrator_gives_documents_a_new_key() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let rotate = ["identity", "rotate-key"];
    let said = succeeds(path, &rotate);
    assert!(
        said.starts_with("Documents sealed with key 1: 0."),
        "{said}"
    );
    let said = succeeds(path, &["identity", "rotate-key", "--prepare"]);
    assert!(
        said.contains("Key 2 is in zapis.key and not yet in force"),
        "{said}"
    );
    let said = succeeds(path, &rotate);
    assert!(
        said.starts_with("Documents sealed with key 2: 0."),
        "{said}"
    );
    let kept = std::fs::read_to_string(path.join("zapis.key")).unwrap();
    assert!(
        kept.lines().count() == 2 && kept.contains("documents 2 "),
        "{kept}"
    );
    std::fs::write(path.join("zapis.key"), "torn").unwrap();
    refuses(path, &rotate, &[], &["zapis.key", "backup"]);
}
