//! Rows of a list of groups.

use std::collections::HashMap;

use database::{DbError, Tx};

use super::cells::{self, problem};
use super::{Import, RowProblem, column};
use crate::catalogue::writing::{self, GroupFields, MeetingFields};
use crate::catalogue::{
    Allocation, Course, CourseId, Group, GroupState, Meeting, MeetingId, store,
};
use crate::tables::{Need, Row, Spec, Table};
use crate::text::CURRENCIES;
use jiff::tz::TimeZone;

/// The columns of a list of groups. Days and hours are on the clock of the course's organisation.
pub const GROUPS: Spec = Spec::new(&[
    column(
        "course",
        &["szkolenie", "kod szkolenia", "программа"],
        Need::Filled,
    ),
    column(
        "code",
        &["group", "grupa", "edycja", "kod", "группа"],
        Need::Filled,
    ),
    column(
        "capacity",
        &["places", "miejsca", "liczba miejsc", "места"],
        Need::Filled,
    ),
    column(
        "opens",
        &["zapisy od", "otwarcie", "запись с"],
        Need::Filled,
    ),
    column(
        "closes",
        &["zapisy do", "zamknięcie", "запись до"],
        Need::Filled,
    ),
    column(
        "meetings",
        &["spotkania", "terminy", "занятия"],
        Need::Filled,
    ),
    column("place", &["miejsce", "sala", "место"], Need::Optional),
    column("mode", &["forma", "tryb", "форма"], Need::Optional),
    column(
        "trainers",
        &["prowadzący", "trenerzy", "преподаватели"],
        Need::Optional,
    ),
    column("price", &["cena", "цена"], Need::Optional),
    column("currency", &["waluta", "валюта"], Need::Optional),
    column(
        "organisation",
        &["organization", "jednostka", "organizator", "организация"],
        Need::Optional,
    ),
    column(
        "waiting",
        &["waiting list", "lista rezerwowa", "лист ожидания"],
        Need::Optional,
    ),
    column(
        "approval",
        &["zatwierdzanie", "decyzja organizatora", "подтверждение"],
        Need::Optional,
    ),
    column("state", &["stan", "состояние"], Need::Optional),
]);

/// A row that was read.
struct Wanted {
    course: CourseId,
    fields: GroupFields,
    meetings: Vec<MeetingFields>,
    state: Option<GroupState>,
    /// What the list says of it; nothing leaves what is known.
    waiting_places: Option<i64>,
    needs_approval: Option<bool>,
    currency: Option<&'static str>,
}

pub(super) async fn take(tx: &mut Tx<'_>, import: &mut Import) -> Result<(), DbError> {
    let mut seen: HashMap<(CourseId, String), u32> = HashMap::new();
    for row in std::mem::take(&mut import.job.table.rows) {
        let (organisation, zone) = match import.organisation_of(&row) {
            Ok(found) => found,
            Err(problem) => {
                import.refuse(problem);
                continue;
            }
        };
        let code = import.job.table.cell(&row, "course").to_owned();
        let Some(course) = tx
            .opt::<Course>(store::FIND_COURSE_BY_CODE, &[&organisation, &code])
            .await?
        else {
            import.refuse(problem(&row, "course", "unknown-course", &code));
            continue;
        };
        let taken = match read(&import.job.table, &row, course.id, &zone) {
            Ok(wanted) => match seen.insert((course.id, wanted.fields.code.clone()), row.line) {
                Some(line) => Err(problem(&row, "code", "twice", &line.to_string())),
                None => save(tx, import, &row, wanted).await?,
            },
            Err(problem) => Err(problem),
        };
        if let Err(problem) = taken {
            import.refuse(problem);
        }
    }
    Ok(())
}

fn read(table: &Table, row: &Row, course: CourseId, zone: &TimeZone) -> Result<Wanted, RowProblem> {
    let cell = |name| table.cell(row, name);
    let wrong = |column| move |code| problem(row, column, code, cell(column));
    let state = cells::state(cell("state"), GroupState::from_code).map_err(wrong("state"))?;
    if matches!(
        state,
        Some(GroupState::Running | GroupState::Finished | GroupState::Cancelled)
    ) {
        return Err(wrong("state")("state"));
    }
    let waiting_places = cells::waiting(cell("waiting")).map_err(wrong("waiting"))?;
    let needs_approval = cells::yes_or_no(cell("approval")).map_err(wrong("approval"))?;
    let currency = cells::currency(cell("currency")).map_err(wrong("currency"))?;
    let fields = GroupFields {
        code: cells::line(cell("code")).map_err(wrong("code"))?,
        state: state.unwrap_or(GroupState::Published),
        mode: cells::mode(cell("mode")).map_err(wrong("mode"))?,
        place: cells::line(cell("place")).map_err(wrong("place"))?,
        online_link: String::new(),
        trainers: cells::line(cell("trainers")).map_err(wrong("trainers"))?,
        capacity: cells::count(cell("capacity")).map_err(wrong("capacity"))?,
        minimum: 0,
        opens_at: cells::window(cell("opens"), zone, false).map_err(wrong("opens"))?,
        closes_at: cells::window(cell("closes"), zone, true).map_err(wrong("closes"))?,
        price_minor: cells::price(cell("price")).map_err(wrong("price"))?,
        currency: currency.unwrap_or(CURRENCIES[0]).to_owned(),
        attendance_percent: 75,
        signatory_name: String::new(),
        signatory_role: String::new(),
        waiting_places: waiting_places.unwrap_or(0),
        needs_approval: needs_approval.unwrap_or(false),
        allocation: Allocation::FirstCome,
    };
    if fields.closes_at <= fields.opens_at {
        return Err(wrong("closes")("window"));
    }
    Ok(Wanted {
        course,
        fields,
        meetings: cells::meetings(cell("meetings"), zone).map_err(wrong("meetings"))?,
        state,
        waiting_places,
        needs_approval,
        currency,
    })
}

