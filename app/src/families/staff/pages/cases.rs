//! A case: two records that may be one child, side by side.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;
use serde::Deserialize;

use super::decided::Decided;
use super::record::{self, Guardian, Pair, Record, Way};
use super::{document_word, state_badge, zone};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::families::staff::actions::{CaseError, Decision, decide_case};
use crate::families::staff::looks::{self, Opened};
use crate::families::staff::permissions::may_decide_case;
use crate::families::staff::staff_store as own;
use crate::families::staff::types::{Attempted, Case, Joined};
use crate::families::types::CaseId;
use crate::forms::{FieldError, Form};
use crate::i18n::{Lang, Translator};
use crate::staff_tables::bulk::reason;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// The fields of a child in the order in which both records are shown.
const FIELDS: [&str; 10] = [
    "surname",
    "given_name",
    "patronymic",
    "born_on",
    "birth_place",
    "sex",
    "municipality_id",
    "street",
    "postal_code",
    "city",
];

/// Hundredths of a bit as people read them.
pub(super) fn bits(t: Translator, hundredths: i64) -> String {
    let point = if t.lang() == Lang::En { '.' } else { ',' };
    let sign = if hundredths < 0 { "−" } else { "" };
    let size = hundredths.unsigned_abs();
    format!("{sign}{}{point}{:02}", size / 100, size % 100)
}

/// What agrees or differs, as the case keeps it.
#[derive(Deserialize)]
struct Kept {
    field: String,
    agreement: String,
    bits: i64,
}

struct Evidence {
    field: String,
    agreement: String,
    bits: String,
}

fn evidence(t: Translator, case: &Case) -> Vec<Evidence> {
    let kept: Vec<Kept> = serde_json::from_str(&case.reasons).unwrap_or_default();
    let one = |one: &Kept| {
        let word = |begin: &str, code: &str| {
            let key = format!("{begin}{}", code.replace('_', "-"));
            t.get(&key).to_string()
        };
        Evidence {
            field: word("children-evidence-", &one.field),
            agreement: word("children-agrees-", &one.agreement),
            bits: bits(t, one.bits),
        }
    };
    kept.iter().map(one).collect()
}

/// One of the two records.
struct Side {
    href: String,
    name: String,
    badge: (&'static str, String),
    entered: String,
    documents: Vec<Pair>,
    guardians: Vec<Guardian>,
    ways: Vec<Way>,
}

struct Line {
    label: String,
    one: String,
    other: String,
    differs: bool,
}

/// Data that one of the records was to have, and that are the other one's.
struct Attempt {
    /// Which record, who and when.
    lead: String,
    reason: String,
    /// What it is, as it was typed, whether the record says otherwise.
    lines: Vec<(String, String, bool)>,
}

fn attempt(app: &Shared, t: Translator, found: &Found) -> Option<Attempt> {
    let case = &found.case;
    let kept: Attempted = serde_json::from_str(case.attempted.as_deref()?).ok()?;
    // The record that was meant may have given everything to the one that stands here.
    let mut sides = found.sides.iter();
    let side = sides.find(|(opened, _)| opened.child.id == kept.record);
    let [first, second] = &found.sides;
    let moved = if case.person_id == first.0.child.id {
        first
    } else {
        second
    };
    let known = &side.unwrap_or(moved).0.child.known;
    let lead = t.get("children-attempt-lead").text("child", known.name());
    let at = case.attempted_at.unwrap_or(case.opened_at);
    let lead = lead.text("name", &case.attempted_by);
    let typed = record::all_lines(app, t, &kept.known).into_iter();
    let mut lines: Vec<(String, String, bool)> = typed
        .zip(record::all_lines(app, t, known))
        .map(|((label, new), (_, old))| {
            let differs = new != old;
            (label, new, differs)
        })
        .filter(|(_, new, differs)| *differs || !new.is_empty())
        .collect();
    let document = kept.document.as_deref();
    lines.extend(document.map(|code| {
        let label = t.get("families-document").to_string();
        (label, document_word(t, code), true)
    }));
    Some(Attempt {
        lead: lead.text("when", t.date_time(at, &zone())).to_string(),
        reason: kept.reason,
        lines,
    })
}

/// What was decided; none while it waits.
fn decided(t: Translator, case: &Case) -> Option<Decided> {
    let what = match case.state.as_str() {
        "open" => return None,
        "same" => "children-decided-same",
        _ => "children-decided-different",
    };
    let decided = Decided::new(t, what, &case.decided_by, case.decided_at);
    Some(decided.because(&case.decision))
}

#[derive(Template)]
#[template(path = "families/staff_case.html")]
struct CasePage {
    page: Page,
    form: Form,
    here: String,
    sides: Vec<Side>,
    /// Enrolments of the later record that end when it is one child.
    ending: Vec<Way>,
    /// Those that go over then.
    going_over: Vec<Way>,
    lines: Vec<Line>,
    /// What can be taken from the later record: the field, and the choice in words.
    takeable: Vec<(&'static str, String)>,
    evidence: Vec<Evidence>,
    bits: String,
    /// From where on somebody decides, and from where on it is one child; none for old cases.
    limits: Option<(String, String)>,
    attempt: Option<Attempt>,
    /// What was decided; the page can only be read then.
    decided: Option<Decided>,
}

type Record2 = (Opened, Record);

struct Found {
    case: Case,
    sides: [Record2; 2],
    ending: Vec<Joined>,
    going_over: Vec<Joined>,
}

/// The case with both records, decided or not, the earlier one first; a look at each is noted. Whoever may not see both finds
/// nothing.
async fn load(app: &Shared, actor: &Actor, id: &str, ctx: &Context) -> Result<Found, AppError> {
    let id: CaseId = id.parse().map_err(|_| AppError::NotFound)?;
    let (own_app, actor, now) = (app.clone(), actor.clone(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let case: Case = tx.one(own::FIND_CASE, &[&id]).await?;
            let earlier = case.person_id.min(case.other_id);
            let later = case.person_id.max(case.other_id);
            let first = looks::look(tx, &own_app, &actor, earlier, now).await?;
            let second = looks::look(tx, &own_app, &actor, later, now).await?;
            let first = (first, Record::of(tx, earlier).await?);
            let second = (second, Record::of(tx, later).await?);
            Ok::<_, DbError>(Found {
                case,
                sides: [first, second],
                ending: tx.all(own::LIST_WOULD_END, &[&later, &earlier]).await?,
                going_over: tx.all(own::LIST_WOULD_GO_OVER, &[&later, &earlier]).await?,
            })
        })
    });
    Ok(write.await?)
}

