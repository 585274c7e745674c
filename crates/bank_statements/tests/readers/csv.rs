//! CSV exports as Polish, Russian, English and German banks write them.

use bank_statements::{
    AmountColumns, Column, CsvMapping, Currency, CurrencySource, DateFormat, DecimalMark, Place,
    Statement, Warning, guess_mapping, read,
};
use jiff::civil::date;

fn header(name: &str) -> Column {
    Column::Header(name.into())
}

fn mapping() -> CsvMapping {
    CsvMapping {
        account: Some("PL 61 1090 1014".into()),
        encoding: None,
        delimiter: ';',
        skip_lines: 0,
        has_header: true,
        date: header("data"),
        date_format: DateFormat::DayMonthYear,
        amount: AmountColumns::Signed(header("Kwota")),
        decimal_mark: DecimalMark::Comma,
        currency: CurrencySource::Fixed(Currency::parse("PLN").unwrap()),
        title: vec![header("Tytuł")],
        counterparty: None,
        counterparty_account: None,
        reference: None,
    }
}

fn one(text: &str, mapping: Option<&CsvMapping>) -> Statement {
    let mut file = read(text.as_bytes(), mapping).unwrap_or_else(|error| panic!("{error}\n{text}"));
    file.statements.remove(0)
}

fn amounts(statement: &Statement) -> Vec<i64> {
    statement
        .entries
        .iter()
        .map(|entry| entry.amount_minor)
        .collect()
}

#[test]
fn amounts_are_read_in_the_ways_that_people_write_them() {
    let rows = "DATA;Kwota;\"Tytuł\"\n05.01.2026;1 234,50;a\n5.1.26;-1.234,5;b\n05-01-2026;\u{2212}1\u{a0}234,50 zł;c\n\
                05/01/2026;7,00-;d\n05.01.2026 10:11;(8);\"e; \"\"f\"\"\"\n;;razem\n\n";
    let statement = one(rows, Some(&mapping()));
    assert_eq!(
        amounts(&statement),
        [123_450, -123_450, -123_450, -700, -800]
    );
    assert!(
        statement
            .entries
            .iter()
            .all(|entry| entry.date == date(2026, 1, 5))
    );
    assert_eq!(statement.entries[4].title, "e; \"f\"");
    assert_eq!(statement.account.as_deref(), Some("PL6110901014"));
    assert_eq!(statement.warnings, [Warning::RowsSkipped { count: 1 }]);
}

#[test]
fn a_bad_row_is_named_by_its_line() {
    let refuse = |rows: &str| {
        let error = read(rows.as_bytes(), Some(&mapping())).unwrap_err();
        (error.place, error.problem.code())
    };
    let head = "Data;Kwota;Tytuł\n05.01.2026;1,00;\"two\nlines\"\n";
    assert_eq!(
        refuse(&format!("{head}30.02.2026;1,00;x\n")),
        (Place::Line(4), "date-invalid")
    );
    assert_eq!(
        refuse(&format!("{head}05.01.2026;1,005;x\n")),
        (Place::Line(4), "amount-too-precise")
    );
    assert_eq!(
        refuse(&format!("{head}05.01.2026;1.23;x\n")),
        (Place::Line(4), "amount-invalid")
    );
    assert_eq!(
        refuse(&format!("{head};1,00;x\n")),
        (Place::Line(4), "date-invalid")
    );
    assert_eq!(
        refuse("Data;Kwota\n05.01.2026;1,00\n"),
        (Place::Line(1), "missing")
    );
}

