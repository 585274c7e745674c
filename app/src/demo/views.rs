//! Views of the demo: filters that its staff comes back to.

use anyhow::Context as _;
use jiff::Timestamp;

use super::people::Cast;
use crate::app::Shared;
use crate::staff_tables::views::permissions::may_keep_views;
use crate::staff_tables::views::{COURSES, PAYMENTS, keep};

pub(super) async fn build(app: &Shared, cast: &Cast, now: Timestamp) -> anyhow::Result<()> {
    for (who, place, view) in [
        (
            &cast.accountant,
            PAYMENTS,
            ("Zwroty do zrobienia", "show=refunds"),
        ),
        (
            &cast.accountant,
            PAYMENTS,
            ("Płacą szkoły", "show=due&q=szkoła"),
        ),
        (
            &cast.operator,
            COURSES,
            ("Szkice do dokończenia", "state=draft"),
        ),
    ] {
        let permit = may_keep_views(who).context("staff keeps views")?;
        keep(&app.db, &permit, place, view, now).await?;
    }
    Ok(())
}
