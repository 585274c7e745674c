//! Registration (A2): all fields, workplace from the directory or typed, nothing told about other accounts.

use zapis::outbox::Letter;

use crate::site::{Answer, Browser, Site, on_both};

/// What Anna types; her workplace is not in the directory.
pub const ANNA: [(&str, &str); 15] = [
    ("given_name", "Anna"),
    ("surname", "Kowalska"),
    ("born_day", "14"),
    ("born_month", "3"),
    ("born_year", "1985"),
    ("birth_place", "Łódź"),
    ("phone", "+48 601 234 567"),
    ("street", "ul. Lipowa 5 m. 3"),
    ("postal_code", "15427"),
    ("city", "Białystok"),
    ("workplace", "Szkoła w lesie"),
    ("workplace_id", ""),
    ("email", "Anna@school.example"),
    ("password", "czapla nad stawem"),
    ("consent", "yes"),
];

/// Anna's fields with some typed otherwise.
pub fn typed<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = ANNA
        .iter()
        .filter(|(name, _)| changes.iter().all(|(other, _)| other != name));
    kept.chain(changes).copied().collect()
}

/// Fills the form of registration in.
pub async fn register(browser: &mut Browser, changes: &[(&str, &str)]) -> Answer {
    browser
        .fill("/register", "/register", &typed(changes))
        .await
}

/// The path of a letter's link.
pub fn path_of(letter: &Letter) -> String {
    let (_, address) = letter.action.clone().expect("a letter with a link");
    address
        .strip_prefix("http://127.0.0.1:8080")
        .expect("a link to us")
        .to_owned()
}

/// The path of the link in the last letter to an address.
pub async fn last_link(site: &Site, email: &str) -> String {
    path_of(site.letters_to(email).await.last().expect("a letter"))
}

