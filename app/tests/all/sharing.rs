//! Two guardians of one child: whoever has it invites the second one, or leaves (`spec/rules.md`, Person).

use jiff::SignedDuration;
use zapis::families::sharing::forget_the_late;

use crate::age_14::programme;
use crate::child_once::{ENTER, but, children};
use crate::register::last_link;
use crate::site::{Browser, Site, on_both};

const PIOTR: &str = "piotr@dom.example";

async fn maria_with_artem(site: &Site) -> (Browser, String) {
    let mut maria = site.participant("Maria Lesina", "maria@dom.example").await;
    maria
        .fill(ENTER, ENTER, &but(&[("born_year", "2011")]))
        .await
        .is(303);
    let id = site
        .number("SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL")
        .await;
    maria.get("/?lang=en").await;
    maria
        .get(&format!("/my/children/{id}"))
        .await
        .is(200)
        .says("Invite another parent");
    (maria, format!("/my/children/{id}"))
}

async fn invites(maria: &mut Browser, child: &str, email: &str) {
    let there = format!("{child}/sharing");
    maria
        .fill(&there, &there, &[("deed", "invite"), ("email", email)])
        .await
        .goes_to(&there);
}

on_both! {
    async fn the_second_guardian_is_invited_accepts_and_leaves(site: Site) {
        let (mut maria, child) = maria_with_artem(&site).await;
        let there = format!("{child}/sharing");
        maria.get(&there).await.is(200).says("Maria Lesina").says("Nobody else acts for the child");
        invites(&mut maria, &child, PIOTR).await;
        maria.get(&there).await.says(PIOTR);
        let letter = site.letters_to(PIOTR).await.pop().unwrap();
        assert_eq!(letter.subject, "Maria Lesina invites you to act for Artem");
        let link = last_link(&site, PIOTR).await;
        // Whoever has no account yet reads what it is and how to go on; nothing happens by opening.
        let mut anybody = site.browser();
        anybody.get("/?lang=en").await;
        anybody.get(&link).await.is(200).says("Maria Lesina invites you").says("Register");
        assert_eq!(site.number("SELECT COUNT(*) FROM guardianships").await, 1);
        let mut piotr = site.participant("Piotr Lesin", PIOTR).await;
        piotr.get("/?lang=en").await;
        piotr.get(&link).await.is(200).says("and accept");
        piotr.post(&link, &[]).await.goes_to(&child);
        piotr.get(&child).await.is(200).says("Artem Lesin").says("Maria Lesina");
        assert_eq!(children(&site).await, 1);
        let told = site.letters_to("maria@dom.example").await.pop().unwrap();
        assert_eq!(told.subject, "Piotr Lesin acts for Artem too now");
        // The link is used; its address is kept no longer.
        piotr.get(&link).await.says("accepted already");
        assert_eq!(site.number("SELECT COUNT(*) FROM guardian_invitations WHERE email <> ''").await, 0);
        // Maria leaves: the application that she sent is Piotr's.
        let chess = programme(&site, "Szachy").await;
        let artem = child.trim_start_matches("/my/children/");
        maria.fill(&chess.join(), &chess.join(), &[("person", artem)]).await.is(303);
        maria.fill(&there, &there, &[("deed", "leave")]).await.is(422).says("Tick the box");
        maria.fill(&there, &there, &[("deed", "leave"), ("sure", "yes")]).await.goes_to("/my/children");
        maria.get(&child).await.is(404);
        maria.get("/my/applications").await.says_not("Szachy");
        piotr.get("/my/applications").await.says("Szachy");
        let letter = site.letters_to(PIOTR).await.pop().unwrap();
        assert_eq!(letter.subject, "Maria Lesina does not act for Artem any more");
        assert_eq!(site.number("SELECT COUNT(*) FROM enrolments e JOIN accounts a ON a.id = e.account_id WHERE a.email = 'piotr@dom.example'").await, 1);
        // The last one stays.
        piotr.get(&there).await.says("Nobody else acts for the child");
        piotr.fill(&there, &there, &[("deed", "leave"), ("sure", "yes")]).await.is(422).says("you can not leave yet");
    }

    async fn invitations_end(site: Site) {
        let (mut maria, child) = maria_with_artem(&site).await;
        let there = format!("{child}/sharing");
        invites(&mut maria, &child, PIOTR).await;
        let taken_back = last_link(&site, PIOTR).await;
        let id = site.number("SELECT MAX(id) FROM guardian_invitations").await.to_string();
        let mut piotr = site.participant("Piotr Lesin", PIOTR).await;
        piotr.get("/?lang=en").await;
        // Nobody else takes it back, or sees it.
        piotr.fill("/my/start", &there, &[("deed", "take_back"), ("invitation", &id)]).await.is(404);
        piotr.get(&there).await.is(404);
        maria.fill(&there, &there, &[("deed", "take_back"), ("invitation", &id)]).await.goes_to(&there);
        piotr.fill("/my/start", &taken_back, &[]).await.is(200).says("taken back");
        // A week later it is too late, and the address is forgotten.
        invites(&mut maria, &child, PIOTR).await;
        let late = last_link(&site, PIOTR).await;
        site.app.clock.advance(SignedDuration::from_hours(7 * 24 + 1));
        piotr.get(&late).await.says("The time of this invitation is over");
        forget_the_late(&site.app, site.now()).await.unwrap();
        assert_eq!(site.number("SELECT COUNT(*) FROM guardian_invitations WHERE email <> ''").await, 0);
        piotr.get("/shared/guess").await.says("We do not know this invitation");
        assert_eq!(site.number("SELECT COUNT(*) FROM guardianships").await, 1);
    }

    async fn who_can_not_be_invited_is_said(site: Site) {
        let (mut maria, child) = maria_with_artem(&site).await;
        let there = format!("{child}/sharing");
        for (email, said) in [("maria@dom.example", "acts for the child already"), ("x", "does not look like an e-mail"), ("", "e-mail address")] {
            maria.fill(&there, &there, &[("deed", "invite"), ("email", email)]).await.is(422).says(said);
        }
        maria.fill(&there, &there, &[("deed", "fly")]).await.is(422);
        maria.fill(&there, &there, &[("deed", "take_back"), ("invitation", "x")]).await.is(404);
        for one in ["a@dom.example", "b@dom.example", "c@dom.example"] {
            invites(&mut maria, &child, one).await;
        }
        maria.fill(&there, &there, &[("deed", "invite"), ("email", "d@dom.example")]).await.is(422)
            .says("Three invitations are open").says("d@dom.example");
        // A teenager's sign-in to a parent's record acts for nobody.
        assert!(site.letters_to("d@dom.example").await.is_empty());
    }

    async fn the_list_of_children_says_that_somebody_asks(site: Site) {
        let (mut maria, child) = maria_with_artem(&site).await;
        let mut piotr = site.participant("Piotr Lesin", PIOTR).await;
        piotr.fill(ENTER, ENTER, &but(&[("born_year", "2011")])).await.is(422);
        let again = but(&[("born_year", "2011"), ("case", "guardian")]);
        piotr.fill(ENTER, "/my/children/next", &again).await.goes_to("/my/children");
        maria.get("/my/children").await.is(200).says("asks to act for the child too").says(&format!("href=\"{child}\""));
    }
}
