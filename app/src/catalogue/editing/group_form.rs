//! The form of a group with its meetings and trainers.

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::meeting_rows::{self, MeetingDraft};
use super::typed;
use super::venues::Room;
use crate::accounts::AccountId;
use crate::catalogue::writing::{GroupFields, MeetingFields};
use crate::catalogue::{Allocation, GroupDetail, GroupId, GroupState, Mode};
use crate::forms::{FieldError, Form};
use crate::text::CURRENCIES;

/// A group as it is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupDraft {
    /// The group itself.
    pub fields: GroupFields,
    /// Its meetings, in order of time.
    pub meetings: Vec<MeetingDraft>,
    /// Accounts that keep its lists.
    pub trainers: Vec<AccountId>,
    /// The group of the same organisation whose prices for single institutions a new one takes over.
    pub copied_from: Option<GroupId>,
}

/// The form of a new group: open from now until further notice, with one empty meeting.
pub fn empty_group_form(zone: &TimeZone, now: Timestamp) -> Form {
    let mut form = Form::new()
        .with("mode", Mode::OnSite.code())
        .with("capacity", 20)
        .with("minimum", 0)
        .with("waiting_places", 0)
        .with("allocation", Allocation::FirstCome.code())
        .with("attendance_percent", 75);
    let opens = now.to_zoned(zone.clone());
    form = with_instant(form, "opens", opens.timestamp(), zone).with("opens_time", "08:00");
    meeting_rows::add_row(&mut form);
    form
}

/// The form as it begins for a group that is there.
pub fn group_form(detail: &GroupDetail, trainers: &[AccountId]) -> Form {
    let draft = GroupDraft {
        fields: GroupFields::from(&detail.group),
        meetings: detail
            .meetings
            .iter()
            .map(|meeting| MeetingDraft {
                id: Some(meeting.id),
                fields: MeetingFields {
                    starts_at: meeting.starts_at,
                    ends_at: meeting.ends_at,
                    place: meeting.place.clone(),
                    room_id: meeting.room_id,
                },
            })
            .collect(),
        trainers: trainers.to_vec(),
        copied_from: None,
    };
    draft_form(&draft, &detail.organisation.zone).with("version", detail.group.version)
}

/// The form of a draft.
pub fn draft_form(draft: &GroupDraft, zone: &TimeZone) -> Form {
    let group = &draft.fields;
    let mut form = Form::new()
        .with("code", &group.code)
        .with("mode", group.mode.code())
        .with("place", &group.place)
        .with("online_link", &group.online_link)
        .with("trainers", &group.trainers)
        .with("capacity", group.capacity)
        .with("minimum", group.minimum)
        .with("waiting_places", group.waiting_places)
        .with("allocation", group.allocation.code())
        .with(
            "needs_approval",
            if group.needs_approval { "yes" } else { "" },
        )
        .with("price", typed::money_field(group.price_minor))
        .with("currency", &group.currency)
        .with("attendance_percent", group.attendance_percent)
        .with("signatory_name", &group.signatory_name)
        .with("signatory_role", &group.signatory_role);
    if let Some(id) = draft.copied_from {
        form = form.with("copied_from", id);
    }
    form = with_instant(form, "opens", group.opens_at, zone);
    form = with_instant(form, "closes", group.closes_at, zone);
    form.set_all(
        "trainer",
        draft.trainers.iter().map(ToString::to_string).collect(),
    );
    let rows: Vec<_> = draft
        .meetings
        .iter()
        .map(|meeting| meeting_rows::row_of(meeting, zone))
        .collect();
    meeting_rows::set_rows(&mut form, &rows);
    form
}

fn with_instant(form: Form, name: &str, at: Timestamp, zone: &TimeZone) -> Form {
    let local = at.to_zoned(zone.clone());
    form.with(&format!("{name}_date"), typed::date_field(local.date()))
        .with(&format!("{name}_time"), typed::time_field(local.time()))
}

/// What was typed; with errors noted in the form, the draft must not be saved. `before` is the group that is there;
/// `may_train` are the accounts that can be its trainers, `rooms` those that its meetings can be in.
pub fn read_group(
    form: &mut Form,
    zone: &TimeZone,
    before: Option<&GroupDetail>,
    (may_train, rooms): (&[AccountId], &[Room]),
) -> GroupDraft {
    let code = typed::line(form, "code", 40, true);
    let mode = Mode::from_code(form.value("mode"));
    if mode.is_none() {
        form.refuse(FieldError::new("mode", "choose"));
    }
    let place = typed::line(
        form,
        "place",
        300,
        mode == Some(Mode::OnSite) || mode == Some(Mode::Mixed),
    );
    let online_link = read_link(form);
    let known = before.map_or(&[][..], |detail| &detail.meetings);
    let meetings = meeting_rows::read(form, known, rooms, zone);
    let trainers_named = typed::line(form, "trainers", 300, false);
    let capacity = typed::number(form, "capacity", (1, 100_000), None);
    let minimum = typed::number(form, "minimum", (0, 100_000), Some(0));
    let waiting_places = typed::number(form, "waiting_places", (0, 100_000), Some(0));
    let opens_at = read_instant(form, "opens", ("opens_date", "opens_time"), zone);
    let closes_at = read_instant(form, "closes", ("closes_date", "closes_time"), zone);
    let price_minor = form
        .take("price", typed::money(form.value("price")))
        .unwrap_or(0);
    let fields = GroupFields {
        code,
        state: before.map_or(GroupState::Draft, |detail| detail.group.state),
        mode: mode.unwrap_or(Mode::OnSite),
        place,
        online_link,
        trainers: trainers_named,
        capacity,
        minimum,
        opens_at: opens_at.unwrap_or_default(),
        closes_at: closes_at.unwrap_or_default(),
        price_minor,
        currency: read_currency(form, before),
        attendance_percent: typed::number(form, "attendance_percent", (0, 100), None),
        signatory_name: typed::line(form, "signatory_name", 120, false),
        signatory_role: typed::line(form, "signatory_role", 120, false),
        waiting_places,
        needs_approval: form.has("needs_approval", "yes"),
        allocation: read_allocation(form, before),
    };
    let starts = meetings.iter().map(|meeting| meeting.fields.starts_at);
    let has_window = opens_at.is_some() && closes_at.is_some();
    check(form, &fields, starts.min(), has_window);
    let chosen: Vec<AccountId> = form
        .all("trainer")
        .iter()
        .filter_map(|id| id.parse().ok())
        .collect();
    GroupDraft {
        fields,
        meetings,
        trainers: may_train
            .iter()
            .copied()
            .filter(|id| chosen.contains(id))
            .collect(),
        copied_from: form.value("copied_from").parse().ok(),
    }
}

