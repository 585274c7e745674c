//! A17: the accountant takes statements in, matches what is left by hand, undoes, waives, closes the day.

use std::io::{Cursor, Read};

use zapis::accounts::RoleKind;
use zapis::payments::token;

use crate::fixtures::Training;
use crate::payments::{join_and_pay_oneself, statement};
use crate::site::{Browser, Site, on_both};

const QUEUE: &str = "/staff/payments/queue";
const STATEMENTS: &str = "/staff/payments/statements";

async fn opening(site: &Site) -> (Training, Browser, Browser) {
    let training = site.training("Ocenianie").price(12_000).publish().await;
    site.is_paid_at(&training).await;
    let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
    join_and_pay_oneself(&mut anna, &training).await;
    let branch = Some(training.organisation_id);
    let mut accountant = site
        .staff(
            "Zofia Lis",
            "zofia@centre.example",
            RoleKind::Accountant,
            branch,
        )
        .await;
    accountant.get("/?lang=en").await;
    (training, anna, accountant)
}

async fn hand_in(accountant: &mut Browser, text: &str) -> crate::site::Answer {
    accountant.get(STATEMENTS).await.is(200);
    accountant
        .upload(
            STATEMENTS,
            &[("organisation", "")],
            ("wyciag.sta", text.as_bytes()),
        )
        .await
}

