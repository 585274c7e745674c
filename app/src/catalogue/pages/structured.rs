//! What search engines read of a course: schema.org Course as JSON-LD, a data block that no browser runs.

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::catalogue::rules::Standing;
use crate::catalogue::{Course, Mode, Offer};

/// The element for the page's head.
pub(super) fn head(
    course: &Course,
    offers: &[&Arc<Offer>],
    base_url: &str,
    now: Timestamp,
) -> String {
    let data = escape(&data(course, offers, base_url, now).to_string());
    let href = format!("{base_url}/courses/{}", course.id);
    format!(
        "<link rel=\"canonical\" href=\"{href}\">\n<script type=\"application/ld+json\">{data}</script>"
    )
}

/// JSON that can stand inside a script element: nothing in it can end the element or begin a comment.
pub(crate) fn escape(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            other => safe.push(other),
        }
    }
    safe
}

fn data(course: &Course, offers: &[&Arc<Offer>], base_url: &str, now: Timestamp) -> Value {
    let url = format!("{base_url}/courses/{}", course.id);
    let topics: Vec<&str> = course.topic_lines().collect();
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Course",
        "@id": url,
        "url": url,
        "name": course.title,
        "description": course.summary,
        "courseCode": course.code,
        "inLanguage": course.language,
        "teaches": topics,
        "hasCourseInstance": offers.iter().map(|offer| instance(offer, &url, now)).collect::<Vec<_>>(),
    });
    if let Some(first) = offers.first() {
        let organisation = &first.detail.organisation;
        data["provider"] = json!({
            "@type": "Organization",
            "name": organisation.name,
            "address": organisation.address,
        });
    }
    data
}

fn instance(offer: &Offer, url: &str, now: Timestamp) -> Value {
    let (detail, group) = (&offer.detail, &offer.detail.group);
    let local = |at: Timestamp| {
        at.to_zoned(detail.organisation.zone.clone())
            .strftime("%Y-%m-%dT%H:%M:%S%:z")
            .to_string()
    };
    let standing = offer.standing(now);
    let is_cancelled = standing == Standing::Cancelled;
    let mut data = json!({
        "@type": "CourseInstance",
        "@id": format!("{url}#group-{}", group.id),
        "name": detail.course.title,
        "courseMode": match group.mode { Mode::OnSite => "onsite", Mode::Online => "online", Mode::Mixed => "blended" },
        // Teaching hours have 45 minutes.
        "courseWorkload": format!("PT{}M", detail.course.teaching_hours * 45),
        "startDate": detail.starts_at().map(local),
        "endDate": detail.ends_at().map(local),
        "eventStatus": if is_cancelled { "https://schema.org/EventCancelled" } else { "https://schema.org/EventScheduled" },
        "maximumAttendeeCapacity": group.capacity,
        "remainingAttendeeCapacity": offer.free(),
        "offers": {
            "@type": "Offer",
            "category": if group.price_minor == 0 { "Free" } else { "Paid" },
            "price": format!("{}.{:02}", group.price_minor / 100, group.price_minor % 100),
            "priceCurrency": group.currency,
            "validFrom": local(group.opens_at),
            "validThrough": local(group.closes_at),
            "availability": availability(standing),
            "url": url,
        },
    });
    if !group.place.is_empty() {
        data["location"] = json!({ "@type": "Place", "name": group.place, "address": detail.organisation.address });
    }
    if !group.trainers.is_empty() {
        data["instructor"] = json!({ "@type": "Person", "name": group.trainers });
    }
    data
}

fn availability(standing: Standing) -> &'static str {
    match standing {
        Standing::Open | Standing::Draw => "https://schema.org/InStock",
        Standing::OpensAt(_) => "https://schema.org/PreOrder",
        Standing::Full | Standing::ListOpen(_) => "https://schema.org/SoldOut",
        Standing::Closed | Standing::Cancelled => "https://schema.org/OutOfStock",
    }
}
