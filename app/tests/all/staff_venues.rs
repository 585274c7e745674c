//! A17: venues and rooms; a room or a trainer in two places at once is said before saving, and can be meant so.

use zapis::accounts::RoleKind;

use crate::fixtures::Training;
use crate::site::{Browser, Site, on_both};
use crate::staff_attendance::{count, teaches};
use crate::staff_offer::{Typed, edit, edit_form, operator};

/// Adds a venue with these rooms, as a form does.
async fn add_venue(browser: &mut Browser, name: &str, rooms: &[(&str, &str)]) {
    browser.get("/staff/venues/new").await.is(200);
    let mut fields = vec![("venue_name", name), ("address", "ul. Lipowa 9")];
    for (room, places) in rooms {
        fields.extend([
            ("room_id", ""),
            ("room_name", room),
            ("room_places", places),
        ]);
    }
    browser
        .post("/staff/venues/new", &fields)
        .await
        .goes_to("/staff/venues");
}

async fn room(site: &Site, name: &'static str) -> String {
    let read = site.app.db.read(move |tx| {
        Box::pin(async move {
            tx.one::<i64>("SELECT id FROM rooms WHERE name = $1", &[&name])
                .await
        })
    });
    let id = read
        .await
        .map_err(|error: database::DbError| error)
        .unwrap();
    id.to_string()
}

/// The form of a group with its meetings in a room.
async fn placed(browser: &mut Browser, training: &Training, room: &str) -> Typed {
    edit_form(browser, training)
        .await
        .with("meeting_room", room)
}

/// Saves a form and answers the question that comes, if any.
async fn save(browser: &mut Browser, training: &Training, typed: &Typed) {
    if browser.post(&edit(training), &typed.pairs()).await.status == 200 {
        let confirmed = typed.clone().with("confirmed", "1");
        browser.post(&edit(training), &confirmed.pairs()).await;
    }
    browser.last.is(303);
}

