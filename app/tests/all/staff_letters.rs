//! A17: an organisation words its letters in its own way, sees them before they go, and comes back to the standard text.

use database::DbError;
use zapis::accounts::{OrganisationId, RoleKind};
use zapis::i18n::Lang;
use zapis::letter_texts::kinds;
use zapis::letters::{Texts, Values};
use zapis::mail::text_of;
use zapis::organisations::{self, Kind, NewOrganisation};
use zapis::outbox::Letter;

use crate::fixtures::Training;
use crate::join::press_join;
use crate::register::{path_of, register};
use crate::site::{Answer, Browser, Site, on_both};

const ANNA: &str = "anna@school.example";
const SUBJECT: &str = "Welcome to “{title}”";
const BODY: &str = "Glad to have you in “{title}”.\n\n{details}\n\nBring a pencil {{and paper}}.\n\n{button}\n\nYours, {organisation}";

async fn administrator(site: &Site, email: &str, branch: Option<OrganisationId>) -> Browser {
    let kind = match branch {
        Some(_) => RoleKind::OrganisationAdministrator,
        None => RoleKind::InstallationAdministrator,
    };
    let mut browser = site.staff("Iga Lech", email, kind, branch).await;
    browser.get("/?lang=en").await;
    browser
}

fn page(place: impl std::fmt::Display, kind: &str, lang: &str) -> String {
    format!("/staff/letters/{place}/{kind}/{lang}")
}

/// Opens the page of a letter and sends its form.
async fn write(browser: &mut Browser, page: &str, deed: &str, subject: &str, body: &str) -> Answer {
    browser.get(page).await.is(200);
    let last = browser.last.input("last").unwrap();
    let fields = [
        ("last", last.as_str()),
        ("subject", subject),
        ("body", body),
        ("do", deed),
    ];
    browser.post(page, &fields).await
}

async fn last_letter(site: &Site, email: &str) -> Letter {
    site.letters_to(email).await.pop().expect("a letter")
}

/// Somebody new joins; the letter about it.
async fn letter_about_joining(site: &Site, training: &Training, email: &str) -> Letter {
    let mut browser = site.participant("Anna Nowak", email).await;
    press_join(&mut browser, training).await;
    last_letter(site, email).await
}

async fn organisation(
    site: &Site,
    name: &'static str,
    parent: Option<OrganisationId>,
) -> OrganisationId {
    let now = site.now();
    let new = NewOrganisation {
        parent,
        kind: Kind::Municipality,
        name: name.into(),
        ..NewOrganisation::default()
    };
    let work = site.app.db.write(move |tx| {
        Box::pin(async move {
            let (id, _) = organisations::upsert(tx, &new, now).await?;
            organisations::touch(tx).await?;
            Ok::<_, DbError>(id)
        })
    });
    let id = work.await.unwrap();
    site.app.organisations.refresh(&site.app.db).await.unwrap();
    id
}

