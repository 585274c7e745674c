//! `contact` [A16]: telephones and hours, and a message that needs no account, becomes a thread, and is answered by mail.

use jiff::SignedDuration;
use zapis::accounts::RoleKind;
use zapis::config::Config;

use crate::fixtures::Training;
use crate::site::{Browser, Site, on_both};

const VISITOR: &str = "jan@poczta.example";
const CENTRE: &str = "centrum@szkolenia.example";

fn fields(home: &str) -> [(&str, &str); 5] {
    [
        ("organisation", home),
        ("name", "Jan Wrona"),
        ("email", VISITOR),
        ("subject", "Parking przy ośrodku"),
        ("message", "Czy jest parking?\n\nPrzyjadę autem."),
    ]
}

/// The path of the link in the last letter to an address.
async fn link(site: &Site, to: &str) -> String {
    let letters = site.letters_to(to).await;
    let (_, address) = letters.last().unwrap().action.clone().unwrap();
    address["http://127.0.0.1:8080".len()..].to_owned()
}

async fn count(site: &Site, state: &str) -> i64 {
    let sql = match state {
        "opened" => "SELECT COUNT(*) FROM requests WHERE state = 'opened'",
        _ => "SELECT COUNT(*) FROM requests WHERE state = 'unconfirmed'",
    };
    site.number(sql).await
}

async fn operator(site: &Site, training: &Training) -> Browser {
    let branch = Some(training.organisation_id);
    site.staff(
        "Olga Maj",
        "olga@centre.example",
        RoleKind::Operator,
        branch,
    )
    .await
}

