//! What a user does in the window, and what they see. Everything waits: a page may still be on its
//! way, and a test that looks once too early would fail by chance.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::{By, WebElement};

use super::{Key, ShopWindow};

/// Long, because a busy machine fills a demo shop in many times what it takes at rest; a green test never waits for it.
const DEADLINE: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(50);

/// The address that the heading of the page belongs to. While the next page is on its way, the one that is left still
/// stands under the next one's address.
const SHOWN: &str = "return document.querySelector('main h1')?.dataset.address ?? null";
/// Whether the heading is that of the address, and of another page than the one that was left.
const STANDS_THERE: &str = "
    const shown = document.querySelector('main h1')?.dataset.address;
    return shown !== undefined && shown !== arguments[0]
        && decodeURIComponent('#' + shown) === decodeURIComponent(location.hash || '#/')";
/// Answers once the element stands still, or after two seconds: what is moving is not where a click aims.
const STANDS_STILL: &str = "
    const [element, done] = arguments;
    const until = performance.now() + 2000;
    const endless = (motion) => motion.effect?.getComputedTiming().iterations === Infinity;
    const moving = () => document.getAnimations().some((motion) => motion.playState === 'running' && !endless(motion));
    const place = () => JSON.stringify(element.getBoundingClientRect());
    const look = (last, frames) => requestAnimationFrame(() => {
        const now = place();
        const still = now === last && !moving() ? frames + 1 : 0;
        if (still === 3 || performance.now() > until) done(true);
        else look(now, still);
    });
    look(place(), 0);";
/// The id of the field with the label.
const LABELLED: &str = "
    const labels = [...(document.querySelector('[role=dialog]') ?? document).querySelectorAll('label[for]')];
    const label = labels.find((each) => each.textContent.trim() === arguments[0]);
    return label?.htmlFor ?? null";

impl ShopWindow {
    /// Goes to a page by its route, such as `/cart`, without loading the app anew, and waits until it stands there. What
    /// had the focus loses it, as it would by following a link.
    ///
    /// # Errors
    /// The page does not come in time, or the window is gone.
    pub async fn go(&self, route: &str) -> Result<()> {
        let script = "document.activeElement.blur(); location.hash = arguments[0]";
        self.run(script, vec![json!(route)]).await?;
        self.wait_for_page(Value::Null).await
    }

    /// Clicks what leads to another page, as [`Self::click`] does, and waits until that page stands there.
    ///
    /// # Errors
    /// It cannot be clicked, or the page does not come in time.
    pub async fn follow(&self, css: &str, text: &str) -> Result<()> {
        let left = self.run(SHOWN, Vec::new()).await?;
        self.click(css, text).await?;
        self.wait_for_page(left).await
    }

    async fn wait_for_page(&self, left: Value) -> Result<()> {
        let there = async {
            while self.run(STANDS_THERE, vec![left.clone()]).await? != true {
                tokio::time::sleep(POLL).await;
            }
            anyhow::Ok(())
        };
        match tokio::time::timeout(DEADLINE, there).await {
            Ok(outcome) => outcome,
            Err(_) => bail!("the page of {:?} does not come", self.route().await?),
        }
    }

