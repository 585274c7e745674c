//! What is remembered of the device and network of a sign-in: enough for its holder to know it again, no more.

use std::net::IpAddr;

/// Browser and system in two words, such as `Firefox, Linux`; empty when the browser says nothing that is known.
pub fn describe(user_agent: &str) -> String {
    // In this order: most browsers also name those that they want to be taken for.
    const BROWSERS: [(&str, &str); 8] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("YaBrowser", "Yandex"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("Chrom", "Chrome"),
        ("Safari", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 7] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];
    let find = |names: &[(&str, &'static str)]| {
        let found = names.iter().find(|(part, _)| user_agent.contains(part));
        found.map(|(_, name)| *name)
    };
    let parts: Vec<&str> = [find(&BROWSERS), find(&SYSTEMS)]
        .into_iter()
        .flatten()
        .collect();
    parts.join(", ")
}

/// The network of an address: its first 24 bits, or 48 of an IPv6 address.
pub fn network_of(client: IpAddr) -> String {
    match client {
        IpAddr::V4(address) => {
            let [a, b, c, _] = address.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(address) => {
            let [a, b, c, ..] = address.segments();
            format!("{}/48", std::net::Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_and_systems_are_known_by_their_words() {
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0";
        let phone = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36";
        let safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1";
        for (agent, words) in [
            (firefox, "Firefox, Linux"),
            (edge, "Edge, Windows"),
            (phone, "Chrome, Android"),
            (safari, "Safari, iPhone"),
            ("", ""),
            ("curl/8", ""),
        ] {
            assert_eq!(describe(agent), words);
        }
    }

    #[test]
    fn networks_hide_the_single_machine() -> Result<(), std::net::AddrParseError> {
        assert_eq!(network_of("203.0.113.77".parse()?), "203.0.113.0/24");
        assert_eq!(network_of("2001:db8:1:2::3".parse()?), "2001:db8:1::/48");
        Ok(())
    }
}
