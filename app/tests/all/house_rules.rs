//! What holds for the whole house: statements prepare on both engines, messages are there in all languages.

use crate::site::on_both;

on_both! {
    async fn every_statement_prepares(site: Site) {
        for statements in zapis::STATEMENTS {
            database::prepare_all(&site.app.db, statements).await.unwrap();
        }
    }

    async fn unknown_addresses_get_a_page(site: Site) {
        let mut browser = site.browser();
        browser.get("/no/such/page?lang=en").await.goes_to("/no/such/page");
        browser.follow().await.is(404).says("There is no such page");
        browser.get("/no/such/page?lang=ru").await;
        browser.follow().await.is(404).says("Такой страницы нет");
    }
}
