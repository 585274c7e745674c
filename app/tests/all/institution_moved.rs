//! A12: somebody for whom an institution pays moves to another group: the institution is asked about a higher price, and
//! what it has paid is split from what the participant pays.

use jiff::SignedDuration;
use zapis::accounts::RoleKind;
use zapis::payments::{actions, token};

use crate::fixtures::Training;
use crate::institution_pays::{SCHOOL, agree, join_for, links, payer};
use crate::payments::statement;
use crate::refunds::{move_over, second_group};
use crate::site::{Browser, Site, on_both};
use crate::staff_offer::operator;

const ANNA: &str = "anna@school.example";

/// Anna has joined a training of 120 zł for which her school has agreed to pay, and somebody who moves her.
async fn opening(site: &Site) -> (Training, Browser, Browser, Browser) {
    let here = site.training("Ocenianie").price(12_000).publish().await;
    site.is_paid_at(&here).await;
    let mut anna = site.participant("Anna Nowak", ANNA).await;
    join_for(&mut anna, &here, &payer("Szkoła Podstawowa nr 7", "")).await;
    let school = agree(site).await;
    let olga = operator(site, &here, "Olga Radina").await;
    (here, anna, school, olga)
}

async fn pays(site: &Site, amount: i64) -> usize {
    let title = token::title_of(site.charge().await);
    site.takes_in(&statement(&[(amount, &title)])).await.booked
}

async fn told(site: &Site, to: &str) -> String {
    site.letters_to(to).await.pop().unwrap().subject
}

async fn accountant(site: &Site, here: &Training) -> Browser {
    let (kind, home) = (RoleKind::Accountant, Some(here.organisation_id));
    let mut zofia = site
        .staff("Zofia Lis", "zofia@centre.example", kind, home)
        .await;
    zofia.get("/?lang=en").await;
    zofia
}

