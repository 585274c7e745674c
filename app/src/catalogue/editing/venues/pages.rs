//! The staff's pages of venues: the list, the form.

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use database::DbError;

use super::actions::{VenueError, close_venue, make_venue, save_venue};
use super::form::{RoomRow, form_of, read, rearranged, rows};
use super::venue_store::{self as store, Venue};
use super::{Room, VenueDraft};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::catalogue::VenueId;
use crate::catalogue::editing::pages::{Ways, id_of, own_organisations};
use crate::catalogue::editing::permissions::{KeepVenues, may_keep_venues};
use crate::forms::{FieldError, Form};
use crate::permit::Permit;
use crate::staff_tables::views::{VENUES, kept};
use crate::staff_tables::{Cell, Column, Listing, Row, Table};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// So many venues are on a page.
const ROWS: usize = 100;

/// Routes of venues.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/staff/venues", get(list))
        .route("/staff/venues/new", get(show_new).post(make))
        .route("/staff/venues/{venue}", get(show_venue).post(save))
        .route("/staff/venues/{venue}/close", post(close))
}

#[derive(Template)]
#[template(path = "staff/venues.html")]
struct Venues {
    page: Page,
    ways: Ways,
    list: Listing,
}

#[derive(Template)]
#[template(path = "staff/venue.html")]
struct VenuePage {
    page: Page,
    form: Form,
    action: String,
    /// To choose from for a new venue.
    organisations: Vec<(String, String)>,
    /// Whose it is, for one that is there.
    organisation: String,
    rooms: Vec<RoomRow>,
    is_new: bool,
}

/// GET /staff/venues
async fn list(State(app): State<Shared>, context: Context) -> Result<Response, AppError> {
    let actor = context.staff()?;
    let (account, now, tree) = (actor.account_id, context.now(), app.organisations.current());
    if own_organisations(actor, &tree).is_empty() {
        return Err(AppError::NotFound);
    }
    let found = app.db.read(move |tx| {
        Box::pin(async move {
            let venues = tx.all(store::LIST_VENUES, &[&account, &now]).await?;
            Ok((venues, tx.all(store::LIST_ROOMS, &[&account, &now]).await?))
        })
    });
    let (venues, rooms): (Vec<Venue>, Vec<Room>) = found.await.map_err(|error: DbError| error)?;
    let t = context.t();
    let row = |venue: &Venue| {
        let home = tree.find(venue.organisation_id);
        let rooms = rooms.iter().filter(|room| room.venue_id == venue.id);
        let rooms: Vec<String> = rooms
            .map(|room| format!("{} ({})", room.name, room.places))
            .collect();
        let cells = vec![
            Cell::new(&venue.name)
                .and(home.map_or("", |home| home.name.as_str()))
                .to(format!("/staff/venues/{}", venue.id)),
            Cell::new(&venue.address),
            Cell::new(rooms.join(", ")),
        ];
        Row::new(venue.id, cells)
    };
    let columns = vec![
        Column::new(t.get("meetings-venue-name"))
            .and(t.get("staff-organisation"))
            .by("name"),
        Column::new(t.get("meetings-address")).by("address"),
        Column::new(t.get("meetings-rooms")),
    ];
    let rows = venues.iter().map(row);
    let title = t.get("meetings-venues-title");
    let list = Listing::found(&context, Table::new("venues", &title, columns, rows), ROWS);
    if let Some(file) = list.file(&context)? {
        return Ok(file);
    }
    show(&Venues {
        page: context.page(title).dense(),
        ways: Ways::of(actor),
        list: list.kept(kept(&app, &context, VENUES).await?),
    })
}

/// A venue of the address, for those who keep the list it is on.
async fn open(
    app: &Shared,
    actor: &Arc<Actor>,
    id: &str,
) -> Result<(Permit<KeepVenues>, Venue, Vec<Room>), AppError> {
    let id: VenueId = id_of(id)?;
    let found = app.db.read(move |tx| {
        Box::pin(async move {
            let venue: Option<Venue> = tx.opt(store::FIND_VENUE, &[&id]).await?;
            Ok((venue, tx.all(store::LIST_ROOMS_OF_VENUE, &[&id]).await?))
        })
    });
    let (venue, rooms) = found.await.map_err(|error: DbError| error)?;
    let venue = venue.ok_or(AppError::NotFound)?;
    let tree = app.organisations.current();
    let permit = may_keep_venues(actor, &tree, venue.organisation_id);
    Ok((permit.ok_or(AppError::NotFound)?, venue, rooms))
}

