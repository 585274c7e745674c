//! The list of all routes, for `zapis routes` and for tests that try every one of them.

use std::collections::BTreeMap;
use std::fmt;

/// A path's pattern with the methods that it answers to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    /// Such as `/courses/{course}`.
    pub path: String,
    /// Such as `GET,HEAD,POST`.
    pub methods: String,
}

impl fmt::Display for Route {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:<14} {}", self.methods, self.path)
    }
}

/// Every route in the order of the paths; `demo` adds those of the demo.
///
/// A router tells its routes only where it is shown for debugging; a test keeps this in step with it.
pub fn routes(demo: bool) -> Vec<Route> {
    let shown = format!("{:?}", super::all_routes(demo));
    let (mut methods, mut paths) = (BTreeMap::new(), Vec::new());
    for piece in shown.split("RouteId(").skip(1) {
        let Some((id, rest)) = piece.split_once("): ") else {
            continue;
        };
        let text = |start: &str| {
            let (_, from) = rest.split_once(start)?;
            Some(from.split('"').next()?.to_owned())
        };
        if rest.starts_with('"') {
            paths.extend(text("\"").map(|path| (id, path)));
        } else {
            methods.extend(text("allow_header: Bytes(b\"").map(|names| (id, names)));
        }
    }
    let mut routes: Vec<Route> = paths
        .into_iter()
        .filter_map(|(id, path)| {
            let methods = methods.get(id)?.clone();
            Some(Route { path, methods })
        })
        .collect();
    routes.sort();
    // The router keeps what answers elsewhere as routes of its own.
    routes.retain(|route| !route.path.contains("__private__"));
    routes.dedup();
    routes
}
