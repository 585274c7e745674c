//! What a story needs before it begins: trainings on offer.

use database::{DbError, Tx};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use zapis::accounts::OrganisationId;
use zapis::catalogue::writing::{self, CourseFields, GroupFields, MeetingFields};
use zapis::catalogue::{
    self, Allocation, CourseId, CourseState, GroupId, GroupState, MeetingId, Mode, draws,
};
use zapis::organisations;

use crate::site::Site;

/// The organisation that offers what a story does not give to another.
pub const CENTRE: &str = "Miejskie Centrum Doskonalenia Nauczycieli";

/// A training in the database.
#[derive(Clone, Debug)]
pub struct Training {
    pub organisation_id: OrganisationId,
    pub course_id: CourseId,
    pub group_id: GroupId,
    pub meeting_ids: Vec<MeetingId>,
}

impl Training {
    /// Address of its page.
    pub fn page(&self) -> String {
        format!("/courses/{}", self.course_id)
    }

    /// Address of the first step of joining.
    pub fn join(&self) -> String {
        format!("/courses/{}/groups/{}/join", self.course_id, self.group_id)
    }
}

/// A training about to be published: free, 20 places, one meeting on Tuesday, 1 December 2026, 16:00–19:15, 4 teaching
/// hours (short), window open since last week and until the evening before.
pub struct TrainingBuilder<'a> {
    site: &'a Site,
    pub course: CourseFields,
    pub group: GroupFields,
    meetings: Vec<MeetingFields>,
}

/// An instant on the wall clock of Warsaw: `2026-12-01T16:00`.
pub fn warsaw(local: &str) -> Timestamp {
    let local: DateTime = local.parse().unwrap();
    local
        .to_zoned(TimeZone::get("Europe/Warsaw").unwrap())
        .unwrap()
        .timestamp()
}

impl Site {
    /// A training with this title; `publish` puts it on offer.
    pub fn training(&self, title: &str) -> TrainingBuilder<'_> {
        let course = CourseFields {
            organisation_id: OrganisationId::new(0),
            code: title.to_owned(),
            title: title.to_owned(),
            subject: "Wychowanie".into(),
            summary: "Jedno popołudnie z przykładami z lekcji.".into(),
            topics: "Wprowadzenie\nWarsztat".into(),
            audience: "Dla nauczycieli".into(),
            language: "pl".into(),
            teaching_hours: 4,
            age_from: None,
            age_to: None,
            takes_certificate: false,
            state: CourseState::Published,
        };
        let group = GroupFields {
            code: "1".into(),
            state: GroupState::Published,
            mode: Mode::OnSite,
            place: "ul. Ogrodowa 4, sala 12".into(),
            online_link: String::new(),
            trainers: "Halina Wrońska".into(),
            capacity: 20,
            minimum: 0,
            opens_at: self.now() - SignedDuration::from_hours(24 * 7),
            closes_at: warsaw("2026-11-30T20:00"),
            price_minor: 0,
            currency: "PLN".into(),
            attendance_percent: 75,
            signatory_name: "Wanda Szczęsna".into(),
            signatory_role: "Dyrektor".into(),
            waiting_places: 0,
            needs_approval: false,
            allocation: Allocation::FirstCome,
        };
        TrainingBuilder {
            site: self,
            course,
            group,
            meetings: Vec::new(),
        }
    }
}

