//! Stylesheet, icons and scripts, compiled in, under addresses that change with their content.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use data_encoding::HEXLOWER;

use super::AppError;
use super::minify::minify_css;
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

#[derive(Debug)]
struct Asset {
    name: &'static str,
    kind: &'static str,
    address: String,
    bytes: Bytes,
}

/// The assets with their addresses.
#[derive(Debug)]
pub struct Assets {
    all: Vec<Asset>,
}

impl Default for Assets {
    fn default() -> Self {
        Self::new()
    }
}

impl Assets {
    /// Makes the stylesheet small and works out the addresses, once.
    pub fn new() -> Self {
        Self {
            all: SOURCES.iter().map(Asset::new).collect(),
        }
    }

    /// Address of an asset; of unknown ones a page that does not exist.
    pub fn address(&self, name: &str) -> String {
        self.named(name)
            .map_or_else(|| format!("/assets/{name}"), |asset| asset.address.clone())
    }

    fn named(&self, name: &str) -> Option<&Asset> {
        self.all.iter().find(|asset| asset.name == name)
    }
}

impl Asset {
    fn new(source: &Source) -> Self {
        let text = String::from_utf8_lossy(source.bytes);
        let bytes = if source.kind.starts_with("text/css") {
            Bytes::from(minify_css(&text))
        } else {
            Bytes::from_static(source.bytes)
        };
        let hash = crate::secrets::hash_of(&text);
        Self {
            name: source.name,
            kind: source.kind,
            address: format!("/assets/{}/{}", HEXLOWER.encode(&hash[..6]), source.name),
            bytes,
        }
    }
}

/// `GET /assets/{hash}/{name}`.
pub(super) async fn serve(
    State(app): State<Shared>,
    Path((hash, name)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let asset = app.assets.named(&name).ok_or(AppError::NotFound)?;
    if asset.address != format!("/assets/{hash}/{name}") {
        return Err(AppError::NotFound);
    }
    let headers = [
        (CONTENT_TYPE, asset.kind),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, asset.bytes.clone()).into_response())
}

#[cfg(test)]
mod tests {
    use super::Assets;

    /// A page is its HTML and this stylesheet, under 40 kB together before compression.
    #[test]
    fn the_stylesheet_leaves_room_for_the_page() {
        let assets = Assets::new();
        let size = assets.named("zapis.css").map(|asset| asset.bytes.len());
        assert!(
            size.is_some_and(|bytes| (1..=26_500).contains(&bytes)),
            "{size:?} bytes"
        );
    }

    /// The script only improves pages: it stays so small that nobody waits for it.
    #[test]
    fn the_script_stays_small() {
        let assets = Assets::new();
        let size = assets.named("zapis.js").map(|asset| asset.bytes.len());
        assert!(
            size.is_some_and(|bytes| (1..=6_000).contains(&bytes)),
            "{size:?} bytes"
        );
    }
}
