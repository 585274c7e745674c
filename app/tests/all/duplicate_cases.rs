//! Two records that may be one child [B1, B7]: who sees both decides; one child has everything in one record afterwards.

use zapis::accounts::RoleKind;

use crate::child_once::{ENTER, but, children};
use crate::site::{Browser, Site, on_both};
use crate::staff_children::{Region, find, operator, region};

const MARIA: &str = "maria@dom.example";
const PAWEL: &str = "pawel@dom.example";

struct Story {
    region: Region,
    maria: Browser,
    pawel: Browser,
    admin: Browser,
    earlier: i64,
    later: i64,
    case: String,
}

/// Maria's child and Paweł's child, with a case between them.
async fn opening(site: &Site) -> Story {
    let region = region(site).await;
    let mut maria = site.participant("Maria Lesina", MARIA).await;
    let mut pawel = site.participant("Paweł Lesin", PAWEL).await;
    let lives = region.white.to_string();
    let document = [
        ("municipality", lives.as_str()),
        ("document_kind", "other"),
        ("document_number", "AB 12345"),
    ];
    maria
        .fill(ENTER, ENTER, &but(&[("municipality", &lives)]))
        .await
        .is(303);
    let earlier = site
        .number("SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL")
        .await;
    let mut other = document.to_vec();
    other.extend([
        ("given_name", "Zenon"),
        ("born_year", "2012"),
        ("street", "ul. Długa 80"),
    ]);
    pawel.fill(ENTER, ENTER, &but(&other)).await.is(303);
    let later = site
        .number("SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL")
        .await;
    let reasons = r#"[{"field":"surname","agreement":"equal","bits":801},{"field":"birth_date","agreement":"one_digit","bits":-120}]"#;
    let insert = format!(
        "INSERT INTO duplicate_cases (person_id, other_id, bits, reasons, state, opened_at) VALUES ({later}, $1, 1712, '{reasons}', 'open', 0)"
    );
    site.sql(insert, earlier).await;
    let case = format!(
        "/staff/cases/{}",
        site.number("SELECT MAX(id) FROM duplicate_cases").await
    );
    let mut admin = site
        .staff(
            "Anna Wójt",
            "anna@biala.example",
            RoleKind::OrganisationAdministrator,
            Some(region.white),
        )
        .await;
    admin.get("/?lang=en").await;
    Story {
        region,
        maria,
        pawel,
        admin,
        earlier,
        later,
        case,
    }
}

