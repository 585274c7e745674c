//! The children of the branch.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;
use jiff::civil::Date;
use person_matching::IdentityKey;

use super::{state_badge, zone};
use crate::app::Shared;
use crate::audit;
use crate::families::identity::date_of;
use crate::families::staff::permissions::serves_families;
use crate::families::staff::staff_store as own;
use crate::families::staff::types::Line;
use crate::staff_tables::views::{CHILDREN, kept};
use crate::staff_tables::{Cell, Column, Listing, Row, Table, Taken};
use crate::web::{AppError, Context, Page, show};

const PER_PAGE: usize = 50;
/// By which the list is filtered; the first is everybody.
const STATES: [&str; 5] = ["", "unconfirmed", "doubted", "asked", "confirmed"];
const WORDS: usize = 3;

struct Tab {
    href: String,
    text: String,
    is_here: bool,
}

#[derive(Template)]
#[template(path = "families/staff_list.html")]
struct ListPage {
    page: Page,
    tabs: Vec<Tab>,
    q: String,
    list: Listing,
}

/// What keys look like that hold every word: the first of them, each as the key writes it.
fn patterns(q: &str) -> [String; WORDS] {
    let mut words = q.split_whitespace().filter_map(|word| {
        let key = IdentityKey::of(word, "x", date_of(Date::constant(2000, 1, 1)))?;
        let folded = key.as_str().split('|').next()?.to_owned();
        folded
            .chars()
            .all(|c| c.is_alphanumeric() || c == ' ')
            .then_some(folded)
    });
    std::array::from_fn(|_| {
        words
            .next()
            .map_or_else(|| "%".to_owned(), |word| format!("%{word}%"))
    })
}

/// `GET /staff/children?state=unconfirmed&q=lesin`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    if !serves_families(actor) {
        return Err(AppError::NotFound);
    }
    let asked = ctx.asked("state").unwrap_or_default();
    let state = STATES
        .into_iter()
        .find(|one| *one == asked)
        .unwrap_or_default();
    let q = ctx.asked("q").unwrap_or_default();
    let [first, second, third] = patterns(&q);
    let (account, now) = (actor.account_id, ctx.now());
    let action = Taken::action(&ctx, "child.list", "child.download");
    let entry = audit::Entry::new(now, account, action, "people", 0);
    let (look, is_page) = (entry.clone(), Taken::asked(&ctx).is_none());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            if is_page {
                look.write(tx).await?;
            }
            let row: database::Params<'_> = &[&account, &now, &state, &first, &second, &third];
            tx.all(own::LIST_OF_BRANCH, row).await
        })
    });
    let lines: Vec<Line> = write.await.map_err(|error: DbError| error)?;
    let (t, tree) = (ctx.t(), app.organisations.current());
    let title = t.get("children-title");
    let row = |one: &Line| {
        let town = one.municipality_id.and_then(|id| tree.find(id));
        let name = format!("{} {}", one.surname, one.given_name);
        let cells = vec![
            Cell::new(name).to(format!("/staff/children/{}", one.id)),
            Cell::day(t, one.born_on.unwrap_or_default()),
            Cell::new(town.map_or("", |one| one.name.as_str())),
            Cell::badge(state_badge(t, one.state, one.is_doubted)),
            Cell::moment(t, one.created_at, &zone()),
        ];
        Row::new(one.id, cells)
    };
    let columns = vec![
        Column::new(t.get("children-child")).by("name"),
        Column::new(t.get("families-born")).by("born"),
        Column::new(t.get("children-municipality")),
        Column::new(t.get("children-state")).by("state"),
        Column::new(t.get("children-entered")).by("entered"),
    ];
    let table = Table::new("children", &title, columns, lines.iter().map(row));
    let list = match Taken::asked(&ctx) {
        Some(_) => Listing::of_all(&ctx, table, usize::MAX),
        None => Listing::of_all(&ctx, table, PER_PAGE),
    };
    if let Some(file) = list.noted_file(&app, &ctx, entry).await? {
        return Ok(file);
    }
    let tab = |code: &'static str| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        if !code.is_empty() {
            query.append_pair("state", code);
        }
        if !q.is_empty() {
            query.append_pair("q", &q);
        }
        let key = if code.is_empty() { "all" } else { code };
        Tab {
            href: format!("/staff/children?{}", query.finish()),
            text: t.get(&format!("children-show-{key}")).to_string(),
            is_here: code == state,
        }
    };
    show(&ListPage {
        page: ctx.page(t.get("children-title")).dense(),
        tabs: STATES.map(tab).into(),
        q: q.clone(),
        list: list.kept(kept(&app, &ctx, CHILDREN).await?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sought_as_keys_write_them() {
        assert_eq!(patterns("Łoś  Zoë"), ["%los%", "%zoe%", "%"]);
        assert!(
            patterns("100% _ %%")
                .iter()
                .all(|one| one.trim_matches('%').chars().all(char::is_alphanumeric))
        );
    }
}
