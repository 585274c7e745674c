//! A17: an administrator edits how certificates look; what was issued keeps the layout it was issued with.

use zapis::accounts::RoleKind;

use crate::certificate::{read_with, with_certificate};
use crate::completed::{paper, send_survey};
use crate::fixtures::Training;
use crate::site::{Answer, Browser, Site, on_both};

/// A square of two colours.
const LOGO: &str = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 20\">\
    <rect width=\"20\" height=\"20\" fill=\"#0b5a57\"/><path d=\"M5 5h10v10H5z\" fill=\"#fff\"/></svg>";

async fn admin(site: &Site, training: &Training) -> (Browser, String) {
    let branch = Some(training.organisation_id);
    let kind = RoleKind::OrganisationAdministrator;
    let mut iga = site
        .staff("Iga Lech", "iga@centre.example", kind, branch)
        .await;
    iga.get("/?lang=en").await;
    let page = format!("/staff/certificates/layouts/{}", training.organisation_id);
    (iga, page)
}

/// Sends the form of the page shown last with these changes.
async fn send(browser: &mut Browser, page: &str, deed: &str, changes: &[(&str, &str)]) -> Answer {
    let shown = browser.last.clone();
    let hidden = ["edit", "based_on", "last"].map(|name| (name, shown.input(name).unwrap()));
    let mut fields: Vec<(&str, &str)> = hidden
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    fields.extend([
        ("topics", "yes"),
        ("trainers", "yes"),
        ("frame", "yes"),
        ("do", deed),
    ]);
    fields.retain(|(name, _)| changes.iter().all(|(other, _)| other != name));
    fields.extend_from_slice(changes);
    browser.post(page, &fields).await
}

