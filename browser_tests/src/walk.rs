//! The way of one person through the site: addresses, links, buttons, fields, and what is to be seen.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use thirtyfour::{By, Key, WebDriver, WebElement};

use crate::driver::{self, Browser};
use crate::words::{self, plain};
use crate::{Reader, Site, judge};

/// How long something on a page may take to appear.
const PATIENCE: Duration = Duration::from_secs(20);
const GLANCE: Duration = Duration::from_millis(20);

/// A reader at a browser, looking at a site of its own.
pub struct Walk {
    /// The site that is walked through.
    pub site: Site,
    /// Who reads.
    pub reader: Reader,
    pub(crate) story: String,
    pub(crate) pages: Cell<usize>,
    /// Marks of the pages that were judged and found fine.
    pub(crate) judged: RefCell<HashSet<u64>>,
    lang: Cell<&'static str>,
    browser: Browser,
}

impl Walk {
    pub(crate) async fn start(story: &str, reader: Reader, site: Site) -> Result<Self> {
        let browser = driver::open(reader, site.folder()).await?;
        Ok(Self {
            site,
            reader,
            story: story.to_owned(),
            pages: Cell::new(0),
            judged: RefCell::default(),
            lang: Cell::new(reader.lang()),
            browser,
        })
    }

    pub(crate) async fn end(self) -> Result<()> {
        let driver = self.browser.driver.clone();
        Ok(driver.quit().await?)
    }

    /// The browser itself.
    pub fn driver(&self) -> &WebDriver {
        &self.browser.driver
    }

