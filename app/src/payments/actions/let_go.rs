//! A charge ends: what is due is let go, what was paid goes back.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::bill::{Because, Bill};
use crate::app::Shared;
use crate::catalogue::GroupId;
use crate::i18n::Translator;
use crate::letters::Kind;
use crate::payments::letters::{Facts, kinds};
use crate::payments::rules::Event;
use crate::payments::store;
use crate::payments::types::{Charge, ChargeState, Payer};

/// To a participant, and to an institution that paid.
const REFUND_DUE: (&Kind, &Kind) = (&kinds::REFUND_DUE, &kinds::INSTITUTION_REFUND_DUE);

/// Whatever was paid of it is to go back; `false` when nothing was.
pub(super) async fn withdraw(
    tx: &mut Tx<'_>,
    bill: &mut Bill<'_>,
    because: Because<'_>,
) -> Result<bool, DbError> {
    let action = "payment.refund_due";
    let charge = &bill.charge;
    if charge.state.is_open() && charge.booked_minor > 0 {
        let before = charge.state.code();
        tx.exec(store::WITHDRAW_PART, &[&charge.id, &bill.now])
            .await?;
        bill.charge.state = ChargeState::RefundDue;
        bill.charge.amount_minor = bill.charge.booked_minor;
        let states = (before, ChargeState::RefundDue.code());
        bill.note(tx, action, states, because).await?;
        return Ok(true);
    }
    let moved = bill.go(tx, Event::Withdraw, action, because).await?;
    Ok(moved.is_some())
}

/// The charge ends together with the place; `true` when it was due and nothing was paid of it.
pub(super) async fn let_go(tx: &mut Tx<'_>, bill: &mut Bill<'_>) -> Result<bool, DbError> {
    let because = Because::default();
    if withdraw(tx, bill, because).await? {
        bill.tell_who_paid(tx, REFUND_DUE, "").await?;
        return Ok(false);
    }
    let moved = bill.go(tx, Event::Waive, "payment.let_go", because).await?;
    if moved.is_some() {
        let row: database::Params<'_> = &[&bill.charge.id, &bill.now];
        tx.exec(store::MARK_LET_GO, row).await?;
        if bill.charge.payer == Payer::Institution {
            let kind = &kinds::INSTITUTION_RELEASED;
            bill.tell_institution(tx, kind, Facts::Amount).await?;
        }
    }
    Ok(moved.is_some())
}

/// The reaction to a group that is called off: whoever left it too late pays nothing after all, and gets back what was
/// paid (`spec/rules.md`: refund on cancellation by the organisation).
pub fn after_cancelling<'a>(
    tx: &'a mut Tx<'_>,
    app: Shared,
    group: GroupId,
    now: Timestamp,
) -> database::Work<'a, (), DbError> {
    Box::pin(async move {
        let left: Vec<Charge> = tx.all(store::LIST_OF_LEFT, &[&group]).await?;
        for charge in left {
            let mut bill = Bill::of(tx, &app, charge, now).await?;
            if let_go(tx, &mut bill).await? && bill.charge.payer == Payer::Participant {
                let reason = Translator::new(bill.lang).get("payments-reason-cancelled");
                let reason = reason.to_string();
                bill.tell(tx, &kinds::WAIVED, Facts::Amount, &reason)
                    .await?;
            }
        }
        Ok(())
    })
}
