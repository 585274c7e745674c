//! A17: staff looks at results without learning who said what, compares groups and years, and writes its own questions.

use database::DbError;
use zapis::accounts::RoleKind;
use zapis::catalogue::GroupId;

use crate::completed::{ANSWERS, send_survey, survey};
use crate::fixtures::Training;
use crate::site::{Browser, Site, on_both};

async fn staff(site: &Site, training: &Training, email: &str, kind: RoleKind) -> Browser {
    let branch = Some(training.organisation_id);
    let mut browser = site.staff("Wanda Szczęsna", email, kind, branch).await;
    browser.get("/?lang=en").await;
    browser
}

/// So many answers of a group: the point for the first question, and words.
async fn answered(
    site: &Site,
    group: GroupId,
    day: &'static str,
    count: usize,
    (point, words): (u8, &str),
) {
    let answers = format!("{{\"overall\": {point}, \"next_time\": \"{words}\"}}");
    let seed = site.app.random.clone();
    let work = site.app.db.write(move |tx| {
        Box::pin(async move {
            for _ in 0..count {
                let id = data_encoding::HEXLOWER.encode(&seed.bytes::<16>());
                tx.exec(
                    "INSERT INTO survey_answers (id, group_id, template_id, answered_on, answers) \
                     SELECT $1, $2, MAX(id), $4, $3 FROM survey_templates",
                    &[&id, &group, &answers, &day],
                )
                .await?;
            }
            Ok::<_, DbError>(())
        })
    });
    work.await.unwrap();
}

fn results(training: &Training) -> String {
    format!("/staff/groups/{}/survey", training.group_id)
}