on_both! {
    async fn a_venue_is_kept_with_its_rooms(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        olga.get("/staff").await.says("href=\"/staff/venues\"");
        olga.get("/staff/venues").await.is(200).says("No venues yet");
        olga.get("/staff/venues/new").await.is(200).says("Room 1");
        let typed = [("venue_name", "Centrum"), ("room_id", ""), ("room_name", "sala 12"), ("room_places", "24")];
        let more = [&typed[..], &[("add_room", "1")]].concat();
        olga.post("/staff/venues/new", &more).await.is(200).says("Room 2").says("value=\"sala 12\"");
        for (name, places, error) in [("", "24", "type its name"), ("sala 12", "many", "how many people"), ("sala 12", "0", "how many people")] {
            let wrong = [("venue_name", "Centrum"), ("room_id", ""), ("room_name", name), ("room_places", places)];
            olga.post("/staff/venues/new", &wrong).await.is(422).says(error).says("Centrum");
        }
        olga.post("/staff/venues/new", &[("venue_name", "")]).await.is(422).says("Fill this in");
        add_venue(&mut olga, "Centrum", &[("sala 12", "24"), ("sala 3", "10")]).await;
        olga.follow().await.says("Centrum").says("ul. Lipowa 9").says("sala 12 (24)").says("sala 3 (10)");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM audit WHERE action = 'venue.make'").await, 1);

        let id = count(&site, "SELECT id FROM venues").await;
        let page = format!("/staff/venues/{id}");
        let (twelve, three) = (room(&site, "sala 12").await, room(&site, "sala 3").await);
        let form = |version: &'static str, rooms: [(&str, &str, &str); 2]| {
            let mut fields = vec![("version", version.to_owned()), ("venue_name", "Centrum".into()), ("address", "ul. Lipowa 9".into())];
            for (id, name, places) in rooms {
                fields.extend([("room_id", id.to_owned()), ("room_name", name.to_owned()), ("room_places", places.to_owned())]);
            }
            fields
        };
        let post = async |browser: &mut Browser, fields: Vec<(&'static str, String)>| {
            browser.get(&page).await.is(200);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            browser.post(&page, &fields).await
        };
        post(&mut olga, form("1", [(&twelve, "aula", "80"), (&three, "aula", "10")])).await.is(422).says("same name");
        post(&mut olga, form("1", [(&twelve, "aula", "80"), (&three, "sala 3", "10")])).await.goes_to("/staff/venues");
        olga.follow().await.says("aula (80)").says_not("sala 12");
        post(&mut olga, form("1", [(&twelve, "sala 12", "24"), (&three, "sala 3", "10")])).await.is(422).says("in the meantime");

        let typed = placed(&mut olga, &training, &twelve).await;
        save(&mut olga, &training, &typed).await;
        olga.get(&training.page()).await.says("Centrum, ul. Lipowa 9, aula");
        post(&mut olga, form("2", [("", "sala 1", "5"), (&three, "sala 3", "10")])).await.is(422).says("1 meeting is still to be in").says("aula");
        olga.get(&page).await;
        olga.post(&format!("{page}/close"), &[]).await.is(422).says("still to be in");
        let typed = placed(&mut olga, &training, "").await.with("meeting_place", "w parku");
        save(&mut olga, &training, &typed).await;
        olga.get(&training.page()).await.says("w parku").says_not("aula");
        olga.get(&page).await;
        olga.post(&format!("{page}/close"), &[]).await.goes_to("/staff/venues");
        olga.follow().await.says("out of use").says("No venues yet");
        olga.get(&page).await.is(404);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM rooms WHERE closed_at IS NULL").await, 0);
    }

    async fn two_groups_in_one_room_are_said_before_saving(site: Site) {
        let aid = site.training("Pierwsza pomoc").publish().await;
        let board = site.training("Tablica od podstaw").meeting("2026-12-01T18:00", "2026-12-01T20:00").publish().await;
        let mut olga = operator(&site, &aid, "Olga Radina").await;
        add_venue(&mut olga, "Centrum", &[("sala 12", "24"), ("sala 3", "10")]).await;
        let (twelve, three) = (room(&site, "sala 12").await, room(&site, "sala 3").await);
        let typed = placed(&mut olga, &aid, &twelve).await;
        olga.last.says("Centrum, sala 12 (24)");
        olga.post(&edit(&aid), &typed.pairs()).await.is(303);
        edit_form(&mut olga, &aid).await;
        olga.last.says(&format!("<option value=\"{twelve}\" selected>"));

        let typed = placed(&mut olga, &board, &twelve).await;
        olga.post(&edit(&board), &typed.pairs()).await.is(200)
            .says("Centrum, sala 12").says("is taken on Tuesday, 1 December 2026, 16:00–19:15").says("Pierwsza pomoc");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM meetings WHERE room_id IS NOT NULL").await, 1, "nothing is saved before the answer");
        let meant = typed.clone().with("confirmed", "1");
        olga.post(&edit(&board), &meant.pairs()).await.is(303);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM meetings WHERE room_id IS NOT NULL").await, 2, "it can be meant so");
        let again = placed(&mut olga, &board, &twelve).await;
        olga.post(&edit(&board), &again.pairs()).await.is(303);

        let small = placed(&mut olga, &board, &three).await;
        olga.post(&edit(&board), &small.pairs()).await.is(200).says("holds 10 people, and the group has 20 places").says_not("is taken");
        let strange = placed(&mut olga, &board, "987654").await;
        olga.post(&edit(&board), &strange.pairs()).await.is(422).says("no longer on the list");
        olga.get(&format!("/staff/groups/{}/copy?first=2027-01-12", aid.group_id)).await.is(200)
            .says(&format!("<option value=\"{twelve}\" selected>"));
    }

    async fn a_trainer_in_two_places_is_said_before_saving(site: Site) {
        let aid = site.training("Pierwsza pomoc").publish().await;
        let board = site.training("Tablica od podstaw").meeting("2026-12-01T18:00", "2026-12-01T20:00").publish().await;
        let branch = Some(aid.organisation_id);
        site.staff("Halina Kot", "halina@centrum.example", RoleKind::Trainer, branch).await;
        let halina = site.account("halina@centrum.example").await.to_string();
        teaches(&site, &aid, "halina@centrum.example").await;
        let mut olga = operator(&site, &aid, "Olga Radina").await;
        let typed = edit_form(&mut olga, &board).await.with("trainer", &halina);
        olga.post(&edit(&board), &typed.pairs()).await.is(200)
            .says("Halina Kot also teaches on Tuesday, 1 December 2026, 16:00–19:15").says("Pierwsza pomoc");
        let later = typed.clone().with("meeting_starts", "19:15").with("meeting_ends", "21:00");
        olga.post(&edit(&board), &later.pairs()).await.is(303);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM group_trainers").await, 2, "one after the other is no overlap");
    }
}
