//! When a page has come to rest: loaded, drawn, and moving no more. Before that a picture shows a skeleton, and axe
//! measures the contrast of what is half faded in.

use std::time::Duration;

use anyhow::{Context, Result, ensure};

use super::ShopWindow;

/// What of the page is still on its way.
const UNREST: &str = "
    const reasons = [];
    const seen = (element) => {
        const box = element.getBoundingClientRect();
        return box.bottom > 0 && box.top < innerHeight;
    };
    if (document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root, [aria-busy=true]')) reasons.push('loading');
    if (document.fonts.status !== 'loaded') reasons.push('fonts');
    if ([...document.images].some((image) => seen(image) && !image.complete)) reasons.push('pictures');
    const endless = (motion) => motion.effect?.getComputedTiming().iterations === Infinity;
    if (document.getAnimations().some((motion) => motion.playState === 'running' && !endless(motion))) reasons.push('motion');
    return reasons.join(', ');";
const BROKEN: &str = "
    return [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map((image) => image.src)";
/// Answers when what stands in the page now has been drawn: the second frame begins after the first is on the screen.
const DRAWN: &str = "
    const done = arguments[arguments.length - 1];
    requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
const DEADLINE: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(30);
/// So many looks in a row must find the page at rest: what is about to fade in does not move yet at the first.
const STILL_LOOKS: u32 = 3;

impl ShopWindow {
    /// Waits until the page has come to rest, and sees that no picture of it is broken.
    ///
    /// # Errors
    /// It does not come to rest in time (the error says what still moves), or a picture cannot be shown.
    pub async fn rest(&self) -> Result<()> {
        let mut unrest = String::new();
        let still = async {
            let mut looks = 0;
            while looks < STILL_LOOKS {
                tokio::time::sleep(POLL).await;
                unrest = self.run(UNREST, Vec::new()).await?.as_str().unwrap_or_default().to_owned();
                looks = if unrest.is_empty() { looks + 1 } else { 0 };
            }
            self.session.execute_async(DRAWN, Vec::new()).await?;
            anyhow::Ok(())
        };
        let outcome = tokio::time::timeout(DEADLINE, still).await;
        outcome.with_context(|| format!("the page does not come to rest: {unrest}"))??;
        let broken = self.run(BROKEN, Vec::new()).await?;
        ensure!(broken.as_array().is_some_and(Vec::is_empty), "pictures cannot be shown: {broken}");
        Ok(())
    }
}
