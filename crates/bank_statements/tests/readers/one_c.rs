//! 1CClientBankExchange.

use bank_statements::{Place, Problem, Warning, read};
use jiff::civil::date;

use crate::samples::{bytes, statement};

#[test]
fn the_sample_is_read_in_both_encodings() {
    for name in ["1c_one_day.txt", "1c_one_day_utf8.txt"] {
        let statement = statement(name);
        assert_eq!(statement.account.as_deref(), Some("40702810200000000001"));
        assert_eq!(statement.currency.unwrap().as_str(), "RUB");
        assert_eq!(
            (statement.opening, statement.closing),
            (Some(4_532_991), Some(4_414_591))
        );
        assert_eq!(
            (statement.from, statement.to),
            (Some(date(2016, 1, 11)), Some(date(2016, 1, 11)))
        );
        assert!(statement.warnings.is_empty());
        let (first, last) = (&statement.entries[0], &statement.entries[12]);
        assert_eq!((first.amount_minor, last.amount_minor), (-8_323, 2_000_000));
        assert_eq!(first.counterparty.as_deref(), Some("Some random payee"));
        assert_eq!(last.counterparty.as_deref(), Some("Some random payer"));
        assert_eq!(
            last.counterparty_account.as_deref(),
            Some("12312312312312312")
        );
        assert_eq!(last.counterparty_tax_id.as_deref(), Some("123123123123"));
        assert_eq!(
            (last.title.as_str(), last.reference.as_deref()),
            ("Some random string", Some("1"))
        );
    }
}

fn sample() -> String {
    String::from_utf8(bytes("1c_one_day_utf8.txt").to_vec()).unwrap()
}

#[test]
fn a_broken_file_says_the_line() {
    let refuse = |text: String| read(text.as_bytes(), None).unwrap_err();
    let amount = refuse(sample().replace("Сумма=199.74", "Сумма=199.7x"));
    assert_eq!(amount.place, Place::Line(54));
    assert_eq!(
        amount.problem,
        Problem::AmountInvalid {
            text: "199.7x".into()
        }
    );
    let cut = refuse(sample().replace("КонецФайла", ""));
    assert_eq!(
        cut.problem,
        Problem::CutShort {
            expected: "КонецФайла".into()
        }
    );
    let day = refuse(sample().replacen("ДатаСписано=11.01.2016", "ДатаСписано=31.02.2016", 1));
    assert_eq!(day.problem.code(), "date-invalid");
}

#[test]
fn what_is_missing_shows_in_the_balances() {
    let text = sample().replacen("Сумма=83.23", "Сумма=83.24", 1);
    let statement = read(text.as_bytes(), None).unwrap().statements.remove(0);
    assert_eq!(
        statement.warnings,
        [Warning::BalanceMismatch { difference: 1 }]
    );
}

#[test]
fn two_accounts_of_one_file_get_their_own_statements() {
    let text = "1CClientBankExchange\nВерсияФормата=1.03\nКодировка=Windows\nРасчСчет=40702810200000000001\nРасчСчет=40702978200000000002\n\
        СекцияДокумент=Платежное поручение\nНомер=7\nДата=02.03.2026\nСумма=12.00\nПлательщикСчет=40702978200000000002\n\
        ДатаПоступило=03.03.2026\nПлательщик=ИНН 1 ООО\nПолучательСчет=40702810200000000001\nНазначениеПлатежа1=За курс\nНазначениеПлатежа2=ZP-1\nКонецДокумента\nКонецФайла\n";
    let statements = read(text.as_bytes(), None).unwrap().statements;
    assert_eq!(statements[0].entries[0].amount_minor, 1_200);
    assert_eq!(statements[0].entries[0].date, date(2026, 3, 3));
    assert_eq!(statements[0].entries[0].title, "За курс ZP-1");
    assert_eq!(statements[1].entries[0].amount_minor, -1_200);
    assert_eq!(statements[1].currency.unwrap().as_str(), "EUR");
}
