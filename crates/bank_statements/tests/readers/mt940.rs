//! MT940 as several banks write it.

use bank_statements::{Place, Problem, Statement, Warning, read};
use jiff::civil::date;

use crate::samples::statement;

fn one(text: &str) -> Statement {
    let mut file = read(text.as_bytes(), None).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(file.statements.len(), 1);
    file.statements.remove(0)
}

/// A statement with one credit of 10.00 and that description.
fn described(description: &str) -> Statement {
    one(&format!(
        ":20:1\r\n:25:PL61109010140000071219812874\r\n:28C:1/1\r\n:60F:C260105PLN0,00\r\n\
         :61:2601050105CN10,00NTRFNONREF//B1\r\n:86:{description}\r\n:62F:C260105PLN10,00\r\n-\r\n"
    ))
}

#[test]
fn mbank_names_account_name_title_and_number_in_its_own_words() {
    let statement = statement("mt940_mBank_mt940.sta");
    assert_eq!(
        statement.account.as_deref(),
        Some("PL29114010810000267002001002")
    );
    assert_eq!(statement.currency.unwrap().as_str(), "PLN");
    assert_eq!((statement.opening, statement.closing), (Some(40), Some(43)));
    assert_eq!(statement.number.as_deref(), Some("1/1"));
    assert_eq!(
        (statement.from, statement.to),
        (Some(date(2017, 1, 19)), Some(date(2017, 1, 19)))
    );
    let entry = &statement.entries[0];
    assert_eq!(entry.title, "PRZELEW SRODKOW");
    assert_eq!(entry.counterparty.as_deref(), Some("JAN NOWAK"));
    assert_eq!(
        entry.counterparty_account.as_deref(),
        Some("56114010810000267002001001")
    );
    assert_eq!(entry.reference.as_deref(), Some("179171073864111.010001"));
}

#[test]
fn a_number_broken_into_two_lines_is_one_number() {
    let statement = statement("mt940_mBank_with_newline_in_tnr.sta");
    let references: Vec<_> = statement
        .entries
        .iter()
        .map(|it| it.reference.as_deref().unwrap())
        .collect();
    assert_eq!(
        references,
        ["179301073837502.000001", "179301073844398.000001"]
    );
    let title = "_FAKTURA VAT NR FVD-0000/02/2017 A AAAAA AAAAAA UL. AAAAAAAAAAA 220/22";
    assert_eq!(statement.entries[0].title, title);
}

#[test]
fn sberbank_puts_numbered_lines_of_its_own() {
    let statement = statement("mt940_sberbank_171011_01234945.sta");
    assert_eq!(statement.account.as_deref(), Some("1966315302010001"));
    assert_eq!(
        (statement.opening, statement.closing),
        (Some(62_731_130), Some(61_787_430))
    );
    let entry = &statement.entries[1];
    assert_eq!(entry.amount_minor, -346_000);
    assert_eq!(
        entry.counterparty.as_deref(),
        Some("ERGO Eletbiztosito Zrt.")
    );
    assert_eq!(
        entry.counterparty_account.as_deref(),
        Some("109180010000002595841185")
    );
    assert_eq!(entry.reference, None);
}

#[test]
fn fragments_are_read_with_a_warning() {
    let broken_lines = statement("mt940_self-provided_sparkassen.sta");
    assert_eq!(broken_lines.entries[0].title, "Test");
    assert_eq!(broken_lines.entries[0].date, date(2018, 11, 26));
    assert_eq!(
        broken_lines.warnings,
        [Warning::AccountUnknown, Warning::CurrencyUnknown]
    );
    let balance = statement("mt940_betterplace_missing_crlf_at_end.sta");
    assert_eq!(balance.closing, Some(4_257_004));
    assert_eq!(balance.to, Some(date(2010, 3, 23)));
}

#[test]
fn german_parts_are_put_together_as_they_were_taken_apart() {
    let statement = described(
        "166?00GUTSCHR. UEBERWEISUNG?109392?20EREF+ORDER 17?21SVWZ+Kurs ZP-1234567-K  und?22 noch ein W\r\n\
         ort?30BYLADEMM?31DE99700500000000012345?32Finanzamt Muenchen Abteilun?33g Erhebung?34992",
    );
    let entry = &statement.entries[0];
    assert_eq!(entry.title, "Kurs ZP-1234567-K und noch ein Wort");
    assert_eq!(
        entry.counterparty.as_deref(),
        Some("Finanzamt Muenchen Abteilung Erhebung")
    );
    assert_eq!(
        entry.counterparty_account.as_deref(),
        Some("DE99700500000000012345")
    );
    assert_eq!(entry.reference.as_deref(), Some("ORDER 17"));
}

#[test]
fn polish_parts_begin_with_other_signs() {
    for sign in ['~', '<', '^'] {
        let text = "020~00VE02\r\n~20Opłata za kurs ZP-00012~21345-X\r\n~3010901014~310000071219812874~32JAN NOWAK\
                    ~33UL. PROSTA 1~38PL61109010140000071219812874"
            .replace('~', &sign.to_string());
        let entry = described(&text).entries.remove(0);
        assert_eq!(entry.title, "Opłata za kurs ZP-00012 345-X");
        assert_eq!(
            entry.counterparty.as_deref(),
            Some("JAN NOWAK UL. PROSTA 1")
        );
        assert_eq!(
            entry.counterparty_account.as_deref(),
            Some("PL61109010140000071219812874")
        );
    }
    let in_29 = described("020~00VE02~20Czesne~2961109010140000071219812874~32JAN")
        .entries
        .remove(0);
    assert_eq!(in_29.title, "Czesne");
    assert_eq!(
        in_29.counterparty_account.as_deref(),
        Some("61109010140000071219812874")
    );
}

