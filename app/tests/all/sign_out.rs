//! Signing out, and sign-ins that end elsewhere (A15).

use crate::site::on_both;

on_both! {
    async fn a_participant_of_the_stories_is_signed_in(site: Site) {
        let mut anna = site.participant("Anna Kowalska", "anna@school.example").await;
        anna.get("/no/such/page").await.is(404).says("Anna Kowalska").says("Sign out");
        assert!(site.letters_to("anna@school.example").await.is_empty());
        site.account("anna@school.example").await;
    }
}
