//! Every staff table is searched, sorted, and its filter kept; who waits is taken away; many files are changed at once.

use zapis::accounts::RoleKind;

use crate::child_once::{ENTER, but};
use crate::fixtures::Training;
use crate::join::press_join;
use crate::materials::{PDF, kept, list};
use crate::site::{Answer, Browser, Site, on_both};
use crate::staff_children::{family, region};
use crate::staff_offer::{Typed, operator};
use crate::staff_tables::{lines, opening, part};

const VIEWS: &str = "/staff/views";

/// Asks for the file of a table, and says what stands first in its rows.
async fn firsts(browser: &mut Browser, address: &str) -> Vec<String> {
    column(browser, address, 0).await
}

async fn column(browser: &mut Browser, address: &str, place: usize) -> Vec<String> {
    let mark = if address.contains('?') { '&' } else { '?' };
    let file = browser.get(&format!("{address}{mark}as=csv")).await;
    file.is(200);
    let cells = |line: &String| {
        line.trim_matches('"')
            .split("\";\"")
            .nth(place)
            .map(str::to_owned)
    };
    lines(&file)[1..].iter().filter_map(cells).collect()
}

/// Keeps the filter of a table, and finds it above the table.
async fn keeps(browser: &mut Browser, place: &str, within: &str, page: &str, query: &str) {
    let address = format!("{page}?{query}");
    browser.get(&address).await.is(200).says("Keep this filter");
    let fields = [
        ("place", place),
        ("within", within),
        ("query", query),
        ("name", place),
    ];
    browser.fill(VIEWS, VIEWS, &fields).await.goes_to(&address);
    browser
        .get(page)
        .await
        .says(&format!(">{place}</a>"))
        .says("id=\"q\"");
    browser.get(VIEWS).await.is(200).says(place);
}

/// Answers the question that was shown.
async fn answers(browser: &mut Browser, address: &str, asked: &Answer) -> Answer {
    browser
        .post(address, &Typed::of_page(&asked.text()).pairs())
        .await
}

async fn files(site: &Site, training: &Training) -> Vec<(String, bool)> {
    let all = list(site, training.group_id).await;
    all.into_iter()
        .map(|one| (one.name, one.from_start))
        .collect()
}

