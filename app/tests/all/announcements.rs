//! `announcements`: what an institution or the region announces stands on the pages of those concerned, and is mailed to each of
//! them once.

use jiff::SignedDuration;
use zapis::accounts::{OrganisationId, RoleKind};

use crate::apply::{maria, pawel, programme};
use crate::join::press_join;
use crate::permissions::elsewhere;
use crate::site::{Answer, Browser, Site, on_both};

const HERE: &str = "/staff/announcements";
const NEW: &str = "/staff/announcements/new";

/// What is typed, with changes.
fn typed<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("audience", "everybody"),
        ("language", "pl"),
        ("title_pl", "Zmiana sali"),
        (
            "text_pl",
            "Spotykamy się w sali 3.\nPlan: https://city.example/map.",
        ),
        ("from_day", "22"),
        ("from_month", "11"),
        ("from_year", "2026"),
        ("until_day", "30"),
        ("until_month", "11"),
        ("until_year", "2026"),
        ("do", "save"),
    ];
    let kept = usual
        .into_iter()
        .filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    kept.chain(changes.iter().copied()).collect()
}

async fn staff(site: &Site, name: &str, kind: RoleKind, home: OrganisationId) -> Browser {
    let email = name.to_lowercase().replace(' ', ".") + "@centre.example";
    site.staff(name, &email, kind, Some(home)).await
}

/// Fills the form of a new announcement; what came back.
async fn announces(olga: &mut Browser, changes: &[(&str, &str)]) -> Answer {
    let once = olga.get(NEW).await.is(200).input("once").unwrap();
    let mut fields = typed(changes);
    fields.push(("once", &once));
    olga.post(NEW, &fields).await
}

/// The address of the page of what was announced.
fn address(answer: &Answer) -> String {
    answer.is(303).location.clone().unwrap()
}

/// Sends the letters that the page shows.
async fn mails(olga: &mut Browser, there: &str) -> Answer {
    let mail = format!("{there}/mail");
    let page = olga.get(&mail).await;
    let (told, number) = (page.input("told").unwrap(), page.input("number").unwrap());
    olga.post(&mail, &[("told", &told), ("number", &number)])
        .await
}

/// How many letters with the title of the announcement somebody has.
async fn letters(site: &Site, to: &str) -> usize {
    let all = site.letters_to(to).await;
    all.iter()
        .filter(|letter| letter.subject == "Zmiana sali")
        .count()
}

