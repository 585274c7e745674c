//! What happened to certificates, as timelines tell it: with the numbers.

use super::rules::register_number_of;
use crate::i18n::Translator;

/// What the audit calls the issue of a certificate.
pub const ISSUE: &str = "certificate.issue";
/// What it calls a revocation.
pub const REVOKE: &str = "certificate.revoke";

/// An event of the audit in words; none when it is not about a certificate. `before` and `after` are what the audit keeps:
/// public numbers.
pub fn told(
    t: Translator,
    action: &str,
    before: Option<&str>,
    after: Option<&str>,
) -> Option<String> {
    let number = |kept: Option<&str>| kept.map(register_number_of).unwrap_or_default();
    let message = match (action, before) {
        (ISSUE, None) => t
            .get("certificates-event-issued")
            .text("number", number(after)),
        (ISSUE, Some(_)) => t
            .get("certificates-event-replaced")
            .text("number", number(after))
            .text("before", number(before)),
        (REVOKE, _) => t
            .get("certificates-event-revoked")
            .text("number", number(before)),
        _ => return None,
    };
    Some(message.to_string())
}
