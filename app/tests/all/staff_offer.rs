//! A17: staff make courses and groups, change and publish them; what is wrong is said and nothing typed is lost.

use zapis::accounts::RoleKind;
use zapis::catalogue::GroupState;

use crate::fixtures::Training;
use crate::join::press_join;
use crate::site::{Browser, Site, on_both};

/// An operator of the centre that offers a training.
pub async fn operator(site: &Site, training: &Training, name: &str) -> Browser {
    let email = format!("{}@centrum.example", name.to_lowercase().replace(' ', "."));
    site.staff(
        name,
        &email,
        RoleKind::Operator,
        Some(training.organisation_id),
    )
    .await
}

/// The fields of a course's form.
fn course() -> Vec<(&'static str, &'static str)> {
    vec![
        ("title", "Ocenianie, które pomaga"),
        ("code", "OC-1"),
        ("subject", "Ocenianie"),
        ("summary", "Dwa popołudnia."),
        ("topics", "Informacja zwrotna\nKryteria"),
        ("audience", "Nauczyciele"),
        ("language", "pl"),
        ("teaching_hours", "8"),
    ]
}

/// A group's form as typed.
#[derive(Clone, Debug)]
pub struct Typed(Vec<(String, String)>);

impl Typed {
    /// A group that can be saved as it is: two meetings in December.
    pub fn new_group() -> Self {
        let fields = [
            ("code", "jesień"),
            ("mode", "on_site"),
            ("place", "ul. Ogrodowa 4, sala 12"),
            ("trainers", "Halina Wrońska"),
            ("capacity", "12"),
            ("minimum", "4"),
            ("opens_date", "20.11.2026"),
            ("opens_time", "8:00"),
            ("closes_date", "30.11.2026"),
            ("closes_time", "20:00"),
            ("price", "120,50"),
            ("attendance_percent", "75"),
        ];
        let typed = Self(
            fields
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into(),
        );
        typed
            .meeting("1.12.2026", "16:00", "19:15")
            .meeting("2026-12-08", "16", "1915")
    }

    /// What the form of a page holds.
    pub fn of_page(page: &str) -> Self {
        let mut found = Vec::new();
        for tag in page.split('<').filter(|tag| tag.starts_with("input ")) {
            let tag = tag.split('>').next().unwrap_or_default();
            let part = |name: &str| {
                let rest = tag.split_once(&format!(" {name}=\""))?.1;
                Some(rest.split('"').next().unwrap_or_default().to_owned())
            };
            let kind = part("type").unwrap_or_default();
            let is_off = (kind == "radio" || kind == "checkbox") && !tag.contains(" checked");
            if let Some(name) = part("name")
                && !is_off
                && name != "csrf"
            {
                found.push((name, part("value").unwrap_or_default()));
            }
        }
        Self(found)
    }

    pub fn meeting(mut self, date: &str, starts: &str, ends: &str) -> Self {
        let parts = [
            ("id", ""),
            ("date", date),
            ("starts", starts),
            ("ends", ends),
            ("place", ""),
        ];
        for (part, value) in parts {
            self.0.push((format!("meeting_{part}"), value.to_owned()));
        }
        self
    }

    /// Every value of a name becomes this one.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        let mut found = false;
        for (other, old) in &mut self.0 {
            if other == name {
                value.clone_into(old);
                found = true;
            }
        }
        if !found {
            self.0.push((name.to_owned(), value.to_owned()));
        }
        self
    }

    pub fn pairs(&self) -> Vec<(&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect()
    }
}

/// The form for changing a group, as it is shown.
pub async fn edit_form(browser: &mut Browser, training: &Training) -> Typed {
    let page = browser.get(&edit(training)).await;
    page.is(200);
    Typed::of_page(&page.text())
}

/// Address of the form for changing a group.
pub fn edit(training: &Training) -> String {
    format!("/staff/groups/{}/edit", training.group_id)
}

