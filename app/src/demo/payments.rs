//! Payments of the demo: a paid group with charges in every state, and a statement of which two entries wait.

use anyhow::Context as _;
use database::DbError;
use jiff::{SignedDuration, Timestamp};

use super::offer::{Made, RUNS};
use super::people::Cast;
use super::town::Town;
use crate::accounts::Actor;
use crate::app::Shared;
use crate::catalogue::GroupId;
use crate::enrolment::actions::{self, Joined, To};
use crate::enrolment::payer::{Institution, Payer};
use crate::enrolment::permissions::may_join;
use crate::payments::actions::{Source, import, save_settings, sweep};
use crate::payments::permissions::may_keep_books;
use crate::payments::{Settings, charge_of, token};

const IBAN: &str = "PL61109010140000071219812874";

pub(super) async fn build(
    app: &Shared,
    cast: &Cast,
    town: &Town,
    made: &[Made],
    now: Timestamp,
) -> anyhow::Result<()> {
    let permit = may_keep_books(&cast.accountant, &app.organisations.current(), town.centre);
    let permit = permit.context("the accountant keeps the centre's books")?;
    let settings = Settings {
        iban: IBAN.into(),
        currency: "PLN".into(),
        seller_name: "Miasto Lipowiec nad Nerwią".into(),
        seller_tax_id: "5260001246".into(),
        seller_address: "Rynek 1, 83-000 Lipowiec nad Nerwią".into(),
        recipient_name: "Centrum Doskonalenia Nauczycieli".into(),
        recipient_address: "ul. Ogrodowa 4, 83-000 Lipowiec nad Nerwią".into(),
        due_days: 14,
        bank_name: String::new(),
        bank_code: String::new(),
        bank_account: String::new(),
    };
    let write = app.db.write(move |tx| {
        Box::pin(async move { save_settings(tx, &permit, (&settings, &[]), now).await })
    });
    write.await?;
    let paid = RUNS.iter().zip(made).find(|(run, _)| run.price > 0);
    let (run, group) = paid.context("a run costs something")?;
    // So long ago that some are late when the demo opens.
    let first = now - SignedDuration::from_hours(24 * 18);
    let mut titles = Vec::new();
    let people = [&cast.participant]
        .into_iter()
        .chain(cast.others.iter().take(6));
    for (number, actor) in people.enumerate() {
        let payer = match number {
            4 => Payer::Institution(Box::new(school())),
            _ => Payer::Participant,
        };
        let days = if number < 4 { 0 } else { 15 };
        let at = first + SignedDuration::from_hours(days * 24 + 3);
        titles.push(join(app, actor, group.group_id, payer, at).await?);
    }
    sweep(app, now - SignedDuration::from_hours(24 * 2)).await?;
    let (price, name) = (run.price, &cast.others[2].name);
    let entries = [
        (price, format!("Szkolenie {}", titles[1])),
        (price, titles[2].to_lowercase()),
        (price, format!("oplata za szkolenie {name}")),
        (1_250, "Odsetki za listopad".to_owned()),
    ];
    let source = Source {
        file_name: "wyciag.sta".into(),
        bytes: statement(&entries, now).into_bytes(),
        organisation: None,
        account: None,
        by: Some(cast.accountant.clone().into()),
        dry_run: false,
    };
    import(app, source, now - SignedDuration::from_hours(5)).await?;
    Ok(())
}

fn school() -> Institution {
    Institution {
        organisation_id: None,
        name: "Szkoła Podstawowa nr 2".into(),
        tax_id: "5260001246".into(),
        street: "ul. Szkolna 2".into(),
        postal_code: "83-000".into(),
        city: "Lipowiec nad Nerwią".into(),
        email: "sekretariat@sp2.example".into(),
        recipient_name: String::new(),
        recipient_address: String::new(),
    }
}

/// Joins, and answers the title of the transfer.
async fn join(
    app: &Shared,
    actor: &Actor,
    group: GroupId,
    payer: Payer,
    at: Timestamp,
) -> anyhow::Result<String> {
    let to = To {
        email: actor.email.clone(),
        lang: actor.lang,
        name: actor.name.clone(),
        payer,
    };
    let joined = actions::join(app, &may_join(actor, group), &to, at).await?;
    let (Joined::Now(id)
    | Joined::Before(id)
    | Joined::Applied(id)
    | Joined::Waiting(id)
    | Joined::Draw(id)) = joined;
    let read = app
        .db
        .read(move |tx| Box::pin(async move { charge_of(tx, id).await }));
    let charge = read.await.map_err(|error: DbError| error)?;
    let charge = charge.context("a paid place has its charge")?;
    Ok(token::title_of(charge.id))
}

/// An MT940 statement with these credits: grosze and title.
fn statement(entries: &[(i64, String)], now: Timestamp) -> String {
    let zloty = |minor: i64| format!("{},{:02}", minor / 100, minor % 100);
    let day = now.strftime("%y%m%d").to_string();
    let sum: i64 = entries.iter().map(|(minor, _)| minor).sum();
    let lines = entries.iter().zip(1..).map(|((minor, title), number)| {
        let amount = zloty(*minor);
        let month_day = &day[2..];
        format!(":61:{day}{month_day}C{amount}NTRFNONREF//B{number}\r\n:86:{title}\r\n")
    });
    let lines: String = lines.collect();
    let end = zloty(sum);
    format!(
        ":20:ZAPIS\r\n:25:{IBAN}\r\n:28C:1/1\r\n:60F:C{day}PLN0,00\r\n{lines}:62F:C{day}PLN{end}\r\n"
    )
}
