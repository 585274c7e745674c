//! `tenancy`, first part: every address, asked for by people whom it does not concern, with ids of others.

use database::DbError;
use zapis::accounts::{OrganisationId, RoleKind};
use zapis::organisations::{self, Kind, NewOrganisation};

use crate::fixtures::Training;
use crate::house_rules::files;
use crate::join::press_join;
use crate::payments::{join_and_pay_oneself, statement};
use crate::resign::first_enrolment;
use crate::site::{Answer, Browser, Site, on_both};

/// What nobody else may see of the person whose data it is.
const SECRETS: [&str; 3] = ["Obca", "zuzanna@poczta.example", "601234567"];

/// Every address of the program, as its routes write it; those of the demo show everything by design.
fn routes() -> Vec<String> {
    let mut found = Vec::new();
    for (_, text) in files("app/src", "rs") {
        for piece in text.split(".route(").skip(1) {
            let Some(rest) = piece.trim_start().strip_prefix("\"/") else {
                continue;
            };
            let (path, handlers) = rest.split_once('"').unwrap_or_default();
            // What only takes forms has no page; the second story tries those.
            let is_page = handlers
                .chars()
                .take(120)
                .collect::<String>()
                .contains("get(");
            if is_page && !path.starts_with("dev/") {
                found.push(format!("/{path}"));
            }
        }
    }
    found.sort();
    found.dedup();
    assert!(
        found.len() > 40,
        "routes are written in another way now: {found:?}"
    );
    found
}

/// An address with these ids in it; what is no id of ours becomes `other`.
fn with_ids(route: &str, ids: &[(&str, i64)], other: &str) -> String {
    let mut address = route.to_owned();
    for (name, id) in ids {
        address = address.replace(&format!("{{{name}}}"), &id.to_string());
    }
    while let (Some(open), Some(close)) = (address.find('{'), address.find('}')) {
        address.replace_range(open..=close, other);
    }
    address
}