on_both! {
    async fn from_the_form_to_signing_in_and_out(site: Site) {
        let mut anna = site.browser();
        anna.get("/register?lang=en").await;
        anna.follow().await.is(200).says("Date of birth").says("Workplace").says("Postal code");
        let masked = "/check-mail?to=An%E2%80%A2%E2%80%A2%E2%80%A2%40school%2Eexample&about=account";
        register(&mut anna, &[]).await.goes_to(masked);
        anna.follow().await.is(200).says("Check your mail").says("An•••@school.example");
        let letters = site.letters_to("Anna@school.example").await;
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].subject, "Activate your account");
        assert_eq!(letters[0].contact, "http://127.0.0.1:8080/contact");
        let link = path_of(&letters[0]);
        anna.get(&link).await.is(200).says("Activate my account");
        anna.post(&link, &[]).await.goes_to("/sign-in?next=%2Fmy%2Fstart");
        anna.follow().await.is(200).says("Your account is ready");
        anna.post("/sign-in", &[("email", "anna@SCHOOL.example"), ("password", "czapla nad stawem"), ("next", "/my/profile")])
            .await.goes_to("/my/profile");
        anna.follow().await.is(200).says("Anna Kowalska").says("15-427").says("Szkoła w lesie");
        anna.post("/sign-out", &[]).await.goes_to("/");
        anna.get("/my/profile").await.goes_to("/sign-in?next=%2Fmy%2Fprofile");
    }

    async fn every_language_has_its_form_and_its_letter(site: Site) {
        for (lang, email, says, subject) in [
            ("pl", "anna@pl.example", "Miejsce urodzenia", "Uruchom konto"),
            ("ru", "anna@ru.example", "Место рождения", "Включите аккаунт"),
            ("en", "anna@en.example", "Place of birth", "Activate your account"),
        ] {
            let mut browser = site.browser();
            browser.get(&format!("/register?lang={lang}")).await;
            browser.follow().await.is(200).says(says);
            browser.post("/register", &typed(&[("email", email)])).await.is(303);
            let letter = site.letters_to(email).await.remove(0);
            assert_eq!((letter.subject.as_str(), letter.lang.code()), (subject, lang));
            let text = format!("{letter:?}");
            assert!(!text.contains("1985") && !text.contains("Łódź"), "no birth data in mails");
        }
    }

    async fn refusals_keep_what_was_typed(site: Site) {
        let mut anna = site.browser();
        anna.get("/register?lang=en").await;
        let long = "ż".repeat(300);
        for (changes, says) in [
            (vec![("surname", "Kowalska\0")], "characters that cannot be printed"),
            (vec![("surname", long.as_str())], "Use 100 characters at most"),
            (vec![("given_name", "Ola 🎉")], "Use letters, spaces, hyphens and apostrophes only"),
            (vec![("given_name", "\u{202E}Anna")], "characters that cannot be printed"),
            (vec![("born_day", "29"), ("born_month", "2"), ("born_year", "2005")], "There is no such day"),
            (vec![("born_year", "2030")], "This day is still to come"),
            (vec![("born_year", "2020")], "A parent registers a younger child"),
            (vec![("email", "anna@")], "E-mail address: This does not look like an e-mail address"),
            (vec![("password", "kot")], "at least 8 characters"),
            (vec![("password", "password1")], "easy to guess"),
            (vec![("phone", "12")], "<a href=\"#phone\">Telephone: Type the number with 6 to 15 digits"),
            (vec![("postal_code", "1")], "00-000"),
            (vec![("consent", "")], "<a href=\"#consent\">Without this consent"),
        ] {
            let answer = register(&mut anna, &changes).await;
            answer.is(422).says(says).says("ul. Lipowa 5 m. 3").says_not("czapla");
            if changes[0].0 != "password" && changes[0].0 != "consent" {
                assert_eq!(answer.input(changes[0].0).as_deref(), Some(changes[0].1), "typed values come back");
            }
        }
        assert!(site.letters_to("Anna@school.example").await.is_empty());
        register(&mut anna, &[("born_day", "29"), ("born_month", "2"), ("born_year", "2004")]).await.is(303);
    }

    async fn known_and_unknown_addresses_are_answered_alike(site: Site) {
        site.participant("Anna Nowak", "anna@school.example").await;
        let mut stranger = site.browser();
        stranger.get("/register").await;
        let known = register(&mut stranger, &[("email", "anna@school.example")]).await;
        let known_page = stranger.follow().await;
        let unknown = register(&mut stranger, &[("email", "anka@school.example")]).await;
        let unknown_page = stranger.follow().await;
        assert_eq!((known.status, &known.location, &known.bytes), (unknown.status, &unknown.location, &unknown.bytes));
        assert_eq!(known_page.bytes, unknown_page.bytes);
        let letters = site.letters_to("anna@school.example").await;
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].subject, "Somebody tried to register with your address");
        // The account is as it was: its own password, not the stranger's.
        stranger.fill("/sign-in", "/sign-in", &[("email", "anna@school.example"), ("password", crate::cast::PASSWORD)])
            .await.goes_to("/");
        // Many attempts are one letter an hour.
        register(&mut site.browser(), &[("email", "anna@school.example")]).await.is(303);
        let letters = site.letters_to("anna@school.example").await;
        let attempts = letters.iter().filter(|letter| letter.subject.starts_with("Somebody tried"));
        assert_eq!(attempts.count(), 1);
    }

    async fn a_form_sent_twice_makes_one_account(site: Site) {
        let mut anna = site.browser();
        register(&mut anna, &[]).await.is(303);
        register(&mut anna, &[("given_name", "Hanna")]).await.is(303);
        let first = last_link(&site, "Anna@school.example").await;
        assert_eq!(site.letters_to("Anna@school.example").await.len(), 2);
        // It may have been two people: whoever reads the letter chooses the password.
        anna.fill(&first, &first, &[]).await.is(422);
        anna.fill(&first, &first, &[("password", "sikorka na parapecie")]).await.goes_to("/sign-in?next=%2Fmy%2Fstart");
        anna.fill("/sign-in", "/sign-in", &[("email", "anna@school.example"), ("password", "sikorka na parapecie")]).await.goes_to("/");
        anna.get("/my/profile").await.is(200).says("Hanna Kowalska");
    }

    async fn a_stranger_who_registers_first_gains_nothing(site: Site) {
        let mut stranger = site.browser();
        register(&mut stranger, &[("password", "zimorodek w trzcinach")]).await.is(303);
        let mut anna = site.browser();
        register(&mut anna, &[]).await.is(303);
        let link = last_link(&site, "Anna@school.example").await;
        register(&mut stranger, &[("password", "zimorodek w trzcinach")]).await.is(303);
        anna.fill(&link, &link, &[("password", "sikorka na parapecie")]).await.goes_to("/sign-in?next=%2Fmy%2Fstart");
        stranger.fill("/sign-in", "/sign-in", &[("email", "anna@school.example"), ("password", "zimorodek w trzcinach")]).await.is(422);
        anna.fill("/sign-in", "/sign-in", &[("email", "anna@school.example"), ("password", "sikorka na parapecie")]).await.goes_to("/");
    }

    async fn the_letter_of_a_stranger_opens_no_account_with_their_password(site: Site) {
        let mut stranger = site.browser();
        register(&mut stranger, &[("password", "zimorodek w trzcinach")]).await.is(303);
        let theirs = last_link(&site, "Anna@school.example").await;
        let mut anna = site.browser();
        register(&mut anna, &[]).await.is(303);
        // Two letters look alike; she presses the button of the older one.
        anna.fill(&theirs, &theirs, &[]).await.is(422);
        anna.fill(&theirs, &theirs, &[("password", "sikorka na parapecie")]).await.goes_to("/sign-in?next=%2Fmy%2Fstart");
        stranger.fill("/sign-in", "/sign-in", &[("email", "anna@school.example"), ("password", "zimorodek w trzcinach")]).await.is(422);
        anna.fill("/sign-in", "/sign-in", &[("email", "anna@school.example"), ("password", "sikorka na parapecie")]).await.goes_to("/");
    }
}