impl TrainingBuilder<'_> {
    pub fn capacity(mut self, capacity: i64) -> Self {
        self.group.capacity = capacity;
        self
    }

    /// For these ages.
    pub fn ages(mut self, from: i64, to: i64) -> Self {
        self.course.age_from = Some(from);
        self.course.age_to = Some(to);
        self
    }

    /// So many may wait for a place.
    pub fn waiting(mut self, places: i64) -> Self {
        self.group.waiting_places = places;
        self
    }

    /// Staff decides about every application.
    pub fn approved_by_staff(mut self) -> Self {
        self.group.needs_approval = true;
        self
    }

    pub fn price(mut self, minor: i64) -> Self {
        self.group.price_minor = minor;
        self
    }

    pub fn state(mut self, state: GroupState) -> Self {
        self.group.state = state;
        self
    }

    /// A meeting on Warsaw's clock; the first one given replaces the usual one.
    pub fn meeting(mut self, starts: &str, ends: &str) -> Self {
        self.meetings.push(MeetingFields {
            starts_at: warsaw(starts),
            ends_at: warsaw(ends),
            place: String::new(),
            room_id: None,
        });
        self
    }

    /// The enrolment window, on Warsaw's clock.
    pub fn window(mut self, opens: &str, closes: &str) -> Self {
        self.group.opens_at = warsaw(opens);
        self.group.closes_at = warsaw(closes);
        self
    }

    /// Anything else of the course.
    pub fn course(mut self, change: impl FnOnce(&mut CourseFields)) -> Self {
        change(&mut self.course);
        self
    }

    /// Places are drawn, or matched by wishes, when the window closes.
    pub fn drawn(mut self, allocation: Allocation) -> Self {
        self.group.allocation = allocation;
        self
    }

    /// Anything else of the group.
    pub fn group(mut self, change: impl FnOnce(&mut GroupFields)) -> Self {
        change(&mut self.group);
        self
    }

    /// Writes it and shows it in the catalogue.
    pub async fn publish(mut self) -> Training {
        if self.meetings.is_empty() {
            self = self.meeting("2026-12-01T16:00", "2026-12-01T19:15");
        }
        let (mut course, group, meetings) = (self.course, self.group, self.meetings);
        let (now, app) = (self.site.now(), self.site.app.clone());
        let write = self.site.app.db.write(move |tx| {
            Box::pin(async move {
                course.organisation_id = centre(tx, now).await?;
                let course_id = writing::insert_course(tx, &course, now).await?;
                let group_id = writing::insert_group(tx, course_id, &group, now).await?;
                draws::commit(tx, &app, group_id, group.allocation, now).await?;
                let mut meeting_ids = Vec::new();
                for meeting in &meetings {
                    meeting_ids.push(writing::insert_meeting(tx, group_id, meeting).await?);
                }
                catalogue::touch(tx).await?;
                Ok::<_, DbError>(Training {
                    organisation_id: course.organisation_id,
                    course_id,
                    group_id,
                    meeting_ids,
                })
            })
        });
        let training = write.await.unwrap();
        let app = &self.site.app;
        app.catalogue.refresh(&app.db, now).await.unwrap();
        app.organisations.refresh(&app.db).await.unwrap();
        training
    }
}

impl Site {
    /// A venue of whoever offers a training; its id.
    pub async fn venue(&self, training: &Training) -> i64 {
        let home = training.organisation_id;
        let write = self.app.db.write(move |tx| {
            Box::pin(async move {
                let insert = "INSERT INTO venues (organisation_id, name) VALUES ($1, 'Centrum') RETURNING id";
                tx.one(insert, &[&home]).await
            })
        });
        write.await.map_err(|error: DbError| error).unwrap()
    }
}

/// The training centre of the stories; made when it is first asked for.
pub async fn centre(tx: &mut Tx<'_>, now: Timestamp) -> Result<OrganisationId, DbError> {
    let found = "SELECT id FROM organisations WHERE import_key = 'centre'";
    if let Some(id) = tx.opt(found, &[]).await? {
        return Ok(id);
    }
    let insert = "INSERT INTO organisations (kind, name, name_folded, street, street_number, postal_code, city, phone, \
        email, import_key, created_at) VALUES ('training_centre', $1, $2, 'ul. Ogrodowa', '4', '15-001', 'Białystok', \
        '85 700 10 20', 'centrum@szkolenia.example', 'centre', $3) RETURNING id";
    let id = tx
        .one(insert, &[&CENTRE, &CENTRE.to_lowercase(), &now])
        .await?;
    organisations::touch(tx).await?;
    Ok(id)
}
