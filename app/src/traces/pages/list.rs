//! The entries of a branch.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::filter;
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::catalogue::editing::pages::Ways;
use crate::clock::zone;
use crate::forms::{FieldError, Form};
use crate::i18n::{Translator, name_key};
use crate::organisations::Tree;
use crate::staff_tables::{Cell, Column, Listing, Pager, Row, Table, Taken};
use crate::traces::actions::note;
use crate::traces::known::ACTIONS;
use crate::traces::permissions::may_read;
use crate::traces::store;
use crate::traces::types::{Narrow, Scope, Staff, Trace};
use crate::traces::words::{self, KINDS};
use crate::web::{AppError, Context, Page, show, show_refused};

/// Entries of one page.
const PER_PAGE: usize = 100;
/// Entries of one file.
const MOST: usize = 20_000;

/// Values of a choice with their words.
type Choice = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "traces/list.html")]
struct ListPage {
    page: Page,
    ways: Ways,
    form: Form,
    staff: Choice,
    kinds: Choice,
    actions: Choice,
    list: Option<Listing>,
    /// The entries that come next; empty when there are none.
    older: String,
    /// The newest ones; empty when these are shown.
    newest: String,
}

/// The entries asked for, one more than wanted when there are more; the look is noted.
async fn load(
    app: &Shared,
    (account, scope): (AccountId, Scope),
    (asked, is_file): (Narrow, bool),
    now: jiff::Timestamp,
) -> Result<Vec<Trace>, AppError> {
    let wanted = usize::try_from(asked.most).unwrap_or(usize::MAX);
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let Narrow {
                from,
                until,
                below,
                kind,
                action,
                who,
                most,
            } = &asked;
            let most = most + 1;
            let found: Vec<Trace> = match scope {
                Scope::All => {
                    let row: database::Params<'_> = &[from, until, below, kind, action, who, &most];
                    tx.all(store::LIST_ALL, row).await?
                }
                Scope::Branch(_) => {
                    let row: database::Params<'_> =
                        &[&account, &now, from, until, below, kind, action, who, &most];
                    tx.all(store::LIST_OF_BRANCH, row).await?
                }
            };
            if is_file && found.len() > wanted {
                return Ok(found);
            }
            let taken = is_file.then_some(found.len());
            note(tx, (account, scope), taken, now).await?;
            Ok::<_, DbError>(found)
        })
    });
    write.await.map_err(|error: DbError| error.into())
}

/// Everybody whose deeds can be asked for.
async fn staff(
    app: &Shared,
    (account, scope): (AccountId, Scope),
    ctx: &Context,
) -> Result<Choice, AppError> {
    let now = ctx.now();
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            match scope {
                Scope::All => tx.all::<Staff>(store::LIST_STAFF, &[]).await,
                Scope::Branch(_) => {
                    let row: database::Params<'_> = &[&account, &now];
                    tx.all(store::LIST_STAFF_OF_BRANCH, row).await
                }
            }
        })
    });
    let mut all: Vec<Staff> = read.await.map_err(|error: DbError| error)?;
    all.sort_by_cached_key(|one| name_key(ctx.lang(), &one.name));
    let named = all.into_iter().map(|one| (one.id.to_string(), one.name));
    Ok(named.collect())
}

/// Codes with their words, in the order of the words.
fn choice(t: Translator, codes: &[&str], word: fn(Translator, &str) -> String) -> Choice {
    let named = codes.iter().map(|code| ((*code).to_owned(), word(t, code)));
    let mut all: Choice = named.collect();
    all.sort_by_cached_key(|(_, word)| name_key(t.lang(), word));
    all
}

fn columns(t: Translator) -> Vec<Column> {
    vec![
        Column::new(t.get("traces-when")),
        Column::new(t.get("traces-who")).and(t.get("traces-where")),
        Column::new(t.get("traces-what")).and(t.get("traces-subject-head")),
        Column::new(t.get("traces-change")),
        Column::new(t.get("traces-reason")),
    ]
}

