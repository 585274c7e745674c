//! Files attached to messages [A16]: by whoever asks and by staff, open to those who read the thread and to nobody else.

use zapis::accounts::{OrganisationId, RoleKind};

use crate::change_municipality::PDF;
use crate::site::{Browser, Site, on_both};
use crate::staff_children::{operator, region};

const MARIA: &str = "maria@dom.example";

/// A message of Maria's to the institution: her browser, its page, and that of staff.
async fn asked(site: &Site) -> (Browser, String, Browser, String) {
    let region = region(site).await;
    let olga = operator(site, region.nursery, "olga@biala.example").await;
    let mut maria = site.participant("Maria Lesina", MARIA).await;
    maria.get("/?lang=en").await;
    let to = region.nursery.to_string();
    let text = [
        ("organisation", to.as_str()),
        ("kind", "correct_child"),
        ("message", "A letter of the name is wrong."),
    ];
    maria
        .fill("/contact/write", "/contact/write", &text)
        .await
        .is(303);
    maria.get("/my/requests").await.is(200);
    let page = maria.last.text();
    let thread = page
        .split("href=\"/requests/")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let id = site.number("SELECT MAX(id) FROM requests").await;
    (
        maria,
        format!("/requests/{thread}"),
        olga,
        format!("/staff/requests/{id}"),
    )
}

/// The institution of another municipality.
async fn school(site: &Site) -> OrganisationId {
    let sql = "SELECT MIN(id) FROM organisations WHERE name = 'Szkoła nr 2'";
    OrganisationId::new(site.number(sql).await)
}

on_both! {
    async fn both_sides_attach_and_open_files(site: Site) {
        let (mut maria, thread, mut olga, desk) = asked(&site).await;
        maria.get(&thread).await.is(200).says("Attach a file");
        maria.upload(&format!("{thread}/files"), &[], ("Akt urodzenia.PDF", PDF)).await.goes_to(&thread);
        maria.follow().await.says("The file is attached").says("Akt urodzenia.pdf");
        let file = format!("{thread}/files/{}", site.number("SELECT MAX(id) FROM request_files").await);
        let given = maria.get(&file).await;
        given.is(200);
        assert_eq!(given.bytes, PDF);
        // Staff opens it, and that is noted.
        olga.get(&desk).await.is(200).says("Akt urodzenia.pdf");
        let at_desk = format!("{desk}/files/{}", site.number("SELECT MAX(id) FROM request_files").await);
        assert_eq!(olga.get(&at_desk).await.is(200).bytes, PDF);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'request.read_file'").await, 1);
        // What staff attaches is an answer.
        olga.get(&desk).await;
        olga.upload(&format!("{desk}/files"), &[], ("zaświadczenie.pdf", PDF)).await.goes_to(&desk);
        assert_eq!(site.number("SELECT COUNT(*) FROM requests WHERE state = 'answered'").await, 1);
        let letter = site.letters_to(MARIA).await.pop().unwrap();
        assert!(format!("{letter:?}").contains("zaświadczenie.pdf"));
        maria.get(&thread).await.says("zaświadczenie.pdf");
    }

    async fn what_is_not_taken_is_said_and_nothing_stays(site: Site) {
        let (mut maria, thread, mut olga, desk) = asked(&site).await;
        let there = format!("{thread}/files");
        for (name, content, why) in [
            ("a.exe", &b"MZ"[..], "exe"),
            ("a.pdf", &b"<html>"[..], "is not what the ending"),
            ("a.docx", PDF, "docx"),
            ("a.pdf", &b""[..], "empty"),
        ] {
            maria.get(&thread).await;
            maria.upload(&there, &[], (name, content)).await.is(422).says("A letter of the name is wrong.");
            assert!(maria.last.text().to_lowercase().contains(&why.to_lowercase()), "{name}: {why}");
        }
        maria.post(&there, &[]).await.is(400);
        olga.get(&desk).await;
        olga.upload(&format!("{desk}/files"), &[], ("a.exe", b"MZ")).await.is(422);
        assert_eq!(site.number("SELECT COUNT(*) FROM request_files").await, 0);
        assert_eq!(site.number("SELECT COUNT(*) FROM request_messages").await, 1);
        for _ in 0..10 {
            olga.get(&desk).await;
            olga.upload(&format!("{desk}/files"), &[], ("a.pdf", PDF)).await.is(303);
        }
        olga.get(&desk).await;
        olga.upload(&format!("{desk}/files"), &[], ("a.pdf", PDF)).await.is(422).says("Ten files are attached");
    }

    async fn others_find_no_such_file(site: Site) {
        let (mut maria, thread, _, desk) = asked(&site).await;
        maria.get(&thread).await;
        maria.upload(&format!("{thread}/files"), &[], ("a.pdf", PDF)).await.is(303);
        let id = site.number("SELECT MAX(id) FROM request_files").await;
        let mut far = site.staff("Ewa Far", "ewa@czarna.example", RoleKind::Operator, Some(school(&site).await)).await;
        far.get("/?lang=en").await;
        let mut anybody = site.browser();
        anybody.get("/?lang=en").await;
        // A guessed link, another's number, an address cut short.
        let guessed = format!("{thread}x");
        for address in [format!("{guessed}/files/{id}"), format!("{thread}/files/{}", id + 1), format!("{thread}/files/x")] {
            anybody.get(&address).await.is(404);
        }
        anybody.get("/contact/write").await;
        anybody.upload(&format!("{guessed}/files"), &[], ("a.pdf", PDF)).await.is(404);
        far.get(&format!("{desk}/files/{id}")).await.is(404);
        far.get("/contact/write").await;
        far.upload(&format!("{desk}/files"), &[], ("a.pdf", PDF)).await.is(404);
        // Another message of Maria's does not open it either.
        let mut pawel = site.participant("Paweł Lesin", "pawel@dom.example").await;
        pawel.get(&format!("{desk}/files/{id}")).await.is(404);
        assert_eq!(site.number("SELECT COUNT(*) FROM request_files").await, 1);
    }
}
