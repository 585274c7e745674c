//! A17, A14: the register of a year, a whole group at once, and what one person has completed in a school year.

use std::io::{Cursor, Read};

use jiff::SignedDuration;
use zapis::accounts::RoleKind;

use crate::certificate::{read_with, with_certificate};
use crate::completed::send_survey;
use crate::fixtures::Training;
use crate::site::{Browser, Site, on_both};

/// Anna and two more hold certificates of one group; Jan has completed it, and has not sent the survey.
async fn three(site: &Site) -> (Browser, Training) {
    let (anna, training, _) = with_certificate(site).await;
    for (name, email) in [
        ("Ewa Maj", "ewa@school.example"),
        ("Łucja Źdźbło", "lucja@school.example"),
        ("Jan Lis", "jan@school.example"),
    ] {
        let mut browser = site.participant(name, email).await;
        let id = site.enrolled(email, &training, "completed").await;
        if name != "Jan Lis" {
            send_survey(&mut browser, id).await.goes_to("/my/trainings");
        }
    }
    (anna, training)
}

async fn staff(site: &Site, training: &Training, kind: RoleKind, email: &str) -> Browser {
    let mut browser = site
        .staff("Iga Lech", email, kind, Some(training.organisation_id))
        .await;
    browser.get("/?lang=en").await;
    browser
}