on_both! {
    async fn newer_answers_appear_five_at_a_time(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let mut wanda = staff(&site, &training, "wanda@centre.example", RoleKind::Operator).await;
        let page = results(&training);
        let group = training.group_id;
        answered(&site, group, "2026-11-16", 4, (4, "")).await;
        wanda.get(&page).await.is(200).says("4 answers so far").says_not("Average:");
        let empty = wanda.get(&format!("{page}?as=csv")).await;
        assert_eq!(empty.text().lines().count(), 1, "{}", empty.text());
        answered(&site, group, "2026-11-17", 2, (4, "")).await;
        wanda.get(&page).await.says("6 people have answered").says("5 answers are shown").says("Average: 4.00 of 5");
        answered(&site, group, "2026-11-18", 3, (1, "To ja, Anna")).await;
        wanda.get(&page).await.says("9 people have answered").says("5 answers are shown").says("Average: 4.00 of 5").says_not("To ja");
        let course = format!("/staff/courses/{}/survey", training.course_id);
        wanda.get(&course).await.is(200).says("4.00");
        let file = wanda.get(&format!("{page}?as=csv")).await;
        assert!(file.kind.starts_with("text/csv") && !file.text().contains("To ja"));
        file.says("\"1. How do you rate the training as a whole?\";\"4\";\"5\";\"100%\"");
        let book = wanda.get(&format!("{page}?as=xlsx")).await;
        assert!(book.header("content-disposition").contains(&format!("survey-{group}.xlsx")));
        let texts = crate::staff_tables::part(&book, "xl/sharedStrings.xml");
        assert!(texts.contains("1. How do you rate the training as a whole?") && !texts.contains("To ja"), "{texts}");
        assert!(crate::staff_tables::part(&book, "xl/worksheets/sheet1.xml").contains("<v>5</v>"));
        answered(&site, group, "2026-11-19", 1, (1, "")).await;
        answered(&site, group, "2026-11-22", 5, (1, "")).await;
        wanda.get(&page).await.says("10 answers are shown").says("Average: 2.80 of 5").says("To ja, Anna");
        wanda.get(&course).await.says("2.80").says_not("4.00");
        let mut stranger = site.participant("Anna Kowalska", "anna@school.example").await;
        stranger.get(&format!("{page}?as=csv")).await.is(404);
        stranger.get(&course).await.is(404);
    }

    async fn no_day_is_one_persons(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let mut anna = site.participant("Anna Kowalska", "anna@school.example").await;
        let id = site.enrolled("anna@school.example", &training, "completed").await;
        for (day, count) in [("2026-11-16", 5), ("2026-11-17", 1), ("2026-11-18", 1)] {
            answered(&site, training.group_id, day, count, (4, "")).await;
        }
        send_survey(&mut anna, id).await.goes_to("/my/trainings");
        let on = async |sql| site.number(sql).await;
        assert_eq!(on("SELECT COUNT(*) FROM survey_answers WHERE answered_on = '2026-11-16'").await, 5);
        assert_eq!(on("SELECT COUNT(*) FROM survey_answers WHERE answered_on = '2026-11-22'").await, 3);
    }

    async fn all_answers_are_shown_once_everybody_has_answered(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let mut wanda = staff(&site, &training, "wanda@centre.example", RoleKind::Operator).await;
        let page = results(&training);
        answered(&site, training.group_id, "2026-11-16", 5, (4, "")).await;
        for email in ["anna@school.example", "ewa@school.example"] {
            let mut browser = site.participant("Anna Kowalska", email).await;
            let id = site.enrolled(email, &training, "completed").await;
            wanda.get(&page).await.says("Average: 4.00 of 5");
            send_survey(&mut browser, id).await.goes_to("/my/trainings");
        }
        site.sql("UPDATE groups SET state = 'finished' WHERE id = $1", training.group_id.get()).await;
        wanda.get(&page).await.says("7 people have answered").says("5 answers are shown").says("Average: 4.00 of 5");
        site.sql("UPDATE survey_answers SET answered_on = '2026-11-21' WHERE answered_on = '2026-11-22' AND 0 = $1", 0).await;
        wanda.get(&page).await.says("5 answers are shown");
        site.sql("UPDATE enrolments SET survey_done_on = '2026-11-21' WHERE group_id = $1", training.group_id.get()).await;
        wanda.get(&page).await.says("7 people have answered").says_not("answers are shown").says("Average: 4.29 of 5");
        site.sql("UPDATE enrolments SET survey_done_on = NULL WHERE group_id = $1", training.group_id.get()).await;
        wanda.get(&page).await.says("5 answers are shown");
    }

    async fn groups_and_years_are_compared_by_what_each_group_shows(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let mut wanda = staff(&site, &training, "wanda@centre.example", RoleKind::Operator).await;
        let course = format!("/staff/courses/{}/survey", training.course_id);
        wanda.get(&course).await.is(200).says("No group of this course has 5 answers yet");
        let mut groups = Vec::new();
        for (code, day) in [("2", "2025-10-01"), ("3", "2026-05-01")] {
            site.sql(match code {
                "2" => "INSERT INTO groups (course_id, code, state, mode, capacity, opens_at, closes_at, created_at, changed_at) \
                    VALUES ($1, '2', 'finished', 'on_site', 20, 0, 1, 0, 0)",
                _ => "INSERT INTO groups (course_id, code, state, mode, capacity, opens_at, closes_at, created_at, changed_at) \
                    VALUES ($1, '3', 'finished', 'on_site', 20, 0, 1, 0, 0)",
            }, training.course_id.get()).await;
            let id = GroupId::new(site.number("SELECT MAX(id) FROM groups").await);
            let starts = crate::fixtures::warsaw(&format!("{day}T16:00"));
            let work = site.app.db.write(move |tx| Box::pin(async move {
                let ends = starts + jiff::SignedDuration::from_hours(3);
                tx.exec("INSERT INTO meetings (group_id, starts_at, ends_at) VALUES ($1, $2, $3)", &[&id, &starts, &ends]).await
            }));
            work.await.map_err(|error: DbError| error).unwrap();
            groups.push(id);
        }
        answered(&site, training.group_id, "2026-11-20", 5, (5, "")).await;
        answered(&site, groups[0], "2026-11-20", 5, (2, "")).await;
        answered(&site, groups[1], "2026-11-20", 4, (1, "")).await;
        wanda.get(&course).await.says("1 (2026/2027)").says("5.00").says("2 (2025/2026)").says("2.00").says_not("3 (2025");
        wanda.get(&format!("{course}?by=years")).await.says("2025/2026").says("2.00").says_not("1.56");
        answered(&site, groups[1], "2026-11-20", 1, (1, "")).await;
        wanda.get(&format!("{course}?by=years")).await.says("1.50");
        let file = wanda.get(&format!("{course}?by=years&as=csv")).await;
        file.says("\"How do you rate the training as a whole?\";\"2025/2026\";\"1,50\";\"10\"");
        let book = wanda.get(&format!("{course}?by=years&as=xlsx")).await;
        let numbers = crate::staff_tables::part(&book, "xl/worksheets/sheet1.xml");
        assert!(numbers.contains("<v>1.5</v>") && numbers.contains("<v>10</v>"), "{numbers}");
        let mut trainer = staff(&site, &training, "jan@centre.example", RoleKind::Trainer).await;
        trainer.get(&course).await.is(404);
    }

    async fn a_course_is_compared_with_its_copies_of_other_years(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let mut wanda = staff(&site, &training, "wanda@centre.example", RoleKind::Operator).await;
        let mut from = training.course_id;
        let mut groups = vec![training.group_id];
        // The second copy is made of the first one.
        for (code, first) in [("T-2027", "30.11.2027"), ("T-2028", "28.11.2028")] {
            let copy = format!("/staff/courses/{from}/copy");
            wanda.get(&copy).await;
            wanda.post(&copy, &[("code", code), ("first", first)]).await.is(303);
            from = zapis::catalogue::CourseId::new(site.number("SELECT MAX(id) FROM courses").await);
            groups.push(GroupId::new(site.number("SELECT MAX(id) FROM groups").await));
        }
        let other = site.training("Ocenianie").publish().await;
        for (group, point) in groups.iter().zip([5, 4, 2]) {
            answered(&site, *group, "2026-11-20", 5, (point, "")).await;
        }
        answered(&site, other.group_id, "2026-11-20", 5, (1, "")).await;
        for course in [training.course_id, from] {
            let page = format!("/staff/courses/{course}/survey?by=years");
            wanda.get(&page).await.is(200).says("2026/2027").says("5.00").says("2027/2028").says("4.00")
                .says("2028/2029").says("2.00").says_not("1.00");
        }
        wanda.get(&format!("/staff/courses/{}/survey?by=years", other.course_id)).await.says("1.00").says_not("5.00");
    }

    async fn an_organisation_writes_its_own_questions(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let base = format!("/staff/surveys/{}", training.organisation_id);
        let mut wanda = staff(&site, &training, "wanda@centre.example", RoleKind::OrganisationAdministrator).await;
        wanda.get("/staff/surveys").await.goes_to(&base);
        wanda.get(&base).await.is(200).says("The questions that come with Zapis").says_not("Publish<");
        let new = format!("{base}/questions/new");
        let wrong = [("kind", "one"), ("text_pl", "Sala?"), ("text_ru", "Зал?"), ("options_pl", "dobra\nzła"), ("options_ru", "хороший"), ("options_en", "good\nbad")];
        wanda.fill(&new, &new, &wrong).await.is(422).says("Question in English").says("As many lines as in Polish: 2").says("Зал?");
        wanda.get(&base).await.says_not("This is a draft");
        let right = [("kind", "one"), ("text_pl", "Sala?"), ("text_ru", "Зал?"), ("text_en", "The room?"), ("optional", "yes"),
            ("options_pl", "dobra\nzła"), ("options_ru", "хороший\nплохой"), ("options_en", "good\nbad")];
        wanda.fill(&new, &new, &right).await.goes_to(&base);
        wanda.follow().await.says("This is a draft").says("The room?");
        let page = wanda.last.text();
        let code = page.split("up own-").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        wanda.post(&base, &[("deed", &format!("up own-{code}"))]).await.goes_to(&base);
        wanda.get(&base).await;
        wanda.post(&base, &[("deed", "remove overall")]).await.goes_to(&base);
        wanda.get(&base).await;
        wanda.post(&base, &[("deed", "remove overall")]).await.is(422).says("Somebody has changed the questions");
        wanda.get(&format!("{base}/preview?in=ru")).await.is(200).says("Зал?").says("хороший").says_not("name=\"template\"");
        let change = format!("{base}/questions/own-{code}");
        wanda.get(&change).await.is(200).says("The room?").says("хороший");
        assert_eq!(site.number("SELECT COUNT(*) FROM survey_templates").await, 1);
        wanda.get(&base).await;
        wanda.post(&base, &[("deed", "publish")]).await.goes_to(&base);
        wanda.follow().await.says("Your own questions are asked").says("Version 1").says("0 answers");
        wanda.get(&base).await;
        wanda.post(&base, &[("deed", "publish")]).await.is(422);
        assert_eq!(site.number("SELECT COUNT(*) FROM survey_templates").await, 2);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'survey.publish'").await, 1);
        let mut anna = site.participant("Anna Kowalska", "anna@school.example").await;
        let id = site.enrolled("anna@school.example", &training, "completed").await;
        anna.get(&survey(id)).await.is(200).says("The room?").says_not("How do you rate the training as a whole?");
        // The way back: first to the product's questions, then to the own ones; each is a draft until it is published.
        let [default, own] = [site.number("SELECT MIN(id) FROM survey_templates").await, site.number("SELECT MAX(id) FROM survey_templates").await];
        for (version, asked, not_asked) in [(default, "How do you rate the training as a whole?", "The room?"), (own, "The room?", "How do you rate the training as a whole?")] {
            let again = format!("again {version}");
            wanda.fill(&base, &base, &[("deed", &again)]).await.goes_to(&base);
            wanda.follow().await.says("This is a draft").says(asked);
            wanda.post(&base, &[("deed", "publish")]).await.goes_to(&base);
            anna.get(&survey(id)).await.is(200).says(asked).says_not(not_asked);
        }
        wanda.fill(&base, &base, &[("deed", "again 987654")]).await.is(422);
    }

    async fn who_has_begun_goes_on_with_the_same_questions(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let other = site.training("Ocenianie").publish().await;
        let base = format!("/staff/surveys/{}", training.organisation_id);
        let mut wanda = staff(&site, &training, "wanda@centre.example", RoleKind::OrganisationAdministrator).await;
        let mut people = Vec::new();
        for (email, training) in [("anna@school.example", &training), ("piotr@school.example", &training), ("ola@school.example", &other), ("jan@school.example", &other)] {
            let browser = site.participant("Anna Kowalska", email).await;
            people.push((browser, site.enrolled(email, training, "completed").await));
        }
        let id = people[0].1;
        send_survey(&mut people[0].0, id).await.goes_to("/my/trainings");
        // One opens the form of the other group before the questions change, and sends it after.
        let (ola, id) = &mut people[2];
        ola.get(&survey(*id)).await.is(200);
        let shown = ola.last.input("template").unwrap();
        wanda.get(&base).await;
        wanda.post(&base, &[("deed", "remove overall")]).await.goes_to(&base);
        wanda.get(&base).await;
        wanda.post(&base, &[("deed", "publish")]).await.goes_to(&base);
        let mut answers = ANSWERS.to_vec();
        answers.push(("template", &shown));
        ola.post(&survey(*id), &answers).await.goes_to("/my/trainings");
        let (piotr, id) = &mut people[1];
        piotr.get(&survey(*id)).await.says("How do you rate the training as a whole?");
        let (jan, id) = &mut people[3];
        jan.get(&survey(*id)).await.says("How do you rate the training as a whole?");
        assert_eq!(site.number("SELECT COUNT(DISTINCT template_id) FROM survey_answers").await, 1);
        // A form can not ask for the questions of others.
        let forged = [("template", "987654"), ("q1", "5")];
        jan.post(&survey(*id), &forged).await.is(422);
    }

    async fn operators_look_and_administrators_write(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let base = format!("/staff/surveys/{}", training.organisation_id);
        let mut jan = staff(&site, &training, "jan@centre.example", RoleKind::Operator).await;
        jan.get(&base).await.is(200).says("How do you rate").says_not("New question");
        jan.get(&format!("{base}/preview")).await.is(200);
        jan.get(&format!("{base}/questions/new")).await.is(404);
        jan.get(&base).await;
        jan.post(&base, &[("deed", "remove overall")]).await.is(404);
        let mut trainer = staff(&site, &training, "ewa@centre.example", RoleKind::Trainer).await;
        trainer.get(&base).await.is(404);
        trainer.get("/staff/surveys").await.is(404);
        assert_eq!(site.number("SELECT COUNT(*) FROM survey_drafts").await, 0);
    }
}
