//! The layout of the demo centre's certificates: the standard one with a sentence of the centre's own.

use std::collections::BTreeMap;

use anyhow::Context as _;
use jiff::Timestamp;

use super::people::Cast;
use super::town::Town;
use crate::app::Shared;
use crate::certificates::actions::save_layout;
use crate::certificates::layouts::{Layout, Words};
use crate::certificates::permissions::may_edit_layout;

const LINES: [(&str, &str); 3] = [
    (
        "pl",
        "Centrum działa na podstawie uchwały Rady Miejskiej nr XII/84/2016.",
    ),
    (
        "ru",
        "Центр работает на основании решения городского совета № XII/84/2016.",
    ),
    (
        "en",
        "The Centre works under resolution no. XII/84/2016 of the Town Council.",
    ),
];

pub(super) async fn build(
    app: &Shared,
    cast: &Cast,
    town: &Town,
    now: Timestamp,
) -> anyhow::Result<()> {
    let permit = may_edit_layout(
        &cast.administrator,
        &app.organisations.current(),
        town.centre,
    );
    let permit = permit.context("the administrator edits the centre's layout")?;
    let words = LINES.map(|(lang, line)| {
        let words = Words {
            lines: vec![line.to_owned()],
            ..Words::default()
        };
        (lang.to_owned(), words)
    });
    let layout = Layout {
        words: BTreeMap::from(words),
        ..Layout::default()
    };
    let write = app
        .db
        .write(move |tx| Box::pin(async move { save_layout(tx, &permit, 0, &layout, now).await }));
    write.await?;
    Ok(())
}