#[test]
fn polish_letters_are_read_in_each_encoding_of_banks() {
    let utf8 = ":20:1\n:25:PL1\n:28C:1\n:60F:C260105PLN0,00\n:61:2601050105CN1,00NTRFNONREF\n\
                :86:020~20Zażółć gęślą jaźń, ŁÓDŹ~32Świętosława Żółkiewska\n:62F:C260105PLN1,00\n-\n";
    let cp852 = |text: &str| -> Vec<u8> {
        let known = "ąĄćĆęĘłŁńŃóÓśŚźŹżŻ".chars().zip([
            0xa5, 0xa4, 0x86, 0x8f, 0xa9, 0xa8, 0x88, 0x9d, 0xe4, 0xe3, 0xa2, 0xe0, 0x98, 0x97,
            0xab, 0x8d, 0xbe, 0xbd,
        ]);
        let known: Vec<(char, u8)> = known.collect();
        let byte = |c: char| {
            known
                .iter()
                .find(|(k, _)| *k == c)
                .map_or(c as u8, |(_, byte)| *byte)
        };
        text.chars().map(byte).collect()
    };
    let (windows, _, _) = encoding_rs::WINDOWS_1250.encode(utf8);
    for bytes in [utf8.as_bytes().to_vec(), windows.into_owned(), cp852(utf8)] {
        let statement = read(&bytes, None).unwrap().statements.remove(0);
        assert_eq!(statement.entries[0].title, "Zażółć gęślą jaźń, ŁÓDŹ");
        assert_eq!(
            statement.entries[0].counterparty.as_deref(),
            Some("Świętosława Żółkiewska")
        );
    }
    let russian = utf8
        .replace("Zażółć gęślą jaźń, ŁÓDŹ", "Оплата за курс")
        .replace("Świętosława Żółkiewska", "Ёлкина Юлия");
    let (windows, _, _) = encoding_rs::WINDOWS_1251.encode(&russian);
    let statement = read(&windows, None).unwrap().statements.remove(0);
    assert_eq!(statement.entries[0].title, "Оплата за курс");
}

#[test]
fn blocks_of_swift_and_several_statements_are_read() {
    let text = "{1:F01ASNBNL21XXXX0000000000}{2:O940ASNBNL21XXXXN}{3:}{4:\r\n:20:0\r\n:25:NL81ASNB9999999999\r\n\
                :28C:1/1\r\n:60F:C200101EUR444,29\r\n:61:2001010101D65,00NOVBNONREF\r\n:86:x\r\n:62F:C200101EUR379,29\r\n-}{5:}\r\n\
                {1:F01ASNBNL21XXXX0000000000}{2:O940ASNBNL21XXXXN}{3:}{4::20:0\r\n:25:NL81ASNB9999999999\r\n\
                :28C:2/1\r\n:60F:C200102EUR379,29\r\n:62F:C200102EUR379,29\r\n-}{5:}\r\n";
    let statements = read(text.as_bytes(), None).unwrap().statements;
    let numbers: Vec<_> = statements
        .iter()
        .map(|it| it.number.as_deref().unwrap())
        .collect();
    assert_eq!(numbers, ["1/1", "2/1"]);
    assert_eq!(statements[0].entries[0].amount_minor, -6_500);
    assert!(statements.iter().all(|it| it.warnings.is_empty()));
}

#[test]
fn reversals_take_back_and_the_year_turns() {
    let text = ":20:1\n:25:1\n:28C:1\n:60F:C261231EUR10,00\n:61:2701021231RC4,NTRFA\n:86:\n:61:2612310101RD1,5NTRFB\n:62F:C270101EUR7,50\n";
    let statement = one(text);
    let found: Vec<_> = statement
        .entries
        .iter()
        .map(|it| (it.date, it.amount_minor))
        .collect();
    assert_eq!(found, [(date(2026, 12, 31), -400), (date(2027, 1, 1), 150)]);
    assert_eq!(statement.balance_difference(), Some(0));
}

#[test]
fn decimals_follow_the_currency() {
    let of = |code: &str, amount: &str| {
        let text = format!(
            ":20:1\n:25:1\n:28C:1\n:60F:C260105{code}0,\n:61:260105C{amount}NTRFA\n:62F:C260105{code}{amount}\n"
        );
        read(text.as_bytes(), None)
            .map(|mut file| file.statements.remove(0).entries[0].amount_minor)
    };
    assert_eq!(of("JPY", "1234,"), Ok(1_234));
    assert_eq!(of("KWD", "1,234"), Ok(1_234));
    assert_eq!(of("PLN", "1,2"), Ok(120));
    let precise = of("JPY", "1,5").unwrap_err();
    assert_eq!(
        (precise.place, precise.problem.code()),
        (Place::Line(5), "amount-too-precise")
    );
    let large = of("PLN", "999999999999999999999,00").unwrap_err();
    assert_eq!(large.problem.code(), "amount-too-large");
}

#[test]
fn a_file_that_was_cut_or_mixed_up_is_refused() {
    let cut = ":20:1\n:25:1\n:28C:1\n:60F:C260105PLN0,00\n:61:260105C1,00NTRFA\n:86:x\n";
    let error = read(cut.as_bytes(), None).unwrap_err();
    assert_eq!(error.place, Place::Line(6));
    assert_eq!(
        error.problem,
        Problem::CutShort {
            expected: ":62F:".into()
        }
    );
    let mixed = ":20:1\n:25:1\n:60F:C260105PLN0,00\n:61:260105C1,00NTRFA\n:25:166?00X\n:62F:C260105PLN1,00\n";
    let error = read(mixed.as_bytes(), None).unwrap_err();
    assert_eq!(
        (error.place, error.problem.code()),
        (Place::Line(5), "unexpected")
    );
}
