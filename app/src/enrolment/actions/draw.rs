//! The draw of places when a window closes: who is first gets a place by the same steps as whoever joins, the others stand in
//! line in the order of the draw. Groups that families rank and that close together are one round.

use std::collections::{BTreeMap, HashMap};

use allocation::{Outcome, Record, Sealed, Wish};
use database::{DbError, Tx};
use jiff::Timestamp;

use super::{Deed, on_group};
use crate::app::{App, Shared};
use crate::catalogue::draw_store::{Draw, FIND_DRAW, SET_DRAWN};
use crate::catalogue::{self, Allocation, GroupDetail, GroupId, draws, places};
use crate::enrolment::draw_store::{self as store, Due, TakingPart};
use crate::enrolment::{EnrolmentId, EnrolmentState, Event, Listed, entries, line_store, rules};

/// Letters of a code; without vowels they make no words, and without digits no spreadsheet takes them for numbers.
const LETTERS: &[u8; 20] = b"BCDFGHJKLMNPQRSTVWXZ";
/// Two codes alike in one group are not to be expected before a group has millions.
const TRIES: usize = 4;

/// An application takes part in the draw of its group: gives it its code.
pub(super) async fn take_part(
    tx: &mut Tx<'_>,
    app: &App,
    (id, group): (EnrolmentId, GroupId),
) -> Result<String, DbError> {
    if let Some(code) = tx.opt::<String>(store::FIND_OTHER_CODE, &[&id]).await? {
        tx.exec(store::DELETE_LEFT, &[&group, &code]).await?;
        if tx.exec(store::INSERT_ENTRY, &[&id, &group, &code]).await? == 1 {
            return Ok(code);
        }
    }
    for _ in 0..TRIES {
        let code = new_code(app);
        if tx.exec(store::INSERT_ENTRY, &[&id, &group, &code]).await? == 1 {
            return Ok(code);
        }
    }
    Err(DbError::Other("no code was free".into()))
}

/// Such as `KRTWM-BXZPD`.
fn new_code(app: &App) -> String {
    let letter = |_| {
        let at = usize::try_from(app.random.below(LETTERS.len() as u64)).unwrap_or(0);
        char::from(LETTERS[at % LETTERS.len()])
    };
    let letters: String = (0..10).map(letter).collect();
    let (first, last) = letters.split_at(5);
    format!("{first}-{last}")
}

/// Draws the places of every group whose window has closed; called by a worker every minute, safe on several nodes. Answers
/// how many groups were drawn.
///
/// # Errors
/// The database does not answer; what was drawn stays so.
pub async fn draw_due(app: &Shared, now: Timestamp) -> Result<usize, DbError> {
    let due = app
        .db
        .read(move |tx| Box::pin(async move { tx.all::<Due>(store::LIST_DUE, &[&now]).await }));
    let mut drawn = 0;
    for round in rounds(&due.await?) {
        let (own, first) = (app.clone(), round[0]);
        let work = on_group(app, first, move |tx| {
            let (own, round) = (own.clone(), round.clone());
            Box::pin(async move { draw(tx, &own, &round, now).await })
        });
        match work.await {
            Ok(count) => drawn += count,
            // One draw must not keep the others from being held.
            Err(error) => {
                tracing::error!(%error, group = first.get(), "places could not be drawn");
            }
        }
    }
    if drawn > 0 {
        app.catalogue.refresh_soon(&app.db, now).await;
        app.outbox.wake();
    }
    Ok(drawn)
}

/// What is drawn together: each group alone, but ranked ones that close at the same moment.
fn rounds(due: &[Due]) -> Vec<Vec<GroupId>> {
    let together = |one: &Due, other: &Due| {
        one.allocation == Allocation::Ranked
            && other.allocation == Allocation::Ranked
            && one.closes_at == other.closes_at
    };
    let mut due = due.to_vec();
    due.sort_by_key(|one| (one.allocation.code(), one.closes_at, one.id));
    let rounds = due.chunk_by(together);
    rounds
        .map(|round| round.iter().map(|one| one.id).collect())
        .collect()
}

/// A group of a round.
struct Drawn<'a> {
    deed: Deed<'a>,
    draw: Draw,
    people: HashMap<EnrolmentId, Listed>,
}

