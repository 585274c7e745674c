//! The tools that solve a request, opened with the child already chosen.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::Actor;
use crate::accounts::permissions::merges_accounts;
use crate::app::Shared;
use crate::families;
use crate::families::letters::Guardian;
use crate::families::staff::actions::open_known;
use crate::families::staff::looks;
use crate::families::staff::permissions::may_find_child;
use crate::people::PersonId;
use crate::requests::kinds::RequestKind;
use crate::requests::types::Request;

/// What can be opened from a request.
#[derive(Default)]
pub(super) struct Tools {
    /// Where a child is sought; none for those who may not.
    pub(super) find: Option<String>,
    /// The name of the child that it is about.
    pub(super) child: Option<String>,
    /// Whether its page has to be opened first: it is of another branch.
    pub(super) is_shut: bool,
    /// Address, key of its name, and whether it is the one for this kind of request.
    pub(super) links: Vec<(String, &'static str, bool)>,
    /// A tool each: the address, and for whose account it is.
    pub(super) emails: Vec<(String, String)>,
}

/// What may be opened from a request.
pub(super) async fn find(
    tx: &mut Tx<'_>,
    app: &Shared,
    (actor, request): (&Actor, &Request),
    now: Timestamp,
) -> Result<Tools, DbError> {
    let find = format!(
        "/staff/children/find?then=/staff/requests/{}/child",
        request.id
    );
    let mut tools = Tools {
        find: may_find_child(actor).map(|_| find),
        ..Tools::default()
    };
    if merges_accounts(actor) {
        let is_it = request.kind == RequestKind::CancelledApplication;
        let link = ("/staff/merges/new".to_owned(), "requests-tool-merge", is_it);
        tools.links.push(link);
    }
    let Some(id) = request.person_id else {
        return Ok(tools);
    };
    let opened = match looks::open(tx, app, actor, id, now).await {
        Ok(opened) => opened,
        Err(DbError::NotFound) => {
            tools.is_shut = tools.find.is_some();
            return Ok(tools);
        }
        Err(error) => return Err(error),
    };
    tools.child = Some(opened.child.known.name());
    let own = format!("/staff/children/{id}");
    let all = [
        ("", "requests-tool-child", RequestKind::AlreadyRegistered),
        (
            "/correct",
            "requests-tool-correct",
            RequestKind::CorrectChild,
        ),
        (
            "/municipality",
            "requests-tool-municipality",
            RequestKind::ChangeMunicipality,
        ),
    ];
    for (part, key, kind) in all {
        tools
            .links
            .push((format!("{own}{part}"), key, request.kind == kind));
    }
    let guardians: Vec<Guardian> = tx.all(families::store::LIST_GUARDIANS, &[&id]).await?;
    let email = |one: Guardian| {
        (
            format!("{own}/guardians/{}/email", one.account_id),
            one.name,
        )
    };
    tools.emails = guardians.into_iter().map(email).collect();
    Ok(tools)
}

/// Opens the page of the child that a request names for whoever answers it.
pub(super) async fn open(
    tx: &mut Tx<'_>,
    app: &Shared,
    (actor, child): (&Actor, Option<PersonId>),
    reason: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    let (permit, role) = may_find_child(actor).ok_or(DbError::NotFound)?;
    let child = child.ok_or(DbError::NotFound)?;
    open_known(tx, app, (&permit, role, actor), (child, reason), now).await
}
