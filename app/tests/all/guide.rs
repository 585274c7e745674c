//! `guide` [B11]: the page "What happened?" leads everybody to the one thing to do; an administrator of the installation writes it.

use std::collections::{BTreeMap, BTreeSet};

use zapis::accounts::RoleKind;
use zapis::guide::writing::form_of;
use zapis::guide::{ENTRANCES, Node, address_of, standard};

use crate::age_14::registers;
use crate::child_once::{ARTEM, ENTER, but};
use crate::join::press_join;
use crate::resign::first_enrolment;
use crate::site::{Answer, Browser, Site, on_both};
use crate::staff_children::{operator, region};
use crate::staff_offer;

const WRITE: &str = "/staff/guide";
const MOVED: &str = "/staff/guide/pages/moved";

/// What stands in the page itself, without what stands around every page.
fn main_of(answer: &Answer) -> String {
    let text = answer.text();
    let main = text.split("<main").nth(1).unwrap_or_default();
    main.split("</main>").next().unwrap_or_default().to_owned()
}

/// The addresses of the links in the page itself.
fn links(answer: &Answer) -> Vec<String> {
    let main = main_of(answer);
    let found = main.split("href=\"").skip(1);
    let address = |rest: &str| {
        rest.split('"')
            .next()
            .unwrap_or_default()
            .replace("&#38;", "&")
    };
    found.map(address).collect()
}

async fn administrator(site: &Site, email: &str) -> Browser {
    let kind = RoleKind::InstallationAdministrator;
    site.staff("Marek Wilk", email, kind, None).await
}

fn node(slug: &str) -> &'static Node {
    standard().find(slug).expect("a page of the guide")
}

/// Everything that the form of a page holds, with changes.
fn typed(slug: &str, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let form = form_of(node(slug));
    let pairs = form.pairs();
    let mut fields: BTreeMap<String, String> = pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    for (name, value) in changes {
        fields.insert((*name).to_owned(), (*value).to_owned());
    }
    fields.into_iter().collect()
}

/// Sends the form of a page that is shown, or the one before.
async fn sends(browser: &mut Browser, address: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    browser.post(address, &fields).await
}

/// Opens a page of the guide to write it, and sends it with changes.
async fn writes(browser: &mut Browser, slug: &str, deed: &str, changes: &[(&str, &str)]) -> Answer {
    let address = format!("{WRITE}/pages/{slug}");
    let last = browser.get(&address).await.input("last").unwrap();
    let mut all = vec![("do", deed), ("last", last.as_str())];
    all.extend_from_slice(changes);
    sends(browser, &address, &typed(slug, &all)).await
}

/// Presses a button of the overview.
async fn presses(browser: &mut Browser, fields: &[(&str, &str)]) -> Answer {
    let last = browser.get(WRITE).await.input("last").unwrap();
    let mut all = vec![("last", last.as_str())];
    all.extend_from_slice(fields);
    browser.post(WRITE, &all).await
}

async fn count(site: &Site, sql: &'static str) -> i64 {
    site.number(sql).await
}

/// A page that leads to a question of the guide, which is there.
async fn leads(browser: &mut Browser, answer: &Answer, to: &str) {
    let link = format!("<a href=\"{to}\">");
    assert!(
        main_of(answer).contains(&link),
        "no {to}: {}",
        main_of(answer)
    );
    browser.get(to).await.is(200);
}

