//! The API for programs: tokens that act as their account, charges by cursor, statements that come once.

use axum::body::Body;
use axum::http::{Method, Request};
use jiff::SignedDuration;
use serde_json::Value;
use tower::ServiceExt;
use zapis::accounts::RoleKind;
use zapis::commands::admin::{TokenOf, run_token};

use crate::payments::{join_and_pay_oneself, statement};
use crate::site::{Browser, Site, on_both};

struct Said {
    status: u16,
    kind: String,
    body: Value,
}

/// A program asks.
async fn ask(
    site: &Site,
    method: Method,
    address: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Said {
    let request = Request::builder().method(method).uri(address);
    let request = headers.iter().fold(request, |request, (name, value)| {
        request.header(*name, *value)
    });
    let answer = site
        .router()
        .oneshot(request.body(Body::from(body.to_owned())).unwrap())
        .await
        .unwrap();
    let status = answer.status().as_u16();
    let kind = answer.headers()["content-type"]
        .to_str()
        .unwrap()
        .to_owned();
    let bytes = axum::body::to_bytes(answer.into_body(), usize::MAX)
        .await
        .unwrap();
    Said {
        status,
        kind,
        body: serde_json::from_slice(&bytes).unwrap(),
    }
}

async fn charges(site: &Site, token: &str, query: &str) -> Said {
    let bearer = format!("Bearer {token}");
    ask(
        site,
        Method::GET,
        &format!("/api/v1/charges{query}"),
        &[("authorization", &bearer)],
        "",
    )
    .await
}

async fn hand_in(site: &Site, token: &str, key: &str, text: &str) -> Said {
    let bearer = format!("Bearer {token}");
    let headers = [("authorization", bearer.as_str()), ("idempotency-key", key)];
    ask(
        site,
        Method::POST,
        "/api/v1/statements?file_name=a.sta",
        &headers,
        text,
    )
    .await
}

async fn token_of(site: &Site, email: &str) -> String {
    let wanted = TokenOf {
        email: email.to_owned(),
        name: "Program".to_owned(),
    };
    run_token(&site.app, &wanted).await.unwrap()
}

fn list(said: &Said) -> &Vec<Value> {
    assert_eq!(
        (said.status, said.kind.as_str()),
        (200, "application/json"),
        "{}",
        said.body
    );
    said.body["charges"].as_array().unwrap()
}

/// A paid training with three people, and its accountant.
async fn opening(site: &Site) -> Browser {
    let training = site.training("Ocenianie").price(12_000).publish().await;
    site.is_paid_at(&training).await;
    for (name, email) in [
        ("Anna Nowak", "anna@school.example"),
        ("Piotr Lis", "piotr@school.example"),
        ("Ewa Mazur", "ewa@school.example"),
    ] {
        let mut person = site.participant(name, email).await;
        join_and_pay_oneself(&mut person, &training).await;
    }
    let branch = Some(training.organisation_id);
    site.staff(
        "Zofia Lis",
        "zofia@centre.example",
        RoleKind::Accountant,
        branch,
    )
    .await
}

on_both! {
    async fn charges_come_by_cursor_to_whom_they_concern(site: Site) {
        opening(&site).await;
        let token = token_of(&site, "zofia@centre.example").await;
        let all = charges(&site, &token, "").await;
        assert_eq!(list(&all).len(), 3);
        assert_eq!(all.body["next"], Value::Null);
        let (mut names, mut after) = (Vec::new(), String::new());
        loop {
            let page = charges(&site, &token, &format!("?limit=2&after={after}")).await;
            names.extend(list(&page).iter().map(|one| one["participant"].as_str().unwrap().to_owned()));
            match page.body["next"].as_str() {
                Some(next) => next.clone_into(&mut after),
                None => break,
            }
        }
        assert_eq!(names, ["Anna Nowak", "Piotr Lis", "Ewa Mazur"]);
        let one = &list(&all)[0];
        assert_eq!((one["remaining_minor"].as_i64(), one["state"].as_str()), (Some(12_000), Some("due")));
        assert_eq!(list(&charges(&site, &token, "?state=booked").await).len(), 0);
        let looked = "SELECT COUNT(*) FROM audit WHERE action = 'payment.look_up'";
        assert!(site.number(looked).await >= 4);
        // A participant sees the own ones.
        let own = charges(&site, &token_of(&site, "anna@school.example").await, "").await;
        assert_eq!(list(&own).len(), 1);
        assert_eq!(list(&own)[0]["participant"], "Anna Nowak");
        for query in ["?after=x", "?limit=0", "?limit=201", "?state=paid"] {
            let said = charges(&site, &token, query).await;
            assert_eq!((said.status, said.kind.as_str()), (400, "application/problem+json"), "{query}");
        }
    }

    async fn a_token_acts_as_its_account_until_it_ends(site: Site) {
        let mut zofia = opening(&site).await;
        for headers in [vec![], vec![("authorization", "Bearer zapis_guess")], vec![("authorization", "Basic eDp5")]] {
            let said = ask(&site, Method::GET, "/api/v1/charges", &headers, "").await;
            assert_eq!((said.status, said.body["status"].as_i64()), (401, Some(401)));
        }
        zofia.get("/my/profile").await.says("Tokens for programs");
        let tokens = "/my/profile/tokens";
        zofia.fill(tokens, tokens, &[("name", ""), ("password", "wrong")]).await.is(422);
        let fields = [("name", "Bookkeeping"), ("password", crate::cast::PASSWORD)];
        let made = zofia.post(tokens, &fields).await;
        made.is(200).says("The token is made");
        let text = made.text();
        let token: String = text[text.find("zapis_").unwrap()..].chars().take_while(|c| *c != '<').collect();
        assert_eq!(list(&charges(&site, &token, "").await).len(), 3);
        zofia.get(tokens).await.says("Bookkeeping").says_not(&token);
        let id = zofia.last.input("token").unwrap();
        let mut anna = site.participant("Anna Inna", "inna@school.example").await;
        anna.get("/my/profile").await;
        anna.post(tokens, &[("token", &id)]).await.is(404);
        zofia.get(tokens).await;
        zofia.post(tokens, &[("token", &id)]).await.goes_to(tokens);
        assert_eq!(charges(&site, &token, "").await.status, 401);
        let other = token_of(&site, "zofia@centre.example").await;
        zofia.get("/my/profile/devices").await;
        zofia.post("/my/profile/devices", &[("session", "all")]).await.is(303);
        assert_eq!(charges(&site, &other, "").await.status, 401);
        let late = token_of(&site, "zofia@centre.example").await;
        site.app.clock.advance(SignedDuration::from_hours(24 * 366));
        assert_eq!(charges(&site, &late, "").await.status, 401);
        let nobody = TokenOf { email: "nobody@school.example".into(), name: "x".into() };
        assert!(run_token(&site.app, &nobody).await.is_err());
    }

    async fn a_statement_comes_once_however_often_it_is_sent(site: Site) {
        opening(&site).await;
        let token = token_of(&site, "zofia@centre.example").await;
        let title = zapis::payments::token::title_of(site.charge().await);
        let text = statement(&[(12_000, &title), (500, "Odsetki")]);
        let first = hand_in(&site, &token, "2026-11-22/1", &text).await;
        assert_eq!(first.status, 200, "{}", first.body);
        assert_eq!((first.body["booked"].as_i64(), first.body["statements"][0]["fresh"].as_i64()), (Some(1), Some(2)));
        let again = hand_in(&site, &token, "2026-11-22/1", &text).await;
        assert_eq!((again.status, &again.body), (200, &first.body));
        let imports = "SELECT COUNT(*) FROM statements";
        assert_eq!(site.number(imports).await, 1);
        // With another key it is read anew, and books nothing twice.
        let anew = hand_in(&site, &token, "2026-11-22/2", &text).await;
        assert_eq!((anew.body["booked"].as_i64(), anew.body["statements"][0]["fresh"].as_i64()), (Some(0), Some(0)));
        assert_eq!(site.number("SELECT COUNT(*) FROM bookings").await, 1);
        let other = hand_in(&site, &token, "2026-11-22/1", &statement(&[(1, "x")])).await;
        assert_eq!((other.status, other.kind.as_str()), (422, "application/problem+json"));
        let broken = hand_in(&site, &token, "2026-11-22/3", "no statement").await;
        assert_eq!(broken.status, 422);
        assert!(broken.body["detail"].as_str().unwrap().len() > 5);
        let bearer = format!("Bearer {token}");
        let keyless = ask(&site, Method::POST, "/api/v1/statements", &[("authorization", &bearer)], &text).await;
        assert_eq!(keyless.status, 400);
        let anna = token_of(&site, "anna@school.example").await;
        assert_eq!(hand_in(&site, &anna, "1", &text).await.status, 404);
        let small = statement(&[(7, "a")]);
        let (one, two) = tokio::join!(
            hand_in(&site, &token, "2026-11-22/4", &small),
            hand_in(&site, &token, "2026-11-22/4", &small)
        );
        assert!([200, 409].contains(&one.status) && [200, 409].contains(&two.status));
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries WHERE amount_minor = 7").await, 1);
    }

    async fn columns_of_a_csv_are_kept_with_the_account(site: Site) {
        let mut zofia = opening(&site).await;
        let home = site.number("SELECT organisation_id FROM payment_settings").await;
        let title = zapis::payments::token::title_of(site.charge().await);
        // No heading says what these columns are.
        let text = format!("a|b|c|d\n2026/11/22|x {title}|Anna Nowak|120.00\n");
        let token = token_of(&site, "zofia@centre.example").await;
        let bearer = format!("Bearer {token}");
        let address = format!("/api/v1/statements?organisation={home}");
        let by = |key: &'static str| [("authorization", bearer.clone()), ("idempotency-key", key.to_owned())];
        let before = by("1");
        let before: Vec<(&str, &str)> = before.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(ask(&site, Method::POST, &address, &before, &text).await.status, 422);
        let columns = format!("/staff/payments/settings/{home}/csv");
        zofia.get(&format!("/staff/payments/settings/{home}")).await.says("Columns of the bank’s CSV");
        zofia.fill(&columns, &columns, &[("date", "1")]).await.is(422).says("Give the column of the amount");
        let guessed = "Data;Tytuł;Nadawca;Kwota;Waluta\n01.12.2026;ZP-0001;Anna Nowak;120,00;PLN\n";
        zofia.get(&columns).await;
        let sample = format!("{columns}/sample");
        zofia.upload(&sample, &[], ("a.csv", guessed.as_bytes())).await.is(200).says("1 December 2026").says("Anna Nowak");
        zofia.upload(&sample, &[], ("a.csv", b"nothing")).await.is(422).says("by hand");
        let fields = [
            ("delimiter", "bar"), ("skip_lines", "0"), ("has_header", "yes"), ("date", "a"), ("date_format", "year-first"),
            ("amount", "4"), ("decimal_mark", "point"), ("currency", "PLN"), ("titles", "b"), ("counterparty", "3"),
        ];
        zofia.fill(&columns, &columns, &fields).await.is(303);
        zofia.get(&columns).await.says("Forget these columns");
        let after = by("2");
        let after: Vec<(&str, &str)> = after.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let said = ask(&site, Method::POST, &address, &after, &text).await;
        assert_eq!((said.status, said.body["booked"].as_i64()), (200, Some(1)), "{}", said.body);
        zofia.post(&columns, &[("deed", "forget")]).await.is(303);
        zofia.get(&columns).await.says_not("Forget these columns");
    }

    async fn which_of_several_accounts_is_asked_for(site: Site) {
        opening(&site).await;
        let home = site.number("SELECT organisation_id FROM payment_settings").await;
        let title = zapis::payments::token::title_of(site.charge().await);
        let second = "PL27114020040000300201355387";
        let write = site.app.db.write(move |tx| Box::pin(async move {
            let insert = "INSERT INTO payment_accounts (organisation_id, account, account_key, currency, place) \
                VALUES ($1, $2, $3, 'PLN', 2)";
            let key = &second[2..];
            tx.exec(insert, &[&home, &second, &key]).await
        }));
        write.await.map_err(|error: database::DbError| error).unwrap();
        let text = format!("Data;Kwota;Tytuł\n22.11.2026;120,00;{title}\n");
        let bearer = format!("Bearer {}", token_of(&site, "zofia@centre.example").await);
        let send = async |key: &str, query: &str, text: &str| {
            let headers = [("authorization", bearer.as_str()), ("idempotency-key", key)];
            ask(&site, Method::POST, &format!("/api/v1/statements{query}"), &headers, text).await
        };
        let refused = send("1", &format!("?organisation={home}"), &text).await;
        let detail = refused.body["detail"].as_str().unwrap_or_default().to_owned();
        assert_eq!(refused.status, 422, "{}", refused.body);
        for named in ["PL61109010140000071219812874", second, "account=NUMBER"] {
            assert!(detail.contains(named), "{detail}");
        }
        let unknown = send("2", &format!("?organisation={home}&account=PL00"), &text).await;
        assert!(unknown.status == 422 && unknown.body["detail"].as_str().unwrap().contains(second), "{}", unknown.body);
        assert_eq!(send("3", "?account=PL00", &text).await.status, 400);
        assert_eq!(site.number("SELECT COUNT(*) FROM statements").await, 0, "nothing was taken in");
        // Whoever keeps other books learns no numbers.
        let elsewhere = crate::permissions::elsewhere(&site).await;
        site.staff("Jan Sowa", "jan@sp7.example", RoleKind::Accountant, Some(elsewhere)).await;
        let foreign = format!("Bearer {}", token_of(&site, "jan@sp7.example").await);
        let headers = [("authorization", foreign.as_str()), ("idempotency-key", "1")];
        let said = ask(&site, Method::POST, &format!("/api/v1/statements?organisation={home}"), &headers, &text).await;
        assert!(said.status == 422 && !said.body.to_string().contains("PL61"), "{}", said.body);
        let taken = send("4", &format!("?organisation={home}&account={second}"), &text).await;
        assert_eq!((taken.status, taken.body["booked"].as_i64()), (200, Some(1)), "{}", taken.body);
        assert_eq!(taken.body["statements"][0]["account"], second);
        // A file that names its account needs no choice.
        let named = send("5", &format!("?organisation={home}"), &statement(&[(7, "x")])).await;
        assert_eq!(named.status, 200, "{}", named.body);
    }
}
