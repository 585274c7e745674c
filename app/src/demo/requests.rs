//! Messages of the demo: one with its answer, some that wait, one overdue, one handed on to the support centre, one of a
//! parent about her child.

use anyhow::Context as _;
use axum::body::Bytes;
use database::DbError;
use futures_util::stream;
use jiff::{SignedDuration, Timestamp};

use super::people::Cast;
use super::town::Town;
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::demo::paper;
use crate::families::{self, Child};
use crate::files::{Files, MOST_BYTES, clean_file_name};
use crate::i18n::Lang;
use crate::requests::actions::{NewRequest, answer, confirm, escalate, note_down, open};
use crate::requests::files::{From, NewFile, ROOM, attach};
use crate::requests::permissions::{may_answer, may_keep_template};
use crate::requests::templates::{NewTemplate, save};
use crate::requests::{Request, RequestId, RequestKind, store};

/// Who writes, from where, in which language, what kind of thing, about what, what.
type Written = (
    &'static str,
    &'static str,
    Lang,
    RequestKind,
    &'static str,
    &'static str,
);

const PARKING: Written = (
    "Barbara Mielnik",
    "b.mielnik@poczta.example",
    Lang::Pl,
    RequestKind::Other,
    "Dojazd na szkolenie",
    "Dzień dobry,\nczy przy ośrodku można zostawić samochód na cały dzień?",
);
const LANGUAGE: Written = (
    "Игорь Савельев",
    "savelev@pochta.example",
    Lang::Ru,
    RequestKind::Other,
    "Обучение на русском языке",
    "Здравствуйте! Будут ли весной группы на русском языке?",
);
const MAILBOX: Written = (
    "Dariusz Wilga",
    "d.wilga@poczta.example",
    Lang::Pl,
    RequestKind::ReplaceEmail,
    "Nie mam dostępu do starej skrzynki",
    "Dzień dobry,\nkonto mam na adres z poprzedniej pracy i nie mogę już odbierać tam poczty.",
);
const REGISTERED: Written = (
    "Елена Соколова",
    "e.sokolova@pochta.example",
    Lang::Ru,
    RequestKind::AlreadyRegistered,
    "Ребёнок уже зарегистрирован",
    "Здравствуйте! Система пишет, что сын уже есть, но я его не вносила. Наверное, это сделала бабушка.",
);

async fn write(
    app: &Shared,
    to: OrganisationId,
    (name, email, lang, kind, subject, text): Written,
    at: Timestamp,
) -> anyhow::Result<Request> {
    let new = NewRequest {
        organisation_id: to,
        account_id: None,
        name: name.into(),
        email: email.into(),
        lang,
        subject: subject.into(),
        text: text.into(),
        kind,
        person_id: None,
        trap: String::new(),
    };
    let app = app.clone();
    let db = app.db.clone();
    let work = db.write(move |tx| {
        Box::pin(async move {
            let id = open(tx, &app, &new, at).await?;
            let at = at + SignedDuration::from_mins(5);
            confirm(tx, &app, id, at)
                .await
                .map_err(|_| DbError::NotFound)?;
            tx.one::<Request>(store::FIND_REQUEST, &[&id]).await
        })
    });
    Ok(work.await.map_err(|error: DbError| error)?)
}

pub(super) async fn build(
    app: &Shared,
    cast: &Cast,
    town: &Town,
    now: Timestamp,
) -> anyhow::Result<()> {
    let ago = |hours: i64| now - SignedDuration::from_hours(hours);
    let parking = write(app, town.centre, PARKING, ago(30)).await?;
    write(app, town.centre, LANGUAGE, ago(4)).await?;
    write(app, town.youth, MAILBOX, ago(24 * 9)).await?;
    let registered = write(app, town.youth, REGISTERED, ago(50)).await?;
    about_a_child(app, cast, town, ago(20)).await?;

    let tree = app.organisations.current();
    let permit = may_answer(&cast.operator, &tree, &parking);
    let permit = permit.context("the operator answers the centre's messages")?;
    keep_template(app, cast, town, ago(40)).await?;
    let up = may_answer(&cast.installer, &tree, &registered);
    let up = up.context("the administrator answers the institution's messages")?;
    let own = app.clone();
    let (answered, noted, handed) = (ago(6), ago(27), ago(26));
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let text = "Dzień dobry,\ntak: parking jest za budynkiem, wjazd od ul. Lipowej.";
            answer(tx, &own, &permit, text, answered).await?;
            note_down(tx, &up, "Babcia potwierdziła przez telefon, że wpisała wnuka.", noted).await?;
            let tried = "Родители сравнили документы с нами, имя и дата совпадают. Кабинет бабушки мы объединить не можем.";
            escalate(tx, &own, &up, tried, handed).await
        })
    });
    Ok(work.await?)
}

