//! `tenancy` [B13]: every address of the program × every role × the own branch and a foreign one. What belongs to others looks
//! like what is not there; what belongs to the own branch is open to somebody of it.

use zapis::accounts::{OrganisationId, RoleKind};
use zapis::demo::{self, Scale};

use crate::house_rules::files;
use crate::site::{Answer, Browser, Site, on_both};

/// What stands in an address, and how one of the city's is found. A new kind of record is added here.
const PARAMETERS: [(&str, &str); 25] = [
    (
        "account",
        "SELECT MIN(g.account_id) FROM guardianships g WHERE g.person_id = $1",
    ),
    (
        "announcement",
        "SELECT MIN(id) FROM announcements WHERE $1 > 0",
    ),
    (
        "attachment",
        "SELECT MIN(id) FROM request_files WHERE $1 > 0",
    ),
    (
        "template",
        "SELECT MIN(id) FROM answer_templates WHERE $1 > 0",
    ),
    ("case", "SELECT MIN(id) FROM duplicate_cases WHERE $1 > 0"),
    ("charge", "SELECT MIN(id) FROM charges WHERE $1 > 0"),
    ("child", "SELECT MIN(id) FROM people WHERE id = $1"),
    (
        "correction",
        "SELECT MIN(id) FROM child_corrections WHERE $1 > 0",
    ),
    ("course", "SELECT MIN(id) FROM courses WHERE $1 > 0"),
    (
        "enrolment",
        "SELECT MIN(id) FROM enrolments WHERE state = 'confirmed' AND $1 > 0",
    ),
    (
        "entry",
        "SELECT MIN(id) FROM statement_entries WHERE $1 > 0",
    ),
    (
        "group",
        "SELECT MIN(e.group_id) FROM enrolments e WHERE e.state = 'confirmed' AND $1 > 0",
    ),
    ("mail", "SELECT MIN(id) FROM group_mails WHERE $1 > 0"),
    ("material", "SELECT MIN(id) FROM materials WHERE $1 > 0"),
    ("meeting", "SELECT MIN(id) FROM meetings WHERE $1 > 0"),
    ("merge", "SELECT MIN(id) FROM merges WHERE $1 > 0"),
    (
        "move",
        "SELECT MIN(id) FROM municipality_changes WHERE $1 > 0",
    ),
    (
        "organisation",
        "SELECT MIN(id) FROM organisations WHERE kind = 'training_centre' AND $1 > 0",
    ),
    (
        "request",
        "SELECT MIN(id) FROM requests WHERE person_id = $1",
    ),
    (
        "session",
        "SELECT MIN(id) FROM online_payments WHERE $1 > 0",
    ),
    ("statement", "SELECT MIN(id) FROM statements WHERE $1 > 0"),
    ("token", "SELECT MIN(id) FROM api_tokens WHERE $1 > 0"),
    ("venue", "SELECT MIN(id) FROM venues WHERE $1 > 0"),
    ("view", "SELECT MIN(id) FROM staff_views WHERE $1 > 0"),
    ("id", "SELECT MIN(id) FROM groups WHERE $1 > 0"),
];
/// Words in addresses, each with one that is understood.
const WORDS: [(&str, &str); 7] = [
    ("question", "new"),
    ("deed", "reissue"),
    ("file", "1.pdf"),
    ("kind", "requests-opened"),
    ("language", "pl"),
    ("slug", "start"),
    ("link", "1.guess"),
];
const ROLES: [(RoleKind, &str); 5] = [
    (RoleKind::OrganisationAdministrator, "admin"),
    (RoleKind::Operator, "operator"),
    (RoleKind::Trainer, "trainer"),
    (RoleKind::Accountant, "money"),
    (RoleKind::SupportCentre, "support"),
];

/// Addresses whose records belong together, and how they are found.
const TOGETHER: [(&str, &str, &str); 7] = [
    (
        "/files/{attachment}",
        "request",
        "SELECT request_id FROM request_files WHERE id = (SELECT MIN(id) FROM request_files)",
    ),
    (
        "/certificate/{deed}",
        "enrolment",
        "SELECT MIN(enrolment_id) FROM certificates",
    ),
    (
        "/result",
        "enrolment",
        "SELECT MIN(enrolment_id) FROM certificates",
    ),
    (
        "/certificates.zip",
        "group",
        "SELECT MIN(e.group_id) FROM enrolments e JOIN certificates c ON c.enrolment_id = e.id",
    ),
    (
        "/mail/{mail}",
        "group",
        "SELECT group_id FROM group_mails WHERE id = (SELECT MIN(id) FROM group_mails)",
    ),
    (
        "/materials/{material}",
        "group",
        "SELECT group_id FROM materials WHERE id = (SELECT MIN(id) FROM materials)",
    ),
    (
        "/meetings/{meeting}",
        "group",
        "SELECT group_id FROM meetings WHERE id = (SELECT MIN(id) FROM meetings)",
    ),
];

