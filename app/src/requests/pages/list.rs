//! The staff's list of requests: what waits with the day that comes first at the top, so that what is overdue leads.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::{DbError, Tx};
use jiff::Timestamp;

use super::zone_of;
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::forms::Form;
use crate::i18n::Translator;
use crate::organisations::Tree;
use crate::requests::kinds::{Level, RequestKind};
use crate::requests::permissions::answers_any;
use crate::requests::store;
use crate::requests::types::{Line, RequestState};
use crate::staff_tables::views::{REQUESTS, kept};
use crate::staff_tables::{Bar, Cell, Column, Listing, Row, Table, Taken};
use crate::web::{AppError, Context, Page, show};

/// Lines of one page.
const PER_PAGE: usize = 50;
const SHOWN: [&str; 4] = ["opened", "answered", "closed", "handed_on"];
const HANDED_ON: &str = "handed_on";

struct Tab {
    href: String,
    text: String,
    count: String,
    is_here: bool,
}

#[derive(Template)]
#[template(path = "requests/staff_list.html")]
struct ListPage {
    page: Page,
    form: Form,
    tabs: Vec<Tab>,
    kinds: Vec<(String, String)>,
    levels: Vec<(String, String)>,
    /// The tab, so that the filter stays on it.
    shown: &'static str,
    list: Listing,
}

/// What is wanted of the list.
#[derive(Clone, Copy)]
struct Filter {
    shown: &'static str,
    kind: Option<RequestKind>,
    level: Option<Level>,
    is_mine: bool,
    is_overdue: bool,
}

impl Filter {
    fn of(ctx: &Context) -> Self {
        let asked = |name: &str| ctx.asked(name).unwrap_or_default();
        let shown = asked("show");
        Self {
            shown: SHOWN
                .into_iter()
                .find(|one| *one == shown)
                .unwrap_or(SHOWN[0]),
            kind: RequestKind::from_code(&asked("kind")),
            level: Level::from_code(&asked("level")),
            is_mine: asked("mine") == "yes",
            is_overdue: asked("overdue") == "yes",
        }
    }

    fn form(&self) -> Form {
        let word = |is: bool| if is { "yes" } else { "" };
        Form::new()
            .with("kind", self.kind.map_or("", RequestKind::code))
            .with("level", self.level.map_or("", Level::code))
            .with("mine", word(self.is_mine))
            .with("overdue", word(self.is_overdue))
    }
}

/// How many are in which list.
struct Counted {
    lines: Vec<Line>,
    states: Vec<(RequestState, i64)>,
    handed_on: i64,
}

async fn read(
    tx: &mut Tx<'_>,
    (account, now): (AccountId, Timestamp),
    filter: Filter,
) -> Result<Counted, DbError> {
    let (kind, level) = (
        filter.kind.map_or("", RequestKind::code),
        filter.level.map_or("", Level::code),
    );
    let (mine, overdue) = (i64::from(filter.is_mine), i64::from(filter.is_overdue));
    let lines = if filter.shown == HANDED_ON {
        let row: database::Params<'_> = &[&account, &now, &kind, &level];
        tx.all(store::LIST_HANDED_ON, row).await?
    } else {
        let state = filter.shown;
        let row: database::Params<'_> = &[&account, &now, &state, &kind, &level, &mine, &overdue];
        tx.all(store::LIST_OF_BRANCH, row).await?
    };
    Ok(Counted {
        lines,
        states: tx.all(store::COUNT_OF_BRANCH, &[&account, &now]).await?,
        handed_on: tx.one(store::COUNT_HANDED_ON, &[&account, &now]).await?,
    })
}

/// What it is about; that it may be spam, where it looks like that.
fn doubt(t: Translator, one: &Line) -> String {
    let kind = t.get(&one.kind.key()).to_string();
    if one.is_doubtful {
        format!("{kind}. {}", t.get("requests-doubtful"))
    } else {
        kind
    }
}

fn row(t: Translator, tree: &Tree, now: Timestamp, one: &Line) -> Row {
    let home = tree.find(one.organisation_id);
    let zone = zone_of(tree, one.organisation_id);
    let due = match one.due_at {
        Some(at) if at < now => {
            let day = t.day(at.to_zoned(zone.clone()).date());
            let word = t.get("requests-overdue").text("day", day);
            Cell::badge(("problem", word.to_string()))
        }
        Some(at) => Cell::day(t, at.to_zoned(zone.clone()).date()),
        None => Cell::new(""),
    };
    let cells = vec![
        Cell::new(&one.subject)
            .and(doubt(t, one))
            .to(format!("/staff/requests/{}", one.id)),
        Cell::new(&one.name),
        Cell::new(home.map_or("", |home| home.name.as_str())).and(t.get(&one.level.key())),
        due,
        Cell::new(one.owner.as_deref().unwrap_or_default()),
        Cell::moment(t, one.changed_at, &zone),
    ];
    Row::new(one.id, cells)
}

/// `GET /staff/requests?show=opened&kind=replace_email&level=institution&mine=yes&overdue=yes`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    if !answers_any(actor) {
        return Err(AppError::NotFound);
    }
    let filter = Filter::of(&ctx);
    let (account, now) = (actor.account_id, ctx.now());
    let action = Taken::action(&ctx, "request.look_up", "request.download");
    let entry = audit::Entry::new(now, account, action, "requests", 0);
    let (look, is_page) = (entry.clone(), Taken::asked(&ctx).is_none());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            if is_page {
                look.write(tx).await?;
            }
            read(tx, (account, now), filter).await
        })
    });
    let found = write.await.map_err(|error: DbError| error)?;
    let (t, tree) = (ctx.t(), app.organisations.current());
    let count = |shown: &str| {
        let state = RequestState::from_code(shown);
        let of_state = found.states.iter().find(|(one, _)| Some(*one) == state);
        let none = if shown == HANDED_ON {
            found.handed_on
        } else {
            0
        };
        of_state.map_or(none, |(_, count)| *count)
    };
    let tabs = SHOWN.map(|shown| Tab {
        href: format!("/staff/requests?show={shown}"),
        text: t
            .get(&format!("requests-way-{}", shown.replace('_', "-")))
            .to_string(),
        count: count(shown).to_string(),
        is_here: shown == filter.shown,
    });
    let heads = ["subject", "from", "at", "due", "owner", "changed"];
    let heads = heads.map(|head| Column::new(t.get(&format!("requests-{head}"))).by(head));
    let rows = found.lines.iter().map(|one| row(t, &tree, now, one));
    let title = t.get("requests-staff-title");
    let name = format!("requests-{}", filter.shown);
    let table = Table::new(name, &title, heads.into(), rows);
    let list = Listing::found(&ctx, table, PER_PAGE);
    if let Some(file) = list.noted_file(&app, &ctx, entry).await? {
        return Ok(file);
    }
    let deeds: &[&'static str] = match filter.shown {
        "closed" | HANDED_ON => &[],
        _ => &["close"],
    };
    let kind = |one: RequestKind| (one.code().to_owned(), t.get(&one.key()).to_string());
    let level = |one: Level| (one.code().to_owned(), t.get(&one.key()).to_string());
    show(&ListPage {
        page: ctx.page(t.get("requests-staff-title")).dense(),
        form: filter.form(),
        tabs: tabs.into(),
        kinds: RequestKind::ALL.map(kind).into(),
        levels: Level::ALL.map(level).into(),
        shown: filter.shown,
        list: list
            .bar(Bar::new("bulk", ctx.here(), t, deeds))
            .kept(kept(&app, &ctx, REQUESTS).await?),
    })
}
