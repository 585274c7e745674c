//! Children of the demo: their programmes, their families, and applications in every state.

use anyhow::Context as _;
use database::{DbError, Tx};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::people::Cast;
use super::store;
use super::town::{CITY, Town};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::catalogue::writing::{self, CourseFields, GroupFields, MeetingFields};
use crate::catalogue::{self, Allocation, CourseState, GroupId, GroupState, Mode};
use crate::clock::zone;
use crate::enrolment::actions::{To, join_or_wait};
use crate::enrolment::payer::Payer;
use crate::enrolment::permissions::may_enrol_child;
use crate::families::actions::{Consents, Entered, NewChild, enter};
use crate::families::fields::Typed;
use crate::families::permissions::may_enter_child;
use crate::families::types::{Known, Sex};
use crate::people::PersonId;

/// A programme for children.
struct Programme {
    code: &'static str,
    title: &'static str,
    subject: &'static str,
    summary: &'static str,
    ages: (i64, i64),
    capacity: i64,
    price_minor: i64,
    takes_certificate: bool,
    needs_approval: bool,
    /// `(hour, minute)`, in the afternoon or in the morning.
    at: (i8, i8),
}

const PROGRAMMES: [Programme; 4] = [
    Programme {
        code: "CER",
        title: "Pracownia ceramiki",
        subject: "Plastyka",
        summary: "Lepimy, szkliwimy i wypalamy. Każde dziecko wynosi z pracowni własny serwis dla misia.",
        ages: (7, 10),
        capacity: 8,
        price_minor: 0,
        takes_certificate: false,
        needs_approval: false,
        at: (16, 30),
    },
    Programme {
        code: "SZA",
        title: "Szachy dla początkujących i tych, którzy już wygrywają z dziadkiem",
        subject: "Gry logiczne",
        summary: "Dwie grupy w jednej sali: uczymy się nawzajem, raz w miesiącu gramy turniej.",
        ages: (8, 14),
        capacity: 10,
        price_minor: 0,
        takes_certificate: true,
        needs_approval: true,
        at: (17, 0),
    },
    Programme {
        code: "TAN",
        title: "Taniec i zabawy z rytmem",
        subject: "Muzyka i ruch",
        summary: "Pół godziny ruchu i pół godziny bębnów. Wystarczą miękkie buty.",
        ages: (4, 6),
        capacity: 2,
        price_minor: 0,
        takes_certificate: true,
        needs_approval: false,
        at: (15, 30),
    },
    Programme {
        code: "ROB",
        title: "Robotyka: pojazdy, które same omijają przeszkody",
        subject: "Technika",
        summary: "Budujemy, programujemy, psujemy i naprawiamy. Zestawy są na miejscu.",
        ages: (10, 15),
        capacity: 12,
        price_minor: 9_000,
        takes_certificate: true,
        needs_approval: false,
        at: (10, 0),
    },
];

/// A child: given name, surname, sex, years and days of age, whether the documents were seen, and what was applied for.
type Described = (
    &'static str,
    &'static str,
    Sex,
    (i16, i32),
    bool,
    &'static [usize],
);

/// The first two are those of the parent on the sign-in page; the others have parents of their own. The family of the last one
/// moves.
const CHILDREN: [Described; 9] = [
    ("Zofia", "Okoń", Sex::Female, (9, 40), true, &[0, 1]),
    ("Jan", "Okoń", Sex::Male, (5, 200), false, &[2]),
    ("Aleksander", "Brzask", Sex::Male, (8, 15), true, &[0]),
    ("Maja", "Sikora-Łąk", Sex::Female, (7, 120), false, &[0]),
    ("Артём", "Рощин", Sex::Male, (11, 90), true, &[1]),
    ("Вера", "Рощина", Sex::Female, (9, 300), false, &[1]),
    ("Nina", "Wilga", Sex::Female, (5, 30), true, &[2]),
    ("Tymon", "Wilga", Sex::Male, (4, 100), true, &[2]),
    ("Kornel", "Zając", Sex::Male, (12, 5), true, &[1]),
];

/// The one of [`CHILDREN`] that a second parent enters as well.
const TWICE: usize = 3;

/// Answers with the child whose family moves.
pub(super) async fn build(
    app: &Shared,
    cast: &Cast,
    town: &Town,
    now: Timestamp,
) -> anyhow::Result<PersonId> {
    let youth = town.clone();
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let groups = offer(tx, &youth, now).await?;
            catalogue::touch(tx).await?;
            Ok::<_, DbError>(groups)
        })
    });
    let groups = write.await?;
    app.catalogue.refresh(&app.db, now).await?;
    let parents = [&cast.parent, &cast.parent]
        .into_iter()
        .chain(&cast.others[20..]);
    let mut last = None;
    for (number, (described, parent)) in CHILDREN.iter().zip(parents).enumerate() {
        let hours = 60 - 5 * i64::try_from(number).unwrap_or(0);
        let at = now - SignedDuration::from_hours(hours);
        let child = add(app, parent, known(town, described, at), at).await?;
        let (.., is_confirmed, programmes) = *described;
        if is_confirmed {
            let write = app.db.write(move |tx| {
                Box::pin(async move { tx.exec(store::CONFIRM_CHILD, &[&child]).await })
            });
            write.await.map_err(|error: DbError| error)?;
        }
        for (later, programme) in (1..).zip(programmes) {
            let at = at + SignedDuration::from_mins(10 * later);
            apply(app, parent, child, groups[*programme], at).await?;
        }
        last = Some(child);
    }
    let at = now - SignedDuration::from_hours(2);
    let twice = add(
        app,
        &cast.others[40],
        again(known(town, &CHILDREN[TWICE], at)),
        at,
    )
    .await?;
    apply(app, &cast.others[40], twice, groups[0], at).await?;
    last.context("no children in the demo")
}