on_both! {
    async fn a_course_and_a_group_are_made_and_published(site: Site) {
        let old = site.training("Pierwsza pomoc").publish().await;
        let mut olga = operator(&site, &old, "Olga Radina").await;
        olga.get("/staff").await.is(200).says("Starting within 14 days").says("Pierwsza pomoc");
        olga.get("/staff/courses").await.is(200).says("Pierwsza pomoc");
        let page = olga.fill("/staff/courses/new", "/staff/courses/new", &course()).await;
        let address = page.location.clone().expect("the course is made");
        olga.follow().await.is(200).says("Ocenianie, które pomaga").says("Draft");
        let groups = format!("{address}/groups/new");
        let made = olga.fill(&groups, &groups, &Typed::new_group().pairs()).await;
        let group = made.location.clone().expect("the group is made");
        let shown = olga.follow().await;
        shown.is(200).says("Tuesday, 1 December 2026, 16:00–19:15").says("Tuesday, 8 December 2026, 16:00–19:15");
        let version = shown.input("version").expect("a button to publish");
        let mut visitor = site.browser();
        visitor.get("/courses?lang=en").await;
        visitor.follow().await.says_not("Ocenianie, które pomaga");
        olga.post(&format!("{group}/publish"), &[("version", &version)]).await.goes_to(&group);
        visitor.get("/courses").await.says("Ocenianie, które pomaga");
        olga.get("/staff/courses?q=OCENIANIE&state=published").await.says("Ocenianie, które pomaga").says_not("Pierwsza pomoc");
        olga.get("/staff/courses?state=archived").await.says("Nothing fits these conditions");
    }

    async fn what_is_wrong_is_said_and_nothing_typed_is_lost(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        let address = format!("/staff/courses/{}/groups/new", training.course_id);
        let cases = [
            (Typed::new_group().with("capacity", "many"), "Type a whole number."),
            (Typed::new_group().with("capacity", "0"), "Type a number from 1 to 100000."),
            (Typed::new_group().with("capacity", "99999999999999999999"), "Type a whole number."),
            (Typed::new_group().with("minimum", "50"), "This is more than there are places."),
            (Typed::new_group().with("price", "cheap"), "Type an amount"),
            (Typed::new_group().with("mode", "telepathy"), "Choose one of the answers."),
            (Typed::new_group().with("place", ""), "Fill this in."),
            (Typed::new_group().with("place", "a\u{0}b"), "characters that cannot be printed"),
            (Typed::new_group().with("online_link", "javascript:alert(1)"), "begins with https://"),
            (Typed::new_group().with("code", "1"), "This code is taken."),
            (Typed::new_group().with("closes_date", "19.11.2026"), "Enrolment must close after it opens."),
            (Typed::new_group().with("closes_date", "tomorrow"), "Type the date as day.month.year"),
            (Typed::new_group().meeting("29.2.2027", "16:00", "17:00"), "Meeting 3: there is no such day"),
            (Typed::new_group().meeting("15.12.2026", "17:00", "16:00"), "Meeting 3: it must end after it begins."),
            (Typed::new_group().meeting("15.12.2026", "", "16:00"), "Meeting 3: type when it begins."),
            (Typed::new_group().meeting("15.12.2026", "25:00", "26:00"), "Meeting 3: type the time"),
            (Typed::new_group().meeting("1.12.2026", "18:00", "20:00"), "Two meetings of the group are at the same time."),
        ];
        for (typed, words) in cases {
            let answer = olga.fill(&address, &address, &typed.pairs()).await;
            answer.is(422).says(words).says("Halina Wrońska").says("20.11.2026").says("2026-12-08");
        }
        let leap = Typed::new_group().with("meeting_date", "29.2.2032").pairs().into_iter().take(17)
            .map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let odd = olga.fill(&address, &address, &Typed(leap).pairs()).await;
        odd.is(200).says("more than two years from now");
        let confirmed = Typed::of_page(&odd.text());
        olga.post(&address, &confirmed.pairs()).await.is(303);
        olga.follow().await.says("Sunday, 29 February 2032");
        let past = olga.fill(&address, &address, &Typed::new_group().with("code", "past").meeting("1.11.2026", "16:00", "17:00").pairs()).await;
        past.is(200).says("There is a new date in the past");
        let back = Typed::of_page(&past.text()).with("back", "1");
        olga.post(&address, &back.pairs()).await.is(200).says("1.11.2026").says("Halina Wrońska");
    }

    async fn rows_of_meetings_are_added_and_removed_without_scripts(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        let form = edit_form(&mut olga, &training).await;
        let added = olga.post(&edit(&training), &form.clone().with("add_meeting", "1").with("place", "Nowa sala").pairs()).await;
        added.is(200).says("Meeting 2").says("Nowa sala");
        let form = Typed::of_page(&added.text());
        let removed = olga.post(&edit(&training), &form.with("remove_meeting", "1").pairs()).await;
        removed.is(200).says("Meeting 1").says_not("Meeting 2<").says("Nowa sala");
        olga.get(&format!("/staff/groups/{}", training.group_id)).await.says_not("Nowa sala");
        let none = Typed::of_page(&removed.text()).with("remove_meeting", "0");
        let empty = olga.post(&edit(&training), &none.pairs()).await;
        olga.post(&edit(&training), &Typed::of_page(&empty.text()).pairs()).await.is(422)
            .says("A group on offer needs at least one meeting.");
    }

    async fn the_second_of_two_editors_sees_what_the_first_has_saved(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        let mut igor = operator(&site, &training, "Igor Lis").await;
        let first = edit_form(&mut olga, &training).await.with("capacity", "30");
        let second = edit_form(&mut igor, &training).await.with("minimum", "5");
        olga.post(&edit(&training), &first.pairs()).await.is(303);
        let refused = igor.post(&edit(&training), &second.pairs()).await;
        refused.is(422).says("Somebody else has saved this in the meantime").says("What is saved now").says("30");
        assert_eq!(refused.input("minimum").as_deref(), Some("5"), "what was typed stays");
        let again = Typed::of_page(&refused.text()).with("capacity", "30");
        igor.post(&edit(&training), &again.pairs()).await.is(303);
        igor.follow().await.says("0 of 30").says("5");

        let address = format!("/staff/courses/{}", training.course_id);
        let mut mine = course();
        let version = igor.get(&address).await.input("version").unwrap();
        mine.push(("version", &version));
        igor.post(&address, &mine).await.is(303);
        let stale = olga.fill(&address, &address, &mine).await;
        stale.is(422).says("Somebody else has saved this in the meantime");
    }

    async fn there_are_never_fewer_places_than_people(site: Site) {
        let training = site.training("Pierwsza pomoc").capacity(3).publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        let mut ewa = site.participant("Ewa Maj", "ewa@poczta.example").await;
        press_join(&mut anna, &training).await;
        press_join(&mut ewa, &training).await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        let form = edit_form(&mut olga, &training).await;
        olga.post(&edit(&training), &form.clone().with("capacity", "1").pairs()).await.is(422)
            .says("2 places are taken already");
        olga.post(&edit(&training), &form.with("capacity", "2").pairs()).await.is(303);
        olga.follow().await.says("2 of 2");
    }

    async fn a_group_that_is_over_is_not_changed(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        press_join(&mut anna, &training).await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        let form = edit_form(&mut olga, &training).await;
        let cancel = format!("/staff/groups/{}/cancel", training.group_id);
        olga.fill(&cancel, &cancel, &[("reason", " ")]).await.is(422).says("Fill this in.").says("We will tell 1 person.");
        olga.post(&cancel, &[("reason", "Prowadząca jest chora.")]).await.is(303);
        olga.follow().await.says("The group is cancelled");
        let letters = site.letters_to("anna@poczta.example").await;
        let letter = letters.last().unwrap();
        assert!(letter.paragraphs.join(" ").contains("Prowadząca jest chora."), "{letter:?}");
        assert!(letter.attachments[0].kind.contains("method=CANCEL"));
        // Sent once more, and opened once more, it leads to the group.
        let group = format!("/staff/groups/{}", training.group_id);
        olga.post(&cancel, &[("reason", "Jeszcze raz.")]).await.goes_to(&group);
        olga.follow().await.says("finished or cancelled already");
        olga.get(&cancel).await.goes_to(&group);
        olga.get(&edit(&training)).await.goes_to(&group);
        olga.follow().await;
        olga.post(&edit(&training), &form.with("capacity", "30").pairs()).await.is(422);
        let archive = format!("/staff/courses/{}/state", training.course_id);
        let version = olga.get(&format!("/staff/courses/{}", training.course_id)).await.input("version").unwrap();
        olga.post(&archive, &[("state", "archived"), ("version", &version)]).await.is(303);
    }

    async fn a_course_with_groups_on_offer_stays_in_the_catalogue(site: Site) {
        let training = site.training("Pierwsza pomoc").state(GroupState::Published).publish().await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        let page = format!("/staff/courses/{}", training.course_id);
        let version = olga.get(&page).await.input("version").unwrap();
        olga.post(&format!("{page}/state"), &[("state", "archived"), ("version", &version)]).await.is(422)
            .says("The course has 1 group on offer");
    }
}
