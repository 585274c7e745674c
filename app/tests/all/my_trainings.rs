//! A9: everything on one page, from the place to the result, with what comes next.

use database::DbError;
use jiff::{SignedDuration, Timestamp};
use zapis::accounts::{Actor, Role, RoleKind, SessionId};
use zapis::catalogue::{GroupId, GroupState};
use zapis::certificates::actions::correct_result;
use zapis::enrolment::actions::attendance::{self, MarkError, Marked};
use zapis::enrolment::actions::{self, CorrectError, FinishError, Finished};
use zapis::enrolment::permissions::{self, KeepList};
use zapis::enrolment::{EnrolmentId, Mark};
use zapis::i18n::Lang;
use zapis::permit::Permit;

use crate::fixtures::{Training, warsaw};
use crate::join::{places, press_join};
use crate::resign::first_enrolment;
use crate::site::{Site, on_both};

fn move_clock(site: &Site, to: Timestamp) {
    site.app.clock.advance(to.duration_since(site.now()));
}

/// The permit of an administrator of the training's organisation.
async fn keeper(site: &Site, training: &Training) -> Permit<KeepList> {
    let branch = Some(training.organisation_id);
    site.staff(
        "Wanda Lis",
        "wanda@centrum.example",
        RoleKind::Operator,
        branch,
    )
    .await;
    keeper_again(site, training).await
}

/// Another permit of the same administrator.
async fn keeper_again(site: &Site, training: &Training) -> Permit<KeepList> {
    let branch = Some(training.organisation_id);
    let actor = Actor {
        account_id: site.account("wanda@centrum.example").await,
        session_id: SessionId::new(0),
        name: String::new(),
        email: String::new(),
        lang: Lang::Pl,
        roles: [Role {
            kind: RoleKind::Operator,
            branch,
        }]
        .into(),
        is_linked: false,
    };
    let tree = site.app.organisations.current();
    permissions::may_keep_list(
        &actor,
        &tree,
        training.organisation_id,
        training.group_id,
        false,
    )
    .unwrap()
}

async fn enrolments(site: &Site, id: GroupId) -> Vec<EnrolmentId> {
    let read = site.app.db.read(move |tx| {
        Box::pin(async move {
            tx.all(
                "SELECT id FROM enrolments WHERE group_id = $1 ORDER BY id",
                &[&id],
            )
            .await
        })
    });
    read.await.map_err(|error: DbError| error).unwrap()
}

/// So many marks changed, and no result.
fn marked(marks: usize) -> Marked {
    Marked { marks, results: 0 }
}

fn mark(training: &Training, meeting: usize, enrolment_id: EnrolmentId, present: bool) -> Mark {
    Mark {
        enrolment_id,
        meeting_id: training.meeting_ids[meeting],
        present,
    }
}

