//! A5 as people see it: the list, its search and filters, the page of a training, its calendar file, the API.

use jiff::SignedDuration;
use zapis::catalogue::{GroupState, Mode, places};

use crate::fixtures::Training;
use crate::site::{Answer, Site, on_both};

async fn list(site: &Site, query: &str) -> Answer {
    site.browser()
        .get(&format!("/courses?{query}"))
        .await
        .is(200)
        .clone()
}

/// Takes a place as joining does.
async fn join(site: &Site, training: &Training) {
    let (id, now) = (training.group_id, site.now());
    let taken = site
        .app
        .db
        .write(move |tx| Box::pin(async move { places::take(tx, id, now).await }));
    site.app
        .catalogue
        .set_counts(id, taken.await.unwrap().counts());
}

/// The titles of a list, in their order.
fn titles(answer: &Answer) -> Vec<String> {
    let text = answer.text();
    let titles = text
        .split("<h3><a href=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('>')?.1.split_once("</a>"));
    titles.map(|(title, _)| title.to_owned()).collect()
}

fn json(answer: &Answer) -> serde_json::Value {
    serde_json::from_slice(&answer.bytes).unwrap()
}

on_both! {
    async fn words_are_found_without_diacritics_and_in_cyrillic(site: Site) {
        site.training("Łódź i żółw: ćwiczenia z mapą").publish().await;
        site.training("Разговор с семьёй").group(|group| group.trainers = "Оксана Ёлкина".into()).publish().await;
        for words in ["lodz", "ŁÓDŹ", "zolw+cwiczenia", "cwiczeniami", "lodzz"] {
            assert_eq!(titles(&list(&site, &format!("q={words}")).await), ["Łódź i żółw: ćwiczenia z mapą"], "{words}");
        }
        for words in ["семьей", "СЕМЬЁЙ", "елкина"] {
            assert_eq!(titles(&list(&site, &format!("q={words}")).await), ["Разговор с семьёй"], "{words}");
        }
        list(&site, "q=nigdzie").await.says("Nie ma takich szkoleń").says("Usuń wszystkie filtry");
        assert_eq!(titles(&list(&site, "q=...").await).len(), 2, "nothing to search for is everything");
    }

    async fn every_filter_is_an_address(site: Site) {
        let plain = site.training("Zwykłe").publish().await;
        site.training("Zdalne").group(|group| group.mode = Mode::Online).publish().await;
        site.training("Drogie").price(12_000).publish().await;
        site.training("Muzyka").course(|course| course.subject = "Muzyka".into()).publish().await;
        site.training("Sobotnie").meeting("2026-12-05T09:00", "2026-12-05T12:00").publish().await;
        let full = site.training("Pełne").capacity(1).publish().await;
        join(&site, &full).await;
        let only = async |query: &str| titles(&list(&site, query).await);
        assert_eq!(only("mode=online").await, ["Zdalne"]);
        assert_eq!(only("price=paid").await, ["Drogie"]);
        assert_eq!(only("subject=Muzyka").await, ["Muzyka"]);
        assert_eq!(only("when=weekend").await, ["Sobotnie"]);
        assert_eq!(only("when=morning").await, ["Sobotnie"]);
        assert_eq!(only("from=2026-12-02").await, ["Sobotnie"]);
        assert_eq!(only("to=1.12.2026").await.len(), 5);
        assert!(!only("free=1").await.contains(&"Pełne".to_owned()));
        assert_eq!(only(&format!("institution={}", plain.organisation_id)).await.len(), 6);
        assert!(only("institution=999999").await.is_empty());
        assert_eq!(only("mode=online&q=drogie").await.len(), 0);
        // A chip leads to the address with the filter, and, once set, to the one without.
        list(&site, "free=1").await.says("href=\"/courses?mode=online&#38;free=1\"").says("href=\"/courses\"");
    }

    async fn the_list_is_ordered_and_paged(site: Site) {
        for number in 1..=23_i64 {
            site.training(&format!("Kurs {number:02}")).capacity(number).price((24 - number) * 100)
                .meeting(&format!("2026-12-{number:02}T16:00"), &format!("2026-12-{number:02}T18:00"))
                .publish().await;
        }
        let first = list(&site, "").await;
        first.says("23 szkolenia").says("Strona 1 z 2").says("href=\"/courses?page=2\"");
        assert_eq!(titles(&first).len(), 20);
        assert_eq!(titles(&first)[0], "Kurs 01");
        assert_eq!(titles(&list(&site, "page=2").await), ["Kurs 21", "Kurs 22", "Kurs 23"]);
        assert_eq!(titles(&list(&site, "page=99").await).len(), 3, "a page beyond the last is the last");
        assert_eq!(titles(&list(&site, "sort=cheapest").await)[0], "Kurs 23");
        assert_eq!(titles(&list(&site, "sort=places").await)[0], "Kurs 23");
    }

    async fn free_places_change_with_every_join(site: Site) {
        let training = site.training("Emisja głosu").capacity(3).publish().await;
        list(&site, "").await.says("3 wolne miejsca z 3").says("Ostatnie miejsca");
        join(&site, &training).await;
        list(&site, "").await.says("2 wolne miejsca z 3");
        join(&site, &training).await;
        list(&site, "").await.says("1 wolne miejsce z 3").says("Ostatnie miejsce");
        join(&site, &training).await;
        list(&site, "").await.says("Brak wolnych miejsc");
        site.browser().get(&training.page()).await.says("miejsce znów pojawi się tutaj").says_not("/join");
        let mut reader = site.participant("Anna Kalinowska", "anna@poczta.example").await;
        reader.get("/courses?lang=pl").await;
        reader.follow().await.says("Anna Kalinowska").says("Brak wolnych miejsc");
    }

    async fn only_what_is_on_offer_is_listed(site: Site) {
        let draft = site.training("Szkic").state(GroupState::Draft).publish().await;
        let cancelled = site.training("Odwołane").state(GroupState::Cancelled).publish().await;
        let soon = site.training("W poniedziałek").window("2026-11-20T08:00", "2026-11-23T08:00")
            .meeting("2026-11-23T16:00", "2026-11-23T18:00").publish().await;
        assert_eq!(titles(&list(&site, "").await), ["W poniedziałek"]);
        site.browser().get(&cancelled.page()).await.is(200).says("Szkolenie odwołane").says_not("/join");
        site.browser().get(&draft.page()).await.is(200).says("Nie ma teraz terminów").says_not("Halina");
        site.browser().get(&format!("{}/groups/{}/calendar.ics", draft.page(), draft.group_id)).await.is(404);
        site.browser().get("/courses/999999").await.is(404);
        site.browser().get("/courses/x").await.is(404);
        site.app.clock.advance(SignedDuration::from_hours(24));
        site.browser().get(&soon.page()).await.says("Zapisy na ten termin się skończyły")
            .says_not("Zapisy zakończone");
        site.app.clock.advance(SignedDuration::from_hours(24));
        list(&site, "").await.says("Nie ma teraz zapisów na szkolenia");
        site.browser().get(&soon.page()).await.is(200).says("Nie ma teraz terminów");
    }

    async fn enrolment_opens_to_the_second(site: Site) {
        let training = site.training("Od dziesiątej").window("2026-11-22T10:00:01", "2026-11-24T00:00").publish().await;
        let early = site.browser().get(&training.page()).await;
        early.says("Zapisy ruszą w niedzielę, 22 listopada, o 10:00.").says_not("/join");
        assert_eq!(early.text().matches("Zapisy ruszą").count(), 1, "said once");
        site.app.clock.advance(SignedDuration::from_secs(1));
        site.browser().get(&training.page()).await
            .says(&format!("href=\"{}\"", training.join()))
            .says("Zapisy trwają do poniedziałku, 23 listopada, do końca dnia.")
            .says("Do poniedziałku, 30 listopada, do końca dnia.")
            .says("co najmniej 3 z 4 godzin");
    }

    async fn bad_parameters_are_left_out(site: Site) {
        site.training("Kurs").publish().await;
        for query in ["page=-1", "page=x&sort=y&mode=z", "from=2026-02-30&to=never", "institution=%00", "q=%00%ff", "&&&=", "%"] {
            assert_eq!(titles(&list(&site, query).await), ["Kurs"], "{query}");
        }
        list(&site, &format!("q={}", "a".repeat(5_000))).await.is(200);
        list(&site, "q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").await.says_not("<script>alert");
    }

    async fn search_engines_read_a_course(site: Site) {
        let title = "Kurs </script><script>alert(1)</script> & <!-- \"1\"";
        let training = site.training(title).price(12_050).publish().await;
        let page = site.browser().get(&training.page()).await;
        page.is(200).says_not("<script>alert").says("<meta name=\"description\" content=\"Jedno popołudnie");
        let text = page.text();
        let data = text.split_once("<script type=\"application/ld+json\">").unwrap().1.split_once("</script>").unwrap().0;
        let data: serde_json::Value = serde_json::from_str(data).unwrap();
        assert_eq!(data["@type"], "Course");
        assert_eq!(data["name"], title);
        let instance = &data["hasCourseInstance"][0];
        assert_eq!(instance["startDate"], "2026-12-01T16:00:00+01:00");
        assert_eq!(instance["offers"]["price"], "120.50");
        assert_eq!(instance["courseWorkload"], "PT180M");
    }

    async fn meetings_come_as_a_calendar_file(site: Site) {
        let training = site.training("Ocenianie, część 1").publish().await;
        let file = site.browser().get(&format!("{}/groups/{}/calendar.ics", training.page(), training.group_id)).await;
        assert_eq!(file.kind, "text/calendar; charset=utf-8");
        file.is(200).says("DTSTART:20261201T150000Z\r\n").says("SUMMARY:Ocenianie\\, część 1\r\n").says("METHOD:PUBLISH\r\n")
            .says(&format!("UID:meeting-{}@127.0.0.1\r\n", training.meeting_ids[0]));
        site.browser().get(&format!("/courses/999/groups/{}/calendar.ics", training.group_id)).await.is(404);
    }

    async fn the_start_page_shows_what_comes_next(site: Site) {
        site.browser().get("/").await.is(200).says("Nie ma teraz zapisów na szkolenia");
        for day in 1..=4 {
            site.training(&format!("Dzień {day}")).meeting(&format!("2026-12-0{day}T16:00"), &format!("2026-12-0{day}T18:00")).publish().await;
        }
        let page = site.browser().get("/").await;
        assert_eq!(titles(&page), ["Dzień 1", "Dzień 2", "Dzień 3"]);
        page.says("href=\"/register\"").says_not("href=\"/my/trainings\"");
        let mut reader = site.participant("Anna Kalinowska", "anna@poczta.example").await;
        reader.get("/").await.says("href=\"/my/trainings\"").says_not("href=\"/register\"");
    }

    async fn the_api_counts_places(site: Site) {
        let training = site.training("Kurs").capacity(2).publish().await;
        let draft = site.training("Szkic").state(GroupState::Draft).publish().await;
        join(&site, &training).await;
        let mut caller = site.browser();
        let group = json(caller.get(&format!("/api/v1/groups/{}", training.group_id)).await.is(200));
        assert_eq!((&group["capacity"], &group["taken"], &group["state"]), (&2.into(), &1.into(), &"published".into()));
        let missing = caller.get(&format!("/api/v1/groups/{}", draft.group_id)).await;
        assert_eq!((missing.status, missing.kind.as_str()), (404, "application/problem+json"));
        let both = json(&caller.get(&format!("/api/v1/groups?ids={},{}", training.group_id, draft.group_id)).await);
        assert_eq!(both["groups"].as_array().unwrap().len(), 1);
        caller.get("/api/v1/groups?ids=x").await.is(400);
        let courses = json(&caller.get("/api/v1/courses?q=kurs&free=1").await);
        assert_eq!((&courses["count"], &courses["courses"][0]["taken"]), (&1.into(), &1.into()));
    }
}
