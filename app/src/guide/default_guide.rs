//! The guide that comes with the program.

use std::sync::LazyLock;

use super::types::Guide;

static STANDARD: LazyLock<Guide> = LazyLock::new(|| {
    // A test reads it and finds it whole, so that an error here is met before anybody runs it.
    serde_json::from_str(include_str!("default_guide.json")).unwrap_or_default()
});

/// The guide that comes with the program.
pub fn standard() -> &'static Guide {
    &STANDARD
}
