//! Listening with patience that ends, and stopping in good order: what has been taken is finished.

use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc, watch};
use tower::ServiceExt;

use super::patient::Patient;
use crate::app::Shared;

/// Bytes of a request's first line and headers together; more is answered with status 431.
const MOST_HEADERS: usize = 64 * 1024;
/// How often what was measured is summed up.
const SUMMED_UP: Duration = Duration::from_secs(5);

/// How long the server waits, and for how many.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For the headers of the next request, and so for how long a connection may be idle.
    pub headers: Duration,
    /// For the other side to take a piece of an answer.
    pub reader: Duration,
    /// For running requests once a stop was asked for.
    pub stop: Duration,
    /// Connections at the same time; more wait until one ends.
    pub connections: usize,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            headers: Duration::from_secs(10),
            reader: Duration::from_secs(30),
            stop: Duration::from_secs(20),
            connections: 10_000,
        }
    }
}

/// Serves until `stop` turns true, then answers what runs and returns.
///
/// # Errors
/// None at present; the listener's own errors pass.
pub async fn serve(
    app: Shared,
    listener: TcpListener,
    stop: watch::Receiver<bool>,
) -> std::io::Result<()> {
    serve_with(super::site(&app), listener, stop, Patience::default()).await
}

/// The same for any site, with a patience of one's own.
///
/// # Errors
/// As [`serve`].
pub async fn serve_with(
    site: Router,
    listener: TcpListener,
    stop: watch::Receiver<bool>,
    patience: Patience,
) -> std::io::Result<()> {
    let places = Arc::new(Semaphore::new(patience.connections));
    // Every connection holds a sender; when all are gone, so are the connections.
    let (running, mut all_gone) = mpsc::channel::<()>(1);
    let mut asked = stop.clone();
    let mut summing_up = tokio::time::interval(SUMMED_UP);
    loop {
        let accepted = tokio::select! {
            _ = asked.wait_for(|stop| *stop) => break,
            _ = summing_up.tick() => {
                super::health::sum_up();
                continue;
            }
            accepted = accept(&listener, &places) => accepted,
        };
        let Some((stream, peer, place)) = accepted else {
            continue;
        };
        let (site, stop, running) = (site.clone(), stop.clone(), running.clone());
        tokio::spawn(async move {
            converse(site, stream, peer, stop, patience).await;
            drop((place, running));
        });
    }
    drop((listener, running));
    // Whoever is not done by then is cut off.
    let _ = tokio::time::timeout(patience.stop, all_gone.recv()).await;
    Ok(())
}

type Place = tokio::sync::OwnedSemaphorePermit;

async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> Option<(TcpStream, SocketAddr, Place)> {
    let place = places.clone().acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => Some((stream, peer, place)),
        Err(error) => {
            // Mostly out of file handles, which end by themselves when connections do.
            tracing::warn!(%error, "a connection could not be accepted");
            tokio::time::sleep(Duration::from_millis(200)).await;
            None
        }
    }
}

/// Answers the requests of one connection.
async fn converse(
    site: Router,
    stream: TcpStream,
    peer: SocketAddr,
    mut stop: watch::Receiver<bool>,
    patience: Patience,
) {
    let answer = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        site.clone().oneshot(request)
    });
    let stream = TokioIo::new(Patient::new(stream, patience.reader));
    let mut connection = pin!(
        http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(patience.headers)
            .max_header_size(MOST_HEADERS)
            .serve_connection(stream, answer)
    );
    // How a connection ends is the other side's business: nothing of it is worth a line in the log.
    tokio::select! {
        _ = connection.as_mut() => return,
        _ = stop.wait_for(|stop| *stop) => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}
