//! Who merges: administrators and the support centre, where everything that both accounts have lies in their branch.

use super::types::MergeId;
use crate::accounts::permissions::merges_accounts;
use crate::accounts::{AccountId, Actor};
use crate::permit::Permit;

crate::actions! {
    /// Taking an account into another one, or cancelling what is open in it.
    pub MergeAccounts on (AccountId, AccountId);
    /// Taking a merge apart.
    pub UndoMerge on MergeId;
    /// Saying whether the applications of another account may come over.
    pub AnswerMerge on MergeId;
}

/// What a policy needs to know of the account that goes and the one that is kept.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// The account that goes.
    pub gone: AccountId,
    /// The account that is kept.
    pub kept: AccountId,
    /// Whether everything that both have lies in the branch of whoever acts.
    pub is_inside: bool,
}

/// Nobody takes an account into the own one, or the own one into another.
pub fn may_merge(actor: &Actor, pair: Pair) -> Option<Permit<MergeAccounts>> {
    let is_own = [pair.gone, pair.kept].contains(&actor.account_id);
    (merges_accounts(actor) && pair.is_inside && !is_own)
        .then(|| Permit::new(MergeAccounts(()), actor.account_id, (pair.gone, pair.kept)))
}

/// Whoever has the merge in the list takes it apart.
pub fn may_undo(actor: &Actor, is_in_reach: bool, id: MergeId) -> Option<Permit<UndoMerge>> {
    (merges_accounts(actor) && is_in_reach)
        .then(|| Permit::new(UndoMerge(()), actor.account_id, id))
}

/// The holder of the kept account answers.
pub fn may_answer(
    actor: &Actor,
    kept: Option<AccountId>,
    id: MergeId,
) -> Option<Permit<AnswerMerge>> {
    (kept == Some(actor.account_id)).then(|| Permit::new(AnswerMerge(()), actor.account_id, id))
}