/// What a list does not say of a group that is known stays as it is. A change that participants must be told of is
/// refused: it is made on the staff's page, which writes to them.
async fn save(
    tx: &mut Tx<'_>,
    import: &mut Import,
    row: &Row,
    wanted: Wanted,
) -> Result<Result<(), RowProblem>, DbError> {
    let now = import.job.now;
    let found = tx
        .opt::<Group>(
            store::FIND_GROUP_BY_CODE,
            &[&wanted.course, &wanted.fields.code],
        )
        .await?;
    let Some(group) = found else {
        let id = writing::insert_group(tx, wanted.course, &wanted.fields, now).await?;
        for meeting in &wanted.meetings {
            writing::insert_meeting(tx, id, meeting).await?;
        }
        import.imported.added += 1;
        return Ok(Ok(()));
    };
    let old = tx
        .all::<Meeting>(store::LIST_MEETINGS_OF_GROUP, &[&group.id])
        .await?;
    let before = GroupFields::from(&group);
    let fields = GroupFields {
        state: wanted.state.unwrap_or(group.state),
        online_link: before.online_link.clone(),
        minimum: before.minimum,
        currency: wanted
            .currency
            .map_or_else(|| before.currency.clone(), str::to_owned),
        attendance_percent: before.attendance_percent,
        signatory_name: before.signatory_name.clone(),
        signatory_role: before.signatory_role.clone(),
        waiting_places: wanted.waiting_places.unwrap_or(before.waiting_places),
        needs_approval: wanted.needs_approval.unwrap_or(before.needs_approval),
        allocation: before.allocation,
        ..wanted.fields
    };
    let is_moved = old.len() != wanted.meetings.len()
        || old
            .iter()
            .zip(&wanted.meetings)
            .any(|(old, new)| (old.starts_at, old.ends_at) != (new.starts_at, new.ends_at));
    if fields == before && !is_moved {
        import.imported.same += 1;
        return Ok(Ok(()));
    }
    if let Some(problem) = objection(row, &group, &before, &fields, is_moved) {
        return Ok(Err(problem));
    }
    writing::update_group(tx, group.id, group.version, &fields, now).await?;
    if is_moved {
        move_meetings(tx, &group, &old, &wanted.meetings).await?;
    }
    import.imported.changed += 1;
    Ok(Ok(()))
}

fn objection(
    row: &Row,
    group: &Group,
    before: &GroupFields,
    after: &GroupFields,
    is_moved: bool,
) -> Option<RowProblem> {
    let taken = group.taken.to_string();
    if matches!(
        group.state,
        GroupState::Running | GroupState::Finished | GroupState::Cancelled
    ) {
        return Some(problem(row, "code", "group-over", group.state.code()));
    }
    if after.capacity < group.taken {
        return Some(problem(row, "capacity", "capacity-below-taken", &taken));
    }
    if group.is_undrawn() && group.waiting > 0 && after.closes_at < before.closes_at {
        return Some(problem(row, "closes", "draw-earlier", ""));
    }
    let is_told = is_moved
        || (&before.place, &before.trainers, before.mode, before.state)
            != (&after.place, &after.trainers, after.mode, after.state);
    (group.taken > 0 && is_told).then(|| problem(row, "code", "has-participants", &taken))
}

/// Meetings keep their ids, in order of time, so that calendars know them again.
async fn move_meetings(
    tx: &mut Tx<'_>,
    group: &Group,
    old: &[Meeting],
    new: &[MeetingFields],
) -> Result<(), DbError> {
    for (at, meeting) in new.iter().enumerate() {
        match old.get(at) {
            Some(known) => {
                let meeting = MeetingFields {
                    place: known.place.clone(),
                    room_id: known.room_id,
                    ..meeting.clone()
                };
                writing::update_meeting(tx, group.id, known.id, &meeting).await?;
            }
            None => {
                writing::insert_meeting(tx, group.id, meeting).await?;
            }
        }
    }
    let gone: Vec<MeetingId> = old
        .iter()
        .skip(new.len())
        .map(|meeting| meeting.id)
        .collect();
    writing::delete_meetings(tx, group.id, &gone).await
}
