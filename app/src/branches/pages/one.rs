//! One organisation: what is known of it, what lies below it, what can be done.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::{keeper, kind_name, open, place_of, steps};
use crate::app::Shared;
use crate::branches::letters::{name_of, zone_of};
use crate::branches::permissions::{administers, may_add, may_edit, may_place};
use crate::branches::types::Sheet;
use crate::i18n::Translator;
use crate::organisations::Tree;
use crate::text::postal_line;
use crate::web::{AppError, Context, Page, show};

#[derive(Template)]
#[template(path = "branches/one.html")]
struct OnePage {
    page: Page,
    steps: Vec<(String, String)>,
    here: String,
    pairs: Vec<(String, String)>,
    below: Vec<(String, String)>,
    /// When it was closed, and who took over.
    closed: Option<String>,
    may_edit: bool,
    may_place: bool,
    add: Option<String>,
}

fn pairs(t: Translator, sheet: &Sheet) -> Vec<(String, String)> {
    let address = postal_line(
        (&sheet.street, &sheet.street_number),
        (&sheet.postal_code, &sheet.post_office),
        &sheet.city,
    );
    let long = t
        .get("branches-long-from")
        .int("hours", sheet.long_from_hours)
        .int("meetings", sheet.long_from_meetings)
        .to_string();
    let known = [
        ("branches-kind", kind_name(t, sheet.kind())),
        ("branches-institution-type", sheet.institution_type.clone()),
        ("branches-address", address),
        ("branches-tax-id", sheet.tax_id.clone().unwrap_or_default()),
        ("branches-phone", sheet.phone.clone()),
        ("branches-email", sheet.email.clone()),
        ("branches-time-zone", sheet.time_zone.replace('_', " ")),
        ("branches-long", long),
    ];
    let filled = known.into_iter().filter(|(_, value)| !value.is_empty());
    filled
        .map(|(label, value)| (t.get(label).to_string(), value))
        .collect()
}

/// What lies directly below, by name.
fn below(tree: &Tree, sheet: &Sheet) -> Vec<(String, String)> {
    let all = tree.all().filter(|one| one.parent == Some(sheet.id));
    let mut below: Vec<(String, String)> = all
        .map(|one| (place_of(one.id), one.name.clone()))
        .collect();
    below.sort_by_key(|(_, name)| crate::text::fold(name));
    below
}

/// `GET /staff/organisations/{organisation}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = keeper(&ctx)?;
    let (sheet, tree) = open(&app, actor, &id).await?;
    let t = ctx.t();
    let is_open = sheet.closed_at.is_none();
    let parent = sheet
        .parent_id
        .filter(|parent| administers(actor, &tree, Some(*parent)));
    let parent = parent
        .and_then(|parent| tree.find(parent))
        .map(|one| (place_of(one.id), one.name.clone()));
    let closed = sheet.closed_at.map(|at| {
        let day = at.to_zoned(zone_of(&app, sheet.parent_id)).date();
        let message = match sheet.handed_to {
            Some(to) => t
                .get("branches-closed-handed")
                .text("organisation", name_of(&app, Some(to))),
            None => t.get("branches-closed"),
        };
        message.text("day", t.date(day)).to_string()
    });
    let place = (sheet.id, sheet.parent_id);
    let add = may_add(actor, &tree, Some(sheet.id)).filter(|_| is_open);
    show(&OnePage {
        page: ctx.page(&sheet.name).dense(),
        steps: steps(t, parent),
        here: place_of(sheet.id),
        pairs: pairs(t, &sheet),
        below: below(&tree, &sheet),
        may_edit: is_open && may_edit(actor, &tree, sheet.id).is_some(),
        may_place: may_place(actor, &tree, place).is_some(),
        add: add.map(|_| format!("/staff/organisations/new?under={}", sheet.id)),
        closed,
    })
}