/// Who did it, and for whom they stood in.
fn who(t: Translator, one: &Trace) -> String {
    match (&one.by_name, &one.for_name) {
        (Some(name), Some(absent)) => {
            let both = t.get("branches-by-for").text("name", name);
            both.text("absent", absent).to_string()
        }
        (Some(name), None) => name.clone(),
        (None, _) => t.get("traces-nobody").to_string(),
    }
}

/// Whoever looks after a branch alone may not be let in to the page of a child that is of another one.
fn row(t: Translator, tree: &Tree, one: &Trace, sees_all: bool) -> Row {
    let home = one.organisation_id.and_then(|id| tree.find(id));
    let href = words::page_of(one);
    let reason = one.reason.as_deref().unwrap_or_default();
    let is_open = sees_all || one.subject_kind != "person" || reason == words::OF_THE_BRANCH;
    let cells = vec![
        Cell::moment(t, one.at, &zone()),
        Cell::new(who(t, one)).and(home.map_or("", |home| home.name.as_str())),
        Cell::new(words::action(t, &one.action))
            .and(words::subject(t, tree, one))
            .to(if is_open { href.as_str() } else { "" }),
        Cell::new(words::difference(t, tree, one)),
        Cell::new(words::reason(t, reason)),
    ];
    Row::new(one.id, cells)
}

/// The page asked for from another place on; without one, from the newest entry on.
fn moved(ctx: &Context, before: &str) -> String {
    let pairs = url::form_urlencoded::parse(ctx.query().as_bytes());
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in pairs.filter(|(name, _)| !["before", "as", "lang"].contains(&&**name)) {
        query.append_pair(&name, &value);
    }
    if !before.is_empty() {
        query.append_pair("before", before);
    }
    format!("?{}", query.finish())
}

fn view(ctx: &Context, ways: Ways, form: Form, staff: Choice) -> ListPage {
    let t = ctx.t();
    ListPage {
        page: ctx.page(t.get("traces-title")).dense(),
        ways,
        form,
        staff,
        kinds: choice(t, &KINDS, words::kind),
        actions: choice(t, ACTIONS, words::action),
        list: None,
        older: String::new(),
        newest: String::new(),
    }
}

/// `GET /staff/traces?from=&to=&who=&kind=&action=&before=`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    let scope = may_read(actor).ok_or(AppError::NotFound)?;
    let reader = (actor.account_id, scope);
    let (mut form, asked) = filter::read(&ctx);
    let (ways, staff) = (Ways::of(actor), staff(&app, reader, &ctx).await?);
    let Some(mut asked) = asked else {
        return show_refused(&view(&ctx, ways, form, staff));
    };
    let is_file = Taken::asked(&ctx).is_some();
    let per_page = if is_file { MOST } else { PER_PAGE };
    asked.most = i64::try_from(per_page).unwrap_or(i64::MAX);
    if !is_file {
        filter::going_on(&ctx, &mut asked);
    }
    let mut found = load(&app, reader, (asked, is_file), ctx.now()).await?;
    let has_more = found.len() > per_page;
    if has_more && is_file {
        form.refuse(FieldError::new("from", "traces_many").with("count", MOST));
        return show_refused(&view(&ctx, ways, form, staff));
    }
    found.truncate(per_page);
    let (t, tree) = (ctx.t(), app.organisations.current());
    let sees_all = actor.is_installation_administrator();
    let rows = found.iter().map(|one| row(t, &tree, one, sees_all));
    let table = Table::new("traces", t.get("traces-title"), columns(t), rows);
    let list = Listing::new(&ctx, table, Pager::of(&ctx, found.len(), per_page));
    if let Some(file) = list.file(&ctx)? {
        return Ok(file);
    }
    let oldest = found.last().filter(|_| has_more);
    let is_later = ctx.asked("before").is_some();
    show(&ListPage {
        list: Some(list),
        older: oldest.map_or_else(String::new, |one| moved(&ctx, &filter::after(one))),
        newest: if is_later {
            moved(&ctx, "")
        } else {
            String::new()
        },
        ..view(&ctx, ways, form, staff)
    })
}