/// Draws what nobody else has drawn meanwhile.
async fn draw(
    tx: &mut Tx<'_>,
    app: &Shared,
    round: &[GroupId],
    now: Timestamp,
) -> Result<usize, DbError> {
    let (mut groups, mut sealed, mut parts) = (Vec::new(), Vec::new(), Vec::new());
    for id in round {
        let Some(free) = tx.opt::<i64>(store::CLAIM, &[id, &now]).await? else {
            continue;
        };
        let draw: Draw = tx.one(FIND_DRAW, &[id]).await?;
        let deed = Deed::on(tx, *id, None, app, now).await?;
        let people = deed.listed(tx).await?.into_iter();
        sealed.push(Sealed {
            group: id.to_string(),
            places: usize::try_from(free).unwrap_or(0),
            secret: draws::secret_of(app, &draw)?,
        });
        parts.extend(tx.all::<TakingPart>(store::LIST_TAKING_PART, &[id]).await?);
        groups.push(Drawn {
            deed,
            draw,
            people: people.map(|one| (one.id, one)).collect(),
        });
    }
    let Some(first) = groups.first().map(|group| group.draw.group_id) else {
        return Ok(0);
    };
    let (wishes, whose) = in_order(&parts);
    let record = Record::draw(&sealed, &wishes);
    for group in &groups {
        publish(tx, group, first, &record).await?;
    }
    carry_out(tx, &groups, &record, &whose).await?;
    catalogue::touch(tx).await?;
    Ok(groups.len())
}

type Whose = HashMap<(String, String), TakingPart>;

/// Everybody's wishes, counted from 1, under one code a person; and whose each application is, by group and code.
fn in_order(parts: &[TakingPart]) -> (Vec<Wish>, Whose) {
    let mut of_person: HashMap<_, Vec<&TakingPart>> = HashMap::new();
    for part in parts {
        of_person.entry(part.person_id).or_default().push(part);
    }
    let (mut wishes, mut whose) = (Vec::new(), HashMap::new());
    for mut own in of_person.into_values() {
        own.sort_by_key(|part| (part.wish, part.enrolment_id));
        let code = own.iter().map(|part| &part.code).min().cloned();
        let code = code.unwrap_or_default();
        for (part, wish) in own.into_iter().zip(1..) {
            let group = part.group_id.to_string();
            whose.insert((group.clone(), code.clone()), part.clone());
            wishes.push(Wish {
                group,
                code: code.clone(),
                wish,
            });
        }
    }
    (wishes, whose)
}

/// Opens the secret, and notes that the group was drawn.
async fn publish(
    tx: &mut Tx<'_>,
    group: &Drawn<'_>,
    first: GroupId,
    record: &Record,
) -> Result<(), DbError> {
    let id = group.draw.group_id;
    let name = id.to_string();
    let mut all = record.groups.iter();
    let found = all.find(|one| one.group == name);
    let drawn = found.ok_or(DbError::NotFound)?;
    let places = i64::try_from(drawn.places).unwrap_or(i64::MAX);
    let row: database::Params<'_> = &[
        &id,
        &first,
        &group.deed.now,
        &places,
        &drawn.secret,
        &drawn.seed,
    ];
    tx.exec(SET_DRAWN, row).await?;
    let states = (group.draw.commitment.as_str(), drawn.seed.as_str());
    let note = group
        .deed
        .note(tx, "group.draw", ("group", id.get()), states);
    note.await
}

/// What an application came to.
pub(in crate::enrolment) enum Came {
    /// A place, theirs or held until staff decides.
    Place(EnrolmentState),
    /// A spot in the line, with this number.
    Line(i64),
    /// The person got a place that they ranked higher.
    Ended,
}

/// One wish of somebody, with what it came to.
struct Wished<'a> {
    group: &'a Drawn<'a>,
    one: &'a Listed,
    came: Came,
}