fn words(pdf: &[u8]) -> String {
    let text = read_with("pdftotext", &["FILE", "-"], pdf);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The picture of the specimen.
fn picture(answer: &Answer) -> String {
    let text = answer.text();
    let base64 = text
        .split("data:image/svg+xml;base64,")
        .nth(1)
        .expect("a picture");
    let bytes = data_encoding::BASE64.decode(base64.split('"').next().unwrap().as_bytes());
    String::from_utf8(bytes.unwrap()).unwrap()
}

on_both! {
    async fn certificate_templates(site: Site) {
        let (mut anna, training, first) = with_certificate(&site).await;
        let (mut iga, page) = admin(&site, &training).await;
        iga.get("/staff/certificates").await.is(200).says(&format!("href=\"{page}\""));
        let shown = iga.get(&format!("{page}?edit=pl")).await;
        shown.is(200).says("Standard layout").says("{title}, ").says("In use");
        let standard = picture(&shown);
        assert!(standard.starts_with("<svg"), "{}", &standard[..100]);

        // The button shows what is typed and keeps nothing.
        let lines = "Podstawa: uchwała nr 7.\nRazem {hours}, nr {number}.";
        let typed = [("heading", "Dyplom"), ("lines", lines), ("signatory_name", "Zofia Nowa"), ("trainers", "")];
        let seen = send(&mut iga, &page, "preview", &typed).await;
        seen.is(200).says("value=\"Dyplom\"").says("uchwała nr 7");
        assert_ne!(picture(&seen), standard);
        let pdf = send(&mut iga, &page, "pdf", &typed).await;
        assert_eq!((pdf.status, pdf.kind.as_str()), (200, "application/pdf"));
        let said = words(&pdf.bytes);
        for part in ["Dyplom", "WZÓR", "Razem 12 godzin dydaktycznych, nr WZÓR.", "Zofia Nowa", "Zaświadcza się, że"] {
            assert!(said.contains(part), "no {part} in {said}");
        }
        assert!(!said.contains("Prowadzenie"), "{said}");
        assert_eq!(site.number("SELECT COUNT(*) FROM certificate_layouts").await, 0);

        iga.get(&format!("{page}?edit=pl")).await;
        send(&mut iga, &page, "save", &typed).await.goes_to(&format!("{page}?edit=pl"));
        iga.follow().await.says("New certificates will look like this").says("Version 1").says("Iga Lech");
        // What is issued now has it; what was issued before keeps the standard layout.
        let before = anna.get(&paper(first)).await;
        assert!(words(&before.bytes).contains("Zaświadczenie"));
        let mut ewa = site.participant("Ewa Maj", "ewa@school.example").await;
        let second = site.enrolled("ewa@school.example", &training, "completed").await;
        send_survey(&mut ewa, second).await.goes_to("/my/trainings");
        let new = ewa.get(&paper(second)).await;
        read_with("qpdf", &["--check", "FILE"], &new.bytes);
        let said = words(&new.bytes);
        for part in ["Dyplom", "nr 2/2026", "Razem 4 godziny dydaktyczne, nr 2/2026.", "Wanda Szczęsna", "Ewa Maj"] {
            assert!(said.contains(part), "no {part} in {said}");
        }

        // Another version, then the way back; each paper stays as it is.
        iga.get(&format!("{page}?edit=pl")).await.says("value=\"Dyplom\"");
        send(&mut iga, &page, "save", &[("heading", "Świadectwo")]).await.is(303);
        iga.get(&page).await.says("Version 2");
        iga.post(&page, &[("do", "use"), ("use", "1")]).await.goes_to(&page);
        iga.get(&format!("{page}?edit=pl")).await.says("value=\"Dyplom\"");
        iga.post(&page, &[("do", "use"), ("use", "standard")]).await.goes_to(&page);
        iga.get(&format!("{page}?edit=pl")).await.says_not("value=\"Dyplom\"");
        iga.post(&page, &[("do", "use"), ("use", "99")]).await.is(404);
        assert_eq!(ewa.get(&paper(second)).await.bytes, new.bytes);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'certificate.layout'").await, 4);
        let group = format!("/staff/groups/{}/certificates.zip", training.group_id);
        iga.get(&group).await.is(200);
    }

    async fn certificate_templates_refuse_what_can_not_be_printed(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let (mut iga, page) = admin(&site, &training).await;
        iga.get(&page).await.is(200);
        for (field, typed, why) in [
            ("heading", "{tytul}", "There is no field {tytul}"),
            ("lines", "Kto: {name", "There is no field {"),
            ("completed", "Gratulacje 🎉", "can not be printed"),
            ("lines", "1\n2\n3\n4\n5\n6\n7", "At most 6 sentences"),
            ("logo", "77", "There is no such logo"),
        ] {
            iga.get(&page).await;
            let answer = send(&mut iga, &page, "save", &[(field, typed)]).await;
            answer.is(422).says(why).says(&format!("href=\"#{field}\""));
        }
        // Words are words: a program of the typesetter's language is set as it is typed.
        iga.get(&page).await;
        let program = "#read(\"/etc/passwd\") $ * _ = @x \\";
        let answer = send(&mut iga, &page, "pdf", &[("certifies", program)]).await;
        answer.is(200);
        assert!(words(&answer.bytes).contains("#read("), "{}", words(&answer.bytes));
        // Two at the same time: the second one is told.
        iga.get(&page).await;
        let stale = iga.clone();
        send(&mut iga, &page, "save", &[("heading", "Jeden")]).await.is(303);
        let mut late = stale;
        send(&mut late, &page, "save", &[("heading", "Dwa")]).await.is(422).says("newer version").says("value=\"Dwa\"");
        let branch = Some(training.organisation_id);
        for kind in [RoleKind::Operator, RoleKind::Trainer, RoleKind::Accountant] {
            let email = format!("{}@centre.example", kind.code());
            let mut other = site.staff("Jan Lis", &email, kind, branch).await;
            other.get(&page).await.is(404);
            other.get("/").await;
            other.post(&page, &[("do", "use"), ("use", "standard")]).await.is(404);
        }
    }

    async fn certificate_templates_take_a_logo(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let (mut iga, page) = admin(&site, &training).await;
        let logo = format!("{page}/logo");
        iga.get(&page).await.is(200);
        let bomb = "<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"a\"/><use href=\"#a\"/></svg>";
        let entity = "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        let script = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>";
        let mut huge = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        huge.extend([0, 1, 0, 0, 0, 0, 0, 9]);
        let mut torn = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        torn.extend([0, 0, 0, 9, 0, 0, 0, 9]);
        let large = vec![b' '; 600 * 1024];
        for (content, why) in [
            (bomb.as_bytes(), "element “use”"),
            (entity.as_bytes(), "element “!DOCTYPE”"),
            (script.as_bytes(), "element “script”"),
            (b"Szanowni Pa\xc5\x84stwo", "neither a PNG nor an SVG"),
            (huge.as_slice(), "1 to 2000 pixels"),
            (torn.as_slice(), "can not be printed"),
            (large.as_slice(), "500 kB at most"),
        ] {
            iga.get(&page).await;
            iga.upload(&logo, &[], ("logo.svg", content)).await.is(422).says(why).says("href=\"#file\"");
        }
        assert_eq!(site.number("SELECT COUNT(*) FROM certificate_logos").await, 0);
        iga.get(&page).await;
        iga.upload(&logo, &[], ("herb.svg", LOGO.as_bytes())).await.goes_to(&page);
        iga.follow().await.says("The logo is added").says("herb.svg");
        let id = site.number("SELECT MAX(id) FROM certificate_logos").await.to_string();
        let answer = send(&mut iga, &page, "pdf", &[("logo", &id)]).await;
        answer.is(200);
        let plain = site.number("SELECT COUNT(*) FROM certificate_layouts").await;
        assert_eq!(plain, 0);
        iga.get(&page).await;
        send(&mut iga, &page, "save", &[("logo", &id)]).await.is(303);
        let mut ewa = site.participant("Ewa Maj", "ewa@school.example").await;
        let enrolment = site.enrolled("ewa@school.example", &training, "completed").await;
        send_survey(&mut ewa, enrolment).await.goes_to("/my/trainings");
        let pdf = ewa.get(&paper(enrolment)).await;
        pdf.is(200);
        read_with("qpdf", &["--check", "FILE"], &pdf.bytes);
    }
}
