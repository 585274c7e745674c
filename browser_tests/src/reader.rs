//! Who reads: which browser, in which language, with or without scripts.

/// A kind of reader. Each reads in another language, so that a story told by all of them is told in all three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Chromium with scripts, in Polish; every page is judged by axe, light and dark.
    Chromium,
    /// Firefox with scripts, in Russian.
    Firefox,
    /// Chromium without scripts, in English.
    ChromiumWithoutScripts,
    /// Chromium without scripts, in Polish, where the site keeps its data in PostgreSQL.
    ChromiumOnPostgres,
}

impl Reader {
    /// Name of the test and of pictures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::ChromiumWithoutScripts => "chromium_without_scripts",
            Self::ChromiumOnPostgres => "chromium_on_postgres",
        }
    }

    /// Code of the language that the browser asks for.
    pub fn lang(self) -> &'static str {
        match self {
            Self::Chromium | Self::ChromiumOnPostgres => "pl",
            Self::Firefox => "ru",
            Self::ChromiumWithoutScripts => "en",
        }
    }

    /// Whether pages may run scripts.
    pub fn has_scripts(self) -> bool {
        matches!(self, Self::Chromium | Self::Firefox)
    }

    pub(crate) fn is_chromium(self) -> bool {
        self != Self::Firefox
    }

    pub(crate) fn uses_postgres(self) -> bool {
        self == Self::ChromiumOnPostgres
    }
}
