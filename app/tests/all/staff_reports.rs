//! A17: figures of a period; each agrees with the list that it leads to, and nobody counts what lies in another branch.

use zapis::accounts::RoleKind;
use zapis::organisations::{self, Kind, NewOrganisation};

use crate::certificate::read_with;
use crate::completed::send_survey;
use crate::fixtures::Training;
use crate::payments::{join_and_pay_oneself, statement};
use crate::site::{Browser, Site, on_both};

/// Links of a page with their words.
fn links(page: &str) -> Vec<(String, String)> {
    let main = page.split("<main").nth(1).unwrap_or_default();
    let tags = main.split("<a href=\"").skip(1);
    let link = |rest: &str| {
        let (href, rest) = rest.split_once('"')?;
        let words = rest.split_once('>')?.1.split("</a>").next()?;
        let words = words.replace("<strong>", "").replace("</strong>", "");
        Some((href.replace("&#38;", "&").replace("&amp;", "&"), words))
    };
    tags.filter_map(link).collect()
}

async fn administrator(site: &Site, training: &Training) -> Browser {
    let branch = Some(training.organisation_id);
    let kind = RoleKind::OrganisationAdministrator;
    site.staff("Wanda Zych", "wanda@centrum.example", kind, branch)
        .await
}

/// A year of a centre: a finished training with a survey, one that people paid for, one that was called off.
async fn opening(site: &Site) -> (Training, Browser) {
    let aid = site.training("Pierwsza pomoc").publish().await;
    let paid = site
        .training("Ocenianie")
        .price(12_000)
        .course(|course| course.subject = "Ocenianie i testy".into())
        .meeting("2027-01-12T16:00", "2027-01-12T18:00")
        .publish()
        .await;
    let off = site.training("Tablica").publish().await;
    site.sql(
        "UPDATE groups SET state = 'cancelled' WHERE id = $1",
        off.group_id.get(),
    )
    .await;
    site.sql(
        "UPDATE groups SET state = 'finished' WHERE id = $1",
        aid.group_id.get(),
    )
    .await;
    site.is_paid_at(&paid).await;
    for (number, name) in [
        "Anna Nowak",
        "Ewa Maj",
        "Jan Lis",
        "Igor Bąk",
        "Ola Wrona",
        "Piotr Sowa",
    ]
    .into_iter()
    .enumerate()
    {
        let email = format!("p{number}@poczta.example");
        let mut browser = site.participant(name, &email).await;
        let state = if number == 5 {
            "not_completed"
        } else {
            "completed"
        };
        let id = site.enrolled(&email, &aid, state).await;
        if number < 5 {
            send_survey(&mut browser, id).await.goes_to("/my/trainings");
        }
        if number < 3 {
            join_and_pay_oneself(&mut browser, &paid).await;
        }
    }
    let first = site.number("SELECT MIN(id) FROM charges").await;
    let title = zapis::payments::token::title_of(zapis::payments::ChargeId::new(first));
    site.takes_in(&statement(&[(12_000, title.as_str())])).await;
    site.sql(
        "UPDATE charges SET state = 'overdue' WHERE id = $1",
        first + 1,
    )
    .await;
    site.sql(
        "UPDATE charges SET state = 'waived' WHERE id = $1",
        first + 2,
    )
    .await;
    // Answers are shown from the day after.
    site.app.clock.advance(jiff::SignedDuration::from_hours(24));
    let wanda = administrator(site, &aid).await;
    (aid, wanda)
}

