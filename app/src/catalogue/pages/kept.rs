//! Pages that are the same for everybody are made once and kept, compressed too, until something on them changes: the
//! catalogue's version, the places taken, or the hour (a window opens, a group begins).

use std::collections::HashMap;
use std::io::Write as _;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;

use super::packed::Packed;
use crate::i18n::Lang;

/// The most pages kept, and their most bytes altogether; then all are forgotten.
const MOST_PAGES: usize = 2_000;
const MOST_BYTES: usize = 24 << 20;
/// Longer addresses are made up by somebody, and not kept.
const LONGEST_ADDRESS: usize = 300;

/// What a kept page is found by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The reader's language.
    pub lang: Lang,
    /// Whether it speaks to somebody who is signed in.
    pub signed_in: bool,
    /// Path and query.
    pub address: String,
}

/// Until when a page is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Freshness {
    /// Version of the catalogue.
    pub version: i64,
    /// Version of what is announced.
    pub notices: i64,
    /// See [`Catalogue::places_epoch`](crate::catalogue::Catalogue::places_epoch).
    pub epoch: u64,
    /// The first instant at which it may look different.
    pub until: Timestamp,
}

/// What the catalogue says on a page, without the frame around it.
#[derive(Debug, Default)]
pub struct Made {
    /// Its title.
    pub title: String,
    /// For search engines.
    pub description: String,
    /// HTML of the head, for machines.
    pub head: String,
    /// HTML of the content.
    pub content: String,
}

/// A page that is kept.
#[derive(Debug)]
pub struct Kept {
    freshness: Freshness,
    /// The content, which goes into the frame of whoever is signed in.
    pub made: Made,
    whole: OnceLock<Whole>,
    packed: OnceLock<Packed>,
}

/// The whole page for visitors.
#[derive(Debug)]
struct Whole {
    html: Bytes,
    gzip: Bytes,
}

/// Stands in a frame where the content goes. Nothing that people write can hold it: `<` is escaped in all of it.
pub const CONTENT: &str = "<!--content-->";

impl Kept {
    /// The page for a visitor, made by `frame` when it is asked for the first time.
    pub fn for_visitor<E>(
        &self,
        headers: &HeaderMap,
        frame: impl FnOnce(&Made) -> Result<String, E>,
    ) -> Result<Response, E> {
        let whole = if let Some(whole) = self.whole.get() {
            whole
        } else {
            let html = Bytes::from(frame(&self.made)?);
            let gzip = compress(&html);
            self.whole.get_or_init(|| Whole { html, gzip })
        };
        let kind = (CONTENT_TYPE, "text/html; charset=utf-8");
        let vary = (VARY, "accept-encoding");
        Ok(if takes_gzip(headers) && !whole.gzip.is_empty() {
            let packed = (CONTENT_ENCODING, "gzip");
            ([kind, vary, packed], whole.gzip.clone()).into_response()
        } else {
            ([kind, vary], whole.html.clone()).into_response()
        })
    }

    /// The page for one reader: `frame` puts the text it is given into the reader's frame. Only the frame is made anew,
    /// and it is not compressed, which would cost more than it saves, and could tell what is secret in it by its length.
    pub fn for_reader<E>(
        &self,
        headers: &HeaderMap,
        frame: impl FnOnce(&str) -> Result<String, E>,
    ) -> Result<Response, E> {
        let kind = (CONTENT_TYPE, "text/html; charset=utf-8");
        let vary = (VARY, "accept-encoding");
        if takes_gzip(headers) {
            let around = frame(CONTENT)?;
            let (before, after) = around.split_once(CONTENT).unwrap_or((&around, ""));
            let packed = self.packed.get_or_init(|| Packed::new(&self.made.content));
            let bytes = packed.between(before.as_bytes(), after.as_bytes());
            return Ok(([kind, vary, (CONTENT_ENCODING, "gzip")], bytes).into_response());
        }
        Ok(([kind, vary], frame(&self.made.content)?).into_response())
    }
}

fn compress(html: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::with_capacity(html.len() / 4), Compression::new(6));
    let packed = encoder.write_all(html).and_then(|()| encoder.finish());
    packed.map(Bytes::from).unwrap_or_default()
}

fn takes_gzip(headers: &HeaderMap) -> bool {
    let lists = headers
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let mut offers = lists.flat_map(|list| list.split(','));
    offers.any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        let is_gzip = parts
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
        let weight = parts.find_map(|part| part.strip_prefix("q=")?.parse::<f32>().ok());
        is_gzip && weight.unwrap_or(1.0) > 0.0
    })
}

/// The pages kept by one process.
#[derive(Debug, Default)]
pub struct KeptPages {
    pages: Mutex<(HashMap<Key, Arc<Kept>>, usize)>,
}

impl KeptPages {
    /// The page under this key, if it is still right.
    pub fn find(&self, key: &Key, freshness: Freshness, now: Timestamp) -> Option<Arc<Kept>> {
        let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = pages.0.get(key)?;
        let is_right = kept.freshness.version == freshness.version
            && kept.freshness.notices == freshness.notices
            && kept.freshness.epoch == freshness.epoch
            && now < kept.freshness.until;
        is_right.then(|| kept.clone())
    }

    /// Keeps what was made.
    pub fn keep(&self, key: Key, freshness: Freshness, made: Made) -> Arc<Kept> {
        // The whole page and its compressed form come to about as much again.
        let bytes = 3 * made.content.len() + 8_000;
        let kept = Arc::new(Kept {
            freshness,
            made,
            whole: OnceLock::new(),
            packed: OnceLock::new(),
        });
        if key.address.len() <= LONGEST_ADDRESS {
            let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
            if pages.0.len() >= MOST_PAGES || pages.1 + bytes > MOST_BYTES {
                pages.0.clear();
                pages.1 = 0;
            }
            if pages.0.insert(key, kept.clone()).is_none() {
                pages.1 += bytes;
            }
        }
        kept
    }
}
