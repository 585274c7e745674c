//! Starts a browser through its driver, with a profile of its own.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::{
    By, Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel,
    WebDriver,
};

use crate::Reader;
use crate::child::Running;

/// Tells by itself whether scripts run.
const PROBE: &str =
    "data:text/html,<p>without</p><script>document.querySelector('p').textContent='with'</script>";

/// A browser and the driver that it hangs on. The driver ends last.
pub(crate) struct Browser {
    pub(crate) driver: WebDriver,
    _program: Running,
}

/// Opens a browser whose files lie in `folder`.
pub(crate) async fn open(reader: Reader, folder: &Path) -> Result<Browser> {
    let (program, port) = if reader.is_chromium() {
        let program = start("chromedriver", &["--port=0"], folder)?;
        let said = program.wait_for("started successfully on port ")?;
        (program, said.trim_end_matches('.').to_owned())
    } else {
        let program = start("geckodriver", &["--port", "0"], folder)?;
        let said = program.wait_for("Listening on 127.0.0.1:")?;
        (program, said)
    };
    let capabilities: Capabilities = if reader.is_chromium() {
        chromium(reader)?
    } else {
        firefox(reader)?
    };
    // The drivers are asked without TLS, but the client wants to know how it would be done.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let driver = WebDriver::builder(format!("http://127.0.0.1:{}", port.trim()), capabilities)
        .request_timeout(Duration::from_secs(90))
        .connect()
        .await
        .with_context(|| {
            format!(
                "{} does not open: run ./scripts/test, which installs it",
                reader.name()
            )
        })?;
    driver.goto(PROBE).await?;
    let scripts = driver.find(By::Tag("p")).await?.text().await?;
    ensure!(
        (scripts == "with") == reader.has_scripts(),
        "{} runs {scripts} scripts",
        reader.name()
    );
    Ok(Browser {
        driver,
        _program: program,
    })
}

fn start(name: &str, arguments: &[&str], folder: &Path) -> Result<Running> {
    let mut command = Command::new(name);
    // Profiles are made in the temporary folder.
    command
        .args(arguments)
        .env("TMPDIR", folder)
        .stderr(Stdio::null());
    Running::start(&mut command, "run ./scripts/test, which installs it")
}

fn chromium(reader: Reader) -> Result<Capabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    for argument in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-extensions",
        "--disable-default-apps",
        "--disable-features=PreloadTopChromeWebUI,OptimizationHints,MediaRouter,Translate",
        "--no-first-run",
        "--window-size=1280,900",
        // A pipe closes with the driver, so no browser is left behind, however the test ends.
        "--remote-debugging-pipe",
    ] {
        wanted.add_arg(argument)?;
    }
    let mut preferences = json!({
        "intl.accept_languages": reader.lang(),
        "credentials_enable_service": false,
    });
    if !reader.has_scripts() {
        preferences["profile.managed_default_content_settings.javascript"] = 2.into();
    }
    wanted.add_experimental_option("prefs", preferences)?;
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(wanted.into())
}

fn firefox(reader: Reader) -> Result<Capabilities> {
    let mut wanted = DesiredCapabilities::firefox();
    wanted.add_arg("-headless")?;
    if Path::new("/usr/bin/firefox-esr").exists() {
        wanted.set_firefox_binary("/usr/bin/firefox-esr")?;
    }
    let mut preferences = FirefoxPreferences::new();
    preferences.set("intl.accept_languages", reader.lang())?;
    // Nothing is asked of other hosts.
    preferences.set("network.connectivity-service.enabled", false)?;
    preferences.set("network.captive-portal-service.enabled", false)?;
    preferences.set("browser.safebrowsing.update.enabled", false)?;
    wanted.set_preferences(preferences)?;
    let mut wanted: Capabilities = wanted.into();
    wanted.set("pageLoadStrategy", "normal")?;
    Ok(wanted)
}
