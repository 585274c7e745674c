//! A7, A17: accounts of any kind, in several currencies, and statements that name neither account nor currency.

use zapis::accounts::RoleKind;
use zapis::payments::token;

use crate::fixtures::Training;
use crate::payments::join_and_pay_oneself;
use crate::site::{Answer, Browser, Site, on_both};

const STATEMENTS: &str = "/staff/payments/statements";
/// The accounts of the samples, with their currencies; the first one is the centre's own.
const ACCOUNTS: [(&str, &str); 6] = [
    ("40702810200000000001", "RUB"),
    ("1966315302010001", "HUF"),
    ("PL29 1140 1081 0000 2670 0200 1002", "PLN"),
    ("NL26 VAYB 8060 4768 90", "EUR"),
    ("CH28 0123 4000 1234 5678 9", "CHF"),
    ("GB33 BUKB 2020 1555 5555 55", "GBP"),
];

async fn administrator(site: &Site) -> Browser {
    let kind = RoleKind::InstallationAdministrator;
    let mut admin = site
        .staff("Marek Wilk", "marek@city.example", kind, None)
        .await;
    admin.get("/?lang=en").await;
    admin
}

/// Says that the training's organisation is paid on these accounts.
async fn owns(admin: &mut Browser, training: &Training, accounts: &[(&str, &str)]) -> Answer {
    let address = format!("/staff/payments/settings/{}", training.organisation_id);
    let mut fields = vec![
        ("due_days".to_owned(), "7"),
        ("seller_name".to_owned(), "Miasto"),
        ("seller_tax_id".to_owned(), "5260001246"),
        ("seller_address".to_owned(), "ul. Słonimska 1"),
    ];
    for (number, (account, currency)) in (1..).zip(accounts) {
        let (one, other) = match number {
            1 => ("iban".to_owned(), "currency".to_owned()),
            _ => (format!("account_{number}"), format!("currency_{number}")),
        };
        fields.push((one, account));
        fields.push((other, currency));
    }
    admin.get(&address).await.is(200);
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), *value))
        .collect();
    admin.post(&address, &fields).await
}

async fn hand_in(browser: &mut Browser, organisation: &str, name: &str, bytes: &[u8]) -> Answer {
    browser.get(STATEMENTS).await.is(200);
    let fields = [("organisation", organisation)];
    browser.upload(STATEMENTS, &fields, (name, bytes)).await
}

fn sample(name: &str) -> Vec<u8> {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../crates/bank_statements/tests/data"
    );
    std::fs::read(format!("{folder}/{name}")).unwrap()
}

