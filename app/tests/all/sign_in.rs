//! Signing in: only to active accounts, only on to our own pages, and told to the holder when the device is new.

use database::DbError;
use zapis::accounts::{Role, RoleKind};
use zapis::commands::admin::{Create, Outcome, run_create};
use zapis::i18n::Lang;
use zapis::web::cookies;

use crate::cast::PASSWORD;
use crate::site::{Browser, Site, on_both};

const EMAIL: &str = "anna@school.example";
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
const PHONE: &str =
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36";

/// Signs in, and leads to the start page.
pub async fn sign_in(browser: &mut Browser, email: &str, password: &str) {
    let fields = [("email", email), ("password", password)];
    browser
        .fill("/sign-in", "/sign-in", &fields)
        .await
        .goes_to("/");
}

async fn set_state(site: &Site, email: &str, state: &'static str) {
    let email = email.to_owned();
    let work = site.app.db.write(move |tx| {
        Box::pin(async move {
            tx.exec(
                "UPDATE accounts SET state = $2 WHERE email_key = $1",
                &[&email, &state],
            )
            .await
        })
    });
    work.await.map_err(|error: DbError| error).unwrap();
    site.app
        .sessions
        .forget(site.account("anna@school.example").await);
}

fn creating(email: &str) -> Create {
    Create {
        email: email.into(),
        name: String::new(),
        organisation: None,
        role: None,
        language: Lang::En,
        password_stdin: false,
    }
}

