//! A gateway for tests: speaks the protocol of Przelewy24 on this machine, and fails in the ways that gateways do. Its
//! signatures are made here from the text of the specification, not by the program's own code.

use std::sync::{Arc, Mutex};

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use data_encoding::{BASE64, HEXLOWER};
use serde_json::{Value, json};
use sha2::{Digest, Sha384};
use zapis::config::Config;

use crate::site::{Answer, Site};

pub const MERCHANT: i64 = 12_345;
pub const POS: i64 = 54_321;
const API_KEY: &str = "b1946ac92492d2347c6235b4d2611184";
const CRC: &str = "ab3f0c5e17d9";

/// What it does with questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Fine,
    Failing,
    Hanging,
    Nonsense,
    Refusing,
    /// It has verified everything, and forgot to say so.
    VerifiedBefore,
}

#[derive(Debug)]
struct Inside {
    mood: Mutex<Mood>,
    registered: Mutex<Vec<Value>>,
    verified: Mutex<Vec<Value>>,
    /// Paid there; nobody here was told.
    paid: Mutex<Vec<Value>>,
}

#[derive(Clone, Debug)]
pub struct FakeGateway {
    pub url: String,
    inside: Arc<Inside>,
}

pub fn sha384(text: &str) -> String {
    HEXLOWER.encode(&Sha384::digest(text.as_bytes()))
}

type Reply = (StatusCode, Json<Value>);

fn refusal(status: StatusCode, error: &str) -> Reply {
    (
        status,
        Json(json!({ "error": error, "code": status.as_u16() })),
    )
}

impl Inside {
    fn mood(&self) -> Mood {
        *self.mood.lock().unwrap()
    }

    /// How it answers before it looks at anything.
    async fn moody(&self, headers: &HeaderMap) -> Result<(), Reply> {
        let expected = format!(
            "Basic {}",
            BASE64.encode(format!("{POS}:{API_KEY}").as_bytes())
        );
        let said = headers
            .get(AUTHORIZATION)
            .and_then(|value| value.to_str().ok());
        if said != Some(&expected) {
            return Err(refusal(
                StatusCode::UNAUTHORIZED,
                "Incorrect authentication",
            ));
        }
        match self.mood() {
            Mood::Failing => Err(refusal(
                StatusCode::INTERNAL_SERVER_ERROR,
                "Undefined error",
            )),
            Mood::Hanging => std::future::pending().await,
            Mood::Nonsense => Err((StatusCode::OK, Json(json!("<html>")))),
            _ => Ok(()),
        }
    }
}

async fn register(State(inside): State<Arc<Inside>>, headers: HeaderMap, body: Bytes) -> Reply {
    if let Err(reply) = inside.moody(&headers).await {
        return reply;
    }
    let said: Value = serde_json::from_slice(&body).unwrap();
    let session = said["sessionId"].as_str().unwrap();
    let text = format!(
        "{{\"sessionId\":\"{session}\",\"merchantId\":{MERCHANT},\"amount\":{},\"currency\":{},\"crc\":\"{CRC}\"}}",
        said["amount"], said["currency"]
    );
    let is_right = said["sign"] == sha384(&text).as_str()
        && said["merchantId"] == MERCHANT
        && said["posId"] == POS
        && session.len() <= 100;
    if !is_right || inside.mood() == Mood::Refusing {
        return refusal(StatusCode::BAD_REQUEST, "Wrong input data");
    }
    let mut registered = inside.registered.lock().unwrap();
    registered.push(said);
    let token = format!("D35CD73C0E-37C7B5-059083-{}", registered.len());
    let answer = json!({ "data": { "token": token }, "responseCode": 0 });
    (StatusCode::OK, Json(answer))
}

async fn verify(State(inside): State<Arc<Inside>>, headers: HeaderMap, body: Bytes) -> Reply {
    if let Err(reply) = inside.moody(&headers).await {
        return reply;
    }
    let said: Value = serde_json::from_slice(&body).unwrap();
    let text = format!(
        "{{\"sessionId\":{},\"orderId\":{},\"amount\":{},\"currency\":{},\"crc\":\"{CRC}\"}}",
        said["sessionId"], said["orderId"], said["amount"], said["currency"]
    );
    let is_right = said["sign"] == sha384(&text).as_str()
        && said["merchantId"] == MERCHANT
        && said["posId"] == POS;
    inside.verified.lock().unwrap().push(said);
    if !is_right || inside.mood() != Mood::Fine {
        return refusal(StatusCode::BAD_REQUEST, "Wrong transaction");
    }
    let answer = json!({ "data": { "status": "success" }, "responseCode": 0 });
    (StatusCode::OK, Json(answer))
}