    /// Runs a script in the page and hands back what it returns.
    ///
    /// # Errors
    /// The script throws, or the window is gone.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.session.execute(script, arguments).await?.json().clone())
    }

    /// The first element that the CSS selector finds.
    ///
    /// # Errors
    /// There is none in time.
    pub async fn find(&self, css: &str) -> Result<WebElement> {
        self.find_with_text(css, "").await
    }

    /// The first element that the CSS selector finds and whose text contains `text`.
    ///
    /// # Errors
    /// There is none in time.
    pub async fn find_with_text(&self, css: &str, text: &str) -> Result<WebElement> {
        let found = async {
            loop {
                if let Some(element) = self.look(css, text).await? {
                    return anyhow::Ok(element);
                }
                tokio::time::sleep(POLL).await;
            }
        };
        match tokio::time::timeout(DEADLINE, found).await {
            Ok(outcome) => outcome,
            Err(_) => bail!("no {css:?} with the text {text:?} on {:?}", self.route().await?),
        }
    }

    /// Waits until no element is found by the CSS selector.
    ///
    /// # Errors
    /// There still is one at the deadline.
    pub async fn wait_until_gone(&self, css: &str) -> Result<()> {
        let gone = async {
            while self.look(css, "").await?.is_some() {
                tokio::time::sleep(POLL).await;
            }
            anyhow::Ok(())
        };
        tokio::time::timeout(DEADLINE, gone).await.with_context(|| format!("{css:?} is still there"))?
    }

    /// Clicks the first element that the CSS selector finds and whose text contains `text`, in the middle of the window,
    /// where nothing lies over it. Where the page draws it anew in that moment, or something passes before it, it is
    /// clicked once it can be.
    ///
    /// # Errors
    /// There is none in time, or it cannot be clicked.
    pub async fn click(&self, css: &str, text: &str) -> Result<()> {
        let asked = Instant::now();
        loop {
            let element = self.find_with_text(css, text).await?;
            let centred = self.run("arguments[0].scrollIntoView({ block: 'center' })", vec![element.to_json()?]).await;
            self.stand_still(&element).await?;
            match element.click().await {
                Err(error) if is_passing(&error) && asked.elapsed() < DEADLINE => tokio::time::sleep(POLL).await,
                clicked => {
                    return centred
                        .and(clicked.with_context(|| format!("{css:?} with the text {text:?} cannot be clicked")));
                }
            }
        }
    }

    async fn stand_still(&self, element: &WebElement) -> Result<()> {
        match self.session.execute_async(STANDS_STILL, vec![element.to_json()?]).await {
            Err(error) if is_stale(&error) => Ok(()),
            stood => Ok(stood.map(drop)?),
        }
    }

    /// Waits until the page of the route stands there, whatever its query; an act before leads there.
    ///
    /// # Errors
    /// It shows another one at the deadline.
    pub async fn arrive(&self, route: &str) -> Result<()> {
        let mut shown = String::new();
        let there = async {
            while shown != route {
                tokio::time::sleep(POLL).await;
                let address = self.run(SHOWN, Vec::new()).await?;
                shown = address.as_str().and_then(|shown| shown.split('?').next()).unwrap_or_default().to_owned();
            }
            anyhow::Ok(())
        };
        let outcome = tokio::time::timeout(DEADLINE, there).await;
        outcome.with_context(|| format!("the window shows {shown:?} and not {route:?}"))?
    }

    /// The route that the window shows, with its query, such as `/products?q=tea`.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn route(&self) -> Result<String> {
        let hash = self.run("return decodeURIComponent(location.hash)", Vec::new()).await?;
        Ok(hash.as_str().unwrap_or_default().trim_start_matches('#').to_owned())
    }

    /// Replaces what a field holds by typing, as a user does who marks it all first.
    ///
    /// # Errors
    /// There is no such field in time, or it cannot be typed into.
    pub async fn fill(&self, css: &str, text: &str) -> Result<()> {
        loop {
            let field = self.find(css).await?;
            let marked = self.run("arguments[0].focus(); arguments[0].select()", vec![field.to_json()?]).await;
            match field.send_keys(text).await {
                Err(error) if is_stale(&error) => {}
                typed => return marked.and(typed.with_context(|| format!("{css:?} cannot be typed into"))),
            }
        }
    }

    /// As [`Self::fill`], for the field that has this label, in the dialog where one is open.
    ///
    /// # Errors
    /// As for [`Self::fill`].
    pub async fn fill_field(&self, label: &str, text: &str) -> Result<()> {
        let labelled = async {
            loop {
                if let Value::String(id) = self.run(LABELLED, vec![json!(label)]).await? {
                    return anyhow::Ok(id);
                }
                tokio::time::sleep(POLL).await;
            }
        };
        let id = tokio::time::timeout(DEADLINE, labelled).await.with_context(|| format!("no field {label:?}"))??;
        self.fill(&format!("[id='{id}']"), text).await
    }

    /// Chooses a file of the disk in a field for files, as the system's dialog would.
    ///
    /// # Errors
    /// There is no such field in time, or it takes no file.
    pub async fn choose_file(&self, css: &str, file: &Path) -> Result<()> {
        let chosen = self.find(css).await?.send_keys(file.display().to_string()).await;
        chosen.with_context(|| format!("{css:?} takes no file"))
    }

    /// Presses keys where the focus is: plain text or `thirtyfour::Key`.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn press(&self, keys: impl Into<thirtyfour::TypingData>) -> Result<()> {
        Ok(self.session.active_element().await?.send_keys(keys).await?)
    }

    /// Presses keys together as the keyboard does, wherever the focus is within its element: [`Self::press`] begins at
    /// the element's own beginning, and would never leave the three fields of a date.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn press_keys(&self, keys: &[Key]) -> Result<()> {
        let down = keys.iter().fold(self.session.action_chain(), |chain, key| chain.key_down(key.clone()));
        let up = keys.iter().rev().fold(down, |chain, key| chain.key_up(key.clone()));
        Ok(up.perform().await?)
    }

    /// All text within the first element that the CSS selector finds, also what overflows.
    ///
    /// # Errors
    /// There is no such element in time.
    pub async fn text(&self, css: &str) -> Result<String> {
        let element = self.find(css).await?;
        Ok(element.prop("textContent").await?.unwrap_or_default())
    }

    /// The texts of all elements that the CSS selector finds now, in the order of the page.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn texts(&self, css: &str) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])].map((found) => found.textContent)";
        Ok(serde_json::from_value(self.run(script, vec![json!(css)]).await?)?)
    }

    async fn look(&self, css: &str, text: &str) -> Result<Option<WebElement>> {
        let elements = match self.session.find_all(By::Css(css)).await {
            Err(error) if is_stale(&error) => return Ok(None),
            found => found?,
        };
        for element in elements {
            // An element may leave the page between the two questions; then it is not the one.
            let content = element.prop("textContent").await.ok().flatten();
            if content.is_some_and(|content| content.contains(text)) {
                return Ok(Some(element));
            }
        }
        Ok(None)
    }
}

/// Whether the next try may go well: the element was drawn anew, or is moving in, or lies under what is moving out.
fn is_passing(error: &WebDriverError) -> bool {
    use WebDriverErrorInner::{ElementClickIntercepted, ElementNotInteractable};
    is_stale(error) || matches!(error.as_inner(), ElementClickIntercepted(_) | ElementNotInteractable(_))
}

/// Whether an element left the page while it was asked about.
fn is_stale(error: &WebDriverError) -> bool {
    matches!(error.as_inner(), WebDriverErrorInner::StaleElementReference(_))
}