on_both! {
    async fn wrong_passwords_and_unknown_addresses_are_refused_alike(site: Site) {
        site.participant("Anna Kowalska", EMAIL).await;
        let mut stranger = site.browser();
        for (lang, says) in [("pl", "Adres albo hasło się nie zgadza"), ("ru", "Почта или пароль не подходит"), ("en", "The address or the password is not right")] {
            stranger.get(&format!("/sign-in?lang={lang}")).await;
            let known = stranger.fill("/sign-in", "/sign-in", &[("email", EMAIL), ("password", "wrong one")]).await;
            known.is(422).says(says).says_not("wrong one");
            let unknown = stranger.fill("/sign-in", "/sign-in", &[("email", "anka@school.example"), ("password", "wrong one")]).await;
            let plain = |text: String| text.replace("anna@", "").replace("anka@", "");
            assert_eq!((known.status, plain(known.text())), (unknown.status, plain(unknown.text())));
        }
        stranger.fill("/sign-in", "/sign-in", &[("email", "anna\0"), ("password", "\0")]).await.is(422);
        stranger.fill("/sign-in", "/sign-in", &[]).await.is(422);
    }

    async fn one_goes_on_to_our_own_pages_only(site: Site) {
        site.participant("Anna Kowalska", EMAIL).await;
        for (next, to) in [("/courses?q=a", "/courses?q=a"), ("//evil.example", "/"), ("/\\evil.example", "/"), ("https://evil.example", "/")] {
            let mut anna = site.browser();
            let encoded = serde_urlencoded::to_string([("next", next)]).unwrap();
            anna.get(&format!("/sign-in?{encoded}")).await.is(200);
            assert_eq!(anna.last.input("next").as_deref(), Some(to));
            anna.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD), ("next", next)]).await.goes_to(to);
            anna.get(&format!("/sign-in?{encoded}")).await.goes_to(to);
        }
    }

    async fn locked_accounts_stay_out(site: Site) {
        let mut anna = site.participant("Anna Kowalska", EMAIL).await;
        anna.get("/my/profile").await.is(200);
        set_state(&site, EMAIL, "locked").await;
        anna.get("/my/profile").await.is(303);
        let mut again = site.browser();
        again.get("/sign-in?lang=en").await;
        again.fill("/sign-in", "/sign-in", &[("email", EMAIL), ("password", "wrong one")]).await.is(422).says("is not right");
        again.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await.is(422).says("This account is closed");
        again.fill("/password/forgot", "/password/forgot", &[("email", EMAIL)]).await.is(303);
        assert!(site.letters_to(EMAIL).await.is_empty());
    }

    async fn the_holder_is_told_of_a_new_device(site: Site) {
        site.participant("Anna Kowalska", EMAIL).await;
        let mut same = site.browser();
        same.agent = FIREFOX.into();
        sign_in(&mut same, EMAIL, PASSWORD).await;
        assert!(site.letters_to(EMAIL).await.is_empty(), "Firefox on Linux is known");
        let mut phone = site.browser();
        phone.agent = PHONE.into();
        sign_in(&mut phone, EMAIL, PASSWORD).await;
        sign_in(&mut { let mut again = site.browser(); again.agent = PHONE.into(); again }, EMAIL, PASSWORD).await;
        let letters = site.letters_to(EMAIL).await;
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].subject, "Sign-in on a new device");
        assert!(letters[0].facts.iter().any(|(_, value)| value == "Chrome, Android"), "{:?}", letters[0].facts);
    }

    async fn each_sign_in_has_a_token_of_its_own(site: Site) {
        site.participant("Anna Kowalska", EMAIL).await;
        let mut anna = site.browser();
        anna.set_cookie(cookies::SESSION, "planted-by-somebody-else");
        sign_in(&mut anna, EMAIL, PASSWORD).await;
        let first = anna.cookie(cookies::SESSION).unwrap().to_owned();
        assert_ne!(first, "planted-by-somebody-else");
        anna.get("/my/profile").await.is(200);
        anna.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await.goes_to("/");
        assert_ne!(anna.cookie(cookies::SESSION), Some(first.as_str()));
        let mut thief = site.browser();
        thief.set_cookie(cookies::SESSION, &first);
        thief.get("/my/profile").await.is(303);
    }

    async fn staff_begins_with_what_waits_today(site: Site) {
        site.staff("Olga Radina", EMAIL, RoleKind::Operator, None).await;
        let fields = [("email", EMAIL), ("password", PASSWORD)];
        site.browser().fill("/sign-in", "/sign-in", &fields).await.goes_to("/staff");
        let on = [&fields[..], &[("next", "/courses")]].concat();
        site.browser().fill("/sign-in?next=/courses", "/sign-in", &on).await.goes_to("/courses");
    }

    async fn the_demo_signs_in_with_one_click(site: Site) {
        let mut visitor = site.browser();
        visitor.get("/sign-in").await.is(200).says_not("/dev/sign-in");
        site.participant("Anna Kalinowska", "participant@demo.zapis.example").await;
        visitor.get("/sign-in").await.is(200).says("/dev/sign-in").says("Anna Kalinowska");
        let id = site.account("participant@demo.zapis.example").await.to_string();
        visitor.post("/dev/sign-in", &[("account_id", &id)]).await.goes_to("/");
        visitor.get("/my/profile").await.is(200).says("Anna Kalinowska");
        visitor.post("/dev/sign-in", &[("account_id", "999999")]).await.is(404);
        let answer = visitor.post("/dev/people?n=3", &[]).await;
        let tokens: Vec<String> = answer.is(200).text().lines().map(str::to_owned).collect();
        assert_eq!(tokens.len(), 3);
        let mut made = site.browser();
        made.set_cookie(cookies::SESSION, &tokens[2]);
        made.get("/my/profile").await.is(200).says("Jan Próbny");
    }

    async fn administrators_are_made_on_the_command_line(site: Site) {
        let app = &site.app;
        let made = run_create(app, &creating("boss@city.example"), "czapla nad stawem").await.unwrap();
        assert_eq!(made, Outcome::Made);
        let again = run_create(app, &creating("Boss@city.example"), "czapla nad stawem").await.unwrap_err();
        assert!(again.to_string().contains("has this role already"), "{again}");
        let mut boss = site.browser();
        let fields = [("email", "boss@city.example"), ("password", "czapla nad stawem")];
        boss.fill("/sign-in", "/sign-in", &fields).await.goes_to("/staff");
        let roles = app.sessions.find(&app.db, boss.cookie(cookies::SESSION).unwrap(), site.now()).await.unwrap().unwrap().roles.clone();
        assert_eq!(*roles, [Role { kind: RoleKind::InstallationAdministrator, branch: None }]);
        // Somebody who has an account gets the role and keeps the password.
        site.participant("Anna Kowalska", EMAIL).await;
        assert_eq!(run_create(app, &creating(EMAIL), "not used").await.unwrap(), Outcome::Granted);
        let fields = [("email", EMAIL), ("password", PASSWORD)];
        site.browser().fill("/sign-in", "/sign-in", &fields).await.goes_to("/staff");
        for (refused, says) in [
            (creating("boss"), "not an e-mail address"),
            (Create { organisation: Some("7".parse().unwrap()), ..creating("b@city.example") }, "no organisation"),
            (Create { name: "R2D2".into(), ..creating("b@city.example") }, "not a name"),
        ] {
            let error = run_create(app, &refused, "czapla nad stawem").await.unwrap_err();
            assert!(error.to_string().contains(says), "{error}");
        }
        assert!(run_create(app, &creating("b@city.example"), "kot").await.is_err());
    }
}
