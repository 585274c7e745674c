//! Programs that search the web find the guide, the institutions and the offer, each page in each language, and nobody's own pages.

use axum::http::Request;
use zapis::guide::standard;

use crate::site::on_both;
use crate::staff_children::region;
use crate::web::ask;

const HERE: &str = "http://127.0.0.1:8080";

on_both! {
    async fn public_pages_are_listed_in_every_language(site: Site) {
        let region = region(&site).await;
        let mut anybody = site.browser();
        let robots = anybody.get("/robots.txt").await.is(200).text();
        assert!(robots.contains(&format!("Sitemap: {HERE}/sitemap.xml")), "{robots}");
        for own in ["/my/", "/staff", "/api/"] {
            assert!(robots.contains(&format!("Disallow: {own}\n")), "{robots}");
        }
        let map = anybody.get("/sitemap.xml").await.is(200).text();
        let addresses: Vec<&str> = map.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap()).collect();
        for address in ["/", "/courses", "/help", "/help?lang=ru", "/help?lang=en", &format!("/institutions/{}?lang=ru", region.school)] {
            assert!(addresses.contains(&format!("{HERE}{address}").as_str()), "{address} in {map}");
        }
        assert!(addresses.len() > standard().nodes.len() * 3);
        // Each leads to a page that names the same address as its own.
        for address in addresses.iter().filter(|one| one.contains("/help") || one.contains("/institutions")) {
            let own = format!("<link rel=\"canonical\" href=\"{address}\">");
            let seen = ask(site.router(), Request::get(address.trim_start_matches(HERE)), "").await;
            assert!(seen.status == 200 && seen.text().contains(&own), "{address}");
        }
    }
}
