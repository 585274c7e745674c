//! The demo: a city with people in every state, the same for the same seed. What happened to them happened by the same
//! actions that pages call, at the times when it would have happened.

mod announcements;
mod branches;
mod certificates;
mod children;
mod city;
mod courses;
mod files;
mod letters;
mod offer;
mod pages;
mod paper;
mod payments;
mod people;
mod requests;
pub mod store;
mod story;
mod to_decide;
mod town;
mod venues;
mod views;
mod words;

use crate::app::Shared;
use crate::clock::zone;
use crate::random::Random;
use database::DbError;

pub use pages::routes;

/// How much there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Scale {
    /// A town to click through.
    Small,
    /// 200 institutions, 3,000 groups, 100,000 children, 20,000 adults.
    City,
}

/// What everybody's password is in the demo.
pub const PASSWORD: &str = "bociany wracaja w marcu";

/// Fills an empty installation; one that has accounts stays as it is.
///
/// # Errors
/// The database refuses, or an action refused what the story wanted, which is a defect.
pub async fn build(app: &Shared, scale: Scale, seed: u64) -> anyhow::Result<()> {
    let accounts = app
        .db
        .read(|tx| Box::pin(async move { tx.one::<i64>(store::COUNT_ACCOUNTS, &[]).await }));
    if accounts.await.map_err(|error: DbError| error)? > 0 {
        return Ok(());
    }
    let zone = zone();
    let now = app.clock.now();
    let today = now.to_zoned(zone.clone()).date();
    let random = Random::seeded(seed);
    let password_hash = app.passwords.hash(&random, PASSWORD.into()).await;
    let password_hash =
        password_hash.ok_or_else(|| anyhow::anyhow!("no memory to hash a password"))?;
    let (dice, same_hash) = (random.clone(), password_hash.clone());
    let (cast, made, town) = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                let institutions = if scale == Scale::City { 200 } else { 14 };
                let town = town::build(tx, &dice, institutions, now).await?;
                let cast = people::build(tx, &dice, &town, &password_hash, 64, now).await?;
                let made = offer::build(tx, &town, &cast, today, &zone, now).await?;
                venues::build(tx, &town, &made).await?;
                Ok::<_, DbError>((cast, made, town))
            })
        })
        .await?;
    app.organisations.refresh(&app.db).await?;
    app.catalogue.refresh(&app.db, now).await?;
    certificates::build(app, &cast, &town, now).await?;
    letters::build(app, &cast, &town, now).await?;
    story::play(app, &cast, &town, &made, &random, now).await?;
    payments::build(app, &cast, &town, &made, now).await?;
    let moves = children::build(app, &cast, &town, now).await?;
    to_decide::build(app, &cast, &town, moves, now).await?;
    requests::build(app, &cast, &town, now).await?;
    views::build(app, &cast, now).await?;
    announcements::build(app, &cast, &town, now).await?;
    branches::build(app, &cast, &town, same_hash, now).await?;
    if scale == Scale::City {
        city::build(app, &random, &town, now).await?;
    }
    app.catalogue.refresh(&app.db, now).await?;
    Ok(())
}
