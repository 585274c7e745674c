//! What the demo's training centre offers: groups in every state, around today.

use database::{DbError, Tx};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan};

use super::courses::{COURSES, Written};
use super::people::Cast;
use super::town::Town;
use crate::catalogue::writing::{self, CourseFields, GroupFields, MeetingFields};
use crate::catalogue::{self, Allocation, CourseId, CourseState, GroupId, GroupState, Mode};

/// One run of a course, as the story needs it. Days count from today; negative ones are past.
pub(super) struct Run {
    pub course: usize,
    pub code: &'static str,
    /// Day of the first meeting; the others follow weekly.
    pub day: i64,
    pub meetings: i64,
    /// `(hour, minute)` of the beginning.
    pub at: (i8, i8),
    pub minutes: i64,
    pub place: &'static str,
    pub capacity: i64,
    /// How many have joined when the demo opens.
    pub joined: usize,
    pub price: i64,
    /// How many may wait for a place.
    pub waiting_places: i64,
    /// Whether staff decides about applications.
    pub needs_approval: bool,
    pub then: Then,
}

/// What became of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// On offer.
    Offered,
    /// Enrolment opens in some days.
    OpensIn(i64),
    /// Under way: attendance of the latest meeting waits to be marked.
    Running,
    /// Every meeting is over and marked; the group waits to be finished.
    Ended,
    /// Over, attendance marked, finished.
    Finished,
    /// Called off.
    Cancelled,
    /// Not shown to anybody yet.
    Draft,
}

const fn run(
    course: usize,
    code: &'static str,
    day: i64,
    capacity: i64,
    joined: usize,
    then: Then,
) -> Run {
    Run {
        course,
        code,
        day,
        meetings: 1,
        at: (16, 0),
        minutes: 195,
        place: "ul. Ogrodowa 4, sala 12",
        capacity,
        joined,
        price: 0,
        waiting_places: 0,
        needs_approval: false,
        then,
    }
}

/// Index of the run that the demo's participant is in, by what became of it.
pub(super) const RUNS: [Run; 22] = [
    Run {
        meetings: 2,
        ..run(0, "2", 9, 20, 13, Then::Offered)
    },
    Run {
        place: "",
        // At the same time as the first one, which the participant is in.
        at: (17, 0),
        minutes: 90,
        ..run(1, "1", 9, 60, 19, Then::Offered)
    },
    Run {
        place: "Szkoła Podstawowa nr 1, sala gimnastyczna",
        at: (15, 30),
        ..run(2, "3", 11, 16, 15, Then::Offered)
    },
    Run {
        place: "ul. Ogrodowa 4, sala 3",
        waiting_places: 6,
        ..run(3, "1", 15, 18, 18, Then::Offered)
    },
    Run {
        meetings: 3,
        at: (15, 0),
        place: "ul. Ogrodowa 4, sala 8",
        ..run(4, "1", 17, 24, 12, Then::Offered)
    },
    Run {
        at: (9, 0),
        minutes: 330,
        place: "ul. Ogrodowa 4, sala 1",
        ..run(5, "1", 20, 12, 0, Then::OpensIn(2))
    },
    run(6, "2", 24, 20, 4, Then::Offered),
    Run {
        price: 12_000,
        meetings: 2,
        ..run(7, "4", 16, 10, 0, Then::Offered)
    },
    Run {
        place: "Leśniczówka Dębina, parking przy drodze 12",
        at: (9, 30),
        minutes: 240,
        ..run(8, "1", 27, 15, 7, Then::Offered)
    },
    Run {
        place: "ul. Ogrodowa 4, sala 5",
        meetings: 2,
        minutes: 135,
        needs_approval: true,
        ..run(9, "1", 18, 14, 6, Then::Offered)
    },
    Run {
        meetings: 4,
        at: (17, 0),
        place: "Dom Kultury, scena kameralna",
        ..run(10, "1", 22, 16, 9, Then::Offered)
    },
    Run {
        place: "",
        at: (18, 0),
        minutes: 135,
        ..run(11, "1", 13, 40, 22, Then::Offered)
    },
    Run {
        meetings: 3,
        place: "ul. Ogrodowa 4, sala 2",
        ..run(12, "1", 25, 18, 5, Then::Offered)
    },
    Run {
        place: "ul. Ogrodowa 4, sala 2",
        ..run(13, "1", 30, 20, 11, Then::Offered)
    },
    Run {
        place: "",
        minutes: 135,
        ..run(14, "1", 12, 50, 31, Then::Offered)
    },
    Run {
        meetings: 3,
        ..run(4, "0", -13, 20, 14, Then::Running)
    },
    Run {
        meetings: 2,
        place: "ul. Ogrodowa 4, sala 6",
        ..run(7, "3", -18, 10, 9, Then::Finished)
    },
    run(6, "1", -30, 20, 16, Then::Finished),
    run(2, "2", -24, 16, 10, Then::Finished),
    Run {
        place: "ul. Ogrodowa 4, sala 3",
        ..run(13, "0", 8, 20, 3, Then::Cancelled)
    },
    Run {
        meetings: 2,
        ..run(0, "3", 44, 20, 0, Then::Draft)
    },
    Run {
        meetings: 2,
        ..run(0, "1", -10, 20, 11, Then::Ended)
    },
];

