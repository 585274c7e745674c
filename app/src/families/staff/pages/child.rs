//! One child as staff sees it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::record::{self, Change, Event, Guardian, Pair, Record, Way};
use super::{name_of, state_badge};
use crate::app::Shared;
use crate::families::moving::Move;
use crate::families::moving::moving_store;
use crate::families::moving::pages::{Told, told};
use crate::families::moving::permissions::{may_open_move, sees_move};
use crate::families::staff::deciders::{self, Way as CaseWay};
use crate::families::staff::looks;
use crate::families::staff::permissions::{
    may_confirm_child, may_correct_child, may_let_in_guardian,
};
use crate::families::staff::staff_store;
use crate::families::staff::types::{CorrectionId, GuardianLine};
use crate::families::types::CaseId;
use crate::i18n::Translator;
use crate::people::PersonId;
use crate::web::{AppError, Context, Page, show};

#[derive(Template)]
#[template(path = "families/staff_child.html")]
struct ChildPage {
    page: Page,
    here: String,
    badge: (&'static str, String),
    reason: String,
    lines: Vec<Pair>,
    documents: Vec<Pair>,
    guardians: Vec<Guardian>,
    /// Those who were not let in.
    refused: Vec<Guardian>,
    ways: Vec<Way>,
    confirmations: Vec<Event>,
    changes: Vec<Change>,
    looks: Vec<Event>,
    may_confirm: bool,
    may_correct: bool,
    cases: Vec<Doubt>,
    /// A correction that waits.
    correction: Option<String>,
    is_doubted: bool,
    /// Where a change of municipality is opened.
    change_town: Option<String>,
    /// Changes of municipality, the newest first.
    moves: Vec<Told>,
}

/// A case that waits.
struct Doubt {
    /// Where it is decided; empty for whoever does not see the other record.
    href: String,
    /// Who decides then, and how to reach them.
    who: String,
    reach: Vec<String>,
}

fn doubt(app: &Shared, t: Translator, way: &CaseWay) -> Doubt {
    if way.is_seen {
        return Doubt {
            href: format!("/staff/cases/{}", way.case),
            who: String::new(),
            reach: Vec::new(),
        };
    }
    let tree = app.organisations.current();
    let place = way.decides.and_then(|id| tree.find(id));
    let reach = place.map(|place| vec![place.phone.clone(), place.email.clone()]);
    let mut reach = reach.unwrap_or_default();
    reach.retain(|one| !one.is_empty());
    let who = t.get("children-case-decides");
    let who = who.text("organisation", name_of(app, &tree, way.decides));
    Doubt {
        href: String::new(),
        who: who.to_string(),
        reach,
    }
}

/// `GET /staff/children/{child}`: every view is noted.
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = ctx.staff()?.clone();
    let id: PersonId = id.parse().map_err(|_| AppError::NotFound)?;
    let (own, by, now) = (app.clone(), actor.clone(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let opened = looks::look(tx, &own, &by, id, now).await?;
            let asked: Option<CorrectionId> =
                tx.opt(staff_store::FIND_CORRECTION_OF, &[&id]).await?;
            let open: Vec<CaseId> = tx.all(staff_store::LIST_CASES_OF, &[&id]).await?;
            let mut cases = Vec::new();
            for case in open {
                let about = (&opened.child, case);
                cases.push(deciders::way(tx, &own, &by, about, now).await?);
            }
            let moves: Vec<Move> = tx.all(moving_store::LIST_MOVES_OF_CHILD, &[&id]).await?;
            Ok::<_, DbError>((opened, Record::of(tx, id).await?, asked, cases, moves))
        })
    });
    let (opened, record, asked, cases, moves) = write.await?;
    let (t, tree, child) = (ctx.t(), app.organisations.current(), &opened.child);
    let here = format!("/staff/children/{id}");
    let stands = (id, child.state, opened.is_doubted);
    let opens = may_open_move(&actor, &tree, (id, child.state), &opened.place).is_some();
    // Whoever asks, or was not let in, has a page where that is decided.
    let guardians = |lines: &[GuardianLine]| {
        let mut all = record::guardians(&here, lines);
        for (one, line) in all.iter_mut().zip(lines) {
            let on = (id, child.state, line.account_id);
            let decides = may_let_in_guardian(&actor, &tree, on, &opened.place).is_some();
            if decides && line.state != "holds" {
                one.decide = format!("{here}/guardians/{}", line.account_id);
            }
        }
        all
    };
    let told = |one: &Move| Told {
        href: if sees_move(&actor, &tree, one) {
            format!("/staff/moves/{}", one.id)
        } else {
            String::new()
        },
        ..told(&app, t, one)
    };
    show(&ChildPage {
        page: ctx.page(child.known.name()).dense(),
        badge: state_badge(t, child.state, opened.is_doubted),
        reason: opened.reason.clone(),
        lines: record::lines(&app, t, &child.known),
        documents: record::documents(&app, t, &record.documents),
        guardians: guardians(&record.guardians),
        refused: guardians(&record.refused),
        ways: record::ways(&app, t, &record.joined),
        confirmations: record::confirmations(&app, t, &record.confirmations),
        changes: record::changes(&app, t, &child.known, &record.versions),
        looks: record::looks(&app, t, &record.looks),
        may_confirm: may_confirm_child(&actor, &tree, stands, &opened.place).is_some(),
        cases: cases.iter().map(|way| doubt(&app, t, way)).collect(),
        may_correct: may_correct_child(&actor, (id, child.state)).is_some(),
        correction: asked.map(|id| format!("/staff/corrections/{id}")),
        is_doubted: opened.is_doubted,
        change_town: Some(format!("{here}/municipality"))
            .filter(|_| opens && !moves.iter().any(|one| one.state.is_open())),
        moves: moves.iter().map(told).collect(),
        here,
    })
}
