//! Stylesheet, icons and scripts, compiled in, under addresses that change with their content.

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use data_encoding::HEXLOWER;

use super::AppError;
use crate::app::Shared;

struct Source {
    name: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
}

const SOURCES: [Source; 3] = [
    Source {
        name: "zapis.css",
        kind: "text/css; charset=utf-8",
        bytes: include_bytes!("../../assets/zapis.css"),
    },
    Source {
        name: "icons.svg",
        kind: "image/svg+xml",
        bytes: include_bytes!("../../assets/icons.svg"),
    },
    Source {
        name: "zapis.js",
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../../assets/zapis.js"),
    },
];

/// The assets with their addresses.
#[derive(Debug)]
pub struct Assets {
    addresses: Vec<(&'static str, String)>,
}

impl Default for Assets {
    fn default() -> Self {
        Self::new()
    }
}

impl Assets {
    /// Works out the addresses once.
    pub fn new() -> Self {
        let address = |source: &Source| {
            let hash = crate::secrets::hash_of(&String::from_utf8_lossy(source.bytes));
            (
                source.name,
                format!("/assets/{}/{}", HEXLOWER.encode(&hash[..6]), source.name),
            )
        };
        Self {
            addresses: SOURCES.iter().map(address).collect(),
        }
    }

    /// Address of an asset; of unknown ones a page that does not exist.
    pub fn address(&self, name: &str) -> String {
        self.addresses
            .iter()
            .find(|(other, _)| *other == name)
            .map_or_else(|| format!("/assets/{name}"), |(_, address)| address.clone())
    }
}

/// `GET /assets/{hash}/{name}`.
pub(super) async fn serve(
    State(app): State<Shared>,
    Path((hash, name)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let source = SOURCES
        .iter()
        .find(|source| source.name == name)
        .ok_or(AppError::NotFound)?;
    if app.assets.address(source.name) != format!("/assets/{hash}/{name}") {
        return Err(AppError::NotFound);
    }
    let headers = [
        (CONTENT_TYPE, source.kind),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, source.bytes).into_response())
}
