//! `payments_gateway`: paying through the gateway; what comes from it is believed only when everything agrees, and booked
//! once.

use jiff::SignedDuration;
use zapis::accounts::RoleKind;
use zapis::config::Config;
use zapis::payments::actions::{confirm_waiting, seek_silent};
use zapis::payments::gateway::Gateway;

use crate::fixtures::Training;
use crate::gateway_server::{FakeGateway, Mood, Notice};
use crate::payments::join_and_pay_oneself;
use crate::site::{Browser, Site, on_both};

const PRICE: i64 = 12_000;

async fn opening(site: Site) -> (Site, FakeGateway, Training, Browser) {
    let gateway = FakeGateway::start().await;
    let site = site.with_gateway(&gateway).await;
    let training = site.training("Ocenianie").price(PRICE).publish().await;
    site.is_paid_at(&training).await;
    let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
    join_and_pay_oneself(&mut anna, &training).await;
    (site, gateway, training, anna)
}

/// Presses the button; the session that the gateway heard of.
async fn pay(site: &Site, gateway: &FakeGateway, anna: &mut Browser) -> String {
    let charge = site.charge().await;
    let answer = anna
        .fill(
            "/my/payments",
            &format!("/my/payments/{charge}/online"),
            &[],
        )
        .await;
    let address = answer.location.unwrap_or_default();
    assert!(
        address.starts_with(&format!("{}/trnRequest/", gateway.url)),
        "{address}"
    );
    let last = gateway.registered().pop().unwrap();
    last["sessionId"].as_str().unwrap().to_owned()
}

async fn bookings(site: &Site) -> i64 {
    site.number("SELECT COUNT(*) FROM bookings").await
}

async fn to_match(site: &Site) -> i64 {
    site.number("SELECT COUNT(*) FROM statement_entries WHERE state = 'to_match'")
        .await
}

