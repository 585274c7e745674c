//! Letters, read in the demo's mailbox.

use anyhow::{Context as _, Result};
use thirtyfour::By;

use crate::Walk;

/// A letter as the mailbox shows it.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its text.
    pub text: String,
    /// The addresses that it holds, in order.
    pub links: Vec<String>,
    /// Address of its own page.
    pub address: String,
    /// Names and addresses of what is attached.
    pub files: Vec<(String, String)>,
}

impl Letter {
    /// The first link whose address holds this.
    pub fn link(&self, part: &str) -> Result<&str> {
        let found = self.links.iter().find(|link| link.contains(part));
        Ok(found.with_context(|| format!("no link to {part} in the letter:\n{}", self.text))?)
    }
}

impl Walk {
    /// Opens the mailbox and there the newest letter to this address.
    pub async fn newest_letter_to(&self, address: &str) -> Result<Letter> {
        self.open(&format!("/dev/mail?q={address}")).await?;
        let letters = self.driver().find_all(By::Css("main tbody tr a")).await?;
        let newest = letters.first();
        self.press_element(newest.with_context(|| format!("no letter to {address}"))?)
            .await?;
        self.letter_here().await
    }

    /// How many letters to this address there are.
    pub async fn count_letters_to(&self, address: &str) -> Result<usize> {
        self.open(&format!("/dev/mail?q={address}")).await?;
        Ok(self
            .driver()
            .find_all(By::Css("main tbody tr a"))
            .await?
            .len())
    }

    /// Whether there is a letter with this subject to this address; the page that is shown stays.
    pub async fn has_letter(&self, address: &str, subject: &str) -> Result<bool> {
        let (_, mailbox) = self.download(&format!("/dev/mail?q={address}")).await?;
        Ok(String::from_utf8_lossy(&mailbox).contains(subject))
    }

    async fn letter_here(&self) -> Result<Letter> {
        let mut links = Vec::new();
        for link in self
            .driver()
            .find_all(By::Css("main .panel[lang] a"))
            .await?
        {
            links.extend(link.attr("href").await?);
        }
        let mut files = Vec::new();
        for file in self.driver().find_all(By::Css("main a[download]")).await? {
            files.push((
                file.text().await?,
                file.attr("href").await?.unwrap_or_default(),
            ));
        }
        Ok(Letter {
            text: self.text().await?,
            links,
            address: self.path().await?,
            files,
        })
    }
}