/// What stands in a file of an archive.
fn entry(archive: &[u8], name: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut bytes = Vec::new();
    let mut file = archive.by_name(name).unwrap();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

on_both! {
    async fn certificate_register(site: Site) {
        let (_, training) = three(&site).await;
        let mut iga = staff(&site, &training, RoleKind::Operator, "iga@centre.example").await;
        iga.get("/staff").await.says("href=\"/staff/certificates\"");
        iga.get("/staff/certificates").await.is(200).says("3 certificates.").says("1/2026").says("Źdźbło Łucja")
            .says("Kowalska Anna").says("aria-current=\"page\">2026").says("Every look");
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'certificate.look_up'").await, 1);
        let id = training.organisation_id;
        let year = format!("/staff/certificates?organisation={id}&year=2026");
        iga.get(&format!("{year}&q=zdzblo%20tablica")).await.is(200).says("1 certificate.").says("3/2026").says_not("Kowalska");
        iga.get(&format!("{year}&q=2/2026")).await.says("Maj Ewa").says_not("Kowalska");
        iga.get(&format!("{year}&q=Nobody")).await.is(200).says("Nothing found").says("0 certificates.");
        iga.get("/staff/certificates?organisation=987654").await.is(404);
        for year in ["1999", "abc"] {
            iga.get(&format!("/staff/certificates?year={year}")).await.is(404);
            iga.get(&format!("/staff/certificates?organisation={id}&year={year}&as=csv")).await.is(404);
        }
        // Next year begins a register of its own, and the old one stays.
        site.app.clock.advance(SignedDuration::from_hours(24 * 60));
        let mut jan = site.participant("Olaf Kot", "olaf@school.example").await;
        let late = site.enrolled("olaf@school.example", &training, "completed").await;
        send_survey(&mut jan, late).await.goes_to("/my/trainings");
        let mut iga = staff(&site, &training, RoleKind::OrganisationAdministrator, "iga2@centre.example").await;
        iga.get("/staff/certificates").await.says("1/2027").says_not("3/2026").says("year=2026");
        iga.get(&year).await.says("3/2026").says_not("1/2027");

        let sheet = iga.get(&format!("{year}&as=xlsx")).await;
        sheet.is(200);
        assert!(sheet.kind.contains("spreadsheetml"), "{}", sheet.kind);
        let texts = String::from_utf8(entry(&sheet.bytes, "xl/sharedStrings.xml")).unwrap();
        for words in ["1/2026", "3/2026", "Kowalska", "Łódź", "Valid", "Date of birth", "/verify/"] {
            assert!(texts.contains(words), "no {words} in {texts}");
        }
        let cells = String::from_utf8(entry(&sheet.bytes, "xl/worksheets/sheet1.xml")).unwrap();
        assert!(cells.contains("<v>31120</v>"), "14 March 1985 as sheets count days: {cells}");
        assert!(!texts.contains("1/2027"));
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'certificate.download_register'").await, 1);
        for kind in [RoleKind::Trainer, RoleKind::Accountant] {
            let email = format!("{}@centre.example", kind.code());
            let mut other = staff(&site, &training, kind, &email).await;
            other.get("/staff/certificates").await.is(404);
            other.get("/staff/certificates?year=2026&as=xlsx").await.is(404);
            other.get(&format!("/staff/groups/{}/certificates.zip", training.group_id)).await.is(404);
        }
    }

    async fn certificate_batch(site: Site) {
        let (mut anna, training) = three(&site).await;
        let group = format!("/staff/groups/{}", training.group_id);
        site.sql("UPDATE groups SET state = 'finished' WHERE id = $1", training.group_id.get()).await;
        let mut iga = staff(&site, &training, RoleKind::Operator, "iga@centre.example").await;
        iga.get(&group).await.is(200).says(&format!("href=\"{group}/certificates\""));
        iga.get(&format!("{group}/certificates")).await.is(200).says("Issued: 3. Completed the training: 4.")
            .says("Maj Ewa").says(&format!("href=\"{group}/certificates.zip\""))
            .says("Completed, without a certificate").says("</a>: the survey</li>");
        let archive = iga.get(&format!("{group}/certificates.zip")).await;
        archive.is(200);
        assert_eq!(archive.kind, "application/zip");
        let number = site.text("SELECT number FROM certificates WHERE register_number = '1/2026'").await;
        let pdf = entry(&archive.bytes, &format!("{number}.pdf"));
        let id = site.number("SELECT MIN(enrolment_id) FROM certificates").await;
        let own = anna.get(&format!("/my/trainings/{id}/certificate.pdf")).await;
        assert_eq!(pdf, own.bytes, "the same paper as its holder has");
        let list = String::from_utf8(entry(&archive.bytes, "list.csv")).unwrap();
        assert!(list.contains("\"2/2026\";\"Maj\";\"Ewa\""), "{list}");
        assert_eq!(zip::ZipArchive::new(Cursor::new(&archive.bytes)).unwrap().len(), 4);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'certificate.download_group'").await, 1);
        // Browsers ask for it packed.
        let packed = iga.get_with(&format!("{group}/certificates.zip"), &[("accept-encoding", "gzip")]).await;
        let mut whole = Vec::new();
        flate2::read::GzDecoder::new(packed.is(200).bytes.as_slice()).read_to_end(&mut whole).unwrap();
        assert_eq!(zip::ZipArchive::new(Cursor::new(&whole)).unwrap().len(), 4);
        // Those that are chosen, and nobody else.
        let page = format!("{group}/certificates");
        let zip = format!("{page}.zip");
        let first = site.text("SELECT CAST(id AS TEXT) FROM certificates WHERE register_number = '1/2026'").await;
        let ewa = site.text("SELECT CAST(id AS TEXT) FROM certificates WHERE register_number = '2/2026'").await;
        iga.get(&page).await.says("Choose: 1/2026").says("Download as ZIP").says(&format!("action=\"{zip}\""));
        let archive = iga.post(&zip, &[("deed", "zip"), ("pick", &ewa), ("pick", &first)]).await;
        assert_eq!(archive.is(200).kind, "application/zip");
        assert_eq!(zip::ZipArchive::new(Cursor::new(&archive.bytes)).unwrap().len(), 3);
        let list = String::from_utf8(entry(&archive.bytes, "list.csv")).unwrap();
        assert!(list.contains("\"Maj\"") && list.contains("\"Kowalska\"") && !list.contains("Łucja"), "{list}");
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'certificate.download_group'").await, 3);
        iga.fill(&page, &zip, &[("deed", "zip")]).await.goes_to(&page);
        iga.follow().await.says("Nothing was chosen");
        iga.fill(&page, &zip, &[("deed", "zip"), ("pick", "987654")]).await.is(404);
        iga.get(&format!("{page}?q=maj")).await.says("Maj Ewa").says_not("Kowalska").says("Keep this filter");
        iga.get(&format!("{page}?q=nobody")).await.says("Nothing was found").says_not("There are no certificates yet");
        let mut trainer = staff(&site, &training, RoleKind::Trainer, "jan2@centre.example").await;
        trainer.get("/staff").await;
        trainer.post(&zip, &[("deed", "zip"), ("pick", &ewa)]).await.is(404);
        // One group at a time.
        let turn = site.app.printer.begin_batch().unwrap();
        iga.get(&format!("{group}/certificates.zip")).await.goes_to(&format!("{group}/certificates"));
        iga.follow().await.says("The certificates of another group are being printed");
        drop(turn);
        iga.get(&format!("{group}/certificates.zip")).await.is(200);
        // A group without any has no file.
        let empty = site.training("Ocenianie").publish().await;
        iga.get(&format!("/staff/groups/{}/certificates", empty.group_id)).await.is(200).says("There are no certificates yet");
        iga.get(&format!("/staff/groups/{}/certificates.zip", empty.group_id)).await.is(404);
    }

    async fn my_hours(site: Site) {
        let (mut anna, _, _) = with_certificate(&site).await;
        let summer = site.training("Letnie warsztaty").meeting("2026-06-30T09:00", "2026-06-30T12:00").publish().await;
        site.enrolled("anna@school.example", &summer, "completed").await;
        let failed = site.training("Nieukończone").publish().await;
        site.enrolled("anna@school.example", &failed, "not_completed").await;
        anna.get("/my/trainings").await.says("School year 2026/2027 (PDF)").says("School year 2025/2026 (PDF)")
            .says("href=\"/my/trainings/hours.pdf?year=2026\"");
        let paper = anna.get("/my/trainings/hours.pdf?year=2026").await;
        paper.is(200);
        assert_eq!(paper.kind, "application/pdf");
        read_with("qpdf", &["--check", "FILE"], &paper.bytes);
        let text = read_with("pdftotext", &["-layout", "FILE", "-"], &paper.bytes);
        for words in ["List of hours in the school year 2026/2027", "Anna Kowalska", "Tablica od podstaw", "1/2026", "Total: 4 teaching hours"] {
            assert!(text.contains(words), "no {words} in {text}");
        }
        assert!(!text.contains("Letnie") && !text.contains("Nieukończone"), "{text}");
        anna.get("/?lang=ru").await;
        let before = anna.get("/my/trainings/hours.pdf?year=2025").await;
        let text = read_with("pdftotext", &["-layout", "FILE", "-"], &before.bytes);
        assert!(text.contains("Letnie warsztaty") && text.contains("Список часов"), "{text}");
        for year in ["2019", "", "x", "99999", "-9999"] {
            anna.get(&format!("/my/trainings/hours.pdf?year={year}")).await.is(404);
        }
        let mut ewa = site.participant("Ewa Maj", "ewa@school.example").await;
        ewa.get("/my/trainings").await.says_not("hours.pdf");
        ewa.get("/my/trainings/hours.pdf?year=2026").await.is(404);
    }
}
