//! A7: what an institution that pays is told, what it prints, and that nobody asks it for what is not due.

use zapis::payments::token;

use crate::fixtures::Training;
use crate::payments::statement;
use crate::site::{Browser, Site, on_both};

pub const SCHOOL: &str = "sekretariat@sp7.example";

/// What is typed so that this institution pays.
pub fn payer<'a>(name: &'a str, recipient: &'a str) -> [(&'a str, &'a str); 8] {
    [
        ("payer", "institution"),
        ("payer_name", name),
        ("payer_tax_id", "5260001246"),
        ("payer_street", "ul. Długa 5"),
        ("payer_postal_code", "15-001"),
        ("payer_city", "Białystok"),
        ("payer_email", SCHOOL),
        ("payer_recipient", recipient),
    ]
}

/// Joins, to be paid by an institution.
pub async fn join_for(browser: &mut Browser, training: &Training, fields: &[(&str, &str)]) {
    let address = training.join();
    browser
        .fill(&address, &address, fields)
        .await
        .goes_to("/my/trainings");
}

/// The paths of the links in the letters to the school, oldest first.
pub async fn links(site: &Site) -> Vec<String> {
    let letters = site.letters_to(SCHOOL).await.into_iter();
    let path = |address: String| address[address.find("/payments/asked/").unwrap()..].to_owned();
    letters.map(|one| path(one.action.unwrap().1)).collect()
}

/// Everything that was asked is agreed to.
pub async fn agree(site: &Site) -> Browser {
    let mut school = site.browser();
    school.get("/?lang=en").await;
    for link in links(site).await {
        school.get(&link).await.is(200);
        school
            .post(&link, &[("answer", "accept")])
            .await
            .goes_to(&link);
    }
    school
}

async fn subjects(site: &Site, to: &str) -> Vec<String> {
    let letters = site.letters_to(to).await;
    letters.into_iter().map(|one| one.subject).collect()
}

async fn resign(site: &Site, browser: &mut Browser) {
    let id = site.number("SELECT MAX(id) FROM enrolments").await;
    let address = format!("/my/trainings/{id}/resign");
    browser.fill(&address, &address, &[]).await.is(303);
}

fn paper(bytes: &[u8]) -> String {
    crate::certificate::read_with("pdftotext", &["-layout", "FILE", "-"], bytes)
}

