//! B4: addresses of some domains may not be used; whoever has one is led to another before it stops working.

use jiff::SignedDuration;
use zapis::accounts::RoleKind;
use zapis::accounts::actions::tell_holders;

use crate::cast::PASSWORD;
use crate::register;
use crate::site::{Browser, Site, on_both};

const LIST: &str = "/staff/mail-domains";

async fn marek(site: &Site) -> Browser {
    let kind = RoleKind::InstallationAdministrator;
    site.staff("Marek Wilk", "marek@city.example", kind, None)
        .await
}

async fn block(marek: &mut Browser) {
    let fields = [
        ("domain", "@Poczta.example"),
        ("policy", "block"),
        ("until_day", "31"),
        ("until_month", "12"),
        ("until_year", "2026"),
    ];
    marek.fill(LIST, LIST, &fields).await.goes_to(LIST);
    marek
        .follow()
        .await
        .says("poczta.example")
        .says("31 December 2026");
}

async fn sign_in(site: &Site, email: &str) -> Browser {
    let mut browser = site.browser();
    let fields = [
        ("email", email),
        ("password", PASSWORD),
        ("next", "/my/trainings"),
    ];
    browser.fill("/sign-in", "/sign-in", &fields).await;
    browser
}

on_both! {
    async fn a_blocked_domain_takes_nobody_new_and_leads_its_holders_to_another(site: Site) {
        let mut marek = marek(&site).await;
        site.participant("Anna Nowak", "anna@poczta.example").await;
        site.participant("Ewa Inna", "ewa@szkola.example").await;
        block(&mut marek).await;
        // Nobody new, whether or not the address is known.
        for email in ["nowa@poczta.example", "anna@poczta.example"] {
            let mut visitor = site.browser();
            let fields = register::typed(&[("email", email)]);
            visitor.fill("/register", "/register", &fields).await.is(422).says("w domenie poczta.example nie można tu używać");
        }
        // Each holder is written to once.
        tell_holders(&site.app, site.now()).await.unwrap();
        tell_holders(&site.app, site.now()).await.unwrap();
        let letters = site.letters_to("anna@poczta.example").await;
        assert_eq!(letters.len(), 1, "{letters:?}");
        assert_eq!(letters[0].subject, "Please give us another e-mail address");
        assert!(site.letters_to("ewa@szkola.example").await.is_empty());
        // At every sign-in the page asks, and lets through.
        let mut anna = sign_in(&site, "anna@poczta.example").await;
        anna.follow().await.is(200).says("31 December 2026").says("/my/profile/email").says("/my/trainings");
        anna.get("/my/trainings").await.is(200);
        let fields = [("email", "anna2@poczta.example"), ("password", PASSWORD)];
        anna.fill("/my/profile/email", "/my/profile/email", &fields).await.is(422).says("can not be used here");
        let mut ewa = sign_in(&site, "ewa@szkola.example").await;
        ewa.follow().await.says_not("another e-mail address");
        // After the day the way leads to an institution.
        site.app.clock.advance(SignedDuration::from_hours(24 * 60));
        let mut late = site.browser();
        let fields = [("email", "anna@poczta.example"), ("password", PASSWORD)];
        late.fill("/sign-in", "/sign-in", &fields).await.is(422).says("Placówka może wpisać inny adres");
        // Taken back, it works again.
        let mut marek = sign_in(&site, "marek@city.example").await;
        marek.fill(LIST, LIST, &[("domain", "poczta.example"), ("allow", "1")]).await.goes_to(LIST);
        let mut again = sign_in(&site, "anna@poczta.example").await;
        again.get("/my/trainings").await.is(200);
    }

    async fn the_list_says_whom_it_concerns_and_no_day_is_out_of_reach(site: Site) {
        let mut marek = marek(&site).await;
        site.participant("Anna Nowak", "anna@poczta.example").await;
        site.participant("Ewa Nowak", "ewa@poczta.example").await;
        site.participant("Jan Inny", "jan@nowa-poczta.example").await;
        block(&mut marek).await;
        marek.get(LIST).await.says("2 accounts have such an address.");
        // As people write it, however mail servers do.
        marek.fill(LIST, LIST, &[("domain", "почта.рф"), ("policy", "warn")]).await.goes_to(LIST);
        marek.follow().await.says("<strong>почта.рф</strong>").says("0 accounts have such an address.").says_not("<strong>xn--");
        marek.fill(LIST, LIST, &[("domain", "xn--80a1acny.xn--p1ai"), ("allow", "1")]).await.goes_to(LIST);
        marek.follow().await.says_not("почта.рф");
        for year in ["2032", "2100", "9999"] {
            let far = [("domain", "stary.example"), ("policy", "block"), ("until_day", "1"), ("until_month", "1"), ("until_year", year)];
            marek.fill(LIST, LIST, &far).await.is(422).says("Give holders 5 years at most").says_not("still to come").says(year);
        }
        let last = [("domain", "stary.example"), ("policy", "block"), ("until_day", "22"), ("until_month", "11"), ("until_year", "2031")];
        marek.fill(LIST, LIST, &last).await.goes_to(LIST);
    }

    async fn only_the_installation_is_asked_and_what_is_typed_stays(site: Site) {
        let training = site.training("Szachy").publish().await;
        let mut olga = crate::staff_offer::operator(&site, &training, "Olga Radina").await;
        olga.get(LIST).await.is(404);
        let mut marek = marek(&site).await;
        let wrong = [("domain", "no domain"), ("policy", "block"), ("until_day", "31"), ("until_month", "2"), ("until_year", "2027")];
        marek.fill(LIST, LIST, &wrong).await.is(422).says("no domain");
        let past = [("domain", "stary.example"), ("policy", "block"), ("until_day", "1"), ("until_month", "1"), ("until_year", "2020")];
        marek.fill(LIST, LIST, &past).await.is(422).says("stary.example");
        marek.fill(LIST, LIST, &[("domain", "stary.example")]).await.is(422);
        assert_eq!(site.number("SELECT COUNT(*) FROM mail_domains").await, 0);
        marek.fill(LIST, LIST, &[("domain", "stary.example"), ("policy", "warn")]).await.goes_to(LIST);
        site.participant("Jan Stary", "jan@stary.example").await;
        let mut jan = sign_in(&site, "jan@stary.example").await;
        jan.follow().await.says("stary.example").says_not("until the end of");
    }
}
