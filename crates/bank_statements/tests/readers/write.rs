//! Writes statements in each format, as a bank would.

use std::fmt::Write;

use bank_statements::{DecimalMark, Entry, Statement, format_minor};

fn money(amount: i64, mark: DecimalMark) -> String {
    format_minor(amount.abs(), 2, mark)
}

fn direction(amount: i64) -> &'static str {
    if amount < 0 { "DBIT" } else { "CRDT" }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// As `camt.053.001.02`.
pub fn camt(statement: &Statement) -> String {
    let code = statement
        .currency
        .map(|it| it.to_string())
        .unwrap_or_default();
    let mut out = format!(
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>{}</IBAN></Id><Ccy>{code}</Ccy></Acct>",
        statement.account.as_deref().unwrap_or_default()
    );
    let days = [
        ("OPBD", statement.opening, statement.from),
        ("CLBD", statement.closing, statement.to),
    ];
    for (kind, amount, day) in days {
        let (amount, day) = (amount.unwrap_or_default(), day.unwrap_or_default());
        let (value, direction) = (money(amount, DecimalMark::Point), direction(amount));
        let _ = write!(
            out,
            "<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy=\"{code}\">{value}</Amt><CdtDbtInd>{direction}</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>"
        );
    }
    for entry in &statement.entries {
        let (value, way) = (
            money(entry.amount_minor, DecimalMark::Point),
            direction(entry.amount_minor),
        );
        let side = if entry.amount_minor < 0 {
            "Cdtr"
        } else {
            "Dbtr"
        };
        let text = |text: &Option<String>| escape(text.as_deref().unwrap_or_default());
        let _ = write!(
            out,
            "<Ntry><Amt Ccy=\"{code}\">{value}</Amt><CdtDbtInd>{way}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>{}</Dt></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>{}</EndToEndId></Refs><RltdPties><{side}><Nm>{}</Nm></{side}><{side}Acct><Id><IBAN>{}</IBAN></Id></{side}Acct></RltdPties><RmtInf><Ustrd>{}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>",
            entry.date,
            text(&entry.reference),
            text(&entry.counterparty),
            text(&entry.counterparty_account),
            escape(&entry.title)
        );
    }
    out + "</Stmt></BkToCstmrStmt></Document>"
}

/// As MT940 with `~20` parts of 27 characters.
pub fn mt940(statement: &Statement) -> String {
    let code = statement
        .currency
        .map(|it| it.to_string())
        .unwrap_or_default();
    let balance = |amount: Option<i64>, day: Option<jiff::civil::Date>| {
        let (amount, day) = (amount.unwrap_or_default(), day.unwrap_or_default());
        let mark = if amount < 0 { 'D' } else { 'C' };
        format!(
            "{mark}{}{code}{}",
            day.strftime("%y%m%d"),
            money(amount, DecimalMark::Comma)
        )
    };
    let mut out = format!(
        ":20:1\r\n:25:{}\r\n:28C:1\r\n:60F:{}\r\n",
        statement.account.as_deref().unwrap_or_default(),
        balance(statement.opening, statement.from)
    );
    for entry in &statement.entries {
        out += &mt940_entry(entry);
    }
    out + &format!(":62F:{}\r\n-\r\n", balance(statement.closing, statement.to))
}

fn mt940_entry(entry: &Entry) -> String {
    let mark = if entry.amount_minor < 0 { 'D' } else { 'C' };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut out = format!(
        ":61:{}{mark}{}NTRF{}//B\r\n:86:020",
        entry.date.strftime("%y%m%d%m%d"),
        money(entry.amount_minor, DecimalMark::Comma),
        text(&entry.reference)
    );
    let letters: Vec<char> = entry.title.chars().collect();
    for (number, part) in letters.chunks(27).enumerate() {
        let _ = write!(out, "~{}{}", 20 + number, part.iter().collect::<String>());
    }
    let _ = write!(
        out,
        "~32{}~38{}\r\n",
        text(&entry.counterparty),
        text(&entry.counterparty_account)
    );
    out
}

/// As 1CClientBankExchange.
pub fn one_c(statement: &Statement) -> String {
    let own = statement.account.as_deref().unwrap_or_default();
    let day = |day: jiff::civil::Date| day.strftime("%d.%m.%Y").to_string();
    let signed =
        |amount: Option<i64>| format_minor(amount.unwrap_or_default(), 2, DecimalMark::Point);
    let (from, to) = (
        day(statement.from.unwrap_or_default()),
        day(statement.to.unwrap_or_default()),
    );
    let mut out = format!(
        "1CClientBankExchange\r\nВерсияФормата=1.03\r\nКодировка=Windows\r\nДатаНачала={from}\r\nДатаКонца={to}\r\nРасчСчет={own}\r\nСекцияРасчСчет\r\nДатаНачала={from}\r\nДатаКонца={to}\r\nРасчСчет={own}\r\nНачальныйОстаток={}\r\nКонечныйОстаток={}\r\nКонецРасчСчет\r\n",
        signed(statement.opening),
        signed(statement.closing)
    );
    for entry in &statement.entries {
        let (ours, theirs, booked) = if entry.amount_minor < 0 {
            ("Плательщик", "Получатель", "ДатаСписано")
        } else {
            ("Получатель", "Плательщик", "ДатаПоступило")
        };
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let _ = write!(
            out,
            "СекцияДокумент=Платежное поручение\r\nНомер={}\r\nДата={date}\r\nСумма={}\r\n{booked}={date}\r\n{ours}Счет={own}\r\n{theirs}Счет={}\r\n{theirs}1={}\r\nНазначениеПлатежа={}\r\nКонецДокумента\r\n",
            text(&entry.reference),
            money(entry.amount_minor, DecimalMark::Point),
            text(&entry.counterparty_account),
            text(&entry.counterparty),
            entry.title,
            date = day(entry.date),
        );
    }
    out + "КонецФайла\r\n"
}

/// As CSV with an English header.
pub fn csv(statement: &Statement) -> String {
    let mut out =
        String::from("Date;Amount;Currency;Title;Counterparty;Counterparty account;Reference\r\n");
    for entry in &statement.entries {
        let quote = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let text = |text: &Option<String>| quote(text.as_deref().unwrap_or_default());
        let _ = write!(
            out,
            "{};{};{};{};{};{};{}\r\n",
            entry.date,
            format_minor(entry.amount_minor, 2, DecimalMark::Comma),
            entry.currency.map(|it| it.to_string()).unwrap_or_default(),
            quote(&entry.title),
            text(&entry.counterparty),
            text(&entry.counterparty_account),
            text(&entry.reference)
        );
    }
    out
}
