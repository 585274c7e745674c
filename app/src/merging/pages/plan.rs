//! Merging two accounts: their addresses, the dry run, the decision.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::moves;
use crate::accounts::permissions::merges_accounts;
use crate::accounts::{Actor, Role, RoleKind};
use crate::app::Shared;
use crate::audit;
use crate::families::staff::looks::{self, Glance};
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::merging::actions::{Account, Deed, MergeError, Plan, cancel_only, merge, plan};
use crate::merging::permissions::{MergeAccounts, Pair, may_merge};
use crate::merging::store::{self, ChildLine, Holder};
use crate::merging::types::{Applications, Chosen};
use crate::permit::Permit;
use crate::staff_tables::bulk::reason;
use crate::text::{clean_email, clean_text};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// Fields of a holder that can be taken from the account that goes; `workplace` stands for both ways to name one.
const FIELDS: [&str; 9] = [
    "surname",
    "given_name",
    "born_on",
    "birth_place",
    "phone",
    "street",
    "postal_code",
    "city",
    "workplace",
];

#[derive(Template)]
#[template(path = "merging/new.html")]
struct NewPage {
    page: Page,
    form: Form,
}

struct Side {
    heading: String,
    holder: Holder,
    since: String,
    children: Vec<String>,
    open: Vec<(String, String)>,
}

struct Difference {
    name: &'static str,
    label: String,
    kept: String,
    gone: String,
}

#[derive(Template)]
#[template(path = "merging/plan.html")]
struct PlanPage {
    page: Page,
    form: Form,
    sides: [Side; 2],
    moving: Vec<(String, String)>,
    differences: Vec<Difference>,
    doubled: Vec<String>,
    refusal: Option<String>,
    has_open: bool,
    /// Why the accounts were compared.
    because: String,
}

/// `GET /staff/merges/new`
pub(super) async fn page(ctx: Context) -> Result<Response, AppError> {
    if !merges_accounts(ctx.staff()?) {
        return Err(AppError::NotFound);
    }
    show(&new_page(&ctx, Form::new()))
}

fn new_page(ctx: &Context, form: Form) -> NewPage {
    NewPage {
        page: ctx.page(ctx.t().get("merging-new-title")).dense(),
        form,
    }
}

/// The role as which the actor merges.
fn acting_as(actor: &Actor) -> Option<Role> {
    let of = |kind: RoleKind| actor.roles.iter().find(|role| role.kind == kind);
    let role = of(RoleKind::InstallationAdministrator)
        .or_else(|| of(RoleKind::OrganisationAdministrator))
        .or_else(|| of(RoleKind::SupportCentre));
    role.copied()
}

/// Why the accounts are compared: what was typed before the dry run, whatever is typed beside the decision.
fn because(form: &mut Form) -> String {
    match clean_text(form.value("because"), 1_000) {
        Ok(kept) if !kept.is_empty() => kept,
        _ => reason(form),
    }
}

struct Found {
    permit: Permit<MergeAccounts>,
    plan: Plan,
}

