//! Who has which role in a branch: inviting, changing the end, ending.

use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;
use jiff::Timestamp;
use jiff::civil::Date;

use super::staff_list::view;
use super::{HERE, keeper, open, place_of};
use crate::accounts::{AccountId, Actor, OrganisationId, RoleKind};
use crate::app::Shared;
use crate::branches::actions::{self, NewInvitation, RoleError};
use crate::branches::letters::zone_of;
use crate::branches::permissions::{KeepStaff, keeps_branches, may_keep_staff};
use crate::branches::rules::{end_of, roles_for};
use crate::branches::types::{InvitationId, RoleId};
use crate::forms::{FieldError, Form};
use crate::permit::Permit;
use crate::secrets::Token;
use crate::text::{clean_email, parse_date_fields};
use crate::web::{AppError, Context, PostedBy, go_saying, show, show_refused};

/// The place of the page: an organisation that the actor administers, or the whole installation.
async fn place(app: &Shared, actor: &Actor, id: &str) -> Result<Option<OrganisationId>, AppError> {
    if id == "all" {
        return if actor.is_installation_administrator() {
            Ok(None)
        } else {
            Err(AppError::NotFound)
        };
    }
    let (sheet, _) = open(app, actor, id).await?;
    match sheet.closed_at {
        None => Ok(Some(sheet.id)),
        Some(_) => Err(AppError::NotFound),
    }
}

/// `GET /staff/organisations/{organisation}/staff?role=`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = keeper(&ctx)?;
    let place = place(&app, actor, &id).await?;
    let role = ctx.asked("role").and_then(|id| id.parse().ok());
    show(&view(&app, &ctx, actor, place, (Form::new(), role)).await?)
}

/// A day of three fields that may be left empty, not before `today`.
pub(super) fn read_day(form: &mut Form, field: &'static str, today: Date) -> Option<Date> {
    let part = |part: &str| form.value(&format!("{field}_{part}")).to_owned();
    let [day, month, year] = ["day", "month", "year"].map(part);
    if [&day, &month, &year]
        .iter()
        .all(|part| part.trim().is_empty())
    {
        return None;
    }
    let far = today
        .checked_add(jiff::Span::new().years(30))
        .unwrap_or(today);
    match parse_date_fields(&day, &month, &year, far) {
        Ok(day) if day >= today => return Some(day),
        Ok(_) => form.refuse(FieldError::new(field, "branch_day_past")),
        Err(problem) => form.refuse(problem.on(field)),
    }
    None
}

/// When the last day that was typed is over.
fn read_end(
    app: &Shared,
    form: &mut Form,
    place: Option<OrganisationId>,
    now: Timestamp,
) -> Option<Timestamp> {
    let zone = zone_of(app, place);
    let today = now.to_zoned(zone.clone()).date();
    read_day(form, "ends", today).map(|day| end_of(day, &zone))
}

fn read_invitation(
    app: &Shared,
    ctx: &Context,
    form: &mut Form,
    place: Option<OrganisationId>,
) -> Option<NewInvitation> {
    let email = match clean_email(form.value("email")) {
        Ok(email) => Some(email),
        Err(problem) => {
            form.refuse(problem.on("email"));
            None
        }
    };
    let role = RoleKind::from_code(form.value("role_kind"));
    let role = role.filter(|role| roles_for(place.is_none()).contains(role));
    if role.is_none() {
        form.refuse(FieldError::new("role_kind", "choose"));
    }
    let ends_at = read_end(app, form, place, ctx.now());
    let email = email?;
    if form.is_fine()
        && let Err(code) = app.limits.letter(ctx.client(), &email.key)
    {
        form.refuse(FieldError::new("", code));
    }
    let new = NewInvitation {
        email,
        role: role?,
        ends_at,
        lang: ctx.lang(),
    };
    form.is_fine().then_some(new)
}

/// What was done: the notice, and whose sign-ins are to be looked at anew; none when the form is shown again.
type Done = Option<(&'static str, Vec<AccountId>)>;

async fn invite(
    app: &Shared,
    ctx: &Context,
    permit: Permit<KeepStaff>,
    form: &mut Form,
) -> Result<Done, AppError> {
    let Some(new) = read_invitation(app, ctx, form, permit.on()) else {
        return Ok(None);
    };
    let (own, now, token) = (app.clone(), ctx.now(), Token::new(&app.random));
    let write = app.db.write(move |tx| {
        Box::pin(async move { actions::invite(tx, &own, &permit, (&new, &token), now).await })
    });
    write.await?;
    app.outbox.wake();
    Ok(Some(("staff-invited", Vec::new())))
}

async fn take_back(
    app: &Shared,
    ctx: &Context,
    permit: Permit<KeepStaff>,
    form: &Form,
) -> Result<Done, AppError> {
    let id: InvitationId = form
        .value("invitation")
        .parse()
        .map_err(|_| AppError::NotFound)?;
    let now = ctx.now();
    let write = app
        .db
        .write(move |tx| Box::pin(async move { actions::take_back(tx, &permit, id, now).await }));
    write.await.map_err(|error: DbError| error)?;
    Ok(Some(("staff-taken-back", Vec::new())))
}

async fn change(
    app: &Shared,
    ctx: &Context,
    permit: Permit<KeepStaff>,
    form: &mut Form,
) -> Result<Done, AppError> {
    let id: RoleId = form.value("role").parse().map_err(|_| AppError::NotFound)?;
    let is_end = form.value("do") == "end";
    let ends_at = if is_end {
        None
    } else {
        read_end(app, form, permit.on(), ctx.now())
    };
    if !form.is_fine() {
        return Ok(None);
    }
    let (own, now) = (app.clone(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            if is_end {
                actions::end_role(tx, &own, &permit, id, now).await
            } else {
                actions::set_end(tx, &permit, (id, ends_at), now).await
            }
        })
    });
    let code = match write.await {
        Ok(accounts) if is_end => return Ok(Some(("staff-role-ended", accounts))),
        Ok(accounts) => return Ok(Some(("staff-role-changed", accounts))),
        Err(RoleError::LastAdministrator) => "staff_last_administrator",
        Err(RoleError::Own) => "staff_own_role",
        Err(RoleError::Database(error)) => return Err(error.into()),
    };
    form.refuse(FieldError::new("", code));
    Ok(None)
}

/// `POST /staff/organisations/{organisation}/staff`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    if !keeps_branches(&actor) {
        return Err(AppError::NotFound);
    }
    let place = place(&app, &actor, &id).await?;
    let (own, _) = super::on_own_account(&app, &actor, ctx.now()).await?;
    let tree = app.organisations.current();
    let permit = may_keep_staff(&own, &tree, place).ok_or(AppError::NotFound)?;
    let done = if form.is_fine() {
        match form.value("do") {
            "invite" => invite(&app, &ctx, permit, &mut form).await?,
            "take_back" => take_back(&app, &ctx, permit, &form).await?,
            _ => change(&app, &ctx, permit, &mut form).await?,
        }
    } else {
        None
    };
    let Some((code, accounts)) = done else {
        let role = form.value("role").parse().ok();
        return show_refused(&view(&app, &ctx, &actor, place, (form, role)).await?);
    };
    let is_own = accounts.contains(&actor.account_id);
    for account in accounts {
        app.sessions.forget(account);
    }
    app.outbox.wake();
    let here = match place {
        // Whoever has ended the own role may not see the page any more.
        _ if is_own => "/my/profile".to_owned(),
        Some(id) => format!("{}/staff", place_of(id)),
        None => format!("{HERE}/all/staff"),
    };
    Ok(go_saying(&app, &here, code))
}
