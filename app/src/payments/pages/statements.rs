//! Statements: the list of what was taken in, and the form for the next one.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use bank_statements::ReadError;
use database::DbError;

use super::{Way, bookkeeper, ways};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::payments::actions::{ImportError, Imported, Source, import};
use crate::payments::bank_store::{self, StatementLine};
use crate::payments::store;
use crate::staff_tables::views::{STATEMENTS, kept};
use crate::staff_tables::{Cell, Column, Listing, Row, Table};
use crate::text::grouped_iban;
use crate::web::{AppError, Context, Page, Uploaded, UploadedFile, show, show_refused};

/// Lines of one page.
const PER_PAGE: usize = 100;
/// The largest file that the page takes; larger ones go by the command line.
const MOST_BYTES: usize = 16 * 1024 * 1024;

#[derive(Template)]
#[template(path = "payments/staff_statements.html")]
struct Statements {
    page: Page,
    form: Form,
    ways: Vec<Way>,
    /// Whose books the viewer keeps.
    sellers: Vec<(String, String)>,
    list: Listing,
    /// What was just taken in, a line each.
    done: Vec<String>,
}

/// An account whose books somebody keeps: whose, number, currency.
type Kept = (OrganisationId, String, String);

/// An organisation as the form offers it: by its name when it has one account, else by each of them.
fn choices((id, name): &(OrganisationId, String), accounts: &[Kept]) -> Vec<(String, String)> {
    let own: Vec<&Kept> = accounts.iter().filter(|one| one.0 == *id).collect();
    if own.len() < 2 {
        return vec![(id.to_string(), name.clone())];
    }
    let each = own.iter().map(|(_, account, currency)| {
        let words = format!("{name}: {} ({currency})", grouped_iban(account));
        (format!("{id}/{account}"), words)
    });
    each.collect()
}

async fn view(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    form: Form,
    done: Vec<String>,
) -> Result<Statements, AppError> {
    let (t, now, account) = (ctx.t(), ctx.now(), actor.account_id);
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let params: database::Params<'_> = &[&account, &now];
            let lines: Vec<StatementLine> = tx.all(bank_store::LIST_STATEMENTS, params).await?;
            let sellers: Vec<(OrganisationId, String)> =
                tx.all(store::LIST_SELLERS, params).await?;
            let accounts: Vec<Kept> = tx.all(bank_store::LIST_KEPT_ACCOUNTS, params).await?;
            Ok::<_, DbError>((lines, sellers, accounts))
        })
    });
    let (lines, sellers, accounts) = read.await?;
    let tree = app.organisations.current();
    let row = |one: &StatementLine| {
        let home = one.organisation_id.and_then(|id| tree.find(id));
        let zone = home.map_or(jiff::tz::TimeZone::UTC, |home| home.time_zone.clone());
        let period = one.from_on.zip(one.to_on);
        let period = period.map_or_else(String::new, |(from, to)| t.plain_period(from, to));
        let cells = vec![
            Cell::new(grouped_iban(&one.account))
                .to(format!("/staff/payments/statements/{}", one.id)),
            Cell::new(period),
            Cell::new(&one.file_name),
            Cell::number(one.entries),
            Cell::number(one.fresh),
            Cell::number(one.booked),
            Cell::number(one.to_match),
            Cell::moment(t, one.imported_at, &zone),
        ];
        Row::new(one.id, cells)
    };
    let heads = [
        "account",
        "period",
        "file",
        "entries",
        "fresh",
        "way-booked",
        "way-queue",
        "taken-at",
    ];
    let heads = heads.map(|head| Column::new(t.get(&format!("payments-{head}"))).by(head));
    let rows = lines.iter().map(row);
    let caption = t.get("payments-statements-before");
    let table = Table::new("statements", caption, heads.into(), rows);
    let list = Listing::found(ctx, table, PER_PAGE);
    Ok(Statements {
        page: ctx.page(t.get("payments-statements-title")).dense(),
        form,
        ways: ways(app, t, actor, now, "statements").await?,
        sellers: sellers
            .iter()
            .flat_map(|seller| choices(seller, &accounts))
            .collect(),
        list: list.kept(kept(app, ctx, STATEMENTS).await?),
        done,
    })
}