on_both! {
    async fn letters_in_own_words(site: Site) {
        let training = site.training("Chess").publish().await;
        let home = training.organisation_id;
        let mut iga = administrator(&site, "iga@centre.example", Some(home)).await;
        iga.get("/staff/courses").await.is(200).says("href=\"/staff/letters\"");
        iga.get("/staff/letters").await.goes_to(&format!("/staff/letters/{home}"));
        iga.follow().await.is(200).says("Place confirmed").says("Change of date or place").says("Standard text")
            .says_not("Own text").says_not("Activate the account");
        let address = page(home, "enrolment-confirmed", "en");
        iga.get(&address).await.is(200).says("You have a place: {title}").says("{details}").says("{button}")
            .says("the button “My trainings”").says("Must stay in the letter").says("The whiteboard from scratch");

        // Looked at, and nothing kept.
        let seen = write(&mut iga, &address, "preview", SUBJECT, BODY).await;
        seen.is(200).says("Welcome to “The whiteboard from scratch”").says("Bring a pencil {and paper}.").says("value=\"Welcome to “{title}”\"");
        let html = write(&mut iga, &address, "html", SUBJECT, "<b>{title}</b> <script>1</script>\n{details}\n{button}").await;
        html.is(200).says("<!doctype html>").says("&#60;script&#62;").says_not("<script").says("class=\"button\"");
        assert!(html.policy.contains("default-src 'none'") && html.policy.contains("sandbox"), "{}", html.policy);
        assert_eq!(site.number("SELECT COUNT(*) FROM letter_texts").await, 0);
        let before = letter_about_joining(&site, &training, ANNA).await;
        assert_eq!(before.subject, "You have a place: Chess");

        write(&mut iga, &address, "save", SUBJECT, BODY).await.goes_to(&address);
        iga.follow().await.says("Letters go out with this text from now on").says("Own text").says("Version 1").says("Iga Lech");
        iga.get(&format!("/staff/letters/{home}")).await.says("Own text");
        let own = letter_about_joining(&site, &training, "ewa@school.example").await;
        assert_eq!(own.subject, "Welcome to “Chess”");
        assert_eq!(own.paragraphs, ["Glad to have you in “Chess”."]);
        assert_eq!(own.between, ["Bring a pencil {and paper}."]);
        assert_eq!(own.after, ["Yours, Miejskie Centrum Doskonalenia Nauczycieli"]);
        assert_eq!((&own.facts, &own.action, &own.contact), (&before.facts, &before.action, &before.contact));
        assert_eq!(own.attachments.len(), 1);
        let text = text_of(&own, "Zapis");
        assert!(text.contains("Room") || text.contains("sala 12"), "{text}");
        // The other languages and the other letters are what they were.
        let texts = Texts::of(&site.app);
        let kind = kinds().find(|kind| kind.code == "enrolment-confirmed").unwrap();
        assert_eq!(texts.letter(kind, Lang::Pl, Some(home), &Values::new().text("title", "Szachy")).subject, "Masz miejsce: Szachy");

        // Sent twice, and sent as it is: one version.
        write(&mut iga, &address, "save", SUBJECT, BODY).await.goes_to(&address);
        assert_eq!(site.number("SELECT COUNT(*) FROM letter_texts").await, 1);
        write(&mut iga, &address, "standard", SUBJECT, BODY).await.goes_to(&address);
        iga.follow().await.says("Letters go out without your text").says("Your own text, not used now")
            .says("Glad to have you in “{title}”.").says("You have a place: {title}").says("without a text of its own");
        let standard = letter_about_joining(&site, &training, "ola@school.example").await;
        assert_eq!((standard.subject, standard.paragraphs), (before.subject, before.paragraphs));

        // Back to what was written before.
        iga.get(&format!("{address}?version=1")).await.is(200).says("value=\"Welcome to “{title}”\"");
        iga.get(&format!("{address}?version=9")).await.is(404);
        iga.get(&address).await;
        let last = iga.last.input("last").unwrap();
        iga.post(&address, &[("do", "use"), ("use", "1"), ("last", &last)]).await.goes_to(&address);
        let again = letter_about_joining(&site, &training, "jan@school.example").await;
        assert_eq!(again.subject, "Welcome to “Chess”");
        assert_eq!(site.number("SELECT COUNT(*) FROM letter_texts").await, 3);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'letter.write'").await, 3);
    }

    async fn letters_of_whoever_is_above(site: Site) {
        let training = site.training("Chess").publish().await;
        let home = training.organisation_id;
        let region = organisation(&site, "Region", None).await;
        let other = organisation(&site, "Elsewhere", None).await;
        site.sql("UPDATE organisations SET parent_id = $1 WHERE import_key = 'centre'", region.get()).await;
        site.sql("UPDATE snapshot_versions SET version = version + $1 WHERE name = 'organisations'", 1).await;
        site.app.organisations.refresh(&site.app.db).await.unwrap();
        let mut olga = administrator(&site, "olga@region.example", Some(region)).await;
        olga.get("/staff/letters").await.is(200).says("Region").says("Miejskie Centrum").says_not("Elsewhere").says_not("The whole installation");
        let above = page(region, "enrolment-confirmed", "en");
        write(&mut olga, &above, "save", "Region: {title}", BODY).await.goes_to(&above);
        assert_eq!(letter_about_joining(&site, &training, ANNA).await.subject, "Region: Chess");
        let own = page(home, "enrolment-confirmed", "en");
        olga.get(&own).await.says("As in: Region").says("Region: {title}");
        olga.get(&format!("/staff/letters/{home}")).await.says("As in: Region");
        // What is sent already need not be written.
        write(&mut olga, &own, "save", "Region: {title}", BODY).await.goes_to(&own);
        olga.follow().await.says("Nothing to save");
        write(&mut olga, &own, "save", "Centre: {title}", BODY).await.goes_to(&own);
        assert_eq!(letter_about_joining(&site, &training, "ewa@school.example").await.subject, "Centre: Chess");
        olga.get(&own).await.says("Use the text of “Region” again").says("Use the standard text again");
        write(&mut olga, &own, "product", "", "").await.goes_to(&own);
        assert_eq!(letter_about_joining(&site, &training, "ida@school.example").await.subject, "You have a place: Chess");
        write(&mut olga, &own, "standard", "", "").await.goes_to(&own);
        olga.follow().await.says("Region: {title}").says("without a text of its own").says_not("Use the standard text again");
        assert_eq!(letter_about_joining(&site, &training, "ola@school.example").await.subject, "Region: Chess");
        let kind = kinds().find(|kind| kind.code == "enrolment-confirmed").unwrap();
        assert!(Texts::of(&site.app).own(kind, Lang::En, Some(other)).is_none());

        // The installation stands above all.
        let mut root = administrator(&site, "root@zapis.example", None).await;
        root.get("/staff/letters").await.is(200).says("The whole installation").says("Region");
        let all = page("installation", "enrolment-confirmed", "en");
        write(&mut root, &all, "save", "Everybody: {title}", BODY).await.goes_to(&all);
        let texts = Texts::of(&site.app);
        let subject = |at| texts.letter(kind, Lang::En, at, &Values::new().text("title", "Go")).subject;
        assert_eq!([subject(Some(other)), subject(Some(home)), subject(None)], ["Everybody: Go", "Region: Go", "Everybody: Go"]);
    }

    async fn letters_about_accounts_are_the_installations(site: Site) {
        let training = site.training("Chess").publish().await;
        let mut root = administrator(&site, "root@zapis.example", None).await;
        let activate = page("installation", "accounts-activate", "pl");
        root.get("/staff/letters/installation").await.is(200).says("Activate the account").says("Staff looked at an e-mail address");
        let without = write(&mut root, &activate, "save", "Witaj", "Bez linku").await;
        without.is(422).says("{button} must stay in the text").says("value=\"Witaj\"").says("Bez linku");
        write(&mut root, &activate, "save", "Witaj", "Naciśnij:\n{button}").await.goes_to(&activate);
        let mut ewa = site.browser();
        ewa.get("/?lang=pl").await;
        register(&mut ewa, &[("email", "ewa@poczta.example")]).await.is(303);
        let letter = last_letter(&site, "ewa@poczta.example").await;
        assert_eq!((letter.subject.as_str(), letter.secret), ("Witaj", true));
        assert!(path_of(&letter).starts_with("/activate/"));
        ewa.get(&path_of(&letter)).await.is(200);
        let mut iga = administrator(&site, "iga@centre.example", Some(training.organisation_id)).await;
        for address in [activate.as_str(), "/staff/letters/installation", &page(training.organisation_id, "accounts-activate", "pl")] {
            iga.get(address).await.is(404);
        }
    }

    async fn letters_refuse_what_can_not_be_sent(site: Site) {
        let training = site.training("Chess").publish().await;
        let home = training.organisation_id;
        let mut iga = administrator(&site, "iga@centre.example", Some(home)).await;
        let address = page(home, "enrolment-offered", "en");
        let whole = "{until}\n{details}\n{button}";
        let long = "x".repeat(5001);
        for (field, subject, body, why) in [
            ("subject", "", whole, "Fill this in"),
            ("subject", "{tytul}", whole, "There is nothing called {tytul}"),
            ("subject", "{button}", whole, "{button} can stand in the text only"),
            ("subject", "a { b", whole, "A brace stands alone"),
            ("subject", "a\0b", whole, "cannot be printed"),
            ("body", "S", " \n ", "Fill this in"),
            ("body", "S", "{until}\n{details}", "{button} must stay in the text"),
            ("body", "S", "{details}\n{button}", "{until} must stay in the text"),
            ("body", "S", "{until}\nHere: {details}\n{button}", "{details} needs a line of its own"),
            ("body", "S", "{until}\n{details}\n{button}\n{button}", "{button} can stand in the text only once"),
            ("body", "S", "{until}\n{button}\n{details}", "{details} belongs above {button}"),
            ("body", "S", "{until}\n{details}\n{button}\n}", "A brace stands alone"),
            ("body", "S", "{until}\u{202e}\n{details}\n{button}", "cannot be printed"),
            ("body", "S", long.as_str(), "5000 characters at most"),
        ] {
            for deed in ["save", "preview", "html"] {
                let answer = write(&mut iga, &address, deed, subject, body).await;
                answer.is(422).says(why).says(&format!("href=\"#{field}\"")).says("The preview comes back");
                assert_eq!(answer.input("subject").unwrap(), subject, "{why}");
            }
        }
        assert_eq!(site.number("SELECT COUNT(*) FROM letter_texts").await, 0);

        // Two at the same time: the second one is told, keeps what was typed, and may go on.
        iga.get(&address).await;
        let mut late = iga.clone();
        write(&mut iga, &address, "save", "One", whole).await.is(303);
        let fields = [("last", "0"), ("subject", "Two"), ("body", whole), ("do", "save")];
        late.post(&address, &fields).await.is(422).says("Somebody else has written this letter").says("value=\"Two\"").says("Version 1");
        late.post(&address, &[("last", "0"), ("do", "standard")]).await.is(422).says("Somebody else has written");
        let fields = [("last", "1"), ("subject", "Two"), ("body", whole), ("do", "save")];
        late.post(&address, &fields).await.goes_to(&address);
        assert_eq!(site.number("SELECT MAX(version) FROM letter_texts").await, 2);
    }

    async fn letters_are_for_administrators(site: Site) {
        let training = site.training("Chess").publish().await;
        let home = training.organisation_id;
        let address = page(home, "enrolment-confirmed", "en");
        let elsewhere = organisation(&site, "Elsewhere", None).await;
        let stranger = administrator(&site, "marta@elsewhere.example", Some(elsewhere)).await;
        let mut browsers = vec![stranger, site.participant("Anna Nowak", ANNA).await];
        for kind in [RoleKind::Operator, RoleKind::Trainer, RoleKind::Accountant, RoleKind::SupportCentre] {
            let email = format!("{}@centre.example", kind.code());
            let mut other = site.staff("Jan Lis", &email, kind, Some(home)).await;
            other.get("/staff/letters").await.is(404);
            browsers.push(other);
        }
        for browser in &mut browsers {
            for there in [address.clone(), format!("/staff/letters/{home}"), "/staff/letters/987654".into(), "/staff/letters/x".into()] {
                browser.get(&there).await.is(404);
            }
            browser.get("/my/profile").await;
            let fields = [("last", "0"), ("subject", "S"), ("body", BODY), ("do", "save")];
            browser.post(&address, &fields).await.is(404);
        }
        let mut iga = administrator(&site, "iga@centre.example", Some(home)).await;
        for there in [page(home, "enrolment-nothing", "en"), page(home, "enrolment-confirmed", "de"), page(home, "enrolment-confirmed", "EN")] {
            iga.get(&there).await.is(404);
        }
        assert_eq!(site.number("SELECT COUNT(*) FROM letter_texts").await, 0);
    }

    async fn words_follow_their_numbers_and_the_reader_is_named(site: Site) {
        let mut training = site.training("Chess");
        training.course.teaching_hours = 5;
        let training = training.publish().await;
        let home = training.organisation_id;
        let mut iga = administrator(&site, "iga@centre.example", Some(home)).await;
        let address = page(home, "enrolment-confirmed", "en");
        iga.get(&address).await.is(200).says("{hours} {hours: hour | hours}").says("{name}").says("teaching hours of the training");
        let body = |first: &str| format!("{first}\n{{details}}\n{{button}}");
        // Each mistake is named at its field, and what was typed stays.
        for (wrong, said) in [
            ("{hours: hours}", "are 2, with | between them, as in {hours} {hours: hour | hours}"),
            ("{hours: hour | hours | many}", "are 2, with | between them"),
            ("{hours: hour | }", "are 2, with | between them"),
            ("{title: hour | hours}", "{title} is no number"),
            ("{weeks: week | weeks}", "{weeks} is no number"),
            ("{hours: hour {title} | hours}", "A brace stands alone"),
        ] {
            write(&mut iga, &address, "save", "S", &body(wrong)).await.is(422).says("href=\"#body\"").says(said).says(wrong);
        }
        let polish = page(home, "enrolment-confirmed", "pl");
        iga.get(&polish).await.says("{hours} {hours: godzina | godziny | godzin}");
        write(&mut iga, &polish, "save", "S", &body("{hours: godzina | godziny}")).await.is(422).says("{hours: godzina | godziny | godzin}");
        let text = "Dear {name}, it takes {hours} {hours: hour | hours} in {meetings} {meetings: meeting | meetings}, and begins in {days} {days: day | days}.";
        write(&mut iga, &address, "preview", "{hours: One hour | Hours}: {title}", &body(text)).await.is(200)
            .says("Dear Anna Nowak, it takes 4 hours in 2 meetings, and begins in 7 days.").says("Hours: The whiteboard");
        write(&mut iga, &address, "save", "{title}: {hours} {hours: hour | hours}", &body(text)).await.goes_to(&address);
        iga.follow().await.is(200).says("{hours: hour | hours}");
        let letter = letter_about_joining(&site, &training, "ewa@school.example").await;
        assert_eq!(letter.subject, "Chess: 5 hours");
        assert_eq!(letter.paragraphs, ["Dear Anna Nowak, it takes 5 hours in 1 meeting, and begins in 9 days."]);
        // Letters to staff name nobody.
        let staff = page(home, "enrolment-late-to-answer", "en");
        write(&mut iga, &staff, "save", "S", "{name}\n{details}\n{button}").await.is(422).says("There is nothing called {name}");
    }
}
