//! Materials of the demo's groups that have begun: one for everybody with a place, one that opens at the end. And what the
//! organiser wrote to a group.

use anyhow::Context as _;
use axum::body::Bytes;
use futures_util::stream;
use jiff::Timestamp;

use crate::app::Shared;
use crate::enrolment::EnrolmentState;
use crate::enrolment::permissions::KeepList;
use crate::files::{Files, MOST_BYTES, clean_file_name};
use crate::group_mail::Draft;
use crate::group_mail::actions::{prepare, send};
use crate::group_mail::permissions::may_write_to_group;
use crate::materials::actions::{New, add};
use crate::materials::permissions::may_keep_materials;
use crate::materials::{self, ROOM};
use crate::permit::Permit;

const FILES: [(&str, bool, &str); 2] = [
    (
        "Plan zajęć.txt",
        true,
        "Plan zajęć\n\n1. Po co nam to na lekcji\n2. Przykład z klasy szóstej\n3. Praca w parach\n4. Co zabieram do szkoły\n",
    ),
    (
        "Karty pracy i źródła.csv",
        false,
        "temat;dla kogo;źródło\nPraca w parach;klasy 4-6;własne\nOcena koleżeńska;klasy 7-8;własne\nKarta wyjścia;wszystkie;własne\n",
    ),
];

/// Hands the files in, as somebody who keeps the group's list.
pub(super) async fn hand_in(
    app: &Shared,
    list: &Permit<KeepList>,
    at: Timestamp,
) -> anyhow::Result<()> {
    for (name, from_start, content) in FILES {
        let found = clean_file_name(name).ok();
        let (name, kind) = found.context("the name of a file of the demo")?;
        let key = Files::new_key(ROOM, &app.random);
        let whole = Bytes::from_static(content.as_bytes());
        let pieces = stream::iter([Ok::<_, std::io::Error>(whole)]);
        let facts = app.files.receive(&key, kind, MOST_BYTES, pieces).await?;
        let new = New {
            name,
            kind,
            facts,
            key,
            from_start,
        };
        add(app, may_keep_materials(list), new, at).await?;
    }
    Ok(())
}

/// Writes to those who attend the group, with the file that is open to them.
pub(super) async fn write(
    app: &Shared,
    list: &Permit<KeepList>,
    at: Timestamp,
) -> anyhow::Result<()> {
    let group = list.on();
    let read = app
        .db
        .read(move |tx| Box::pin(materials::of_group(tx, group)));
    let open = read.await?.into_iter().filter(|file| file.from_start);
    let draft = Draft {
        form_key: data_encoding::HEXLOWER.encode(&app.random.bytes::<16>()),
        subject: "Co przynieść na następne spotkanie".to_owned(),
        body: "Dzień dobry,\nna następnym spotkaniu pracujemy w parach. Proszę wziąć jeden sprawdzian swojej klasy, bez nazwisk.\nPlan zajęć jest w załączniku.".to_owned(),
        states: vec![EnrolmentState::Attending],
        only: Vec::new(),
        files: open.map(|file| file.id).collect(),
    };
    let asked = draft.clone();
    let ready = app
        .db
        .read(move |tx| Box::pin(async move { prepare(tx, group, &asked).await }));
    let told = ready.await?.mark();
    send(app, may_write_to_group(list), draft, told, at).await?;
    Ok(())
}
