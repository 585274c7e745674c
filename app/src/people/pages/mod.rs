//! Pages of people: registration and one's own profile.

mod demo;
mod profile;
mod register;
mod start;

use axum::Router;
use axum::routing::get;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Details, fields};
use crate::app::{App, Shared};
use crate::forms::Form;
use crate::organisations::Tree;
use crate::text::fold;
use crate::web::Context;
use crate::web::limits::Wait;

/// The routes of this room; `demo` adds people for the load generator.
pub fn routes(demo: bool) -> Router<Shared> {
    let routes = Router::new()
        .route("/register", get(register::page).post(register::register))
        .route("/registered", get(register::held))
        .route("/my/start", get(start::page))
        .route("/my/profile", get(profile::page).post(profile::change));
    if demo {
        routes.merge(demo::routes())
    } else {
        routes
    }
}

/// What the template of the fields shows beside the form.
struct Workplaces {
    /// Values and words of the choices; empty before anything was searched.
    choices: Vec<(String, String)>,
    /// Something was searched and not found.
    none_found: bool,
}

impl Workplaces {
    /// The choices for what was typed.
    fn of(ctx: &Context, form: &Form, tree: &Tree) -> Self {
        let offered = fields::offered(form, tree);
        let mut choices: Vec<(String, String)> = offered
            .iter()
            .map(|place| {
                (
                    place.id.to_string(),
                    format!("{}, {}, {}", place.name, place.address, place.city),
                )
            })
            .collect();
        let none_found = choices.is_empty() && !form.value("workplace").trim().is_empty();
        if !choices.is_empty() {
            choices.push((
                "typed".into(),
                ctx.t().get("people-workplace-typed").to_string(),
            ));
        }
        Self {
            choices,
            none_found,
        }
    }

    /// No search yet.
    fn unsearched() -> Self {
        Self {
            choices: Vec::new(),
            none_found: false,
        }
    }
}

/// Whoever types a teenager's data learns whether a parent holds the record: nobody tries that out.
fn limit(app: &App, details: &Details, today: Date) -> Result<(), Wait> {
    match details.born_on {
        Some(born) if fields::is_teenager(today, born) => {
            let about = format!("{} {born}", fold(&details.name()));
            app.limits.teenager(&about)
        }
        _ => Ok(()),
    }
}

/// Today where the installation stands.
fn today(ctx: &Context) -> Date {
    let zone = TimeZone::get("Europe/Warsaw").unwrap_or(TimeZone::UTC);
    ctx.now().to_zoned(zone).date()
}