on_both! {
    async fn the_guide_leads_to_an_end_wherever_one_begins(site: Site) {
        let region = region(&site).await;
        operator(&site, region.nursery, "olga@biala.example").await;
        let set = "UPDATE organisations SET phone = '48-28-08', office_hours = 'вт, чт 13.00–16.30', city = 'Иваново' WHERE id = $1";
        site.sql(set, region.centre.get()).await;
        let mut anna = site.participant("Anna Nowak", "anna@dom.example").await;
        let mut visitor = site.browser();
        let (mut ahead, mut seen) = (vec!["/help".to_owned()], BTreeSet::new());
        while let Some(address) = ahead.pop() {
            if !seen.insert(address.clone()) {
                continue;
            }
            let slug = address.strip_prefix("/help/").unwrap_or("start");
            let one = node(slug);
            let answer = visitor.get(&address).await;
            answer.is(200).says(&one.title.pl).says("<meta name=\"description\" content=\"").says_not("noindex")
                .says(&format!("<link rel=\"canonical\" href=\"http://127.0.0.1:8080{address}\">"));
            let (on, off): (Vec<String>, Vec<String>) = links(&answer).into_iter().partition(|link| link.starts_with("/help"));
            if one.answers().is_empty() {
                end(&mut visitor, &mut anna, one, &off).await;
            }
            ahead.extend(on);
        }
        let all: BTreeSet<String> = standard().nodes.iter().map(|one| address_of(&one.slug)).collect();
        assert_eq!(seen, all);
        visitor.get("/help/support-centre").await.says("48-28-08").says("вт, чт 13.00–16.30").says("Иваново").says("Centrum wsparcia");
        visitor.get("/help/moved").await.says("Przedszkole nr 1").says_not("Szkoła nr 2");
        visitor.get("/help/start").await.goes_to("/help");
        visitor.get("/help/nothing").await.is(404);
        // In the reader's language, at the same address.
        for (lang, title) in [("ru", "Что случилось?"), ("en", "What happened?")] {
            visitor.get(&format!("/help?lang={lang}")).await.goes_to("/help");
            visitor.follow().await.is(200).says(title);
        }
    }

    async fn pages_of_identity_lead_to_the_right_question(site: Site) {
        let mut visitor = site.browser();
        for (page, to) in [
            ("/sign-in", "/help/sign-in"),
            ("/password/forgot", "/help/sign-in"),
            ("/register", "/help"),
            ("/contact", "/help"),
            ("/forgotten-address", "/help/forgotten-address"),
            ("/registered", "/help/age-14"),
            ("/activate/expired", "/help/sign-in"),
            ("/no/such/page", "/help"),
        ] {
            let answer = visitor.get(page).await;
            leads(&mut visitor, &answer, to).await;
        }
        let (mut teenager, answer) = registers(&site, &[("born_day", "23"), ("born_month", "11"), ("born_year", "2012")]).await;
        leads(&mut teenager, answer.is(422), "/help/age-14").await;

        // A child that is here, and one that may be here twice.
        let mut maria = site.participant("Maria Lesina", "maria@dom.example").await;
        let mut pawel = site.participant("Paweł Lesin", "pawel@dom.example").await;
        maria.fill(ENTER, ENTER, &ARTEM).await.is(303);
        let earlier = count(&site, "SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL").await;
        let answer = pawel.fill(ENTER, ENTER, &ARTEM).await;
        leads(&mut pawel, answer.is(422), "/help/child-registered").await;
        let other = but(&[("given_name", "Zenon"), ("born_year", "2012"), ("street", "ul. Długa 80")]);
        pawel.fill(ENTER, ENTER, &other).await.is(303);
        let later = count(&site, "SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL").await;
        let child = format!("/my/children/{later}");
        pawel.get(&child).await.is(200).says_not("/help/under-review");
        let open = format!("INSERT INTO duplicate_cases (person_id, other_id, bits, reasons, state, opened_at) VALUES ({later}, $1, 1, '[]', 'open', 0)");
        site.sql(open, earlier).await;
        let answer = pawel.get(&child).await;
        leads(&mut pawel, &answer, "/help/under-review").await;
    }

    async fn addresses_that_may_not_be_used_lead_to_the_guide(site: Site) {
        site.participant("Anna Nowak", "anna@poczta.example").await;
        let mut marek = administrator(&site, "marek@city.example").await;
        let domains = "/staff/mail-domains";
        let fields = [("domain", "poczta.example"), ("policy", "block"), ("until_day", "31"), ("until_month", "12"), ("until_year", "2026")];
        marek.fill(domains, domains, &fields).await.is(303);
        let mut visitor = site.browser();
        let fields = crate::register::typed(&[("email", "nowa@poczta.example")]);
        let answer = visitor.fill("/register", "/register", &fields).await;
        leads(&mut visitor, answer.is(422), "/help/mail-domain").await;
        let mut anna = site.browser();
        let fields = [("email", "anna@poczta.example"), ("password", crate::cast::PASSWORD), ("next", "/my/trainings")];
        anna.fill("/sign-in", "/sign-in", &fields).await.is(303);
        let answer = anna.follow().await;
        leads(&mut anna, answer.is(200), "/help/mail-domain").await;
        let answer = anna.get("/my/profile/email").await;
        leads(&mut anna, &answer, "/help/mail-domain").await;
        site.app.clock.advance(jiff::SignedDuration::from_hours(24 * 60));
        let mut late = site.browser();
        let answer = late.fill("/sign-in", "/sign-in", &fields).await;
        leads(&mut late, answer.is(422), "/help/mail-domain").await;
    }

    async fn a_cancelled_application_leads_to_the_guide(site: Site) {
        let training = site.training("Szachy").publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@dom.example").await;
        press_join(&mut anna, &training).await;
        let enrolment = first_enrolment(&mut anna).await;
        let mut olga = staff_offer::operator(&site, &training, "Olga Radina").await;
        let cancel = format!("{}/cancel", enrolment.replace("/my/trainings/", "/staff/enrolments/"));
        olga.fill(&cancel, &cancel, &[("template", "duplicate"), ("words", "")]).await.is(303);
        let letter = site.letters_to("anna@dom.example").await.pop().unwrap();
        assert!(format!("{letter:?}").contains("http://127.0.0.1:8080/help/cancelled"), "{letter:?}");
        let answer = anna.get("/my/trainings").await;
        leads(&mut anna, &answer, "/help/cancelled").await;
    }

    async fn the_guide_is_written_looked_at_and_published(site: Site) {
        let mut marek = administrator(&site, "marek@city.example").await;
        let mut visitor = site.browser();
        marek.get("/staff").await.says("href=\"/staff/guide\"");
        marek.get(WRITE).await.is(200).says("Everything is published").says("Ask an institution for an application").says_not("Publish as a new version");
        let new = [("title_en", "Get the paper"), ("title_pl", "Weź wniosek")];
        // Looking at it changes nothing; saving it changes what is written only.
        writes(&mut marek, "moved", "preview", &new).await.is(200).says("<h3>Get the paper</h3>").says("<h3>Weź wniosek</h3>").says("value=\"Get the paper\"");
        assert_eq!(count(&site, "SELECT revision FROM guide_draft").await, 0);
        writes(&mut marek, "moved", "save", &new).await.goes_to(WRITE);
        marek.follow().await.says("Saved. People see it once it is published.").says("There are changes").says("Get the paper");
        visitor.get("/help/moved").await.says_not("Weź wniosek");
        marek.get("/staff/guide/preview/moved?in=pl").await.is(200).says("<h1>Weź wniosek</h1>");
        marek.get("/staff/guide/preview/moved?version=0").await.is(200).says_not("Get the paper");
        presses(&mut marek, &[("do", "publish")]).await.goes_to(WRITE);
        marek.follow().await.says("Published.").says("Version 1").says("Marek Wilk");
        visitor.get("/help/moved").await.says("Weź wniosek");

        // A question and an end more, of another kind, and a way to them.
        let start = marek.get("/staff/guide/new?kind=see").await;
        let last = start.is(200).input("last").unwrap();
        let see = typed("no-access", &[("do", "save"), ("last", &last), ("slug", "lost-phone")]);
        sends(&mut marek, "/staff/guide/new", &see).await.goes_to(WRITE);
        marek.follow().await;
        sends(&mut marek, "/staff/guide/new", &see).await.goes_to(WRITE);
        marek.follow().await.says("No answer leads here").says_not("Publish as a new version");
        presses(&mut marek, &[("do", "publish")]).await.is(422).says("can not be published yet");
        let answer = [("answer3_pl", "Zgubiony telefon"), ("answer3_ru", "Потерян телефон"), ("answer3_en", "A lost phone"), ("answer3_to", "lost-phone")];
        writes(&mut marek, "something-else", "save", &answer).await.goes_to(WRITE);
        presses(&mut marek, &[("do", "publish")]).await.goes_to(WRITE);
        visitor.get("/help/something-else").await.says("Zgubiony telefon").says("href=\"/help/lost-phone\"");
        visitor.get("/help/lost-phone").await.is(200);

        // Earlier versions, and the guide of the program, come back.
        presses(&mut marek, &[("do", "restore"), ("use", "1")]).await.goes_to(WRITE);
        visitor.get("/help/lost-phone").await.is(404);
        visitor.get("/help/moved").await.says("Weź wniosek");
        presses(&mut marek, &[("do", "restore"), ("use", "0")]).await.goes_to(WRITE);
        visitor.get("/help/moved").await.says_not("Weź wniosek");
        presses(&mut marek, &[("do", "restore"), ("use", "0")]).await.goes_to(WRITE);
        marek.follow().await.says("Nothing to change").says("Version 2");
        marek.get("/staff/guide/preview/lost-phone?version=2").await.is(200);
        marek.get("/staff/guide/preview/lost-phone?version=1").await.is(404);
        marek.get("/staff/guide/preview/start?version=9").await.is(404);
        presses(&mut marek, &[("do", "restore"), ("use", "9")]).await.is(404);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM guide_versions").await, 4);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM audit WHERE action IN ('guide.publish', 'guide.restore')").await, 4);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM audit WHERE action = 'guide.write' AND after_state LIKE '%title%'").await, 3);

        // What is not wanted goes before anybody sees it.
        writes(&mut marek, "moved", "save", &new).await.goes_to(WRITE);
        presses(&mut marek, &[("do", "discard")]).await.goes_to(WRITE);
        marek.follow().await.says("The changes are gone.").says("Everything is published").says_not("Get the paper");
    }

    async fn refused_edits_keep_what_was_typed(site: Site) {
        let mut marek = administrator(&site, "marek@city.example").await;
        let wrong = [("title_ru", ""), ("text_pl", "Przyjdź."), ("documents_en", "")];
        for deed in ["save", "preview"] {
            writes(&mut marek, "moved", deed, &wrong).await.is(422).says("href=\"#title_ru\"").says("href=\"#documents_en\"")
                .says("Przyjdź.").says("The preview comes when everything is filled in");
        }
        let nowhere = [("answer1_to", "nothing"), ("answer1_pl", "Nigdzie")];
        writes(&mut marek, "municipality", "save", &nowhere).await.is(422).says("href=\"#answer1_to\"").says("value=\"Nigdzie\"");
        let long = "x".repeat(151);
        writes(&mut marek, "moved", "save", &[("title_pl", long.as_str())]).await.is(422).says("150 characters at most").says(&long);
        marek.get("/staff/guide/new?kind=open").await.is(200);
        for (slug, why) in [("Ważne", "small Latin letters"), ("", "small Latin letters"), ("moved", "This address is there already")] {
            let fields = typed("forgotten-password", &[("do", "save"), ("last", "0"), ("slug", slug)]);
            sends(&mut marek, "/staff/guide/new", &fields).await.is(422).says("href=\"#slug\"").says(why).says("value=\"Set a new password\"");
        }
        assert_eq!(count(&site, "SELECT revision FROM guide_draft").await, 0);

        // Circles are found before anybody walks in them.
        let circle = [("answer1_to", "start")];
        writes(&mut marek, "municipality", "save", &circle).await.goes_to(WRITE);
        marek.follow().await.says("come back here in a circle");
        presses(&mut marek, &[("do", "publish")]).await.is(422).says("can not be published yet");
        presses(&mut marek, &[("do", "discard")]).await.goes_to(WRITE);

        // What something leads to is not deleted.
        for (slug, why) in [("under-review", "pages of the system lead here"), ("moved", "an answer leads here")] {
            let address = format!("{WRITE}/pages/{slug}");
            let last = marek.get(&address).await.input("last").unwrap();
            let refused = marek.post(&address, &[("do", "delete"), ("last", &last)]).await;
            refused.is(422).says(why).says(&node(slug).title.en);
        }

        // Two at the same time: the second one is told, keeps what was typed, and may go on.
        let before = marek.get(MOVED).await.input("last").unwrap();
        let mut late = marek.clone();
        writes(&mut marek, "moved", "save", &[("title_en", "First")]).await.goes_to(WRITE);
        let second = typed("moved", &[("do", "save"), ("last", &before), ("title_en", "Second")]);
        let refused = sends(&mut late, MOVED, &second).await;
        refused.is(422).says("Somebody else has changed the guide").says("value=\"Second\"");
        let last = refused.input("last").unwrap();
        late.post(WRITE, &[("do", "publish"), ("last", &before)]).await.is(422).says("Somebody else has changed the guide");
        let second = typed("moved", &[("do", "save"), ("last", &last), ("title_en", "Second")]);
        sends(&mut late, MOVED, &second).await.goes_to(WRITE);
        late.get("/staff/guide/preview/moved").await.says("<h1>Second</h1>");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM guide_versions").await, 0);
    }

    async fn the_guide_is_the_installations(site: Site) {
        let training = site.training("Szachy").publish().await;
        let home = Some(training.organisation_id);
        let mut browsers = vec![site.participant("Anna Nowak", "anna@dom.example").await];
        for kind in [RoleKind::OrganisationAdministrator, RoleKind::Operator, RoleKind::SupportCentre, RoleKind::Trainer, RoleKind::Accountant] {
            let email = format!("{}@centre.example", kind.code());
            browsers.push(site.staff("Jan Lis", &email, kind, home).await);
        }
        for browser in &mut browsers {
            for address in [WRITE, MOVED, "/staff/guide/new", "/staff/guide/preview/moved", "/staff/guide/pages/nothing"] {
                browser.get(address).await.is(404);
            }
            browser.get("/my/profile").await;
            for address in [WRITE, MOVED, "/staff/guide/new"] {
                let fields = typed("moved", &[("do", "save"), ("last", "0"), ("slug", "x")]);
                sends(browser, address, &fields).await.is(404);
            }
        }
        let mut visitor = site.browser();
        for address in [WRITE, MOVED, "/staff/guide/preview/moved"] {
            let leads = visitor.get(address).await.is(303).location.clone().unwrap();
            assert!(leads.starts_with("/sign-in"), "{leads}");
        }
        assert_eq!(count(&site, "SELECT revision FROM guide_draft").await, 0);
    }
}

