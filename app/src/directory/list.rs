//! The list with its search and filters.

use std::collections::{BTreeMap, HashMap};

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::listing::{self, is_listed, value_of};
use super::query::Query;
use super::{address_of, kind_in_words, kind_of, postal_address};
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::forms::Form;
use crate::i18n::Translator;
use crate::organisations::{Kind, Organisation, Tree};
use crate::text::fold;
use crate::web::{AppError, Context, Page, show};

/// An organisation in the list.
struct Line {
    href: String,
    name: String,
    kind: String,
    address: String,
    phone: String,
    /// How many groups are on offer, in words; empty when none is.
    offer: String,
}

#[derive(Template)]
#[template(path = "directory/list.html")]
struct ListPage {
    page: Page,
    /// The one address of this list, for search engines.
    canonical: String,
    /// The filters as they are set.
    form: Form,
    is_narrow: bool,
    kinds: Vec<(String, String)>,
    municipalities: Vec<(String, String)>,
    count: usize,
    number: usize,
    pages: usize,
    lines: Vec<Line>,
    previous: String,
    next: String,
}

/// `GET /institutions?q=&kind=&municipality=&page=`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let (t, tree) = (ctx.t(), app.organisations.current());
    let query = Query::read(ctx.query());
    let found = listing::find(&tree, &query);
    let offered = offered(&app, &ctx);
    let line = |one: &&Organisation| line(t, one, offered.get(&one.id).copied().unwrap_or(0));
    let turn = |page: usize, is_there: bool| {
        if is_there {
            query.on_page(page).address()
        } else {
            String::new()
        }
    };
    let pairs = query.pairs().into_iter();
    show(&ListPage {
        page: ctx
            .page(t.get("directory-title"))
            .described(t.get("directory-lead").to_string()),
        canonical: format!(
            "{}{}",
            app.config.base_url,
            query.on_page(found.page).address()
        ),
        form: Form::from_pairs(pairs.map(|(name, value)| (name.to_owned(), value))),
        is_narrow: query.is_narrow(),
        kinds: kinds(t, &tree),
        municipalities: municipalities(&tree),
        count: found.count,
        number: found.page,
        pages: found.pages,
        previous: turn(found.page.saturating_sub(1), found.page > 1),
        next: turn(found.page + 1, found.page < found.pages),
        lines: found.places.iter().map(line).collect(),
    })
}

/// How many groups each organisation has on offer.
fn offered(app: &Shared, ctx: &Context) -> HashMap<OrganisationId, usize> {
    let mut counts = HashMap::new();
    let snapshot = app.catalogue.current();
    let listed = snapshot.offers().iter();
    for offer in listed.filter(|offer| offer.is_listed(ctx.now())) {
        *counts
            .entry(offer.detail.course.organisation_id)
            .or_insert(0) += 1;
    }
    counts
}

fn line(t: Translator, one: &Organisation, offered: usize) -> Line {
    Line {
        href: address_of(one),
        name: one.name.clone(),
        kind: kind_of(t, one),
        address: postal_address(one),
        phone: one.phone.clone(),
        offer: match offered {
            0 => String::new(),
            count => t.get("directory-offered").int("count", count).to_string(),
        },
    }
}

/// Types of institutions as the register writes them, in the order of the alphabet, and then the other kinds that there are.
fn kinds(t: Translator, tree: &Tree) -> Vec<(String, String)> {
    let mut types = BTreeMap::new();
    let mut others =
        [Kind::Institution, Kind::TrainingCentre, Kind::SupportCentre].map(|kind| (kind, false));
    for one in tree.all().filter(|one| is_listed(one)) {
        let value = value_of(one);
        if let Some((_, is_there)) = others.iter_mut().find(|(kind, _)| kind.code() == value) {
            *is_there = true;
        } else {
            types.insert(fold(value), value.to_owned());
        }
    }
    let types = types.into_values().map(|value| (value.clone(), value));
    let there = others.into_iter().filter(|(_, is_there)| *is_there);
    let there = there.map(|(kind, _)| (kind.code().to_owned(), kind_in_words(t, kind)));
    types.chain(there).collect()
}

/// Municipalities by name; one alone is no choice.
fn municipalities(tree: &Tree) -> Vec<(String, String)> {
    let all = tree.all().filter(|one| one.kind == Kind::Municipality);
    let mut all: Vec<&Organisation> = all.collect();
    if all.len() < 2 {
        return Vec::new();
    }
    all.sort_by_cached_key(|one| (fold(&one.name), one.id));
    all.into_iter()
        .map(|one| (one.id.to_string(), one.name.clone()))
        .collect()
}
