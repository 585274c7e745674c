//! Clients that speak HTTP badly, slowly, or not at all, over real sockets.

use std::io;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::routing::{get, post};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;
use zapis::config::Config;
use zapis::web::{AppError, Context, Patience, Posted};

use crate::site::Site;

struct Server {
    address: std::net::SocketAddr,
    stop: watch::Sender<bool>,
    running: JoinHandle<io::Result<()>>,
    _site: Site,
}

async fn serve(pages: Router<zapis::app::Shared>, patience: Patience) -> Server {
    let site = Site::real(Config::default()).await;
    let router = zapis::web::surrounded(&site.app, pages, Duration::from_millis(300));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = watch::channel(false);
    let running = tokio::spawn(zapis::web::serve_with(router, listener, stopped, patience));
    Server {
        address,
        stop,
        running,
        _site: site,
    }
}

fn short() -> Patience {
    Patience {
        headers: Duration::from_millis(100),
        reader: Duration::from_millis(100),
        ..Patience::default()
    }
}

impl Server {
    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// Sends bytes and reads until the server ends the connection.
    async fn say(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect().await;
        // The server may end the connection before it has read everything.
        let _ = stream.write_all(bytes).await;
        everything(&mut stream).await
    }
}

async fn everything(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or("none")
}

#[tokio::test]
async fn what_is_no_request_is_refused() {
    let server = serve(Router::new(), short()).await;
    let close = "Host: x\r\nConnection: close\r\n\r\n";
    let long = "a".repeat(100_000);
    for (request, expected) in [
        (
            format!("GET /{long} HTTP/1.1\r\n{close}"),
            vec!["414", "431"],
        ),
        (
            format!("GET / HTTP/1.1\r\nX-Long: {long}\r\n{close}"),
            vec!["431"],
        ),
        (
            format!("GET / HTTP/1.1\r\n{}{close}", "a: b\r\n".repeat(200)),
            vec!["431"],
        ),
        (format!("GET /\0 HTTP/1.1\r\n{close}"), vec!["400"]),
        (
            format!("GET / HTTP/1.1\r\nCookie: a=\0\r\n{close}"),
            vec!["400"],
        ),
        (
            format!("GET /\u{ff} HTTP/1.1\r\n{close}"),
            vec!["400", "404"],
        ),
        ("\u{16}\u{3}\u{1} hello\r\n\r\n".into(), vec!["400", "none"]),
        (format!("OPTIONS * HTTP/1.1\r\n{close}"), vec!["404"]),
        (
            format!("CONNECT evil.example:443 HTTP/1.1\r\n{close}"),
            vec!["404"],
        ),
        (
            format!("GET http://evil.example/?lang=en HTTP/1.1\r\nCookie: a=b\r\n{close}"),
            vec!["303"],
        ),
        (
            format!("GET http://evil.example/?lang=en HTTP/1.1\r\n{close}"),
            vec!["404"],
        ),
        ("GET / HTTP/1.0\r\n\r\n".into(), vec!["404"]),
        (
            format!(
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n{close}0\r\n\r\n"
            ),
            vec!["400", "404"],
        ),
        (
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".into(),
            vec!["400", "505", "none"],
        ),
    ] {
        let answer = server.say(request.as_bytes()).await;
        let start: String = request.chars().take(40).collect();
        assert!(expected.contains(&status(&answer)), "{start:?}: {answer}");
        assert!(!answer.contains("evil"), "{start:?}: {answer}");
    }
}

#[tokio::test]
async fn slow_clients_are_let_go() {
    let big = get(async || "a".repeat(64 << 20));
    let pages = Router::new()
        .route("/form", post(async |_: Posted| "read"))
        .route("/big", big);
    let server = serve(pages, short()).await;
    // Says nothing, half a line, half of the headers; and nothing after an answer.
    for said in ["", "GET / HT", "GET / HTTP/1.1\r\nHost: x\r\nA: "] {
        let answer = server.say(said.as_bytes()).await;
        assert!(["none", "408"].contains(&status(&answer)), "{answer}");
    }
    let idle = server.say(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").await;
    assert_eq!(status(&idle), "404");
    // Half of a body.
    let head = "POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\na=b";
    let answer = server.say(head.as_bytes()).await;
    assert_eq!(status(&answer), "503");
    // Asks for much and does not read it: the server lets go, so that not everything comes.
    let mut stream = server.connect().await;
    stream
        .write_all(b"GET /big HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        .await
        .unwrap();
    stream.readable().await.unwrap();
    let patience = short().reader;
    tokio::time::sleep(10 * patience).await;
    assert!(everything(&mut stream).await.len() < 64 << 20);
}

#[tokio::test]
async fn connections_have_a_limit_and_queue() {
    let patience = Patience {
        connections: 1,
        ..short()
    };
    let server = serve(Router::new(), patience).await;
    let first = server.connect().await;
    let answer = server
        .say(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        .await;
    assert_eq!(status(&answer), "404");
    drop(first);
}

#[tokio::test]
async fn what_runs_is_answered_before_the_end() {
    let (begun, is_begun) = oneshot::channel::<()>();
    let (go_on, may_go_on) = oneshot::channel::<()>();
    let parts = std::sync::Arc::new(std::sync::Mutex::new(Some((begun, may_go_on))));
    let work = async move |_: Context, _: Request| {
        let taken = parts.lock().unwrap().take();
        let (begun, may_go_on) = taken.ok_or(AppError::NotFound)?;
        begun.send(()).unwrap();
        may_go_on.await.unwrap();
        Ok::<_, AppError>("finished")
    };
    let server = serve(Router::new().route("/work", get(work)), short()).await;
    let mut stream = server.connect().await;
    stream
        .write_all(b"GET /work HTTP/1.1\r\nHost: x\r\n\r\n")
        .await
        .unwrap();
    is_begun.await.unwrap();
    server.stop.send(true).unwrap();
    // Nobody else is let in any more, once the listener is gone.
    while TcpStream::connect(server.address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    go_on.send(()).unwrap();
    let answer = everything(&mut stream).await;
    assert!(
        answer.starts_with("HTTP/1.1 200") && answer.ends_with("finished"),
        "{answer}"
    );
    server.running.await.unwrap().unwrap();
}