on_both! {
    async fn a_dearer_group_is_asked_about_again(site: Site) {
        let (here, mut anna, mut school, mut olga) = opening(&site).await;
        let first = links(&site).await.remove(0);
        assert_eq!(pays(&site, 12_000).await, 1);
        let there = second_group(&site, &here, 15_000).await;
        move_over(&site, &mut olga, &there, "PLN\u{a0}150").await;
        let letter = site.letters_to(SCHOOL).await.pop().unwrap();
        assert_eq!(letter.subject, "Zmieniła się cena, czy Państwo zapłacą? Anna Nowak, Ocenianie");
        assert!(letter.paragraphs.join(" ").contains("150"), "{:?}", letter.paragraphs);
        assert!(letter.facts.iter().any(|(_, value)| value.contains("30")), "{:?}", letter.facts);
        // The first link leads to the new question; what is paid and what is left are told apart.
        school.get(&first).await.is(200).says("PLN\u{a0}150").says("Paid so far").says("PLN\u{a0}120").says("PLN\u{a0}30");
        school.post(&first, &[("answer", "accept")]).await.goes_to(&first);
        school.get(&first).await.says("The institution has agreed to pay.");
        assert_eq!(pays(&site, 3_000).await, 1);
        school.get(&first).await.says("The institution has paid.");
        anna.get("/my/payments").await.says("Paid. Thank you.").says_not("PLN\u{a0}30");
        assert_eq!(site.number("SELECT booked_minor FROM charges WHERE state = 'booked' AND payer = 'institution'").await, 15_000);
    }

    async fn the_participant_pays_the_rest_and_each_gets_the_own_part_back(site: Site) {
        let (here, mut anna, mut school, mut olga) = opening(&site).await;
        let first = links(&site).await.remove(0);
        assert_eq!(pays(&site, 12_000).await, 1);
        let there = second_group(&site, &here, 15_000).await;
        move_over(&site, &mut olga, &there, "PLN\u{a0}150").await;
        site.app.clock.advance(SignedDuration::from_hours(1));
        school.get(&first).await.is(200);
        school.post(&first, &[("answer", "decline")]).await.goes_to(&first);
        assert_eq!(told(&site, ANNA).await, "Your institution does not pay: Ocenianie");
        let asked = site.letters_to(ANNA).await.pop().unwrap();
        assert!(asked.facts.iter().any(|(_, value)| value.replace('\u{a0}', " ") == "PLN 30"), "{:?}", asked.facts);
        anna.get("/my/payments").await.says("PLN\u{a0}30");
        site.app.clock.advance(SignedDuration::from_hours(1));
        assert_eq!(pays(&site, 3_000).await, 1);
        anna.get("/my/payments").await.says("Paid. Thank you.");
        let id = site.number("SELECT MAX(id) FROM enrolments").await;
        let resign = format!("/my/trainings/{id}/resign");
        anna.fill(&resign, &resign, &[]).await.is(303);
        for (who, amount, subject) in [
            (SCHOOL, "120", "Zwrócimy opłatę: Anna Nowak, Ocenianie"),
            (ANNA, "PLN 30", "Your payment will be returned: Ocenianie"),
        ] {
            let letters = site.letters_to(who).await;
            let letter = letters.iter().rfind(|one| one.subject == subject);
            let facts = &letter.unwrap_or_else(|| panic!("{who} is not told")).facts;
            assert!(facts.iter().any(|(_, value)| value.replace('\u{a0}', " ").contains(amount)), "{facts:?}");
        }
        assert_eq!(site.number("SELECT amount_minor FROM charges WHERE state = 'refund_due'").await, 15_000);
        anna.get("/my/payments").await.says("What was paid goes back to whoever paid it.");
        let mut zofia = accountant(&site, &here).await;
        let page = format!("/staff/payments/charges/{}", site.charge().await);
        zofia.get(&page).await.is(200);
        zofia.post(&page, &[("deed", "pay_back")]).await.goes_to(&page);
        assert!(told(&site, SCHOOL).await.starts_with("Opłata zwrócona"), "{}", told(&site, SCHOOL).await);
        assert_eq!(told(&site, ANNA).await, "Your payment was returned: Ocenianie");
    }

    async fn without_an_answer_the_participant_pays_the_rest(site: Site) {
        let (here, mut anna, _, mut olga) = opening(&site).await;
        assert_eq!(pays(&site, 12_000).await, 1);
        let there = second_group(&site, &here, 15_000).await;
        move_over(&site, &mut olga, &there, "PLN\u{a0}150").await;
        site.app.clock.advance(SignedDuration::from_hours(24 * 6));
        actions::sweep(&site.app, site.now()).await.unwrap();
        assert_eq!(told(&site, ANNA).await, "Your institution has not answered: Ocenianie");
        anna.get("/my/payments").await.says("PLN\u{a0}30");
    }

    async fn a_cheaper_group_gives_the_difference_back_to_the_institution(site: Site) {
        let (here, mut anna, mut school, mut olga) = opening(&site).await;
        site.sql("UPDATE organisations SET tax_id = '5260001246' WHERE id > $1 AND parent_id IS NOT NULL", 0).await;
        let first = links(&site).await.remove(0);
        assert_eq!(pays(&site, 12_000).await, 1);
        let there = second_group(&site, &here, 8_000).await;
        move_over(&site, &mut olga, &there, "PLN\u{a0}80").await;
        assert_eq!(told(&site, SCHOOL).await, "Zwrócimy opłatę: Anna Nowak, Ocenianie");
        school.get(&first).await.says("What was paid goes back to the institution.").says("PLN\u{a0}40");
        let returned = "SELECT amount_minor FROM charges WHERE state = 'refund_due' AND payer = 'institution'";
        assert_eq!(site.number(returned).await, 4_000);
        let kept = "SELECT c.booked_minor FROM charges c JOIN institution_asks a ON a.charge_id = c.id \
            WHERE c.state = 'booked' AND c.payer = 'institution' AND a.state = 'accepted'";
        assert_eq!(site.number(kept).await, 8_000);
        assert!(!site.letters_to(ANNA).await.iter().any(|one| one.subject.starts_with("What was paid")));
        anna.get("/my/payments").await.says("The money goes back to the institution: Szkoła Podstawowa nr 7.")
            .says_not("The money will be paid back to you.");
        let mut zofia = accountant(&site, &here).await;
        let old = site.number("SELECT id FROM charges WHERE state = 'refund_due'").await;
        zofia.get(&format!("/staff/payments/charges/{old}")).await.says("Moved to the payment of another group");
    }

    async fn who_has_not_answered_is_asked_about_a_lower_price_too(site: Site) {
        let here = site.training("Ocenianie").price(12_000).publish().await;
        site.is_paid_at(&here).await;
        let mut anna = site.participant("Anna Nowak", ANNA).await;
        join_for(&mut anna, &here, &payer("Szkoła Podstawowa nr 7", "")).await;
        let mut olga = operator(&site, &here, "Olga Radina").await;
        let there = second_group(&site, &here, 8_000).await;
        move_over(&site, &mut olga, &there, "PLN\u{a0}80").await;
        assert_eq!(told(&site, SCHOOL).await, "Zmieniła się cena, czy Państwo zapłacą? Anna Nowak, Ocenianie");
        let mut school = site.browser();
        school.get("/?lang=en").await;
        let first = links(&site).await.remove(0);
        school.get(&first).await.is(200);
        school.post(&first, &[("answer", "accept")]).await.goes_to(&first);
        for link in links(&site).await {
            school.get(&link).await.is(200).says("PLN\u{a0}80").says("The institution has agreed to pay.");
        }
    }

    async fn a_free_group_gives_everything_back_to_the_institution(site: Site) {
        let (here, mut anna, mut school, mut olga) = opening(&site).await;
        let first = links(&site).await.remove(0);
        assert_eq!(pays(&site, 12_000).await, 1);
        let there = second_group(&site, &here, 0).await;
        move_over(&site, &mut olga, &there, "PLN\u{a0}0").await;
        school.get(&first).await.says("What was paid goes back to the institution.").says("PLN\u{a0}120");
        assert_eq!(site.number("SELECT COUNT(*) FROM charges WHERE state IN ('due', 'overdue', 'booked')").await, 0);
        anna.get("/my/payments").await.says("The money goes back to the institution");
    }
}