on_both! {
    async fn a_payment_online_is_booked_once(site: Site) {
        let (site, gateway, _, mut anna) = opening(site).await;
        let page = anna.get("/my/payments").await;
        page.says("Pay online with Przelewy24");
        assert!(page.policy.contains(&format!("form-action 'self' {};", gateway.url)), "{}", page.policy);
        let session = pay(&site, &gateway, &mut anna).await;
        let told = &gateway.registered()[0];
        assert_eq!((told["amount"].as_i64(), told["currency"].as_str()), (Some(PRICE), Some("PLN")));
        assert_eq!(told["email"], "anna@school.example");
        assert!(told["description"].as_str().unwrap().contains("Ocenianie"));
        let back = format!("/my/payments/online/{session}");
        assert!(told["urlReturn"].as_str().unwrap().ends_with(&back));
        anna.get(&back).await.is(200).says("We are waiting for the confirmation of Przelewy24.");
        // Who turns back and presses again goes on with the same payment.
        pay(&site, &gateway, &mut anna).await;
        assert_eq!(gateway.registered().len(), 1);

        let notice = Notice::of(&session, PRICE).text();
        site.hears(&notice).await.is(200);
        anna.get(&back).await.says("Paid. Thank you.");
        anna.get("/my/payments").await.says("Paid. Thank you.").says_not("Pay online");
        for _ in 0..3 {
            site.hears(&notice).await.is(200);
        }
        let (one, other) = tokio::join!(site.hears(&notice), site.hears(&notice));
        assert_eq!((one.status, other.status), (200, 200));
        assert_eq!((bookings(&site).await, to_match(&site).await), (1, 0));
        assert_eq!(gateway.times_verified(), 1);
        assert_eq!(site.number("SELECT booked_minor FROM charges").await, PRICE);
        let subjects: Vec<String> = site.letters_to("anna@school.example").await.into_iter().map(|one| one.subject).collect();
        assert_eq!(subjects.iter().filter(|one| *one == "Paid: Ocenianie").count(), 1, "{subjects:?}");
    }

    async fn what_the_gateway_did_not_say_is_not_believed(site: Site) {
        let (site, gateway, _, mut anna) = opening(site).await;
        let session = pay(&site, &gateway, &mut anna).await;
        let right = Notice::of(&session, PRICE);
        site.hears("").await.is(400);
        site.hears("{\"sign\":1}").await.is(400);
        site.hears(&right.text().replace("12000", "12001")).await.is(400);
        site.hears(&Notice { crc: "guessed", ..right.clone() }.text()).await.is(400);
        site.hears(&Notice { merchant: 1, ..right.clone() }.text()).await.is(400);
        site.hears(&Notice::of("999-unknown", PRICE).text()).await.is(404);
        site.hears(&"x".repeat(20_000)).await.is(413);
        anna.get(&format!("/my/payments/online/{session}")).await.says("We are waiting");
        // Signed, and not what was set out for.
        site.hears(&Notice { amount: PRICE - 1, ..right.clone() }.text()).await.is(400);
        site.hears(&Notice { currency: "EUR", ..right.clone() }.text()).await.is(400);
        anna.get(&format!("/my/payments/online/{session}")).await.says("has not confirmed this payment");
        assert_eq!((bookings(&site).await, to_match(&site).await, gateway.times_verified()), (0, 0, 0));
        let refused = "SELECT COUNT(*) FROM audit WHERE action = 'payment.online_refused' AND subject_kind = 'charge'";
        assert_eq!(site.number(refused).await, 1);
        // The right word is believed afterwards, another one for the same payment is not.
        site.hears(&right.text()).await.is(200);
        site.hears(&Notice { order: 7, ..right.clone() }.text()).await.is(400);
        assert_eq!((bookings(&site).await, to_match(&site).await), (1, 0));
    }

    async fn a_gateway_that_is_down_is_asked_again(site: Site) {
        let (site, gateway, _, mut anna) = opening(site).await;
        let charge = site.charge().await;
        let start = format!("/my/payments/{charge}/online");
        for mood in [Mood::Failing, Mood::Hanging, Mood::Nonsense, Mood::Refusing] {
            gateway.is(mood);
            anna.fill("/my/payments", &start, &[]).await.is(422).says("does not answer just now").says("Try again");
        }
        gateway.is(Mood::Fine);
        let session = pay(&site, &gateway, &mut anna).await;
        let back = format!("/my/payments/online/{session}");
        gateway.is(Mood::Failing);
        site.hears(&Notice::of(&session, PRICE).text()).await.is(200);
        anna.get(&back).await.says("We are waiting for its confirmation.").says("Please do not pay again.");
        anna.fill("/my/payments", &start, &[]).await.goes_to(&back);
        anna.get("/my/payments").await.says("Przelewy24 says that you have paid.").says_not("Pay online");
        // Before its time nobody asks; then it hangs, then it is back.
        confirm_waiting(&site.app, site.now()).await.unwrap();
        for mood in [Mood::Hanging, Mood::Nonsense, Mood::Failing] {
            gateway.is(mood);
            site.app.clock.advance(SignedDuration::from_mins(20));
            confirm_waiting(&site.app, site.now()).await.unwrap();
            assert_eq!(bookings(&site).await, 0);
        }
        gateway.is(Mood::Fine);
        site.app.clock.advance(SignedDuration::from_mins(20));
        confirm_waiting(&site.app, site.now()).await.unwrap();
        confirm_waiting(&site.app, site.now()).await.unwrap();
        assert_eq!((bookings(&site).await, gateway.times_verified()), (1, 1));
        anna.get(&back).await.says("Paid. Thank you.");
    }

    async fn who_never_confirms_is_given_up_and_may_be_heard_again(site: Site) {
        let (site, gateway, _, mut anna) = opening(site).await;
        let session = pay(&site, &gateway, &mut anna).await;
        let (back, notice) = (format!("/my/payments/online/{session}"), Notice::of(&session, PRICE).text());
        gateway.is(Mood::Refusing);
        site.hears(&notice).await.is(200);
        anna.get(&back).await.says("has not confirmed this payment").says("it is not lost");
        gateway.is(Mood::Failing);
        site.hears(&notice).await.is(200);
        for _ in 0..30 {
            site.app.clock.advance(SignedDuration::from_hours(3));
            confirm_waiting(&site.app, site.now()).await.unwrap();
        }
        anna.get(&back).await.says("has not confirmed this payment");
        assert_eq!(bookings(&site).await, 0);
        // The answer to an earlier verification was lost: the gateway knows it as paid.
        gateway.is(Mood::VerifiedBefore);
        site.hears(&notice).await.is(200);
        assert_eq!(bookings(&site).await, 1);
        anna.get(&back).await.says("Paid. Thank you.");
    }

    async fn a_payment_whose_notification_never_came_is_found(site: Site) {
        let (site, gateway, _, mut anna) = opening(site).await;
        let session = pay(&site, &gateway, &mut anna).await;
        let back = format!("/my/payments/online/{session}");
        let ask = async |minutes| {
            site.app.clock.advance(SignedDuration::from_mins(minutes));
            seek_silent(&site.app, site.now()).await.unwrap();
            confirm_waiting(&site.app, site.now()).await.unwrap();
        };
        // Nobody has paid yet; then the gateway is down; then it knows, and its time has not come.
        ask(11).await;
        gateway.is(Mood::Failing);
        ask(30).await;
        gateway.is(Mood::Fine);
        gateway.takes_silently(&session, PRICE);
        ask(60).await;
        anna.get(&back).await.says("We are waiting for the confirmation of Przelewy24.");
        assert_eq!(bookings(&site).await, 0);
        ask(120).await;
        assert_eq!((bookings(&site).await, gateway.times_verified()), (1, 1));
        anna.get(&back).await.says("Paid. Thank you.");
        // Its notification comes after all.
        site.hears(&Notice { order: 300_004_900, ..Notice::of(&session, PRICE) }.text()).await.is(200);
        ask(10_000).await;
        assert_eq!((bookings(&site).await, gateway.times_verified()), (1, 1));
    }

    async fn an_amount_that_differs_is_not_believed_when_it_is_found(site: Site) {
        let (site, gateway, _, mut anna) = opening(site).await;
        let session = pay(&site, &gateway, &mut anna).await;
        gateway.takes_silently(&session, 1);
        site.app.clock.advance(SignedDuration::from_mins(11));
        seek_silent(&site.app, site.now()).await.unwrap();
        confirm_waiting(&site.app, site.now()).await.unwrap();
        assert_eq!((bookings(&site).await, gateway.times_verified()), (0, 0));
        anna.get(&format!("/my/payments/online/{session}")).await.says("has not confirmed this payment");
    }

    async fn what_comes_too_late_waits_for_the_accountant(site: Site) {
        let (site, gateway, training, mut anna) = opening(site).await;
        let session = pay(&site, &gateway, &mut anna).await;
        let id = site.number("SELECT MAX(id) FROM enrolments").await;
        let resign = format!("/my/trainings/{id}/resign");
        anna.fill(&resign, &resign, &[]).await.is(303);
        let charge = site.charge().await;
        anna.get("/my/payments").await.says("Nothing has to be paid.").says_not("Pay online");
        anna.post(&format!("/my/payments/{charge}/online"), &[]).await.is(422).says("cannot be paid online any more");
        site.hears(&Notice::of(&session, PRICE).text()).await.is(200);
        assert_eq!((bookings(&site).await, to_match(&site).await), (0, 1));
        anna.get(&format!("/my/payments/online/{session}")).await.says("an accountant looks at it");
        let branch = Some(training.organisation_id);
        let mut zofia = site.staff("Zofia Lis", "zofia@centre.example", RoleKind::Accountant, branch).await;
        zofia.get("/staff/payments/queue").await.says("Anna Nowak").says("PLN\u{a0}120");
        zofia.get("/staff/payments/statements").await.says("Przelewy24");
        zofia.get(&format!("/staff/payments/charges/{charge}")).await.says("Set out to pay online");
    }

    async fn money_that_came_by_transfer_meanwhile_is_not_booked_again(site: Site) {
        let (site, gateway, _, mut anna) = opening(site).await;
        let session = pay(&site, &gateway, &mut anna).await;
        let title = zapis::payments::token::title_of(site.charge().await);
        let done = site.takes_in(&crate::payments::statement(&[(PRICE, &title)])).await;
        assert_eq!(done.booked, 1);
        site.hears(&Notice::of(&session, PRICE).text()).await.is(200);
        assert_eq!((bookings(&site).await, to_match(&site).await), (1, 1));
        assert_eq!(site.number("SELECT booked_minor FROM charges").await, PRICE);
    }

    async fn only_ones_own_charges_and_only_where_it_is_configured(site: Site) {
        let plain = site.router();
        let (site, gateway, _, mut anna) = opening(site).await;
        let session = pay(&site, &gateway, &mut anna).await;
        let charge = site.charge().await;
        let mut piotr = site.participant("Piotr Lis", "piotr@school.example").await;
        piotr.get("/my/payments").await;
        piotr.post(&format!("/my/payments/{charge}/online"), &[]).await.is(404);
        piotr.get(&format!("/my/payments/online/{session}")).await.is(404);
        let mut visitor = site.browser();
        let answer = visitor.get(&format!("/my/payments/online/{session}")).await;
        assert!(answer.location.unwrap_or_default().starts_with("/sign-in"));
        anna.move_to_router(plain);
        anna.get("/my/payments").await.is(200).says_not("Pay online");
        anna.post(&format!("/my/payments/{charge}/online"), &[]).await.is(404);
        anna.post_raw("/payments/online/notification", &Notice::of(&session, PRICE).text()).await.is(404);
    }
}

