//! A9, A10: materials. Staff hands files in, orders and opens them; participants get them when the gate is open or from
//! the start; every request asks anew, and a forged link leads nowhere.

use zapis::accounts::RoleKind;
use zapis::catalogue::GroupId;
use zapis::enrolment::EnrolmentId;
use zapis::materials::{self, Material};

use crate::completed::send_survey;
use crate::fixtures::Training;
use crate::site::{Browser, Site, on_both};

/// The smallest thing that is a PDF by its sign.
pub const PDF: &[u8] = b"%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n";

/// Address of a group's materials.
pub fn kept(training: &Training) -> String {
    format!("/staff/groups/{}/materials", training.group_id)
}

fn own(enrolment: EnrolmentId, material: &Material) -> String {
    format!("/my/trainings/{enrolment}/materials/{}", material.id)
}

/// A group's materials in their order.
pub async fn list(site: &Site, group: GroupId) -> Vec<Material> {
    let read = site
        .app
        .db
        .read(move |tx| Box::pin(materials::of_group(tx, group)));
    read.await.unwrap()
}

/// An operator of the training's organisation.
pub async fn operator(site: &Site, training: &Training) -> Browser {
    let branch = Some(training.organisation_id);
    let mut wanda = site
        .staff(
            "Wanda Operator",
            "wanda@centre.example",
            RoleKind::Operator,
            branch,
        )
        .await;
    wanda.get("/?lang=en").await;
    wanda
}

/// A training with two materials, the second one open from the start.
async fn with_two(site: &Site) -> (Training, Browser, Vec<Material>) {
    let training = site.training("Tablica od podstaw").publish().await;
    let mut wanda = operator(site, &training).await;
    let page = kept(&training);
    wanda
        .get(&page)
        .await
        .is(200)
        .says("There are no materials yet")
        .says("At most 100\u{a0}MB");
    wanda
        .upload(&page, &[], ("Ćwiczenia.PDF", PDF))
        .await
        .goes_to(&page);
    wanda
        .follow()
        .await
        .says("The file has been added")
        .says("Ćwiczenia.pdf");
    let opened = [("from_start", "yes")];
    wanda
        .upload(
            &page,
            &opened,
            ("C:\\plan.txt", "Sala 12, trzecie piętro\n".as_bytes()),
        )
        .await
        .goes_to(&page);
    wanda.follow().await.says("plan.txt").says("from the start");
    let list = list(site, training.group_id).await;
    assert_eq!(list.len(), 2);
    (training, wanda, list)
}