async fn by_session(
    State(inside): State<Arc<Inside>>,
    headers: HeaderMap,
    Path(session): Path<String>,
) -> Reply {
    if let Err(reply) = inside.moody(&headers).await {
        return reply;
    }
    let (verified, paid) = (inside.verified.lock().unwrap(), inside.paid.lock().unwrap());
    let mut all = verified.iter().chain(paid.iter());
    let Some(one) = all.find(|one| one["sessionId"] == session) else {
        return refusal(StatusCode::NOT_FOUND, "Transaction not found");
    };
    let status = if inside.mood() == Mood::VerifiedBefore {
        2
    } else {
        1
    };
    let data = json!({
        "statement": "p24-A1B-C2D", "orderId": one["orderId"], "sessionId": session, "status": status,
        "amount": one["amount"], "currency": one["currency"], "clientEmail": "anna@school.example",
    });
    (
        StatusCode::OK,
        Json(json!({ "data": data, "responseCode": 0 })),
    )
}

async fn access(State(inside): State<Arc<Inside>>, headers: HeaderMap) -> Reply {
    match inside.moody(&headers).await {
        Err(reply) => reply,
        Ok(()) => (StatusCode::OK, Json(json!({ "data": true, "error": "" }))),
    }
}

impl FakeGateway {
    pub async fn start() -> Self {
        let inside = Arc::new(Inside {
            mood: Mutex::new(Mood::Fine),
            registered: Mutex::default(),
            verified: Mutex::default(),
            paid: Mutex::default(),
        });
        let router = Router::new()
            .route("/api/v1/testAccess", get(access))
            .route("/api/v1/transaction/register", post(register))
            .route("/api/v1/transaction/verify", put(verify))
            .route(
                "/api/v1/transaction/by/sessionId/{session}",
                get(by_session),
            )
            .with_state(inside.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, inside }
    }

    pub fn is(&self, mood: Mood) {
        *self.inside.mood.lock().unwrap() = mood;
    }

    pub fn registered(&self) -> Vec<Value> {
        self.inside.registered.lock().unwrap().clone()
    }

    /// Somebody pays on its page, and its word about it is lost.
    pub fn takes_silently(&self, session: &str, amount: i64) {
        let order = 300_004_900 + self.inside.paid.lock().unwrap().len();
        let one =
            json!({ "sessionId": session, "orderId": order, "amount": amount, "currency": "PLN" });
        self.inside.paid.lock().unwrap().push(one);
    }

    pub fn times_verified(&self) -> usize {
        self.inside.verified.lock().unwrap().len()
    }

    /// The settings of a merchant of this gateway.
    pub fn settings(&self, config: &Config) -> Config {
        Config {
            p24_merchant_id: Some(MERCHANT.to_string()),
            p24_pos_id: Some(POS.to_string()),
            p24_api_key: Some(API_KEY.into()),
            p24_crc_key: Some(CRC.into()),
            p24_url: self.url.clone(),
            p24_timeout_seconds: "1".into(),
            ..config.clone()
        }
    }
}

/// A notification as the gateway writes it; what is wrong with it is changed before it is sent.
#[derive(Clone, Debug)]
pub struct Notice {
    pub merchant: i64,
    pub session: String,
    pub amount: i64,
    pub currency: &'static str,
    pub order: i64,
    pub crc: &'static str,
}

impl Notice {
    pub fn of(session: &str, amount: i64) -> Self {
        Self {
            merchant: MERCHANT,
            session: session.to_owned(),
            amount,
            currency: "PLN",
            order: 300_004_827,
            crc: CRC,
        }
    }

    pub fn text(&self) -> String {
        let Self {
            merchant,
            session,
            amount,
            currency,
            order,
            crc,
        } = self;
        let fields = format!(
            "\"merchantId\":{merchant},\"posId\":{POS},\"sessionId\":\"{session}\",\"amount\":{amount},\"originAmount\":{amount},\
             \"currency\":\"{currency}\",\"orderId\":{order},\"methodId\":154,\"statement\":\"p24-A1B/ęść\""
        );
        let sign = sha384(&format!("{{{fields},\"crc\":\"{crc}\"}}"));
        format!("{{{fields},\"sign\":\"{sign}\"}}")
    }
}

impl Site {
    /// The same installation, where people pay through this gateway.
    pub async fn with_gateway(self, gateway: &FakeGateway) -> Self {
        let (db, config) = (self.app.db.clone(), gateway.settings(&self.app.config));
        Self::with(db, Box::new(self), config, true).await
    }

    /// The gateway says something.
    pub async fn hears(&self, text: &str) -> Answer {
        let mut gateway = self.browser();
        gateway
            .post_raw("/payments/online/notification", text)
            .await
    }
}