on_both! {
    async fn a_visitor_writes_and_is_answered(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let home = training.organisation_id.to_string();
        let mut jan = site.browser();
        jan.get("/contact?lang=en").await;
        jan.follow().await.is(200).says("85 700 10 20").says("Write to us").says_not(CENTRE)
            .says(&format!("/contact/write?to={home}"));
        jan.get(&format!("/contact/write?to={home}")).await.is(200).says("You do not need an account.").says("selected");
        let refused = jan.post("/contact/write", &[("organisation", "999"), ("name", ""), ("email", "jan"), ("message", "Dzień dobry")]).await;
        refused.is(422).says("Dzień dobry");
        assert_eq!(site.number("SELECT COUNT(*) FROM requests").await, 0);
        jan.post("/contact/write", &fields(&home)).await.is(303);
        jan.follow().await.is(200);
        // Nobody reads it before the address is confirmed.
        let mut olga = operator(&site, &training).await;
        olga.get("/staff/requests").await.is(200).says("Nothing is here");
        let id = site.number("SELECT id FROM requests").await;
        olga.get(&format!("/staff/requests/{id}")).await.is(404);
        assert_eq!((site.letters_to(VISITOR).await.len(), site.letters_to(CENTRE).await.len()), (1, 0));

        let confirm = link(&site, VISITOR).await;
        jan.fill(&confirm, &confirm, &[]).await.is(303);
        let thread = jan.last.location.clone().unwrap();
        jan.get(&thread).await.is(200).says("Your message has arrived.").says("Przyjadę autem.");
        jan.fill(&confirm, &confirm, &[]).await.goes_to(&thread);
        assert_eq!((site.letters_to(VISITOR).await.len(), site.letters_to(CENTRE).await.len()), (2, 1));
        let told = site.letters_to(CENTRE).await.pop().unwrap();
        assert_eq!(told.subject, "Message from Jan Wrona: Parking przy ośrodku");
        assert!(told.paragraphs.iter().any(|one| one.contains("Przyjadę autem.")));

        olga.get("/staff").await.says("/staff/requests");
        olga.get("/staff/requests").await.says("Parking przy ośrodku").says("Jan Wrona");
        let one = format!("/staff/requests/{id}");
        olga.get(&one).await.is(200).says("Czy jest parking?").says_not(VISITOR);
        let looked = "SELECT COUNT(*) FROM audit WHERE action = 'request.look_up'";
        assert!(site.number(looked).await >= 3);
        olga.post(&one, &[("deed", "answer"), ("message", " ")]).await.is(422);
        olga.fill(&one, &one, &[("deed", "answer"), ("message", "Tak, za budynkiem.")]).await.goes_to(&one);
        let answer = site.letters_to(VISITOR).await.pop().unwrap();
        assert_eq!(answer.subject, "Answer: Parking przy ośrodku");
        assert!(answer.paragraphs.contains(&"Tak, za budynkiem.".to_owned()));
        assert_eq!(link(&site, VISITOR).await, thread);
        jan.get(&thread).await.says("There is an answer below.").says("Tak, za budynkiem.").says("Olga Maj");
        jan.post(&thread, &[("message", "Dziękuję!")]).await.goes_to(&thread);
        assert_eq!((count(&site, "opened").await, site.letters_to(CENTRE).await.len()), (1, 2));
        olga.fill(&one, &one, &[("deed", "close")]).await.goes_to("/staff/requests");
        olga.get("/staff/requests?show=closed").await.says("Parking przy ośrodku");
        olga.get(&one).await;
        olga.post(&one, &[("deed", "close")]).await.is(422).says("Somebody else has just changed this.");
        jan.get(&thread).await.says("This matter is closed.");
    }

    async fn who_is_signed_in_needs_no_confirmation(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let home = training.organisation_id.to_string();
        let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
        anna.get("/my/requests").await.says("You have not written to us yet");
        anna.get("/contact/write").await.says("anna@school.example");
        anna.post("/contact/write", &fields(&home)).await.goes_to("/my/requests");
        anna.get("/my/requests").await.says("Parking przy ośrodku").says("waiting for an answer");
        assert_eq!((count(&site, "opened").await, site.letters_to(CENTRE).await.len()), (1, 1));
        assert_eq!(site.letters_to(VISITOR).await.len(), 0);
        let thread = link(&site, "anna@school.example").await;
        anna.get(&thread).await.is(200);
        // A link that was guessed or is another's leads nowhere.
        let (start, _) = thread.rsplit_once('.').unwrap();
        anna.get(&format!("{start}.guess")).await.is(404);
        anna.get("/requests/1").await.is(404);
        let mut trainer = site.staff("Jan Lis", "jan@centre.example", RoleKind::Trainer, Some(training.organisation_id)).await;
        trainer.get("/staff/requests").await.is(404);
        trainer.get("/staff/requests/1").await.is(404);
    }

    async fn what_nobody_confirms_is_forgotten(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let mut jan = site.browser();
        jan.get("/contact/write?lang=en").await;
        jan.follow().await;
        jan.post("/contact/write", &fields(&training.organisation_id.to_string())).await.is(303);
        let confirm = link(&site, VISITOR).await;
        site.app.clock.advance(SignedDuration::from_hours(49));
        jan.fill(&confirm, &confirm, &[]).await.is(422).says("The time for confirming is over");
        assert_eq!(count(&site, "unconfirmed").await, 1);
        site.app.clock.advance(SignedDuration::from_hours(24 * 7));
        zapis::requests::purge(&site.app.db, site.now()).await.unwrap();
        assert_eq!(site.number("SELECT COUNT(*) FROM requests").await, 0);
        assert_eq!(site.number("SELECT COUNT(*) FROM request_messages").await, 0);
        jan.fill(&confirm, &confirm, &[]).await.is(404);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_address_is_not_flooded() {
    let site = Site::real(Config::default()).await;
    let training = site.training("Pierwsza pomoc").publish().await;
    let home = training.organisation_id.to_string();
    let mut jan = site.browser();
    jan.get("/contact/write").await.is(200);
    let mut sent = 0;
    for _ in 0..12 {
        let page = jan.get("/contact/write").await;
        assert_eq!(page.status, 200);
        if jan.post("/contact/write", &fields(&home)).await.status == 303 {
            sent += 1;
        }
    }
    assert!((1..=6).contains(&sent), "{sent}");
}