on_both! {
    async fn staff_orders_opens_and_deletes(site: Site) {
        let (training, mut wanda, list_before) = with_two(&site).await;
        let page = kept(&training);
        let names = async || {
            let list = list(&site, training.group_id).await;
            list.into_iter().map(|one| one.name).collect::<Vec<_>>()
        };
        let second = format!("{page}/{}", list_before[1].id);
        wanda.get(&page).await;
        wanda.post(&second, &[("deed", "up")]).await.goes_to(&page);
        assert_eq!(names().await, ["plan.txt", "Ćwiczenia.pdf"]);
        wanda.get(&page).await;
        wanda.post(&second, &[("deed", "up")]).await.goes_to(&page);
        wanda.get(&page).await;
        wanda.post(&second, &[("deed", "close")]).await.goes_to(&page);
        assert!(list(&site, training.group_id).await.iter().all(|one| !one.from_start));
        wanda.get(&page).await;
        wanda.post(&second, &[("deed", "shred")]).await.is(404);
        wanda.get(&format!("{second}/delete")).await.is(200).says("plan.txt").says("can not be brought back");
        assert_eq!(names().await.len(), 2);
        wanda.post(&format!("{second}/delete"), &[]).await.goes_to(&page);
        wanda.follow().await.says("The file has been deleted").says_not("plan.txt");
        wanda.get(&format!("{second}/file")).await.is(404);
        assert!(site.app.files.read(&list_before[1].object_key, None).await.is_err());
        let noted = site.number("SELECT COUNT(*) FROM audit WHERE action LIKE 'material.%'").await;
        assert_eq!(noted, 5);
    }

    async fn the_gate_opens_materials_and_closes_them_again(site: Site) {
        let (training, _, list) = with_two(&site).await;
        let mut anna = site.participant("Anna Kowalska", "anna@school.example").await;
        let id = site.enrolled("anna@school.example", &training, "confirmed").await;
        anna.get("/my/trainings").await.says("Ćwiczenia.pdf").says("Missing: completion of the training, the survey.")
            .says_not(&own(id, &list[0])).says(&own(id, &list[1]));
        anna.get(&own(id, &list[0])).await.is(404);
        let answer = anna.get(&own(id, &list[1])).await;
        assert_eq!(answer.text(), "Sala 12, trzecie piętro\n");
        site.sql("UPDATE enrolments SET state = 'completed' WHERE id = $1", id.get()).await;
        anna.get("/my/trainings").await.says("Missing: the survey.");
        anna.get(&own(id, &list[0])).await.is(404);
        send_survey(&mut anna, id).await.goes_to("/my/trainings");
        anna.follow().await.says(&own(id, &list[0])).says_not("Missing:");
        let answer = anna.get(&own(id, &list[0])).await;
        assert_eq!(answer.is(200).bytes, PDF);
        site.sql("UPDATE enrolments SET state = 'not_completed' WHERE id = $1", id.get()).await;
        anna.get("/my/trainings").await.says("for those who completed");
        anna.get_with(&own(id, &list[0]), &[("range", "bytes=0-3")]).await.is(404);
        anna.get(&own(id, &list[1])).await.is(200);
        for state in ["applied", "waiting", "offered", "resigned", "cancelled", "refused"] {
            site.sql(match state {
                "applied" => "UPDATE enrolments SET state = 'applied' WHERE id = $1",
                "waiting" => "UPDATE enrolments SET state = 'waiting' WHERE id = $1",
                "offered" => "UPDATE enrolments SET state = 'offered' WHERE id = $1",
                "resigned" => "UPDATE enrolments SET state = 'resigned' WHERE id = $1",
                "cancelled" => "UPDATE enrolments SET state = 'cancelled' WHERE id = $1",
                _ => "UPDATE enrolments SET state = 'refused' WHERE id = $1",
            }, id.get()).await;
            anna.get(&own(id, &list[1])).await.is(404);
            anna.get("/my/trainings").await.says_not("plan.txt");
        }
    }

    async fn materials_of_others_do_not_exist(site: Site) {
        let (training, mut wanda, list) = with_two(&site).await;
        let other = site.training("Ocenianie").publish().await;
        let mut anna = site.participant("Anna Kowalska", "anna@school.example").await;
        let mut piotr = site.participant("Piotr Nowak", "piotr@school.example").await;
        let id = site.enrolled("anna@school.example", &training, "completed").await;
        let elsewhere = site.enrolled("piotr@school.example", &other, "completed").await;
        send_survey(&mut anna, id).await.goes_to("/my/trainings");
        send_survey(&mut piotr, elsewhere).await.goes_to("/my/trainings");
        anna.get(&own(id, &list[0])).await.is(200);
        piotr.get(&own(id, &list[0])).await.is(404);
        piotr.get(&own(elsewhere, &list[0])).await.is(404);
        piotr.get(&format!("{}/{}/file", kept(&training), list[0].id)).await.is(404);
        site.browser().get(&own(id, &list[0])).await.is(303);
        wanda.get(&format!("{}/{}/file", kept(&training), list[0].id)).await.is(200);
        wanda.get(&format!("{}/{}/file", kept(&other), list[0].id)).await.is(404);
        wanda.get(&format!("{}/{}/delete", kept(&other), list[0].id)).await.is(404);
        let mut trainer = site.staff("Jan Prowadzący", "jan@centre.example", RoleKind::Trainer, Some(training.organisation_id)).await;
        trainer.get(&kept(&training)).await.is(404);
        trainer.get("/staff").await;
        trainer.upload(&kept(&training), &[], ("a.pdf", PDF)).await.is(404);
        assert_eq!(crate::materials::list(&site, training.group_id).await.len(), 2);
        let account = site.account("jan@centre.example").await.get();
        site.sql("INSERT INTO group_trainers (group_id, account_id) SELECT id, $1 FROM groups", account).await;
        trainer.get(&kept(&training)).await.is(200);
        trainer.upload(&kept(&training), &[], ("a.pdf", PDF)).await.goes_to(&kept(&training));
    }

    async fn a_file_comes_whole_or_in_parts(site: Site) {
        let (training, _, list) = with_two(&site).await;
        let mut anna = site.participant("Anna Kowalska", "anna@school.example").await;
        let id = site.enrolled("anna@school.example", &training, "completed").await;
        send_survey(&mut anna, id).await.goes_to("/my/trainings");
        let address = own(id, &list[0]);
        let whole = anna.get(&address).await;
        assert_eq!(whole.kind, "application/pdf");
        assert_eq!(whole.header("accept-ranges"), "bytes");
        assert_eq!(whole.header("content-length"), PDF.len().to_string());
        assert_eq!(whole.header("x-content-type-options"), "nosniff");
        assert_eq!(whole.header("cache-control"), "private, no-store");
        assert!(whole.policy.contains("sandbox"));
        let said = whole.header("content-disposition");
        assert_eq!(said, "attachment; filename=\"_wiczenia.pdf\"; filename*=UTF-8''%C4%86wiczenia%2Epdf");
        let etag = whole.header("etag").to_owned();
        let part = anna.get_with(&address, &[("range", "bytes=1-3")]).await;
        assert_eq!((part.is(206).bytes.as_slice(), part.header("content-range")), (b"PDF".as_slice(), "bytes 1-3/36"));
        let part = anna.get_with(&address, &[("range", "bytes=-6"), ("if-range", &etag)]).await;
        assert_eq!(part.is(206).bytes, b"%%EOF\n");
        let other = anna.get_with(&address, &[("range", "bytes=-6"), ("if-range", "\"other\"")]).await;
        assert_eq!(other.is(200).bytes, PDF);
        let behind = anna.get_with(&address, &[("range", "bytes=36-")]).await;
        assert_eq!((behind.is(416).bytes.len(), behind.header("content-range")), (0, "bytes */36"));
        anna.get_with(&address, &[("range", "bytes=0-1,4-5")]).await.is(200);
        let packed = anna.get_with(&own(id, &list[1]), &[("accept-encoding", "gzip")]).await;
        assert_eq!((packed.header("content-encoding"), packed.kind.as_str()), ("", "text/plain; charset=utf-8"));
    }

    async fn a_form_from_elsewhere_and_one_without_a_session_are_refused(site: Site) {
        let (training, mut wanda, _) = with_two(&site).await;
        let page = kept(&training);
        wanda.get("/courses/1").await;
        wanda.last.bytes.clear();
        wanda.upload(&page, &[], ("a.pdf", PDF)).await.is(403);
        let mut visitor = site.browser();
        visitor.get("/sign-in").await;
        let leads = visitor.upload(&page, &[], ("a.pdf", PDF)).await;
        assert!(leads.is(303).location.as_deref().is_some_and(|to| to.starts_with("/sign-in")));
        assert_eq!(list(&site, training.group_id).await.len(), 2);
    }

    async fn a_group_has_so_many_files_and_no_more(site: Site) {
        let (training, mut wanda, _) = with_two(&site).await;
        let page = kept(&training);
        site.sql("INSERT INTO materials (group_id, position, name, kind, size, content_hash, object_key, from_start, added_at, added_by) \
            WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 100) \
            SELECT $1, i, 'a.pdf', 'pdf', 1, '', CAST(i AS TEXT), FALSE, 0, (SELECT MIN(id) FROM accounts) FROM n", training.group_id.get()).await;
        wanda.get(&page).await.says("at most 100 files").says_not("enctype");
        wanda.get(&format!("{page}/{}/delete", list(&site, training.group_id).await[0].id)).await;
        wanda.upload(&page, &[], ("a.pdf", PDF)).await.is(422).says("at most 100 files");
        assert_eq!(list(&site, training.group_id).await.len(), 100);
    }
}
