//! CAMT.053 of all versions.

use bank_statements::{Place, Problem, Statement, Warning, read};
use jiff::civil::date;

use crate::samples::{file, statement};

/// A statement in EUR whose `Stmt` holds, after account and balances, what is given.
fn document(closing: &str, entries: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<n:Document xmlns:n="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><n:BkToCstmrStmt><n:Stmt><n:Id>S1</n:Id>
<n:Acct><n:Id><n:IBAN>PL61109010140000071219812874</n:IBAN></n:Id><n:Ccy>EUR</n:Ccy></n:Acct>
<n:Bal><n:Tp><n:CdOrPrtry><n:Cd>OPBD</n:Cd></n:CdOrPrtry></n:Tp><n:Amt Ccy="EUR">0</n:Amt><n:CdtDbtInd>CRDT</n:CdtDbtInd><n:Dt><n:Dt>2026-01-05</n:Dt></n:Dt></n:Bal>
<n:Bal><n:Tp><n:CdOrPrtry><n:Cd>CLBD</n:Cd></n:CdOrPrtry></n:Tp><n:Amt Ccy="EUR">{closing}</n:Amt><n:CdtDbtInd>CRDT</n:CdtDbtInd><n:Dt><n:Dt>2026-01-05</n:Dt></n:Dt></n:Bal>
{entries}</n:Stmt></n:BkToCstmrStmt></n:Document>"#
    )
}

fn entry(amount: &str, direction: &str, rest: &str) -> String {
    format!(
        r#"<n:Ntry><n:Amt Ccy="EUR">{amount}</n:Amt><n:CdtDbtInd>{direction}</n:CdtDbtInd>
<n:Sts><n:Cd>BOOK</n:Cd></n:Sts><n:BookgDt><n:DtTm>2026-01-05T23:59:59+02:00</n:DtTm></n:BookgDt>{rest}</n:Ntry>"#
    )
}

fn one(text: &str) -> Statement {
    let mut file = read(text.as_bytes(), None).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(file.statements.len(), 1);
    file.statements.remove(0)
}

#[test]
fn a_sample_is_shown_in_the_shape_that_scripts_rely_on() {
    let statement = statement("camt053.v2.minimal.xml");
    let expected = serde_json::json!({
        "account": "NL26VAYB8060476890", "currency": "EUR", "from": "2007-10-18", "to": "2007-10-18",
        "opening": 1815, "closing": null, "entries": [{
            "date": "2014-12-31", "amount_minor": 885, "currency": "EUR", "title": "4654654654654654",
            "counterparty": "NAME NAME", "counterparty_account": "NL56AGDH9619008421", "reference": null,
        }],
    });
    assert_eq!(serde_json::to_value(&statement).unwrap(), expected);
    // The closing balance of this sample is in another currency than the account.
    let other = |it: &Warning| matches!(it, Warning::BalanceInOtherCurrency { currency } if currency.as_str() == "SEK");
    assert!(statement.warnings.iter().any(other));
}

#[test]
fn several_statements_of_one_file_stay_apart() {
    let statements = file("camt053.v2.multi.statement.xml").statements;
    let numbers: Vec<_> = statements
        .iter()
        .map(|it| it.number.as_deref().unwrap())
        .collect();
    assert_eq!(
        numbers,
        ["253EURNL26VAYB8060476890", "254EURNL26VAYB8060476890"]
    );
    assert_eq!(
        (statements[1].opening, statements[1].closing),
        (Some(2_700), Some(2_000))
    );
    assert_eq!(statements[1].entries[0].title, "Transaction Description 2");
    assert_eq!(
        statements[1].entries[0].counterparty.as_deref(),
        Some("Company Name 2")
    );
    assert_eq!(
        statements[1].entries[0].reference.as_deref(),
        Some("000000002")
    );
}

#[test]
fn version_4_and_days_with_times_are_read() {
    let statement_4 = statement("camt053.v4.xml");
    assert_eq!(statement_4.account.as_deref(), Some("NL26VAYB8060476890"));
    assert_eq!(
        statement_4.entries[0].reference.as_deref(),
        Some("AAAASESS-FP-CN_98765/01")
    );
    let no_entries = statement("camt53.only-Dt-with-DtTm.xml");
    assert_eq!(no_entries.opening, Some(544_209));
    assert_eq!(no_entries.from, Some(date(2025, 7, 23)));
    assert_eq!(no_entries.currency.unwrap().as_str(), "RON");
    let no_account_currency = statement("camt053.v2.with-account-name.xml");
    assert_eq!(no_account_currency.currency.unwrap().as_str(), "EUR");
    // The only party is the holder of the account.
    assert_eq!(no_account_currency.entries[0].counterparty, None);
}