/// Carries the result out, group by group in the order of the draw, and tells everybody.
async fn carry_out(
    tx: &mut Tx<'_>,
    groups: &[Drawn<'_>],
    record: &Record,
    whose: &Whose,
) -> Result<(), DbError> {
    let named = |group| (group_name(group), group);
    let by_name: HashMap<String, &Drawn<'_>> = groups.iter().map(named).collect();
    let mut lines: HashMap<&str, i64> = HashMap::new();
    let mut results: BTreeMap<&str, BTreeMap<u32, Wished<'_>>> = BTreeMap::new();
    for drawn in &record.applications {
        let found = whose.get(&(drawn.group.clone(), drawn.code.clone()));
        let (Some(part), Some(group)) = (found, by_name.get(&drawn.group)) else {
            continue;
        };
        let one = group.people.get(&part.enrolment_id);
        let one = one.ok_or(DbError::NotFound)?;
        let number = i64::try_from(drawn.number).unwrap_or(i64::MAX);
        let (wish, outcome) = (i64::from(drawn.wish), drawn.outcome.code());
        let row: database::Params<'_> = &[&one.id, &drawn.code, &wish, &number, &outcome];
        tx.exec(store::SET_OUTCOME, row).await?;
        let came = match drawn.outcome {
            Outcome::Place => Came::Place(give(tx, group, one).await?),
            Outcome::Line => {
                let position = lines.entry(&drawn.group).or_insert(0);
                *position += 1;
                stand(tx, group, one, (number, *position)).await?
            }
            Outcome::Ended => end(tx, group, one).await?,
        };
        let own = results.entry(&drawn.code).or_default();
        own.insert(drawn.wish, Wished { group, one, came });
    }
    for own in results.values() {
        tell(tx, own).await?;
    }
    Ok(())
}

fn group_name(group: &Drawn<'_>) -> String {
    group.draw.group_id.to_string()
}

async fn give(tx: &mut Tx<'_>, group: &Drawn<'_>, one: &Listed) -> Result<EnrolmentState, DbError> {
    let place = places::pass_on(tx, group.draw.group_id).await?;
    place.ok_or(DbError::NotFound)?;
    let events = (Event::DrawForApproval, Event::Draw);
    let given = group.deed.give(tx, one, events, "enrolment.drawn").await?;
    given.ok_or(DbError::NotFound)
}

/// In line by the number of the draw; whoever applies when the window is opened again stands behind.
async fn stand(
    tx: &mut Tx<'_>,
    group: &Drawn<'_>,
    one: &Listed,
    (number, position): (i64, i64),
) -> Result<Came, DbError> {
    let row: database::Params<'_> = &[&one.id, &group.deed.now, &number];
    tx.exec(line_store::MOVE_IN_LINE, row).await?;
    let (waits, place) = (EnrolmentState::Waiting.code(), position.to_string());
    let subject = ("enrolment", one.id.get());
    let note = (group.deed).note(tx, "enrolment.not_drawn", subject, (waits, &place));
    note.await?;
    Ok(Came::Line(position))
}

async fn end(tx: &mut Tx<'_>, group: &Drawn<'_>, one: &Listed) -> Result<Came, DbError> {
    let to = rules::next(one.state, Event::Outdo);
    let to = to.map_err(|error| DbError::Other(error.to_string()))?;
    let step = (group.deed).step(tx, (one.id, one.state), to, "enrolment.outdone");
    if step.await? {
        places::leave_line(tx, group.draw.group_id).await?;
    }
    Ok(Came::Ended)
}

/// One letter a person: about a draw that of joining, or the number in line; about wishes what each of them came to.
async fn tell(tx: &mut Tx<'_>, own: &BTreeMap<u32, Wished<'_>>) -> Result<(), DbError> {
    let mut all = own.values();
    let got = all.find(|one| matches!(one.came, Came::Place(_)));
    let Some(main) = got.or(own.values().next()) else {
        return Ok(());
    };
    let deed = &main.group.deed;
    if deed.detail.group.allocation == Allocation::Ranked {
        let wishes: Vec<(&GroupDetail, &Came)> = own
            .values()
            .map(|one| (&one.group.deed.detail, &one.came))
            .collect();
        let is_theirs = matches!(main.came, Came::Place(state) if state.takes_part());
        let entry = is_theirs.then(|| deed.entry(main.one, entries::Deed::Put));
        let letter = deed.tell(tx, main.one, "matched", |about| {
            about.matched(&wishes, got.is_some(), entry)
        });
        return letter.await;
    }
    match main.came {
        Came::Place(state) => deed.tell_of_place(tx, main.one, state).await,
        Came::Line(position) => {
            let letter = deed.tell(tx, main.one, "not-drawn", |about| about.not_drawn(position));
            letter.await
        }
        Came::Ended => Ok(()),
    }
}
