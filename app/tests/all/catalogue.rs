//! A5: all trainings on offer, found, filtered and shown; places in them.

use database::DbError;
use zapis::catalogue::places::{self, NoPlace};
use zapis::catalogue::{self, GroupId, GroupState, rules};

use crate::fixtures::warsaw;
use crate::site::{Site, on_both};

async fn take(site: &Site, id: GroupId) -> Result<i64, NoPlace> {
    let now = site.now();
    site.app
        .db
        .write(move |tx| {
            Box::pin(async move { places::take(tx, id, now).await.map(|place| place.taken) })
        })
        .await
}

on_both! {
    async fn a_place_is_taken_once_and_given_back(site: Site) {
        let training = site.training("Pierwsza pomoc").capacity(2).publish().await;
        let id = training.group_id;
        assert_eq!(take(&site, id).await, Ok(1));
        assert_eq!(take(&site, id).await, Ok(2));
        assert_eq!(take(&site, id).await, Err(NoPlace::Full));
        let back = site.app.db.write(move |tx| Box::pin(async move { places::give_back(tx, id).await })).await;
        assert_eq!(back.map(|counts| counts.taken), Ok(1));
        assert_eq!(take(&site, id).await, Ok(2));
    }

    async fn the_reason_why_there_is_no_place_is_told(site: Site) {
        let opens = warsaw("2026-11-23T09:00");
        let later = site.training("Od jutra").window("2026-11-23T09:00", "2026-11-30T20:00").publish().await;
        assert_eq!(take(&site, later.group_id).await, Err(NoPlace::NotOpenYet(opens)));
        let over = site.training("Po terminie").window("2026-11-01T09:00", "2026-11-22T10:00").publish().await;
        assert_eq!(take(&site, over.group_id).await, Err(NoPlace::Closed));
        for (state, reason) in [
            (GroupState::Draft, NoPlace::Gone),
            (GroupState::Cancelled, NoPlace::Cancelled),
            (GroupState::Running, NoPlace::Closed),
            (GroupState::Finished, NoPlace::Closed),
        ] {
            let training = site.training(state.code()).state(state).publish().await;
            assert_eq!(take(&site, training.group_id).await, Err(reason));
        }
        assert_eq!(take(&site, GroupId::new(999_999)).await, Err(NoPlace::Gone));
    }

    async fn a_group_is_loaded_with_all_that_belongs_to_it(site: Site) {
        let training = site.training("Ocenianie")
            .meeting("2026-12-01T16:00", "2026-12-01T19:15")
            .meeting("2026-12-08T16:00", "2026-12-08T19:15")
            .publish().await;
        let id = training.group_id;
        let load = site.app.db.read(move |tx| Box::pin(async move { catalogue::load_group(tx, id).await }));
        let detail = load.await.unwrap().unwrap();
        assert_eq!(detail.meetings.len(), 2);
        assert_eq!(detail.organisation.address, "ul. Ogrodowa 4, 15-001 Białystok");
        assert_eq!(rules::last_day_to_resign(&detail).unwrap().to_string(), "2026-11-28");
        assert_eq!(rules::resign_before(&detail), Some(warsaw("2026-11-29T00:00")));
        let none = site.app.db.read(|tx| Box::pin(async move { catalogue::load_group(tx, GroupId::new(0)).await }));
        assert_eq!(none.await, Ok::<_, DbError>(None));
    }

    async fn a_change_on_another_node_reaches_the_snapshot(site: Site) {
        let training = site.training("Emisja głosu").publish().await;
        let (app, id) = (&site.app, training.group_id);
        let version = app.catalogue.current().version();
        let change = app.db.write(move |tx| Box::pin(async move {
            tx.exec("UPDATE groups SET state = 'cancelled' WHERE id = $1", &[&id]).await?;
            catalogue::touch(tx).await
        }));
        change.await.unwrap();
        app.catalogue.keep_fresh(&app.db, site.now()).await.unwrap();
        let snapshot = app.catalogue.current();
        assert_eq!(snapshot.version(), version + 1);
        assert_eq!(snapshot.group(id).unwrap().detail.group.state, GroupState::Cancelled);
    }
}
