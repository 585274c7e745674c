//! The tree as a nested list, with a search.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::{keeper, kind_name, place_of};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::branches::branch_store::LIST_CLOSED;
use crate::branches::permissions::administers;
use crate::branches::types::Sheet;
use crate::catalogue::editing::pages::Ways;
use crate::i18n::Translator;
use crate::organisations::{Organisation, Tree};
use crate::text::fold;
use crate::web::{AppError, Context, Page, show};

/// An organisation in the list.
struct Line {
    href: String,
    name: String,
    kind: String,
    city: String,
}

/// What the nested list is written from.
enum Step {
    /// A list begins below the organisation written last.
    Open,
    /// It ends.
    Close,
    /// An organisation.
    Item(Line),
    /// It ends, with all that lies below it.
    End,
}

#[derive(Template)]
#[template(path = "branches/list.html")]
struct ListPage {
    page: Page,
    ways: Ways,
    query: String,
    steps: Vec<Step>,
    found: Vec<Line>,
    closed: Vec<Line>,
    is_empty: bool,
    is_installation: bool,
}

type Below<'a> = BTreeMap<Option<OrganisationId>, Vec<&'a Organisation>>;

/// The organisations below each, by name.
fn below(tree: &Tree) -> Below<'_> {
    let mut below = Below::new();
    for one in tree.all() {
        let parent = one.parent.filter(|parent| tree.find(*parent).is_some());
        below.entry(parent).or_default().push(one);
    }
    for all in below.values_mut() {
        all.sort_by_key(|one| (fold(&one.name), one.id));
    }
    below
}

/// The tops of what somebody administers.
fn tops<'a>(actor: &Actor, tree: &'a Tree) -> Vec<&'a Organisation> {
    let is_theirs = |id| administers(actor, tree, Some(id));
    let mut tops: Vec<&Organisation> = tree
        .all()
        .filter(|one| is_theirs(one.id))
        .filter(|one| {
            let above = one.parent.filter(|parent| tree.find(*parent).is_some());
            above.is_none_or(|parent| !is_theirs(parent))
        })
        .collect();
    tops.sort_by_key(|one| (fold(&one.name), one.id));
    tops
}

fn line(t: Translator, one: &Organisation) -> Line {
    Line {
        href: place_of(one.id),
        name: one.name.clone(),
        kind: kind_name(t, one.kind),
        city: one.city.clone(),
    }
}

/// Writes an organisation and what lies below it. No tree of ours is deep; a circle in the data ends there.
fn write(t: Translator, one: &Organisation, below: &Below<'_>, depth: usize, to: &mut Vec<Step>) {
    to.push(Step::Item(line(t, one)));
    if let Some(children) = below.get(&Some(one.id)).filter(|_| depth < 20) {
        to.push(Step::Open);
        for child in children {
            write(t, child, below, depth + 1, to);
        }
        to.push(Step::Close);
    }
    to.push(Step::End);
}

/// Those whose name, town or kind holds every word.
fn search(t: Translator, actor: &Actor, tree: &Tree, query: &str) -> Vec<Line> {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().take(6).collect();
    let mut found: Vec<&Organisation> = tree
        .all()
        .filter(|one| {
            let text = fold(&format!(
                "{} {} {}",
                one.name, one.city, one.institution_type
            ));
            words.iter().all(|word| text.contains(word))
        })
        .filter(|one| administers(actor, tree, Some(one.id)))
        .collect();
    found.sort_by_key(|one| (fold(&one.name), one.id));
    found.truncate(200);
    found.into_iter().map(|one| line(t, one)).collect()
}

/// `GET /staff/organisations?q=`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = keeper(&ctx)?;
    let read = app
        .db
        .read(|tx| Box::pin(async move { tx.all(LIST_CLOSED, &[]).await }));
    let closed: Vec<Sheet> = read.await.map_err(|error: DbError| error)?;
    let (t, tree) = (ctx.t(), app.organisations.current());
    let query = ctx.asked("q").unwrap_or_default().trim().to_owned();
    let (mut steps, mut found) = (Vec::new(), Vec::new());
    if query.is_empty() {
        let below = below(&tree);
        for top in tops(actor, &tree) {
            write(t, top, &below, 0, &mut steps);
        }
    } else {
        found = search(t, actor, &tree, &query);
    }
    let closed = closed
        .into_iter()
        .filter(|one| administers(actor, &tree, one.parent_id));
    let closed = closed.map(|one| Line {
        href: place_of(one.id),
        kind: kind_name(t, one.kind()),
        name: one.name,
        city: one.city,
    });
    show(&ListPage {
        page: ctx.page(t.get("branches-title")).dense(),
        ways: Ways::of(actor),
        is_empty: steps.is_empty() && found.is_empty(),
        is_installation: actor.is_installation_administrator(),
        closed: closed.collect(),
        query,
        steps,
        found,
    })
}