fn new_page(
    app: &Shared,
    context: &Context,
    actor: &Actor,
    form: Form,
) -> Result<VenuePage, AppError> {
    let own = own_organisations(actor, &app.organisations.current());
    if own.is_empty() {
        return Err(AppError::NotFound);
    }
    Ok(VenuePage {
        page: context
            .page(context.t().get("meetings-venue-new-title"))
            .dense(),
        action: "/staff/venues/new".into(),
        organisations: own
            .into_iter()
            .map(|(id, name)| (id.to_string(), name))
            .collect(),
        organisation: String::new(),
        rooms: rows(&form),
        is_new: true,
        form,
    })
}

fn venue_page(app: &Shared, context: &Context, venue: &Venue, form: Form) -> VenuePage {
    let tree = app.organisations.current();
    let home = tree.find(venue.organisation_id);
    VenuePage {
        page: context.page(&venue.name).dense(),
        action: format!("/staff/venues/{}", venue.id),
        organisations: Vec::new(),
        organisation: home.map_or_else(String::new, |home| home.name.clone()),
        rooms: rows(&form),
        is_new: false,
        form,
    }
}

/// A refusal as the error of a form; other failures stay failures.
fn refusal(error: VenueError) -> Result<FieldError, AppError> {
    Ok(match error {
        VenueError::ChangedMeanwhile => FieldError::new("", "venue_changed"),
        VenueError::InUse(room, count) => FieldError::new("rooms", "room_in_use")
            .with("count", count)
            .with("room", room),
        VenueError::Database(error) => return Err(error.into()),
    })
}

/// GET /staff/venues/new
async fn show_new(State(app): State<Shared>, context: Context) -> Result<Response, AppError> {
    let actor = context.staff()?;
    let mut form = Form::new().with("add_room", "1");
    rearranged(&mut form);
    show(&new_page(&app, &context, actor, form)?)
}

/// POST /staff/venues/new
async fn make(
    State(app): State<Shared>,
    context: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    if rearranged(&mut form) {
        return show(&new_page(&app, &context, &actor, form)?);
    }
    let draft = read(&mut form, &[]);
    let tree = app.organisations.current();
    let own = own_organisations(&actor, &tree);
    let chosen: Option<OrganisationId> = match own.as_slice() {
        [(only, _)] => Some(*only),
        _ => form.value("organisation").parse().ok(),
    };
    let permit = chosen.and_then(|id| may_keep_venues(&actor, &tree, id));
    if permit.is_none() {
        form.refuse(FieldError::new("organisation", "choose"));
    }
    if let Some(permit) = permit.filter(|_| form.is_fine()) {
        match make_venue(&app.db, &permit, draft, context.now()).await {
            Ok(_) => return Ok(go_saying(&app, "/staff/venues", "staff-saved")),
            Err(error) => form.refuse(refusal(error)?),
        }
    }
    show_refused(&new_page(&app, &context, &actor, form)?)
}

/// GET /staff/venues/{venue}
async fn show_venue(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (_, venue, rooms) = open(&app, context.staff()?, &id).await?;
    let form = form_of(&VenueDraft::of(&venue, &rooms), venue.version);
    show(&venue_page(&app, &context, &venue, form))
}

/// POST /staff/venues/{venue}
async fn save(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let (permit, venue, rooms) = open(&app, &actor, &id).await?;
    if rearranged(&mut form) {
        return show(&venue_page(&app, &context, &venue, form));
    }
    let draft = read(&mut form, &rooms);
    if form.is_fine() {
        let version = form.value("version").parse().unwrap_or(0);
        match save_venue(&app.db, &permit, (venue.id, version), draft, context.now()).await {
            Ok(()) => return Ok(go_saying(&app, "/staff/venues", "staff-saved")),
            Err(error) => form.refuse(refusal(error)?),
        }
    }
    show_refused(&venue_page(&app, &context, &venue, form))
}

/// POST /staff/venues/{venue}/close
async fn close(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, .. }: PostedBy,
) -> Result<Response, AppError> {
    let (permit, venue, rooms) = open(&app, &actor, &id).await?;
    match close_venue(&app.db, &permit, venue.id, context.now()).await {
        Ok(()) => Ok(go_saying(&app, "/staff/venues", "meetings-venue-closed")),
        Err(error) => {
            let mut form = form_of(&VenueDraft::of(&venue, &rooms), venue.version);
            form.refuse(refusal(error)?);
            show_refused(&venue_page(&app, &context, &venue, form))
        }
    }
}
