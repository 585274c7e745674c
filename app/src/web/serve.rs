//! Listening, and stopping in good order: what has been taken is finished.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::app::Shared;

/// How long running requests may take once a stop was asked for.
const PATIENCE: Duration = Duration::from_secs(20);

/// Serves until `stop` turns true, then answers what runs and returns.
///
/// # Errors
/// The listener fails.
pub async fn serve(
    app: Shared,
    listener: TcpListener,
    mut stop: watch::Receiver<bool>,
) -> std::io::Result<()> {
    let site = super::site(&app).into_make_service_with_connect_info::<SocketAddr>();
    let mut asked = stop.clone();
    let server = axum::serve(listener, site).with_graceful_shutdown(async move {
        let _ = asked.wait_for(|stop| *stop).await;
    });
    let overdue = async {
        let _ = stop.wait_for(|stop| *stop).await;
        tokio::time::sleep(PATIENCE).await;
    };
    tokio::select! {
        result = server => result,
        () = overdue => Ok(()),
    }
}
