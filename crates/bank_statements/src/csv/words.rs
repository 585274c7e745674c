//! The words of CSV headers in Polish, Russian, English and German, as [`super::table::heading`] writes them.

/// What a column can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Date,
    Amount,
    Debit,
    Credit,
    Currency,
    Title,
    Counterparty,
    CounterpartyAccount,
    Reference,
}

const ROLES: [Role; 9] = [
    Role::Date,
    Role::Amount,
    Role::Debit,
    Role::Credit,
    Role::Currency,
    Role::Title,
    Role::Counterparty,
    Role::CounterpartyAccount,
    Role::Reference,
];

impl Role {
    /// Its headings, the likeliest first.
    fn words(self) -> impl Iterator<Item = &'static str> {
        let words = match self {
            Self::Date => DATE,
            Self::Amount => AMOUNT,
            Self::Debit => DEBIT,
            Self::Credit => CREDIT,
            Self::Currency => CURRENCY,
            Self::Title => TITLE,
            Self::Counterparty => COUNTERPARTY,
            Self::CounterpartyAccount => COUNTERPARTY_ACCOUNT,
            Self::Reference => REFERENCE,
        };
        words.split(';')
    }
}

const DATE: &str = "data księgowania;data ksiegowania;booking date;posting date;buchungstag;buchungsdatum;\
    buchung;дата проводки;дата операции;дата проведения;дата документа;data operacji;\
    data transakcji;transaction date;date;datum;дата;data;completed date;started date;\
    value date;valuta;data waluty";
const AMOUNT: &str = "kwota operacji;kwota transakcji;kwota w walucie rachunku;kwota;amount;betrag;umsatz;\
    сумма операции;сумма в валюте счета;сумма;transaction amount;wartość";
const DEBIT: &str = "obciążenia;obciążenie;kwota obciążenia;wypływy;wydatki;debit;debit amount;debits;soll;\
    ausgaben;belastung;дебет;сумма по дебету;списание;расход;paid out;money out;withdrawal;\
    withdrawals";
const CREDIT: &str = "uznania;uznanie;kwota uznania;wpływy;credit;credit amount;credits;haben;einnahmen;\
    gutschrift;кредит;сумма по кредиту;зачисление;поступление;приход;paid in;money in;deposit;\
    deposits";
const CURRENCY: &str = "waluta;waluta operacji;currency;währung;waehrung;валюта;ccy";
const TITLE: &str = "tytuł operacji;tytuł;tytułem;tytul;szczegóły transakcji;opis transakcji;opis operacji;opis;\
    title;verwendungszweck;buchungstext;назначение платежа;назначение;описание;\
    описание операции;payment reference;description;details;purpose;remittance information;\
    narrative;memo";
const COUNTERPARTY: &str = "nadawca/odbiorca;nadawca / odbiorca;dane kontrahenta;nazwa kontrahenta;kontrahent;\
    odbiorca/zleceniodawca;nazwa nadawcy;nadawca;counterparty;counterparty name;payee;payer;\
    name;beguenstigter/zahlungspflichtiger;auftraggeber/empfänger;auftraggeber / begünstigter;\
    zahlungspflichtiger;auftraggeber;контрагент;наименование контрагента;плательщик;\
    корреспондент";
const COUNTERPARTY_ACCOUNT: &str = "nr rachunku kontrahenta;numer rachunku kontrahenta;rachunek kontrahenta;\
    numer konta kontrahenta;konto kontrahenta;nr rachunku;numer rachunku;numer konta;\
    counterparty account;counterparty iban;account number;kontonummer/iban;kontonummer;iban;\
    счет контрагента;номер счета контрагента;счет плательщика;номер счета";
const REFERENCE: &str = "nr transakcji;numer transakcji;numer referencyjny;nr referencyjny;referencje;transaction id;\
    transaction reference;reference;bank reference;referenz;kundenreferenz;end to end referenz;\
    kundenreferenz end to end;номер документа;референс;номер";

/// The place of the likeliest column: one with that very heading, else one whose heading begins with the words.
pub(super) fn find(headings: &[String], role: Role) -> Option<usize> {
    let position = |fits: &dyn Fn(&str, &str) -> bool| {
        role.words()
            .find_map(|word| headings.iter().position(|heading| fits(heading, word)))
    };
    let begins = |heading: &str, word: &str| {
        let rest = heading.strip_prefix(word);
        rest.is_some_and(|rest| rest.starts_with(' ')) && !is_other(heading, role)
    };
    position(&|heading, word| heading == word).or_else(|| position(&begins))
}

/// A heading that begins like this role's but is exactly another's, as `data waluty` or `kwota obciążenia`.
fn is_other(heading: &str, role: Role) -> bool {
    let exactly = |other: &Role| *other != role && other.words().any(|word| word == heading);
    ROLES.iter().any(exactly)
}

/// All columns with exactly such a heading, in the order of the table; else the likeliest.
pub(super) fn find_all(headings: &[String], role: Role) -> Vec<usize> {
    let exact = |heading: &String| role.words().any(|word| word == heading);
    let found: Vec<usize> = headings
        .iter()
        .enumerate()
        .filter(|(_, heading)| exact(heading))
        .map(|(index, _)| index)
        .collect();
    if found.is_empty() {
        find(headings, role).into_iter().collect()
    } else {
        found
    }
}

/// How many roles have a column; zero without a day and an amount.
pub(super) fn score(headings: &[String]) -> usize {
    let has = |role: Role| find(headings, role).is_some();
    let amount = has(Role::Amount) || (has(Role::Debit) && has(Role::Credit));
    if !has(Role::Date) || !amount {
        return 0;
    }
    ROLES.into_iter().filter(|role| has(*role)).count()
}