fn view(app: &Shared, ctx: &Context, found: &Found, form: Form) -> CasePage {
    let t = ctx.t();
    let side = |(opened, record): &Record2| {
        let child = &opened.child;
        let href = format!("/staff/children/{}", child.id);
        Side {
            name: child.known.name(),
            badge: state_badge(t, child.state, false),
            entered: t.date_time(child.created_at, &zone()),
            documents: record::documents(app, t, &record.documents),
            guardians: record::guardians(&href, &record.guardians),
            ways: record::ways(app, t, &record.joined),
            href,
        }
    };
    let [one, other] = found
        .sides
        .each_ref()
        .map(|(opened, _)| record::all_lines(app, t, &opened.child.known));
    let line = |((label, one), (_, other)): (Pair, Pair)| Line {
        differs: one != other,
        label,
        one,
        other,
    };
    let lines: Vec<Line> = one.into_iter().zip(other).map(line).collect();
    let takeable = FIELDS
        .into_iter()
        .zip(&lines)
        .filter(|(_, line)| line.differs && !line.other.is_empty())
        .map(|(name, line)| {
            let choice = t.get("children-take-one").text("field", &line.label);
            (name, choice.text("later", &line.other).to_string())
        })
        .collect();
    CasePage {
        page: ctx.page(t.get("children-case-title")).dense(),
        here: format!("/staff/cases/{}", found.case.id),
        sides: found.sides.iter().map(side).collect(),
        ending: record::ways(app, t, &found.ending),
        going_over: record::ways(app, t, &found.going_over),
        takeable,
        lines: lines
            .into_iter()
            .filter(|line| !line.one.is_empty() || !line.other.is_empty())
            .collect(),
        evidence: evidence(t, &found.case),
        bits: bits(t, found.case.bits),
        limits: found
            .case
            .asked_from
            .zip(found.case.same_from)
            .map(|(asked, same)| (bits(t, asked), bits(t, same))),
        attempt: attempt(app, t, found),
        decided: decided(t, &found.case),
        form,
    }
}

/// `GET /staff/cases/{case}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let found = load(&app, ctx.staff()?, &id, &ctx).await?;
    show(&view(&app, &ctx, &found, Form::new()))
}

/// `POST /staff/cases/{case}`: `verdict` is `different`, `same` (guardians of the later record ask) or `same_all` (they act
/// for the child).
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let found = load(&app, &actor, &id, &ctx).await?;
    if !found.case.is_open() {
        form.refuse(FieldError::new("", "case_meanwhile"));
        return show_refused(&view(&app, &ctx, &found, form));
    }
    let verdict = form.value("verdict").to_owned();
    if !["different", "same", "same_all"].contains(&verdict.as_str()) {
        form.refuse(FieldError::new("verdict", "choose"));
    }
    let why = reason(&mut form);
    if !form.is_fine() {
        return show_refused(&view(&app, &ctx, &found, form));
    }
    let permit = may_decide_case(&actor, true, found.case.id).ok_or(AppError::NotFound)?;
    let decision = Decision {
        is_same: verdict != "different",
        lets_in: verdict == "same_all",
        taken: FIELDS
            .into_iter()
            .filter(|name| form.has("take", name))
            .map(str::to_owned)
            .collect(),
        reason: why,
        by: found.sides[0].0.by(),
    };
    match decide_case(&app, &permit, &decision, ctx.now()).await {
        Ok(()) => Ok(go_saying(&app, "/staff/cases", "children-decided")),
        Err(CaseError::Meanwhile) => {
            let found = load(&app, &actor, &id, &ctx).await?;
            form.refuse(FieldError::new("", "case_meanwhile"));
            show_refused(&view(&app, &ctx, &found, form))
        }
        Err(CaseError::Database(error)) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, Translator, bits};

    #[test]
    fn bits_are_read_with_two_places() {
        let (english, polish) = (Translator::new(Lang::En), Translator::new(Lang::Pl));
        assert_eq!(bits(english, 2345), "23.45");
        assert_eq!(bits(polish, -705), "−7,05");
        assert_eq!(bits(english, 0), "0.00");
    }
}