/// `GET /staff/payments/statements`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = bookkeeper(&ctx)?;
    let page = view(&app, &ctx, actor, Form::new(), Vec::new()).await?;
    if let Some(file) = page.list.file(&ctx)? {
        return Ok(file);
    }
    show(&page)
}

/// `POST /staff/payments/statements`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Uploaded {
        actor,
        mut form,
        file,
    }: Uploaded,
) -> Result<Response, AppError> {
    bookkeeper(&ctx)?;
    let Some(mut file) = file else {
        form.refuse(FieldError::new("file", "file_missing"));
        return show_refused(&view(&app, &ctx, &actor, form, Vec::new()).await?);
    };
    let Some(bytes) = read(&mut file).await? else {
        file.forget().await;
        let most = MOST_BYTES / (1024 * 1024);
        form.refuse(FieldError::new("file", "statement_too_large").with("most", most));
        return show_refused(&view(&app, &ctx, &actor, form, Vec::new()).await?);
    };
    let chosen = form.value("organisation");
    let (organisation, account) = match chosen.split_once('/') {
        Some((organisation, account)) => (organisation, Some(account.to_owned())),
        None => (chosen, None),
    };
    let source = Source {
        file_name: file.name().chars().take(200).collect(),
        bytes,
        organisation: organisation.parse().ok(),
        account,
        by: Some(actor.clone()),
        dry_run: false,
    };
    match import(&app, source, ctx.now()).await {
        Ok(imported) => {
            app.outbox.wake();
            let done = said(ctx.t(), &imported);
            show(&view(&app, &ctx, &actor, Form::new(), done).await?)
        }
        Err(ImportError::Database(error)) => Err(error.into()),
        Err(error) => {
            form.refuse(refusal(ctx.t(), &error));
            show_refused(&view(&app, &ctx, &actor, form, Vec::new()).await?)
        }
    }
}

/// The content of a file; none when it is too large.
pub(super) async fn read(file: &mut UploadedFile) -> Result<Option<Vec<u8>>, AppError> {
    use futures_util::StreamExt as _;
    let mut bytes = Vec::new();
    let mut pieces = file.pieces();
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|_| AppError::Unreadable)?;
        if bytes.len() + piece.len() > MOST_BYTES {
            return Ok(None);
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(Some(bytes))
}

fn said(t: Translator, imported: &Imported) -> Vec<String> {
    let mut lines: Vec<String> = imported
        .statements
        .iter()
        .map(|one| {
            let line = t
                .get("payments-statement-taken")
                .text("account", grouped_iban(&one.account))
                .int("entries", one.entries)
                .int("fresh", one.fresh)
                .to_string();
            match one.difference {
                Some(_) => format!("{line} {}", t.get("payments-statement-difference")),
                None => line,
            }
        })
        .collect();
    let booked = t
        .get("payments-statement-booked")
        .int("count", imported.booked);
    lines.push(booked.to_string());
    lines
}

fn refusal(t: Translator, error: &ImportError) -> FieldError {
    match error {
        ImportError::Broken(broken) => {
            FieldError::new("file", "statement_broken").with("what", broken_words(t, broken))
        }
        ImportError::NotYours(account) => {
            FieldError::new("file", "statement_not_yours").with("account", grouped_iban(account))
        }
        ImportError::WhichAccount(_) | ImportError::UnknownAccount { .. } => {
            FieldError::new("organisation", "statement_which_account")
        }
        ImportError::NoAccount | ImportError::Database(_) => {
            FieldError::new("organisation", "statement_no_account")
        }
    }
}

/// Where a file is broken and what is wrong there, in the reader's language.
fn broken_words(t: Translator, error: &ReadError) -> String {
    let args = error.problem.args();
    let key = format!("payments-broken-{}", error.problem.code());
    let message = args.iter().fold(t.get(&key), |message, (name, value)| {
        message.text(name, value)
    });
    let place = match &error.place {
        bank_statements::Place::Line(line) => t.get("payments-place-line").int("line", *line),
        bank_statements::Place::Path(path) => t.get("payments-place-path").text("path", path),
        bank_statements::Place::Byte(byte) => t.get("payments-place-byte").int("byte", *byte),
    };
    format!("{place}: {message}")
}
