//! The tree of organisations: lists as registers hand them out, workplaces as people look for them, branches.

use zapis::organisations::{self, Imported};
use zapis::tables;

use crate::site::{Site, on_both};

const LIST: &[u8] = include_bytes!("../data/schools.pl.csv");

async fn import(site: &Site, bytes: &[u8], dry_run: bool) -> Imported {
    let table = tables::read(bytes, &organisations::SPEC).unwrap();
    assert_eq!((table.rows.len(), table.problems.len()), (50, 0));
    let imported = organisations::import(&site.app.db, table, None, dry_run, site.app.clock.now())
        .await
        .unwrap();
    site.app.organisations.refresh(&site.app.db).await.unwrap();
    imported
}

on_both! {
    async fn the_register_of_schools_is_imported_once(site: Site) {
        assert_eq!(import(&site, LIST, true).await, Imported { added: 50, known: 0 });
        assert_eq!(site.app.organisations.current().all().count(), 0, "a dry run keeps nothing");
        assert_eq!(import(&site, LIST, false).await, Imported { added: 50, known: 0 });
        site.app.clock.advance(jiff::SignedDuration::from_mins(1));
        let with_mark = [b"\xef\xbb\xbf", LIST].concat();
        assert_eq!(import(&site, &with_mark, false).await, Imported { added: 0, known: 50 });
        assert_eq!(site.app.organisations.current().all().count(), 50);
    }

    async fn a_workplace_is_found_without_case_and_diacritics(site: Site) {
        import(&site, LIST, false).await;
        let tree = site.app.organisations.current();
        let names = |query| tree.search_workplaces(query, 20).iter().map(|place| place.name.clone()).collect::<Vec<_>>();
        assert_eq!(names("SZKOLA podstawowa bielawach"), names("szkoła podstawowa BIELAWACH"));
        assert!(names("bielawach korczaka")[0].contains("JANUSZA KORCZAKA"), "{:?}", names("bielawach korczaka"));
        assert_eq!(names("granowo przedszkol").len(), 3);
        assert!(names("").is_empty() && names("   ").is_empty() && names("nie ma takiej szkoły").is_empty());
    }

    async fn a_role_holds_for_its_branch_and_not_beside_it(site: Site) {
        use zapis::accounts::{Role, RoleKind};
        import(&site, LIST, false).await;
        let tree = site.app.organisations.current();
        let mut ids: Vec<_> = tree.all().map(|one| one.id).collect();
        ids.sort();
        let roles = [Role { kind: RoleKind::Operator, branch: Some(ids[0]) }].into();
        let actor = zapis::accounts::Actor {
            account_id: zapis::accounts::AccountId::new(1),
            session_id: zapis::accounts::SessionId::new(1),
            name: String::new(),
            email: String::new(),
            lang: zapis::i18n::Lang::Pl,
            roles, is_linked: false, };
        assert!(organisations::may(&actor, &tree, &[RoleKind::Operator], ids[0]));
        assert!(!organisations::may(&actor, &tree, &[RoleKind::Operator], ids[1]));
        assert!(!organisations::may(&actor, &tree, &[RoleKind::Accountant], ids[0]));
    }
}
