//! The form of a venue: name, address, and a row for each room.

use serde::Serialize;

use super::Room;
use super::venue_store::Venue;
use crate::catalogue::RoomId;
use crate::catalogue::editing::typed;
use crate::forms::{FieldError, Form};
use crate::text::clean_line;

/// The most rooms of a venue.
const MOST: usize = 200;
/// Names of the parts of a row; each comes once per row.
const PARTS: [&str; 3] = ["room_id", "room_name", "room_places"];

/// A row as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RoomRow {
    pub id: String,
    pub name: String,
    pub places: String,
}

/// A room as it is to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoomDraft {
    /// The room that is there; none for a new one.
    pub id: Option<RoomId>,
    /// Its name or number.
    pub name: String,
    /// So many people find a place in it.
    pub places: i64,
}

/// A venue as it is to be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct VenueDraft {
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Its rooms.
    pub rooms: Vec<RoomDraft>,
}

impl VenueDraft {
    /// A venue as it is.
    pub(super) fn of(venue: &Venue, rooms: &[Room]) -> Self {
        let room = |room: &Room| RoomDraft {
            id: Some(room.id),
            name: room.name.clone(),
            places: room.places,
        };
        Self {
            name: venue.name.clone(),
            address: venue.address.clone(),
            rooms: rooms.iter().map(room).collect(),
        }
    }
}

/// The form as it begins.
pub(super) fn form_of(draft: &VenueDraft, version: i64) -> Form {
    let mut form = Form::new()
        .with("venue_name", &draft.name)
        .with("address", &draft.address)
        .with("version", version);
    let row = |room: &RoomDraft| RoomRow {
        id: room.id.map(|id| id.to_string()).unwrap_or_default(),
        name: room.name.clone(),
        places: room.places.to_string(),
    };
    set_rows(&mut form, draft.rooms.iter().map(row).collect());
    form
}

/// The rows of the form, in their order.
pub(super) fn rows(form: &Form) -> Vec<RoomRow> {
    let lengths = PARTS.iter().map(|part| form.all(part).len());
    let at = |part: &str, index: usize| form.all(part).get(index).cloned().unwrap_or_default();
    let row = |index| RoomRow {
        id: at(PARTS[0], index),
        name: at(PARTS[1], index),
        places: at(PARTS[2], index),
    };
    (0..lengths.max().unwrap_or(0)).map(row).collect()
}

fn set_rows(form: &mut Form, rows: Vec<RoomRow>) {
    let mut columns: [Vec<String>; 3] = Default::default();
    for row in rows {
        let parts = [row.id, row.name, row.places];
        for (column, part) in columns.iter_mut().zip(parts) {
            column.push(part);
        }
    }
    for (name, column) in PARTS.into_iter().zip(columns) {
        form.set_all(name, column);
    }
}

/// Whether a button was pressed that adds a row or takes one away, and only shows the form again.
pub(super) fn rearranged(form: &mut Form) -> bool {
    let (adds, remove) = (
        !form.value("add_room").is_empty(),
        form.value("remove_room").to_owned(),
    );
    let mut all = rows(form);
    if adds {
        all.push(RoomRow::default());
    }
    if let Ok(index) = remove.parse::<usize>()
        && index < all.len()
    {
        all.remove(index);
    }
    set_rows(form, all);
    form.forget("add_room");
    form.forget("remove_room");
    adds || !remove.is_empty()
}

/// What was typed; with errors noted in the form, the draft must not be saved. `known` are the rooms that the venue has.
pub(super) fn read(form: &mut Form, known: &[Room]) -> VenueDraft {
    let name = typed::line(form, "venue_name", 120, true);
    let address = typed::line(form, "address", 160, false);
    let all = rows(form);
    let mut rooms: Vec<RoomDraft> = Vec::new();
    if all.len() > MOST {
        form.refuse(FieldError::new("rooms", "too_many_rooms").with("most", MOST));
        return VenueDraft {
            name,
            address,
            rooms,
        };
    }
    for (number, row) in (1..).zip(&all) {
        if row.name.trim().is_empty() && row.places.trim().is_empty() && row.id.is_empty() {
            continue;
        }
        match read_row(row, known) {
            Ok(room) => rooms.push(room),
            Err(code) => form.refuse(FieldError::new("rooms", code).with("number", number)),
        }
    }
    let is_twice = |(at, room): (usize, &RoomDraft)| {
        let mut before = rooms.iter().take(at);
        before.any(|other| other.name == room.name || (room.id.is_some() && other.id == room.id))
    };
    if rooms.iter().enumerate().any(is_twice) {
        form.refuse(FieldError::new("rooms", "rooms_twice"));
    }
    VenueDraft {
        name,
        address,
        rooms,
    }
}

fn read_row(row: &RoomRow, known: &[Room]) -> Result<RoomDraft, &'static str> {
    let id = row.id.parse::<RoomId>().ok();
    let name = clean_line(&row.name, 80).map_err(|_| "room_name")?;
    if name.is_empty() {
        return Err("room_no_name");
    }
    let places = row.places.trim().parse::<i64>().ok();
    Ok(RoomDraft {
        id: id.filter(|id| known.iter().any(|room| room.id == *id)),
        name,
        places: places
            .filter(|places| (1..=100_000).contains(places))
            .ok_or("room_places")?,
    })
}