/// The same child as the other parent would write it: with the name that it goes by at home, one digit of its day mistaken, and
/// another address. An operator has to decide whether it is the same.
fn again(known: Known) -> Known {
    let day = known.born_on.day();
    let day = if day <= 15 { day + 10 } else { day - 10 };
    Known {
        given_name: "Majka".into(),
        surname: "Sikora".into(),
        born_on: known
            .born_on
            .with()
            .day(day)
            .build()
            .unwrap_or(known.born_on),
        street: "ul. Ogrodowa 8".into(),
        ..known
    }
}

async fn offer(tx: &mut Tx<'_>, town: &Town, now: Timestamp) -> Result<Vec<GroupId>, DbError> {
    let mut groups = Vec::new();
    for (week, programme) in (1_i64..).zip(&PROGRAMMES) {
        let course = CourseFields {
            organisation_id: town.youth,
            code: programme.code.into(),
            title: programme.title.into(),
            subject: programme.subject.into(),
            summary: programme.summary.into(),
            topics: String::new(),
            audience: String::new(),
            language: "pl".into(),
            teaching_hours: 20,
            age_from: Some(programme.ages.0),
            age_to: Some(programme.ages.1),
            takes_certificate: programme.takes_certificate,
            state: CourseState::Published,
        };
        let course_id = writing::insert_course(tx, &course, now).await?;
        let today = now.to_zoned(zone()).date();
        let first = today.saturating_add((14 + 3 * week).days());
        let meetings: Vec<MeetingFields> = (0..10)
            .map(|later| meeting(programme, first.saturating_add((7 * later).days())))
            .collect();
        let group = group(programme, meetings[0].starts_at, now);
        let id = writing::insert_group(tx, course_id, &group, now).await?;
        for meeting in &meetings {
            writing::insert_meeting(tx, id, meeting).await?;
        }
        groups.push(id);
    }
    Ok(groups)
}

fn meeting(programme: &Programme, day: Date) -> MeetingFields {
    let (hour, minute) = programme.at;
    let local = day.at(hour, minute, 0, 0).to_zoned(zone());
    let starts_at = local.map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp());
    MeetingFields {
        starts_at,
        ends_at: starts_at + SignedDuration::from_mins(90),
        place: String::new(),
        room_id: None,
    }
}

fn group(programme: &Programme, first: Timestamp, now: Timestamp) -> GroupFields {
    GroupFields {
        code: "1".into(),
        state: GroupState::Published,
        mode: Mode::OnSite,
        place: "ul. Parkowa 11".into(),
        online_link: String::new(),
        trainers: "Bogna Rudzik".into(),
        capacity: programme.capacity,
        minimum: 4.min(programme.capacity),
        opens_at: now - SignedDuration::from_hours(24 * 7),
        closes_at: first - SignedDuration::from_hours(24),
        price_minor: programme.price_minor,
        currency: "PLN".into(),
        attendance_percent: 50,
        signatory_name: "Irena Sójka".into(),
        signatory_role: "Dyrektor".into(),
        waiting_places: 5,
        needs_approval: programme.needs_approval,
        allocation: Allocation::FirstCome,
    }
}

fn known(
    town: &Town,
    (given_name, surname, sex, (years, days), ..): &Described,
    at: Timestamp,
) -> Known {
    let today = at.to_zoned(zone()).date();
    let born_on = today
        .saturating_sub(years.years())
        .saturating_sub(days.days());
    Known {
        surname: (*surname).into(),
        given_name: (*given_name).into(),
        patronymic: String::new(),
        born_on,
        birth_place: CITY.into(),
        sex: sex.code().into(),
        municipality_id: Some(town.municipality),
        street: format!("ul. Lipowa {}", 3 + days / 4),
        postal_code: "83-000".into(),
        city: CITY.into(),
    }
}

async fn add(
    app: &Shared,
    parent: &Actor,
    known: Known,
    at: Timestamp,
) -> anyhow::Result<PersonId> {
    let new = NewChild {
        typed: Typed {
            known,
            document: None,
        },
        consents: Consents::default(),
    };
    match enter(app, &may_enter_child(parent), &new, at).await? {
        Entered::New(id) | Entered::ToReview(id) => Ok(id),
        other @ Entered::Own(_) => anyhow::bail!("a child of the demo was met: {other:?}"),
    }
}

async fn apply(
    app: &Shared,
    parent: &Actor,
    child: PersonId,
    group: GroupId,
    at: Timestamp,
) -> anyhow::Result<()> {
    let to = To {
        email: parent.email.clone(),
        lang: parent.lang,
        name: parent.name.clone(),
        payer: Payer::Participant,
    };
    let permit = may_enrol_child(parent, group, child);
    let joined = join_or_wait(app, &permit, &to, at).await;
    joined.map(drop).context("an application of the demo")
}