/// Both accounts with what a merge would do, noted in the log and for the families; none when the form has an error now.
/// Whether an address outside the branch is registered is not told.
async fn find(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    form: &mut Form,
) -> Result<Option<Found>, AppError> {
    let mut read = |field: &'static str| {
        let email = clean_email(form.value(field));
        email.map_err(|problem| form.refuse(problem.on(field))).ok()
    };
    let (gone, kept) = (read("gone_email"), read("kept_email"));
    let why = because(form);
    let (Some(gone), Some(kept), true) = (gone, kept, form.is_fine()) else {
        return Ok(None);
    };
    if gone.key == kept.key {
        form.refuse(FieldError::new("kept_email", "merge_same"));
        return Ok(None);
    }
    if let Err(wait) = app.limits.look_up(actor.account_id) {
        form.refuse(wait.on("gone_email"));
        return Ok(None);
    }
    let role = acting_as(actor).ok_or(AppError::NotFound)?;
    let (by, now) = (actor.account_id, ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let one: Option<Holder> = tx.opt(store::FIND_ACCOUNT, &[&gone.key]).await?;
            let other: Option<Holder> = tx.opt(store::FIND_ACCOUNT, &[&kept.key]).await?;
            let mut inside = [false, false];
            for (place, holder) in inside.iter_mut().zip([&one, &other]) {
                if let Some(holder) = holder {
                    let row: database::Params<'_> = &[&by, &now, &holder.id];
                    let outside: i64 = tx.one(store::COUNT_OUTSIDE, row).await?;
                    let within: i64 = tx.one(store::COUNT_INSIDE, row).await?;
                    *place = outside == 0 && within > 0;
                }
            }
            let (Some(one), Some(other), [true, true]) = (one, other, inside) else {
                return Ok((inside, None));
            };
            for account in [one.id, other.id] {
                let children: Vec<ChildLine> = tx.all(store::LIST_CHILDREN, &[&account]).await?;
                for child in children {
                    let (who, what) = ((child.id, by, role), (Glance::Accounts, why.as_str()));
                    looks::glance(tx, who, what, now).await?;
                }
                audit::Entry {
                    organisation_id: role.branch,
                    reason: Some(&why),
                    ..audit::Entry::new(now, by, "account.compare", "account", account.get())
                }
                .write(tx)
                .await?;
            }
            let plan = plan(tx, (one.id, other.id), now).await?;
            Ok::<_, DbError>((inside, Some(plan)))
        })
    });
    let (inside, plan) = write.await?;
    let Some(plan) = plan else {
        for (is_there, field) in inside.into_iter().zip(["gone_email", "kept_email"]) {
            if !is_there {
                form.refuse(FieldError::new(field, "merge_not_found"));
            }
        }
        return Ok(None);
    };
    let pair = Pair {
        gone: plan.gone.holder.id,
        kept: plan.kept.holder.id,
        is_inside: true,
    };
    let Some(permit) = may_merge(actor, pair) else {
        form.refuse(FieldError::new("gone_email", "merge_own"));
        return Ok(None);
    };
    Ok(Some(Found { permit, plan }))
}

fn side(t: Translator, heading: &str, account: &Account) -> Side {
    let state = |code: &str| t.get(&format!("staff-enrolment-state-{code}")).to_string();
    let open = account.open.iter().map(|one| {
        let what = format!("{}: {} ({})", one.person, one.title, one.group_code);
        (what, state(&one.state))
    });
    let since = t.date_time(account.holder.created_at, &crate::clock::zone());
    Side {
        heading: t.get(heading).to_string(),
        holder: account.holder.clone(),
        since,
        children: account
            .children
            .iter()
            .map(|one| one.name.clone())
            .collect(),
        open: open.collect(),
    }
}

/// What goes over, by what it says of whom.
fn moving(t: Translator, plan: &Plan) -> Vec<(String, String)> {
    let all = moves(t, plan.moving.iter().copied());
    let children = plan.gone.children.len();
    let guarded = (children > 0).then(|| {
        let label = t.get("merging-moves-guardianships").to_string();
        (label, children.to_string())
    });
    guarded.into_iter().chain(all).collect()
}

/// A value as people read it; a date as the language writes one.
fn said(t: Translator, value: &str) -> String {
    let day = value.parse::<jiff::civil::Date>();
    day.map_or_else(|_| value.to_owned(), |day| t.plain_date(day))
}

fn differences(app: &Shared, t: Translator, plan: &Plan) -> Vec<Difference> {
    let tree = app.organisations.current();
    let of = |name: &str| plan.differing.iter().find(|one| one.0 == name);
    let mut all = Vec::new();
    for name in FIELDS {
        let (kept, gone) = if name == "workplace" {
            let people = (&plan.kept.person, &plan.gone.person);
            let (Some(kept), Some(gone)) = people else {
                continue;
            };
            let named = |one: &crate::people::Details| {
                let known = one.workplace_id.and_then(|id| tree.find(id));
                known.map_or_else(|| one.workplace_name.clone(), |place| place.name.clone())
            };
            (named(&kept.details), named(&gone.details))
        } else {
            match of(name) {
                Some((_, kept, gone)) => (said(t, kept), said(t, gone)),
                None => continue,
            }
        };
        if kept == gone || gone.is_empty() {
            continue;
        }
        let key = match name {
            "born_on" => "people-born".to_owned(),
            name => format!("people-{}", name.replace('_', "-")),
        };
        all.push(Difference {
            name,
            label: t.get(&key).to_string(),
            kept,
            gone,
        });
    }
    all
}

