//! The rows of meetings in a group's form: date, start, end, place; added and removed by buttons that show the form again.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::typed;
use super::venues::Room;
use crate::catalogue::writing::MeetingFields;
use crate::catalogue::{Meeting, MeetingId};
use crate::forms::{FieldError, Form};
use crate::text::clean_line;

/// The most meetings of a group.
const MOST: usize = 100;
/// Names of the parts of a row; each comes once per row.
const PARTS: [&str; 6] = [
    "meeting_id",
    "meeting_date",
    "meeting_starts",
    "meeting_ends",
    "meeting_place",
    "meeting_room",
];

/// A row as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingRow {
    /// Id of a meeting that is there; empty for a new one.
    pub id: String,
    /// Day.
    pub date: String,
    /// Begin.
    pub starts: String,
    /// End.
    pub ends: String,
    /// Its own place; empty is the group's, or the room's.
    pub place: String,
    /// Id of its room; empty is none of the list.
    pub room: String,
}

impl MeetingRow {
    fn is_blank(&self) -> bool {
        let typed = [&self.date, &self.starts, &self.ends, &self.place];
        typed.into_iter().all(|part| part.trim().is_empty())
    }

    fn parts(&self) -> [&str; 6] {
        let when = [&self.date, &self.starts, &self.ends].map(String::as_str);
        [&self.id, when[0], when[1], when[2], &self.place, &self.room]
    }
}

/// A meeting as it is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingDraft {
    /// The meeting that is there; none for a new one.
    pub id: Option<MeetingId>,
    /// When and where.
    pub fields: MeetingFields,
}

/// The rows of the form, in their order.
pub fn rows(form: &Form) -> Vec<MeetingRow> {
    let count = PARTS
        .iter()
        .map(|part| form.all(part).len())
        .max()
        .unwrap_or(0);
    let at = |part: &str, index: usize| form.all(part).get(index).cloned().unwrap_or_default();
    let row = |index| MeetingRow {
        id: at(PARTS[0], index),
        date: at(PARTS[1], index),
        starts: at(PARTS[2], index),
        ends: at(PARTS[3], index),
        place: at(PARTS[4], index),
        room: at(PARTS[5], index),
    };
    (0..count).map(row).collect()
}

/// Puts rows into the form, in place of those in it.
pub(super) fn set_rows(form: &mut Form, rows: &[MeetingRow]) {
    for (index, part) in PARTS.into_iter().enumerate() {
        form.set_all(
            part,
            rows.iter()
                .map(|row| row.parts()[index].to_owned())
                .collect(),
        );
    }
}

/// The row of a meeting.
pub(super) fn row_of(meeting: &MeetingDraft, zone: &TimeZone) -> MeetingRow {
    let fields = &meeting.fields;
    let (starts, ends) = (
        fields.starts_at.to_zoned(zone.clone()),
        fields.ends_at.to_zoned(zone.clone()),
    );
    MeetingRow {
        id: meeting.id.map(|id| id.to_string()).unwrap_or_default(),
        date: typed::date_field(starts.date()),
        starts: typed::time_field(starts.time()),
        ends: typed::time_field(ends.time()),
        // The words of a room are not typed.
        place: match fields.room_id {
            Some(_) => String::new(),
            None => fields.place.clone(),
        },
        room: fields.room_id.map_or_else(String::new, |id| id.to_string()),
    }
}

/// Adds an empty row with the hours of the last one.
pub fn add_row(form: &mut Form) {
    let mut rows = rows(form);
    let last = rows.last().cloned().unwrap_or_default();
    rows.push(MeetingRow {
        id: String::new(),
        date: String::new(),
        ..last
    });
    set_rows(form, &rows);
}

/// Takes the row of this number away, counted from 0 as the form's button says; none when it is not there.
pub fn remove_row(form: &mut Form, number: &str) {
    let mut rows = rows(form);
    if let Ok(index) = number.parse::<usize>()
        && index < rows.len()
    {
        rows.remove(index);
        set_rows(form, &rows);
    }
}

/// The meetings as typed, in order of time; blank rows do not count, everything that is wrong is noted with the row's
/// number. `known` are the meetings that the group has: others keep their ids to themselves. `rooms` can be chosen.
pub(super) fn read(
    form: &mut Form,
    known: &[Meeting],
    rooms: &[Room],
    zone: &TimeZone,
) -> Vec<MeetingDraft> {
    let mut meetings: Vec<MeetingDraft> = Vec::new();
    let all = rows(form);
    if all.len() > MOST {
        form.refuse(FieldError::new("meetings", "too_many_meetings").with("most", MOST));
        return meetings;
    }
    for (number, row) in (1..).zip(&all) {
        if row.is_blank() {
            continue;
        }
        match read_row(row, known, rooms, zone) {
            Ok(meeting) => meetings.push(meeting),
            Err(code) => form.refuse(FieldError::new("meetings", code).with("number", number)),
        }
    }
    meetings.sort_by_key(|meeting| meeting.fields.starts_at);
    let overlap = meetings
        .windows(2)
        .any(|pair| pair[1].fields.starts_at < pair[0].fields.ends_at);
    if overlap {
        form.refuse(FieldError::new("meetings", "meetings_overlap"));
    }
    let mut ids: Vec<_> = meetings.iter().filter_map(|meeting| meeting.id).collect();
    ids.sort();
    if ids.windows(2).any(|pair| pair[0] == pair[1]) {
        form.refuse(FieldError::new("meetings", "meetings_twice"));
    }
    meetings
}

fn read_row(
    row: &MeetingRow,
    known: &[Meeting],
    rooms: &[Room],
    zone: &TimeZone,
) -> Result<MeetingDraft, &'static str> {
    let id = row
        .id
        .parse::<MeetingId>()
        .ok()
        .filter(|id| known.iter().any(|one| one.id == *id));
    let at = |hour: &str, missing: &'static str| -> Result<Timestamp, &'static str> {
        typed::instant(&row.date, hour, zone).map_err(|code| match code {
            "time" => "meeting_time",
            "required" if row.date.trim().is_empty() => "meeting_no_date",
            "required" => missing,
            "date_not_real" => "meeting_date_not_real",
            _ => "meeting_date",
        })
    };
    let starts_at = at(&row.starts, "meeting_no_start")?;
    let ends_at = at(&row.ends, "meeting_no_end")?;
    if ends_at <= starts_at {
        return Err("meeting_ends_before_start");
    }
    let typed_place = clean_line(&row.place, 300).map_err(|_| "meeting_place")?;
    let room = match row.room.as_str() {
        "" => None,
        chosen => {
            let room = rooms.iter().find(|room| room.id.to_string() == chosen);
            Some(room.ok_or("meeting_room")?)
        }
    };
    Ok(MeetingDraft {
        id,
        fields: MeetingFields {
            starts_at,
            ends_at,
            place: room.map_or(typed_place, Room::place),
            room_id: room.map(|room| room.id),
        },
    })
}
