//! What the columns of a bank's CSV mean: guessed from a sample, put right by a person, kept with the account, and used
//! whenever a CSV of that account is taken in.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use bank_statements::{
    AmountColumns, Column, CsvMapping, Currency, CurrencySource, DateFormat, DecimalMark,
    TextEncoding, guess_mapping,
};
use database::DbError;

use super::list::asked;
use super::settings::open;
use super::statements;
use super::{bank_store, bookkeeper};
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::payments::actions::{ManageError, save_mapping};
use crate::payments::rules::account_key;
use crate::web::{AppError, Context, Page, PostedBy, Uploaded, go_saying, show, show_refused};

/// Rows of a sample that are shown.
const SHOWN: usize = 5;
/// A column has no higher number.
const LAST_COLUMN: usize = 200;

const DELIMITERS: [(&str, char); 4] = [
    ("semicolon", ';'),
    ("comma", ','),
    ("tab", '\t'),
    ("bar", '|'),
];
const DATES: [(&str, DateFormat); 3] = [
    ("day-first", DateFormat::DayMonthYear),
    ("year-first", DateFormat::YearMonthDay),
    ("month-first", DateFormat::MonthDayYear),
];
const MARKS: [(&str, DecimalMark); 2] =
    [("comma", DecimalMark::Comma), ("point", DecimalMark::Point)];
const ENCODINGS: [TextEncoding; 6] = [
    TextEncoding::Utf8,
    TextEncoding::Utf16,
    TextEncoding::Cp1250,
    TextEncoding::Cp1251,
    TextEncoding::Cp852,
    TextEncoding::Cp866,
];

