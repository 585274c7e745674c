//! Materials of the demo's groups that have begun: one for everybody with a place, one that opens at the end.

use anyhow::Context as _;
use axum::body::Bytes;
use futures_util::stream;
use jiff::Timestamp;

use crate::app::Shared;
use crate::enrolment::permissions::KeepList;
use crate::files::{Files, MOST_BYTES, clean_file_name};
use crate::materials::ROOM;
use crate::materials::actions::{New, add};
use crate::materials::permissions::may_keep_materials;
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
