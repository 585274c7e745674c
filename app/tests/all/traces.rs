//! `traces`: the log of what staff did is a chain; what was changed, removed or slipped in is found and named.

use jiff::SignedDuration;
use zapis::audit::Entry;
use zapis::audit_chain::{Fault, seal, verify};

use crate::site::{Site, on_both};

async fn notes(site: &Site, action: &'static str, count: i64) {
    let now = site.now();
    let work = site.app.db.write(move |tx| {
        Box::pin(async move {
            for id in 0..count {
                let entry = Entry {
                    reason: Some("Because."),
                    ..Entry::new(now, None, action, "group", id)
                };
                entry.write(tx).await?;
            }
            Ok::<_, database::DbError>(())
        })
    });
    work.await.unwrap();
}

async fn fault(site: &Site) -> Option<Fault> {
    verify(&site.app.db, &site.app.key).await.unwrap().fault
}

async fn opening(site: &Site) -> i64 {
    notes(site, "group.edit", 1_200).await;
    seal(&site.app.db, &site.app.key).await.unwrap();
    site.number("SELECT MIN(id) FROM audit").await
}

on_both! {
    async fn the_log_is_a_chain_that_grows(site: Site) {
        let none = verify(&site.app.db, &site.app.key).await.unwrap();
        assert_eq!((none.links, none.fault), (0, None));
        opening(&site).await;
        let first = verify(&site.app.db, &site.app.key).await.unwrap();
        assert_eq!((first.links, first.fault), (1_200, None));
        // Whoever seals at the same moment adds nothing twice.
        notes(&site, "group.publish", 700).await;
        let (db, key) = (&site.app.db, &site.app.key);
        let (one, other) = tokio::join!(seal(db, key), seal(db, key));
        one.unwrap();
        other.unwrap();
        seal(db, key).await.unwrap();
        let second = verify(db, key).await.unwrap();
        assert_eq!((second.links, second.fault), (1_900, None));
        assert_ne!(first.head, second.head);
        // What is not sealed yet is no fault.
        site.app.clock.advance(SignedDuration::from_hours(3));
        notes(&site, "group.cancel", 1).await;
        assert_eq!(fault(&site).await, None);
    }

    async fn what_was_changed_is_named(site: Site) {
        let first = opening(&site).await;
        site.sql("UPDATE audit SET reason = 'Nothing.' WHERE id = $1", first + 1_111).await;
        assert_eq!(fault(&site).await, Some(Fault::Changed(first + 1_111)));
        site.sql("UPDATE audit SET reason = 'Because.' WHERE id = $1", first + 1_111).await;
        assert_eq!(fault(&site).await, None);
        // Text that moves from one field to the next is a change too.
        site.sql("UPDATE audit SET reason = NULL, after_state = 'Because.' WHERE id = $1", first).await;
        assert_eq!(fault(&site).await, Some(Fault::Changed(first)));
        site.sql("UPDATE audit SET reason = 'Because.', after_state = NULL WHERE id = $1", first).await;
        assert_eq!(fault(&site).await, None);
        // For whom somebody acted can not be written in afterwards.
        site.participant("Ala Nowa", "ala@nowa.example").await;
        site.sql("UPDATE audit SET on_behalf_of = (SELECT MIN(id) FROM accounts) WHERE id = $1", first).await;
        assert_eq!(fault(&site).await, Some(Fault::Changed(first)));
    }

    async fn what_is_in_the_chain_can_not_be_removed_alone(site: Site) {
        let first = opening(&site).await;
        let gone = site.app.db.write(move |tx| {
            Box::pin(async move { tx.exec("DELETE FROM audit WHERE id = $1", &[&(first + 500)]).await })
        });
        assert!(matches!(gone.await, Err(database::DbError::ForeignKey)));
        site.sql("DELETE FROM audit_chain WHERE audit_id = $1", first + 500).await;
        site.sql("DELETE FROM audit WHERE id = $1", first + 500).await;
        assert_eq!(fault(&site).await, Some(Fault::Removed(500)));
    }

    async fn what_was_slipped_in_is_named(site: Site) {
        opening(&site).await;
        let slip = "INSERT INTO audit (at, action, subject_kind, subject_id) SELECT MIN(at) - 3600000000, 'group.edit', 'group', $1 FROM audit";
        site.sql(slip, 7).await;
        let id = site.number("SELECT MAX(id) FROM audit").await;
        assert_eq!(fault(&site).await, Some(Fault::SlippedIn(id)));
    }
}