/// A route, and whether it shows a page and takes a form.
struct Route {
    path: String,
    shows: bool,
    takes: bool,
}

fn routes() -> Vec<Route> {
    let mut found: Vec<Route> = Vec::new();
    for (_, text) in files("app/src", "rs") {
        for piece in text.split(".route(").skip(1) {
            let Some(rest) = piece.trim_start().strip_prefix("\"/") else {
                continue;
            };
            let (path, handlers) = rest.split_once('"').unwrap_or_default();
            let own = handlers.split(".route(").next().unwrap_or_default();
            let own: String = own.chars().take(160).collect();
            let end = own.find(";\n").unwrap_or(own.len());
            let own = &own[..end];
            if path.starts_with("staff") || path.starts_with("my/") {
                found.push(Route {
                    path: format!("/{path}"),
                    shows: own.contains("get("),
                    takes: own.contains("post("),
                });
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(
        found.len() > 120,
        "routes are written in another way now: {}",
        found.len()
    );
    found
}

struct City {
    ids: Vec<(&'static str, i64)>,
    together: Vec<(&'static str, &'static str, i64)>,
    region: OrganisationId,
    beside: OrganisationId,
}

impl City {
    /// The address of one of the city's records; none of those that the demo does not have.
    fn address(&self, route: &str) -> String {
        let mut address = route.to_owned();
        let own = self
            .together
            .iter()
            .filter(|(part, ..)| route.contains(part));
        for (_, name, id) in own {
            address = address.replace(&format!("{{{name}}}"), &id.to_string());
        }
        for (name, id) in &self.ids {
            address = address.replace(&format!("{{{name}}}"), &id.to_string());
        }
        for (name, word) in WORDS {
            address = address.replace(&format!("{{{name}}}"), word);
        }
        assert!(
            !address.contains('{'),
            "{route}: say in PARAMETERS how a record of this kind is found"
        );
        address
    }
}

async fn city(site: &Site) -> City {
    demo::build(&site.app, Scale::Small, 1).await.unwrap();
    let child = "SELECT MIN(person_id) FROM requests WHERE person_id IS NOT NULL";
    let child = site.number(child).await;
    let mut ids = Vec::new();
    for (name, sql) in PARAMETERS {
        // None in the demo: a number that nothing has.
        let sql = format!(
            "SELECT COALESCE(({}), 987654)",
            sql.replace("$1", &child.to_string())
        );
        ids.push((name, site.number(&*sql.leak()).await));
    }
    let mut together = Vec::new();
    for (part, name, sql) in TOGETHER {
        let sql = format!("SELECT COALESCE(({sql}), 987654)");
        together.push((part, name, site.number(&*sql.leak()).await));
    }
    let named = |name: &str| {
        let tree = site.app.organisations.current();
        tree.all()
            .find(|one| one.name == name)
            .map(|one| one.id)
            .unwrap()
    };
    City {
        ids,
        together,
        region: named("Region Nerwiański"),
        beside: named("Gmina Sosnówka"),
    }
}

/// Surnames of people who have to do with the city alone.
async fn surnames(site: &Site) -> Vec<String> {
    let read = site.app.db.read(|tx| {
        Box::pin(async move {
            let sql = "SELECT DISTINCT p.surname FROM people p JOIN enrolments e ON e.person_id = p.id \
                WHERE p.id NOT IN (SELECT person_id FROM municipality_changes) AND LENGTH(p.surname) > 5";
            tx.all::<String>(sql, &[]).await
        })
    });
    let all: Vec<String> = read
        .await
        .map_err(|error: database::DbError| error)
        .unwrap();
    assert!(all.len() > 20, "the demo has people");
    all
}

async fn staff(site: &Site, name: &str, kind: RoleKind, branch: Option<OrganisationId>) -> Browser {
    let email = format!("{}-{name}@staff.example", kind.code().replace('_', "-"));
    let mut browser = site.staff("Żaneta Qwirk", &email, kind, branch).await;
    browser.get("/?lang=en").await;
    browser
}

/// Sends a form as the page would, or a file where the page takes one.
async fn send(stranger: &mut Browser, route: &str, address: &str) -> Answer {
    if TAKE_FILES.contains(&route) {
        let file = ("a.pdf", b"%PDF-1.4".as_slice());
        return stranger.upload(address, &[("version", "1")], file).await;
    }
    let fields = [
        ("version", "1"),
        ("confirmed", "1"),
        ("reason", "x"),
        ("message", "x"),
        ("decision", "accept"),
    ];
    stranger.post(address, &fields).await
}

on_both! {
    async fn records_of_others_look_like_none(site: Site) {
        let city = city(&site).await;
        let surnames = surnames(&site).await;
        let views = site.number("SELECT COUNT(*) FROM staff_views").await;
        let mut wrong = Vec::new();
        for (kind, name) in ROLES {
            let mut stranger = staff(&site, "beside", kind, Some(city.beside)).await;
            for route in routes() {
                let address = city.address(&route.path);
                let is_one = route.path.contains('{');
                if route.shows {
                    let answer = stranger.get(&address).await;
                    if is_one && answer.status != 404 && !is_everybodys(&route.path) {
                        wrong.push(format!("{name} GET {address}: {}", answer.status));
                    }
                    if answer.status >= 500 {
                        wrong.push(format!("{name} GET {address}: {}", answer.status));
                    }
                    let text = answer.text();
                    let seen = surnames.iter().find(|surname| text.contains(surname.as_str()));
                    if let Some(surname) = seen.filter(|_| !is_everybodys(&route.path)) {
                        wrong.push(format!("{name} GET {address} shows {surname}"));
                    }
                }
                if route.takes && is_one && !is_everybodys(&route.path) {
                    stranger.get("/staff/digest").await;
                    let answer = send(&mut stranger, &route.path, &address).await;
                    if answer.status != 404 && route.path != OWN_VIEWS {
                        wrong.push(format!("{name} POST {address}: {}", answer.status));
                    }
                }
            }
        }
        assert_eq!(site.number("SELECT COUNT(*) FROM staff_views").await, views, "views of others");
        assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
    }

    async fn records_of_the_own_branch_are_open_to_somebody(site: Site) {
        let city = city(&site).await;
        let mut own = vec![staff(&site, "own", RoleKind::InstallationAdministrator, None).await];
        for (kind, _) in ROLES {
            own.push(staff(&site, "own", kind, Some(city.region)).await);
        }
        let mut shut = Vec::new();
        for route in routes() {
            if !route.shows || !route.path.starts_with("/staff") {
                continue;
            }
            let address = city.address(&route.path);
            let mut is_open = false;
            for browser in &mut own {
                let answer = browser.get(&address).await;
                assert!(answer.status < 500, "{address}: {}", answer.status);
                is_open = is_open || answer.status != 404;
            }
            if !is_open && !NOT_IN_THE_DEMO.contains(&route.path.as_str()) {
                shut.push(address);
            }
        }
        assert!(shut.is_empty(), "nobody of the branch can open:\n{}", shut.join("\n"));
    }
}

/// Addresses with a word in them that belong to nobody's branch.
fn is_everybodys(path: &str) -> bool {
    path.starts_with("/staff/guide/")
}

/// Pages that take a file.
const TAKE_FILES: [&str; 5] = [
    "/staff/requests/{request}/files",
    "/staff/certificates/layouts/{organisation}/logo",
    "/staff/groups/{group}/materials",
    "/staff/moves/{move}/signed",
    "/staff/payments/settings/{organisation}/csv/sample",
];
/// Filters under names: one's own are removed, and nothing is said about others.
const OWN_VIEWS: &str = "/staff/views/{view}/remove";

/// What has no record in the demo, or none in the state that the page needs.
const NOT_IN_THE_DEMO: [&str; 7] = [
    "/staff/merges/{merge}",
    "/staff/corrections/{correction}",
    // Nobody asks to act for the child of the message.
    "/staff/children/{child}/guardians/{account}",
    "/staff/moves/{move}/signed",
    // Whoever was asked to pay has answered.
    "/staff/paying/{charge}",
    "/staff/paying/{charge}/pro-forma.pdf",
    // Files of the demo are small: there is nothing to fetch.
    "/staff/groups/{group}/materials/{material}/file",
];