async fn about_a_child(
    app: &Shared,
    cast: &Cast,
    town: &Town,
    at: Timestamp,
) -> anyhow::Result<()> {
    let parent = cast.parent.account_id;
    let read = app.db.read(move |tx| {
        Box::pin(async move { tx.all(families::store::LIST_OF_ACCOUNT, &[&parent]).await })
    });
    let children: Vec<Child> = read.await.map_err(|error: DbError| error)?;
    let Some(child) = children.first() else {
        return Ok(());
    };
    let written = (
        cast.parent.name.as_str(),
        cast.parent.email.as_str(),
        "Drugie imię z błędem",
        "Dzień dobry,\nw drugim imieniu brakuje jednej litery. Akt urodzenia mogę przynieść we wtorek.",
    );
    let new = NewRequest {
        organisation_id: town.youth,
        account_id: Some(parent),
        name: written.0.into(),
        email: written.1.into(),
        lang: Lang::Pl,
        subject: written.2.into(),
        text: written.3.into(),
        kind: RequestKind::CorrectChild,
        person_id: Some(child.id),
        trap: String::new(),
    };
    let own = app.clone();
    let work = app
        .db
        .write(move |tx| Box::pin(async move { open(tx, &own, &new, at).await }));
    let id = work.await.map_err(|error: DbError| error)?;
    hand_in(app, id, at + SignedDuration::from_mins(4)).await
}

/// The parent attaches a scan.
async fn hand_in(app: &Shared, id: RequestId, at: Timestamp) -> anyhow::Result<()> {
    let (name, kind) = clean_file_name("Akt urodzenia.pdf")
        .ok()
        .context("a name of the demo")?;
    let key = Files::new_key(ROOM, &app.random);
    let whole = Bytes::from(paper::scan("Odpis aktu urodzenia"));
    let pieces = stream::iter([Ok::<_, std::io::Error>(whole)]);
    let facts = app.files.receive(&key, kind, MOST_BYTES, pieces).await?;
    let words = format!("Plik: {name}");
    let file = NewFile {
        name,
        kind,
        size: i64::try_from(facts.size)?,
        hash: facts.hash,
        key,
    };
    Ok(attach(app, From::Asker(id), (file, words), at).await?)
}

/// What the centre answers again and again.
async fn keep_template(
    app: &Shared,
    cast: &Cast,
    town: &Town,
    at: Timestamp,
) -> anyhow::Result<()> {
    let tree = app.organisations.current();
    let permit = may_keep_template(&cast.operator, &tree, Some(town.centre));
    let permit = permit.context("the operator keeps the centre's templates")?;
    let new = NewTemplate {
        organisation_id: Some(town.centre),
        kind: String::new(),
        name: "Prosimy przyjść z dokumentem".into(),
        texts: [
            "Dzień dobry, {name}!\nProsimy przyjść z dokumentem tożsamości: {organisation}, {hours}. Telefon: {phone}.".into(),
            "Здравствуйте, {name}!\nПриходите с документом, удостоверяющим личность: {organisation}, {hours}. Телефон: {phone}.".into(),
            "Dear {name},\nplease come with an identity document: {organisation}, {hours}. Telephone: {phone}.".into(),
        ],
    };
    let work = app
        .db
        .write(move |tx| Box::pin(async move { save(tx, &permit, (None, &new), at).await }));
    work.await.map_err(|error: DbError| error)?;
    Ok(())
}
