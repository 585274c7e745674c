//! Whether people can pay online.

use super::{Finding, fine, mend, note};
use crate::config::Config;
use crate::payments::gateway::Gateway;

/// Looks at the settings of the gateway, and asks whether it lets us in.
pub(super) async fn examine(config: &Config) -> Finding {
    let gateway = match Gateway::of(config) {
        Ok(Some(gateway)) => gateway,
        Ok(None) => {
            return note("Nobody can pay online: ZAPIS_P24_MERCHANT_ID is not set.");
        }
        Err(error) => {
            return mend(
                format!("{error:#}."),
                "Copy the number of the merchant, the key of the API and the key of the CRC from the panel of Przelewy24.",
            );
        }
    };
    let is_secret = config.base_url.starts_with("https://");
    match gateway.check().await {
        Ok(()) if is_secret => fine(format!("{} answers and lets us in.", gateway.name())),
        Ok(()) => mend(
            format!(
                "{} lets us in, but its notifications would come to {}.",
                gateway.name(),
                config.base_url
            ),
            "Write the https:// address in ZAPIS_BASE_URL at which the gateway can reach the installation.",
        ),
        Err(error) => mend(
            format!("{} can not be used: {error}.", gateway.name()),
            "Check ZAPIS_P24_URL, ZAPIS_P24_POS_ID and ZAPIS_P24_API_KEY; the panel of Przelewy24 must allow this machine's address.",
        ),
    }
}