#[test]
fn a_batch_is_taken_apart_only_when_it_adds_up() {
    let part = |amount: &str, title: &str| {
        format!(
            r#"<n:TxDtls><n:Refs><n:EndToEndId>NOTPROVIDED</n:EndToEndId><n:TxId>T-{title}</n:TxId></n:Refs>
<n:Amt Ccy="EUR">{amount}</n:Amt><n:RltdPties><n:Dbtr><n:Pty><n:Nm>Jan &amp; Ewa</n:Nm></n:Pty></n:Dbtr></n:RltdPties>
<n:RmtInf><n:Ustrd>{title}</n:Ustrd><n:Ustrd>second</n:Ustrd></n:RmtInf></n:TxDtls>"#
        )
    };
    let batch = |total: &str| {
        let details = format!(
            "<n:NtryDtls><n:Btch><n:NbOfTxs>2</n:NbOfTxs></n:Btch>{}{}</n:NtryDtls><n:AddtlNtryInf>batch</n:AddtlNtryInf>",
            part("1.50", "A"),
            part("2.50", "B")
        );
        one(&document(total, &entry(total, "CRDT", &details))).entries
    };
    let apart = batch("4.00");
    let found: Vec<_> = apart
        .iter()
        .map(|it| (it.amount_minor, it.title.as_str()))
        .collect();
    assert_eq!(found, [(150, "A second"), (250, "B second")]);
    assert_eq!(apart[0].counterparty.as_deref(), Some("Jan & Ewa"));
    assert_eq!(apart[0].reference.as_deref(), Some("T-A"));
    assert_eq!(apart[0].date, date(2026, 1, 5));
    let whole = batch("4.01");
    assert_eq!(whole.len(), 1);
    assert_eq!(
        (whole[0].amount_minor, whole[0].title.as_str()),
        (401, "batch")
    );
}

#[test]
fn what_is_only_announced_is_left_out() {
    let pending = entry("5", "CRDT", "").replace("BOOK", "PDNG");
    let information =
        entry("6", "CRDT", "").replace("<n:Sts><n:Cd>BOOK</n:Cd></n:Sts>", "<n:Sts>INFO</n:Sts>");
    let statement = one(&document(
        "7",
        &format!("{pending}{}{information}", entry("7", "CRDT", "")),
    ));
    assert_eq!(statement.entries.len(), 1);
    assert_eq!(statement.warnings, [Warning::NotBooked { count: 2 }]);
}

#[test]
fn a_reversal_moves_the_balance_as_it_says_and_names_the_same_party() {
    let parties = "<n:RvslInd>true</n:RvslInd><n:NtryDtls><n:TxDtls><n:RltdPties><n:Dbtr><n:Nm>Payer</n:Nm></n:Dbtr>\
                   <n:Cdtr><n:Nm>We</n:Nm></n:Cdtr></n:RltdPties></n:TxDtls></n:NtryDtls>";
    let both = format!("{}{}", entry("9", "CRDT", ""), entry("9", "DBIT", parties));
    let statement = one(&document("0", &both));
    assert_eq!(statement.entries[1].amount_minor, -900);
    assert_eq!(statement.entries[1].counterparty.as_deref(), Some("Payer"));
    assert!(statement.warnings.is_empty());
}

#[test]
fn a_refusal_names_the_element() {
    let refuse = |text: &str| read(text.as_bytes(), None).unwrap_err();
    let bad = format!("{}{}", entry("1", "CRDT", ""), entry("1,00", "CRDT", ""));
    let error = refuse(&document("2", &bad));
    assert_eq!(error.place, Place::Path("Stmt[1]/Ntry[2]/Amt".into()));
    assert_eq!(
        error.problem,
        Problem::AmountInvalid {
            text: "1,00".into()
        }
    );
    let error = refuse(&document("2", &entry("1", "CREDIT", "")));
    assert_eq!(error.place, Place::Path("Stmt[1]/Ntry[1]/CdtDbtInd".into()));
    let error = refuse(&document(
        "2",
        &entry("1", "CRDT", "").replace("2026-01-05T", "2026-02-30T"),
    ));
    assert_eq!(error.place, Place::Path("Stmt[1]/Ntry[1]/BookgDt".into()));
    let cut = document("1", &entry("1", "CRDT", ""));
    let error = refuse(&cut[..cut.len() - 40]);
    assert_eq!(error.place, Place::Line(7));
}

#[test]
fn attacks_by_xml_are_refused() {
    let refuse = |text: &str| read(text.as_bytes(), None).unwrap_err().problem.code();
    let bomb = format!("<!DOCTYPE a [<!ENTITY b \"bb\">]>{}", document("0", ""));
    assert_eq!(refuse(&bomb), "xml-forbidden");
    assert_eq!(
        refuse(&document("0", "<n:Id>&own;</n:Id>")),
        "xml-forbidden"
    );
    assert_eq!(refuse(&document("0", &"<n:Id>".repeat(100))), "xml-too-big");
    assert_eq!(
        refuse(&document(
            "0",
            &format!("<n:Ntry>{}</n:Ntry>", "<a/>".repeat(30_000))
        )),
        "xml-too-big"
    );
    assert_eq!(refuse("<html><body/></html>"), "not-camt053");
    assert_eq!(
        refuse(&document("0", "").replace("camt.053", "camt.054")),
        "not-camt053"
    );
}
