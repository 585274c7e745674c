//! What goes on beside the requests: letters out, what has expired cleared away, the queue measured.

use std::time::Duration;

use database::DbError;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::accounts;
use crate::api;
use crate::app::Shared;
use crate::audit_chain;
use crate::branches;
use crate::certificates;
use crate::consoles;
use crate::enrolment;
use crate::families;
use crate::mail::Delivery;
use crate::materials;
use crate::outbox;
use crate::payments;
use crate::requests;

const HOUR: Duration = Duration::from_hours(1);
const SECOND: Duration = Duration::from_secs(1);
/// Trainings begin on the minute.
const MINUTE: Duration = Duration::from_mins(1);
const REMINDED: Duration = Duration::from_mins(10);
const MEASURED: Duration = Duration::from_secs(15);
const SWEPT: Duration = Duration::from_secs(5);

/// Starts all workers; each ends soon after `stopped` turns true.
///
/// # Errors
/// The settings of mail can not be understood; the sentence says what to write.
pub fn start(app: &Shared, stopped: &watch::Receiver<bool>) -> anyhow::Result<Vec<JoinHandle<()>>> {
    let letters = outbox::worker::Worker::new(app.clone(), Delivery::of(app)?, stopped.clone());
    Ok(vec![
        tokio::spawn(letters.run()),
        tokio::spawn(every(
            HOUR,
            app.clone(),
            stopped.clone(),
            "housekeeping",
            async |app| keep_house(&app).await,
        )),
        tokio::spawn(every(
            MINUTE,
            app.clone(),
            stopped.clone(),
            "drawing and starting what is due",
            async |app| {
                enrolment::actions::draw_due(&app, app.clock.now()).await?;
                enrolment::actions::start_due(&app, app.clock.now()).await?;
                Ok(())
            },
        )),
        tokio::spawn(every(
            REMINDED,
            app.clone(),
            stopped.clone(),
            "reminders and the audit chain",
            async |app| {
                let now = app.clock.now();
                enrolment::actions::remind(&app, now).await?;
                enrolment::actions::remind_undecided(&app, now).await?;
                consoles::tell_what_waits(&app, now).await?;
                audit_chain::seal(&app.db, &app.key).await
            },
        )),
        tokio::spawn(every(
            MINUTE,
            app.clone(),
            stopped.clone(),
            "mail domains, and roles that begin and end",
            async |app| {
                accounts::actions::tell_holders(&app, app.clock.now()).await?;
                branches::worker::sweep(&app, app.clock.now()).await
            },
        )),
        tokio::spawn(every(
            MINUTE,
            app.clone(),
            stopped.clone(),
            "offers and lines",
            async |app| {
                enrolment::actions::sweep(&app, app.clock.now()).await?;
                Ok(())
            },
        )),
        tokio::spawn(every(
            MINUTE,
            app.clone(),
            stopped.clone(),
            "payments",
            async |app| payments::actions::sweep(&app, app.clock.now()).await,
        )),
        tokio::spawn(every(
            MINUTE,
            app.clone(),
            stopped.clone(),
            "payments online",
            async |app| {
                payments::actions::seek_silent(&app, app.clock.now()).await?;
                payments::actions::confirm_waiting(&app, app.clock.now()).await
            },
        )),
        tokio::spawn(every(
            MEASURED,
            app.clone(),
            stopped.clone(),
            "measuring",
            async |app| outbox::worker::measure(&app).await,
        )),
        tokio::spawn(every(
            SECOND,
            app.clone(),
            stopped.clone(),
            "what is kept in memory",
            async |app| {
                app.organisations.refresh(&app.db).await?;
                app.letters.refresh(&app.db).await?;
                app.notices.refresh(&app.db, app.clock.now()).await?;
                app.catalogue.keep_fresh(&app.db, app.clock.now()).await
            },
        )),
        tokio::spawn(every(
            SWEPT,
            app.clone(),
            stopped.clone(),
            "certificates",
            async |app| certificates::worker::sweep(&app).await.map(drop),
        )),
    ])
}

/// What is done once an hour, and at the start.
///
/// # Errors
/// The database refuses; the next hour tries again.
pub async fn keep_house(app: &Shared) -> Result<(), DbError> {
    let now = app.clock.now();
    app.limits.forget_the_quiet();
    outbox::forget_texts(&app.db, now).await?;
    api::purge(&app.db, now).await?;
    requests::purge(&app.db, now).await?;
    accounts::actions::purge(&app.db, now).await?;
    families::moving::worker::sweep(app).await?;
    families::teenager::come_of_age(app, now).await?;
    families::sharing::forget_the_late(app, now).await?;
    requests::files::sweep(app).await?;
    materials::worker::sweep(app).await
}

async fn every<F>(
    pause: Duration,
    app: Shared,
    mut stopped: watch::Receiver<bool>,
    name: &'static str,
    work: F,
) where
    F: AsyncFn(Shared) -> Result<(), DbError>,
{
    loop {
        if let Err(error) = work(app.clone()).await {
            tracing::error!(%error, name, "work beside the requests failed");
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stopped.wait_for(|stopped| *stopped) => return,
        }
    }
}
