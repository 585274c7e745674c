//! What a page says and where it is.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use anyhow::{Result, ensure};
use thirtyfour::By;

use crate::Walk;
use crate::words::{self, plain};

impl Walk {
    /// What the page says in its main part.
    pub async fn text(&self) -> Result<String> {
        let main = match self.driver().find(By::Tag("main")).await {
            Ok(main) => main,
            Err(_no_frame) => self.driver().find(By::Tag("body")).await?,
        };
        Ok(plain(&main.text().await?))
    }

    /// Waits until the page says this.
    pub async fn sees(&self, text: &str) -> Result<()> {
        self.until(&format!("the page does not say “{text}”"), async || {
            Ok(self
                .text()
                .await
                .is_ok_and(|said| said.contains(&plain(text))))
        })
        .await
    }

    /// Waits until the page says this message, whatever its arguments are.
    pub async fn sees_words(&self, key: &str) -> Result<()> {
        let pieces = words::pieces(self.lang(), key)?;
        self.until(
            &format!("the page does not say {key}: {pieces:?}"),
            async || {
                Ok(self
                    .text()
                    .await
                    .is_ok_and(|said| words::stand_in(&said, &pieces)))
            },
        )
        .await
    }

    /// Waits until the page says this message with these values of its arguments.
    pub async fn sees_said(&self, key: &str, values: &[(&str, &str)]) -> Result<()> {
        self.sees(&words::filled(self.lang(), key, values)?).await
    }

    /// Fails when the page says this.
    pub async fn sees_no(&self, text: &str) -> Result<()> {
        ensure!(!self.text().await?.contains(text), "the page says “{text}”");
        Ok(())
    }

    /// How many elements the selector names.
    pub async fn count(&self, css: &str) -> Result<usize> {
        Ok(self.driver().find_all(By::Css(css)).await?.len())
    }

    /// Waits until the address begins with this path.
    pub async fn is_at(&self, path: &str) -> Result<()> {
        let now = self.path().await?;
        ensure!(now.starts_with(path), "the address is {now}, not {path}");
        Ok(())
    }

    /// Path and query of the page.
    pub async fn path(&self) -> Result<String> {
        let address = self.driver().current_url().await?.to_string();
        Ok(address
            .strip_prefix(&self.site.address)
            .unwrap_or(&address)
            .to_owned())
    }

    /// A mark of the page that is shown: the same for pages that are the same to the letter, but for the tokens of their
    /// forms.
    pub(crate) async fn mark_of_page(&self) -> Result<u64> {
        let source = self.driver().source().await?;
        let mut parts = source.split("name=\"csrf\" value=\"");
        let mut hasher = DefaultHasher::new();
        parts.next().hash(&mut hasher);
        for part in parts {
            part.split_once('"')
                .map(|(_token, rest)| rest)
                .hash(&mut hasher);
        }
        Ok(hasher.finish())
    }
}
