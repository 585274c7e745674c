//! A14, seen by others: anybody checks a certificate by its number, and learns no name.

use crate::completed::send_survey;
use crate::site::{Browser, Site, on_both};

/// Anna's certificate 1/2026; its public number.
async fn issued(site: &Site) -> String {
    let training = site.training("Tablica od podstaw").publish().await;
    let mut anna = site
        .participant("Anna Kowalska", "anna@school.example")
        .await;
    let id = site
        .enrolled("anna@school.example", &training, "completed")
        .await;
    send_survey(&mut anna, id).await.goes_to("/my/trainings");
    format!("{}-1-2026", training.organisation_id)
}

/// Somebody who reads English and is not signed in.
async fn visitor(site: &Site) -> Browser {
    let mut browser = site.browser();
    browser.get("/verify?lang=en").await.goes_to("/verify");
    browser
}

on_both! {
    async fn a_number_tells_title_and_date_but_no_name(site: Site) {
        let number = issued(&site).await;
        let mut visitor = visitor(&site).await;
        visitor.get("/verify").await.is(200).says("Check a certificate");
        visitor.get("/verify?number=nr+1%2F2026").await.goes_to(&format!("/verify/{number}"));
        visitor.follow().await.is(200).says("This certificate is valid").says("Tablica od podstaw")
            .says("Sunday, 22 November 2026").says_not("Kowalska").says_not("1985");
        visitor.get(&format!("/verify?number=https%3A%2F%2Fz.example%2Fverify%2F{number}%3Fc%3DAA")).await
            .goes_to(&format!("/verify/{number}"));
    }

    async fn a_name_is_confirmed_only_when_it_is_typed(site: Site) {
        let page = format!("/verify/{}", issued(&site).await);
        let mut visitor = visitor(&site).await;
        visitor.fill(&page, &page, &[("name", "  anna KOWALSKA ")]).await.is(200).says("Yes, it was issued to");
        visitor.post(&page, &[("name", "Kowalska Anna")]).await.is(200).says("Yes, it was issued to");
        visitor.post(&page, &[("name", "Anna Nowak")]).await.is(200).says("No, it was not issued to").says_not("Kowalska");
        visitor.post(&page, &[("name", " ")]).await.is(422).says("Fill this in");
        visitor.post(&page, &[("name", "Anna\0")]).await.is(422);
        visitor.post_raw(&page, "name=Anna+Kowalska").await.is(403);
    }

    async fn a_number_that_nobody_has_is_explained(site: Site) {
        let mut visitor = visitor(&site).await;
        for number in ["1-999-2026", "abc", "1-1", "99999999999999999999-1-2026"] {
            visitor.get(&format!("/verify/{number}")).await.is(404).says("There is no certificate with this number");
        }
        visitor.get("/verify?number=77%2F2026").await.is(404).says("77/2026");
        visitor.get("/verify?number=hello").await.is(422).says("Type the number as it is printed").says("hello");
        visitor.get("/verify?number=").await.is(422);
    }

    async fn the_public_key_is_shown(site: Site) {
        let mut visitor = visitor(&site).await;
        let key = visitor.get("/verify/key").await;
        key.is(200);
        assert_eq!(key.text().trim().len(), 64);
        visitor.get("/verify").await.says(key.text().trim());
    }
}