on_both! {
    async fn what_does_not_fit_is_matched_by_hand_and_undone(site: Site) {
        let (_, mut anna, mut accountant) = opening(&site).await;
        let charge = site.charge().await;
        accountant.get("/staff").await.says("/staff/payments");
        accountant.get("/staff/payments").await.is(200).says("Anna Nowak").says(&token::title_of(charge));
        hand_in(&mut accountant, &statement(&[(12_000, "Nowak Anna, ocenianie"), (700, "Odsetki")])).await
            .is(200).says("2 entries, 2 of them new").says("0 payments were booked");
        accountant.get(QUEUE).await.says("Anna Nowak, Ocenianie").says("55 points: amount, name");
        let entry = site.number("SELECT MIN(id) FROM statement_entries").await;
        let address = format!("/staff/payments/entries/{entry}");
        let number = charge.to_string();
        accountant.get(&address).await.is(200).says("Nowak Anna, ocenianie").says("value=\"120\"");
        let book = |amount: &'static str| [("deed", "book".to_owned()), ("charge", number.clone()), ("amount", amount.to_owned())];
        for (amount, words) in [("0", "Type an amount"), ("121", "not so much left")] {
            let fields = book(amount);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            accountant.post(&address, &fields).await.is(422).says(words);
        }
        let fields = book("50");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        accountant.post(&address, &fields).await.goes_to(QUEUE);
        anna.get("/my/payments").await.says("PLN\u{a0}50").says("PLN\u{a0}70").says("to be paid");
        accountant.get(&address).await.says("PLN\u{a0}70");
        let page = format!("/staff/payments/charges/{number}");
        accountant.get(&page).await.is(200).says("Zofia Lis");
        let booking = site.number("SELECT MAX(id) FROM bookings").await.to_string();
        accountant.post(&page, &[("deed", "unbook"), ("booking", &booking), ("unbook_reason", " ")]).await.is(422).says("Fill this in.");
        accountant.post(&page, &[("deed", "unbook"), ("booking", &booking), ("unbook_reason", "Pomyłka")]).await.goes_to(&page);
        accountant.get(&page).await.says("Undone: Pomyłka");
        accountant.post(&page, &[("deed", "unbook"), ("booking", &booking), ("unbook_reason", "Pomyłka")]).await.is(422);
        assert_eq!(site.number("SELECT booked_minor FROM charges").await, 0);
        accountant.get(&address).await;
        let fields = book("120");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        accountant.post(&address, &fields).await.goes_to(QUEUE);
        anna.get("/my/payments").await.says("Paid. Thank you.");
        let rest = format!("/staff/payments/entries/{}", entry + 1);
        accountant.get(&rest).await.says("No open charge resembles this entry");
        accountant.post(&rest, &[("deed", "set_aside"), ("aside_reason", "Odsetki")]).await.goes_to(QUEUE);
        accountant.follow().await.says("Every payment has found its charge");
        accountant.get("/staff/payments?show=booked").await.says("Anna Nowak");
        assert!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'payment.look_up'").await > 3);
    }

    async fn one_paper_for_all_that_an_institution_pays(site: Site) {
        let (_, mut anna, mut accountant) = opening(&site).await;
        for title in ["Metody", "Warsztat"] {
            let training = site.training(title).price(9_000).publish().await;
            anna.get(&training.join()).await.is(200);
            let fields = [("payer", "institution"), ("payer_name", "Miasto Białystok"), ("payer_tax_id", "5260001246"),
                ("payer_street", "ul. Długa 5"), ("payer_postal_code", "15-001"), ("payer_city", "Białystok"),
                ("payer_email", "sp7@school.example"), ("payer_recipient", "Szkoła Podstawowa nr 7")];
            anna.post(&training.join(), &fields).await.goes_to("/my/trainings");
        }
        for letter in site.letters_to("sp7@school.example").await {
            let (_, address) = letter.action.unwrap();
            let link = address[address.find("/payments/asked/").unwrap()..].to_owned();
            let mut school = site.browser();
            school.get(&link).await.is(200);
            school.post(&link, &[("answer", "accept")]).await.is(303);
        }
        let page = format!("/staff/payments/charges/{}", site.charge().await);
        accountant.get(&page).await.is(200).says("the institution agreed").says(&format!("{page}/pro-forma.pdf"));
        let both = format!("{page}/pro-forma.pdf?with={}", site.charge().await.get() - 1);
        let paper = accountant.get(&both).await;
        assert_eq!((paper.status, paper.kind.as_str()), (200, "application/pdf"));
        let said = crate::certificate::read_with("pdftotext", &["-layout", "FILE", "-"], &paper.bytes);
        for words in ["Collective pro-forma", "Miasto Białystok", "Szkoła Podstawowa nr 7", "Metody", "Warsztat", "180"] {
            assert!(said.contains(words), "no {words} in {said}");
        }
    }

    async fn a_charge_is_waived_with_a_reason(site: Site) {
        let (_, mut anna, mut accountant) = opening(&site).await;
        let page = format!("/staff/payments/charges/{}", site.charge().await);
        accountant.get(&page).await.is(200);
        accountant.post(&page, &[("deed", "waive"), ("waive_reason", "")]).await.is(422).says("Fill this in.");
        accountant.post(&page, &[("deed", "waive"), ("waive_reason", "Stypendium")]).await.goes_to(&page);
        accountant.follow().await.says("waived").says("Stypendium");
        accountant.post(&page, &[("deed", "waive"), ("waive_reason", "Stypendium")]).await.is(422);
        anna.get("/my/payments").await.says("Nothing has to be paid.");
        let letters = site.letters_to("anna@school.example").await;
        assert!(letters.iter().any(|one| one.paragraphs[0].contains("Stypendium")));
    }

    async fn the_day_is_closed_as_files_whose_sums_agree(site: Site) {
        let (_, _, mut accountant) = opening(&site).await;
        let title = token::title_of(site.charge().await);
        hand_in(&mut accountant, &statement(&[(12_000, &title)])).await.is(200).says("1 payment was booked by itself");
        accountant.get("/staff/payments/closing?day=2026-11-22").await.is(200).says("Sum:").says("PLN\u{a0}120").says("by itself");
        let csv = accountant.get("/staff/payments/closing?day=22.11.2026&as=csv").await;
        csv.is(200).says("\"120,00\";\"PLN\"").says("Nowak Anna");
        let sheet = accountant.get("/staff/payments/closing?day=2026-11-22&as=xlsx").await;
        let mut archive = zip::ZipArchive::new(Cursor::new(sheet.bytes)).unwrap();
        let mut xml = String::new();
        archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut xml).unwrap();
        assert!(xml.contains("<v>120</v>"), "{xml}");
        accountant.get("/staff/payments/closing?day=31.11.2026").await.is(422).says("There is no such day");
    }

    async fn a_broken_file_takes_nothing_in_and_says_where(site: Site) {
        let (_, _, mut accountant) = opening(&site).await;
        let broken = statement(&[(12_000, "x")]).replace(":61:261122", ":61:260230");
        hand_in(&mut accountant, &broken).await.is(422).says("Nothing was taken in: line 5: there is no such day: 260230");
        hand_in(&mut accountant, "Szanowni Państwo,").await.is(422).says("this is no statement that we can read");
        hand_in(&mut accountant, &statement(&[(1, "x")]).replace("2874", "2875")).await.is(422).says("is no account whose books you keep");
        assert_eq!(site.number("SELECT COUNT(*) FROM statements").await, 0);
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries").await, 0);
    }

    async fn the_account_is_checked_and_claims_its_statements(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
        join_and_pay_oneself(&mut anna, &training).await;
        let title = token::title_of(site.charge().await);
        assert_eq!(site.takes_in(&statement(&[(12_000, &title)])).await.booked, 0);
        let mut admin = site.staff("Marek Wilk", "marek@city.example", RoleKind::InstallationAdministrator, None).await;
        let address = format!("/staff/payments/settings/{}", training.organisation_id);
        admin.get("/staff/payments/settings").await.is(200).says(&address);
        admin.get(&address).await.is(200);
        let mut fields = [("iban", "62 1090 1014 0000 0712 1981 2874"), ("due_days", "7"), ("seller_name", "Miasto"),
            ("seller_tax_id", "5260001246"), ("seller_address", "ul. Słonimska 1")];
        admin.post(&address, &fields).await.is(422).says("This is no valid account number").says("62 1090 1014");
        fields[0].1 = "61 1090 1014 0000 0712 1981 2874";
        admin.post(&address, &fields).await.goes_to("/staff/payments/settings");
        anna.get("/my/payments").await.says("Paid. Thank you.");
    }

    async fn prices_of_workplaces_are_kept_on_the_groups_page(site: Site) {
        let (training, _, _) = opening(&site).await;
        let branch = Some(training.organisation_id);
        let mut operator = site.staff("Ewa Mazur", "ewa@centre.example", RoleKind::Operator, branch).await;
        let address = format!("/staff/groups/{}/prices", training.group_id);
        operator.get(&format!("/staff/groups/{}", training.group_id)).await.says(&address);
        operator.get(&address).await.is(200).says("Everybody else pays PLN\u{a0}120");
        let home = training.organisation_id.to_string();
        operator.post(&address, &[("organisation_1", &home), ("price_1", "x")]).await.is(422);
        operator.post(&address, &[("organisation_1", &home), ("price_1", "80"), ("organisation_2", &home)]).await.is(422);
        operator.post(&address, &[("organisation_1", &home), ("price_1", "")]).await.is(422).says("Fill this in.");
        operator.get(&address).await.says("organisation_5").says_not("organisation_6");
        operator.post(&address, &[("organisation_6", &home), ("price_6", "80")]).await.is(303);
        operator.get(&address).await.says("value=\"80\"");
        operator.get("/staff/payments").await.is(404);
    }
}