on_both! {
    async fn every_sample_is_taken_in_by_whoever_owns_its_account(site: Site) {
        let training = site.training("Ocenianie").publish().await;
        let mut admin = administrator(&site).await;
        owns(&mut admin, &training, &ACCOUNTS).await.goes_to("/staff/payments/settings");
        let home = training.organisation_id;
        admin.get(&format!("/staff/payments/settings/{home}")).await.is(200)
            .says("4070 2810 2000 0000 0001").says("GB33 BUKB 2020 1555 5555 55");
        for name in ["1c_one_day.txt", "camt053.v2.minimal.xml", "camt053.v2.multi.statement.xml",
            "camt053.v2.with-account-name.xml", "camt053.v4.xml", "camt53.only-Dt-with-DtTm.xml", "mt940_mBank_mt940.sta",
            "mt940_mBank_with_newline_in_tnr.sta", "mt940_sberbank_171011_01234945.sta"] {
            hand_in(&mut admin, "", name, &sample(name)).await.is(200).says("The statement is taken in");
        }
        hand_in(&mut admin, "", "a", &sample("1c_one_day_utf8.txt")).await.is(200).says("13 entries, 0 of them new");
        // These name no account: one says which of them it is.
        for name in ["mt940_betterplace_empty_86.sta", "mt940_betterplace_missing_crlf_at_end.sta", "mt940_self-provided_sparkassen.sta"] {
            hand_in(&mut admin, "", name, &sample(name)).await.is(422).says("Choose whose statement it is.");
            let chosen = format!("{home}/NL26VAYB8060476890");
            admin.get(STATEMENTS).await.says(&chosen);
            hand_in(&mut admin, &chosen, name, &sample(name)).await.is(200);
        }
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries WHERE currency = ''").await, 0);
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries WHERE organisation_id IS NULL").await, 0);
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries WHERE account_key = '26VAYB8060476890' AND currency = 'EUR' \
            AND booked_on LIKE '2018%'").await, 1, "the entry without a currency has the account's");
    }

    async fn an_entry_without_a_currency_has_the_accounts(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
        join_and_pay_oneself(&mut anna, &training).await;
        let title = token::title_of(site.charge().await);
        let text = format!("Data;Kwota;Tytuł\n22.11.2026;120,00;{title}\n");
        let mut admin = administrator(&site).await;
        owns(&mut admin, &training, &[("61 1090 1014 0000 0712 1981 2874", "PLN")]).await.is(303);
        let home = training.organisation_id.to_string();
        hand_in(&mut admin, &home, "a.csv", text.as_bytes()).await.is(200).says("1 entry, 1 of it new").says("1 payment was booked by itself");
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries WHERE currency = 'PLN'").await, 1);
        anna.get("/my/payments").await.says("Paid. Thank you.");
    }

    async fn an_entry_that_was_kept_without_a_currency_is_filled_by_the_next_import(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        site.is_paid_at(&training).await;
        let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
        join_and_pay_oneself(&mut anna, &training).await;
        let title = token::title_of(site.charge().await);
        let text = format!("Data;Kwota;Tytuł\n22.11.2026;120,00;{title}\n23.11.2026;1,00;Odsetki\n");
        let mut admin = administrator(&site).await;
        let home = training.organisation_id.to_string();
        hand_in(&mut admin, &home, "a.csv", text.replace("120,00", "120,01").as_bytes()).await.is(200);
        site.sql("UPDATE statement_entries SET currency = '' WHERE id > $1", 0).await;
        // The one whose mark is another comes anew; the other one is known and gets its currency.
        hand_in(&mut admin, &home, "a.csv", text.as_bytes()).await.is(200).says("2 entries, 1 of them new");
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries WHERE currency = '' AND amount_minor = 100").await, 0);
    }

    async fn a_charge_is_paid_on_the_account_in_its_currency(site: Site) {
        let mut euro = site.training("Ocenianie").price(9_000);
        euro.group.currency = "EUR".into();
        let euro = euro.publish().await;
        let mut roubles = site.training("Metody").price(50_000);
        roubles.group.currency = "RUB".into();
        let roubles = roubles.publish().await;
        let accounts = [("61 1090 1014 0000 0712 1981 2874", "PLN"), ("NL26VAYB8060476890", "EUR"), ("40702810200000000001", "RUB")];
        let mut admin = administrator(&site).await;
        owns(&mut admin, &euro, &accounts).await.is(303);
        let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
        join_and_pay_oneself(&mut anna, &euro).await;
        anna.get("/my/payments").await.is(200).says("90\u{a0}€").says("NL26 VAYB 8060 4768 90").says("class=\"transfer-code\"");
        join_and_pay_oneself(&mut anna, &roubles).await;
        anna.get("/my/payments").await.says("500\u{a0}₽").says("4070 2810 2000 0000 0001");
        let title = token::title_of(site.charge().await);
        let text = format!(":20:Z\r\n:25:40702810200000000001\r\n:28C:1/1\r\n:60F:C261122RUB0,00\r\n:61:2611221122C500,00NTRFNONREF\r\n\
            :86:{title}\r\n:62F:C261122RUB500,00\r\n");
        assert_eq!(site.takes_in(&text).await.booked, 1);
    }

    async fn accounts_are_refused_one_by_one(site: Site) {
        let training = site.training("Ocenianie").publish().await;
        let mut admin = administrator(&site).await;
        let own = "61 1090 1014 0000 0712 1981 2874";
        owns(&mut admin, &training, &[(own, "PLN"), ("abc", "PLN")]).await.is(422).says("This is no valid account number").says("value=\"abc\"");
        owns(&mut admin, &training, &[(own, "PLN"), (own, "EUR")]).await.is(422).says("This account is here already.");
        owns(&mut admin, &training, &[(own, "XXX")]).await.is(422);
        assert_eq!(site.number("SELECT COUNT(*) FROM payment_accounts").await, 0);
        owns(&mut admin, &training, &[(own, "PLN"), ("NL26VAYB8060476890", "EUR")]).await.is(303);
        owns(&mut admin, &training, &[("NL26VAYB8060476890", "EUR")]).await.is(303);
        assert_eq!(site.number("SELECT COUNT(*) FROM payment_accounts").await, 1);
    }

    async fn the_page_asks_which_of_several_accounts(site: Site) {
        let training = site.training("Ocenianie").publish().await;
        let mut admin = administrator(&site).await;
        owns(&mut admin, &training, &[("61 1090 1014 0000 0712 1981 2874", "PLN"), ("NL26VAYB8060476890", "EUR")]).await.is(303);
        let text = "Data;Kwota;Tytuł\n22.11.2026;120,00;Odsetki\n".as_bytes();
        let home = training.organisation_id.to_string();
        hand_in(&mut admin, &home, "a.csv", text).await.is(422).says("there are several. Choose the account.");
        assert_eq!(site.number("SELECT COUNT(*) FROM statements").await, 0);
        hand_in(&mut admin, &format!("{home}/NL26VAYB8060476890"), "a.csv", text).await.is(200).says("1 entry, 1 of it new");
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries WHERE currency = 'EUR'").await, 1);
    }

    async fn roubles_have_a_code_once_the_bank_is_named(site: Site) {
        let mut roubles = site.training("Metody").price(50_000);
        roubles.group.currency = "RUB".into();
        let roubles = roubles.publish().await;
        let mut admin = administrator(&site).await;
        let account = "40702810200000000001";
        owns(&mut admin, &roubles, &[(account, "RUB")]).await.is(303);
        let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
        join_and_pay_oneself(&mut anna, &roubles).await;
        anna.get("/my/payments").await.is(200).says("4070 2810 2000 0000 0001").says_not("class=\"transfer-code\"");
        let address = format!("/staff/payments/settings/{}", roubles.organisation_id);
        let form = |account: &'static str, code: &'static str, correspondent: &'static str| [
            ("due_days", "7"), ("seller_name", "Центр"), ("seller_tax_id", "7707083893"), ("seller_address", "Москва"),
            ("iban", account), ("currency", "RUB"), ("bank_name", "ПАО Сбербанк"), ("bank_code", code), ("bank_account", correspondent),
        ];
        let right = "30101810400000000225";
        for (fields, said) in [
            (form(account, "04452522", right), "nine digits"),
            (form(account, "044525225", ""), "Fill this in."),
            (form(account, "044525225", "30101810500000000225"), "begins with 301 and fits the BIC"),
            (form("40702810300000000001", "044525225", right), "does not fit the BIC"),
        ] {
            admin.get(&address).await.is(200);
            admin.post(&address, &fields).await.is(422).says(said).says("ПАО Сбербанк");
        }
        admin.get(&address).await;
        admin.post(&address, &form(account, "044525225", right)).await.is(303);
        admin.get(&address).await.is(200).says("value=\"044525225\"");
        anna.get("/my/payments").await.is(200).says("class=\"transfer-code\"");
        let charge = site.charge().await;
        let paper = anna.get(&format!("/my/payments/{charge}/pro-forma.pdf")).await;
        assert_eq!((paper.status, paper.kind.as_str()), (200, "application/pdf"));
    }
}
