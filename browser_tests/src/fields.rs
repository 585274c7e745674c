//! The fields of a form, filled as a person does.

use std::path::Path;

use anyhow::{Context as _, Result};
use thirtyfour::By;

use crate::Walk;

impl Walk {
    /// Types into a field, in place of what was there.
    pub async fn fill(&self, name: &str, value: &str) -> Result<()> {
        let field = self.visible(&format!("main [name=\"{name}\"]")).await?;
        self.bring_into_view(&field).await?;
        field.clear().await?;
        field.send_keys(value).await?;
        Ok(())
    }

    /// Types into several fields.
    pub async fn fill_all(&self, fields: &[(&str, &str)]) -> Result<()> {
        for (name, value) in fields {
            self.fill(name, value).await?;
        }
        Ok(())
    }

    /// What stands in a field.
    pub async fn typed(&self, name: &str) -> Result<String> {
        let field = self.visible(&format!("main [name=\"{name}\"]")).await?;
        Ok(field.value().await?.unwrap_or_default())
    }

    /// Picks a value of a list or of radio buttons.
    pub async fn choose(&self, name: &str, value: &str) -> Result<()> {
        let css = format!(
            "main select[name=\"{name}\"] option[value=\"{value}\"], main input[name=\"{name}\"][value=\"{value}\"]"
        );
        let choice = self
            .driver()
            .find(By::Css(css.as_str()))
            .await
            .with_context(|| css.clone())?;
        self.bring_into_view(&choice).await?;
        choice.click().await?;
        Ok(())
    }

    /// Picks the radio button of this name whose words begin so.
    pub async fn press_choice(&self, name: &str, words: &str) -> Result<()> {
        let css = format!("main label:has(input[name=\"{name}\"])");
        let label = self.first(&css, |said| said.starts_with(words)).await;
        let label = label.with_context(|| format!("no choice “{words}”"))?;
        self.bring_into_view(&label).await?;
        label.click().await?;
        Ok(())
    }

    /// Ticks a box.
    pub async fn tick(&self, name: &str) -> Result<()> {
        let field = self
            .driver()
            .find(By::Css(format!("main input[name=\"{name}\"]")))
            .await?;
        self.bring_into_view(&field).await?;
        if !field.is_selected().await? {
            field.click().await?;
        }
        Ok(())
    }

    /// Presses the first box that the selector names.
    pub async fn press_box(&self, css: &str) -> Result<()> {
        let field = self.driver().find(By::Css(css)).await?;
        self.bring_into_view(&field).await?;
        field.click().await?;
        Ok(())
    }

    /// Picks a file of this machine for an upload.
    pub async fn attach(&self, name: &str, file: &Path) -> Result<()> {
        let css = format!("main input[type=\"file\"][name=\"{name}\"]");
        let field = self.visible(&css).await?;
        self.bring_into_view(&field).await?;
        field.send_keys(file.to_string_lossy()).await?;
        Ok(())
    }
}