#[derive(Template)]
#[template(path = "payments/staff_columns.html")]
struct Columns {
    page: Page,
    form: Form,
    name: String,
    settings: String,
    action: String,
    /// Where a sample is handed in.
    sampling: String,
    delimiters: Vec<(&'static str, String)>,
    dates: Vec<(&'static str, String)>,
    marks: Vec<(&'static str, String)>,
    encodings: Vec<(&'static str, &'static str)>,
    /// What a sample says when it is read so; none when none was handed in.
    sample: Option<Vec<[String; 4]>>,
    can_forget: bool,
}

fn code_of<T: PartialEq>(list: &[(&'static str, T)], wanted: &T) -> &'static str {
    let found = list.iter().find(|(_, one)| one == wanted);
    found.map_or("", |(code, _)| *code)
}

fn typed(column: &Column) -> String {
    match column {
        Column::Index(index) => (index + 1).to_string(),
        Column::Header(header) => header.clone(),
    }
}

/// A mapping as its form shows it.
fn filled(mapping: &CsvMapping) -> Form {
    let some = |column: &Option<Column>| column.as_ref().map(typed).unwrap_or_default();
    let titles: Vec<String> = mapping.title.iter().map(typed).collect();
    let (amount, debit, credit) = match &mapping.amount {
        AmountColumns::Signed(column) => (typed(column), String::new(), String::new()),
        AmountColumns::Split { debit, credit } => (String::new(), typed(debit), typed(credit)),
    };
    let (currency, currency_column) = match &mapping.currency {
        CurrencySource::Column(column) => (String::new(), typed(column)),
        CurrencySource::Fixed(currency) => (currency.to_string(), String::new()),
        CurrencySource::InAmount | CurrencySource::Unknown => Default::default(),
    };
    let form = Form::new()
        .with("delimiter", code_of(&DELIMITERS, &mapping.delimiter))
        .with("skip_lines", mapping.skip_lines)
        .with("date", typed(&mapping.date))
        .with("date_format", code_of(&DATES, &mapping.date_format))
        .with("amount", amount)
        .with("debit", debit)
        .with("credit", credit)
        .with("decimal_mark", code_of(&MARKS, &mapping.decimal_mark))
        .with("currency", currency)
        .with("currency_column", currency_column)
        .with("titles", titles.join(", "))
        .with("counterparty", some(&mapping.counterparty))
        .with("counterparty_account", some(&mapping.counterparty_account))
        .with("reference", some(&mapping.reference))
        .with("encoding", mapping.encoding.map_or("", TextEncoding::name));
    if mapping.has_header {
        form.with("has_header", "yes")
    } else {
        form
    }
}

/// A column as typed: its number from 1 on, or its heading.
fn column(form: &mut Form, field: &'static str, text: &str) -> Option<Column> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    match text.parse::<usize>() {
        Ok(number) if (1..=LAST_COLUMN).contains(&number) => Some(Column::Index(number - 1)),
        Ok(_) => {
            form.refuse(FieldError::new(field, "csv_column"));
            None
        }
        Err(_) if !form.has("has_header", "yes") => {
            form.refuse(FieldError::new(field, "csv_no_header"));
            None
        }
        Err(_) => Some(Column::Header(text.to_owned())),
    }
}

fn column_of(form: &mut Form, field: &'static str) -> Option<Column> {
    let text = form.value(field).to_owned();
    column(form, field, &text)
}

fn chosen<T: Copy>(form: &Form, field: &str, list: &[(&'static str, T)]) -> Option<T> {
    let found = list.iter().find(|(code, _)| *code == form.value(field));
    found.map(|(_, one)| *one)
}

/// The mapping that was typed; none with its errors in the form.
fn read(form: &mut Form) -> Option<CsvMapping> {
    let delimiter = chosen(form, "delimiter", &DELIMITERS).unwrap_or(';');
    let skip_lines = match form.value("skip_lines").trim() {
        "" => Some(0),
        text => text.parse::<u32>().ok().filter(|lines| *lines <= 1_000),
    };
    if skip_lines.is_none() {
        form.refuse(FieldError::new("skip_lines", "number"));
    }
    let date = column_of(form, "date");
    if date.is_none() && form.error("date").is_none() {
        form.refuse(FieldError::new("date", "required"));
    }
    let (amount, debit, credit) = (
        column_of(form, "amount"),
        column_of(form, "debit"),
        column_of(form, "credit"),
    );
    let amount = match (amount, debit, credit) {
        (Some(column), None, None) => Some(AmountColumns::Signed(column)),
        (None, Some(debit), Some(credit)) => Some(AmountColumns::Split { debit, credit }),
        _ => {
            form.refuse(FieldError::new("amount", "csv_amount"));
            None
        }
    };
    let code = form.value("currency").trim().to_owned();
    let currency = match (column_of(form, "currency_column"), code.as_str()) {
        (Some(column), "") => CurrencySource::Column(column),
        (None, "") => CurrencySource::InAmount,
        (_, code) => {
            if let Some(currency) = Currency::parse(code) {
                CurrencySource::Fixed(currency)
            } else {
                form.refuse(FieldError::new("currency", "csv_currency"));
                CurrencySource::Unknown
            }
        }
    };
    let titles = form.value("titles").to_owned();
    let title: Vec<Column> = titles
        .split(',')
        .filter_map(|text| column(form, "titles", text))
        .collect();
    if title.is_empty() && form.error("titles").is_none() {
        form.refuse(FieldError::new("titles", "required"));
    }
    let named = form.value("encoding").to_owned();
    let mapping = CsvMapping {
        account: None,
        encoding: ENCODINGS.into_iter().find(|one| one.name() == named),
        delimiter,
        skip_lines: skip_lines.unwrap_or(0),
        has_header: form.has("has_header", "yes"),
        date: date?,
        date_format: chosen(form, "date_format", &DATES).unwrap_or(DateFormat::DayMonthYear),
        amount: amount?,
        decimal_mark: chosen(form, "decimal_mark", &MARKS).unwrap_or(DecimalMark::Comma),
        currency,
        title,
        counterparty: column_of(form, "counterparty"),
        counterparty_account: column_of(form, "counterparty_account"),
        reference: column_of(form, "reference"),
    };
    form.is_fine().then_some(mapping)
}

/// Which of the organisation's accounts the address names; empty is the first one.
fn account_of(ctx: &Context) -> String {
    account_key(&asked(ctx, "account"))
}

fn view(ctx: &Context, id: OrganisationId, name: String, form: Form) -> Columns {
    let (t, key) = (ctx.t(), account_of(ctx));
    let words = |kind: &str, code: &str| t.get(&format!("payments-csv-{kind}-{code}")).to_string();
    Columns {
        page: ctx.page(t.get("payments-csv-title")).dense(),
        form,
        name,
        settings: format!("/staff/payments/settings/{id}"),
        action: format!("/staff/payments/settings/{id}/csv?account={key}"),
        sampling: format!("/staff/payments/settings/{id}/csv/sample?account={key}"),
        delimiters: DELIMITERS
            .map(|(code, _)| (code, words("delimiter", code)))
            .to_vec(),
        dates: DATES.map(|(code, _)| (code, words("date", code))).to_vec(),
        marks: MARKS.map(|(code, _)| (code, words("mark", code))).to_vec(),
        encodings: ENCODINGS.map(|one| (one.name(), one.name())).to_vec(),
        sample: None,
        can_forget: false,
    }
}

/// The account of the address, and what is kept with it.
async fn find(
    app: &Shared,
    ctx: &Context,
    id: OrganisationId,
) -> Result<Option<(String, Option<String>)>, AppError> {
    let key = account_of(ctx);
    let read = app.db.read(move |tx| {
        Box::pin(async move { tx.all(bank_store::LIST_OWN_ACCOUNTS, &[&id, &key]).await })
    });
    let found: Vec<(String, Option<String>)> = read.await.map_err(|error: DbError| error)?;
    Ok(found.into_iter().next())
}

/// `GET /staff/payments/settings/{organisation}/csv`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (permit, name) = open(&app, bookkeeper(&ctx)?, &id)?;
    let id = permit.on();
    let kept = find(&app, &ctx, id).await?;
    let kept: Option<CsvMapping> = kept
        .and_then(|(_, mapping)| mapping)
        .and_then(|text| serde_json::from_str(&text).ok());
    let form = match &kept {
        Some(mapping) => filled(mapping),
        None => Form::new().with("has_header", "yes").with("skip_lines", 0),
    };
    show(&Columns {
        can_forget: kept.is_some(),
        ..view(&ctx, id, name, form)
    })
}

/// `POST /staff/payments/settings/{organisation}/csv`: keeps the mapping, or forgets it (`deed`).
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let (permit, name) = open(&app, &actor, &id)?;
    let (id, now) = (permit.on(), ctx.now());
    let is_forgotten = form.value("deed") == "forget";
    let mapping = if is_forgotten { None } else { read(&mut form) };
    if form.is_fine() {
        let account = find(&app, &ctx, id).await?;
        let account = account.map_or_else(String::new, |(account, _)| account);
        let write = app.db.write(move |tx| {
            Box::pin(
                async move { save_mapping(tx, &permit, (&account, mapping.as_ref()), now).await },
            )
        });
        match write.await {
            Ok(()) => {
                let said = if is_forgotten {
                    "payments-csv-forgotten"
                } else {
                    "payments-settings-saved"
                };
                return Ok(go_saying(
                    &app,
                    &format!("/staff/payments/settings/{id}"),
                    said,
                ));
            }
            Err(ManageError::Database(error)) => return Err(error.into()),
            Err(_) => form.refuse(FieldError::new("", "csv_no_account")),
        }
    }
    show_refused(&view(&ctx, id, name, form))
}

/// `POST /staff/payments/settings/{organisation}/csv/sample`: proposes a mapping; nothing is kept.
pub(super) async fn sample(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    Uploaded {
        actor,
        mut form,
        file,
    }: Uploaded,
) -> Result<Response, AppError> {
    let (permit, name) = open(&app, &actor, &id)?;
    let id = permit.on();
    let refused = |form: Form| show_refused(&view(&ctx, id, name.clone(), form));
    let Some(mut file) = file else {
        form.refuse(FieldError::new("file", "file_missing"));
        return refused(form);
    };
    let Some(bytes) = statements::read(&mut file).await? else {
        file.forget().await;
        form.refuse(FieldError::new("file", "csv_unknown"));
        return refused(form);
    };
    let Some(mapping) = guess_mapping(&bytes) else {
        form.refuse(FieldError::new("file", "csv_unknown"));
        return refused(form);
    };
    let rows = first_rows(ctx.t(), &bytes, &mapping);
    show(&Columns {
        sample: Some(rows),
        ..view(&ctx, id, name.clone(), filled(&mapping))
    })
}

/// Day, amount, title and the other side of the first entries.
fn first_rows(t: Translator, bytes: &[u8], mapping: &CsvMapping) -> Vec<[String; 4]> {
    let Ok(file) = bank_statements::read(bytes, Some(mapping)) else {
        return Vec::new();
    };
    let entries = file.statements.iter().flat_map(|one| {
        let currency = one.currency;
        one.entries
            .iter()
            .map(move |entry| (entry, entry.currency.or(currency)))
    });
    let row = |(entry, currency): (&bank_statements::Entry, Option<Currency>)| {
        let currency = currency.map_or_else(String::new, String::from);
        [
            t.plain_date(entry.date),
            t.money(entry.amount_minor, &currency),
            entry.title.clone(),
            entry.counterparty.clone().unwrap_or_default(),
        ]
    };
    entries.take(SHOWN).map(row).collect()
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_shows_is_read_back() {
        let bytes = "Data;Tytuł;Nadawca;Kwota;Waluta\n01.12.2026;ZP-0001;Anna Nowak;120,00;PLN\n";
        let guessed = guess_mapping(bytes.as_bytes()).expect("a mapping");
        let mut form = filled(&guessed);
        assert_eq!(read(&mut form), Some(guessed), "{:?}", form.errors());
        let mut empty = Form::new();
        assert_eq!(read(&mut empty), None);
        assert!(empty.error("date").is_some() && empty.error("amount").is_some());
        let mut headless = Form::new().with("date", "Data").with("amount", "0");
        assert_eq!(read(&mut headless), None);
        assert_eq!(
            headless.error("date").map(|one| one.code),
            Some("csv_no_header")
        );
        assert_eq!(
            headless.error("amount").map(|one| one.code),
            Some("csv_column")
        );
    }
}