/// An end has one thing to do: a way that is there for whom it is meant, or somebody to see.
async fn end(visitor: &mut Browser, anna: &mut Browser, one: &Node, off: &[String]) {
    // Telephones of offices, and the pages of those who sit there.
    let is_office = |way: &&String| way.starts_with("tel:") || way.starts_with("/institutions/");
    let ways: Vec<&String> = off.iter().filter(|way| !is_office(way)).collect();
    if one.kind() == "see" {
        assert!(ways.is_empty(), "{}: {ways:?}", one.slug);
        return;
    }
    let [way] = ways.as_slice() else {
        panic!("{} has {ways:?}", one.slug);
    };
    let answer = visitor.get(way).await;
    let leads = answer.location.clone().unwrap_or_default();
    let is_there = answer.status == 200 || leads.starts_with("/sign-in?next=");
    assert!(is_there, "{way}: {} {leads}", answer.status);
    let answer = anna.get(way).await;
    assert!(
        [200, 303].contains(&answer.status),
        "{way}: {}",
        answer.status
    );
    if one.kind() == "write" {
        let subject = answer.input("subject").unwrap_or_default();
        assert!(!subject.is_empty(), "{way}");
        anna.get(&address_of(&one.slug)).await.says(&button_of(one));
    }
}

/// The words on the button of an end.
fn button_of(one: &Node) -> String {
    form_of(one).value("words_en").to_owned()
}

#[test]
fn entrances_are_what_templates_lead_to() {
    let templates = crate::house_rules::files("app/templates", "html");
    let program = crate::house_rules::files("app/src", "rs");
    let mut found = BTreeSet::new();
    for (_, text) in templates.iter().chain(&program) {
        for rest in text
            .split("\"/help")
            .skip(1)
            .chain(text.split("}/help").skip(1))
        {
            let rest = rest.split('"').next().unwrap_or_default();
            let slug = rest.strip_prefix('/').unwrap_or("start");
            if !slug.contains('{') {
                found.insert(slug.to_owned());
            }
        }
    }
    let entrances: BTreeSet<String> = ENTRANCES.iter().map(|one| (*one).to_owned()).collect();
    assert_eq!(found, entrances);
}
