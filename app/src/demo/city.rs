//! The city at full size, to measure: written in bulk, since nobody clicks through a hundred thousand children.

use database::{DbError, Tx, Value};
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::courses::COURSES;
use super::town::{CITY, Town};
use super::{store, words};
use crate::accounts::pages::DEMO_DOMAIN;
use crate::accounts::{self, AccountId, NewAccount};
use crate::app::Shared;
use crate::catalogue::writing::{self, CourseFields, GroupFields, MeetingFields};
use crate::catalogue::{self, Allocation, CourseState, GroupId, GroupState, Mode};
use crate::people::{self, Details, PersonId};
use crate::random::Random;

const ADULTS: usize = 20_000;
const CHILDREN: usize = 100_000;
const COURSES_OF_CITY: usize = 600;
const GROUPS_OF_A_COURSE: usize = 5;
/// Rows in one transaction, so that the journal stays small.
const CHUNK: usize = 5_000;

pub(super) async fn build(
    app: &Shared,
    random: &Random,
    town: &Town,
    now: Timestamp,
) -> anyhow::Result<()> {
    let mut adults = Vec::with_capacity(ADULTS);
    for first in (0..ADULTS).step_by(CHUNK) {
        let random = random.clone();
        let work = app
            .db
            .write(move |tx| Box::pin(async move { add_adults(tx, &random, first, now).await }));
        adults.extend(work.await?);
    }
    for _ in (0..CHILDREN).step_by(CHUNK) {
        let rows = children(random, now);
        app.db
            .write(move |tx| Box::pin(async move { tx.batch(store::INSERT_CHILD, &rows).await }))
            .await?;
    }
    let (dice, town) = (random.clone(), town.clone());
    let groups = app
        .db
        .write(move |tx| Box::pin(async move { add_groups(tx, &dice, &town, now).await }))
        .await?;
    let rows = enrolments(random, &adults, &groups, now);
    app.db
        .write(move |tx| {
            Box::pin(async move {
                tx.batch(store::INSERT_ENROLMENT, &rows).await?;
                tx.exec(store::COUNT_PLACES, &[]).await?;
                catalogue::touch(tx).await
            })
        })
        .await?;
    Ok(())
}

async fn add_adults(
    tx: &mut Tx<'_>,
    random: &Random,
    first: usize,
    now: Timestamp,
) -> Result<Vec<(AccountId, PersonId)>, DbError> {
    let mut added = Vec::with_capacity(CHUNK);
    for number in first..first + CHUNK {
        let human = words::human(random);
        let email = format!("city{number}@{DEMO_DOMAIN}");
        let details = Details {
            surname: human.surname.into(),
            given_name: human.given_name.into(),
            born_on: Some(jiff::civil::date(
                1960 + i16::try_from(number % 40).unwrap_or(0),
                5,
                1,
            )),
            birth_place: human.birth_place.into(),
            city: CITY.into(),
            ..Details::default()
        };
        // Nobody signs in as these: an empty hash fits no password.
        let new = NewAccount {
            email: email.clone(),
            email_key: email,
            password_hash: String::new(),
            name: details.name(),
            lang: human.lang,
        };
        let account = accounts::actions::create_active(tx, &new, now).await?;
        let account = account.ok_or_else(|| DbError::Other("a demo address is taken".into()))?;
        added.push((
            account,
            people::actions::save_of_account(tx, account, &details, now).await?,
        ));
    }
    Ok(added)
}

fn children(random: &Random, now: Timestamp) -> Vec<Vec<Value>> {
    let child = |_| {
        let human = words::human(random);
        let day = jiff::civil::date(2009, 1, 1)
            .checked_add(i64::try_from(random.below(4_700)).unwrap_or(0).days());
        let born_on = day.map_or_else(|_| String::new(), |day| day.to_string());
        vec![
            Value::from(human.surname),
            Value::from(human.given_name),
            Value::from(born_on),
            Value::from(human.birth_place),
            Value::from(CITY),
            Value::from(now),
        ]
    };
    (0..CHUNK).map(child).collect()
}

async fn add_groups(
    tx: &mut Tx<'_>,
    random: &Random,
    town: &Town,
    now: Timestamp,
) -> Result<Vec<(GroupId, i64)>, DbError> {
    let mut groups = Vec::new();
    for number in 0..COURSES_OF_CITY {
        let written = &COURSES[number % COURSES.len()];
        let organisation_id = match number % 3 {
            0 => town.centre,
            _ => town.institutions[words::index(random, town.institutions.len())],
        };
        let course = CourseFields {
            organisation_id,
            code: format!("{}-{number}", written.code),
            title: format!("{} ({})", written.title, 1 + number / COURSES.len()),
            subject: written.subject.into(),
            summary: written.summary.into(),
            topics: written.topics.into(),
            audience: written.audience.into(),
            language: written.language.into(),
            teaching_hours: written.hours,
            age_from: None,
            age_to: None,
            takes_certificate: false,
            state: CourseState::Published,
        };
        let course_id = writing::insert_course(tx, &course, now).await?;
        for run in 0..GROUPS_OF_A_COURSE {
            let group = group(random, run, now);
            let id = writing::insert_group(tx, course_id, &group, now).await?;
            for week in 0..=i64::try_from(random.below(3)).unwrap_or(0) {
                let starts_at = group.closes_at + SignedDuration::from_hours(24 + week * 24 * 7);
                let ends_at = starts_at + SignedDuration::from_mins(195);
                writing::insert_meeting(
                    tx,
                    id,
                    &MeetingFields {
                        starts_at,
                        ends_at,
                        place: String::new(),
                        room_id: None,
                    },
                )
                .await?;
            }
            groups.push((id, group.capacity));
        }
    }
    Ok(groups)
}

fn group(random: &Random, run: usize, now: Timestamp) -> GroupFields {
    let days = 3 + i64::try_from(random.below(120)).unwrap_or(0);
    let hour = SignedDuration::from_hours(1);
    GroupFields {
        code: format!("{}", run + 1),
        state: GroupState::Published,
        mode: if random.below(4) == 0 {
            Mode::Online
        } else {
            Mode::OnSite
        },
        place: words::street(random),
        online_link: String::new(),
        trainers: format!(
            "{} {}",
            words::human(random).given_name,
            words::human(random).surname
        ),
        capacity: 10 + i64::try_from(random.below(50)).unwrap_or(0),
        minimum: 5,
        opens_at: now - hour * 24 * 20,
        closes_at: now + hour * (24 * i32::try_from(days).unwrap_or(3)),
        price_minor: if random.below(5) == 0 { 8_000 } else { 0 },
        currency: "PLN".into(),
        attendance_percent: 75,
        signatory_name: "Wanda Szczęsna".into(),
        signatory_role: "Dyrektor".into(),
        waiting_places: 0,
        needs_approval: false,
        allocation: Allocation::FirstCome,
    }
}

/// Each group is filled up to a share of its places that differs from group to group.
fn enrolments(
    random: &Random,
    adults: &[(AccountId, PersonId)],
    groups: &[(GroupId, i64)],
    now: Timestamp,
) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for (group, capacity) in groups {
        let wanted =
            usize::try_from(random.below(u64::try_from(*capacity).unwrap_or(0) + 1)).unwrap_or(0);
        let first = words::index(random, adults.len());
        for step in 0..wanted {
            let (account, person) = adults[(first + step * 7) % adults.len()];
            rows.push(vec![
                Value::from(person),
                Value::from(*group),
                Value::from(account),
                Value::from("confirmed"),
                Value::from(now),
            ]);
        }
    }
    rows
}