/// What does not fit together.
fn check(form: &mut Form, fields: &GroupFields, starts: Option<Timestamp>, has_window: bool) {
    let is_drawn = fields.allocation != Allocation::FirstCome;
    if is_drawn && has_window && starts.is_some_and(|starts| fields.closes_at > starts) {
        form.refuse(FieldError::new("closes", "draw_after_start"));
    }
    if has_window && fields.closes_at <= fields.opens_at {
        form.refuse(FieldError::new("closes", "closes_before_opens"));
    }
    if fields.minimum > fields.capacity && form.error("capacity").is_none() {
        form.refuse(FieldError::new("minimum", "minimum_over_capacity"));
    }
}

/// How places are given; a form without the field leaves what is there.
fn read_allocation(form: &mut Form, before: Option<&GroupDetail>) -> Allocation {
    let typed = form.value("allocation");
    let known = before.map_or(Allocation::FirstCome, |detail| detail.group.allocation);
    let chosen = if typed.is_empty() {
        Some(known)
    } else {
        Allocation::from_code(typed)
    };
    if chosen.is_none() {
        form.refuse(FieldError::new("allocation", "choose"));
    }
    chosen.unwrap_or(known)
}

/// The currency that was chosen; a form without the field leaves what is there.
fn read_currency(form: &mut Form, before: Option<&GroupDetail>) -> String {
    let typed = form.value("currency").to_owned();
    if typed.is_empty() {
        let known = before.map_or(CURRENCIES[0], |detail| &detail.group.currency);
        return known.to_owned();
    }
    if !CURRENCIES.contains(&typed.as_str()) {
        form.refuse(FieldError::new("currency", "choose"));
    }
    typed
}

fn read_link(form: &mut Form) -> String {
    let link = typed::line(form, "online_link", 500, false);
    let is_address = link.starts_with("https://") || link.starts_with("http://");
    if !link.is_empty() && (!is_address || link.contains(' ')) {
        form.refuse(FieldError::new("online_link", "web_address"));
    }
    link
}

fn read_instant(
    form: &mut Form,
    field: &'static str,
    (day, hour): (&'static str, &'static str),
    zone: &TimeZone,
) -> Option<Timestamp> {
    form.take(
        field,
        typed::instant(form.value(day), form.value(hour), zone),
    )
}

/// What is odd about a draft, though not wrong, as codes; only what is new in it, so that nobody is warned twice.
pub fn oddities(
    before: Option<&GroupDetail>,
    draft: &GroupDraft,
    now: Timestamp,
) -> Vec<&'static str> {
    let fields = &draft.fields;
    let was_there = |at: Timestamp| {
        before.is_some_and(|detail| detail.meetings.iter().any(|old| old.starts_at == at))
    };
    let starts = || {
        draft
            .meetings
            .iter()
            .map(|meeting| meeting.fields.starts_at)
    };
    let first = starts().min();
    let is_new_window = before.is_none_or(|detail| detail.group.closes_at != fields.closes_at);
    let is_new_start = first.is_some_and(|first| !was_there(first));
    let late = now
        .checked_add((24 * 730).hours())
        .unwrap_or(Timestamp::MAX);
    let mut odd = Vec::new();
    if starts().any(|at| at <= now && !was_there(at)) {
        odd.push("past-meeting");
    }
    if starts().any(|at| at > late && !was_there(at)) {
        odd.push("far-meeting");
    }
    if (is_new_window || is_new_start) && first.is_some_and(|first| fields.closes_at > first) {
        odd.push("closes-after-start");
    }
    if is_new_window && fields.closes_at <= now {
        odd.push("window-over");
    }
    // Who has a place keeps what was agreed then.
    let is_other_price = |detail: &GroupDetail| {
        let group = &detail.group;
        group.price_minor != fields.price_minor && group.taken + group.waiting > 0
    };
    if before.is_some_and(is_other_price) {
        odd.push("other-price");
    }
    odd
}