on_both! {
    async fn who_resigned_is_not_paid_for(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        site.is_paid_at(&training).await;
        let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
        join_for(&mut anna, &training, &payer("Szkoła Podstawowa nr 7", "Stołówka")).await;
        let mut school = agree(&site).await;
        let link = links(&site).await.pop().unwrap();
        school.get(&link).await.says("The institution has agreed to pay.").says("ZP-000001").says("Stołówka");
        school.get(&format!("{link}/pro-forma.pdf")).await.is(200);
        resign(&site, &mut anna).await;
        let told = site.letters_to(SCHOOL).await.pop().unwrap();
        assert_eq!(told.subject, "Nie trzeba płacić: Anna Nowak, Ocenianie");
        for link in links(&site).await {
            school.get(&link).await.is(200).says("There is nothing to be paid any more.").says_not("ZP-000001").says_not("Due by");
            school.get(&format!("{link}/pro-forma.pdf")).await.is(404);
        }
        let charge = site.charge().await;
        anna.get(&format!("/my/payments/{charge}/pro-forma.pdf")).await.is(404);
    }

    async fn what_an_institution_paid_goes_back_to_it(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        site.is_paid_at(&training).await;
        let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
        join_for(&mut anna, &training, &payer("Szkoła Podstawowa nr 7", "")).await;
        let mut school = agree(&site).await;
        let title = token::title_of(site.charge().await);
        assert_eq!(site.takes_in(&statement(&[(12_000, &title)])).await.booked, 1);
        let link = links(&site).await.pop().unwrap();
        school.get(&link).await.says("The institution has paid.");
        school.get(&format!("{link}/pro-forma.pdf")).await.is(404);
        resign(&site, &mut anna).await;
        school.get(&link).await.says("What was paid goes back to the institution.");
        let told = subjects(&site, SCHOOL).await;
        assert!(told.contains(&"Zwrócimy opłatę: Anna Nowak, Ocenianie".to_owned()), "{told:?}");
        let told = subjects(&site, "anna@school.example").await;
        assert!(!told.iter().any(|one| one.starts_with("Your payment will be returned")), "{told:?}");
    }

    async fn a_paper_has_one_buyer_and_one_recipient(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        site.is_paid_at(&training).await;
        let joining = [
            ("Anna Nowak", "anna@school.example", "Przedszkole nr 1"),
            ("Piotr Lis", "piotr@school.example", "Szkoła Podstawowa nr 9"),
            ("Ewa Mazur", "ewa@school.example", "PRZEDSZKOLE NR 1"),
        ];
        for (name, email, recipient) in joining {
            let mut one = site.participant(name, email).await;
            join_for(&mut one, &training, &payer("Gmina Białystok", recipient)).await;
        }
        let mut school = agree(&site).await;
        let branch = Some(training.organisation_id);
        let kind = zapis::accounts::RoleKind::Accountant;
        let mut accountant = site.staff("Zofia Lis", "zofia@centre.example", kind, branch).await;
        accountant.get("/?lang=en").await;
        let first = site.number("SELECT MIN(id) FROM charges").await;
        let page = format!("/staff/payments/charges/{first}");
        accountant.get(&page).await.says("Pro-forma for 2 charges together").says("Ewa Mazur").says_not("Piotr Lis");
        let alone = paper(&accountant.get(&format!("{page}/pro-forma.pdf")).await.bytes);
        assert!(alone.contains("Anna Nowak") && !alone.contains("Ewa Mazur"), "{alone}");
        let all = format!("{page}/pro-forma.pdf?with={}&with={}", first + 1, first + 2);
        let both = paper(&accountant.get(&all).await.bytes);
        assert!(both.contains("Ewa Mazur") && !both.contains("Piotr Lis"), "another recipient: {both}");
        assert!(both.contains("240") && both.contains("ZZ-000001"), "{both}");
        assert_eq!(paper(&accountant.get(&all).await.bytes), both, "the same title again");

        let link = links(&site).await.remove(0);
        let address = format!("{link}/pro-forma.pdf?with={}", first + 2);
        school.get(&link).await.says("Pro-forma for 2 charges together").says(&address);
        assert!(paper(&school.get(&address).await.bytes).contains("ZZ-000001"));
        let title = both.split_whitespace().find(|word| word.starts_with("ZZ-")).unwrap().to_owned();
        assert_eq!(site.takes_in(&statement(&[(23_999, &title)])).await.booked, 0);
        assert_eq!(site.takes_in(&statement(&[(23_999, &title), (24_000, &title)])).await.booked, 1);
        assert_eq!(site.number("SELECT COUNT(*) FROM charges WHERE state = 'booked'").await, 2);
        assert_eq!(site.number("SELECT COUNT(*) FROM charges WHERE state = 'due'").await, 1);
    }

    async fn an_institution_answers_in_its_own_sign_in(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        site.is_paid_at(&training).await;
        let school = crate::permissions::elsewhere(&site).await;
        site.sql("UPDATE organisations SET tax_id = '5260001246' WHERE id = $1", school.get()).await;
        let kind = zapis::accounts::RoleKind::Accountant;
        let mut clerk = site.staff("Maria Kos", "maria@sp7.example", kind, Some(school)).await;
        clerk.get("/?lang=en").await;
        clerk.get("/staff").await.says("/staff/paying");
        clerk.get("/staff/paying").await.is(200).says("Nobody has asked your institution to pay");
        let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
        join_for(&mut anna, &training, &payer("Szkoła Podstawowa nr 7", "")).await;
        let charge = site.charge().await;
        let page = format!("/staff/paying/{charge}");
        clerk.get("/staff/paying").await.says("Anna Nowak").says(&page).says("the institution was asked");
        clerk.get(&page).await.is(200).says("Yes, we pay");
        clerk.get(&format!("{page}/pro-forma.pdf")).await.is(404);
        clerk.post(&page, &[]).await.is(422);
        clerk.post(&page, &[("answer", "accept")]).await.goes_to(&page);
        clerk.follow().await.says("The institution has agreed to pay.").says("ZP-000001");
        clerk.post(&page, &[("answer", "decline")]).await.is(422).says("answered in the meantime");
        clerk.get(&format!("{page}/pro-forma.pdf")).await.is(200);
        let accepted = links(&site).await.pop().unwrap();
        site.browser().get(&accepted).await.is(200);
        let other = Some(training.organisation_id);
        let mut zofia = site.staff("Zofia Lis", "zofia@centre.example", kind, other).await;
        zofia.get("/?lang=en").await;
        zofia.get(&page).await.is(404);
        zofia.post(&page, &[("answer", "decline")]).await.is(404);
        zofia.get("/staff/paying").await.says_not("Anna Nowak");
        zofia.get(&format!("/staff/payments/charges/{charge}")).await.says("The institution agreed to pay").says("Maria Kos");
        anna.get("/my/trainings").await.says("Nothing is waiting for you.");
    }

    async fn no_address_goes_out_in_the_name_of_an_institution(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        let mut piotr = site.participant("Piotr Lis", "piotr@school.example").await;
        piotr.get(&training.join()).await.is(200);
        piotr.post(&training.join(), &payer("Wygraj: https://spam.example", "")).await.is(422)
            .says("without addresses of the web").says("Wygraj: https://spam.example");
        assert_eq!(site.letters_to(SCHOOL).await.len(), 0);
    }

    async fn a_paper_of_many_pages_is_printed(site: Site) {
        let title = "Ocenianie kształtujące w klasach od pierwszej do trzeciej: obserwacja, rozmowa i praca z błędem, ".repeat(2);
        let training = site.training(title.trim_end_matches(", ")).price(12_000).capacity(80).publish().await;
        site.is_paid_at(&training).await;
        let people: i64 = 75;
        for number in 1..=people {
            let mut one = site.participant(&format!("Anna Nauczycielka {number}"), &format!("anna{number}@school.example")).await;
            join_for(&mut one, &training, &payer("Szkoła Podstawowa nr 7", "")).await;
        }
        agree(&site).await;
        let mut zofia = crate::staff_tables::accountant(&site, &training).await;
        let first = site.number("SELECT MIN(id) FROM charges").await;
        let others: Vec<String> = (first + 1..first + people).map(|id| format!("with={id}")).collect();
        let address = format!("/staff/payments/charges/{first}/pro-forma.pdf?{}", others.join("&"));
        let answer = zofia.get(&address).await;
        answer.is(200);
        let facts = crate::certificate::read_with("pdfinfo", &["FILE"], &answer.bytes);
        let pages = facts.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
        let pages: usize = pages.trim().parse().unwrap();
        assert!(pages > 4, "{pages} pages only");
        let text = paper(&answer.bytes);
        let tokens: std::collections::BTreeSet<&str> = text.split_whitespace().filter(|word| word.starts_with("ZP-")).collect();
        assert_eq!(tokens.len(), usize::try_from(people).unwrap(), "each charge once: {text}");
        let close: String = text.split_whitespace().collect();
        assert!(close.contains(&format!("{pages}/{pages}")), "the last page says so: {text}");
        assert!(text.contains('9') && text.contains("000"), "75 times 120 is 9000: {text}");
    }
}
