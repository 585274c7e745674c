//! Links of letters about requests. They are made of the root key, so that every letter can bear the same one and nothing
//! has to be kept.

use data_encoding::BASE64URL_NOPAD;

use super::types::RequestId;
use crate::app::App;
use crate::secrets::{mac, same};

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Reading the thread and replying.
    Thread,
    /// Confirming the address.
    Confirm,
}

fn secret(app: &App, purpose: Purpose, id: RequestId) -> String {
    let key = app.key.derive(match purpose {
        Purpose::Thread => "request thread",
        Purpose::Confirm => "request confirmation",
    });
    BASE64URL_NOPAD.encode(&mac(&key, id.to_string().as_bytes()))
}

/// The path of a link.
pub fn path(app: &App, purpose: Purpose, id: RequestId) -> String {
    let place = match purpose {
        Purpose::Thread => "/requests",
        Purpose::Confirm => "/contact/confirm",
    };
    format!("{place}/{id}.{}", secret(app, purpose, id))
}

/// The request of a link's last part; none when it is not one of ours.
pub fn read(app: &App, purpose: Purpose, link: &str) -> Option<RequestId> {
    let (id, shown) = link.split_once('.')?;
    let id: RequestId = id.parse().ok()?;
    same(secret(app, purpose, id).as_bytes(), shown.as_bytes()).then_some(id)
}
