//! Every story of the specification, told by a reader at a real browser to a real `zapis demo`.
//!
//! A story is an async function that takes a [`Walk`]; the macro [`story!`] makes it a test for each kind of [`Reader`].
//! Each test starts its own server on its own folder and its own browser with a fresh profile, so none meets another.
//! Every page that a walk reaches is judged on arrival: see [`judge`].
//!
//! `./scripts/test` installs what is needed. By hand: `cargo build -p zapis && cargo test -p browser_tests register`.
//! `SCREENSHOTS=1` puts a picture of every page into `target/screenshots`.

mod child;
mod driver;
mod fields;
mod http;
pub mod judge;
mod letters;
pub mod paper;
mod pictures;
mod reader;
mod seeing;
mod site;
mod telling;
mod walk;
mod words;

pub use letters::Letter;
pub use reader::Reader;
pub use site::Site;
pub use telling::{Failed, tell};
pub use walk::Walk;

/// Makes a story a test for each kind of reader: `chromium`, `firefox` and `chromium_without_scripts`; with
/// `story!(…, also on postgres)` as well `chromium_on_postgres`; with `story!(…, by chromium, …)` only for those named.
#[macro_export]
macro_rules! story {
    ($story:path, by $($reader:ident),+) => {
        $(
            #[test]
            fn $reader() -> Result<(), $crate::Failed> {
                $crate::tell(module_path!(), $crate::story!(@ $reader), $story)
            }
        )+
    };
    (@ chromium) => { $crate::Reader::Chromium };
    (@ firefox) => { $crate::Reader::Firefox };
    (@ chromium_without_scripts) => { $crate::Reader::ChromiumWithoutScripts };
    (@ chromium_on_postgres) => { $crate::Reader::ChromiumOnPostgres };
    ($story:path, also on postgres) => {
        $crate::story!($story);
        #[test]
        fn chromium_on_postgres() -> Result<(), $crate::Failed> {
            $crate::tell(module_path!(), $crate::Reader::ChromiumOnPostgres, $story)
        }
    };
    ($story:path) => {
        #[test]
        fn chromium() -> Result<(), $crate::Failed> {
            $crate::tell(module_path!(), $crate::Reader::Chromium, $story)
        }
        #[test]
        fn firefox() -> Result<(), $crate::Failed> {
            $crate::tell(module_path!(), $crate::Reader::Firefox, $story)
        }
        #[test]
        fn chromium_without_scripts() -> Result<(), $crate::Failed> {
            $crate::tell(
                module_path!(),
                $crate::Reader::ChromiumWithoutScripts,
                $story,
            )
        }
    };
}