/// What a page says, without what differs from request to request.
fn said(answer: &Answer) -> String {
    let text = answer.text();
    let main = text.split("<main").nth(1).unwrap_or_default();
    main.split("class=\"code\"")
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// Another institution, beside the centre.
pub async fn elsewhere(site: &Site) -> OrganisationId {
    let now = site.now();
    let new = NewOrganisation {
        kind: Kind::TrainingCentre,
        name: "Ośrodek w Łomży".into(),
        city: "Łomża".into(),
        ..NewOrganisation::default()
    };
    let work = site.app.db.write(move |tx| {
        Box::pin(async move {
            let (id, _) = organisations::upsert(tx, &new, now).await?;
            organisations::touch(tx).await?;
            Ok::<_, DbError>(id)
        })
    });
    let id = work.await.unwrap();
    site.app.organisations.refresh(&site.app.db).await.unwrap();
    id
}

async fn opening(site: &Site) -> (Training, Vec<(&'static str, i64)>) {
    let training = site.training("Pierwsza pomoc").publish().await;
    let paid = site.training("Ocenianie").price(12_000).publish().await;
    site.is_paid_at(&paid).await;
    let mut zuzanna = site
        .participant("Zuzanna Obca", "zuzanna@poczta.example")
        .await;
    press_join(&mut zuzanna, &training).await;
    let enrolment = first_enrolment(&mut zuzanna).await;
    let enrolment = enrolment.rsplit('/').next().and_then(|id| id.parse().ok());
    join_and_pay_oneself(&mut zuzanna, &paid).await;
    let charge = site.charge().await.get();
    site.takes_in(&statement(&[(500, "Zuzanna Obca")])).await;
    let entry = site.number("SELECT MAX(id) FROM statement_entries").await;
    let ids = vec![
        ("course", training.course_id.get()),
        ("group", training.group_id.get()),
        ("enrolment", enrolment.expect("an id")),
        ("meeting", training.meeting_ids[0].get()),
        ("venue", site.venue(&training).await),
        ("id", training.group_id.get()),
        ("charge", charge),
        ("entry", entry),
        ("organisation", training.organisation_id.get()),
        ("material", material(site, &training).await),
    ];
    (training, ids)
}

/// A file of the group that is open from the start.
async fn material(site: &Site, training: &Training) -> i64 {
    let insert = "INSERT INTO materials (group_id, position, name, kind, size, content_hash, object_key, from_start, added_at, added_by) \
        SELECT $1, 1, 'Zuzanna Obca.pdf', 'pdf', 1, '', 'x', TRUE, 0, MIN(id) FROM accounts";
    site.sql(insert, training.group_id.get()).await;
    site.number("SELECT MAX(id) FROM materials").await
}

async fn walk(browser: &mut Browser, who: &str, ids: &[(&str, i64)]) {
    for route in routes() {
        let answer = browser.get(&with_ids(&route, ids, "1")).await;
        assert_ne!(answer.status, 500, "{who} {route}");
        for secret in SECRETS {
            assert!(
                !answer.text().contains(secret),
                "{who} sees {secret} at {route}"
            );
        }
        let is_private = route.starts_with("/staff") || route.contains("{enrolment}");
        if !is_private {
            continue;
        }
        if who == "visitor" {
            let leads = answer.location.unwrap_or_default();
            let to_sign_in = answer.status == 303 && leads.starts_with("/sign-in");
            assert!(to_sign_in, "{who} {route}: {} {leads}", answer.status);
        } else if route.contains('{') || who == "participant" {
            assert!(answer.status == 404, "{who} {route}: {}", answer.status);
            let missing: Vec<(&str, i64)> = ids.iter().map(|(name, _)| (*name, 987_654)).collect();
            let absent = browser.get(&with_ids(&route, &missing, "1")).await;
            assert_eq!(
                said(&answer),
                said(&absent),
                "{route}: what is not yours looks like what is not there"
            );
        }
    }
}

on_both! {
    async fn nobody_sees_what_is_not_theirs(site: Site) {
        let (_, ids) = opening(&site).await;
        let branch = Some(elsewhere(&site).await);
        let mut visitor = site.browser();
        visitor.get("/?lang=en").await;
        walk(&mut visitor, "visitor", &ids).await;
        let mut participant = site.participant("Anna Nowak", "anna@poczta.example").await;
        forget_phone(&site).await;
        walk(&mut participant, "participant", &ids).await;
        for (kind, email) in [
            (RoleKind::OrganisationAdministrator, "admin@lomza.example"),
            (RoleKind::Operator, "operator@lomza.example"),
            (RoleKind::Trainer, "trainer@lomza.example"),
            (RoleKind::Accountant, "money@lomza.example"),
            (RoleKind::SupportCentre, "support@lomza.example"),
        ] {
            let mut stranger = site.staff("Marta Wilk", email, kind, branch).await;
            forget_phone(&site).await;
            walk(&mut stranger, "stranger", &ids).await;
        }
    }

    async fn strangers_can_not_write_either(site: Site) {
        let (training, ids) = opening(&site).await;
        let id = |wanted: &str| ids.iter().find(|(name, _)| *name == wanted).expect("an id").1;
        let enrolment = id("enrolment");
        let material = id("material");
        let branch = Some(elsewhere(&site).await);
        let mut stranger = site.staff("Marta Wilk", "marta@lomza.example", RoleKind::OrganisationAdministrator, branch).await;
        stranger.get("/staff/courses/new").await.is(200);
        let (course, group) = (training.course_id, training.group_id);
        let addresses = [
            format!("/staff/courses/{course}"),
            format!("/staff/courses/{course}/state"),
            format!("/staff/courses/{course}/groups/new"),
            format!("/staff/groups/{group}/edit"),
            format!("/staff/groups/{group}/publish"),
            format!("/staff/groups/{group}/cancel"),
            format!("/staff/groups/{group}/attendance"),
            format!("/staff/groups/{group}/finish"),
            format!("/staff/groups/{group}/materials/{material}"),
            format!("/staff/groups/{group}/materials/{material}/delete"),
            format!("/staff/enrolments/{enrolment}/result"),
            format!("/staff/enrolments/{enrolment}/address"),
            format!("/staff/enrolments/{enrolment}/certificate/reissue"),
            format!("/staff/enrolments/{enrolment}/certificate/revoke"),
            format!("/staff/groups/{group}/prices"),
            format!("/staff/groups/{group}/mail"),
            format!("/staff/payments/charges/{}", id("charge")),
            format!("/staff/payments/entries/{}", id("entry")),
            format!("/staff/payments/settings/{}", id("organisation")),
            format!("/staff/venues/{}", id("venue")),
            format!("/staff/venues/{}/close", id("venue")),
            format!("/staff/organisations/{}/edit", id("organisation")),
            format!("/staff/organisations/{}/move", id("organisation")),
            format!("/staff/organisations/{}/close", id("organisation")),
            format!("/staff/organisations/{}/reopen", id("organisation")),
            format!("/staff/organisations/{}/staff", id("organisation")),
            "/staff/organisations/all/staff".into(),
        ];
        for address in addresses {
            stranger.get("/staff/courses/new").await.is(200);
            let fields = [("state", "archived"), ("version", "1"), ("reason", "x"), ("confirmed", "1"), ("deed", "open")];
            stranger.post(&address, &fields).await.is(404);
        }
        let chosen = training.organisation_id.to_string();
        stranger.get("/staff/courses/new").await;
        let fields = [("title", "A"), ("code", "A"), ("subject", "A"), ("language", "pl"), ("teaching_hours", "1"), ("organisation", &chosen)];
        stranger.post("/staff/courses/new", &fields).await.is(303);
        let address = stranger.last.location.clone().unwrap();
        stranger.get(&address).await.says("Ośrodek w Łomży");
    }
}

/// Everybody of the stories has the same telephone number; only the one who is looked for keeps it.
async fn forget_phone(site: &Site) {
    let work = site.app.db.write(move |tx| {
        Box::pin(async move {
            tx.exec("UPDATE people SET phone = '' WHERE surname <> 'Obca'", &[])
                .await
        })
    });
    work.await.map_err(|error: DbError| error).unwrap();
}