on_both! {
    async fn whoever_sees_both_decides_that_there_are_two(site: Site) {
        let Story { region, case, mut admin, earlier, later, .. } = opening(&site).await;
        let mut olga = operator(&site, region.nursery, "olga@biala.example").await;
        let mut far = operator(&site, region.school, "ewa@czarna.example").await;
        find(&mut olga).await;
        // One of the two is not enough.
        for staff in [&mut olga, &mut far] {
            staff.get(&case).await.is(404);
            staff.get("/staff/cases").await.is(200).says("No case waits");
            staff.post(&case, &[("verdict", "different"), ("reason", "x")]).await.is(404);
        }
        admin.get("/staff/cases").await.says("Lesin Zenon").says("Lesin Artem").says("17.12");
        admin.get(&case).await.is(200).says("Surname").says("the same").says("one digit differs").says("−1.20").says("•••45").says_not("AB12345").says_not("maria@");
        admin.post(&case, &[]).await.is(422).says("href=\"#verdict\"").says("href=\"#reason\"");
        admin.post(&case, &[("verdict", "different"), ("reason", "I saw both.")]).await.goes_to("/staff/cases");
        // Whoever comes to it later reads what was decided, by whom and why.
        let mut jan = site.staff("Jan Sum", "jan@all.example", RoleKind::InstallationAdministrator, None).await;
        jan.get("/?lang=en").await;
        jan.get(&case).await.is(200).says("It is decided: two children.").says("Decided by Anna Wójt").says("I saw both.").says_not("name=\"verdict\"");
        let late = [("verdict", "same"), ("reason", "One certificate.")];
        jan.post(&case, &late).await.is(422).says("decided this case meanwhile").says("One certificate.").says("two children");
        assert_eq!(site.number("SELECT COUNT(*) FROM people WHERE state = 'merged'").await, 0);
        olga.get(&case).await.is(404);
        admin.get(&format!("/staff/children/{earlier}")).await.says(&format!("href=\"/staff/children/{earlier}/confirm\""));
        for child in [earlier, later] {
            let rows = format!("SELECT COUNT(*) FROM audit WHERE action = 'case.decide' AND subject_id = {child} AND reason = 'I saw both.'");
            assert_eq!(site.number(&rows).await, 1);
        }
        for address in [MARIA, PAWEL] {
            let letter = site.letters_to(address).await.pop().unwrap();
            assert!(letter.subject.contains("is a child of its own"), "{}", letter.subject);
            assert_eq!(letter.contact, "Gmina Biała, http://127.0.0.1:8080/contact");
        }
    }

    /// The score stands beside the thresholds that it was measured by, also when they are others by now.
    async fn a_case_says_from_where_on_somebody_decides(site: Site) {
        let Story { region, case, mut admin, mut maria, .. } = opening(&site).await;
        admin.get(&case).await.is(200).says_not("Thresholds when");
        let lives = region.white.to_string();
        let zofia = [("surname", "Makowska"), ("given_name", "Zofia"), ("sex", "female"), ("municipality", lives.as_str())];
        maria.fill(ENTER, ENTER, &but(&zofia)).await.is(303);
        let home = [("street", "ul. Nowa 80"), ("postal_code", "50-001"), ("city", "Wrocław"), ("born_day", "25")];
        let alike: Vec<_> = zofia.iter().chain(&home).copied().collect();
        let mut ewa = site.participant("Ewa Makowska", "ewa@dom.example").await;
        ewa.fill(ENTER, ENTER, &but(&alike)).await.is(303);
        let made = format!("/staff/cases/{}", site.number("SELECT MAX(id) FROM duplicate_cases").await);
        assert_ne!(made, case);
        let page = admin.get(&made).await;
        page.is(200).says("Together").says("in bits: somebody decides from 5.03 on; from 18.03 on it is one child");
    }

    async fn one_child_has_everything_in_one_record(site: Site) {
        let Story { case, mut admin, mut maria, mut pawel, earlier, later, .. } = opening(&site).await;
        let training = site.training("Szachy").capacity(5).publish().await;
        let both = site.training("Chór").capacity(5).publish().await;
        admin.get(&case).await.says("No enrolment is cancelled");
        for (child, address, group) in [(later, PAWEL, training.group_id), (later, PAWEL, both.group_id), (earlier, MARIA, both.group_id)] {
            let account = site.account(address).await;
            let insert = format!("INSERT INTO enrolments (person_id, group_id, account_id, state, applied_at, changed_at) VALUES ({child}, $1, {account}, 'applied', 1, 1)");
            site.sql(insert, group.get()).await;
            site.sql("UPDATE groups SET taken = taken + 1 WHERE id = $1", group.get()).await;
        }
        // What would happen is said before it is done.
        let page = admin.get(&case).await.text().replace('\u{a0}', " ");
        let (_, would) = page.split_once("What happens if it is one child").expect("a dry run");
        let (ends, goes_over) = would.split_once("1 enrolment goes over").expect("what goes over");
        assert!(ends.contains("1 enrolment of the later record is cancelled") && ends.contains("Chór") && !ends.contains("Szachy"), "{ends}");
        assert!(goes_over.contains("Szachy") && !goes_over.contains("Chór"), "{goes_over}");
        admin.fill(&case, &case, &[("verdict", "same"), ("reason", "One birth certificate.")]).await.goes_to("/staff/cases");
        let merge = format!("/staff/merges/{}", site.number("SELECT MAX(id) FROM merges").await);
        admin.get(&merge).await.is(200).says("Zenon Lesin").says("Artem Lesin").says(&format!("href=\"/staff/children/{earlier}\""))
            .says("Trainings and applications: now of the record that stays");
        assert_eq!(children(&site).await, 2);
        assert_eq!(site.number(&format!("SELECT merged_into FROM people WHERE state = 'merged' AND id = {later}")).await, earlier);
        assert_eq!(site.number(&format!("SELECT person_id FROM documents WHERE person_id = {earlier}")).await, earlier);
        // The applications are Maria's child's; the second one for the choir gave its place back.
        let open = format!("SELECT COUNT(*) FROM enrolments WHERE person_id = {earlier} AND state = 'applied'");
        assert_eq!(site.number(&open).await, 2);
        assert_eq!(site.number("SELECT COUNT(*) FROM enrolments WHERE state = 'cancelled'").await, 1);
        assert_eq!(site.number(&format!("SELECT taken FROM groups WHERE id = {}", both.group_id)).await, 1);
        assert_eq!(site.number(&format!("SELECT COUNT(*) FROM enrolments WHERE person_id = {later} AND state = 'applied'")).await, 0);
        // He reads from which account the other one came, and whom to call.
        let cancelled = site.letters_to(PAWEL).await.into_iter().find(|one| one.subject.contains("Chór")).unwrap();
        let said = format!("{cancelled:?}");
        assert!(said.contains("duplicate account") && said.contains("ma•••@") && !said.contains(MARIA), "{said}");
        // Paweł asks, and Maria decides.
        pawel.get(&format!("/my/children/{later}")).await.is(404);
        pawel.get(&format!("/my/children/{earlier}")).await.is(404);
        maria.get(&format!("/my/children/{earlier}")).await.says("Paweł Lesin asks to act");
        let letter = site.letters_to(PAWEL).await.into_iter().find(|one| one.subject.starts_with("Two records"));
        assert!(letter.unwrap().paragraphs.iter().any(|one| one.contains("One birth certificate.")));
        // What the later record was entered with leads to the one that is kept.
        let again = but(&[("given_name", "Zenon"), ("born_year", "2012")]);
        pawel.fill(ENTER, ENTER, &again).await.is(422);
        let lives = site.number(&format!("SELECT municipality_id FROM people WHERE id = {earlier}")).await.to_string();
        let mut again = again;
        again.push(("municipality", &lives));
        pawel.fill(ENTER, ENTER, &again).await.is(422).says("registered already");
        assert_eq!(children(&site).await, 2);
        // Maria takes over the spelling of the other record.
        let mut change = again.clone();
        change.push(("version", "1"));
        let address = format!("/my/children/{earlier}/change");
        maria.fill(&address, &address, &change).await.is(303);
    }

    async fn what_was_joined_can_be_taken_apart(site: Site) {
        let Story { case, mut admin, mut maria, mut pawel, earlier, later, .. } = opening(&site).await;
        admin.get(&case).await.says("Take from the later record").says("value=\"given_name\"").says("value=\"street\"");
        let joined = [("verdict", "same"), ("take", "given_name"), ("take", "born_on"), ("reason", "One child.")];
        admin.fill(&case, &case, &joined).await.goes_to("/staff/cases");
        maria.get(&format!("/my/children/{earlier}")).await.says("Zenon Lesin").says_not("Artem Lesin").says("Paweł Lesin asks");
        let one = format!("/staff/merges/{}", site.number("SELECT MAX(id) FROM merges").await);
        admin.get("/staff/merges").await.says("record").says("Joined");
        admin.fill(&one, &one, &[("reason", "They are two after all.")]).await.goes_to(&one);
        maria.get(&format!("/my/children/{earlier}")).await.says("Artem Lesin").says_not("asks to act");
        pawel.get(&format!("/my/children/{later}")).await.is(200).says("Zenon Lesin");
        assert_eq!(site.number(&format!("SELECT person_id FROM documents WHERE person_id = {later}")).await, later);
        assert_eq!(site.number("SELECT COUNT(*) FROM people WHERE identity_key LIKE '%#joined%'").await, 0);
        admin.get("/staff/cases").await.says("Lesin Zenon");
        // Each is found by its own name again: nobody is entered a second time.
        let lives = site.number(&format!("SELECT municipality_id FROM people WHERE id = {earlier}")).await.to_string();
        for (changes, who) in [(vec![], "ewa@dom.example"), (vec![("given_name", "Zenon"), ("born_year", "2012")], "jan@dom.example")] {
            let mut typed = but(&changes);
            typed.push(("municipality", &lives));
            let mut third = site.participant("Ewa Trzecia", who).await;
            third.fill(ENTER, ENTER, &typed).await.is(422).says("registered already");
        }
        assert_eq!(children(&site).await, 2);
    }

    async fn guardians_of_both_act_where_that_was_decided(site: Site) {
        let Story { case, mut admin, mut pawel, earlier, .. } = opening(&site).await;
        let twice = [("verdict", "same_all"), ("reason", "Both showed the certificate.")];
        admin.fill(&case, &case, &twice).await.goes_to("/staff/cases");
        admin.get("/staff/cases").await.says("No case waits");
        admin.post(&case, &twice).await.is(422).says("It is decided: one child.").says("Both showed the certificate.");
        pawel.get(&format!("/my/children/{earlier}")).await.is(200).says("Maria Lesina").says("Paweł Lesin");
        assert_eq!(site.number("SELECT COUNT(*) FROM guardianships WHERE state = 'holds'").await, 2);
    }

    async fn a_true_namesake_is_let_in_with_another_document(site: Site) {
        let Story { region, admin: mut ewa, .. } = opening(&site).await;
        let lives = region.white.to_string();
        let page = "/staff/children/namesake";
        let typed = |document: &'static str, email: &'static str| {
            let mut all = but(&[("document_kind", "other"), ("document_number", document)]);
            all.extend([("guardian_email", email), ("reason", "Two boys of one name.")]);
            all
        };
        let with = |mut all: Vec<(&'static str, &'static str)>, lives: &'static str| {
            all.push(("municipality", lives));
            all
        };
        let lives: &'static str = Box::leak(lives.into_boxed_str());
        ewa.fill(page, page, &but(&[("municipality", lives)])).await.is(422).says("href=\"#document_kind\"").says("href=\"#reason\"");
        for (document, email, words) in [
            ("CD 99999", "nobody@dom.example", "No account in use"),
            ("AB 12345", PAWEL, "belongs to a child who is registered"),
        ] {
            ewa.post(page, &with(typed(document, email), lives)).await.is(422).says(words).says("Two boys");
        }
        let mut other = with(typed("CD 99999", PAWEL), lives);
        other.retain(|(name, _)| *name != "given_name");
        other.push(("given_name", "Wojciech"));
        ewa.post(page, &other).await.is(422).says("The guardian can enter the child alone");
        let before = children(&site).await;
        ewa.post(page, &with(typed("CD 99999", PAWEL), lives)).await.is(303);
        ewa.follow().await.is(200).says("Artem Lesin").says("•••99");
        assert_eq!(children(&site).await, before + 1);
        assert_eq!(site.number("SELECT COUNT(*) FROM people WHERE identity_key LIKE 'lesin|artem|%#2'").await, 1);
        let named = but(&[("reason", "At the desk.")]);
        ewa.fill("/staff/children/find", "/staff/children/find", &named).await.is(200).says("There are several children of this name");
        let with_document = but(&[("reason", "At the desk."), ("document_kind", "other"), ("document_number", "CD99999")]);
        ewa.post("/staff/children/find", &with_document).await.is(303);
    }
}