/// A group that was made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Made {
    pub group_id: GroupId,
    pub first_starts: Timestamp,
    pub last_ends: Timestamp,
}

pub(super) async fn build(
    tx: &mut Tx<'_>,
    town: &Town,
    cast: &Cast,
    today: Date,
    zone: &TimeZone,
    now: Timestamp,
) -> Result<Vec<Made>, DbError> {
    let mut courses: Vec<CourseId> = Vec::new();
    for course in &COURSES {
        courses.push(writing::insert_course(tx, &fields(course, town), now).await?);
    }
    let mut made = Vec::new();
    for run in &RUNS {
        made.push(add(tx, run, courses[run.course], today, zone, now).await?);
    }
    for group in [&made[0], &made[15], &made[16], &made[21]] {
        writing::insert_trainer(tx, group.group_id, cast.trainer.account_id).await?;
    }
    catalogue::touch(tx).await?;
    Ok(made)
}

fn fields(course: &Written, town: &Town) -> CourseFields {
    CourseFields {
        organisation_id: town.centre,
        code: course.code.into(),
        title: course.title.into(),
        subject: course.subject.into(),
        summary: course.summary.into(),
        topics: course.topics.into(),
        audience: course.audience.into(),
        language: course.language.into(),
        teaching_hours: course.hours,
        age_from: None,
        age_to: None,
        takes_certificate: false,
        state: CourseState::Published,
    }
}

fn shifted(date: Date, days: i64) -> Date {
    date.checked_add(days.days()).unwrap_or(date)
}

fn instant(date: Date, (hour, minute): (i8, i8), zone: &TimeZone) -> Timestamp {
    let local = date.at(hour, minute, 0, 0).to_zoned(zone.clone());
    local.map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
}

async fn add(
    tx: &mut Tx<'_>,
    run: &Run,
    course_id: CourseId,
    today: Date,
    zone: &TimeZone,
    now: Timestamp,
) -> Result<Made, DbError> {
    let first = shifted(today, run.day);
    let opens = match run.then {
        Then::OpensIn(days) => instant(shifted(today, days), (9, 0), zone),
        _ => instant(shifted(first.min(today), -40), (9, 0), zone),
    };
    let trainers = [
        "Halina Wrońska",
        "Igor Malewicz",
        "Oksana Zielińska",
        "Bartosz Lisiecki",
        "Agata Borowik",
    ];
    let group = GroupFields {
        code: run.code.into(),
        state: if run.then == Then::Draft {
            GroupState::Draft
        } else {
            GroupState::Published
        },
        mode: if run.place.is_empty() {
            Mode::Online
        } else {
            Mode::OnSite
        },
        place: run.place.into(),
        online_link: if run.place.is_empty() {
            "https://spotkania.example/zapis".into()
        } else {
            String::new()
        },
        trainers: if run.course == 0 {
            trainers[0].into()
        } else {
            trainers[run.course % trainers.len()].into()
        },
        capacity: run.capacity,
        minimum: 5,
        opens_at: opens,
        closes_at: instant(shifted(first, -1), (20, 0), zone),
        price_minor: run.price,
        currency: "PLN".into(),
        attendance_percent: 75,
        signatory_name: "Wanda Szczęsna".into(),
        signatory_role: "Dyrektor Centrum".into(),
        waiting_places: run.waiting_places,
        needs_approval: run.needs_approval,
        allocation: Allocation::FirstCome,
    };
    let group_id = writing::insert_group(tx, course_id, &group, now).await?;
    let (mut first_starts, mut last_ends) = (None, now);
    for week in 0..run.meetings {
        let starts_at = instant(shifted(first, week * 7), run.at, zone);
        let length: Span = run.minutes.minutes();
        let ends_at = starts_at.checked_add(length).unwrap_or(starts_at);
        writing::insert_meeting(
            tx,
            group_id,
            &MeetingFields {
                starts_at,
                ends_at,
                place: String::new(),
                room_id: None,
            },
        )
        .await?;
        first_starts.get_or_insert(starts_at);
        last_ends = ends_at;
    }
    Ok(Made {
        group_id,
        first_starts: first_starts.unwrap_or(now),
        last_ends,
    })
}
