//! Whose letters one may write, and all letters of one of them: changed, standard, or of whoever is above.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::{Place, address_of, name_of};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::catalogue::editing::pages::Ways;
use crate::i18n::{Lang, Translator};
use crate::letter_texts::permissions::{is_written_by, may_write_letters};
use crate::letter_texts::{kinds, text_store as store};
use crate::letters::{Kind, Texts, Topic};
use crate::organisations::Tree;
use crate::web::{AppError, Context, Page, go, show};

#[derive(Template)]
#[template(path = "letter_texts/places.html")]
struct PlacesPage {
    page: Page,
    ways: Ways,
    /// Address and name.
    places: Vec<(String, String)>,
}

/// A letter in all languages.
struct Line {
    name: String,
    cells: Vec<Cell>,
}

struct Cell {
    language: String,
    href: String,
    state: String,
    is_own: bool,
}

#[derive(Template)]
#[template(path = "letter_texts/list.html")]
struct ListPage {
    page: Page,
    name: String,
    is_installation: bool,
    languages: Vec<String>,
    /// Topics with their letters.
    topics: Vec<(String, Vec<Line>)>,
}

/// Organisations with an offer or a text, all above them, and those that the actor has a role for: where it may write.
async fn writable(
    app: &Shared,
    actor: &Actor,
    tree: &Tree,
) -> Result<Vec<Option<OrganisationId>>, AppError> {
    let read = app.db.read(|tx| {
        Box::pin(async move { tx.all::<OrganisationId>(store::LIST_WRITING, &[]).await })
    });
    let found: Vec<OrganisationId> = read.await.map_err(|error: DbError| error)?;
    let branches = actor.roles.iter().filter_map(|role| role.branch);
    let mut open: Vec<OrganisationId> = found.into_iter().chain(branches).collect();
    let mut all = BTreeSet::new();
    while let Some(id) = open.pop() {
        if all.insert(id.get()) {
            open.extend(tree.find(id).and_then(|one| one.parent));
        }
    }
    let all = all.into_iter().map(|id| Some(OrganisationId::new(id)));
    Ok([None]
        .into_iter()
        .chain(all)
        .filter(|one| may_write_letters(actor, tree, *one).is_some())
        .collect())
}

/// `GET /staff/letters`: whose letters; at once the only one's.
pub(super) async fn places(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    let (tree, t) = (app.organisations.current(), ctx.t());
    let found = writable(&app, actor, &tree).await?;
    match found.as_slice() {
        [] => return Err(AppError::NotFound),
        [only] => return Ok(go(&address_of(*only))),
        _ => {}
    }
    let place = |one: &Option<OrganisationId>| (address_of(*one), name_of(t, &tree, *one));
    let mut places: Vec<_> = found.iter().map(place).collect();
    let first = usize::from(found.first() == Some(&None));
    places[first..].sort_by(|left, right| left.1.cmp(&right.1));
    show(&PlacesPage {
        page: ctx.page(t.get("letter-texts-title")).dense(),
        ways: Ways::of(actor),
        places,
    })
}

/// `GET /staff/letters/{organisation}`
pub(super) async fn list(
    State(app): State<Shared>,
    ctx: Context,
    Path(organisation): Path<String>,
) -> Result<Response, AppError> {
    let place = Place::open(&app, ctx.staff()?, &organisation)?;
    let (t, tree, texts) = (ctx.t(), app.organisations.current(), Texts::of(&app));
    let at = place.organisation;
    let line = |kind: &'static Kind| Line {
        name: t
            .get(&format!("letter-texts-kind-{}", kind.code))
            .to_string(),
        cells: Lang::ALL
            .iter()
            .map(|lang| {
                let own = texts.own(kind, *lang, at).map(|(whose, _)| whose);
                Cell {
                    language: language(t, *lang),
                    href: format!("{}/{}/{}", address_of(at), kind.code, lang.code()),
                    state: state(t, &tree, at, own),
                    is_own: own == Some(at),
                }
            })
            .collect(),
    };
    let topic = |topic: Topic| {
        let listed = kinds().filter(|kind| kind.topic == topic && is_written_by(kind, at));
        let lines: Vec<Line> = listed.map(line).collect();
        let key = format!("letter-texts-topic-{}", topic.code());
        (!lines.is_empty()).then(|| (t.get(&key).to_string(), lines))
    };
    show(&ListPage {
        page: ctx.page(t.get("letter-texts-title")).dense(),
        name: name_of(t, &tree, at),
        is_installation: at.is_none(),
        languages: Lang::ALL.iter().map(|lang| language(t, *lang)).collect(),
        topics: Topic::ALL.into_iter().filter_map(topic).collect(),
    })
}

/// The name of a language.
pub(super) fn language(t: Translator, lang: Lang) -> String {
    t.get(&format!("letter-texts-in-{}", lang.code()))
        .to_string()
}

/// Whose text is sent.
#[expect(
    clippy::option_option,
    reason = "nobody's own, the installation's, an organisation's"
)]
pub(super) fn state(
    t: Translator,
    tree: &Tree,
    at: Option<OrganisationId>,
    own: Option<Option<OrganisationId>>,
) -> String {
    match own {
        None => t.get("letter-texts-standard").to_string(),
        Some(whose) if whose == at => t.get("letter-texts-own").to_string(),
        Some(whose) => t
            .get("letter-texts-inherited")
            .text("whose", name_of(t, tree, whose))
            .to_string(),
    }
}
