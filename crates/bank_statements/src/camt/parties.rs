//! One `TxDtls`: who, what for, how much.

use super::entry::own_direction;
use super::tree::Element;
use crate::money::Currency;
use crate::text::{account, clean, clean_some};

/// Which party of a transaction is the other one.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    Debtor,
    Creditor,
}

impl Side {
    /// The debtor of money that came, the creditor of money that went. `CdtDbtInd` says what happens to the balance; when
    /// it undoes an earlier transaction, the parties are that transaction's.
    pub(super) fn of(credit: bool, reversal: bool) -> Self {
        if credit == reversal {
            Self::Creditor
        } else {
            Self::Debtor
        }
    }
}

/// What is kept of a transaction.
#[derive(Default)]
pub(super) struct Details {
    /// Amount as written and its currency.
    pub(super) amount: Option<(String, Option<Currency>)>,
    /// Its own direction, where it says one.
    pub(super) credit: Option<bool>,
    /// What the payer wrote, else the bank's words.
    pub(super) title: Option<String>,
    /// The payer's reference, else the bank's.
    pub(super) reference: Option<String>,
    debtor: Party,
    creditor: Party,
}

#[derive(Default)]
struct Party {
    name: Option<String>,
    account: Option<String>,
    ours: bool,
}

impl Details {
    /// Reads a `TxDtls`; `own` is the account of the statement.
    pub(super) fn read(element: Element<'_, '_>, own: Option<&str>) -> Self {
        let amount = ["Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt"]
            .iter()
            .find_map(|path| element.find(path))
            .map(|amount| {
                let code = amount.currency().and_then(Currency::parse);
                (amount.text().to_owned(), code)
            });
        let parties = element.find("RltdPties");
        let party = |name| parties.map_or_else(Party::default, |it| Party::read(it, name, own));
        Self {
            amount,
            credit: own_direction(element),
            title: title(element),
            reference: reference(element),
            debtor: party("Dbtr"),
            creditor: party("Cdtr"),
        }
    }

    /// Name and account of the other side. Some banks give only the party of the wrong name; it is taken when its account
    /// is not the statement's.
    pub(super) fn other_side(&self, side: Side) -> (Option<String>, Option<String>) {
        let (right, left) = match side {
            Side::Debtor => (&self.debtor, &self.creditor),
            Side::Creditor => (&self.creditor, &self.debtor),
        };
        let known = right.name.is_some() || right.account.is_some();
        let party = if known || left.ours || left.account.is_none() {
            right
        } else {
            left
        };
        (party.name.clone(), party.account.clone())
    }
}

impl Party {
    /// `Dbtr` or `Cdtr` with its account; the name is in `Pty` since `.001.08`.
    fn read(parties: Element<'_, '_>, name: &str, own: Option<&str>) -> Self {
        let name_of = |party: &str| {
            let direct = parties.text_at(&format!("{party}/Nm"));
            direct.or(parties.text_at(&format!("{party}/Pty/Nm")))
        };
        let id = |rest: &str| parties.text_at(&format!("{name}Acct/Id/{rest}"));
        let account = id("IBAN").or(id("Othr/Id")).and_then(account);
        Self {
            name: name_of(name)
                .or_else(|| name_of(&format!("Ultmt{name}")))
                .and_then(clean_some),
            ours: own.is_some() && account.as_deref() == own,
            account,
        }
    }
}

/// What the payer wrote: all of `Ustrd`, else the structured reference, else the bank's words. A part of full length
/// (140 characters) goes on in the next one without a space.
fn title(element: Element<'_, '_>) -> Option<String> {
    let mut text = String::new();
    let mut full = false;
    let parts = element.find("RmtInf").map(|info| info.children());
    for part in parts
        .into_iter()
        .flatten()
        .filter(|part| part.name() == "Ustrd")
    {
        if !text.is_empty() && !full {
            text.push(' ');
        }
        text.push_str(part.text());
        full = part.text().chars().count() >= 140;
    }
    let structured = |path: &str| element.text_at(&format!("RmtInf/Strd/{path}"));
    clean_some(&text)
        .or_else(|| structured("CdtrRefInf/Ref").map(clean))
        .or_else(|| structured("AddtlRmtInf").map(clean))
        .or_else(|| element.text_at("AddtlTxInf").map(clean))
}

/// The payer's reference unless it says that there is none, else one of the banks'.
fn reference(element: Element<'_, '_>) -> Option<String> {
    ["EndToEndId", "TxId", "InstrId", "AcctSvcrRef", "UETR"]
        .iter()
        .filter_map(|name| element.text_at(&format!("Refs/{name}")))
        .find(|text| !matches!(*text, "NOTPROVIDED" | "NONREF" | "NOT PROVIDED"))
        .and_then(clean_some)
}
