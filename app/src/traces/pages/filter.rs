//! Which entries the address asks for: days, who, kind, action, and from where on.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::catalogue::editing::typed;
use crate::clock::zone;
use crate::forms::{FieldError, Form};
use crate::traces::known::ACTIONS;
use crate::traces::types::{Narrow, Trace};
use crate::traces::words::KINDS;
use crate::web::Context;

/// Days that are shown where none are asked for.
const USUAL_DAYS: i64 = 30;

/// The days asked for, without any the last ones, and the rest of the filter. What is wrong is noted in the form.
pub(super) fn read(ctx: &Context) -> (Form, Option<Narrow>) {
    let today = ctx.now().to_zoned(zone()).date();
    let usual = today.checked_sub(USUAL_DAYS.days()).unwrap_or(today);
    let mut form = Form::new();
    let from = day(ctx, &mut form, "from", usual);
    let to = day(ctx, &mut form, "to", today);
    let kind = one_of(ctx, "kind", &KINDS);
    let action = one_of(ctx, "action", ACTIONS);
    let who = ctx.asked("who").and_then(|id| id.parse().ok());
    let who: i64 = who.unwrap_or(0);
    form = form.with("kind", &kind).with("action", &action);
    form = form.with(
        "who",
        if who == 0 {
            String::new()
        } else {
            who.to_string()
        },
    );
    let (Some(from), Some(to)) = (from, to) else {
        return (form, None);
    };
    if to < from {
        form.refuse(FieldError::new("to", "reports_order"));
        return (form, None);
    }
    let until = to.tomorrow().map_or(Timestamp::MAX, midnight);
    let last = until.as_microsecond() - 1;
    let asked = Narrow {
        from: midnight(from),
        until: Timestamp::from_microsecond(last).unwrap_or(until),
        below: i64::MAX,
        kind,
        action,
        who,
        most: 0,
    };
    (form, Some(asked))
}

fn day(ctx: &Context, form: &mut Form, field: &'static str, usual: Date) -> Option<Date> {
    let typed_day = ctx.asked(field).unwrap_or_default();
    if typed_day.trim().is_empty() {
        *form = std::mem::take(form).with(field, typed::date_field(usual));
        return Some(usual);
    }
    let day = typed::date(&typed_day);
    let shown = day.map_or(typed_day, typed::date_field);
    *form = std::mem::take(form).with(field, shown);
    form.take(field, day)
}

/// What is asked for where it is one of these; nothing otherwise.
fn one_of(ctx: &Context, field: &str, known: &[&str]) -> String {
    let asked = ctx.asked(field).unwrap_or_default();
    let found = known.iter().find(|one| **one == asked);
    found.map_or_else(String::new, |one| (*one).to_owned())
}

fn midnight(day: Date) -> Timestamp {
    let zoned = day.to_zoned(zone());
    let zoned = zoned.or_else(|_| day.to_zoned(TimeZone::UTC));
    zoned.map_or(Timestamp::MIN, |at| at.timestamp())
}

/// Where the page after an entry begins, as the address keeps it.
pub(super) fn after(one: &Trace) -> String {
    format!("{}-{}", one.at.as_microsecond(), one.id)
}

/// The rest of what is asked for, from the place on that the address keeps.
pub(super) fn going_on(ctx: &Context, asked: &mut Narrow) {
    let kept = ctx.asked("before").unwrap_or_default();
    let Some((at, id)) = kept.split_once('-') else {
        return;
    };
    let at = at.parse::<i64>().ok().map(Timestamp::from_microsecond);
    if let (Some(Ok(at)), Ok(id)) = (at, id.parse::<i64>())
        && at <= asked.until
    {
        (asked.until, asked.below) = (at, id);
    }
}