    /// Code of the language that pages are now read in.
    pub fn lang(&self) -> &'static str {
        self.lang.get()
    }

    /// Opens an address of the site; a whole one, as letters hold it, is taken as it is.
    pub async fn open(&self, address: &str) -> Result<()> {
        if address.starts_with("http") {
            self.open_anything(address).await
        } else {
            self.open_anything(&format!("{}{address}", self.site.address))
                .await
        }
    }

    /// Opens any address, of another scheme too.
    pub async fn open_anything(&self, address: &str) -> Result<()> {
        self.driver().goto(address).await?;
        self.arrive().await.with_context(|| format!("at {address}"))
    }

    /// Opens an address again and again until the selector names something there: what a worker does takes a moment.
    pub async fn open_until(&self, address: &str, css: &str) -> Result<()> {
        self.until(&format!("{css} never came"), async || {
            self.open(address).await?;
            self.has(css).await
        })
        .await
    }

    /// Chooses a language at the top of the page.
    pub async fn choose_language(&self, lang: &'static str) -> Result<()> {
        self.lang.set(lang);
        self.press(&format!(".languages a[hreflang={lang}]")).await
    }

    /// Follows the link to this address, the first that can be seen.
    pub async fn follow(&self, href: &str) -> Result<()> {
        self.press(&format!("a[href=\"{href}\"]")).await
    }

    /// Presses the first visible element that the selector names and waits for the page it leads to.
    pub async fn press(&self, css: &str) -> Result<()> {
        let element = self.visible(css).await?;
        self.press_element(&element)
            .await
            .with_context(|| format!("after pressing {css}"))
    }

    /// Presses the button of the page's form: the one that goes on, not the one that searches.
    pub async fn submit(&self) -> Result<()> {
        self.press("main form .button:not(.second):not(.quiet):not(.hidden)")
            .await
    }

    /// Presses the button of the page's search.
    pub async fn submit_search(&self) -> Result<()> {
        self.press("main form.search button, main [role=search] button")
            .await
    }

    /// What a message without arguments says in the language of the pages.
    pub fn words(&self, key: &str) -> Result<String> {
        Ok(words::pieces(self.lang(), key)?.concat())
    }

    /// Presses the link or button that says exactly this message.
    pub async fn press_words(&self, key: &str) -> Result<()> {
        let said = self.words(key)?;
        let element = self
            .first("main a, main button:not(.hidden), main summary", |text| {
                text == said
            })
            .await
            .with_context(|| format!("nothing to press says “{said}”"))?;
        self.press_element(&element)
            .await
            .with_context(|| format!("after pressing “{said}”"))
    }

    /// Presses the first visible element of the selector whose text holds this.
    pub async fn press_with(&self, css: &str, text: &str) -> Result<()> {
        let element = self.first_with(css, text).await?;
        self.press_element(&element)
            .await
            .with_context(|| format!("after pressing “{text}”"))
    }

    /// Presses an element and waits for the page it leads to.
    pub async fn press_element(&self, element: &WebElement) -> Result<()> {
        let before = self.document().await?;
        self.bring_into_view(element).await?;
        element.click().await?;
        self.leave(&before).await
    }

    /// Waits until another document than this one is there, then judges it.
    async fn leave(&self, before: &str) -> Result<()> {
        self.until("the next page never came", async || {
            Ok(self.document().await.is_ok_and(|now| now != before))
        })
        .await?;
        self.arrive().await
    }

    async fn arrive(&self) -> Result<()> {
        self.until("the page never was complete", async || {
            let state = self
                .driver()
                .execute("return document.readyState", [])
                .await;
            Ok(state.is_ok_and(|state| state.json() == "complete"))
        })
        .await?;
        self.pages.set(self.pages.get() + 1);
        judge::page(self).await
    }

    /// Identity of the document that is shown.
    async fn document(&self) -> Result<String> {
        Ok(self
            .driver()
            .find(By::Tag("html"))
            .await?
            .element_id()
            .to_string())
    }

    /// Brings an element to the middle, where nothing that sticks to an edge covers it.
    pub(crate) async fn bring_into_view(&self, element: &WebElement) -> Result<()> {
        let script = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})";
        self.driver().execute(script, [element.to_json()?]).await?;
        Ok(())
    }

    /// Moves the focus by Tab until the element of the selector has it.
    pub async fn tab_to(&self, css: &str) -> Result<()> {
        for _ in 0..150 {
            self.driver()
                .action_chain()
                .send_keys(Key::Tab.value())
                .perform()
                .await?;
            let script = "return document.activeElement?.matches(arguments[0]) ?? false";
            if self.driver().execute(script, [css.into()]).await?.json() == true {
                return Ok(());
            }
        }
        bail!("Tab never reaches {css}")
    }

    /// Presses Enter on what has the focus and waits for the page it leads to.
    pub async fn enter(&self) -> Result<()> {
        let before = self.document().await?;
        self.driver()
            .action_chain()
            .send_keys(Key::Enter.value())
            .perform()
            .await?;
        self.leave(&before).await.context("after Enter")
    }

    /// Presses a key that is no way to another page, on what has the focus.
    pub async fn press_key(&self, key: &str) -> Result<()> {
        self.driver()
            .action_chain()
            .send_keys(key)
            .perform()
            .await?;
        Ok(())
    }

    /// The first visible element of the selector.
    pub async fn visible(&self, css: &str) -> Result<WebElement> {
        self.first(css, |_any| true)
            .await
            .with_context(|| format!("there is no {css} to be seen"))
    }

    /// The first visible element of the selector whose text holds this.
    pub async fn first_with(&self, css: &str, text: &str) -> Result<WebElement> {
        self.first(css, |said| said.contains(text))
            .await
            .with_context(|| format!("no {css} with “{text}”"))
    }

    /// Whether the selector names anything on this page.
    pub async fn has(&self, css: &str) -> Result<bool> {
        Ok(!self.driver().find_all(By::Css(css)).await?.is_empty())
    }

    /// The first visible element whose text suits; waits for it.
    pub(crate) async fn first(
        &self,
        css: &str,
        suits: impl Fn(&str) -> bool,
    ) -> Result<WebElement> {
        let began = Instant::now();
        loop {
            for element in self.driver().find_all(By::Css(css)).await? {
                if element.is_displayed().await.unwrap_or(false)
                    && element.text().await.is_ok_and(|text| suits(&plain(&text)))
                {
                    return Ok(element);
                }
            }
            ensure!(began.elapsed() < PATIENCE, "not there");
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Waits until an attribute of what the selector names is another one.
    pub async fn changes(&self, css: &str, attribute: &str, before: &str) -> Result<()> {
        self.until(&format!("{css} stays as it was"), async || {
            // It may be replaced between the two looks.
            let Ok(element) = self.driver().find(By::Css(css)).await else {
                return Ok(false);
            };
            let now = element.attr(attribute).await.ok().flatten();
            Ok(now.is_some_and(|now| now != before))
        })
        .await
    }

    /// Polls a condition; fails with the sentence when it never holds.
    pub(crate) async fn until(
        &self,
        otherwise: &str,
        holds: impl AsyncFn() -> Result<bool>,
    ) -> Result<()> {
        let began = Instant::now();
        while !holds().await? {
            ensure!(began.elapsed() < PATIENCE, "{otherwise}");
            tokio::time::sleep(GLANCE).await;
        }
        Ok(())
    }
}
