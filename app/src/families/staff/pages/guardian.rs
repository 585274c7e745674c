//! Whether a second guardian is let in: who asks, for which child, and what shows that they may.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::decided::Decided;
use super::record::Pair;
use super::zone;
use crate::accounts::{AccountId, Actor, OrganisationId};
use crate::app::Shared;
use crate::families::staff::actions::{Answer, AnswerError, answer_asking};
use crate::families::staff::guardian_store::{self as own, Asking, Proof};
use crate::families::staff::looks;
use crate::families::staff::permissions::{LetInGuardian, may_let_in_guardian};
use crate::families::staff::staff_store::LIST_GUARDIANS;
use crate::families::staff::types::GuardianLine;
use crate::families::types::{Child, GuardianshipState};
use crate::forms::{FieldError, Form};
use crate::people::PersonId;
use crate::permit::Permit;
use crate::staff_tables::bulk::reason;
use crate::text::mask_email;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "families/staff_guardian.html")]
struct GuardianPage {
    page: Page,
    form: Form,
    child: String,
    here: String,
    lines: Vec<Pair>,
    /// How the account stands: a code, sent back with the decision.
    state: &'static str,
    /// Whoever was not let in before can only be let in.
    may_refuse: bool,
    proofs: Vec<(&'static str, String)>,
    /// Somebody was let in meanwhile.
    decided: Option<Decided>,
}

/// An account that asks to act for a child, as somebody may decide about it.
struct Asked {
    child: Child,
    one: Asking,
    others: Vec<GuardianLine>,
    permit: Permit<LetInGuardian>,
    by: Option<OrganisationId>,
}

/// The child with the account that asks, or was answered; the look is noted. Children of others, and accounts that never asked, are
/// not there.
async fn load(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    (id, account): (&str, &str),
) -> Result<Asked, AppError> {
    let id: PersonId = id.parse().map_err(|_| AppError::NotFound)?;
    let account: AccountId = account.parse().map_err(|_| AppError::NotFound)?;
    let (own_app, actor, now) = (app.clone(), actor.clone(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let opened = looks::look(tx, &own_app, &actor, id, now).await?;
            let tree = own_app.organisations.current();
            let on = (id, opened.child.state, account);
            let permitted = may_let_in_guardian(&actor, &tree, on, &opened.place);
            let (permit, by) = permitted.ok_or(DbError::NotFound)?;
            Ok::<_, DbError>(Asked {
                one: tx.one(own::FIND_ASKING, &[&id, &account]).await?,
                others: tx.all(LIST_GUARDIANS, &[&id]).await?,
                child: opened.child,
                permit,
                by,
            })
        })
    });
    Ok(write.await?)
}

fn view(ctx: &Context, asked: &Asked, form: Form) -> GuardianPage {
    let (t, one) = (ctx.t(), &asked.one);
    let title = t.get("children-guardian-title").text("name", &one.name);
    let name = asked.child.known.name();
    let line = |key: &str, value: String| (t.get(key).to_string(), value);
    let holding = asked.others.iter().filter(|one| one.state == "holds");
    let holding: Vec<&str> = holding.map(|one| one.name.as_str()).collect();
    let holding = match holding.as_slice() {
        [] => t.get("children-guardian-nobody").to_string(),
        names => names.join(", "),
    };
    let mut lines = vec![
        line("children-guardian-who", one.name.clone()),
        line("children-guardian-address", mask_email(&one.email)),
        line("children-asked", t.date_time(one.asked_at, &zone())),
        line("children-guardian-has", holding),
    ];
    let is_refused = one.state == GuardianshipState::Refused;
    if let Some(at) = one.decided_at.filter(|_| is_refused) {
        let said = t.get("children-guardian-refused-by");
        let said = said.text("name", &one.decided_by);
        let said = said.text("when", t.date_time(at, &zone())).to_string();
        lines.push(line("children-guardian-before", said));
    }
    let proof = |one: &Proof| {
        let key = format!("children-proof-{}", one.code().replace('_', "-"));
        (one.code(), t.get(&key).to_string())
    };
    let holds = one.state == GuardianshipState::Holds;
    let decided = || Decided::new(t, "children-decided-holds", &one.decided_by, one.decided_at);
    GuardianPage {
        decided: holds.then(decided),
        page: ctx.page(title.text("child", &name)).dense(),
        here: format!("/staff/children/{}", asked.child.id),
        child: name,
        lines,
        state: one.state.code(),
        may_refuse: !is_refused,
        proofs: Proof::ALL.iter().map(proof).collect(),
        form,
    }
}

/// `GET /staff/children/{child}/guardians/{account}`: every view is noted.
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path((id, account)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let asked = load(&app, &ctx, ctx.staff()?, (&id, &account)).await?;
    show(&view(&ctx, &asked, Form::new()))
}

/// What was decided; a document is asked for where somebody is let in. None where something is missing.
fn read(form: &mut Form, by: Option<OrganisationId>) -> Option<Answer> {
    let deed = form.value("deed").to_owned();
    if !["let_in", "refuse"].contains(&deed.as_str()) {
        form.refuse(FieldError::new("deed", "choose"));
    }
    let proof = Proof::from_code(form.value("proof")).filter(|_| deed == "let_in");
    if deed == "let_in" && proof.is_none() {
        form.refuse(FieldError::new("proof", "choose"));
    }
    let reason = reason(form);
    // Without it nobody has seen how the account stands.
    let seen = GuardianshipState::from_code(form.value("state"));
    let answer = Answer {
        seen: seen.unwrap_or(GuardianshipState::Ended),
        proof,
        reason,
        by,
    };
    form.is_fine().then_some(answer)
}

/// `POST /staff/children/{child}/guardians/{account}`: `deed` is `let_in` or `refuse`.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path((id, account)): Path<(String, String)>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let asked = load(&app, &ctx, &actor, (&id, &account)).await?;
    if asked.one.state == GuardianshipState::Holds {
        form.refuse(FieldError::new("", "decided_meanwhile"));
        return show_refused(&view(&ctx, &asked, form));
    }
    let Some(answer) = read(&mut form, asked.by) else {
        return show_refused(&view(&ctx, &asked, form));
    };
    match answer_asking(&app, &asked.permit, &answer, ctx.now()).await {
        Ok(()) => {
            let said = if answer.proof.is_some() {
                "children-let-in"
            } else {
                "children-not-let-in"
            };
            let there = format!("/staff/children/{}", asked.child.id);
            Ok(go_saying(&app, &there, said))
        }
        Err(AnswerError::Meanwhile) => {
            // How it stands now.
            let asked = load(&app, &ctx, &actor, (&id, &account)).await?;
            form.refuse(FieldError::new("", "guardian_meanwhile"));
            show_refused(&view(&ctx, &asked, form))
        }
        Err(AnswerError::Database(error)) => Err(error.into()),
    }
}