on_both! {
    async fn an_empty_page_teaches(site: Site) {
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        anna.get("/my/trainings").await.is(200).says("Your trainings will appear here").says("href=\"/courses\"");
        anna.get("/my/trainings?lang=pl").await;
        anna.follow().await.says("Tu pojawią się Twoje szkolenia");
    }

    async fn the_state_is_a_sentence_with_a_timeline(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        press_join(&mut anna, &training).await;
        anna.get("/my/trainings").await.is(200)
            .says("The place is yours.").says("Meeting: Tuesday, 1 December 2026, 16:00, ul. Ogrodowa 4, sala 12.")
            .says("Confirmed").says("Enrolled, place taken").says("Sunday, 22 November 2026, 10:00")
            .says("Last day to resign").says("Add to calendar").says("Nothing is waiting for you");
        let enrolment = first_enrolment(&mut anna).await;
        let file = anna.get(&format!("{enrolment}/calendar.ics")).await;
        assert_eq!(file.kind, "text/calendar; charset=utf-8");
        file.is(200).says("SUMMARY:Pierwsza pomoc\r\n").says("LOCATION:ul. Ogrodowa 4\\, sala 12\r\n");
        anna.get("/my/trainings?archive=1").await.is(200).says("The archive is still empty");
    }

    async fn from_the_first_meeting_to_the_result(site: Site) {
        let training = site.training("Ocenianie").meeting("2026-12-01T16:00", "2026-12-01T18:00")
            .meeting("2026-12-08T16:00", "2026-12-08T18:00").publish().await;
        let (id, app) = (training.group_id, site.app.clone());
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        let mut igor = site.participant("Igor Malewicz", "igor@poczta.example").await;
        press_join(&mut anna, &training).await;
        press_join(&mut igor, &training).await;
        let list = enrolments(&site, id).await;
        let permit = keeper(&site, &training).await;

        assert_eq!(actions::start_due(&app, site.now()).await, Ok(0));
        assert_eq!(actions::finish(&app, &permit, site.now()).await, Err(FinishError::NotRunning));
        let early = vec![mark(&training, 0, list[0], true)];
        let refused = attendance::mark(&app, &permit, early.clone().into(), site.now()).await;
        assert_eq!(refused, Err(MarkError::NotYet(training.meeting_ids[0])));

        move_clock(&site, warsaw("2026-12-01T16:00"));
        assert_eq!(actions::start_due(&app, site.now()).await, Ok(1));
        assert_eq!(actions::start_due(&app, site.now()).await, Ok(0));
        assert_eq!(places(&site, id).await, (2, 2));
        assert_eq!(app.catalogue.current().group(id).unwrap().detail.group.state, GroupState::Running);
        let mut anna = sign_in(&site, "anna@poczta.example").await;
        anna.get("/my/trainings").await.says("The training is under way.").says("First meeting: Tuesday, 1 December");
        assert_eq!(attendance::mark(&app, &permit, early.into(), site.now()).await, Ok(marked(1)));

        move_clock(&site, warsaw("2026-12-08T17:59"));
        anna.get("/my/trainings").await.says("Next meeting: Tuesday, 8 December 2026, 16:00");
        let ends = warsaw("2026-12-08T18:00");
        assert_eq!(actions::finish(&app, &permit, site.now()).await, Err(FinishError::NotOver(ends)));
        move_clock(&site, ends);
        assert_eq!(actions::finish(&app, &permit, site.now()).await, Err(FinishError::Unmarked(2)));
        let marks = vec![
            mark(&training, 1, list[0], true),
            mark(&training, 0, list[1], true),
            mark(&training, 1, list[1], false),
        ];
        assert_eq!(attendance::mark(&app, &permit, marks.clone().into(), site.now()).await, Ok(marked(3)));
        assert_eq!(attendance::mark(&app, &permit, marks.into(), site.now()).await, Ok(marked(0)));
        let foreign = vec![mark(&training, 0, EnrolmentId::new(999_999), true)];
        assert_eq!(attendance::mark(&app, &permit, foreign.into(), site.now()).await, Err(MarkError::NotOfThisGroup));

        let finished = actions::finish(&app, &permit, site.now()).await;
        assert_eq!(finished, Ok(Finished { completed: 1, not_completed: 1 }));
        assert_eq!(actions::finish(&app, &permit, site.now()).await, Err(FinishError::NotRunning));
        assert_eq!(places(&site, id).await, (0, 0));
        anna.get("/my/trainings").await.says("Training completed.").says("2 of 2 meetings").says("System");
        let subjects = |letters: Vec<zapis::outbox::Letter>| letters.into_iter().map(|one| one.subject).collect::<Vec<_>>();
        let completed = site.letters_to("anna@poczta.example").await.remove(1);
        let survey = format!("http://127.0.0.1:8080/my/trainings/{}/survey", list[0]);
        assert_eq!(completed.action, Some(("Fill in the survey".to_owned(), survey)));
        assert_eq!(subjects(vec![completed]), ["Training completed, the survey is open: Ocenianie"]);
        let mut igor = sign_in(&site, "igor@poczta.example").await;
        igor.get("/my/trainings").await.says("Training not completed: too little attendance.").says("1 of 2 meetings")
            .says("Too little</span>");

        // A mistake is corrected with a reason, once.
        let correct = async |reason| {
            let permit = keeper_again(&site, &training).await;
            correct_result(&app, permit, list[1], true, reason, site.now()).await
        };
        assert_eq!(correct(" ").await, Err(CorrectError::NoReason));
        assert_eq!(correct("Was there, signed on paper").await, Ok(()));
        assert_eq!(correct("Again").await, Err(CorrectError::NothingToCorrect));
        igor.get("/my/trainings").await.says("Training completed.").says("Result corrected").says("Organiser");
        let letters = site.letters_to("igor@poczta.example").await;
        assert_eq!(letters.len(), 3);
        assert_eq!(letters[2].subject, "Your result was corrected: Ocenianie");
        assert_eq!(letters[2].paragraphs[1], "Reason: Was there, signed on paper");
        assert!(letters[2].action.as_ref().unwrap().1.ends_with("/survey"));
    }

    async fn a_cancelled_group_is_said_to_everybody(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        press_join(&mut anna, &training).await;
        let permit = keeper(&site, &training).await;
        let cancel = async || actions::cancel_group(&site.app, &permit, "Prowadząca zachorowała", site.now()).await;
        assert_eq!(cancel().await, Ok(1));
        assert_eq!(cancel().await, Err(actions::CancelError::AlreadyOver));
        anna.get("/my/trainings").await.says("The training was cancelled.").says("Enrolment cancelled")
            .says("Cancelled on Sunday, 22 November 2026.");
        let letters = site.letters_to("anna@poczta.example").await;
        assert_eq!(letters.len(), 2);
        assert_eq!(letters[1].subject, "Training cancelled: Pierwsza pomoc");
        assert!(letters[1].paragraphs.iter().any(|line| line.contains("Prowadząca zachorowała")));
        let entry = &letters[1].attachments[0].text;
        assert!(entry.contains("METHOD:CANCEL\r\n") && entry.contains("SEQUENCE:1\r\n"), "{entry}");
        assert_eq!(places(&site, training.group_id).await, (0, 0));
        site.app.clock.advance(SignedDuration::from_hours(24 * 14));
        let mut anna = sign_in(&site, "anna@poczta.example").await;
        anna.get("/my/trainings").await.says_not("Pierwsza pomoc");
        anna.get("/my/trainings?archive=1").await.says("Pierwsza pomoc");
    }

    async fn nobody_keeps_the_list_of_another_branch(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        site.participant("Anna Nowak", "anna@poczta.example").await;
        let mut actor = Actor {
            account_id: site.account("anna@poczta.example").await,
            session_id: SessionId::new(0),
            name: String::new(),
            email: String::new(),
            lang: Lang::Pl,
            roles: [].into(), is_linked: false, };
        let tree = site.app.organisations.current();
        let may = |actor: &Actor, teaches| {
            permissions::may_keep_list(actor, &tree, training.organisation_id, training.group_id, teaches).is_some()
        };
        assert!(!may(&actor, false));
        assert!(may(&actor, true));
        let elsewhere = Some(zapis::accounts::OrganisationId::new(999_999));
        for kind in RoleKind::ALL {
            actor.roles = [Role { kind, branch: elsewhere }].into();
            assert!(!may(&actor, false), "{kind:?}");
            actor.roles = [Role { kind, branch: None }].into();
            let keeps = matches!(
                kind,
                RoleKind::InstallationAdministrator | RoleKind::OrganisationAdministrator | RoleKind::Operator
            );
            assert_eq!(may(&actor, false), keeps, "{kind:?}");
        }
    }

    async fn the_contact_page_shows_addresses_only_when_asked(site: Site) {
        site.training("Pierwsza pomoc").publish().await;
        let mut visitor = site.browser();
        visitor.get("/contact?lang=en").await;
        visitor.follow().await.is(200).says("85 700 10 20").says("ul. Ogrodowa 4, 15-001 Białystok")
            .says_not("centrum@szkolenia.example");
        let organisation = visitor.last.input("organisation").unwrap();
        visitor.post("/contact", &[("organisation", &organisation)]).await.is(200).says("centrum@szkolenia.example");
    }
}

/// A fresh sign-in of somebody who is there; the old one has grown too old on a clock that was moved far.
/// A new browser of somebody who is known.
pub async fn sign_in(site: &Site, email: &str) -> crate::site::Browser {
    let (account, now, random) = (
        site.account(email).await,
        site.now(),
        site.app.random.clone(),
    );
    let begin = site.app.db.write(move |tx| {
        Box::pin(async move {
            zapis::accounts::sessions::begin(
                tx,
                &random,
                account,
                "Firefox, Linux",
                "192.0.2.0/24",
                now,
            )
            .await
        })
    });
    let token = begin.await.map_err(|error: DbError| error).unwrap();
    let mut browser = site.browser();
    browser.set_cookie(zapis::web::cookies::SESSION, token.as_str());
    browser
}