fn plan_page(app: &Shared, ctx: &Context, plan: &Plan, form: Form) -> PlanPage {
    let t = ctx.t();
    let refusal = plan.refusal.as_ref().and_then(code_of);
    let because = match form.value("because") {
        "" => form.value("reason").to_owned(),
        kept => kept.to_owned(),
    };
    PlanPage {
        because,
        page: ctx.page(t.get("merging-plan-title")).dense(),
        sides: [
            side(t, "merging-gone", &plan.gone),
            side(t, "merging-kept", &plan.kept),
        ],
        moving: moving(t, plan),
        differences: differences(app, t, plan),
        doubled: plan.doubled.clone(),
        refusal: refusal.map(|code| FieldError::new("", code).say(t)),
        has_open: !plan.gone.open.is_empty(),
        form,
    }
}

fn code_of(error: &MergeError) -> Option<&'static str> {
    match error {
        MergeError::HasRoles => Some("merge_has_roles"),
        MergeError::Asked => Some("merge_asked"),
        MergeError::Meanwhile => Some("merge_meanwhile"),
        MergeError::Database(_) => None,
    }
}

/// `POST /staff/merges/new`: the dry run.
pub(super) async fn look(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    if !merges_accounts(&actor) {
        return Err(AppError::NotFound);
    }
    match find(&app, &ctx, &actor, &mut form).await? {
        Some(found) => show(&plan_page(&app, &ctx, &found.plan, form)),
        None => show_refused(&new_page(&ctx, form)),
    }
}

/// The fields that were chosen to be taken.
fn taken(form: &Form) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for name in FIELDS.iter().filter(|name| form.has("take", name)) {
        match *name {
            "workplace" => taken.extend(["workplace_id".into(), "workplace_name".into()]),
            name => taken.push(name.to_owned()),
        }
    }
    taken
}

/// `POST /staff/merges`: `what` is `cancel_only`, `cancel` or `move`.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    if !merges_accounts(&actor) {
        return Err(AppError::NotFound);
    }
    let Some(Found { permit, plan }) = find(&app, &ctx, &actor, &mut form).await? else {
        return show_refused(&new_page(&ctx, form));
    };
    let applications = match form.value("what") {
        "move" => Some(Applications::Move),
        "cancel" | "cancel_only" => Some(Applications::Cancel),
        _ => None,
    };
    if applications.is_none() {
        form.refuse(FieldError::new("what", "choose"));
    }
    let why = reason(&mut form);
    let Some(applications) = applications.filter(|_| form.is_fine()) else {
        return show_refused(&plan_page(&app, &ctx, &plan, form));
    };
    let deed = Deed {
        chosen: Chosen {
            applications,
            taken: taken(&form),
        },
        reason: why,
        by: acting_as(&actor).and_then(|role| role.branch),
    };
    let now = ctx.now();
    let done = if form.value("what") == "cancel_only" {
        let done = cancel_only(&app, &permit, &deed, now).await;
        done.map(|_| ("/staff/merges".to_owned(), "merging-cancelled"))
    } else {
        let said = match applications {
            Applications::Cancel => "merging-done",
            Applications::Move => "merging-asked",
        };
        let done = merge(&app, &permit, &deed, now).await;
        done.map(|id| (format!("/staff/merges/{id}"), said))
    };
    match done {
        Ok((there, said)) => Ok(go_saying(&app, &there, said)),
        Err(MergeError::Database(error)) => Err(error.into()),
        Err(refusal) => {
            if let Some(code) = code_of(&refusal) {
                form.refuse(FieldError::new("", code));
            }
            show_refused(&plan_page(&app, &ctx, &plan, form))
        }
    }
}