on_both! {
    async fn a_notice_stands_on_the_pages_of_its_branch_on_its_days(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let home = training.organisation_id;
        let other = elsewhere(&site).await;
        let mut visitor = site.browser();
        let institution = format!("/institutions/{home}");
        visitor.get(&training.page()).await.says_not("Zmiana sali");
        let mut olga = staff(&site, "Olga Maj", RoleKind::Operator, home).await;
        olga.get("/staff").await.says("href=\"/staff/announcements\"");
        let there = address(&announces(&mut olga, &[]).await);
        olga.follow().await.says("Announced.").says("Zmiana sali");
        olga.get(HERE).await.says("Zmiana sali").says("Everybody").says("not mailed");
        for page in [&institution, &training.page()] {
            visitor.get(page).await.says("Zmiana sali").says("Spotykamy się w sali 3.").says("<a href=\"https://city.example/map\"")
                .says("do poniedziałku, 30 listopada").says_not("/put-away");
        }
        visitor.get(&format!("/institutions/{other}")).await.is(200).says_not("Zmiana sali");
        // Whoever reads another language sees the original one, marked as what it is; then what was written for them.
        let mut reader = site.browser();
        reader.get(&format!("{institution}?lang=en")).await;
        reader.follow().await.says("Zmiana sali").says("lang=\"pl\"").says("until Monday, 30 November");
        let english = [("title_en", "Another room"), ("text_en", "We meet in room 3.")];
        let last = olga.get(&there).await.input("last").unwrap();
        let mut fields = typed(&english);
        fields.push(("last", &last));
        olga.post(&there, &fields).await.goes_to(&there);
        reader.get(&institution).await.says("Another room").says_not("Zmiana sali");
        visitor.get(&training.page()).await.says("Zmiana sali");
        // A page that is kept for visitors forgets it when its days are over.
        site.app.clock.advance(SignedDuration::from_hours(24 * 9));
        visitor.get(&training.page()).await.is(200).says_not("Zmiana sali");
        visitor.get(&institution).await.says_not("Zmiana sali");
        olga.get(HERE).await.says_not("Another room");
        olga.get(&format!("{HERE}?show=past")).await.says("Another room");
        olga.get(&format!("{there}/mail")).await.goes_to(&there);
    }

    async fn both_guardians_see_it_and_get_one_letter_each(site: Site) {
        let ceramics = programme(&site, "Ceramika").await;
        let (mut maria, artem) = maria(&site).await;
        maria.fill(&ceramics.join(), &ceramics.join(), &[("person", &artem)]).await.is(303);
        let mut pawel = pawel(&site, &artem).await;
        let mut anna = site.participant("Anna Nowak", "anna@dom.example").await;
        let mut olga = staff(&site, "Olga Maj", RoleKind::OrganisationAdministrator, ceramics.organisation_id).await;
        let there = address(&announces(&mut olga, &[("audience", "participants")]).await);
        for page in ["/my/children", "/my/applications", "/my/trainings"] {
            maria.get(page).await.says("Zmiana sali");
            pawel.get(page).await.says("Zmiana sali");
            anna.get(page).await.says_not("Zmiana sali");
        }
        site.browser().get(&ceramics.page()).await.says_not("Zmiana sali");

        // Put away, it is gone for one of them.
        let id = there.rsplit('/').next().unwrap();
        maria.get("/my/children").await;
        maria.post(&format!("/notices/{id}/put-away"), &[("back", "/my/children")]).await.goes_to("/my/children");
        maria.follow().await.says("Put away.").says_not("Zmiana sali");
        pawel.get("/my/children").await.says("Zmiana sali");
        pawel.post("/notices/999999/put-away", &[]).await.is(404);
        pawel.get("/my/children").await;
        pawel.post(&format!("/notices/{id}/put-away"), &[("back", "//evil.example")]).await.goes_to("/");

        // One letter each; the same button pressed twice is pressed once.
        olga.get(&format!("{there}/mail")).await.says("2 people get this letter.").says("Send 2 letters").says("Spotykamy się w sali 3.");
        let old = olga.last.clone();
        mails(&mut olga, &there).await.goes_to(&there);
        let (maria_at, pawel_at) = ("maria@dom.example", "pawel@dom.example");
        assert_eq!((letters(&site, maria_at).await, letters(&site, pawel_at).await), (1, 1));
        assert_eq!(letters(&site, "anna@dom.example").await, 0);
        let again = [("told", old.input("told").unwrap()), ("number", old.input("number").unwrap())];
        let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
        olga.get(&there).await;
        olga.post(&format!("{there}/mail"), &again).await.goes_to(&there);
        assert_eq!(letters(&site, maria_at).await, 1);

        // What is corrected is not mailed again unless somebody asks for it.
        let last = olga.get(&there).await.says("Mailed to 2 people").input("last").unwrap();
        let mut fields = typed(&[("audience", "participants"), ("text_pl", "Spotykamy się w sali 4.")]);
        fields.push(("last", &last));
        olga.post(&there, &fields).await.goes_to(&there);
        assert_eq!(letters(&site, maria_at).await, 1);
        olga.get(&format!("{there}/mail")).await.says("It was mailed before.");
        mails(&mut olga, &there).await.goes_to(&there);
        assert_eq!((letters(&site, maria_at).await, letters(&site, pawel_at).await), (2, 2));
    }

    async fn it_can_be_for_one_course_only(site: Site) {
        let first = site.training("Pierwsza pomoc").publish().await;
        let second = site.training("Ocenianie").publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@dom.example").await;
        let mut ivan = site.participant("Ivan Lis", "ivan@dom.example").await;
        press_join(&mut anna, &first).await;
        press_join(&mut ivan, &second).await;
        let mut olga = staff(&site, "Olga Maj", RoleKind::Operator, first.organisation_id).await;
        let only = format!("course-{}", first.course_id);
        let changes = [("audience", "participants"), ("only", only.as_str())];
        let there = address(&announces(&mut olga, &changes).await);
        anna.get("/my/trainings").await.says("Zmiana sali");
        ivan.get("/my/trainings").await.says_not("Zmiana sali");
        olga.get(&format!("{there}/mail")).await.says("1 person gets this letter.");
        // Others come in between: nothing is sent that was not shown.
        let shown = olga.last.clone();
        let mut zofia = site.participant("Zofia Wrona", "zofia@dom.example").await;
        press_join(&mut zofia, &first).await;
        let (told, number) = (shown.input("told").unwrap(), shown.input("number").unwrap());
        let answer = olga.post(&format!("{there}/mail"), &[("told", &told), ("number", &number)]).await;
        answer.is(422).says("now 2 people would get the letter");
        assert_eq!(letters(&site, "anna@dom.example").await, 0);
        let foreign = [("audience", "participants"), ("only", "course-999")];
        announces(&mut olga, &foreign).await.is(422);
    }

    async fn staff_reads_what_is_for_staff(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let home = training.organisation_id;
        let mut olga = staff(&site, "Olga Maj", RoleKind::Operator, home).await;
        let mut jan = staff(&site, "Jan Lis", RoleKind::Trainer, home).await;
        let there = address(&announces(&mut olga, &[("audience", "staff")]).await);
        jan.get("/staff").await.says("Zmiana sali");
        site.browser().get(&training.page()).await.says_not("Zmiana sali");
        olga.get(&format!("{there}/mail")).await.says("2 people get this letter.");
        // Those who do not announce, and those of elsewhere, have no such pages.
        let other = elsewhere(&site).await;
        let mut eva = staff(&site, "Eva Bor", RoleKind::Operator, other).await;
        eva.get("/staff").await.says_not("Zmiana sali");
        eva.get(HERE).await.is(200).says_not("Zmiana sali");
        for page in [there.as_str(), &format!("{there}/mail"), &format!("{NEW}?organisation={home}")] {
            eva.get(page).await.is(404);
            jan.get(page).await.is(404);
        }
        jan.get(HERE).await.is(404);
        jan.get("/staff").await;
        jan.post(&there, &[("do", "withdraw")]).await.is(404);
        // Withdrawn, nobody sees it; each step is in the log.
        olga.fill(&there, &there, &[("do", "withdraw")]).await.goes_to(HERE);
        jan.get("/staff").await.says_not("Zmiana sali");
        olga.get(&there).await.is(200).says("This announcement was withdrawn.");
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action LIKE 'announcement.%'").await, 2);
    }

    async fn what_is_missing_is_said_and_nothing_typed_is_lost(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let mut olga = staff(&site, "Olga Maj", RoleKind::Operator, training.organisation_id).await;
        let long = "a".repeat(4_001);
        for changes in [
            vec![("title_pl", "")],
            vec![("language", "ru")],
            vec![("title_en", "Half of it")],
            vec![("until_day", "21")],
            vec![("from_day", "1"), ("until_day", "20")],
            vec![("until_year", "2096")],
            vec![("audience", "")],
            vec![("text_ru", long.as_str()), ("title_ru", "Длинно")],
        ] {
            announces(&mut olga, &changes).await.is(422).says("Spotykamy się w sali 3.");
        }
        assert_eq!(site.number("SELECT COUNT(*) FROM announcements").await, 0);
        // The same form sent twice is one announcement.
        let once = olga.get(NEW).await.input("once").unwrap();
        let mut fields = typed(&[]);
        fields.push(("once", &once));
        let there = address(&olga.post(NEW, &fields).await);
        olga.get(NEW).await;
        olga.post(NEW, &fields).await.goes_to(&there);
        assert_eq!(site.number("SELECT COUNT(*) FROM announcements").await, 1);
        // Two who change it do not overwrite each other unseen.
        let last = olga.get(&there).await.input("last").unwrap();
        let mut first = typed(&[("title_pl", "Sala 4")]);
        first.push(("last", &last));
        olga.post(&there, &first).await.goes_to(&there);
        olga.get(&there).await;
        let mut second = typed(&[("title_pl", "Sala 5")]);
        second.push(("last", &last));
        olga.post(&there, &second).await.is(422).says("Somebody else has changed").says("value=\"Sala 5\"").says("Sala 4");
    }

    async fn the_region_speaks_to_everybody(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        elsewhere(&site).await;
        let mut anna = site.participant("Anna Nowak", "anna@dom.example").await;
        let kind = RoleKind::InstallationAdministrator;
        let mut marek = site.staff("Marek Wilk", "marek@city.example", kind, None).await;
        // There are several branches to announce in: first for whom.
        marek.get(NEW).await.is(200).says("Ośrodek w Łomży").says("Continue");
        let there = format!("{NEW}?organisation={}", training.organisation_id);
        let once = marek.get(&there).await.is(200).input("once").unwrap();
        let mut fields = typed(&[]);
        fields.push(("once", &once));
        marek.post(&there, &fields).await.is(303);
        // The centre stands at the top of its tree here: whoever has an account is concerned.
        anna.get("/my/trainings").await.says("Zmiana sali");
        anna.get("/my/children").await.says("Zmiana sali");
        let mut visitor = site.browser();
        visitor.get(&training.page()).await.says("Zmiana sali");
    }
}
