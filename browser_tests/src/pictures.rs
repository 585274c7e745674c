//! Pictures of pages, to look at, and what to say about a walk that failed.

use anyhow::Result;
use serde_json::json;

use crate::Walk;
use crate::judge::command;
use crate::site::workspace;

const HEIGHT: &str = "return Math.max(document.documentElement.scrollHeight, 400)";

impl Walk {
    /// With `SCREENSHOTS=1`, a picture of the whole page: `target/screenshots/STORY-NUMBER-PATH-LANG-WIDTH-SCHEME.png`.
    pub(crate) async fn take_picture(&self, width: u32, scheme: &str) -> Result<()> {
        if std::env::var_os("SCREENSHOTS").is_none() {
            return Ok(());
        }
        let height = self.driver().execute(HEIGHT, []).await?.json().clone();
        let size =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        command(self, "Emulation.setDeviceMetricsOverride", size).await?;
        let path = self.path().await?;
        let place: String = path
            .chars()
            .map(|char| {
                if char.is_ascii_alphanumeric() {
                    char
                } else {
                    '_'
                }
            })
            .take(40)
            .collect();
        let (number, lang) = (self.pages.get(), self.lang());
        self.save(&format!(
            "{}-{number:02}-{place}-{lang}-{width}-{scheme}",
            self.story
        ))
        .await
    }

    async fn save(&self, name: &str) -> Result<()> {
        let folder = workspace().join("target/screenshots");
        std::fs::create_dir_all(&folder)?;
        self.driver()
            .screenshot(&folder.join(format!("{name}.png")))
            .await?;
        Ok(())
    }

    /// Where the walk was when it failed, what the page said and what the server logged; with a picture beside.
    pub(crate) async fn describe_scene(&self) -> String {
        let name = format!("failed-{}-{}", self.story, self.reader.name());
        let picture = match self.save(&name).await {
            Ok(()) => format!("target/screenshots/{name}.png"),
            Err(error) => format!("no picture: {error}"),
        };
        let (path, text) = (self.path().await, self.text().await.unwrap_or_default());
        let text: String = text.chars().take(1200).collect();
        format!(
            "{} by {} failed at {} ({picture}), where the page says:\n{text}\n{}",
            self.story,
            self.reader.name(),
            path.unwrap_or_default(),
            self.site.last_lines()
        )
    }
}
