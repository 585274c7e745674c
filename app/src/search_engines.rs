//! What programs that search the web are told: which pages are for them, and where the public ones are. A public page has one
//! address for each language, so that it is found in each.

use std::fmt::Write as _;

use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

use crate::app::Shared;
use crate::directory;
use crate::guide::{self, address_of};
use crate::i18n::Lang;
use crate::web::AppError;

/// Pages of one person or of staff, and what programs talk to.
const NOT_FOR_SEARCHING: [&str; 4] = ["/my/", "/staff", "/api/", "/dev/"];

/// More addresses do not fit into one sitemap (sitemaps.org).
const MOST_ADDRESSES: usize = 50_000;

/// Routes of this module.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/robots.txt", get(robots))
        .route("/sitemap.xml", get(sitemap))
}

async fn robots(State(app): State<Shared>) -> Response {
    let mut text = String::from("User-agent: *\n");
    for address in NOT_FOR_SEARCHING {
        let _ = writeln!(text, "Disallow: {address}");
    }
    let _ = writeln!(text, "\nSitemap: {}/sitemap.xml", app.config.base_url);
    ([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

async fn sitemap(State(app): State<Shared>) -> Result<Response, AppError> {
    let (_, guide) = app.db.read(|tx| Box::pin(guide::in_force(tx))).await?;
    let now = app.clock.now();
    let (snapshot, tree) = (app.catalogue.current(), app.organisations.current());
    let listed = snapshot
        .offers()
        .iter()
        .filter(|offer| offer.is_listed(now));
    let mut courses: Vec<_> = listed.map(|offer| offer.detail.course.id).collect();
    courses.sort_unstable();
    courses.dedup();
    let in_each_language = guide
        .nodes
        .iter()
        .map(|node| address_of(&node.slug))
        .chain(["/institutions".to_owned()])
        .chain(directory::addresses(&tree))
        .flat_map(|address| Lang::ALL.map(|lang| in_language(&address, lang)));
    let addresses = ["/".to_owned(), "/courses".to_owned(), "/contact".to_owned()]
        .into_iter()
        .chain(courses.iter().map(|id| format!("/courses/{id}")))
        .chain(in_each_language);
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for address in addresses.take(MOST_ADDRESSES) {
        let whole = format!("{}{address}", app.config.base_url).replace('&', "&amp;");
        let _ = writeln!(text, "<url><loc>{whole}</loc></url>");
    }
    text.push_str("</urlset>\n");
    Ok(([(CONTENT_TYPE, "application/xml; charset=utf-8")], text).into_response())
}

/// The one address of a page in this language: nothing is added for the language in which whoever asks for none is answered.
pub fn in_language(address: &str, lang: Lang) -> String {
    if lang == Lang::default() {
        return address.to_owned();
    }
    let separator = if address.contains('?') { '&' } else { '?' };
    format!("{address}{separator}lang={}", lang.code())
}
