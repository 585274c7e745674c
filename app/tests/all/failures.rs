//! The database is read-only, full or away: people get a clear answer, and what they typed is not lost.

use std::sync::Arc;

use database::testing::{fresh_postgres, fresh_sqlite};
use database::{Db, DbError, Options};
use zapis::config::Config;

use crate::register::typed;
use crate::site::{Browser, Site};

const US: &str = "http://127.0.0.1:8080";

async fn at_the_form(site: &Site) -> Browser {
    let mut browser = site.browser();
    browser.says_origin(US);
    browser.get("/register?lang=en").await;
    browser.follow().await.is(200);
    browser
}

/// The page that keeps what was typed, but not the password.
fn is_kept(browser: &Browser) {
    browser
        .last
        .is(503)
        .says("What you typed is kept")
        .says("Szkoła w lesie")
        .says("Password, once more")
        .says_not("czapla");
}

/// Sends what the page of the failure holds.
async fn send_again(browser: &mut Browser) -> u16 {
    browser.post("/register", &typed(&[])).await.status
}

async fn number(db: &Db, sql: &'static str) -> i64 {
    let read = db.read(move |tx| Box::pin(async move { tx.one::<i64>(sql, &[]).await }));
    read.await.map_err(|error: DbError| error).unwrap()
}

#[tokio::test]
async fn a_read_only_file() {
    let fresh = fresh_sqlite().await.unwrap();
    database::migrate(&fresh, zapis::MIGRATIONS).await.unwrap();
    let start = crate::site::START.parse().unwrap();
    zapis::surveys::seed_default(&fresh, start).await.unwrap();
    let options = Options {
        read_only: true,
        ..Options::default()
    };
    let locked = Db::open(fresh.address(), options).await.unwrap();
    let ill = Site::with(locked, Box::new(()), Config::default(), true).await;
    let mut anna = at_the_form(&ill).await;
    anna.post("/register", &typed(&[])).await;
    is_kept(&anna);
    ill.browser().get("/courses").await.is(200);
    let db = (*fresh).clone();
    let well = Site::with(db, Box::new(fresh), Config::default(), true).await;
    anna.move_to(&well);
    assert_eq!(send_again(&mut anna).await, 303);
    assert_eq!(
        number(&well.app.db, "SELECT COUNT(*) FROM accounts").await,
        1
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk() {
    let site = Site::on_sqlite().await;
    let limit = async |sql: &'static str| {
        let limited = site
            .app
            .db
            .write(move |tx| Box::pin(async move { tx.one::<i64>(sql, &[]).await }));
        limited.await.map_err(|error: DbError| error).unwrap()
    };
    // Never below what the file has already.
    limit("PRAGMA max_page_count = 1").await;
    let mut anna = at_the_form(&site).await;
    for attempt in 0.. {
        let email = format!("anna{attempt}@school.example");
        anna.get("/register").await;
        if anna
            .post("/register", &typed(&[("email", &email)]))
            .await
            .status
            != 303
        {
            break;
        }
        assert!(attempt < 200, "the disk does not fill up");
    }
    is_kept(&anna);
    let count = "SELECT COUNT(*) FROM accounts";
    let before = number(&site.app.db, count).await;
    assert_eq!(
        before,
        number(&site.app.db, "SELECT COUNT(DISTINCT account_id) FROM links").await
    );
    limit("PRAGMA max_page_count = 1000000").await;
    assert_eq!(send_again(&mut anna).await, 303);
    assert_eq!(number(&site.app.db, count).await, before + 1);
}

/// The session can not even be looked up: the page still keeps what was typed, for the same sign-in.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_away() {
    let fresh = fresh_sqlite().await.unwrap();
    database::migrate(&fresh, zapis::MIGRATIONS).await.unwrap();
    let gone = Db::open(fresh.address(), Options::default()).await.unwrap();
    let ill = Site::with(gone, Box::new(()), Config::default(), true).await;
    let db = (*fresh).clone();
    let well = Site::with(db, Box::new(fresh), Config::default(), true).await;
    let mut anna = well.participant("Anna Nowak", "anna@poczta.example").await;
    anna.says_origin(US);
    anna.get("/my/profile").await.is(200);
    ill.app.db.close().await;
    anna.move_to(&ill);
    let fields = [
        ("email", "anna@nowa.example"),
        ("password", "czapla nad stawem"),
    ];
    anna.post("/my/profile/email", &fields)
        .await
        .is(503)
        .says("anna@nowa.example")
        .says_not("czapla");
    anna.get(&ill.app.assets.address("zapis.css")).await.is(200);
    anna.get("/my/profile").await.is(503);
    anna.post("/my/profile/email", &fields).await.is(503);
    anna.move_to(&well);
    anna.post("/my/profile/email", &fields).await.is(303);
}

/// Every connection is cut, several times, while people register.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_restarts_meanwhile() {
    let fresh = fresh_postgres().await.unwrap();
    database::migrate(&fresh, zapis::MIGRATIONS).await.unwrap();
    let address = format!("{}&application_name=zapis_cut", fresh.address());
    let db = Db::open(&address, Options::default()).await.unwrap();
    let site = Arc::new(Site::with(db, Box::new(()), Config::default(), true).await);
    let cutting = tokio::spawn(async move {
        for _ in 0..20 {
            number(
                &fresh,
                "SELECT CAST(COUNT(pg_terminate_backend(pid)) AS BIGINT) FROM pg_stat_activity \
                 WHERE application_name = 'zapis_cut'",
            )
            .await;
            tokio::task::yield_now().await;
        }
        fresh
    });
    let people = (0..30).map(|person| {
        let site = site.clone();
        tokio::spawn(async move {
            let email = format!("anna{person}@school.example");
            let mut anna = at_the_form(&site).await;
            let status = anna
                .post("/register", &typed(&[("email", &email)]))
                .await
                .status;
            if status == 503 {
                is_kept(&anna);
            }
            status
        })
    });
    let people: Vec<_> = people.collect();
    for person in people {
        let status = person.await.unwrap();
        assert!([303, 503].contains(&status), "{status}");
    }
    let fresh = cutting.await.unwrap();
    // Afterwards all is well, and nothing was done by halves.
    for person in 0..30 {
        let email = format!("anna{person}@school.example");
        let mut anna = at_the_form(&site).await;
        let mut status = 503;
        for _ in 0..20 {
            status = anna
                .post("/register", &typed(&[("email", &email)]))
                .await
                .status;
            if status == 303 {
                break;
            }
        }
        assert_eq!(status, 303);
    }
    assert_eq!(number(&fresh, "SELECT COUNT(*) FROM accounts").await, 30);
    let with_link = "SELECT COUNT(DISTINCT account_id) FROM links WHERE registration IS NOT NULL";
    assert_eq!(number(&fresh, with_link).await, 30);
    site.app.db.close().await;
}