#[test]
fn a_mapping_can_be_kept_and_name_columns_by_place() {
    let mapping = CsvMapping {
        delimiter: ',',
        skip_lines: 2,
        has_header: false,
        date: Column::Index(0),
        date_format: DateFormat::YearMonthDay,
        amount: AmountColumns::Split {
            debit: Column::Index(1),
            credit: Column::Index(2),
        },
        decimal_mark: DecimalMark::Point,
        currency: CurrencySource::Column(Column::Index(3)),
        title: vec![Column::Index(4), Column::Index(5)],
        counterparty_account: Some(Column::Index(6)),
        ..mapping()
    };
    let kept = serde_json::to_string(&mapping).unwrap();
    assert_eq!(serde_json::from_str::<CsvMapping>(&kept).unwrap(), mapping);
    let rows = "export\nof today\n2026-01-05,1.50,,JPY,a,b,x\n";
    assert_eq!(
        read(rows.as_bytes(), Some(&mapping))
            .unwrap_err()
            .problem
            .code(),
        "amount-too-precise"
    );
    let rows = "export\nof today\n2026-01-05,\"1,500\",0,JPY,a,b,'61 1090\n20260106,,-2,KWD,c,,\n";
    let statement = one(rows, Some(&mapping));
    assert_eq!(amounts(&statement), [-1_500, 2_000]);
    assert_eq!(statement.entries[0].title, "a b");
    assert_eq!(
        statement.entries[0].counterparty_account.as_deref(),
        Some("611090")
    );
    assert_eq!(statement.currency, None);
}

#[test]
fn headers_of_four_languages_are_understood() {
    let polish = "mBank S.A.\n#Klient\nJAN NOWAK\n\n#Data operacji;#Data księgowania;#Opis operacji;#Tytuł;#Nadawca/Odbiorca;#Numer konta;#Kwota;#Saldo po operacji;\n\
        2026-01-04;2026-01-05;PRZELEW;\"Kurs ZP-1\";\"JAN NOWAK\";'61109010140000071219812874';1 234,56;2 000,00;\n\
        2026-01-04;2026-01-05;OPŁATA;;;;-3,00;1 997,00;\n;;;;;;#Saldo końcowe;1 997,00;\n";
    let russian = "Дата операции;Номер документа;Дебет;Кредит;Контрагент;Счет контрагента;Назначение платежа;Валюта\n\
        05.01.2026;17;;1 234,56;ООО Ёлка;40702810200000000001;За курс ZP-1;RUB\n05.01.2026;18;3,00;;Банк;1;Комиссия;RUB\n";
    let english = "Date,Description,Payee,Amount (EUR),Reference\n05/01/2026,Course ZP-1,Jan,\"1,234.56\",R1\n25/01/2026,Fee,Bank,-3.00,R2\n";
    let german = "\u{feff}Buchungstag;Valuta;Auftraggeber/Empfänger;Verwendungszweck;Betrag;Währung\n05.01.2026;05.01.2026;Jörg;Kurs ZP-1;1.234,56;EUR\n05.01.2026;05.01.2026;Bank;Gebühr;-3,00;EUR\n";
    for (text, code) in [
        (polish, None),
        (russian, Some("RUB")),
        (english, Some("EUR")),
        (german, Some("EUR")),
    ] {
        let statement = one(text, None);
        assert_eq!(amounts(&statement), [123_456, -300], "{text}");
        assert_eq!(statement.entries[0].date, date(2026, 1, 5));
        assert!(statement.entries[0].title.contains("ZP-1"), "{text}");
        assert!(statement.entries[0].counterparty.is_some());
        assert_eq!(statement.currency.as_ref().map(Currency::as_str), code);
        assert!(statement.warnings.contains(&Warning::MappingGuessed));
    }
    let windows =
        |text: &str, encoding: &'static encoding_rs::Encoding| one_bytes(&encoding.encode(text).0);
    let in_1251 = windows(russian, encoding_rs::WINDOWS_1251);
    assert_eq!(in_1251.entries[0].counterparty.as_deref(), Some("ООО Ёлка"));
    let in_1250 = windows(polish, encoding_rs::WINDOWS_1250);
    assert_eq!(in_1250.entries[1].title, "OPŁATA");
}

fn one_bytes(bytes: &[u8]) -> Statement {
    read(bytes, None).unwrap().statements.remove(0)
}

#[test]
fn a_text_without_such_words_is_not_guessed() {
    assert_eq!(guess_mapping(b"a;b;c\n1;2;3\n"), None);
    assert_eq!(guess_mapping(b""), None);
    assert_eq!(
        read(b"a;b;c\n1;2;3\n", None).unwrap_err().problem.code(),
        "unknown-format"
    );
    assert_eq!(read(b" \n", None).unwrap_err().problem.code(), "empty");
}