on_both! {
    async fn the_accountant_searches_and_sorts_every_table(site: Site) {
        let (_, mut zofia) = opening(&site).await;
        let queue = "/staff/payments/queue";
        zofia.get(queue).await.is(200).says("Search the table").says("href=\"?sort=amount\"").says("no suggestion");
        zofia.get(&format!("{queue}?q=ODSETKI")).await.says("Odsetki").says_not("HYPERLINK").says("no suggestion");
        assert_eq!(column(&mut zofia, &format!("{queue}?sort=amount-down"), 1).await, ["10,50", "7,00", "5,00"]);
        assert_eq!(column(&mut zofia, &format!("{queue}?sort=amount"), 1).await, ["5,00", "7,00", "10,50"]);
        zofia.get(&format!("{queue}?q=nothing+of+it&sort=day")).await.is(200).says("Nothing was found").says("href=\"?sort=day\"")
            .says("name=\"sort\" value=\"day\"").says_not("Every payment has found");
        keeps(&mut zofia, "queue", "", queue, "q=odsetki&sort=amount").await;
        // What was set aside is found by its reason, which files have too.
        let id = site.number("SELECT MAX(id) FROM statement_entries").await;
        let entry = format!("/staff/payments/entries/{id}");
        zofia.fill(&entry, &entry, &[("deed", "set_aside"), ("aside_reason", "Premia banku")]).await.is(303);
        let aside = format!("{queue}?show=set_aside");
        zofia.get(&format!("{aside}&q=premia")).await.says("Premia banku").says("name=\"show\" value=\"set_aside\"");
        assert_eq!(column(&mut zofia, &aside, 5).await, ["Premia banku"]);

        let charges = "/staff/payments?show=due";
        zofia.get(charges).await.says("href=\"?show=due&#38;sort=name\"");
        assert_eq!(firsts(&mut zofia, &format!("{charges}&sort=name-down")).await, ["Jan Sowa", "Anna Nowak"]);
        keeps(&mut zofia, "payments", "", "/staff/payments", "show=due&q=nowak&sort=name").await;

        let statements = "/staff/payments/statements";
        zofia.get(&format!("{statements}?q=wyciag")).await.says("wyciag.sta");
        zofia.get(&format!("{statements}?q=luty")).await.is(200).says("Nothing was found").says_not("wyciag.sta");
        keeps(&mut zofia, "statements", "", statements, "q=wyciag").await;
        let number = site.number("SELECT MAX(id) FROM statements").await.to_string();
        let one = format!("{statements}/{number}");
        zofia.get(&one).await.is(200).says("href=\"?sort=amount\"").says("HYPERLINK");
        zofia.get(&format!("{one}?q=odsetki")).await.says("Odsetki").says_not("HYPERLINK");
        assert_eq!(column(&mut zofia, &format!("{one}?sort=amount-down"), 1).await, ["10,50", "7,00", "5,00"]);
        keeps(&mut zofia, "entries", &number, &one, "q=odsetki").await;
        zofia.get("/staff/payments/closing?day=22.11.2026&sort=amount").await.is(200);
    }

    async fn what_waits_about_children_is_searched_and_its_filter_kept(site: Site) {
        let region = region(&site).await;
        let (_, artem) = family(&site, &region).await;
        let (lives, far) = (region.white.to_string(), site.number("SELECT id FROM organisations WHERE name = 'Gmina Czarna'").await);
        let mut pawel = site.participant("Paweł Wrona", "pawel@dom.example").await;
        let zenon = but(&[("surname", "Wrona"), ("given_name", "Zenon"), ("born_year", "2012"), ("municipality", &lives)]);
        pawel.fill(ENTER, ENTER, &zenon).await.is(303);
        let of_zenon = site.number("SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL").await;
        let by = site.account("pawel@dom.example").await;
        for insert in [
            format!("INSERT INTO duplicate_cases (person_id, other_id, bits, reasons, state, opened_at) VALUES ({of_zenon}, $1, 1712, '[]', 'open', 0)"),
            format!("INSERT INTO child_corrections (person_id, asked_by, asked_at, known, reason, state) VALUES ($1, {by}, 0, '{{}}', 'A new surname.', 'open')"),
            format!("INSERT INTO municipality_changes (person_id, from_id, to_id, reason, state, opened_by, opened_at) VALUES ($1, {lives}, {far}, 'Moved.', 'draft', {by}, 0)"),
            format!("INSERT INTO merges (gone_person_id, kept_person_id, state, chosen, reason, organisation_id, opened_at, opened_by) VALUES ({of_zenon}, $1, 'done', '{{}}', 'One child.', {lives}, 0, {by})"),
        ] {
            site.sql(insert, artem).await;
        }
        let white = Some(region.white);
        let mut anna = site.staff("Anna Wójt", "anna@biala.example", RoleKind::OrganisationAdministrator, white).await;
        anna.get("/?lang=en").await;
        for (place, filter) in [("cases", "q=zenon+lesin"), ("corrections", "q=surname&sort=name"), ("moves", "state=draft&q=czarna"), ("merges", "q=artem&sort=opened-down")] {
            let page = format!("/staff/{place}");
            anna.get(&page).await.is(200).says("Search the table").says("Artem").says_not("Keep this filter");
            anna.get(&format!("{page}?q=nothing+of+it")).await.is(200).says("Nothing was found").says_not("Artem");
            anna.get(&format!("{page}?{filter}")).await.says("Artem");
            assert_eq!(firsts(&mut anna, &format!("{page}?{filter}")).await.len(), 1, "{place}");
            keeps(&mut anna, place, "", &page, filter).await;
        }
        anna.get("/staff/moves?state=submitted").await.is(200).says_not("Artem").says(">moves</a>");
        // What is filtered can be kept also while nothing waits there.
        anna.get("/staff/moves?state=submitted").await.says("Keep this filter");
    }

    async fn the_operator_searches_and_sorts_every_table(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let home = training.organisation_id.to_string();
        let mut olga = operator(&site, &training, "Olga Radina").await;
        for name in ["Centrum", "Biblioteka"] {
            olga.get("/staff/venues/new").await;
            let fields = [("venue_name", name), ("address", "ul. Lipowa 9"), ("room_id", ""), ("room_name", "12"), ("room_places", "20")];
            olga.post("/staff/venues/new", &fields).await.goes_to("/staff/venues");
        }
        assert_eq!(firsts(&mut olga, "/staff/venues?sort=name-down").await, ["Centrum", "Biblioteka"]);
        olga.get("/staff/venues?q=biblio+lipowa").await.says("Biblioteka").says_not("Centrum</a>");
        keeps(&mut olga, "venues", "", "/staff/venues", "q=biblio&sort=name").await;

        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        anna.get("/contact").await;
        for subject in ["Parking", "Obiady"] {
            anna.fill("/contact/write", "/contact/write", &[("organisation", &home), ("subject", subject), ("message", "Czy jest?")]).await.is(303);
        }
        let requests = "/staff/requests?show=opened";
        olga.get(&format!("{requests}&q=obiad")).await.is(200).says("Obiady").says_not("Parking");
        olga.get(&format!("{requests}&q=basen")).await.says("Nothing was found").says("name=\"show\" value=\"opened\"");
        assert_eq!(firsts(&mut olga, &format!("{requests}&sort=subject-down")).await, ["Parking", "Obiady"]);
        keeps(&mut olga, "requests", "", "/staff/requests", "show=opened&q=obiad").await;

        let mut jan = site.participant("Jan Sowa", "jan@poczta.example").await;
        press_join(&mut anna, &training).await;
        press_join(&mut jan, &training).await;
        let mails = format!("/staff/groups/{}/mail", training.group_id);
        olga.get(&mails).await;
        let once = olga.last.input("once").unwrap();
        let fields = [("once", once.as_str()), ("state", "confirmed"), ("subject", "Co zabrać"), ("text", "Notatniki.")];
        let shown = olga.post(&mails, &fields).await;
        let sent = answers(&mut olga, &mails, &shown).await.is(303).location.clone().unwrap();
        olga.get(&sent).await.says("Nowak Anna").says("Sowa Jan").says("href=\"?sort=state\"");
        olga.get(&format!("{sent}?q=sowa")).await.says("Sowa Jan").says_not("Nowak Anna");
        olga.get(&format!("{sent}?q=undelivered")).await.says("Nothing was found");
        assert_eq!(firsts(&mut olga, &format!("{sent}?sort=name-down")).await, ["Sowa Jan", "Nowak Anna"]);
        let mail = sent.rsplit('/').next().unwrap();
        let within = format!("{}/{mail}", training.group_id);
        keeps(&mut olga, "delivery", &within, &sent, "q=sowa").await;
        let fields = [("place", "delivery"), ("within", mail), ("query", "q=sowa"), ("name", "x")];
        olga.fill(VIEWS, VIEWS, &fields).await.is(404);
    }

    async fn who_waits_is_taken_away(site: Site) {
        let training = site.training("Pierwsza pomoc").approved_by_staff().publish().await;
        for (name, email, state) in [
            ("Anna Nowak", "anna@poczta.example", "applied"),
            ("Igor Malewicz", "igor@poczta.example", "waiting"),
            ("Ola Lis", "ola@poczta.example", "waiting"),
        ] {
            site.participant(name, email).await;
            site.enrolled(email, &training, state).await;
        }
        let line = "UPDATE enrolments SET line_at = applied_at, line_no = id WHERE group_id = $1 AND state = 'waiting'";
        site.sql(line, training.group_id.get()).await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        let page = format!("/staff/groups/{}/participants", training.group_id);
        olga.get(&page).await.is(200).says("href=\"?as=csv&#38;of=applied\"").says("href=\"?as=xlsx&#38;of=waiting\"")
            .says_not("of=late");
        assert_eq!(firsts(&mut olga, &format!("{page}?of=applied")).await, ["Nowak Anna"]);
        assert_eq!(firsts(&mut olga, &format!("{page}?of=waiting")).await, ["1", "2"]);
        assert_eq!(column(&mut olga, &format!("{page}?of=waiting"), 1).await, ["Malewicz Igor", "Lis Ola"]);
        assert_eq!(firsts(&mut olga, &format!("{page}?of=nonsense")).await.len(), 3);
        let book = olga.get(&format!("{page}?of=waiting&as=xlsx")).await;
        assert!(book.header("content-disposition").contains(&format!("waiting-{}.xlsx", training.group_id)));
        let texts = part(&book, "xl/sharedStrings.xml");
        assert!(texts.contains("Lis Ola") && !texts.contains("Nowak"), "{texts}");
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'group.download'").await, 5);
        let mut zuzanna = site.participant("Zuzanna Obca", "zuzanna@poczta.example").await;
        zuzanna.get(&format!("{page}?of=waiting&as=csv")).await.is(404);
    }

    async fn many_files_are_opened_closed_and_deleted(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let other = site.training("Inne").publish().await;
        let mut wanda = crate::materials::operator(&site, &training).await;
        let page = kept(&training);
        let long = format!("{}.pdf", "Karty".repeat(24));
        for (address, name) in [(&page, "plan.pdf"), (&page, long.as_str()), (&page, "test.pdf"), (&kept(&other), "cudzy.pdf")] {
            wanda.get(address).await;
            wanda.upload(address, &[], (name, PDF)).await.is(303);
        }
        let ids: Vec<String> = list(&site, training.group_id).await.iter().map(|one| one.id.to_string()).collect();
        let foreign = list(&site, other.group_id).await[0].id.to_string();
        let many = format!("{page}/many");
        // A name without blanks may break.
        wanda.get(&page).await.says("Choose: plan.pdf").says("Choose all (3 rows)").says("KartyKartyKartyKarty<wbr>Karty").says("plan.pdf</a>");
        wanda.get(&many).await.goes_to(&page);
        wanda.fill(&page, &many, &[("deed", "open-files")]).await.goes_to(&page);
        wanda.follow().await.says("Nothing was chosen");
        let asked = wanda.fill(&page, &many, &[("deed", "open-files"), ("pick", &ids[0]), ("pick", &ids[2]), ("pick", &foreign)]).await;
        asked.is(200).says("Open 2 files from the start?").says("<li>plan.pdf</li>").says("1 row that was chosen is not there").says_not("cudzy");
        assert!(files(&site, &training).await.iter().all(|(_, open)| !open), "asked first");
        answers(&mut wanda, &many, &asked).await.is(200).says("Done: 2.").says("Not done: 1.");
        let now = files(&site, &training).await;
        assert_eq!(now.iter().map(|(_, open)| *open).collect::<Vec<_>>(), [true, false, true]);
        wanda.get(&page).await;
        let asked = wanda.post(&many, &[("deed", "close-files"), ("all", "1"), ("rows", &ids.join(","))]).await;
        asked.says("Close 3 files until the end?");
        answers(&mut wanda, &many, &asked).await.says("Done: 3.");
        assert!(files(&site, &training).await.iter().all(|(_, open)| !open));
        wanda.get(&page).await;
        let asked = wanda.post(&many, &[("deed", "delete-files"), ("pick", &ids[0]), ("pick", &ids[1])]).await;
        asked.is(200).says("Delete 2 files?").says("cannot be undone").says("button danger");
        answers(&mut wanda, &many, &asked).await.says("Done: 2.");
        assert_eq!(files(&site, &training).await, [("test.pdf".to_owned(), false)]);
        // Once more does no harm.
        wanda.get(&page).await;
        answers(&mut wanda, &many, &asked).await.is(200).says("Not done: 2.");
        assert_eq!(files(&site, &other).await.len(), 1);
        let noted = "SELECT COUNT(*) FROM audit WHERE action = 'material.delete'";
        assert_eq!(site.number(noted).await, 2);
        wanda.get(&page).await;
        wanda.post(&many, &[("deed", "shred"), ("pick", &ids[2])]).await.is(404);
        let mut stranger = site.participant("Zuzanna Obca", "zuzanna@poczta.example").await;
        stranger.get("/my/trainings").await;
        stranger.post(&many, &[("deed", "delete-files"), ("pick", &ids[2])]).await.is(404);
    }
}
