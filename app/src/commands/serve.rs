//! `zapis serve`: the server, its workers, and a stop in good order.

use anyhow::Context as _;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::app::Shared;
use crate::commands::printing::tell;
use crate::config::Config;
use crate::web;

pub(super) async fn run() -> anyhow::Result<()> {
    let config = Config::load()?;
    super::start_logging(&config)?;
    let listen = config.listen.clone();
    let app = super::assemble(config).await?;
    let listener = TcpListener::bind(&listen)
        .await
        .with_context(|| format!("cannot listen on {listen} (ZAPIS_LISTEN)"))?;
    run_until_stopped(app, listener).await
}

/// Serves on the listener until the process is asked to stop.
pub(super) async fn run_until_stopped(app: Shared, listener: TcpListener) -> anyhow::Result<()> {
    web::health::install_metrics();
    let (stop, stopped) = watch::channel(false);
    let workers = crate::workers::start(&app, &stopped)?;
    tell!("Listening on http://{}", listener.local_addr()?)?;
    tokio::spawn(async move {
        wait_for_signal().await;
        let _ = stop.send(true);
    });
    web::serve(app.clone(), listener, stopped).await?;
    for worker in workers {
        let _ = worker.await;
    }
    app.db.close().await;
    Ok(())
}

async fn wait_for_signal() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        if let Ok(mut terminate) =
            tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
        {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}