on_both! {
    async fn every_figure_agrees_with_its_list(site: Site) {
        let (aid, mut wanda) = opening(&site).await;
        wanda.get("/staff").await.says("href=\"/staff/reports\"");
        let page = wanda.get("/staff/reports").await;
        page.is(200).says("1 September 2026 – 31 August 2027").says("Offer by subject").says("Ocenianie i testy")
            .says("Szkoła Podstawowa nr 7").says("12.2026").says("01.2027").says("PLN 360").says("PLN 120");
        let figures: Vec<_> = links(&page.text()).into_iter().filter(|(href, _)| {
            let is_page = href == "/staff/reports/children";
            !is_page && href.starts_with("/staff/reports/") || href.ends_with("/survey")
        }).collect();
        assert!(figures.len() > 40, "{figures:?}");
        let survey = format!("/staff/groups/{}/survey", aid.group_id);
        assert!(figures.contains(&(survey, "5".to_owned())), "five answers are shown: {figures:?}");
        for (href, words) in &figures {
            let list = wanda.get(href).await;
            list.is(200);
            if href.ends_with("/survey") {
                continue;
            }
            let text = list.text();
            assert!(text.contains(&format!("<dd>{words}</dd>")), "{href} does not say {words}:\n{text}");
            let rows = text.matches("<tr><th scope=\"row\">").count();
            let said = text.split("<dd>").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
            assert_eq!(said.parse::<usize>().ok(), Some(rows), "{href} shows what it counts");
        }
        let people = |state: &str| format!("/staff/reports/people?from=2026-09-01&to=2027-08-31&subject=Wychowanie&state={state}");
        wanda.get(&people("completed")).await.says("Nowak Anna").says_not("Sowa Piotr").says("<dd>20</dd>");
        wanda.get(&people("not_completed")).await.says("Sowa Piotr").says_not("Nowak Anna");
        assert!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'report.look_up'").await > 0, "a look at names leaves a trace");
        let sheet = wanda.get("/staff/reports.xlsx?from=2026-09-01&to=2027-08-31").await;
        sheet.is(200);
        assert!(sheet.kind.ends_with("spreadsheetml.sheet") && sheet.bytes.starts_with(b"PK"));
    }

    async fn a_report_is_printed_with_the_figures_of_its_page(site: Site) {
        let (_, mut wanda) = opening(&site).await;
        wanda.get("/staff/reports").await.says("/staff/reports.pdf?from=2026-09-01");
        let address = "/staff/reports.pdf?from=2026-09-01&to=2027-08-31";
        let paper = wanda.get(address).await;
        paper.is(200);
        assert_eq!(paper.kind, "application/pdf");
        read_with("qpdf", &["--check", "FILE"], &paper.bytes);
        let text = read_with("pdftotext", &["-layout", "FILE", "-"], &paper.bytes);
        let page = wanda.get("/staff/reports").await.text();
        for heading in page.split("<h2>").skip(1).filter_map(|rest| rest.split("</h2>").next()) {
            assert!(text.contains(heading), "no {heading} in {text}");
        }
        for words in ["1 September 2026 – 31 August 2027", "Ocenianie i testy", "Szkoła Podstawowa nr 7", "PLN 360", "As of "] {
            assert!(text.contains(words), "no {words} in {text}");
        }
        // Figures stand beside their row's name, as on the page.
        let line = text.lines().find(|line| line.trim_start().starts_with("12.2026")).unwrap_or_default();
        assert!(line.split_whitespace().count() >= 5, "{line}");
        wanda.get("/?lang=pl").await;
        let text = read_with("pdftotext", &["-layout", "FILE", "-"], &wanda.get(address).await.bytes);
        assert!(text.contains("Stan na"), "{text}");
        wanda.get("/staff/reports.pdf?from=x").await.is(404);
        // A year without anything is printed too.
        wanda.get("/staff/reports.pdf?from=1.1.2020&to=31.1.2020").await.is(200);
    }

    async fn columns_of_money_add_up_without_what_was_let_go(site: Site) {
        let (_, mut wanda) = opening(&site).await;
        // The third was waived by staff; the second resigns in time, and nobody owes anything for it any more.
        let first = site.number("SELECT MIN(id) FROM charges").await;
        site.sql("UPDATE charges SET state = 'waived', let_go_at = 1 WHERE id = $1", first + 1).await;
        let list = |state: &str| format!("/staff/reports/charges?from=2026-09-01&to=2027-08-31&currency=PLN&state={state}");
        wanda.get(&list("")).await.says("PLN\u{a0}240").says("<dd>2</dd>");
        wanda.get(&list("booked")).await.says("PLN\u{a0}120").says("<dd>1</dd>");
        wanda.get(&list("waived")).await.says("PLN\u{a0}120").says("<dd>1</dd>");
        wanda.get(&list("open")).await.says("<dd>0</dd>");
        // A part came in before the rest was waived.
        site.sql("UPDATE charges SET booked_minor = 2000 WHERE id = $1", first + 2).await;
        wanda.get(&list("booked")).await.says("PLN\u{a0}140");
        wanda.get(&list("waived")).await.says("PLN\u{a0}100");
        site.sql("UPDATE charges SET state = 'refunded' WHERE id = $1", first).await;
        wanda.get(&list("refund")).await.says("PLN\u{a0}120");
        wanda.get(&list("")).await.says("PLN\u{a0}240");
    }

    async fn schools_of_one_name_and_enrolments_of_one_person_are_told_apart(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let mut ids = Vec::new();
        for city in ["Łomża", "Suwałki"] {
            let new = NewOrganisation {
                parent: Some(training.organisation_id),
                kind: Kind::Institution,
                name: "Szkoła Podstawowa nr 1".into(),
                city: city.into(),
                ..NewOrganisation::default()
            };
            let (at, work) = (site.now(), site.app.db.clone());
            ids.push(work.write(move |tx| Box::pin(async move { organisations::upsert(tx, &new, at).await })).await.map_err(|error: database::DbError| error).unwrap().0);
        }
        let other = site.training("Tablica").publish().await;
        for (at, (name, email)) in [("Anna Nowak", "a@poczta.example"), ("Ewa Maj", "e@poczta.example")].into_iter().enumerate() {
            site.participant(name, email).await;
            site.enrolled(email, &training, "completed").await;
            let (account, workplace) = (site.account(email).await, ids[at]);
            let work = site.app.db.write(move |tx| Box::pin(async move {
                tx.exec("UPDATE people SET workplace_id = $2 WHERE account_id = $1", &[&account, &workplace]).await
            }));
            work.await.map_err(|error: database::DbError| error).unwrap();
        }
        let mut wanda = administrator(&site, &training).await;
        let page = wanda.get("/staff/reports").await;
        page.is(200).says("Szkoła Podstawowa nr 1, Łomża").says("Szkoła Podstawowa nr 1, Suwałki");
        let figures = links(&page.text());
        let (school, one) = figures.iter().find(|(href, _)| href.contains("workplace=")).unwrap();
        assert_eq!(one, "1");
        wanda.get(school).await.says("Szkoła Podstawowa nr 1, Łomża").says("Nowak Anna").says_not("Maj Ewa");
        site.enrolled("a@poczta.example", &other, "confirmed").await;
        wanda.get("/staff/reports/people?from=2026-09-01&to=2027-08-31").await
            .says("<dt>Enrolments</dt><dd>3</dd>").says("<dt>People</dt><dd>2</dd>");
    }

    async fn a_list_is_chosen_by_all_that_is_asked_and_says_no_more(site: Site) {
        let (_, mut wanda) = opening(&site).await;
        let days = "from=2026-09-01&to=2027-08-31";
        wanda.get(&format!("/staff/reports/groups?{days}&state=completed&workplace=x")).await.is(200)
            .says("Pierwsza pomoc").says_not("Completed");
        wanda.get(&format!("/staff/reports/groups?{days}&subject=Wychowanie&month=2026-12")).await
            .says("Wychowanie · 12.2026").says("Pierwsza pomoc").says_not("Ocenianie");
        wanda.get(&format!("/staff/reports/groups?{days}&subject=Wychowanie&month=2027-01")).await
            .says("<dd>0</dd>").says_not("Pierwsza pomoc");
    }

    async fn a_period_is_what_was_asked_for(site: Site) {
        let (_, mut wanda) = opening(&site).await;
        wanda.get("/staff/reports?from=1.1.2027&to=31.1.2027").await.is(200)
            .says("Ocenianie i testy").says_not("Wychowanie").says_not("12.2026");
        wanda.get("/staff/reports?from=1.1.2020&to=31.1.2020").await.is(200).says("Nothing in this period");
        wanda.get("/staff/reports?from=31.2.2027&to=x").await.is(422).says("value=\"31.2.2027\"").says("Type the date");
        wanda.get("/staff/reports?from=2.1.2027&to=1.1.2027").await.is(422).says("must not come before");
        wanda.get("/staff/reports/groups?state=nonsense").await.is(200).says("Pierwsza pomoc");
        wanda.get("/staff/reports/groups?from=x").await.is(404);
    }

    async fn reports_hold_for_the_own_branch_only(site: Site) {
        let (aid, _) = opening(&site).await;
        let now = site.now();
        let new = NewOrganisation { kind: Kind::TrainingCentre, name: "Ośrodek w Łomży".into(), city: "Łomża".into(), ..NewOrganisation::default() };
        let made = site.app.db.write(move |tx| Box::pin(async move {
            let (id, _) = organisations::upsert(tx, &new, now).await?;
            organisations::touch(tx).await?;
            Ok::<_, database::DbError>(id)
        }));
        let branch = Some(made.await.unwrap());
        site.app.organisations.refresh(&site.app.db).await.unwrap();
        let mut other = site.staff("Marta Wilk", "marta@lomza.example", RoleKind::OrganisationAdministrator, branch).await;
        other.get("/staff/reports").await.is(200).says_not("Wychowanie").says_not("Szkoła");
        for list in ["groups", "people", "charges"] {
            other.get(&format!("/staff/reports/{list}")).await.is(200).says("Nothing in this period").says_not("Nowak");
        }
        for (kind, email) in [(RoleKind::Operator, "o@c.example"), (RoleKind::Trainer, "t@c.example"), (RoleKind::Accountant, "a@c.example")] {
            let mut staff = site.staff("Jan Kos", email, kind, Some(aid.organisation_id)).await;
            for page in ["", ".xlsx", ".pdf", "/groups", "/people", "/charges"] {
                staff.get(&format!("/staff/reports{page}")).await.is(404);
            }
        }
    }
}