#[tokio::test]
async fn settings_are_all_there_or_refused_by_name() {
    let gateway = FakeGateway::start().await;
    let right = gateway.settings(&Config::default());
    assert!(Gateway::of(&Config::default()).unwrap().is_none());
    let found = Gateway::of(&right).unwrap().unwrap();
    found.check().await.unwrap();
    let wrong_key = Config {
        p24_api_key: Some("other".into()),
        ..right.clone()
    };
    let stranger = Gateway::of(&wrong_key).unwrap().unwrap();
    assert!(stranger.check().await.is_err());
    let missing = |config: Config| format!("{:#}", Gateway::of(&config).unwrap_err());
    let no_key = Config {
        p24_crc_key: None,
        ..right.clone()
    };
    assert!(missing(no_key).contains("ZAPIS_P24_CRC_KEY"));
    let no_merchant = Config {
        p24_merchant_id: None,
        ..right.clone()
    };
    assert!(missing(no_merchant).contains("ZAPIS_P24_MERCHANT_ID"));
    let no_number = Config {
        p24_pos_id: Some("shop".into()),
        ..right.clone()
    };
    assert!(missing(no_number).contains("ZAPIS_P24_POS_ID"));
    let no_address = Config {
        p24_url: "przelewy24".into(),
        ..right
    };
    assert!(missing(no_address).contains("ZAPIS_P24_URL"));
}
